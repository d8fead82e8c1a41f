"""Exact numbers as text. No float is ever made."""

from __future__ import annotations

from fractions import Fraction

from sverka.model.decimals import decimal_text, digits

# Readers of JSON refuse or mangle longer numerals (Python reads 4,300 digits and no more); longer ones are strings.
LONGEST = 1000


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
