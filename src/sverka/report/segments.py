"""A text cut where marks begin and end, so that marks of every kind nest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sverka.model.span import Span

# So many marks on one character are nobody's reading; without a bound, marks on marks would cost their square.
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the text under one figure at most, with the notes that lie on all of it."""

    span: Span
    figure: int | None
    notes: tuple[int, ...]


def segments(whole: Span, figures: Sequence[Span], notes: Sequence[Span], cuts: Sequence[int] = ()) -> list[Segment]:
    """The text of `whole` in order and without gaps, cut at every end of a span and at `cuts`.

    Where figures overlap, the shortest has the text: a part is what a reader points at, and the rest of the longer
    one still shows on either side.
    """
    starts: dict[int, list[tuple[bool, int]]] = {}
    ends: dict[int, list[tuple[bool, int]]] = {}
    for is_figure, spans in ((True, figures), (False, notes)):
        for index, span in enumerate(spans):
            inside = Span(max(span.start, whole.start), min(span.end, whole.end))
            if inside.start < inside.end:
                starts.setdefault(inside.start, []).append((is_figure, index))
                ends.setdefault(inside.end, []).append((is_figure, index))
    within = (cut for cut in cuts if whole.start < cut < whole.end)
    points = sorted({whole.start, whole.end, *starts, *ends, *within})
    return list(_sweep(points, starts, ends, figures))


def _sweep(
    points: list[int],
    starts: Mapping[int, list[tuple[bool, int]]],
    ends: Mapping[int, list[tuple[bool, int]]],
    figures: Sequence[Span],
) -> Iterator[Segment]:
    over: dict[bool, dict[int, None]] = {True: {}, False: {}}
    for start, end in pairwise(points):
        for is_figure, index in ends.get(start, ()):
            del over[is_figure][index]
        for is_figure, index in starts.get(start, ()):
            over[is_figure][index] = None
        owner = min(over[True], key=lambda index: (figures[index].end - figures[index].start, index), default=None)
        notes = tuple(index for index, _ in zip(over[False], range(_DEEPEST), strict=False))
        yield Segment(Span(start, end), owner, notes)
