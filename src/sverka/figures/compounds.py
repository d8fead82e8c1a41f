"""Words that hold a number and its unit: «двухдневный», «20-летие», «62-процентный рост», "33-fold", "three-day"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sverka import units
from sverka.figures.amounts import Amount
from sverka.figures.endings import joined_ending
from sverka.figures.measures import Measure, of_code, read_measure
from sverka.figures.numerals import Numeral, read_numeral
from sverka.figures.passage import Passage
from sverka.figures.reading import Reading, skipped
from sverka.languages.morphology import lemmas
from sverka.model.precision import last_digit
from sverka.model.quantity import Kind
from sverka.model.span import Span


def compound_word(passage: Passage, index: int) -> Reading | None:
    """A number word and a unit in one word: «трёхлетний», «столетие», «полмиллиона тонн», «полгода»."""
    if not passage.is_word(index):
        return None
    word, numbers = passage.words[index], passage.lexicon.numbers
    found = numbers.compound(word)
    if found is None:
        return _half(passage, index)
    if found.value in (10, 100, 1000) and passage.has("compounds.special.spans", index - 1):
        return None  # «за десятилетие», «многие столетия»
    is_anniversary = word in numbers.wholes or (word.endswith(tuple(numbers.anniversaries)) and found.unit == "year")
    return _reading(passage, index, index + 1, found.value, found.unit, is_anniversary)


def _half(passage: Passage, index: int) -> Reading | None:
    if passage.lexicon.numbers.has("bare", passage.words[index]):
        return None
    for whole in passage.lexicon.numbers.halves(passage.words[index]):
        scale = passage.lexicon.numbers.scales.get(whole)
        if scale is not None and scale >= 100:
            return _half_scale(passage, index, scale)
        named = lemmas(whole, passage.lexicon.tag)
        unit = passage.lexicon.units.by_lemma({0: named}.__getitem__, 0, 1)
        if unit is not None and len(whole) > 2:
            return replace(_reading(passage, index, index + 1, Fraction(1, 2), unit[1], False), rule="half")
    return None


def _half_scale(passage: Passage, index: int, scale: Fraction) -> Reading:
    number = passage.between(index, index + 1)
    amount = Amount(scale / 2, scale / 10, index, index + 1, number, scale, number)
    measure = read_measure(passage, amount, index + 1)
    return Reading("half", Kind.LEVEL, (amount,), index, measure.last if measure else index + 1, measure)


def and_a_half(passage: Passage, index: int) -> Reading | None:
    """ "A year and a half": the half belongs to the unit before it."""
    numbers, last = passage.lexicon.numbers, index + 1
    if index < 4 or numbers.fractions.get(passage.word(index)) != Fraction(1, 2):
        return None
    one = numbers.has("article", passage.word(index - 4)) or numbers.cardinals.get(passage.word(index - 4)) == 1
    if not one or passage.lexicon.added[""].at(passage.words, index - 2) is None or not passage.is_word(index - 3):
        return None
    unit = passage.lexicon.units.by_lemma(passage.lemmas, index - 3, index - 2)
    measure = of_code(unit[1], passage.tokens[index - 3].span, last) if unit else None
    if measure is None:
        return None
    span = passage.between(index - 4, last)
    amount = Amount(Fraction(3, 2), Fraction(1, 10), index - 4, last, span, is_spelled=True)
    kind = Kind.DURATION if measure.dimension in ("time", "calendar") else Kind.LEVEL
    return Reading("quantity", kind, (amount,), index - 4, last, measure)


def compound_number(passage: Passage, index: int) -> Reading | None:
    """Digits, or number words, and a unit joined by a hyphen: «20-летие», «15%-ный», "10-year", "two-day"."""
    numeral = read_numeral(passage, index)
    if numeral is None:
        return None
    at = numeral.last
    percent = passage.word(at) == "%" and passage.is_glued(at)
    hyphen = at + 1 if percent else at
    if passage.word(hyphen) not in ("-", "‑", "–") or not passage.is_glued(hyphen):
        return _fold(passage, index, numeral)
    if not (passage.is_glued(hyphen + 1) and passage.is_word(hyphen + 1)):
        return _from_to(passage, index, hyphen + 1, numeral) or _suspended(passage, index, hyphen + 1, numeral)
    found = _two_words(passage, index, hyphen + 1, numeral)
    if found is not None:
        return found
    word = passage.words[hyphen + 1]
    if word in passage.lexicon.numbers.fractions and numeral.is_spelled:
        return None  # "three-quarters"
    if joined_ending(passage, hyphen) is not None or _is_ordinal(passage, hyphen + 1, numeral):
        return None
    idle = passage.lexicon.has("compounds.special.idle", word) or numeral.value == 0
    if idle and numeral.is_spelled:
        return skipped(index, hyphen + 2)
    if percent:
        return _reading(passage, index, hyphen + 2, numeral.value, "%", False, numeral)
    numbers = passage.lexicon.numbers
    if word in numbers.anniversaries:
        return _reading(passage, index, hyphen + 2, numeral.value, "year", True, numeral)
    unit = numbers.unit_of(word) or _whole_unit(passage, hyphen + 1)
    if unit is None:
        return _things(passage, index, hyphen + 1, numeral)
    rate = _rate(passage, hyphen + 2, unit)
    if rate is not None:
        return _reading(passage, index, hyphen + 6, numeral.value, rate, False, numeral)
    return _reading(passage, index, _over_tail(passage, hyphen + 2), numeral.value, unit, False, numeral)


def _is_ordinal(passage: Passage, at: int, tens: Numeral) -> bool:
    """ "The twenty-second session" is no time."""
    named = passage.has("ordinals.special.roman", at + 1)
    return tens.is_spelled and named and passage.words[at] in passage.lexicon.numbers.ordinals


def _from_to(passage: Passage, index: int, at: int, numeral: Numeral) -> Reading | None:
    """«15–17-летние подростки»: two numbers that share the unit of a compound."""
    upper = compound_number(passage, at) if passage.is_glued(at) and passage.is_number(at) else None
    if upper is None or upper.rule != "compound adjective" or len(upper.amounts) != 1:
        return None
    number = passage.between(index, numeral.last)
    low = Amount(numeral.value, numeral.digit, index, numeral.last, number, is_whole=numeral.is_whole)
    return replace(upper, rule="range", amounts=(low, *upper.amounts), first=index)


def _suspended(passage: Passage, index: int, at: int, numeral: Numeral) -> Reading | None:
    """ "18- to 24-year-olds", "10- and 30-year bonds": a hyphen that waits for the unit of the next number."""
    lexicon = passage.lexicon
    to = lexicon.has("hedges.special.to", passage.word(at))
    if passage.is_glued(at) or not (to or lexicon.has("counted.joins", passage.word(at))):
        return None
    upper = compound_number(passage, at + 1)
    if upper is None or upper.rule != "compound adjective" or len(upper.amounts) != 1:
        return None
    number = passage.between(index, numeral.last)
    low = Amount(numeral.value, numeral.digit, index, numeral.last, number, is_whole=numeral.is_whole)
    if to:
        return replace(upper, rule="range", amounts=(low, *upper.amounts), first=index)
    return replace(upper, amounts=(low,), first=index, last=at)


def _whole_unit(passage: Passage, at: int) -> str | None:
    """Any unit of one word, in a language that joins them with hyphens: "a 15-gram portion"."""
    lexicon = passage.lexicon
    if not lexicon.words["compounds.special.idle"]:
        return None
    found = lexicon.units.by_lemma(passage.lemmas, at, at + 1)
    return found[1] if found else None


def _things(passage: Passage, index: int, at: int, numeral: Numeral) -> Reading | None:
    """ "A 37-storey tower": a noun before a noun counts in the singular."""
    lexicon, word = passage.lexicon, passage.words[at]
    known = lexicon.numbers.may_begin(word) or lexicon.hedges_after.at(passage.words, at - 1) is not None
    if not lexicon.words["compounds.special.idle"] or known or not passage.is_word(at + 1) or not word.islower():
        return None
    if passage.tokens[at].is_capitalised or lexicon.has("ordinals.special.suffixes", word) or not numeral.is_whole:
        return None
    if numeral.is_spelled and lexicon.numbers.has("needs_unit", passage.word(index)):
        return skipped(index, at + 1)  # "a zero-emission car"
    idle = lexicon.has("compounds.special.idle", word)
    thing = Measure(word, "count", Fraction(1), passage.tokens[at].span, at + 1, is_noun=True)
    measure = None if idle else thing
    number = passage.between(index, numeral.last)
    amount = Amount(numeral.value, numeral.digit, index, at + 1, number, is_whole=True, is_spelled=numeral.is_spelled)
    return Reading("compound adjective", Kind.LEVEL, (amount,), index, at + 1, measure, is_exact=True)


def _two_words(passage: Passage, index: int, at: int, numeral: Numeral) -> Reading | None:
    """ "1,200-square-metre": a unit of two words, joined as well."""
    if passage.word(at + 1) != "-" or not passage.is_word(at + 2):
        return None
    unit = passage.lexicon.units.by_lemma(lambda near: passage.lemmas(at + 2 * near), 0, 2)
    if unit is None or unit[0] != 2:
        return None
    return _reading(passage, index, at + 3, numeral.value, unit[1], False, numeral)


def _rate(passage: Passage, at: int, unit: str) -> str | None:
    """The "bbl/day" of "a 300,000-barrel-a-day refinery"."""
    hyphens = passage.word(at) == "-" == passage.word(at + 2)
    if not hyphens or not all(passage.is_glued(near) for near in range(at, at + 4)):
        return None
    found = passage.lexicon.rates.at((passage.word(at + 1), passage.word(at + 3)), 0)
    rate = f"{unit}/{found[1]}" if found else None
    return rate if rate and units.find(rate) else None


def _over_tail(passage: Passage, at: int) -> int:
    """Past the last word of "35-year-old"."""
    joined = passage.word(at) == "-" and passage.is_glued(at) and passage.is_glued(at + 1)
    return at + 2 if joined and passage.lexicon.has("compounds.special.tail", passage.word(at + 1)) else at


def _fold(passage: Passage, index: int, numeral: Numeral) -> Reading | None:
    """«3-кратный» without a hyphen is one token: "33fold" is two, glued."""
    at = numeral.last
    if passage.word(at) == "fold" and passage.is_glued(at):
        return _reading(passage, index, at + 1, numeral.value, "x", False, numeral)
    return None


def _reading(
    passage: Passage,
    first: int,
    last: int,
    value: Fraction,
    unit: str,
    is_anniversary: bool,
    numeral: Numeral | None = None,
) -> Reading:
    digit = numeral.digit if numeral else last_digit(str(value)) if value.denominator == 1 else Fraction(1, 10)
    span = passage.between(first, numeral.last if numeral else last)
    whole = passage.between(first, last)
    scale = Fraction(1)
    measure = None
    if unit.isdigit():
        scale = Fraction(unit)
    else:
        written = Span(span.end, whole.end) if numeral else whole
        measure = of_code(unit, written, last) or Measure(unit, "count", Fraction(1), written, last, is_noun=True)
    amount = Amount(
        value * scale, digit * scale, first, last, span, scale, is_whole=value.denominator == 1 and scale == 1
    )
    kind = Kind.DURATION if measure and measure.dimension in ("time", "calendar") else Kind.LEVEL
    marked = not is_anniversary and unit == "year" and passage.has("ordinals.special.anniversary", last)
    is_anniversary = is_anniversary or marked
    rule = "anniversary" if is_anniversary else "compound adjective"
    counted = kind is Kind.DURATION or (measure is not None and measure.is_noun)
    exact = counted and amount.is_whole
    kind = Kind.ORDINAL if is_anniversary else kind
    return Reading(rule, kind, (amount,), first, last, measure, is_exact=exact)
