"""Days, and the periods that texts and claims speak of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Sense = Literal["during", "since", "until", "by", "at"]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A run of days, both ends included."""

    start: date
    end: date

    @staticmethod
    def day(day: date) -> Period:
        return Period(day, day)

    @staticmethod
    def month(year: int, month: int) -> Period:
        following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else None
        return Period(date(year, month, 1), following - timedelta(days=1) if following else date.max)

    @staticmethod
    def year(year: int) -> Period:
        return Period(date(year, 1, 1), date(year, 12, 31))

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    def covers(self, other: Period) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Period) -> bool:
        return self.start <= other.end and other.start <= self.end

    def in_year(self, year: int) -> Period:
        """The same days, the first of them in another year; 28 February for the 29th where that has none."""
        return Period(_in_year(self.start, year), _in_year(self.end, year + self.end.year - self.start.year))

    def __str__(self) -> str:
        return _named(self)


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def _named(period: Period) -> str:
    """The shortest ISO form: 2024, 2024-03, 2024-03-11, or 2024-01-01..2024-09-30."""
    start, end = period.start, period.end
    if start == end:
        return start.isoformat()
    if period == Period.month(start.year, start.month):
        return f"{start.year:04}-{start.month:02}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year:04}" if start.year == end.year else f"{start.year:04}..{end.year:04}"
    return f"{start.isoformat()}..{end.isoformat()}"
