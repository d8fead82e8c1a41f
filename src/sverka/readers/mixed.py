"""Paragraphs in another language than their document's: a statement in English within a Russian report.

A paragraph changes its language only where its letters and its small words show that plainly, since names and terms
of another language stand in every text: «Компания Boeing поставила два 737 MAX» is Russian. A heading too short to
show anything goes with its neighbour in the same script. Most paragraphs are let through at a glance.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sverka import languages
from sverka.model.document import Block, BlockKind
from sverka.readers.language import RIVALS, evidence, own_letters, script

_WORDS = 4
_MARGIN = 0.15
# How much of a paragraph is in its script at least: names in Latin letters stand in any text, others seldom do.
_SHARE = {"cyrillic": 0.4, "latin": 0.7}
# Letters of a paragraph whose language has letters of its own, and shows none.
_LONG = 40
# What no text in a script is without, by the script that its document is in: a few words in the other one.
_RUN = {
    "cyrillic": re.compile(r"[A-Za-z]{2,}(?:[ ,.'’:;()«»“”-]+[A-Za-z]+){3}"),
    "latin": re.compile(r"[Ѐ-ӿ]{2,}"),
}
_LETTER = re.compile(r"[^\W\d_]")


def with_languages(text: str, blocks: Sequence[Block], document: str, *, said: bool) -> tuple[str, tuple[Block, ...]]:
    """The document's language, and its blocks, each that is plainly in another one with that.

    Where nobody `said` the document's language, it is the one that most of the text is in.
    """
    if document not in languages.tags() or not _may_change(text, document):
        return document, tuple(blocks)
    written = [block.span.of(text) if block.kind is not BlockKind.FURNITURE else "" for block in blocks]
    found = [_language(each, document) if each else None for each in written]
    if not any(found):
        return document, tuple(blocks)
    most = document if said else _most(written, found, document)
    if most != document:
        return with_languages(text, blocks, most, said=True)
    told = [tag or _of_neighbour(written, found, index, document) for index, tag in enumerate(found)]
    return document, tuple(replace(block, language=tag) for block, tag in zip(blocks, told, strict=True))


def _may_change(text: str, document: str) -> bool:
    """Whether any paragraph may be in another language; most documents show at a glance that none is."""
    if _RUN[script_of(document)].search(text) or own_letters(document) is not None:
        return True
    others = own_letters(*(tag for tag in languages.tags() if tag != document))
    return others is not None and others.search(text) is not None


def _most(written: Sequence[str], found: Sequence[str | None], document: str) -> str:
    sizes: Counter[str] = Counter()
    for paragraph, tag in zip(written, found, strict=True):
        sizes[tag or document] += len(paragraph)
    return max(sizes, key=lambda tag: (sizes[tag], tag == document, tag))


def _language(paragraph: str, document: str) -> str | None:
    """The language of a paragraph where it is plainly not the document's; None where it is, or nothing shows."""
    if not _may_differ(paragraph, document):
        return None
    told = evidence(paragraph)
    if not told or told[0].tag == document or told[0].tag not in languages.tags():
        return None
    best, own = told[0], next((each.score for each in told if each.tag == document), 0.0)
    share = _SHARE[script(paragraph)]
    margin = _MARGIN if script(paragraph) == script_of(document) else 0.0  # in another script it is not the document's
    return best.tag if best.words >= _WORDS and best.share > share and best.score > own + margin else None


def _may_differ(paragraph: str, document: str) -> bool:
    """Whether a paragraph is in another script, or has letters that the language of its document has not."""
    if script(paragraph) != script_of(document):
        return True
    others = own_letters(*(tag for tag in languages.tags() if tag != document))
    if others is not None and others.search(paragraph):
        return True
    own = own_letters(document)
    return own is not None and len(paragraph) > _LONG and own.search(paragraph) is None


def script_of(tag: str) -> str:
    return "cyrillic" if tag in RIVALS["cyrillic"] else "latin"


def _of_neighbour(written: Sequence[str], found: Sequence[str | None], index: int, document: str) -> str | None:
    """The language of the paragraph behind, or before, for a line in its script that shows none itself."""
    if _LETTER.search(written[index]) is None or script(written[index]) == script_of(document):
        return None
    for near in (index + 1, index - 1):
        tag = found[near] if 0 <= near < len(found) else None
        if tag is not None and script(written[index]) == script_of(tag):
            return tag
    return None
