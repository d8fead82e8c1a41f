"""Every slip made in every covered figure, one at a time, and each text checked again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sverka.model.claim import ClaimSet
from sverka.model.finding import CheckedDocument, Fate, Finding, UncheckedDocument
from sverka.model.problem import Problem
from sverka.model.slip import Outcome, Slip, SlipKind, Trial, TriedDocument
from sverka.model.span import Span
from sverka.pipeline import Options, Seen, all_done, checking
from sverka.readers import Input, collect
from sverka.slips import slips_of


@dataclass(frozen=True, slots=True)
class Trials:
    """The trials of all documents, in the order of their paths, and what kept others from being tried."""

    documents: tuple[TriedDocument, ...]
    problems: tuple[Problem, ...]

    @property
    def all(self) -> tuple[Trial, ...]:
        return tuple(trial for document in self.documents for trial in document.trials)


def mutate(
    paths: Iterable[str | Path],
    claims: ClaimSet,
    *,
    options: Options | None = None,
    jobs: int | None = 1,
    seen: Seen | None = None,
) -> Trials:
    """What the claims would have caught of the slips that can be made in the figures that agree with them."""
    collection = collect(paths)
    documents, problems = [], [*collection.missing, *collection.problems]
    for each in all_done(partial(_trying, claims, options or Options()), collection.inputs, jobs, seen):
        if isinstance(each, UncheckedDocument):
            problems.append(each.problem)
        else:
            documents.append(each)
    return Trials(tuple(documents), tuple(sorted(problems)))


def _trying(claims: ClaimSet, options: Options) -> Callable[[Input], TriedDocument | UncheckedDocument]:
    check = checking(claims, options)

    def work(given: Input) -> TriedDocument | UncheckedDocument:
        before = check(given)
        if isinstance(before, UncheckedDocument):
            return before
        made = slips_of(before.document, before.findings)
        return TriedDocument(before.document, tuple(_tried(check, given, before, *each) for each in made))

    return work


def _tried(
    check: Callable[[Input], CheckedDocument | UncheckedDocument],
    given: Input,
    before: CheckedDocument,
    finding: Finding,
    slip: Slip,
) -> Trial:
    text = before.document.text
    changed = text[: slip.span.start] + slip.words + text[slip.span.end :]
    after = check(Input(given.path, None, given.facts, changed.encode()))
    if isinstance(after, UncheckedDocument):
        return Trial(slip, finding, None, Outcome.CAUGHT)
    there = _moved(finding.figure.span, slip)
    put = Span(slip.span.start, slip.span.start + len(slip.words))
    over = [each for each in after.findings if each.figure.span.overlaps(there)]
    return _judged(slip, finding, over, _accusing(after.findings, before.findings, (there, put)))


def _moved(span: Span, slip: Slip) -> Span:
    """Where a figure stands after a slip, whether the slip is before it, in it or behind it."""
    grown = len(slip.words) - (slip.span.end - slip.span.start)
    start = span.start + (grown if slip.span.end <= span.start and slip.span.start < span.start else 0)
    end = span.end + (grown if slip.span.start < span.end else 0)
    return Span(start, max(end, start + 1))


def _accusing(after: Sequence[Finding], before: Sequence[Finding], places: Sequence[Span]) -> Finding | None:
    """A conflict elsewhere that was not there before and that names the figure, or the words that were put there: a sum
    that no longer adds up, or a level beside a change whose year is as wrong for both."""
    known = {(each.figure.text, each.fate) for each in before}
    for each in after:
        is_new = each.fate is Fate.CONFLICT and (each.figure.text, each.fate) not in known
        if is_new and any(evidence.span.overlaps(place) for evidence in each.evidence for place in places):
            return each
    return None


def _judged(slip: Slip, before: Finding, over: Sequence[Finding], accusing: Finding | None) -> Trial:
    caught = next((each for each in over if each.fate is Fate.CONFLICT), None) or accusing
    if caught is not None:
        return Trial(slip, before, caught, Outcome.CAUGHT, caught.code)
    after = next((each for each in over if each.fate is Fate.AGREE), next(iter(over), None))
    is_harmless = after is not None and _is_harmless(slip, before, after)
    return Trial(slip, before, after, Outcome.HARMLESS if is_harmless else Outcome.ESCAPED)


def _is_harmless(slip: Slip, before: Finding, after: Finding) -> bool:
    """The change was seen, and what the text now says is true of the same claim; or, of another period or status,
    true of the claim on that."""
    one, two = before.figure, after.figure
    if after.fate is not Fate.AGREE or _meaning(before) == _meaning(after):
        return False
    elsewhere = slip.kind in (SlipKind.PERIOD, SlipKind.STATUS) and one.values == two.values
    return after.assertion == before.assertion or elsewhere


def _meaning(finding: Finding) -> tuple[object, ...]:
    figure = finding.figure
    when = figure.when.period if figure.when else None
    return figure.kind, figure.values, figure.interval, figure.unit, figure.hedge, figure.status, figure.days, when
