"""The rule that reads plain quantities: a number or a range, and its unit."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sverka.figures.aged import aged, outgrown
from sverka.figures.amounts import Amount, is_year_like, scale_at, with_scale
from sverka.figures.bracketed import shared_behind
from sverka.figures.destinations import begins_span, change_word, governor
from sverka.figures.endings import chosen_form, joined_ending
from sverka.figures.measures import Measure, of_code, rated_before, read_measure, read_prefix
from sverka.figures.passage import Passage
from sverka.figures.ranges import (
    over_currency,
    read_amount,
    read_range,
    read_signed,
    read_tolerance,
    share_scale,
)
from sverka.figures.rates import rate_at
from sverka.figures.reading import Reading
from sverka.figures.signs import sign_before
from sverka.figures.spans import read_span
from sverka.figures.trailing import hedge_behind, is_owned_hedge
from sverka.model.quantity import Hedge, Kind
from sverka.model.span import Span

_APART = 5  # times as much as a number of thousands by which something changes, and what it comes to


def quantity(passage: Passage, index: int) -> Reading | None:
    """«около 4,5 млн тонн», "$4.5M", «15–18 дней», «от 5 до 10 млн», «две трети экспорта»."""
    amount = read_amount(passage, index)
    if amount is None:
        return None
    amount = _repeated(passage, amount)
    shared = shared_behind(passage, amount)
    if shared is not None:
        amount, measure, last = shared
        exact = is_exact((amount,), measure)
        return Reading("quantity", _kind(measure), (amount,), amount.first, last, measure, is_exact=exact)
    tolerance, amount = read_tolerance(passage, amount)
    prefix = read_prefix(passage, amount.first)
    first = prefix[0] if prefix else amount.first
    hedge, after = _inner_hedge(passage, amount.last)
    # a hedge may be the ending of the scale: «жарты миллиондай»
    told = passage.between(min(amount.last, after - 1), after) if hedge is not None else None
    amount, after = _scaled_behind(passage, amount, after) if hedge is not None else (amount, after)
    # the suffix of "yüzde 42,5'e" stays outside, where it tells what the number is to a verb
    measure = outgrown(passage, amount, after) if hedge is Hedge.UNDER else None
    measure = measure or _measure(passage, amount, after if hedge or prefix is None else amount.last, prefix)
    measure = measure or _people(passage, amount) or aged(passage, amount)
    owned = is_owned_hedge(passage, after - 1) if hedge is not None else after > amount.last
    if measure is not None and measure.is_noun and _is_index(passage, amount):
        measure = None  # «магнитудасы 4,8 жер сілкінісі»
    if measure is not None and measure.is_noun and owned:
        measure = None  # «33-ү Ресейге», «1,2 млрд-тан астамы Ресейге»: counts nothing behind it
    amount, measure = _and_half(passage, amount, measure)
    amounts, measure, last = _range(passage, amount, measure, after, prefix)
    measure = measure and rated_before(passage, first, measure)
    if not _states(passage, amounts[0], measure) or _is_price_of_one(passage, amount, measure):
        return None
    rule = "range" if len(amounts) == 2 else "share" if amount.is_share and measure is None else "quantity"
    if amounts[0].is_share and measure is None:
        measure = of_code("%", amounts[0].number, last)
    rule = "anniversary" if _is_anniversary(passage, measure) else rule
    if hedge is None and len(amounts) == 2 and amounts[1].last < last:
        told, hedge = _hedge_of_end(passage, amounts[1].last)  # «5-6 мыңдай қой»
    exact = is_exact(amounts, measure)
    kind = Kind.ORDINAL if rule == "anniversary" else _kind(measure)
    reading = Reading(rule, kind, amounts, first, last, measure, is_exact=exact, tolerance=tolerance)
    return reading if hedge is None else replace(reading, hedge=hedge, hedge_span=told)


def _and_half(passage: Passage, amount: Amount, measure: Measure | None) -> tuple[Amount, Measure | None]:
    """ "İki saat yarım", «три года с половиной»: a half of the unit that it stands behind."""
    if measure is None or measure.is_noun or not (amount.is_whole and measure.behind_number and amount.scale == 1):
        return amount, measure
    found = passage.lexicon.added[""].at(passage.words, measure.last)
    if found is None or scale_at(passage, found[0]) is not None:
        return amount, measure
    more = replace(amount, value=amount.value + Fraction(found[1]), digit=Fraction(1, 10), is_whole=False)
    return more, replace(measure, last=found[0])


def _repeated(passage: Passage, amount: Amount) -> Amount:
    """«250 000 (двухсот пятидесяти тысяч) долларов»: brackets that say the number again."""
    if passage.word(amount.last) != "(":
        return amount
    again = read_amount(passage, amount.last + 1)
    same = again is not None and again.value == amount.value and passage.word(again.last) == ")"
    if again is None or not same:
        return amount
    whole = replace(amount, last=again.last + 1)
    return _scaled_behind(passage, whole, whole.last)[0]


def _inner_hedge(passage: Passage, at: int) -> tuple[Hedge | None, int]:
    """«500 с лишним тонн»: the hedge between a number and its unit."""
    found = hedge_behind(passage, at)
    ending = joined_ending(passage, at)
    return found or (None, ending[1] if ending else at)


def _hedge_of_end(passage: Passage, at: int) -> tuple[Span | None, Hedge | None]:
    """The hedge between the second number of a range and its unit; what tells an end bounds nothing."""
    hedge, after = _inner_hedge(passage, at)
    if hedge is None or hedge is Hedge.UP_TO:
        return None, None
    return passage.between(min(at, after - 1), after), hedge


def _scaled_behind(passage: Passage, amount: Amount, at: int) -> tuple[Amount, int]:
    """«300 с лишним млрд тенге»: a scale behind the hedge."""
    found = scale_at(passage, at) if amount.scale == 1 else None
    if found is None:
        return amount, at
    return with_scale(amount, found[0], passage.tokens[at].span, found[1]), found[1]


def _measure(passage: Passage, amount: Amount, at: int, prefix: tuple[int, Measure] | None) -> Measure | None:
    found = read_measure(passage, amount, at)
    if prefix is None:
        if found is None or not (amount.is_share and found.is_noun) or _is_halved(passage, amount, found):
            return found
        return None
    if found is not None and found.unit == prefix[1].unit and found.dimension == "money":
        return found
    return _rated(passage, prefix[1], at)


def _is_index(passage: Passage, amount: Amount) -> bool:
    """Whether parts of something that is told without a unit stand right behind it."""
    return passage.lexicon.verb_last and not amount.is_whole and passage.has("counted.unitless", amount.first - 1)


def _is_halved(passage: Passage, amount: Amount, found: Measure) -> bool:
    """«Жарты ұпай», "yarım xal": half of one that is worth saying, right behind."""
    single = passage.lexicon.verb_last and passage.lexicon.has("counted.single", found.unit)
    return single and passage.tokens[amount.last].start == found.span.start


def _is_price_of_one(passage: Passage, amount: Amount, measure: Measure | None) -> bool:
    """«Бір баррельдің бағасы»: one of a unit that something belongs to is not counted."""
    if not passage.lexicon.verb_last or measure is None or amount.value != 1 or not amount.is_spelled:
        return False
    if _is_held(passage, measure):
        return False
    if passage.lexicon.has("counted.stop", passage.word(measure.last)):
        return False  # «бір айдың ішінде»
    form = chosen_form(passage, measure.last - 1)
    amount_of = measure.dimension not in ("time", "calendar", "share", "points")
    to_one = form.case == "dative" and amount_of  # «бір келіге», "bir hektara"
    before_price = form.case in ("dative", "ablative") and passage.is_number(measure.last)
    price = (form.possessive and form.case is None) or to_one or before_price
    owner = measure.last if passage.is_word(measure.last) else measure.last - 1
    return price or "genitive" in (chosen_form(passage, at).case for at in (measure.last - 1, owner))


def _is_anniversary(passage: Passage, measure: Measure | None) -> bool:
    """«20 жылдығы», «90 жылдық мерейтой»: years in a word of their own that belongs to something."""
    if measure is None or measure.unit != "year" or not passage.lexicon.verb_last or measure.is_noun:
        return False
    form = chosen_form(passage, measure.last - 1)
    return form.derived and (form.possessive or passage.has("ordinals.special.anniversary", measure.last))


def _people(passage: Passage, amount: Amount) -> Measure | None:
    """«погибли двое»: a collective with no noun counts people."""
    numbers = passage.lexicon.numbers
    if amount.last - amount.first > 1 or not numbers.has("people", passage.word(amount.first)):
        return None
    person = next(iter(numbers.special["person"]))
    return Measure(person, "count", Fraction(1), amount.number, amount.last, is_noun=True)


def _rated(passage: Passage, money: Measure, at: int) -> Measure:
    """A price or a flow of money with the currency in front: "$600 per tonne"."""
    found = rate_at(passage, at)
    rate = of_code(f"{money.unit}/{found[1]}", passage.between(at, found[0]), found[0]) if found else None
    return rate or replace(money, last=at)


def _range(
    passage: Passage, first: Amount, measure: Measure | None, at: int, prefix: tuple[int, Measure] | None
) -> tuple[tuple[Amount, ...], Measure | None, int]:
    """The amounts, the measure and the end, with the other end of a range where there is one."""
    end = measure.last if measure else at
    spanned = read_span(passage, first, first.last if measure is None else end)
    if spanned is not None and not first.is_share:
        return (share_scale(first, spanned.other), spanned.other), spanned.measure or measure, spanned.last
    other = _joined(passage, first, end) or _to(passage, first)
    if other is None or (_is_apart(measure, first) and read_measure(passage, other, other.last) is None):
        return (first,), measure, end
    if _is_unlike(passage, first, measure, other):
        return (first,), measure, end
    hedge, behind = _inner_hedge(passage, other.last)
    bounded = hedge is None or hedge is Hedge.UP_TO
    common = _measure(passage, other, other.last if bounded else behind, prefix) or measure
    if measure is not None and common is not None and measure.unit != common.unit and end > at:
        return (first,), measure, end  # "1 dollar – 1,7 manat"
    last = max(other.last, common.last if common else 0)
    if _is_distributed(first, other):
        return (replace(other, first=first.first),), common, last
    return (share_scale(first, other), other), common, last


def _is_distributed(first: Amount, other: Amount) -> bool:
    """«Төрт-төрттен», "beş-beş": a number in words that is said twice is so many to each."""
    return first.is_spelled and other.is_spelled and first.value == other.value


def _joined(passage: Passage, first: Amount, at: int) -> Amount | None:
    if first.is_share:
        return _other_share(passage, first)
    other = read_range(passage, first, at)
    if other is not None:
        return other
    bound = passage.lexicon.has("hedges.special.to", passage.word(at))
    paired = passage.lexicon.has("counted.joins", passage.word(at))
    if not (bound or paired):
        return None
    start = first.first - (1 if sign_before(passage, first.first, "degC") else 0)
    opened = passage.has("hedges.special.from", start - 1)
    lead = _before_currency(passage, start)
    between = passage.lexicon.has("hedges.special.between", passage.word(lead))
    if (opened and bound) or (between and paired):
        return read_signed(passage, first, at + 1) or read_amount(passage, over_currency(passage, at + 1))
    return None


def _other_share(passage: Passage, first: Amount) -> Amount | None:
    """ "Between a fifth and a quarter"."""
    at = first.first - 1 - passage.lexicon.numbers.has("article", passage.word(first.first - 1))
    between = passage.lexicon.has("hedges.special.between", passage.word(at)) and passage.lexicon.is_analytic
    if not between or not passage.lexicon.has("counted.joins", passage.word(first.last)):
        return None
    article = passage.lexicon.numbers.has("article", passage.word(first.last + 1))
    other = read_amount(passage, first.last + 1 + article)
    return other if other is not None and other.is_share else None


def _is_unlike(passage: Passage, first: Amount, measure: Measure | None, other: Amount) -> bool:
    """«До 12 месяцев – 96 %», «за три года – 10 трлн»: two units, or one and none, are two figures."""
    if measure is None or not measure.behind_number or measure.last <= first.last:
        return False
    own = read_measure(passage, other, other.last)
    if own is None:
        return not passage.is_glued(measure.last)
    return own.dimension != measure.dimension


def _is_apart(measure: Measure | None, first: Amount) -> bool:
    """Whether a noun has been said already: «двое приезжих – 27 и 31 года» is no range."""
    return measure is not None and measure.is_noun and measure.last > first.last


def _to(passage: Passage, first: Amount) -> Amount | None:
    """ "15 to 18 days", "range from 5 to 10 percent": where "to" tells no destination."""
    lexicon, before = passage.lexicon, _before_currency(passage, first.first)
    if not lexicon.words["hedges.special.ranging"] or not lexicon.has("hedges.special.to", passage.word(first.last)):
        return None
    if lexicon.has("hedges.special.since", passage.word(before)):
        ranges = lexicon.has("hedges.special.ranging", passage.word(before - 1)) or _are_things(passage, before - 1)
    else:
        ranges = not _changes(passage, before, first)
    signed = read_signed(passage, first, first.last + 1) if ranges and passage.lexicon.is_analytic else None
    if signed is not None and sign_before(passage, first.first, "degC"):
        return signed  # "−25 to −30 degrees"
    other = read_amount(passage, over_currency(passage, first.last + 1)) if ranges else None
    if other is None or other.is_share or first.is_share or is_year_like(first):
        return None
    if lexicon.has("hedges.special.by", passage.word(before)) and _is_far(first, other):
        return None
    return other if first.value < other.value <= first.value * other.scale * 10 else None


def _is_far(first: Amount, other: Amount) -> bool:
    """ "Rose by 340,000 to 3.5m": two numbers that say their size in full, too far from each other for a range."""
    return first.value >= 1000 and other.value >= _APART * first.value


def _before_currency(passage: Passage, index: int) -> int:
    """The token before a number and the currency in front of it."""
    prefix = read_prefix(passage, index)
    return (prefix[0] if prefix else index) - 1


def _changes(passage: Passage, before: int, first: Amount) -> bool:
    """ "Rose $5 to $80": what changes does so by the first number; "by 5 to 10 percent" is a range all the same."""
    if change_word(passage, before) is not None or begins_span(passage, before + 1):
        return True
    by = passage.lexicon.has("hedges.special.by", passage.word(before))
    return by and before < first.first - 1


def _are_things(passage: Passage, at: int) -> bool:
    """ "Flats from 48 to 126 square metres": what stands before "from" comes in many sizes, and none has changed."""
    plural = passage.is_word(at) and any(one.plural for one in passage.readings(at))
    return plural and change_word(passage, at) is None and governor(passage, at) is None


def _states(passage: Passage, amount: Amount, measure: Measure | None) -> bool:
    """False for words that are numbers only beside a unit: «один вопрос», «семью»."""
    numbers = passage.lexicon.numbers
    paired = any(numbers.has("pair", passage.word(at)) for at in range(amount.first, amount.last))
    if paired and amount.scale < 100:
        return measure is not None and measure.dimension in ("time", "calendar")  # a pair of weeks, not of shoes
    if not amount.is_spelled or amount.scale != 1 or amount.last - amount.first > 1:
        return True
    word = passage.word(amount.first)
    if not numbers.has("needs_unit", word):
        return True
    if measure is None:
        lost = passage.lexicon.tells_forms and _is_lost(passage, amount)
        told = _is_singled_out(passage, amount.first) or _is_in_list(passage, amount.first) or lost
        return amount.value == 1 and told
    if amount.value == 1 and measure.is_noun:
        single = passage.lexicon.has("counted.single", measure.unit) or _counts_one(passage, amount)
        single = single or _is_held(passage, measure) or _is_victim(passage, amount, measure)
        return single or _is_enumerated(passage, amount.first, measure.last)
    return not measure.is_noun or (amount.value != 1 and measure.span.start == passage.tokens[amount.last].start)


def _is_victim(passage: Passage, amount: Amount, measure: Measure) -> bool:
    """«Погиб один человек», «один рабочий ранен»: a verb of what became of people counts them."""
    return any(passage.has("counted.victims", at) for at in (amount.first - 1, measure.last))


def _is_lost(passage: Passage, amount: Amount) -> bool:
    """«Двое погибли, один скончался в реанимации»: one alone before a verb of what became of people."""
    began = amount.first == 0 or not passage.is_word(amount.first - 1)
    told = passage.readings(amount.last)[:1] if passage.is_word(amount.last) else ()
    return began and passage.has("counted.victims", amount.last) and any(one.form == "finite" for one in told)


def _is_held(passage: Passage, measure: Measure) -> bool:
    """«Бір бөлмелі пәтер»: a word for what has one of a thing says how many."""
    word = passage.word(measure.last - 1)
    having = tuple(passage.lexicon.words["counted.having"])
    return passage.lexicon.has("counted.held", measure.unit) and word != measure.unit and word.endswith(having)


def _is_enumerated(passage: Passage, first: int, last: int) -> bool:
    """Whether a number and a noun stand on one side of it: "iki qızıl, bir gümüş"."""
    lexicon = passage.lexicon
    if not lexicon.verb_last:
        return False
    if lexicon.parts.before(passage.words, first) is not None:
        return True  # "o cümlədən bir azyaşlı"
    parts = {at: passage.word(at) == "," or lexicon.has("counted.joins", passage.word(at)) for at in (first - 1, last)}
    return (parts[first - 1] and _counts(passage, first - 3)) or (parts[last] and _counts(passage, last + 1))


def _counts(passage: Passage, at: int) -> bool:
    """Whether a number stands at a token, and a word behind it."""
    word = passage.word(at)
    worth = passage.lexicon.numbers.cardinals.get(word, Fraction(0)) if passage.is_word(at) else Fraction(0)
    number = passage.is_number(at) or worth > 1
    return number and passage.is_word(at + 1)


def _is_singled_out(passage: Passage, first: int) -> bool:
    """«Пострадали трое, из них один в реанимации»: one of those that were counted."""
    return passage.lexicon.tells_forms and passage.lexicon.parts.before(passage.words, first) is not None


def _is_in_list(passage: Passage, at: int) -> bool:
    """ "27, 11, one and two": between two other numbers."""
    listed = passage.lexicon.is_analytic and passage.word(at - 1) == "," and passage.is_free(at - 2)
    joined = passage.word(at + 1) == "," or passage.lexicon.has("counted.joins", passage.word(at + 1))
    numbers = passage.lexicon.numbers
    return (
        listed
        and joined
        and all(passage.is_number(near) or numbers.counts(passage.word(near)) for near in (at - 2, at + 2))
    )


def _counts_one(passage: Passage, amount: Amount) -> bool:
    """«Всего один вагон», «два моста и одна дамба»: one of a count, and not "a certain"."""
    at = amount.first - 1
    if passage.lexicon.numbers.has("one_after", passage.word(at)) or _is_singled_out(passage, amount.first):
        return True
    listed = passage.word(at) == "," and passage.lexicon.tells_forms  # «шесть побед, три ничьи, одно поражение»
    if not listed and not passage.lexicon.has("counted.joins", passage.word(at)):
        return False
    if listed and _is_count(passage, at - 1):
        return False  # «агроному двадцать шесть, одна надежда»
    near = range(max(0, at - 4), at) if not listed else range(at - 2, at - 1 - _is_unit(passage, at - 1))
    return any(_is_count(passage, before) for before in near)


def _is_unit(passage: Passage, at: int) -> bool:
    """Whether a unit stands at a token: «полоса – 12 км, один виток» counts no kilometres."""
    if not passage.is_word(at):
        return False
    marked = passage.lexicon.marks.match(passage.text, passage.tokens[at].start, passage.span.end) is not None
    return marked or passage.lexicon.units.by_lemma(passage.lemmas, at, at + 1) is not None


def _is_count(passage: Passage, at: int) -> bool:
    value = passage.lexicon.numbers.cardinals.get(passage.word(at))
    return passage.is_number(at) or (value is not None and value > 1)


def is_exact(amounts: tuple[Amount, ...], measure: Measure | None) -> bool:
    """Single things and whole units of time are counted, not rounded."""
    if not all(amount.is_whole for amount in amounts):
        return False
    return measure is None or measure.is_noun or measure.dimension in ("time", "calendar")


def _kind(measure: Measure | None) -> Kind:
    return Kind.DURATION if measure is not None and measure.dimension in ("time", "calendar") else Kind.LEVEL


def bare_year(reading: Reading) -> bool:
    """A number such as 2024 with nothing that says what of."""
    return len(reading.amounts) == 1 and reading.measure is None and is_year_like(reading.amounts[0])
