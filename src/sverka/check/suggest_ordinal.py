"""An ordinal with another number, as the text writes it."""

from __future__ import annotations

from sverka.check.numerals import offset, part
from sverka.languages import morphology
from sverka.languages.morphology import fold
from sverka.languages.suggestions import suggestions
from sverka.model.claim import Assertion
from sverka.model.decimals import decimal_text
from sverka.model.figure import Figure


def other_ordinal(figure: Figure, assertion: Assertion, language: str) -> str | None:
    """The number in digits with its ending: that of the text, or in a language whose endings go with the number, the
    one that goes with the new one."""
    written = part(figure, figure.parts.number)
    number = decimal_text(assertion.values[0])
    tail = figure.text[offset(figure, figure.parts.number).end :]
    if not written or number is None:
        return None
    if morphology.tells_forms(language):
        return f"{number}-{_ending(written)}{tail}"
    return _with_ending(written, number, tail, language)


def _ending(written: str) -> str:
    """The last letters of an ordinal, as they stand behind digits: «третьего» is «3-го», «третье» is «3-е»."""
    _, hyphen, ending = written.partition("-")
    folded = fold(ending if hyphen else written)
    return folded[-2:] if folded.endswith(("го", "му", "ми")) else folded[-1:]


def _with_ending(written: str, number: str, tail: str, language: str) -> str | None:
    endings = suggestions(language).ordinals
    ending = next((endings[number[-length:]] for length in (3, 2, 1) if number[-length:] in endings), None)
    known = next((each for each in set(endings.values()) if fold(written).endswith(each)), None)
    if ending is None or (known is None and written[-1:].isdigit()):
        return None
    joint = "-" if "-" in written else ""
    return f"{number}{joint}{ending}{tail}" if known or not any(map(str.isdigit, written)) else None
