"""Which country a word means: a name, an adjective, or the first half of a compound adjective."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from sverka.languages import FOLDER, morphology

_EVERYWHERE = ("ru", "en", "pairs")


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "countries.toml").read_text(encoding="utf-8"))


@cache
def _by_word(language: str) -> dict[str, str]:
    """The ISO 3166-1 code of every one-word name, adjective and half of an adjective, folded.

    Names of Russian and English stand in texts of other languages too; theirs stand in their own alone. English ones
    give way where the language has its own in the same script: "qatar" is a train in Azerbaijani.
    """
    return {
        morphology.fold(word): code
        for code, by_language in _table().items()
        for key, words in by_language.items()
        if key == language or (key in _EVERYWHERE and not (key == "en" and _is_latin(by_language.get(language, ()))))
        for word in words
        if " " not in word
    }


def _is_latin(words: Sequence[str]) -> bool:
    return bool(words) and words[0][0] < "\u0250"


@lru_cache(maxsize=200_000)
def country(word: str, language: str) -> str | None:
    """The ISO 3166-1 code of the country that a word form names or describes; None for any other word.

    >>> country("Азербайджаном", "ru"), country("казахско", "ru"), country("коридор", "ru")
    ('AZ', 'KZ', None)
    """
    known = _by_word(language)
    return next((known[lemma] for lemma in sorted(morphology.lemmas(word, language)) if lemma in known), None)
