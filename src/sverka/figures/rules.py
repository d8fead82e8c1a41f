"""The rules that read figures, in the order in which they are tried at a word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sverka.figures.changes import changed
from sverka.figures.compounds import compound_number, compound_word
from sverka.figures.elision import completed, spread
from sverka.figures.hedges import hedged
from sverka.figures.labels import both, idiom, labelled, name, trivial
from sverka.figures.multiples import multiple
from sverka.figures.ordinals import is_roman, ordinal_digits, ordinal_roman, ordinal_words
from sverka.figures.passage import VULGAR, Passage
from sverka.figures.quantities import quantity
from sverka.figures.reading import Reading
from sverka.text.tokens import TokenKind

Rule = Callable[[Passage, int], Reading | None]
RULES: tuple[Rule, ...] = (
    idiom,
    ordinal_digits,
    compound_number,
    name,
    labelled,
    both,
    multiple,
    compound_word,
    ordinal_roman,
    ordinal_words,
    quantity,
)


def read(passage: Passage) -> list[Reading]:
    """Every reading of a passage in order, with what the words around it say."""
    hedges = [hedged(passage, reading) for reading in _readings(passage)]
    whole = completed(passage, hedges)
    told = spread(passage, [changed(passage, reading) for reading in whole])
    return [_counted_only(passage, reading) for reading in told]


def _counted_only(passage: Passage, reading: Reading) -> Reading:
    reason = trivial(passage, reading)
    return replace(reading, ignored=reason, why="it only counts what is named") if reason else reading


def _readings(passage: Passage) -> list[Reading]:
    """At each word the first rule that reads it."""
    found: list[Reading] = []
    index = 0
    while index < passage.size:
        reading = _read_at(passage, index) if _may_begin(passage, index) else None
        if reading is not None and not reading.skip:
            found.append(reading)
        index = max(reading.last, index + 1) if reading else index + 1
    return found


def _read_at(passage: Passage, index: int) -> Reading | None:
    return next((found for rule in RULES if (found := rule(passage, index)) is not None), None)


def _may_begin(passage: Passage, index: int) -> bool:
    word = passage.words[index]
    if not word:
        return False
    kind = passage.tokens[index].kind
    if kind is TokenKind.WORD:
        return passage.lexicon.numbers.may_begin(word) or is_roman(passage.tokens[index].text)
    return kind is TokenKind.NUMBER or VULGAR.fullmatch(word) is not None
