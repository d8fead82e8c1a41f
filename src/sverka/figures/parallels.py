"""Measured units that a text says once for numbers side by side: «33 %, ещё 33», «350 млн долларов, импорт – 140»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from sverka import units
from sverka.figures.amounts import Amount
from sverka.figures.bare import is_bare
from sverka.figures.destinations import begins_span, change_word
from sverka.figures.endings import chosen_form, ending_at, leads_on
from sverka.figures.labelled import labelled_before, labelled_behind, scaled_alike
from sverka.figures.measures import Measure, of_code
from sverka.figures.passage import Passage
from sverka.figures.quantities import is_exact
from sverka.figures.ranges import DASHES
from sverka.figures.rates import rate_at
from sverka.figures.reading import Reading, lead_of
from sverka.figures.signs import sign_before
from sverka.figures.topics import answers_alike
from sverka.languages.calendar import calendar
from sverka.languages.grammar import grammar
from sverka.model.quantity import Hedge, Kind

_REACH = 30  # tokens between a number and the one whose unit it shares
_MONEY = 8  # tokens before a number in which a noun tells that it is money
_AIR = 5  # tokens before a number in which a verb tells that it is of degrees
_LIKE = 5  # how many times as large a number may be as one that lends it a scale
_FAR = 300  # how many times as large or small as its lender a number may be
_WHOLE = 1000  # more per cent than any number is of that says no unit
_GAPPED = 5  # words between two times of two people
_SENTENCE = 15  # tokens from a verb of price to where it comes
_MILLION = 1_000_000
_ALIKE = 20  # how many times as large as a sum another may be that leaves its currency out
_OLD = 110  # years that people live at most
_RELATIVE = ("share", "points")
_UNRATED = (*_RELATIVE, "time", "calendar", "temperature", "count")


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the sentences before hand on: the last sum or measure, the levels right before, the last large sum."""

    measured: Reading | None = None
    levels: tuple[Reading, ...] = ()
    total: Reading | None = None
    counts: tuple[Reading, ...] = ()
    money: Reading | None = None

    def then(self, passage: Passage, readings: Sequence[Reading]) -> Earlier:
        """What is handed on behind one more sentence; of shares and spans of time only what stands right before."""
        kept = tuple(one for one in self.counts if one.amounts[0].scale >= _MILLION)
        kept = () if kept and any(one.dimension.startswith("money") for one in readings) else kept
        counts = (*kept, *(one for one in readings if _counts(one)))
        lending = [one for one in reversed(readings) if _lends(one) and not bracketed(passage, one)]
        if not lending:
            return Earlier(self.measured, (), self.total, counts, self.money)
        lasting = (one for one in lending if not _is_relative(one) and not _is_time(one) and one.dimension != "speed")
        levels = tuple(one for one in lending if one.kind is not Kind.CHANGE and len(one.amounts) == 1)
        totals = [one for one in lending if one.dimension == "money" and one.amounts[0].scale >= 1000]
        large = [one for one in (*totals, self.total) if one is not None and one.amounts[0].scale >= _MILLION]
        total = next(iter((*large, *totals)), self.total)
        money = next((one for one in lending if one.dimension.startswith("money")), self.money)
        return Earlier(next(lasting, self.measured), levels, total, counts, money)


def parallel(passage: Passage, found: Sequence[Reading], index: int, before: Earlier) -> Reading:
    """The reading with the unit of the nearest number before it that it can stand beside, else of the one behind."""
    reading = found[index]
    if not is_bare(reading) or _is_of_its_own(passage, reading):
        return reading
    degrees = _degrees(passage, found, index)
    if degrees is not None:
        return replace(reading, measure=degrees, is_exact=False)
    if _is_side(passage, found, index):
        return reading if (side := _side(passage, found, index)) is None else _lent(passage, reading, side)
    near = reversed(found[max(0, index - _REACH - 1) : index])
    aside = bracketed(passage, reading)  # «обувь (41 %), духи (27)»
    lending = (one for one in near if _may_lend(passage, one, reading) and _is_aside(passage, one) <= aside)
    lender = _first_alike(passage, lending, reading)
    if lender is not None and is_of_each(passage, lender, reading):
        lender = None
    if lender is not None and not lender.dimension.startswith("money") and _is_of_money(passage, reading):
        lender = None
    if lender is not None and _is_counted_since(passage, found[:index], lender, reading):
        lender = None
    if lender is None and reading.amounts[0].scale >= 1000 and _counts_people(passage, reading):
        lender = next((one for one in reversed(found[:index][-_REACH:]) if _is_people(passage, one)), None)
    if lender is None and index + 1 < len(found) and _is_contrasted(passage, reading, found[index + 1]):
        lender = found[index + 1]
    if lender is None:
        lender = labelled_before(passage, found, index) or labelled_behind(passage, found, index)
    if lender is None and scaled_alike(passage, found, index):
        return replace(reading, amounts=lent_scale(found[index - 1], reading.amounts, reading), is_exact=False)
    if lender is None and not any(_lends(one) for one in found[:index]) and _is_recalled(passage, reading):
        lender = _nearest(reading, before.levels)
    counts = (*before.counts, *(one for one in found[:index] if _counts(one)))
    counted = reading.amounts[0].scale >= 1000 and any(is_bare(one) and _is_scaled(one) for one in found[:index])
    back = None if lender is not None or counted else _far_back(passage, reading, before, counts)
    if back is not None:
        return _lent(passage, reading, _sum(back), lent_scale(back, reading.amounts, reading))
    if lender is None:
        return reading
    lender = _step_lender(passage, found[:index], lender, reading)
    return _lent(passage, reading, unrated(lender, reading))


def _step_lender(passage: Passage, before: Sequence[Reading], lender: Reading, reading: Reading) -> Reading:
    """«Доллар подешевел на 37 копеек, до 78,31 рубля; евро прибавил 12, до 91,02»: what leads to where something came
    to is in the unit of what did so before."""
    place = _is_step if _is_step(passage, reading) else _is_behind_step if _is_behind_step(passage, reading) else None
    if place is None or place(passage, lender):
        return lender
    alike = (one for one in reversed(before) if _lends(one) and place(passage, one))
    return next((one for one in alike if one.dimension == lender.dimension), lender)


def _is_step(passage: Passage, reading: Reading) -> bool:
    behind = passage.word(reading.last), passage.word(reading.last + 1)
    return behind[0] == "," and passage.lexicon.has("hedges.special.to", behind[1])


def _is_behind_step(passage: Passage, reading: Reading) -> bool:
    lead = lead_of(passage, reading)
    return passage.word(lead - 2) == "," and passage.lexicon.has("hedges.special.to", passage.word(lead - 1))


def unrated(lender: Reading, reading: Reading) -> Reading:
    """«Поднять оплату до 30 долларов в час и обложить доходы от миллиона»: a far larger sum is no rate."""
    far = reading.amounts[0].scale >= 1000 and lender.amounts[-1].scale == 1 and lender.dimension.startswith("money/")
    return without_rate(lender) if far and (lender.unit or "").partition("/")[2] in units.PER else lender


def _first_alike(passage: Passage, lending: Iterator[Reading], reading: Reading) -> Reading | None:
    """The nearest that may lend; to what something changed by, one that tells the same: "fell 4 cents to $5.36, corn
    lost 3"."""
    lender = next(lending, None)
    if lender is None or not passage.lexicon.is_analytic or not _changes_by(passage, reading):
        return lender
    if _changes_by(passage, lender):
        return lender
    return next((one for one in lending if one.dimension.startswith("money") and _changes_by(passage, one)), lender)


def _changes_by(passage: Passage, reading: Reading) -> bool:
    return passage.has("changes.direct", lead_of(passage, reading) - 1)


def _degrees(passage: Passage, found: Sequence[Reading], index: int) -> Measure | None:
    """«Ночью −17…−19, днём −2»: a signed number beside degrees, or among words of the weather."""
    reading = found[index]
    from_nought = len(reading.amounts) == 2 and not reading.amounts[0].value
    if not (from_nought or sign_before(passage, reading.first, "degC") or _warms(passage, reading)):
        return None
    warm = next((one.measure for one in _around(found, index) if one.dimension == "temperature"), None)
    if warm is not None:
        return replace(warm, last=reading.last, behind_number=False)
    near = range(max(0, reading.first - _REACH), min(passage.size, reading.last + _REACH))
    told = any(passage.has("units.special.weather", at) for at in near) or _is_cold(passage, reading)
    return of_code("degC", passage.between(reading.first, reading.last), reading.last) if told else None


def _is_cold(passage: Passage, reading: Reading) -> bool:
    """ "It was minus 17 on Sunday"."""
    linked = passage.lexicon.is_analytic and passage.has("changes.link", reading.first - 2)
    minus = passage.lexicon.has("changes.minus", passage.word(reading.first - 1))
    return linked and minus and passage.lexicon.has("changes.pronouns", passage.word(reading.first - 3))


def _warms(passage: Passage, reading: Reading) -> bool:
    """«Потеплеет до 18–20»: a verb that only the air is told by."""
    lead = lead_of(passage, reading)
    near = range(max(0, lead - _AIR), lead)
    closed = not passage.is_word(reading.last) or passage.readings(reading.last)[0].pos not in ("noun", "adjective")
    return closed and any(passage.has("units.special.warming", at) for at in near)


def _around(found: Sequence[Reading], index: int) -> Sequence[Reading]:
    """The readings near one, those before it first."""
    return (*reversed(found[max(0, index - _REACH) : index]), *found[index + 1 : index + _REACH])


def bracketed(passage: Passage, reading: Reading) -> bool:
    """«385 млрд тенге (800 млн долларов)»: what only converts the number before it."""
    if passage.word(reading.last) != ")":
        return False
    signed = abs(sign_before(passage, reading.first, reading.unit))
    return "(" in (passage.word(reading.first - 1 - signed), passage.word(lead_of(passage, reading) - 1))


def is_of_each(passage: Passage, lender: Reading, reading: Reading) -> bool:
    """ "Each satellite weighs 575kg, and 7,600 are in orbit": so many are there of what each has its measure."""
    if not passage.lexicon.is_analytic or not passage.has("changes.many", reading.last):
        return False
    return any(passage.lexicon.has("units.special.often", passage.word(at)) for at in range(lender.first))


def _is_aside(passage: Passage, reading: Reading) -> bool:
    """What is in brackets, or between commas says what part a number is: "14.3 km, 62% of its length, against 16.9"."""
    lead, of = lead_of(passage, reading), reading.last
    if bracketed(passage, reading):
        return True
    part = reading.unit == "%" and passage.lexicon.is_analytic and passage.lexicon.has("counted.of", passage.word(of))
    if not part or passage.word(lead - 1) != ",":
        return False
    end = next((at for at in range(of, of + 5) if not passage.is_word(at)), of)
    return passage.word(end) == ","


def _sum(lender: Reading) -> Reading:
    """What a sentence hands on of a price or a rate is its money: «20 тысяч тенге за тонну. Всего 40 млрд»."""
    return without_rate(lender) if lender.dimension.startswith("money/") else lender


def without_rate(lender: Reading) -> Reading:
    """The reading as of an amount that is per nothing."""
    if lender.measure is None:
        return lender
    unit, dimension = (one.partition("/")[0] for one in (lender.measure.unit, lender.dimension))
    return replace(lender, measure=replace(lender.measure, unit=unit, dimension=dimension))


def _is_counted_since(passage: Passage, found: Sequence[Reading], lender: Reading, reading: Reading) -> bool:
    """Whether things have been counted since, to which a number is nearer: «240 минут, 120 вопросов: по 10, по 40»."""
    since = [] if is_label(passage, reading) else found[found.index(lender) + 1 :]
    counts = [one for one in since if _counts(one)]
    if counts and counts[-1].amounts[-1].scale == reading.amounts[0].scale >= 1000 != lender.amounts[-1].scale:
        return True  # «датчик стоит 1200 тенге, установлено 18,6 тыс. штук, остаётся 3,4 тыс.»
    if counts and reading.amounts[0].is_spelled and not lender.amounts[-1].is_spelled:
        return True  # "44.6% and 61 seats, five short of a majority"
    whole = (
        reading.amounts[0].is_whole
        and lender.dimension in ("speed", "temperature")
        and reading.amounts[0].value >= 1000
    )
    if counts and whole:
        return True  # "gusts of 82mph cut off 71,000 homes; all but 1,800 had power"
    return any(_is_time(lender) or _distance(one, reading) < _distance(lender, reading) for one in counts)


def _distance(one: Reading, other: Reading) -> Fraction:
    left, right = abs(one.amounts[-1].value), abs(other.amounts[-1].value)
    return max(left / right, right / left) if left and right else Fraction(0)


def _lends(reading: Reading) -> bool:
    measure = reading.measure
    if measure is None or measure.is_noun or reading.ignored or not reading.amounts:
        return False
    if reading.amounts[0].is_share or reading.rule == "compound adjective":
        return False  # "the 11.5-km ring will add another seven"
    return measure.dimension not in ("ratio", "count", "ordinal", "date") and reading.kind is not Kind.ORDINAL


def _counts(reading: Reading) -> bool:
    return reading.measure is not None and reading.measure.is_noun and bool(reading.amounts)


def _is_relative(reading: Reading) -> bool:
    return reading.dimension in _RELATIVE


def _is_time(reading: Reading) -> bool:
    return reading.dimension in ("time", "calendar")


def _is_of_its_own(passage: Passage, reading: Reading) -> bool:
    """True where a number counts what follows it, is one of several, or belongs to a name."""
    at = reading.last
    lead = lead_of(passage, reading)
    out_of = passage.lexicon.has("counted.within", passage.word(lead - 1)) and _is_numeral(passage, lead - 2)
    leads = passage.lexicon.verb_last and leads_on(passage, at)  # «2 млрд-тан 3 млрд-қа»
    if out_of or passage.lexicon.has("counted.of", passage.word(at)) or (_is_numeral(passage, at) and not leads):
        return True
    if passage.has("counted.counts", reading.first - 1) or _is_subject(passage, reading):
        return True
    if passage.lexicon.is_analytic and (passage.has("counted.counts", at) or _is_per_many(passage, at)):
        return True  # "fifteen thousand watched", "3.5 per 1,000 households"
    if _is_bare_by_nature(passage, lead) or _is_of_things(passage, lead) or _is_of_group(passage, lead):
        return True
    if passage.is_glued(reading.first) and passage.word(reading.first - 1) in ("-", "/", "'", "’"):
        return True
    return _counts_next(passage, at)


def _is_dense(passage: Passage, lender: Reading, reading: Reading) -> bool:
    """ "3,000 tonnes a year, at 10 to 15 per cubic metre": so many to each of a unit, unless money is."""
    at = reading.last + 1
    per = passage.lexicon.is_analytic and passage.lexicon.has("units.special.per", passage.word(at - 1))
    if not per or lender.dimension.startswith("money"):
        return False
    unit = passage.lexicon.units.by_lemma(passage.lemmas, at, passage.size) if passage.is_word(at) else None
    return unit is not None and units.table()[unit[1]].dimension not in ("time", "calendar")


def _is_per_many(passage: Passage, at: int) -> bool:
    return passage.lexicon.has("units.special.per", passage.word(at)) and passage.is_number(at + 1)


def _is_subject(passage: Passage, reading: Reading) -> bool:
    """«Девять ждали повышения»: a number in words that a verb in the plural is told of."""
    if not passage.lexicon.tells_forms or not reading.amounts[0].is_spelled or reading.amounts[0].scale != 1:
        return False
    return any(one.pos == "verb" and one.plural for one in passage.readings(reading.last)[:1])


def _is_of_things(passage: Passage, lead: int) -> bool:
    """«Гранттың 60 мыңы»: so many of the things that stand before it, whatever was measured earlier."""
    if not passage.lexicon.verb_last or not passage.is_word(lead - 1):
        return False
    form = chosen_form(passage, lead - 1)
    return form.case == "genitive" and form.stem in passage.lexicon.words["counted.nouns"]


def _is_of_group(passage: Passage, lead: int) -> bool:
    """ "A crew of 157": so many as belong to it, whatever was measured earlier."""
    of = passage.lexicon.has("counted.of", passage.word(lead - 1))
    return of and passage.lexicon.has("counted.groups", passage.word(lead - 2))


def _is_bare_by_nature(passage: Passage, lead: int) -> bool:
    """«Энергетикалық класы – 10,4», «индекс 51,2»: what is told without a unit."""
    at = lead - 2 if passage.word(lead - 1) in DASHES else lead - 1
    return passage.has("counted.unitless", at)


def _is_numeral(passage: Passage, at: int) -> bool:
    return passage.is_number(at) or passage.lexicon.numbers.counts(passage.word(at))


def _counts_next(passage: Passage, at: int) -> bool:
    """Whether a noun or an adjective that a number may count stands behind it."""
    if not passage.is_word(at) or passage.has("counted.money", at):
        return False
    readings = passage.readings(at)
    if passage.lexicon.is_analytic:
        told = passage.word(at) in grammar(passage.lexicon.tag).verbs or passage.lexicon.has(
            "counted.stop", passage.word(at)
        )
        return not told and any(one.plural for one in readings)
    if not passage.lexicon.tells_forms:
        return not passage.lexicon.has("counted.stop", passage.word(at)) and any(one.plural for one in readings)
    if readings[0].pos == "adjective" and readings[0].plural:
        return True  # «четыре пострадавшие от паводка области»
    return readings[0].pos in ("noun", "adjective") and any(one.case == "genitive" for one in readings[:4])


def _may_lend(passage: Passage, lender: Reading, reading: Reading) -> bool:
    if not _lends(lender) or reading.first - lender.last > _REACH or _is_parted(passage, lender.last, reading.first):
        return False
    if _is_dealt_out(passage, lender, reading) or _is_when(passage, lender, reading):
        return False
    if _is_dense(passage, lender, reading):
        return False
    apart = ("changes.ahead", "changes.adrift", "changes.behind")
    if (
        passage.lexicon.is_analytic
        and lender.dimension == "length"
        and any(passage.lexicon.has(name, passage.word(reading.last)) for name in apart)
    ):
        return False  # "jumped 142 metres; Hoerl, 3.2 behind"
    if lender.last == reading.first - 1 and passage.tokens[lender.last].text in DASHES:
        return False  # «свыше 3 литров – 460» tells what is paid for such
    if is_label(passage, lender) or is_label(passage, reading):
        return is_label(passage, lender) and is_label(passage, reading) and reading.amounts[0].scale == 1
    implied = _is_time(lender) and passage.lexicon.is_analytic and _is_implied(passage, lender)
    if implied and not _is_twin(lender, reading):
        return False  # "11 of them under 18, against two last year"
    if _is_time(lender):
        return reading.amounts[0].scale == 1 and (
            _is_compared(passage, reading)
            or _is_twin(lender, reading)
            or _is_led_alike(passage, lender, reading)
            or (answers_alike(passage, lender, reading) and _is_like(lender, reading))
            or _ends_span(passage, lender, reading)
            or _is_inserted(passage, lender, reading)
            or _is_paired_time(passage, lender, reading)
            or _is_of_another(passage, lender, reading)
            or _was_then(passage, lender, reading)
            or _is_of_somebody(passage, lender, reading)
            or _is_moved(passage, lender, reading)
            or _is_sentenced(passage, lender, reading)
            or _is_outcome(passage, lender, reading)
            or (is_at_another_time(passage, reading) and _is_closed(passage, reading) and _is_like(lender, reading))
        )
    if _is_relative(lender) and (_acts(passage, reading) or _arrives(passage, lender, reading)):
        return False
    if _is_relative(lender) and passage.lexicon.is_analytic and _is_worded(lender, reading):
        return False  # "met the 2% goal, compared with three in 2014"
    if _is_relative(lender):
        # "92% were unvaccinated and 198 needed care"
        most = 100 if abs(lender.amounts[-1].value) <= 100 else _WHOLE
        small = reading.amounts[0].scale == 1 and abs(reading.amounts[0].value) <= most
        return small and _is_closed(passage, reading) and not _restates(passage, reading)
    if reading.amounts[0].scale >= 1000:
        money = lender.dimension.startswith("money")
        return not _counts_people(passage, reading) and (money or is_near(lender, reading))
    if lender.amounts[-1].scale != 1:
        like = _is_like(lender, reading) or _is_whole_like(lender, reading)
        return _is_closed(passage, reading) and like and not _is_had(passage, reading)
    return _is_closed(passage, reading) and is_near(lender, reading)


def _is_when(passage: Passage, lender: Reading, reading: Reading) -> bool:
    """«7 келілік ядроны он тоғызда көтердім»: the case of a time or a place, which what is measured has not."""
    if not passage.lexicon.verb_last or lender.dimension not in ("mass", "money", "length"):
        return False
    return ending_at(passage, reading.last)[0] == "locative" != ending_at(passage, lender.last)[0]


def _is_dealt_out(passage: Passage, lender: Reading, reading: Reading) -> bool:
    """«Продаю килограммов тридцать, скидываю по двести»: so much each time, and more than there is."""
    each = passage.lexicon.tells_forms and passage.lexicon.has(
        "counted.each", passage.word(lead_of(passage, reading) - 1)
    )
    return each and lender.dimension == "mass" and reading.amounts[-1].value > lender.amounts[-1].value


def _is_implied(passage: Passage, lender: Reading) -> bool:
    """Whether nothing says the unit, as in ages."""
    span = lender.measure.span if lender.measure else None
    return lender.rule != "elided unit" and span is not None and span.end <= passage.tokens[lender.first].start


def _is_worded(lender: Reading, reading: Reading) -> bool:
    return reading.amounts[0].is_spelled and not lender.amounts[-1].is_spelled


def is_label(passage: Passage, reading: Reading) -> bool:
    """«До двух лет – 50, от двух до трёх – 100», "5-dən az isə 10": what a dash leads from to its own number."""
    at = passage.index_at(reading.hedge_span.end, reading.last) if reading.hedge_span else reading.last
    bounded = reading.hedge is not None or reading.rule == "range"
    dashed = bounded and passage.is_free(at) and passage.tokens[at].text in DASHES and not passage.is_glued(at)
    dashed = dashed or (bounded and passage.lexicon.verb_last and passage.has("counted.contrasts", at))
    return dashed and any(_is_numeral(passage, near) for near in range(at + 1, min(at + 4, passage.size)))


def _restates(passage: Passage, reading: Reading) -> bool:
    """ "4.3% (or 485) fewer": what the share amounts to."""
    at = lead_of(passage, reading) - 1
    return passage.lexicon.has("changes.restate", passage.word(at)) and passage.word(at - 1) == "("


def _ends_span(passage: Passage, lender: Reading, reading: Reading) -> bool:
    """ "From 7.2 days to 4.8"."""
    to = passage.lexicon.has("hedges.special.to", passage.word(lead_of(passage, reading) - 1))
    return to and begins_span(passage, lender.first)


def _acts(passage: Passage, reading: Reading) -> bool:
    """ "Three died": a number word that is the subject of a verb is of people."""
    if not passage.lexicon.is_analytic or not reading.amounts[0].is_spelled or not passage.is_word(reading.last):
        return False
    return passage.word(reading.last).endswith("ed") or passage.word(reading.last) in grammar("en").verbs


def _arrives(passage: Passage, lender: Reading, reading: Reading) -> bool:
    """ "Gained 1.9% to 972", "6,2 faiz azalaraq 514-ə enib": where it came to is no share, unless it came from one."""
    if passage.lexicon.verb_last and ending_at(passage, lender.last)[0] != "ablative":
        return any(change_word(passage, at) is not None for at in range(lender.last, reading.first))
    lead = lead_of(passage, reading) - 1
    to = passage.lexicon.has("hedges.special.to", passage.word(lead))
    toward = passage.lexicon.has("hedges.special.toward", passage.word(lead)) and change_word(passage, lead - 1)
    again = passage.lexicon.tells_forms and passage.word(lead) == passage.word(lead_of(passage, lender) - 1)
    return bool(to or toward) and not again and not begins_span(passage, lender.first)


def _is_inserted(passage: Passage, lender: Reading, reading: Reading) -> bool:
    """«75,4 года (мужчины – 71, женщины – 79,6)»: times of the same size, in brackets behind one."""
    opened = any(passage.word(at) == "(" for at in range(lender.last, reading.first))
    closed = any(passage.word(at) == ")" for at in range(lender.last, reading.first))
    return opened and not closed and _is_closed(passage, reading) and _is_like(lender, reading)


def _is_of_somebody(passage: Passage, lender: Reading, reading: Reading) -> bool:
    """ "He got 14 years, his cousin nine": whose time it is stands between, and no verb; "11 days out of 14"."""
    gap = range(lender.last, lead_of(passage, reading))
    if (
        not passage.lexicon.is_analytic
        or not 2 <= len(gap) <= _GAPPED
        or (passage.is_word(reading.last) and not (passage.lexicon.has("counted.joins", passage.word(reading.last))))
    ):
        return False
    if passage.lexicon.has("counted.out", passage.word(gap[0])) and passage.lexicon.has(
        "counted.of", passage.word(gap[1])
    ):
        return len(gap) == 2
    owned = passage.lexicon.has("ordinals.special.articles", passage.word(gap[1]))
    verbs = (
        passage.word(at) in grammar(passage.lexicon.tag).verbs or passage.word(at).endswith("ed") for at in gap[2:]
    )
    words = all(passage.is_word(at) and not passage.lexicon.has("counted.stop", passage.word(at)) for at in gap[2:])
    return passage.word(gap[0]) == "," and len(gap) > 2 and owned and words and not any(verbs)


def _is_paired_time(passage: Passage, lender: Reading, reading: Reading) -> bool:
    """«Әйелдер 75,9 жас өмір сүрсе, ерлер 71,4»: parts of a year, which count nothing, in the next clause."""
    parted = any(passage.word(at) in (",", ";") for at in range(lender.last, reading.first))
    decimal = not (lender.amounts[-1].is_whole or reading.amounts[-1].is_whole)
    return parted and decimal and _is_closed(passage, reading) and _is_like(lender, reading)


def is_at_another_time(passage: Passage, reading: Reading) -> bool:
    """«Средний возраст был 52 года, сегодня – 38»: behind a dash and a date."""
    at = lead_of(passage, reading) - 1
    dashed = at > 0 and passage.tokens[at].text in DASHES and not passage.is_glued(at)
    dated = not passage.is_free(at - 1) or passage.lexicon.has("counted.then", passage.word(at - 1))
    return dashed and dated and passage.lexicon.tells_forms


def _was_then(passage: Passage, lender: Reading, reading: Reading) -> bool:
    """«Идёт 15 дней, а три года назад путь занимал более 50»: a verb that says how much it was, behind a date."""
    lead = lead_of(passage, reading)
    told = passage.lexicon.words["counted.recalls"] and passage.has("counted.recalls", lead - 1)
    if not told or not (_is_closed(passage, reading) and _is_like(lender, reading)):
        return False
    return any(not passage.is_free(at) for at in range(lender.last, lead))


def _is_moved(passage: Passage, lender: Reading, reading: Reading) -> bool:
    """«Средний возраст – 34,6 года; за десять лет он вырос на 2,1»: by how much what "it" stands for has changed."""
    lead = lead_of(passage, reading)
    moved = _is_by(passage, reading) and change_word(passage, lead - 2) is not None
    near = range(max(lender.last, lead - 4), lead)
    it = any(passage.lexicon.has("changes.pronouns", passage.word(at)) for at in near)
    decimal = not (lender.amounts[-1].is_whole or reading.amounts[-1].is_whole)
    return moved and it and decimal and _is_closed(passage, reading)


def _is_outcome(passage: Passage, lender: Reading, reading: Reading) -> bool:
    """«Обещают 14 дней, вышло девять»: what it came to, of nearly the same size, at the end of its clause."""
    told = passage.has("counted.turned", lead_of(passage, reading) - 1)
    return told and _is_closed(passage, reading) and _is_like(lender, reading)


def _is_sentenced(passage: Passage, lender: Reading, reading: Reading) -> bool:
    """«Просил девять лет, суд назначил семь»: a word for what a court gives, right before a number."""
    lead = lead_of(passage, reading)
    lead = lead - 1 if passage.lexicon.has("hedges.special.into", passage.word(lead - 1)) else lead
    told = passage.has("counted.sentences", lead - 1)
    if not told and passage.has("counted.gives", lead - 1):
        told = any(passage.has("counted.courts", at) for at in range(passage.size))
    return lender.unit == "year" and told and _is_closed(passage, reading) and _is_like(lender, reading)


def _is_of_another(passage: Passage, lender: Reading, reading: Reading) -> bool:
    """«Одному было 24 года, второму – 51»: whose age it is stands in the dative before a dash."""
    at = lead_of(passage, reading) - 2
    dative = passage.is_word(at) and any(one.case == "dative" for one in passage.readings(at)[:2])
    aged = lender.unit == "year" and dative and passage.tokens[at + 1].text in DASHES
    return aged and _is_closed(passage, reading) and reading.amounts[0].value <= _OLD


def _is_whole_like(lender: Reading, reading: Reading) -> bool:
    """ "Uzbekistan took 1.6 million tonnes and Afghanistan 610,000": a number that needs no scale to be of its size."""
    return reading.amounts[0].value >= 1000 and lender.amounts[-1].value > 0 and _distance(lender, reading) <= _LIKE


def _is_had(passage: Passage, reading: Reading) -> bool:
    """ "Cost £48m and has 17 in 24 games": what somebody has is counted."""
    return passage.lexicon.has("counted.had", passage.word(lead_of(passage, reading) - 1))


def _is_led_alike(passage: Passage, lender: Reading, reading: Reading) -> bool:
    """ "Every six minutes at peak and every 12 off it": one little word before both."""
    word = passage.word(lead_of(passage, reading) - 1)
    if not word.isalpha() or word != passage.word(lead_of(passage, lender) - 1) or not _is_like(lender, reading):
        return False
    lasts = passage.lexicon.is_analytic and passage.lexicon.has("hedges.special.lasting", word)
    return passage.lexicon.has("units.special.often", word) or (lasts and _is_closed(passage, reading))


def _is_twin(lender: Reading, reading: Reading) -> bool:
    """ "76.9 years, 72.8 for men": as many digits behind the point, and nearly of its size."""
    one, other = lender.amounts[-1], reading.amounts[-1]
    alike = one.digit == other.digit and not (one.is_whole or other.is_whole)
    return alike and one.value > 0 < other.value and _distance(lender, reading) < 2


def is_near(lender: Reading, reading: Reading) -> bool:
    """Whether two numbers may be of one thing by their size: "56,400 TEU" lends none to "358 trains"."""
    one, other = abs(lender.amounts[-1].value), abs(reading.amounts[-1].value)
    return not one or not other or Fraction(1, _FAR) <= one / other <= _FAR


def _is_parted(passage: Passage, first: int, last: int) -> bool:
    """ "1:12" and what stands on one side of a slash between headlines: "striker for £61m / Heat kills 19"."""
    glued = {at: passage.is_glued(at) and passage.is_glued(at + 1) for at in range(first, last)}
    colons = any(glued[at] for at in glued if passage.word(at) == ":")
    return colons or any(not passage.is_glued(at) for at in glued if passage.word(at) == "/")


def _is_compared(passage: Passage, reading: Reading) -> bool:
    """«Не 25 дней, а 18», «16 часов вместо двадцати пяти», "to 12 days from 15"."""
    lead = lead_of(passage, reading)
    if passage.lexicon.parts.before(passage.words, lead) is not None:
        return True  # «32 года, из них двадцать – в театре»
    return any(
        passage.lexicon.has(name, passage.word(at))
        for at in range(max(lead - 2, 0), lead)
        for name in ("counted.again", "hedges.special.since", "counted.instead")
        if not (name == "hedges.special.since" and _leads_on_to(passage, reading))
    )


def _leads_on_to(passage: Passage, reading: Reading) -> bool:
    """ "In three months, going from 94 to 82": both ends are of something else."""
    to = passage.lexicon.has("hedges.special.to", passage.word(reading.last))
    return to and passage.lexicon.is_analytic and passage.is_number(reading.last + 1)


def _is_closed(passage: Passage, reading: Reading) -> bool:
    """Whether a number ends its part of the sentence, and something that it is told of stands before it."""
    at, lead = reading.last, lead_of(passage, reading)
    if lead == 0 or passage.word(at) in ("-", "/", ":", "°"):
        return False
    before = passage.tokens[lead - 1]
    told = passage.is_word(lead - 1) or before.text in (*DASHES, ",", "–", "—", "…", ":")
    told = told or bracketed(passage, reading)
    return told and not (before.is_capitalised and passage.tokens[reading.first].start == before.end)


def lent_scale(lender: Reading, amounts: tuple[Amount, ...], reading: Reading) -> tuple[Amount, ...]:
    """The amounts with the lender's scale, where they are of its size without it."""
    return tuple(_scaled(amount, lender.amounts[-1]) for amount in amounts) if _is_like(lender, reading) else amounts


def _is_like(lender: Reading, reading: Reading) -> bool:
    """Whether a number is of the size of another's without its scale: 18 billion and 6, 46 thousand and 12."""
    size = lender.amounts[-1].value / lender.amounts[-1].scale
    value = reading.amounts[-1].value
    most = _LIKE * (2 if lender.rule == "range" and reading.hedge is Hedge.UP_TO else 1)  # «от 20 до 40 тысяч, до 300»
    return bool(size) and bool(value) and Fraction(1, _LIKE) <= value / size <= most


def _counts_people(passage: Passage, reading: Reading) -> bool:
    return any(passage.has("counted.counts", at) for at in range(max(0, reading.first - 6), reading.first))


def _is_of_money(passage: Passage, reading: Reading) -> bool:
    """«Перевезли 62 млн т, выручка – 3 млрд»: a large number that money alone can be of."""
    if reading.amounts[0].scale < 1000:
        return False
    near = range(max(0, reading.first - _MONEY), min(reading.last + 1, passage.size))
    return any(passage.has("counted.money", at) for at in near) or _is_price(passage, reading)


def _is_price(passage: Passage, reading: Reading) -> bool:
    """«Сбывали за 8–10 тысяч»: "for" so many behind a verb of trade."""
    lead = lead_of(passage, reading) - 1
    given = passage.lexicon.tells_forms and passage.lexicon.has("counted.exchange", passage.word(lead))
    return given and any(passage.has("counted.trades", at) for at in range(max(0, lead - _AIR), lead))


def _is_people(passage: Passage, reading: Reading) -> bool:
    return reading.unit in passage.lexicon.numbers.special["person"] and bool(reading.amounts)


def _is_contrasted(passage: Passage, reading: Reading, following: Reading) -> bool:
    """«В 2024 году 1,4 млн, а в 2025-м – 2,3 млн человек», «120 на 90 сантиметров»."""
    measure, gap = following.measure, range(reading.last, following.first)
    if measure is None or following.ignored or not measure.behind_number or following.kind is Kind.ORDINAL:
        return False
    if measure.dimension == "money" and _is_gone_on(passage, reading, following):
        return True
    if len(gap) == 1 and measure.is_noun and passage.lexicon.is_analytic:
        return False  # "58 votes to 12 with 9 abstentions"
    if len(gap) == 1 and passage.lexicon.has("counted.again", passage.word(gap[0])):
        return following.amounts[0].scale == reading.amounts[0].scale or reading.amounts[0].scale == 1
    both_dashed = all(_is_dashed(passage, one) for one in (reading, following)) and not measure.is_noun
    if both_dashed and (measure.dimension == "calendar" or reading.amounts[0].scale >= 1000):
        return len(gap) <= _REACH // 2 and following.amounts[0].scale == reading.amounts[0].scale
    if len(gap) == 1 and passage.word(gap[0]) == "→":
        return following.amounts[0].scale == reading.amounts[0].scale
    if gap and all(_spans(passage, at) for at in gap) and passage.word(reading.last) != "-":
        return following.amounts[0].scale == reading.amounts[0].scale
    if len(gap) == 1 and passage.lexicon.has("counted.sides", passage.word(gap[0])):
        return measure.dimension == "length" and following.amounts[0].scale == reading.amounts[0].scale
    if measure.dimension in _RELATIVE and abs(reading.amounts[0].value) > _WHOLE:
        return False
    if measure.dimension in _RELATIVE and _is_by(passage, reading) and _is_by(passage, following):
        return reading.amounts[0].scale == 1 and len(gap) <= _REACH // 2
    if measure.dimension in (*_RELATIVE, "calendar") and _is_gapped(passage, reading, following):
        return True
    if _are_chained(passage, reading, following):
        return not measure.is_noun and measure.dimension not in _UNRATED
    alike = following.amounts[0].scale >= 1000 <= reading.amounts[0].scale or measure.dimension in _RELATIVE
    return (
        alike
        and len(gap) <= _REACH // 2
        and any(passage.lexicon.has("counted.contrasts", passage.word(at)) for at in gap)
    )


def _are_chained(passage: Passage, reading: Reading, following: Reading) -> bool:
    """«Порт принял 1,2 млн и отправил 3,4 млн тонн»: two verbs of one subject, each right before its number."""
    leads = lead_of(passage, reading) - 1, lead_of(passage, following) - 1
    joined = passage.lexicon.has("counted.joins", passage.word(reading.last)) and leads[1] == reading.last + 1
    scaled = reading.amounts[0].scale >= 1000 <= following.amounts[0].scale
    return joined and scaled and all(passage.readings(at)[:1] and passage.readings(at)[0].pos == "verb" for at in leads)


def _is_gone_on(passage: Passage, reading: Reading, following: Reading) -> bool:
    """ "1,1 milyard artaraq 39,7 milyard manata çatıb": by how much, and what that makes, of large sums."""
    after = ending_at(passage, reading.last)[1]
    words = [at for at in range(after, following.first) if passage.is_word(at)]
    scaled = _is_scaled(reading) and _is_scaled(following)
    return passage.lexicon.verb_last and scaled and len(words) == 1 and change_word(passage, words[0]) is not None


def _is_gapped(passage: Passage, reading: Reading, following: Reading) -> bool:
    """ "Kişilər 49,8, qadınlar 50,2 faiz": where verbs come last, the second of two shares says the unit for both."""
    gap = range(reading.last, following.first)
    if not passage.lexicon.verb_last or not 2 <= len(gap) <= 4 or passage.word(gap[0]) != ",":
        return False
    return all(passage.is_word(at) for at in gap[1:]) and reading.amounts[0].digit == following.amounts[0].digit


def _is_side(passage: Passage, found: Sequence[Reading], index: int) -> bool:
    """Whether a sign for sides joins a number to the next one: «55×40×20 см»."""
    joined = index + 1 < len(found) and found[index + 1].first - found[index].last == 1
    sign = passage.word(found[index].last)
    return joined and not sign.isalpha() and passage.lexicon.has("counted.sides", sign)


def _side(passage: Passage, found: Sequence[Reading], index: int) -> Reading | None:
    """The last of the sides, where it is a length."""
    last = next(at for at in range(index, len(found)) if not _is_side(passage, found, at))
    return found[last] if found[last].dimension == "length" else None


def _is_by(passage: Passage, reading: Reading) -> bool:
    return passage.lexicon.has("hedges.special.by", passage.word(lead_of(passage, reading) - 1))


def _is_dashed(passage: Passage, reading: Reading) -> bool:
    """«Младшему – 22, старшему – 86 лет», «доходы – 19 трлн, расходы – 27 трлн тенге»."""
    at = lead_of(passage, reading) - 1
    return at >= 0 and passage.tokens[at].text in DASHES and not passage.is_glued(at)


def _spans(passage: Passage, at: int) -> bool:
    """The words and signs of «от +2 до +8 °C», «−17…−19 °C»."""
    return passage.word(at) in ("+", "-", "−", "–", "…") or passage.lexicon.has("hedges.special.to", passage.word(at))


def _reaches_back(passage: Passage, reading: Reading, earlier: Reading) -> bool:
    """A sum in the next sentence: «намерены выйти на 10 млрд», "each lunch costs 12,000"."""
    price = earlier.dimension.startswith("money/")
    costs = _costs(passage, reading)
    if not earlier.dimension.startswith("money") and (costs or _is_of_money(passage, reading)):
        return False
    if reading.amounts[0].scale >= 1000:
        told = price or is_near(earlier, reading) or _is_of_money(passage, reading)
        told = told or (costs and earlier.dimension.startswith("money"))
        return (costs or _is_of_money(passage, reading) or not _counts_people(passage, reading)) and told
    return (costs or _is_priced(passage, reading, earlier)) and earlier.dimension.startswith("money")


def _is_priced(passage: Passage, reading: Reading, earlier: Reading) -> bool:
    """«Эфириум подорожал на 38 %, до 2 530»: where a price comes to."""
    lead = lead_of(passage, reading) - 1
    to = passage.lexicon.has("hedges.special.to", passage.word(lead)) and is_near(earlier, reading)
    return to and any(passage.has("counted.prices", at) for at in range(max(0, lead - _SENTENCE), lead))


def _costs(passage: Passage, reading: Reading) -> bool:
    lead = lead_of(passage, reading)
    return any(passage.has("counted.costs", at) for at in range(max(0, lead - 3), reading.first))


def _nearest(reading: Reading, levels: Sequence[Reading]) -> Reading | None:
    """The level that a number is most like, with its scale or without."""

    def apart(one: Reading) -> Fraction:
        lent = lent_scale(one, reading.amounts, reading)
        return _distance(one, replace(reading, amounts=lent))

    alike = [one for one in levels if _is_like(one, reading) or _distance(one, reading) <= _LIKE]
    return min(alike, key=apart, default=None)


def _is_recalled(passage: Passage, reading: Reading) -> bool:
    """«Год назад было 155», «годом ранее – 41,2»: a time, and nothing but that something was so much then."""
    at, start = lead_of(passage, reading), _over_remark(passage) or _over_place(passage)
    joined = passage.lexicon.is_analytic and passage.lexicon.has("counted.joins", passage.word(reading.last))
    ends = joined or not passage.is_word(reading.last)  # "ten years ago they were 24.1 and 26.7"
    if not ends or reading.amounts[0].scale != 1 or not passage.lexicon.words["counted.recalls"]:
        return False
    placed = start > 0 and passage.lexicon.has("counted.placed", passage.word(start))
    if passage.is_free(start) and not (placed or passage.lexicon.has("counted.then", passage.word(start))):
        return False
    free = (near for near in range(start + 1, at) if passage.is_free(near))
    return at > 0 and all(passage.has("counted.recalls", near) or passage.tokens[near].text in DASHES for near in free)


def _over_place(passage: Passage) -> int:
    """The token behind «в Барселоне», where a date follows."""
    capital = passage.size > 2 and passage.is_word(1) and passage.tokens[1].is_capitalised and not passage.is_free(2)
    if passage.lexicon.is_analytic:  # "in London the figure was"
        named = passage.size > 2 and passage.is_word(1) and passage.tokens[1].is_capitalised
        return 2 if named and passage.lexicon.has("counted.whither", passage.word(0)) else 0
    return 2 if capital and passage.lexicon.has("hedges.special.into", passage.word(0)) else 0


def _over_remark(passage: Passage) -> int:
    """The token behind «Для сравнения:», or behind its comma or dash."""
    remarks = calendar(passage.lexicon.tag).remarks
    return next((len(one) + 1 for one in remarks if tuple(passage.words[: len(one)]) == one), 0)


def _far_back(passage: Passage, reading: Reading, before: Earlier, counts: Sequence[Reading]) -> Reading | None:
    """The lender of earlier sentences; one that is not the last lends where money is spoken of alone, and one that is
    no nearer than what has been counted, there too: «недоступен 2,6 млрд людей. Голодать будут 512 млн»."""
    money = _is_of_money(passage, reading) or _costs(passage, reading)
    summed = money or (before.total is not None and _is_as_large(before.total, reading))
    known = (before.measured, before.total if summed else None, before.money if money else None)
    alike = sorted((one for one in known if one is not None), key=lambda one: not is_near(one, reading))
    return next(
        (
            one
            for one in alike
            if _reaches_back(passage, reading, one)
            and (money or not any(_distance(count, reading) < _distance(one, reading) for count in counts))
        ),
        None,
    )


def _is_as_large(total: Reading, reading: Reading) -> bool:
    """«Выручка – 32,8 млрд рублей. … На лайнер уходит 6 миллиардов»: millions of no thing, of a sum's own size."""
    return reading.amounts[0].scale >= _MILLION <= total.amounts[0].scale and _distance(total, reading) <= _ALIKE


def with_own_rate(passage: Passage, reading: Reading, lent: Measure) -> Measure:
    """«Ограничили 2,77 трлн в год»: a lent unit and a "per" of its own."""
    if passage.lexicon.verb_last and "/" in lent.unit and lent.dimension.startswith("money/"):
        return _with_rate_before(passage, reading, lent)
    found = rate_at(passage, reading.last) if "/" not in lent.unit and lent.dimension not in _UNRATED else None
    rate = units.find(f"{lent.unit}/{found[1]}") if found else None
    if found is None or rate is None:
        return lent
    return replace(lent, unit=rate.canonical, dimension=rate.dimension, last=found[0])


def _is_scaled(reading: Reading) -> bool:
    return bool(reading.amounts) and reading.amounts[0].scale >= 1000


def _with_rate_before(passage: Passage, reading: Reading, lent: Measure) -> Measure:
    """«Айына 1 990 теңге, жылына 14 990»: the lent money with a "per" of its own."""
    found = passage.lexicon.rates_before.before(passage.words, lead_of(passage, reading))
    rate = units.find(f"{lent.unit.partition('/')[0]}/{found[1]}") if found else None
    return lent if rate is None else replace(lent, unit=rate.canonical, dimension=rate.dimension)


def _lent(passage: Passage, reading: Reading, lender: Reading, amounts: tuple[Amount, ...] = ()) -> Reading:
    measure = lender.measure
    assert measure is not None
    amounts = amounts or lent_scale(lender, reading.amounts, reading)
    away = with_own_rate(passage, reading, replace(measure, last=reading.last))
    kind = lender.kind if lender.kind is Kind.DURATION else reading.kind
    return replace(
        reading, amounts=amounts, measure=away, is_exact=is_exact(amounts, away), rule="elided unit", kind=kind
    )


def _scaled(amount: Amount, lender: Amount) -> Amount:
    if amount.scale != 1 or lender.scale < 1000:
        return amount
    worth = lender.scale
    return replace(amount, value=amount.value * worth, digit=amount.digit * worth, scale=worth, is_whole=False)
