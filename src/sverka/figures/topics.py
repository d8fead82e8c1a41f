"""Nouns that stand far from the number that counts them: «Соглашений подписано 24»; rates of exchange."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sverka.figures.bare import is_bare
from sverka.figures.endings import chosen_form
from sverka.figures.measures import Measure, of_code
from sverka.figures.nouns import substantive
from sverka.figures.passage import Passage
from sverka.figures.quantities import is_exact
from sverka.figures.ranges import DASHES
from sverka.figures.reading import Reading, lead_of

_REACH = 10
_SENTENCE = 14
_VERBS = 5  # words between what is told in per cent and its number
_TELLING = ("changes.link", "changes.direct", "changes.ways", "changes.over", "counted.whither")


def topical(passage: Passage, reading: Reading) -> Reading:
    """A bare number with the noun that its clause begins with, or with the currency whose rate it is."""
    if not is_bare(reading):
        return reading
    measure = _rate_of_exchange(passage, reading) or _topic(passage, reading) or named_share(passage, reading)
    if measure is None:
        return reading
    return replace(reading, measure=measure, is_exact=is_exact(reading.amounts, measure))


def named_share(passage: Passage, reading: Reading) -> Measure | None:
    """ "Orta faiz 6,9, müddət 23 il": the word for per cent before its number, where no other number has it."""
    at = lead_of(passage, reading) - 1
    at = at - 1 if at > 0 and passage.tokens[at].text in DASHES else at
    if passage.lexicon.is_analytic:
        return _always_share(passage, reading, at)
    if not passage.lexicon.verb_last or not passage.is_word(at) or reading.amounts[0].scale != 1:
        return None
    unit = passage.lexicon.units.by_lemma(passage.lemmas, at, at + 1)
    taken = passage.is_number(at - 1) or passage.lexicon.numbers.counts(passage.word(at - 1))
    told = unit is not None and unit[1] == "%" and not taken and not passage.is_word(reading.last)
    return of_code("%", passage.tokens[at].span, reading.last) if told else None


def _always_share(passage: Passage, reading: Reading, at: int) -> Measure | None:
    """ "Inflation was 9.7 then": what is told in per cent alone, and a verb or two before its number."""
    decimal = reading.amounts[0].scale == 1 and not reading.amounts[0].is_whole
    start = at
    while decimal and start > at - _VERBS and any(passage.has(name, start) for name in _TELLING):
        start -= 1
    told = decimal and start < at and passage.has("counted.shares", start)
    return of_code("%", passage.tokens[start].span, reading.last) if told else None


def answers_alike(passage: Passage, before: Reading, reading: Reading) -> bool:
    """«Горожан 63 процента, сельчан – 37»: two nouns, each with its share or its time."""
    measure = before.measure
    if measure is None or measure.is_noun or measure.dimension not in ("share", "time", "calendar"):
        return False
    alike = is_bare(reading) and reading.amounts[0].scale == 1 and passage.lexicon.tells_forms
    return alike and all(_is_told(passage, one) for one in (before, reading))


def _is_told(passage: Passage, reading: Reading) -> bool:
    """Whether a counted noun stands right before a number, or a dash before it."""
    at = lead_of(passage, reading) - 1
    at = at - 1 if at > 0 and passage.tokens[at].text in DASHES else at
    return passage.is_word(at) and _is_counted(passage, at)


def _topic(passage: Passage, reading: Reading) -> Measure | None:
    lead = lead_of(passage, reading)
    if lead == 0 or not passage.lexicon.tells_forms:
        return None
    if passage.is_word(reading.last) and _is_counted(passage, reading.last):
        return None
    for at in range(lead - 1, max(-1, lead - 1 - _REACH), -1):
        if _is_verb(passage, at) and at + 1 < lead and passage.lexicon.has("hedges.special.by", passage.word(lead - 1)):
            return None  # «подрядчиков оштрафовали на 2 млрд»
        if not passage.is_free(at):
            continue
        if not passage.is_word(at):
            if passage.tokens[at].text in DASHES:
                continue
            return None
        unit = passage.lexicon.units.by_lemma(passage.lemmas, at, passage.size)
        if passage.lexicon.numbers.has("needs_unit", passage.word(at - 1)):
            return None  # «один свёрток сбывали за 8 тысяч»
        if unit is None and _is_counted(passage, at) and _begins(passage, at):
            if reading.amounts[0].scale >= 1000 and passage.has("counted.money", at):
                return None  # «налогов уплачено 186 млрд»
            noun = next((one.lemma for one in passage.readings(at) if one.pos == "noun"), None)
            noun = noun or substantive(passage, at)
            return Measure(noun, "count", Fraction(1), passage.tokens[at].span, reading.last, is_noun=True)
    return None


def _is_verb(passage: Passage, at: int) -> bool:
    return passage.is_word(at) and passage.readings(at)[0].pos == "verb"


def _is_counted(passage: Passage, at: int) -> bool:
    """A noun in the genitive plural and in no other form of it that could be a subject."""
    first = passage.readings(at)[0]
    alone = first.pos == "noun" or (first.pos == "adjective" and not _leads_on(passage, at + 1))
    subject = any(one.case == "nominative" and one.lemma == first.lemma for one in passage.readings(at))  # «купе»
    return alone and first.case == "genitive" and bool(first.plural) and not first.is_name and not subject


def _leads_on(passage: Passage, at: int) -> bool:
    """Whether a noun follows the adjective before a token: «пострадавших – 15» has none."""
    return passage.is_word(at) and passage.readings(at)[0].pos in ("noun", "adjective")


def _begins(passage: Passage, at: int) -> bool:
    """Whether a noun, or its adjective, opens its part of the sentence."""
    before = at - 1
    if before >= 0 and passage.is_word(before) and passage.readings(before)[0].pos == "adjective":
        before -= 1
    if passage.readings(at)[0].pos == "noun" and passage.lexicon.parts.before(passage.words, before + 1) is not None:
        return True  # «из них первоклассников – 230 тысяч»
    if before < 0 or (not passage.is_word(before) and not passage.is_number(before)):
        return before < 0 or passage.is_free(before)
    if passage.lexicon.has("counted.joins", passage.word(before)):
        return passage.is_word(before - 1) and passage.readings(before - 1)[0].pos not in ("noun", "adjective")
    return passage.lexicon.has("counted.contrasts", passage.word(before))


def _rate_of_exchange(passage: Passage, reading: Reading) -> Measure | None:
    """«На уровне 1,7000 за доллар», "1.7000 to the dollar": in the currency that the sentence is about."""
    at = reading.last
    if passage.lexicon.verb_last:
        return _national(passage, lead_of(passage, reading) - 1)
    if not passage.lexicon.has("counted.exchange", passage.word(at)):
        return _given_for(passage, reading)
    at += 1 + passage.lexicon.numbers.has("article", passage.word(at + 1)) + (passage.word(at + 1) == "the")
    if _money(passage, at) is None:
        return None
    return _currency_before(passage, reading.first)


def _given_for(passage: Passage, reading: Reading) -> Measure | None:
    """«Лира слабеет: за доллар дают 38,2»."""
    at = lead_of(passage, reading) - 1
    at = at - 1 if passage.is_word(at) and passage.readings(at)[0].pos == "verb" else at
    given = passage.lexicon.tells_forms and passage.lexicon.has("counted.exchange", passage.word(at - 1))
    return _currency_before(passage, at) if given and _money(passage, at) else None


def _currency_before(passage: Passage, last: int) -> Measure | None:
    near = range(last - 1, max(-1, last - _SENTENCE), -1)
    priced = (before for before in near if not _is_exchanged(passage, before))
    return next((found for before in priced if (found := _money(passage, before))), None)


def _is_exchanged(passage: Passage, at: int) -> bool:
    """Whether a word is the other currency of a rate: the dollar of «78,90 за доллар и 92,41 за евро»."""
    return passage.lexicon.has("counted.exchange", passage.word(at - 1)) and passage.is_number(at - 2)


def _national(passage: Passage, at: int) -> Measure | None:
    """«Теңге әлсіреп, доллар 525-ке жетті»: a currency is told in another one that stands before it."""
    told = _money(passage, at)
    if told is None or chosen_form(passage, at).stripped:
        return None
    near = (_money(passage, before) for before in range(at - 1, max(-1, at - _SENTENCE), -1))
    return next((found for found in near if found is not None and found.unit != told.unit), None)


def _money(passage: Passage, at: int) -> Measure | None:
    unit = passage.lexicon.units.by_lemma(passage.lemmas, at, passage.size) if passage.is_word(at) else None
    measure = of_code(unit[1], passage.tokens[at].span, at + 1) if unit else None
    whole = measure is not None and measure.dimension == "money" and measure.factor == 1  # no kopecks
    return measure if whole else None
