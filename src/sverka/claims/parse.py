"""A page of claims, read statement by statement: one bad statement never hides the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sverka.claims.layout import statements
from sverka.claims.machine import Stop, run
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.syntax import BUILDERS, Chain
from sverka.claims.tokens import END, Page, Statement, Token, scan

DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Parsed:
    """A statement or a part of one, or in `node` the Stop where reading it ended.

    `text` is its words with single spaces, without comments.
    """

    node: Any
    statement: Statement
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        return written(self.tokens)


def parse(page: Page, notes: Notes) -> Iterator[Parsed]:
    """The statements of a page in order; the mistakes of those that cannot be read are noted."""
    for statement in statements(page):
        if statement.rule == "lost":
            notes.add(next(scan(statement)), Trouble("C110"))
            continue
        tokens: list[Token] = []
        node = run(_kept(scan(statement), tokens), statement.rule, BUILDERS)
        if isinstance(node, Stop):
            # Imported here, since most runs have no mistakes to explain.
            from sverka.claims.diagnosis import diagnosed

            diagnosed(node, statement, notes)
        yield Parsed(node, statement, tuple(tokens))


def _kept(tokens: Iterator[Token], kept: list[Token]) -> Iterator[Token]:
    for token in tokens:
        kept.append(token)
        yield token


def written(tokens: tuple[Token, ...]) -> str:
    """The words as they stand, with one space where there were any.

    Where a statement goes on below, that is a space too.
    """
    pieces: list[str] = []
    line = column = 0
    for token in tokens:
        if token.kind == END:
            break
        if pieces and (token.line, token.column) != (line, column):
            pieces.append(" ")
        pieces.append(token.text)
        line, column = token.line, token.column + len(token.text)
    return "".join(pieces)


def is_too_deep(node: object) -> bool:
    """Arithmetic in more brackets than anyone writes, which is not followed down."""
    return isinstance(node, Chain) and node.depth > DEEPEST
