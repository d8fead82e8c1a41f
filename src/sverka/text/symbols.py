"""The words of a sentence as symbols of a calendar: one for each token, with its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sverka.languages.calendar import OTHER, Calendar, Word, calendar
from sverka.languages.morphology import fold
from sverka.languages.suffixes import suffixes
from sverka.text.analysis import Analysis, Sentence
from sverka.text.digits import number_symbol
from sverka.text.tokens import Token, TokenKind

_GLUED = {"suffix": "-'’", "daysuffix": "-", "tens": "-"}  # what joins a class to a number: «2024-м», "2024'te"
_SIGNS = {",": "comma", ".": "dot", "/": "slash", ":": "colon", "’": "apostrophe", "'": "apostrophe", "‘": "apostrophe"}
_QUOTES = frozenset('«»“”„"')
_DASHES = frozenset("-–—−‑")
# How many tokens a table keeps.
_KEPT = 200_000
_DIGIT = re.compile(r"\d")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LIKE_LATIN = str.maketrans("ІХХ", "IXX")
_CAPITALS = frozenset("IVXІХ")


class Symbols(NamedTuple):
    """`text` has one character for each token; `values` the numbers that go with them."""

    text: str
    values: tuple[int, ...]


def is_candidate(analysis: Analysis, sentence: Sentence, calendar: Calendar) -> bool:
    """Whether a date can be in a sentence at all; most hold none."""
    if _DIGIT.search(analysis.text, sentence.span.start, sentence.span.end) is not None:
        return True
    return not calendar.anchors.isdisjoint(analysis.words_of(sentence))


def symbolise(tokens: Sequence[Token], words: Sequence[str], calendar: Calendar, language: str) -> Symbols:
    """Classify every token; numbers that belong to something else (2,5; COP29; $2024) are of no class.

    `words` are the tokens folded.
    """
    classed = _classed(language)
    found = [
        _classified(tokens, index, words[index], calendar, language) if classed[token.text] else None
        for index, token in enumerate(tokens)
    ]
    for index, word in enumerate(found):
        if word and word.symbol in _GLUED and tokens[index - 1].text in _GLUED[word.symbol]:
            found[index - 1] = Word("glue", 0)
        tens = found[index - 1] if index else None
        if tens and word and _begins(tens, word, calendar):
            found[index - 1 : index + 1] = Word("begun", 0), Word(word.symbol, tens.value + word.value)
    return Symbols(
        "".join(calendar.symbol(word.symbol) if word else OTHER for word in found),
        tuple(word.value if word else 0 for word in found),
    )


def _begins(tens: Word, ones: Word, calendar: Calendar) -> bool:
    """Whether a word is the first part of a number of two: «двадцать первого», «он бір»."""
    round_number = tens.symbol == "card" and tens.value >= 20 and tens.value % 10 == 0
    if calendar.tens_first:
        return tens.symbol == "card" and tens.value % 10 == 0 and ones.symbol in ("card", "ord") and ones.value < 10
    return round_number and ones.symbol == "ord" and ones.value < 10


class _Classed(dict[str, bool]):
    """Whether each token that was met in texts of a language may be of a class.

    Most words are of none, and no Roman numerals; "Mart'ta" is a month with a suffix.
    """

    def __init__(self, tag: str) -> None:
        self.known = calendar(tag)

    def __missing__(self, written: str) -> bool:
        if len(self) >= _KEPT:
            self.clear()
        word = fold(written)
        is_known = word in self.known.words or written in self.known.marks or not written.isalpha()
        found = self[written] = is_known or written[0] in _CAPITALS or "'" in word
        return found


@cache
def _classed(tag: str) -> _Classed:
    return _Classed(tag)


def _classified(tokens: Sequence[Token], index: int, word: str, calendar: Calendar, language: str) -> Word | None:
    token = tokens[index]
    if token.kind is TokenKind.NUMBER:
        return number_symbol(tokens, index, calendar, language)
    if token.kind is TokenKind.SIGN:
        return _sign(tokens, index, calendar)
    if token.text in calendar.marks and _is_behind_digits(tokens, index):
        return calendar.marks[token.text]
    found = calendar.words.get(word)
    if found is None and "'" in word and suffixes(language) is not None:
        found = calendar.words.get(word.partition("'")[0])  # "Mart'ta"
    if found is None:
        return _roman(token)
    return _word(tokens, index, word, found, calendar)


def _is_behind_digits(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].kind is TokenKind.NUMBER and tokens[index - 1].end == tokens[index].start


def _sign(tokens: Sequence[Token], index: int, calendar: Calendar) -> Word | None:
    token = tokens[index]
    if token.text == "." and index and tokens[index - 1].is_word:
        return Word("dot" if tokens[index - 1].text.lower() in calendar.abbreviations else "stop", 0)
    return Word("dash", 0) if token.text in _DASHES else Word(_SIGNS.get(token.text, "sign"), 0)


def _word(tokens: Sequence[Token], index: int, word: str, found: Word, calendar: Calendar) -> Word | None:
    token = tokens[index]
    if found.symbol in _GLUED:
        return _ending(tokens, index, found, calendar) or _roman(token)
    if found.symbol in calendar.capitals and not token.is_capitalised:
        return None
    if found.symbol == "quarterword" and word in calendar.abbreviations and _is_square(tokens, index, calendar):
        return None
    if found.symbol == "relday" and _is_quoted(tokens, index):
        return None  # a team called “Sabah”
    if word in calendar.ambiguous and _is_cell(tokens, index):
        return Word("monthof", found.value)  # it needs no preposition
    if word in calendar.ambiguous and not _is_month_here(tokens, index, calendar):
        return None
    return found


def _is_square(tokens: Sequence[Token], index: int, calendar: Calendar) -> bool:
    """Whether the «кв.» at a token is that of «за 1 кв. м»."""
    at = index + 2 if index + 1 < len(tokens) and tokens[index + 1].text == "." else index + 1
    return at < len(tokens) and fold(tokens[at].text) in calendar.squares


def _is_quoted(tokens: Sequence[Token], index: int) -> bool:
    around = (tokens[near].text for near in (index - 1, index + 1) if 0 <= near < len(tokens))
    return [mark in _QUOTES for mark in around] == [True, True]


def _ending(tokens: Sequence[Token], index: int, word: Word, calendar: Calendar) -> Word | None:
    """The ending of a number: «2023-м», «90-х», "1990s", "3rd"; after a hyphen or right after the digits."""
    before = tokens[index - 1] if index else None
    if before is None or before.end != tokens[index].start:
        return None
    hyphenated = before.text in _GLUED[word.symbol] and index > 1 and tokens[index - 2].end == before.start
    if not hyphenated and before.kind is not TokenKind.NUMBER:
        return None
    number = tokens[index - 2] if hyphenated else before
    if number.kind is not TokenKind.NUMBER:
        return None
    if not hyphenated and not calendar.glued:
        return None
    if word.symbol == "tens" and not number.text.endswith("0"):
        return Word("suffix", 0)
    return Word(word.symbol, word.value)


def _roman(token: Token) -> Word | None:
    if len(token.text) > 5 or token.text[0] not in _CAPITALS:
        return None
    letters = token.text.translate(_LIKE_LATIN)
    if not all(letter in _ROMAN for letter in letters):
        return None
    values = [_ROMAN[letter] for letter in letters]
    signed = [-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True)]
    return Word("roman", sum(signed))


def _in_range(tokens: Sequence[Token], index: int, calendar: Calendar) -> bool:
    """Whether a hyphen joins a word to a month: «қаңтар-маусымда»."""
    pairs = ((index - 1, index - 2), (index + 1, index + 2))
    return any(
        0 <= other < len(tokens) and tokens[dash].text in _DASHES and _is_month(tokens[other], calendar)
        for dash, other in pairs
    )


def _is_month(token: Token, calendar: Calendar) -> bool:
    found = calendar.words.get(fold(token.text))
    return found is not None and found.symbol == "month"


def _is_month_here(tokens: Sequence[Token], index: int, calendar: Calendar) -> bool:
    """Whether "May" or "March" stands beside a number or after a word that a month follows."""
    if _has_number(tokens, index, calendar) or _in_range(tokens, index, calendar):
        return True
    after = calendar.words.get(fold(tokens[index + 1].text)) if index + 1 < len(tokens) else None
    if after is not None and after.symbol in ("monthword", "monthin"):  # "ekim ayında"
        return True
    if fold(tokens[index].text) in calendar.bare:
        word = tokens[index - 1].text if index else ""
        return word.isalpha() and not fold(word).endswith(calendar.seasonal)
    at = index - 2 if index > 1 and tokens[index - 1].text in _DASHES else index - 1
    before = calendar.words.get(fold(tokens[at].text)) if at >= 0 else None
    if before is not None and before.symbol == "and":
        return index > 1 and _is_month(tokens[index - 2], calendar)  # "in April and May"
    if before is None or before.symbol in ("the", "ord"):
        return False
    return before.symbol != "shift" or "month" in calendar.capitals or _is_said(tokens, index + 1, calendar)


def _is_cell(tokens: Sequence[Token], index: int) -> bool:
    """ "Country | March | February"."""
    around = [tokens[near].text for near in (index - 1, index + 1) if 0 <= near < len(tokens)]
    return "|" in around and all(text == "|" for text in around)


def _has_number(tokens: Sequence[Token], index: int, calendar: Calendar) -> bool:
    """Whether a number stands beside a month; behind one in small letters, where days come first, only a year's."""
    around = [tokens[near] for near in (index - 1, index + 1) if 0 <= near < len(tokens)]
    return any(
        token.kind is TokenKind.NUMBER
        and (token is tokens[index - 1] or "month" in calendar.capitals or len(token.text) == 4)
        for token in around
    )


def _is_said(tokens: Sequence[Token], index: int, calendar: Calendar) -> bool:
    """Whether the word for a month follows: «осы маусым айында», but not «осы маусымда», which is a season's."""
    after = calendar.words.get(fold(tokens[index].text)) if index < len(tokens) else None
    return after is not None and after.symbol in ("monthword", "monthin")
