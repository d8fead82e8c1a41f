"""The assertions of a set as one document is held to them, ready to be looked up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sverka.check.fit import ELIDED, fit
from sverka.check.nesting import Nests, nests
from sverka.model.claim import Assertion, ClaimSet
from sverka.model.figure import Figure
from sverka.model.period import Period

_Thing = tuple[str, str]


class Former(NamedTuple):
    """An assertion that no longer holds on the document's day, and why: "replaced on … by …"."""

    assertion: Assertion
    why: str


@dataclass(frozen=True)
class Book:
    """Assertions by subject and metric, and one of each sort a name, to ask quickly whether a name can matter.

    `former` are those that have held before the document's day; `nests` tell what is part of what.
    """

    today: Period | None
    by_thing: dict[_Thing, tuple[Assertion, ...]]
    sorts_of_subject: dict[str, tuple[Assertion, ...]]
    sorts_of_metric: dict[str, tuple[Assertion, ...]]
    metrics_of: dict[str, tuple[str, ...]]
    subjects_of: dict[str, tuple[str, ...]]
    former: dict[_Thing, tuple[Former, ...]] = field(default_factory=dict)
    nests: Nests = field(default_factory=Nests)

    def of_subject(self, name: str) -> Iterator[Assertion]:
        for metric in self.metrics_of.get(name, ()):
            yield from self.by_thing[name, metric]

    def of_metric(self, name: str) -> Iterator[Assertion]:
        for subject in self.subjects_of.get(name, ()):
            yield from self.by_thing[subject, name]

    def near(self, subject: str, metric: str) -> Iterator[Assertion]:
        """The assertions of what a thing is part of, or has as parts."""
        for thing in self.nests.things_near(subject, metric):
            yield from self.by_thing.get(thing, ())

    def is_subject_of(self, name: str, figure: Figure) -> bool:
        return self._matters(self.sorts_of_subject.get(name, ()), figure)

    def is_metric_of(self, name: str, figure: Figure) -> bool:
        return self._matters(self.sorts_of_metric.get(name, ()), figure)

    def is_unit_of(self, name: str, figure: Figure) -> bool:
        """A metric is claimed in a unit that the figure's converts to, and in the same sense of level or change."""
        sorts = self.sorts_of_metric.get(name, ())
        if figure.rule == ELIDED:
            sorts = tuple(assertion for assertion in sorts if assertion.unit == figure.unit)
        fits = (fit(figure, assertion, self.today) for assertion in sorts)
        return any(found is not None and not found.is_otherwise_measured for found in fits)

    def _matters(self, sorts: Sequence[Assertion], figure: Figure) -> bool:
        return any(fit(figure, assertion, self.today) is not None for assertion in sorts)


def open_book(claims: ClaimSet, today: Period | None) -> Book:
    """The book of a document of a day: without what was not yet, or no longer, current then."""
    by_thing: dict[_Thing, list[Assertion]] = defaultdict(list)
    for assertion in _current(claims, today):
        by_thing[assertion.subject, assertion.metric].append(assertion)
    metrics: dict[str, list[str]] = defaultdict(list)
    subjects: dict[str, list[str]] = defaultdict(list)
    for subject, metric in by_thing:
        metrics[subject].append(metric)
        subjects[metric].append(subject)
    everything = [assertion for assertions in by_thing.values() for assertion in assertions]
    return Book(
        today,
        {thing: tuple(assertions) for thing, assertions in by_thing.items()},
        _sorts((assertion.subject, assertion) for assertion in everything),
        _sorts((assertion.metric, assertion) for assertion in everything),
        {subject: tuple(names) for subject, names in metrics.items()},
        {metric: tuple(names) for metric, names in subjects.items()},
        _former(claims, today),
        nests(claims),
    )


def _sorts(named: Iterable[tuple[str, Assertion]]) -> dict[str, tuple[Assertion, ...]]:
    found: dict[str, dict[object, Assertion]] = defaultdict(dict)
    for name, assertion in named:
        found[name].setdefault((assertion.kind, assertion.unit, assertion.dimension), assertion)
    return {name: tuple(sorts.values()) for name, sorts in found.items()}


def _current(claims: ClaimSet, today: Period | None) -> list[Assertion]:
    """Assertions that hold on the document's day; of several sources for one thing the latest by then."""
    holding = [assertion for assertion in claims.assertions if _holds(assertion, today)]
    latest = _latest(claims, holding, today)
    return [assertion for assertion in holding if not _is_replaced(claims, assertion, latest, today)]


def _latest(claims: ClaimSet, holding: Sequence[Assertion], today: Period | None) -> dict[object, Assertion]:
    """Of the assertions of one thing that have a dated source, the one that was said last."""
    latest: dict[object, Assertion] = {}
    for assertion in holding:
        said = _said(claims, assertion, today)
        known = latest.get(_key(assertion))
        if said is not None and (known is None or said > (_said(claims, known, today) or said)):
            latest[_key(assertion)] = assertion
    return latest


def _is_replaced(
    claims: ClaimSet, assertion: Assertion, latest: Mapping[object, Assertion], today: Period | None
) -> bool:
    newest = latest.get(_key(assertion))
    said = _said(claims, assertion, today)
    return newest is not None and said is not None and said != _said(claims, newest, today)


def _former(claims: ClaimSet, today: Period | None) -> dict[_Thing, tuple[Former, ...]]:
    """What held before the document's day, and was replaced or ran out."""
    holding = [assertion for assertion in claims.assertions if _holds(assertion, today)]
    latest = _latest(claims, holding, today)
    found: dict[_Thing, list[Former]] = defaultdict(list)
    for assertion in claims.assertions:
        why = ""
        if today is not None and assertion.until is not None and assertion.until < today.start:
            why = f"it held until {assertion.until}"
        elif _is_replaced(claims, assertion, latest, today):
            source = claims.sources[latest[_key(assertion)].source or ""]
            why = f"replaced on {source.date} by “{source.title}”"
        if why:
            found[assertion.subject, assertion.metric].append(Former(assertion, why))
    return {thing: tuple(former) for thing, former in found.items()}


def _key(assertion: Assertion) -> object:
    return (
        assertion.subject,
        assertion.metric,
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


def _said(claims: ClaimSet, assertion: Assertion, today: Period | None) -> date | None:
    """The day of an assertion's source where that is not after the document's."""
    source = claims.sources.get(assertion.source or "")
    if source is None or source.date is None or (today is not None and source.date > today.end):
        return None
    return source.date
