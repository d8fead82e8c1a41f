"""The unit that a heading, or a cell of a table, says for the numbers under it: «млн тонн», "US$ bn", «в % к»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from sverka.figures.lexicon import lexicon
from sverka.model.document import Block, BlockKind, Document
from sverka.model.figure import Figure
from sverka.model.span import Span
from sverka.text.analysis import Analysis, analyse

THOUSAND = 1000
# No longer trial is kept, of those that were read.
_LONGEST = 60

# How many parts of a heading are tried, from the last: «Экспорт, млн тонн (2024)».
_PARTS = 3
_SHORT = 3  # letters of a scale that is shortened
_BREAKS = re.compile(r"[(;:\t|]|,(?!\d)|\s[–—-]\s")
# A currency in front of its scale: "$m", "US$ bn", "€ '000".
_CURRENCY = re.compile(r"(?P<sign>(?:[A-Z]{1,3})?[^\w\s.,;:%'’()-]|[A-Z]{3}\b)\s*(?P<rest>.*)")
# The thousands that stand for the three digits left out: "(000s)", "'000 tonnes".
THOUSANDS = re.compile(r"(?<![\d.,])['’‘ʼ]?000(?:['’]?s)?\b(?:\s+of\b)?")

Find = Callable[[Analysis], Sequence[Figure]]


class Said(NamedTuple):
    """What a heading says of the numbers under it: how many of a unit one of them is."""

    unit: str | None
    dimension: str
    factor: Fraction


def said_in(text: str, language: str, find: Find, *, is_cell: bool = False) -> Said | None:
    """What the last part of a heading, or of a cell of a table, says of the numbers under it; None where it names no
    unit.

    The unit is read behind a one, as any other is, so that whatever can follow a number in the language can stand in
    a heading. A cell that is nothing but a unit says it where it is no money, has a scale or «в» before it: «в % к»;
    «Доллар» over a column tells whose rate is in it.
    """
    parts = [part for part in (one.strip(" \u00a0\u2009\u202f.:)|*_\t\n") for one in _BREAKS.split(text)) if part]
    if len(parts) < 2 and not _BREAKS.search(text):
        return _alone(parts[0], language, find) if is_cell and parts else None
    for part in parts[::-1][:_PARTS]:
        found = next(filter(None, (_read(trial, language, find) for trial in _trials(part, language))), None)
        if found is not None or not any(letter.isdigit() for letter in part):
            return found  # only a date may stand behind the unit
    return None


def _alone(part: str, language: str, find: Find) -> Said | None:
    found = next(filter(None, (_read(trial, language, find) for trial in _trials(part, language))), None)
    led = lexicon(language).has("units.special.told_in", part.split()[0].casefold())
    measured = found is not None and found.dimension not in ("money", "count") and found.unit is not None
    return found if found and (led or measured or found.factor % THOUSAND == 0) else None


def _trials(part: str, language: str) -> Iterator[str]:
    """The part with a number in it: «1 млн тонн», "$1m", "1000 tonnes"."""
    thousands = THOUSANDS.search(part)
    number, plain = ("1000", THOUSANDS.sub("", part)) if thousands else ("1", part)
    known = lexicon(language)
    words = re.split(r"\d", plain, maxsplit=1)[0].split()
    words = words[1:] if words and known.has("units.special.told_in", words[0].casefold()) else words
    plain = " ".join(word for word in words if not known.numbers.has("of", word))  # "in millions of dollars"
    if not plain and not thousands:
        return
    currency = _CURRENCY.fullmatch(plain)
    if currency is not None:
        gap = "" if len(currency["rest"]) <= _SHORT else " "  # "$1m", "$1 million"
        yield f"{currency['sign']}{number}{gap}{currency['rest']}"
    yield f"{number} {plain}".strip()


def _read(trial: str, language: str, find: Find) -> Said | None:
    """The unit of a trial; tables say the same few again and again."""
    return _found(trial, language, find) if len(trial) > _LONGEST else _known(trial, language, find)


@lru_cache(maxsize=10_000)
def _known(trial: str, language: str, find: Find) -> Said | None:
    return _found(trial, language, find)


def _found(trial: str, language: str, find: Find) -> Said | None:
    block = Block(Span(0, len(trial)), BlockKind.PARAGRAPH)
    found = [one for one in find(analyse(Document("heading", trial, "", language, (block,)))) if one.ignored is None]
    if len(found) != 1 or len(found[0].values) != 1:
        return None
    one = found[0]
    if one.dimension in ("time", "calendar") and one.span.end < len(trial):
        return None  # «Новости дня:» are of no day each
    # A bare noun may be any, one with a scale word is counted: «млн человек».
    if (not one.unit or one.dimension == "count") and one.values[0] < THOUSAND:
        return None
    return Said(one.unit, one.dimension, one.values[0])
