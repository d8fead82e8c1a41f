"""Labels that say what a number is, and know nothing of a claim: «работников – 587», "Armenia: 3.0"."""

from __future__ import annotations

from sverka.check.scene import Scene
from sverka.languages import morphology
from sverka.languages.intent import shows_intent
from sverka.model.figure import Figure
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.tokens import Token

_ENDS_LABEL = frozenset(",(")
_LABELLING = frozenset("–—-:")


def has_other_label(scene: Scene, index: int, metric: Span, figure: Figure) -> bool:
    """A noun with a dash or a colon right before the figure says what it is, and it is not the metric:
    «работников – 587»."""
    first, _ = scene.analysis.tokens_within(figure.span)
    position = first - 2
    if position < scene.sentence(index).first or scene.analysis.tokens[first - 1].text not in _LABELLING:
        return False
    token = scene.analysis.tokens[position]
    if not token.is_word or scene.is_familiar(index, position) or _leads_to(scene, index, metric, position):
        return False
    reading = morphology.readings(token.text, scene.analysis.language)[0]
    return reading.pos == "noun" and reading.lemma not in scene.words.generic and not reading.is_name


def _leads_to(scene: Scene, index: int, metric: Span, position: int) -> bool:
    """The words from the metric to a noun are one phrase: «протяженность трубопровода –»."""
    first, _ = scene.analysis.tokens_within(metric)
    run = scene.analysis.tokens[max(first, scene.sentence(index).first) : position]
    return metric.start <= scene.analysis.tokens[position].start and all(token.is_word for token in run)


def has_unknown_label(scene: Scene, index: int, figure: Figure) -> bool:
    """The line of a table has a label of its own, of which a claim knows nothing: «Прочее – 5», "Armenia: 3.0"."""
    known = scene.words.generic | scene.words.linking | scene.words.conjunctions
    for position in scene.positions(index, scene.sentence(index).span.start, figure.span.start):
        token = scene.analysis.tokens[position]
        if token.text in _ENDS_LABEL and scene.analysis.text[token.end : token.end + 1].isspace():
            return False  # what follows is the unit, or the year
        if not token.is_word or len(token.text) < 2 or any(m.first <= position < m.last for m in scene.mentions[index]):
            continue
        if not (scene.in_figure(index, token) or _shows_status(scene, token) or scene.analysis.lemmas(token) & known):
            return True
    return False


def _shows_status(scene: Scene, token: Token) -> bool:
    return any(shows_intent(lemma, scene.analysis.language) for lemma in scene.analysis.lemmas(token))


def is_numbered(scene: Scene, index: int, metric: Span, figure: Figure) -> bool:
    """«Вторая полоса будет короче – 3,6 км»: another than the first of what the metric names, in its own words or
    between it and the figure."""
    clause = scene.clause_of(index, figure.span)
    for other in scene.figures_by_sentence.get(index, ()):
        if other.kind is not Kind.ORDINAL or other.dimension != "ordinal" or other.span.overlaps(figure.span):
            continue
        if not other.values or other.values[0] < 2:
            continue
        is_beside = other.span.overlaps(metric) or 0 <= metric.start - other.span.end <= 1
        leads = clause.covers(other.span) and metric.end <= other.span.start and other.span.end <= figure.span.start
        if is_beside or leads:
            return True
    return False
