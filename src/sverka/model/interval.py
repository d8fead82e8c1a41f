"""The set of values that a wording stands for."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """A set of exact rationals between two ends; an end that is `None` is open for ever.

    >>> Interval.half_open(Fraction("4.45"), Fraction("4.55")).contains(Fraction("4.5"))
    True
    """

    low: Fraction | None
    high: Fraction | None
    low_closed: bool
    high_closed: bool

    @staticmethod
    def point(value: Fraction) -> Interval:
        return Interval(value, value, True, True)

    @staticmethod
    def half_open(low: Fraction, high: Fraction) -> Interval:
        return Interval(low, high, True, False)

    @staticmethod
    def closed(low: Fraction, high: Fraction) -> Interval:
        return Interval(low, high, True, True)

    @staticmethod
    def above(value: Fraction, *, closed: bool) -> Interval:
        return Interval(value, None, closed, False)

    @staticmethod
    def below(value: Fraction, *, closed: bool) -> Interval:
        return Interval(None, value, False, closed)

    @property
    def is_bounded(self) -> bool:
        return self.low is not None and self.high is not None

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    def contains(self, value: Fraction) -> bool:
        if self.low is not None and (value < self.low or (value == self.low and not self.low_closed)):
            return False
        return not (self.high is not None and (value > self.high or (value == self.high and not self.high_closed)))

    def meets(self, other: Interval) -> bool:
        """True when some value lies in both; what nothing lies in, such as "almost nought", meets nothing."""
        return _reaches(self, other) and _reaches(other, self) and not (self.is_empty or other.is_empty)

    @property
    def is_empty(self) -> bool:
        """True where both ends are one value that is not held."""
        return self.low is not None and self.low == self.high and not (self.low_closed and self.high_closed)

    def within(self, other: Interval) -> bool:
        """True when every value of this interval lies in the other."""
        low = other.low is None or (
            self.low is not None
            and (self.low > other.low or (self.low == other.low and (other.low_closed or not self.low_closed)))
        )
        high = other.high is None or (
            self.high is not None
            and (self.high < other.high or (self.high == other.high and (other.high_closed or not self.high_closed)))
        )
        return low and high

    def times(self, factor: Fraction) -> Interval:
        """Every value multiplied by a non-zero factor; a negative one mirrors the interval."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        if factor < 0:
            return Interval(high, low, self.high_closed, self.low_closed)
        return Interval(low, high, self.low_closed, self.high_closed)


def _reaches(left: Interval, right: Interval) -> bool:
    """The low end of `left` is not beyond the high end of `right`."""
    if left.low is None or right.high is None:
        return True
    return left.low < right.high or (left.low == right.high and left.low_closed and right.high_closed)
