"""The assertions of a set as the documents of one day are held to them, worked out where a text asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from sverka.check.fit import ELIDED, fit
from sverka.check.nesting import Nests
from sverka.model.claim import Assertion, ClaimSet
from sverka.model.figure import Figure
from sverka.model.period import Period


class Former(NamedTuple):
    """An assertion that no longer holds on the document's day, and why: "replaced on … by …"."""

    assertion: Assertion
    why: str


class _Page(NamedTuple):
    """What is known of one subject and metric on a day: what holds, and what has held before.

    `first` is the place in the set of the first that holds.
    """

    current: tuple[Assertion, ...] = ()
    former: tuple[Former, ...] = ()
    first: int = 0


class Book:
    """The assertions that are current on a day, by subject and metric; those of any day where it is None.

    Only the pages of what is asked for are made, and each once: the work grows with the text and not with the set.
    `nests` tell what is part of what.
    """

    def __init__(self, claims: ClaimSet, nests: Nests, today: Period | None) -> None:
        self.today = today
        self.nests = nests
        self._claims = claims
        self._page = cache(self._made)
        self._sorts_of_subject = cache(lambda name: tuple(self._of_sorts(self._sorted(name).values())))
        self._sorts_of_metric = cache(
            lambda name: tuple(self._of_sorts(claims.index.sorts_of_metric.get(name, {}).values()))
        )

    def has(self, subject: str, metric: str) -> bool:
        """Some claim about the two is current."""
        return bool(self.of(subject, metric))

    def of(self, subject: str, metric: str) -> tuple[Assertion, ...]:
        """What is current about the two, in the order of the set."""
        return self._page(subject, metric).current

    def former(self, subject: str, metric: str) -> tuple[Former, ...]:
        """What has held before the day, in the order of the set."""
        return self._page(subject, metric).former

    def metrics_of(self, subject: str) -> list[str]:
        """The metrics that something current says of a subject, in the order of what is said."""
        metrics = [each for each in self._claims.index.metrics_of.get(subject, ()) if self.has(subject, each)]
        return sorted(metrics, key=lambda metric: self._page(subject, metric).first)

    def of_subject(self, name: str) -> Iterator[Assertion]:
        for metric in self.metrics_of(name):
            yield from self.of(name, metric)

    def of_metric(self, name: str, subjects: Iterable[str]) -> Iterator[Assertion]:
        """What is current about a metric of some subjects, in the order of the set."""
        pages = (self._page(subject, name) for subject in subjects)
        for page in sorted((page for page in pages if page.current), key=lambda page: page.first):
            yield from page.current

    def options(self, assertion: Assertion) -> tuple[Assertion, ...]:
        """The values that the claim of an assertion allows, itself among them, in the order of the claim."""
        if not assertion.alternatives:
            return (assertion,)
        ids = {assertion.id, *assertion.alternatives}
        return tuple(each for each in self.of(assertion.subject, assertion.metric) if each.id in ids)

    def near(self, subject: str, metric: str) -> Iterator[Assertion]:
        """The assertions of what a thing is part of, or has as parts."""
        for thing in self.nests.things_near(subject, metric):
            yield from self.of(*thing)

    def is_subject_of(self, name: str, figure: Figure) -> bool:
        return self._matters(self._sorts_of_subject(name), figure)

    def is_metric_of(self, name: str, figure: Figure) -> bool:
        return self._matters(self._sorts_of_metric(name), figure)

    def is_unit_of(self, name: str, figure: Figure) -> bool:
        """A metric is claimed in a unit that the figure's converts to, and in the same sense of level or change."""
        sorts = self._sorts_of_metric(name)
        if figure.rule == ELIDED:
            sorts = tuple(assertion for assertion in sorts if assertion.unit == figure.unit)
        fits = (fit(figure, assertion, self.today) for assertion in sorts)
        return any(found is not None and not found.is_otherwise_measured for found in fits)

    def _matters(self, sorts: Sequence[Assertion], figure: Figure) -> bool:
        return any(fit(figure, assertion, self.today) is not None for assertion in sorts)

    def _sorted(self, subject: str) -> dict[object, list[int]]:
        """The places of what is said of a subject, by its sort."""
        index, found = self._claims.index, dict[object, list[int]]()
        for metric in index.metrics_of.get(subject, ()):
            for place in index.things[subject, metric]:
                found.setdefault(self._claims.assertions[place].sort, []).append(place)
        return found

    def _of_sorts(self, sorts: Iterable[Sequence[int]]) -> Iterator[Assertion]:
        """Of each sort the first that is current: it tells whether any can be compared with a figure."""
        for places in sorts:
            found = (self._claims.assertions[place] for place in places)
            first = next((each for each in found if any(each is other for other in self.of(*each.thing))), None)
            if first is not None:
                yield first

    def _made(self, subject: str, metric: str) -> _Page:
        places = self._claims.index.things.get((subject, metric), ())
        said = [(place, self._claims.assertions[place]) for place in places]
        holding = [(place, each) for place, each in said if _holds(each, self.today)]
        latest = self._latest(each for _, each in holding)
        passed = (self._is_replaced, self._is_to_come)
        current = [(place, each) for place, each in holding if not any(is_so(each, latest) for is_so in passed)]
        former = [Former(each, why) for _, each in said if (why := self._why(each, latest))]
        return _Page(tuple(each for _, each in current), tuple(former), current[0][0] if current else 0)

    def _latest(self, holding: Iterable[Assertion]) -> dict[object, Assertion]:
        """Of several sources for one thing, what the latest by the day has said."""
        latest: dict[object, Assertion] = {}
        for assertion in holding:
            said = self._said(assertion)
            known = latest.get(_key(assertion))
            if said is not None and (known is None or said > (self._said(known) or said)):
                latest[_key(assertion)] = assertion
        return latest

    def _is_replaced(self, assertion: Assertion, latest: dict[object, Assertion]) -> bool:
        newest = latest.get(_key(assertion))
        said = self._said(assertion)
        return newest is not None and said is not None and said != self._said(newest)

    def _is_to_come(self, assertion: Assertion, latest: dict[object, Assertion]) -> bool:
        """Its source speaks after the day, and by the day another had said the same thing otherwise."""
        source = self._claims.sources.get(assertion.source or "")
        is_later = source is not None and source.date is not None and self._said(assertion) is None
        return is_later and _key(assertion) in latest

    def _why(self, assertion: Assertion, latest: dict[object, Assertion]) -> str:
        """Why it holds no longer; empty where it does, or has not begun to."""
        if self.today is not None and assertion.until is not None and assertion.until < self.today.start:
            return f"it held until {assertion.until}"
        if self._is_replaced(assertion, latest):
            source = self._claims.sources[latest[_key(assertion)].source or ""]
            return f"replaced on {source.date} by “{source.title}”"
        return ""

    def _said(self, assertion: Assertion) -> date | None:
        """The day of an assertion's source where that is not after the document's."""
        source = self._claims.sources.get(assertion.source or "")
        if source is None or source.date is None or (self.today is not None and source.date > self.today.end):
            return None
        return source.date


def _key(assertion: Assertion) -> object:
    return (
        assertion.status,
        assertion.period,
        assertion.kind,
        assertion.unit,
        assertion.against,
        assertion.derived,
    )


def _holds(assertion: Assertion, today: Period | None) -> bool:
    if today is None:
        return True
    started = assertion.since is None or assertion.since <= today.end
    return started and (assertion.until is None or today.start <= assertion.until)
