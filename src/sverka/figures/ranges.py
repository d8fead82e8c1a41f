"""Amounts, alone or as the two ends of a range."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sverka.figures.amounts import Amount, is_year_like, read_scaled
from sverka.figures.passage import Passage
from sverka.figures.shares import read_fraction
from sverka.figures.signs import sign_before

DASHES = frozenset("-–—−‑‐‒―")


def read_amount(passage: Passage, index: int) -> Amount | None:
    """The amount that begins at a token: a fraction, or a number with its scale."""
    return read_fraction(passage, index) or read_scaled(passage, index)


def read_range(passage: Passage, first: Amount, at: int) -> Amount | None:
    """The other end of a range that a dash at a token joins to an amount: "15–18", "5 млн – 6 млн"."""
    after = at + 1 if _is_second_sign(passage, first, at) else _over_joint(passage, at)
    if after is None:
        return None
    spaced = not (passage.is_glued(at) and passage.is_glued(after))
    signed = read_signed(passage, first, after)
    if signed is not None:
        return signed
    other = read_amount(passage, over_currency(passage, after))
    if other is None or other.is_share or (spaced and not _may_be_spaced(first, other)):
        return None
    if spaced and first.is_spelled != other.is_spelled:
        return None  # «старше трёх – 500 тенге»
    return other


def _is_second_sign(passage: Passage, first: Amount, at: int) -> bool:
    """The second plus of "+18+23 °C", which stands for a dash as well."""
    signs = passage.word(at) == passage.word(first.first - 1) == "+"
    return signs and passage.is_glued(at) and passage.is_glued(at + 1) and passage.is_number(at + 1)


def _over_joint(passage: Passage, at: int) -> int | None:
    """The token behind a dash, or behind the dots of «−5…−7» and «−5...−7»."""
    if at >= passage.size or not passage.is_free(at):
        return None
    if passage.tokens[at].text in DASHES or passage.tokens[at].text == "…":
        return at + 1
    dots = all(passage.word(near) == "." and passage.is_glued(near) for near in range(at, at + 3))
    return at + 3 if dots else None


def read_signed(passage: Passage, first: Amount, at: int) -> Amount | None:
    """The other end of a range, with a sign of its own as the first has: «минус 9 – минус 11», «−2…+3»."""
    if at + 1 >= passage.size:
        return None
    sign, before = sign_before(passage, at + 1, "degC"), sign_before(passage, first.first, "degC")
    other = read_amount(passage, at + 1) if sign and (before or not first.value) else None
    if other is None or other.is_share:
        return None
    return other if sign == (before or 1) else replace(other, value=-other.value)


def read_tolerance(passage: Passage, first: Amount) -> tuple[Fraction | None, Amount]:
    """The 2 of "10 ± 2 mm", and the amount that ends behind it."""
    if passage.word(first.last) != "±":
        return None, first
    other = read_scaled(passage, first.last + 1)
    if other is None:
        return None, first
    amount = share_scale(first, other)
    return other.value, replace(amount, last=other.last)


def over_currency(passage: Passage, at: int) -> int:
    """Past a currency sign that is said again: "$2.1bn–$2.3bn"."""
    if not passage.is_free(at):
        return at
    before = passage.lexicon.words["units.special.before"]
    if passage.tokens[at].text in before:
        return at + 1
    dollars = passage.is_word(at) and passage.word(at + 1) == "$" and passage.is_glued(at + 1)
    return at + 2 if dollars and "$" in before else at


def _may_be_spaced(first: Amount, other: Amount) -> bool:
    """A spaced dash parts clauses too: "in 2023 – 5"; between numbers that rise it makes a range."""
    return first.value < other.value * max(Fraction(1), other.scale) and not is_year_like(first)


def share_scale(first: Amount, other: Amount) -> Amount:
    """The first of two amounts with the scale that was said once, behind the second: "5–6 млн", «с 1,5 до 2 млрд».

    Where the first is of the second's size already (900 beside 1.2 thousand), it keeps its own.
    """
    if first.is_share or first.scale != 1 or not first.value or not other.value:
        return first
    if other.scale == 1:
        return _hundreds(first, other)
    scaled = first.value * other.scale
    if _distance(scaled, other.value) > _distance(first.value, other.value):
        return first
    return replace(first, value=scaled, digit=first.digit * other.scale, scale=other.scale, is_whole=False)


def _hundreds(first: Amount, other: Amount) -> Amount:
    """«Үш-төрт жүз», "three-four hundred": a hundred is said once as well."""
    size = other.value / 100
    if not (first.is_spelled and other.is_spelled and size.denominator == 1 and first.value < size < 10):
        return first
    return replace(first, value=first.value * 100, digit=first.digit * 100)


def _distance(left: Fraction, right: Fraction) -> Fraction:
    return max(left / right, right / left)
