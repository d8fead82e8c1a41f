"""Arithmetic with the interval of each number in it, as a reader works it out by hand."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from sverka.claims.arithmetic import Look, Term, worded
from sverka.claims.measures import factor_of
from sverka.claims.syntax import Amount, Chain, Measure, Reference
from sverka.model.decimals import decimal_text, digits, rounded_text
from sverka.model.interval import Interval

_SCALES = (("tn", 12), ("bn", 9), ("M", 6), ("k", 3))
# A number whose decimals have no end is shown to so many digits.
DIGITS = 4


def bounds(interval: Interval, factor: Fraction = Fraction(1)) -> str:
    """An interval in the notation of mathematics, in units of which each is `factor` canonical ones.

    >>> bounds(Interval.half_open(Fraction(4_450_000), Fraction(4_550_000)), Fraction(10**6))
    '[4.45, 4.55)'
    """
    low = "(…" if interval.low is None else "[("[not interval.low_closed] + short(interval.low / factor)
    high = "…)" if interval.high is None else short(interval.high / factor) + "])"[not interval.high_closed]
    return f"{low}, {high}"


def short(number: Fraction) -> str:
    """A number as a decimal; one with many digits is rounded, with `≈` in front."""
    text = decimal_text(number)
    if text is not None and len(text.lstrip("-").replace(".", "").lstrip("0")) <= DIGITS + 2:
        return text
    whole = abs(number.numerator) // number.denominator
    places = max(0, DIGITS - len(digits(whole)) + (whole == 0))
    rounded = rounded_text(number, places)
    return rounded if text == rounded else f"≈{rounded}"


def told(value: Fraction, interval: Interval, unit: str | None) -> str:
    """A number with its unit and interval, with the word of scale that suits it.

    >>> told(Fraction(500_000_000), Interval.closed(Fraction(450_000_000), Fraction(550_000_000)), "USD")
    '500 M USD [450, 550]'
    """
    is_scaled = unit is None or unit not in ("%", "pp", "x")
    word, power = next((each for each in _SCALES if is_scaled and abs(value) >= 10 ** each[1]), ("", 0))
    factor = Fraction(10**power)
    if unit is not None and unit.partition("/")[0] == "t" and word in ("k", "M"):
        word, unit = "", f"{word}{unit}"
    words = " ".join(each for each in (short(value / factor), word, unit) if each)
    return words if interval.is_point else f"{words} {bounds(interval, factor)}"


def worked(node: Amount, look: Look, measured: Callable[[Measure], Term | None], inner: bool = False) -> str:
    """Arithmetic on claims as text, each claim and each number with a unit followed by its interval."""
    if isinstance(node, Chain):
        pieces = [worked(node.parts[0], look, measured, inner=True)]
        for sign, part in zip(node.signs, node.parts[1:], strict=True):
            pieces += [sign.text, worked(part, look, measured, inner=True)]
        return f"({' '.join(pieces)})" if inner and node.signs[0].text in "+-" else " ".join(pieces)
    if isinstance(node, Reference):
        term = look(node)
        return worded(node) if term is None else f"[{worded(node)[1:-1]} = {told(*term)}]"
    term = measured(node) if isinstance(node, Measure) and node.unit else None
    if term is None or not isinstance(node, Measure):
        return worded(node)
    return f"{worded(node)} {bounds(term.interval, factor_of(node, None))}"
