"""A sentence with its figures, its dates, and what each date does there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sverka.figures.roles import Role, is_base, role_of
from sverka.languages.calendar import calendar
from sverka.languages.morphology import fold
from sverka.model.figure import Figure
from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.analysis import Analysis, Sentence
from sverka.text.clauses import Clause, parse_clauses
from sverka.text.dates import DateMention

NOW = "now"


@dataclass(frozen=True, slots=True)
class Dated:
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
        self.clauses = parse_clauses(analysis, sentence)
        self.figures = sorted(figures, key=lambda figure: figure.span)
        named = [
            Dated(mention, mention.days, role_of(analysis, sentence, mention), self.clause_of(mention.span))
            for mention in mentions
            if mention.days is not None
        ]
        self.dates = sorted([*named, *self._nows(mentions)], key=lambda dated: dated.mention.span)

    def clause_of(self, span: Span) -> Clause:
        return next(
            (clause for clause in self.clauses if clause.span.start <= span.start < clause.span.end),
            Clause(self.sentence.span),
        )

    def is_base(self, figure: Figure) -> bool:
        """Whether a figure is what another is compared with."""
        spans = [dated.mention.span for dated in self.dates]
        return is_base(self.analysis, self.sentence, figure, self.figures, spans)

    def _nows(self, mentions: Sequence[DateMention]) -> list[Dated]:
        """«Сейчас», "now": no date of the text, yet what stands by it is of no date named before."""
        known, words = self.analysis.document.date, calendar(self.analysis.language).now
        return [
            Dated(_now(token.span, known.period), known.period, Role.GOVERNS, self.clause_of(token.span))
            for token in self.analysis.tokens_of(self.sentence)
            if known and token.is_word and fold(token.text) in words
            if not any(mention.span.overlaps(token.span) for mention in mentions)
        ]


def _now(span: Span, days: Period) -> DateMention:
    return DateMention(span, span, Kind.DATE, days, "at", True, False, NOW, "day")
