"""A statement that the grammar could not read, as the rules that look for its mistake see it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from sverka.claims.mistakes import Trouble
from sverka.claims.tokens import END, Statement, Token

PERIODS = frozenset({"YEAR", "YEARS", "CALENDAR"})
STATUSES = frozenset({"TARGET", "FORECAST", "PLAN", "ACTUAL"})
NUMBERS = frozenset({"NUMBER", "YEAR", "GLUED"})
NEAR = 80
NAMES = frozenset({"NAME", "GLUED", "STRING"})


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake and the word it is shown at."""

    at: Token
    trouble: Trouble
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """All words of a statement, which of them did not fit, and the kinds that would have."""

    tokens: tuple[Token, ...]
    index: int
    expected: frozenset[str]
    statement: Statement

    @property
    def at(self) -> Token:
        return self.tokens[self.index]

    @property
    def before(self) -> Token | None:
        return self.tokens[self.index - 1] if self.index else None

    @property
    def after(self) -> Token:
        """The word behind the one that did not fit, END where there is none."""
        return self.tokens[min(self.index + 1, len(self.tokens) - 1)]

    @property
    def form(self) -> str:
        """The statement that this is: by its keyword, a part by its own name, and anything else is a claim."""
        if self.statement.rule != "statement":
            return self.statement.rule
        keyword = self.tokens[0].kind.lower()
        return keyword if keyword in ("source", "entity", "metric", "table", "check", "accept") else "claim"

    @property
    def is_complete(self) -> bool:
        """The statement could have ended in front of the word that did not fit."""
        return END in self.expected

    @property
    def line_start(self) -> int:
        """The number of the first word of the line that the word that did not fit stands on."""
        start = self.index
        while start and self.tokens[start - 1].leaf is self.at.leaf and self.tokens[start - 1].row == self.at.row:
            start -= 1
        return start

    @property
    def line(self) -> str:
        """The line that the word that did not fit stands on."""
        return self.at.whole_line

    def around(self, pattern: re.Pattern[str], word: Token | None = None) -> re.Match[str] | None:
        """What of the line the pattern finds that a word begins in; if none is named, the one that did not fit.

        Only the words near it are looked at, since a line may be as long as a file.
        """
        word = word or self.at
        at = word.column - 1
        found = pattern.finditer(word.whole_line, max(0, at - NEAR), at + NEAR)
        return next((match for match in found if match.start() <= at < match.end()), None)

    def slip(self, match: re.Match[str], trouble: Trouble) -> Slip:
        """A mistake that is shown at what a pattern found on the line."""
        return Slip(self.at._replace(column=match.start() + 1, text=match[0]), trouble, match.end() - match.start())

    def from_to(self, first: Token, last: Token) -> int | None:
        """How wide the words from one to another are; None where they stand on two lines."""
        return last.column + last.width - first.column if first.line == last.line else None


DiagnosticRule = Callable[[Failure], Slip | None]


def is_adjacent(left: Token | None, right: Token) -> bool:
    """The right word stands right behind the left one, with no space."""
    return left is not None and left.line == right.line and left.column + len(left.text) == right.column
