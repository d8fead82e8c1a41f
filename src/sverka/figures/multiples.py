"""Words that are a multiple by themselves: «вдвое», «утроиться», «пятикратный», "doubled"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sverka.figures.amounts import Amount
from sverka.figures.measures import Measure
from sverka.figures.passage import Passage
from sverka.figures.ranges import DASHES
from sverka.figures.reading import Reading
from sverka.languages.numbers import HEAD
from sverka.model.precision import last_digit
from sverka.model.quantity import Kind


def multiple(passage: Passage, index: int) -> Reading | None:
    """A change by the factor that a word holds; a verb tells that something rose, unless it halves."""
    numbers = passage.lexicon.numbers
    if not passage.is_word(index) or passage.words[index][:HEAD] not in numbers.heads:
        return None
    if _is_adjective(passage, index):
        return None
    amount = _amount(passage, index)
    if amount is None:
        return None
    span = passage.tokens[index].span
    other = _amount(passage, index + 2) if passage.is_glued(index + 1) and passage.word(index + 1) in DASHES else None
    if other is not None:  # «втрое-вчетверо»
        measure = Measure("x", "ratio", Fraction(1), passage.between(index, index + 3), index + 3)
        return Reading("multiple", Kind.CHANGE, (amount, other), index, index + 3, measure)
    is_inverse = amount.value < 1
    if is_inverse:
        value = 1 / amount.value
        amount = replace(amount, value=value, digit=_digit(value))
    is_verb = _is_verb(passage, index) or any(one.pos == "verb" for one in passage.readings(index)[:1])
    measure = Measure("x", "ratio", Fraction(1), span, index + 1)
    direction = span if is_verb else None
    return Reading(
        "multiple", Kind.CHANGE, (amount,), index, index + 1, measure, direction=direction, is_inverse=is_inverse
    )


def _is_verb(passage: Passage, index: int) -> bool:
    return passage.lexicon.is_analytic and not passage.lexicon.numbers.has("adverbial", passage.word(index))


def _amount(passage: Passage, index: int) -> Amount | None:
    """The factor that the word at a token holds."""
    multiples = passage.lexicon.numbers.multiples
    lemma = next((lemma for lemma in sorted(passage.lemmas(index)) if lemma in multiples), None)
    if lemma is None:
        return None
    value = multiples[lemma]
    return Amount(value, _digit(value), index, index + 1, passage.tokens[index].span, is_spelled=True)


def _digit(value: Fraction) -> Fraction:
    return last_digit(str(value)) if value.denominator == 1 else Fraction(1, 10)


def _is_adjective(passage: Passage, index: int) -> bool:
    """ "Double standards", "twice a week": a thing of two parts, or how often; "to double exports" is a verb."""
    lexicon, after = passage.lexicon, passage.word(index + 1)
    if lexicon.numbers.has("doubling", passage.word(index)):
        return not lexicon.has("changes.doubled", after)
    if not lexicon.numbers.has("paired", passage.word(index)):
        return False
    if after == "-" and passage.is_glued(index + 1):
        return True  # "double-digit growth"
    if not passage.is_word(index + 1):
        return False
    stops = lexicon.has("counted.stop", after) or lexicon.has("changes.alike", after)
    return not stops and not lexicon.has("changes.doubling", passage.word(index - 1))
