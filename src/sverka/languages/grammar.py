"""The words with which each language builds its sentences."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sverka import languages
from sverka.languages.morphology import fold


class Grammar(NamedTuple):
    """Words that begin, join and carry clauses, all folded forms.

    `relatives` and `openers` begin a clause that hangs on another («который», «чтобы»), `joins` put two of equal rank
    together, `contrasts` do so even where the second leaves its predicate out («а»). `verbs`, `finite` and
    `endings` show a predicate in a language without a dictionary of forms; a word after one of the `articles` is none,
    but for `verbs`, and one after the pronouns `subjects` is.
    Where `verb_last`, an ending shows a predicate in the last word of a clause alone. `asides` begin a remark («как
    ожидается»). `fixed` are phrases that no comma of theirs cuts: «demək olar ki,» is "almost".
    """

    relatives: frozenset[str]
    openers: frozenset[str]
    joins: frozenset[str]
    contrasts: frozenset[str]
    verbs: frozenset[str]
    finite: frozenset[str]
    endings: tuple[str, ...]
    participles: tuple[str, ...]
    articles: frozenset[str]
    subjects: frozenset[str]
    asides: frozenset[str]
    verb_last: bool
    fixed: tuple[tuple[str, ...], ...]


@cache
def grammar(tag: str) -> Grammar:
    """The grammar words of a language; all empty where its file has none."""
    data = languages.table(tag).get("clauses", {})

    def words(key: str) -> frozenset[str]:
        return frozenset(fold(word) for text in data.get(key, ()) for word in text.split())

    return Grammar(
        words("relatives"),
        words("openers"),
        words("joins"),
        words("contrasts"),
        words("verbs"),
        words("finite"),
        tuple(data.get("endings", ())),
        tuple(data.get("participles", ())),
        words("articles"),
        words("subjects"),
        words("asides"),
        data.get("verb_last", False),
        tuple(tuple(fold(phrase).split("_")) for text in data.get("fixed", ()) for phrase in text.split()),
    )
