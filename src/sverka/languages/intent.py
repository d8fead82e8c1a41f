"""How each language tells what is planned from what is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sverka import languages
from sverka.languages.morphology import fold


@dataclass(frozen=True, slots=True)
class Intent:
    """Words of intent, by dictionary form; a phrase is a tuple of words that follow each other.

    `done` words take it back («план выполнен»). `future` and `past` are forms that show a tense in a language without
    a dictionary of forms.
    """

    target: tuple[tuple[str, ...], ...]
    plan: tuple[tuple[str, ...], ...]
    forecast: tuple[tuple[str, ...], ...]
    done: tuple[tuple[str, ...], ...]
    future: frozenset[str]
    past: frozenset[str]


@cache
def intent(tag: str) -> Intent:
    """The words of intent of a language; all empty where its file has none."""
    data = languages.table(tag).get("intent", {})

    def phrases(key: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(fold(word).split("_")) for text in data.get(key, ()) for word in text.split())

    def words(key: str) -> frozenset[str]:
        return frozenset(fold(word) for text in data.get(key, ()) for word in text.split())

    return Intent(
        phrases("target"), phrases("plan"), phrases("forecast"), phrases("done"), words("future"), words("past")
    )
