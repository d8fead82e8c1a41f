"""Reading words by the tables of the grammar: a shift-reduce machine that reports where it cannot go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from sverka.claims.lr import DROP, KEEP, SPREAD, Rule, tables
from sverka.claims.syntax import BUILDERS
from sverka.claims.tokens import END, Token

Builder = Callable[[list[Any]], Any]


class Stop(NamedTuple):
    """Where reading came to an end: the number of the word that fits no rule, and the kinds that would have fitted."""

    at: int
    expected: frozenset[str]


class _Step(NamedTuple):
    """A rule, ready to use: how many parts it has, what it is part of, and what is made of them."""

    size: int
    origin: str
    builder: Builder


def run(tokens: Sequence[Token], start: str) -> Any:
    """The syntax that the words make under the rule `start`, or the Stop where they fit no rule.

    The last word must be of kind END.
    """
    states, steps = tables().states, _steps()
    end = tables().ends[start]
    path: list[int] = [tables().starts[start]]
    values: list[Any] = []
    for index, token in enumerate(tokens):
        kind = token.kind
        action = states[path[-1]].get(kind)
        while action is None or action < 0:
            if action is None:
                return values[-1] if kind == END and path[-1] == end else Stop(index, _expected(path))
            size, origin, builder = steps[~action]
            # Every rule has parts: the grammar knows no empty ones.
            children = values[-size:]
            del path[-size:], values[-size:]
            values.append(builder(children))
            path.append(states[path[-1]][origin])
            action = states[path[-1]].get(kind)
        path.append(action)
        values.append(token)
    raise AssertionError("the last word is END")


@cache
def _steps() -> tuple[_Step, ...]:
    return tuple(_Step(len(rule.parts), rule.origin, _maker(rule, BUILDERS)) for rule in tables().rules)


def _maker(rule: Rule, builders: Mapping[str, Builder]) -> Builder:
    """What is made of a rule's parts, with the dropped left out and the spread put in one by one."""
    builder = builders.get(rule.name, list)
    if rule.inline and rule.parts.replace(DROP, "") == KEEP:
        place = rule.parts.index(KEEP)
        return lambda parts: parts[place]
    if set(rule.parts) == {KEEP}:
        return builder
    if rule.parts[0] == SPREAD and builder is list:
        return lambda parts: _children(rule.parts[1:], parts[1:], parts[0])
    return lambda parts: builder(_children(rule.parts, parts, []))


def _children(parts: str, values: list[Any], children: list[Any]) -> list[Any]:
    """The children with what is kept of the values behind them: the same list, so that a long one takes no squares."""
    for part, value in zip(parts, values, strict=True):
        if part == KEEP:
            children.append(value)
        elif part != DROP:
            children.extend(value)
    return children


def _expected(path: list[int]) -> frozenset[str]:
    """The kinds of word that would have been read on: each is tried, since a table names some that end in an error."""
    kinds = (*tables().states[path[-1]], END)
    return frozenset(kind for kind in kinds if kind == kind.upper() and _fits(list(path), kind))


def _fits(path: list[int], kind: str) -> bool:
    table = tables()
    while True:
        if kind == END and path[-1] in table.ends.values():
            return True
        action = table.states[path[-1]].get(kind)
        if action is None or action >= 0:
            return action is not None
        rule = table.rules[~action]
        del path[-len(rule.parts) :]
        path.append(table.states[path[-1]][rule.origin])
