"""Exact numbers as decimal text. No float is ever made."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def digits(number: int) -> str:
    """A whole number in decimal digits, however long: `str(int)` refuses more than 4,300 of them."""
    return str(Decimal(number))


def decimal_text(value: Fraction) -> str | None:
    """The finite decimal that equals `value`; None where there is none.

    >>> decimal_text(Fraction(91, 20)), decimal_text(Fraction(-3)), decimal_text(Fraction(1, 3))
    ('4.55', '-3', None)
    """
    places = _places(value.denominator)
    if places is None:
        return None
    written = digits(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{written[:-places]}.{written[-places:]}" if places else sign + written


def _places(denominator: int) -> int | None:
    """How many decimals a fraction in lowest terms needs; None where no number of them is enough."""
    twos = (denominator & -denominator).bit_length() - 1
    rest, fives = denominator >> twos, 0
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None
