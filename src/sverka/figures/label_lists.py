"""Several numbers behind one label: "junctions 4 and 6", "flights 12, 14 and 16", "pages 5 to 9"."""

from __future__ import annotations

from sverka.figures.passage import Passage
from sverka.figures.ranges import DASHES


def over_list(passage: Passage, label: int, last: int) -> int:
    """The token behind the last of the numbers, where the label is in the plural; else the one behind the first."""
    plural = any(one.plural for one in passage.readings(label))
    if not passage.lexicon.is_analytic or not plural:
        return last
    while _joins(passage, last) and passage.is_number(last + 1) and _ends(passage, last + 2):
        last += 2
    return last


def _joins(passage: Passage, at: int) -> bool:
    word, lexicon = passage.word(at), passage.lexicon
    signs = word == "," or word in DASHES
    return signs or any(lexicon.has(name, word) for name in ("counted.joins", "hedges.special.to"))


def _ends(passage: Passage, at: int) -> bool:
    """Whether nothing that a number may count stands at a token."""
    things = any(one.plural for one in passage.readings(at)) and not passage.lexicon.has(
        "counted.stop", passage.word(at)
    )
    decimal = passage.word(at) in (".", ",") and passage.is_glued(at) and passage.is_glued(at + 1)
    return passage.word(at) != "%" and not things and not decimal
