"""Ranges whose ends show in cases or in a word behind them: «5-тен 6 млн-ға дейін», «5 пен 7 аралығында»."""

from __future__ import annotations

from typing import NamedTuple

from sverka.figures.amounts import Amount
from sverka.figures.destinations import comes_about
from sverka.figures.endings import ending_at
from sverka.figures.measures import Measure, read_measure
from sverka.figures.passage import Passage
from sverka.figures.ranges import read_amount, read_signed


class Span(NamedTuple):
    """The other end of a range, what both are of, and the token behind the words that join them."""

    other: Amount
    measure: Measure | None
    last: int


def read_span(passage: Passage, first: Amount, at: int) -> Span | None:
    """The other end of a range whose first amount, with its unit, ends before a token."""
    if not passage.lexicon.verb_last:
        return None
    return _from_to(passage, first, at) or _between(passage, first, at)


def _from_to(passage: Passage, first: Amount, at: int) -> Span | None:
    """«10 жылдан 15 жылға дейін», "5-dən 6 milyona qədər": from one to the other, where no verb moves anything."""
    case, start = ending_at(passage, at)
    other = _end(passage, first, start) if case == "ablative" else None
    if other is None or other.is_share:
        return None
    measure = _unit(passage, other, other.last)
    end = _behind_until(passage, measure.last if measure else other.last)
    if end is None or comes_about(passage, end):
        return None
    return Span(other, measure or read_measure(passage, other, end), end)


def _end(passage: Passage, first: Amount, at: int) -> Amount | None:
    return read_signed(passage, first, at) or read_amount(passage, at)


def _unit(passage: Passage, amount: Amount, at: int) -> Measure | None:
    """What stands right behind the number; its suffix and the word for "until" are nothing that it counts."""
    ending = ending_at(passage, at) if not passage.is_word(at - 1) else ("", at)
    return read_measure(passage, amount, at) if ending[1] == at else None


def _behind_until(passage: Passage, at: int) -> int | None:
    """The token behind the "until" of an end: «15 жылға дейін», "6 milyonadək"."""
    case, start = ending_at(passage, at)
    if case == "terminative":
        return start
    return start + 1 if case == "dative" and passage.lexicon.has("hedges.special.to", passage.word(start)) else None


def _between(passage: Passage, first: Amount, at: int) -> Span | None:
    """«12 мен 15 млн теңге аралығында», "5 və 7 faiz arasında"."""
    other = _end(passage, first, at + 1) if passage.lexicon.has("counted.joins", passage.word(at)) else None
    if other is None or other.is_share:
        return None
    measure = read_measure(passage, other, other.last)
    end = measure.last if measure else other.last
    amid = passage.lexicon.has("hedges.special.amid", passage.word(end))
    return Span(other, measure, end + 1) if amid else None
