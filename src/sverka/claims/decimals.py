"""Exact numbers as text: a decimal where it ends, a ratio where it does not."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction


def exact(value: Fraction) -> int | Decimal | str:
    """A whole number, a decimal that ends, or a ratio in words: never a rounding.

    >>> exact(Fraction(9, 2)), exact(Fraction(25, 9)), exact(Fraction(7))
    (Decimal('4.5'), '25/9', 7)
    """
    if value.denominator == 1:
        return value.numerator
    places = _places(value.denominator)
    if places is None:
        return f"{value.numerator}/{value.denominator}"
    digits = value.numerator * 10**places // value.denominator
    return Decimal(digits).scaleb(-places, Context(prec=max(28, len(str(digits)))))


def _places(denominator: int) -> int | None:
    """How many decimals a fraction with this denominator has; None where they do not end."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None


def decimal(value: Fraction) -> str:
    """A number as people read it: exact where that is short, else rounded to nine digits.

    >>> decimal(Fraction(4500000)), decimal(Fraction(25, 9))
    ('4500000', '2.77777778')
    """
    known = exact(value)
    text = f"{known:f}" if isinstance(known, Decimal) else str(known)
    if isinstance(known, str) or len(text) > 15:
        return f"{Context(prec=9).divide(Decimal(value.numerator), Decimal(value.denominator)):f}"
    return text


def ordinal_ending(digits: str) -> str:
    """What an ordinal of the language ends in.

    >>> [digits + ordinal_ending(digits) for digits in ("1", "12", "22")]
    ['1st', '12th', '22nd']
    """
    if digits[-2:] in ("11", "12", "13"):
        return "th"
    return {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1], "th")
