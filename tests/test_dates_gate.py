"""The dates, periods and statuses of the gold articles: the project's seeds, and the originals where they are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from gold import ROOT, Row, documents, originals, rows
from sverka.figures import find_figures
from sverka.model.document import BlockKind, Document
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.analysis import analyse
from sverka.text.dates import DateMention, find_dates

TEXTS = (BlockKind.PARAGRAPH, BlockKind.HEADING)
# «с начальной суммой в 300 млн» of a fund yet to be, «на III Играх, которые пройдут»
STATUS_FLOOR = 2


def folder(name: str) -> Path:
    return originals() if name == "originals" else ROOT / "seeds"


def found_dates(documents: Mapping[str, Document]) -> dict[str, list[DateMention]]:
    """The mentions in the running text of each document; readers take care of datelines."""
    return {
        name: [mention for mention in find_dates(analyse(document)) if in_text(document, mention.span)]
        for name, document in documents.items()
    }


def in_text(document: Document, span: Span) -> bool:
    return any(block.span.covers(span) for block in document.blocks if block.kind in TEXTS)


def is_right(row: Row, found: DateMention | None) -> bool:
    """Whether a mention is as wide as the gold one and has its days."""
    if found is None or found.days is None or found.kind is Kind.DURATION:
        return False
    if (found.span.start, found.span.end) != (row["start"], row["end"]):
        return False
    low, high = str(found.days.start), str(found.days.end)
    if found.rule == "day near the document's" and low != high:
        # «сегодня» in an article of which only the month is known
        return low <= row["value_low"] <= row["value_high"] <= high
    return (low, high) == (row["value_low"], row["value_high"])


@pytest.mark.gate
@pytest.mark.parametrize("name", ["seeds", "originals"])
def test_every_date_is_found_and_resolved(name: str) -> None:
    """Each gold date and period, as wide as it is listed, with its first and last day."""
    texts = documents(folder(name))
    mentions = {file: {one.span.start: one for one in found} for file, found in found_dates(texts).items()}
    listed = [
        row
        for row in rows(name, "figures.jsonl")
        if row["kind"] == "date/period" and in_text(texts[row["doc"]], Span(row["start"], row["end"]))
    ]
    assert len(listed) > 20
    wrong = [row["surface"] for row in listed if not is_right(row, mentions[row["doc"]].get(row["start"]))]
    assert wrong == []


@pytest.mark.gate
@pytest.mark.parametrize("name", ["seeds", "originals"])
def test_nothing_else_is_a_date(name: str) -> None:
    """Vague words («последние годы», «сегодня» for nowadays) give no mention."""
    known = {(row["doc"], row["start"]) for row in rows(name, "figures.jsonl")}
    texts = documents(folder(name))
    extra = [
        (file[:3], mention.span.of(texts[file].text))
        for file, found in found_dates(texts).items()
        for mention in found
        if (file, mention.span.start) not in known
    ]
    assert extra == []


@pytest.mark.gate
@pytest.mark.parametrize("name", ["seeds", "originals"])
def test_facts_and_plans_are_told_apart(name: str) -> None:
    """A figure is a fact where the gold data says so; few may be wrong, and fewer later."""
    listed = [row for row in rows(name, "figures.jsonl") if row["kind"] != "date/period" and not row["trivial"]]
    wrong = []
    for file, document in documents(folder(name)).items():
        figures = [figure for figure in find_figures(analyse(document)) if figure.kind not in (Kind.DATE, Kind.PERIOD)]
        for row in (row for row in listed if row["doc"] == file):
            number = Span(row["num_start"], row["num_end"])
            figure = next((one for one in figures if one.span.overlaps(number)), None)
            if figure and figure.status.is_fact != (row["status"] in ("actual", "historic")):
                wrong.append((file[:3], row["surface"], figure.status))
    assert len(wrong) <= STATUS_FLOOR, wrong
