"""Readings become figures."""

from __future__ import annotations

from fractions import Fraction

from sverka.figures.amounts import Amount
from sverka.figures.passage import Passage
from sverka.figures.reading import Reading, span_of
from sverka.languages.morphology import fold
from sverka.model.document import Block, BlockKind
from sverka.model.figure import Figure, Parts, Reason
from sverka.model.interval import Interval
from sverka.model.precision import Precision
from sverka.model.quantity import Hedge, Kind
from sverka.model.span import Span

_MIRRORED: dict[Hedge | None, Hedge] = {
    Hedge.OVER: Hedge.UNDER,
    Hedge.UNDER: Hedge.OVER,
    Hedge.AT_LEAST: Hedge.UP_TO,
    Hedge.UP_TO: Hedge.AT_LEAST,
}
_ONE = Fraction(1)
NOWHERE = Interval(None, None, False, False)


def figure_of(passage: Passage, reading: Reading, precision: Precision) -> Figure:
    """The figure that a reading stands for, in canonical units."""
    worth = _worth(reading)
    values = tuple(_signed(amount.value, worth, reading) for amount in reading.amounts)
    ends = tuple(_end(amount, worth, reading, None, precision) for amount in reading.amounts)
    hedged = ends
    if reading.hedge is not None:
        hedge = _meant(passage, reading)
        hedged = tuple(_end(amount, worth, reading, hedge, precision) for amount in reading.amounts)
    span = span_of(passage, reading)
    scale = reading.amounts[-1].scale if reading.amounts else _ONE
    ignored, why = _ignored(passage.block, reading)
    return Figure(
        span=span,
        text=span.of(passage.text),
        kind=reading.kind,
        values=values,
        ends=ends,
        interval=_whole(values, hedged, reading),
        unit=reading.unit,
        dimension=reading.dimension,
        parts=_parts(span, reading),
        rule=reading.rule,
        hedge=reading.hedge,
        counted=reading.is_exact,
        scale=scale,
        direction_span=reading.direction,
        is_part=reading.is_part,
        ignored=ignored,
        why=why,
    )


def _worth(reading: Reading) -> Fraction:
    """How many of the unit's canonical one a written one is, with the sign of a fall; the same one where it is one."""
    factor = reading.measure.factor if reading.measure else _ONE
    if reading.rule == "share" or (reading.rule == "range" and all(amount.is_share for amount in reading.amounts)):
        factor = Fraction(100)
    worth = factor if reading.sign == 1 else factor * reading.sign
    return _ONE if worth == 1 else worth


def _meant(passage: Passage, reading: Reading) -> Hedge | None:
    """What a hedge says of size: «ниже −20» is more than 20 below zero."""
    if reading.sign > 0 or reading.kind is not Kind.LEVEL or reading.hedge_span is None:
        return reading.hedge
    words = {fold(word) for word in reading.hedge_span.of(passage.text).split()}
    return _MIRRORED.get(reading.hedge) if words & passage.lexicon.words["hedges.special.levels"] else reading.hedge


def _ignored(block: Block, reading: Reading) -> tuple[Reason | None, str | None]:
    return ignored_in(block) or (reading.ignored, reading.why)


def ignored_in(block: Block) -> tuple[Reason, str | None] | None:
    """Why nothing in a block is a statement, whatever it says."""
    if block.kind is BlockKind.FURNITURE:
        return Reason.BOILERPLATE, block.why
    if block.kind is BlockKind.DATELINE:
        return Reason.DATE, block.why
    return None


def _signed(value: Fraction, worth: Fraction, reading: Reading) -> Fraction:
    if reading.is_inverse:
        return 1 / abs(value * worth) if value else value
    return value if worth is _ONE else value * worth


def _end(amount: Amount, worth: Fraction, reading: Reading, hedge: Hedge | None, precision: Precision) -> Interval:
    magnitude = _magnitude(amount, hedge, reading, precision)
    if reading.is_inverse:
        return _inverted(magnitude.times(abs(worth)))
    return magnitude if worth is _ONE else magnitude.times(worth)


def _magnitude(amount: Amount, hedge: Hedge | None, reading: Reading, precision: Precision) -> Interval:
    if reading.tolerance is not None:
        return Interval.closed(amount.value - reading.tolerance, amount.value + reading.tolerance)
    if hedge is not None:
        return precision.hedged(amount.value, hedge)
    return Interval.point(amount.value) if reading.is_exact else precision.written(amount.value, amount.digit)


def _inverted(interval: Interval) -> Interval:
    """Every value turned upside down; a multiple is never negative, so that an open low end is nought."""
    low, high = interval.low, interval.high
    return Interval(
        None if high is None else 1 / high if high else None,
        None if not low else 1 / low,
        interval.high_closed and high is not None,
        interval.low_closed and bool(low),
    )


def _whole(values: tuple[Fraction, ...], ends: tuple[Interval, ...], reading: Reading) -> Interval:
    """What the wording stands for; a range without a hedge reaches from one number to the other as written."""
    if len(values) == 2 and reading.hedge is None:
        return Interval.closed(min(values), max(values))
    return hull(ends)


def hull(ends: tuple[Interval, ...]) -> Interval:
    """From the lowest end to the highest."""
    if not ends:
        return NOWHERE
    low, high = ends[0], ends[0]
    for end in ends[1:]:
        low = end if low.low is not None and (end.low is None or end.low < low.low) else low
        high = end if high.high is not None and (end.high is None or end.high > high.high) else high
    return Interval(low.low, high.high, low.low_closed, high.high_closed)


def _parts(span: Span, reading: Reading) -> Parts:
    if not reading.amounts:
        return Parts(span)
    number = Span(reading.amounts[0].number.start, reading.amounts[-1].number.end)
    unit = reading.measure.span if reading.measure and span.covers(reading.measure.span) else None
    return Parts(number, reading.hedge_span, reading.amounts[-1].scale_span, unit if unit != number else None)
