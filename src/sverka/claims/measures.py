"""Numbers with their units as written, and what they come to in the canonical unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.near import other_rate, unknown_scale, unknown_unit
from sverka.claims.syntax import Measure, Range
from sverka.claims.tokens import Token
from sverka.model.interval import Interval
from sverka.model.precision import Precision, last_digit
from sverka.units import find

SCALES = {"k": Fraction(10**3), "M": Fraction(10**6), "bn": Fraction(10**9), "tn": Fraction(10**12)}
# Whole numbers of these are counted, not measured, so they are exact.
COUNTED = frozenset({"count", "time", "calendar"})
MOST_DIGITS = 60
_EXPONENT = re.compile(r"[0-9.]+[eE][0-9]+")
_GLUED = re.compile(r"([0-9]+(?:\.[0-9]+)?(?:\.\.[+\-−]?[0-9]+(?:\.[0-9]+)?)?)([^\W\d_].*)")


class Scale(NamedTuple):
    """What a unit's words make of a number: how many canonical units one is, and whether a scale word rounds it."""

    factor: Fraction
    unit: str | None
    dimension: str
    scaled: bool


class Quantity(NamedTuple):
    """Numbers in their canonical unit, each with the interval that it rounds to; two for a range."""

    values: tuple[Fraction, ...]
    ends: tuple[Interval, ...]
    unit: str | None
    dimension: str

    @property
    def interval(self) -> Interval:
        return hull(self.ends)


def hull(ends: Sequence[Interval]) -> Interval:
    """From the low end of the first to the high end of the last."""
    first, last = ends[0], ends[-1]
    return Interval(first.low, last.high, first.low_closed, last.high_closed)


@lru_cache(maxsize=4096)
def scale_of(words: tuple[str, ...], dimension: str | None) -> Scale | Trouble:
    """What the words of a unit mean where a metric of that dimension is measured; no words count.

    >>> scale_of(("M", "USD"), None)
    Scale(factor=Fraction(1000000, 1), unit='USD', dimension='money', scaled=True)
    """
    scale = SCALES.get(words[0]) if words else None
    rest = words[1:] if scale else words
    factor = scale or Fraction(1)
    if not rest:
        return Scale(factor, None, "count", scale is not None)
    if len(rest) > 1:
        return unknown_scale(rest[0], " ".join(rest[1:]))
    unit = find(rest[0])
    misnamed = other_rate(rest[0]) if "/" in rest[0] else None
    if misnamed:
        return misnamed
    if unit is not None:
        return Scale(factor * unit.factor, unit.canonical, unit.dimension, scale is not None)
    return unknown_unit(rest[0], dimension) or Scale(factor, rest[0], "count", scale is not None)


def quantity(
    said: Measure | Range, dimension: str | None, precision: Precision, notes: Notes, *, below: bool = False
) -> Quantity | None:
    """A measure or a range in its canonical unit, or None with the mistake noted; `below` has a minus before it."""
    number = said.ends if isinstance(said, Range) else said.number
    numeral, words = _taken_apart(number, said.unit)
    if numeral is None:
        notes.add(number, _misshapen(number.text))
        return None
    scale = scale_of(words, dimension)
    if number.kind == "YEAR" and isinstance(scale, Trouble) and scale.mend == "year" and said.unit:
        trouble = Trouble("C214", {"word": f"{numeral} {words[0]}", "right": numeral})
        notes.add(number, trouble, said.unit[-1].column + said.unit[-1].width - number.column)
        return None
    if number.kind == "GLUED" and words == ("x",) and dimension != "ratio" and not isinstance(said, Range):
        notes.add(number, Trouble("C228", {"word": number.text, "right": f"x{numeral}"}))
        return None
    if isinstance(scale, Trouble):
        _note_unit(number, numeral, said.unit, scale, notes)
        return None
    if number.kind == "GLUED" and scale.unit == words[0] and scale.dimension == "count":
        notes.add(number, _misshapen(number.text))
        return None
    written = (f"-{numeral}" if below else numeral).replace("−", "-").split("..")
    if max(map(len, written)) > MOST_DIGITS:
        notes.add(number, Trouble("C307", {"most": str(MOST_DIGITS)}))
        return None
    found = _counted(tuple(written), words, dimension, precision.round_cap.as_integer_ratio())
    if found.values[0] > found.values[-1]:
        notes.add(number, Trouble("C306", {"word": numeral, "right": "..".join(reversed(written))}), len(numeral))
        return None
    return found


@lru_cache(maxsize=8192)
def _counted(written: tuple[str, ...], words: tuple[str, ...], dimension: str | None, cap: tuple[int, int]) -> Quantity:
    """Numerals with the words of a unit that there is, under the cap of round numbers; an editor asks for the same
    ones after every key."""
    scale = scale_of(words, dimension)
    assert isinstance(scale, Scale)
    precision = Precision(round_cap=Fraction(*cap))
    values = tuple(number_of(each) * scale.factor for each in written)
    ends = tuple(_rounded(each, value, scale, precision) for each, value in zip(written, values, strict=True))
    return Quantity(values, ends, scale.unit, scale.dimension)


def _note_unit(number: Token, numeral: str, unit: tuple[Token, ...], trouble: Trouble, notes: Notes) -> None:
    """Notes a mistake in a unit at the words that it is in, also where they are written together with the number."""
    words = (_behind(number, numeral), *unit) if number.kind == "GLUED" else unit
    odd = next((token for token in words if token.text == trouble.parts["word"]), None)
    notes.add(odd or words[0], trouble, None if odd else _width(words))


def _behind(number: Token, numeral: str) -> Token:
    """What stands behind the numeral in a word such as `4.5Mt`."""
    return number._replace(text=number.text[len(numeral) :], column=number.column + len(numeral))


def _misshapen(word: str) -> Trouble:
    # Imported here, since most runs have no mistakes to explain.
    from sverka.claims.shapes import number_shape

    return number_shape(word)


def _width(unit: tuple[Token, ...]) -> int | None:
    return unit[-1].column + unit[-1].width - unit[0].column if unit and unit[0].line == unit[-1].line else None


def _rounded(written: str, value: Fraction, scale: Scale, precision: Precision) -> Interval:
    """What rounds to a number as written; a whole number of counted things is exact."""
    if scale.dimension in COUNTED and not scale.scaled and "." not in written:
        return Interval.point(value)
    rounded = precision.written(abs(value), last_digit(written.lstrip("+-")) * scale.factor)
    return rounded.times(Fraction(-1)) if value < 0 else rounded


def number_of(written: str) -> Fraction:
    """A plain decimal numeral, exactly; several times faster than Fraction's own reading of text.

    >>> number_of("-4.50")
    Fraction(-9, 2)
    """
    whole, _, decimals = written.partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals))


def unit_of(said: Measure) -> str:
    """The words of a measure's unit, also where they are written together with the number."""
    return " ".join(_taken_apart(said.number, said.unit)[1])


def factor_of(said: Measure, dimension: str | None) -> Fraction:
    """How many canonical units one of those is that a measure is written in."""
    scale = scale_of(_taken_apart(said.number, said.unit)[1], dimension)
    return Fraction(1) if isinstance(scale, Trouble) else scale.factor


def _taken_apart(number: Token, unit: tuple[Token, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The numeral and the words of its unit, also where they are written together: `4.5Mt`."""
    words = tuple(token.text for token in unit)
    if number.kind != "GLUED":
        return number.text, words
    match = None if _EXPONENT.fullmatch(number.text) else _GLUED.fullmatch(number.text)
    return (match[1], (match[2], *words)) if match else (None, words)
