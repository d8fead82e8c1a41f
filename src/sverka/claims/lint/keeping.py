"""Odd acceptances, checks and parts: expired, of words that are gone, too rough to see anything, over the whole."""

from __future__ import annotations

from collections.abc import Iterator

from sverka.claims.exceeding import exceeding
from sverka.claims.lint.oddity import Oddity, Texts, where
from sverka.model.claim import Acceptance, ClaimSet
from sverka.model.document import Document


def expired(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """An acceptance that ended before the day of every document it is about."""
    for each in claims.acceptances:
        about = texts.of(each)
        if about and all(_has_ended(each, document) for document in about):
            yield Oddity(each.place, {"word": each.words, "day": str(each.until)})


def idle(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """An acceptance of words that no document has any more."""
    for each in claims.acceptances:
        about = texts.of(each)
        is_there = each.place in texts.used or any(each.is_in(document.text) for document in about)
        if texts.documents and not is_there:
            missing = f'no document of {each.pattern} has the words "{each.words}"'
            yield Oddity(each.place, {"missing": missing if about else f"there is no document {each.pattern}"})


def needless(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """An acceptance of words that stand in a document, where every figure passes by itself."""
    for each in claims.acceptances:
        having = [document for document in texts.of(each) if each.is_in(document.text)]
        held = [document for document in having if not _has_ended(each, document)]
        if texts.were_checked and held and each.place not in texts.used:
            yield Oddity(each.place, {"word": each.words, "path": held[0].path})


def _has_ended(acceptance: Acceptance, document: Document) -> bool:
    day = document.date.period.start if document.date else None
    return acceptance.until is not None and day is not None and day > acceptance.until


def broken(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """A check that only warns, and does not hold."""
    return (Oddity(each.place, {"words": each.broken}) for each in claims.sums if each.broken)


def blunt(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """A check that holds for almost anything, since what it compares is known too roughly."""
    for each in claims.sums:
        if each.power is not None and each.power * 3 > 1:
            share = f"{int(each.power * 100)}%"
            yield Oddity(each.place, {"share": share})


def exceeding_wholes(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """A part of which more is claimed than of its whole."""
    for part, whole in exceeding(claims):
        if not part.derived:
            yield Oddity(part.place, {"part": part.id, "whole": whole.id, "place": where(whole.place)})
