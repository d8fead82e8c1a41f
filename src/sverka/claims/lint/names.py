"""Odd names: declared nowhere, shared, without a word in a language, or given twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from sverka.claims.lint.oddity import Oddity, Texts, stated, where
from sverka.languages.morphology import fold, lemmas
from sverka.model.claim import Alias, ClaimSet, Name
from sverka.model.quantity import Kind

BARE = re.compile(r"[^\W\d][\w\-./]*")


def undeclared(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """A name that only claims use: texts must have it letter for letter."""
    levels = [each for each in stated(claims) if each.kind is not Kind.CHANGE]
    measured = {each.metric: f": {each.dimension}" for each in reversed(levels)}
    for what, names in (("entity", claims.subjects), ("metric", claims.metrics)):
        for name in names.values():
            if not name.declared:
                written = name.id if BARE.fullmatch(name.id) else f'"{name.id}"'
                dimension = measured.get(name.id, "") if what == "metric" else ""
                yield Oddity(name.place, {"word": name.id, "declaration": f"{what} {written}{dimension}"})


def shared(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """An alias that two subjects have: a text that uses it could mean either."""
    owners: dict[str, list[tuple[Name, Alias]]] = defaultdict(list)
    for name in claims.subjects.values():
        for alias in name.aliases:
            known = owners[_told(alias.text, alias.language)]
            other = next((one for one, its in known if one is not name and _are_of_one_text(its, alias)), None)
            known.append((name, alias))
            if other:
                words = {"word": alias.text, "other": other.id, "place": where(other.place)}
                yield Oddity(alias.place, words)


def _told(text: str, language: str) -> str:
    """The words of an alias whatever their endings: a text that inflects two names alike could mean either."""
    return " ".join(min(lemmas(fold(word), language), default=word) for word in text.split())


def _are_of_one_text(one: Alias, other: Alias) -> bool:
    """A name without a language is one in all of them."""
    return one.language == other.language or "" in (one.language, other.language)


def speechless(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """A declared name without an alias in a language of the documents: nothing of it is found there."""
    spoken = sorted({document.language.partition("-")[0] for document in texts.documents})
    used = {name for each in stated(claims) for name in (each.subject, each.metric)}
    for name in (*claims.subjects.values(), *claims.metrics.values()):
        known = {alias.language.partition("-")[0] for alias in name.aliases}
        missing = [language for language in spoken if language not in known]
        if name.declared and name.id in used and missing:
            yield Oddity(name.place, {"word": name.id, "languages": " and ".join(missing), "tag": missing[0]})


def uncited(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """A source that no claim is from."""
    cited = {each.source for each in claims.assertions}
    for source in claims.sources.values():
        if source.id not in cited:
            yield Oddity(source.place, {"word": source.id})


def given_twice(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """An alias that a name has already in that language."""
    for name in (*claims.subjects.values(), *claims.metrics.values()):
        for alias in name.repeated:
            yield Oddity(alias.place, {"word": alias.text, "name": name.id})


def wordless(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """An alias without a letter or a digit, which no text can show."""
    for name in (*claims.subjects.values(), *claims.metrics.values()):
        for alias in name.aliases:
            if not any(char.isalnum() for char in alias.text):
                yield Oddity(alias.place, {"word": alias.text, "name": name.id})
