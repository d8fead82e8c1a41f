"""The rule that reads plain quantities: a number or a range, and its unit."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sverka.figures.amounts import Amount, scale_at, with_scale
from sverka.figures.destinations import arrives_behind
from sverka.figures.endings import ending_at
from sverka.figures.measures import Measure, of_code, rated_before, read_measure, read_prefix
from sverka.figures.passage import Passage
from sverka.figures.ranges import (
    is_year_like,
    over_currency,
    read_amount,
    read_range,
    read_tolerance,
    share_scale,
)
from sverka.figures.reading import Reading
from sverka.model.quantity import Hedge, Kind


def quantity(passage: Passage, index: int) -> Reading | None:
    """«около 4,5 млн тонн», "$4.5M", «15–18 дней», «от 5 до 10 млн», «две трети экспорта»."""
    amount = read_amount(passage, index)
    if amount is None:
        return None
    tolerance, amount = read_tolerance(passage, amount)
    prefix = read_prefix(passage, amount.first)
    first = prefix[0] if prefix else amount.first
    hedge, after = _inner_hedge(passage, amount.last)
    amount, after = _scaled_behind(passage, amount, after) if hedge is not None else (amount, after)
    measure = _measure(passage, amount, after, prefix)
    measure = measure or _people(passage, amount)
    measure = measure and rated_before(passage, first, measure)
    amounts, measure, last = _range(passage, amount, measure, after, prefix)
    if not _states(passage, amounts[0], measure):
        return None
    rule = "range" if len(amounts) == 2 else "share" if amount.is_share and measure is None else "quantity"
    if amounts[0].is_share and measure is None:
        measure = of_code("%", amounts[0].number, last)
    reading = Reading(rule, _kind(measure), amounts, first, last, measure)
    if hedge is not None:
        reading = replace(reading, hedge=hedge, hedge_span=passage.between(amounts[-1].last, after))
    return replace(reading, is_exact=is_exact(amounts, measure), tolerance=tolerance)


def _inner_hedge(passage: Passage, at: int) -> tuple[Hedge | None, int]:
    """«500 с лишним тонн»: the hedge between a number and its unit."""
    found = hedge_behind(passage, at)
    return found if found else (None, at if passage.word(at) == "" else ending_at(passage, at)[1])


def _scaled_behind(passage: Passage, amount: Amount, at: int) -> tuple[Amount, int]:
    """«300 с лишним млрд тенге»: a scale behind the hedge."""
    found = scale_at(passage, at) if amount.scale == 1 else None
    if found is None:
        return amount, at
    return with_scale(amount, found[0], passage.tokens[at].span, found[1]), found[1]


def _measure(passage: Passage, amount: Amount, at: int, prefix: tuple[int, Measure] | None) -> Measure | None:
    found = read_measure(passage, amount, at)
    if prefix is None:
        return None if amount.is_share and found is not None and found.is_noun else found
    if found is not None and found.unit == prefix[1].unit and found.dimension == "money":
        return found
    return _rated(passage, prefix[1], at)


def hedge_behind(passage: Passage, at: int) -> tuple[Hedge, int] | None:
    """The hedge behind a number, in languages with cases after the case that it asks for: «500-ден астам»."""
    found = passage.lexicon.hedges_after.at(passage.words, at)
    if found is not None:
        return found[1], found[0]
    case, start = ending_at(passage, at)
    asked = passage.lexicon.hedges_after.at((case, *passage.words[start : start + 5]), 0)
    if asked is None or (asked[1] is Hedge.UP_TO and arrives_behind(passage, at, start + asked[0] - 1)):
        return None
    return asked[1], start + asked[0] - 1


def _people(passage: Passage, amount: Amount) -> Measure | None:
    """«погибли двое»: a collective with no noun counts people."""
    numbers = passage.lexicon.numbers
    if amount.last - amount.first > 1 or not numbers.has("people", passage.word(amount.first)):
        return None
    person = next(iter(numbers.special["person"]))
    return Measure(person, "count", Fraction(1), amount.number, amount.last, is_noun=True)


def _rated(passage: Passage, money: Measure, at: int) -> Measure:
    """A price or a flow of money with the currency in front: "$600 per tonne"."""
    found = passage.lexicon.rates.at(passage.words, at)
    rate = of_code(f"{money.unit}/{found[1]}", passage.between(at, found[0]), found[0]) if found else None
    return rate or replace(money, last=at)


def _range(
    passage: Passage, first: Amount, measure: Measure | None, at: int, prefix: tuple[int, Measure] | None
) -> tuple[tuple[Amount, ...], Measure | None, int]:
    """The amounts, the measure and the end, with the other end of a range where there is one."""
    end = measure.last if measure else at
    behind = replace(first, last=end)
    other = _joined(passage, first, behind)
    if other is None:
        return (first,), measure, end
    common = _measure(passage, other, other.last, prefix) or measure
    last = max(other.last, common.last if common else 0)
    return (share_scale(first, other), other), common, last


def _joined(passage: Passage, first: Amount, behind: Amount) -> Amount | None:
    if first.is_share:
        return None
    other = read_range(passage, behind)
    if other is not None:
        return other
    opened = passage.has("hedges.special.from", first.first - 1)
    bound = passage.lexicon.has("hedges.special.to", passage.word(behind.last))
    lead = first.first - 1 if over_currency(passage, first.first - 1) == first.first - 1 else first.first - 2
    between = passage.lexicon.has("hedges.special.between", passage.word(lead))
    paired = passage.lexicon.has("counted.joins", passage.word(behind.last))
    if (opened and bound) or (between and paired):
        return read_amount(passage, over_currency(passage, behind.last + 1))
    return None


def _states(passage: Passage, amount: Amount, measure: Measure | None) -> bool:
    """False for words that are numbers only beside a unit: «один вопрос», «семью»."""
    if not amount.is_spelled or amount.scale != 1 or amount.last - amount.first > 1:
        return True
    word = passage.word(amount.first)
    if not passage.lexicon.numbers.has("needs_unit", word):
        return True
    if measure is None:
        return False
    return not measure.is_noun or (amount.value > 1 and measure.span.start == passage.tokens[amount.last].start)


def is_exact(amounts: tuple[Amount, ...], measure: Measure | None) -> bool:
    """Single things and whole units of time are counted, not rounded."""
    if not all(amount.is_whole for amount in amounts):
        return False
    return measure is None or measure.is_noun or measure.dimension in ("time", "calendar")


def _kind(measure: Measure | None) -> Kind:
    return Kind.DURATION if measure is not None and measure.dimension in ("time", "calendar") else Kind.LEVEL


def bare_year(reading: Reading) -> bool:
    """A number such as 2024 with nothing that says what of."""
    return len(reading.amounts) == 1 and reading.measure is None and is_year_like(reading.amounts[0])
