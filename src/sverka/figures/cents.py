"""Cents of the currency that a text is about: "the smallest gift was 20 cents" among euros."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sverka import units
from sverka.figures.parallels import Earlier
from sverka.figures.passage import Passage
from sverka.figures.reading import Reading
from sverka.figures.signs import currency_at


def with_cents(passage: Passage, readings: Sequence[Reading], earlier: Earlier) -> list[Reading]:
    """The readings, those in cents in the currency of the sums beside them, or of the sentence before; else in dollars,
    as the language file has it."""
    cents = passage.lexicon.words["units.special.cents"]
    if not cents or not any(_is_in(passage, one, cents) for one in readings):
        return list(readings)
    beside = {one.unit for one in readings if one.dimension == "money" and not _is_in(passage, one, cents)}
    before = {str(earlier.money.unit).partition("/")[0]} if earlier.money else set()
    known = beside or _named(passage) or before
    currency = next(iter(known)) if len(known) == 1 else None
    if currency is None or not passage.lexicon.has("units.special.of_cents", currency.lower()):
        return list(readings)
    return [_of(one, currency) if _is_in(passage, one, cents) else one for one in readings]


def _named(passage: Passage) -> set[str | None]:
    """ "22 cents of every euro"."""
    words = passage.lexicon.words["units.special.cents"]
    found = (currency_at(passage, at) for at in range(passage.size) if passage.word(at) not in words)
    return {unit for unit in found if unit is not None}


def _is_in(passage: Passage, reading: Reading, cents: frozenset[str]) -> bool:
    measure = reading.measure
    money = measure is not None and measure.dimension.startswith("money") and not measure.is_noun
    return money and measure is not None and measure.span.of(passage.text).partition(" ")[0].lower() in cents


def _of(reading: Reading, currency: str) -> Reading:
    assert reading.measure is not None
    found = units.find(f"{currency}{reading.measure.unit[3:]}")
    return reading if found is None else replace(reading, measure=replace(reading.measure, unit=found.canonical))
