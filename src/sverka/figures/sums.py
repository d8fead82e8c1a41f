"""One amount in several units: «3 часа 20 минут», «1 м 85 см», "2 years and 6 months"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from sverka.figures.bare import is_bare
from sverka.figures.measures import Measure, of_code
from sverka.figures.passage import Passage
from sverka.figures.quantities import is_exact
from sverka.figures.reading import Reading
from sverka.model.quantity import Kind
from sverka.model.span import Span

# Of a unit, by its canonical one and its factor, the part that goes without saying.
_PARTS = {("day", Fraction(1, 24)): Fraction(1, 1440), ("m", Fraction(1)): Fraction(1, 100)}


def summed(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, with neighbours that are parts of one amount put together."""
    found: list[Reading] = []
    for told in readings:
        reading = _with_part(passage, told, found[-1] if found else None) if is_bare(told) else told
        if found and _goes_on(passage, found[-1], reading):
            found[-1] = _sum(found[-1], reading)
        else:
            found.append(reading)
    return found


def _goes_on(passage: Passage, before: Reading, reading: Reading) -> bool:
    large, small = before.measure, reading.measure
    if large is None or small is None or large.is_noun or large.factor <= small.factor:
        return False
    if small.unit not in (large.unit, large.unit.partition("/")[0]):
        return False
    if len(before.amounts) != 1 or len(reading.amounts) != 1 or before.hedge or not _is_next(passage, before, reading):
        return False
    whole = before.amounts[0].is_whole and before.rule == reading.rule == "quantity"
    return whole and reading.amounts[0].value * small.factor < large.factor


def _with_part(passage: Passage, reading: Reading, before: Reading | None) -> Reading:
    """«Два часа сорок», «метр двадцать»: a bare number right behind hours or metres is of the part that they have;
    behind «час» alone it is a whole one more."""
    if not passage.lexicon.words["units.special.wholes"] or not _may_be_part(passage, reading):
        return reading
    if before is not None and before.last == reading.first and before.measure is not None:
        measure = _part(before.measure, reading)
        exact = is_exact(reading.amounts, measure)
        return replace(reading, measure=measure, kind=before.kind, is_exact=exact) if measure else reading
    at = reading.first - 1
    one = _single(passage, at)
    part = _part(one, reading) if one else None
    if one is None or part is None:
        return reading
    amount = reading.amounts[0]
    whole = replace(amount, value=amount.value + one.factor / part.factor)
    kind = Kind.DURATION if one.dimension in ("time", "calendar") else reading.kind
    return replace(reading, amounts=(whole,), first=at, measure=part, kind=kind, is_exact=is_exact((whole,), part))


def _single(passage: Passage, at: int) -> Measure | None:
    """The unit that a word alone is one of."""
    told = passage.has("units.special.wholes", at) and _is_alone(passage, at)
    unit = passage.lexicon.units.by_lemma(passage.lemmas, at, at + 1) if told else None
    return of_code(unit[1], passage.tokens[at].span, at + 1) if unit else None


def _may_be_part(passage: Passage, reading: Reading) -> bool:
    amounts = reading.amounts
    small = len(amounts) == 1 and amounts[0].is_whole and amounts[0].scale == 1 and 10 <= amounts[0].value < 100
    return small and not passage.is_word(reading.last) and not reading.hedge and not reading.ignored


def _is_alone(passage: Passage, at: int) -> bool:
    """Whether «час» is one, and no time of day: «в час десять»."""
    single = any(one.case == "accusative" and one.plural is False for one in passage.readings(at)[:3])
    before = passage.word(at - 1)
    counted = passage.is_number(at - 1) or passage.lexicon.numbers.counts(before)
    return single and not counted and not passage.lexicon.has("hedges.special.inside", before)


def _part(whole: Measure, reading: Reading) -> Measure | None:
    factor = None if whole.is_noun else _PARTS.get((whole.unit, whole.factor))
    small = factor is not None and reading.amounts[0].value * factor < whole.factor
    return replace(whole, factor=factor, last=reading.last) if factor and small else None


def _is_next(passage: Passage, before: Reading, reading: Reading) -> bool:
    """Nothing stands between the two but «и», or the full stop of a shortened unit."""
    gap = range(before.last, reading.first)
    return len(gap) <= 1 and all(
        passage.word(at) == "." or passage.lexicon.has("counted.joins", passage.word(at)) for at in gap
    )


def _sum(before: Reading, reading: Reading) -> Reading:
    large, small = before.measure, reading.measure
    assert large is not None and small is not None
    first, last = before.amounts[0], reading.amounts[0]
    value = first.value * large.factor / small.factor + last.value
    number = Span(first.number.start, last.number.end)
    amount = replace(last, value=value, first=first.first, number=number)
    measure = replace(small, unit=large.unit, dimension=large.dimension)  # «литрі 205 теңге 50 тиын» is a price still
    return replace(reading, amounts=(amount,), first=before.first, measure=measure)
