"""Assertions × figures → findings: names, links, comparison, judgement, diagnosis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from sverka.check.accept import accept
from sverka.check.arithmetic import with_arithmetic
from sverka.check.book import Book
from sverka.check.called import Called, called
from sverka.check.counted import with_counted_years
from sverka.check.inside import without_names
from sverka.check.judge import ignored, judge
from sverka.check.link import Link, Linker
from sverka.check.nesting import nests
from sverka.check.patterns import Patterns
from sverka.check.references import References
from sverka.check.retold import with_retold
from sverka.check.scene import Scene
from sverka.check.tellings import tellings
from sverka.check.told import with_told
from sverka.check.weighing import weighed
from sverka.model.claim import ClaimSet
from sverka.model.figure import Figure
from sverka.model.finding import Finding
from sverka.model.telling import Telling
from sverka.text.analysis import Analysis, parts

__all__ = ["Checker"]

# Of how many days the claims are kept as they stood then: documents of one day share what was worked out.
MOST_DAYS = 64


class Examined(NamedTuple):
    """What the check of one document gives."""

    findings: tuple[Finding, ...]
    tellings: tuple[Telling, ...]


class Checker:
    """A claims set made ready once, for any number of documents; the faster after one `before` of the same names."""

    def __init__(self, claims: ClaimSet, before: Checker | None = None) -> None:
        self._claims = claims
        self._book = lru_cache(maxsize=MOST_DAYS)(partial(Book, claims, nests(claims)))
        is_known = before is not None and _names(before._claims) == _names(claims)
        self._patterns: Patterns = (
            before._patterns if before and is_known else Patterns(claims.subjects, claims.metrics)
        )
        self._called: Called = before._called if before and is_known else called(claims)

    def check(self, analysis: Analysis, figures: Sequence[Figure], *, explain: bool = False) -> tuple[Finding, ...]:
        """One finding for each figure, in the order of the text; with `explain`, with every claim considered."""
        return self.examine(analysis, figures, explain=explain).findings

    def examine(self, analysis: Analysis, figures: Sequence[Figure], *, explain: bool = False) -> Examined:
        """The findings, and what the figures are told of, by which other documents may contradict them."""
        each = parts(analysis)
        found = [self._examined(part, _of(part, figures) if len(each) > 1 else figures, explain) for part in each]
        findings = sorted(chain.from_iterable(each.findings for each in found), key=lambda one: one.figure.span)
        told = tuple(chain.from_iterable(each.tellings for each in found))
        return Examined(accept(analysis.document, findings, self._claims.acceptances), told)

    def _examined(self, analysis: Analysis, figures: Sequence[Figure], explain: bool) -> Examined:
        document = analysis.document
        book = self._book(document.date.period if document.date else None)
        figures = without_names(Scene(analysis, figures, self._patterns), self._claims)
        scene = Scene(analysis, figures, self._patterns)
        references = References(scene, *self._called).resolve()
        linker = Linker(scene, references, book)
        linked = [(figure, Link() if figure.ignored else linker.link(figure)) for figure in figures]
        linked = with_told(scene, linked)
        findings = [
            ignored(figure) if figure.ignored else _judged(figure, link, book, document.language)
            for figure, link in linked
        ]
        if explain:
            findings = [
                weighed(finding, linker.considered.get(finding.figure.span, ()), link.told_of_others)
                for finding, (_, link) in zip(findings, linked, strict=True)
            ]
        told = tuple(tellings(scene, linked))
        return Examined(
            with_retold(scene, with_counted_years(scene, book, with_arithmetic(scene, findings)), told), told
        )


def _judged(figure: Figure, link: Link, book: Book, language: str) -> Finding:
    """The verdict on what the text says, told of the figure as it stands there."""
    if link.as_told is None:
        return judge(figure, link, book, language)
    return replace(judge(link.as_told, link, book, language), figure=figure)


def _names(claims: ClaimSet) -> object:
    """What a set calls things, and of which of them it says anything."""
    return claims.subjects, claims.metrics, claims.index.metrics_of.keys()


def _of(part: Analysis, figures: Sequence[Figure]) -> list[Figure]:
    """The figures that stand in the paragraphs of one language."""
    return [figure for figure in figures if any(block.span.covers(figure.span) for block in part.document.blocks)]
