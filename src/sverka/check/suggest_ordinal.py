"""An ordinal with another number, as the text writes it."""

from __future__ import annotations

from sverka import languages
from sverka.check.numerals import capitalised_like, offset, part
from sverka.languages import morphology
from sverka.languages.grammar import grammar
from sverka.languages.morphology import fold
from sverka.languages.suggestions import suggestions
from sverka.model.claim import Assertion
from sverka.model.decimals import decimal_text
from sverka.model.figure import Figure

# How the dictionary forms of ordinals end in a language whose table has their stems.
_ENDINGS = ("ый", "ой", "ий")


def other_ordinal(figure: Figure, assertion: Assertion, language: str) -> str | None:
    """A word for a word, in the form that the text has; digits for digits, with the ending of the text, or in a
    language whose endings go with the number, the one that goes with the new one."""
    written = part(figure, figure.parts.number)
    number = decimal_text(assertion.values[0])
    tail = figure.text[offset(figure, figure.parts.number).end :]
    if not written or number is None or not number.isdigit():
        return None
    if not any(map(str.isdigit, written)):
        word = _word(written, int(number), language)
        return f"{word}{tail}" if word else None
    if morphology.tells_forms(language):
        return f"{number}-{_ending(written)}{tail}"
    return _with_ending(written, number, tail, language)


def _word(written: str, number: int, language: str) -> str | None:
    """The word for an ordinal below a hundred: «третьего» for «пятого», "twenty-first" for "twelfth"."""
    table = languages.table(language).get("ordinals", {})
    plain, tens = table.get(str(number)), ""
    if plain is None:
        cardinals = languages.table(language).get("number_words", {})
        plain = table.get(str(number % 10))
        tens = fold(cardinals.get(str(number // 10 * 10), "")).split()[0] if plain and number < 100 else ""
    if plain is None or (number > 10 and not tens and str(number) not in table):
        return None
    last = _inflected(plain.split()[0], written.split()[-1], language)
    if last is None:
        return None
    joint = " " if morphology.tells_forms(language) or grammar(language).verb_last else "-"
    word = f"{tens}{joint}{last}" if tens else last
    return capitalised_like(word, written, language)


def _inflected(stem: str, like: str, language: str) -> str | None:
    """The ordinal in the form of another; a language without a dictionary of forms has but one."""
    if not morphology.tells_forms(language):
        return stem
    found = (morphology.in_form_of(f"{stem}{ending}", like, language) for ending in _ENDINGS)
    return next((word for word in found if word), None)


def _ending(written: str) -> str:
    """The last letters of an ordinal behind its digits: «3-го», «3-е»."""
    folded = fold(written.partition("-")[2])
    return folded[-2:] if folded.endswith(("го", "му", "ми")) else folded[-1:]


def _with_ending(written: str, number: str, tail: str, language: str) -> str | None:
    endings = suggestions(language).ordinals
    ending = next((endings[number[-length:]] for length in (3, 2, 1) if number[-length:] in endings), None)
    known = next((each for each in set(endings.values()) if fold(written).endswith(each)), None)
    if ending is None or known is None:
        return None
    return f"{number}{'-' if '-' in written else ''}{ending}{tail}"
