"""How each language refers back to what was named before."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from sverka import languages
from sverka.languages.morphology import fold
from sverka.languages.suffixes import listed


class Discourse(NamedTuple):
    """The words of a language that stand for something named earlier, and those that tell where that ends; all folded.

    Words are dictionary forms but where a comment says otherwise, and all empty where a language needs none.
    """

    # What stands for something named.
    pronouns: frozenset[str]
    possessives: frozenset[str]  # those of them that stand before what is owned: "its"
    many: frozenset[str]  # forms of "they"
    speakers: frozenset[str]  # pronouns of those who speak
    demonstratives: frozenset[str]
    restricted: frozenset[str]  # forms of them that what follows may restrict: "those under 35"
    restricting: frozenset[str]  # words besides prepositions that do: "those who"
    firms: frozenset[str]  # may stand for any name that says of no sort
    incorporated: frozenset[str]  # say by law what a firm is, and stand for none: «акционерлік қоғам»
    people: frozenset[str]  # nouns for people whom something is done to or who do it: «жолаушы»
    stuffs: frozenset[str]  # short nouns for what a unit measures: «35 мың тонна ет»
    saying: frozenset[str]  # what joins a number to a verb that tells who settles it: «69 млрд деп бекітілді»
    crews: frozenset[str]  # those who work for it, and are no place: «ұжымда»
    rivals: frozenset[str]  # others of the subject's sort: "a competitor"
    lands: frozenset[str]  # may stand for any country: "the republic"
    settlements: frozenset[str]  # may stand for any name of no sort that the text speaks of as a place: "the city"
    kinds: tuple[frozenset[str], ...]  # nouns for one sort of thing, each for a name with another: «вуз», «университет»
    pairs: tuple[tuple[str, ...], ...]  # phrases that mean the two parties spoken of: «две страны»
    connectors: tuple[tuple[str, ...], ...]  # fixed phrases whose pronoun stands for nothing: «при этом»

    # Who tells, and what is told of others.
    agents: frozenset[str]  # people and bodies that plan and report what others do
    workers: frozenset[str]  # people who do what is measured: «аграрии», "depositors"
    tellings: frozenset[str]  # what those say, or their data, by which something is told: «мәліметінше»
    copulas: frozenset[str]  # verbs, in forms of the future, that describe a thing still to be built: «составит»
    carrying: frozenset[str]  # verbs that go on with what was spoken of; any other says something new
    moves: frozenset[str]  # the verbs of change, which go on too
    arriving: frozenset[str]  # those whose case tells by how much as well as to how much: «84 пайызға көтерілді»
    differences: frozenset[str]  # those whose object is a difference, and no level: "lost 3 tonnes"
    bringing: frozenset[str]  # those by which somebody changes a thing: "bring it to"
    events: frozenset[str]  # verbs that change how many there are: «ашылды», "alınıb"
    towns: frozenset[str]  # names of towns, in small letters, where no dictionary tells names
    others: frozenset[str]  # adjectives of what is not the one spoken of: «көршілес»
    sites: frozenset[str]  # where things are wherever there are any: «көшелерде»
    among: frozenset[str]  # postpositions that single out a part: «жастар арасында»
    surnames: frozenset[str]  # how the last word of a person's name ends
    whatabout: frozenset[str]  # what makes a noun a question: «қасқырлар ше?»

    # Nouns that say little of what is measured.
    generic: frozenset[str]  # nouns of measure and change: «показатель», «спад»
    figures: frozenset[str]  # those of them that by themselves stand for what was measured: "the figure was"
    sorts: frozenset[str]  # nouns that only say of what sort a thing before them is: «қонақүй кешені»
    times: frozenset[str]  # forms of nouns for a stretch of time: "time", "period"
    ratios: frozenset[str]  # nouns for one thing over another: «отношение долга к прибыли»
    records: frozenset[str]  # nouns for the most or the least that there ever was: «рекорд»
    growths: frozenset[str]  # nouns for what is itself a change: "growth", "inflation"
    counters: frozenset[str]  # nouns that count anything of their sort: people, pieces
    shares: frozenset[str]  # words of shares, which make no more than a hundred percent together

    # What leaves a thing whole, and what makes it a part or another.
    whole: frozenset[str]
    plain: frozenset[str]  # words beside a noun of measure that leave it whole: «общий», "annual", «товары»
    neutral: frozenset[str]  # adjectives that make of a thing no other: «последние выборы»
    divides: frozenset[str]  # adjectives that tell what a thing is like and yet make it another: «чистая прибыль»
    leads: frozenset[str]  # prepositions whose noun makes it a part: «экспорт в Китай»
    owners: frozenset[str]  # those of them that take the place of a genitive: "exports of oil"
    sources: frozenset[str]  # prepositions before what a sum comes from: "earned by selling"
    narrowing: frozenset[str]  # prepositions that single out a part: «среди молодых»
    additional: frozenset[str]  # words that begin a part that comes on top of another: «еще одна партия»
    designs: frozenset[str]  # words that tell of what is proposed, designed or being built: «рассчитан на 240 мест»
    fresh: frozenset[str]  # words that count new things alone: «24 жаңа вагон»
    each: frozenset[str]  # words that share a number out: «каждая»
    per: tuple[tuple[str, ...], ...]  # phrases for the one that a number is reckoned for: «на душу», "per head"

    # Places and times that are not those spoken of.
    places: frozenset[str]  # prepositions before a place
    beside: frozenset[str]  # prepositions before what is given beside a number: «при плане в 5 %»
    insides: frozenset[str]  # those before what something is in: "in", "among"
    there: frozenset[str]  # what stands for a place named before: «там»
    sides: frozenset[str]  # the parts of a country or a town by the points of the compass: «юг», "north"
    having: frozenset[str]  # prepositions before what a thing has: «с осадкой»
    ways: frozenset[str]  # those of where from and where to
    partners: frozenset[str]  # those before whom something is done with: "trade with"
    doers: frozenset[str]  # prepositions before who did what is told of: "flown by"
    paths: frozenset[str]  # those that lead to what carries a flow: «по КТК»
    scopes: frozenset[str]  # nouns for a whole that stand in others: «по всей отрасли»
    national: frozenset[str]  # adjectives and adverbs for all of a country: "nationally", «общенациональный»
    beyond: frozenset[str]  # those of them that countries stand in: «по всему миру», "across the alliance"
    across: frozenset[str]  # what stands behind those where a language has postpositions
    wide: tuple[tuple[str, ...], ...]  # phrases for all of a country or of the world: «в стране», "worldwide"
    formerly: tuple[tuple[str, ...], ...]  # phrases for a time long past: «когда-то»
    later: tuple[tuple[str, ...], ...]  # phrases for a time further off: «в перспективе»
    yearly: tuple[tuple[str, ...], ...]  # phrases for the length of one year: «за год»

    # Little words that join.
    articles: frozenset[str]
    by: frozenset[str]  # what leads to what something changed by
    indefinite: frozenset[str]  # those of them that name any one of a sort
    particles: frozenset[str]  # little words that lean on the one before them: «же»
    conjunctions: frozenset[str]
    respectively: frozenset[str]
    negations: frozenset[str]
    relatives: frozenset[str]
    postpositions: frozenset[str]  # what a noun before it is no topic with: «жабу үшін», "yay aylarında"
    linking: frozenset[str]  # verbs and little words that join a noun to its figure
    equating: frozenset[str]  # verbs that say how much a thing is or has become: «достигла»
    naming: frozenset[str]  # what stands between a name and the noun that it names: «Brent markalı neft»
    light: frozenset[str]  # adverbs and the like that may open a sentence


_PHRASES = ("connectors", "pairs", "wide", "formerly", "later", "yearly", "per")


@cache
def discourse(tag: str) -> Discourse:
    """The discourse words of a language; all empty where its file has none."""
    data: dict[str, Any] = languages.table(tag).get("discourse", {})
    plain = [name for name in Discourse._fields if name not in (*_PHRASES, "kinds")]
    words = {name: frozenset(listed(fold(data.get(name, "")), tag)) for name in plain}
    kinds = tuple(frozenset(fold(text).split()) for text in data.get("kinds", ()))
    changes = languages.table(tag).get("changes", {})
    words["generic"] |= frozenset(fold(changes.get("nouns", "")).split())
    words["moves"] = frozenset(listed(fold(f"{changes.get('rise', '')} {changes.get('fall', '')}"), tag))
    words["growths"] |= frozenset(fold(changes.get("nouns", "")).split())
    phrases = {
        name: tuple(tuple(phrase.split("_")) for phrase in fold(data.get(name, "")).split()) for name in _PHRASES
    }
    return Discourse(**words, **phrases, kinds=kinds)  # type: ignore[arg-type]
