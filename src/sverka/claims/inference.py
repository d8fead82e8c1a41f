"""The arithmetic of a level, a change and the level before, over the intervals that they stand for."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from sverka.claims import intervals, periods
from sverka.claims.arithmetic import worded
from sverka.claims.meaning import Meaning
from sverka.claims.measures import as_written
from sverka.claims.syntax import Change, Measure
from sverka.claims.working import bounds, short
from sverka.model.claim import Assertion
from sverka.model.interval import Interval
from sverka.model.period import Period
from sverka.model.quantity import Kind, Relation

Found = tuple[Fraction, Interval]
# An error that a derived difference must be able to show.
BLIND = Fraction(1, 3)
ONE = Interval.point(Fraction(1))
# These are measured from a zero of convention, so that a ratio of two says nothing.
UNRATIOED = frozenset({"temperature", "temperature_f"})


def earlier(level: Meaning, change: Meaning, against: Period) -> tuple[Assertion, ...]:
    """The level that a change started from, none where the two do not go together.

    4.5 Mt after +62 % were 2.78 Mt before.
    """
    found = _before(level, change)
    if found is None:
        return ()
    about = level.draft.about
    name = f"{about.subject}.{about.metric.id}.{periods.name(against, to_date=about.to_date)}.derived"
    pairs = zip(_said(level), _undone(change), strict=True)
    words = Words(*(f"{said} {undone}" for said, undone in pairs))
    words = Words(words.plain, f"{words.shown} = {_result(found, level)}")
    unit, dimension = level.value.quantity.unit, level.value.quantity.dimension
    return (_assertion(name, level, change, found, (level.value.kind, unit, dimension), against, None, words),)


def growth(base: Meaning, level: Meaning) -> tuple[Assertion, ...]:
    """The change from one level to the next: in percent, or in percentage points where shares are measured."""
    old, new = base.value.quantity, level.value.quantity
    if old.unit != new.unit or old.dimension != new.dimension or old.dimension in UNRATIOED:
        return ()
    found: Found | None
    if old.unit == "%":
        kind = (Kind.CHANGE, "pp", "points")
        found = (new.values[0] - old.values[0], intervals.minus(level.interval, base.interval))
        ending = ""
    else:
        kind = (Kind.CHANGE, "%", "share")
        found = _ratio(level, base)
        ending = " - 1"
    if found is None:
        return ()
    sign = "/" if ending else "-"
    plain, shown = (f"{new} {sign} {old}{ending}" for new, old in zip(_said(level), _said(base), strict=True))
    words = Words(plain, f"{shown} = {short(found[0])} {kind[1]} {bounds(found[1])}")
    name = (
        f"{level.draft.about.name}.change.derived" if kind[1] == "%" else f"{level.draft.about.name}.change.pp.derived"
    )
    period, against = level.draft.about.period, base.draft.about.period
    return (_assertion(name, level, base, found, kind, period, against, words),)


def difference(base: Meaning, level: Meaning) -> tuple[Assertion, ...]:
    """The change from one level to the next in their own unit; none for shares, whose change is in points, and none
    so small beside the rounding of the two that it would pass a figure that is off by a third."""
    old, new = base.value.quantity, level.value.quantity
    if old.unit != new.unit or old.dimension != new.dimension or old.unit == "%":
        return ()
    found = (new.values[0] - old.values[0], intervals.minus(level.interval, base.interval))
    if not _sees(found, BLIND):
        return ()
    plain, shown = (f"{new} - {old}" for new, old in zip(_said(level), _said(base), strict=True))
    name = ".".join((level.draft.about.name, "change", *filter(None, (new.unit,)), "derived"))
    period, against = level.draft.about.period, base.draft.about.period
    words = Words(plain, f"{shown} = {_result(found, level)}")
    kind = (Kind.CHANGE, new.unit, new.dimension)
    return (_assertion(name, level, base, found, kind, period, against, words),)


def _sees(found: Found, error: Fraction) -> bool:
    """A figure that is off by that share of the number is outside of the interval."""
    value, interval = found
    return all(not interval.contains(value * (1 + each)) for each in (error, -error)) if value else False


def _ratio(level: Meaning, base: Meaning) -> Found | None:
    """The growth in percent, None from zero or below."""
    quotient = intervals.over(level.interval, base.interval)
    if quotient is None or base.value.quantity.values[0] <= 0:
        return None
    value = level.value.quantity.values[0] / base.value.quantity.values[0]
    return (value - 1) * 100, intervals.minus(quotient, ONE).times(Fraction(100))


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


class Words(NamedTuple):
    """Arithmetic as text: as an analyst would write it, and with the interval of each number."""

    plain: str
    shown: str


def _said(made: Meaning) -> Words:
    amount = made.draft.item.amount
    words = worded(amount.amount) if isinstance(amount, Change) and amount.amount else worded(amount, inner=True)
    words = f"-{words}" if made.value.quantity.values[0] < 0 else words
    return Words(words, f"{words} {bounds(made.interval, _written(made))}")


def _undone(change: Meaning) -> Words:
    """The step back from a change: `/ (1 + 62 %)`, `- 1.7 Mt`, `/ 1.6`."""
    amount = change.draft.item.amount
    assert isinstance(amount, Change)
    if amount.amount is None:
        return Words(f"/ {amount.sign.text[1:]}", f"/ {amount.sign.text[1:]} {bounds(change.interval)}")
    rises = amount.sign.text == "+"
    words = worded(amount.amount)
    interval = change.interval if rises else change.interval.times(Fraction(-1))
    shown = f"{words} {bounds(interval, _written(change))}"
    if change.value.quantity.unit == "%":
        return Words(*(f"/ (1 {'+' if rises else '-'} {each})" for each in (words, shown)))
    return Words(*(f"{'-' if rises else '+'} {each}" for each in (words, shown)))


def _written(made: Meaning) -> Fraction:
    """How many canonical units one of those is that a claim is written in."""
    amount = made.draft.item.amount
    measure = amount.amount if isinstance(amount, Change) else amount
    value = abs(made.value.quantity.values[0])
    written = as_written(measure)[0] if isinstance(measure, Measure) else Fraction(0)
    return value / written if written and value else Fraction(1)


def _result(found: Found, level: Meaning) -> str:
    """What comes out, in the unit that the level is written in."""
    amount = level.draft.item.amount
    unit = as_written(amount)[1] if isinstance(amount, Measure) else level.value.quantity.unit
    factor = _written(level)
    words = " ".join(each for each in (short(found[0] / factor), unit) if each)
    return f"{words} {bounds(found[1], factor)}"


def _assertion(
    id: str,
    level: Meaning,
    other: Meaning,
    found: Found,
    kind: tuple[Kind, str | None, str],
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
