"""What the first token of a number shows by itself, so that only the rules that can read it are tried."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from sverka.figures.lexicon import Lexicon, lexicon
from sverka.figures.ordinals import is_roman
from sverka.figures.passage import VULGAR
from sverka.languages.morphology import fold, lemmas
from sverka.languages.numbers import HEAD, NumberWords
from sverka.languages.suffixes import suffixes

_ROMAN = frozenset("ivxlcmіхмс")


class Opening(NamedTuple):
    """A token as written, and its word: folded, without the suffixes of a number word."""

    written: str
    word: str
    lexicon: Lexicon

    @property
    def numbers(self) -> NumberWords:
        return self.lexicon.numbers

    @property
    def lemmas(self) -> frozenset[str]:
        return lemmas(self.written, self.lexicon.tag) | {self.word}


def opening(written: str, tag: str) -> Opening:
    """A token of a language."""
    known, word = lexicon(tag), fold(written)
    return Opening(written, word if suffixes(tag) is None else known.numbers.base(word), known)


def may_begin(one: Opening) -> bool:
    """Whether a number may begin here: at digits, at a sign such as ½, and at words that the language says."""
    if one.numbers.may_begin(one.word):
        return True
    if one.word.isalpha() and one.word[0] not in _ROMAN:
        return False
    return is_digits(one) or is_vulgar(one) or is_roman(one.written)


def is_capitalised(one: Opening) -> bool:
    """A number word that begins with a capital, in a language whose names hold such: "the Three Gorges"."""
    return one.lexicon.is_analytic and one.written[0].isupper() and not one.written.isupper()


def is_digits(one: Opening) -> bool:
    return one.written.isdecimal()


def is_vulgar(one: Opening) -> bool:
    return VULGAR.fullmatch(one.written) is not None


def begins_numeral(one: Opening) -> bool:
    return is_digits(one) or is_vulgar(one) or one.word in one.numbers.cardinals


def begins_amount(one: Opening) -> bool:
    known = one.word in one.numbers.scales or one.word in one.numbers.fractions
    return known or begins_numeral(one) or one.numbers.has("veiled", one.word)


def begins_idiom(one: Opening) -> bool:
    return not _idiomatic(one.lexicon.tag).isdisjoint(one.lemmas)


@cache
def _idiomatic(tag: str) -> frozenset[str]:
    """Every word of an idiom: its number may stand behind a preposition, «в один день»."""
    found = lexicon(tag).idioms.starting.values()
    return frozenset(word for told in found for phrase, _ in told for word in phrase)


def begins_multiple(one: Opening) -> bool:
    return one.word[:HEAD] in one.numbers.heads and not one.numbers.multiples.keys().isdisjoint(one.lemmas)


def begins_ordinal(one: Opening) -> bool:
    return one.word in one.numbers.ordinals or one.word in one.numbers.cardinals


def begins_roman(one: Opening) -> bool:
    return is_roman(one.written)


def is_both(one: Opening) -> bool:
    return one.numbers.has("both", one.word)


def is_half(one: Opening) -> bool:
    return one.numbers.fractions.get(one.word) == Fraction(1, 2)


def is_compound(one: Opening) -> bool:
    return one.numbers.compound(one.word) is not None or bool(one.numbers.halves(one.word))
