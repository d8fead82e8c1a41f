"""The words of a claims file, and where each stands."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from sverka.claims.lr import tables
from sverka.model.span import Place
from sverka.text.plain import plainly

UNKNOWN = "UNKNOWN"
END = "$END"
# More letters than anyone writes in a statement; an alias of ten thousand words has a fifth of them.
LONGEST = 500_000
IGNORED = frozenset({"IGNORE_0", "IGNORE_1"})


@dataclass(frozen=True, slots=True)
class Page:
    """A claims file as it stands: the name that problems cite, and its lines without their ends."""

    path: str
    lines: tuple[str, ...]


class Leaf:
    """The lines of one statement, and the number in the file that the first of them has now.

    That number is all that ever changes: where lines come or go above a statement it moves, and its words with it.
    """

    __slots__ = ("first", "lines", "path")

    def __init__(self, path: str, lines: tuple[str, ...] = (), first: int = 1) -> None:
        self.path, self.lines, self.first = path, lines, first


# Where words stand that are taken apart by themselves.
NOWHERE = Leaf("")


class Token(NamedTuple):
    """One word as written; `kind` is the grammar's name for it, `row` counts the lines of the leaf from 0.

    `line` and `column` count from 1.
    """

    kind: str
    text: str
    leaf: Leaf
    row: int
    column: int

    @property
    def line(self) -> int:
        return self.leaf.first + self.row

    @property
    def place(self) -> Place:
        return Place(self.leaf.path, self.line, self.column)

    @property
    def whole_line(self) -> str:
        """The line that the word stands on."""
        return self.leaf.lines[self.row]

    @property
    def width(self) -> int:
        return max(1, len(self.text))


class Statement(NamedTuple):
    """The lines of one statement or of one part of it, and the grammar's rule for them."""

    page: Page
    numbers: tuple[int, ...]
    rule: str

    @property
    def first(self) -> str:
        return self.page.lines[self.numbers[0] - 1]

    @property
    def lines(self) -> tuple[str, ...]:
        """From its first line to its last, with whatever empty ones and comments stand between."""
        return self.page.lines[self.numbers[0] - 1 : self.numbers[-1]]

    @property
    def is_too_long(self) -> bool:
        """It has more letters than are read."""
        return sum(len(self.page.lines[number - 1]) for number in self.numbers) > LONGEST


def scan(statement: Statement) -> list[Token]:
    """The words of a statement in order, then one of kind END behind the last."""
    first, tokens = statement.numbers[0], list[Token]()
    leaf = Leaf(statement.page.path, statement.lines, first)
    for number in statement.numbers:
        tokens += scan_words(leaf.lines[number - first], leaf, number - first)
    last = tokens[-1]
    tokens.append(last._replace(kind=END, text="", column=last.column + len(last.text)))
    return tokens


def scan_words(text: str, leaf: Leaf = NOWHERE, row: int = 0, column: int = 1) -> list[Token]:
    """The words of a text that begins at a place of a leaf.

    What the language has no word for comes as UNKNOWN, a character at a time; an unclosed quote, up to where its line
    ends.
    """
    match_at, keywords, at = tables().words.match, tables().keywords, 0
    tokens: list[Token] = []
    while at < len(text):
        match = match_at(text, at)
        kind = match.lastgroup if match else UNKNOWN
        word = match[0] if match else text[at:] if text[at] == '"' else text[at]
        if kind == "NAME":
            kind = keywords.get(word, kind)
        if kind and kind not in IGNORED:
            tokens.append(Token(kind, word, leaf, row, at + column))
        at += len(word)
    return tokens


def plain(token: Token) -> str:
    """The text of a name in NFC, or of a quoted string without its quotes, in plain letters.

    >>> plain(Token("STRING", r'"say \\"ah\\""', NOWHERE, 0, 1))
    'say "ah"'
    """
    text = token.text
    if token.kind == "STRING":
        text = text[1:-1]
        if "\\" in text:
            text = text.replace('\\"', '"').replace("\\\\", "\\")
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    return plainly(text) if token.kind == "STRING" else text
