"""What the ways to make days have in common."""

from __future__ import annotations

from collections.abc import Callable

from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.text.moments import Context, Moment, Values, closest, is_relative, months_from, nearest, says_year, year_of

_UNITS = {"yearword": "year", "yearwords": "year", "monthword": "month", "monthwords": "month", "weekword": "week"}
_UNITS |= {"weekwords": "week", "dayword": "day", "daywords": "day", "decadeword": "decade", "decadewords": "decade"}
_UNITS |= {"halfyear": "half", "monthin": "month", "halfword": "half", "quarterword": "quarter"}
MONTHS = {"year": 12, "month": 1, "quarter": 3, "decade": 120, "half": 6}


def period_of(days: Period | None, grain: str, values: Values) -> Moment:
    return Moment(Kind.PERIOD, days, grain, is_relative(values))


def numbered_days(values: Values) -> list[int]:
    return [*values.get("day", ())] or [*values.get("ord", ())]


def resolved(at: Callable[[int], Period | None], values: Values, context: Context, which: int = -1) -> Period | None:
    if not says_year(values):
        is_due = bool(values.get("by") or values.get("until"))
        return closest(at, context) if is_due and context.tense() == "past" else nearest(at, context)
    year = year_of(values, context, which)
    return at(year) if year is not None and 1 <= year <= 9998 else None


def ordinals(values: Values) -> list[int]:
    return [*values.get("ord", ()), *values.get("roman", ()), *values.get("day", ())]


def shift_of(values: Values) -> int:
    if values.get("shift"):
        return values["shift"][0]
    return -1 if values.get("last") or values.get("prior") else 0


def count_of(values: Values) -> int:
    return [*values.get("card", ()), *values.get("day", ()), *values.get("num", ()), *values.get("year", ()), 1][0]


def unit_of(values: Values) -> str:
    return next(unit for name, unit in _UNITS.items() if values.get(name))


def neighbour(values: Values, context: Context, size: int) -> Period | None:
    today = context.today
    if today is None or (today.end - today.start).days > 31 * size:
        return None
    index = (today.start.year * 12 + today.start.month - 1) // size + shift_of(values)
    first = divmod(index * size, 12)
    last = divmod(index * size + size - 1, 12)
    return months_from((first[0], first[1] + 1), (last[0], last[1] + 1))
