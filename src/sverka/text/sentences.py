"""Where sentences begin and end.

Our own rule, since the libraries measured split «4,5 млн. тонн» or never split inside a quotation, where half of a
newspaper's figures stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sverka import languages
from sverka.languages.morphology import fold
from sverka.model.span import Span

# No sentence of the newspapers measured comes near this many characters.
LONGEST = 2000
_END = re.compile(r"(?P<mark>[.!?…。]+)(?P<close>[»”\"’)\]]*)(?P<gap>\s+|$)")
_OPENING = '«„“"‘([–—-*_ \t\n\r\u00a0'
# How far back to look for what stands before a shortened word; a limit keeps the work in proportion to the text.
_NEAR = 8
# Read backwards, so that nothing is tried twice.
_WORD = re.compile(r"[^\W\d_]+|\d+")
_WORD_LENGTH = 24


def sentences(text: str, block: Span, language: str) -> Iterator[Span]:
    """The sentences of one block, trimmed of white space, in order and without overlap.

    A break of line inside a paragraph ends no sentence: articles are wrapped in the middle of names.
    """
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if match.end() < block.end and _ends(text, start, match, block.end, language):
            yield from _pieces(text, start, match.start("gap"))
            start = match.end()
    yield from _pieces(text, start, block.end)


def _ends(text: str, start: int, match: re.Match[str], end: int, language: str) -> bool:
    following = _following(text, match.end(), end)
    if not (following.isupper() or following.isdigit() or _has_no_case(following)):
        return False
    if match["mark"] != ".":
        return True
    return match["close"] != "" or not _is_shortened(text, start, match.start(), following, language)


def _following(text: str, position: int, end: int) -> str:
    """The first letter or digit of what follows, over quotes and dashes; empty at the end."""
    while position < end and text[position] in _OPENING:
        position += 1
    return text[position : position + 1]


def _has_no_case(letter: str) -> bool:
    return letter.isalpha() and letter.lower() == letter.upper()


def _is_shortened(text: str, start: int, stop: int, following: str, language: str) -> bool:
    """The full stop at `stop` shortens a word («им. Абая», "Mr. Smith"), an initial, or numbers an item."""
    found = _WORD.match(text[max(start, stop - _WORD_LENGTH) : stop][::-1])
    if found is None:
        return False
    word, begin = found.group()[::-1], stop - found.end()
    if word.isdigit():
        return text[max(start, begin - _NEAR) : begin].rstrip()[-1:] in ("", ";")
    if len(word) == 1 and word.isupper():
        return not text[begin - 1 : begin].isdigit()  # an initial, and no unit: "16.9C. Since"
    if fold(word) in _listed(language, "never_last"):
        return True
    if fold(word) not in _listed(language, "abbreviations") or text[begin - 1 : begin] in ("/", "'", "’"):
        return False  # «23 м/с. Ночью», "below last year's. Rents"
    # A unit or a year shortened behind its number may well end the sentence; a title before its name may not.
    counted = text[max(start, begin - _NEAR) : begin].rstrip("*_ \u00a0\u2009\u202f")[-1:].isdigit()
    return not counted or following.isdigit()


@cache
def _listed(language: str, name: str) -> frozenset[str]:
    """Words that are written shortened, without their full stop: before a name or a number, or in any place."""
    return frozenset(str(languages.table(language).get("sentences", {}).get(name, "")).split())


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """A sentence whole, or, where it is longer than any that people write, cut at blanks: the work on a sentence
    grows faster than its length, and a text without full stops must not take for ever."""
    found: list[Span] = []
    while end - start > LONGEST:
        cut = max(text.rfind(blank, start + LONGEST // 2, start + LONGEST) for blank in ("; ", ", ", " "))
        cut = cut + 1 if cut > start else start + LONGEST
        found += _trimmed(text, start, cut)
        start = cut
    return found + _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if start < end else []
