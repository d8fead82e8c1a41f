"""What becomes of a hedge when the number behind it is put right."""

from __future__ import annotations

from sverka.check.numerals import offset
from sverka.languages import morphology
from sverka.languages.suggestions import suggestions
from sverka.model.claim import Assertion
from sverka.model.figure import Figure
from sverka.model.quantity import Hedge, Relation

_UP = {Hedge.OVER, Hedge.AT_LEAST}
_DOWN = {Hedge.UNDER, Hedge.UP_TO, Hedge.ALMOST}
_BOUND_UP = {Relation.MORE, Relation.AT_LEAST}
_BOUND_DOWN = {Relation.LESS, Relation.AT_MOST}


def hedged(words: str, figure: Figure, assertion: Assertion, language: str) -> str | None:
    """The words with the hedge of the figure, or without one that would make the claimed number wrong; with one where
    the claim is a bound; None where that cannot be written."""
    if assertion.relation in _BOUND_UP:
        return words if figure.hedge in _UP else _bounded(words, figure, language)
    if assertion.relation in _BOUND_DOWN:
        return words if figure.hedge in _DOWN else None
    return words if _holds(figure.hedge, assertion) else _unhedged(words, figure, language)


def _holds(hedge: Hedge | None, assertion: Assertion) -> bool:
    """The claimed number may be told with the hedge: "over" leaves room above it, "almost" below."""
    number, interval = assertion.values[0], assertion.interval
    if hedge is Hedge.OVER:
        return interval.high is None or interval.high > number
    if hedge in (Hedge.UNDER, Hedge.ALMOST):
        return interval.low is None or interval.low < number
    return True


def _bounded(words: str, figure: Figure, language: str) -> str | None:
    over = suggestions(language).over
    return f"{over} {words}" if over and figure.hedge is None else None


def _unhedged(words: str, figure: Figure, language: str) -> str | None:
    """The words from behind the hedge on; a hedge behind the number, or a verb that is one, cannot be left out."""
    hedge, number = figure.parts.hedge, offset(figure, figure.parts.number)
    if hedge is None or hedge.end > figure.parts.number.start:
        return None
    written = offset(figure, hedge).of(figure.text)
    if any(morphology.readings(word, language)[0].form == "finite" for word in written.split()):
        return None
    start = offset(figure, hedge).end
    left = figure.text[start : number.start]
    return words[start + len(left) - len(left.lstrip()) :]
