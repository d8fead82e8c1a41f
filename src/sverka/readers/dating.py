"""The day that a document is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sverka.model.document import Block, BlockKind, DocumentDate
from sverka.model.period import Period
from sverka.readers.dateline import dateline_of, opening_of

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*")
_MATTER_KEYS = ("date", "published", "pubdate", "publishdate", "created")


def document_date(written: str, source: str) -> DocumentDate | None:
    """A date as people write it in ISO form, as much of it as is known: a day, a month or a year.

    >>> str(document_date("2025-05", "command line").period)
    '2025-05'
    """
    match = _ISO.fullmatch(written.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
    try:
        if year is None or month is None:
            period = Period.year(year or 0)
        elif day is None:
            period = Period.month(year, month)
        else:
            period = Period.day(date(year, month, day))
    except ValueError:
        return None
    return DocumentDate(period, written.strip(), source)


def date_in_text(text: str, blocks: Sequence[Block], matter: Mapping[str, str], language: str) -> DocumentDate | None:
    """The date that a document gives of itself: in its metadata, or else in a dateline above or below its text."""
    for key in _MATTER_KEYS:
        written = matter.get(key, "")
        timed = _WITH_TIME.fullmatch(written)
        found = document_date(timed.group(1) if timed else written, "metadata")
        period = None if found or not written else dateline_of(written, language)
        if found or period:
            return found or _dated(period, "metadata")
    return _dated(max(_datelines(text, blocks, language), key=_precision, default=None), "dateline")


def _dated(period: Period | None, source: str) -> DocumentDate | None:
    if period is None:
        return None
    written = str(period)
    return DocumentDate(period, written if ".." not in written else period.start.isoformat(), source)


def _precision(period: Period) -> int:
    """A day says more than a month; of two days the first one that was read is taken."""
    return -period.days


def _datelines(text: str, blocks: Sequence[Block], language: str) -> Iterator[Period]:
    """The datelines of a page from the top, then the opening of its text."""
    for block in blocks:
        if block.kind is BlockKind.DATELINE:
            period = dateline_of(block.span.of(text), language)
            if period:
                yield period
    opening = next((block for block in blocks if block.kind is BlockKind.PARAGRAPH), None)
    period = opening_of(opening.span.of(text), language) if opening else None
    if period:
        yield period
