"""The arithmetic of a level, a change and the level before, over the intervals that they stand for."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from sverka.claims import intervals, periods
from sverka.claims.arithmetic import worded
from sverka.claims.meaning import Meaning
from sverka.claims.measures import factor_of, unit_of
from sverka.claims.syntax import Change, Measure
from sverka.claims.working import bounds, short
from sverka.model.claim import Assertion
from sverka.model.interval import Interval
from sverka.model.period import Period
from sverka.model.quantity import Kind, Relation

Found = tuple[Fraction, Interval]
Sort = tuple[Kind, str | None, str]
Derived = tuple[Assertion, ...]
PERCENT: Sort = (Kind.CHANGE, "%", "share")
POINTS: Sort = (Kind.CHANGE, "pp", "points")
# What a third more and a third less is: an error that a derived difference must be able to show.
BLIND = Fraction(4, 3), Fraction(2, 3)
ONE, HUNDRED = Interval.point(Fraction(1)), Fraction(100)
# These are measured from a zero of convention, so that a ratio of two says nothing.
UNRATIOED = frozenset({"temperature", "temperature_f"})


class Words(NamedTuple):
    """Arithmetic as text: as an analyst would write it, and with the interval of each number."""

    plain: str
    shown: str


class Level:
    """A stated level, and the words that it has in what follows from it, made once for all of that."""

    def __init__(self, made: Meaning) -> None:
        self.made = made

    @property
    def period(self) -> Period:
        period = self.made.draft.about.period
        assert period is not None
        return period

    @property
    def value(self) -> Fraction:
        return self.made.value.quantity.values[0]

    @cached_property
    def name(self) -> str:
        return self.made.draft.about.name

    @cached_property
    def factor(self) -> Fraction:
        """How many canonical units one of those is that it is written in."""
        return _factor(self.made)

    @cached_property
    def said(self) -> Words:
        amount = self.made.draft.item.amount
        words = worded(amount.amount) if isinstance(amount, Change) and amount.amount else worded(amount, inner=True)
        words = f"-{words}" if self.value < 0 else words
        return Words(words, f"{words} {bounds(self.made.interval, self.factor)}")


def earlier(level: Level, change: Meaning, against: Period) -> Derived:
    """The level that a change started from, none where the two do not go together.

    4.5 Mt after +62 % were 2.78 Mt before.
    """
    found = _before(level.made, change)
    if found is None:
        return ()
    about = level.made.draft.about
    name = f"{about.subject}.{about.metric.id}.{periods.name(against, to_date=about.to_date)}.derived"
    pairs = zip(level.said, _undone(change), strict=True)
    words = Words(*(f"{said} {undone}" for said, undone in pairs))
    words = Words(words.plain, f"{words.shown} = {_result(found, level)}")
    quantity = level.made.value.quantity
    kind = (level.made.value.kind, quantity.unit, quantity.dimension)
    return (_assertion(name, level.made, change, found, kind, against, None, words),)


def growth(base: Level, level: Level) -> Derived:
    """The change from one level to the next: in percent, or in percentage points where shares are measured."""
    old, new = base.made.value.quantity, level.made.value.quantity
    if old.unit != new.unit or old.dimension != new.dimension or old.dimension in UNRATIOED:
        return ()
    if old.unit == "%":
        return _change(base, level, _less(base, level), POINTS, "pp", "-", "")
    found = _ratio(level, base)
    return _change(base, level, found, PERCENT, None, "/", " - 1") if found else ()


def difference(base: Level, level: Level) -> Derived:
    """The change from one level to the next in their own unit; none for shares, whose change is in points, and none
    so small beside the rounding of the two that it would pass a figure that is off by a third."""
    old, new = base.made.value.quantity, level.made.value.quantity
    if old.unit != new.unit or old.dimension != new.dimension or old.unit == "%":
        return ()
    found = _less(base, level)
    if not _sees(found):
        return ()
    return _change(base, level, found, (Kind.CHANGE, new.unit, new.dimension), new.unit, "-", "")


def _change(base: Level, level: Level, found: Found, kind: Sort, unit: str | None, sign: str, ending: str) -> Derived:
    """What came out by one level, a sign and the other, told in the unit of the level, in percent or in points."""
    words = Words(*(f"{new} {sign} {old}{ending}" for new, old in zip(level.said, base.said, strict=True)))
    told = f"{short(found[0])} {kind[1]} {bounds(found[1])}" if kind in (PERCENT, POINTS) else _result(found, level)
    name = f"{level.name}.change.{unit}.derived" if unit else f"{level.name}.change.derived"
    words = Words(words.plain, f"{words.shown} = {told}")
    return (_assertion(name, level.made, base.made, found, kind, level.period, base.period, words),)


def _less(base: Level, level: Level) -> Found:
    return level.value - base.value, intervals.minus(level.made.interval, base.made.interval)


def _sees(found: Found) -> bool:
    """A figure that is off by so much of the number is outside of the interval."""
    value, interval = found
    return all(not interval.contains(value * each) for each in BLIND) if value else False


def _ratio(level: Level, base: Level) -> Found | None:
    """The growth in percent, None from zero or below."""
    quotient = intervals.over(level.made.interval, base.made.interval)
    if quotient is None or base.value <= 0:
        return None
    value = level.value / base.value * 100 - 100
    return value, intervals.plus(quotient.times(HUNDRED), Interval.point(-HUNDRED))


def _before(level: Meaning, change: Meaning) -> Found | None:
    """The level less an absolute change, or divided by a relative one."""
    value, step = level.value.quantity.values[0], change.value.quantity.values[0]
    unit, wanted = change.value.quantity.unit, level.value.quantity.unit
    if (unit == wanted and unit != "%") or (unit == "pp" and wanted == "%"):
        return value - step, intervals.minus(level.interval, change.interval)
    if unit == "%" and wanted != "%":
        factor, factors = (1 + step / 100, intervals.plus(ONE, change.interval.times(Fraction(1, 100))))
    elif unit == "x":
        factor, factors = step, change.interval
    else:
        return None
    quotient = intervals.over(level.interval, factors) if factor > 0 else None
    return None if quotient is None else (value / factor, quotient)


def _undone(change: Meaning) -> Words:
    """The step back from a change: `/ (1 + 62 %)`, `- 1.7 Mt`, `/ 1.6`."""
    amount = change.draft.item.amount
    assert isinstance(amount, Change)
    if amount.amount is None:
        return Words(f"/ {amount.sign.text[1:]}", f"/ {amount.sign.text[1:]} {bounds(change.interval)}")
    rises = amount.sign.text == "+"
    words = worded(amount.amount)
    interval = change.interval if rises else change.interval.times(Fraction(-1))
    shown = f"{words} {bounds(interval, _factor(change))}"
    if change.value.quantity.unit == "%":
        return Words(*(f"/ (1 {'+' if rises else '-'} {each})" for each in (words, shown)))
    return Words(*(f"{'-' if rises else '+'} {each}" for each in (words, shown)))


def _factor(made: Meaning) -> Fraction:
    """How many canonical units one of those is that a claim is written in."""
    amount = made.draft.item.amount
    measure = amount.amount if isinstance(amount, Change) else amount
    return factor_of(measure, made.draft.about.metric.dimension) if isinstance(measure, Measure) else Fraction(1)


def _result(found: Found, level: Level) -> str:
    """What comes out, in the unit that the level is written in."""
    amount = level.made.draft.item.amount
    unit = unit_of(amount) if isinstance(amount, Measure) else level.made.value.quantity.unit
    words = " ".join(each for each in (short(found[0] / level.factor), unit) if each)
    return f"{words} {bounds(found[1], level.factor)}"


def _assertion(
    id: str,
    level: Meaning,
    other: Meaning,
    found: Found,
    kind: Sort,
    period: Period | None,
    against: Period | None,
    words: Words,
) -> Assertion:
    """A derived assertion: it is current while both that it follows from are, and stands where the level does."""
    draft, terms = level.draft, (level.draft.terms, other.draft.terms)
    about = {level.draft.relation, other.draft.relation}
    return Assertion(
        id=id,
        subject=draft.about.subject,
        metric=draft.about.metric.id,
        status=draft.about.status,
        period=period,
        kind=kind[0],
        relation=Relation.ABOUT if Relation.ABOUT in about else Relation.EQUAL,
        values=(found[0],),
        ends=(found[1],),
        interval=found[1],
        unit=kind[1],
        dimension=kind[2],
        place=draft.parsed.first.place,
        text=draft.parsed.text,
        against=against,
        to_date=draft.about.to_date,
        derived=True,
        arithmetic=words.plain,
        working=words.shown,
        source=terms[0].source or terms[1].source,
        since=max((each.since for each in terms if each.since), default=None),
        until=min((each.until for each in terms if each.until), default=None),
        warn=any(each.warn for each in terms),
    )
