"""The words of a claims file, each with its place and the part that it plays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sverka.claims.layout import page, statements
from sverka.claims.machine import Stop
from sverka.claims.plans import read
from sverka.claims.syntax import AliasWords, Claim, Head, NameWords, SourceWords
from sverka.claims.tokens import Token, plain, scan
from sverka.model.span import Span

_BREAK = re.compile(r"\r\n|\r|\n")


class Word(NamedTuple):
    """A name where it stands; `role` is `subject`, `metric` or `source`; `is_declared` where it is declared there."""

    role: str
    name: str
    span: Span
    is_declared: bool = False


class Line(NamedTuple):
    """A statement with its first line's offset, its text, and what it is; `node` of one with a mistake is a Stop."""

    offset: int
    text: str
    node: object


def line_starts(text: str) -> list[int]:
    """The offset at which each line begins; lines end as claims files' lines do, in any editor's way."""
    return [0, *(match.end() for match in _BREAK.finditer(text))]


def lines_of(text: str) -> Iterator[Line]:
    """Every statement, and every part of one that stands on a line of its own."""
    starts = line_starts(text)
    for statement in statements(page("", text)):
        if statement.is_too_long:
            continue
        tokens = scan(statement)
        node: object = read(tokens, statement.rule) if statement.rule != "lost" else None
        yield Line(starts[statement.numbers[0] - 1], statement.first, node)


def words_of(text: str) -> Iterator[Word]:
    """Every name of a claims file, in order."""
    starts = line_starts(text)
    for line in lines_of(text):
        yield from (
            Word(role, plain(token), _span(starts, token), declared) for role, token, declared in _named(line.node)
        )


def _span(starts: list[int], token: Token) -> Span:
    start = starts[token.line - 1] + token.column - 1
    return Span(start, start + len(token.text))


def _named(node: object) -> Iterator[tuple[str, Token, bool]]:
    if isinstance(node, SourceWords):
        yield "source", node.id, True
    elif isinstance(node, NameWords):
        role = "subject" if node.dimension is None else "metric"
        yield role, node.id, True
        if node.whole is not None:
            yield role, node.whole, False
    elif not isinstance(node, (AliasWords, Stop)):
        yield from _used(node)


def _used(node: object) -> Iterator[tuple[str, Token, bool]]:
    if isinstance(node, Head):
        yield "subject", node.subject, False
        yield "metric", node.metric, False
    elif isinstance(node, Claim):
        for part in (node.head, *node.items):
            yield from _used(part)
        yield from (("source", tail.token, False) for tail in node.tails if tail.kind == "from")
    elif isinstance(node, tuple) and not isinstance(node, Token):
        for part in node:
            yield from _used(part)
