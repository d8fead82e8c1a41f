"""Fractions: «треть», «две пятых», "1/3", "half a million"."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from sverka.figures.amounts import Amount, scale_at
from sverka.figures.endings import chosen_form, ending_at, forms_of
from sverka.figures.numerals import Numeral, read_numeral
from sverka.figures.passage import Passage, vulgar
from sverka.languages.grammar import grammar

_DOZEN, _HUNDRED = 12, 100
_RATE = 4  # tokens before "a quarter" in which a number makes a rate of it
_COUNTED = 20  # tokens before "a sixth" in which five may have been counted
# Wholes that shares are told of: "one in eight", and behind "out of", where most numbers only count, the round ones.
_WHOLES = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1000))
_ROUND = frozenset((3, 4, 5, 10, 100))
_OF_EACH = ("genitive", "ablative")


def read_fraction(passage: Passage, index: int) -> Amount | None:
    """«треть», «две трети», «пятая часть», "1/3", "half a million": a share, or part of a scale word or a unit."""
    ratio = _in_ratio(passage, index) or _of_each(passage, index)
    if ratio is not None:
        return ratio
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
    at = _over_hyphens(passage, at) if spelled else at
    scale = scale_at(passage, at)
    if at > last and scale is None and not _is_unit(passage, at):
        at = last
    if scale is not None and scale[0] == _DOZEN:
        return Amount(value * _DOZEN, Fraction(1), first, scale[1], number, is_whole=True, is_spelled=spelled)
    if scale is None or scale[0] < 100:
        return Amount(value, value, first, at, number, is_spelled=spelled, is_share=True)
    worth, end = scale
    span = passage.tokens[at].span
    return Amount(value * worth, worth / 10, first, end, number, worth, span, is_spelled=spelled)


def _over_hyphens(passage: Passage, at: int) -> int:
    """Past the signs and the article of "half-a-million"."""
    hyphened = passage.word(at) == "-" and passage.is_glued(at)
    if hyphened and passage.lexicon.numbers.has("article", passage.word(at + 1)):
        return at + 3 if passage.word(at + 2) == "-" else at
    return at + hyphened


def _in_ratio(passage: Passage, index: int) -> Amount | None:
    """ "One in eight", "nine out of ten": so many of each so many."""
    part = read_numeral(passage, index)
    found = passage.lexicon.out_of.at(passage.words, part.last) if part else None
    if part is not None and found is None and _is_one_thing(passage, part):
        found = passage.lexicon.out_of.at(passage.words, part.last + 1)
        counted = found is not None and _counts_behind(passage, found[0] + 1) and not _is_verb(passage, found[0] + 1)
        found = None if counted else found
    whole = read_numeral(passage, found[0]) if found else None
    if part is None or found is None or whole is None or not (part.is_whole and whole.is_whole):
        return None
    usual = _WHOLES if found[1] else _ROUND
    known = whole.value in usual or (part.value == 1 and found[1] and whole.value < _HUNDRED)
    if not 0 < part.value < whole.value or not known or not _ends_ratio(passage, whole.last):
        return None
    share = part.value / whole.value
    number = passage.between(index, whole.last)
    return Amount(share, share, index, whole.last, number, is_spelled=True, is_share=True)


def _is_verb(passage: Passage, at: int) -> bool:
    """ "One child in nine studies in a third shift": a preposition of place follows, or an article."""
    lexicon, after = passage.lexicon, passage.word(at + 1)
    leads = ("counted.whither", "ordinals.special.articles")
    return lexicon.is_analytic and any(lexicon.has(name, after) for name in leads)


def _of_each(passage: Passage, index: int) -> Amount | None:
    """«Әр үш адамның бірі», "hər 10 nəfərdən 3-ü": so many of each so many things."""
    numbers = passage.lexicon.numbers
    if not (numbers.special["case"] and numbers.special["each"] & passage.lemmas(index - 1)):
        return None
    whole = read_numeral(passage, index)
    if whole is None or not whole.is_whole:
        return None
    alone = ending_at(passage, whole.last)[0] in _OF_EACH  # "hər üçdən biri"
    if not alone and chosen_form(passage, whole.last).case not in _OF_EACH:
        return None
    part = _owned_part(passage, whole.last if alone else whole.last + 1)
    if part is None or not 0 < part[0] < whole.value:
        return None
    number = passage.between(index, part[1])
    share = part[0] / whole.value
    return Amount(share, share, index, part[1], number, is_spelled=True, is_share=True)


def _owned_part(passage: Passage, at: int) -> tuple[Fraction, int] | None:
    """A number with a possessive, in words or in digits: «бірі», "3-ü"."""
    numeral = read_numeral(passage, at) if passage.is_number(at) else None
    if numeral is not None:
        ended = passage.word(numeral.last) == "-" and passage.is_glued(numeral.last)
        return (numeral.value, numeral.last + 2) if ended else None
    if not passage.is_word(at) or not any(form.possessive for form in forms_of(passage, at)):
        return None
    cardinals = passage.lexicon.numbers.cardinals
    return next(((cardinals[stem], at + 1) for stem in passage.lemmas(at) if stem in cardinals), None)


def _is_one_thing(passage: Passage, part: Numeral) -> bool:
    """ "One passenger in six": one and a single noun."""
    at = part.last
    one = part.value == 1 and part.is_spelled and passage.is_word(at)
    return one and not any(passage.lexicon.has(name, passage.word(at)) for name in ("counted.of", "counted.stop"))


def _counts_behind(passage: Passage, at: int) -> bool:
    """ "One goal in six games" is no share."""
    if not passage.is_word(at) or passage.word(at) in grammar(passage.lexicon.tag).verbs:
        return False
    return any(one.plural for one in passage.readings(at))


def _ends_ratio(passage: Passage, at: int) -> bool:
    """False where the whole has a scale or a unit: "one in 10 days"."""
    return scale_at(passage, at) is None and passage.word(at) not in ("%", "-") and not _is_unit(passage, at)


def _is_unit(passage: Passage, at: int) -> bool:
    """ "Half an hour": the article before a unit belongs to the number."""
    if not passage.is_word(at) or passage.lexicon.has("fractions.special.point", passage.word(at)):
        return passage.is_word(at)
    return passage.lexicon.units.by_lemma(passage.lemmas, at, passage.size) is not None


def _has_article(passage: Passage, at: int) -> bool:
    """ "Three quarters of a million", "a quarter of a percentage point"."""
    unit = scale_at(passage, at + 1) is not None or _is_unit(passage, at + 1)
    return passage.lexicon.numbers.has("article", passage.word(at)) and unit


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
    of_each = part == 1 and case == "genitive" and bool(numbers.special["each"] & passage.lemmas(index - 1))
    return (part / whole, index + 2, True) if numbers.has("case", case) or of_each else None  # «әр онның бірі»


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
    if at == index and passage.lexicon.verb_last and is_doubled(passage, at, part):
        return part, at + 2, True
    ordinal = str(part) in numbers.special["ordinal"]
    named = bool(numbers.special["part"] & passage.lemmas(at + 1))
    if at == index and (passage.is_glued(index + 1) and passage.word(index + 1) == "-"):
        return (part, index + 1, True) if _is_joined(passage, index + 2) else None
    if at == index and ordinal and not named and (not _is_part_of(passage, at) or _is_next(passage, at, part)):
        return None
    if at == index and bool(numbers.special["not_after"] & passage.lemmas(index - 1)):
        return None
    return above * part, at + 2 if ordinal and named else at + 1, True


def is_doubled(passage: Passage, at: int, part: Fraction) -> bool:
    """ "Yarı yarıya", by half: the part said twice, the second time in the case of where it comes to."""
    again = passage.lexicon.numbers.fractions
    found = forms_of(passage, at + 1) if passage.is_word(at + 1) else ()
    return any(form.case == "dative" and again.get(form.stem) == part for form in found)


def _is_next(passage: Passage, at: int, part: Fraction) -> bool:
    """ "Five men were arrested, and a sixth is being sought": so many have been counted before, not "two thirds"."""
    counted, parts = passage.lexicon.numbers.cardinals, passage.lexicon.numbers.fractions
    near = range(max(0, at - _COUNTED), at)
    if passage.lexicon.numbers.has("of", passage.word(at + 1)):
        return False
    if passage.lexicon.is_analytic and passage.word(at) not in passage.lexicon.numbers.ordinals:
        return False  # "a quarter" is none of a row
    return any(
        counted.get(passage.word(before)) == 1 / part - 1 and passage.word(before + 1) not in parts for before in near
    )


def _is_joined(passage: Passage, at: int) -> bool:
    """Whether a hyphen joins a scale or a unit to a fraction: "half-million", "half-an-hour"."""
    article = passage.lexicon.numbers.has("article", passage.word(at)) and passage.word(at + 1) == "-"
    at = at + 2 if article else at
    return passage.is_glued(at) and (scale_at(passage, at) is not None or _is_unit(passage, at))


def _is_beside_share(passage: Passage, at: int) -> bool:
    """ "Three in five back it, a quarter oppose it": behind a comma and another share; an ordinal may be a person's."""
    lexicon, numbers = passage.lexicon, passage.lexicon.numbers
    if passage.word(at - 2) != "," or str(numbers.fractions[passage.word(at)]) != "1/4" or not lexicon.is_analytic:
        return False
    near = range(max(1, at - _COUNTED), at - 2)
    shares = any(passage.word(one) == "%" or passage.word(one) in numbers.fractions for one in near)
    return shares or any(
        lexicon.has("counted.within", passage.word(one)) and numbers.counts(passage.word(one + 1)) for one in near
    )


def _is_end_of_range(passage: Passage, at: int) -> bool:
    """ "Between a fifth and a quarter": behind another fraction."""
    between = passage.lexicon.has("hedges.special.between", passage.word(at - 3))
    return between and passage.word(at - 1) in passage.lexicon.numbers.fractions


def _is_told_of(passage: Passage, at: int) -> bool:
    """ "In the catalogue a quarter are lost", and no "200 cars a quarter are"; "America takes a fifth"."""
    lexicon, after = passage.lexicon, passage.word(at + 1)
    counted = any(passage.is_number(near) for near in range(max(0, at - _RATE), at - 1))
    taken = lexicon.has("fractions.special.taken", passage.word(at - 2)) and not passage.is_word(at + 1)
    return taken or (passage.has("changes.many", at + 1) and not counted and not lexicon.has("counted.of", after))


def _is_part_of(passage: Passage, at: int) -> bool:
    """ "A third of", "by a third", "a third less", "a quarter goes on schools": no ordinal, and no three months."""
    lexicon, numbers = passage.lexicon, passage.lexicon.numbers
    if not numbers.has("article", passage.word(at - 1)):
        return False
    if lexicon.has("hedges.special.by", passage.word(at - 2)):
        return True
    after = passage.word(at + 1)
    if (
        numbers.has("of", after)
        or lexicon.has("units.special.often", after)
        or lexicon.has("changes.more", after)
        or lexicon.has("changes.less", after)
    ):
        return True
    if lexicon.hedges.before(passage.words, at - 1) is not None or passage.has("changes.direct", at - 2):
        return True  # "it was about a third"
    if lexicon.has("hedges.special.between", passage.word(at - 2)) or _is_end_of_range(passage, at - 2):
        return True
    if _is_beside_share(passage, at):
        return True
    if _is_told_of(passage, at):
        return True
    begins = at < 2 or passage.word(at - 2) in (",", ";", "and", "while", "but", "with")
    return begins and (lexicon.has("counted.stop", after) or after in grammar(lexicon.tag).verbs)
