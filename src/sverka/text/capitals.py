"""Headlines in capitals alone, where "I" is the capital of "ı": «BAKI LİMANI»."""

from __future__ import annotations

import re

from sverka import languages
from sverka.model.document import Document

_WORD = re.compile(r"[^\W\d_]+")
_CAPITALS = str.maketrans("Iİ", "ıi")


def lowered(document: Document) -> str:
    """The document's text, as long as it was, with each word of a paragraph in capitals in small letters but its first.

    Only of a language with a letter "ı", whose capital the rules would take for another's.

    >>> from sverka.model.document import Block, BlockKind
    >>> from sverka.model.span import Span
    >>> blocks = (Block(Span(0, 14), BlockKind.PARAGRAPH),)
    >>> lowered(Document("a.txt", "ALTI MİN QAPI.", "", "az", blocks))
    'Altı Min Qapı.'
    """
    text = document.text
    if "I" not in text or not languages.table(document.language).get("letters", {}).get("dotless", False):
        return text
    pieces, end = list[str](), 0
    for block in document.blocks:
        said = block.span.of(text)
        if "I" in said and said.isupper():
            pieces += text[end : block.span.start], _WORD.sub(_small, said)
            end = block.span.end
    return "".join((*pieces, text[end:]))


def _small(match: re.Match[str]) -> str:
    word = match[0]
    return word[0].replace("I", "ı") + "".join(letter.translate(_CAPITALS).lower() for letter in word[1:])
