"""A run of text that rules read as one: a sentence, or a line of furniture."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from sverka.figures.lexicon import Lexicon
from sverka.languages import morphology
from sverka.languages.morphology import Reading
from sverka.model.document import Block
from sverka.model.span import Span
from sverka.text.tokens import Token, TokenKind

TAKEN = ""
_WORD, _NUMBER = TokenKind.WORD, TokenKind.NUMBER
VULGAR = re.compile("[¼-¾⅐-⅞↉]")


class Passage(NamedTuple):
    """Tokens with their folded words; the word of a token that another reader has taken is empty.

    A number may begin at `starts`.
    """

    text: str
    span: Span
    block: Block
    tokens: Sequence[Token]
    words: Sequence[str]
    starts: Sequence[int]
    lexicon: Lexicon

    @property
    def size(self) -> int:
        return len(self.tokens)

    def is_free(self, index: int) -> bool:
        return 0 <= index < len(self.words) and self.words[index] != TAKEN

    def is_number(self, index: int) -> bool:
        return 0 <= index < len(self.words) and self.words[index] != TAKEN and self.tokens[index].kind is _NUMBER

    def is_word(self, index: int) -> bool:
        return 0 <= index < len(self.words) and self.words[index] != TAKEN and self.tokens[index].kind is _WORD

    def word(self, index: int) -> str:
        return self.words[index] if 0 <= index < len(self.words) else TAKEN

    def is_glued(self, index: int) -> bool:
        """True where nothing stands between a token and the one before it."""
        return 0 < index < len(self.tokens) and self.tokens[index].start == self.tokens[index - 1].end

    def lemmas(self, index: int) -> frozenset[str]:
        word = self.word(index)
        if not word or not word[0].isalpha():
            return frozenset((word,))
        return morphology.lemmas(self.tokens[index].text, self.lexicon.tag)

    def readings(self, index: int) -> tuple[Reading, ...]:
        return morphology.readings(self.tokens[index].text, self.lexicon.tag) if self.is_word(index) else ()

    def has(self, name: str, index: int) -> bool:
        """True where a word, in any form, is in one of the language's lists."""
        word = self.word(index)
        return bool(word) and (self.lexicon.has(name, word) or self.lexicon.any(name, self.lemmas(index)))

    def between(self, first: int, last: int) -> Span:
        """The span from one token to the end of the one before `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def index_at(self, offset: int, start: int) -> int:
        """The first token from `start` on that begins at an offset or behind it."""
        index = start
        while index < len(self.tokens) and self.tokens[index].start < offset:
            index += 1
        return index


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
