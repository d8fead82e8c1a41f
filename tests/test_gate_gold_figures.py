"""How well the figures of texts that nothing was tuned for are read; the floors only go up.

Of each gold figure it is measured whether one is found there with its values and its unit (the days, of a date), and
of those so found the hedge, the kind, the interval, and the period where the gold names one. A figure that no gold
figure overlaps is extra, unless the program ignores it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from datespec import period
from gold import Row, rows
from sverka.figures import find_figures
from sverka.model.document import Document, DocumentDate
from sverka.model.figure import Figure
from sverka.model.interval import Interval
from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.readers import read
from sverka.text.analysis import analyse

# Per cent of the gold figures, rounded down to a tenth; of `extra` the most that there may be. Floors only go up.
FLOORS: Mapping[tuple[str, str], Mapping[str, float]] = {
    ("ru", "synthetic"): {"read": 98.8, "hedge": 99.4, "kind": 99.7, "interval": 98.7, "when": 100, "extra": 0},
    ("ru", "wild"): {"read": 99.4, "hedge": 99.8, "kind": 99.7, "interval": 99.8, "when": 100, "extra": 0},
    ("en", "synthetic"): {"read": 99.6, "hedge": 99.5, "kind": 100, "interval": 99.5, "when": 100, "extra": 0},
    ("en", "wild"): {"read": 99.7, "hedge": 99.9, "kind": 99.8, "interval": 99.9, "when": 98.7, "extra": 0},
    ("kk", "synthetic"): {"read": 100, "hedge": 100, "kind": 100, "interval": 100, "when": 100, "extra": 0},
    ("kk", "wild"): {"read": 99.9, "hedge": 100, "kind": 100, "interval": 100, "when": 98.9, "extra": 0},
    ("az", "synthetic"): {"read": 99.5, "hedge": 100, "kind": 100, "interval": 100, "when": 100, "extra": 0},
    ("az", "wild"): {"read": 99.9, "hedge": 100, "kind": 100, "interval": 100, "when": 99.2, "extra": 0},
    ("uk", "synthetic"): {"read": 100, "hedge": 100, "kind": 100, "interval": 100, "when": 100, "extra": 0},
    ("uk", "wild"): {"read": 100, "hedge": 100, "kind": 100, "interval": 100, "when": 100, "extra": 0},
    ("tr", "synthetic"): {"read": 100, "hedge": 100, "kind": 100, "interval": 100, "when": 100, "extra": 0},
    ("tr", "wild"): {"read": 100, "hedge": 100, "kind": 100, "interval": 100, "when": 100, "extra": 0},
}
# Texts without a figure: how many of them may be told to have one.
FALSE_ALARMS = {"uk": 0, "tr": 0, "ru": 1, "en": 0, "kk": 0, "az": 0}
DATES = (Kind.DATE, Kind.PERIOD)
ASPECTS = ("hedge", "kind", "interval", "when")


@cache
def figures_of(language: str, name: str, written: str | None, text: str) -> tuple[Figure, ...]:
    known = DocumentDate(period(written), written, "command line") if written else None
    document = read(Path(f"{name}.txt"), text.encode(), facts=None, language=language, date=known)
    assert isinstance(document, Document), document
    return find_figures(analyse(document))


def overlap(row: Row, figure: Figure) -> int:
    return min(row["end"], figure.span.end) - max(row["start"], figure.span.start)


def best(row: Row, figures: Sequence[Figure]) -> Figure | None:
    """The figure that lies over a gold one most; one to check goes before an ignored one."""
    over = [one for one in figures if overlap(row, one) > 0]
    return max(over, key=lambda one: (one.ignored is None, overlap(row, one)), default=None)


def plain(unit: str | None) -> str:
    return (unit or "").replace("ё", "е")


def days(row: Row) -> Period | None:
    return Period(period(row["period"][0]).start, period(row["period"][1]).end) if row["period"] else None


def is_read(row: Row, figure: Figure | None) -> bool:
    """Whether a figure is found with the values and the unit of the gold, and is to be checked as the gold is."""
    if row["ignored"]:
        return figure is None or figure.ignored is not None
    if figure is None or figure.ignored is not None:
        return False
    if row["kind"] in DATES:
        return figure.days == days(row)
    return figure.values == tuple(map(Fraction, row["values"])) and is_unit(row, figure)


def is_unit(row: Row, figure: Figure) -> bool:
    """Where the text leaves a counted noun out, the gold has none; that of the figure before may be given."""
    left_out = row["unit"] is None and figure.dimension == "count" and figure.parts.unit is None
    return left_out or plain(figure.unit) == plain(row["unit"])


def bounds(row: Row) -> Interval:
    low, high = (None if row[end] is None else Fraction(row[end]) for end in ("low", "high"))
    return Interval(low, high, row["low_closed"], row["high_closed"])


def differs(row: Row, figure: Figure) -> Iterator[str]:
    """What else is wrong with a figure that is read."""
    if figure.kind != row["kind"]:
        yield "kind"
    if figure.hedge != row["hedge"]:
        yield "hedge"
    if row["kind"] in DATES:
        return
    if figure.interval != bounds(row):
        yield "interval"
    if row["period"] and (figure.days or (figure.when and figure.when.period)) != days(row):
        yield "when"


def told(figure: Figure | None) -> str:
    if figure is None:
        return "nothing"
    values = " ".join(map(str, figure.values)) or str(figure.days)
    when = figure.when.period if figure.when else None
    said = f"{figure.text!r} {figure.kind} {values} {figure.unit} {figure.hedge} when={when}"
    return f"{said} {figure.interval.low}..{figure.interval.high} [{figure.rule}] {figure.ignored or ''}"


class Score:
    """The counts of a language and a class of texts, and what was missed."""

    def __init__(self, language: str, sort: str) -> None:
        self.counts: Counter[str] = Counter()
        self.misses: list[str] = []
        for text in rows("figures", f"{language}.jsonl"):
            if text["class"] == sort:
                self.add(text, figures_of(language, text["id"], text["date"], text["text"]))

    def add(self, text: Row, figures: Sequence[Figure]) -> None:
        for row in text["figures"]:
            self._add_figure(text, row, best(row, figures))
        for figure in figures:
            if figure.ignored is None and not any(overlap(row, figure) > 0 for row in text["figures"]):
                self.counts["extra"] += 1
                self._miss(text, f"extra: {told(figure)}")

    def _add_figure(self, text: Row, row: Row, figure: Figure | None) -> None:
        self.counts["all"] += 1
        if not is_read(row, figure):
            wanted = f"{row['surface']!r} {row['kind']} {row['values']} {row['unit']} {row['period']} {row['ignored']}"
            return self._miss(text, f"read: {wanted} <> {told(figure)}")
        self.counts["read"] += 1
        if figure is None or row["ignored"]:
            return None
        self.counts.update({"of hedge": 1, "of kind": 1})
        if row["kind"] not in DATES:
            self.counts.update({"of interval": 1, "of when": bool(row["period"])})
        wrong = list(differs(row, figure))
        self.counts.update(f"not {aspect}" for aspect in wrong)
        for aspect in wrong:
            self._miss(text, f"{aspect}: {row['surface']!r} {_wanted(row, aspect)} <> {told(figure)}")
        return None

    def _miss(self, text: Row, words: str) -> None:
        self.misses.append(f"{text['id']} {words}\n    {text['text']}")

    def share(self, aspect: str) -> float:
        if aspect in ("read", "extra"):
            return 100 * self.counts[aspect] / self.counts["all"]
        return 100 - 100 * self.counts[f"not {aspect}"] / max(self.counts[f"of {aspect}"], 1)

    def __str__(self) -> str:
        shares = ", ".join(f"{aspect} {self.share(aspect):.1f}" for aspect in ("read", *ASPECTS, "extra"))
        return f"{self.counts['all']} figures: {shares}"


def _wanted(row: Row, aspect: str) -> str:
    if aspect == "interval":
        return f"{bounds(row)}"
    return str(row["period"] if aspect == "when" else row[aspect])


@pytest.mark.gate
@pytest.mark.parametrize(("language", "sort"), list(FLOORS))
def test_the_figures_of_unseen_texts_are_read(
    language: str, sort: str, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    """Values with units, hedges, kinds, intervals and periods reach the floors; little is found that is not there."""
    score = Score(language, sort)
    if request.config.getoption("capture") == "no":
        print(f"\n{language} {sort}: {score}", *score.misses, sep="\n")
    floors = FLOORS[language, sort]
    low = {aspect: score.share(aspect) for aspect in ("read", *ASPECTS) if score.share(aspect) < floors[aspect]}
    assert not low
    assert score.share("extra") <= floors["extra"]


@pytest.mark.gate
@pytest.mark.parametrize("language", list(FALSE_ALARMS))
def test_what_is_known_to_fail_still_does(language: str, request: pytest.FixtureRequest) -> None:
    """A text that is now read right belongs to another class."""
    read = []
    for text in rows("figures", f"{language}.jsonl"):
        if text["class"] == "known-failure":
            score = Score(language, "none")
            score.add(text, figures_of(language, text["id"], text["date"], text["text"]))
            read += [] if score.misses else [text["id"]]
            if request.config.getoption("capture") == "no":
                print(*score.misses, sep="\n")
    assert read == []


@pytest.mark.gate
@pytest.mark.parametrize("language", list(FALSE_ALARMS))
def test_words_that_state_nothing_give_no_figure(language: str, request: pytest.FixtureRequest) -> None:
    score = Score(language, "negative")
    if request.config.getoption("capture") == "no":
        print(f"\n{language} negative: {score.counts}", *score.misses, sep="\n")
    assert score.counts["extra"] + score.counts["all"] - score.counts["read"] <= FALSE_ALARMS[language]
