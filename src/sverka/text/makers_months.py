"""Ways to make months and their multiples: quarters, half-years, seasons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.text.makers_days import make_day
from sverka.text.makers_shared import MONTHS, count_of, neighbour, ordinals, period_of, resolved, unit_of
from sverka.text.moments import Context, Moment, Values, back, closest, months_from, says_year, this_year

_NAMES = (3, 4, 5, 6)  # of people, or other words: March, April, May, June
_AHEAD = 92  # days after which a month that nothing leads to is rather one that is over
_WEEK = 7
_PARTS = {"halfof": 15, "tenday": 10, "weekword": _WEEK}  # the parts of a month, and their days
_LONG_AGO = 60  # days after which a season that is over is "last" one


def make_month(values: Values, context: Context) -> Moment:
    month = values["month"][0]
    if values.get("shift") and not values.get("yearword"):
        return period_of(_shifted_month(month, values["shift"][0], context), "month", values)
    return period_of(resolved(lambda year: Period.month(year, month), values, context), "month", values)


def make_month_part(values: Values, context: Context) -> Moment | None:
    """«В первой декаде июня», «во второй половине мая», «в первую неделю августа»: so many days of a month."""
    number, month = ordinals(values)[0], values["month"][0]
    size = next(days for name, days in _PARTS.items() if values.get(name))
    if not 1 <= number <= 30 // size:
        return None

    def at(year: int) -> Period | None:
        whole = Period.month(year, month)
        first = whole.start + timedelta(days=(number - 1) * size)
        last = first + timedelta(days=size - 1)
        return Period(first, whole.end if number == 30 // size and size != _WEEK else last)

    return period_of(resolved(at, values, context), "week", values)


def _shifted_month(month: int, shift: int, context: Context) -> Period | None:
    """The month of a "last March": the last one that is over."""
    year, today = this_year(context), context.today
    if year is None or today is None:
        return None
    here = Period.month(year, month)
    if shift < 0:
        return here if here.end < today.start else Period.month(year - 1, month)
    return here if shift == 0 or here.start > today.end else Period.month(year + 1, month)


def make_month_to_come(values: Values, context: Context) -> Moment:
    """ "Brent for July delivery": the next July, that of the document's own month among them."""
    month, year, today = values["month"][0], this_year(context), context.today
    if year is None or today is None:
        return period_of(None, "month", values)
    return period_of(Period.month(year + (month < today.start.month), month), "month", values)


def make_month_elided(values: Values, context: Context) -> Moment:
    """«В марте прошлого»: of the year before, not the last March that is over."""
    return make_month({**values, "yearword": (0,)}, context)


def make_month_of(values: Values, context: Context) -> Moment:
    """ "May's figure" is of the May that is nearest, whatever the tense."""
    month = values["monthof"][0]
    if values.get("shift"):
        return period_of(_shifted_month(month, values["shift"][0], context), "month", values)
    return period_of(closest(lambda year: Period.month(year, month), context), "month", values)


def make_months(values: Values, context: Context) -> Moment | None:
    first, last = values["month"][:2]
    years = values.get("year", ())

    def at(year: int) -> Period | None:
        start = years[0] if len(years) == 2 else year - (first > last)
        return months_from((start, first), (year, last))

    return period_of(resolved(at, values, context), "month", values)


def make_season(values: Values, context: Context) -> Moment | None:
    """Winter is named after the year that it ends in."""
    season = [*values.get("season", ()), *values.get("fallseason", ())][0]

    def at(year: int) -> Period | None:
        first = (year, season * 3 - 3) if season > 1 else (year - 1, 12)
        return months_from(first, (year, season * 3 - 1))

    if values.get("slash"):  # «зимой 2024/25 года»
        return period_of(at(values["year"][0] + (season == 1)), "season", values)
    if values.get("shift") and not values.get("yearword"):
        return period_of(_shifted_season(at, values["shift"][0], context), "season", values)
    return period_of(resolved(at, values, context), "season", values)


def _shifted_season(at: Callable[[int], Period | None], shift: int, context: Context) -> Period | None:
    """«Прошлой весной» in December is that of the year, in March that of the year before."""
    year, today = this_year(context), context.today
    here = at(year) if year else None
    if year is None or here is None or today is None:
        return None
    if not shift:
        return _this_season(at, context)
    over = shift < 0 and (today.start - here.end).days > _LONG_AGO
    return at(year + shift + over)


def _this_season(at: Callable[[int], Period | None], context: Context) -> Period | None:
    """ "This winter" is the nearest; where what will be is told, it is not over yet."""
    near, today = closest(at, context), context.today
    if near is None or today is None or near.end >= today.start or context.tense() not in ("future", "coming"):
        return near
    return at(near.end.year + 1)


def make_bare_month(values: Values, context: Context) -> Moment | None:
    """ "December corn was flat": a month that no name is and no other word."""
    if values["month"][0] in _NAMES:
        return None
    near, today = make_month(values, context._replace(tense=lambda: "near")), context.today
    far = near.days is not None and today is not None and (near.days.start - today.end).days > _AHEAD
    return make_month(values, context._replace(tense=lambda: "past")) if far else near


def make_base_month(values: Values, context: Context) -> Moment:
    """ "Up 65 cents on December": what is compared with is over."""
    return make_month(values, context._replace(tense=lambda: "past"))


def make_quarter(values: Values, context: Context) -> Moment | None:
    return _fraction(values, context, 3, "quarter")


def make_half(values: Values, context: Context) -> Moment | None:
    return _fraction(values, context, 6, "half")


def _fraction(values: Values, context: Context, size: int, grain: str) -> Moment | None:
    """The n-th quarter or half of a year, or the one before or after that of the document's date."""
    numbers = ordinals(values)
    if not numbers and values.get("last") and says_year({**values, "last": ()}):
        numbers = [12 // size]  # «за последний квартал 2024 года»
    if not numbers:
        return period_of(neighbour(values, context, size), grain, values)
    if not 1 <= numbers[0] <= numbers[-1] <= 12 // size:
        return None

    def at(year: int) -> Period | None:
        return months_from((year, (numbers[0] - 1) * size + 1), (year, numbers[-1] * size))

    return period_of(resolved(at, values, context), grain, values)


def make_elided(values: Values, context: Context) -> Moment | None:
    """«В первом квартале 10 млн, во втором – 12»: of the same size as the period just named."""
    previous = context.previous
    if values.get("shift"):
        year = this_year(context, values["shift"][0])
        is_year = previous is not None and context.is_near and previous.days in (365, 366) and year is not None
        return Moment(Kind.PERIOD, Period.year(year), "year", True) if is_year and year else None
    number = values["ord"][0]
    size = {90: 3, 91: 3, 92: 3, 181: 6, 182: 6, 184: 6}.get(previous.days) if previous and context.is_near else None
    if previous is None or size is None or number > 12 // size:
        return None
    year = previous.start.year
    days = months_from((year, (number - 1) * size + 1), (year, number * size))
    return Moment(Kind.PERIOD, days, "quarter" if size == 3 else "half", True)


def make_first_months(values: Values, context: Context) -> Moment | None:
    """«9 месяцев 2024 года» is January to September; without a year, of the last year in which they are over."""
    numbers = [*values.get("card", ()), *values.get("day", ()), *values.get("num", ())]
    if len(values.get("card", ())) == 2:
        numbers = [sum(values["card"])]  # "on bir ayda"
    if values.get("ord") and values["ord"][0] != 1:
        return None
    if values.get("halfword") or values.get("halfin"):
        numbers = [6]  # «за полугодие»
    elif values.get("quarterword"):
        numbers = [3 * number for number in numbers]  # «за три квартала»
    if not numbers or not 2 <= numbers[0] <= 12:
        return None

    def at(year: int) -> Period | None:
        return months_from((year, 1), (year, numbers[0]))

    if says_year(values):
        return period_of(resolved(at, values, context), "month", values)
    year, today = this_year(context), context.today
    here = at(year) if year else None
    over = here is not None and today is not None and here.end <= today.end
    return period_of(here if over else (at(year - 1) if year else None), "month", values)


def make_last_months(values: Values, context: Context) -> Moment | None:
    """ "The last three months of 2024" are October to December."""
    numbers = [*values.get("card", ()), *values.get("day", ()), *values.get("num", ()), 1]
    count = 3 if values.get("quarterword") else numbers[0]
    if not 1 <= count <= 12:
        return None

    def at(year: int) -> Period | None:
        return months_from((year, 13 - count), (year, 12))

    return period_of(resolved(at, {**values, "shift": (), "last": ()}, context), "month", values)


def make_short_quarter(values: Values, context: Context) -> Moment | None:
    return _shortened(values, context, make_quarter)


def make_short_half(values: Values, context: Context) -> Moment | None:
    return _shortened(values, context, make_half)


def make_short_months(values: Values, context: Context) -> Moment | None:
    return _shortened(values, context, make_first_months)


def _shortened(values: Values, context: Context, make: Callable[[Values, Context], Moment | None]) -> Moment | None:
    """ "1Q24", "Q3'25", «9М25»: a year of two digits."""
    days = values.get("day", ())
    short = [*days[1:], *values.get("num", ())]
    years = [*values.get("year", ()), *(2000 + year for year in short if year < 100)]
    return make({**values, "day": days[:1], "num": (), "year": years}, context) if years else None


def make_month_quarter(values: Values, context: Context) -> Moment | None:
    """ "The June quarter" is the three months that end with June."""
    return make_up_to_day({**values, "card": (3,), "monthwords": (0,), "quarterword": ()}, context)


def make_up_to_day(values: Values, context: Context) -> Moment | None:
    """ "The nine months to end-September", "the quarter ended June 30", "the year to March"."""
    days = values.get("day", ())[_counts(values) :]
    end = make_day({**values, "day": days}, context) if days else make_month(values, context)
    if end is None or end.days is None:
        return end and replace(end, kind=Kind.PERIOD)
    unit = "half" if values.get("halfof") else unit_of(values)
    count = count_of({**values, "day": values.get("day", ())[: _counts(values)], "year": ()})
    last = end.days.end
    first = last - timedelta(days=7 * count) if unit == "week" else _before(last, count * MONTHS[unit])
    if first is None:
        return None
    return period_of(Period(first + timedelta(days=1), last), unit, values)


def _counts(values: Values) -> int:
    """How many of the numbers that may be days tell the length of the run: the 12 of "12 months to June 30"."""
    is_counted = any(values.get(name) for name in ("monthwords", "weekwords", "yearwords"))
    return int(is_counted and not values.get("card") and not values.get("num"))


def _before(day: date, months: int) -> date | None:
    """The day that many months before; the last of its month where the day is the last of its own."""
    found = back(day, months)
    ends = (day + timedelta(days=1)).day == 1
    return Period.month(found.year, found.month).end if found and ends else found


MAKERS = {
    "short_quarter": make_short_quarter,
    "short_half": make_short_half,
    "short_months": make_short_months,
    "up_to_day": make_up_to_day,
    "month_quarter": make_month_quarter,
    "month": make_month,
    "month_part": make_month_part,
    "month_to_come": make_month_to_come,
    "month_elided": make_month_elided,
    "month_of": make_month_of,
    "months": make_months,
    "season": make_season,
    "quarter": make_quarter,
    "half": make_half,
    "elided": make_elided,
    "first_months": make_first_months,
    "last_months": make_last_months,
    "bare_month": make_bare_month,
    "base_month": make_base_month,
}
