"""How many of the gold figures a reader finds with their values, and with their units.

Figures that the gold ignores, and dates, are left out both ways: to find one is neither right nor wrong. Signs,
hedges and intervals are asked of nobody. A reader that gives a number in the unit that the text has («950 км») is as
right as one that makes metres of it, and one may read the two ends of a range as two numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

Row = Mapping[str, Any]
# A float of a peer's may be off so much.
_NEAR = Fraction(1, 1_000_000)
# Units that a general reader of quantities can be expected to know; counted nouns, multiples and rates are not.
MEASURES = frozenset(("t", "m", "m2", "m3", "bbl", "day", "year", "degC", "degF", "km/h", "MW", "kWh", "B", "%"))
_CURRENCY = re.compile(r"[A-Z]{3}")
_NO_CURRENCY = frozenset(("TEU",))
# What a word of the text makes of a number in the canonical unit, where it is no 1.
_WRITTEN = (
    ("m", r"км|киломе|\bkm|kilomet", 1000),
    ("m", r"\bсм\b|сантим|\bcm|centim", "1/100"),
    ("m", r"\bмм\b|миллим|\bmm|millim", "1/1000"),
    ("m", r"морск\w+ мил|nautical", 1852),
    ("m", r"мил[яьи]|mile", "1609.344"),
    ("m", r"фут|foot|feet|\bft", "0.3048"),
    ("m", r"дюйм|inch", "0.0254"),
    ("m2", r"\bга\b|гектар|hectare|\bha\b", 10_000),
    ("m2", r"соток|сотк", 100),
    ("m2", r"кв\.? ?км|квадратн\w+ киломе|km²|square kilomet|sq\.? km", 1_000_000),
    ("m2", r"acre", "4046.8564224"),
    ("m2", r"square mile", "2589988.110336"),
    ("m3", r"литр|\bл\b|litre|liter", "1/1000"),
    ("m3", r"gallon", "0.003785411784"),
    ("m3", r"bcm", 1_000_000_000),
    ("t", r"\bкг\b|килогр|\bkg|kilogr", "1/1000"),
    ("t", r"\bг\b|грамм|\bg\b|gram", "1/1000000"),
    ("t", r"центнер|\bц\b", "1/10"),
    ("t", r"кт\b|килотонн|\bkt|kilotonn", 1000),
    ("t", r"\bMt\b|мегатонн|megatonn", 1_000_000),
    ("t", r"pound|\blb", "0.00045359237"),
    ("day", r"недел|week", 7),
    ("day", r"час|\bч\b|hour|\bh\b", "1/24"),
    ("day", r"минут|мин\b|minute|\bmin\b", "1/1440"),
    ("day", r"секунд|\bсек|second", "1/86400"),
    ("year", r"месяц|мес\b|month|квартал|quarter", "1/12"),
    ("year", r"полугод|half", "1/2"),
    ("year", r"десятилет|decade", 10),
    ("year", r"век|столет|centur", 100),
    ("MW", r"ГВт|гигав|GW|gigaw", 1000),
    ("MW", r"кВт|килов|kW|kilow", "1/1000"),
    ("kWh", r"МВт|мегав|MWh|megaw", 1000),
    ("kWh", r"ГВт|гигав|GWh|gigaw", 1_000_000),
    ("kWh", r"ТВт|терав|TWh|teraw", 1_000_000_000),
    ("km/h", r"м/с|метр\w* в сек|m/s", "3.6"),
    ("km/h", r"узл|knot", "1.852"),
    ("km/h", r"mph|mile", "1.609344"),
    ("B", r"ТБ|терабайт|TB|terab", 10**12),
    ("B", r"ГБ|гигабайт|GB|gigab", 10**9),
    ("B", r"МБ|мегабайт|MB|megab", 10**6),
    ("bit/s", r"Мбит|Mbit|Mbps|megabit", 10**6),
    ("bit/s", r"Гбит|Gbit|Gbps|gigabit", 10**9),
    ("pp", r"базис|б\.? ?п|basis|bp", "1/100"),
    ("%", r"промилл|‰", "1/10"),
    ("%", r"", 100),  # a part of a whole is a per cent of ours
)


@dataclass
class Score:
    """The counts of one reader on one set, and what it missed."""

    gold: int = 0
    right: int = 0
    read: int = 0
    sound: int = 0
    measured: int = 0
    with_unit: int = 0
    dates: int = 0
    dated: int = 0
    texts: int = 0
    silent: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        return 100 * self.sound / self.read if self.read else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.right else 0.0

    def add(self, text: Row, readings: Sequence[Row]) -> None:
        """Counts one text."""
        numbers = [one for one in readings if one["values"]]
        counted = [one for one in numbers if not _left_out(text, one)]
        self.texts += 1
        self.silent += not counted
        self.read += len(counted)
        self.sound += sum(any(_is_sound(row, one) for row in _wanted(text)) for one in counted)
        for row in _wanted(text):
            self._add_figure(text, row, numbers)
        for row in text["figures"]:
            if row["period"] and not row["values"] and not row["ignored"]:
                self.dates += 1
                self.dated += any(_overlap(row, one) and one["days"] == row["period"] for one in readings)
        for one in counted:
            if not any(_overlap(row, one) for row in _wanted(text)):
                self._miss(text, f"extra {_told([one], text)}")

    def _add_figure(self, text: Row, row: Row, numbers: Sequence[Row]) -> None:
        near = [one for one in numbers if _overlap(row, one)]
        is_right = _is_right(row, near)
        self.gold += 1
        self.right += is_right
        if row["unit"] in MEASURES or _is_currency(row["unit"]):
            self.measured += 1
            self.with_unit += is_right and any(one["unit"] == row["unit"] for one in near if _is_sound(row, one))
        if not is_right:
            self._miss(text, f"{row['surface']!r} {row['values']} {row['unit']} <> {_told(near, text)}")

    def _miss(self, text: Row, words: str) -> None:
        self.misses.append(f"{text['id']} {words}\n    {text['text']}")


def _is_currency(unit: str | None) -> bool:
    return unit is not None and unit not in _NO_CURRENCY and _CURRENCY.fullmatch(unit) is not None


def _told(readings: Iterable[Row], text: Row) -> str:
    return "; ".join(f"{text['text'][one['start'] : one['end']]!r} {one['values']} {one['unit']}" for one in readings)


def _wanted(text: Row) -> list[Row]:
    return [row for row in text["figures"] if row["values"] and not row["ignored"]]


def _overlap(row: Row, one: Row) -> bool:
    return bool(row["start"] < one["end"] and one["start"] < row["end"])


def _left_out(text: Row, one: Row) -> bool:
    """Whether a reading lies over nothing but dates and figures that are ignored."""
    over = [row for row in text["figures"] if _overlap(row, one)]
    return bool(over) and not any(row["values"] and not row["ignored"] for row in over)


def _is_right(row: Row, near: Sequence[Row]) -> bool:
    """Whether the readings over a figure have all its values; the two ends of a range may be two numbers."""
    return all(any(_same(row, gold, one, value) for one in near for value in _values(one)) for gold in _golden(row))


def _is_sound(row: Row, one: Row) -> bool:
    """Whether a reading lies over a figure and has none but its values."""
    return _overlap(row, one) and all(
        any(_same(row, gold, one, value) for gold in _golden(row)) for value in _values(one)
    )


def _golden(row: Row) -> list[Fraction]:
    return [abs(Fraction(value)) for value in row["values"]]


def _values(one: Row) -> list[Fraction]:
    return [abs(Fraction(value)) for value in one["values"]]


def _same(row: Row, gold: Fraction, one: Row, value: Fraction) -> bool:
    wanted = [gold] if one["unit"] else [gold, *_as_written(row, gold)]
    return any(abs(value - want) <= want * _NEAR for want in wanted)


def _as_written(row: Row, gold: Fraction) -> Iterator[Fraction]:
    """A value in the unit of the text, for a reader that gives the number alone."""
    for unit, words, factor in _WRITTEN:
        if unit == row["unit"] and re.search(words, row["surface"]):
            yield gold / Fraction(factor)
    if row["unit"] == "x" and gold:
        yield 1 / gold
