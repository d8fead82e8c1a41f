"""Peers that rewrite a text, putting digits in the place of number words: which number stands where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from fractions import Fraction

from serve import Reading, reading

_PIECE = re.compile(r"\d+(?:[.,]\d+)?|\w+|[^\w\s]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_POWERS = ("1000", "1000000", "1000000000", "1000000000000")


def rewritten(text: str, after: str) -> Iterator[Reading]:
    """The numbers of a rewritten text, each at the words of the first that it stands for.

    A power of a thousand behind a number multiplies it: the peer has read both words, and left the product to us.
    """
    old, new = list(_PIECE.finditer(text)), list(_PIECE.finditer(after))
    places = _places([each[0] for each in old], [each[0] for each in new])
    at = 0
    while at < len(new):
        first = at
        at += 1
        if not _NUMBER.fullmatch(new[first][0]):
            continue
        value = Fraction(new[first][0].replace(",", "."))
        while at < len(new) and new[at][0] in _POWERS and after[new[at - 1].end() : new[at].start()] == " ":
            value *= int(new[at][0])
            at += 1
        low, high = places[first][0], places[at - 1][1]
        if low < high:
            yield reading(old[low].start(), old[high - 1].end(), [value])


def _places(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """For each new piece the half-open run of old ones that it came from."""
    places: list[tuple[int, int]] = []
    for kind, low, high, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        alike = kind == "equal"
        places += [(low + at, low + at + 1) if alike else (low, high) for at in range(last - first)]
    return places
