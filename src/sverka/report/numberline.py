"""Where the ends of two intervals fall on one line, in whole units of a drawing."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sverka.model.claim import Assertion
from sverka.model.figure import Figure
from sverka.model.interval import Interval
from sverka.model.period import Period

WIDTH = 1000
_MARGIN = 80


@dataclass(frozen=True, slots=True)
class Bar:
    """One interval drawn from `left` to `right`; an end that is None runs off the line."""

    left: int
    right: int
    low_closed: bool | None
    high_closed: bool | None

    @property
    def length(self) -> int:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A figure's interval above its claim's, to one scale."""

    figure: Bar
    claim: Bar


def number_line(figure: Figure, assertion: Assertion | None) -> NumberLine | None:
    """Both intervals to one scale; None where they have no unit in common or nothing is bounded."""
    if assertion is None:
        return None
    above, below = interval_of(figure.interval, figure.days), interval_of(assertion.interval, assertion.days)
    dates = figure.days is not None and assertion.days is not None
    if not dates and (figure.unit != assertion.unit or not figure.values or not assertion.values):
        return None
    ends = [end for each in (above, below) for end in (each.low, each.high) if end is not None]
    if not ends:
        return None
    return NumberLine(_bar(above, min(ends), max(ends)), _bar(below, min(ends), max(ends)))


def interval_of(interval: Interval, days: Period | None) -> Interval:
    """The interval, or the days of a date as whole numbers."""
    if days is None:
        return interval
    return Interval.closed(Fraction(days.start.toordinal()), Fraction(days.end.toordinal()))


def _bar(interval: Interval, least: Fraction, most: Fraction) -> Bar:
    return Bar(
        left=0 if interval.low is None else _at(interval.low, least, most),
        right=WIDTH if interval.high is None else _at(interval.high, least, most),
        low_closed=None if interval.low is None else interval.low_closed,
        high_closed=None if interval.high is None else interval.high_closed,
    )


def _at(value: Fraction, least: Fraction, most: Fraction) -> int:
    """The place of a value on the line, a margin left on both sides; all in the middle where all are equal."""
    if least == most:
        return WIDTH // 2
    return _MARGIN + round((value - least) * (WIDTH - 2 * _MARGIN) / (most - least))
