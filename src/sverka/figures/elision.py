"""Units and scales that are said once for two numbers, and the marks of a part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from sverka.figures.bare import is_bare
from sverka.figures.cents import with_cents
from sverka.figures.destinations import begins_span, change_word, comparative
from sverka.figures.endings import chosen_form, forms_of, leads_on
from sverka.figures.measures import rated_before
from sverka.figures.nouns import is_verbal
from sverka.figures.parallels import (
    Earlier,
    bracketed,
    is_at_another_time,
    is_label,
    is_near,
    is_of_each,
    lent_scale,
    parallel,
    unrated,
    with_own_rate,
    without_rate,
)
from sverka.figures.passage import Passage
from sverka.figures.quantities import is_exact
from sverka.figures.ranges import DASHES, share_scale
from sverka.figures.reading import Reading, lead_of
from sverka.figures.signs import is_currency
from sverka.figures.topics import answers_alike, named_share, topical
from sverka.model.quantity import Kind
from sverka.model.span import Span

_INTO = "hedges.special.into"
_LIKE = 5  # how many times as large one of two numbers may be as the other, for one unit to be of both
_POINTS = 30  # the most points by which a share is said to differ
_LABEL = 5  # tokens between two counts of a list, at most
_HUNDREDS = 100  # what is smaller may well be so many: «жителей – 12 тысяч, школ – 4»
_NEAR = 12  # tokens between the marker of a part and its number


def completed(passage: Passage, readings: Sequence[Reading], earlier: Earlier) -> list[Reading]:
    """The readings with the units that a neighbour says for them, or one of the sentences before; the cells of a table
    say none for each other."""
    if passage.text.find("\t", passage.span.start, passage.span.end) < 0:
        return _completed(passage, readings, earlier)
    column = [passage.text.count("\t", passage.span.start, passage.tokens[one.first].start) for one in readings]
    cells = [[one for one, at in zip(readings, column, strict=True) if at == cell] for cell in sorted(set(column))]
    return [one for cell in cells for one in _completed(passage, cell, earlier)]


def _completed(passage: Passage, readings: Sequence[Reading], earlier: Earlier) -> list[Reading]:
    found = with_cents(passage, readings, earlier)
    for index in range(1, len(found)):
        found[index] = _in_front(passage, found[index], found[index - 1])
    for index in range(len(found) - 2, -1, -1):
        found[index] = _from_next(passage, found[index], found[index + 1])
    for index in range(1, len(found)):
        found[index] = _rated_alike(passage, found[index - 1], found[index])
    told: Reading | None = None
    for index in range(len(found)):
        if told is None or not answers_alike(passage, told, found[index]):
            found[index] = _scaled_alike(passage, told, topical(passage, found[index]))
        beside = [*found[index - 1 : index], *found[index + 1 : index + 2]]
        if any(_are_points(passage, found[index], one) for one in beside):
            found[index] = _in_points(found[index])
        before = index - 1
        if before > 0 and bracketed(passage, found[before]) and not bracketed(passage, found[index]):
            before -= 1
        if before >= 0:
            found[index] = _from_previous(passage, found[index], found[before])
            found[index] = _times(passage, found, index)
        found[index] = _priced_alike(passage, found, index)
        found[index] = parallel(passage, found, index, earlier)
        if _is_stock(passage, found, index):
            found[index] = without_rate(found[index])
        told = found[index] if found[index].kind is not Kind.ORDINAL else told
    parts = [_part(passage, reading) for reading in found]
    return [replace(one, is_part=part) if part else one for one, part in zip(found, parts, strict=True)]


def _scaled_alike(passage: Passage, before: Reading | None, reading: Reading) -> Reading:
    """«Браков – 842 тысячи, разводов – 611»: a count of the size of the one before, which says the thousands."""
    told = before is not None and before.amounts and before.measure is not None and before.measure.is_noun
    if not told or before is None or reading.measure is None or not reading.measure.is_noun or not reading.amounts:
        return reading
    dashed = all(passage.word(lead_of(passage, one) - 1) in DASHES for one in (before, reading))
    behind = reading.measure.span.start < passage.tokens[reading.first].start
    alike = dashed and behind and passage.word(before.last) == "," and reading.first - before.last <= _LABEL
    if not alike or reading.amounts[0].value < _HUNDREDS or reading.amounts[0].scale != 1:
        return reading
    return replace(reading, amounts=lent_scale(before, reading.amounts, reading), is_exact=False)


def _are_points(passage: Passage, reading: Reading, before: Reading) -> bool:
    """ "4.8%, 0.3 points more": parts of a point beside a share are of the share."""
    measure = reading.measure
    if measure is None or not measure.is_noun or before.unit != "%":
        return False
    if not passage.lexicon.has("fractions.special.point", measure.unit):
        return False
    aside = passage.word(before.last) == "(" and change_word(passage, reading.first - 1)  # "margin 7% (down 5pts)"
    if reading.amounts[0].is_whole and not aside and not _is_led_by(passage, before, reading):
        return False
    if abs(reading.amounts[0].value) >= 100:
        return False  # of an index
    led = passage.lexicon.verb_last and change_word(passage, reading.last) is not None  # "0,25 bənd endirib 6,5 faizə"
    leads = {reading.last, lead_of(passage, before) - 1} if passage.lexicon.is_analytic else {reading.last}
    if passage.lexicon.is_analytic and not reading.amounts[0].is_whole:
        led = led or passage.lexicon.has("counted.whither", passage.word(lead_of(passage, before) - 1))  # "at 2.3%"
    led = led or any(passage.lexicon.has("hedges.special.to", passage.word(at)) for at in leads)
    return led or before.first <= reading.last  # a share behind it is one that it leads to


def _is_led_by(passage: Passage, before: Reading, reading: Reading) -> bool:
    """«Приживаемость – 87 %, на четыре пункта выше нормы», "61%, four points lower": by how much a share differs, right
    behind it."""
    if passage.lexicon.is_analytic:
        return _is_compared_with(passage, reading, before)
    by = passage.lexicon.has("hedges.special.by", passage.word(lead_of(passage, reading) - 1))
    share = not passage.lexicon.has("hedges.special.by", passage.word(lead_of(passage, before) - 1))
    return by and share and 0 < lead_of(passage, reading) - before.last <= 2


def _is_compared_with(passage: Passage, reading: Reading, share: Reading) -> bool:
    """Whether whole points, behind a comma, compare a share that is no change itself."""
    lead = lead_of(passage, reading)
    if passage.has("changes.off", reading.last) and passage.has("changes.taking", lead - 1):
        return True  # "down 38%, took two points off the total"
    if share.first > reading.last:  # "slid 14 points since May, to 38%"
        near = lead_of(passage, share) - reading.last <= _NEAR // 2
        to = passage.lexicon.has("hedges.special.to", passage.word(lead_of(passage, share) - 1))
        return near and to and change_word(passage, lead - 1) is not None and reading.amounts[0].value <= _POINTS
    comma = passage.word(share.last) == "," or passage.word(share.last + 1) == ","  # "62% full, 15 points below"
    aside = comma and 0 < lead - share.last <= 3
    changed = change_word(passage, share.first - 1) is not None
    compared = comparative(passage, reading.last) or change_word(passage, lead - 1)
    return aside and not changed and compared is not None and abs(reading.amounts[0].value) <= _POINTS


def _in_points(reading: Reading) -> Reading:
    assert reading.measure is not None
    measure = replace(reading.measure, unit="pp", dimension="points", is_noun=False)
    return replace(reading, measure=measure, is_exact=False)


def _times(passage: Passage, found: Sequence[Reading], index: int) -> Reading:
    """«Выросли в 2,7 раза, а зарплаты – в 2,9»: the times of the multiple before."""
    reading, into = found[index], passage.lexicon.words[_INTO]
    if not is_bare(reading) or passage.word(reading.first - 1) not in into or passage.is_word(reading.last):
        return reading
    lenders = (one.measure for one in reversed(found[:index]) if one.measure is not None and one.measure.is_noun)
    times = next((one for one in lenders if passage.has("units.special.times", one.last - 1)), None)
    return reading if times is None else replace(reading, measure=replace(times, last=reading.last), is_exact=False)


def _in_front(passage: Passage, reading: Reading, before: Reading) -> Reading:
    """ "From $1.5 to 2 billion": the currency stands before the first of a pair."""
    measure = before.measure
    if measure is None or measure.behind_number or not is_bare(reading) or not _is_joined(passage, before, reading):
        return reading
    return replace(reading, measure=replace(measure, last=reading.last))


def _from_next(passage: Passage, reading: Reading, following: Reading) -> Reading:
    """«с 1,5 до 2 млрд долларов», «1,4 и 4,5 млн тонн»: the second says scale and unit for the first."""
    measure = following.measure
    if following.ignored or not following.amounts or following.kind is Kind.ORDINAL:
        return reading
    if measure is None:
        return _scaled(passage, reading, following)
    if measure.dimension == "ratio" or not _is_joined(passage, reading, following):
        return reading
    if measure.dimension in ("time", "calendar") and reading.amounts[-1].scale >= 1000:
        return reading  # «уйдёт 2 миллиона и три недели»
    if passage.lexicon.verb_last and is_bare(reading) and leads_on(passage, reading.first):
        return reading  # «3 400 доллардан 2 950-ге, 40 футтыққа»
    if is_bare(reading) and named_share(passage, reading) is not None:
        return reading  # "orta faiz 6,9, müddət 23 il"
    if measure.unit == "%" and _is_part_of_them(passage, following):
        return reading  # "from 12 to 10, 13% of them in the north"
    if is_label(passage, following) and not is_label(passage, reading):
        return reading  # «до двух лет – 50, старше двух – 500»
    if measure.dimension in ("share", "points") and _is_by(passage, following) and not _is_by(passage, reading):
        return reading  # «возбудили 1 740 дел, почти на 12 процентов больше»
    if reading.measure is not None and measure.unit.startswith(f"{reading.unit}/"):
        return replace(reading, measure=replace(measure, behind_number=False))
    if reading.measure is not None and reading.measure.unit == measure.unit and not reading.measure.behind_number:
        amounts = tuple(share_scale(amount, following.amounts[0]) for amount in reading.amounts)
        return replace(reading, amounts=amounts)  # "from $1.5 to 2 billion"
    if is_bare(reading) and not measure.behind_number and _is_span(passage, reading, following):
        amounts = tuple(share_scale(amount, following.amounts[0]) for amount in reading.amounts)
        return replace(reading, amounts=amounts, measure=measure, is_exact=False)  # «с 95 до $110 млн»
    if not is_bare(reading) or not measure.behind_number:
        return reading
    if measure.is_noun and passage.lexicon.is_analytic and _is_comma_alone(passage, reading, following):
        return reading  # "instead of eight, two astronauts left"
    if measure.is_noun and following.amounts[0].is_whole and reading.amounts[0].value.denominator > 1:
        return reading  # "aftershocks above 4.5, and six flats"
    large = reading.amounts[0].scale != 1 or abs(reading.amounts[0].value) > 1000
    if measure.dimension in ("share", "points") and large:
        return reading  # «21,4 мыңы немесе 5 пайызы»
    measure = rated_before(passage, lead_of(passage, reading), measure)
    amounts = tuple(share_scale(amount, following.amounts[0]) for amount in reading.amounts)
    exact = is_exact(amounts, measure)
    kind = following.kind if following.kind is Kind.DURATION else reading.kind
    return replace(reading, amounts=amounts, measure=measure, is_exact=exact, kind=kind)


def _is_part_of_them(passage: Passage, share: Reading) -> bool:
    them = passage.lexicon.has("hedges.special.them", passage.word(share.last + 1))
    return them and passage.lexicon.has("counted.of", passage.word(share.last)) and passage.word(share.first - 1) == ","


def _is_comma_alone(passage: Passage, reading: Reading, following: Reading) -> bool:
    own = following.measure is not None and following.measure.last <= following.last
    return own and passage.word(reading.last) == "," and lead_of(passage, following) == reading.last + 1


def _rated_alike(passage: Passage, before: Reading, reading: Reading) -> Reading:
    """«Гектарына 22,0 және 22,4 центнер»: the "per" that stands before the first of two is of both."""
    one, other = before.measure, reading.measure
    if one is None or other is None or one.unit.partition("/")[0] != other.unit or one.unit == other.unit:
        return reading
    if not passage.lexicon.verb_last or not (
        _is_joined(passage, before, reading) or _are_placed(passage, before, reading)
    ):
        return reading
    return replace(reading, measure=replace(other, unit=one.unit, dimension=one.dimension))


def _is_stock(passage: Passage, found: Sequence[Reading], index: int) -> bool:
    """«Сжигает 6 тыс. тонн в сутки; запас – 91 тыс.»: what is in stock takes the unit of a flow, and is none."""
    start = found[index - 1].last if index else 0
    lent = found[index].rule == "elided unit" and "/" in (found[index].unit or "")
    return lent and any(passage.has("counted.stocks", at) for at in range(start, found[index].first))


def _priced_alike(passage: Passage, found: Sequence[Reading], index: int) -> Reading:
    """«Brent – до $69,4 за баррель, WTI – до $66,1»: a price of the same size behind the same word."""
    reading, measure = found[index], found[index].measure
    if measure is None or measure.behind_number or measure.dimension != "money" or not reading.amounts:
        return reading
    prices = (one for one in reversed(found[:index]) if one.unit and one.unit.startswith(f"{measure.unit}/"))
    price = next(prices, None)
    if price is None or price.measure is None or reading.last >= passage.size:
        return reading
    joined = passage.lexicon.is_analytic and passage.lexicon.has("counted.joins", passage.word(reading.last))
    if passage.is_word(reading.last) and not joined:
        return reading
    alike = _are_near(price.amounts[-1].value, reading.amounts[-1].value)
    lead = passage.word(reading.first - 1)
    same = bool(lead) and lead == passage.word(price.first - 1)
    return replace(reading, measure=replace(price.measure, last=reading.last)) if alike and same else reading


def _are_placed(passage: Passage, before: Reading, reading: Reading) -> bool:
    """«Метрі Астанада 560 мың, Алматыда 640 мың теңге»: one thing in two places."""
    places = [chosen_form(passage, at).case for at in (lead_of(passage, before) - 1, reading.first - 1)]
    return places == ["locative"] * 2 and passage.word(before.last) == "," and reading.first - before.last == 2


def _scaled(passage: Passage, reading: Reading, following: Reading) -> Reading:
    """«С 31 до 34 миллионов»: a scale that is said once, with no unit."""
    bare = is_bare(reading) and reading.amounts[0].scale == 1 and is_bare(following)
    if not bare or following.amounts[0].scale < 1000:
        return reading
    alike = _is_scaled_alike(passage, reading, following) or _is_listed(passage, reading, following)
    led = passage.lexicon.verb_last and leads_on(passage, following.first)  # "3,1-dən 2,9 milyarda düşür"
    if not (_is_span(passage, reading, following) or alike or led):
        return reading
    amounts = tuple(share_scale(amount, following.amounts[0]) for amount in reading.amounts)
    return replace(reading, amounts=amounts, is_exact=False)


def _is_listed(passage: Passage, reading: Reading, following: Reading) -> bool:
    """«Жүлдегерлерге 5, 3 және 2 миллионнан»: one of a list of small numbers that ends in a scale."""
    gap, one, other = range(reading.last, following.first), reading.amounts[0], following.amounts[0]
    joined = len(gap) == 1 and _joins(passage, reading, following, gap[0])
    small = one.is_whole and not one.is_spelled and not other.is_spelled
    return passage.lexicon.verb_last and joined and small and _are_near(one.value, other.value / other.scale)


def _is_scaled_alike(passage: Passage, reading: Reading, following: Reading) -> bool:
    """«Экспорты 15,6, импорты 15,7 миллиард»: decimals in clauses that share a verb."""
    gap, one, other = range(reading.last, following.first), reading.amounts[0], following.amounts[0]
    parted = passage.lexicon.verb_last and passage.word(reading.last) == "," and 2 <= len(gap) <= 4
    parted = parted and not is_verbal(passage, reading.last - 1)  # "3,1-dən başlayır, gəlir 2,9 milyarddır"
    alike = not one.is_whole and one.digit == other.digit / other.scale
    return parted and alike and all(passage.is_word(at) for at in gap[1:])


def _is_by(passage: Passage, reading: Reading) -> bool:
    """Whether «на» leads a number, before its hedge or behind it; one that it shares with the number before counts."""
    leads = (reading.first - 1, lead_of(passage, reading) - 1)
    return any(passage.lexicon.has("hedges.special.by", passage.word(at)) for at in leads)


def _is_joined(passage: Passage, reading: Reading, following: Reading) -> bool:
    """True where nothing but a conjunction or a comma parts two numbers, or they are «с 1,5 … до 2»."""
    gap = range(reading.last, following.first)
    if len(gap) > 9 or not reading.amounts or reading.ignored:
        return False
    if passage.lexicon.verb_last and leads_on(passage, following.first):
        return len(gap) <= 2  # «85 мыңнан 92 мың теңгеге», «85-тен 92 теңгеге»
    if not gap:
        return False
    joined = all(_joins(passage, reading, following, at) for at in gap) or _is_span(passage, reading, following)
    return joined or _is_gapped(passage, reading, following) or _is_varied(passage, reading, following)


def _is_gapped(passage: Passage, reading: Reading, following: Reading) -> bool:
    """ "İtaliyaya 6,4, Türkiyəyə 6,5, Gürcüstana isə 1,5 milyard kubmetr": where verbs come last, so do units."""
    gap, one, other = range(reading.last, following.first), reading.amounts[0], following.amounts[0]
    if not passage.lexicon.verb_last or passage.word(gap[0]) != "," or not is_bare(reading):
        return False
    if any(_is_dated(passage, one.first) for one in (reading, following)) and one.scale == 1:
        return _is_dated_pair(passage, reading, following)
    measured = following.measure is not None and not following.measure.is_noun
    ranges = len(reading.amounts) == len(following.amounts) == 2
    round_one = other.is_whole or (other.value / other.scale).denominator == 1
    peers = _are_peers(passage, gap[-1]) or _are_alike(passage, reading.first - 1, gap[-1])
    whole = one.is_whole and (not round_one or not (ranges or peers))
    paid = following.dimension == "money" and passage.has("counted.money", reading.first - 1)
    whole = whole and not paid  # "əməkhaqqı 400, pensiya 300 manat"
    if whole or not measured or passage.has("counted.counts", reading.first - 1):
        return False
    alike = one.digit == other.digit / other.scale or (one.is_whole and _are_near(one.value, other.value))
    alike = alike and one.scale == 1 and not (one.is_spelled or other.is_spelled)
    rates = _are_rates(passage, reading.first - 1, gap[-1])
    if rates and following.measure is not None and following.measure.factor != 1:
        return False  # "avro 1,9894, rubl 2,1870 qəpik"
    sums = following.dimension == "money" and min(one.scale, other.scale) >= 1000
    costs = sums and any(passage.has(f"counted.{name}", reading.first - 1) for name in ("money", "costs"))
    alike = alike or one.scale == other.scale >= 1000 or rates or costs
    dashed = range(gap[-1], gap[-1] + 1) if passage.word(gap[-1]) in DASHES else range(0)
    words = (_may_part(passage, at) for at in gap[1:] if at not in dashed)
    return alike and 2 <= len(gap) <= 7 and all(words)


def _are_rates(passage: Passage, first: int, last: int) -> bool:
    """«Еуро 535,3, рубль – 5,74 теңге»: how much of one currency others are worth."""
    return all(is_currency(passage, at - 1 if passage.word(at) in DASHES else at) for at in (first, last))


def _are_near(one: Fraction, other: Fraction) -> bool:
    return bool(one) and bool(other) and max(one / other, other / one) <= _LIKE


def _are_peers(passage: Passage, last: int) -> bool:
    """ "Tələbələr 30, pensiyaçılar 40 qəpik", "Bakıda 230, Gəncədə 145 manat": many of the one and of the other, or two
    places, and no two sides of one thing."""
    led = passage.has("counted.stop", last) and not passage.has("counted.joins", last)  # "uşaqlar üçün 2 manat"
    form = chosen_form(passage, last - 1 if led else last)
    return (form.plural and not form.possessive) or form.case == "locative"


def _are_alike(passage: Passage, first: int, last: int) -> bool:
    """«Ауғанстанға 410, Өзбекстанға 890 мың тонна»: two words in the same case, each before its number."""
    if not (passage.is_word(first) and passage.is_word(last)):
        return False
    one, other = ({form.case for form in forms_of(passage, at)} for at in (first, last))
    return not one.isdisjoint(other & {"dative", "locative", "ablative"})


def _may_part(passage: Passage, at: int) -> bool:
    """A word, a word's hyphen, or a part of a date."""
    return passage.is_word(at) or _is_within(passage, at) or not passage.is_free(at)


def _is_within(passage: Passage, at: int) -> bool:
    """The hyphen of a word: "SES-lər"."""
    return passage.word(at) == "-" and passage.is_glued(at) and passage.is_glued(at + 1)


def _is_dated_pair(passage: Passage, reading: Reading, following: Reading) -> bool:
    """ "2024-cü ildə 7,6, 2025-ci ildə 8,1 milyon ton": each right behind its date."""
    dated = all(_is_dated(passage, one.first) for one in (reading, following))
    measured = following.measure is not None and not following.measure.is_noun
    return dated and measured and not any(passage.is_number(at) for at in range(reading.last, following.first))


def _is_dated(passage: Passage, first: int) -> bool:
    return first > 0 and not passage.is_free(first - 1)


def _is_varied(passage: Passage, reading: Reading, following: Reading) -> bool:
    """«Ветер 15–20, местами 23 м/с»: a comma and an adverb."""
    at = reading.last
    measured = following.measure is not None and not following.measure.is_noun
    to = passage.lexicon.has("hedges.special.to", passage.word(at + 2)) or following.hedge_span is not None
    parted = passage.word(at) == "," and following.first - at in ((2, 3) if to else (2,))  # «порывы до 20»
    return measured and parted and passage.lexicon.has("counted.varies", passage.word(at + 1))


def _is_span(passage: Passage, reading: Reading, following: Reading) -> bool:
    lead = passage.index_at(following.hedge_span.start, reading.last) if following.hedge_span else following.first
    bound = passage.lexicon.has("hedges.special.to", passage.word(lead - 1))
    return bound and begins_span(passage, reading.first)


def _joins(passage: Passage, reading: Reading, following: Reading, at: int) -> bool:
    word = passage.word(at)
    if following.hedge_span is not None and passage.tokens[at].start >= following.hedge_span.start:
        return True
    if word == ",":
        return reading.amounts[0].scale == 1
    if passage.lexicon.has("counted.of", word):
        counted = following.measure is not None and following.measure.is_noun
        if 1000 <= reading.amounts[0].scale == following.amounts[0].scale:
            return following.measure is not None and following.first - reading.last == 1  # «21,7 тыс. из 128 тыс. га»
        measured = following.measure is not None and not counted and following.dimension not in ("share", "points")
        if measured and passage.lexicon.tells_forms:  # «11,3 из 20,9 млрд кубов», «1 100 из 1 700 метров»
            return following.first - reading.last == 1 and not reading.amounts[0].is_spelled
        alone = following.first - reading.last == 1 or passage.lexicon.has("counted.out", passage.word(reading.last))
        return counted and reading.amounts[0].is_whole and alone
    if passage.lexicon.has("counted.out", word):
        return passage.lexicon.has("counted.of", passage.word(at + 1))
    if passage.lexicon.has("hedges.special.to", word):
        return begins_span(passage, reading.first)
    return passage.lexicon.has("counted.joins", word)


def _from_previous(passage: Passage, reading: Reading, before: Reading) -> Reading:
    """«1 800 компаний, в том числе более 460 – …»: the second counts the same where no noun of its own follows."""
    measure = before.measure
    if measure is not None and reading.measure is not None and measure.unit.startswith(f"{reading.unit}/"):
        lead = lead_of(passage, reading)
        again = _measures_again(passage, lead) and lead - before.last <= 3 and not passage.has("changes.link", lead - 2)
        per = replace(measure, factor=reading.measure.factor, last=reading.last)  # "at 24p a day, up from £0.20"
        return replace(reading, measure=per) if again else reading
    if not is_bare(reading) or measure is None or before.kind is Kind.ORDINAL or not before.amounts:
        return reading
    if not measure.is_noun and is_of_each(passage, before, reading):
        return reading
    if measure.dimension == "ratio" and passage.lexicon.is_analytic:
        return reading  # "12 dollars for cars, twice that for vans and up to 90 for lorries"
    in_share = measure.dimension in ("share", "points") and before.amounts[-1].value <= 100
    most = 100 if in_share else 999  # "92% were unvaccinated and 198 needed care"
    large = reading.amounts[0].scale != 1 or reading.amounts[0].value > most
    times = measure.is_noun and passage.lexicon.has("units.special.times", measure.unit)
    worded = reading.amounts[0].is_spelled and not before.amounts[-1].is_spelled and passage.lexicon.is_analytic
    if worded and measure.dimension == "share":
        return reading
    scaled_share = (times or measure.dimension in ("share", "points", "ratio")) and large
    if before.ignored or scaled_share or before.kind is Kind.DURATION or not _may_elide(passage, reading, before):
        return reading
    parts = before.amounts[-1].is_whole and reading.amounts[-1].value.denominator > 1
    if measure.is_noun and (parts or not is_near(before, reading) or _is_cost(passage, reading)):
        return reading  # "three aftershocks above 4.5", «в «пяти звёздах» – от 90 тысяч»
    if before.rule == "compound adjective" or before.amounts[0].is_share:
        return reading  # "a third are under 18"
    measure = unrated(before, reading).measure or measure
    away = replace(measure, span=Span(measure.span.start, measure.span.end), last=reading.last)
    away = with_own_rate(passage, reading, away)
    measured = not measure.is_noun and measure.dimension not in ("share", "points")
    in_parts = not reading.amounts[-1].is_whole  # «клиентов 9,1 млн, из них активны 6,3»
    amounts = lent_scale(before, reading.amounts, reading) if measured or in_parts else reading.amounts
    exact = is_exact(amounts, away)
    return replace(reading, amounts=amounts, measure=away, is_exact=exact, rule="elided unit")


def _is_cost(passage: Passage, reading: Reading) -> bool:
    """«Роза обойдётся в 180 рублей, букет из 25 штук – в 4 тысячи»: what costs so much is told of no things."""
    if reading.amounts[0].scale < 1000 or passage.word(reading.first - 1) not in passage.lexicon.words[_INTO]:
        return False
    return any(passage.has("counted.costs", at) for at in range(reading.first))


def _may_elide(passage: Passage, reading: Reading, before: Reading) -> bool:
    """A hedge, «ещё», «а» or a mark of a part leads, and no word that it could count follows."""
    if reading.first - before.last > 25 or passage.is_number(reading.last):
        return False
    of = passage.lexicon.is_analytic and passage.lexicon.has("counted.of", passage.word(reading.last))
    if of and before.unit == "%" and any(passage.is_number(at) for at in (reading.last + 1, reading.last + 2)):
        return False  # "50.2% of the vote and 55 of the 101 seats"
    follower = passage.readings(reading.last)
    names = bool(follower) and follower[0].pos == "noun" and any(one.case == "genitive" for one in follower)
    names = names or (bool(follower) and follower[0].pos == "adjective" and bool(follower[0].plural))
    return _is_led(passage, reading, before) and not names


def _is_led(passage: Passage, reading: Reading, before: Reading) -> bool:
    word = passage.word(reading.first - 1)
    out_of = passage.lexicon.has("counted.of", word) and before.last == reading.first - 1 and before.unit != "%"
    lead = passage.lexicon.has("counted.leads", word) or out_of
    like = before.dimension.startswith("money") or _is_scaled(before)
    again = like and _is_scaled(reading) and _measures_again(passage, reading.first)
    # «было 3 тысячи названий, теперь – 11,5»: decimals count nothing without a scale
    again = again or (_is_scaled(before) and not reading.amounts[-1].is_whole and is_at_another_time(passage, reading))
    return reading.hedge is not None or lead or again or _part(passage, reading) is not None


def _is_scaled(reading: Reading) -> bool:
    return reading.amounts[0].scale >= 1000


def _measures_again(passage: Passage, first: int) -> bool:
    """«против 2,8 млн», "up from 2.8 million", «до 4,5 млн», «к 2040 году – 15 млн»: the same at another time."""
    lexicon, word = passage.lexicon, passage.word(first - 1)
    names = ("counted.again", "hedges.special.since", "hedges.special.to")
    dated = word in DASHES and first >= 2 and not passage.is_free(first - 2)
    return dated or any(lexicon.has(name, word) for name in names)


def _part(passage: Passage, reading: Reading) -> Span | None:
    """The words that make a figure part of a whole: «в том числе», «из них», "including"."""
    behind = passage.lexicon.parts.at(passage.words, reading.last)
    if behind is not None and passage.lexicon.has("counted.of", passage.word(reading.last)):
        return passage.between(reading.last, behind[0])
    first = reading.first
    if first <= _NEAR and passage.lexicon.has("counted.of", passage.word(0)) and _opens_with_things(passage, reading):
        return passage.tokens[0].span
    parts = passage.lexicon.parts
    if parts.ending.keys().isdisjoint(passage.words[max(0, first - _NEAR) : first]):
        return None
    for at in range(first, max(0, first - _NEAR), -1):
        told = passage.lexicon.verb_last and passage.is_word(at - 1) and is_verbal(passage, at - 1)
        if told or passage.word(at - 1) in (";", ":", "."):
            return None  # "o cümlədən 77 min konteyner daşınıb, hədəf 10 milyondur"
        found = parts.before(passage.words, at)
        if found is not None:
            return None if passage.is_number(found[0] - 1) else passage.between(found[0], at)
    return None


def _opens_with_things(passage: Passage, reading: Reading) -> bool:
    """ "Of its residents, 460-plus are abroad": things, no place, and nothing else before the number."""
    lead = lead_of(passage, reading)
    last = lead - 2 if passage.word(lead - 1) == "," else lead - 1
    if last < 1 or not all(passage.is_word(at) for at in range(1, last + 1)):
        return False
    return any(one.plural and one.case in (None, "genitive") for one in passage.readings(last)[:2])
