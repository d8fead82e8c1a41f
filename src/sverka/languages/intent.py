"""How each language tells what is planned from what is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sverka import languages
from sverka.languages.morphology import fold
from sverka.languages.suffixes import listed


@dataclass(frozen=True, slots=True)
class Intent:
    """Words of intent, by dictionary form; a phrase is a tuple of words that follow each other.

    `done` words take it back («план выполнен»), `managed` ones say that what follows has come about («удалось
    довести»), `possible` ones tell of an ability where the verb after them goes on. Of `predicates` only the short
    form counts («готов», not «готовая продукция»). `future` and `past` are forms that show a tense in a language
    without a dictionary of forms.
    """

    target: tuple[tuple[str, ...], ...]
    plan: tuple[tuple[str, ...], ...]
    forecast: tuple[tuple[str, ...], ...]
    done: tuple[tuple[str, ...], ...]
    managed: frozenset[str]
    possible: frozenset[str]
    predicates: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    future_endings: tuple[str, ...]


@cache
def intent(tag: str) -> Intent:
    """The words of intent of a language; all empty where its file has none."""
    data = languages.table(tag).get("intent", {})

    def phrases(key: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(fold(word).rstrip("!").split("_")) for text in data.get(key, ()) for word in listed(text, tag))

    def words(key: str) -> frozenset[str]:
        return frozenset(fold(word) for text in data.get(key, ()) for word in listed(text, tag))

    marked = (word for key in ("target", "plan", "forecast") for word in words(key) if word.endswith("!"))
    return Intent(
        phrases("target"),
        phrases("plan"),
        phrases("forecast"),
        phrases("done"),
        words("managed"),
        words("possible"),
        frozenset(word.rstrip("!") for word in marked),
        words("future"),
        words("past"),
        tuple(data.get("future_endings", ())),
    )
