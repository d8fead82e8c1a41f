"""The rules that read figures, in the order in which they are tried at a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from operator import is_

from sverka.figures.changes import changed
from sverka.figures.compounds import and_a_half, compound_number, compound_word
from sverka.figures.elision import completed
from sverka.figures.hedges import hedged
from sverka.figures.inversions import inverted
from sverka.figures.labels import both, idiom, labelled, name, placed, titled, trivial
from sverka.figures.multiples import multiple
from sverka.figures.openings import (
    Opening,
    begins_amount,
    begins_idiom,
    begins_multiple,
    begins_numeral,
    begins_ordinal,
    begins_roman,
    is_both,
    is_capitalised,
    is_compound,
    is_digits,
    is_half,
    may_begin,
    opening,
)
from sverka.figures.ordinals import ordinal_digits, ordinal_roman, ordinal_words
from sverka.figures.parallels import Earlier
from sverka.figures.passage import Passage
from sverka.figures.quantities import quantity
from sverka.figures.reading import Reading, span_of
from sverka.figures.restatements import spread
from sverka.figures.sums import summed
from sverka.figures.titles import is_title
from sverka.model.figure import Reason

Rule = Callable[[Passage, int], Reading | None]
# Each with what the token shows at which it can begin.
RULES: tuple[tuple[Rule, Callable[[Opening], bool]], ...] = (
    (titled, is_capitalised),
    (idiom, begins_idiom),
    (ordinal_digits, is_digits),
    (compound_number, begins_numeral),
    (placed, is_digits),
    (name, is_digits),
    (labelled, begins_amount),
    (both, is_both),
    (multiple, begins_multiple),
    (and_a_half, is_half),
    (compound_word, is_compound),
    (ordinal_roman, begins_roman),
    (ordinal_words, begins_ordinal),
    (quantity, begins_amount),
)
# How many tokens a table keeps.
_KEPT = 200_000


class Openings(dict[str, tuple[Rule, ...]]):
    """The rules to try at each token that was met in texts of a language; none at most of them."""

    def __init__(self, tag: str) -> None:
        self.tag = tag

    def __missing__(self, written: str) -> tuple[Rule, ...]:
        if len(self) >= _KEPT:
            self.clear()
        one = opening(written, self.tag)
        found = self[written] = tuple(rule for rule, begins in RULES if begins(one)) if may_begin(one) else ()
        return found


@cache
def openings(tag: str) -> Openings:
    """The table of a language."""
    return Openings(tag)


def read(passage: Passage, earlier: Earlier) -> list[Reading]:
    """Every reading of a passage in order, with what the words around it, and the sentence before, say."""
    found = _readings(passage)
    if not found:
        return []
    floors = (0, *(reading.last for reading in found))
    plain = summed(passage, [inverted(passage, one, floor) for one, floor in zip(found, floors, strict=False)])
    whole = completed(passage, _apart(passage, [hedged(passage, reading) for reading in plain], plain), earlier)
    told = spread(passage, [changed(passage, reading) for reading in whole])
    return [_counted_only(passage, reading) for reading in _apart(passage, told, whole)]


def _apart(passage: Passage, told: Sequence[Reading], before: Sequence[Reading]) -> list[Reading]:
    """The readings as told, but as they were before where a hedge or a sign would reach into a neighbour."""
    if all(map(is_, told, before)):
        return list(told)
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
    if is_title(passage, reading):
        return replace(reading, ignored=Reason.NAME, why="a number in a title")
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
    for rule in openings(passage.lexicon.tag)[passage.tokens[index].text]:
        found = rule(passage, index)
        if found is not None:
            return found
    return None
