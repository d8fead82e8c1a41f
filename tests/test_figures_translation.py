"""The same figure written in four languages, in the words of their own data files, is the same figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sverka import languages, units
from sverka.figures import find_figures
from sverka.languages.suffixes import forms, suffixes
from sverka.model.document import Block, BlockKind, Document
from sverka.model.figure import Figure
from sverka.model.quantity import Hedge
from sverka.model.span import Span
from sverka.text.analysis import analyse

TAGS = ("ru", "en", "kk", "az")
SCALES = ("1", "1000", "1000000", "1000000000", "1000000000000")
_CASES = ("dative", "ablative", "accusative", "similative", "terminative")


class Hedged(NamedTuple):
    """Words of a hedge, before the number or after it; behind it they may ask for a case of the word before."""

    words: str
    after: bool = False
    case: str | None = None


def written(digits: str, decimals: str, tag: str) -> str:
    """A number in the format of a language: "1,234.5" in English, «1 234,5» in the others."""
    mark, point = (",", ".") if tag == "en" else ("\u00a0", ",")
    grouped = f"{int(digits):,}".replace(",", mark)
    return f"{grouped}{point}{decimals}" if decimals else grouped


@cache
def scale_words(tag: str) -> Mapping[str, tuple[str, ...]]:
    """The words of every scale; a lone letter is one only behind digits."""
    table = languages.table(tag)["scales"]
    symbols = table.get("special", {}).get("symbols", "").split()
    short = table.get("special", {}).get("short", "").split()
    found = {scale: [word for word in table.get(scale, "").split() if word not in symbols] for scale in SCALES}
    dotted = {scale: [f"{word}." for word in words if word in short and tag == "ru"] for scale, words in found.items()}
    return {scale: (*found[scale], *dotted[scale]) or ("",) for scale in SCALES}


@cache
def unit_words(tag: str) -> Mapping[str, tuple[str, ...]]:
    """The words of every unit, by its code."""
    found: dict[str, list[str]] = {}
    for form, code in languages.table(tag)["units"].items():
        if isinstance(code, str) and units.find(code) is not None:
            found.setdefault(code, []).append(_spaced(form))
    return {code: tuple(forms) for code, forms in found.items()}


@cache
def shared_units() -> tuple[str, ...]:
    """The units that all four have; of years, their parts and centuries a number may be the name («7 век»)."""
    return tuple(
        sorted(set.intersection(*(set(unit_words(tag)) for tag in TAGS)) - {"year", "half-year", "quarter", "century"})
    )


@cache
def hedge_words(tag: str) -> Mapping[Hedge, tuple[Hedged, ...]]:
    return {hedge: tuple(_hedges(tag, hedge)) for hedge in Hedge}


def _hedges(tag: str, hedge: Hedge) -> Iterator[Hedged]:
    """The words of a hedge; not a stem that stands for all its endings, nor what goes with some units only."""
    table = languages.table(tag)["hedges"]
    choosy = {word for key in ("not_share", "not_time", "ages") for word in table["special"].get(key, "").split()}
    for phrase in table.get(hedge.value, "").split():
        if phrase not in choosy:
            yield Hedged(_spaced(phrase))
    for phrase in table.get("after", {}).get(hedge.value, "").split():
        if phrase.endswith("~"):
            continue
        case, _, rest = phrase.partition("_")
        if case in _CASES:
            yield Hedged(_spaced(rest), True, case)
        else:
            yield Hedged(_spaced(phrase), True)


def _spaced(phrase: str) -> str:
    joined = phrase.replace("_-_", "-").replace("_._", ". ").replace("_.", ".").replace("_,", ",")
    return joined.replace("_", " ").replace("- ", "-")


def inflected(word: str, case: str, tag: str) -> str | None:
    """A word in a case, by the language's own endings."""
    known = suffixes(tag)
    assert known is not None
    for ending, of in known.cases.items():
        if of == case and any(form.stem == word and form.case == case for form in forms(word + ending, tag)):
            return word + ending
    return None


def told(number: str, scale: str, unit: str, hedge: Hedged | None, tag: str) -> str | None:
    """The figure in the words of a language; None where the language has no such wording."""
    words = " ".join(word for word in (number, scale, unit) if word)
    if hedge is None:
        return words
    if not hedge.after:
        return f"{hedge.words} {words}"
    if hedge.case is not None:
        before, _, last = words.rpartition(" ")
        form = inflected(last, hedge.case, tag)
        return f"{before} {form} {hedge.words}".strip() if form else None
    return f"{words}{'' if hedge.words[0] in '-+' else ' '}{hedge.words}"


def figures(text: str, tag: str) -> tuple[Figure, ...]:
    document = Document("any.txt", text, "", tag, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    return find_figures(analyse(document))


@st.composite
def amounts(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """The digits of a number, its decimals, a scale and the code of a unit."""
    digits = str(draw(st.one_of(st.integers(2, 999), st.integers(1000, 999_999))))
    decimals = draw(st.sampled_from(("", "", "5", "25", "04"))) if len(digits) < 4 else ""
    return digits, decimals, draw(st.sampled_from(SCALES)), draw(st.sampled_from(shared_units()))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(amounts(), st.sampled_from((None, *Hedge)), st.data())
def test_the_same_figure_in_four_languages_is_the_same(
    amount: tuple[str, str, str, str], hedge: Hedge | None, data: st.DataObject
) -> None:
    digits, decimals, scale, code = amount
    unit = units.find(code)
    assert unit is not None
    value = Fraction(f"{digits}.{decimals or 0}") * int(scale) * unit.factor
    intervals = {}
    for tag in TAGS:
        assume(hedge is None or hedge_words(tag)[hedge])
        words = hedge and data.draw(st.sampled_from(hedge_words(tag)[hedge]))
        scale_word = "" if scale == "1" else data.draw(st.sampled_from(scale_words(tag)[scale]))
        unit_word = data.draw(st.sampled_from(unit_words(tag)[code]))
        if code == "lb" and scale != "1":
            continue  # «тысяча фунтов» is money
        text = told(written(digits, decimals, tag), scale_word, unit_word, words, tag)
        if text is None:
            continue
        found = figures(text, tag)
        assert [(one.values, one.unit, one.hedge) for one in found] == [((value,), unit.canonical, hedge)], (tag, text)
        intervals[tag] = (found[0].interval, text)
    assert len({interval for interval, _ in intervals.values()}) <= 1, intervals


@pytest.mark.parametrize("tag", TAGS)
def test_the_shared_units_are_many(tag: str) -> None:
    assert len(shared_units()) > 40
    assert all(scale_words(tag)[scale] for scale in SCALES)
