"""Words, numbers and signs, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from sverka.model.span import Span

_TOKEN = re.compile(r"(?P<word>[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*)|(?P<number>\d+)|(?P<sign>[^\w\s]|_)")


class TokenKind(StrEnum):
    WORD = "word"
    NUMBER = "number"
    SIGN = "sign"


_KINDS = (TokenKind.WORD, TokenKind.NUMBER, TokenKind.SIGN)


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
        return self.kind is TokenKind.WORD

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


def tokenize(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of `text[start:end]` in order; their offsets are into the whole text."""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        yield Token(first, last, match[0], _KINDS[(match.lastindex or 3) - 1])
