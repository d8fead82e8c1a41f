"""What one value or change of a claim comes to, with its relation, its tolerance and what it is measured against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from sverka.claims import periods
from sverka.claims.arithmetic import worded
from sverka.claims.heads import About, Terms, period_of
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.parse import Parsed
from sverka.claims.relations import related, relation_suits, tolerated
from sverka.claims.syntax import Chain, Item, Reference, Tolerance, Versus
from sverka.claims.tokens import Token
from sverka.claims.values import Value
from sverka.model.interval import Interval
from sverka.model.period import Period
from sverka.model.precision import Precision
from sverka.model.quantity import Kind, Relation

UNBOUNDED = Interval(None, None, False, False)


class Draft(NamedTuple):
    """One item of a claim with all that the claim says around it; `choice` is one word for all its alternatives."""

    item: Item
    about: About
    terms: Terms
    parsed: Parsed
    choice: Token | None = None

    @property
    def relation(self) -> Relation:
        return Relation(self.item.relation.text) if self.item.relation else Relation.EQUAL

    @property
    def is_arithmetic(self) -> bool:
        return isinstance(self.item.amount, Chain | Reference)


class Meaning(NamedTuple):
    """A draft with its value worked out; `working` shows how, where it is arithmetic."""

    draft: Draft
    value: Value
    interval: Interval
    against: Period | None
    tolerance: str | None
    working: str | None = None

    @property
    def arithmetic(self) -> str | None:
        return worded(self.draft.item.amount) if self.draft.is_arithmetic else None


def by_thing(meanings: Iterable[Meaning]) -> dict[tuple[str, str], tuple[Meaning, ...]]:
    """What is stated of each subject and metric, in the order in which the set first speaks of them."""
    found: dict[tuple[str, str], list[Meaning]] = defaultdict(list)
    for made in meanings:
        about = made.draft.about
        found[about.subject, about.metric.id].append(made)
    return {thing: tuple(said) for thing, said in found.items()}


def meaning(draft: Draft, value: Value, precision: Precision, notes: Notes) -> Meaning | None:
    """What a draft with this value means, or None with the mistake noted."""
    versus, tolerance = _modifiers(draft.item, notes)
    if versus and value.kind is not Kind.CHANGE:
        notes.add(versus.period.token, Trouble("C324"))
        return None
    against = _against(draft, value, versus, notes)
    if value.kind is Kind.DATE:
        return _date(draft, value, tolerance, notes)
    if not relation_suits(value.quantity, draft.item.relation, notes):
        return None
    if tolerance is None:
        return Meaning(draft, value, related(value.quantity, draft.relation, precision), against, None)
    loosened = tolerated(value.quantity, tolerance, draft.relation, precision, notes)
    if loosened is None:
        return None
    said = f"± {worded(tolerance.measure)}"
    return Meaning(draft, Value(value.kind, loosened, value.days), loosened.interval, against, said)


def _date(draft: Draft, value: Value, tolerance: Tolerance | None, notes: Notes) -> Meaning | None:
    """A date is said as it is: without a tolerance, and neither about nor before it."""
    if tolerance:
        notes.add(tolerance.sign, Trouble("C314"))
        return None
    if draft.relation is not Relation.EQUAL and draft.item.relation:
        notes.add(draft.item.relation, Trouble("C325", {"word": draft.relation.value}))
        return None
    return Meaning(draft, value, UNBOUNDED, None, None)


def _modifiers(item: Item, notes: Notes) -> tuple[Versus | None, Tolerance | None]:
    versus: Versus | None = None
    tolerance: Tolerance | None = None
    for modifier in item.modifiers:
        if isinstance(modifier, Versus):
            if versus:
                notes.add(modifier.period.token, Trouble("C210", {"what": "vs"}))
            versus = versus or modifier
        else:
            if tolerance:
                notes.add(modifier.sign, Trouble("C210", {"what": "tolerance"}))
            tolerance = tolerance or modifier
    return versus, tolerance


def _against(draft: Draft, value: Value, versus: Versus | None, notes: Notes) -> Period | None:
    """What a change is measured from: what it says, or the same length of time just before."""
    if value.kind is not Kind.CHANGE:
        return None
    if versus:
        return period_of(versus.period, None, notes)
    period = draft.about.period
    return periods.before(period, to_date=draft.about.to_date) if period else None
