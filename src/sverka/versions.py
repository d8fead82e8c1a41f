"""Two versions of a text, in one language or in two: which figures stand for each other, and how they differ.

Figures are matched in order, as lines are by `diff`: the same kind, unit and value first, then what is left between
them by kind and unit. What only changed its place is no difference. Knows no claims.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from sverka.model.document import Document
from sverka.model.figure import Figure, Scope
from sverka.model.version import Aspect, Difference, Versions

Pair = tuple[Figure | None, Figure | None]
_NEAR = (Scope.FIGURE, Scope.CLAUSE)


def differences(first: Document, figures: Sequence[Figure], second: Document, others: Sequence[Figure]) -> Versions:
    """What the second version says differently; figures that state nothing are left out."""
    left = [figure for figure in figures if figure.ignored is None]
    right = [figure for figure in others if figure.ignored is None]
    pairs = list(_paired(left, right))
    found = tuple(each for pair in _without_moved(pairs) if (each := _difference(*pair)) is not None)
    same = sum(1 for one, two in pairs if one and two and _difference(one, two) is None)
    return Versions(first, second, found, same)


def _paired(left: Sequence[Figure], right: Sequence[Figure]) -> Iterator[Pair]:
    matcher = SequenceMatcher(None, list(map(_said, left)), list(map(_said, right)), autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        ones, twos = left[start:end], right[other_start:other_end]
        if tag == "equal":
            yield from zip(ones, twos, strict=True)
        else:
            yield from _between(ones, twos)


def _said(figure: Figure) -> Hashable:
    """What a figure says in any language: a counted noun has other words there."""
    return _sort(figure), figure.values, figure.days


def _sort(figure: Figure) -> Hashable:
    return figure.kind, figure.dimension, "" if figure.dimension == "count" else figure.unit


def _between(ones: Sequence[Figure], twos: Sequence[Figure]) -> Iterator[Pair]:
    """Between two matches: what is of one sort stands for each other in order, then what has one number."""
    left, right = list(ones), list(twos)
    pairs: list[Pair] = []
    for alike in (_sort, lambda figure: figure.values or figure):
        pairs += _taken(left, right, alike)
    pairs += [(one, None) for one in left] + [(None, two) for two in right]
    yield from sorted(pairs, key=lambda pair: (pair[0] or pair[1] or ones[0]).span)


def _taken(left: list[Figure], right: list[Figure], alike: Callable[[Figure], Hashable]) -> Iterator[Pair]:
    """The pairs of figures that are alike, which are taken out of both lists."""
    for one in list(left):
        two = next((each for each in right if alike(each) == alike(one)), None)
        if two is not None:
            left.remove(one)
            right.remove(two)
            yield one, two


def _without_moved(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The pairs without those halves that the other version has in another place."""
    lost = [one for one, two in pairs if one and not two]
    gained = [two for one, two in pairs if two and not one]
    moved = {id(figure) for pair in _taken(lost, gained, _said) for figure in pair}
    return (pair for pair in pairs if moved.isdisjoint(map(id, pair)))


def _difference(one: Figure | None, two: Figure | None) -> Difference | None:
    if one is None or two is None:
        return Difference(Aspect.FIRST_ONLY if one else Aspect.SECOND_ONLY, one, two)
    aspect = next((aspect for aspect, differs in _ASPECTS if differs(one, two)), None)
    return Difference(aspect, one, two) if aspect else None


def _of_other_periods(one: Figure, two: Figure) -> bool:
    if one.when is None or two.when is None or one.when.scope not in _NEAR or two.when.scope not in _NEAR:
        return False
    return one.when.period != two.when.period


_ASPECTS: tuple[tuple[Aspect, Callable[[Figure, Figure], bool]], ...] = (
    (Aspect.UNIT, lambda one, two: _sort(one) != _sort(two)),
    (Aspect.VALUE, lambda one, two: (one.values, one.days) != (two.values, two.days)),
    (Aspect.HEDGE, lambda one, two: one.hedge != two.hedge),
    (Aspect.STATUS, lambda one, two: one.status.is_fact != two.status.is_fact),
    (Aspect.PERIOD, _of_other_periods),
)
