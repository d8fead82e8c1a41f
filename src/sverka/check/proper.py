"""Subjects that are one particular thing with a name of its own, and those among them that may be firms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sverka.languages import countries, morphology
from sverka.languages.discourse import Discourse, discourse
from sverka.model.claim import Alias, Name
from sverka.text.tokens import Token, tokenize


def proper_of(subjects: Mapping[str, Name]) -> frozenset[str]:
    """The subjects that every alias calls by a name, «завод „Зеренди“» and not «мёд», and none by a country's."""
    return frozenset(name.id for name in subjects.values() if _written(name) and all(map(_is_name, _written(name))))


def named_of(subjects: Mapping[str, Name]) -> frozenset[tuple[str, str]]:
    """The subjects that some alias calls by a name, each with its language: a town called “the town” as well."""
    aliases = ((name.id, alias) for name in subjects.values() for alias in _written(name))
    written = {(name.id, alias.text) for name in subjects.values() for alias in name.aliases}
    return frozenset(
        (name, _language(alias))
        for name, alias in aliases
        # «Housing», a title, has its capital from being one where “housing” is an alias too
        if _is_name(alias) and (name, alias.text[:1].lower() + alias.text[1:]) not in written
    )


def settlements(subjects: Mapping[str, Name]) -> Iterator[tuple[str, str]]:
    """Pairs of a word such as "city" and a subject that it may stand for once it has been named as a place: one that an
    alias in the word's language calls by one name alone, and none says that it is anything else."""
    for name in subjects.values():
        for language in sorted({_language(alias) for alias in _written(name)}):
            own = [alias for alias in _written(name) if _language(alias) == language]
            rules = discourse(language)
            other = rules.firms.union(*rules.kinds)
            words = [token for alias in own for token in _words(alias)]
            lemmas = frozenset[str]().union(*(morphology.lemmas(token.text, language) for token in words))
            named = [a for a in own if _words(a) and morphology.fold(_words(a)[0].text) not in rules.articles]
            if (
                named
                and all(_is_bare_name(alias) and len(_words(alias)) == 1 for alias in named)
                and not lemmas & other
            ):
                yield from ((word, name.id) for word in sorted(rules.settlements))


def _written(name: Name) -> list[Alias]:
    """The aliases that a text may use: the identifier shows no capitals."""
    return [alias for alias in name.aliases if alias.language or alias.text != name.id]


def _is_name(alias: Alias) -> bool:
    words = _words(alias)
    foreign = any(countries.country(token.text, _language(alias)) is not None for token in words)
    return not foreign and any(token.is_capitalised for token in words)


def firms(subjects: Mapping[str, Name]) -> Iterator[tuple[str, str]]:
    """Pairs of a word such as «компания» and a subject that it may stand for once it has been named: one that an alias
    in the word's language calls by a name alone («Желком», "Turan Rail"), and none says that it is a port or a road."""
    for name in subjects.values():
        for language in sorted({_language(alias) for alias in _written(name)}):
            own = [alias for alias in _written(name) if _language(alias) == language]
            rules = discourse(language)
            if any(_is_bare_name(alias) for alias in own) and all(_may_be_firm(alias, rules) for alias in own):
                yield from ((word, name.id) for word in sorted(rules.firms))


def _is_bare_name(alias: Alias) -> bool:
    words = _words(alias)
    return _is_name(alias) and all(token.is_capitalised and not token.text.isupper() for token in words)


def _may_be_firm(alias: Alias, rules: Discourse) -> bool:
    """No word of an alias names another sort of thing, and none in small letters but a firm's; before a head that comes
    last, and is a firm's, any may: «Bolmart pərakəndə satış şəbəkəsi»."""
    other = frozenset[str]().union(*(kind for kind in rules.kinds if not kind & rules.firms))
    words, language = _words(alias), _language(alias)
    found = [morphology.lemmas(token.text, language) for token in words]
    sorts = rules.firms | rules.incorporated
    is_headed = bool(rules.postpositions and found and found[-1] & sorts)
    return all(
        not lemmas & other and (is_headed or token.is_capitalised or lemmas & (sorts | rules.agents))
        for token, lemmas in zip(words, found, strict=True)
    )


def _words(alias: Alias) -> list[Token]:
    return [token for token in tokenize(alias.text) if token.is_word]


def _language(alias: Alias) -> str:
    return alias.language or ("en" if alias.text.isascii() else "ru")
