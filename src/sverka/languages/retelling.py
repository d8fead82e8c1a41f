"""Which words of a language make no difference to what a number is told of, and which tell of something else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sverka import languages
from sverka.languages.discourse import discourse
from sverka.languages.morphology import fold
from sverka.languages.suffixes import listed


class Retelling(NamedTuple):
    """Words by dictionary form, or as they stand in a language without a dictionary.

    Two sentences that differ in `idle` words alone tell of one thing: verbs of being and of change, articles, adverbs
    such as "already". A sentence with one of the `other` words may tell of a thing, a time or a case of its own:
    "another", "earlier", "if", "on average". `speech` phrases, as they stand, begin what only says who tells it, up to
    the next comma («по словам директора»); whose count it is («по данным таможни») is another matter.
    """

    idle: frozenset[str]
    other: frozenset[str]
    speech: tuple[tuple[str, ...], ...]


_CHANGES = ("rise", "fall", "alone", "link", "link_words", "to_level", "nouns")


@cache
def retelling(tag: str) -> Retelling:
    """The words of a language; with no table of its own, those that other tables list."""
    table = languages.table(tag)
    own = table.get("retelling", {})
    words = discourse(tag)
    idle = frozenset(_listed(own.get("idle", ""), tag)) | words.articles | words.conjunctions | words.pronouns
    idle |= words.demonstratives | words.generic | words.whole | words.copulas
    idle |= frozenset(_listed(" ".join(words.linking), tag))
    for name in _CHANGES:
        idle |= frozenset(_listed(table.get("changes", {}).get(name, ""), tag))
    other = frozenset(_listed(own.get("other", ""), tag)) | words.additional | words.each
    speech = tuple(tuple(phrase.split("_")) for phrase in fold(own.get("speech", "")).split())
    return Retelling(idle - other, other, speech)


def _listed(words: str, tag: str) -> Iterator[str]:
    for phrase in listed(fold(words), tag):
        yield from phrase.split("_")
