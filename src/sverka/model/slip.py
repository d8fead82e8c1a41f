"""A mistake that somebody might make in a text, and whether the claims would have caught it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sverka.model.document import Document
from sverka.model.finding import Cause, Finding
from sverka.model.span import Span


class SlipKind(StrEnum):
    """The sorts of slip that a typist, an editor or a translator makes."""

    SWAPPED = "digits swapped"
    DROPPED = "digit dropped"
    DOUBLED = "digit doubled"
    MARK = "decimal mark moved"
    SCALE = "scale"
    POINTS = "percent for points"
    DIRECTION = "direction"
    PERIOD = "period"
    STATUS = "intent for fact"
    NEIGHBOUR = "neighbour's number"
    UNIT = "unit"
    HEDGE_DROPPED = "hedge dropped"
    HEDGE_ADDED = "hedge added"
    RANGE = "range reversed"
    BY_FOR_TO = "by for to"


_ELSEWHERE = frozenset((Cause.PERIOD, Cause.STATUS, Cause.SUBJECT))
_DIGITS = _ELSEWHERE | {Cause.TRANSPOSED, Cause.SCALE}

# The causes that explain a slip truly. A number that another claim happens to have is explained by that claim.
EXPLAINED_BY: Mapping[SlipKind, frozenset[Cause]] = {
    SlipKind.SWAPPED: _DIGITS,
    SlipKind.DROPPED: _DIGITS,
    SlipKind.DOUBLED: _DIGITS,
    SlipKind.MARK: _ELSEWHERE | {Cause.SCALE},
    SlipKind.SCALE: _ELSEWHERE | {Cause.SCALE},
    SlipKind.POINTS: frozenset((Cause.PERCENT,)),
    SlipKind.DIRECTION: frozenset((Cause.DIRECTION,)),
    SlipKind.PERIOD: frozenset((Cause.PERIOD,)),
    SlipKind.STATUS: frozenset((Cause.STATUS,)),
    SlipKind.NEIGHBOUR: _DIGITS | {Cause.VALUE},
    SlipKind.UNIT: frozenset((Cause.UNIT,)),
    SlipKind.HEDGE_DROPPED: frozenset((Cause.DIRECTION, Cause.VALUE)),
    SlipKind.HEDGE_ADDED: frozenset((Cause.DIRECTION,)),
    SlipKind.RANGE: frozenset((Cause.DIRECTION, Cause.ARITHMETIC)),
    SlipKind.BY_FOR_TO: frozenset((Cause.PERCENT, Cause.DIRECTION, Cause.VALUE)),
}


@dataclass(frozen=True, slots=True)
class Slip:
    """The words that are put in place of a run of the text."""

    kind: SlipKind
    span: Span
    words: str


class Outcome(StrEnum):
    """What becomes of a slip: `caught` by a conflict, `harmless` where what the text then says is true of the claim
    as well, or `escaped`."""

    CAUGHT = "caught"
    HARMLESS = "harmless"
    ESCAPED = "escaped"


@dataclass(frozen=True, slots=True)
class Trial:
    """One slip in one covered figure: `before` it and `after` it; no finding after it where its words are no figure."""

    slip: Slip
    before: Finding
    after: Finding | None
    outcome: Outcome
    code: Cause | None = None

    @property
    def is_explained(self) -> bool:
        """Whether the conflict names a cause that explains the slip truly."""
        return self.code in EXPLAINED_BY[self.slip.kind]


@dataclass(frozen=True, slots=True)
class TriedDocument:
    """A document with the trials of every slip in it, in the order of its figures."""

    document: Document
    trials: tuple[Trial, ...]
