"""Dates and periods as figures."""

from __future__ import annotations

from fractions import Fraction

from sverka import units
from sverka.figures.build import NOWHERE, ignored_in
from sverka.model.figure import Figure, Parts, Reason
from sverka.model.interval import Interval
from sverka.model.quantity import Kind
from sverka.text.analysis import Analysis
from sverka.text.dates import DateMention


def date_figures(analysis: Analysis, dates: tuple[DateMention, ...]) -> list[Figure]:
    """A figure for each date, period and span of time that the text names."""
    return [_figure(analysis, mention) for mention in dates]


def _figure(analysis: Analysis, mention: DateMention) -> Figure:
    block = analysis.block_of(analysis.sentences[mention.sentence])
    ignored, why = ignored_in(block) or ((Reason.DATE, "a time of day") if mention.grain == "time" else (None, None))
    values, unit, dimension = _length(mention)
    point = Interval.point(values[0]) if values else NOWHERE
    return Figure(
        span=mention.span,
        text=mention.span.of(analysis.text),
        kind=mention.kind,
        values=values,
        ends=(point,) if values else (),
        interval=point,
        unit=unit,
        dimension=dimension,
        parts=Parts(mention.number),
        rule=mention.rule,
        counted=bool(values),
        days=mention.days,
        sense=mention.sense,
        ignored=ignored,
        why=why,
    )


def _length(mention: DateMention) -> tuple[tuple[Fraction, ...], str | None, str]:
    """A span of time has its length for a value: «за последние три года» is three years."""
    unit = units.find(mention.grain) if mention.kind is Kind.DURATION and mention.count is not None else None
    if unit is None or mention.count is None:
        return (), "date", "date"
    return (mention.count * unit.factor,), unit.canonical, unit.dimension
