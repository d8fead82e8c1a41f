"""Exact numbers as text. No float is ever made."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

# Readers of JSON refuse or mangle longer numerals (Python reads 4,300 digits and no more); longer ones are strings.
LONGEST = 1000


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


def fraction_text(value: Fraction) -> str:
    """The number as `p/q`, or as `p` where it is whole."""
    whole = digits(value.numerator)
    return whole if value.denominator == 1 else f"{whole}/{digits(value.denominator)}"


def json_number(value: Fraction) -> str:
    """The JSON text of a number: a numeral where it is a decimal of decent length, the string `"p/q"` otherwise."""
    written = decimal_text(value)
    if written is None or len(written) > LONGEST:
        return f'"{fraction_text(value)}"'
    return written


def grouped(value: Fraction, separator: str = "\N{NO-BREAK SPACE}") -> str:
    """The number for people, thousands apart; `≈` where its decimals have no end.

    >>> grouped(Fraction("4550000.5"), " "), grouped(Fraction(200, 3), " ")
    ('4 550 000.5', '≈66.6667')
    """
    written = decimal_text(value)
    about = "" if written is not None else "≈"
    whole, _, decimals = (written or decimal_text(_six_digits(value)) or "").lstrip("-").partition(".")
    apart = _thousands(whole, separator) if len(whole) > 4 else whole
    return f"{about}{'−' if value < 0 else ''}{apart}{'.' if decimals else ''}{decimals}"


def _six_digits(value: Fraction) -> Fraction:
    """The value rounded to six digits, or to a whole number where that is longer."""
    places = 0
    while places < 30 and abs(value) * 10**places < 100_000:
        places += 1
    return Fraction(round(value * 10**places), 10**places)


def _thousands(whole: str, separator: str) -> str:
    head = len(whole) % 3
    groups = [whole[:head], *(whole[at : at + 3] for at in range(head, len(whole), 3))]
    return separator.join(group for group in groups if group)
