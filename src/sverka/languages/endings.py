"""Words of languages that put one ending for another, taken for forms of a dictionary form by tables of the language
file.

The tables stand in for a dictionary where the package has none. They read every word that a text may hold, so that a
guess may be wrong; words that the language file knows are read first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from sverka import languages

SHORTEST = 2
# The part of speech, the core that it makes of a clause, and the tense of what a table of `endings.verbs` lists.
_VERBS = {
    "past": ("finite", "past"),
    "present": ("finite", "present"),
    "future": ("finite", "future"),
    "infinitive": ("infinitive", None),
    "participle": ("participle", None),
    "gerund": ("gerund", None),
}


class Ending(NamedTuple):
    """An ending, what stands in its place in the dictionary form (None where the word is its own), and what it says."""

    pos: str
    lemma: str | None
    case: str | None = None
    plural: bool | None = None
    form: str | None = None
    tense: str | None = None


class Endings(NamedTuple):
    """The endings of a language, those of each in the order of their table; `whole` words with all their readings.

    `known` are dictionary forms, which go before others; `longest` is the length of the longest ending. `verbal` are
    the endings of verbs, for lists of words; a word that ends in one of the `vowels` has an ending.
    Before an ending that is lost the first vowel of a pair of `alternating` may stand for the second.
    """

    by_ending: Mapping[str, tuple[Ending, ...]]
    whole: Mapping[str, tuple[tuple[str, Ending], ...]]
    known: frozenset[str]
    longest: int
    verbal: tuple[str, ...]
    vowels: tuple[str, ...]
    alternating: tuple[tuple[str, str], ...]

    def of(self, word: str) -> list[tuple[str, Ending]]:
        """Every dictionary form that a folded word may have, with what the ending says, the longest ending first; of
        one that may be a known word's, no other."""
        if word in self.whole:
            return list(self.whole[word])
        found = list(self._taken_off(word))
        return [pair for pair in found if pair[0] in self.known] or found

    def _taken_off(self, word: str) -> Iterator[tuple[str, Ending]]:
        shown = False
        for size in range(min(self.longest, len(word) - SHORTEST), 0, -1):
            stem, ending = word[: len(word) - size], word[len(word) - size :]
            for one in self.by_ending.get(ending, ()):
                shown = shown or size > 1
                yield (word if one.lemma is None else stem + one.lemma), one
        if not word.endswith(self.vowels):
            yield from self._endless(word, shown)

    def _endless(self, word: str, shown: bool) -> Iterator[tuple[str, Ending]]:
        """The forms without an ending; of a word that shows a longer one, and with another vowel, known ones alone."""
        for one in self.by_ending.get("", ()):
            lemma = word + (one.lemma or "")
            if not shown or lemma in self.known:
                yield lemma, one
            others = (before.join(word.rsplit(now, 1)) + (one.lemma or "") for now, before in self.alternating)
            yield from ((other, one) for other in others if other != lemma and other in self.known)


@cache
def endings(tag: str) -> Endings | None:
    """The endings of a language; None where its file has none."""
    if not languages.has(tag, "endings"):
        return None
    table = languages.table(tag)
    data: dict[str, Any] = table["endings"]
    found: dict[str, list[Ending]] = {}
    for ending, one in (*_declined(data, "adjective"), *_declined(data, "noun"), *_verbal(data.get("verbs", {}))):
        found.setdefault(ending, []).append(one)
    whole: dict[str, list[tuple[str, Ending]]] = {}
    for word, lemma, one in _whole(data):
        whole.setdefault(word, []).append((lemma, one))
    return Endings(
        {ending: tuple(ones) for ending, ones in found.items()},
        {word: tuple(ones) for word, ones in whole.items()},
        frozenset(_known(table)),
        max(map(len, found)),
        tuple(data.get("verbal", "").split()),
        tuple(data.get("vowels", "")),
        tuple((pair[0], pair[1]) for pair in data.get("alternating", "").split()),
    )


def _declined(data: Mapping[str, Any], pos: str) -> Iterator[tuple[str, Ending]]:
    for row in data.get(f"{pos}s", ()):
        yield from ((ending, one._replace(lemma=row["lemma"])) for ending, one in _cases(row, pos))


def _cases(row: Mapping[str, str], pos: str) -> Iterator[tuple[str, Ending]]:
    """The endings, or forms, of a row: `singular = "genitive:и dative:і"`; one case may be there twice."""
    for number in ("singular", "plural"):
        for pair in row.get(number, "").split():
            case, _, ending = pair.partition(":")
            yield ending, Ending(pos, None, case, number == "plural")


def _verbal(data: Mapping[str, str]) -> Iterator[tuple[str, Ending]]:
    for name, (form, tense) in _VERBS.items():
        yield from ((ending, Ending("verb", None, None, None, form, tense)) for ending in data.get(name, "").split())


def _whole(data: Mapping[str, Any]) -> Iterator[tuple[str, str, Ending]]:
    """Words with forms of their own: `irregular` nouns, verbs by tense, and those that have no forms at all."""
    for lemma, row in data.get("irregular", {}).items():
        yield from ((form, lemma, one) for form, one in _cases(row, "noun"))
    for word, one in _verbal(data.get("verbs", {}).get("words", {})):
        yield word, word, one
    for word in data.get("unchanging", "").split():
        yield word, word, Ending("other", None)


def _known(table: Mapping[str, Any]) -> Iterator[str]:
    """The dictionary forms that a language file names: what is counted, and units."""
    yield from table["endings"].get("known", "").split()
    yield from table.get("counted", {}).get("nouns", "").split()
    yield from table.get("trivial", {}).get("nouns", "").split()
    yield from table.get("ordinals", {}).get("special", {}).get("roman", "").split()
    yield from (part for phrase, unit in table["units"].items() if isinstance(unit, str) for part in phrase.split("_"))
