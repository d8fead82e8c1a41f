"""Claims for the figures that no claim covers, written out for an analyst to review."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sverka.check import Checker
from sverka.check.naming import Named, named
from sverka.claims import load_claims, periods
from sverka.claims.wording import value_words
from sverka.figures import find_figures
from sverka.model.claim import ClaimSet
from sverka.model.document import Document
from sverka.model.figure import Figure, Scope, When
from sverka.model.finding import Fate
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.analysis import Analysis, analyse

_NOTE = 120
_NEAR = (Scope.FIGURE, Scope.CLAUSE, Scope.SENTENCE)
_BARE = re.compile(r"[^\W\d][\w\-./]*")
SUBJECT, METRIC, PERIOD = "<subject>", "<metric>", "<period>"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim for one figure with its source and note in `tail`.

    `missing` says what the text does not name, so that the line is a comment until then.
    """

    figure: Figure
    claim: str
    tail: str
    missing: str = ""

    @property
    def line(self) -> str:
        return f"{self.claim} {self.tail}"


def proposed(claims: ClaimSet, paths: Sequence[Path], documents: Iterable[Document]) -> str:
    """A claims file with a source for each document and a claim for each of its unsupported figures.

    A claim whose figure does not agree with it when the document is checked again is written as a comment.
    """
    return "\n".join(_of_document(claims, paths, document) for document in documents)


def _of_document(claims: ClaimSet, paths: Sequence[Path], document: Document) -> str:
    analysis = analyse(document)
    figures = find_figures(analysis)
    found = Checker(claims).check(analysis, figures)
    names = dict(zip((each.span for each in figures), named(claims, analysis, figures), strict=True))
    source = _source_id(claims, document)
    proposals = [
        _proposal(analysis, figures, finding.figure, names[finding.figure.span], source)
        for finding in found
        if finding.fate is Fate.UNSUPPORTED
    ]
    head = [f"# {document.path}", _source(document, source), ""]
    kept = _verified(Study(paths, analysis, figures, head), proposals)
    return "\n".join([*head, *kept, ""])


def _source_id(claims: ClaimSet, document: Document) -> str:
    stem = re.sub(r"[^\w]+", "-", Path(document.path).stem).strip("-") or "text"
    stem = stem if stem[0].isalpha() else f"text-{stem}"
    return stem if stem not in claims.sources else f"{stem}-text"


def _source(document: Document, source: str) -> str:
    title = _quoted(document.title or Path(document.path).name)
    return f"source {source} {title} {document.date.written}" if document.date else f"source {source} {title}  # <date>"


def _quoted(words: str) -> str:
    plain = " ".join(words.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _proposal(analysis: Analysis, figures: Sequence[Figure], figure: Figure, names: Named, source: str) -> Proposal:
    value = value_words(figure)
    period = _period(figure, analysis, figures)
    said = (("subject", names.subject), ("metric", names.metric), ("period", period))
    missing = [what for what, name in said if name is None]
    head = [_name(names.subject, SUBJECT), _name(names.metric, METRIC), *_marks(figure, period)]
    tail = f"from {source} {_quoted(_sentence(analysis, figure))}"
    missing += [] if missing or value else ["value"]
    reason = " and ".join([", ".join(missing[:-1]), missing[-1]] if len(missing) > 1 else missing)
    return Proposal(figure, " ".join([*head, value or "<value>"]), tail, reason)


def _name(name: str | None, placeholder: str) -> str:
    if name is None:
        return placeholder
    return name if _BARE.fullmatch(name) else _quoted(name)


def _period(figure: Figure, analysis: Analysis, figures: Sequence[Figure]) -> str | None:
    """The period that the text gives near the figure, empty where none; None where it only says that it was earlier.

    "Up from 19.2 billion a year earlier" tells of the same time the year before, whichever that is.
    """
    if figure.kind in (Kind.DATE, Kind.PERIOD):
        return ""
    when = figure.when if figure.when is not None and figure.when.scope in _NEAR else None
    if figure.is_base and not (when and _is_told(when, analysis, figures)):
        return None
    return periods.name(when.period) if when else ""


def _is_told(when: When, analysis: Analysis, figures: Sequence[Figure]) -> bool:
    """The text has the year in digits, or that of what came just after."""
    told = {each.when.period for each in figures if each.when and _has_digits(each.when, analysis)}
    return _has_digits(when, analysis) or any(periods.before(each) == when.period for each in told)


def _has_digits(when: When, analysis: Analysis) -> bool:
    return any(letter.isdigit() for letter in when.span.of(analysis.text))


def _marks(figure: Figure, period: str | None) -> Iterator[str]:
    if period != "":
        yield period or PERIOD
    if not figure.status.is_fact:
        yield figure.status.value


def _sentence(analysis: Analysis, figure: Figure) -> str:
    index = analysis.sentence_at(figure.span.start)
    text = figure.text if index is None else analysis.sentences[index].span.of(analysis.text)
    return text if len(text) <= _NOTE else text[: _NOTE - 1].rstrip() + "…"


class Study(NamedTuple):
    """A document as it was read, the claims files that it is held against, and what stands above the proposals."""

    paths: Sequence[Path]
    analysis: Analysis
    figures: Sequence[Figure]
    head: Sequence[str]


def _verified(study: Study, proposals: Sequence[Proposal]) -> Iterator[str]:
    """The lines; those that cannot stand are comments, with the reason."""
    reasons = {index: f"name the {each.missing}" for index, each in enumerate(proposals) if each.missing}
    reasons |= _said_before(proposals)
    while found := _failing(study, {index: each for index, each in enumerate(proposals) if index not in reasons}):
        reasons |= found
    for index, each in enumerate(proposals):
        yield f"# {each.line}  # {reasons[index]}" if index in reasons else each.line


def _said_before(proposals: Sequence[Proposal]) -> dict[int, str]:
    """The proposals that an earlier one makes in the same words."""
    first: dict[str, int] = {}
    return {
        index: "said above"
        for index, each in enumerate(proposals)
        if not each.missing and first.setdefault(each.claim, index) != index
    }


def _failing(study: Study, proposals: Mapping[int, Proposal]) -> dict[int, str]:
    """Which of the proposals cannot stand among the claims, and why.

    Each must be sound, agree with its own figure, and conflict with no other figure of the document.
    """
    numbers = dict(enumerate(proposals, len(study.head) + 1))
    lines = [*study.head, *(each.line for each in proposals.values()), ""]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "proposed.claims"
        file.write_text("\n".join(lines), encoding="utf-8")
        claims, problems = load_claims([*study.paths, file])
    here = file.as_posix()
    reasons = {
        numbers[each.line]: _short(each.message) for each in problems if each.file == here and each.line in numbers
    }
    if reasons:
        return reasons
    agreeing: set[tuple[int, Span]] = set()
    for each in Checker(claims).check(study.analysis, study.figures):
        if each.assertion is None or each.assertion.place.file != here:
            continue
        number = numbers[each.assertion.place.line]
        if each.fate is Fate.AGREE:
            agreeing.add((number, each.figure.span))
        elif each.fate is Fate.CONFLICT:
            reasons.setdefault(number, f"the text also says {_short(each.figure.text)}, which would conflict")
    for number, proposal in proposals.items():
        if number not in reasons and (number, proposal.figure.span) not in agreeing:
            reasons[number] = "the text does not show that it is about this"
    return reasons


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _NOTE else f"{words[: _NOTE - 1]}…"
