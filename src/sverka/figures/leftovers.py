"""The digits that no rule has read: none is left without a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from sverka.figures.build import NOWHERE, ignored_in
from sverka.model.document import Block
from sverka.model.figure import Figure, Parts, Reason
from sverka.model.interval import Interval
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.analysis import Analysis

_DIGITS = re.compile(r"[\d¼-¾⅐-⅞↉]+")
_LONGEST = 24


def leftovers(text: str, blocks: Sequence[Block], found: Sequence[Figure]) -> Iterator[Figure]:
    """A figure for every run of digits in some blocks outside those found, which are in order."""
    at = 0
    for block in blocks:
        for match in _DIGITS.finditer(text, block.span.start, block.span.end):
            while at < len(found) and found[at].span.end <= match.start():
                at += 1
            for span in _uncovered(Span(match.start(), match.end()), found, at):
                yield _figure(text, span, ignored_in(block))


def _uncovered(digits: Span, found: Sequence[Figure], at: int) -> Iterator[Span]:
    start = digits.start
    while at < len(found) and found[at].span.start < digits.end:
        if found[at].span.start > start:
            yield Span(start, found[at].span.start)
        start = max(start, found[at].span.end)
        at += 1
    if start < digits.end:
        yield Span(start, digits.end)


def _figure(text: str, span: Span, ignored: tuple[Reason, str | None] | None) -> Figure:
    written = span.of(text)
    value = Fraction(int(written)) if written.isdecimal() and len(written) <= _LONGEST else None
    reason, why = ignored or ((None, None) if value is not None else (Reason.REFERENCE, "a run of digits"))
    point = NOWHERE if value is None else Interval.point(value)
    return Figure(
        span=span,
        text=written,
        kind=Kind.LEVEL,
        values=() if value is None else (value,),
        ends=() if value is None else (point,),
        interval=point,
        unit=None,
        dimension="count",
        parts=Parts(span),
        rule="leftover",
        counted=value is not None,
        ignored=reason,
        why=why,
    )


def reference_figures(analysis: Analysis, found: Iterable[tuple[Span, str]]) -> list[Figure]:
    """Ignored figures for references; one that would cross a block is cut to none."""
    figures, at, blocks = [], 0, analysis.document.blocks
    for span, why in sorted(found):
        while at < len(blocks) and blocks[at].span.end <= span.start:
            at += 1
        if at < len(blocks) and blocks[at].span.covers(span):
            reason, said = ignored_in(blocks[at]) or (Reason.REFERENCE, why)
            figures.append(_nothing(analysis.text, span, reason, said))
    return figures


def _nothing(text: str, span: Span, reason: Reason, why: str | None) -> Figure:
    return Figure(
        span=span,
        text=span.of(text),
        kind=Kind.LEVEL,
        values=(),
        ends=(),
        interval=NOWHERE,
        unit=None,
        dimension="count",
        parts=Parts(span),
        rule="reference",
        ignored=reason,
        why=why,
    )


def merged(first: Sequence[Figure], second: Iterable[Figure]) -> list[Figure]:
    """Both in order, without those of the second that overlap one of the first or of their own."""
    kept = list(first)
    at, end = 0, -1
    for figure in sorted(second, key=lambda one: one.span):
        while at < len(first) and first[at].span.end <= figure.span.start:
            at += 1
        if figure.span.start >= end and not (at < len(first) and first[at].span.overlaps(figure.span)):
            kept.append(figure)
            end = figure.span.end
    return sorted(kept, key=lambda one: one.span)
