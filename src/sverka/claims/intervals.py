"""Exact arithmetic of intervals."""

from __future__ import annotations

from fractions import Fraction

from sverka.model.interval import Interval

Corner = tuple[Fraction, bool]
EVERYTHING = Interval(None, None, False, False)


def plus(left: Interval, right: Interval) -> Interval:
    """Every sum of a value of each."""
    low = None if left.low is None or right.low is None else left.low + right.low
    high = None if left.high is None or right.high is None else left.high + right.high
    return Interval(low, high, left.low_closed and right.low_closed, left.high_closed and right.high_closed)


def minus(left: Interval, right: Interval) -> Interval:
    """Every difference of a value of each."""
    low = None if left.low is None or right.high is None else left.low - right.high
    high = None if left.high is None or right.low is None else left.high - right.low
    return Interval(low, high, left.low_closed and right.high_closed, left.high_closed and right.low_closed)


def times(left: Interval, right: Interval) -> Interval:
    """Every product of a value of each; where one has no end, as far as their signs bound it."""
    if left.is_bounded and right.is_bounded:
        corners = [_product(a, b) for a in _corners(left) for b in _corners(right)]
        low = min(corners, key=lambda corner: (corner[0], not corner[1]))
        high = max(corners, key=lambda corner: (corner[0], corner[1]))
        return Interval(low[0], high[0], low[1], high[1])
    if left.is_point and left.low:
        return right.times(left.low)
    if right.is_point and right.low:
        return left.times(right.low)
    if left.low is not None and right.low is not None and left.low >= 0 and right.low >= 0:
        return Interval(left.low * right.low, None, left.low_closed and right.low_closed, False)
    return EVERYTHING


def over(left: Interval, right: Interval) -> Interval | None:
    """Every quotient of a value of each, None where the divisor may be zero.

    >>> over(Interval.point(Fraction(1)), Interval.half_open(Fraction(2), Fraction(4)))
    Interval(low=Fraction(1, 4), high=Fraction(1, 2), low_closed=False, high_closed=True)
    """
    if left.low and left.high and right.low and right.high and left.low > 0 and right.low > 0:  # nearly all
        low_closed, high_closed = left.low_closed and right.high_closed, left.high_closed and right.low_closed
        return Interval(left.low / right.high, left.high / right.low, low_closed, high_closed)
    inverse = _inverse(right)
    return None if inverse is None else times(left, inverse)


def _inverse(divisor: Interval) -> Interval | None:
    if divisor.low is not None and divisor.low > 0:
        low = Fraction(0) if divisor.high is None else 1 / divisor.high
        return Interval(low, 1 / divisor.low, divisor.high_closed, divisor.low_closed)
    if divisor.high is not None and divisor.high < 0:
        high = Fraction(0) if divisor.low is None else 1 / divisor.low
        return Interval(1 / divisor.high, high, divisor.high_closed, divisor.low_closed)
    return None


def _corners(interval: Interval) -> tuple[Corner, Corner]:
    assert interval.low is not None and interval.high is not None
    return (interval.low, interval.low_closed), (interval.high, interval.high_closed)


def _product(left: Corner, right: Corner) -> Corner:
    """A product is reached where both factors are, or where one of them is zero and reached."""
    zero = (left[0] == 0 and left[1]) or (right[0] == 0 and right[1])
    return left[0] * right[0], zero or (left[1] and right[1])
