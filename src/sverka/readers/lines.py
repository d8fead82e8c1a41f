"""The lines of a text, and what their first characters say of them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from sverka.model.span import Span

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+|\n|\r\n?|[\v\f\x85\u2028\u2029]")
_ITEM = re.compile(r"(?:[•·▪■●○◦‣–—*+-]|\d{1,3}[.)]|[a-zа-я]\))\s+\S")
_FINAL = re.compile(r"[.!?…。！？][\"»”’)\]*_]{0,4}$")
# The last sign of an end of a sentence with what follows, and what stands before it.
_INNER_END = re.compile(r"[.!?…][»”\")]{0,3}\s{1,3}[«“\"–—]?\s?[^\W\d_a-zа-я]")
_BEFORE_END = re.compile(r"[^\W\d_]{2}[»”\")]{0,3}[.!?…]{0,2}$")
_NUMBERED = re.compile(r"\d{1,3}[.)]\s")


class Shape(StrEnum):
    """What a line is made as."""

    TEXT = "text"
    ITEM = "item"
    ROW = "row"
    HEADING = "heading"
    APART = "apart"


class Line(NamedTuple):
    """A line without the white space around it; `gap` counts the empty lines before it, `indent` its white space.

    `why` names what sets an `APART` line (code, front matter, a ruler) apart from the text.
    """

    span: Span
    text: str
    gap: int
    indent: int
    shape: Shape = Shape.TEXT
    why: str | None = None

    @property
    def is_final(self) -> bool:
        """The line ends as a sentence does."""
        return ends_sentence(self.text)

    @property
    def begins_small(self) -> bool:
        return self.text[0].islower()


def ends_sentence(text: str) -> bool:
    return _FINAL.search(text[-8:]) is not None


def holds_sentences(text: str) -> bool:
    """A sentence ends within the text, and another begins."""
    ends = _INNER_END.finditer(text, 0, 2000)
    return any(_BEFORE_END.search(text, max(0, end.start() - 8), end.start()) for end in ends)


def lines_of(text: str) -> list[Line]:
    """Every line that is not blank, in order, with its shape as plain text shows it."""
    lines: list[Line] = []
    gap = 0
    begun = True
    for match in _LINE.finditer(text):
        written = match.group()
        stripped = written.strip()
        if stripped:
            start = match.start() + len(written) - len(written.lstrip())
            span = Span(start, start + len(stripped))
            lines.append(Line(span, stripped, gap if lines else 0, start - match.start(), shape_of(stripped)))
            gap, begun = 0, False
        elif written[0] in "\n\r\v\f\x85\u2028\u2029":
            gap += begun
            begun = True
    return lines


def shape_of(text: str) -> Shape:
    if text.startswith("|") or "\t" in text or text.count(" | ") >= 2:
        return Shape.ROW
    return Shape.ITEM if _ITEM.match(text) else Shape.TEXT


def is_numbered(text: str) -> bool:
    return _NUMBERED.match(text) is not None
