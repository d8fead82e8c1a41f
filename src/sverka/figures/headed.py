"""Units that a heading says for the rows under it: «Экспорт зерна, млн тонн», "Wages, thousand tenge"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from sverka.model.document import Block, BlockKind, Document
from sverka.model.figure import Figure, Reason
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.analysis import Analysis, analyse
from sverka.text.rows import cell_over, cells_of, is_row, lead_of

_YEAR = re.compile(r"(?:19|20)\d\d")
THOUSAND = 1000
_RELATIVE, _SIGNS = ("share", "points"), ("+", "−", "-", "–")
_BREAKS = (",", "(", ";", " – ", " - ", "\t")

Find = Callable[[Analysis], Sequence[Figure]]


class Said(NamedTuple):
    """What a heading says of the numbers under it: how many of a unit one of them is."""

    unit: str | None
    dimension: str
    factor: Fraction


def with_heading_units(analysis: Analysis, figures: Sequence[Figure], find: Find) -> tuple[Figure, ...]:
    """The figures, with the unit of their heading where they stand in its rows and have none of their own.

    `find` reads the figures of a text, so that a heading's unit is read as any other. What the heading says for its
    rows («миллион человек») states nothing itself.
    """
    said: dict[int | Span, Said | None] = {}
    measured = [_headed(analysis, figure, said, find) for figure in figures]
    return tuple(_unstated(analysis, figure, said) for figure in measured)


def _unstated(analysis: Analysis, figure: Figure, said: dict[int | Span, Said | None]) -> Figure:
    index = analysis.sentence_at(figure.span.start)
    if index is None or any(letter.isdigit() for letter in figure.text):
        return figure
    cells = (cell for cell in cells_of(analysis, index) if cell.covers(figure.span))
    if said.get(index) is None and not any(said.get(cell) for cell in cells):
        return figure
    return replace(figure, ignored=Reason.TRIVIAL, why="the unit of the rows under it")


def _headed(analysis: Analysis, figure: Figure, said: dict[int | Span, Said | None], find: Find) -> Figure:
    if figure.kind is not Kind.LEVEL or figure.unit is not None or figure.ignored or figure.parts.unit is not None:
        return figure
    if _YEAR.fullmatch(figure.text):
        return figure  # the years over the columns of a table
    index = analysis.sentence_at(figure.span.start)
    if index is None or not is_row(analysis, index):
        return figure
    for label in (_label_of(analysis, index, figure), cell_over(analysis, index, figure.span.start)):
        if label is not None:
            if label not in said:
                said[label] = _said_in(label.of(analysis.text), analysis.language, find)
            own = said[label]
            if own is not None:
                return _measured(figure, own)
    heading = lead_of(analysis, index)
    if heading is None:
        return figure
    if heading not in said:
        said[heading] = _said_in(analysis.sentences[heading].span.of(analysis.text), analysis.language, find)
    found = said[heading]
    return figure if found is None else _measured(figure, found)


def _label_of(analysis: Analysis, index: int, figure: Figure) -> Span | None:
    """The first cell of a line of a table, for the figures of its other cells."""
    cells = cells_of(analysis, index)
    return cells[0] if cells and figure.span.start >= cells[0].end else None


def _measured(figure: Figure, said: Said) -> Figure:
    """A share with a sign tells a change: «+12,4» under «Өзгеріс, %»."""
    is_change = said.dimension in _RELATIVE and figure.text[:1] in _SIGNS
    return replace(
        figure,
        kind=Kind.CHANGE if is_change else figure.kind,
        values=tuple(value * said.factor for value in figure.values),
        ends=tuple(end.times(said.factor) for end in figure.ends),
        interval=figure.interval.times(said.factor),
        unit=said.unit,
        dimension=said.dimension,
        rule="unit of the heading",
        counted=False,
    )


def _said_in(text: str, language: str, find: Find) -> Said | None:
    """The unit in the last part of a heading or a label, read behind a one: «1 млн тонн»."""
    text = text.rstrip(":.) |\t")
    start = max((text.rfind(mark) + len(mark) for mark in _BREAKS if mark in text), default=0)
    last = text[start:].strip()
    if not start or not last or any(letter.isdigit() for letter in last):
        return None
    trial = f"1 {last}"
    block = Block(Span(0, len(trial)), BlockKind.PARAGRAPH)
    found = find(analyse(Document("heading", trial, "", language, (block,))))
    if len(found) != 1 or len(found[0].values) != 1:
        return None
    one = found[0]
    # A bare noun may be any, one with a scale word is counted: «млн человек».
    if (not one.unit or one.dimension == "count") and one.values[0] < THOUSAND:
        return None
    return Said(one.unit, one.dimension, one.values[0])
