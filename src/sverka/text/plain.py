"""A document in plain letters: what no reader sees taken out, what looks alike written alike.

A soft hyphen, a mark of direction or an accent inside a word is no part of it, and «४५» is 45. Rules read the plain
document; what they find is told in the places and the words of the written one.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple, TypeVar

from sverka import languages
from sverka.model.document import Document
from sverka.model.figure import Figure, Parts, When
from sverka.model.finding import Evidence, Finding
from sverka.model.span import Span
from sverka.model.telling import Telling
from sverka.text.capitals import lowered
from sverka.text.letters import unmixed

Value = TypeVar("Value")

# The zero of every script that counts by ten; its nine other digits follow it.
ZEROS = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0\u0f20\u1040\u1090"
    "\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0\ua900\ua9d0\ua9f0\uaa50\uabf0\uff10"
    "\U000104a0\U00010d30\U00011066\U000110f0\U00011136\U000111d0\U000112f0\U00011450\U000114d0\U00011650\U000116c0"
    "\U00011730\U000118e0\U00011950\U00011c50\U00011d50\U00011da0\U00016a60\U00016ac0\U00016b50\U0001d7ce\U0001d7d8"
    "\U0001d7e2\U0001d7ec\U0001d7f6\U0001e140\U0001e2f0\U0001e950\U0001fbf0"
)
_DIGITS = "".join(f"{zero}-{chr(ord(zero) + 9)}" for zero in ZEROS)
_MARKS = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_HIDDEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
# Full-width forms, ligatures, Roman numerals in one sign, degrees: what a plainer spelling stands for.
_SPELLED = "\uff01-\uff0f\uff1a-\uff5e\uffe0-\uffe6\ufb00-\ufb06\u2160-\u217f\u2103\u2109"
_POINT = "\u066b"
_ALIKE = {
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("\u2012\ufe58", "–"),
    "\u2015": "—",
    **dict.fromkeys("\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u200a\u205f\u3000", " "),
    "\u066a": "%",
    "\u066c": "\u202f",
}
_SIGNS = f"{_DIGITS}{_SPELLED}{_POINT}{''.join(_ALIKE)}"
_ODD = re.compile(f"[{_MARKS}{_HIDDEN}{_SIGNS}]")
# Letters and signs that most texts are written in; where there are no others, none of them is odd.
_RARE = re.compile(
    "[^\u0000-\u00ac\u00ae-\u02ff\u0370-\u0482\u0488-\u0530\u2009\u2013\u2014\u2018-\u201f\u2020-\u2026\u202f"
    "\u20a0-\u20bf\u2116\u2212]"
)
_RUN = re.compile(f"(?P<unseen>[{_MARKS}{_HIDDEN}]+)|[{_SIGNS}]")
_MARK = re.compile(f"[{_MARKS}]")
# No letter wears more of them, and to sort a long run of them takes the square of its length.
_MOST_MARKS = 8
_PLACED = (Figure, Parts, When, Finding, Evidence, Telling)


class _Edit(NamedTuple):
    """What is written at `start` to `end`, spelled plainly."""

    start: int
    end: int
    plain: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain document and, for each of its letters, where what it stands for begins and ends in the written one."""

    document: Document
    written: Document
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()

    def restored(self, found: Value) -> Value:
        """What was found in the plain document, in the places and the words of the written one."""
        restored: Value = found if self.document is self.written else self._restored(found)
        return restored

    def _restored(self, found: Any) -> Any:
        if isinstance(found, Span):
            return Span(self.starts[found.start], self.ends[found.end - 1]) if found.start < found.end else found
        if type(found) is tuple:
            return tuple(map(self._restored, found))
        if not isinstance(found, _PLACED):
            return found
        moved = replace(found, **{field.name: self._restored(getattr(found, field.name)) for field in fields(found)})
        return replace(moved, text=moved.span.of(self.written.text)) if isinstance(moved, Figure) else moved


def plain(document: Document) -> Plain:
    """The document in plain letters; most are written so."""
    if not _is_odd(document.text):
        return _letter_by_letter(document)
    text, starts, ends = _edited(document.text, _edits(document.text, _point(document.language)))
    text = unmixed(text)
    blocks = (
        replace(block, span=Span(bisect_left(starts, block.span.start), bisect_left(starts, block.span.end)))
        for block in document.blocks
    )
    kept = tuple(block for block in blocks if block.span.start < block.span.end)
    edited = replace(document, text=text, blocks=kept)
    return Plain(replace(edited, text=lowered(edited)), document, starts, ends)


def plainly(text: str) -> str:
    """A name in plain letters, as the documents that it is looked for in are read.

    >>> plainly("Aқтау ай\u00adлағы") == "Ақтау айлағы"
    True
    """
    return unmixed(_edited(text, _edits(text, "."))[0] if _is_odd(text) else text)


def _is_odd(text: str) -> bool:
    return _RARE.search(text) is not None and _ODD.search(text) is not None


def _letter_by_letter(document: Document) -> Plain:
    """A document where only letters of another alphabet, or capitals, may be odd: each stands where it stood."""
    document, written = replace(document, text=unmixed(document.text)), document
    text = lowered(document)
    if text == written.text:
        return Plain(written, written)
    return Plain(replace(document, text=text), written, range(len(text)), range(1, len(text) + 1))


def _point(language: str) -> str:
    return str(languages.table(language).get("numerals", {}).get("decimal", ".")[0])


def _edits(text: str, point: str) -> Iterator[_Edit]:
    """Every place that is written otherwise, in order; an accent is read together with its letter."""
    end = 0
    for match in _RUN.finditer(text):
        start, run = match.start(), match[0]
        if match["unseen"] is None:
            yield _Edit(start, match.end(), point if run == _POINT else _spelled(run))
        elif start > end and text[start - 1].isalnum() and _MARK.search(run):
            yield _Edit(start - 1, match.end(), _composed(text[start - 1], run))
        else:
            yield _Edit(start, match.end(), "")
        end = match.end()


def _composed(letter: str, run: str) -> str:
    """A letter with the marks that make it another («и» and a breve are «й»); a mark of stress makes none."""
    marks = "".join(_MARK.findall(run)[:_MOST_MARKS])
    return _MARK.sub("", unicodedata.normalize("NFC", letter + marks))


def _spelled(sign: str) -> str:
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return _ALIKE.get(sign) or unicodedata.normalize("NFKC", sign)


def _edited(text: str, edits: Iterator[_Edit]) -> tuple[str, Sequence[int], Sequence[int]]:
    pieces: list[str] = []
    starts, ends, at = array("L"), array("L"), 0
    for start, end, spelled in (*edits, _Edit(len(text), len(text), "")):
        pieces += text[at:start], spelled
        starts.extend((*range(at, start), *[start] * len(spelled)))
        ends.extend((*range(at + 1, start + 1), *[end] * len(spelled)))
        at = end
    return "".join(pieces), starts, ends
