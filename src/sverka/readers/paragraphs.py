"""Lines become paragraphs.

A line is a paragraph of its own, as in most news texts, unless it goes on in the next one: a text wrapped to a width,
or a line that was broken inside a sentence when the page was copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sverka.model.span import Span
from sverka.readers.lines import Line, Shape, holds_sentences, is_numbered
from sverka.readers.pagewords import is_furniture

# Shorter lines are headings, names and list entries: they go on in no other line.
_SHORT = 40
_LONG = 100
# The narrowest and the widest column to which people wrap a text.
_COLUMN = (40, 200)
_FIRST_WORD = re.compile(r"\S{1,60}")
_OPEN = (";", ":")


class Paragraph(NamedTuple):
    """One or more lines that belong together; `gap` counts the empty lines before it."""

    lines: tuple[Line, ...]
    text: str

    @property
    def span(self) -> Span:
        return Span(self.lines[0].span.start, self.lines[-1].span.end)

    @property
    def shape(self) -> Shape:
        return self.lines[0].shape

    @property
    def why(self) -> str | None:
        return self.lines[0].why

    @property
    def gap(self) -> int:
        return self.lines[0].gap


def paragraphs(lines: Sequence[Line], *, wrapped: bool = False) -> list[Paragraph]:
    """The paragraphs of a text in order; `wrapped` says that lines without a gap always belong together."""
    found: list[list[Line]] = []
    for group in _groups(lines):
        together = wrapped or _is_wrapped(group)
        for line in group:
            if found and _goes_on(found[-1], line, together, group[0] is line):
                found[-1].append(line)
            else:
                found.append([line])
    return [Paragraph(tuple(each), " ".join(line.text for line in each)) for each in found]


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines without an empty line between them."""
    group: list[Line] = []
    for line in lines:
        if group and line.gap:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_wrapped(group: Sequence[Line]) -> bool:
    """Lines broken at a width: each is as full as the next word allows, and most go on in small letters.

    A list of headlines fails on both: its lines end anywhere, and each begins with a capital.
    """
    width = max(len(line.text) for line in group)
    if len(group) < 3 or not _COLUMN[0] <= width <= _COLUMN[1]:
        return False
    open_pairs = [(one, two) for one, two in _pairs(group) if not one.is_final]
    full = sum(_fills(one, two, width) for one, two in open_pairs)
    small = sum(two.begins_small for _, two in open_pairs)
    return bool(open_pairs) and full >= 0.7 * len(open_pairs) and small >= 0.4 * len(open_pairs)


def _pairs(group: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    return ((one, two) for one, two in pairwise(group) if two.shape is Shape.TEXT)


def _fills(line: Line, following: Line, width: int) -> bool:
    first = _FIRST_WORD.match(following.text)
    return len(line.text) + 1 + (len(first.group()) if first else 0) > width - 6


def _goes_on(paragraph: Sequence[Line], line: Line, together: bool, is_first: bool) -> bool:
    last = paragraph[-1]
    if line.shape is not Shape.TEXT or last.shape not in (Shape.TEXT, Shape.ITEM):
        return False
    if is_first:
        ends = line.is_final or len(line.text) >= _SHORT
        goes_on = line.begins_small and ends and len(last.text) >= _SHORT and not _is_closed(last)
    elif together:
        goes_on = not last.is_final or _is_full(paragraph, last, line)
    else:
        goes_on = _is_broken(paragraph, last, line)
    return goes_on and not is_furniture(line.text)


def _is_full(paragraph: Sequence[Line], last: Line, line: Line) -> bool:
    """A sentence that ends at the end of a line ends no paragraph, where the next word had no room in it."""
    width = max(len(each.text) for each in (*paragraph[-20:], line))
    return _fills(last, line, width)


def _is_broken(paragraph: Sequence[Line], last: Line, line: Line) -> bool:
    """A line broken inside a sentence, though the text around it is not wrapped."""
    if last.text.endswith(_OPEN):
        return False
    if line.begins_small:
        return len(last.text) >= _SHORT or len(paragraph) > 1
    if last.is_final or is_numbered(line.text):
        return False
    if line.text[0].isdecimal():
        return len(last.text) >= _SHORT and last.text[-1].isalpha() and len(line.text) >= _SHORT
    is_long = len(last.text) >= _LONG or holds_sentences(last.text)
    return is_long and (line.is_final or holds_sentences(line.text)) and len(line.text) >= _SHORT


def _is_closed(line: Line) -> bool:
    return line.is_final or line.text.endswith(_OPEN)
