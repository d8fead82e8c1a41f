"""Reading words by the tables of the grammar: a shift-reduce machine that reports where it cannot go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sverka.claims.tables import DROP, KEEP, tables
from sverka.claims.tokens import END, Token

Builder = Callable[[list[Any]], Any]


@dataclass(frozen=True, slots=True)
class Stop:
    """Where reading came to an end: the words up to and with the one that fits no rule, and what would have fitted."""

    tokens: tuple[Token, ...]
    expected: frozenset[str]

    @property
    def at(self) -> Token:
        return self.tokens[-1]


def run(tokens: Iterable[Token], start: str, builders: Mapping[str, Builder]) -> Any:
    """What the builders make of the words under the rule `start`, or the Stop where they fit no rule."""
    table = tables()
    states, rules = table.states, table.rules
    end = table.ends[start]
    path: list[int] = [table.starts[start]]
    values: list[Any] = []
    read: list[Token] = []
    for token in tokens:
        read.append(token)
        while True:
            if token.kind == END and path[-1] == end:
                return values[-1]
            action = states[path[-1]].get(token.kind)
            if action is None:
                return Stop(tuple(read), _expected(path))
            if action >= 0:
                path.append(action)
                values.append(token)
                break
            rule = rules[~action]
            size = len(rule.parts)
            children = _children(rule.parts, values[len(values) - size :])
            if size:
                del path[-size:], values[-size:]
            values.append(_built(rule.name, rule.inline, children, builders))
            path.append(states[path[-1]][rule.origin])
    raise AssertionError("scan ends with END")


def _children(parts: str, values: list[Any]) -> list[Any]:
    """The values of a rule's parts: the dropped left out, the spread put in one by one."""
    children: list[Any] = []
    for part, value in zip(parts, values, strict=True):
        if part == KEEP:
            children.append(value)
        elif part != DROP:
            children.extend(value)
    return children


def _built(name: str, inline: bool, children: list[Any], builders: Mapping[str, Builder]) -> Any:
    if inline and len(children) == 1:
        return children[0]
    builder = builders.get(name)
    return children if builder is None else builder(children)


def _expected(path: list[int]) -> frozenset[str]:
    """The kinds of word that would have been read on: each is tried, since a table names some that end in an error."""
    table = tables()
    kinds = frozenset(kind for kind in table.states[path[-1]] if kind == kind.upper())
    return frozenset(kind for kind in kinds if _fits(list(path), kind))


def _fits(path: list[int], kind: str) -> bool:
    table = tables()
    while True:
        if kind == END and path[-1] in table.ends.values():
            return True
        action = table.states[path[-1]].get(kind)
        if action is None or action >= 0:
            return action is not None
        rule = table.rules[~action]
        if rule.parts:
            del path[-len(rule.parts) :]
        path.append(table.states[path[-1]][rule.origin])
