"""An alias as sequences of words: each way to write it, and each word with the forms that it may have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sverka.check.deeds import VERB_GAP, apart, by_agent, by_participle, by_past, by_verb
from sverka.check.words import Word
from sverka.languages import discourse, morphology
from sverka.languages.suffixes import forms, suffixes
from sverka.languages.verbs import verb_forms
from sverka.model.claim import Alias
from sverka.model.finding import Role
from sverka.text.tokens import TokenKind, tokenize

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
GAP = re.compile(r"…|\.\.\.")
GAP_WORDS = 3
# The stem of an object has more letters than this.
SHORT = 3


def language_of(alias: Alias) -> str:
    """The language of an alias, by its letters where it says none."""
    if alias.language:
        return alias.language.partition("-")[0]
    return "ru" if _CYRILLIC.search(alias.text) else "en"


@lru_cache(maxsize=20_000)
def sequences(text: str, language: str, role: Role) -> tuple[tuple[Word, ...], ...]:
    """Every sequence of words by which an alias is found: as written, in other orders, and for a metric with a verb for
    its noun of action; some come twice."""
    written = tuple(_orders(words_of(text, language, role), language))
    return (*written, *deeds(text, language)) if role is Role.METRIC else written


def as_written(text: str, language: str) -> Iterator[tuple[Word, ...]]:
    """The sequences by which a metric's name is found without the verb for its noun of action."""
    written = words_of(text, language, Role.METRIC)
    yield from _orders(written, language)
    yield from _verbal(text, written, language)


def deeds(text: str, language: str) -> Iterator[tuple[Word, ...]]:
    """What a metric's name calls an action, by its verb: «объём перевозок» by «перевезла»."""
    written = words_of(text, language, Role.METRIC)
    yield from by_verb(written, language)
    yield from _verbal(text, written, language)


def _verbal(text: str, words: tuple[Word, ...], language: str) -> Iterator[tuple[Word, ...]]:
    """The sequences of a name with a verb in it, or with what is made of one."""
    yield from apart(words, language)
    yield from by_past(morphology.fold(text).split(), words, language)
    if len(words) == 1:
        yield from by_agent(morphology.fold(text), language)
    if len(words) in (2, 3, 4):
        yield from by_participle(morphology.fold(text).split(), words, language)


@lru_cache(maxsize=20_000)
def words_of(text: str, language: str, role: Role) -> tuple[Word, ...]:
    """The words of a text that names something, each with the forms by which it is found."""
    words: list[Word] = []
    for index, part in enumerate(GAP.split(text)):
        gap = GAP_WORDS if index else 0
        for token in tokenize(part):
            if token.kind is not TokenKind.SIGN:
                words.append(_word(token.text, language, role, gap))
                gap = 0
    return tuple(_with_object(words, text, language))


def _with_object(words: list[Word], text: str, language: str) -> Iterator[Word]:
    """The words, with the nominative of an object before its verb: «энергиясын өндіру» is «энергиясы өндірілді», and
    "taxılın yığılması" is "taxıl yığılıb"."""
    texts = morphology.fold(text).split()
    for word, written, following in zip(words, texts, words[1:], strict=False):
        is_object = bool(following.verbs) and suffixes(language) is not None
        bare = [form.stem for form in forms(written, language) if form.case in _OBJECTS] if is_object else []
        yield word._replace(lemmas=word.lemmas | {stem for stem in bare if len(stem) > SHORT})
    yield from words[len(list(zip(words, texts, words[1:], strict=False))) :]


_OBJECTS = ("accusative", "genitive")


def _word(text: str, language: str, role: Role, gap: int) -> Word:
    # An acronym is written in capitals wherever it stands; "it" is not IT.
    exact = text if len(text) > 1 and text.isupper() else None
    lemmas = morphology.name_forms(text, language)
    # What is measured is often a verb, who does it never is.
    is_metric = role is Role.METRIC and exact is None
    verbs = _verb_forms(text, lemmas, language) - lemmas if is_metric else frozenset[str]()
    is_verb = morphology.readings(text, language)[0].form == "infinitive"
    return Word(lemmas | verbs, exact, gap, is_verb, lemmas if is_verb else verbs)


def _verb_forms(text: str, stems: frozenset[str], language: str) -> frozenset[str]:
    """The forms of a word if it is a verb, with an owner or without: «тасымалдануы», "daşınması"."""
    written = {morphology.fold(text)} | (stems if suffixes(language) is not None else frozenset())
    return frozenset(form for word in written for form in verb_forms(word, language))


def _orders(words: tuple[Word, ...], language: str) -> Iterator[tuple[Word, ...]]:
    """The alias as written, and with its two halves swapped where "and" joins them: either party may come first.

    A verb and its object come in either order, and apart: «перевезти пассажиров» is «перевезла 3 млн пассажиров» too.
    """
    yield words
    if len(words) == 2 and words[0].is_verb and not words[1].gap:
        yield words[0], words[1]._replace(gap=VERB_GAP)
        yield words[1], words[0]._replace(gap=VERB_GAP)
    conjunctions = discourse.discourse(language).conjunctions
    for index, word in enumerate(words):
        if 0 < index < len(words) - 1 and word.lemmas & conjunctions:
            yield (*words[index + 1 :], word, *words[:index])
