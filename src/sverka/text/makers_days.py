"""Ways to make single days and runs of days."""

from __future__ import annotations

from datetime import timedelta

from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.text.makers_shared import neighbour, numbered_days, resolved
from sverka.text.moments import Context, Moment, Values, day_of, is_relative

_GENITIVE = 5  # the number that a language file gives to the ending of the genitive


def make_day(values: Values, context: Context) -> Moment | None:
    day, month = numbered_days(values)[0], values["month"][0]
    if day_of(2024, month, day) is None:
        return None

    def at(year: int) -> Period | None:
        found = day_of(year, month, day)
        return Period.day(found) if found else None

    return Moment(Kind.DATE, resolved(at, values, context), "day", is_relative(values))


def make_day_of_month(values: Values, context: Context) -> Moment:
    """«Келесі айдың 5-іне дейін»: of the month before or after the document's."""
    month, number = neighbour(values, context, 1), numbered_days(values)[0]
    day = day_of(month.start.year, month.start.month, number) if month else None
    return Moment(Kind.DATE, Period.day(day) if day else None, "day", True)


def make_next_day(values: Values, context: Context) -> Moment | None:
    """ "Martın 11 və 13-də": another day of the month that the sentence has just named."""
    before, day = context.previous, values["day"][0]
    if before is None or not context.is_near or before.start != before.end or before.start.day >= day:
        return None
    found = day_of(before.start.year, before.start.month, day)
    return Moment(Kind.DATE, Period.day(found), "day") if found else None


def make_another_day(values: Values, context: Context) -> Moment | None:
    """«4 қыркүйекте, ойын 7-сінде»: a day of the month that the sentence has named; other cases count."""
    return make_next_day(values, context) if values["daysuffix"][0] == 0 else None


def make_day_by_ending(values: Values, context: Context) -> Moment | None:
    """«С 24 июня до 27-го»: a day of the month that the sentence has named, in the genitive."""
    return make_next_day(values, context) if values["suffix"][0] == _GENITIVE else None


def make_days(values: Values, context: Context) -> Moment | None:
    days, months = numbered_days(values), values["month"]
    if len(days) < 2 or any(day_of(2024, month, day) is None for day, month in zip(days, months, strict=False)):
        return None
    split = len(values.get("year", ())) == 2

    def at(year: int) -> Period | None:
        last = day_of(year, months[-1], days[1])
        first = day_of(values["year"][0] if split else year, months[0], days[0])
        if first and last and first > last and months[0] > months[-1]:
            first = day_of(year - 1, months[0], days[0])
        return Period(first, last) if first and last and first <= last else None

    found = resolved(at, values, context)
    return Moment(Kind.DATE, found, "day", is_relative(values)) if found or context.today is None else None


def make_numeric(values: Values, context: Context) -> Moment | None:
    numbers = [*values.get("day", ()), *values.get("num", ()), *values.get("year", ())]
    if len(numbers) != 3:
        return None
    day, month, year = numbers
    found = day_of(year if year > 99 else 2000 + year, month, day)
    return Moment(Kind.DATE, Period.day(found), "day") if found else None


def make_slashed(values: Values, context: Context) -> Moment | None:
    """ "31/12/2024" and "12/31/2024"; "03/04/2025" is in March for some and in April for others: no known day."""
    numbers = [*values.get("day", ()), *values.get("num", ()), *values.get("year", ())]
    first, second, year = numbers
    day, month = (second, first) if second > 12 else (first, second)
    found = day_of(year if year > 99 else 2000 + year, month, day)
    if found is None:
        return None
    is_plain = max(first, second) > 12 or first == second
    return Moment(Kind.DATE, Period.day(found) if is_plain else None, "day")


def make_iso(values: Values, context: Context) -> Moment | None:
    found = day_of(values["year"][0], *values["day"][:2])
    return Moment(Kind.DATE, Period.day(found), "day") if found else None


def make_near_day(values: Values, context: Context) -> Moment | None:
    """A "today" in the present tense means nowadays, and is no day."""
    if values.get("today") and not values.get("on") and context.tense() in ("present", "coming", "unsaid", None):
        return None
    shift = (values.get("relday") or values.get("nearday") or values.get("shift") or (0,))[0]
    if values.get("dayword") and (values.get("earlier") or values.get("afterword")):
        shift *= 2  # "the day before yesterday"
    if shift == 1 and values.get("daypart") and not values.get("relday"):
        return None  # "the next morning"
    today = context.today
    if today is None or today.start == today.end:
        days = Period.day(today.start + timedelta(days=shift)) if today else None
    else:
        days = today if shift == 0 else None
    return Moment(Kind.DATE, days, "day", True)


def make_weekday(values: Values, context: Context) -> Moment:
    """The last such day up to the document's, or the next where the sentence speaks of what will be."""
    today, wanted = context.today, _weekday(values)
    if today is None or today.start != today.end:
        return Moment(Kind.DATE, None, "weekday", True)
    ago = (today.start.isoweekday() - wanted) % 7
    shift = values["shift"][0] if values.get("shift") else None
    ahead = (
        values.get("until")
        or values.get("by")
        or values.get("to")
        or (shift is None and context.tense() in ("future", "coming"))
    )
    tense = context.tense() if values.get("by") else None
    over = tense == "past" or (ago == 0 and tense == "near")  # "by Thursday all had been freed"
    if shift == 1 or (ahead and not over):
        ago -= 7
    if shift == -1 and ago == 0:
        ago = 7
    return Moment(Kind.DATE, Period.day(today.start - timedelta(days=ago)), "weekday", True)


def _weekday(values: Values) -> int:
    """The day of the week. The word for an eve is worth the days that it may stand behind, or the one that it makes."""
    wanted = [*values.get("weekday", ()), *values.get("dayabbr", ()), *values.get("marketday", ())][0]
    eve = [*values.get("eve", ()), 0][0]
    if 1 <= eve <= 7:
        return eve
    return wanted - (str(wanted) in str(eve))


def make_time(values: Values, context: Context) -> Moment | None:
    numbers = [*values.get("day", ()), *values.get("num", ())]
    return Moment(Kind.DATE, None, "time") if len(numbers) == 2 else None


MAKERS = {
    "day": make_day,
    "day_of_month": make_day_of_month,
    "next_day": make_next_day,
    "another_day": make_another_day,
    "day_by_ending": make_day_by_ending,
    "days": make_days,
    "numeric": make_numeric,
    "slashed": make_slashed,
    "iso": make_iso,
    "near_day": make_near_day,
    "weekday": make_weekday,
    "time": make_time,
}
