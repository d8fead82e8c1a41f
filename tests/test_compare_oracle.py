"""A million random comparisons against an oracle that knows nothing of intervals as the program has them.

The oracle works out from the digits what a number stands for, and tries points: both ends of either number, and points
a hair beside them. Numbers are drawn close to each other, so that ends touch, ties fall on either side, and signs
differ.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from fractions import Fraction
from random import Random

import pytest

from sverka.check.compare import compare
from sverka.model.finding import Grade
from sverka.model.quantity import Hedge, Relation
from test_compare import assertion, figure

SEED = 20_251_103
HAIR = Fraction(1, 10**12)

Holds = Callable[[Fraction], bool]


class Told:
    """What a number stands for, as two tests: of its rounding, and of the whole wording."""

    def __init__(self, written: str, wording: Hedge | Relation | None) -> None:
        self.value = Fraction(written)
        half = min(informing(written) / 2, abs(self.value) / 20)
        low, high = self.value - half, self.value + half
        self.rounded: Holds = (lambda x: low <= x < high) if half else (lambda x: x == self.value)
        self.ends = [low, high]
        self.bound, self.about, self.whole = self._worded(wording)

    def _worded(self, wording: Hedge | Relation | None) -> tuple[int, bool, Holds]:
        value, size, sign = self.value, abs(self.value), -1 if self.value < 0 else 1
        if isinstance(wording, Relation):  # a relation speaks of the number line, a hedge of size
            size, sign = value, 1
        if wording in (Hedge.ABOUT, Relation.ABOUT):
            self.ends += [value - abs(value) / 10, value + abs(value) / 10]
            return 0, True, lambda x: abs(x - value) <= abs(value) / 10
        if wording is Hedge.ALMOST:
            self.ends += [value - value / 10]
            return 0, False, lambda x: size * 9 / 10 <= sign * x < size
        tests: dict[object, tuple[int, Holds]] = {
            Hedge.OVER: (1, lambda x: sign * x > size),
            Hedge.AT_LEAST: (1, lambda x: sign * x >= size),
            Hedge.UNDER: (-1, lambda x: sign * x < size),
            Hedge.UP_TO: (-1, lambda x: sign * x <= size),
            Relation.MORE: (1, lambda x: x > value),
            Relation.AT_LEAST: (1, lambda x: x >= value),
            Relation.LESS: (-1, lambda x: x < value),
            Relation.AT_MOST: (-1, lambda x: x <= value),
        }
        self.ends.append(value)
        bound, test = tests.get(wording, (0, self.rounded))
        return bound, False, test


def informing(written: str) -> Fraction:
    """The worth of the last digit that says something: a zero at the end of a whole number does not."""
    digits = written.lstrip("-")
    if "." in digits:
        return Fraction(1, 10 ** len(digits.partition(".")[2]))
    worth = 1
    while digits.endswith("0") and len(digits) > 1:
        digits, worth = digits[:-1], worth * 10
    return Fraction(worth)


def share_a_point(left: Holds, right: Holds, ends: list[Fraction]) -> bool:
    """Whether two tests hold at once, tried at all ends, a hair beside them, and half-way between neighbours."""
    places = sorted(set(ends))
    between = [(one + two) / 2 for one, two in itertools.pairwise(places)]
    tried = [place + step for place in places for step in (-HAIR, 0, HAIR)]
    return any(left(point) and right(point) for point in (*tried, *between))


def agree(stated: Told, claimed: Told) -> bool:
    """The rules of agreement, said again."""
    ends = stated.ends + claimed.ends
    if stated.bound and stated.bound == claimed.bound:
        return stated.rounded(claimed.value) or claimed.rounded(stated.value) or stated.value == claimed.value
    if stated.about and claimed.about:
        reached = share_a_point(stated.rounded, claimed.whole, ends) or share_a_point(
            claimed.rounded, stated.whole, ends
        )
        return stated.value == claimed.value or reached
    return share_a_point(stated.whole, claimed.whole, ends)


def drawn(random: Random) -> tuple[str, str]:
    """Two numerals, the second near the first: the same, some last digits away, rounded, or with the other sign."""
    places = random.choice((0, 0, 0, 1, 1, 2, 3))
    first = random.randint(-9999, 9999) * random.choice((1, 1, 1, 10, 100))
    step = random.choice((0, 0, 1, 1, 2, 5, 10, 50, 100))
    second = first + random.choice((-1, 1)) * step
    finer = random.choice((0, 0, 0, 1, 1, 2))
    tail = random.choice((0, 4, 5, 5, 5, 6, 9, 45, 50, 55)) if finer else 0
    scaled = second * 10**finer + random.choice((-1, 1)) * (tail % 10**finer)
    if random.random() < 0.02:
        scaled = -scaled
    return numeral(first, places), numeral(scaled, places + finer)


def numeral(digits: int, places: int) -> str:
    sign, whole = "-" if digits < 0 else "", str(abs(digits)).rjust(places + 1, "0")
    return f"{sign}{whole[:-places]}.{whole[-places:]}" if places else f"{sign}{whole}"


@pytest.mark.parametrize("comparisons", [5_000, pytest.param(1_000_000, marks=pytest.mark.slow)])
def test_random_comparisons_agree_with_the_oracle(comparisons: int) -> None:
    """Each drawn pair is compared in some wording; a number cut off is the one exception, and says so."""
    random = Random(SEED)
    hedges, relations = (None, None, None, *Hedge), (Relation.EQUAL, Relation.EQUAL, Relation.EQUAL, *Relation)
    touching = ties = below = 0
    for _ in range(comparisons):
        stated, claimed = drawn(random)
        hedge, relation = random.choice(hedges), random.choice(relations)
        found = compare(figure(stated, hedge), assertion(claimed, relation))
        said, known = Told(stated, hedge), Told(claimed, None if relation is Relation.EQUAL else relation)
        assert found.grade is Grade.TRUNCATED or found.agrees == agree(said, known), (stated, hedge, claimed, relation)
        touching += bool(set(said.ends) & set(known.ends)) and said.value != known.value
        ties += known.value in said.ends and known.value != said.value
        below += said.value < 0
    assert min(touching, ties, below) > comparisons // 100, (touching, ties, below)
