"""Who and what a figure's text names, whether or not a claim is about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sverka.check.bearing import distance
from sverka.check.mentions import Mention
from sverka.check.patterns import Patterns
from sverka.check.scene import Scene
from sverka.model.claim import ClaimSet, Name
from sverka.model.figure import Figure
from sverka.model.finding import Role
from sverka.model.quantity import Kind
from sverka.text.analysis import Analysis

# Sentences before a figure's own in which its subject may have been named.
_REACH = 3
_OF_KIND = {Kind.ORDINAL: "ordinal", Kind.DATE: "date", Kind.PERIOD: "date"}


class Named(NamedTuple):
    """The ids of the subject and of the metric nearest to a figure; None where the text names none."""

    subject: str | None
    metric: str | None


def named(claims: ClaimSet, analysis: Analysis, figures: Sequence[Figure]) -> Iterator[Named]:
    """For each figure the declared names that stand nearest to it, the metric's of the figure's own dimension."""
    scene = Scene(analysis, figures, Patterns(claims.subjects, claims.metrics))
    for figure in figures:
        index = analysis.sentence_at(figure.span.start)
        yield Named(None, None) if index is None else _named(scene, claims, figure, index)


def _named(scene: Scene, claims: ClaimSet, figure: Figure, index: int) -> Named:
    metrics = [each for each in _within(scene, Role.METRIC, index) if _measures(claims.metrics[each.name], figure)]
    subjects = _within(scene, Role.SUBJECT, index)
    for earlier in scene.earlier_in_passage(index, _REACH):
        subjects = subjects or _within(scene, Role.SUBJECT, earlier)
    return Named(_nearest(figure, subjects), _nearest(figure, metrics))


def _within(scene: Scene, role: Role, index: int) -> list[Mention]:
    return [mention for mention in scene.mentions[index] if mention.role is role]


def _nearest(figure: Figure, mentions: Sequence[Mention]) -> str | None:
    ranked = sorted(mentions, key=lambda mention: (distance(figure, mention.span), mention.name))
    return ranked[0].name if ranked else None


def _measures(metric: Name, figure: Figure) -> bool:
    """A change may be in percent of whatever the metric measures."""
    if metric.dimension is None:
        return True
    relative = figure.kind is Kind.CHANGE and figure.dimension in ("share", "points", "multiple")
    return relative or metric.dimension == _OF_KIND.get(figure.kind, figure.dimension.partition("/")[0])
