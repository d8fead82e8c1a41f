"""How many cells of a terminal or an editor a text takes."""

from __future__ import annotations

import unicodedata


def cells(char: str) -> int:
    """The columns that a character takes: none for a combining mark, two for a wide one."""
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width_of(text: str) -> int:
    """The columns that a text takes."""
    return len(text) if text.isascii() else sum(map(cells, text))
