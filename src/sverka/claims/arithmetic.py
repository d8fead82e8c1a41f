"""Arithmetic on claims: exact, over the values and over the intervals that they stand for."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from sverka.claims import intervals
from sverka.claims.measures import quantity
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.syntax import Amount, Chain, Head, Measure, PeriodWords, Range, Reference
from sverka.claims.tokens import Token
from sverka.model.interval import Interval
from sverka.model.precision import Precision
from sverka.units import find

LARGEST = 10**400


class Term(NamedTuple):
    """One exact number with what it may stand for, in a canonical unit; no unit for a plain number or a count."""

    value: Fraction
    interval: Interval
    unit: str | None

    def plain(self) -> Term:
        """A percentage as the number that it multiplies by; anything else as it is."""
        if self.unit != "%":
            return self
        return Term(self.value / 100, self.interval.times(Fraction(1, 100)), None)

    @property
    def dimension(self) -> str:
        unit = find(self.unit) if self.unit else None
        return unit.dimension if unit else "count"


Look = Callable[[Reference], Term | None]


def evaluated(node: Amount, look: Look, precision: Precision, notes: Notes) -> Term | None:
    """What arithmetic comes to, or None with the mistake noted; `look` finds the claim that a reference means."""
    if isinstance(node, Reference):
        return look(node)
    if isinstance(node, Measure):
        found = quantity(node, None, precision, notes)
        return Term(found.values[0], found.ends[0], found.unit) if found else None
    assert isinstance(node, Chain)
    terms = [_part(part, look, precision, notes) for part in node.parts]
    total = terms[0]
    for sign, term in zip(node.signs, terms[1:], strict=True):
        if total is None or term is None:
            return None
        total = _joined(total, sign, term, notes)
    return total


def _part(node: Amount, look: Look, precision: Precision, notes: Notes) -> Term | None:
    """A part of a calculation: a plain number in it is a factor and exact, and not a figure that was rounded."""
    term = evaluated(node, look, precision, notes)
    if term is None or not isinstance(node, Measure) or term.unit is not None:
        return term
    return Term(term.value, Interval.point(term.value), None)


def _joined(left: Term, sign: Token, right: Term, notes: Notes) -> Term | None:
    result = _sum(left, sign, right) if sign.text in "+-" else _product(left, sign, right)
    if isinstance(result, Trouble):
        notes.add(sign, result)
        return None
    if max(abs(result.value.numerator), result.value.denominator) > LARGEST:
        notes.add(sign, Trouble("C323"))
        return None
    return result


def _sum(left: Term, sign: Token, right: Term) -> Term | Trouble:
    if left.unit != right.unit and {left.dimension, right.dimension} <= {"count", "share"}:
        left, right = left.plain(), right.plain()
    if left.unit != right.unit and {left.dimension, right.dimension} != {"count"}:
        verb = "added to" if sign.text == "+" else "taken from"
        parts = {"left": _called(right), "right": _called(left), "verb": verb}
        return Trouble("C320", parts)
    unit = left.unit if left.unit == right.unit else None
    if sign.text == "+":
        return Term(left.value + right.value, intervals.plus(left.interval, right.interval), unit)
    return Term(left.value - right.value, intervals.minus(left.interval, right.interval), unit)


def _product(left: Term, sign: Token, right: Term) -> Term | Trouble:
    if sign.text == "/" and left.unit == right.unit:
        unit: str | Trouble | None = None
    else:
        left, right = left.plain(), right.plain()
        unit = _unit_times(left, right) if sign.text == "*" else _unit_over(left, right)
    if isinstance(unit, Trouble):
        return unit
    if sign.text == "*":
        return Term(left.value * right.value, intervals.times(left.interval, right.interval), unit)
    quotient = intervals.over(left.interval, right.interval)
    if quotient is None or right.value == 0:
        return Trouble("C322")
    return Term(left.value / right.value, quotient, unit)


def _unit_times(left: Term, right: Term) -> str | Trouble | None:
    if left.dimension == "count" or right.dimension == "count":
        return right.unit if left.dimension == "count" else left.unit
    for rate, time in ((left, right), (right, left)):
        above, _, below = str(rate.unit).rpartition("/")
        if above and below == time.unit:
            return above
    return Trouble("C321", {"left": _called(left), "right": _called(right), "verb": "multiplied by"})


def _unit_over(left: Term, right: Term) -> str | Trouble | None:
    if right.dimension == "count":
        return left.unit
    rate = find(f"{left.unit}/{right.unit}") if left.unit else None
    if rate:
        return rate.canonical
    if left.dimension == right.dimension == "count":
        return None
    return Trouble("C321", {"left": _called(left), "right": _called(right), "verb": "divided by"})


def _called(term: Term) -> str:
    return term.unit or "a plain number"


def worded(node: Amount, inner: bool = False) -> str:
    """Arithmetic as text, with single spaces.

    A sum within a product keeps its brackets.
    """
    if isinstance(node, Measure | Range):
        number = node.number if isinstance(node, Measure) else node.ends
        return " ".join(token.text for token in (number, *node.unit))
    if isinstance(node, Reference):
        return f"[{headed(node.head)}]"
    assert isinstance(node, Chain)
    pieces = [worded(node.parts[0], inner=True)]
    for sign, part in zip(node.signs, node.parts[1:], strict=True):
        pieces += [sign.text, worded(part, inner=True)]
    return f"({' '.join(pieces)})" if inner and node.signs[0].text in "+-" else " ".join(pieces)


def headed(head: Head) -> str:
    """The head of a claim as text."""
    pieces = [head.subject.text, head.metric.text]
    for mark in head.marks:
        pieces.append(mark.token.text if isinstance(mark, PeriodWords) else mark.text)
        if isinstance(mark, PeriodWords) and mark.to_date:
            pieces.append("ytd")
    return " ".join(pieces)


def references(node: Amount) -> list[Reference]:
    """Every claim that arithmetic speaks of, in order."""
    if isinstance(node, Reference):
        return [node]
    return [found for part in node.parts for found in references(part)] if isinstance(node, Chain) else []
