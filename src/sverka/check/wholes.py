"""Which of the metrics that a figure may be about are made a part of what is claimed by the words beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sverka.check.bearing import UNLIKE, Bearing, is_by_name, is_otherwise
from sverka.check.book import Book
from sverka.check.narrowing import ENDED, Narrowing
from sverka.check.references import References
from sverka.check.scene import Scene
from sverka.model.figure import Figure
from sverka.model.span import Span


def narrowed(
    scene: Scene,
    references: References,
    book: Book,
    named: Collection[str],
    figure: Figure,
    subjects: Sequence[Bearing],
    metrics: Sequence[Bearing],
) -> dict[Bearing, Span]:
    """The metrics that words beside them narrow, each with those words.

    What names the subjects does not: neither their countries nor a word of the name of one that is `named` in the
    document and has the metric.
    """
    own = frozenset[str]().union(*(references.own_countries(subject.name) for subject in subjects))
    owners = [name for name in named if any(book.has(name, metric.name) for metric in metrics)]
    ours = frozenset[str]().union(*(references.own_words(owner) for owner in owners))
    found = {}
    for metric in metrics:
        index = scene.analysis.sentence_at(metric.evidence.span.start)
        if metric.evidence.how == UNLIKE:
            found[metric] = metric.evidence.span
        elif index is not None and is_by_name(metric.evidence):
            near = Narrowing(scene, index, references.referring[index], own, ours)
            by_verb = is_by_verb(scene, metric)
            beside = near.beside(metric.evidence.span, has_ends=figure.dimension in ENDED, by_verb=by_verb)
            if beside is None and by_verb:
                words = scene.patterns.words_of_metrics.get(metric.name, frozenset())
                beside = near.within(metric.evidence.span, words)
            if beside is None and by_verb and figure.dimension == "money" and is_otherwise(metric.evidence):
                beside = near.source(metric.evidence.span)
            if beside is not None:
                found[metric] = beside
    return found


def is_by_verb(scene: Scene, metric: Bearing) -> bool:
    """A verb is what names a metric."""
    span = metric.evidence.span
    index = scene.analysis.sentence_at(span.start)
    return index is not None and any(
        each.by_verb for each in scene.metrics(index) if each.span == span and each.name == metric.name
    )
