"""The words of a claims file, and where each stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sverka.claims.tables import tables
from sverka.model.span import Place

UNKNOWN = "UNKNOWN"
END = "$END"


@dataclass(frozen=True, slots=True)
class Page:
    """A claims file as it stands: the name that problems cite, and its lines without their ends."""

    path: str
    lines: tuple[str, ...]


class Token(NamedTuple):
    """One word as written; `kind` is the grammar's name for it, `line` and `column` count from 1."""

    kind: str
    text: str
    page: Page
    line: int
    column: int

    @property
    def place(self) -> Place:
        return Place(self.page.path, self.line, self.column)

    @property
    def width(self) -> int:
        return max(1, len(self.text))


@dataclass(frozen=True, slots=True)
class Statement:
    """The lines of one statement or of one part of it, and the grammar's rule for them."""

    page: Page
    numbers: tuple[int, ...]
    rule: str

    @property
    def first(self) -> str:
        return self.page.lines[self.numbers[0] - 1]


def scan(statement: Statement) -> Iterator[Token]:
    """The words of a statement in order, then one of kind END behind the last.

    What the language has no word for comes as UNKNOWN, a character at a time; an unclosed quote, up to where its line
    ends.
    """
    page, pattern, keywords = statement.page, tables().words, tables().keywords
    line, column = statement.numbers[0], 1
    for line in statement.numbers:
        text, at = page.lines[line - 1], 0
        while at < len(text):
            match = pattern.match(text, at)
            if match is None:
                word = text[at:] if text[at] == '"' else text[at]
                yield Token(UNKNOWN, word, page, line, at + 1)
                at += len(word)
                column = at + 1
                continue
            kind, begin, at = match.lastgroup, at, match.end()
            if kind is not None and not kind.startswith("IGNORE"):
                word = match.group()
                yield Token(keywords.get(word, kind) if kind == "NAME" else kind, word, page, line, begin + 1)
                column = at + 1
    yield Token(END, "", page, line, column)


def plain(token: Token) -> str:
    """The text of a name or a quoted string, without its quotes, in NFC.

    >>> plain(Token("STRING", r'"say \\"ah\\""', Page("", ()), 1, 1))
    'say "ah"'
    """
    text = token.text
    if token.kind == "STRING":
        text = text[1:-1]
        if "\\" in text:
            text = text.replace('\\"', '"').replace("\\\\", "\\")
    return text if text.isascii() else unicodedata.normalize("NFC", text)
