"""Figures and claims as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sverka.model.claim import Assertion, ClaimSet
from sverka.model.figure import Figure
from sverka.report.cells import clean, cut
from sverka.report.content import Extracted
from sverka.report.lines import LineIndex
from sverka.report.objects import period_of
from sverka.report.words import claim_words, figure_words
from sverka.text.widths import width_of

_WIDEST = 48


def to_figure_table(extracts: Iterable[Extracted]) -> str:
    """Every figure on a line: where it stands, its words, and what they mean."""
    header = ("place", "figure", "kind", "means", "period", "status")
    return table(header, [row for extracted in extracts for row in _figure_rows(extracted)])


def _figure_rows(extracted: Extracted) -> Iterator[Sequence[str]]:
    index = LineIndex(extracted.document.text)
    for figure in extracted.figures:
        line, column = index.position(figure.span.start)
        line = extracted.line_number or line
        place = f"{extracted.document.path}:{line}:{column}"
        yield place, figure.text, figure.kind, _means(figure), str(period_of(figure) or ""), figure.status


def _means(figure: Figure) -> str:
    return f"ignored: {figure.ignored}" if figure.ignored else figure_words(figure)


def to_claims_table(claims: ClaimSet) -> str:
    """Every normalised assertion on a line: its id, what it lets be true, when, and where it is written; in a set that
    knows parts, what each is a part of."""
    header: tuple[str, ...] = ("assertion", "means", "period", "status", "place")
    rows = [_claim_row(each) for each in claims.assertions]
    parts = [_part_of(each, claims) for each in claims.assertions]
    if any(parts):
        header, rows = (*header, "part of"), [(*row, part) for row, part in zip(rows, parts, strict=True)]
    return table(header, rows)


def _claim_row(assertion: Assertion) -> tuple[str, ...]:
    place = f"{assertion.place.file}:{assertion.place.line}{' derived' if assertion.derived else ''}"
    return assertion.id, claim_words(assertion), str(assertion.period or ""), assertion.status, place


def _part_of(assertion: Assertion, claims: ClaimSet) -> str:
    return ", ".join(whole for whole in claims.wholes_of(assertion) if whole)


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as their widest cell, two spaces apart; the first is never cut, since it says where."""
    shown = [header, *([clean(row[0]), *(cut(clean(each), _WIDEST) for each in row[1:])] for row in rows)]
    widths = [max(map(width_of, column)) for column in zip(*shown, strict=True)]
    return "".join(f"{_line(row, widths)}\n" for row in shown)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - width_of(cell)) for cell, width in zip(row, widths, strict=True))
    return "  ".join(padded).rstrip()
