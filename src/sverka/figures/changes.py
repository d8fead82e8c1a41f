"""Which numbers tell how much something changed, and which way."""

from __future__ import annotations

from dataclasses import replace

from sverka.figures.destinations import (
    REACH_BEHIND,
    Governor,
    change_word,
    comparative,
    governor,
    governor_behind,
    governor_beyond,
)
from sverka.figures.endings import chosen_form, ending_at, leads_on
from sverka.figures.nouns import is_verbal
from sverka.figures.passage import Passage
from sverka.figures.ranges import DASHES
from sverka.figures.ratios import as_multiple
from sverka.figures.reading import Reading, lead_of
from sverka.figures.shares import is_doubled
from sverka.figures.signs import RELATIVE, joins_amounts, sign_before
from sverka.model.quantity import Hedge, Kind
from sverka.model.span import Span

_FAR = 8  # tokens from "more" to its "than"
_OBJECT = 6  # words of what a verb changes, before the number
_BARE = ("none", "predicative", "dative")
_OVER = 5  # tokens between a verb and the number that it hangs on


def changed(passage: Passage, reading: Reading) -> Reading:
    """The reading as a change where the words around it say so, signed by its verb."""
    if reading.kind is Kind.ORDINAL or reading.ignored or not reading.amounts:
        return reading
    if reading.rule == "compound adjective" and reading.kind is Kind.DURATION:
        return reading  # "its steepest one-day drop"
    multiple = as_multiple(passage, reading) or _frozen(passage, reading)
    if multiple is not None:
        return multiple
    found = (
        _signed(passage, reading)
        or _compared(passage, reading)
        or _by(passage, reading)
        or _direct(passage, reading)
        or _taken_off(passage, reading)
        or _over_object(passage, reading)
        or _named_growth(passage, reading)
        or _of_growth(passage, reading)
        or _before_verb(passage, reading)
        or _behind_colon(passage, reading)
    )
    if found is None:
        return reading
    if found.index == reading.first - 1 and found.index >= 0 and _is_sign(passage, reading, found.index):
        return _with_sign(passage, reading, found)
    return replace(reading, kind=Kind.CHANGE, sign=found.sign, direction=found.span)


def _frozen(passage: Passage, reading: Reading) -> Reading | None:
    """«2-7 градус аяз», «5 градусов ниже нуля»: words beside degrees that put them below zero."""
    before = passage.word(reading.first - 1)
    if reading.dimension != "temperature" or before in DASHES or passage.lexicon.has("changes.minus", before):
        return None
    behind = ending_at(passage, reading.last)[1]
    behind = passage.index_at(reading.hedge_span.end, behind) if reading.hedge_span else behind
    frost = passage.has("changes.below", behind) or passage.has("changes.below", lead_of(passage, reading) - 1)
    frost = frost or passage.lexicon.below_zero.at(passage.words, behind) is not None
    return replace(reading, sign=-1) if frost else None


def _is_sign(passage: Passage, reading: Reading, at: int) -> bool:
    """A written sign, or «минус» before a level: of a temperature, or behind «составит»."""
    if not passage.is_word(at):
        return True
    if not any(passage.lexicon.has(f"changes.{name}", passage.word(at)) for name in ("plus", "minus")):
        return False
    return reading.measure is None or reading.dimension in ("temperature", "length") or _is_linked(passage, at)


def _is_linked(passage: Passage, at: int) -> bool:
    since = passage.lexicon.is_analytic and passage.lexicon.has("hedges.special.since", passage.word(at - 1))
    linked = since or passage.has("changes.link", at - 1)  # "from minus 1%"
    return linked or passage.lexicon.link_words.before(passage.words, at) is not None


def _with_sign(passage: Passage, reading: Reading, found: Governor) -> Reading:
    """A written sign belongs to its number; a minus makes a change of shares and multiples only."""
    start = passage.tokens[found.index].start
    amount = reading.amounts[0]
    signed = replace(amount, number=Span(start, amount.number.end))
    told = replace(reading, sign=found.sign, first=found.index, amounts=(signed, *reading.amounts[1:]))
    again = passage.lexicon.has("counted.again", passage.word(found.index - 1))
    below = (found.sign < 0 or again) and reading.unit not in RELATIVE
    worded = passage.is_word(found.index)
    level = worded or below or reading.dimension == "temperature" or reading.measure is None
    return told if level else replace(told, kind=Kind.CHANGE, direction=found.span)


def _signed(passage: Passage, reading: Reading) -> Governor | None:
    """ "+62 %", "−3,2 %": a sign that touches its number and no other."""
    at, sign = reading.first - 1, sign_before(passage, reading.first, reading.unit)
    return Governor(sign, at, passage.tokens[at].span) if sign else None


def _compared(passage: Passage, reading: Reading) -> Governor | None:
    """«на 5 % больше», "5% higher", "a 5% annual increase"; «больше на 5 %»."""
    lead = lead_of(passage, reading)
    by = _is_by(passage, lead) or _is_by(passage, reading.first)
    direct = bool(passage.lexicon.words["changes.direct"]) and passage.lexicon.is_analytic
    if not (by or direct):
        return None
    reach = 1 if by and not direct else 2
    start = _over_aside(passage, reading.last) if by or passage.word(reading.last) == "(" else reading.last
    if _is_more(passage, reading):
        return comparative(passage, reading.amounts[-1].last)
    for at in range(start, start + reach):
        found = (
            _timed(passage, reading, at)
            or _apart(passage, reading, at)
            or comparative(passage, at)
            or _past_limit(passage, at)
        )
        if found is not None and (_is_grounded(passage, reading, at) or _is_told_of(passage, reading, at)):
            break
        if found is not None and (_is_above_amount(passage, at) or (at > start and passage.has("changes.ways", at))):
            break  # "four in ten wake up"
        if found is not None and (_is_placed_by(passage, reading, at) or _is_money_of(passage, reading, at)):
            break
        if found is not None and _is_bound(passage, at):
            break  # "27% up to $2m"
        if found is not None and passage.has("changes.onward", at) and not _is_than(passage, at + 1):
            break  # "5 km further north"
        if found is not None and (reading.unit in RELATIVE or not passage.has("changes.ways", at)):
            return found  # "23.6% up on March", and no "10 km up"
        if not passage.is_word(at) or passage.lexicon.has("counted.stop", passage.word(at)):
            break
    before = min(lead, reading.first) - 2
    if not by or (passage.lexicon.is_analytic and change_word(passage, before) is not None):
        return None  # "growth slowed by 11.6%"
    found = comparative(passage, before) or (comparative(passage, before - 1) if passage.is_word(before) else None)
    return None if found is None and passage.lexicon.is_analytic else found


def _is_told_of(passage: Passage, reading: Reading, at: int) -> bool:
    """ "Units totalling 9.6GW fall short": a verb, where no article makes a noun of it as in "a $5 fall"."""
    if reading.unit in RELATIVE or not passage.has("changes.alone", at):
        return False
    lead = lead_of(passage, reading)
    return not any(
        passage.lexicon.has("ordinals.special.articles", passage.word(near))
        or passage.lexicon.numbers.has("article", passage.word(near))
        for near in (lead - 1, lead - 2)
    )


def _is_more(passage: Passage, reading: Reading) -> bool:
    """ "158,000 more people than in May": a comparison between the number and what it counts; "two more cuts" come on
    top of others."""
    at = reading.amounts[-1].last
    inside = at < reading.last - 1 and comparative(passage, at) is not None
    return inside and any(passage.lexicon.has("changes.than", passage.word(near)) for near in range(at, at + _FAR))


def _is_grounded(passage: Passage, reading: Reading, at: int) -> bool:
    """ "40 metres below the seabed" is a place."""
    return reading.dimension == "length" and any(passage.has("changes.grounds", near) for near in (at + 1, at + 2))


def _is_above_amount(passage: Passage, at: int) -> bool:
    """ "45% above £125,140" tells from where on."""
    after = passage.tokens[at + 1].text if at + 1 < passage.size else ""
    level = passage.lexicon.is_analytic and passage.lexicon.has("hedges.special.levels", passage.word(at))
    return level and (passage.is_number(at + 1) or passage.lexicon.has("units.special.before", after))


def _is_money_of(passage: Passage, reading: Reading, at: int) -> bool:
    """ "A $5m loss", "a $48 billion expansion": so much money, which is no change of any."""
    money = passage.lexicon.is_analytic and reading.unit not in RELATIVE
    return money and passage.has("changes.of_shares", at)


def _is_bound(passage: Passage, at: int) -> bool:
    hedge = passage.lexicon.hedges.at(passage.words, at) if passage.lexicon.is_analytic else None
    if hedge is None or hedge[1] is not Hedge.UP_TO:
        return False
    after = passage.tokens[hedge[0]].text if hedge[0] < passage.size else ""
    return passage.is_number(hedge[0]) or passage.lexicon.has("units.special.before", after)


def _is_than(passage: Passage, at: int) -> bool:
    return passage.lexicon.has("changes.than", passage.word(at))


def _is_placed_by(passage: Passage, reading: Reading, at: int) -> bool:
    """ "Three aftershocks above magnitude 4", "six flats below the road": what is counted stands somewhere; "two places
    below" are steps."""
    counts = passage.lexicon.is_analytic and reading.measure is not None and reading.measure.is_noun
    steps = reading.measure is not None and passage.lexicon.has("counted.steps", reading.measure.unit)
    return counts and passage.lexicon.has("hedges.special.levels", passage.word(at)) and not steps


def _timed(passage: Passage, reading: Reading, at: int) -> Governor | None:
    """«На трое суток быстрее» is less time."""
    if reading.dimension not in ("time", "calendar"):
        return None
    if passage.lexicon.is_analytic and not _is_than(passage, at + 1):
        return None  # "two days earlier he had left"
    for name, sign in (("sooner", -1), ("later", 1)):
        if passage.lexicon.has(f"changes.{name}", passage.word(at)):
            return Governor(sign, at, passage.tokens[at].span)
    return None


def _apart(passage: Passage, reading: Reading, at: int) -> Governor | None:
    """ "185 points, 23 ahead of the US": how far from another."""
    if at != reading.last or not passage.lexicon.is_analytic:
        return None
    if reading.measure is not None and reading.measure.unit not in RELATIVE:
        return None
    of = passage.lexicon.has("counted.of", passage.word(at + 1))
    for name, sign, led in (("ahead", 1, of), ("adrift", -1, of), ("behind", -1, True)):
        if led and passage.lexicon.has(f"changes.{name}", passage.word(at)):
            return Governor(sign, at, passage.tokens[at].span)
    return None


def _over_aside(passage: Passage, at: int) -> int:
    """Past the comma of «на 2 %, больше» and the brackets of «на 3 тонны (5 %) больше»."""
    if passage.word(at) == "(":
        return next((end + 1 for end in range(at, min(at + 9, passage.size)) if passage.word(end) == ")"), at)
    return at + 1 if passage.word(at) == "," and not passage.lexicon.is_analytic else at


def _past_limit(passage: Passage, at: int) -> Governor | None:
    """ "£38m over budget"."""
    lexicon, word = passage.lexicon, passage.word(at)
    limit = at + 2 if passage.lexicon.has("ordinals.special.articles", passage.word(at + 1)) else at + 1
    if not lexicon.has("changes.past", word) or not lexicon.has("changes.limits", passage.word(limit)):
        return None
    sign = 1 if word in lexicon.hedges.starting and lexicon.hedges.at(passage.words, at) == (at + 1, Hedge.OVER) else -1
    return Governor(sign, at, passage.tokens[at].span)


def _is_by(passage: Passage, index: int) -> bool:
    return passage.lexicon.has("hedges.special.by", passage.word(index - 1))


def _by(passage: Passage, reading: Reading) -> Governor | None:
    """«вырос на 62 процента», «вырасти на сумму 260 млн», "rose by 5%"."""
    if passage.lexicon.numbers.has("people", passage.word(reading.first)):
        return None  # «620 тысяч на двоих»
    if _is_placed(passage, reading):
        return None
    lead = lead_of(passage, reading)
    counted = reading.measure is not None and reading.measure.is_noun
    if _is_per(passage, reading, lead - 2) or (counted and passage.has("changes.upon", lead - 2)):
        return None  # «снизил цены на 3,2 тыс. наименований»
    if _is_part_of_many(passage, reading) and any(passage.has("changes.upon", at) for at in range(lead - 4, lead - 1)):
        return None  # «снизил пошлины на 90 % товаров»
    at = lead if _is_by(passage, lead) else reading.first
    if passage.lexicon.has("hedges.special.between", passage.word(at - 1)):
        at -= 1  # "rose by between 12 and 14 per cent"
    told = at
    while passage.lexicon.is_analytic and passage.has("changes.over", at - 1):
        at -= 1  # "by a further 3%"
    further = at < told
    summed = not _is_by(passage, at) and passage.lexicon.has("changes.sum", passage.word(at - 1))
    at = at - 1 if summed else at
    if not _is_by(passage, at):
        return None
    found = governor(passage, at - 1)
    if found is None or _is_parted(passage, found.index, at):
        found = _verb_over(passage, reading, at - 2, found) or found or _verb_left_out(passage, at - 1)
    if found is None or (summed and not further and not passage.has("changes.alone", found.index)):
        return None
    return None if counted and _is_done_by(passage, found.index) else found


def _is_part_of_many(passage: Passage, reading: Reading) -> bool:
    """Whether a share is one of things that are told behind it."""
    many = (one.plural and one.case == "genitive" for one in passage.readings(reading.last)[:1])
    return reading.unit == "%" and passage.lexicon.tells_forms and any(many)


def _is_done_by(passage: Passage, verb: int) -> bool:
    """ "Has been climbed by 722 people": who did it, where the verb changes nothing else."""
    passive = passage.lexicon.is_analytic and passage.has("changes.being", verb - 1)
    return passive and not passage.has("changes.changing", verb)


def _verb_over(passage: Passage, reading: Reading, opener: int, before: Governor | None) -> Governor | None:
    """«Сильнее всего – на 15,9 % – подорожает свет», «на 5 % выросли тарифы»: the verb right behind, over a sign where
    no other verb stands before, or between two dashes; the case of a place tells where something changes."""
    counted = reading.measure is not None and reading.measure.is_noun
    if not passage.lexicon.tells_forms or (counted and _is_where(passage, reading.last - 1)):
        return None
    at = reading.last
    dashed = at < passage.size and passage.tokens[at].text in DASHES
    if dashed or passage.word(at) == ",":
        inserted = dashed and opener >= 0 and passage.tokens[opener].text in DASHES
        at = at + 1 if before is None or inserted else passage.size
    found = change_word(passage, at)
    return found if found and passage.readings(at)[0].pos == "verb" else None


def _verb_left_out(passage: Passage, by: int) -> Governor | None:
    """«Brent подорожала на 1,8 %; WTI – на 1,5 %»: a dash right before stands for the verb of the clause before."""
    at = by - 1
    if at < 0 or passage.tokens[at].text not in DASHES or passage.is_glued(at):
        return None
    while at >= 0 and passage.word(at) != ";":
        if passage.is_word(at) and passage.readings(at)[0].pos == "verb":
            return None
        at -= 1
    return governor(passage, at) if at > 0 else None


def _is_where(passage: Passage, at: int) -> bool:
    return any(one.case == "locative" for one in passage.readings(at)[:1])


def _is_parted(passage: Passage, first: int, last: int) -> bool:
    """Whether a comma or a dash stands between two tokens: the words at them belong to two clauses."""
    return any(passage.word(at) == "," or passage.tokens[at].text in DASHES for at in range(first, last))


def _is_placed(passage: Passage, reading: Reading) -> bool:
    """«Обрушилась на трети здания»: a fraction in the case of a place, where «на треть» tells by how much."""
    amount = reading.amounts[0]
    if not (amount.is_share and amount.last - amount.first == 1 and passage.lexicon.tells_forms):
        return False
    nouns = [one for one in passage.readings(amount.first) if one.pos == "noun"]
    return bool(nouns) and not any(one.case == "accusative" and one.plural is False for one in nouns)


def _is_per(passage: Passage, reading: Reading, at: int) -> bool:
    """«Упала до 1,1 случая на 100 тыс. населения»: another count stands right before."""
    counts = reading.measure is not None and reading.measure.is_noun and passage.has("counted.counts", reading.last - 1)
    noun = any(one.pos == "noun" for one in passage.readings(at)[:1])
    return counts and noun and any(passage.is_number(near) for near in range(max(0, at - 2), at))


def _direct(passage: Passage, reading: Reading) -> Governor | None:
    """«прибавил 5 %», "rose 5%", "up 5%": the number is what the verb adds."""
    at = verb_before(passage, lead_of(passage, reading))
    if passage.has("changes.adding_on", at - 1) and passage.lexicon.has("changes.onto", passage.word(at)):
        return Governor(1, at - 1, passage.tokens[at - 1].span)  # "put on 1.99%"
    if not passage.has("changes.direct", at) or reading.kind is Kind.DURATION or joins_amounts(passage, at):
        return None
    if passage.word(at - 1) == "-" and passage.is_glued(at):
        return None  # "a one-off £750"
    if _bounds_level(passage, reading) or _is_object_of_passive(passage, reading, at) or _is_of_many(passage, reading):
        return None
    if reading.unit not in RELATIVE and _has_object(passage, at):
        return None  # «работу потеряли 2,4 тысячи шахтёров»
    compares = comparative(passage, at) is not None and change_word(passage, at) is None
    if passage.lexicon.numbers.has("article", passage.word(at - 1)) and compares:
        return None  # "at a lower 5%"
    thing = reading.measure is None or reading.measure.is_noun
    points = reading.measure is not None and passage.lexicon.has("fractions.special.point", reading.measure.unit)
    if thing and passage.has("changes.adding", at) and not points:
        return None  # "will add three routes", but "the Dow added 43 points"
    particle = passage.has("changes.ways", at) or passage.has("changes.adding", at)
    phrasal = particle and passage.lexicon.has("changes.phrasal", passage.word(at - 1))
    return None if phrasal else change_word(passage, at) or comparative(passage, at)


def _taken_off(passage: Passage, reading: Reading) -> Governor | None:
    """ "Took two points off the total", "wiped £3bn off its value": by how much less, of shares, points and money."""
    if not passage.lexicon.has("changes.off", passage.word(reading.last)):
        return None
    if reading.unit not in RELATIVE and reading.dimension != "money":
        return None
    at = verb_before(passage, lead_of(passage, reading))
    return Governor(-1, at, passage.tokens[at].span) if passage.has("changes.taking", at) else None


def _is_of_many(passage: Passage, reading: Reading) -> bool:
    """ "Lost three of four bouts": so many out of others."""
    bare = passage.lexicon.is_analytic and reading.unit not in RELATIVE
    return bare and passage.lexicon.has("counted.of", passage.word(reading.amounts[-1].last))


def _over_object(passage: Passage, reading: Reading) -> Governor | None:
    """ "Raised production 7.3%", "lifted first-half net profit 27% to": behind what a verb changes; no verb, number or
    little word between, and nothing behind that the share is of."""
    lead = lead_of(passage, reading)
    if not passage.lexicon.is_analytic or reading.unit not in RELATIVE or lead < reading.first:
        return None
    if passage.is_word(reading.last) and not passage.lexicon.has("counted.stop", passage.word(reading.last)):
        return None
    if passage.lexicon.has("counted.of", passage.word(reading.last)) or not passage.is_word(lead - 1):
        return None
    for at in range(lead - 1, max(-1, lead - 2 - _OBJECT), -1):
        if passage.has("changes.changing", at) and passage.word(at + 1) != "-":
            counted = passage.is_number(at - 1) or passage.lexicon.numbers.counts(passage.word(at - 1))
            level = passage.has("changes.level", lead - 1)
            return None if counted or level else change_word(passage, at)  # "six cuts worth 200 basis points"
        if passage.is_word(at) and passage.lexicon.has("counted.stop", passage.word(at)):
            determined = passage.lexicon.has("changes.doubled", passage.word(at))
            if not determined:
                return None
        elif passage.is_free(at) and not (passage.is_word(at) or passage.is_glued(at)):
            return None
    return None


def _has_object(passage: Passage, at: int) -> bool:
    """Whether the object of a verb stands right before it, and behind no preposition."""
    forms = passage.readings(at - 1) if passage.lexicon.tells_forms else ()
    object_only = bool(forms) and forms[0].pos == "noun" and {one.case for one in forms} == {"accusative"}
    return object_only and not passage.lexicon.has("hedges.special.inside", passage.word(at - 2))


def _is_object_of_passive(passage: Passage, reading: Reading, at: int) -> bool:
    """«Сброшено 1,4 тыс. т воды»: so much of something was dropped, and nothing has fallen by it."""
    behind = passage.readings(reading.last)[:1]
    something = any(one.pos == "noun" and one.case == "genitive" for one in behind)
    passive = passage.lexicon.tells_forms and passage.readings(at)[0].pos == "adjective"
    return passive and something and reading.unit not in RELATIVE


def verb_before(passage: Passage, lead: int) -> int:
    """The token of a verb that a number hangs on, over what tells when and "still": «прибавил за неделю ещё 5 %»."""
    at = lead - 1
    while at > 0 and lead - at <= _OVER and (not passage.is_free(at) or _is_passed(passage, at, lead)):
        at -= 1
    return at


def _is_passed(passage: Passage, at: int, lead: int) -> bool:
    """A word that only says how: "fell just 0.6%", "rose a further 5%"."""
    if at + 1 < lead and passage.lexicon.numbers.has("article", passage.word(at)):
        return passage.has("changes.over", at + 1)
    return passage.has("changes.over", at)


def _named_growth(passage: Passage, reading: Reading) -> Governor | None:
    """«рост составил 2 процента», «прирост – 5 %», «ростом объёма …, который составил 21 процент», "growth of 5%"."""
    at = _over_link(passage, lead_of(passage, reading))
    if at is None or _leads_from(passage, reading) or _is_object(passage, reading):
        return None
    for before in range(at - 1, max(-1, at - 16), -1):
        if passage.word(before) in (";", ":"):
            told = passage.word(before) == ":" and reading.unit in RELATIVE
            return (_of_pronoun(passage, before, at) or _of_list(passage, reading, before)) if told else None
        if not passage.is_word(before):
            continue
        if _bounds_level(passage, reading):
            return None
        if before == at - 1 and reading.dimension == "length" and passage.has("changes.height", before):
            return None  # «рост – 54 сантиметра»
        if passage.has("changes.level", before) and not passage.is_number(before - 1):  # «21 процент» is no level
            return None
        if (
            reading.unit not in RELATIVE
            and passage.has("changes.of_shares", before)
            and not _is_bare_count(passage, reading)
        ):
            return None
        if passage.lexicon.verb_last and chosen_form(passage, before).case == "instrumental":
            return None  # "5 milyar dolar artışla 185 milyar dolara ulaştı"
        if (
            before >= at - 2  # "the cut, of 25%, falls short"
            and passage.lexicon.has("counted.of", passage.word(at))
            and (before == at - 1 or passage.word(at - 1) == ",")
            and passage.has("changes.cuts", before)
        ):
            return change_word(passage, before)
        if passage.has("changes.nouns", before) and (before == at - 1 or _tells(passage, before, reading)):
            return change_word(passage, before)
        if passage.readings(before)[0].pos == "verb":
            return None
    return None


def _is_counted(passage: Passage, reading: Reading) -> bool:
    """Whether a number counts things in a language whose dative tells by how much; steps need none."""
    measure = reading.measure if passage.lexicon.has("changes.by", "dative") else None
    return measure is not None and measure.is_noun and not passage.lexicon.has("changes.steps", measure.unit)


def _is_climbed(passage: Passage, reading: Reading, verb: int) -> bool:
    """ "Zirvəyə 12 alpinist qalxıb": those who did it, and no steps of a scale."""
    counted = reading.measure is not None and reading.measure.is_noun
    return (
        counted
        and passage.has("changes.climbing", verb)
        and not passage.lexicon.has("changes.steps", reading.unit or "")
    )


def _behind_colon(passage: Passage, reading: Reading) -> Governor | None:
    """«Бағалар өсті: қант 5 %, ұн 7 %»: a list of shares behind the verb that tells of them all."""
    if not passage.lexicon.verb_last or reading.unit != "%" or ending_at(passage, reading.last)[0] not in _BARE:
        return None
    for at in range(lead_of(passage, reading) - 1, 0, -1):
        if passage.word(at) == ":":
            return change_word(passage, at - 1)
        told = passage.is_word(at) and (is_verbal(passage, at) or passage.has("changes.level", at))
        if told or passage.word(at) in (";", "("):
            return None
    return None


def _is_bare_count(passage: Passage, reading: Reading) -> bool:
    """The 13,000 of "a loss of 13,000", which is no money."""
    return passage.lexicon.is_analytic and reading.measure is None


def _leads_from(passage: Passage, reading: Reading) -> bool:
    """«9,4 пайыздан 10 пайызға жетті»: where something came from, right before where it came to."""
    case, after = ending_at(passage, reading.last)
    return passage.lexicon.verb_last and case == "ablative" and passage.is_number(after)


def _is_object(passage: Passage, reading: Reading) -> bool:
    """ "Artım 12 min ailəni əhatə edir": what a verb does something to, where cases show it."""
    measure = reading.measure
    if not passage.lexicon.verb_last or measure is None or not measure.is_noun:
        return False
    return chosen_form(passage, measure.last - 1).case == "accusative"


def _of_pronoun(passage: Passage, colon: int, at: int) -> Governor | None:
    """«Отметили рост перевозок: он составил 21 процент»: a pronoun that stands for the growth."""
    if not any(passage.lexicon.has("changes.pronouns", passage.word(near)) for near in range(colon + 1, at)):
        return None
    near = range(colon - 1, max(-1, colon - 8), -1)
    noun = next((before for before in near if passage.has("changes.nouns", before)), None)
    return None if noun is None else change_word(passage, noun)


def _of_list(passage: Passage, reading: Reading, colon: int) -> Governor | None:
    """«Получат прибавку: врачи – 30 %, учителя – 25»: each behind its label, and the change before the colon."""
    lead = lead_of(passage, reading)
    dashed = lead > 0 and passage.tokens[lead - 1].text in DASHES and not passage.is_glued(lead - 1)
    labels = range(colon + 1, lead)
    if not dashed or not passage.lexicon.tells_forms:
        return None
    if any(passage.is_word(at) and passage.readings(at)[0].pos == "verb" for at in labels):
        return None
    for before in range(colon - 1, max(-1, colon - 8), -1):
        if passage.has("changes.level", before):
            return None
        if passage.has("changes.nouns", before):
            return change_word(passage, before)
    return None


def _tells(passage: Passage, at: int, reading: Reading) -> bool:
    """A share of growth may hang on it in any case; an amount only where growth itself is the subject."""
    if reading.unit in RELATIVE:
        return True
    return any(one.pos == "noun" and one.case == "nominative" for one in passage.readings(at)[:2])


def _over_link(passage: Passage, lead: int) -> int | None:
    """The token where a linking verb, a dash or nothing begins between a number and its subject."""
    at = lead
    while at > 0 and not passage.is_free(at - 1):
        at -= 1  # «составил по итогам 2024 года 21 процент»
    found = passage.lexicon.link_words.before(passage.words, at)
    if found and passage.lexicon.has("hedges.special.to", passage.word(found[0])):
        return at - 2 if passage.has("changes.link", at - 2) else None  # "amounted to 5%", not "will rise to 5%"
    at = found[0] if found else at
    if at > 0 and passage.tokens[at - 1].text in DASHES and not passage.is_glued(at):
        return at - 1
    if at > 0 and passage.has("changes.link", at - 1):
        return at - 1
    at = _over_place(passage, at)
    if found or (at > 0 and passage.has("changes.nouns", at - 1)):
        return at
    return None


def _over_place(passage: Passage, at: int) -> int:
    """Before the place that stands between growth and its number: «өсім саудада 4,1 пайыз»."""
    placed = passage.lexicon.verb_last and passage.is_word(at - 1) and passage.has("changes.nouns", at - 2)
    return at - 1 if placed and chosen_form(passage, at - 1).case == "locative" else at


def _bounds_level(passage: Passage, reading: Reading) -> bool:
    """ "May fall below 500 metres" tells where it falls to."""
    lead = lead_of(passage, reading)
    return lead < reading.first and passage.lexicon.has("hedges.special.levels", passage.word(lead))


def _of_growth(passage: Passage, reading: Reading) -> Governor | None:
    """«5 % прироста», «62-процентный рост»: the noun of change right behind."""
    compound = reading.rule == "compound adjective"
    if reading.unit not in RELATIVE or (passage.lexicon.verb_last and leads_on(passage, reading.first)):
        return None  # "5 faizdən 7 faizə artması"
    for at in range(reading.last, reading.last + (3 if compound else 1)):
        if passage.has("changes.nouns", at):
            return change_word(passage, at)
    return None


def is_without_unit(passage: Passage, reading: Reading) -> bool:
    """Whether no unit stands right behind a number: what is lent to it stands elsewhere."""
    measure, end = reading.measure, passage.tokens[reading.last - 1].end
    return measure is None or measure.span.end <= reading.amounts[0].number.start or measure.span.start >= end


def _before_verb(passage: Passage, reading: Reading) -> Governor | None:
    """«62 пайызға өсті», "62 faiz artıb", "5 faiz çoxdur": the case tells by how much from where to."""
    if not passage.lexicon.verb_last or reading.kind is Kind.DURATION:
        return None
    if passage.lexicon.has("changes.not_by", reading.unit or ""):
        return None  # «екі рет көтерілді»
    bare = bool(reading.amounts) and is_without_unit(passage, reading)
    case, after = ending_at(passage, reading.amounts[-1].last if bare else reading.last)
    if reading.measure is None and case == "dative" and passage.has("counted.unitless", lead_of(passage, reading) - 1):
        return None  # «рейтингі 2 431-ге көтерілді»
    if reading.unit == "%" and passage.is_word(reading.last - 1) and chosen_form(passage, reading.last - 1).possessive:
        return None  # "90 faizi artıq tutulub": a share of something
    span = reading.hedge_span
    if span is not None and span.end > passage.tokens[reading.last - 1].end:
        case, after = "none", passage.index_at(span.end, reading.last)
    halved = reading.amounts[0].is_share and is_doubled(passage, reading.first, reading.amounts[0].value)
    case = "none" if halved else case  # "yarı yarıya azaldı"
    to = passage.lexicon.has("hedges.special.to", passage.word(after))
    if to or not passage.lexicon.has("changes.by", case):
        return None
    if case == "none" and _is_counted(passage, reading):
        return comparative(passage, after)  # «2 000 адам көтеріле алады», but «2 000 адамға көбейді»
    if reading.measure is not None and reading.measure.is_noun and passage.has("changes.allots", after):
        return None
    if _is_climbed(passage, reading, after):
        return None
    is_hedged_ahead = span is not None and span.start < passage.tokens[reading.first].start  # "təxminən 14 faiz çoxdur"
    free = reading.hedge is None or after > reading.last or is_hedged_ahead
    compared = comparative(passage, after) if free else None
    reach = REACH_BEHIND if reading.unit in RELATIVE else 1
    if leads_on(passage, reading.first) and reading.dimension != "points":  # points are never a level
        return compared if reading.unit in RELATIVE else None
    return (
        compared
        or governor_behind(passage, after, reach)
        or (governor_beyond(passage, after, relative=reading.unit in RELATIVE) if case == "dative" else None)
    )
