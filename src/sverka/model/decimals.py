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
    return _pointed(abs(value.numerator) * 10**places // value.denominator, places, value.numerator < 0)


def rounded_text(value: Fraction, places: int) -> str:
    """The decimal with so many places at most that is nearest to `value`, without noughts at its end.

    >>> rounded_text(Fraction(2, 3), 2), rounded_text(Fraction(-1, 2), 0), rounded_text(Fraction(12, 10), 3)
    ('0.67', '0', '1.2')
    """
    whole, rest = divmod(abs(value.numerator) * 10**places, value.denominator)
    whole += 2 * rest + whole % 2 > value.denominator  # of two that are as near, the even one
    written = _pointed(whole, places, whole != 0 and value.numerator < 0)
    return written.rstrip("0").rstrip(".") if places else written


def _pointed(number: int, places: int, is_below: bool) -> str:
    """A whole number with the last of its digits behind a point."""
    written = digits(number).rjust(places + 1, "0")
    sign = "-" if is_below else ""
    return f"{sign}{written[:-places]}.{written[-places:]}" if places else sign + written


def _places(denominator: int) -> int | None:
    """How many decimals a fraction in lowest terms needs; None where no number of them is enough."""
    twos = (denominator & -denominator).bit_length() - 1
    rest, fives = denominator >> twos, 0
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None
