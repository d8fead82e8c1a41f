"""What a rule read, before it becomes a figure."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sverka.figures.amounts import Amount
from sverka.figures.measures import Measure
from sverka.figures.passage import Passage
from sverka.model.figure import Reason
from sverka.model.quantity import Hedge, Kind
from sverka.model.span import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Amounts with their measure, and the tokens `first` to `last` of the whole wording.

    `hedge_span` may lie before or behind the number. `sign` is -1 for a fall; `is_inverse` where a fall is told as a
    multiple, so that «вдвое» is a half. `is_exact` where the number counts and is not rounded. `tolerance` is the
    2 of "10 ± 2". A reading that is no
    statement has the reason in `ignored`; `skip` is one that makes no figure at all.
    """

    rule: str
    kind: Kind
    amounts: tuple[Amount, ...]
    first: int
    last: int
    measure: Measure | None = None
    hedge: Hedge | None = None
    hedge_span: Span | None = None
    sign: int = 1
    direction: Span | None = None
    is_inverse: bool = False
    is_exact: bool = False
    tolerance: Fraction | None = None
    is_part: Span | None = None
    ignored: Reason | None = None
    why: str | None = None
    skip: bool = False

    @property
    def unit(self) -> str | None:
        return self.measure.unit if self.measure else None

    @property
    def dimension(self) -> str:
        return self.measure.dimension if self.measure else "count"


def span_of(passage: Passage, reading: Reading) -> Span:
    """From the hedge or the number to the end of the unit."""
    whole = passage.between(reading.first, reading.last)
    if reading.hedge_span is None:
        return whole
    return Span(min(whole.start, reading.hedge_span.start), max(whole.end, reading.hedge_span.end))


def lead_of(passage: Passage, reading: Reading) -> int:
    """The first token of the wording, hedge included."""
    first = reading.first
    if reading.hedge_span is not None:
        while first > 0 and passage.tokens[first - 1].start >= reading.hedge_span.start:
            first -= 1
    return first


def skipped(first: int, last: int) -> Reading:
    """A wording that holds a number word and states none."""
    return Reading("no figure", Kind.LEVEL, (), first, last, skip=True)
