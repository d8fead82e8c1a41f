"""The same thing told with two values in two documents of one run, in one language or in two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

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
from sverka.model.telling import Telling

RULE = "told otherwise elsewhere"
_LINE_END = re.compile(r"\r\n|\r|\n")
Documents = tuple[CheckedDocument | UncheckedDocument, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Told:
    """A telling, with the number of its document in the order of the paths and where it stands there."""

    number: int
    start: int
    telling: Telling = field(compare=False)


def with_retold_elsewhere(documents: Documents, acceptances: Sequence[Acceptance]) -> Documents:
    """The documents, with a conflict at each figure that no claim covers and that other documents contradict: at those
    that fewer of them tell; of two that as many tell, at the one in the document that comes later by its path. Where a
    claim agrees with that one, at the other.

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
    """Each telling that others outweigh, with the first of another document that contradicts it."""
    for group in _groups(checked):
        alike = _alike(_settled(checked, group))
        for told in alike.values():
            against, along = list[_Told](), list[_Told]()
            for others in alike.values():
                is_against = contradict(told[0].telling.figure, others[0].telling.figure)
                (against if is_against else along).extend(others)
            against.sort()
            for one in told:
                other = next((each for each in against if each.number != one.number), None)
                if other is not None and _is_outweighed(one, along, against):
                    yield one, other


def _alike(group: Sequence[_Told]) -> dict[object, list[_Told]]:
    """Tellings of one and the same number, together; by their first."""
    found: dict[object, list[_Told]] = defaultdict(list)
    for told in group:
        figure = told.telling.figure
        found[figure.values, figure.ends, figure.interval].append(told)
    return found


def _is_outweighed(one: _Told, along: Sequence[_Told], against: Sequence[_Told]) -> bool:
    """More documents tell otherwise than tell it so, or as many, and the first of them comes before."""
    own, others = len({told.number for told in along}), len({told.number for told in against})
    return others > own or (others == own and against[0].number < one.number)


def _settled(checked: Sequence[CheckedDocument], group: Sequence[_Told]) -> list[_Told]:
    """The tellings of a period that had ended by the day of their document; all, where the documents are of one day: of
    a year that goes on, what is told changes."""
    days = [checked[told.number].document.date for told in group]
    if len({day.period if day else None for day in days}) == 1:
        return list(group)
    ends = [told.telling.own.end if told.telling.own else None for told in group]
    return [
        told
        for told, day, end in zip(group, days, ends, strict=True)
        if day is None or (end is not None and end < day.period.end)
    ]


def _groups(checked: Sequence[CheckedDocument]) -> Iterator[list[_Told]]:
    """Tellings of one thing and one period, in the order of the paths and of the text."""
    groups: dict[object, list[_Told]] = defaultdict(list)
    for number, document in enumerate(checked):
        for telling in document.tellings:
            key = _key(telling)
            if key is not None:
                groups[key].append(_Told(number, telling.figure.span.start, telling))
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
