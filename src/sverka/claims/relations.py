"""What the relation and the tolerance of a claim make of its value."""

from __future__ import annotations

from fractions import Fraction

from sverka.claims.arithmetic import worded
from sverka.claims.measures import Quantity, hull, quantity
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.syntax import Tolerance
from sverka.claims.tokens import Token
from sverka.model.interval import Interval
from sverka.model.precision import Precision
from sverka.model.quantity import Hedge, Relation

BOUNDS = {
    Relation.LESS: Hedge.UNDER,
    Relation.AT_MOST: Hedge.UP_TO,
    Relation.MORE: Hedge.OVER,
    Relation.AT_LEAST: Hedge.AT_LEAST,
}


def related(found: Quantity, relation: Relation, precision: Precision) -> Interval:
    """The values that a claim allows: its number as rounded, about it, or everything on one side of it."""
    if relation is Relation.EQUAL:
        return found.interval
    if relation is Relation.ABOUT:
        return hull([precision.hedged(value, Hedge.ABOUT) for value in found.values])
    return precision.hedged(found.values[0], BOUNDS[relation])


def relation_suits(found: Quantity, relation: Token | None, notes: Notes) -> bool:
    """A bound has one number to bound."""
    if relation is None or Relation(relation.text) not in BOUNDS or len(found.values) == 1:
        return True
    notes.add(relation, Trouble("C312", {"word": relation.text}))
    return False


def tolerated(
    found: Quantity, said: Tolerance, relation: Relation, precision: Precision, notes: Notes
) -> Quantity | None:
    """The quantity with the tolerance in place of its rounding, or None with the mistake noted."""
    if relation in BOUNDS:
        notes.add(said.sign, Trouble("C313", {"word": relation.value}))
        return None
    if len(found.values) == 0 or found.dimension == "ordinal":
        notes.add(said.sign, Trouble("C314"))
        return None
    margin = quantity(said.measure, found.dimension, precision, notes)
    if margin is None:
        return None
    unit, width = margin.unit, margin.values[0]
    if unit == "%" and found.unit == "%":
        notes.add(said.measure.number, Trouble("C315", {"word": said.measure.number.text}))
        return None
    if unit == "%":
        return _widened(found, [abs(value) * width / 100 for value in found.values])
    if unit == found.unit or (unit == "pp" and found.unit == "%") or (found.dimension == "count" and unit is None):
        return _widened(found, [width] * len(found.values))
    wanted = {"%": "pp", None: "a plain number"}.get(found.unit, str(found.unit))
    words = worded(said.measure).partition(" ")[2]
    hint = f"write the unit behind the value too: {words}" if found.unit is None and words else None
    notes.add(said.measure.number, Trouble("C316", {"unit": str(unit or "no unit"), "wanted": wanted}, hint))
    return None


def _widened(found: Quantity, margins: list[Fraction]) -> Quantity:
    ends = tuple(
        Interval.closed(value - margin, value + margin) for value, margin in zip(found.values, margins, strict=True)
    )
    return Quantity(found.values, ends, found.unit, found.dimension)
