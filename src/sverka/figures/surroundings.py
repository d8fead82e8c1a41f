"""A sentence with its figures, its dates, and what each date does there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from sverka.figures.roles import Role, bases, role_of
from sverka.languages.calendar import calendar
from sverka.languages.morphology import fold
from sverka.model.figure import Figure
from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.analysis import Analysis, Sentence
from sverka.text.clauses import Clause, clause_at, parse_clauses
from sverka.text.dates import DateMention

NOW = "now"


class Dated(NamedTuple):
    """A date of a sentence, what it does there, and the clause that it stands in."""

    mention: DateMention
    days: Period
    role: Role
    clause: Clause

    @property
    def is_now(self) -> bool:
        """Whether it is no date of the text, but a «сейчас»."""
        return self.mention.rule == NOW


class Surroundings:
    """What stands around the figures of one sentence; `figures` and `dates` are in the order of the text."""

    def __init__(
        self, analysis: Analysis, sentence: Sentence, mentions: Sequence[DateMention], figures: Sequence[Figure]
    ) -> None:
        self.analysis, self.sentence = analysis, sentence
        self.figures = sorted(figures, key=lambda figure: figure.span)
        named = [
            Dated(mention, mention.days, role_of(analysis, sentence, mention, mentions), self.clause_of(mention.span))
            for mention in mentions
            if mention.days is not None
        ]
        self.dates = sorted([*named, *self._nows(mentions)], key=lambda dated: dated.mention.span)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        return parse_clauses(self.analysis, self.sentence)

    def clause_of(self, span: Span) -> Clause:
        index = clause_at(self.clauses, span.start)
        return Clause(self.sentence.span) if index is None else self.clauses[index]

    @cached_property
    def bases(self) -> frozenset[Span]:
        """The figures that others are compared with."""
        spans = [dated.mention.span for dated in self.dates]
        return bases(self.analysis, self.sentence, self.figures, spans) | self.bracketed.keys()

    @cached_property
    def bracketed(self) -> dict[Span, Dated]:
        """Figures in brackets right behind the date of a base: «больше, чем годом ранее (2,76 млн тонн)»."""
        found: dict[Span, Dated] = {}
        for dated in self.dates if "(" in self.sentence.span.of(self.analysis.text) else ():
            at = bisect_left(self.figures, dated.mention.span.end, key=lambda figure: figure.span.start)
            figure = self.figures[at] if dated.role is Role.BASE and at < len(self.figures) else None
            if figure and self.analysis.text[dated.mention.span.end : figure.span.start].strip() == "(":
                found[figure.span] = dated
        return found

    def _nows(self, mentions: Sequence[DateMention]) -> list[Dated]:
        """«Сейчас», "now": no date of the text, yet what stands by it is of no date named before."""
        known, words = self.analysis.document.date, calendar(self.analysis.language).now
        if known is None or words.isdisjoint(self.analysis.words_of(self.sentence)):
            return []
        return [
            Dated(_now(token.span, known.period), known.period, Role.GOVERNS, self.clause_of(token.span))
            for token in self.analysis.tokens_of(self.sentence)
            if token.is_word and fold(token.text) in words
            if not any(mention.span.overlaps(token.span) for mention in mentions)
        ]


def _now(span: Span, days: Period) -> DateMention:
    return DateMention(span, span, Kind.DATE, days, "at", True, False, NOW, "day")
