"""Lines of a CSV file, taken apart into cells that know their column."""

from __future__ import annotations

from typing import NamedTuple


class Cell(NamedTuple):
    """A cell without its quotes and the spaces around it; `column` counts from 1."""

    text: str
    column: int


def separator(heading: str) -> str:
    """What stands between the cells of a heading: a tab, a semicolon or a comma, whichever is most frequent."""
    return max("\t;,", key=heading.count)


def cells(line: str, between: str) -> list[Cell]:
    """The cells of a line; a quoted cell may hold separators, and a quote as two.

    >>> cells('KZ;"a;b";', ";")
    [Cell(text='KZ', column=1), Cell(text='a;b', column=5), Cell(text='', column=10)]
    """
    found: list[Cell] = []
    at = 0
    while True:
        start = at + len(line[at:]) - len(line[at:].lstrip(" "))
        cell, at = _quoted(line, start) if line[start : start + 1] == '"' else _bare(line, start, between)
        found.append(cell)
        at = line.find(between, at)
        if at < 0:
            return found
        at += 1


def _bare(line: str, start: int, between: str) -> tuple[Cell, int]:
    end = line.find(between, start)
    end = len(line) if end < 0 else end
    return Cell(line[start:end].strip(), start + 1), end


def _quoted(line: str, start: int) -> tuple[Cell, int]:
    """A cell in quotes, up to the quote that no other follows, or to the end of the line."""
    end = start + 1
    while (end := line.find('"', end)) >= 0 and line[end : end + 2] == '""':
        end += 2
    end = len(line) if end < 0 else end
    return Cell(line[start + 1 : end].replace('""', '"').strip(), start + 2), end + 1
