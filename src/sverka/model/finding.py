"""What the check says of a figure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sverka.model.claim import Assertion
from sverka.model.document import Document
from sverka.model.figure import Figure, Reason, Scope
from sverka.model.problem import Problem
from sverka.model.span import Place, Span
from sverka.model.telling import Telling


class Fate(StrEnum):
    """What becomes of a figure; each has exactly one."""

    AGREE = "agree"
    CONFLICT = "conflict"
    UNSUPPORTED = "unsupported"
    IGNORED = "ignored"


class Grade(StrEnum):
    """How well a figure agrees."""

    EXACT = "exact"
    ROUNDED = "rounded"
    HEDGED = "hedged"
    FINER = "finer"
    LOOSE = "loose"
    TRUNCATED = "truncated"
    DERIVED = "derived"


class Cause(StrEnum):
    """The likeliest explanation of a conflict."""

    VALUE = "value"
    SCALE = "scale"
    TRANSPOSED = "transposed"
    UNIT = "unit"
    PERCENT = "percent"
    DIRECTION = "direction"
    PERIOD = "period"
    SUBJECT = "subject"
    STATUS = "status"
    ARITHMETIC = "arithmetic"


class Role(StrEnum):
    """What a piece of evidence shows."""

    SUBJECT = "subject"
    METRIC = "metric"
    PERIOD = "period"
    STATUS = "status"
    DIRECTION = "direction"
    OTHER_FIGURE = "other figure"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A place in another document, and the words that stand there."""

    path: str
    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of the text that helped to decide, what it showed and how near it stands; `elsewhere` is set where the
    span is one of another document's text."""

    role: Role
    span: Span
    scope: Scope
    how: str = ""
    elsewhere: Elsewhere | None = None


@dataclass(frozen=True, slots=True)
class Consideration:
    """A claim that a figure might have been about: what in the text spoke for it, and why it did not decide; `lost`
    is empty for the one that did."""

    assertion: Assertion
    evidence: tuple[Evidence, ...]
    lost: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A figure with its fate and everything that a reader needs to work the verdict out by hand.

    `assertion` is set for agree and conflict, and for an unsupported figure where it names the claim that may have
    been meant. `rule` names the rule that decided; `message` says it in words; `suggestion` are the words to put in
    place of the figure's. `power` is the smallest error that an agreement would have caught, in words;
    `considered` is filled where a run is asked to explain itself; `accepted` is where the acceptance stands that let
    it through.
    """

    figure: Figure
    fate: Fate
    rule: str
    message: str
    grade: Grade | None = None
    reason: Reason | None = None
    code: Cause | None = None
    assertion: Assertion | None = None
    evidence: tuple[Evidence, ...] = ()
    suggestion: str | None = None
    warning: bool = False
    comparison: str | None = None
    power: str | None = None
    considered: tuple[Consideration, ...] = ()
    accepted: Place | None = None

    @property
    def own_evidence(self) -> tuple[Evidence, ...]:
        """The evidence that stands in the figure's own document."""
        return tuple(each for each in self.evidence if each.elsewhere is None)


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A document with a finding for each of its figures, in the order of the text; `tellings` are what other documents
    may tell otherwise."""

    document: Document
    findings: tuple[Finding, ...]
    tellings: tuple[Telling, ...] = ()


@dataclass(frozen=True, slots=True)
class UncheckedDocument:
    """A document that could not be read, and why."""

    path: str
    problem: Problem
