"""Signs before a number: «−5», "+0.4 %", «минус 12 градусов»."""

from __future__ import annotations

from sverka import units
from sverka.figures.passage import Passage

RELATIVE = ("%", "pp", "x")
_SIGNS = ("+", "-", "−", "–")


def sign_before(passage: Passage, first: int, unit: str | None = None) -> int:
    """1 or -1 where the token before a number is its sign, else 0; the unit tells an en dash from a minus."""
    at = first - 1
    sign = passage.word(at)
    minus, plus = passage.lexicon.has("changes.minus", sign), passage.lexicon.has("changes.plus", sign)
    if not (minus or plus or sign in _SIGNS) or passage.lexicon.hedges.before(passage.words, first) is not None:
        return 0  # «плюс-минус 5»
    if minus or plus:
        return 0 if joins_amounts(passage, at) else -1 if minus else 1
    if not passage.is_glued(first) or _joins_numbers(passage, at):
        return 0
    if at > 0 and passage.is_glued(at) and passage.is_word(at - 1):
        return 0
    if sign == "–" and unit not in (*RELATIVE, "degC", "degF"):
        return 0
    return 1 if sign == "+" else -1


def _joins_numbers(passage: Passage, at: int) -> bool:
    """Whether a sign behind a number is between it and the next: "9 -12", but not in the next cell, "9\t-12"."""
    if not passage.is_number(at - 1):
        return False
    gap = passage.text[passage.tokens[at - 1].end : passage.tokens[at].start]
    return "\t" not in gap and not (gap and passage.word(at) == "+")


def joins_amounts(passage: Passage, at: int) -> bool:
    """«18 млн евро плюс 3 млн бонусами»: whether a sign in words stands right behind an amount of money."""
    signs = any(passage.lexicon.has(f"changes.{name}", passage.word(at)) for name in ("plus", "minus"))
    return signs and is_currency(passage, at - 1)  # and no «рубль потерял 3 %»


def is_currency(passage: Passage, at: int) -> bool:
    """Whether a word alone names a currency."""
    return currency_at(passage, at) is not None


def currency_at(passage: Passage, at: int) -> str | None:
    """The code of the currency that a word alone names."""
    known = passage.lexicon.units.by_lemma(passage.lemmas, at, at + 1) if passage.is_word(at) else None
    unit = units.find(known[1]) if known else None
    return unit.canonical if unit is not None and unit.dimension == "money" else None
