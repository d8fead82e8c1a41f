"""What a metric is called in the news besides its aliases: «выработка электроэнергии» by «станции выработали»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from sverka.check.aliases import as_written, language_of, words_of
from sverka.check.deeds import VERB_GAP
from sverka.check.words import Word
from sverka.languages import countries, morphology
from sverka.languages.actions import actions, forms_of_verb
from sverka.languages.discourse import discourse
from sverka.languages.grammar import grammar
from sverka.languages.measured import SLOT, Measured, measured
from sverka.languages.suffixes import forms
from sverka.model.claim import Name
from sverka.model.finding import Role

# A thing that is measured has no more words than this: «катодная медь».
FILLING = 2
# How many words may stand between an object and what belongs to its verb.
BEHIND = 2


class Otherwise(NamedTuple):
    """Words that stand for an alias, as a sequence to be found; `is_unlike` where they mean something else, although
    words that stand for it are among them."""

    alias: str
    words: tuple[Word, ...]
    is_unlike: bool = False


class _Key(NamedTuple):
    """A name of a measure, by the dictionary forms of its words; None is the slot."""

    of: Measured
    words: tuple[frozenset[str] | None, ...]


def otherwise(name: Name) -> Iterator[Otherwise]:
    """The words that mean the measure of one of a metric's aliases; some come twice."""
    dimension = (name.dimension or "").removesuffix("/yr")
    for alias in name.aliases:
        language = language_of(alias)
        for group, filling in _groups_of(alias.text, language):
            if dimension in group.dimensions:
                for words in _named(group, filling, language):
                    yield Otherwise(alias.text, words)
                for phrase in group.unlike:
                    yield Otherwise(alias.text, words_of(phrase, language, Role.METRIC), is_unlike=True)


@lru_cache(maxsize=2_000)
def _named(group: Measured, filling: str, language: str) -> Sequence[tuple[Word, ...]]:
    """The sequences that name a measure, or tell it by a verb; each once."""
    return tuple(dict.fromkeys((*_by_name(group, filling, language), *_by_verb(group, filling, language))))


def _by_name(group: Measured, filling: str, language: str) -> Iterator[tuple[Word, ...]]:
    for phrase in group.names:
        yield from as_written(phrase.replace(SLOT, filling), language)


def _by_verb(group: Measured, filling: str, language: str) -> Iterator[tuple[Word, ...]]:
    objects = _joined([words_of(each.replace(SLOT, filling), language, Role.METRIC) for each in group.objects])
    for verb in _either_way(_joined([_verb(each, language) for each in group.verbs]), language):
        for thing in objects:
            if not grammar(language).verb_last:
                yield *verb, thing[0]._replace(gap=VERB_GAP), *thing[1:]
            yield *thing, verb[0]._replace(gap=VERB_GAP), *verb[1:]
            if len(verb) > 1 and not grammar(language).verb_last:  # "sold 8 million tonnes of wheat abroad"
                yield verb[0], thing[0]._replace(gap=VERB_GAP), *thing[1:], verb[1]._replace(gap=BEHIND), *verb[2:]
    yield from _either_way(_joined([_verb(each, language) for each in group.alone]), language)


def _either_way(verbs: Sequence[tuple[Word, ...]], language: str) -> Iterator[tuple[Word, ...]]:
    """«Отправить за рубеж», «за рубеж отправили»: where verbs may stand anywhere, what belongs to one comes before it
    too."""
    yield from verbs
    if morphology.tells_forms(language):
        yield from ((*rest, verb) for verb, *rest in verbs if rest)


def _verb(phrase: str, language: str) -> tuple[Word, ...]:
    """The words of a verb with what belongs to it, the verb in all its forms: «ввести в эксплуатацию»."""
    written = words_of(phrase, language, Role.METRIC)
    at = len(written) - 1 if grammar(language).verb_last else 0
    own = forms_of_verb(phrase.split()[-1 if at else 0], language)
    return (*written[:at], Word(own, None, written[at].gap, True, own), *written[at + 1 :])


def _joined(each: Sequence[tuple[Word, ...]]) -> list[tuple[Word, ...]]:
    """The sequences, with those of a single word made one."""
    single = [words[0] for words in each if len(words) == 1]
    longer = [words for words in each if len(words) > 1]
    if not single:
        return longer
    lemmas, verbs = (frozenset[str]().union(*sets) for sets in zip(*((w.lemmas, w.verbs) for w in single), strict=True))
    return [(Word(lemmas, None, 0, single[0].is_verb, verbs),), *longer]


def _groups_of(text: str, language: str) -> Iterator[tuple[Measured, str]]:
    """The measures that an alias names, each with the thing in its slot, or nothing."""
    words = _telling(text, language)
    found: dict[int, None] = {}
    lemmas = [morphology.name_forms(word, language) for word in words]
    for at in sorted({at for each in lemmas for lemma in each for at in _keys_by_lemma(language).get(lemma, ())}):
        key = _keys(language)[at]
        filling = _filling(key.words, words, lemmas, language)
        if filling is not None and id(key.of) not in found:
            found[id(key.of)] = None
            yield key.of, filling


def _telling(text: str, language: str) -> list[str]:
    """The words of a name without those that say little: «объём перевозок», "production of oil"."""
    light = actions(language).amounts | discourse(language).articles | discourse(language).owners
    words = morphology.fold(text).split()
    return [word for word in words if light.isdisjoint(morphology.name_forms(word, language))] or words


def _filling(
    key: Sequence[frozenset[str] | None], words: Sequence[str], lemmas: Sequence[frozenset[str]], language: str
) -> str | None:
    """What an alias has where a name of a measure has its slot; empty without one, None where it is not that name."""
    at = key.index(None) if None in key else len(key)
    length = len(words) - len(key) + 1 if None in key else 0
    behind = key[at + 1 :]
    if len(words) != len(key[:at]) + length + len(behind) or not (None not in key or 1 <= length <= FILLING):
        return None
    around = (*zip(key[:at], lemmas[:at], strict=True), *zip(behind, lemmas[at + length :], strict=True))
    if any(own is None or own.isdisjoint(other) for own, other in around):
        return None
    filling = list(words[at : at + length])
    return _nominative(filling, language) if _says_something(filling, language) or not filling else None


def _says_something(filling: Sequence[str], language: str) -> bool:
    """A thing that is measured, and neither a country nor a word that goes with anything."""
    light = discourse(language).generic | discourse(language).plain
    is_light = all(not light.isdisjoint(morphology.name_forms(word, language)) for word in filling)
    return not is_light and not any(countries.country(word, language) for word in filling)


def _nominative(filling: list[str], language: str) -> str:
    """«Электр энергиясын өндіру»: an object is the thing itself."""
    bare = [form.stem for form in forms(filling[-1], language) if form.case == "accusative"] if filling else []
    return " ".join([*filling[:-1], bare[0]] if bare else filling)


@cache
def _keys(language: str) -> tuple[_Key, ...]:
    return tuple(
        _Key(group, tuple(_key_word(word, language) for word in _telling(name, language)))
        for group in measured(language)
        for name in (*group.names, *group.known)
        if "…" not in name
    )


def _key_word(word: str, language: str) -> frozenset[str] | None:
    return None if word == SLOT else morphology.name_forms(word, language)


@cache
def _keys_by_lemma(language: str) -> dict[str, list[int]]:
    """The places of the names in which a word stands."""
    found: dict[str, list[int]] = {}
    for at, key in enumerate(_keys(language)):
        for lemma in frozenset[str]().union(*(word for word in key.words if word is not None)):
            found.setdefault(lemma, []).append(at)
    return found
