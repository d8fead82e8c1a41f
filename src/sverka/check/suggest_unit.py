"""The right number in another unit: the noun, the sign or the code of the unit that the claim has."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from sverka import languages, units
from sverka.check.numerals import offset, part, written_numbers
from sverka.languages import morphology
from sverka.languages.grammar import grammar
from sverka.languages.morphology import fold
from sverka.languages.suggestions import suggestions
from sverka.model.claim import Assertion
from sverka.model.figure import Figure

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "KZT": "₸", "RUB": "₽", "AZN": "₼", "TRY": "₺"}
_PERCENTS = frozenset(("%", "pp"))


def swapped_points(figure: Figure, assertion: Assertion, language: str) -> str | None:
    """Percentage points for percent, or percent for points, where the number is the claim's and both are changes, or
    both are levels."""
    if {figure.unit, assertion.unit} != _PERCENTS or figure.kind is not assertion.kind:
        return None
    if figure.values != assertion.values or figure.parts.unit is None:
        return None
    words = suggestions(language)
    forms, own = (words.points, words.percent) if assertion.unit == "pp" else (words.percent, words.points)
    unit = forms.get(_case(part(figure, figure.parts.unit), own) if len(forms) > 1 else "nominative")
    if unit is None:
        return None
    at = offset(figure, figure.parts.unit)
    gap = "" if figure.text[at.start - 1 : at.start].isspace() else " "
    unit = unit.removesuffix("s") if abs(figure.values[0]) == 1 else unit
    return f"{figure.text[: at.start]}{gap}{unit}{figure.text[at.end :]}"


def _case(written: str, forms: Mapping[str, str]) -> str:
    """The case that the words of a unit stand in; a sign has none, and of other words none is known."""
    if not any(map(str.isalpha, written)):
        return "nominative"
    return next((case for case, form in forms.items() if fold(form) == fold(written)), "")


def other_unit(figure: Figure, assertion: Assertion, language: str) -> str | None:
    """The number as it stands with the claim's unit, where it is the claim's own number there."""
    if figure.parts.unit is None or figure.unit in _PERCENTS or assertion.unit in (None, *_PERCENTS):
        return None
    told = _told(figure, language)
    code = _code(tuple(value * figure.scale for value in told), assertion) if told else None
    at = offset(figure, figure.parts.unit)
    noun, per = _without_rate(at.of(figure.text), language)
    unit = _unit(figure, noun, code, told[-1], language) if told and code else None
    return f"{figure.text[: at.start]}{unit}{per}{figure.text[at.end :]}" if unit else None


def _without_rate(written: str, language: str) -> tuple[str, str]:
    """A unit and what it is per: "barrels" and " a year"."""
    rates = languages.table(language).get("units", {}).get("rates", {})
    tails = (f" {phrase.replace('_', ' ')}" for phrase, unit in rates.items() if isinstance(unit, str))
    tail = max((tail for tail in tails if fold(written).endswith(tail)), key=len, default="")
    return (written[: -len(tail)], written[-len(tail) :]) if tail else (written, "")


def _code(told: tuple[Fraction, ...], assertion: Assertion) -> str | None:
    """The unit in which the claim has the numbers that the text tells."""
    base = (assertion.unit or "").partition("/")[0]
    alike = (unit for unit in units.table().values() if unit.canonical == base)
    claimed = tuple(map(abs, assertion.values))
    fitting = [unit for unit in alike if tuple(value * unit.factor for value in told) == claimed]
    return min(fitting, key=lambda unit: (unit.code != base, unit.code)).code if fitting else None


def _told(figure: Figure, language: str) -> tuple[Fraction, ...] | None:
    """The numbers as written, without scale and unit."""
    numbers = written_numbers(figure, language)
    return tuple(number for _, number in numbers) if len(numbers) == len(figure.values) else None


def _unit(figure: Figure, written: str, code: str, number: Fraction, language: str) -> str | None:
    if not any(map(str.isalpha, written)):
        return _SIGNS.get(code)
    if written.isupper() and len(written) == 3 and code.isupper():
        return code
    noun = suggestions(language).units.get(code)
    if noun is None or len(written) < 3:
        return None
    return _counted(noun, written, number, figure.scale, language)


def _counted(noun: str, written: str, number: Fraction, scale: Fraction, language: str) -> str | None:
    """The noun as the number counts it; a language that hangs endings on nouns has it bare, and only where the text
    does."""
    whole = number.numerator if number.denominator == 1 else None
    if noun.endswith("!"):
        return noun.removesuffix("!")
    if morphology.tells_forms(language):
        return morphology.agreeing(noun, 1, 5 if scale != 1 else whole, language)
    if not grammar(language).verb_last:
        return noun.removesuffix("s") if number * scale == 1 else noun
    known = languages.table(language).get("units", {})
    return noun if fold(written) in known or fold(written) in map(fold, suggestions(language).units.values()) else None
