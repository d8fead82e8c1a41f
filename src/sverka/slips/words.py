"""Words that are written for one another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from itertools import takewhile

from sverka.languages.exchanges import Pairs
from sverka.languages.morphology import fold
from sverka.languages.numbers import number_words
from sverka.model.figure import Scope
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.slips.scene import Scene

Made = tuple[Span, str]
_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)[\s\u00a0]+$")
_PIECE = re.compile(r"[.,;:!?()\n]")
_FAR = 80
# How far before a word of intent the verb may stand that goes with it: «çatacağı gözlənilir».
VERB = 20
_THOUSAND = 1000


def scale(scene: Scene) -> Made | None:
    """A million for a billion, a thousand for a million; a billion for a million where it is one."""
    span = scene.figure.parts.scale
    if span is None:
        return None
    known = number_words(scene.language)
    written = fold(scene.words(span))
    worth = known.scales.get(written) or known.scales.get(known.base(written))
    if not worth:
        return None
    other = worth * _THOUSAND if worth < 10**9 else worth / _THOUSAND
    word = _most_alike(written, other, known.scales, known.special.get("short", frozenset()))
    return (span, word) if word else None


def _most_alike(written: str, worth: Fraction, scales: Mapping[str, Fraction], short: frozenset[str]) -> str | None:
    """The word for another scale that is shortened as this one is, and ends most alike."""
    forms = [form for form, value in scales.items() if value == worth and (form in short) == (written in short)]
    return max(forms, key=lambda form: _shared_ending(form, written), default=None)


def _shared_ending(left: str, right: str) -> int:
    pairs = zip(reversed(left), reversed(right), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def points(scene: Scene) -> Made | None:
    """Percentage points for percent, or percent for points."""
    return _exchanged(scene, scene.figure.parts.unit, scene.exchanges.points)


def unit(scene: Scene) -> Made | None:
    """Barrels for tonnes, one currency for another."""
    return _exchanged(scene, scene.figure.parts.unit, scene.exchanges.units)


def direction(scene: Scene) -> Made | None:
    """Fell for rose."""
    return _exchanged(scene, scene.figure.direction_span, scene.exchanges.directions)


def relative_period(scene: Scene) -> Made | None:
    """Last year for this one."""
    when = scene.figure.when
    near = when is not None and when.scope in (Scope.FIGURE, Scope.CLAUSE, Scope.SENTENCE)
    return _exchanged(scene, when.span if when and near else None, scene.exchanges.periods)


def intent(scene: Scene) -> Made | None:
    """What was meant to be done is told as done."""
    return _exchanged(scene, scene.figure.status_span, scene.exchanges.intents, VERB)


def by_for_to(scene: Scene) -> Made | None:
    """An amount of change told as its result, or the result as the amount: «на 2 млн» for «до 2 млн»."""
    if scene.figure.kind not in (Kind.LEVEL, Kind.CHANGE) or not scene.words(scene.number)[:1].isdigit():
        return None  # the other word would ask for another case of «треть»
    found = _BEFORE.search(scene.document.text, 0, scene.figure.span.start)
    if found is None or not _tells_a_change(scene, found.start()):
        return None
    return _exchanged(scene, Span(*found.span("word")), scene.exchanges.by_to)


def _tells_a_change(scene: Scene, end: int) -> bool:
    """Whether something rises or falls in the words before; «довести на» and «до 7 % больше» would be no slips but
    nonsense."""
    direction = scene.figure.direction_span
    if scene.figure.kind is Kind.CHANGE:
        return direction is None or direction.end <= scene.figure.span.start
    before = fold(_PIECE.split(scene.document.text[max(0, end - _FAR) : end])[-1])
    return not set(before.split()).isdisjoint(scene.exchanges.directions)


def _exchanged(scene: Scene, span: Span | None, pairs: Pairs, before: int = 0) -> Made | None:
    """The first of the pairs' words that stands in a span, the longest first, with the other word in its place; it may
    begin so much `before` the span."""
    if span is None:
        return None
    start = max(0, span.start - before)
    text = fold(scene.words(Span(start, span.end)))
    for words in sorted(pairs, key=lambda each: (-len(each), each)):
        for found in re.finditer(rf"{_edge(words[0])}{re.escape(words)}{_edge(words[-1])}", text):
            place = Span(start + found.start(), start + found.end())
            if place.overlaps(span):
                return place, _cased(pairs[words], scene.words(place))
    return None


def _edge(letter: str) -> str:
    return r"\b" if letter.isalnum() else ""


def _cased(word: str, written: str) -> str:
    return word[:1].upper() + word[1:] if written[:1].isupper() and len(written) > 1 else word
