"""Words, numbers and signs, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from sverka.model.span import Span

# Most words and numbers are runs of letters or of digits alone; only what is neither is looked at closely.
_RUN = re.compile(r"\w+(?:[’'ʼ]\w+)*|[^\w\s]")
_TOKEN = re.compile(r"(?P<word>[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*)|(?P<number>\d+)|(?P<sign>[^\w\s]|_)")


class TokenKind(StrEnum):
    WORD = "word"
    NUMBER = "number"
    SIGN = "sign"


_WORD, _NUMBER, _SIGN = TokenKind.WORD, TokenKind.NUMBER, TokenKind.SIGN


class Token(NamedTuple):
    """A run of letters, a run of digits, or one sign. Hyphens and dashes are signs of their own."""

    start: int
    end: int
    text: str
    kind: TokenKind

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        return self.kind is _WORD

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


_new = tuple.__new__  # what `Token(…)` does, without a call in between
# How many runs of signs a table keeps, and how long ones.
_KEPT, _LONGEST = 200_000, 40


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]` in order; their offsets are into the whole text."""
    stop = len(text) if end is None else end
    found: list[Token] = []
    for run in text[start:stop].split():
        start = text.find(run, start, stop)
        for first, last, written, kind in _runs[run]:
            found.append(_new(Token, (start + first, start + last, written, kind)))
        start += last
    return found


class _Runs(dict[str, tuple[Token, ...]]):
    """The tokens of each run of signs without a blank, from its own start; most texts hold the same ones."""

    def __missing__(self, run: str) -> tuple[Token, ...]:
        found = tuple(_tokens(run))
        if len(run) <= _LONGEST:
            if len(self) >= _KEPT:
                self.clear()
            self[run] = found
        return found


_runs = _Runs()


def _tokens(text: str) -> Iterator[Token]:
    start = 0
    for run in _RUN.findall(text):
        start = text.index(run, start)
        end = start + len(run)
        if run.isalpha():
            yield Token(start, end, run, _WORD)
        elif run.isdecimal():
            yield Token(start, end, run, _NUMBER)
        elif len(run) == 1 and not run.isalnum():
            yield Token(start, end, run, _SIGN)
        else:
            yield from _mixed(text, start, end)
        start = end


def _mixed(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a run with both letters and digits: «5млн», "COP29"."""
    matches = _TOKEN.finditer(text, start, end)
    return [Token(*match.span(), match[0], TokenKind(match.lastgroup or "sign")) for match in matches]
