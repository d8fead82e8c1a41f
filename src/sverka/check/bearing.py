"""A subject or a metric that the text may mean by a figure, with how near it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sverka.check.mentions import Mention
from sverka.model.figure import Figure, Scope
from sverka.model.finding import Evidence
from sverka.model.span import Span


@dataclass(frozen=True, slots=True)
class Bearing:
    """A subject or metric that a figure may be about. A smaller `tier` is stronger evidence; `distance` is in
    code points and only breaks ties."""

    name: str
    tier: int
    distance: int
    evidence: Evidence


# How a metric is shown that the text names by its opposite: «спад ВВП».
TURNED = "named the other way round"
Relevant = Callable[[str], bool]


def distance(figure: Figure, span: Span) -> int:
    """How far a span stands from a figure; what follows counts for more than what leads up to it."""
    if span.overlaps(figure.span):
        return 0
    if span.end <= figure.span.start:
        return figure.span.start - span.end
    return 2 * (span.start - figure.span.end)


def bearing(figure: Figure, mention: Mention, tier: int, scope: Scope) -> Bearing:
    evidence = Evidence(mention.role, mention.span, scope, TURNED if mention.is_turned else mention.how)
    return Bearing(mention.name, tier, distance(figure, mention.span), evidence)


def last_named(leading: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions that stand where the last one does."""
    last = leading[-1:]
    return [mention for mention in leading if last and mention.span == last[0].span]
