"""The case that a number or its unit stands in, where suffixes tell it: «тоннаға», «62%-ға», «500-ден»."""

from __future__ import annotations

from sverka.figures.passage import Passage
from sverka.languages.morphology import fold
from sverka.languages.suffixes import Form, forms, suffixes

NONE = "none"
_JOINTS = ("-", "‑", "'", "’", "ʼ")


def ending_at(passage: Passage, at: int) -> tuple[str, int]:
    """The case of the wording that ends before a token, "none" for a bare one, and the token behind its suffix."""
    table = suffixes(passage.lexicon.tag)
    if table is None or at <= 0:
        return NONE, at
    for start in (at + 1, at):
        joined = start == at or (passage.word(at) in _JOINTS and passage.is_glued(at))
        if joined and passage.is_word(start) and passage.is_glued(start):
            case = table.case_of_ending(passage.words[start])
            if case is not None:
                return case, start + 1
    return (_case_of(passage, at - 1) if passage.is_word(at - 1) else NONE), at


def _case_of(passage: Passage, index: int) -> str:
    """The case of a word, by a stem that is known before one that is only possible."""
    found = [form for form in forms_of(passage, index) if _is_known(passage, form.stem)]
    chosen = found[0] if found else plainest(forms_of(passage, index))
    return chosen.case or NONE


def forms_of(passage: Passage, index: int) -> tuple[Form, ...]:
    """Every way to take the word at a token apart."""
    return forms(fold(passage.tokens[index].text), passage.lexicon.tag)


def _is_known(passage: Passage, stem: str) -> bool:
    lexicon = passage.lexicon
    return stem in lexicon.numbers.cardinals or stem in lexicon.numbers.scales or stem in lexicon.units.ending


def plainest(found: tuple[Form, ...]) -> Form:
    """The likeliest way to take an unknown word apart: a long ending of a case, or the plural, is one; a letter is not."""
    word = found[0].stem
    sure = [form for form in found[1:] if len(word) - len(form.stem) > 1 and len(form.stem) > 2 and not form.derived]
    plain = [form for form in sure if not form.possessive] or [form for form in sure if form.plural]
    return min(plain, key=lambda form: len(form.stem), default=found[0])
