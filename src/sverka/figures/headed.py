"""Units that a heading says for the rows under it: «Экспорт зерна, млн тонн», "Wages, thousand tenge"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from sverka.figures.lexicon import lexicon
from sverka.figures.said import THOUSANDS, Find, Said, said_in
from sverka.figures.signs import RELATIVE
from sverka.model.figure import Figure, Reason
from sverka.model.interval import Interval
from sverka.model.precision import Precision, last_digit
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.analysis import Analysis
from sverka.text.rows import cell_over, cells_of, is_row, lead_of

_IN_BRACKETS = re.compile(r"[^\n:]{1,120}\([^\d\n:()]{1,30}\):")
_LED = re.compile(r"[^\n:]{1,120}, (\w+) [^\d\n:(),]{1,30}:")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SIGNS = "+-−–"
_BESIDE = 4  # figures before and behind one that may stand in the next line
_DEGREES = Said("degC", "temperature", Fraction(1))


def with_heading_units(
    analysis: Analysis, figures: Sequence[Figure], find: Find, precision: Precision
) -> tuple[Figure, ...]:
    """The figures, with the unit of their heading where they stand in its rows and have none of their own.

    `find` reads the figures of a text, so that a heading's unit is read as any other. What the heading says for its
    rows («миллион человек») states nothing itself.
    """
    said: dict[int | Span, Said | None] = {}
    warmed = _with_degrees(analysis, figures, precision)
    headed = ((figure, _said_of(analysis, figure, said, find)) for figure in warmed)
    measured = [figure if own is None else _measured(figure, own, precision) for figure, own in headed]
    return tuple(_unstated(analysis, figure, said) for figure in measured)


def _with_degrees(analysis: Analysis, figures: Sequence[Figure], precision: Precision) -> Iterator[Figure]:
    """«– Алматы: +3» in a list beside «– Астана: −6 °C»: a number with a sign and no unit is of degrees too."""
    for at, figure in enumerate(figures):
        if figure.text[0] not in _SIGNS or not _is_unmeasured(figure):
            yield figure
            continue
        beside = (*figures[max(0, at - _BESIDE) : at], *figures[at + 1 : at + 1 + _BESIDE])
        warm = any(one.dimension == "temperature" and _are_neighbours(analysis, figure, one) for one in beside)
        yield _measured(figure, _DEGREES, precision) if warm else figure


def _are_neighbours(analysis: Analysis, one: Figure, other: Figure) -> bool:
    """Whether two figures stand in lines of a list, one right under the other."""
    lines = [analysis.sentence_at(figure.span.start) for figure in (one, other)]
    blocks = [analysis.sentences[line].block for line in lines if line is not None and is_row(analysis, line)]
    return len(blocks) == 2 and abs(blocks[0] - blocks[1]) == 1


def _is_unmeasured(figure: Figure) -> bool:
    bare = figure.kind is Kind.LEVEL and figure.unit is None and not figure.ignored
    return bare and figure.parts.unit is None


def _unstated(analysis: Analysis, figure: Figure, said: dict[int | Span, Said | None]) -> Figure:
    if THOUSANDS.fullmatch(figure.text) is None and not _is_unit(analysis, figure, said):
        return figure
    return replace(figure, ignored=Reason.TRIVIAL, why="the unit of the rows under it")


def _is_unit(analysis: Analysis, figure: Figure, said: dict[int | Span, Said | None]) -> bool:
    if not said or figure.kind is not Kind.LEVEL or any(map(str.isdigit, figure.text)):
        return False
    index = analysis.sentence_at(figure.span.start)
    if index is None:
        return False
    cells = (cell for cell in cells_of(analysis, index) if cell.covers(figure.span))
    return said.get(index) is not None or any(said.get(cell) for cell in cells)


def _said_of(analysis: Analysis, figure: Figure, said: dict[int | Span, Said | None], find: Find) -> Said | None:
    """What the cell over a figure, the label of its row, or the heading over its rows says of it."""
    if not _is_unmeasured(figure):
        return None
    if _YEAR.fullmatch(figure.text):
        return None  # the years over the columns of a table
    index = analysis.sentence_at(figure.span.start)
    if index is None:
        return None
    lead = _lead_in(analysis, index, figure)
    if lead is not None:
        if lead not in said:
            said[lead] = said_in(lead.of(analysis.text), analysis.language, find)
        if said[lead] is not None:
            return said[lead]
    if not is_row(analysis, index):
        return None
    for label in (cell_over(analysis, index, figure.span.start), _label_of(analysis, index, figure)):
        if label is not None:
            if label not in said:
                said[label] = said_in(label.of(analysis.text), analysis.language, find, is_cell=True)
            if said[label] is not None:
                return said[label]
    heading = lead_of(analysis, index)
    if heading is not None and heading not in said:
        said[heading] = said_in(analysis.sentences[heading].span.of(analysis.text), analysis.language, find)
    return None if heading is None else said[heading]


def _lead_in(analysis: Analysis, index: int, figure: Figure) -> Span | None:
    """The words before the colon of «Показатели банка (млрд тенге): доходы 384,6», which end in a unit in brackets."""
    start = analysis.sentences[index].span.start
    match = _IN_BRACKETS.match(analysis.text, start, figure.span.start)
    led = None if match else _LED.match(analysis.text, start, figure.span.start)
    if led and lexicon(analysis.language).has("units.special.told_in", led[1]):
        match = led  # "Quotas for 2026, in tonnes: cod 31,500"
    return Span(start, match.end() - 1) if match else None


def _label_of(analysis: Analysis, index: int, figure: Figure) -> Span | None:
    """The first cell of a line of a table, for the figures of its other cells."""
    cells = cells_of(analysis, index)
    return cells[0] if cells and figure.span.start >= cells[0].end else None


def _measured(figure: Figure, said: Said, precision: Precision) -> Figure:
    """A number in a unit that its heading says; with a sign, a share of it is a change."""
    signed = said.unit in RELATIVE and figure.text[0] in _SIGNS
    ends = tuple(_written(end, said, precision) for end in figure.ends)
    return replace(
        figure,
        kind=Kind.CHANGE if signed else figure.kind,
        values=tuple(value * said.factor for value in figure.values),
        ends=ends,
        interval=ends[0] if figure.interval.is_point else figure.interval.times(said.factor),
        unit=said.unit,
        dimension=said.dimension,
        rule="unit of the heading",
        counted=False,
    )


def _written(end: Interval, said: Said, precision: Precision) -> Interval:
    """What a number means in the unit; a whole one, which was taken for a count, is rounded as others are."""
    if end.is_point and end.low is not None:
        end = precision.written(end.low, last_digit(str(abs(end.low))))
    return end.times(said.factor)
