"""All that is known of a set's subjects from what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sverka.check.heads import countries_of, heads, heads_of, pairs, places_of, proper_words_of, several, words_of
from sverka.check.proper import named_of, proper_of
from sverka.model.claim import ClaimSet


class Called(NamedTuple):
    """Subjects by head noun, head nouns by subject, the pairs of countries that something is claimed of, and of each
    subject its words, the countries that it is, those that it names; and the subjects that are
    called by names alone, those by a plural, those by some name; and the words of each that are a name's."""

    heads: Mapping[str, frozenset[str]]
    heads_of: Mapping[str, frozenset[str]]
    pairs: Mapping[frozenset[str], frozenset[str]]
    words_of: Mapping[str, frozenset[str]]
    countries_of: Mapping[str, frozenset[str]]
    places_of: Mapping[str, frozenset[str]]
    proper: frozenset[str]
    several: frozenset[str]
    named: frozenset[tuple[str, str]]
    proper_words_of: Mapping[str, frozenset[str]]


def called(claims: ClaimSet) -> Called:
    """What follows from the aliases of a set's subjects."""
    subjects, used = claims.subjects, claims.index.metrics_of
    by_head = heads(subjects)
    return Called(
        by_head,
        heads_of(by_head),
        pairs({name: subject for name, subject in subjects.items() if name in used}),
        words_of(subjects),
        countries_of(subjects),
        places_of(subjects),
        proper_of(subjects),
        several(subjects),
        named_of(subjects),
        proper_words_of(subjects),
    )
