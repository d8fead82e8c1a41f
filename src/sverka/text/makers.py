"""The ways to make days of a matched pattern; each is named by the rules of the languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.text.moments import (
    Context,
    Moment,
    Values,
    back,
    day_of,
    is_relative,
    months_from,
    nearest,
    says_year,
    shifted,
    this_year,
    year_of,
    years_from,
)

_UNITS = {"yearword": "year", "yearwords": "year", "monthword": "month", "monthwords": "month", "weekword": "week"}
_UNITS |= {"weekwords": "week", "dayword": "day", "daywords": "day", "decadeword": "decade", "decadewords": "decade"}
_UNITS |= {"halfyear": "half"}
_MONTHS = {"year": 12, "month": 1, "decade": 120, "half": 6}


def _period(days: Period | None, grain: str, values: Values) -> Moment:
    return Moment(Kind.PERIOD, days, grain, is_relative(values))


def _days_without(values: Values) -> list[int]:
    return [*values.get("day", ())] or [*values.get("ord", ())]


def _resolved(at: Callable[[int], Period | None], values: Values, context: Context, which: int = -1) -> Period | None:
    if not says_year(values):
        return nearest(at, context)
    year = year_of(values, context, which)
    return at(year) if year is not None and 1 <= year <= 9998 else None


def make_day(values: Values, context: Context) -> Moment | None:
    day, month = _days_without(values)[0], values["month"][0]
    if day_of(2024, month, day) is None:
        return None

    def at(year: int) -> Period | None:
        found = day_of(year, month, day)
        return Period.day(found) if found else None

    return Moment(Kind.DATE, _resolved(at, values, context), "day", is_relative(values))


def make_days(values: Values, context: Context) -> Moment | None:
    days, months = _days_without(values), values["month"]
    if len(days) < 2 or any(day_of(2024, month, day) is None for day, month in zip(days, months, strict=False)):
        return None
    split = len(values.get("year", ())) == 2

    def at(year: int) -> Period | None:
        last = day_of(year, months[-1], days[1])
        first = day_of(values["year"][0] if split else year, months[0], days[0])
        if first and last and first > last and months[0] > months[-1]:
            first = day_of(year - 1, months[0], days[0])
        return Period(first, last) if first and last and first <= last else None

    found = _resolved(at, values, context)
    return Moment(Kind.DATE, found, "day", is_relative(values)) if found or context.today is None else None


def make_numeric(values: Values, context: Context) -> Moment | None:
    numbers = [*values.get("day", ()), *values.get("num", ()), *values.get("year", ())]
    if len(numbers) != 3:
        return None
    day, month, year = numbers
    found = day_of(year if year > 99 else 2000 + year, month, day)
    return Moment(Kind.DATE, Period.day(found), "day") if found else None


def make_iso(values: Values, context: Context) -> Moment | None:
    found = day_of(values["year"][0], *values["day"][:2])
    return Moment(Kind.DATE, Period.day(found), "day") if found else None


def make_month(values: Values, context: Context) -> Moment:
    month = values["month"][0]
    if values.get("shift") and not values.get("yearword"):
        return _period(_shifted_month(month, values["shift"][0], context), "month", values)
    return _period(_resolved(lambda year: Period.month(year, month), values, context), "month", values)


def _shifted_month(month: int, shift: int, context: Context) -> Period | None:
    """The month of a "last March": the last one that is over."""
    year, today = this_year(context), context.today
    if year is None or today is None:
        return None
    here = Period.month(year, month)
    if shift < 0:
        return here if here.end < today.start else Period.month(year - 1, month)
    return here if shift == 0 or here.start > today.end else Period.month(year + 1, month)


def make_months(values: Values, context: Context) -> Moment | None:
    first, last = values["month"][:2]
    years = values.get("year", ())

    def at(year: int) -> Period | None:
        start = years[0] if len(years) == 2 else year - (first > last)
        return months_from((start, first), (year, last))

    return _period(_resolved(at, values, context), "month", values)


def make_season(values: Values, context: Context) -> Moment | None:
    """Winter is named after the year that it ends in."""
    season = values["season"][0]

    def at(year: int) -> Period | None:
        first = (year, season * 3 - 3) if season > 1 else (year - 1, 12)
        return months_from(first, (year, season * 3 - 1))

    if values.get("shift") and not values.get("yearword"):
        year = this_year(context, values["shift"][0])
        return _period(at(year) if year else None, "season", values)
    return _period(_resolved(at, values, context), "season", values)


def make_year(values: Values, context: Context) -> Moment | None:
    year = year_of(values, context)
    if year is None and not says_year(values):
        year = this_year(context)  # «к концу года»
    grain = "adjective" if values.get("relyear") or 1 in values.get("yearword", ()) else "year"
    return _period(years_from(year, year) if year is not None else None, grain, values)


def make_years(values: Values, context: Context) -> Moment | None:
    years = [*values["year"]]
    if len(years) == 1:
        short = [*values.get("day", ()), *values.get("num", ())]
        years.append(years[0] - years[0] % 100 + short[0] if short and short[0] < 100 else 0)
    days = years_from(years[0], years[1]) if years[0] < years[1] else None
    return _period(days, "year", values) if days else None


def _numbers(values: Values) -> list[int]:
    return [*values.get("ord", ()), *values.get("roman", ()), *values.get("day", ())]


def make_quarter(values: Values, context: Context) -> Moment | None:
    return _fraction(values, context, 3, "quarter")


def make_half(values: Values, context: Context) -> Moment | None:
    return _fraction(values, context, 6, "half")


def _fraction(values: Values, context: Context, size: int, grain: str) -> Moment | None:
    """The n-th quarter or half of a year, or the one before or after that of the document's date."""
    numbers = _numbers(values)
    if not numbers:
        return _period(_neighbour(values, context, size), grain, values)
    if not 1 <= numbers[0] <= numbers[-1] <= 12 // size:
        return None

    def at(year: int) -> Period | None:
        return months_from((year, (numbers[0] - 1) * size + 1), (year, numbers[-1] * size))

    return _period(_resolved(at, values, context), grain, values)


def _neighbour(values: Values, context: Context, size: int) -> Period | None:
    today = context.today
    if today is None or (today.end - today.start).days > 31 * size:
        return None
    index = (today.start.year * 12 + today.start.month - 1) // size + _shift(values)
    first = divmod(index * size, 12)
    last = divmod(index * size + size - 1, 12)
    return months_from((first[0], first[1] + 1), (last[0], last[1] + 1))


def _shift(values: Values) -> int:
    if values.get("shift"):
        return values["shift"][0]
    return -1 if values.get("last") or values.get("prior") else 0


def make_elided(values: Values, context: Context) -> Moment | None:
    """«В первом квартале 10 млн, во втором – 12»: of the same size as the period just named."""
    previous, number = context.previous, values["ord"][0]
    size = {90: 3, 91: 3, 92: 3, 181: 6, 182: 6, 184: 6}.get(previous.days) if previous and context.is_near else None
    if previous is None or size is None or number > 12 // size:
        return None
    year = previous.start.year
    days = months_from((year, (number - 1) * size + 1), (year, number * size))
    return Moment(Kind.PERIOD, days, "quarter" if size == 3 else "half", True)


def make_first_months(values: Values, context: Context) -> Moment | None:
    """«9 месяцев 2024 года» is January to September; without a year, of the last year in which they are over."""
    numbers = [*values.get("card", ()), *values.get("day", ()), *values.get("num", ())]
    if values.get("ord") and values["ord"][0] != 1:
        return None
    if not numbers or not 2 <= numbers[0] <= 12:
        return None

    def at(year: int) -> Period | None:
        return months_from((year, 1), (year, numbers[0]))

    if says_year(values):
        return _period(_resolved(at, values, context), "month", values)
    year, today = this_year(context), context.today
    here = at(year) if year else None
    over = here is not None and today is not None and here.end <= today.end
    return _period(here if over else (at(year - 1) if year else None), "month", values)


def make_since_start(values: Values, context: Context) -> Moment:
    year = year_of(values, context) if says_year(values) else this_year(context)
    today = context.today
    running = today is not None and year is not None and today.start.year == year and today != Period.year(year)
    if year is None:
        return Moment(Kind.PERIOD, None, "year", True, True)
    if running and today is not None:
        return Moment(Kind.PERIOD, Period(date(year, 1, 1), today.end), "year", True, True)
    return Moment(Kind.PERIOD, Period.year(year), "year", is_relative(values), False)


def make_decade(values: Values, context: Context) -> Moment | None:
    number = [*values.get("year", ()), *values.get("decadename", ()), *values.get("day", ()), *values.get("num", ())][0]
    if number % 10 or number == 0 or 100 < number < 1000:
        return None
    if number < 100:
        number += 1900 if number > 30 else 2000
    return Moment(Kind.PERIOD, years_from(number, number + 9), "decade")


def make_century(values: Values, context: Context) -> Moment | None:
    if values.get("shift"):
        year = this_year(context)
        number = year // 100 + 1 + values["shift"][0] if year else None
        numbers = [number] if number else []
    else:
        numbers = _numbers(values)
        if not numbers or not all(1 <= number <= 22 for number in numbers):
            return None
    days = years_from(numbers[0] * 100 - 99, numbers[-1] * 100) if numbers else None
    return _period(days, "century", values)


def make_near_day(values: Values, context: Context) -> Moment | None:
    """A "today" in the present tense means nowadays, and is no day."""
    if values.get("today") and context.tense() in ("present", None):
        return None
    shift = (values.get("relday") or (0,))[0]
    today = context.today
    if today is None or today.start == today.end:
        days = Period.day(today.start + timedelta(days=shift)) if today else None
    else:
        days = today if shift == 0 else None
    return Moment(Kind.DATE, days, "day", True)


def make_weekday(values: Values, context: Context) -> Moment:
    """The last such day up to the document's, or the next where the sentence speaks of what will be."""
    today, wanted = context.today, values["weekday"][0]
    if today is None or today.start != today.end:
        return Moment(Kind.DATE, None, "weekday", True)
    ago = (today.start.isoweekday() - wanted) % 7
    shift = values["shift"][0] if values.get("shift") else None
    if shift == 1 or (shift is None and context.tense() == "future"):
        ago -= 7
    if shift == -1 and ago == 0:
        ago = 7
    return Moment(Kind.DATE, Period.day(today.start - timedelta(days=ago)), "weekday", True)


def make_shifted(values: Values, context: Context) -> Moment:
    """«На прошлой неделе», «в прошлом месяце»: whole weeks from Monday, whole months."""
    unit, today, shift = _unit(values), context.today, _shift(values)
    if unit == "month":
        return _period(_neighbour(values, context, 1), "month", values)
    if unit == "week":
        return _period(_week(today.start, shift) if today and today.start == today.end else None, "week", values)
    year = this_year(context)
    first = year // 10 * 10 + shift * 10 if year else None
    return _period(years_from(first, first + 9) if first else None, "decade", values)


def _week(day: date, shift: int) -> Period:
    monday = day - timedelta(days=day.isoweekday() - 1 - 7 * shift)
    return Period(monday, monday + timedelta(days=6))


def _unit(values: Values) -> str:
    return next(unit for name, unit in _UNITS.items() if values.get(name))


def _count(values: Values) -> int:
    return [*values.get("card", ()), *values.get("day", ()), *values.get("num", ()), *values.get("year", ()), 1][0]


def make_ago(values: Values, context: Context) -> Moment | None:
    """«Два года назад» is that calendar year, «три дня назад» that day."""
    unit, count, today = _unit(values), _count(values), context.today
    if unit == "year":
        year = this_year(context, -count)
        return _period(years_from(year, year) if year else None, "year", values)
    if today is None or (today.end - today.start).days > 31:
        return _period(None, unit, values)
    if unit == "day":
        days = Period.day(today.start - timedelta(days=count)) if today.start == today.end else None
        return Moment(Kind.DATE, days, "day", True)
    if unit == "week":
        return _period(_week(today.start, -count) if today.start == today.end else None, unit, values)
    day = back(today.start, count * _MONTHS[unit])
    return _period(Period.month(day.year, day.month) if day else None, "month", values)


def make_earlier(values: Values, context: Context) -> Moment:
    """«Годом ранее» counts from the period last mentioned."""
    count = -_count(values)
    if context.previous:
        return _period(shifted(context.previous, count), "year", values)
    year = this_year(context, count)
    return _period(years_from(year, year) if year else None, "year", values)


def make_running(values: Values, context: Context) -> Moment | None:
    """«За последние три года»: as many years up to the document's date, or from it where they are to come."""
    unit, count, today = _unit(values), _count(values), context.today
    ahead = bool(values.get("coming")) or _shift(values) > 0
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
    if unit in _MONTHS:
        return back(day, count * _MONTHS[unit])
    return day - timedelta(days=count * (7 if unit == "week" else 1))


def make_same_period(values: Values, context: Context) -> Moment | None:
    """«За аналогичный период прошлого года»: the days last mentioned, in that year."""
    previous, year = context.previous, year_of({**values, "same": ()}, context)
    if previous is None:
        return _period(None, "year", values)
    if year is not None:
        return _period(shifted(previous, year - previous.end.year), "year", values)
    return _period(previous if values.get("same") else shifted(previous, -1), "year", values)


def make_time(values: Values, context: Context) -> Moment | None:
    numbers = [*values.get("day", ()), *values.get("num", ())]
    return Moment(Kind.DATE, None, "time") if len(numbers) == 2 else None


Maker = Callable[[Values, Context], Moment | None]
MAKERS: dict[str, Maker] = {
    name.removeprefix("make_"): maker for name, maker in list(globals().items()) if name.startswith("make_")
}
