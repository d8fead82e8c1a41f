"""Numbers behind what they count, which makes them rough: «тонн двести», «лет пятнадцать», «лет через пять»."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sverka.figures.amounts import with_scale
from sverka.figures.measures import Measure, of_code
from sverka.figures.passage import Passage
from sverka.figures.ranges import DASHES
from sverka.figures.reading import Reading
from sverka.model.quantity import Hedge, Kind

_BEFORE = (*DASHES, "«", "“", "„", '"', "(", ":", "…")
_INVERTED = "hedges.special.inverted"


def inverted(passage: Passage, reading: Reading, floor: int = 0) -> Reading:
    """The reading with the unit before it, where word order alone says "about"; what stands before token `floor`
    belongs to another."""
    at = reading.first - 1
    if at < floor or not passage.lexicon.words[_INVERTED]:
        return reading
    at = _over_preposition(passage, at, floor)
    scaled = _scaled(passage, reading, at)
    if scaled is not None:
        return _measured(passage, scaled, at - 1) if at > floor else scaled
    return _measured(passage, reading, at)


def _over_preposition(passage: Passage, at: int, floor: int) -> int:
    """Before the preposition of «миллионов в шесть», «лет через десять», «рублей по сто»."""
    led = at > floor and passage.lexicon.has("hedges.special.inside", passage.word(at))
    begun = led and passage.lexicon.has("hedges.special.since", passage.word(at - 2))  # «с десятка до двадцати»
    vague = led and at >= 2 and (passage.has("hedges.special.vague", at - 2) or _is_numeral(passage, at - 2))
    return at - 1 if led and not (begun or vague) else at


def _measured(passage: Passage, reading: Reading, at: int) -> Reading:
    if reading.measure is not None or reading.ignored or not reading.amounts or not _is_free(passage, reading, at):
        return reading
    measure = _measure(passage, at)
    if measure is None:
        return reading
    kind = Kind.DURATION if measure.dimension in ("time", "calendar") else reading.kind
    span = passage.between(at, reading.first)
    hedge = Hedge.ABOUT if len(reading.amounts) == 1 else None  # «центнеров 220–230» is a range as it stands
    return replace(reading, measure=measure, kind=kind, hedge=hedge, hedge_span=span, is_exact=False)


def _scaled(passage: Passage, reading: Reading, at: int) -> Reading | None:
    """«Тысяч сорок рублей»: a scale word in the genitive, which nothing counts, before its number."""
    if reading.ignored or any(one.scale != 1 for one in reading.amounts) or not passage.is_word(at):
        return None
    worth = passage.lexicon.numbers.scales.get(passage.word(at))
    genitive = any(one.case == "genitive" for one in passage.readings(at)[:1])
    if worth is None or not genitive or (at > 0 and _is_numeral(passage, at - 1)):
        return None
    span = passage.tokens[at].span
    amounts = tuple(with_scale(one, worth, span, one.last) for one in reading.amounts)
    hedge = Hedge.ABOUT if len(amounts) == 1 else None
    told = replace(reading, amounts=amounts, hedge=hedge, hedge_span=passage.between(at, reading.first))
    return replace(told, is_exact=False)


def _is_numeral(passage: Passage, at: int) -> bool:
    return passage.is_number(at) or passage.lexicon.numbers.counts(passage.word(at)) or not passage.is_free(at)


def _is_free(passage: Passage, reading: Reading, at: int) -> bool:
    """True for a unit in the plural that nothing else counts; «часа два» has the singular that two to four ask for."""
    if not passage.has(_INVERTED, at):
        return False
    parted = passage.word(at - 1) == "," and reading.amounts[-1].is_spelled  # «их, боюсь, человек двести»
    if not (at == 0 or passage.is_word(at - 1) or passage.tokens[at - 1].text in _BEFORE or parted):
        return False
    few = reading.amounts[-1].is_spelled and reading.amounts[-1].value in (2, 3, 4)
    many = any((one.plural or few) and one.case == "genitive" for one in passage.readings(at))
    return many and not passage.lexicon.numbers.counts(passage.word(at - 1))


def _measure(passage: Passage, at: int) -> Measure | None:
    span = passage.tokens[at].span
    unit = passage.lexicon.units.by_lemma(passage.lemmas, at, at + 1)
    if unit is not None:
        return of_code(unit[1], span, at + 1)
    lemma = next((one.lemma for one in passage.readings(at) if one.pos == "noun"), None)
    return Measure(lemma, "count", Fraction(1), span, at + 1, is_noun=True) if lemma else None
