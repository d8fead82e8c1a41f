"""What is known: the normalised form of a claims file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatch
from fractions import Fraction
from functools import cached_property
from pathlib import PurePath

from sverka.model.index import Index, Sort, Thing, index_of
from sverka.model.interval import Interval
from sverka.model.period import Period
from sverka.model.quantity import Kind, Relation, Status
from sverka.model.span import Place, Span

# A duration of fewer days or months than this is too common to be known again in another unit.
TELLING = 10


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure comes from."""

    id: str
    title: str
    date: date | None
    address: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to call a subject or a metric, in its dictionary form; `language` is a BCP 47 tag or empty.

    Where it stands makes no other alias of it.
    """

    text: str
    language: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A subject or a metric with everything it may be called.

    The identifier itself is among `aliases`. `dimension` is given for metrics only. `declared` is false for a
    name that only a claim uses, which is matched literally. `part_of` is the id of the whole that it is a part of, and
    `repeated` are the aliases that were given once more.
    """

    id: str
    title: str
    aliases: tuple[Alias, ...]
    place: Place = field(compare=False)
    dimension: str | None = None
    declared: bool = True
    part_of: str | None = None
    repeated: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True)
class Assertion:
    """One number that is known, normalised.

    `values` are in `unit`, canonical and signed for a change; one, or the two ends of a range. `ends` holds the
    interval that each value is rounded to, `interval` what the relation or the tolerance makes of the whole. A date
    has no values: its days are in `days`. `against` is what a change is measured from. `to_date` marks a period that
    had not ended when the source spoke. `alternatives` are the ids of the other values that the same claim allows.
    `arithmetic` is how the value follows from other claims, `working` the same with the interval of each number.
    """

    id: str
    subject: str
    metric: str
    status: Status
    period: Period | None
    kind: Kind
    relation: Relation
    values: tuple[Fraction, ...]
    ends: tuple[Interval, ...]
    interval: Interval
    unit: str | None
    dimension: str
    place: Place
    text: str
    days: Period | None = None
    against: Period | None = None
    to_date: bool = False
    tolerance: str | None = None
    derived: bool = False
    arithmetic: str | None = None
    working: str | None = None
    source: str | None = None
    since: date | None = None
    until: date | None = None
    warn: bool = False
    note: str | None = None
    alternatives: tuple[str, ...] = ()

    @property
    def thing(self) -> Thing:
        """The subject and the metric."""
        return self.subject, self.metric

    @property
    def sort(self) -> Sort:
        """What decides whether a figure can be compared with it at all."""
        return Sort(self.kind, self.unit, self.dimension, self.is_telling)

    @property
    def is_telling(self) -> bool:
        """A duration that would be known again in another unit."""
        return self.kind is Kind.DURATION and min(self.values) >= TELLING


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A finding that was looked at and let through."""

    words: str
    pattern: str
    until: date | None
    because: str
    place: Place

    def is_about(self, path: str) -> bool:
        """The pattern is a document's path, or the end of one that is told from the top of the disk."""
        return fnmatch(path, self.pattern) or (PurePath(path).is_absolute() and fnmatch(path, f"*/{self.pattern}"))

    def is_in(self, text: str) -> bool:
        return next(self.occurrences(text), None) is not None

    def occurrences(self, text: str) -> Iterator[Span]:
        """Where a text has the words, with white space of any kind between them; never within a longer number."""
        words = self.words.split()
        if words[0] in text:
            before = r"(?<!\d)(?<!\d[.,\s])" if words[0][0].isdigit() else ""
            behind = r"(?!\d)(?![.,\s]\d)" if words[-1][-1].isdigit() else ""
            pattern = before + r"\s+".join(map(re.escape, words)) + behind
            yield from (Span(*match.span()) for match in re.finditer(pattern, text))


@dataclass(frozen=True, slots=True)
class CheckedSum:
    """A `check` that was worked out; `power` is the smallest error that it would have caught, as a share of the whole.

    `broken` says what does not hold of one that only warns.
    """

    place: Place
    power: Fraction | None
    broken: str = ""


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """A file of the set, as reports cite it."""

    path: str
    sha256: str


@dataclass(frozen=True)
class ClaimSet:
    """All claims of one run, from any number of files, in a stable order."""

    files: tuple[ClaimFile, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)
    subjects: dict[str, Name] = field(default_factory=dict)
    metrics: dict[str, Name] = field(default_factory=dict)
    assertions: Sequence[Assertion] = ()
    acceptances: tuple[Acceptance, ...] = ()
    sums: tuple[CheckedSum, ...] = ()

    def wholes_of(self, assertion: Assertion) -> tuple[str | None, str | None]:
        """What an assertion's subject and metric are declared a part of."""
        subject, metric = self.subjects.get(assertion.subject), self.metrics.get(assertion.metric)
        return subject.part_of if subject else None, metric.part_of if metric else None

    @cached_property
    def index(self) -> Index:
        """Where what is said of each subject and metric stands in `assertions`."""
        return index_of(self.assertions)
