"""The words to put in place of a wrong figure, as the document writes them."""

from __future__ import annotations

import re
from fractions import Fraction

from sverka import languages
from sverka.languages import morphology
from sverka.languages.morphology import fold
from sverka.model.claim import Assertion
from sverka.model.decimals import decimal_text
from sverka.model.figure import Figure
from sverka.model.quantity import Kind
from sverka.model.span import Span

_SCALES = tuple(Fraction(10**power) for power in (12, 9, 6, 3))
_MOST_DECIMALS = 3
_DIGITS = re.compile(r"[\d\s.,'’]+")


def suggest(figure: Figure, assertion: Assertion, language: str) -> str | None:
    """The figure's own wording with the claimed number in it; None where no such wording is safe."""
    if figure.kind in (Kind.DATE, Kind.PERIOD) or assertion.days is not None:
        return None
    if len(assertion.values) != len(figure.values) or not all(figure.values) or not _is_in_its_unit(figure, assertion):
        return None
    if figure.kind is Kind.ORDINAL:
        return _ordinal(figure, assertion, language)
    if len(figure.values) == 2 or figure.unit == "x" or assertion.values[0] * figure.values[0] < 0:
        return None
    return _quantity(figure, abs(assertion.values[0]), language)


def _is_in_its_unit(figure: Figure, assertion: Assertion) -> bool:
    return figure.unit == assertion.unit or figure.dimension == assertion.dimension == "count"


def _ordinal(figure: Figure, assertion: Assertion, language: str) -> str | None:
    written = _part(figure, figure.parts.number)
    if not morphology.tells_forms(language) or not written:
        return None
    number = decimal_text(assertion.values[0])
    _, hyphen, ending = written.partition("-")
    folded = fold(ending if hyphen else written)
    ending = folded[-2:] if folded.endswith(("го", "му", "ми")) else folded[-1:]
    return f"{number}-{ending}{figure.text[_offset(figure, figure.parts.number).end :]}"


def _quantity(figure: Figure, claimed: Fraction, language: str) -> str | None:
    factor = unit_factor(figure, language)
    if factor is None:
        return None
    plain = claimed / factor
    scale = figure.scale if _is_neat(plain / figure.scale) else _neat_scale(plain)
    number = decimal_text(plain / scale)
    if number is None:
        return None
    whole = _whole(plain / scale)
    told = _whole(abs(figure.values[0]) / factor / figure.scale)
    words = [
        _hedge(figure),
        _numeral(number, figure, language),
        _scale_word(figure, scale, (told, whole), language),
        _unit(figure, scale, (told, whole), language),
    ]
    return "".join(words)


def _whole(number: Fraction) -> int | None:
    return number.numerator if number.denominator == 1 else None


# The number that a noun went with, and the one that it is to go with.
Counts = tuple[int | None, int | None]


def _hedge(figure: Figure) -> str:
    """What stands before the number, such as a hedge or a currency's sign, stays as it is."""
    return figure.text[: _offset(figure, figure.parts.number).start]


def unit_factor(figure: Figure, language: str) -> Fraction | None:
    """How many canonical units one of the written unit is; known where the number is written in digits, or is as it
    stands."""
    written = _part(figure, figure.parts.number).strip()
    if not _DIGITS.fullmatch(written):
        return Fraction(1)
    marks = languages.table(language).get("numerals", {}).get("decimal", ["."])
    plain = re.sub(r"[\s'’]", "", written)
    for mark in (marks[0], "."):
        candidate = plain.replace(mark, ".") if plain.count(mark) == 1 else plain
        if re.fullmatch(r"\d+(\.\d+)?", candidate):
            return abs(figure.values[0]) / (Fraction(candidate) * figure.scale) if Fraction(candidate) else None
    return None


def _is_neat(number: Fraction) -> bool:
    text = decimal_text(number)
    return text is not None and number >= 1 and len(text.partition(".")[2]) <= _MOST_DECIMALS


def _neat_scale(plain: Fraction) -> Fraction:
    return next((scale for scale in _SCALES if plain >= scale and _is_neat(plain / scale)), Fraction(1))


def _numeral(number: str, figure: Figure, language: str) -> str:
    mark = languages.table(language).get("numerals", {}).get("decimal", ["."])[0]
    whole, point, decimals = number.partition(".")
    if len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", _group_mark(figure, language))
    return f"{whole}{mark if point else ''}{decimals}"


def _group_mark(figure: Figure, language: str) -> str:
    found = re.search(r"\d([\s,.'’])\d{3}(?!\d)", _part(figure, figure.parts.number))
    marks = languages.table(language).get("numerals", {}).get("group", ["\u00a0"])
    return found.group(1) if found and found.group(1) in marks else marks[0]


def _scale_word(figure: Figure, scale: Fraction, counts: Counts, language: str) -> str:
    if scale == 1:
        return ""
    span = figure.parts.scale
    written = _part(figure, span) if span else ""
    if scale == figure.scale and written:
        word = written if _is_short(written, language) else morphology.agreeing(written, *counts, language)
        return _gap(figure, figure.parts.number, span) + word
    forms = fold(languages.table(language).get("scales", {}).get(str(scale), "")).split()
    if not forms:
        return ""
    if written and _is_short(written, language):
        return " " + next((form for form in forms if _is_short(form, language)), forms[0])
    return " " + morphology.agreeing(forms[0], 1, counts[1], language)


def _is_short(word: str, language: str) -> bool:
    special = languages.table(language).get("scales", {}).get("special", {})
    return fold(word).rstrip(".") in str(special.get("short", "")).split()


def _unit(figure: Figure, scale: Fraction, counts: Counts, language: str) -> str:
    span = figure.parts.unit
    if span is None or span.start < figure.parts.number.end:
        return ""
    before = figure.parts.scale or figure.parts.number
    written = _part(figure, span)
    if scale == 1 and " " not in written and len(written) > 2 and not written.isupper():
        written = morphology.agreeing(written, *counts, language)
    if scale == 1 and figure.scale != 1:
        return " " + written
    return _gap(figure, before, span) + written


def _gap(figure: Figure, left: Span, right: Span | None) -> str:
    return figure.text[_offset(figure, left).end : _offset(figure, right).start] if right else " "


def _part(figure: Figure, span: Span | None) -> str:
    return _offset(figure, span).of(figure.text) if span else ""


def _offset(figure: Figure, span: Span) -> Span:
    return Span(span.start - figure.span.start, span.end - figure.span.start)
