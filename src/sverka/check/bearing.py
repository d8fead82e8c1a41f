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


# How a metric is shown that the text names by its opposite: «спад ВВП»; and by another word than its aliases.
TURNED = "named the other way round"
UNLIKE = "a phrase that means another thing"
OTHERWISE = "by another word for"
Relevant = Callable[[str], bool]


def distance(figure: Figure, span: Span) -> int:
    """How far a span stands from a figure; what follows counts for more than what leads up to it."""
    if span.overlaps(figure.span):
        return 0
    if span.end <= figure.span.start:
        return figure.span.start - span.end
    return 2 * (span.start - figure.span.end)


def bearing(figure: Figure, mention: Mention, tier: int, scope: Scope) -> Bearing:
    evidence = Evidence(mention.role, mention.span, scope, _how(mention))
    return Bearing(mention.name, tier, distance(figure, mention.span), evidence)


def is_by_name(evidence: Evidence) -> bool:
    """A name, or another word for one, and no reference to what was named before."""
    return evidence.how == "named" or is_otherwise(evidence)


def is_otherwise(evidence: Evidence) -> bool:
    """Words that stand for an alias."""
    return evidence.how.startswith(OTHERWISE)


def _how(mention: Mention) -> str:
    if mention.is_turned:
        return TURNED
    if mention.is_unlike:
        return UNLIKE
    return f"{OTHERWISE} “{mention.stands_for}”" if mention.stands_for else mention.how


def last_named(leading: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions that stand where the last one does."""
    last = leading[-1:]
    return [mention for mention in leading if last and mention.span == last[0].span]
