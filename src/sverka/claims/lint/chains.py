"""Facts that contradict each other through what they imply: levels and the changes between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from sverka.claims import intervals
from sverka.claims.decimals import decimal
from sverka.claims.lint.oddity import Oddity, Texts, stated, where
from sverka.claims.working import told
from sverka.model.claim import Assertion, ClaimSet
from sverka.model.interval import Interval
from sverka.model.period import Period
from sverka.model.quantity import Kind, Relation
from sverka.model.span import Place

# After so many changes the interval is wider than any slip.
FARTHEST = 25
ONE = Interval.point(Fraction(1))


class Step(NamedTuple):
    """What is reached by a way of claims: a number with all that it lets be true, the way in words, its places."""

    at: Period
    value: Fraction
    reached: Interval
    words: str
    places: tuple[Place, ...]


@dataclass(slots=True)
class Series:
    """The facts of one subject and metric in one unit: levels by their periods, changes by what they are from."""

    levels: dict[Period, Assertion] = field(default_factory=dict)
    changes: dict[Period, list[Assertion]] = field(default_factory=lambda: defaultdict(list))


def contradicted(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """A level that the level before and the changes between them do not lead to."""
    for series in _every_series(claims):
        for start in series.levels.values():
            yield from _followed(series, start)


def _every_series(claims: ClaimSet) -> Iterator[Series]:
    every: dict[tuple[str, str], dict[str | None, Series]] = defaultdict(lambda: defaultdict(Series))
    changes: list[Assertion] = []
    for each in stated(claims):
        if not _is_usable(each):
            continue
        if each.kind is Kind.CHANGE:
            changes.append(each)
        elif each.period is not None:
            _put(every[each.subject, each.metric][each.unit].levels, each, claims)
    for each in changes:
        for unit, series in every.get((each.subject, each.metric), {}).items():
            if each.against is not None and _is_of(each, unit):
                series.changes[each.against].append(each)
    return (series for found in every.values() for series in found.values() if series.changes)


def _is_usable(each: Assertion) -> bool:
    """A fact of a period that is said as one number, and has not ceased to be current."""
    return (
        each.status.is_fact
        and each.period is not None
        and len(each.values) == 1
        and not each.alternatives
        and each.until is None
        and each.relation in (Relation.EQUAL, Relation.ABOUT)
        and each.kind in (Kind.LEVEL, Kind.DURATION, Kind.CHANGE)
    )


def _put(levels: dict[Period, Assertion], each: Assertion, claims: ClaimSet) -> None:
    """Of several levels of one period, that of the latest source."""
    assert each.period is not None
    before = levels.get(each.period)
    if before is None or _said(claims, each) > _said(claims, before):
        levels[each.period] = each


def _said(claims: ClaimSet, each: Assertion) -> str:
    source = claims.sources.get(each.source or "")
    return str(source.date) if source and source.date else ""


def _is_of(change: Assertion, unit: str | None) -> bool:
    """A change can be applied to a level in that unit; a percentage of a percentage may be meant in two ways."""
    if change.unit in ("%", "x"):
        return unit != "%"
    return change.unit == unit or (change.unit == "pp" and unit == "%")


def _followed(series: Series, start: Assertion) -> Iterator[Oddity]:
    """Each level that is reached from one, over periods that have none, and is not what the claims lead to."""
    assert start.period is not None
    waiting = [
        Step(start.period, start.values[0], start.interval, f"[{_named(start)} = {_told(start)}]", (start.place,))
    ]
    seen = {start.period}
    while waiting:
        step = waiting.pop()
        for change in series.changes.get(step.at, ()):
            reached = _changed(step, change)
            if reached is None or reached.at in seen:
                continue
            level = series.levels.get(reached.at)
            if level is None and len(reached.places) <= FARTHEST:
                seen.add(reached.at)
                waiting.append(reached)
            elif level is not None and not level.interval.meets(reached.reached):
                yield _oddity(level, reached)


def _changed(step: Step, change: Assertion) -> Step | None:
    value = change.values[0]
    if change.unit == "%":
        factor = intervals.plus(ONE, change.interval.times(Fraction(1, 100)))
        number, reached = step.value * (1 + value / 100), intervals.times(step.reached, factor)
        words = f" * (1 {_signed(value)} %)"
    elif change.unit == "x":
        number, reached = step.value * value, intervals.times(step.reached, change.interval)
        words = f" * {decimal(value)}"
    else:
        number, reached = step.value + value, intervals.plus(step.reached, change.interval)
        words = f" {'-' if value < 0 else '+'} {told(abs(value), Interval.point(abs(value)), change.unit)}"
    assert change.period is not None
    return Step(change.period, number, reached, step.words + words, (*step.places, change.place))


def _signed(value: Fraction) -> str:
    return f"{'-' if value < 0 else '+'} {decimal(abs(value))}"


def _named(each: Assertion) -> str:
    return f"{each.subject} {each.metric} {each.period}"


def _oddity(level: Assertion, step: Step) -> Oddity:
    places = ", ".join(dict.fromkeys(where(place) for place in step.places))
    words = {
        "id": level.id,
        "value": _told(level),
        "chain": f"{step.words} is {told(step.value, step.reached, level.unit)}",
        "places": places,
    }
    return Oddity(level.place, words)


def _told(level: Assertion) -> str:
    return told(level.values[0], level.interval, level.unit)
