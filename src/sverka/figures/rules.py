"""The rules that read figures, in the order in which they are tried at a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sverka.figures.changes import changed
from sverka.figures.compounds import and_a_half, compound_number, compound_word
from sverka.figures.elision import completed
from sverka.figures.hedges import hedged
from sverka.figures.inversions import inverted
from sverka.figures.labels import both, idiom, labelled, name, placed, trivial
from sverka.figures.multiples import multiple
from sverka.figures.ordinals import ordinal_digits, ordinal_roman, ordinal_words
from sverka.figures.passage import Passage
from sverka.figures.quantities import quantity
from sverka.figures.reading import Reading, span_of
from sverka.figures.restatements import spread
from sverka.figures.sums import summed

Rule = Callable[[Passage, int], Reading | None]
RULES: tuple[Rule, ...] = (
    idiom,
    ordinal_digits,
    compound_number,
    placed,
    name,
    labelled,
    both,
    multiple,
    and_a_half,
    compound_word,
    ordinal_roman,
    ordinal_words,
    quantity,
)


def read(passage: Passage, earlier: Reading | None = None) -> list[Reading]:
    """Every reading of a passage in order, with what the words around it, and the sentence before, say."""
    plain = summed(passage, [inverted(passage, reading) for reading in _readings(passage)])
    whole = completed(passage, _apart(passage, [hedged(passage, reading) for reading in plain], plain), earlier)
    told = spread(passage, [changed(passage, reading) for reading in whole])
    return [_counted_only(passage, reading) for reading in _apart(passage, told, whole)]


def _apart(passage: Passage, told: Sequence[Reading], before: Sequence[Reading]) -> list[Reading]:
    """The readings as told, but as they were before where a hedge or a sign would reach into a neighbour."""
    found: list[Reading] = []
    end = 0
    limits = [*(passage.tokens[reading.first].start for reading in before[1:]), passage.span.end]
    for reading, former, limit in zip(told, before, limits, strict=False):
        span = span_of(passage, reading)
        chosen = reading if span.start >= end and span.end <= limit else former
        found.append(chosen)
        end = span_of(passage, chosen).end
    return found


def _counted_only(passage: Passage, reading: Reading) -> Reading:
    reason = trivial(passage, reading)
    return replace(reading, ignored=reason, why="it only counts what is named") if reason else reading


def _readings(passage: Passage) -> list[Reading]:
    """At each word the first rule that reads it."""
    found: list[Reading] = []
    last = 0
    for index in passage.starts:
        reading = _read_at(passage, index) if index >= last else None
        if reading is not None:
            last = reading.last
            if not reading.skip:
                found.append(_behind(reading, found[-1].last if found else 0))
    return found


def _behind(reading: Reading, floor: int) -> Reading:
    """The reading without the words on its left that belong to the one before it."""
    return reading if reading.first >= floor else replace(reading, first=floor)


def _read_at(passage: Passage, index: int) -> Reading | None:
    for rule in RULES:
        found = rule(passage, index)
        if found is not None:
            return found
    return None
