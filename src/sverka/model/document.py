"""A document as read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from sverka.model.period import Period
from sverka.model.span import Span


class BlockKind(StrEnum):
    """What part of a page a run of lines is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    DATELINE = "dateline"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or piece of furniture; `why` names the rule that made it furniture.

    `language` is the block's own where that is another than its document's.
    """

    span: Span
    kind: BlockKind
    why: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """The day, month or year that a document is of, as first and last day, and where that is said.

    `source` is one of `command line`, `sources.toml`, `metadata`, `dateline`; `written` is as much of the
    ISO date as is known (`2025-03-03`, `2025-05`, `2025`).
    """

    period: Period
    written: str
    source: str


@dataclass(frozen=True, slots=True)
class Document:
    """A readable text: blocks in order, without overlap, covering every character that is not white space.

    `text` is the decoded file itself, so that `text[start:end]` holds for every span of every later stage.
    """

    path: str
    text: str
    sha256: str
    language: str
    blocks: tuple[Block, ...]
    date: DocumentDate | None = None
    title: str | None = None
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()

    def parts(self) -> tuple[Document, ...]:
        """The document once for each language of its blocks, with those blocks alone: itself where it has one.

        Text and offsets stay those of the whole.
        """
        tags = {block.language or self.language for block in self.blocks}
        if len(tags) < 2:
            return (self,)
        return tuple(replace(self, language=tag, blocks=self._in(tag)) for tag in sorted(tags))

    def _in(self, tag: str) -> tuple[Block, ...]:
        mine = (block for block in self.blocks if (block.language or self.language) == tag)
        return tuple(replace(block, language=None) for block in mine)
