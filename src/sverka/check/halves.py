"""Sentences of two halves: what one is about is not what the other tells."""

from __future__ import annotations

from sverka.check.scene import Scene
from sverka.check.strangers import strangers
from sverka.languages import morphology
from sverka.model.figure import Figure
from sverka.model.span import Span


def is_other_half(scene: Scene, index: int, figure: Figure, name: Span) -> bool:
    """A figure's half of its sentence opens with an unknown name and has no known one ("…; Kaspiy Bank, its rival, had
    14 million"), or is told by those who speak ("…, we employ 2,900"), and a `name` stands before that."""
    return _has_stranger(scene, index, figure) or _is_of_speaker(scene, index, figure, name)


def _has_stranger(scene: Scene, index: int, figure: Figure) -> bool:
    sentence, text = scene.sentence(index).span, scene.analysis.text
    start = text.rfind(";", sentence.start, figure.span.start)
    if start < 0:
        return False
    half = Span(start, figure.span.start)
    if any(mention.span.overlaps(half) for mention in scene.subjects(index)):
        return False
    return any(start < scene.analysis.tokens[at].start < figure.span.start for at in strangers(scene, index))


def _is_of_speaker(scene: Scene, index: int, figure: Figure, name: Span) -> bool:
    sentence, text = scene.sentence(index).span, scene.analysis.text
    start = max(text.rfind(mark, sentence.start, figure.span.start) for mark in ",;")
    words = (at for at in scene.positions(index, start, figure.span.start) if scene.analysis.tokens[at].is_word)
    first = next(words, None)
    if first is None or start < name.end:
        return False
    word = scene.analysis.tokens[first].text
    is_subject = morphology.readings(word, scene.analysis.language)[0].case in (None, "nominative")
    return is_subject and bool(scene.analysis.lemmas(scene.analysis.tokens[first]) & scene.words.speakers)
