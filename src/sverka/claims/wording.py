"""A figure's value in the words of the claims language."""

from __future__ import annotations

from fractions import Fraction

from sverka.model.decimals import decimal_text
from sverka.model.figure import Figure
from sverka.model.quantity import Hedge, Kind
from sverka.units import CURRENCIES

_SCALES = {"tn": Fraction(10**12), "bn": Fraction(10**9), "M": Fraction(10**6), "k": Fraction(1000)}
# How many of a shorter unit one of the canonical units of time is.
_FINER = {"day": (("hour", 24), ("min", 1440), ("s", 86400)), "year": (("month", 12),)}
_TONNES = {"M": "Mt", "k": "kt"}
# "Almost" has no sign of its own: about so much, and no more.
_RELATIONS = {
    Hedge.ABOUT: "~",
    Hedge.ALMOST: "~",
    Hedge.OVER: ">",
    Hedge.AT_LEAST: ">=",
    Hedge.UNDER: "<",
    Hedge.UP_TO: "<=",
}


def value_words(figure: Figure) -> str | None:
    """The relation and the value of a figure in the claims language; None where it has no words for it."""
    if figure.days is not None:
        return f"= {figure.days}"
    if not figure.values:
        return None
    relation = _RELATIONS.get(figure.hedge) if figure.hedge else None
    if figure.kind is Kind.ORDINAL:
        return f"= {_ordinal(int(figure.values[0]))}"
    if figure.kind is Kind.CHANGE:
        change = _change(figure)
        return None if change is None else f"{relation} {change}" if relation else change
    amount = _amount(figure)
    return None if amount is None else f"{relation or '='} {amount}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _change(figure: Figure) -> str | None:
    if len(figure.values) != 1:
        return None
    if figure.unit == "x":
        return f"x{_decimal(figure.values[0])}"
    amount = _scaled(abs(figure.values[0]), figure.unit, is_counted=figure.counted, is_rough=figure.hedge is not None)
    return f"{'-' if figure.values[0] < 0 else '+'}{amount}"


def _amount(figure: Figure) -> str | None:
    unit = None if figure.dimension == "count" else figure.unit
    if unit is not None and figure.unit == "x":
        return None
    if len(figure.values) == 1:
        return _scaled(figure.values[0], unit, is_counted=figure.counted, is_rough=figure.hedge is not None)
    low, high = (_decimal(value) for value in sorted(figure.values))
    return f"{low}..{high} {unit or ''}".rstrip()


def _scaled(value: Fraction, unit: str | None, *, is_counted: bool, is_rough: bool) -> str:
    """A number with the word of scale that leaves it the fewest digits; of what was counted, every digit is told."""
    if is_rough and decimal_text(value) is None:
        value = Fraction(round(value * 10), 10)  # "about a third"
    if is_counted and value.denominator == 1:
        return f"{_decimal(value)} {unit or ''}".rstrip()
    if unit in _FINER:
        return _span_of_time(value, unit)
    if unit is not None and unit not in CURRENCIES and unit.partition("/")[0] != "t":
        return f"{_decimal(value)} {unit}"
    word = next((word for word, scale in _SCALES.items() if abs(value) >= scale and _is_short(value / scale)), "")
    number = _decimal(value / _SCALES.get(word, 1))
    above, slash, below = (unit or "").partition("/")
    if above == "t" and word in _TONNES:
        return f"{number} {_TONNES[word]}{slash}{below}"
    return " ".join(each for each in (number, word, unit) if each)


def _span_of_time(value: Fraction, unit: str) -> str:
    """A span of time in the longest unit that it is a short decimal of."""
    units = ((unit, 1), *_FINER[unit])
    name, parts = next((each for each in units if _is_short(value * each[1])), units[-1])
    return f"{_decimal(value * parts)} {name}"


def _is_short(number: Fraction) -> bool:
    text = decimal_text(number)
    return text is not None and len(text.partition(".")[2]) <= 3


def _decimal(number: Fraction) -> str:
    """The number as a decimal; six digits of one that has no end."""
    places = 6
    while abs(number) * 10 ** (places + 1) < 10**6 and number:
        places += 1
    return decimal_text(number) or decimal_text(Fraction(round(number * 10**places), 10**places)) or ""
