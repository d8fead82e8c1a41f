"""What the value of a claim means: its kind, its numbers in the canonical unit, and whether it suits the metric."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from sverka.claims import periods
from sverka.claims.decimals import ordinal_ending
from sverka.claims.measures import Quantity, quantity
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.near import examples
from sverka.claims.syntax import Amount, Chain, Change, Days, Measure, Ordinal, Range, Reference
from sverka.claims.tokens import Token
from sverka.model.claim import Name
from sverka.model.interval import Interval
from sverka.model.period import Period
from sverka.model.precision import Precision
from sverka.model.quantity import Kind

ELAPSED = frozenset({"time", "calendar"})
RELATIVE = frozenset({"%", "pp", "x"})
_NO_ENDS = Interval(None, None, False, False)


class Value(NamedTuple):
    """A value by its wording alone; a date has no quantity and its days in `days`."""

    kind: Kind
    quantity: Quantity
    days: Period | None = None


def dated(days: Period) -> Value:
    return Value(Kind.DATE, Quantity((), (), None, "date"), days)


def value(amount: Amount, metric: Name, related: bool, precision: Precision, notes: Notes) -> Value | None:
    """The value of an amount other than arithmetic, or None with the mistake noted; `related` follows a relation."""
    match amount:
        case Days():
            return _days(amount.token, metric, notes)
        case Ordinal():
            return _ordinal(amount.token, metric, notes)
        case Change():
            return _change(amount, metric, related, precision, notes)
        case Measure() | Range():
            return _level(amount, metric, precision, notes)
    raise AssertionError("arithmetic is evaluated elsewhere")


def first_token(amount: Amount) -> Token:
    """The word that a mistake in an amount is shown at."""
    # A chain may begin with a chain and so on, deeper than Python can call itself.
    while isinstance(amount, Chain):
        amount = amount.parts[0]
    match amount:
        case Days() | Ordinal():
            return amount.token
        case Change():
            return amount.sign
        case Measure():
            return amount.number
        case Range():
            return amount.ends
        case Reference():
            return amount.head.subject


def _days(token: Token, metric: Name, notes: Notes) -> Value | None:
    days = periods.read(token.text)
    if isinstance(days, Trouble):
        notes.add(token, days)
        return None
    return dated(days) if suits(metric, "date", token, notes) else None


def _ordinal(token: Token, metric: Name, notes: Notes) -> Value | None:
    digits = token.text[:-2]
    right = digits + ordinal_ending(digits)
    if token.text != right:
        notes.add(token, Trouble("C310", {"word": token.text, "right": right}))
        return None
    if not suits(metric, "ordinal", token, notes):
        return None
    number = Fraction(digits[:100])
    return Value(Kind.ORDINAL, Quantity((number,), (Interval.point(number),), "ordinal", "ordinal"))


def _level(amount: Measure | Range, metric: Name, precision: Precision, notes: Notes) -> Value | None:
    number = first_token(amount)
    if number.kind in ("YEAR", "YEARS") and not amount.unit and metric.dimension == "date":
        return _days(number, metric, notes)
    found = quantity(amount, metric.dimension, precision, notes)
    if found is None or not suits(metric, found.dimension, number, notes, found.unit and _unit_words(amount)):
        return None
    return Value(Kind.DURATION if found.dimension in ELAPSED else Kind.LEVEL, found)


def _unit_words(amount: Measure | Range) -> str:
    """The unit as it was written, without its scale."""
    number = first_token(amount)
    return amount.unit[-1].text if amount.unit else number.text.lstrip("0123456789.+-−")


def _change(amount: Change, metric: Name, related: bool, precision: Precision, notes: Notes) -> Value | None:
    if amount.amount is None:
        numeral = amount.sign.text[1:]
        ratio = amount.sign._replace(kind="NUMBER", text=numeral)
        found = quantity(Measure(ratio, (ratio._replace(text="x"),)), None, precision, notes)
        return Value(Kind.CHANGE, found) if found else None
    below = amount.sign.text != "+"
    found = quantity(amount.amount, metric.dimension, precision, notes, below=below)
    if found is None:
        return None
    shown = found.unit and _unit_words(amount.amount)
    if below and related and is_level_below(found, metric):
        kind = Kind.DURATION if found.dimension in ELAPSED else Kind.LEVEL
        return Value(kind, found) if suits(metric, found.dimension, amount.sign, notes, shown) else None
    if found.unit not in RELATIVE and not suits(metric, found.dimension, amount.sign, notes, shown):
        return None
    return Value(Kind.CHANGE, found)


def is_level_below(found: Quantity, metric: Name) -> bool:
    """After a relation `-3.2 bn USD` is a level below zero; `-3%` is one only where shares are measured."""
    return found.unit not in RELATIVE or metric.dimension == found.dimension


def suits(metric: Name, dimension: str, at: Token, notes: Notes, unit: str | None = None) -> bool:
    """The dimension is the metric's, or a rate of it; otherwise the mismatch is noted."""
    wanted = metric.dimension
    if wanted is None or dimension == wanted or dimension.rpartition("/")[0] == wanted:
        return True
    if wanted == "duration" and dimension in ELAPSED:
        return True
    if dimension != "count" or unit:
        found = f"{unit or at.text} is {articled(dimension)}"
    else:
        found = f"{at.text} is a number" if wanted in ("date", "ordinal") else f"{at.text} has no unit"
    parts = {"metric": metric.id, "wanted": articled(wanted), "found": found}
    notes.add(at, Trouble("C308", parts, _hint(wanted, at)))
    return False


def articled(dimension: str) -> str:
    """`a mass`, `an ordinal`, `money`."""
    if dimension in ("money", "energy", "heat", "power", "oil", "data", "containers"):
        return dimension
    if dimension == "points":
        return "percentage points"
    return f"{'an' if dimension[0] in 'aeo' else 'a'} {dimension}"


def _hint(wanted: str, at: Token) -> str:
    match wanted:
        case "date":
            return "write a date such as 2024-03-11"
        case "ordinal":
            digits = re.match("[0-9]+", at.text)
            return f"write an ordinal such as {digits[0] + ordinal_ending(digits[0]) if digits else '3rd'}"
        case "count":
            return "write a number without a unit, or with what it counts, such as 1800 company"
        case "duration":
            return "write a duration such as 15 day"
        case "share":
            return "write a share such as 62 %"
        case "money":
            return "write an amount with its currency, such as 500 M USD"
    return f"write a unit behind the number, such as {examples(wanted)}"
