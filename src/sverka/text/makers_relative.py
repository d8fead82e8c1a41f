"""Ways to make what is counted from the document's date or from a date named before."""

from __future__ import annotations

from datetime import date, timedelta

from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.text.makers_shared import MONTHS, count_of, neighbour, period_of, shift_of, unit_of
from sverka.text.moments import (
    Context,
    Moment,
    Values,
    back,
    months_from,
    moved,
    shifted,
    this_year,
    year_of,
    years_from,
)

_GENITIVE = 5  # the number that a language file gives to the genitive of a unit


def make_shifted(values: Values, context: Context) -> Moment:
    """«На прошлой неделе», «в прошлом месяце»: whole weeks from Monday, whole months."""
    unit, today, shift = unit_of(values), context.today, shift_of(values)
    if unit == "month":
        return period_of(neighbour(values, context, 1), "month", values)
    if unit == "week":
        return period_of(_week(today.start, shift) if today and today.start == today.end else None, "week", values)
    year = this_year(context)
    first = year // 10 * 10 + shift * 10 if year else None
    return period_of(years_from(first, first + 9) if first else None, "decade", values)


def _week(day: date, shift: int) -> Period:
    monday = day - timedelta(days=day.isoweekday() - 1 - 7 * shift)
    return Period(monday, monday + timedelta(days=6))


def make_ago(values: Values, context: Context) -> Moment | None:
    """«Два года назад» is that calendar year, «три дня назад» that day."""
    unit, count, today = unit_of(values), count_of(values), context.today
    if not _is_counted(values) and _asks_count(values):
        return None  # «несколько лет назад», «полтора года назад»
    if unit in ("year", "decade"):
        count *= 10 if unit == "decade" else 1
        year, previous = this_year(context, -count), context.previous
        if context.is_near and previous and previous.end.year == year:
            return period_of(shifted(previous, -count), "year", values)  # «по итогам года 5 млн, год назад – 4»
        return period_of(years_from(year, year) if year else None, "year", values)
    if today is None or (today.end - today.start).days > 31:
        return period_of(None, unit, values)
    if unit == "day":
        days = Period.day(today.start - timedelta(days=count)) if today.start == today.end else None
        return Moment(Kind.DATE, days, "day", True)
    if unit == "week":
        return period_of(_week(today.start, -count) if today.start == today.end else None, unit, values)
    day = back(today.start, count * MONTHS[unit])
    return period_of(Period.month(day.year, day.month) if day else None, "month", values)


def _is_counted(values: Values) -> bool:
    return any(values.get(name) for name in ("card", "day", "num", "year"))


def _asks_count(values: Values) -> bool:
    """Whether the form of the unit follows a number: a plural, or a genitive that the language tells apart."""
    if any(values.get(f"{unit}words") for unit in ("year", "month", "week", "day", "decade")):
        return True
    return any(_GENITIVE in values.get(f"{unit}word", ()) for unit in ("year", "month", "week", "day"))


def make_earlier(values: Values, context: Context) -> Moment:
    """«Годом ранее», «месяцем ранее» count from the period last mentioned."""
    count, unit = -count_of(values), unit_of(values)
    if unit != "year":
        known = context.previous
        if unit == "week" and known:
            days = timedelta(days=7 * count)
            return period_of(Period(known.start + days, known.end + days), unit, values)
        return period_of(moved(known, count * MONTHS[unit]) if known and unit in MONTHS else None, unit, values)
    if context.previous:
        return period_of(shifted(context.previous, count), "year", values)
    year = this_year(context, count)
    return period_of(years_from(year, year) if year else None, "year", values)


def make_later(values: Values, context: Context) -> Moment | None:
    """ "Opened in 2019 and closed two years later": from the period last mentioned in the sentence."""
    known, unit = context.previous, unit_of(values)
    if known is None or not context.is_near:
        return None
    count = count_of(values) * MONTHS[unit]
    return period_of(moved(known, count), unit, values)


def make_prior(values: Values, context: Context) -> Moment:
    """ "In August from the previous month": before the one spoken of, where that is no longer; else before now."""
    unit, known = unit_of(values), context.previous
    if known is not None and unit == "week" and known.days <= 7:
        return period_of(_week(known.start, -1), unit, values)
    size = MONTHS.get(unit, 0)
    if known is not None and size and known.days <= 31 * size:
        first = (known.start.year * 12 + known.start.month - 1) // size * size - size
        return period_of(months_from(_month(first), _month(first + size - 1)), unit, values)
    if size > 1:
        return period_of(neighbour(values, context, size), unit, values)
    return make_shifted(values, context)


def _month(index: int) -> tuple[int, int]:
    return index // 12, index % 12 + 1


def make_before(values: Values, context: Context) -> Moment | None:
    """«Бір жыл бұрын», "bir ay əvvəl": from the period of the same sentence where it is over or runs, else from the
    document's date; of years, months and weeks."""
    previous, today = context.previous, context.today
    spoken_of = context.is_near and previous is not None and (today is None or previous.start <= today.end)
    return make_earlier(values, context) if spoken_of and unit_of(values) != "day" else make_ago(values, context)


def make_running(values: Values, context: Context) -> Moment | None:
    """«За последние три года»: as many years up to the document's date, or from it where they are to come."""
    unit, count, today = unit_of(values), count_of(values), context.today
    ahead = bool(values.get("coming")) or shift_of(values) > 0
    if values.get("shift") and values["shift"][0] == 0:
        return None
    moment = Moment(Kind.DURATION, None, unit, True, not ahead, count)
    if today is None or count > 900:
        return moment
    edge = today.start if ahead else today.end
    other = _away(edge, unit, -count if ahead else count)
    if other is None:
        return moment
    days = Period(edge, other) if ahead else Period(other, edge)
    return Moment(Kind.DURATION, days, unit, True, not ahead, count)


def _away(day: date, unit: str, count: int) -> date | None:
    if unit in MONTHS:
        return back(day, count * MONTHS[unit])
    return day - timedelta(days=count * (7 if unit == "week" else 1))


def make_same_period(values: Values, context: Context) -> Moment | None:
    """«За аналогичный период прошлого года»: the days last mentioned, in that year."""
    previous, year = context.previous, year_of({**values, "same": ()}, context)
    if previous is None:
        return period_of(None, "year", values)
    if year is not None:
        return period_of(shifted(previous, year - previous.end.year), "year", values)
    return period_of(previous if values.get("same") else shifted(previous, -1), "year", values)


def make_same_day(values: Values, context: Context) -> Moment:
    """«На ту же дату прошлого года»: the day last mentioned, else that of the document, in that year."""
    days = (day for day in (context.previous, context.today) if day is not None and day.start == day.end)
    day, year = next(days, None), year_of({**values, "same": (), "that": ()}, context)
    found = shifted(day, year - day.end.year) if day and year is not None else None
    return Moment(Kind.DATE, found, "day", True)


MAKERS = {
    "shifted": make_shifted,
    "ago": make_ago,
    "earlier": make_earlier,
    "prior": make_prior,
    "later": make_later,
    "before": make_before,
    "running": make_running,
    "same_period": make_same_period,
    "same_day": make_same_day,
}
