"""Lines and columns of a text, for people and editors."""

from __future__ import annotations

import re
from bisect import bisect_right

_BREAK = re.compile(r"\r\n|\r|\n")
_FEED = re.compile(r"\n")


class LineIndex:
    """Where each line of a text begins and ends; lines and columns count from 1, in code points.

    A line ends at a line feed, a carriage return or the two together, as in editors; a form feed or a Unicode line
    separator does not end one.

    >>> LineIndex("один\\nдва три").position(9)
    (2, 5)
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, text: str) -> None:
        pattern = _BREAK if "\r" in text else _FEED
        breaks = [match.span() for match in pattern.finditer(text)]
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset."""
        row = bisect_right(self._starts, offset) - 1
        return row + 1, offset - self._starts[row] + 1

    def bounds(self, line: int) -> tuple[int, int]:
        """The offsets at which a line begins and ends, its line break excluded."""
        return self._starts[line - 1], self._ends[line - 1]
