"""Units that are multiplied: power by hours is energy, whatever sign joins them."""

from __future__ import annotations

from sverka.figures.passage import Passage

# The slash is a mistake that is made as often as the dot.
_SIGNS = frozenset("·∙⋅•*.-‑/")


def hours_at(passage: Passage, at: int) -> int | None:
    """The token behind a sign and the word or the letter for hours: «300 кВт·сағатқа», "5 MVt-st"."""
    joined = passage.word(at) in _SIGNS and passage.is_glued(at) and passage.is_glued(at + 1)
    if not joined or not passage.is_word(at + 1):
        return None
    if passage.lexicon.has("units.special.hours", passage.word(at + 1)):
        return at + 2
    unit = passage.lexicon.units.by_lemma(passage.lemmas, at + 1, at + 2)
    return unit[0] if unit is not None and unit[1] == "hour" else None
