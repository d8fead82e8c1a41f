"""Fractions: «треть», «две пятых», "1/3", "half a million"."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from sverka.figures.amounts import Amount, scale_at
from sverka.figures.endings import ending_at, forms_of
from sverka.figures.passage import Passage, vulgar
from sverka.languages.grammar import grammar


def read_fraction(passage: Passage, index: int) -> Amount | None:
    """«треть», «две трети», «пятая часть», "1/3", "half a million": a share, or part of a scale word or a unit."""
    found = _slashed(passage, index) or _out_of(passage, index) or _named_fraction(passage, index)
    if found is None:
        return None
    value, last, spelled = found
    first = index - 1 if spelled and passage.lexicon.numbers.has("article", passage.word(index - 1)) else index
    number, at = passage.between(first, last), last
    if passage.lexicon.numbers.has("of", passage.word(at)) and _has_article(passage, at + 1):
        at += 1
    if passage.lexicon.numbers.has("article", passage.word(at)):
        at += 1
    scale = scale_at(passage, at)
    if at > last and scale is None and not _is_unit(passage, at):
        at = last
    if scale is None or scale[0] < 100:
        return Amount(value, value, first, at, number, is_spelled=spelled, is_share=True)
    worth, end = scale
    span = passage.tokens[at].span
    return Amount(value * worth, worth / 10, first, end, number, worth, span, is_spelled=spelled)


def _is_unit(passage: Passage, at: int) -> bool:
    """ "Half an hour": the article before a unit belongs to the number."""
    return passage.is_word(at) and passage.lexicon.units.by_lemma(passage.lemmas, at, passage.size) is not None


def _has_article(passage: Passage, at: int) -> bool:
    """ "Three quarters of a million"."""
    return passage.lexicon.numbers.has("article", passage.word(at)) and scale_at(passage, at + 1) is not None


def _slashed(passage: Passage, index: int) -> tuple[Fraction, int, bool] | None:
    sign = vulgar(passage.word(index)) if passage.is_free(index) else None
    if sign is not None and not (passage.is_glued(index) and passage.is_number(index - 1)):
        return sign, index + 1, False
    if not (passage.is_number(index) and passage.word(index + 1) == "/" and passage.is_number(index + 2)):
        return None
    if not (passage.is_glued(index + 1) and passage.is_glued(index + 2)) or passage.word(index + 3) == "/":
        return None
    above, below = passage.words[index], passage.words[index + 2]
    if len(above) > 2 or len(below) > 3 or not 0 < int(above) < int(below) or gcd(int(above), int(below)) > 1:
        return None  # "3/9" is a floor or a page, not a third
    return Fraction(int(above), int(below)), index + 3, False


def _out_of(passage: Passage, index: int) -> tuple[Fraction, int, bool] | None:
    """«Үштен екі», "üçdə iki": the whole in its case, then the parts."""
    numbers = passage.lexicon.numbers
    if not numbers.special["case"] or not passage.is_word(index + 1):
        return None
    whole = numbers.cardinals.get(passage.word(index)) or _veiled(passage, index)
    part = next((numbers.cardinals[stem] for stem in passage.lemmas(index + 1) if stem in numbers.cardinals), None)
    if whole is None or part is None or not 0 < part < whole:
        return None
    case, _ = ending_at(passage, index + 1)
    return (part / whole, index + 2, True) if numbers.has("case", case) else None


def _veiled(passage: Passage, index: int) -> Fraction | None:
    """The ten in "onda", which alone is "then": beside a part with a possessive, "onda biri", it is a whole."""
    numbers = passage.lexicon.numbers
    if not numbers.has("veiled", passage.word(index)) or not any(f.possessive for f in forms_of(passage, index + 1)):
        return None
    return next((numbers.cardinals[stem] for stem in passage.lemmas(index) if stem in numbers.cardinals), None)


def _named_fraction(passage: Passage, index: int) -> tuple[Fraction, int, bool] | None:
    numbers = passage.lexicon.numbers
    above, at = Fraction(1), index
    counting = numbers.cardinals.get(passage.word(index))
    if counting is not None and 1 <= counting < 10 and counting.denominator == 1:
        above, at = counting, index + 1
        if passage.word(at) == "-":
            at += 1
    part = numbers.fractions.get(passage.word(at))
    if part is None or (at > index and passage.lexicon.added[""].at(passage.words, at) is not None):
        return None  # "bir yarım" is one and a half
    ordinal = str(part) in numbers.special["ordinal"]
    named = bool(numbers.special["part"] & passage.lemmas(at + 1))
    if at == index and (passage.is_glued(index + 1) and passage.word(index + 1) == "-"):
        return None
    if at == index and ordinal and not named and not _is_part_of(passage, at):
        return None
    if at == index and bool(numbers.special["not_after"] & passage.lemmas(index - 1)):
        return None
    return above * part, at + 2 if ordinal and named else at + 1, True


def _is_part_of(passage: Passage, at: int) -> bool:
    """ "A third of", "by a third", "a third less", "a quarter goes on schools": no ordinal, and no three months."""
    lexicon, numbers = passage.lexicon, passage.lexicon.numbers
    if not numbers.has("article", passage.word(at - 1)):
        return False
    if lexicon.has("hedges.special.by", passage.word(at - 2)):
        return True
    after = passage.word(at + 1)
    if numbers.has("of", after) or lexicon.has("changes.more", after) or lexicon.has("changes.less", after):
        return True
    begins = at < 2 or passage.word(at - 2) in (",", ";", "and", "while", "but")
    return begins and (lexicon.has("counted.stop", after) or after in grammar(lexicon.tag).verbs)
