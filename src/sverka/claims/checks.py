"""The `check` statements: arithmetic that must hold among the claims, by the rounding rules of documents."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from sverka.claims.arithmetic import Term, evaluated, references, worded
from sverka.claims.levels import Levels
from sverka.claims.measures import Quantity
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.parse import Parsed, is_too_deep
from sverka.claims.relations import BOUNDS, related, tolerated
from sverka.claims.syntax import Check, Versus
from sverka.claims.tokens import Token
from sverka.claims.values import first_token
from sverka.claims.working import told
from sverka.model.claim import CheckedSum
from sverka.model.interval import Interval
from sverka.model.precision import Precision
from sverka.model.quantity import Relation


def checked(parsed: Iterable[Parsed], levels: Levels, precision: Precision, notes: Notes) -> tuple[CheckedSum, ...]:
    """The checks that could be worked out; each that does not hold is noted, and each that cannot be worked out."""
    found = (_check(each.node, each.first, levels, precision, notes) for each in parsed if isinstance(each.node, Check))
    return tuple(each for each in found if each is not None)


def _check(said: Check, at: Token, levels: Levels, precision: Precision, notes: Notes) -> CheckedSum | None:
    """A check that could be worked out, with the smallest error that it would see."""
    for tail in said.tails:
        if tail.kind not in ("warn", "note"):
            notes.add(tail.token, Trouble("C261", {"word": tail.kind}))
    sides = (said.left, said.right)
    if any(map(is_too_deep, sides)):
        notes.add(first_token(said.left), Trouble("C327"))
        return None
    if not any(references(side) for side in sides):
        notes.add(first_token(said.left), Trouble("C328"))
        return None
    left, right = (evaluated(side, levels.look, precision, notes) for side in sides)
    if left is None or right is None:
        return None
    if left.unit != right.unit:
        left, right = left.plain(), right.plain()
    if left.unit != right.unit and {left.dimension, right.dimension} != {"count"}:
        parts = {"left": left.unit or "a plain number", "right": right.unit or "a plain number"}
        notes.add(said.relation, Trouble("C329", parts))
        return None
    allowed = _allowed(said, right, precision, notes)
    if allowed is not None and not left.interval.meets(allowed):
        parts = {"left": told(*left), "words": worded(said.left), "relation": said.relation.text, "right": told(*right)}
        if not any(tail.kind == "warn" for tail in said.tails):
            notes.add(first_token(said.left), Trouble("C502", parts))
            return None
        broken = f"{parts['words']} is {parts['left']}, not {parts['relation']} {parts['right']}"
        return CheckedSum(at.place, None, broken)
    return None if allowed is None else CheckedSum(at.place, _power(left, allowed))


def _power(left: Term, allowed: Interval) -> Fraction | None:
    """Half of both widths, as a share of the value: an error that small could hide in them."""
    widths = [end.high - end.low for end in (left.interval, allowed) if end.low is not None and end.high is not None]
    if len(widths) < 2 or not left.value:
        return None
    return sum(widths, Fraction(0)) / 2 / abs(Fraction(left.value))


def _allowed(said: Check, right: Term, precision: Precision, notes: Notes) -> Interval | None:
    """What the left side may be: the right side by the relation and the tolerance, or None with a mistake noted."""
    relation = Relation(said.relation.text)
    found = Quantity((right.value,), (right.interval,), right.unit, right.dimension)
    for modifier in said.modifiers:
        if isinstance(modifier, Versus):
            notes.add(modifier.period.token, Trouble("C324"))
            return None
        loosened = tolerated(found, modifier, relation, precision, notes)
        if loosened is None:
            return None
        return loosened.interval
    if relation in BOUNDS:
        low = relation in (Relation.MORE, Relation.AT_LEAST)
        closed = relation in (Relation.AT_LEAST, Relation.AT_MOST)
        end = right.interval.low if low else right.interval.high
        if end is None:
            return Interval(None, None, False, False)
        return Interval.above(end, closed=closed) if low else Interval.below(end, closed=closed)
    return right.interval if relation is Relation.EQUAL else related(found, relation, precision)
