"""What a report holds, and what can be counted of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from sverka.model.claim import ClaimSet
from sverka.model.document import Document
from sverka.model.figure import Figure
from sverka.model.finding import CheckedDocument, Fate, Finding, UncheckedDocument
from sverka.model.precision import Precision
from sverka.model.problem import Problem

AnyDocument = CheckedDocument | UncheckedDocument


def path_of(document: AnyDocument) -> str:
    """The path by which reports call a document, checked or not."""
    return document.document.path if isinstance(document, CheckedDocument) else document.path


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that one run found; every output is made from this value alone.

    `documents` are in the order of their paths, whatever order they were given in. `problems` are those of the
    claims and of the run; what kept one document from being read stands with that document.
    """

    documents: tuple[AnyDocument, ...]
    claims: ClaimSet
    problems: tuple[Problem, ...]
    version: str
    precision: Precision = field(default_factory=Precision)

    def __post_init__(self) -> None:
        object.__setattr__(self, "documents", tuple(sorted(self.documents, key=path_of)))

    @property
    def checked(self) -> tuple[CheckedDocument, ...]:
        return tuple(each for each in self.documents if isinstance(each, CheckedDocument))

    @property
    def unchecked(self) -> tuple[UncheckedDocument, ...]:
        return tuple(each for each in self.documents if isinstance(each, UncheckedDocument))


@dataclass(frozen=True, slots=True)
class Extracted:
    """The figures of a document that no claims were held against; `line_number` where a line was the document."""

    document: Document
    figures: tuple[Figure, ...]
    line_number: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many figures met each fate."""

    agree: int = 0
    conflict: int = 0
    unsupported: int = 0
    ignored: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.agree + other.agree,
            self.conflict + other.conflict,
            self.unsupported + other.unsupported,
            self.ignored + other.ignored,
        )

    def of(self, fate: Fate) -> int:
        return {
            Fate.AGREE: self.agree,
            Fate.CONFLICT: self.conflict,
            Fate.UNSUPPORTED: self.unsupported,
            Fate.IGNORED: self.ignored,
        }[fate]

    @property
    def stated(self) -> int:
        """Figures that state something checkable."""
        return self.agree + self.conflict + self.unsupported

    @property
    def coverage(self) -> Fraction | None:
        """The share of the checkable figures that a claim covers; None where there are none."""
        return Fraction(self.agree + self.conflict, self.stated) if self.stated else None


def count(findings: Iterable[Finding]) -> Counts:
    """The number of findings of each fate."""
    found = Counter(finding.fate for finding in findings)
    return Counts(found[Fate.AGREE], found[Fate.CONFLICT], found[Fate.UNSUPPORTED], found[Fate.IGNORED])


def count_all(report: Report) -> Counts:
    """The number of figures of each fate over all checked documents."""
    return sum((count(each.findings) for each in report.checked), Counts())
