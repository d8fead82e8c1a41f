"""How many of the gold figures are found, with the value, the unit, the hedge and the period that they have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import gold
from sverka.figures import find_figures
from sverka.model.figure import Figure, Reason
from sverka.model.quantity import Hedge, Kind
from sverka.text.analysis import analyse

Row = Mapping[str, Any]
FLOOR = Fraction(98, 100)
DATES = (Kind.DATE, Kind.PERIOD)
# The gold's words for units, where they differ from the codes of a report; things counted are in English there.
UNITS = {"t/year": "t/yr"}
CODES = {"t", "USD", "%", "x", "t/yr", "day", "ordinal", "KZT", "pp", "bbl", "TEU", "EUR", "year"}


def _overlapping(row: Row, figures: Sequence[Figure]) -> Figure | None:
    return next((one for one in figures if one.span.start <= row["num_start"] < one.span.end), None)


def _mistake(row: Row, figure: Figure | None) -> str | None:
    """What is wrong with a figure, by its gold; None where nothing is."""
    if figure is None:
        return "missing"
    if row["kind"] == "date/period":
        return None if figure.kind in DATES else f"a date read as {figure.kind}"
    if figure.ignored is Reason.TRIVIAL and not row["trivial"]:
        return "taken for trivial"
    return _value(row, figure) or _unit(row, figure) or _hedge(row, figure)


def _value(row: Row, figure: Figure) -> str | None:
    if row["hedge"] in ("almost", "about"):
        wanted = {Fraction(str(row["value_high"])) / (1 if row["hedge"] == "almost" else Fraction(11, 10))}
        return None if set(figure.values) == wanted else f"value {figure.values}"
    low, high = row["value_low"], row["value_high"]
    if low == high or row["kind"] == "range":
        wanted = {Fraction(str(low)), Fraction(str(high))}
        return None if set(figure.values) == wanted else f"value {figure.values}"
    bounds = [Fraction(str(end)) for end in (low, high) if end is not None]
    inside = all(bounds[0] <= value <= bounds[-1] for value in figure.values) if len(bounds) == 2 else True
    middle = sum(bounds) / 2 if len(bounds) == 2 else bounds[0]
    return None if inside and set(figure.values) == {middle} else f"value {figure.values}"


def _unit(row: Row, figure: Figure) -> str | None:
    unit = UNITS.get(row["unit"], row["unit"])
    if unit not in CODES or unit == figure.unit:
        return None
    return f"unit {figure.unit}"


def _hedge(row: Row, figure: Figure) -> str | None:
    wanted = None if row["hedge"] == "none" else Hedge(row["hedge"])
    return None if figure.hedge is wanted else f"hedge {figure.hedge}"


def _period(row: Row, figure: Figure) -> str | None:
    """The days of a date, where the gold knows them to the day."""
    days = figure.days
    if row["kind"] != "date/period" or days is None or "/" in (row["period"] or ""):
        return None
    found = (days.start.isoformat(), days.end.isoformat())
    return None if found == (row["value_low"], row["value_high"]) else f"days {found}"


def _measure(name: str, folder: Path) -> tuple[int, list[str]]:
    documents = gold.documents(folder)
    found = {path: find_figures(analyse(document)) for path, document in documents.items()}
    wanted = [row for row in gold.rows(name, "figures.jsonl") if not row["trivial"]]
    misses = []
    for row in wanted:
        figure = _overlapping(row, found[row["doc"]])
        mistake = _mistake(row, figure) or (_period(row, figure) if figure else None)
        if mistake:
            misses.append(f"{row['doc']}:{row['start']} {row['surface']}: {mistake}")
    return len(wanted), misses


@pytest.mark.gate
@pytest.mark.parametrize("name", ["seeds", "originals"])
def test_figures_of_the_gold_are_found(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """At least 98 of 100 figures that are not trivial have their value, unit, hedge and days."""
    folder = gold.ROOT / "seeds" if name == "seeds" else gold.originals()
    total, misses = _measure(name, folder)
    with capsys.disabled():
        print(f"\n{name}: {total - len(misses)} of {total} figures")
        print(*misses, sep="\n")
    assert total and Fraction(total - len(misses), total) >= FLOOR


@pytest.mark.gate
@pytest.mark.parametrize("name", ["seeds", "originals"])
def test_what_is_no_figure_is_not_told_as_one(name: str) -> None:
    """Idioms make no figure, and numbers in names, menus and counters make only ignored ones."""
    folder = gold.ROOT / "seeds" if name == "seeds" else gold.originals()
    found = {path: find_figures(analyse(document)) for path, document in gold.documents(folder).items()}
    rows = [*gold.rows(name, "not-figures.jsonl"), *gold.rows(name, "furniture.jsonl")]
    told = [
        (row["doc"], row["surface"], figure.text)
        for row in rows
        for figure in found[row["doc"]]
        if figure.span.start < row["end"] and row["start"] < figure.span.end and figure.ignored is None
    ]
    assert not told
