"""Ways to make years and their multiples."""

from __future__ import annotations

from datetime import date, timedelta

from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.text.makers_shared import ordinals, period_of
from sverka.text.moments import Context, Moment, Values, is_relative, says_year, this_year, year_of, years_from


def make_year(values: Values, context: Context) -> Moment | None:
    year = year_of(values, context)
    if year is None and not says_year(values):
        year = this_year(context, -1 if _is_gone(values, context) else 0)  # «к концу года»
    grain = "adjective" if values.get("relyear") or 1 in values.get("yearword", ()) else "year"
    return period_of(years_from(year, year) if year is not None else None, grain, values)


def _is_gone(values: Values, context: Context) -> bool:
    """«В конце года в порту работали 1140 человек»: a part of the year that has not come yet, told in the past."""
    comes = max(values.get("part", ()), default=0)
    return context.today is not None and context.today.end.month < comes and context.tense() == "past"


def make_bare_year(values: Values, context: Context) -> Moment | None:
    """ "Volume 2024 was 4.5 Mt": a number of four digits that is near the document's year, or likely to be one."""
    year, known = values["year"][0], this_year(context)
    near = range(known - 40, known + 31) if known else range(1980, 2061)
    return make_year(values, context) if year in near else None


def make_ended_year(values: Values, context: Context) -> Moment | None:
    """ "2024-cü" without the word for a year. A possessive ("1200-ü") makes no year, a case one of our time alone that
    is not round: "2019-dan bəri", but "2000-dən" counts."""
    ending, year = values.get("suffix", (2,))[0], values["year"][0]
    if ending == 0:
        return make_year(values, context) if 1700 <= year <= 2199 else None
    return None if ending == 1 or year % 100 == 0 else make_bare_year(values, context)


def make_short_year(values: Values, context: Context) -> Moment | None:
    """ "FY24", "FY2024/25": years named by two digits or four."""
    written = [*values.get("year", ()), *values.get("day", ()), *values.get("num", ())]
    years = [year if year > 99 else 2000 + year for year in written]
    days = years_from(years[0], years[-1])
    return Moment(Kind.PERIOD, days, "year") if days else None


def make_over(values: Values, context: Context) -> Moment:
    """«По итогам года»: the last calendar year that is over, or that ends with the document's month."""
    today = context.today
    ends = today is not None and today.end.month == 12 and today.start.month == 12
    comes = context.tense() == "future"
    year = this_year(context, 0 if ends or comes else -1)
    return Moment(Kind.PERIOD, years_from(year, year) if year else None, "year", True)


def make_years(values: Values, context: Context) -> Moment | None:
    years = [*values["year"]]
    if len(years) == 1:
        short = [*values.get("day", ()), *values.get("num", ())]
        years.append(years[0] - years[0] % 100 + short[0] if short and short[0] < 100 else 0)
    days = years_from(years[0], years[1]) if years[0] < years[1] else None
    return period_of(days, "year", values) if days else None


def make_since_start(values: Values, context: Context) -> Moment:
    grain = next((unit for unit in ("month", "week", "quarter", "season") if _names(values, unit)), None)
    if grain is not None:
        return Moment(Kind.PERIOD, _running(grain, values, context.today), grain, True, True)
    year = year_of(values, context) if says_year(values) else this_year(context)
    today, previous = context.today, context.previous
    if not says_year(values) and context.is_near and previous and previous.start == previous.end:
        # «на 1 октября 2024 года долг составил 5 млрд, с начала года он вырос на 2 %»
        return Moment(Kind.PERIOD, Period(date(previous.end.year, 1, 1), previous.end), "year", True, True)
    running = today is not None and year is not None and today.start.year == year and today != Period.year(year)
    if year is None:
        return Moment(Kind.PERIOD, None, "year", True, True)
    if running and today is not None:
        return Moment(Kind.PERIOD, Period(date(year, 1, 1), today.end), "year", True, True)
    return Moment(Kind.PERIOD, Period.year(year), "year", is_relative(values), False)


def _names(values: Values, unit: str) -> bool:
    return any(values.get(name) for name in (f"{unit}word", f"{unit}in", *(["season"] if unit == "season" else [])))


def _running(grain: str, values: Values, today: Period | None) -> Period | None:
    """The days from the start of a month, week, quarter or season to the document's own."""
    if today is None or today.start != today.end:
        return None
    day = today.start
    if grain == "week":
        return Period(day - timedelta(days=day.isoweekday() - 1), day)
    if grain == "season":
        month = values["season"][0] * 3 - 3 or 12
        return Period(date(day.year - (month > day.month), month, 1), day)
    month = day.month if grain == "month" else (day.month - 1) // 3 * 3 + 1
    return Period(day.replace(month=month, day=1), day)


def make_decade(values: Values, context: Context) -> Moment | None:
    number = [*values.get("year", ()), *values.get("decadename", ()), *values.get("day", ()), *values.get("num", ())][0]
    if number % 10 or number == 0 or 100 < number < 1000:
        return None
    if number < 100:
        number += _century(values, context) or (1900 if number > 20 else 2000)
    return Moment(Kind.PERIOD, years_from(number, number + 9), "decade")


def _century(values: Values, context: Context) -> int | None:
    """The first year of the century that a decade is said to be of: «в 60-х годах прошлого века»."""
    year = this_year(context)
    if values.get("shift") and year:
        return (year // 100 + values["shift"][0]) * 100
    return (values["roman"][0] - 1) * 100 if values.get("roman") else None


def make_century(values: Values, context: Context) -> Moment | None:
    numbers = ordinals(values)
    if values.get("shift") or not numbers:  # the last century, or "the end of the century"
        year = this_year(context)
        number = year // 100 + 1 + (values.get("shift") or (0,))[0] if year else None
        numbers = [number] if number else []
    else:
        if not numbers or not all(1 <= number <= 22 for number in numbers):
            return None
    days = years_from(numbers[0] * 100 - 99, numbers[-1] * 100) if numbers else None
    return period_of(days, "century", values)


def make_half_century(values: Values, context: Context) -> Moment | None:
    """«В первой половине XII века»: fifty of its years; the half is the first ordinal, unless it is the only one."""
    words, roman = values.get("ord", ()), values.get("roman", ())
    half, century = (words[0], roman[0]) if words and roman else (*words, 0, 0)[:2]
    if half not in (1, 2) or not 1 <= century <= 22:
        return None
    first = century * 100 - 149 + half * 50
    return period_of(years_from(first, first + 49), "century", values)


MAKERS = {
    "short_year": make_short_year,
    "year": make_year,
    "bare_year": make_bare_year,
    "ended_year": make_ended_year,
    "over": make_over,
    "years": make_years,
    "since_start": make_since_start,
    "decade": make_decade,
    "century": make_century,
    "half_century": make_half_century,
}
