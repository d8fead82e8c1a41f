"""The note that explains one figure, and its entry in the list of what needs attention."""

from __future__ import annotations

from dataclasses import dataclass

from sverka.model.claim import Assertion, ClaimSet, Source
from sverka.model.document import Document
from sverka.model.finding import Evidence, Fate, Finding
from sverka.report.context import Context, sentence_around
from sverka.report.lines import LineIndex
from sverka.report.marks import Mark
from sverka.report.numberline import NumberLine, number_line
from sverka.report.segments import segments
from sverka.report.words import claim_words, figure_words, meaning


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of quoted words; `role` names what it showed, `is_figure` the words of the figure itself."""

    text: str
    role: str
    is_figure: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of the text, or the part of it that is near the figure."""

    pieces: tuple[Piece, ...]
    is_cut_before: bool
    is_cut_after: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One piece of evidence: what it showed, the words, how near, where, and by which rule."""

    role: str
    text: str
    scope: str
    line: int
    how: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure in the list of what needs attention."""

    mark: str
    fate: Fate
    detail: str
    warning: bool
    line: int
    column: int
    quote: Quote
    message: str
    suggestion: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """Everything that a reader needs to work one verdict out by hand."""

    id: str
    mark: Mark
    line: int
    column: int
    detail: str
    meaning: str
    quote: Quote
    evidence_ids: str
    evidence: tuple[Shown, ...]
    assertion: Assertion | None
    source: Source | None
    figure_means: str
    claim_means: str
    drawing: NumberLine | None

    @property
    def finding(self) -> Finding:
        return self.mark.finding

    @property
    def link(self) -> str | None:
        """The source's address where a browser may follow it; what an analyst wrote is not trusted to be one."""
        address = self.source.address if self.source else None
        return address if address and address.startswith(("https://", "http://")) else None

    @property
    def is_brief(self) -> bool:
        """Nothing was compared: the reason says it all."""
        return self.finding.fate is Fate.IGNORED


def entry_of(document: Document, mark: Mark, lines: LineIndex) -> Entry:
    """The figure with a few words around it."""
    finding = mark.finding
    line, column = lines.position(finding.figure.span.start)
    return Entry(
        mark=mark.id,
        fate=finding.fate,
        detail=detail_of(finding),
        warning=finding.warning,
        line=line,
        column=column,
        quote=_quote(document, finding, sentence_around(document, finding.figure.span, 140), ()),
        message=finding.message,
        suggestion=finding.suggestion,
    )


def note_of(document: Document, mark: Mark, evidence_ids: str, claims: ClaimSet, lines: LineIndex) -> Note:
    """The full explanation of a figure."""
    finding, assertion = mark.finding, mark.finding.assertion
    line, column = lines.position(finding.figure.span.start)
    around = sentence_around(document, finding.figure.span)
    return Note(
        id=mark.note,
        mark=mark,
        line=line,
        column=column,
        detail=detail_of(finding),
        meaning=meaning(finding),
        quote=_quote(document, finding, around, finding.own_evidence),
        evidence_ids=evidence_ids,
        evidence=tuple(_shown(document, each, lines) for each in finding.evidence),
        assertion=assertion,
        source=claims.sources.get(assertion.source or "") if assertion else None,
        figure_means=figure_words(finding.figure),
        claim_means=claim_words(assertion) if assertion else "",
        drawing=number_line(finding.figure, assertion),
    )


def detail_of(finding: Finding) -> str:
    """The cause, the grade or the reason, whichever the fate has."""
    return str(finding.code or finding.grade or finding.reason or "")


def _quote(document: Document, finding: Finding, around: Context, evidence: tuple[Evidence, ...]) -> Quote:
    def piece(text: str, indices: tuple[int, ...], is_figure: bool) -> Piece:
        return Piece(text, ", ".join(dict.fromkeys(str(evidence[index].role) for index in indices)), is_figure)

    cut = segments(around.span, [finding.figure.span], [each.span for each in evidence])
    pieces = tuple(piece(each.span.of(document.text), each.notes, each.figure is not None) for each in cut)
    return Quote(pieces, around.is_cut_before, around.is_cut_after)


def _shown(document: Document, evidence: Evidence, lines: LineIndex) -> Shown:
    if evidence.elsewhere is not None:
        there = evidence.elsewhere
        return Shown(str(evidence.role), there.text, there.path, there.line, evidence.how)
    line, _ = lines.position(evidence.span.start)
    return Shown(str(evidence.role), evidence.span.of(document.text), str(evidence.scope), line, evidence.how)
