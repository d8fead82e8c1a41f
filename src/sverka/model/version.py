"""What two versions of one text say differently."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sverka.model.document import Document
from sverka.model.figure import Figure


class Aspect(StrEnum):
    """In what two figures that stand for each other differ, or in which version alone a figure stands."""

    VALUE = "value"
    UNIT = "unit"
    HEDGE = "hedge"
    STATUS = "status"
    PERIOD = "period"
    FIRST_ONLY = "first only"
    SECOND_ONLY = "second only"


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure of the first version, the one that stands for it in the second, and what differs; one of them may be
    missing."""

    aspect: Aspect
    first: Figure | None
    second: Figure | None


@dataclass(frozen=True, slots=True)
class Versions:
    """Two documents and their differences, in the order of the first."""

    first: Document
    second: Document
    differences: tuple[Difference, ...]
    same: int
