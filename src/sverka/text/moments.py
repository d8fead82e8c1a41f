"""From the words of a date to its days."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from sverka.model.period import Period
from sverka.model.quantity import Kind

# Days for which a day that something begins on may lie ahead though a past tense tells of it: «15 маусымнан бастап
# тексеру жарияланды» in a text of 10 June.
_SOON = 14
_LONG = 60  # days after which a verb of the present that may be of the future is: «25 мамырда аяқталады» in December
Values = Mapping[str, Sequence[int]]


class Context(NamedTuple):
    """What a relative date is resolved against: the document's own, and the one last mentioned.

    `is_near` where that one stands in the same sentence. `tense` tells that of the words around: `past`, `present`,
    `coming`, `future`, `near` and `begun` where a past tense tells of an end or a beginning that may lie ahead,
    `unsaid` where a language that shows its verbs has none there, or None where they show none.
    """

    today: Period | None
    previous: Period | None
    is_near: bool
    tense: Callable[[], str | None]


@dataclass(frozen=True, slots=True)
class Moment:
    """The days of a date and its grain; `days` is None where nothing says which."""

    kind: Kind
    days: Period | None
    grain: str
    relative: bool = False
    to_date: bool = False
    count: int | None = None


def years_from(first: int, last: int) -> Period | None:
    return Period(date(first, 1, 1), date(last, 12, 31)) if 1 <= first <= last <= 9999 else None


def months_from(first: tuple[int, int], last: tuple[int, int]) -> Period | None:
    """From the first day of one (year, month) to the last day of another."""
    if not (1 <= first[0] <= 9998 and 1 <= last[0] <= 9998 and first <= last):
        return None
    return Period(Period.month(*first).start, Period.month(*last).end)


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_of(values: Values, context: Context, which: int = -1) -> int | None:
    """The year that a date's own words give it: a number, «прошлого года», «того же года»."""
    if values.get("year"):
        return values["year"][which]
    shifts = values.get("relyear") or values.get("nearyear")
    shifts = shifts or (values.get("shift") if values.get("yearword") or values.get("yearwords") else ())
    if shifts:
        return this_year(context, shifts[0])
    if values.get("same") or values.get("that"):
        return context.previous.end.year if context.previous else this_year(context)
    if values.get("prior"):
        return context.previous.start.year - 1 if context.previous else this_year(context, -1)
    if values.get("last") and values.get("yearword"):
        return this_year(context, -1)
    return None


def this_year(context: Context, shift: int = 0) -> int | None:
    today = context.today
    return today.start.year + shift if today and today.start.year == today.end.year else None


def says_year(values: Values) -> bool:
    return any(values.get(name) for name in ("year", "relyear", "nearyear", "same", "prior")) or (
        bool(values.get("shift") or values.get("last")) and bool(values.get("yearword") or values.get("yearwords"))
    )


def is_relative(values: Values) -> bool:
    return not values.get("year")


# How many times nearer a day of last year must be than that of this year to be the one that is meant.
_ANNOUNCED = 3


def nearest(at: Callable[[int], Period | None], context: Context) -> Period | None:
    """Of a date without a year, the one that its sentence can mean.

    Where it speaks of what was, the last not after the document's date; of what will be, the next; else that of the
    document's own year.
    """
    year, today = this_year(context), context.today
    if year is None or today is None:
        return None
    here = at(year)
    tense = context.tense() if here and (here.start > today.end or here.end < today.start) else None
    gone = here is not None and here.days == 1 and here.end < today.start  # «принимаем до 10 января», in December
    if here and (tense == "near" or (gone and tense in (None, "present", "unsaid"))):
        return _closest(at, year, today)
    if here and tense == "unsaid" and here.start > today.end and _is_rather_past(here, at(year - 1), today):
        return at(year - 1)
    # a day's grace: «в ночь на 4 марта выпал снег» in a text of the 3rd
    is_day = here is not None and here.start == here.end
    grace = {"past": 1, "begun": _SOON if is_day else 1}.get(tense or "")
    if here and grace and here.start > today.end + timedelta(days=grace):
        return at(year - 1)
    long_ago = here is not None and (today.start - here.end).days > _LONG
    if here and here.end < today.start and (tense == "future" or (tense == "coming" and long_ago)):
        return at(year + 1)
    return here


def _is_rather_past(ahead: Period, ago: Period | None, today: Period) -> bool:
    """With no verb to tell: «резервы на конец декабря – 65 млрд», written in January. A day is more often announced."""
    if ago is None or ago.end >= today.start:
        return False
    weight = _ANNOUNCED if ahead.start == ahead.end else 1
    return (today.start - ago.end).days * weight < (ahead.start - today.end).days


def _closest(at: Callable[[int], Period | None], year: int, today: Period) -> Period | None:
    """Of the years around the document's, the one whose days are the fewest days away."""
    around = [found for found in map(at, (year, year - 1, year + 1)) if found is not None]
    return min(around, key=lambda found: abs((found.end - today.start).days), default=None)


def closest(at: Callable[[int], Period | None], context: Context) -> Period | None:
    """What is told of in the past may well end ahead: "the road was closed until 6 November"."""
    year, today = this_year(context), context.today
    return _closest(at, year, today) if year is not None and today is not None else None


def shifted(period: Period | None, years: int) -> Period | None:
    """The same days some years later; 29 February becomes the 28th."""
    if period is None:
        return None
    whole_month = (period.end + timedelta(days=1)).day == 1 if period.end < date.max else True
    start, end = (_in_year(day, day.year + years) for day in (period.start, period.end))
    if start and end and whole_month:
        end = Period.month(end.year, end.month).end
    return Period(start, end) if start and end else None


def moved(period: Period, months: int) -> Period | None:
    """The days some months later; the end of a month stays one."""
    start, end = back(period.start, -months), back(period.end, -months)
    if start is None or end is None or start > end:
        return None
    ends = period.end < date.max and (period.end + timedelta(days=1)).day == 1
    return Period(start, Period.month(end.year, end.month).end if ends else end)


def _in_year(day: date, year: int) -> date | None:
    return day_of(year, day.month, day.day) or day_of(year, day.month, 28)


def back(day: date, months: int) -> date | None:
    """The day some months earlier, or the last of that month where it is shorter."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9998:
        return None
    return min(replace_day(year, month + 1, day.day), Period.month(year, month + 1).end)


def replace_day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, Period.month(year, month).end.day))


def dated(moment: Moment, context: Context) -> Moment:
    """Marks a running period («в текущем году») as not over on the document's date."""
    days, today = moment.days, context.today
    running = days is not None and today is not None and days.start <= today.start and today.end < days.end
    return replace(moment, to_date=True) if running and moment.relative and moment.kind is Kind.PERIOD else moment
