"""A figure in other units, other scales or with the other sign is the same figure, or its mirror image."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka import units
from sverka.model.figure import Figure
from test_figures_translation import TAGS, figures, scale_words, unit_words, written

_TENS = {Fraction(10) ** power for power in range(1, 13)}


@cache
def pairs(tag: str) -> tuple[tuple[str, str, int], ...]:
    """Words of a larger and of a smaller unit of one dimension, and the power of ten between them: км, м, 3.

    Whole seconds and years are counted, and so exact.
    """
    found = []
    for large, small in ((one, two) for one in unit_words(tag) for two in unit_words(tag)):
        left, right = units.find(large), units.find(small)
        assert left is not None and right is not None
        if (
            left.canonical == right.canonical
            and left.dimension not in ("time", "calendar")
            and left.factor / right.factor in _TENS
        ):
            power = len(str(int(left.factor / right.factor))) - 1
            found.append((unit_words(tag)[large][0], unit_words(tag)[small][0], power))
    return tuple(found)


def only(text: str, tag: str) -> Figure:
    (figure,) = figures(text, tag)
    return figure


def shifted(digits: str, power: int, tag: str) -> str:
    """The digits of a number, written that many powers of ten smaller."""
    whole, part = digits[:-power] or "0", digits[-power:].rjust(power, "0").rstrip("0")
    return written(whole, part, tag)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.sampled_from(TAGS), st.integers(1001, 99_999), st.integers(0, 10_000))
def test_a_figure_in_a_larger_unit_is_the_same_figure(tag: str, number: int, at: int) -> None:
    larger, smaller, power = pairs(tag)[at % len(pairs(tag))]
    digits = str(number).rstrip("0") + "0" * (power if number % 10 == 0 else 0)
    one = only(f"{written(digits, '', tag)} {smaller}", tag)
    other = only(f"{shifted(digits, power, tag)} {larger}", tag)
    assert (one.values, one.unit, one.interval) == (other.values, other.unit, other.interval)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.sampled_from(TAGS), st.integers(1, 9999), st.sampled_from(("t", "USD", "%")), st.data())
def test_a_figure_in_a_larger_scale_is_the_same_figure(tag: str, number: int, unit: str, data: st.DataObject) -> None:
    word = unit_words(tag)[unit][0]
    thousand, million = (scale_words(tag)[scale][0] for scale in ("1000", "1000000"))
    larger = f"{shifted(str(number), 3, tag)} {million} {word}"
    wholly = f"{written(str(number * 1000), '', tag)} {word}"
    one, other = only(f"{written(str(number), '', tag)} {thousand} {word}", tag), only(larger, tag)
    assert (one.values, one.unit, one.interval) == (other.values, other.unit, other.interval)
    assert only(wholly, tag).interval == one.interval


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.sampled_from(TAGS),
    st.integers(1, 500),
    st.sampled_from(("", "5", "25")),
    st.sampled_from("−-–"),
    st.sampled_from(("degC", "%")),
)
def test_the_other_sign_mirrors_the_interval(tag: str, whole: int, part: str, sign: str, unit: str) -> None:
    words = f"{written(str(whole), part, tag)} {unit_words(tag)[unit][0]}"
    one, other = only(words, tag), only(f"{sign}{words}", tag)
    assert other.values == tuple(-value for value in one.values)
    assert other.interval == one.interval.times(Fraction(-1))


@pytest.mark.parametrize(
    ("tag", "up", "down"),
    [
        ("ru", "Экспорт вырос на {}.", "Экспорт снизился на {}."),
        ("en", "Exports rose by {}.", "Exports fell by {}."),
        ("kk", "Экспорт {}ға өсті.", "Экспорт {}ға төмендеді."),
        ("az", "İxrac {} artıb.", "İxrac {} azalıb."),
    ],
)
@settings(max_examples=30, deadline=None, derandomize=True)
@given(whole=st.integers(1, 500), part=st.sampled_from(("", "5", "25")), unit=st.sampled_from(("t", "%")))
def test_a_fall_mirrors_a_rise(tag: str, up: str, down: str, whole: int, part: str, unit: str) -> None:
    words = f"{written(str(whole), part, tag)} {unit_words(tag)[unit][0]}"
    rise, fall = only(up.format(words), tag), only(down.format(words), tag)
    assert fall.values == tuple(-value for value in rise.values)
    assert fall.interval == rise.interval.times(Fraction(-1))
