"""Figures of a part of what was named before them."""

from __future__ import annotations

from sverka.check.bearing import Bearing
from sverka.check.scene import Scene
from sverka.languages import morphology
from sverka.languages.suffixes import forms
from sverka.model.figure import Figure
from sverka.model.quantity import Kind
from sverka.model.span import Span


def without_parts(scene: Scene, figure: Figure, metrics: tuple[Bearing, ...]) -> tuple[Bearing, ...]:
    """A part's figure is about what its own words name, not about the whole that was named before them."""
    part = figure.is_part
    if part is None or _counts_them(scene, figure, part):
        return metrics
    naming = tuple(metric for metric in metrics if metric.evidence.span.overlaps(part))
    words = morphology.fold(part.of(scene.analysis.text)).split()
    if naming or (words and words[0] in scene.words.additional):
        return naming
    return tuple(m for m in metrics if m.evidence.span.start >= part.end and m.tier <= 1)


def _counts_them(scene: Scene, figure: Figure, part: Span) -> bool:
    """ "There were 10 million of them": the pronoun right behind the first number of a sentence, and with nothing
    behind it, stands for its noun; «460 of them are foreign» tells of a part."""
    if _is_number_of(scene, part) or _is_brought_to(scene, figure):
        return True
    index = scene.analysis.sentence_at(figure.span.start)
    peers = scene.figures_by_sentence.get(index, ()) if index is not None else ()
    counts = [peer for peer in peers if peer.kind is Kind.LEVEL]
    if not counts or counts[0].parts.unit is not None or not 0 <= part.start - counts[0].span.end <= 1:
        return False
    _, after = scene.analysis.tokens_within(part)
    following = scene.analysis.tokens[after : after + 1]
    return not following or not following[0].is_word


def _is_brought_to(scene: Scene, figure: Figure) -> bool:
    """«Onun 25 milyon tona çatdırılması»: what it is brought to is all of it; «onun 5 min tonuna» is of a part."""
    if not scene.is_verb_last:
        return False
    language = scene.analysis.language
    _, after = scene.analysis.tokens_within(figure.span)
    found = [form for form in forms(scene.analysis.words[after - 1], language) if form.case == "dative"]
    return bool(found) and not any(form.possessive for form in found)


def _is_number_of(scene: Scene, part: Span) -> bool:
    """«Onların sayı 11 200 idi»: a word of number behind the pronoun tells of all of them; one of shares does not."""
    _, after = scene.analysis.tokens_within(part)
    words = scene.words
    lemmas = scene.analysis.lemmas(scene.analysis.tokens[after])
    return scene.is_verb_last and not lemmas.isdisjoint(words.generic) and lemmas.isdisjoint(words.shares)
