"""Text on a terminal: what is safe to print there, and how many cells it takes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from sverka.text.widths import cells, width_of

# Marks that reorder or hide the text after them; a report must show that they are there.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN = frozenset(("Cc", "Cs", "Co", "Cn", "Zl", "Zp"))
ELLIPSIS = "…"


def clean(text: str) -> str:
    """The text, one character for each, with nothing that could steer a terminal or reorder a line.

    >>> clean("\\x1b[31m")
    '␛[31m'
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char.isprintable() and char not in _BIDI:
        return char
    if char in "\t\n\r\N{NO-BREAK SPACE}" or unicodedata.category(char) == "Zs":
        return " "
    if char < " " or char == "\x7f":
        return chr(0x2400 + ord(char)) if char < " " else "␡"
    return "\N{REPLACEMENT CHARACTER}" if char in _BIDI or unicodedata.category(char) in _UNSEEN else char


def excerpt(text: str, line: tuple[int, int], span: tuple[int, int], room: int) -> tuple[str, int, int]:
    """A line of the text, cut around a span to fit, and the column and the width of the span in it.

    `line` and `span` are offsets; of a span that runs over the line's end, what stands in the line is shown.
    """
    start, end = span[0], max(span[0], min(span[1], line[1]))
    figure = cut(clean(text[start:end]), room)
    # A window as wide as the room is enough to look at: lines can be as long as the document.
    before = clean(text[max(line[0], start - room) : start])
    after = clean(text[end : min(line[1], end + room)])
    spare = max(0, room - width_of(figure))
    left_room = max(spare // 2, spare - width_of(after))
    left = cut(before[::-1], left_room, more=start - room > line[0])[::-1]
    right = cut(after, spare - width_of(left), more=end + room < line[1])
    return left + figure + right, width_of(left), width_of(figure)


def cut(text: str, room: int, *, more: bool = False) -> str:
    """The beginning of the text that fits, an ellipsis in the last cell where something is left out or `more`."""
    if not more and width_of(text) <= room:
        return text
    return _fitting(text, room - 1) + ELLIPSIS if room > 0 else ""


def _fitting(chars: Iterable[str], room: int) -> str:
    taken, used = [], 0
    for char in chars:
        used += cells(char)
        if used > room:
            break
        taken.append(char)
    return "".join(taken)
