"""Numbers and intervals in words that a reader of the report can check by hand."""

from __future__ import annotations

from fractions import Fraction

from sverka.model.claim import Assertion
from sverka.model.decimals import decimal_text
from sverka.model.figure import Figure
from sverka.model.interval import Interval
from sverka.model.period import Period
from sverka.model.quantity import Kind

# More digits than this are rounded where people read them; the report's numbers stay exact.
_LONGEST = 12
_SCALES = ((Fraction(10**12), "trillion"), (Fraction(10**9), "billion"), (Fraction(10**6), "million"))


def number(value: Fraction) -> str:
    """A value in plain decimals, with a scale word from a million up; `≈` before one whose decimals have no end.

    >>> number(Fraction(4_550_000)), number(Fraction(1800)), number(Fraction(1, 3))
    ('4.55 million', '1,800', '≈0.333')
    """
    scale, word = next(((scale, word) for scale, word in _SCALES if abs(value) >= scale), (Fraction(1), ""))
    written = decimal_text(value / scale)
    if written is None or len(written) > _LONGEST:
        return f"≈{_plain(_rounded(value / scale))} {word}".rstrip()
    return f"{_plain(value / scale)} {word}".rstrip()


def _rounded(value: Fraction) -> Fraction:
    """To three decimals: enough to see which side of another number it lies on."""
    return Fraction(round(value * 1000), 1000)


def _plain(value: Fraction) -> str:
    whole, point, decimals = (decimal_text(value) or "").partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.removeprefix("-")
    groups = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)][::-1]
    return f"{sign}{','.join(groups)}{point}{decimals}"


def quantity(value: Fraction, unit: str | None) -> str:
    return f"{number(value)} {unit}".strip() if unit and unit != "%" else f"{number(value)}{unit or ''}"


def interval(what: Interval, unit: str | None) -> str:
    """An interval in the notation of mathematics: `[4.45 million, 4.55 million) t`."""
    if what.is_point and what.low is not None:
        return f"exactly {quantity(what.low, unit)}"
    low = "(…" if what.low is None else ("[" if what.low_closed else "(") + number(what.low)
    high = "…)" if what.high is None else number(what.high) + ("]" if what.high_closed else ")")
    return f"{low}, {high} {unit or ''}".strip()


def stated(figure: Figure) -> str:
    """What a figure's wording stands for."""
    if figure.days is not None and figure.kind in (Kind.DATE, Kind.PERIOD):
        return str(figure.days)
    return interval(figure.interval, figure.unit)


def claimed(assertion: Assertion) -> str:
    """What an assertion stands for."""
    if assertion.days is not None:
        return str(assertion.days)
    return interval(assertion.interval, assertion.unit)


def value(assertion: Assertion) -> str:
    """An assertion's value, as its analyst would write it."""
    if assertion.days is not None:
        return str(assertion.days)
    numbers = "..".join(number(each) for each in assertion.values)
    relation = "" if assertion.relation.value == "=" else f"{assertion.relation.value} "
    if assertion.kind is Kind.ORDINAL:
        return f"no. {numbers}"
    if assertion.unit == "x":
        return f"{relation}x{numbers}"
    sign = "+" if assertion.kind is Kind.CHANGE and assertion.values[0] > 0 else ""
    gap = "" if assertion.unit == "%" else " "
    return f"{relation}{sign}{numbers}{gap}{assertion.unit or ''}".rstrip()


def thing(assertion: Assertion) -> str:
    """What an assertion is about: subject, metric, status, period."""
    status = "" if assertion.status.is_fact else f" {assertion.status.value}"
    return f"{assertion.subject} {assertion.metric}{status}{_period(assertion.period)}"


def working(assertion: Assertion) -> str:
    """How an assertion follows from others, with its intervals, to be put behind a message; nothing for a stated one.

    «; derived: 4.5 Mt [4.45, 4.55) / (1 + 62 % [61.5, 62.5)) = ≈2.778 Mt (≈2.738, ≈2.817)»
    """
    if assertion.working is None:
        return ""
    return f"; {'derived' if assertion.derived else 'calculated'}: {assertion.working}"


def _period(period: Period | None) -> str:
    return "" if period is None else f" {period}"
