"""How precisely a written number is meant.

A written number stands for half a unit of its last digit that carries information on either side, but never for more
than a twentieth of its value; a hedge widens or bounds it. Both shares are defaults of the project's configuration.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from sverka.model.interval import Interval
from sverka.model.quantity import Hedge


@dataclass(frozen=True, slots=True)
class Precision:
    """The shares by which words loosen a number: of a round number, of "about" and of "almost"."""

    round_cap: Fraction = Fraction(1, 20)
    about: Fraction = Fraction(1, 10)
    almost: Fraction = Fraction(1, 10)

    def written(self, value: Fraction, last_digit: Fraction) -> Interval:
        """The half-open interval that rounds to `value`, where `last_digit` is the worth of its last informing digit.

        >>> Precision().written(Fraction(2), Fraction(1))
        Interval(low=Fraction(19, 10), high=Fraction(21, 10), low_closed=True, high_closed=False)
        """
        # by whole numbers, whose hashes cost nothing
        return _rounded(*value.as_integer_ratio(), *last_digit.as_integer_ratio(), *self.round_cap.as_integer_ratio())

    def hedged(self, value: Fraction, hedge: Hedge) -> Interval:
        """The interval that a hedge and a number stand for together; a hedge speaks of size, so a fall by more than
        5 is anything below -5."""
        if value < 0:
            return self.hedged(-value, hedge).times(Fraction(-1))
        match hedge:
            case Hedge.ABOUT:
                return Interval.closed(value * (1 - self.about), value * (1 + self.about))
            case Hedge.ALMOST:
                return Interval.half_open(value * (1 - self.almost), value)
            case Hedge.OVER:
                return Interval.above(value, closed=False)
            case Hedge.AT_LEAST:
                return Interval.above(value, closed=True)
            case Hedge.UNDER:
                return Interval.below(value, closed=False)
            case Hedge.UP_TO:
                return Interval.below(value, closed=True)


@lru_cache(maxsize=10_000)
def _rounded(above: int, below: int, digit: int, part: int, cap: int, whole: int) -> Interval:
    """What rounds to a number; texts say the same few again and again."""
    value = Fraction(above, below)
    half = min(Fraction(digit, 2 * part), abs(value) * Fraction(cap, whole))
    if half == 0:
        return Interval.point(value)
    return Interval.half_open(value - half, value + half)


def last_digit(written: str) -> Fraction:
    """The worth of the last digit that carries information in a plain decimal numeral such as `1800` or `4.50`.

    Zeros after the decimal point inform; zeros that end a whole number do not.

    >>> last_digit("4.50"), last_digit("1800"), last_digit("7")
    (Fraction(1, 100), Fraction(100, 1), Fraction(1, 1))
    """
    whole, _, decimals = written.partition(".")
    if decimals:
        return Fraction(1, 10 ** len(decimals))
    significant = whole.rstrip("0")
    return Fraction(10 ** (len(whole) - len(significant))) if significant.strip("+-") else Fraction(1)
