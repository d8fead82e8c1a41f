"""A run of text that rules read as one: a sentence, or a line of furniture."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from sverka.figures.lexicon import Lexicon, lexicon
from sverka.languages import morphology
from sverka.languages.morphology import Reading
from sverka.model.document import Block
from sverka.model.span import Span
from sverka.text.tokens import Token, TokenKind

if TYPE_CHECKING:
    from sverka.figures.numerals import Numeral

TAKEN = ""
_NO_LEMMAS = frozenset((TAKEN,))
_WORD, _NUMBER = TokenKind.WORD, TokenKind.NUMBER
VULGAR = re.compile("[¼-¾⅐-⅞↉]")


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """Tokens with their folded words; the word of a token that another reader has taken is empty.

    A number may begin at `starts`; `size` counts the tokens. `numerals` keeps the numbers that were read by where they
    begin, since several rules ask.
    """

    text: str
    span: Span
    block: Block
    tokens: Sequence[Token]
    words: Sequence[str]
    starts: Sequence[int]
    lexicon: Lexicon
    size: int = field(init=False)
    numerals: dict[int, Numeral | None] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", len(self.tokens))

    def is_free(self, index: int) -> bool:
        return 0 <= index < self.size and self.words[index] != TAKEN

    def is_number(self, index: int) -> bool:
        return 0 <= index < self.size and self.words[index] != TAKEN and self.tokens[index].kind is _NUMBER

    def is_word(self, index: int) -> bool:
        return 0 <= index < self.size and self.words[index] != TAKEN and self.tokens[index].kind is _WORD

    def word(self, index: int) -> str:
        return self.words[index] if 0 <= index < self.size else TAKEN

    def is_glued(self, index: int) -> bool:
        """True where nothing stands between a token and the one before it."""
        return 0 < index < self.size and self.tokens[index].start == self.tokens[index - 1].end

    def lemmas(self, index: int) -> frozenset[str]:
        word = self.word(index)
        return _lemmas(word, self.tokens[index].text, self.lexicon.tag) if word else _NO_LEMMAS

    def readings(self, index: int) -> tuple[Reading, ...]:
        return morphology.readings(self.tokens[index].text, self.lexicon.tag) if self.is_word(index) else ()

    def has(self, name: str, index: int) -> bool:
        """True where a word, in any form, is in one of the language's lists."""
        return self.is_free(index) and _has(name, self.words[index], self.tokens[index].text, self.lexicon.tag)

    def between(self, first: int, last: int) -> Span:
        """The span from one token to the end of the one before `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def index_at(self, offset: int, start: int) -> int:
        """The first token from `start` on that begins at an offset or behind it."""
        index = start
        while index < self.size and self.tokens[index].start < offset:
            index += 1
        return index


@lru_cache(maxsize=200_000)
def _has(name: str, word: str, written: str, tag: str) -> bool:
    known = lexicon(tag)
    return known.has(name, word) or known.any(name, _lemmas(word, written, tag))


def _lemmas(word: str, written: str, tag: str) -> frozenset[str]:
    return morphology.lemmas(written, tag) if word[0].isalpha() else frozenset((word,))


@lru_cache(maxsize=10_000)
def vulgar(letter: str) -> Fraction | None:
    """The worth of a sign such as ½."""
    if not VULGAR.fullmatch(letter):
        return None
    above, _, below = unicodedata.normalize("NFKC", letter).partition("\u2044")
    return Fraction(int(above), int(below)) if below else Fraction(0)


def split_fractions(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens with every sign such as ½ in one of its own; Unicode counts it among letters."""
    for token in tokens:
        start = token.start
        for match in VULGAR.finditer(token.text) if token.is_word else ():
            cut = token.start + match.start()
            if cut > start:
                yield Token(start, cut, token.text[start - token.start : cut - token.start], TokenKind.WORD)
            yield Token(cut, cut + 1, match.group(), TokenKind.SIGN)
            start = cut + 1
        if start == token.start:
            yield token
        elif start < token.end:
            yield Token(start, token.end, token.text[start - token.start :], TokenKind.WORD)
