"""Which period governs each figure."""

from __future__ import annotations

from dataclasses import replace

from sverka.figures.pairing import paired
from sverka.figures.roles import DATES, Role, is_attributive, words_before
from sverka.figures.surroundings import Dated, Surroundings
from sverka.model.figure import Figure, Scope, When
from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.analysis import Analysis
from sverka.text.clauses import Clause
from sverka.text.dates import DateMention

_CARRIED = (Kind.LEVEL, Kind.CHANGE)
_PASSING = ("day", "decade", "century", "adjective")


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
        if any(mention.days is None and mention.grain != "time" for mention in named.get(index, ())):
            carried = None  # a period that nothing tells the days of is newer all the same
        reader = _Reader(Surroundings(analysis, sentence, named.get(index, []), inside.get(index, [])))
        spans = {mention.span for mention in named.get(index, ())}
        placed |= {one.span: reader.placed(one, carried) for one in reader.figures if one.span not in spans}
        carried = reader.carries() or carried
    return tuple(placed.get(figure.span, figure) if figure.kind not in DATES else figure for figure in figures)


class _Reader:
    """Says of each figure of one sentence which period governs it."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.analysis = around, around.analysis
        self.figures, self.dates = around.figures, around.dates
        self.pairs = paired(around)

    def placed(self, figure: Figure, carried: When | None) -> Figure:
        found = self._governing(figure, carried)
        against = self._against(figure) if figure.kind is Kind.CHANGE and figure.against is None else figure.against
        return replace(figure, when=figure.when or found, against=against, is_base=self.around.is_base(figure))

    def carries(self) -> When | None:
        """The period that the next sentence of the paragraph takes over, if it names none of its own."""
        found = next((dated for dated in reversed(self._free()) if self._lasts(dated)), None)
        return When(found.days, Scope.EARLIER, found.mention.span) if found else None

    def _lasts(self, dated: Dated) -> bool:
        """Whether a period is what a passage is about: no day, no decade, and not that of a passing remark."""
        if dated.mention.kind is not Kind.PERIOD or dated.mention.grain in _PASSING:
            return False
        if is_attributive(self.analysis, words_before(self.analysis, self.around.sentence, dated.mention.span.start)):
            return False
        return not dated.clause.is_subordinate or any(dated.clause.span.covers(one.span) for one in self.figures)

    def _governing(self, figure: Figure, carried: When | None) -> When | None:
        pair = self.pairs.get(figure.span)
        if pair:
            return _said(pair, Scope.CLAUSE)
        if self.around.is_base(figure):
            return None
        clause = self.around.clause_of(figure.span)
        free = [*self._free(), *(self._since() if figure.kind is not Kind.CHANGE else ())]
        near = self._choice(figure, [one for one in free if one.clause.whole == clause.whole])
        if near:
            return _said(near, Scope.CLAUSE)
        if figure.kind is Kind.DURATION:
            return None
        far = self._from_other_clause(figure, clause)
        if far:
            return _said(far, Scope.SENTENCE)
        known = self.analysis.document.date
        ahead = carried is not None and known is not None and carried.period.start > known.period.end
        return carried if figure.status.is_fact and figure.kind in _CARRIED and not ahead else None

    def _free(self) -> list[Dated]:
        """Dates that govern, and do not belong to a base («против 2 млн в 2023-м») alone."""
        return [dated for dated in self.dates if dated.role is Role.GOVERNS and not self._is_base_pair(dated)]

    def _since(self) -> list[Dated]:
        """What is counted since a date is of the time from then to the document's own day."""
        known = self.analysis.document.date
        return [
            replace(dated, days=Period(dated.days.start, known.period.end))
            for dated in self.dates
            if known and dated.role is Role.SINCE
        ]

    def _is_base_pair(self, dated: Dated) -> bool:
        return any(
            pair is dated and self.around.is_base(figure)
            for figure in self.figures
            if (pair := self.pairs.get(figure.span))
        )

    def _choice(self, figure: Figure, dates: list[Dated]) -> Dated | None:
        """Of several dates of a clause, the nearest before the figure, else the first after it."""
        others = [dated for dated in dates if not dated.mention.span.overlaps(figure.span)]
        before = [dated for dated in others if dated.mention.span.start < figure.span.start]
        return before[-1] if before else (others[0] if others else None)

    def _from_other_clause(self, figure: Figure, clause: Clause) -> Dated | None:
        """A date of an earlier clause of the sentence; of a later one only where none is earlier."""
        open_dates = [
            dated
            for dated in self._free()
            if not dated.clause.is_subordinate and not dated.clause.is_parenthesis and self._may_reach(figure, dated)
        ]
        before = [dated for dated in open_dates if dated.mention.span.start < figure.span.start]
        if before:
            return before[-1]
        after = [dated for dated in open_dates if dated.mention.sense == "during"]
        return after[0] if after and not clause.is_subordinate else None

    def _may_reach(self, figure: Figure, dated: Dated) -> bool:
        """What is intended is of no period that is over («в прошлом году 4, планируем 10»), a fact of none ahead."""
        known = self.analysis.document.date
        over = known is not None and dated.days.end < known.period.start
        ahead = known is not None and dated.days.start > known.period.end
        if not figure.status.is_fact:
            return not over
        return not ahead and dated.mention.sense not in ("until", "by")

    def _against(self, figure: Figure) -> Period | None:
        """The base named next after a change, else the last before it."""
        clause = self.around.clause_of(figure.span)
        bases = [
            one
            for one in self.dates
            if one.role is Role.BASE
            or (one.role is Role.SINCE and one.clause.whole == clause.whole)
            or self._is_base_pair(one)
            if not one.is_now
        ]
        after = [one for one in bases if one.mention.span.start >= figure.span.end]
        chosen = after[0] if after else (bases[-1] if bases else None)
        return chosen.days if chosen else None


def _said(dated: Dated, scope: Scope) -> When | None:
    return None if dated.is_now else When(dated.days, scope, dated.mention.span)
