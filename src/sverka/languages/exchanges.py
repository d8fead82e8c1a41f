"""Words that people write for one another by mistake, by language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sverka import languages
from sverka.languages.discourse import discourse
from sverka.languages.morphology import fold, lemmas

# From folded words to the words put in their place.
Pairs = Mapping[str, str]


class Exchanges(NamedTuple):
    """The pairs of a language: all but `intents` hold both ways round.

    `intents` turn what is meant into what was done, `by_to` the word of an amount of change into that of its result.
    """

    directions: Pairs
    points: Pairs
    units: Pairs
    periods: Pairs
    intents: Pairs
    by_to: Pairs


@cache
def exchanges(tag: str) -> Exchanges:
    """The words of a language that are mistaken for one another; none where its file has none."""
    data: Mapping[str, str] = languages.table(tag).get("slips", {})
    return Exchanges(**{name: _pairs(data.get(name, ""), both=name != "intents") for name in Exchanges._fields})


@cache
def rises_and_falls(tag: str) -> tuple[frozenset[str], frozenset[str]]:
    """The dictionary forms of nouns and verbs that tell of more, and of those that stand against them: «спад»."""
    data: Mapping[str, str] = languages.table(tag).get("slips", {})
    pairs = [pair.replace("_", " ").partition("|") for pair in data.get("directions", "").split()]
    rises = {form for up, _, _ in pairs for form in lemmas(up, tag)} & discourse(tag).moves
    falls = {form for _, _, down in pairs for form in lemmas(down, tag)} & discourse(tag).moves
    return frozenset(rises - falls), frozenset(falls - rises)


def _pairs(written: str, *, both: bool) -> Pairs:
    found: dict[str, str] = {}
    for pair in written.split():
        left, _, right = pair.replace("_", " ").partition("|")
        found[fold(left)] = right
        if both:
            found.setdefault(fold(right), left)
    return found
