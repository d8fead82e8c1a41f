"""What a claims file says, as written: the parts that the grammar tells apart, each with the words it was made of.

They are named tuples, as is whatever is made for each claim: thirty dataclasses would take 15 ms of every start.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from sverka.claims.tokens import Token


class PeriodWords(NamedTuple):
    """`2024`, `2024-03..2024-05`, `2025 ytd`."""

    token: Token
    to_date: bool


class Head(NamedTuple):
    """What a claim is about; `marks` are statuses and periods in the order written."""

    subject: Token
    metric: Token
    marks: tuple[PeriodWords | Token, ...]


class Measure(NamedTuple):
    """A number with the words of its unit: `500 M USD`."""

    number: Token
    unit: tuple[Token, ...]


class Range(NamedTuple):
    """`15..18 day`."""

    ends: Token
    unit: tuple[Token, ...]


class Ordinal(NamedTuple):
    """`3rd`."""

    token: Token


class Days(NamedTuple):
    """A date or a run of dates as a value."""

    token: Token


class Reference(NamedTuple):
    """`[TITR volume 2024]`."""

    head: Head


class Chain(NamedTuple):
    """Terms joined by `+` and `-`, or factors joined by `*` and `/`: one sign fewer than parts."""

    parts: tuple[Measure | Reference | Chain, ...]
    signs: tuple[Token, ...]
    depth: int


class Change(NamedTuple):
    """`+62%`, `-3 pp` with its sign, or `x1.6` in `sign` with no amount."""

    sign: Token
    amount: Measure | Range | None


class Tolerance(NamedTuple):
    """`± 2%`."""

    sign: Token
    measure: Measure


class Versus(NamedTuple):
    """`vs 2023`."""

    period: PeriodWords


Amount = Measure | Reference | Chain | Range | Ordinal | Days | Change


class Item(NamedTuple):
    """One value or change of a claim, with those that it allows as well."""

    relation: Token | None
    amount: Amount
    modifiers: tuple[Tolerance | Versus, ...]
    alternatives: tuple[Item, ...] = ()


class Tail(NamedTuple):
    """What follows the values: `from`, `until`, `since`, `warn` or `note`, and its word."""

    kind: str
    token: Token


class Claim(NamedTuple):
    head: Head
    items: tuple[Item, ...]
    tails: tuple[Tail, ...]


class Version(NamedTuple):
    """`sverka claims 1`."""

    number: Token


class SourceWords(NamedTuple):
    id: Token
    title: Token
    rest: tuple[Token, ...]


class Whole(NamedTuple):
    """`part of transit`."""

    name: Token


class NameWords(NamedTuple):
    """An entity, or a metric with its dimension; `whole` names what it is a part of."""

    id: Token
    title: Token | None
    dimension: Token | None
    whole: Token | None = None


class AliasWords(NamedTuple):
    language: Token
    aliases: tuple[Token, ...]


class Check(NamedTuple):
    left: Amount
    relation: Token
    right: Amount
    modifiers: tuple[Tolerance | Versus, ...]
    tails: tuple[Tail, ...]


class Accept(NamedTuple):
    words: Token
    tails: tuple[Tail, ...]


class TableWords(NamedTuple):
    path: Token
    tails: tuple[Tail, ...]


class Column(NamedTuple):
    """A line of a table: a role with the heading of its column in quotes, or with words that hold for all rows."""

    role: Token
    words: tuple[Token, ...]


def _chain(parts: list[Any]) -> Any:
    """A lone part stands for itself: only arithmetic makes a chain."""
    if len(parts) == 1:
        return parts[0]
    depth = max(part.depth for part in parts[::2] if isinstance(part, Chain)) if _nested(parts) else 0
    return Chain(tuple(parts[::2]), tuple(parts[1::2]), depth + 1)


def _nested(parts: list[Any]) -> bool:
    return any(isinstance(part, Chain) for part in parts)


def _measured(parts: list[Any]) -> tuple[Token, tuple[Token, ...]]:
    return parts[0], tuple(parts[1]) if len(parts) > 1 else ()


def _item(parts: list[Any]) -> Item:
    relation = parts.pop(0) if isinstance(parts[0], Token) else None
    modifiers = tuple(part for part in parts[1:] if not isinstance(part, Item))
    return Item(relation, parts[0], modifiers, tuple(part for part in parts[1:] if isinstance(part, Item)))


def _claim(parts: list[Any]) -> Claim:
    items = tuple(part for part in parts if isinstance(part, Item))
    return Claim(parts[0], items, tuple(part for part in parts if isinstance(part, Tail)))


def _check(parts: list[Any]) -> Check:
    modifiers = tuple(part for part in parts[3:] if not isinstance(part, Tail))
    return Check(parts[0], parts[1], parts[2], modifiers, tuple(part for part in parts[3:] if isinstance(part, Tail)))


def _named(parts: list[Any]) -> NameWords:
    title = next((part for part in parts[1:] if isinstance(part, Token)), None)
    dimension = next((part[0] for part in parts[1:] if isinstance(part, list)), None)
    whole = next((part.name for part in parts[1:] if isinstance(part, Whole)), None)
    return NameWords(parts[0], title, dimension, whole)


def _tail(kind: str) -> Callable[[list[Any]], Tail]:
    return lambda parts: Tail(kind, parts[0])


def _first(parts: list[Any]) -> Any:
    return parts[0]


BUILDERS: dict[str, Callable[[list[Any]], Any]] = {
    "source": lambda parts: SourceWords(parts[0], parts[1], tuple(parts[2:])),
    "entity": _named,
    "metric": _named,
    "whole": lambda parts: Whole(parts[1]),
    "alias": lambda parts: AliasWords(parts[0], tuple(parts[1:])),
    "table": lambda parts: TableWords(parts[0], tuple(parts[1:])),
    "column": lambda parts: Column(parts[0], tuple(parts[1:])),
    "role": _first,
    "accept": lambda parts: Accept(parts[0], tuple(parts[1:])),
    "check": _check,
    "claim": _claim,
    "head": lambda parts: Head(parts[0], parts[1], tuple(parts[2:])),
    "status": _first,
    "period": lambda parts: PeriodWords(parts[0], len(parts) > 1),
    "item": _item,
    "alternative": _item,
    "version": lambda parts: Version(parts[1]),
    "range": lambda parts: Range(*_measured(parts)),
    "ordinal": lambda parts: Ordinal(parts[0]),
    "dates": lambda parts: Days(parts[0]),
    "change": lambda parts: Change(parts[0], parts[1] if len(parts) > 1 else None),
    "sum": _chain,
    "product": _chain,
    "group": _first,
    "reference": lambda parts: Reference(parts[0]),
    "measure": lambda parts: Measure(*_measured(parts)),
    "tolerance": lambda parts: Tolerance(*parts),
    "versus": lambda parts: Versus(parts[0]),
    "name": _first,
    "subject": _first,
    "metric_name": _first,
    "from": _tail("from"),
    "until": _tail("until"),
    "since": _tail("since"),
    "warn": _tail("warn"),
    "note": _tail("note"),
    "place": _tail("in"),
    "reason": _tail("because"),
}
