"""A number that a text states."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from sverka.model.interval import Interval
from sverka.model.period import Period, Sense
from sverka.model.quantity import Hedge, Kind, Status
from sverka.model.span import Span


class Reason(StrEnum):
    """Why a figure is not a statement to check."""

    DATE = "date"
    NAME = "name"
    BOILERPLATE = "boilerplate"
    REFERENCE = "reference"
    TRIVIAL = "trivial"
    ACCEPTED = "accepted"


class Scope(StrEnum):
    """How near to a figure the words stand that say something about it."""

    FIGURE = "figure"
    CLAUSE = "clause"
    SENTENCE = "sentence"
    EARLIER = "earlier sentence"
    HEADING = "heading"
    DOCUMENT = "document"
    ELSEWHERE = "other document"


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the pieces of a figure's wording stand; `unit` of a counted thing is its noun."""

    number: Span
    hedge: Span | None = None
    scale: Span | None = None
    unit: Span | None = None


@dataclass(frozen=True, slots=True)
class When:
    """The period that the text gives a figure, how near it says so, and the words."""

    period: Period
    scope: Scope
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A numeric expression with its meaning; it knows no claims.

    `text` is `document.text[span]`, from the hedge or number to the end of the unit. `values` are in `unit`, signed
    for a change; one, or the two ends of a range, each with what it is rounded to in `ends`, whatever the hedge;
    `interval` is what the whole wording stands for, hedge and all, from the first to the last. A date, a period, and
    a bare time have no values; their days are in `days`. `when` is the period that governs a level or a change;
    `against` the one that a change is measured from. `rule` names the rule that read it. `counted` marks a whole
    number of things, which is exact. `ignored` is set where the wording alone shows that nothing is stated (a name,
    a phone, a list number). `is_base` marks what another figure is compared with («с 1,5 до 2 млрд»): it is of an
    earlier period, named or not.
    """

    span: Span
    text: str
    kind: Kind
    values: tuple[Fraction, ...]
    ends: tuple[Interval, ...]
    interval: Interval
    unit: str | None
    dimension: str
    parts: Parts
    rule: str
    hedge: Hedge | None = None
    counted: bool = False
    scale: Fraction = Fraction(1)
    status: Status = Status.ACTUAL
    status_span: Span | None = None
    direction_span: Span | None = None
    days: Period | None = None
    sense: Sense | None = None
    when: When | None = None
    against: Period | None = None
    is_part: Span | None = None
    is_base: bool = False
    ignored: Reason | None = None
    why: str | None = None
