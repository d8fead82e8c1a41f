"""How each language tells what is planned from what is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sverka import languages
from sverka.languages.morphology import fold
from sverka.languages.suffixes import listed

# A phrase is a tuple of words that follow each other; phrases stand under their first words.
Phrases = Mapping[str, tuple[tuple[str, ...], ...]]


class Intent(NamedTuple):
    """Words of intent, by dictionary form; `single` are those that need no other beside them.

    `done` words take it back («план выполнен»), `managed` ones say that what follows has come about («удалось
    довести»), `possible` ones tell of an ability where the verb after them goes on. Of `predicates` only the short
    form counts («готов», not «готовая продукция»). `future` and `past` are forms that show a tense in a language
    without a dictionary of forms; of the present, `ahead_endings` tell of what is to come too. `serial_endings` show no
    tense of their own. `remarks` look like a future and tell none («напомним»). `tries` tell intent only behind a verb
    in one of the `tries_after` endings: «artırmağa çalışır» is "tries to raise", «işçi çalışır» "a worker works".
    `lapsed` words put an intent into the past («тиіс еді»). A date behind `dated` words is that of the forecast itself.
    Behind `compared` words a fact is compared with what was meant, and is a part of it behind those in `parts`.
    "For this" one of the `purposes` tells what money was spent on. A `perfect` word puts a deadline into the past: "by
    Friday all had been freed".
    """

    target: Phrases
    plan: Phrases
    forecast: Phrases
    done: Phrases
    single: frozenset[str]
    managed: frozenset[str]
    possible: frozenset[str]
    predicates: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    future_endings: tuple[str, ...]
    present_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    ahead_endings: tuple[str, ...]
    serial_endings: tuple[str, ...]
    nouns: frozenset[str]
    remarks: frozenset[str]
    tries: frozenset[str]
    tries_after: tuple[str, ...]
    lapsed: frozenset[str]
    dated: frozenset[str]
    compared: frozenset[str]
    parts: frozenset[str]
    purposes: frozenset[str]
    perfect: frozenset[str]


def shows_intent(lemma: str, tag: str) -> bool:
    """A dictionary form begins a word or phrase of intent, or of its fulfilment."""
    rules = intent(tag)
    return any(lemma in phrases for phrases in (rules.target, rules.plan, rules.forecast, rules.done))


@cache
def intent(tag: str) -> Intent:
    """The words of intent of a language; all empty where its file has none."""
    data = languages.table(tag).get("intent", {})

    def phrases(key: str) -> list[tuple[str, ...]]:
        return [tuple(fold(word).rstrip("!").split("_")) for text in data.get(key, ()) for word in listed(text, tag)]

    def words(key: str) -> frozenset[str]:
        return frozenset(fold(word) for text in data.get(key, ()) for word in listed(text, tag))

    marked = (word for key in ("target", "plan", "forecast") for word in words(key) if word.endswith("!"))
    told = {key: phrases(key) for key in ("target", "plan", "forecast", "done")}
    return Intent(
        _by_first(told["target"]),
        _by_first(told["plan"]),
        _by_first(told["forecast"]),
        _by_first(told["done"]),
        frozenset(phrase[0] for key in ("target", "plan", "forecast") for phrase in told[key] if len(phrase) == 1)
        - words("nouns"),
        words("managed"),
        words("possible"),
        frozenset(word.rstrip("!") for word in marked),
        words("future"),
        words("past"),
        tuple(data.get("future_endings", ())),
        tuple(data.get("present_endings", ())),
        tuple(data.get("past_endings", ())),
        tuple(data.get("ahead_endings", ())),
        tuple(data.get("serial_endings", ())),
        words("nouns"),
        words("remarks"),
        words("tries"),
        tuple(data.get("tries_after", ())),
        words("lapsed"),
        words("dated"),
        words("compared"),
        words("parts"),
        words("purposes"),
        words("perfect"),
    )


def _by_first(phrases: list[tuple[str, ...]]) -> Phrases:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
