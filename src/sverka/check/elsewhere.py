"""The same thing told with two values in two documents of one run, in one language or in two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sverka.check.accept import accept
from sverka.check.compare import contradict
from sverka.model.claim import Acceptance
from sverka.model.document import Document
from sverka.model.figure import Scope
from sverka.model.finding import (
    Cause,
    CheckedDocument,
    Elsewhere,
    Evidence,
    Fate,
    Finding,
    Role,
    UncheckedDocument,
)
from sverka.model.period import Period
from sverka.model.telling import Telling

RULE = "told otherwise elsewhere"
_LINE_END = re.compile(r"\r\n|\r|\n")
Documents = tuple[CheckedDocument | UncheckedDocument, ...]


class _Told(NamedTuple):
    """A telling, and the number of its document in the order of the paths."""

    number: int
    telling: Telling


def with_retold_elsewhere(documents: Documents, acceptances: Sequence[Acceptance]) -> Documents:
    """The documents, with a conflict at each figure that no claim covers and that a document before it by path
    contradicts; where a claim agrees with the later of the two, at the earlier.

    Whatever the order that they are given in, the findings are the same.
    """
    checked = sorted((each for each in documents if isinstance(each, CheckedDocument)), key=_path)
    changed: dict[int, dict[int, Finding]] = defaultdict(dict)
    by_figure = [{each.figure.span: at for at, each in enumerate(document.findings)} for document in checked]
    for pair in _pairs(checked):
        for culprit, known in (pair, pair[::-1]):
            at = by_figure[culprit.number][culprit.telling.figure.span]
            finding = checked[culprit.number].findings[at]
            if finding.fate is Fate.UNSUPPORTED:
                changed[culprit.number].setdefault(at, _contradicted(finding, known, checked[known.number].document))
            if finding.fate is not Fate.AGREE:
                break
    made = {id(checked[number]): _changed(checked[number], found, acceptances) for number, found in changed.items()}
    return tuple(made.get(id(each), each) for each in documents)


def _path(checked: CheckedDocument) -> tuple[str, str]:
    return checked.document.path, checked.document.sha256


def _pairs(checked: Sequence[CheckedDocument]) -> Iterator[tuple[_Told, _Told]]:
    """For each telling the first one of an earlier document that contradicts it, itself first."""
    for group in _groups(checked):
        for at, later in enumerate(group):
            for earlier in group[:at]:
                if earlier.number < later.number and _is_contradicted(checked, earlier, later):
                    yield later, earlier
                    break


def _groups(checked: Sequence[CheckedDocument]) -> Iterator[list[_Told]]:
    """Tellings of one thing and one period, in the order of the paths and of the text."""
    groups: dict[object, list[_Told]] = defaultdict(list)
    for number, document in enumerate(checked):
        for telling in document.tellings:
            key = _key(telling)
            if key is not None:
                groups[key].append(_Told(number, telling))
    return (group for group in groups.values() if len({told.number for told in group}) > 1)


def _key(telling: Telling) -> object | None:
    """What must be alike in two documents: the period said in so many words, and the thing by the names that claims
    have for it, or else all words, a name among them."""
    if telling.own is None:
        return None
    if telling.thing is not None:
        return telling.thing, telling.own, telling.sort
    if not telling.names or len(telling.words) < 2:
        return None
    return telling.words, telling.marks, telling.own, telling.sort


def _is_contradicted(checked: Sequence[CheckedDocument], earlier: _Told, later: _Told) -> bool:
    days = [checked[told.number].document.date for told in (earlier, later)]
    period = later.telling.own
    if period is None or not _is_over(period, [day.period for day in days if day is not None]):
        return False
    return contradict(earlier.telling.figure, later.telling.figure)


def _is_over(period: Period, days: Sequence[Period]) -> bool:
    """The period had ended by the day of either document, or both are of one day: of a year that goes on, what is told
    changes."""
    return all(period.end < day.end for day in days) or len(set(days)) == 1


def _contradicted(finding: Finding, known: _Told, document: Document) -> Finding:
    figure = known.telling.figure
    *above, last = _LINE_END.split(document.text[: figure.span.start])
    there = Elsewhere(document.path, len(above) + 1, len(last) + 1, figure.text)
    return replace(
        finding,
        fate=Fate.CONFLICT,
        rule=RULE,
        message=f"another document contradicts this: {document.path}:{there.line} has “{figure.text}” for the same",
        code=Cause.ARITHMETIC,
        assertion=None,
        evidence=(Evidence(Role.OTHER_FIGURE, figure.span, Scope.ELSEWHERE, figure.text, there),),
    )


def _changed(checked: CheckedDocument, found: dict[int, Finding], acceptances: Sequence[Acceptance]) -> CheckedDocument:
    findings = [found.get(at, finding) for at, finding in enumerate(checked.findings)]
    return replace(checked, findings=accept(checked.document, findings, acceptances))
