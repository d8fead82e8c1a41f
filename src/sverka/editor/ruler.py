"""Editors count lines from 0 and columns in UTF-16 units; everything else here counts code points."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from sverka.editor.words import line_starts


class At(NamedTuple):
    """A place as an editor tells it: line from 0, column in UTF-16 units."""

    line: int
    column: int


def units(text: str) -> int:
    """How many UTF-16 units a text takes.

    >>> units("ab"), units("😀")
    (2, 2)
    """
    return len(text) if text.isascii() else sum(2 if ord(char) > 0xFFFF else 1 for char in text)


class Ruler:
    """Offsets of a text in code points, as an editor's places, and back.

    >>> Ruler("😀 1\\nдва").at(2), Ruler("😀 1\\nдва").offset(At(1, 1))
    (At(line=0, column=3), 5)
    """

    __slots__ = ("starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = line_starts(text)

    def line(self, offset: int) -> int:
        """The line that an offset is on, from 0."""
        return bisect_right(self.starts, offset) - 1

    def at(self, offset: int) -> At:
        line = self.line(offset)
        return At(line, units(self.text[self.starts[line] : offset]))

    def offset(self, at: At) -> int:
        """The offset of a place; of one beyond the text, the nearest within it."""
        if at.line >= len(self.starts):
            return len(self.text)
        start = self.starts[at.line]
        end = self.starts[at.line + 1] if at.line + 1 < len(self.starts) else len(self.text)
        width = 0
        for index in range(start, end):
            if width >= at.column:
                return index
            width += units(self.text[index])
        return end if at.line + 1 == len(self.starts) or width >= at.column else end - 1
