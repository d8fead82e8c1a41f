"""Odd acceptances, checks and parts: expired, of words that are gone, too rough to see anything, over the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatch

from sverka.claims.exceeding import exceeding
from sverka.claims.lint.oddity import Oddity, where
from sverka.model.claim import ClaimSet
from sverka.model.document import Document


def expired(claims: ClaimSet, documents: Sequence[Document]) -> Iterator[Oddity]:
    """An acceptance that ended before the day of every document it is about."""
    for each in claims.acceptances:
        days = [
            document.date.period.start for document in documents if _is_about(each.pattern, document) and document.date
        ]
        if each.until and days and min(days) > each.until:
            yield Oddity(each.place, {"word": each.words, "day": str(each.until)})


def idle(claims: ClaimSet, documents: Sequence[Document]) -> Iterator[Oddity]:
    """An acceptance of words that no document has any more."""
    for each in claims.acceptances:
        if documents and not any(each.words in d.text for d in documents if _is_about(each.pattern, d)):
            yield Oddity(each.place, {"word": each.words, "pattern": each.pattern})


def _is_about(pattern: str, document: Document) -> bool:
    return fnmatch(document.path, pattern)


def broken(claims: ClaimSet, documents: Sequence[Document]) -> Iterator[Oddity]:
    """A check that only warns, and does not hold."""
    return (Oddity(each.place, {"words": each.broken}) for each in claims.sums if each.broken)


def blunt(claims: ClaimSet, documents: Sequence[Document]) -> Iterator[Oddity]:
    """A check that holds for almost anything, since what it compares is known too roughly."""
    for each in claims.sums:
        if each.power is not None and each.power * 3 > 1:
            share = f"{int(each.power * 100)}%"
            yield Oddity(each.place, {"share": share})


def exceeding_wholes(claims: ClaimSet, documents: Sequence[Document]) -> Iterator[Oddity]:
    """A part of which more is claimed than of its whole."""
    for part, whole in exceeding(claims):
        if not part.derived:
            yield Oddity(part.place, {"part": part.id, "whole": whole.id, "place": where(whole.place)})
