"""The words to put in place of a wrong figure, as the document writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from sverka import languages
from sverka.check.fit import is_unit_inferred, is_unitless
from sverka.check.hedging import hedged
from sverka.check.numerals import is_neat, number_word, numeral, offset, part, scale_for, unit_factor, written_numbers
from sverka.check.suggest_days import other_days
from sverka.check.suggest_ordinal import other_ordinal
from sverka.check.suggest_unit import other_unit, swapped_points
from sverka.languages import morphology
from sverka.languages.grammar import grammar
from sverka.languages.morphology import fold
from sverka.languages.suggestions import suggestions
from sverka.model.claim import Assertion
from sverka.model.figure import Figure
from sverka.model.quantity import Kind
from sverka.model.span import Span

# These are told in their basic unit, with a scale word.
_PLAIN = ("count", "money", "mass", "containers")
# What stands before a change's digits and tells its direction.
_SIGN = re.compile(r"[+\-−–]\s?(?=\d)")


class Counts(NamedTuple):
    """The number that a noun went with, and the one that it is to go with; None stands for a decimal fraction.

    `genitive` where what stands before the number asks for that case.
    """

    old: int | None
    new: int | None
    genitive: bool = False

    def is_open(self, word: str, language: str) -> bool:
        """One thing may be told of or be an object: «161 тысяча» or «161 тысячу», and «18 тысяч» does not say which."""
        is_one = self.new is not None and self.new % 10 == 1 and self.new % 100 != 11
        was_one = self.old is not None and self.old % 10 == 1 and self.old % 100 != 11
        return is_one and not was_one and not self.genitive and morphology.has_own_object(word, language)


def suggest(figure: Figure, assertion: Assertion, language: str, before: str = "") -> str | None:
    """The figure's own wording with the claimed number in it; None where no such wording is safe. `before` is the word
    that stands before the figure.

    What the text has around the number stays: the language, the case of the unit, the marks, the scale word, the hedge
    unless it makes the claimed number wrong.
    """
    words = _suggested(figure, assertion, language, _asks_genitive(figure, before, language))
    return words if words != figure.text else None


def _asks_genitive(figure: Figure, before: str, language: str) -> bool:
    """«Более 80 миллионов», «до 80 миллионов»: what the number stands in the genitive for."""
    hedge = part(figure, figure.parts.hedge) if figure.parts.hedge else before
    return bool(hedge) and fold(hedge).split()[-1] in suggestions(language).genitive


def _suggested(figure: Figure, assertion: Assertion, language: str, genitive: bool) -> str | None:
    if assertion.days is not None:
        return other_days(figure, assertion, language)
    if len(assertion.values) != len(figure.values) or not all(figure.values) or not all(assertion.values):
        return None
    if figure.kind is Kind.ORDINAL:
        return other_ordinal(figure, assertion, language)
    if figure.unit == "x" and (min(*figure.values, *assertion.values) < 1 or figure.unit != assertion.unit):
        return None  # "fell 2.8 times" is told by the verb as much as by the number
    if any(one * other < 0 for one, other in zip(assertion.values, figure.values, strict=True)):
        return None
    if not _is_in_its_unit(figure, assertion):
        return swapped_points(figure, assertion, language) or other_unit(figure, assertion, language)
    in_other = other_unit(figure, assertion, language)
    if in_other is not None and figure.scale == 1:
        return hedged(in_other, figure, assertion, language)  # 400 terabits, not 400,000,000 megabits
    told = _ends if len(figure.values) == 2 else _quantity
    words = told(figure, assertion, language, genitive) or in_other
    return hedged(words, figure, assertion, language) if words else None


def _is_in_its_unit(figure: Figure, assertion: Assertion) -> bool:
    """The units are one, but for what they are per; or the text leaves its own out beside a scale word."""
    if figure.dimension == assertion.dimension == "count":
        return True
    if _is_told_without_unit(figure) and figure.scale != 1 and assertion.dimension in _PLAIN:
        return True
    own, other = figure.unit or "", assertion.unit or ""
    return own.partition("/")[0] == other.partition("/")[0]


def _is_told_without_unit(figure: Figure) -> bool:
    return is_unitless(figure) or is_unit_inferred(figure)


def _factor(figure: Figure, assertion: Assertion, language: str) -> Fraction | None:
    """How many canonical units one of the text's is; where the text leaves its own out, only what needs no conversion
    can be told in its place."""
    factor = unit_factor(figure, language)
    is_other = (figure.unit or "").partition("/")[0] != (assertion.unit or "").partition("/")[0]
    return None if factor != 1 and is_other and _is_told_without_unit(figure) else factor


def _ends(figure: Figure, assertion: Assertion, language: str, genitive: bool) -> str | None:
    """Both ends of a range that stands there in digits, each in the place of its own."""
    factor, numbers = _factor(figure, assertion, language), written_numbers(figure, language)
    if factor is None or len(numbers) != 2:
        return None
    plain = [abs(value) / factor for value in assertion.values]
    scale = scale_for(plain[0], figure)
    told = [value / scale for value in plain]
    written = [
        numeral(value, span.of(figure.text), language, is_scaled=scale != 1)
        for value, (span, _) in zip(told, numbers, strict=True)
    ]
    if not all(map(is_neat, told)) or None in written:
        return None
    (first, _), (second, _) = numbers
    number = f"{written[0]}{figure.text[first.end : second.start]}{written[1]}"
    if (first.start, second.end) != tuple(offset(figure, figure.parts.number)):
        return None
    counts = Counts(_whole(abs(figure.values[1]) / factor / figure.scale), _whole(told[1]), genitive)
    return _replaced(figure, number, scale, counts, language)


def _quantity(figure: Figure, assertion: Assertion, language: str, genitive: bool) -> str | None:
    factor = _factor(figure, assertion, language)
    if factor is None:
        return None
    plain = abs(assertion.values[0]) / factor
    scale = scale_for(plain, figure)
    like = part(figure, figure.parts.number)
    number = number_word(like, plain / scale, language) if scale == figure.scale else None
    number = number or numeral(plain / scale, like, language, is_scaled=scale != 1)
    lead = _SIGN.match(like)
    number = f"{lead[0]}{number}" if lead and number else number
    if number is None or not _is_safe(figure, scale, number, language):
        return None
    counts = Counts(_whole(abs(figure.values[0]) / factor / figure.scale), _whole(plain / scale), genitive)
    return _replaced(figure, number, scale, counts, language)


def _is_safe(figure: Figure, scale: Fraction, number: str, language: str) -> bool:
    """A number whose unit stands elsewhere keeps its size of words; one with an ending of its own (“46-тан”) keeps the
    digits that the ending goes with."""
    own = part(figure, figure.parts.number)
    if figure.parts.unit is None and figure.parts.scale is None and figure.unit is not None and scale != figure.scale:
        return False
    if figure.parts.unit is None and figure.scale == 1 and own.isdigit() and not number.isdigit():
        return False  # a number that goes on behind the figure: “1128,000 hectares”
    tail = figure.text[offset(figure, figure.parts.number).end :]
    has_ending = tail[:1] in "-‑–'’" and tail[1:2].isalpha() and grammar(language).verb_last
    return not has_ending or number[-1:] == part(figure, figure.parts.number)[-1:]


def _replaced(figure: Figure, number: str, scale: Fraction, counts: Counts, language: str) -> str | None:
    """The figure's text with another number, and with scale and unit as they go with it."""
    at = offset(figure, figure.parts.number)
    if figure.scale != 1 and (figure.parts.scale is None or figure.parts.scale.overlaps(figure.parts.number)):
        return _with_scale(figure, number, scale, counts.new, language)
    spans = {
        "scale": offset(figure, figure.parts.scale) if figure.parts.scale else None,
        "unit": offset(figure, figure.parts.unit) if figure.parts.unit else None,
    }
    behind = sorted((span, name) for name, span in spans.items() if span is not None and span.start >= at.end)
    words, end = [figure.text[: at.start], number], at.end
    if spans["scale"] is None and scale != 1:
        added = _new_scale(figure, scale, counts.new, language)
        if added is None:
            return None
        words.append(f" {added}")
    for span, name in behind:
        gap = figure.text[end : span.start]
        if end != at.end and scale != figure.scale:
            gap = gap.removeprefix(".")  # of the scale word that was shortened
        if name == "scale":
            gap = gap if gap.isspace() or not gap else " "  # "half a million"
            changed = _scale_word(figure, scale, counts, language)
            if changed is None:
                return None
            words.append(f"{gap}{changed}" if changed else "")
        else:
            unit = _unit_word(figure, span, scale, counts, language)
            if unit is None:
                return None
            words += [gap or " " * (scale == 1 != figure.scale), unit]
        end = span.end
    return "".join((*words, figure.text[end:]))


def _with_scale(figure: Figure, number: str, scale: Fraction, count: int | None, language: str) -> str | None:
    """A number in place of a word that is number and scale in one: «миллиона долларов», “half a billion”."""
    at = offset(figure, figure.parts.number)
    words = _new_scale(figure, scale, count, language) if scale != 1 else ""
    if words is None or scale == 1 or (figure.parts.scale and not figure.parts.number.covers(figure.parts.scale)):
        return None
    return f"{figure.text[: at.start]}{number} {words}{figure.text[at.end :]}"


def _whole(number: Fraction) -> int | None:
    return number.numerator if number.denominator == 1 else None


def _scale_word(figure: Figure, scale: Fraction, counts: Counts, language: str) -> str | None:
    """The scale word, agreeing with its number; nothing where the number needs none."""
    written = part(figure, figure.parts.scale)
    if scale == 1:
        return ""
    forms = _forms(scale, language)
    is_short = _is_short(written, language)
    if is_short and scale == figure.scale:
        return written
    if is_short:
        return next(iter(_short(forms, language)), None)
    if forms and counts.is_open(forms[0], language):
        return next((f"{form.rstrip('.')}." for form in _short(forms, language)), None)
    if scale == figure.scale:
        return _agreeing(written, counts, language)
    if not morphology.tells_forms(language) and fold(written) not in _bare_scales(language):
        return None
    return morphology.agreeing(forms[0], 1, counts.new, language, counts.genitive) if forms else None


def _short(forms: Sequence[str], language: str) -> list[str]:
    """The shortened forms of a scale word, those without a full stop first."""
    return sorted((form for form in forms if _is_short(form, language)), key=lambda form: form.endswith("."))


def _new_scale(figure: Figure, scale: Fraction, count: int | None, language: str) -> str | None:
    forms = _forms(scale, language)
    return morphology.agreeing(forms[0], 1, count, language) if forms else None


def _forms(scale: Fraction, language: str) -> list[str]:
    return fold(languages.table(language).get("scales", {}).get(str(scale), "")).split()


def _bare_scales(language: str) -> frozenset[str]:
    """The scale words without an ending, in a language that hangs endings on them."""
    table = languages.table(language).get("scales", {})
    return frozenset(fold(words).split()[0] for words in table.values() if isinstance(words, str) and words.split())


def _is_short(word: str, language: str) -> bool:
    special = languages.table(language).get("scales", {}).get("special", {})
    return fold(word).rstrip(".") in str(special.get("short", "")).split()


def _unit_word(figure: Figure, span: Span, scale: Fraction, counts: Counts, language: str) -> str | None:
    written = span.of(figure.text)
    if scale != 1 or " " in written or len(written) <= 2 or not written[1:].islower():
        return written
    return None if counts.is_open(written, language) else _agreeing(written, counts, language)


def _agreeing(written: str, counts: Counts, language: str) -> str:
    """A noun as another number counts it; one that is as it should be keeps its letters."""
    changed = morphology.agreeing(written, counts.old, counts.new, language, counts.genitive)
    return written if fold(changed) == fold(written) else changed
