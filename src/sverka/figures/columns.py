"""The periods that a table gives its numbers: over their column, before their row, or in its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sverka.figures.build import NOWHERE
from sverka.figures.roles import DATES
from sverka.languages.morphology import readings, tells_forms
from sverka.model.figure import Figure, Scope, When
from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text import rows
from sverka.text.analysis import Analysis

_YEAR = re.compile(r"(?:19|20)\d\d")


def with_column_years(analysis: Analysis, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures, those that are bare years in the first line or the first cell of a table read as such."""
    return tuple(_as_year(figure) if _is_label(analysis, figure) else figure for figure in figures)


def _is_label(analysis: Analysis, figure: Figure) -> bool:
    if figure.kind is not Kind.LEVEL or not _YEAR.fullmatch(figure.text):
        return False
    index = analysis.sentence_at(figure.span.start)
    if index is None:
        return False
    cells = rows.cells_of(analysis, index)
    if not cells and _ends_title(analysis, index, figure):
        return True
    if not cells:  # «2023 – 1,9»
        return figure.span.start == analysis.sentences[index].span.start and rows.is_data(analysis, index)
    is_alone = any(cell.of(analysis.text).strip().strip("*_") == figure.text for cell in cells)
    is_first = cells[0].start <= figure.span.start < cells[0].end
    return is_alone and (is_first or rows.header_of(analysis, index) is None)


def _ends_title(analysis: Analysis, index: int, figure: Figure) -> bool:
    """«Доходы бюджета (млн тг) 2024», «Итоги 2024»: the last word of a title, behind a bracket or a noun."""
    sentence = analysis.sentences[index]
    if figure.span.end < len(analysis.text[: sentence.span.end].rstrip(" :*_")) or not rows.is_title(analysis, index):
        return False
    before = [token for token in analysis.tokens_of(sentence) if token.end <= figure.span.start]
    if not before or not tells_forms(analysis.language):
        return False
    last = readings(before[-1].text, analysis.language)[:1]
    counted = any(one.case == "genitive" and one.plural for one in last)  # «принял судов 2024»
    return before[-1].text in ")," or (any(one.pos == "noun" for one in last) and not counted)


def _as_year(figure: Figure) -> Figure:
    return replace(
        figure,
        kind=Kind.PERIOD,
        values=(),
        ends=(),
        interval=NOWHERE,
        unit="date",
        dimension="date",
        rule="year of a table",
        counted=False,
        days=Period.year(int(figure.text)),
    )


def with_table_periods(analysis: Analysis, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures of tables and lists, with the period over their column, before them in their line, or in their
    title, where they have none of their own."""
    dates = [figure for figure in figures if figure.kind in DATES and figure.days is not None]
    by_sentence: dict[int, list[Figure]] = {}
    for figure in dates:
        index = analysis.sentence_at(figure.span.start)
        if index is not None:
            by_sentence.setdefault(index, []).append(figure)
    return tuple(_placed(analysis, figure, by_sentence) for figure in figures)


def _placed(analysis: Analysis, figure: Figure, dates: dict[int, list[Figure]]) -> Figure:
    index = analysis.sentence_at(figure.span.start)
    if figure.kind in DATES or index is None or not rows.is_data(analysis, index):
        return figure
    if figure.when is not None and figure.when.scope is Scope.CLAUSE and not _is_of_any_year(analysis, index, figure):
        return figure
    found = _over(analysis, index, figure, dates) or _before(analysis, index, dates) or _titled(analysis, index, dates)
    if found is None or found.days is None:
        return figure
    scope = Scope.CLAUSE if analysis.sentence_at(found.span.start) == index else Scope.HEADING
    return replace(figure, when=When(found.days, scope, found.span))


def _is_of_any_year(analysis: Analysis, index: int, figure: Figure) -> bool:
    """«Самолётов на конец года | 14 | 17»: the label of the row tells a time of the year, and the column of which."""
    cells, when = rows.cells_of(analysis, index), figure.when
    if not cells or when is None or not cells[0].covers(when.span) or cells[0].covers(figure.span):
        return False
    return not any(letter.isdigit() for letter in when.span.of(analysis.text))


def _over(analysis: Analysis, index: int, figure: Figure, dates: dict[int, list[Figure]]) -> Figure | None:
    cell = rows.cell_over(analysis, index, figure.span.start)
    header = rows.header_of(analysis, index)
    return _within(dates.get(header, []), cell) if cell is not None and header is not None else None


def _before(analysis: Analysis, index: int, dates: dict[int, list[Figure]]) -> Figure | None:
    cells = rows.cells_of(analysis, index)
    return _within(dates.get(index, []), cells[0]) if cells else None


def _titled(analysis: Analysis, index: int, dates: dict[int, list[Figure]]) -> Figure | None:
    """A title with one date says of when all its lines are."""
    lead = rows.lead_of(analysis, index)
    named = dates.get(lead, []) if lead is not None else []
    return named[0] if len(named) == 1 and not dates.get(index) else None


def _within(dates: Sequence[Figure], cell: Span) -> Figure | None:
    return next((date for date in dates if cell.start <= date.span.start < cell.end), None)
