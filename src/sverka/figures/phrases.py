"""Fixed phrases, found at a word or before one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases with what each stands for, indexed by the first word and by the last; the longest match wins.

    `meanings` has them whole, `lengths_at` and `lengths_before` how many words those have that a word begins or ends.
    """

    starting: Mapping[str, tuple[tuple[Phrase, T], ...]]
    ending: Mapping[str, tuple[tuple[Phrase, T], ...]]
    meanings: Mapping[Phrase, T]
    lengths_at: Mapping[str, tuple[int, ...]]
    lengths_before: Mapping[str, tuple[int, ...]]

    def at(self, words: Sequence[str], index: int) -> tuple[int, T] | None:
        """The end and the meaning of the phrase that begins at a word."""
        if index >= len(words):
            return None
        for length in self.lengths_at.get(words[index], ()):
            phrase = tuple(words[index : index + length])
            if len(phrase) == length and phrase in self.meanings:
                return index + length, self.meanings[phrase]
        return None

    def before(self, words: Sequence[str], index: int) -> tuple[int, T] | None:
        """The start and the meaning of the phrase that ends right before a word."""
        if index <= 0:
            return None
        for length in self.lengths_before.get(words[index - 1], ()):
            phrase = tuple(words[max(0, index - length) : index])
            if len(phrase) == length and phrase in self.meanings:
                return index - length, self.meanings[phrase]
        return None

    def by_lemma(self, lemmas: Callable[[int], frozenset[str]], index: int, size: int) -> tuple[int, T] | None:
        """As `at`, where each word of the phrase need only be a dictionary form of the word in the text."""
        if index >= size or self.starting.keys().isdisjoint(lemmas(index)):
            return None
        best: tuple[int, T] | None = None
        second = lemmas(index + 1) if index + 1 < size else frozenset()
        for first in lemmas(index):
            for phrase, meaning in self.starting.get(first, ()):
                end = index + len(phrase)
                if len(phrase) > 1 and phrase[1] not in second:
                    continue
                if (best is None or end > best[0]) and end <= size and _goes_on(lemmas, index, phrase):
                    best = end, meaning
        return best


def _goes_on(lemmas: Callable[[int], frozenset[str]], index: int, phrase: Phrase) -> bool:
    """Whether the words behind the second one of a phrase follow as well."""
    return len(phrase) < 3 or all(phrase[offset] in lemmas(index + offset) for offset in range(2, len(phrase)))


def phrases(pairs: Iterable[tuple[str, T]]) -> Phrases[T]:
    """An index of phrases written with "_" between their words."""
    starting: dict[str, list[tuple[Phrase, T]]] = {}
    ending: dict[str, list[tuple[Phrase, T]]] = {}
    meanings: dict[Phrase, T] = {}
    for written, meaning in pairs:
        phrase = tuple(written.split("_"))
        starting.setdefault(phrase[0], []).append((phrase, meaning))
        ending.setdefault(phrase[-1], []).append((phrase, meaning))
        meanings.setdefault(phrase, meaning)
    at, before = _longest_first(starting), _longest_first(ending)
    return Phrases(at, before, meanings, _lengths(at), _lengths(before))


def _lengths(index: Mapping[str, tuple[tuple[Phrase, T], ...]]) -> dict[str, tuple[int, ...]]:
    return {word: tuple(dict.fromkeys(len(phrase) for phrase, _ in found)) for word, found in index.items()}


def _longest_first(index: dict[str, list[tuple[Phrase, T]]]) -> dict[str, tuple[tuple[Phrase, T], ...]]:
    return {word: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for word, found in index.items()}
