"""What is said once for a list of labels and numbers: «в Актау – 3, в Курыке – 4 млн тонн»."""

from __future__ import annotations

from collections.abc import Sequence

from sverka.figures.passage import Passage
from sverka.figures.ranges import DASHES
from sverka.figures.reading import Reading, lead_of
from sverka.figures.signs import is_currency

_LABEL = 6  # the most words of a label


def labelled_behind(passage: Passage, found: Sequence[Reading], index: int) -> Reading | None:
    """The next of a list's numbers that has a unit, which those before it leave out."""
    for at in range(index + 1, len(found)):
        one = found[at]
        if one.ignored or not one.amounts or not _are_alike(passage, found[at - 1], one):
            return None
        if one.measure is not None:
            return None if one.measure.is_noun or not one.measure.behind_number else one
    return None


def labelled_before(passage: Passage, found: Sequence[Reading], index: int) -> Reading | None:
    """The number before in a list, where it has a unit: «угля – 112,4 млн тонн, урана – 24,6 тыс.»."""
    before = found[index - 1] if index else None
    if before is None or before.measure is None or before.measure.is_noun or before.ignored or not before.amounts:
        return None
    scaled = found[index].amounts[0].scale >= 1000
    return before if scaled and _are_alike(passage, before, found[index]) else None


def scaled_alike(passage: Passage, found: Sequence[Reading], index: int) -> bool:
    """«На школы – 25 тысяч, на больницы – 23»: a scale that the number before in the list says."""
    before = found[index - 1] if index else None
    if before is None or before.measure is not None or not before.amounts or before.amounts[0].scale < 1000:
        return False
    return found[index].amounts[0].scale == 1 and _are_alike(passage, before, found[index])


def _are_alike(passage: Passage, one: Reading, other: Reading) -> bool:
    """Whether both stand behind a dash and a label, and one little word begins both labels."""
    if not ((_is_dashed(passage, one) or _is_behind_verb(passage, one)) and _is_dashed(passage, other)):
        return False
    first = one.last
    if passage.word(first) not in (",", ";") or lead_of(passage, other) - first > _LABEL:
        return False
    lead = passage.word(first + 1)
    if _are_single(passage, one, other):
        return True
    if passage.readings(first + 1)[:1] and passage.readings(first + 1)[0].pos in ("noun", "adjective", "verb"):
        return False
    at = lead_of(passage, one) - 1
    label = range(max(0, at - _LABEL), at)
    return bool(lead) and any(passage.word(before) == lead and _runs(passage, before, at) for before in label)


def _are_single(passage: Passage, one: Reading, other: Reading) -> bool:
    """«Угля – 112,4, урана – 24,6 тыс.»: each label is a noun in the genitive."""
    label, next_label = lead_of(passage, one) - 2, lead_of(passage, other) - 2
    alone = passage.word(label - 1) in (",", ";") and next_label == one.last + 1
    rates = next_label == one.last + 1 and all(is_currency(passage, at) for at in (label, next_label))
    alike = alone and passage.lexicon.tells_forms and all(_is_genitive(passage, at) for at in (label, next_label))
    return alike or rates  # «доллар – 516, евро – 594, рубль – 6,6 тенге»


def _is_genitive(passage: Passage, at: int) -> bool:
    return any(form.pos == "noun" and form.case == "genitive" for form in passage.readings(at)[:1])


def _runs(passage: Passage, first: int, last: int) -> bool:
    return all(passage.is_word(at) or (passage.word(at) == "-" and passage.is_glued(at)) for at in range(first, last))


def _is_behind_verb(passage: Passage, reading: Reading) -> bool:
    """«На педагогику отдали 12 тысяч, на медицину – 9»: behind the verb that the next dash stands for."""
    at = lead_of(passage, reading) - 1
    return passage.lexicon.tells_forms and passage.is_word(at) and passage.readings(at)[0].form == "finite"


def _is_dashed(passage: Passage, reading: Reading) -> bool:
    at = lead_of(passage, reading) - 1
    return at > 0 and passage.tokens[at].text in DASHES and not passage.is_glued(at)
