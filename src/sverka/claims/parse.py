"""A page of claims, read statement by statement: one bad statement never hides the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from sverka.claims.kept import Kept
from sverka.claims.layout import statements
from sverka.claims.machine import Stop
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.plans import read
from sverka.claims.syntax import Chain, Claim, TableWords
from sverka.claims.tokens import END, LONGEST, Leaf, Page, Statement, Token, scan

DEEPEST = 50


class Parsed(NamedTuple):
    """A statement or a part of one with its first two words, or in `node` the Stop where reading it ended.

    `text` is a claim with single spaces and without comments, `rest` the words of a table behind its file.
    """

    node: Any
    first: Token
    second: Token
    text: str
    rest: tuple[Token, ...]


# An iterator that is at its end stays there.
_NONE: Iterator[Parsed] = iter(())


class Reader:
    """Reads pages statement by statement; of one that it has read before, only what has changed.

    What stands elsewhere now keeps its words, which move with it.
    """

    def __init__(self, kept: Kept[tuple[Parsed, ...]]) -> None:
        self._kept = kept
        self._read: dict[str, dict[tuple[str, ...], list[Parsed]]] = {}

    def parse(self, page: Page, notes: Notes) -> tuple[Parsed, ...]:
        """The statements of a page in order; the mistakes of those that cannot be read are noted."""
        known = self._kept.get(page.path, page)
        if known is not None:
            return known
        told, found = notes.told, tuple(self._parsed(page, notes))
        return found if notes.told > told else self._kept.put(page.path, page, found)

    def _parsed(self, page: Page, notes: Notes) -> Iterator[Parsed]:
        before = {key: iter(same) for key, same in self._read.get(page.path, {}).items()}
        now = self._read[page.path] = defaultdict(list)
        for statement in statements(page):
            if statement.is_too_long:
                notes.add(_first(statement), Trouble("C119", {"most": str(LONGEST)}))
                notes.has_gaps = True
                continue
            if statement.rule == "lost":
                notes.add(scan(statement)[0], Trouble("C110"))
                continue
            key = (statement.rule, *statement.lines)
            parsed = next(before.get(key, _NONE), None)
            if parsed is None:
                parsed = read_words(scan(statement), statement, notes)
            else:
                parsed.first.leaf.first = statement.numbers[0]
            if not isinstance(parsed.node, Stop):  # what its mistake is told to be may hang on the lines around it
                now[key].append(parsed)
            yield parsed


def _first(statement: Statement) -> Token:
    """The first letter of a statement that is not taken apart."""
    return Token("", statement.first[:1], Leaf(statement.page.path, statement.lines, statement.numbers[0]), 0, 1)


def read_words(tokens: list[Token], statement: Statement, notes: Notes) -> Parsed:
    """A statement by its words, of which the last is END; the mistake of one that cannot be read is noted."""
    node = read(tokens, statement.rule)
    if isinstance(node, Stop):
        # Imported here, since most runs have no mistakes to explain.
        from sverka.claims.diagnosis import diagnosed

        diagnosed(node, tokens, statement, notes)
    rest = tuple(tokens[2:-1]) if isinstance(node, TableWords) else ()
    return Parsed(node, tokens[0], tokens[1], written(tokens) if isinstance(node, Claim) else "", rest)


def written(tokens: list[Token]) -> str:
    """The words as they stand, with one space where there were any.

    Where a statement goes on below, that is a space too.
    """
    pieces: list[str] = []
    line = column = 0
    for token in tokens:
        if token.kind == END:
            break
        if pieces and (token.column != column or token.line != line):
            pieces.append(" ")
        pieces.append(token.text)
        line, column = token.line, token.column + len(token.text)
    return "".join(pieces)


def is_too_deep(node: object) -> bool:
    """Arithmetic in more brackets than anyone writes, which is not followed down."""
    return isinstance(node, Chain) and node.depth > DEEPEST
