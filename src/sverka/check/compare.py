"""Whether a figure and an assertion can both be true, exactly."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sverka.model.claim import Assertion
from sverka.model.figure import Figure
from sverka.model.finding import Grade
from sverka.model.interval import Interval
from sverka.model.period import Period
from sverka.model.quantity import Hedge, Kind, Relation

# A bound is far away when the claimed value lies more than this share beyond it.
FAR = Fraction(1, 10)
# A number cut off rather than rounded passes, with a warning, while the two differ by less than this share.
TRUNCATION = Fraction(1, 50)

_UPWARD = frozenset((Hedge.OVER, Hedge.AT_LEAST))
_DOWNWARD = frozenset((Hedge.UNDER, Hedge.UP_TO))
_CLAIMED_UP = frozenset((Relation.MORE, Relation.AT_LEAST))
_CLAIMED_DOWN = frozenset((Relation.LESS, Relation.AT_MOST))


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome of one comparison: agreement with its grade, or None for a conflict, and the rule that decided."""

    grade: Grade | None
    rule: str

    @property
    def agrees(self) -> bool:
        return self.grade is not None


def compare(figure: Figure, assertion: Assertion, today: Period | None = None) -> Comparison:
    """Compare a figure with an assertion of the same dimension and kind, both in canonical units.

    An anniversary that names no year is marked in that of the document, `today`.
    """
    if assertion.days is not None:
        return _compare_days(figure, assertion, today)
    if len(figure.values) == 2 or len(assertion.values) == 2:
        return _compare_ranges(figure, assertion)
    claimed, stated = _same_scale(figure, assertion)
    return _compare_numbers(stated, claimed)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: the number, what it is rounded to, what the whole wording stands for, its bound."""

    value: Fraction
    rounded: Interval
    whole: Interval
    bound: int
    about: bool
    tolerant: bool = False


def contradict(one: Figure, other: Figure) -> bool:
    """Two figures of one thing, in one unit, cannot both be true; one may be the other cut off."""
    if len(one.values) != len(other.values):
        return not one.interval.meets(other.interval)
    if len(one.values) == 2:
        return not all(left.meets(right) for left, right in zip(one.ends, other.ends, strict=True))
    sides = _figure_side(one), _figure_side(other)
    return not any(_compare_numbers(*pair).agrees for pair in (sides, sides[::-1]))


def _same_scale(figure: Figure, assertion: Assertion) -> tuple[Side, Side]:
    """Both sides in one unit: a multiple and a percentage meet as ratios to the earlier value."""
    claimed = _claim_side(assertion)
    stated = _figure_side(figure)
    if figure.unit != assertion.unit and {figure.unit, assertion.unit} == {"%", "x"}:
        claimed = _as_ratio(claimed) if assertion.unit == "%" else claimed
        stated = _as_ratio(stated) if figure.unit == "%" else stated
    return claimed, stated


def _claim_side(assertion: Assertion) -> Side:
    bound = 1 if assertion.relation in _CLAIMED_UP else -1 if assertion.relation in _CLAIMED_DOWN else 0
    about = assertion.relation is Relation.ABOUT
    tolerant = assertion.tolerance is not None
    return Side(assertion.values[0], assertion.ends[0], assertion.interval, bound, about, tolerant)


def _figure_side(figure: Figure) -> Side:
    bound = 1 if figure.hedge in _UPWARD else -1 if figure.hedge in _DOWNWARD else 0
    return Side(figure.values[0], figure.ends[0], figure.interval, bound, figure.hedge is Hedge.ABOUT)


def _as_ratio(side: Side) -> Side:
    def ratio(interval: Interval) -> Interval:
        scaled = interval.times(Fraction(1, 100))
        low = None if scaled.low is None else 1 + scaled.low
        high = None if scaled.high is None else 1 + scaled.high
        return Interval(low, high, scaled.low_closed, scaled.high_closed)

    return Side(1 + side.value / 100, ratio(side.rounded), ratio(side.whole), side.bound, side.about, side.tolerant)


def _compare_numbers(stated: Side, claimed: Side) -> Comparison:
    if stated.bound and stated.bound == claimed.bound:
        return _compare_bounds(stated, claimed)
    if stated.about and claimed.about:
        return _compare_abouts(stated, claimed)
    if stated.whole.meets(claimed.whole):
        return _graded(stated, claimed)
    if stated.whole == stated.rounded and not claimed.tolerant and _is_truncated(stated, claimed):
        return Comparison(Grade.TRUNCATED, "cut off, not rounded")
    return Comparison(None, "the intervals do not meet")


def _compare_bounds(stated: Side, claimed: Side) -> Comparison:
    """Two bounds in one direction say the same thing only where their numbers do."""
    if stated.value == claimed.value:
        return Comparison(Grade.EXACT, "the same bound")
    if stated.rounded.contains(claimed.value) or claimed.rounded.contains(stated.value):
        return Comparison(Grade.ROUNDED, "the same bound, rounded")
    return Comparison(None, "two bounds with different numbers")


def _compare_abouts(stated: Side, claimed: Side) -> Comparison:
    """Two approximations do not add up: one of the two numbers, rounded, must lie in what the other stands for."""
    if stated.value == claimed.value:
        return Comparison(Grade.EXACT, "the same number, both approximate")
    if stated.rounded.meets(claimed.whole) or claimed.rounded.meets(stated.whole):
        return Comparison(Grade.HEDGED, "within the approximation")
    return Comparison(None, "outside the approximation")


def _graded(stated: Side, claimed: Side) -> Comparison:
    plain = not (stated.bound or claimed.bound or stated.about or claimed.about)
    if stated.value == claimed.value and stated.whole == claimed.whole:
        return Comparison(Grade.EXACT, "the same number")
    if plain and not claimed.tolerant and stated.whole == stated.rounded:
        return _graded_by_rounding(stated, claimed)
    if _is_far(stated, claimed) or _is_far(claimed, stated):
        return Comparison(Grade.LOOSE, "the bound is true but far away")
    return Comparison(Grade.HEDGED, "the intervals meet")


def _graded_by_rounding(stated: Side, claimed: Side) -> Comparison:
    if stated.value == claimed.value:
        return Comparison(Grade.EXACT, "the same number")
    if stated.rounded.contains(claimed.value):
        return Comparison(Grade.ROUNDED, "a correct rounding")
    return Comparison(Grade.FINER, "more digits than the claim supports")


def _is_far(bounded: Side, other: Side) -> bool:
    return bounded.bound != 0 and abs(other.value - bounded.value) > FAR * abs(other.value)


def _is_truncated(stated: Side, claimed: Side) -> bool:
    """The claim's digits cut off to as many as the figure has: 116 for 116.8."""
    digit = _digit(stated)
    if digit == 0 or claimed.value == 0 or claimed.bound:
        return False
    cut = abs(claimed.value) // digit * digit
    near = abs(claimed.value - stated.value) < TRUNCATION * abs(claimed.value)
    return cut == abs(stated.value) and (claimed.value > 0) == (stated.value > 0) and near


def _digit(side: Side) -> Fraction:
    """The worth of the last digit that a number was written with, from the width of its rounding."""
    if side.rounded.low is None or side.rounded.high is None:
        return Fraction(0)
    width = side.rounded.high - side.rounded.low
    if width < abs(side.value) / 10:
        return width
    digit = Fraction(1)
    while side.value and side.value % (digit * 10) == 0:
        digit *= 10
    return digit


def _compare_ranges(figure: Figure, assertion: Assertion) -> Comparison:
    if len(figure.values) == len(assertion.values):
        ends = zip(figure.ends, assertion.ends, strict=True)
        if figure.values == assertion.values:
            return Comparison(Grade.EXACT, "both ends are the same")
        if all(left.meets(right) for left, right in ends):
            return Comparison(Grade.ROUNDED, "both ends meet")
        return Comparison(None, "an end of the range differs")
    point, whole = (figure, assertion) if len(figure.values) == 1 else (assertion, figure)
    if point.ends[0].meets(whole.interval):
        return Comparison(Grade.LOOSE, "a point within the range")
    return Comparison(None, "the point lies outside the range")


def _compare_days(figure: Figure, assertion: Assertion, today: Period | None) -> Comparison:
    if figure.kind is Kind.ORDINAL:
        return _compare_anniversary(figure, assertion, figure.when.period if figure.when else today)
    stated, claimed = figure.days, assertion.days
    if stated is None or claimed is None:
        return Comparison(None, "the day is not known")
    if stated == claimed:
        return Comparison(Grade.EXACT, "the same days")
    if stated.covers(claimed):
        return Comparison(Grade.ROUNDED, "the days lie within the period named")
    if claimed.covers(stated):
        return Comparison(Grade.FINER, "a day within the days claimed")
    return Comparison(None, "the days differ")


def _compare_anniversary(figure: Figure, assertion: Assertion, marked: Period | None) -> Comparison:
    """An anniversary counts years from the claimed date to the year that it is marked in."""
    if marked is None or assertion.days is None:
        return Comparison(None, "the year is not known")
    begun = assertion.days.start.year
    if any(figure.interval.contains(Fraction(year - begun)) for year in (marked.start.year, marked.end.year)):
        return Comparison(Grade.EXACT, "counted from the claimed date")
    return Comparison(None, "the years do not add up from the claimed date")
