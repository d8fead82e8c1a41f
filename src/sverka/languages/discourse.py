"""How each language refers back to what was named before."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from sverka import languages
from sverka.languages.morphology import fold
from sverka.languages.suffixes import listed


class Discourse(NamedTuple):
    """The words of a language that stand for something named earlier, all folded.

    `pronouns`, `demonstratives`, `generic` and `whole` are dictionary forms; `generic` nouns of measure and change do
    not say what is measured («показатель», «спад»). `connectors` are fixed phrases whose pronoun refers to nothing
    («при этом»). `pairs` are phrases, in dictionary forms, that mean the two parties spoken of («две страны»).
    `paths` are prepositions that lead to what carries a flow («по КТК»). `additional` words begin a part that comes
    on top of another («еще одна партия»). `linking` are the verbs and little words that join a noun to its figure.
    `counters` are nouns that count anything of their sort (people, pieces). `narrowing` are prepositions that single
    out a part («среди молодых»). `articles` begin a noun phrase, in languages that have them. `shares` are words of
    shares, which make no more than a hundred percent together. `agents` are people and bodies that plan and report
    what others do («операторы», «министерство»). `copulas` are the verbs, in forms that speak of the future, by which
    a thing that is still to be built is described («составит», "will be"). `speakers` are the pronouns of those who
    speak. `each` words share a number out («каждая»). `light` are adverbs and the like that may open a sentence.
    `places` are prepositions before a place, `ways` those of where from and where to. `plain` words beside a noun of
    measure leave it whole («общий», "annual", «товары»); `leads` are prepositions whose noun makes it a part («экспорт
    в Китай»), `owners` those of them that take the place of a genitive ("exports of oil"); `divides` are adjectives
    that tell what a thing is like and yet make it another («чистая прибыль»). `kinds` are sets of nouns for one sort
    of thing, any of which may stand for a name that holds another («вуз», «университет»). `firms` are those
    that may stand for any name that says of no sort. `naming` words stand between a name and the noun that it names
    («Brent markalı neft»). `many` are forms of "they". `whatabout` are the words that make a noun a question
    («қасқырлар ше?»). `formerly` are phrases for a time long past («когда-то»), `later` for one further off («в
    перспективе»). `wide` are phrases that mean all of a country or of the world («в стране», "worldwide"), `scopes`
    nouns for a whole that stand in others («по всей отрасли»), with `across`
    behind them where a language has postpositions. `carrying` verbs go on with what was spoken of, as `moves`, the
    verbs of change, do; any other says something new («потратили»). `neutral` adjectives make of a thing no other
    («последние выборы»). `per` are phrases, in dictionary forms, for the one person, hectare or day that a number is
    reckoned for («на душу», "per head").
    """

    pronouns: frozenset[str]
    demonstratives: frozenset[str]
    generic: frozenset[str]
    whole: frozenset[str]
    conjunctions: frozenset[str]
    respectively: frozenset[str]
    negations: frozenset[str]
    paths: frozenset[str]
    additional: frozenset[str]
    relatives: frozenset[str]
    linking: frozenset[str]
    counters: frozenset[str]
    narrowing: frozenset[str]
    articles: frozenset[str]
    shares: frozenset[str]
    agents: frozenset[str]
    copulas: frozenset[str]
    speakers: frozenset[str]
    each: frozenset[str]
    light: frozenset[str]
    places: frozenset[str]
    ways: frozenset[str]
    firms: frozenset[str]
    carrying: frozenset[str]
    moves: frozenset[str]
    scopes: frozenset[str]
    across: frozenset[str]
    neutral: frozenset[str]
    plain: frozenset[str]
    leads: frozenset[str]
    owners: frozenset[str]
    divides: frozenset[str]
    naming: frozenset[str]
    many: frozenset[str]
    whatabout: frozenset[str]
    kinds: tuple[frozenset[str], ...]
    connectors: tuple[tuple[str, ...], ...]
    pairs: tuple[tuple[str, ...], ...]
    wide: tuple[tuple[str, ...], ...]
    formerly: tuple[tuple[str, ...], ...]
    later: tuple[tuple[str, ...], ...]
    per: tuple[tuple[str, ...], ...]


_PHRASES = ("connectors", "pairs", "wide", "formerly", "later", "per")


@cache
def discourse(tag: str) -> Discourse:
    """The discourse words of a language; all empty where its file has none."""
    data: dict[str, Any] = languages.table(tag).get("discourse", {})
    plain = [name for name in Discourse._fields if name not in (*_PHRASES, "kinds")]
    words = {name: frozenset(listed(fold(data.get(name, "")), tag)) for name in plain}
    kinds = tuple(frozenset(fold(text).split()) for text in data.get("kinds", ()))
    changes = languages.table(tag).get("changes", {})
    words["generic"] |= frozenset(fold(changes.get("nouns", "")).split())
    words["moves"] = frozenset(fold(f"{changes.get('rise', '')} {changes.get('fall', '')}").split())
    phrases = {
        name: tuple(tuple(phrase.split("_")) for phrase in fold(data.get(name, "")).split()) for name in _PHRASES
    }
    return Discourse(**words, **phrases, kinds=kinds)  # type: ignore[arg-type]
