"""The head noun of each subject's aliases, by which a text calls it once it has been named: "the route"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from sverka.check.proper import firms, settlements
from sverka.languages import countries, morphology
from sverka.languages.discourse import discourse
from sverka.languages.suffixes import forms
from sverka.model.claim import Alias, Name
from sverka.text.tokens import Token, tokenize

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")


def heads(subjects: Mapping[str, Name]) -> dict[str, frozenset[str]]:
    """The subjects that each head noun, in its dictionary form, may stand for."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in subjects.values():
        for alias in name.aliases:
            is_brand = alias.text == name.id or any(_goes_on(alias, longer) for longer in name.aliases)
            for lemma in (*(() if is_brand else _head(alias)), *_alike(alias)):
                found[lemma].add(name.id)
    for word, subject in (*firms(subjects), *settlements(subjects), *_lands(subjects)):
        found[word].add(subject)
    return {lemma: frozenset(names) for lemma, names in found.items()}


def _goes_on(alias: Alias, longer: Alias) -> bool:
    """«Дала Астық» beside «Дала Астық» холдингі: where heads come last, capitals and no noun for a sort of thing. What
    the name ends in is then no more than a part of it."""
    short, long = ([token for token in tokenize(each.text) if token.is_word] for each in (alias, longer))
    if not alias.language or alias.language != longer.language or len(long) <= len(short) or not short:
        return False
    if [token.text for token in long[: len(short)]] != [token.text for token in short]:
        return False
    rules, last = discourse(alias.language), morphology.name_forms(short[-1].text, alias.language)
    is_sort = any(not last.isdisjoint(kind) for kind in (*rules.kinds, rules.firms))
    owned = any(form.possessive for form in forms(morphology.fold(short[-1].text), alias.language))
    return bool(rules.postpositions) and not is_sort and not owned and all(token.is_capitalised for token in short)


def _lands(subjects: Mapping[str, Name]) -> Iterator[tuple[str, str]]:
    """Pairs of a word such as "country" and a subject that is one."""
    for name, codes in countries_of(subjects).items():
        if len(codes) == 1:
            languages = {alias.language or "en" for alias in subjects[name].aliases}
            yield from ((word, name) for language in sorted(languages) for word in sorted(discourse(language).lands))


def heads_of(heads: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The head nouns of each subject."""
    found: dict[str, set[str]] = defaultdict(set)
    for head, names in heads.items():
        for name in names:
            found[name].add(head)
    return {name: frozenset(heads) for name, heads in found.items()}


def _alike(alias: Alias) -> Iterator[str]:
    """Nouns for the sort of thing that a word of an alias says it is: «станция» for «Камбаратинская ГЭС»."""
    language = alias.language or ("en" if alias.text.isascii() else "ru")
    words = [token.text for token in tokenize(alias.text) if token.is_word]
    for word in words if len(words) > 1 else ():
        forms = morphology.name_forms(word, language)
        for kind in discourse(language).kinds:
            if forms & kind:
                yield from kind - forms  # the word itself may be no head: "hava limanı"


def several(subjects: Mapping[str, Name]) -> frozenset[str]:
    """The subjects that an alias calls by a noun in the plural: «больницы области», "hospitals"."""
    return frozenset(name.id for name in subjects.values() if any(map(_is_plural, name.aliases)))


def _is_plural(alias: Alias) -> bool:
    language = alias.language or ("en" if alias.text.isascii() else "ru")
    nouns = (token.text for token in tokenize(_outside_quotes(alias.text)) if token.is_word)
    found = (reading for noun in nouns for reading in morphology.readings(noun, language))
    return any(each.plural and each.pos != "adjective" and each.case in (None, "nominative") for each in found)


def proper_words_of(subjects: Mapping[str, Name]) -> dict[str, frozenset[str]]:
    """The dictionary forms of the words of each subject's aliases that are a name's: with a capital, and more letters
    than it."""
    return {name.id: frozenset(_proper(name)) for name in subjects.values()}


def _proper(name: Name) -> Iterator[str]:
    for alias in name.aliases:
        for token in tokenize(alias.text) if alias.language else ():
            if token.is_word and token.is_capitalised and not token.text.isupper():
                yield from morphology.name_forms(token.text, alias.language or "")


def words_of(subjects: Mapping[str, Name]) -> dict[str, frozenset[str]]:
    """The dictionary forms of all words of each subject's aliases."""
    return {name.id: frozenset(_lemmas(name)) for name in subjects.values()}


def _lemmas(name: Name) -> Iterator[str]:
    for alias in name.aliases:
        for token in tokenize(alias.text):
            if token.is_word:
                yield from morphology.lemmas(token.text, alias.language or ("en" if alias.text.isascii() else "ru"))


def _head(alias: Alias) -> Iterator[str]:
    """The head noun of an alias of several words; a single word is no more than the name itself."""
    words = [token for token in tokenize(_outside_quotes(alias.text)) if token.is_word]
    if len([token for token in tokenize(alias.text) if token.is_word]) < 2 or not words:
        return
    language = alias.language or ("en" if alias.text.isascii() else "ru")
    if not morphology.tells_forms(language):
        yield from _last_plain(words, language)
    else:
        yield from _first_nominative(words, language)


def _outside_quotes(text: str) -> str:
    """A name in quotation marks is no noun for a sort of thing: «Дала-цемент»."""
    return _QUOTED.sub(" ", text)


def _last_plain(words: list[Token], language: str) -> Iterator[str]:
    """The head comes last: Middle Corridor, Trans-Caspian route, «Орта дәліз»."""
    if not words[-1].text.isupper() and countries.country(words[-1].text, language) is None:
        yield from morphology.name_forms(words[-1].text, language)


def _first_nominative(words: list[Token], language: str) -> Iterator[str]:
    for word in words:
        found = morphology.readings(word.text, language)
        # The dictionary's likeliest reading of «порт» is the accusative; an alias is written in the nominative.
        reading = next((one for one in found if one.pos == "noun" and one.case == "nominative"), None)
        if found[0].pos == "noun" and reading is not None:
            if not word.is_capitalised and countries.country(word.text, language) is None:
                yield reading.lemma
            return


def pairs(subjects: Mapping[str, Name]) -> dict[frozenset[str], frozenset[str]]:
    """The subjects that are nothing but two countries, by their codes."""
    found: dict[frozenset[str], set[str]] = defaultdict(set)
    for name in subjects.values():
        for alias in name.aliases:
            codes = _countries_only(alias)
            if len(codes) == 2:
                found[codes].add(name.id)
    return {codes: frozenset(names) for codes, names in found.items()}


def countries_of(subjects: Mapping[str, Name]) -> dict[str, frozenset[str]]:
    """The countries that each subject is, by their codes; only subjects that an alias names by countries alone."""
    found: dict[str, frozenset[str]] = {}
    for name in subjects.values():
        codes = frozenset[str]().union(*(_countries_only(alias) for alias in name.aliases))
        if codes:
            found[name.id] = codes
    return found


def places_of(subjects: Mapping[str, Name]) -> dict[str, frozenset[str]]:
    """The countries that the title or any alias of a subject names, by their codes."""
    return {name.id: frozenset(_places(name)) for name in subjects.values()}


def _places(name: Name) -> Iterator[str]:
    for alias in name.aliases:
        language = alias.language or ("en" if alias.text.isascii() else "ru")
        for token in tokenize(alias.text):
            code = countries.country(token.text, language) if token.is_word else None
            if code:
                yield code


def _countries_only(alias: Alias) -> frozenset[str]:
    """The countries of an alias that names countries and nothing else; empty for any other."""
    language = alias.language or ("en" if alias.text.isascii() else "ru")
    codes = set()
    for token in tokenize(alias.text):
        if not token.is_word or len(token.text) < 2 or morphology.fold(token.text) in discourse(language).conjunctions:
            continue
        code = countries.country(token.text, language)
        if code is None:
            return frozenset()
        codes.add(code)
    return frozenset(codes)
