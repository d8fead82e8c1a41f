"""What the HTML template shows, worked out from a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sverka.model.document import Document
from sverka.model.finding import CheckedDocument, Fate, Finding
from sverka.model.precision import Precision
from sverka.model.problem import Problem
from sverka.model.span import Span
from sverka.report.content import Counts, Report, count, count_all
from sverka.report.lines import LineIndex
from sverka.report.marks import Mark, MarkedText
from sverka.report.notes import Entry, Note, entry_of, note_of
from sverka.report.numbers import grouped
from sverka.report.words import FATES, URGENCY, by_urgency

SYMBOLS = {Fate.CONFLICT: "✕", Fate.UNSUPPORTED: "?", Fate.AGREE: "✓", Fate.IGNORED: "–"}

TILES = {
    Fate.CONFLICT: "conflict with a claim",
    Fate.UNSUPPORTED: "no claim covers",
    Fate.AGREE: "agree with a claim",
    Fate.IGNORED: "state nothing to check",
}


@dataclass(frozen=True, slots=True)
class Tile:
    """A verdict with its count, which is its filter as well."""

    fate: Fate
    symbol: str
    count: int
    meaning: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One checked document."""

    id: str
    path: str
    title: str
    heading: str
    language: str
    date: str
    encoding: str
    remarks: tuple[str, ...]
    counts: Counts
    coverage: str
    body: Any
    entries: tuple[Entry, ...]
    notes: tuple[Note, ...]

    @property
    def conflicts(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.fate is not Fate.UNSUPPORTED)

    @property
    def unsupported(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.fate is Fate.UNSUPPORTED)


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole page."""

    version: str
    tiles: tuple[Tile, ...]
    counts: Counts
    coverage: str
    covered: int
    documents: tuple[DocumentView, ...]
    problems: tuple[Problem, ...]
    unreadable: tuple[Problem, ...]
    claim_files: tuple[str, ...]
    assertions: int
    precision: str


def report_view(report: Report) -> ReportView:
    """Everything that the page shows, in the order in which it shows it."""
    counts = count_all(report)
    return ReportView(
        version=report.version,
        tiles=tuple(Tile(fate, SYMBOLS[fate], counts.of(fate), FATES[fate]) for fate in URGENCY),
        counts=counts,
        coverage=_percent(counts),
        covered=counts.agree + counts.conflict,
        documents=tuple(_document_view(number, each, report) for number, each in enumerate(report.checked, 1)),
        problems=report.problems,
        unreadable=tuple(each.problem for each in report.unchecked),
        claim_files=tuple(file.path for file in report.claims.files),
        assertions=len(report.claims.assertions),
        precision=_precision_words(report.precision),
    )


def _document_view(number: int, checked: CheckedDocument, report: Report) -> DocumentView:
    from markupsafe import Markup

    document, counts = checked.document, count(checked.findings)
    marks = _marks(number, checked.findings)
    evidence = list(dict.fromkeys(each.span for finding in checked.findings for each in finding.own_evidence))
    ids = {span: index for index, span in enumerate(evidence)}
    lines = LineIndex(document.text)
    mark_of = {id(mark.finding): mark for mark in marks}
    return DocumentView(
        id=f"d{number}",
        path=document.path,
        title=document.title or document.path,
        heading=_heading(document),
        language=document.language,
        date=f"{document.date.written} ({document.date.source})" if document.date else "not known",
        encoding=document.encoding,
        remarks=document.notes,
        counts=counts,
        coverage=_percent(counts),
        body=Markup(MarkedText(document, marks, evidence).html(document.blocks)),
        entries=tuple(entry_of(document, mark_of[id(each)], lines) for each in by_urgency(checked.findings)),
        notes=tuple(note_of(document, mark, _evidence_ids(mark, ids), report.claims, lines) for mark in marks),
    )


def _heading(document: Document) -> str:
    """The title, or the path where the text begins with its title anyway."""
    opening = document.blocks[0].span.of(document.text) if document.blocks else ""
    return document.title if document.title and document.title.strip() != opening.strip() else document.path


def _marks(document: int, findings: Sequence[Finding]) -> list[Mark]:
    """A mark for each figure; what is ignored has no number, since paper does not explain it."""
    marks, number = [], 0
    for index, finding in enumerate(findings, 1):
        number += finding.fate is not Fate.IGNORED
        shown = number if finding.fate is not Fate.IGNORED else None
        marks.append(Mark(f"f{document}-{index}", f"n{document}-{index}", shown, finding))
    return marks


def _evidence_ids(mark: Mark, ids: dict[Span, int]) -> str:
    return " ".join(f"{ids[each.span]}:{each.role}" for each in mark.finding.own_evidence)


def _percent(counts: Counts) -> str:
    return f"{round(counts.coverage * 100)} %" if counts.coverage is not None else "–"


def _precision_words(precision: Precision) -> str:
    cap, about, almost = (grouped(each * 100) for each in (precision.round_cap, precision.about, precision.almost))
    return f"a round number is meant to ±{cap} % at most, “about” to ±{about} %, “almost” from {almost} % below"
