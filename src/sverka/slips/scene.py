"""A figure and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sverka.languages.exchanges import Exchanges, exchanges
from sverka.model.document import Document
from sverka.model.figure import Figure
from sverka.model.finding import Finding
from sverka.model.span import Span


@dataclass(frozen=True, slots=True)
class Scene:
    """A document, its findings, and the index of the one that a slip is made in."""

    document: Document
    findings: Sequence[Finding]
    index: int

    @property
    def figure(self) -> Figure:
        return self.findings[self.index].figure

    @property
    def number(self) -> Span:
        """The digits or number words, without hedge, scale and unit."""
        return self.figure.parts.number

    @property
    def language(self) -> str:
        """That of the figure's own paragraph."""
        blocks = (block for block in self.document.blocks if block.span.covers(self.figure.span))
        own = next(blocks, None)
        return (own.language if own else None) or self.document.language

    @property
    def exchanges(self) -> Exchanges:
        return exchanges(self.language)

    def words(self, span: Span) -> str:
        return span.of(self.document.text)
