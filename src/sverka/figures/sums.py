"""One amount in several units: «3 часа 20 минут», «1 м 85 см», "2 years and 6 months"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sverka.figures.passage import Passage
from sverka.figures.reading import Reading
from sverka.model.span import Span


def summed(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """The readings, with neighbours that are parts of one amount put together."""
    found: list[Reading] = []
    for reading in readings:
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
