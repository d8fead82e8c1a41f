"""Why a claim decided a figure's fate, and why the others that were considered did not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sverka.check.link import Candidate
from sverka.model.claim import Assertion
from sverka.model.finding import Consideration, Fate, Finding

_DECIDED = (Fate.AGREE, Fate.CONFLICT)


def weighed(finding: Finding, candidates: Sequence[Candidate], told: frozenset[str]) -> Finding:
    """The finding with each claim that was considered: the one that decided first, then those that came nearest; `told`
    are the ids of those that the figures beside it leave no room for."""
    ranked = sorted(candidates, key=lambda one: (one.rank, one.distance, len(one.fit.mismatches), one.assertion.id))
    chosen = finding.assertion if finding.fate in _DECIDED else None
    each = [Consideration(one.assertion, one.evidence, _lost(one, ranked, chosen, told)) for one in ranked]
    return replace(finding, considered=tuple(sorted(each, key=lambda one: bool(one.lost))))


def _lost(one: Candidate, ranked: Sequence[Candidate], chosen: Assertion | None, told: frozenset[str]) -> str:
    """Why a claim did not decide; the first reason that holds."""
    if one.assertion is chosen:
        return ""
    if chosen is not None and one.assertion.id in chosen.alternatives:
        return "it is another alternative of the same claim"
    if (one.rank, one.distance) != (ranked[0].rank, ranked[0].distance):
        return "its names stand farther from the figure, or less plainly, than another claim's"
    if one.fit.mismatches:
        return f"it is of another {' and '.join(one.fit.mismatches)}"
    if one.assertion.id in told:
        return "the text tells it, or what is of its time, of another figure beside this one"
    if one.assertion.derived:
        return "it is only derived from other claims"
    covering = [each.fit.loss for each in ranked if each.fit.covers]
    if covering and one.fit.loss > min(covering):
        return "another claim's period and status fit more closely"
    return "as likely as another; the text leaves open which is meant"
