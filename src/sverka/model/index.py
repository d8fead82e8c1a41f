"""Where each assertion of a set stands, so that a text asks only for what it speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sverka.model.quantity import Kind

if TYPE_CHECKING:
    from sverka.model.claim import Assertion

Thing = tuple[str, str]


class Sort(NamedTuple):
    """What of an assertion decides whether a figure can be compared with it at all."""

    kind: Kind
    unit: str | None
    dimension: str
    is_telling: bool


@dataclass(frozen=True)
class Index:
    """The places in a set, from 0, of what is said of each subject and metric, and of each sort of each metric."""

    things: Mapping[Thing, Sequence[int]]
    sorts_of_metric: Mapping[str, Mapping[Sort, Sequence[int]]]

    @cached_property
    def metrics_of(self) -> Mapping[str, Sequence[str]]:
        """The metrics of each subject, in the order in which the set first speaks of them."""
        found: dict[str, list[str]] = defaultdict(list)
        for subject, metric in self.things:
            found[subject].append(metric)
        return dict(found)


def index_of(assertions: Iterable[Assertion]) -> Index:
    """The index of assertions in their order."""
    things: dict[Thing, list[int]] = defaultdict(list)
    sorts: dict[str, dict[Sort, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, each in enumerate(assertions):
        things[each.subject, each.metric].append(place)
        sorts[each.metric][each.sort].append(place)
    return Index(dict(things), {metric: dict(places) for metric, places in sorts.items()})
