"""natasha: its extractors of money and of dates; it has none of other quantities."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from typing import Any

from natasha import DatesExtractor, MoneyExtractor, MorphVocab
from serve import Reading, Text, reading, serve

_vocabulary = MorphVocab()
_money, _dates = MoneyExtractor(_vocabulary), DatesExtractor(_vocabulary)


def _days(date: Any) -> list[str] | None:
    if date.year is None:
        return None
    first, last = date.month or 1, date.month or 12
    day = date.day or monthrange(date.year, last)[1]
    return [f"{date.year:04}-{first:02}-{date.day or 1:02}", f"{date.year:04}-{last:02}-{day:02}"]


def read(given: Text) -> Iterator[Reading]:
    for match in _money(given.text):
        yield reading(match.start, match.stop, [match.fact.amount], match.fact.currency)
    for match in _dates(given.text):
        days = _days(match.fact)
        if days:
            yield reading(match.start, match.stop, [], days=days)


serve(read)
