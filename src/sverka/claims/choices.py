"""Claims that allow one of several values: `4.5 Mt or 4.6 Mt`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sverka.claims.meaning import Meaning
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.relations import BOUNDS
from sverka.claims.syntax import Amount, Change, Item, Measure, Range, Versus
from sverka.claims.tokens import Token
from sverka.claims.values import first_token
from sverka.model.claim import Assertion
from sverka.model.quantity import Relation

MOST = 20


def spread(item: Item, notes: Notes) -> Iterator[tuple[Item, Token | None]]:
    """The values that an item allows, each an item of its own with the word that shows they belong together.

    A unit or a `vs` that is said once, behind the last of them, is that of all; an item of one value has no such word.
    """
    if not item.alternatives:
        yield item, None
        return
    if len(item.alternatives) >= MOST:
        notes.add(first_token(item.amount), Trouble("C334", {"most": str(MOST)}))
        return
    if item.relation and Relation(item.relation.text) in BOUNDS:
        notes.add(item.relation, Trouble("C330", {"word": item.relation.text}))
        return
    shared = first_token(item.amount)
    unit, versus = _unit(item.alternatives[-1].amount), _versus(item.alternatives[-1])
    for each in (item._replace(alternatives=()), *item.alternatives):
        modifiers = each.modifiers if _versus(each) or not versus else (*each.modifiers, versus)
        yield Item(item.relation, _with_unit(each.amount, unit), modifiers), shared


def _unit(amount: Amount) -> tuple[Token, ...]:
    inner = amount.amount if isinstance(amount, Change) else amount
    return inner.unit if isinstance(inner, Measure | Range) else ()


def _with_unit(amount: Amount, unit: tuple[Token, ...]) -> Amount:
    if isinstance(amount, Change) and amount.amount:
        inner = _with_unit(amount.amount, unit)
        return amount._replace(amount=inner) if isinstance(inner, Measure | Range) else amount
    if isinstance(amount, Measure) and not amount.unit and amount.number.kind != "GLUED":
        return amount._replace(unit=unit)
    return amount._replace(unit=unit) if isinstance(amount, Range) and not amount.unit else amount


def _versus(item: Item) -> Versus | None:
    return next((each for each in item.modifiers if isinstance(each, Versus)), None)


def choices(meanings: Sequence[Meaning]) -> dict[Token, list[Meaning]]:
    """The values of each claim that allows several, in order."""
    found: dict[Token, list[Meaning]] = {}
    for made in meanings:
        if made.draft.choice is not None:
            found.setdefault(made.draft.choice, []).append(made)
    return found


def unlike(meanings: Sequence[Meaning], notes: Notes) -> None:
    """Notes alternatives of which one is of another kind or unit than the first, or the same once more."""
    for first, *others in choices(meanings).values():
        seen = [first.value]
        for other in others:
            at = first_token(other.draft.item.amount)
            one, two = first.value, other.value
            if (one.kind, one.quantity.unit) != (two.kind, two.quantity.unit):
                parts = {"left": _called(first), "right": _called(other)}
                notes.add(at, Trouble("C331", parts))
            elif two in seen:
                notes.add(at, Trouble("C332"))
            seen.append(two)


def _called(made: Meaning) -> str:
    return made.value.quantity.unit or made.value.kind.value


def knitted(stated: Sequence[Assertion], meanings: Sequence[Meaning]) -> list[Assertion]:
    """The assertions, those of one claim's alternatives with the names of each other."""
    ids: dict[Token, list[str]] = {}
    for one, made in zip(stated, meanings, strict=True):
        if made.draft.choice is not None:
            ids.setdefault(made.draft.choice, []).append(one.id)
    if not ids:
        return list(stated)
    return [
        replace(one, alternatives=tuple(id for id in ids[made.draft.choice] if id != one.id))
        if made.draft.choice is not None
        else one
        for one, made in zip(stated, meanings, strict=True)
    ]
