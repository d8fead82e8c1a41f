"""Claims of a part that are larger than the same of its whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sverka.model.claim import Assertion, ClaimSet, Name
from sverka.model.quantity import Kind

# Of these a part has no more than its whole; a price, a share, a length of time or a speed may well be higher.
ADDED = frozenset(
    (
        "count",
        "mass",
        "money",
        "oil",
        "volume",
        "containers",
        "energy",
        "heat",
        "grain",
        "oil_equivalent",
        "fuel_equivalent",
        "area",
    )
)


class Excess(NamedTuple):
    """A part's assertion and the one of its whole that it exceeds."""

    part: Assertion
    whole: Assertion


def exceeding(claims: ClaimSet) -> Iterator[Excess]:
    """Each level of a part that is surely above that of its whole, in the same period, status and unit."""
    by_thing: dict[tuple[object, ...], list[Assertion]] = defaultdict(list)
    for each in claims.assertions:
        if each.kind is Kind.LEVEL and _is_added(each.dimension):
            by_thing[_thing(each)].append(each)
    for part in claims.assertions:
        for names in _wholes(part, claims):
            found = (whole for whole in by_thing.get((*names, *_thing(part)[2:]), ()) if _is_above(part, whole))
            yield from (Excess(part, whole) for whole in found)


def _thing(each: Assertion) -> tuple[object, ...]:
    return each.subject, each.metric, each.status, each.period, each.unit


def _is_added(dimension: str) -> bool:
    amount, _, per = dimension.partition("/")
    return amount in ADDED and per in ("", "yr")


def _wholes(part: Assertion, claims: ClaimSet) -> Iterator[tuple[str, str]]:
    """Subject and metric of what the part's may be held against: the whole of one, and the other as it is."""
    yield from ((whole, part.metric) for whole in _above(part.subject, claims.subjects))
    yield from ((part.subject, whole) for whole in _above(part.metric, claims.metrics))


def _above(name: str, names: Mapping[str, Name]) -> Iterator[str]:
    while (whole := names[name].part_of) is not None:
        yield whole
        name = whole


def _is_above(part: Assertion, whole: Assertion) -> bool:
    low, high = part.interval.low, whole.interval.high
    return part.kind is Kind.LEVEL and low is not None and high is not None and low > high
