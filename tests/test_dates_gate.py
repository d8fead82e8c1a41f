"""The dates of the original articles."""

from __future__ import annotations

import pytest

from gold import documents, originals, rows
from sverka.model.document import BlockKind
from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.text.analysis import analyse
from sverka.text.dates import DateMention, find_dates

DATES = [row for row in rows("originals", "figures.jsonl") if row["kind"] == "date/period"]


def is_right(row: dict[str, object], found: DateMention) -> bool:
    """Whether a mention is as wide as the gold one and resolved to the same days, or to a month that has them."""
    days, kind = found.days, found.kind
    if (found.span.start, found.span.end) != (row["start"], row["end"]) or days is None or kind is Kind.DURATION:
        return False
    if row["unit"] == "date" and days.start != days.end and "-" not in str(row["surface"]):
        # «сегодня» in an article of which only the month is known
        return str(days.start) <= str(row["value_low"]) <= str(row["value_high"]) <= str(days.end)
    return (str(days.start), str(days.end)) == (row["value_low"], row["value_high"])


@pytest.mark.gate
def test_every_date_of_the_originals_is_found_and_resolved() -> None:
    """Surface, first and last day; a dateline is found by the readers instead."""
    wrong = []
    for name, document in documents(originals()).items():
        mentions = {mention.span.start: mention for mention in find_dates(analyse(document))}
        for row in (row for row in DATES if row["doc"] == name):
            mention = mentions.get(row["start"])
            if row["surface"] != "30 марта, 2024" and not (mention and is_right(row, mention)):
                wrong.append((name[:3], row["surface"], mention))
    assert wrong == []


@pytest.mark.gate
def test_nothing_else_in_the_originals_is_a_date() -> None:
    """Vague words («последние годы», «сегодня» for nowadays) and furniture give no mention."""
    known = {(row["doc"], row["start"]) for row in rows("originals", "figures.jsonl")}
    extra = [
        (name[:3], mention.span.of(document.text), str(mention.days or ""))
        for name, document in documents(originals()).items()
        for mention in find_dates(analyse(document))
        if not any(block.span.covers(mention.span) for block in document.blocks if block.kind is BlockKind.DATELINE)
        if (name, mention.span.start) not in known
    ]
    assert extra == []


def test_the_gold_dates_are_all_there() -> None:
    """The gate measures what it says: more than twenty dates, each with its days."""
    assert len(DATES) > 20
    assert all(Period for row in DATES if row["value_low"] and row["value_high"])
