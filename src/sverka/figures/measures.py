"""What a number is of: a unit, a currency, or the things that are counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from sverka import units
from sverka.figures.amounts import Amount, is_year_like
from sverka.figures.endings import chosen_form, is_owned
from sverka.figures.nouns import counted_noun, had, is_marked_adjective
from sverka.figures.passage import Passage
from sverka.figures.products import hours_at
from sverka.figures.ranges import over_currency
from sverka.figures.rates import QUOTES, rate_at
from sverka.languages.morphology import Reading, fold
from sverka.model.span import Span

_METAL = 6  # tokens on either side of an amount in which its metal is looked for
_MEGATONNES = re.compile(r"\d\.\dmt\b")
_CONTENTS = 3  # words for what an amount is of, before "a day"
# How many times an hour each of these comes.
_CLOCK = {"h": 1, "min": 60, "s": 3600}


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit in its canonical code, with the factor that leads there, and where it is written.

    A counted thing has the dictionary form of its noun for a unit, dimension `count`, and `is_noun`. `last` is the
    token behind it; `behind_number` is false for a currency written in front.
    """

    unit: str
    dimension: str
    factor: Fraction
    span: Span
    last: int
    is_noun: bool = False
    behind_number: bool = True


def of_code(code: str, span: Span, last: int, *, behind: bool = True) -> Measure | None:
    unit = units.find(code)
    return Measure(unit.canonical, unit.dimension, unit.factor, span, last, behind_number=behind) if unit else None


def read_measure(passage: Passage, amount: Amount, at: int) -> Measure | None:
    """The unit or the counted noun that follows an amount, with "per year" and its like."""
    hyphened = passage.word(at) == "-" and passage.is_glued(at) and amount.scale != 1
    if hyphened and passage.is_word(at + 1) and over_currency(passage, at + 1) == at + 1:
        at += 1  # "a 300-million-dollar fund"
    if passage.word(at) == "-" and passage.is_glued(at) and passage.is_glued(at + 1) and had(passage, at + 1):
        at += 1  # «3-бөлмелі пәтер»
    if amount.is_share and passage.lexicon.has("fractions.special.point", passage.word(at)):
        return of_code("pp", passage.tokens[at].span, at + 1)  # "a quarter-point cut"
    if not amount.is_whole and _is_of_one(passage, at):
        at += 2  # "0.2 of a percentage point"
    mark = _mark(passage, amount, at)
    found = None if mark is not None and _is_name(passage, at, mark.last) else mark
    found = found or _named(passage, amount, at) or _quoted(passage, at)
    if found is None:
        return None
    found = _over_hours(passage, found)
    tail = passage.lexicon.behind.at(passage.words, found.last)
    if tail is not None:
        found = _until(passage, found, tail[0])
    return _with_rate(passage, found)


def _is_name(passage: Passage, at: int, end: int) -> bool:
    """Whether a mark begins the name of another unit: "758 mm civə sütunu"."""
    unit = passage.lexicon.units.by_lemma(passage.lemmas, at, passage.size) if passage.is_word(end) else None
    return unit is not None and unit[0] > end


def _over_hours(passage: Passage, power: Measure) -> Measure:
    """The energy that power and hours make; any other unit as it is."""
    last = hours_at(passage, power.last) if power.dimension == "power" and not power.is_noun else None
    if last is None:
        return power
    energy = of_code("MWh", Span(power.span.start, passage.tokens[last - 1].end), last)
    return replace(energy, factor=energy.factor * power.factor) if energy else power


def _quoted(passage: Passage, at: int) -> Measure | None:
    """«8,7 млн «квадратов»»: a unit in quotation marks."""
    if passage.word(at) not in QUOTES:
        return None
    unit = passage.lexicon.units.by_lemma(passage.lemmas, at + 1, passage.size)
    if unit is None or passage.word(unit[0]) not in QUOTES:
        return None
    return of_code(unit[1], passage.between(at, unit[0] + 1), unit[0] + 1)


def _is_of_one(passage: Passage, at: int) -> bool:
    numbers = passage.lexicon.numbers
    if not (numbers.has("of", passage.word(at)) and numbers.has("article", passage.word(at + 1))):
        return False
    return passage.lexicon.units.by_lemma(passage.lemmas, at + 2, passage.size) is not None


def read_prefix(passage: Passage, index: int) -> tuple[int, Measure] | None:
    """A currency in front of its number, "$4.5M", "USD 500 million", and the token where it begins."""
    before = index - 1
    if not passage.is_free(before) or not passage.lexicon.has("units.special.before", passage.tokens[before].text):
        return None
    code = passage.lexicon.mark_units.get(passage.tokens[before].text)
    first = before
    if passage.word(before) == "$" and passage.is_glued(before) and passage.is_word(before - 1):
        code = passage.lexicon.mark_units.get(f"{passage.tokens[before - 1].text}$", code)  # A$, HK$
        first = before - 1
    found = code and of_code(code, passage.between(first, index), index, behind=False)
    return (first, found) if found else None


def _until(passage: Passage, measure: Measure, last: int) -> Measure:
    span = Span(measure.span.start, passage.tokens[last - 1].end)
    return Measure(measure.unit, measure.dimension, measure.factor, span, last, measure.is_noun)


def _mark(passage: Passage, amount: Amount, at: int) -> Measure | None:
    if not passage.is_free(at):
        return None
    token = passage.tokens[at]
    match = passage.lexicon.marks.match(passage.text, token.start, passage.span.end)
    if match is None or (passage.lexicon.has("units.special.glued", match.group()) and not passage.is_glued(at)):
        return None
    code = passage.lexicon.unit_of_mark(match.group())
    code = "Mt" if match.group() == "mt" and _are_millions(passage, amount, at) else code
    last = passage.index_at(match.end(), at)
    if not _ends(passage, last - 1, match.end()) or _is_year_mark(code, amount):
        return None
    if fold(match.group()) in passage.lexicon.words["units.special.closing"] and _goes_on(passage, last):
        return None
    if _leads_next(passage, last):
        return None
    if code == "x" and (
        not passage.is_glued(at) or (amount.is_whole and passage.is_glued(last) and _goes_on(passage, last))
    ):
        return None  # "4x4"
    return of_code(code, Span(token.start, match.end()), last)


def _are_millions(passage: Passage, amount: Amount, at: int) -> bool:
    """ "48.6mt" are millions of tonnes, and so are the "325-335mt" beside it; "50,000 mt" are tonnes."""
    if not passage.is_glued(at) or amount.scale != 1 or amount.value >= 1000:
        return False
    return not amount.is_whole or _MEGATONNES.search(passage.text) is not None


def _leads_next(passage: Passage, last: int) -> bool:
    """ "Children under 12 €2.20": a sign that touches the next number is the next one's."""
    return passage.is_number(last) and passage.is_glued(last) and not passage.is_word(last - 1)


def _goes_on(passage: Passage, at: int) -> bool:
    """Whether a word follows: «0,4 с» ends there, «5 с половиной» does not."""
    return passage.is_word(at) or passage.is_number(at)


def _ends(passage: Passage, index: int, offset: int) -> bool:
    """Whether a token ends at an offset, or has only a suffix behind it: "TL'yi"."""
    token = passage.tokens[index]
    return token.end == offset or (passage.is_word(index) and passage.text[offset] in "'’ʼ")


def _is_year_mark(code: str, amount: Amount) -> bool:
    """«2024 г.» is a year, not a weight."""
    return code in ("g", "year") and is_year_like(amount)


def _numbered(passage: Passage, at: int) -> Measure | None:
    """A unit whose name begins with a number: "1,000 20-foot equivalent units"."""
    unit = passage.lexicon.units.by_lemma(passage.lemmas, at, passage.size)
    return of_code(unit[1], passage.between(at, unit[0]), unit[0]) if unit else None


def _named(passage: Passage, amount: Amount, at: int) -> Measure | None:
    """A unit or a noun behind at most two adjectives: «10 млн американских долларов», «14 социальных павильонов»."""
    index = at
    if passage.is_number(at):
        return _numbered(passage, at)
    for _ in range(3):
        if not passage.is_word(index):
            return None
        thing = passage.lexicon.things.by_lemma(passage.lemmas, index, passage.size)
        if thing is not None:  # «3 айлық есептік көрсеткіш»
            return Measure(thing[1], "count", Fraction(1), passage.between(index, thing[0]), thing[0], is_noun=True)
        unit = passage.lexicon.units.by_lemma(passage.lemmas, index, passage.size)
        if unit is not None and (_is_multiplied(passage, unit[0]) or _is_doubtful(passage, amount, index)):
            unit = None
        if unit is not None and not (index > at and passage.readings(index)[0].pos == "adjective"):
            last, code = unit
            if index > at and passage.has("units.special.powers", index - 1):
                return None  # «5 кубических дюймов» are no inches
            if code == "year" and is_year_like(amount):
                return None
            code = "ozt" if code == "oz" and _is_precious(passage, amount) else code
            if code == "degC" and _is_angle(passage, amount, last):
                name = min(passage.lemmas(index))
                return Measure(name, "count", Fraction(1), passage.between(index, last), last, is_noun=True)
            code = "GBP" if code == "lb" and _is_sterling(passage, amount, last) else code
            return of_code(code, passage.between(index, last), last)
        numbers, word = passage.lexicon.numbers, passage.words[index]
        if (word in numbers.cardinals and not numbers.has("pair", word)) or word in numbers.scales:
            return None  # but «22 пары»
        noun = counted_noun(passage, amount, index)
        if noun is not None and amount.scale >= 1000 and passage.lexicon.has("counted.money", noun[0]):
            return None  # «94 млн неустойки»
        if noun is not None and passage.lexicon.verb_last and is_owned(passage, at - 1):
            return None  # "1,2 milyardı yeni mənbələrin payına düşür"
        if noun is not None:
            lemma, last = noun
            return Measure(lemma, "count", Fraction(1), passage.between(index, last), last, is_noun=True)
        if not is_adjective(passage, index):
            return None
        index += 1
        if passage.word(index) == "-" and passage.is_glued(index) and passage.is_glued(index + 1):
            index += 2
    return None


def _is_precious(passage: Passage, amount: Amount) -> bool:
    """«Золота получено 178 тыс. унций», "5 ounces of gold": a metal that is weighed in troy ounces stands near."""
    near = range(max(0, amount.first - _METAL), min(passage.size, amount.last + _METAL))
    return any(passage.has("units.special.precious", at) for at in near)


def _is_angle(passage: Passage, amount: Amount, last: int) -> bool:
    """«Наклон 43 градуса», «40 градусов крепости»: what else is told in degrees stands near."""
    near = (*range(max(0, amount.first - _METAL), amount.first), last, last + 1)
    return any(passage.has("units.special.angles", at) for at in near)


def _is_sterling(passage: Passage, amount: Amount, last: int) -> bool:
    """«8,3 млрд фунтов», «билет стоит 20 фунтов»: pounds of no thing, where money is spoken of or many are told."""
    if not passage.lexicon.tells_forms or _is_genitive(passage, last):
        return False
    near = range(max(0, amount.first - _METAL), amount.first)
    told = any(passage.has(name, at) for name in ("counted.money", "counted.costs", "counted.prices") for at in near)
    told = told or passage.lexicon.rates.at(passage.words, last) is not None
    return told or amount.scale >= 1000 or "£" in passage.text


def _is_doubtful(passage: Passage, amount: Amount, at: int) -> bool:
    """A form that is another word as well, unless a hedge asks for its case, or it stands behind a number in words that
    no other joins: "5 ilə yaxın", "beş-altı ilə", but "5 ilə 7"."""
    if not passage.lexicon.has("units.special.doubtful", passage.word(at)):
        return False
    if amount.is_spelled and passage.is_word(at + 1) and not passage.lexicon.numbers.counts(passage.word(at + 1)):
        return False
    if passage.has("changes.to_level", at + 1):
        return False  # "orta yaş 74,6 ilə çatıb"
    behind = passage.words[at + 1 : at + 5]
    asked = passage.lexicon.hedges_after
    return all(asked.at((one.case, *behind), 0) is None for one in passage.readings(at) if one.case)


def _is_multiplied(passage: Passage, at: int) -> bool:
    """ "Tonne-kilometres" are no tonnes."""
    joined = passage.word(at) == "-" and passage.is_glued(at) and passage.is_glued(at + 1)
    return joined and passage.lexicon.units.by_lemma(passage.lemmas, at + 1, passage.size) is not None


def is_adjective(passage: Passage, index: int) -> bool:
    """A word that may stand between a number and what it counts."""
    if passage.lexicon.is_analytic:
        return not passage.lexicon.has("counted.stop", passage.word(index))
    if passage.lexicon.verb_last:
        return is_marked_adjective(passage, index)
    readings: tuple[Reading, ...] = passage.readings(index)
    return any(reading.pos == "adjective" for reading in readings[:4])


def rated_before(passage: Passage, first: int, measure: Measure) -> Measure:
    """A flow or a price whose "per" stands in front: «жылына 10 млн тонна», "gündə 5 min barel"."""
    start = _over_hedge(passage, first)
    found = passage.lexicon.rates_before.before(passage.words, start)
    if found is None and measure.dimension == "money":
        found = _rated_over(passage, start - 1)
    if found is not None and _is_told_many(passage, found[0] - 1, found[1]):
        return measure
    speed = measure.dimension == "length" and found is not None and found[1] in ("h", "s")
    per = found and units.find(f"km/{found[1]}" if speed else f"{measure.unit}/{found[1]}")
    if speed and found:
        hourly = measure.factor * (3600 if found[1] == "s" else 1)
        return replace(measure, unit="km/h", dimension="speed", factor=hourly / 1000)
    if not per or measure.is_noun or measure.dimension in ("share", "points", "time", "calendar"):
        return measure
    return replace(measure, unit=per.canonical, dimension=per.dimension, factor=measure.factor * per.factor)


def _is_told_many(passage: Passage, at: int, per: str) -> bool:
    """ "Bir ayda 35 sm qalxıb", «500 гектардан 12 мың тонна»: so many of the unit, and no "per"."""
    numbers, word = passage.lexicon.numbers, passage.word(at)
    one = word == "1" or numbers.cardinals.get(word) == 1
    number = passage.is_number(at) or (passage.is_word(at) and numbers.counts(word))
    return number and (per in units.PER or not one)


def _rated_over(passage: Passage, at: int) -> tuple[int, str] | None:
    """The "per" before a place or before whom a price is for: «шаршы метрі Астанада 560 мың», «келісі фермерге 45»."""
    case = chosen_form(passage, at).case if passage.lexicon.verb_last and passage.is_word(at) else None
    found = passage.lexicon.rates_before.before(passage.words, at) if case in ("locative", "dative") else None
    return found if found and (case == "locative" or found[1] not in units.PER) else None


def _over_hedge(passage: Passage, first: int) -> int:
    found = passage.lexicon.hedges.before(passage.words, first)
    start = found[0] if found else first
    while passage.lexicon.has("units.special.among", passage.word(start - 1)):
        start -= 1
    return start


def _with_rate(passage: Passage, measure: Measure) -> Measure:
    """A flow: «тонн в год», "barrels a day"; a percentage per year stays a percentage."""
    at = measure.last
    if passage.word(at) == "." and passage.is_glued(at):
        at += 1
    found = rate_at(passage, at) or _rate_behind_contents(passage, at)
    if found is not None and passage.lexicon.verb_last and passage.is_number(found[0]):
        return measure  # «4 сорғы сағатына 600 текше метр су айдайды»
    if found is None or measure.dimension in ("share", "points", "time", "calendar"):
        return measure
    last, per = found
    span = Span(measure.span.start, passage.tokens[last - 1].end)
    if measure.is_noun:
        return Measure(f"{measure.unit}/{per}", f"count/{per}", Fraction(1), span, last, is_noun=True)
    if measure.dimension == "length" and per in _CLOCK:
        return Measure("km/h", "speed", measure.factor * _CLOCK[per] / 1000, span, last)
    rate = units.find(f"{measure.unit}/{per}")
    if rate is None:
        return measure
    return Measure(rate.canonical, rate.dimension, measure.factor * rate.factor, span, last)


def _rate_behind_contents(passage: Passage, at: int) -> tuple[int, str] | None:
    """«Тонн угля в сутки», «кубометров питьевой воды в час»: what the amount is of stands before its time."""
    if not passage.lexicon.tells_forms:
        return None
    last = at
    while last < at + _CONTENTS and _is_genitive(passage, last):
        last += 1
    found = passage.lexicon.rates.at(passage.words, last) if last > at else None
    return None if found is None or _is_genitive(passage, found[0]) else found  # «в день открытия»


def _is_genitive(passage: Passage, at: int) -> bool:
    return any(one.case == "genitive" and one.pos in ("noun", "adjective") for one in passage.readings(at)[:1])
