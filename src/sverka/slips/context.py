"""What goes wrong between a figure and the words around it."""

from __future__ import annotations

import re

from sverka import languages
from sverka.model.figure import Scope
from sverka.model.finding import Finding
from sverka.model.quantity import Hedge, Kind
from sverka.model.span import Span
from sverka.slips.scene import Scene

Made = tuple[Span, str]
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NEAR = (Scope.FIGURE, Scope.CLAUSE, Scope.SENTENCE)
# What somebody who copies a text puts before a number without looking it up.
_ADDED = (Hedge.ALMOST, Hedge.OVER)


def year(scene: Scene) -> Made | None:
    """The year before the one that the sentence names."""
    when = scene.figure.when
    if when is None or when.scope not in _NEAR or when.span.overlaps(scene.figure.span):
        return None
    found = _YEAR.search(scene.words(when.span))
    if found is None:
        return None
    return Span(when.span.start + found.start(), when.span.start + found.end()), str(int(found[0]) - 1)


def hedge_dropped(scene: Scene) -> Made | None:
    """The hedge before a number is lost."""
    hedge = scene.figure.parts.hedge
    if hedge is None or hedge.end > scene.number.start:
        return None
    return Span(hedge.start, scene.number.start), ""


def hedge_added(scene: Scene) -> Made | None:
    """A number is made to sound rough: "almost" before it, or behind it («5 млн тонна дерлік»), where it is not yet."""
    if scene.figure.hedge is not None or scene.figure.kind not in (Kind.LEVEL, Kind.CHANGE):
        return None
    hedges = languages.table(scene.language).get("hedges", {})
    if not scene.words(scene.number)[:1].isdigit():
        return None
    behind = hedges.get("after", {}).get(Hedge.ALMOST, "").split()
    if behind:
        return Span(scene.figure.span.end, scene.figure.span.end), f" {_written(behind[0])}"
    words = next((hedges[each].split()[0] for each in _ADDED if hedges.get(each)), None)
    return (Span(scene.figure.span.start, scene.figure.span.start), f"{_written(words)} ") if words else None


def _written(words: str) -> str:
    return words.replace("_", " ").replace(" ,", ",")


def neighbour(scene: Scene) -> Made | None:
    """The number of the nearest other figure of the same unit stands where this one should."""
    others = sorted(
        (abs(other.figure.span.start - scene.figure.span.start), other.figure.span, _number_words(scene, other))
        for other in scene.findings
        if _is_mistakable(scene, other)
    )
    return (_number(scene, scene.findings[scene.index]), others[0][2]) if others else None


def _is_mistakable(scene: Scene, other: Finding) -> bool:
    one, two = scene.figure, other.figure
    if two is one or two.ignored is not None or len(one.values) != 1 or len(two.values) != 1:
        return False
    alike = (one.kind, one.unit, one.dimension) == (two.kind, two.unit, two.dimension)
    written = all(scene.words(figure.parts.number)[:1].isdigit() for figure in (one, two))
    return alike and written and abs(one.values[0]) != abs(two.values[0])


def _number_words(scene: Scene, finding: Finding) -> str:
    return scene.words(_number(scene, finding))


def _number(scene: Scene, finding: Finding) -> Span:
    """The number with its scale word, and the full stop that shortens it."""
    parts = finding.figure.parts
    if parts.scale is None:
        return parts.number
    end = parts.scale.end
    is_short = scene.document.text[end : end + 1] == "." and end + 1 < finding.figure.span.end
    return Span(parts.number.start, end + is_short)
