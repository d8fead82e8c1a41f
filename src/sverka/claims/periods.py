"""The periods of claims: how they are written, named and what lies just before them."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

from sverka.claims.mistakes import Trouble
from sverka.model.period import Period

_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?|-([QH])([0-9]))?")


@lru_cache(maxsize=4096)
def read(text: str) -> Period | Trouble:
    """The days of `2024`, `2024-03`, `2024-03-11`, `2024-Q3`, `2024-H1` or of a run from one to another.

    >>> str(read("2024-Q3")), str(read("2024-01..2024-09"))
    ('2024-07-01..2024-09-30', '2024-01-01..2024-09-30')
    """
    first, _, last = text.partition("..")
    start = _single(first, text)
    end = _single(last, text) if last else start
    if isinstance(start, Trouble):
        return start
    if isinstance(end, Trouble):
        return end
    if end.start < start.start:
        return Trouble("C306", {"word": text, "right": f"{last}..{first}"})
    return Period(start.start, end.end)


def _single(text: str, whole: str) -> Period | Trouble:
    match = _DAY.fullmatch(text)
    if match is None:
        return Trouble("C304", {"word": text, "reason": "Q and H are capitals"}, f"write {text.upper()}", text.upper())
    year, month, day, part, number = match.groups()
    if int(year) == 0:
        return Trouble("C304", {"word": text, "reason": "years begin at 0001"}, "correct the year")
    if part:
        return _part(int(year), part, int(number), text)
    if month is None:
        return Period.year(int(year))
    if len(month) == 1 or (day is not None and len(day) == 1):
        right = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
        return Trouble(
            "C304",
            {"word": text, "reason": "months and days have two digits"},
            f"write {right}",
            whole.replace(text, right),
        )
    if not 1 <= int(month) <= 12:
        return _no_month(year, month, day, text)
    return Period.month(int(year), int(month)) if day is None else _day(int(year), int(month), int(day), text)


def _day(year: int, month: int, day: int, text: str) -> Period | Trouble:
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        reason = f"{year:04}-{month:02} has {last} days"
        return Trouble("C304", {"word": text, "reason": reason}, "correct the day")
    return Period.day(date(year, month, day))


def _part(year: int, part: str, number: int, text: str) -> Period | Trouble:
    """A quarter or a half."""
    count, months = (4, 3) if part == "Q" else (2, 6)
    if not 1 <= number <= count:
        name = "four quarters, Q1 to Q4" if part == "Q" else "two halves, H1 and H2"
        return Trouble("C304", {"word": text, "reason": f"a year has {name}"}, "correct the number")
    first = (number - 1) * months + 1
    return Period(date(year, first, 1), Period.month(year, first + months - 1).end)


def seasons(year: int) -> str:
    """What a year with two digits of the next may be meant for: the remedy names both."""
    return f"write {year}..{year + 1} for both years, or the months of the season: {year}-09..{year + 1}-08"


def _no_month(year: str, month: str, day: str | None, text: str) -> Trouble:
    parts = {"word": text, "reason": f"there is no month {month}"}
    right = f"{year}-{day}-{month}"
    if day is not None and 1 <= int(day) <= 12 and isinstance(read(right), Period):
        return Trouble("C304", parts, f"a date is year-month-day: did you mean {right}?", right)
    if day is None and int(month) == (int(year) + 1) % 100:
        return Trouble("C304", parts, seasons(int(year)))
    return Trouble("C304", parts, "months go from 01 to 12")


@lru_cache(maxsize=4096)
def before(period: Period, *, to_date: bool = False) -> Period | None:
    """The same length of time just before; of a year to date, the same days a year earlier. None before the year 1.

    >>> str(before(Period.month(2024, 3))), str(before(Period.year(2024)))
    ('2024-02', '2023')
    """
    months = 12 if to_date else _months(period)
    try:
        if months:
            start = _shifted(period.start, -months)
            return Period(start, _shifted(period.end, -months) if to_date else period.start - timedelta(days=1))
        length = timedelta(days=period.days)
        return Period(period.start - length, period.start - timedelta(days=1))
    except (ValueError, OverflowError):
        return None


def _months(period: Period) -> int:
    """How many whole months a period is, 0 where it is not whole months."""
    start, end = period.start, period.end
    if start.day != 1 or end.day != calendar.monthrange(end.year, end.month)[1]:
        return 0
    return (end.year - start.year) * 12 + end.month - start.month + 1


def _shifted(day: date, months: int) -> date:
    """The same day some months on, or the last of a shorter month."""
    month = day.year * 12 + day.month - 1 + months
    year, month = divmod(month, 12)
    if year < 1:
        raise ValueError("before the year 1")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@lru_cache(maxsize=4096)
def name(period: Period, *, to_date: bool = False) -> str:
    """The short name of a period in ids: `2024`, `2024-Q3`, `2024-01..2024-09`, `2025-ytd`.

    >>> name(Period(date(2024, 7, 1), date(2024, 9, 30)))
    '2024-Q3'
    """
    start, end = period.start, period.end
    if to_date:
        return f"{start.year:04}-ytd"
    months = _months(period)
    if start.year == end.year and months in (3, 6) and (start.month - 1) % months == 0:
        return f"{start.year:04}-{'Q' if months == 3 else 'H'}{(start.month - 1) // months + 1}"
    if months and str(period).count("..") and (start.month, end.month) != (1, 12):
        return f"{Period.month(start.year, start.month)}..{Period.month(end.year, end.month)}"
    return str(period)
