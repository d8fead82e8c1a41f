"""Which period governs each figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sverka.figures.roles import DATES, Role, before_figure, is_attributive, is_base, role_of, words_before
from sverka.model.figure import Figure, Scope, When
from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.analysis import Analysis, Sentence
from sverka.text.clauses import Clause, parse_clauses
from sverka.text.dates import DateMention

_CARRIED = (Kind.LEVEL, Kind.CHANGE)
# Words that a figure's noun may need before its date: «2,8 млн тонн грузов в 2023 году».
_REACH = 4
_PASSING = ("day", "decade", "century", "adjective")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date of a sentence, what it does there, and the clause that it stands in."""

    mention: DateMention
    days: Period
    role: Role
    clause: Clause


def attach_periods(
    analysis: Analysis, dates: tuple[DateMention, ...], figures: tuple[Figure, ...]
) -> tuple[Figure, ...]:
    """Give each figure the period that governs it, and each change what it is measured from.

    A figure's `status` should be known by then: what is yet to come takes no period from an earlier sentence.
    """
    inside: dict[int, list[Figure]] = {}
    for figure in figures:
        index = analysis.sentence_at(figure.span.start)
        if index is not None and figure.kind not in DATES:
            inside.setdefault(index, []).append(figure)
    named: dict[int, list[DateMention]] = {}
    for mention in dates:
        named.setdefault(mention.sentence, []).append(mention)
    placed: dict[Span, Figure] = {}
    carried: When | None = None
    for index, sentence in enumerate(analysis.sentences):
        if index and analysis.sentences[index - 1].block != sentence.block:
            carried = None
        if index not in inside and index not in named:
            continue
        reader = _Reader(analysis, sentence, named.get(index, []), inside.get(index, []))
        placed |= {figure.span: reader.placed(figure, carried) for figure in reader.figures}
        carried = reader.carries() or carried
    return tuple(placed.get(figure.span, figure) if figure.kind not in DATES else figure for figure in figures)


class _Reader:
    """Reads one sentence."""

    def __init__(
        self, analysis: Analysis, sentence: Sentence, mentions: Sequence[DateMention], figures: Sequence[Figure]
    ) -> None:
        self.analysis, self.sentence = analysis, sentence
        self.clauses = parse_clauses(analysis, sentence)
        self.figures = sorted(figures, key=lambda figure: figure.span)
        self.dates = [
            _Dated(mention, mention.days, role_of(analysis, sentence, mention), self._clause(mention.span))
            for mention in mentions
            if mention.days is not None
        ]
        self.pairs = self._pairs()

    def placed(self, figure: Figure, carried: When | None) -> Figure:
        found = self._governing(figure, carried)
        against = self._against() if figure.kind is Kind.CHANGE and figure.against is None else figure.against
        if found is None and against is None:
            return figure
        return replace(figure, when=figure.when or found, against=against)

    def carries(self) -> When | None:
        """The period that the next sentence of the paragraph takes over, if it names none of its own."""
        found = next((dated for dated in reversed(self._free()) if self._lasts(dated)), None)
        return When(found.days, Scope.EARLIER, found.mention.span) if found else None

    def _lasts(self, dated: _Dated) -> bool:
        """Whether a period is what a passage is about: no day, no decade, and not that of a passing remark."""
        if dated.mention.kind is not Kind.PERIOD or dated.mention.grain in _PASSING:
            return False
        if is_attributive(self.analysis, words_before(self.analysis, self.sentence, dated.mention.span.start)):
            return False
        return not dated.clause.is_subordinate or any(dated.clause.span.covers(one.span) for one in self.figures)

    def _clause(self, span: Span) -> Clause:
        return next(
            (clause for clause in self.clauses if clause.span.start <= span.start < clause.span.end),
            Clause(self.sentence.span),
        )

    def _governing(self, figure: Figure, carried: When | None) -> When | None:
        pair = self.pairs.get(figure.span)
        if pair:
            return When(pair.days, Scope.CLAUSE, pair.mention.span)
        if self._is_base(figure):
            return None
        clause = self._clause(figure.span)
        free = [*self._free(), *(self._since() if figure.kind is not Kind.CHANGE else ())]
        near = self._choice(figure, [one for one in free if one.clause.whole == clause.whole])
        if near:
            return When(near.days, Scope.CLAUSE, near.mention.span)
        if figure.kind is Kind.DURATION:
            return None
        far = self._from_other_clause(figure, clause)
        if far:
            return When(far.days, Scope.SENTENCE, far.mention.span)
        settled = figure.status.is_fact and figure.kind in _CARRIED
        return carried if settled else None

    def _words(self) -> list[Span]:
        return [dated.mention.span for dated in self.dates]

    def _free(self) -> list[_Dated]:
        """Dates that govern, and do not belong to a base («против 2 млн в 2023-м») alone."""
        return [dated for dated in self.dates if dated.role is Role.GOVERNS and not self._is_base_pair(dated)]

    def _since(self) -> list[_Dated]:
        """What is counted since a date is of the time from then to the document's own day."""
        known = self.analysis.document.date
        return [
            replace(dated, days=Period(dated.days.start, known.period.end))
            for dated in self.dates
            if known and dated.role is Role.SINCE
        ]

    def _is_base(self, figure: Figure) -> bool:
        return is_base(self.analysis, self.sentence, figure, self.figures, self._words())

    def _is_base_pair(self, dated: _Dated) -> bool:
        return any(
            pair is dated and self._is_base(figure)
            for figure in self.figures
            if (pair := self.pairs.get(figure.span))
        )

    def _choice(self, figure: Figure, dates: list[_Dated]) -> _Dated | None:
        """Of several dates of a clause, the nearest before the figure, else the first after it."""
        others = [dated for dated in dates if not dated.mention.span.overlaps(figure.span)]
        before = [dated for dated in others if dated.mention.span.start < figure.span.start]
        return before[-1] if before else (others[0] if others else None)

    def _from_other_clause(self, figure: Figure, clause: Clause) -> _Dated | None:
        """A date of an earlier clause of the sentence; of a later one only where none is earlier."""
        open_dates = [
            dated
            for dated in self._free()
            if not dated.clause.is_subordinate and not dated.clause.is_parenthesis and self._may_reach(figure, dated)
        ]
        before = [dated for dated in open_dates if dated.mention.span.start < figure.span.start]
        if before:
            return before[-1]
        return open_dates[0] if open_dates and not clause.is_subordinate else None

    def _may_reach(self, figure: Figure, dated: _Dated) -> bool:
        """What is intended is of no period that is over: «в прошлом году 4 млн, планируем 10»."""
        known = self.analysis.document.date
        over = known is not None and dated.days.end < known.period.start
        return figure.status.is_fact or not over

    def _against(self) -> Period | None:
        for dated in self.dates:
            if dated.role in (Role.BASE, Role.SINCE) or self._is_base_pair(dated):
                return dated.days
        return None

    def _pairs(self) -> dict[Span, _Dated]:
        """Figures with a date of their own right beside them, in the order of the text."""
        pairs: dict[Span, _Dated] = {}
        usable = [dated for dated in self.dates if dated.role in (Role.GOVERNS, Role.MODIFIES)]
        for figure in self.figures:
            dated = next((one for one in usable if self._is_before(one, figure)), None)
            if dated:
                pairs[figure.span] = dated
        several = len(usable) > 1
        for figure in (figure for figure in self.figures if several or self._is_base(figure)):
            free = [one for one in usable if one not in pairs.values() and one.role is Role.GOVERNS]
            following = next((one for one in free if self._is_after(one, figure)), None)
            if following and figure.span not in pairs:
                pairs[figure.span] = following
        return pairs

    def _is_before(self, dated: _Dated, figure: Figure) -> bool:
        """Whether nothing but a dash or a colon stands between a date and the figure after it."""
        between = self.analysis.text[dated.mention.span.end : figure.span.start]
        return dated.mention.span.end <= figure.span.start and between.strip(" \u00a0\n–—-:") == ""

    def _is_after(self, dated: _Dated, figure: Figure) -> bool:
        """Whether only the figure's own noun stands between it and a date: no sign, no figure, no conjunction."""
        if dated.mention.span.start < figure.span.end:
            return False
        return before_figure(self.analysis, figure.span.end, dated.mention.span.start, _REACH)
