"""Odd names: declared nowhere, shared, without a word in a language, or given twice."""

from __future__ import annotations

from collections.abc import Iterator

from sverka.claims.lint.oddity import Oddity, Texts, stated, where
from sverka.model.claim import Alias, ClaimSet, Name


def undeclared(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """A name that only claims use: texts must have it letter for letter."""
    for what, names in (("entity", claims.subjects), ("metric", claims.metrics)):
        for name in names.values():
            if not name.declared:
                yield Oddity(name.place, {"what": what, "word": name.id})


def shared(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """An alias that two subjects have: a text that uses it could mean either."""
    owners: dict[tuple[str, str], tuple[Name, Alias]] = {}
    for name in claims.subjects.values():
        for alias in name.aliases:
            other, _ = owners.setdefault((alias.text.casefold(), alias.language), (name, alias))
            if other is not name:
                words = {"word": alias.text, "other": other.id, "place": where(other.place)}
                yield Oddity(alias.place, words)


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
