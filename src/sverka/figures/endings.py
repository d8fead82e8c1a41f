"""The case that a number or its unit stands in, where suffixes tell it: «тоннаға», «62%-ға», «500-ден»."""

from __future__ import annotations

from sverka.figures.passage import Passage
from sverka.languages.morphology import fold
from sverka.languages.suffixes import Form, forms, suffixes

NONE = "none"
_FROM = "ablative"
_NOUNS = ("trivial.nouns", "ordinals.special.roman", "counted.nouns")
_JOINTS = ("-", "‑", "'", "’", "ʼ")


def ending_at(passage: Passage, at: int) -> tuple[str, int]:
    """The case of the wording that ends before a token, "none" for a bare one, and the token behind its suffix."""
    found = joined_ending(passage, at)
    if found is not None:
        return found
    return (chosen_form(passage, at - 1).case or NONE if passage.is_word(at - 1) else NONE), at


def cases_at(passage: Passage, at: int) -> tuple[tuple[str, ...], int]:
    """Every case that the wording before a token may be in, likeliest first, and the token behind its suffix."""
    found = joined_ending(passage, at)
    if found is not None:
        return (found[0],), found[1]
    if not passage.is_word(at - 1):
        return (NONE,), at
    known = [form for form in forms_of(passage, at - 1) if _is_known(passage, form.stem)]
    return tuple(dict.fromkeys(form.case or NONE for form in known or forms_of(passage, at - 1))), at


def joined_ending(passage: Passage, at: int) -> tuple[str, int] | None:
    """A suffix that stands behind a number or a sign, with a hyphen or without, and the token behind it."""
    table = suffixes(passage.lexicon.tag)
    if table is None or at <= 0 or passage.is_word(at - 1):
        joint = table is not None and passage.word(at) in _JOINTS and passage.is_glued(at)
        if table is None or at <= 0 or not joint:
            return None
    for start in (at + 1, at):
        joined = start == at or (passage.word(at) in _JOINTS and passage.is_glued(at))
        if joined and passage.is_word(start) and passage.is_glued(start):
            case = table.case_of_ending(passage.words[start])
            if case is not None:
                return case, start + 1
    return None


def chosen_form(passage: Passage, index: int) -> Form:
    """The likeliest way to take a word apart: by a stem that is known, by the case that the next word asks for."""
    found = forms_of(passage, index)
    if len(found) == 1:
        return found[0]
    known = next((form for form in found if _is_known(passage, form.stem)), None)
    return known or _asked(passage, index, found) or _plainest(found, passage.lexicon.tag)


def forms_of(passage: Passage, index: int) -> tuple[Form, ...]:
    """Every way to take the word at a token apart."""
    return forms(fold(passage.tokens[index].text), passage.lexicon.tag)


def leads_on(passage: Passage, first: int) -> bool:
    """True for a number behind another that tells where a change began: «15 пайыздан 16-ға», «12 орыннан 8-ге»."""
    at = first - 1
    while at > 0 and not passage.words[at]:
        at, first = at - 1, at  # a date may stand between the two
    joined = next((joined_ending(passage, at - back) for back in (1, 2) if passage.is_word(at)), None)
    if joined is not None and joined[1] == first:
        return joined[0] == _FROM
    is_adverb = passage.lexicon.numbers.has("bare", passage.word(at))  # «бірден тоғыз саты»
    form = chosen_form(passage, at) if passage.is_word(at) and not is_adverb else None
    counted = passage.is_number(at - 1) or passage.lexicon.numbers.counts(passage.word(at - 1))
    return form is not None and form.case == _FROM and (counted or _is_unit(passage, form.stem))


def _is_unit(passage: Passage, stem: str) -> bool:
    return passage.lexicon.numbers.counts(stem) or stem in passage.lexicon.units.ending


def is_owned(passage: Passage, index: int) -> bool:
    """True for a number word with a suffix, which no noun follows: «тоғызы», "doqquzu", «екеуін»."""
    changed = passage.is_word(index) and passage.words[index] != fold(passage.tokens[index].text)
    return changed and chosen_form(passage, index).case != "similative"  # «бес мыңдай адам»


def _is_known(passage: Passage, stem: str) -> bool:
    lexicon = passage.lexicon
    listed = any(stem in lexicon.words[name] for name in _NOUNS)
    return listed or lexicon.numbers.counts(stem) or stem in lexicon.units.ending


def _asked(passage: Passage, index: int, found: tuple[Form, ...]) -> Form | None:
    """The form whose case a postposition behind it asks for: "nəfərə qədər"."""
    behind = passage.words[index + 1 : index + 5]
    after = passage.lexicon.hedges_after
    if passage.has("changes.to_level", index + 1):  # "600 min cütə çatdırılacaq"
        return next((form for form in found if form.case == "dative" and not form.derived), None)
    return next((form for form in found if form.case and after.at((form.case, *behind), 0) is not None), None)


def _plainest(found: tuple[Form, ...], tag: str) -> Form:
    """Of an unknown word only endings that few stems have are taken off, and as few of them as may be."""
    table, word = suffixes(tag), found[0].stem
    if table is None:
        return found[0]
    sure = [form for form in found[1:] if not form.derived and len(form.stem) > 2 and table.is_sure(word, form)]
    return min(sure, key=lambda form: (form.possessive, len(form.stem), word.startswith(form.stem)), default=found[0])
