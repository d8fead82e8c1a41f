"""Units that a heading says for the rows under it: «Экспорт зерна, млн тонн», "Wages, thousand tenge"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from sverka.model.document import Block, BlockKind, Document
from sverka.model.figure import Figure
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.analysis import Analysis, analyse
from sverka.text.rows import is_row, lead_of

_YEAR = re.compile(r"(?:19|20)\d\d")
_BREAKS = (",", "(", ";", " – ", " - ", "\t")

Find = Callable[[Analysis], Sequence[Figure]]


class Said(NamedTuple):
    """What a heading says of the numbers under it: how many of a unit one of them is."""

    unit: str
    dimension: str
    factor: Fraction


def with_heading_units(analysis: Analysis, figures: Sequence[Figure], find: Find) -> tuple[Figure, ...]:
    """The figures, with the unit of their heading where they stand in its rows and have none of their own.

    `find` reads the figures of a text, so that a heading's unit is read as any other.
    """
    said: dict[int, Said | None] = {}
    return tuple(_headed(analysis, figure, said, find) for figure in figures)


def _headed(analysis: Analysis, figure: Figure, said: dict[int, Said | None], find: Find) -> Figure:
    if figure.kind is not Kind.LEVEL or figure.unit is not None or figure.ignored or figure.parts.unit is not None:
        return figure
    if _YEAR.fullmatch(figure.text):
        return figure  # the years over the columns of a table
    index = analysis.sentence_at(figure.span.start)
    heading = lead_of(analysis, index) if index is not None and is_row(analysis, index) else None
    if heading is None:
        return figure
    if heading not in said:
        said[heading] = _said_by(analysis, heading, find)
    found = said[heading]
    return figure if found is None else _measured(figure, found)


def _measured(figure: Figure, said: Said) -> Figure:
    return replace(
        figure,
        values=tuple(value * said.factor for value in figure.values),
        ends=tuple(end.times(said.factor) for end in figure.ends),
        interval=figure.interval.times(said.factor),
        unit=said.unit,
        dimension=said.dimension,
        rule="unit of the heading",
        counted=False,
    )


def _said_by(analysis: Analysis, heading: int, find: Find) -> Said | None:
    """The unit in a heading's last part, read behind a one: «1 млн тонн»."""
    text = analysis.sentences[heading].span.of(analysis.text).rstrip(":.) ")
    start = max((text.rfind(mark) + len(mark) for mark in _BREAKS if mark in text), default=0)
    last = text[start:].strip()
    if not start or not last or any(letter.isdigit() for letter in last):
        return None
    trial = f"1 {last}"
    block = Block(Span(0, len(trial)), BlockKind.PARAGRAPH)
    found = find(analyse(Document("heading", trial, "", analysis.language, (block,))))
    if len(found) != 1 or not found[0].unit or found[0].dimension == "count" or len(found[0].values) != 1:
        return None
    return Said(found[0].unit, found[0].dimension, found[0].values[0])
