"""Assertions × figures → findings: names, links, comparison, judgement, diagnosis."""

from __future__ import annotations

from collections.abc import Sequence

from sverka.check.accept import accept
from sverka.check.arithmetic import with_arithmetic
from sverka.check.book import open_book
from sverka.check.heads import countries_of, heads, pairs, words_of
from sverka.check.judge import ignored, judge
from sverka.check.link import Linker
from sverka.check.patterns import Patterns
from sverka.check.references import References
from sverka.check.scene import Scene
from sverka.model.claim import ClaimSet
from sverka.model.figure import Figure
from sverka.model.finding import Finding
from sverka.text.analysis import Analysis

__all__ = ["Checker"]


class Checker:
    """A claims set made ready once, for any number of documents."""

    def __init__(self, claims: ClaimSet) -> None:
        used = {assertion.subject for assertion in claims.assertions}
        self._claims = claims
        self._patterns = Patterns(claims.subjects, claims.metrics)
        self._heads = heads(claims.subjects)
        self._words_of = words_of(claims.subjects)
        self._countries_of = countries_of(claims.subjects)
        self._pairs = pairs({name: subject for name, subject in claims.subjects.items() if name in used})

    def check(self, analysis: Analysis, figures: Sequence[Figure]) -> tuple[Finding, ...]:
        """One finding for each figure, in the order of the text."""
        document = analysis.document
        book = open_book(self._claims, document.date.period if document.date else None)
        scene = Scene(analysis, figures, self._patterns)
        references = References(scene, self._heads, self._pairs, self._words_of, self._countries_of).resolve()
        linker = Linker(scene, references, book)
        findings = [
            ignored(figure) if figure.ignored else judge(figure, linker.link(figure), book, document.language)
            for figure in figures
        ]
        return accept(document, with_arithmetic(scene, findings), self._claims.acceptances)
