"""Where figures may be at all; most sentences hold none, and their words are never looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, reduce
from operator import or_
from typing import NamedTuple

from sverka.figures.lexicon import lexicon
from sverka.figures.passage import VULGAR
from sverka.figures.rules import openings
from sverka.languages.calendar import calendar
from sverka.languages.morphology import fold
from sverka.model.document import Block, BlockKind
from sverka.model.span import Span
from sverka.text.analysis import Analysis, Stretch
from sverka.text.tokens import TokenKind, tokenize

_NUMBER = TokenKind.NUMBER
_EMPHASIS = "*_`~"
# How many runs of signs a table keeps, and how long ones.
_KEPT, _LONGEST = 200_000, 40
# What a run of signs without a blank shows, added up: a figure may begin in it, it has digits, it ends in «млн.».
_FIGURE, _DIGITS, _SHORTENED = 1, 2, 4


class Triggers(NamedTuple):
    """The numbers of the sentences that may hold a figure, lines of furniture that may, and blocks with digits."""

    sentences: frozenset[int]
    lines: Sequence[tuple[Span, Block]]
    blocks: Sequence[Block]


def triggers(analysis: Analysis) -> Triggers:
    """Where figures may be; a full stop that only shortens a word parts no sentence from the next."""
    text, table, blocks = analysis.text, _table(analysis.language), analysis.document.blocks
    shown = [_shown(text[span.start : span.end], table) for span, _ in analysis.stretches]
    lines = [(span, block, _shown(span.of(text), table)) for block in blocks for span in _lines(text, block)]
    digits = {block for (_, block), signs in zip(analysis.stretches, shown, strict=True) if signs & _DIGITS}
    furniture = {block.span.start for _, block, signs in lines if signs & _DIGITS}
    return Triggers(
        _wanted(analysis.stretches, shown),
        [(span, block) for span, block, signs in lines if signs & _FIGURE],
        [block for number, block in enumerate(blocks) if number in digits or block.span.start in furniture],
    )


def _wanted(stretches: Sequence[Stretch], shown: Sequence[int]) -> frozenset[int]:
    """The sentences in which a figure may begin, and those that may belong together with them."""
    wanted = {number for number, signs in enumerate(shown) if signs & _FIGURE}
    shortened = (number for number, signs in enumerate(shown[:-1], 1) if signs & _SHORTENED)
    joined = [number for number in shortened if stretches[number].block == stretches[number - 1].block]
    for number in joined:
        if number - 1 in wanted:
            wanted.add(number)
    for number in reversed(joined):
        if number in wanted:
            wanted.add(number - 1)
    return frozenset(wanted)


def _lines(text: str, block: Block) -> Iterator[Span]:
    """The lines of furniture, which has no sentences."""
    start = block.span.start
    for line in block.span.of(text).splitlines(keepends=True) if block.kind is BlockKind.FURNITURE else ():
        yield Span(start, start + len(line))
        start += len(line)


def _shown(text: str, table: _Table) -> int:
    """What a text shows; only its last word can be one that the full stop behind it shortens."""
    runs = text.split()
    if table.plain.issuperset(runs):
        return 0
    found = set(map(table.__getitem__, runs))
    return reduce(or_, found) & ~_SHORTENED | table[runs[-1]] & _SHORTENED


class _Table(dict[str, int]):
    """What each run of signs shows that was met in texts of a language; most are `plain` and show nothing."""

    def __init__(self, tag: str) -> None:
        self.plain: set[str] = set()
        self.tag, self.anchors, self.openings = tag, calendar(tag).anchors, openings(tag)

    def __missing__(self, run: str) -> int:
        found = self._read(run)
        if len(run) <= _LONGEST:
            self._keep(run, found)
        return found

    def _keep(self, run: str, found: int) -> None:
        if len(self) >= _KEPT:
            self.clear()
            self.plain.clear()
        self[run] = found
        if not found:
            self.plain.add(run)

    def _read(self, run: str) -> int:
        tokens = tokenize(run)
        digits = VULGAR.search(run) is not None or any(token.kind is _NUMBER for token in tokens)
        figure = digits or any(fold(token.text) in self.anchors or self.openings[token.text] for token in tokens)
        return figure * _FIGURE | digits * _DIGITS | self._is_shortened(run) * _SHORTENED

    def _is_shortened(self, run: str) -> bool:
        tokens = tokenize(run.rstrip(_EMPHASIS))
        if not tokens or tokens[-1].text != ".":
            return False
        return len(tokens) == 1 or is_shortened(fold(tokens[-2].text), self.tag)


@cache
def _table(tag: str) -> _Table:
    return _Table(tag)


def is_shortened(word: str, tag: str) -> bool:
    """A word that is written with a full stop and does not end its sentence by it: «млн.», «долл.»."""
    return lexicon(tag).numbers.has("short", word) or lexicon(tag).has("units.special.short", word)
