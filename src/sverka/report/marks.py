"""A document's text as HTML, its figures marked in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sverka.model.document import Block, BlockKind, Document
from sverka.model.finding import Fate, Finding
from sverka.model.span import Span
from sverka.report.escape import escape
from sverka.report.segments import Segment, segments
from sverka.report.words import headline, plural


@dataclass(frozen=True, slots=True)
class Mark:
    """How one figure is marked: the ids of the mark and of its note, and the number that paper shows."""

    id: str
    note: str
    number: int | None
    finding: Finding


class MarkedText:
    """The HTML of one document's text; without its tags and summaries it is the text, character by character."""

    def __init__(self, document: Document, marks: Sequence[Mark], evidence: Sequence[Span]) -> None:
        self._text = document.text
        self._marks = marks
        self._pieces = segments(
            Span(0, len(document.text)),
            [mark.finding.figure.span for mark in marks],
            evidence,
            [end for block in document.blocks for end in (block.span.start, block.span.end)],
        )
        self._last = {piece.figure: piece.span.start for piece in self._pieces}
        hidden = [index for index in range(len(marks)) if index not in self._last]
        self._hidden = sorted(hidden, key=lambda index: marks[index].finding.figure.span.start, reverse=True)
        self._begun: set[int] = set()
        self._at = 0

    def html(self, blocks: Sequence[Block]) -> str:
        """All blocks in order with the white space between them; runs of furniture are folded away."""
        parts: list[str] = []
        for is_furniture, run in groupby(blocks, key=lambda block: block.kind is BlockKind.FURNITURE):
            group = list(run)
            between = self._until(group[0].span.start)
            inner = "".join(self._block(block) for block in group)
            parts += [between, _folded(group, inner) if is_furniture else inner]
        return "".join([*parts, self._until(len(self._text)), *self._leftovers(len(self._text))])

    def _block(self, block: Block) -> str:
        before, inner = self._until(block.span.start), self._until(block.span.end)
        tag = "h3" if block.kind is BlockKind.HEADING else "p"
        return f'{before}<{tag} class="{block.kind}" dir="auto">{inner}</{tag}>'

    def _until(self, end: int) -> str:
        """The segments from where the last call stopped up to `end`, which is a cut."""
        run: list[Segment] = []
        while self._at < len(self._pieces) and self._pieces[self._at].span.end <= end:
            run.append(self._pieces[self._at])
            self._at += 1
        return "".join(self._owned(owner, list(pieces)) for owner, pieces in groupby(run, key=lambda each: each.figure))

    def _owned(self, owner: int | None, pieces: list[Segment]) -> str:
        inner = "".join(map(self._piece, pieces))
        before = "".join(self._leftovers(pieces[0].span.end))
        if owner is None:
            return before + inner
        return before + self._anchor(owner, inner, is_last=self._last[owner] == pieces[-1].span.start)

    def _piece(self, piece: Segment) -> str:
        words = escape(piece.span.of(self._text))
        if not piece.notes:
            return words
        return f'<span class="ev" data-e="{" ".join(map(str, piece.notes))}">{words}</span>'

    def _leftovers(self, end: int) -> Iterator[str]:
        """Marks for figures that have no text of their own, parts of it being other figures."""
        while self._hidden and self._marks[self._hidden[-1]].finding.figure.span.start < end:
            yield self._anchor(self._hidden.pop(), "", is_last=True)

    def _anchor(self, index: int, inner: str, *, is_last: bool) -> str:
        mark = self._marks[index]
        finding = mark.finding
        first = index not in self._begun
        self._begun.add(index)
        named = f' id="{mark.id}" aria-label="{escape(f"{finding.figure.text}: {headline(finding)}")}"' if first else ""
        number = f' data-n="{mark.number}"' if mark.number and is_last else ""
        extra = ("" if first else " more") + (" last" if is_last else "") + (" warn" if finding.warning else "")
        again = "" if first else ' tabindex="-1" aria-hidden="true"'
        anchor = f'<a class="f f-{finding.fate}{extra}" href="#{mark.note}"{named}{number}{again}>{inner}</a>'
        return anchor + (_margin(finding) if is_last and finding.fate is Fate.CONFLICT else "")


def _margin(finding: Finding) -> str:
    """A remark in the margin, of generated text: it is neither copied with the article nor read out twice."""
    hint = f' data-hint="{escape(finding.suggestion)}"' if finding.suggestion else ""
    return f'<span class="side" aria-hidden="true" data-code="{finding.code or "conflict"}"{hint}></span>'


def _folded(group: list[Block], inner: str) -> str:
    whys = ", ".join(dict.fromkeys(block.why for block in group if block.why))
    label = f"Page furniture, {plural(len(group), 'block')}" + (f": {whys}" if whys else "")
    return f'<details class="folded"><summary lang="en">{escape(label)}</summary>{inner}</details>'
