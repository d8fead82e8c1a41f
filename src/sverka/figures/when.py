"""Which period governs each figure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from sverka.figures.pairing import paired
from sverka.figures.roles import DATES, Role, is_attributive, words_before
from sverka.figures.surroundings import Dated, Surroundings
from sverka.languages.calendar import calendar
from sverka.languages.grammar import grammar
from sverka.languages.morphology import fold
from sverka.model.figure import Figure, Scope, When
from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.analysis import Analysis
from sverka.text.clauses import Clause
from sverka.text.dates import DateMention
from sverka.text.tense import Tenses

_CARRIED = (Kind.LEVEL, Kind.CHANGE)
# What is of no day that something happened on: «открыли 30 октября 2017 года, длина – 846 км».
_LASTING = ("length", "area", "power")
# After so many days a period is no longer what the present tense tells of.
_OVER = 366
# By so many days two years, or two months, may differ in length.
_LEAP = 3
_PASSING = ("day", "decade", "century", "adjective")


def attach_periods(
    analysis: Analysis, dates: tuple[DateMention, ...], figures: tuple[Figure, ...]
) -> tuple[Figure, ...]:
    """Give each figure the period that governs it, and each change what it is measured from.

    A figure's `status` should be known by then: what is yet to come takes no period from an earlier sentence.
    """
    inside: dict[int, list[int]] = {}
    for number, figure in enumerate(figures):
        index = analysis.sentence_at(figure.span.start) if figure.kind not in DATES else None
        if index is not None:
            inside.setdefault(index, []).append(number)
    named: dict[int, list[DateMention]] = {}
    for mention in dates:
        named.setdefault(mention.sentence, []).append(mention)
    placed = list(figures)
    carried: When | None = None
    named_last: When | None = None
    block: int | None = None
    for index in sorted(inside.keys() | named.keys()):
        sentence = analysis.sentences[index]
        unknown = any(mention.days is None and mention.grain != "time" for mention in named.get(index, ()))
        if unknown or sentence.block != block:
            carried = named_last = None  # a period that nothing tells the days of is newer all the same
        block = sentence.block
        members = inside.get(index, ())
        reader = _Reader(
            Surroundings(analysis, sentence, named.get(index, []), [figures[number] for number in members])
        )
        spans = {mention.span for mention in named.get(index, ())}
        for number in members:
            if figures[number].span not in spans:
                looks_back = reader.looks_back_from(figures[number])
                placed[number] = reader.placed(figures[number], named_last if looks_back else carried)
        carried = _going_on(carried, reader.carries())
        named_last = reader.named_last() or named_last
    return tuple(placed)


def _going_on(carried: When | None, named: When | None) -> When | None:
    """What the next sentence takes over: the period named last, unless the one before it is as long and later, and so
    what the passage is about: «В 2024 году – 25,9 тысячи. В 2023-м было 21,4. Выручка выросла на 23 %»."""
    if carried is None or named is None:
        return named or carried
    is_before = named.period.end < carried.period.start
    return carried if is_before and abs(named.period.days - carried.period.days) <= _LEAP else named


class _Reader:
    """Says of each figure of one sentence which period governs it."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.analysis = around, around.analysis
        self.figures, self.dates = around.figures, around.dates
        self.pairs = paired(around) if self.dates else {}
        self.base_pairs = {
            self.pairs[figure.span].mention.span
            for figure in self.figures
            if figure.span in self.pairs and figure.span in around.bases
        }
        # Dates that govern, and do not belong to a base («против 2 млн в 2023-м») alone.
        self.free = [dated for dated in self.dates if dated.role is Role.GOVERNS and not self._is_base_pair(dated)]

    def placed(self, figure: Figure, carried: When | None) -> Figure:
        found = self._governing(figure, carried)
        against = self._against(figure) if figure.kind is Kind.CHANGE and figure.against is None else figure.against
        is_base = figure.span in self.around.bases
        if found is None and against is figure.against and is_base is figure.is_base:
            return figure
        return replace(figure, when=figure.when or found, against=against, is_base=is_base)

    def carries(self) -> When | None:
        """The period that the next sentence of the paragraph takes over, if it names none of its own."""
        found = next((dated for dated in reversed(self.free) if self._lasts(dated)), None)
        return When(found.days, Scope.EARLIER, found.mention.span) if found else None

    def looks_back_from(self, figure: Figure) -> bool:
        """«Тогда было 1,4 млн»: the figure is of the period that was named last, whatever it was named for."""
        words = calendar(self.analysis.language).then
        if words.isdisjoint(self.analysis.words_of(self.around.sentence)):
            return False
        first, last = self.analysis.tokens_within(Span(self.around.sentence.span.start, figure.span.start))
        then = [token for token in self.analysis.tokens[first:last] if fold(token.text) in words]
        return bool(then) and not any(dated.mention.span.end > then[-1].start for dated in self._before(figure))

    def _before(self, figure: Figure) -> Sequence[Dated]:
        return [dated for dated in self.dates if dated.mention.span.start < figure.span.start]

    def named_last(self) -> When | None:
        found = next((dated for dated in reversed(self.dates) if dated.mention.kind is Kind.PERIOD), None)
        return When(found.days, Scope.EARLIER, found.mention.span) if found else None

    def _lasts(self, dated: Dated) -> bool:
        """Whether a period is what a passage is about: no day, no decade, and not that of a passing remark."""
        if dated.mention.kind is not Kind.PERIOD or dated.mention.grain in _PASSING or dated.mention.looks_back:
            return False
        if is_attributive(self.analysis, words_before(self.analysis, self.around.sentence, dated.mention.span.start)):
            return False
        if dated.clause.is_parenthesis or self._is_compared(dated):
            return False
        return not dated.clause.is_subordinate or self._has_figure(dated.clause)

    def _is_compared(self, dated: Dated) -> bool:
        """«Срок – 4,5 дня, в прошлом году – 7»: a time that is over, of a number of the same kind as one before it."""
        known, start = self.analysis.document.date, dated.mention.span.start
        at = bisect_left(self.figures, start, key=lambda figure: figure.span.start)
        if known is None or dated.days.end >= known.period.start or not 0 < at < len(self.figures):
            return False
        before, after = self.figures[at - 1], self.figures[at]
        earlier = any(one.mention.span.start < before.span.start for one in self.dates)
        alike = before.unit == after.unit and before.kind is after.kind is not Kind.CHANGE
        return alike and not earlier and "," in self.analysis.text[before.span.end : start]

    def _has_figure(self, clause: Clause) -> bool:
        at = bisect_left(self.figures, clause.span.start, key=lambda figure: figure.span.start)
        return at < len(self.figures) and self.figures[at].span.end <= clause.span.end

    def _governing(self, figure: Figure, carried: When | None) -> When | None:
        pair = self.pairs.get(figure.span)
        if pair:
            return _said(pair, Scope.CLAUSE)
        if carried is not None and self.looks_back_from(figure):
            return carried
        if figure.span in self.around.bases:
            return None
        told = self._led_to(figure) if self.dates else None
        if told:
            return _said(told, Scope.CLAUSE)
        near = self._near(figure) if self.dates else None
        if near:
            return _said(near, Scope.CLAUSE)
        if figure.kind is Kind.DURATION or figure.rule.startswith("anniversary"):
            return None
        far = self._from_other_clause(figure) if self.free else None
        if far:
            return _said(far, Scope.SENTENCE)
        if (
            self._open
            and len(self.segments) > 1
            and any(not self._is_open_across(dated, figure) for dated in self._open)
        ):
            return None  # a newer period than the carried one is named, and is not the figure's
        known = self.analysis.document.date
        ahead = carried is not None and known is not None and carried.period.start > known.period.end
        if not figure.status.is_fact or figure.kind not in _CARRIED or ahead:
            return None
        return None if carried is not None and self._is_of_today(figure, carried.period) else carried

    def _is_of_today(self, figure: Figure, named: Period) -> bool:
        """«Совет заседал в марте 2024 года. База насчитывает 156 документов»: the present tells of no period that was
        over long before the document."""
        known = self.analysis.document.date
        if known is None or (known.period.start - named.end).days <= _OVER:
            return False
        first, _ = self.analysis.tokens_within(self.around.sentence.span)
        at, _ = self.analysis.tokens_within(figure.span)
        return self._tenses.near(at - first) == "present"

    @cached_property
    def _tenses(self) -> Tenses:
        return Tenses(self.analysis, self.around.sentence)

    def _led_to(self, figure: Figure) -> Dated | None:
        """The date that a clause hangs on, even one of comparison: «чем годом ранее, когда было 74 млн»."""
        clause = self.around.clause_of(figure.span)
        first, _ = self.analysis.tokens_within(clause.span)
        rules = grammar(self.analysis.language)
        if self.analysis.words[first] not in rules.openers and self.analysis.words[first] not in rules.relatives:
            return None
        if any(dated.clause.whole == clause.whole for dated in self.dates):
            return None
        ends = (dated for dated in self.dates if 0 < clause.span.start - dated.mention.span.end <= len(", "))
        return next(ends, None)

    def _near(self, figure: Figure) -> Dated | None:
        """Of several dates of a clause, the nearest before the figure, else the first after it."""
        whole = self.around.clause_of(figure.span).whole
        free = self._free_by_clause.get(whole, [])
        since = self._since_by_clause.get(whole, []) if figure.kind is not Kind.CHANGE else []
        before = _last_before(since, figure) or _last_before(free, figure)
        behind = (one for one in (*free[:2], *since[:2]) if not _overlap(one, figure))
        return before or next(
            (one for one in behind if not (self._is_of_next(one, figure) or self._is_ahead(one, figure))), None
        )

    def _is_of_next(self, dated: Dated, figure: Figure) -> bool:
        """«Станций 11, к 2030 году будет 19»: a date that begins the next stretch with a number of its own kind."""
        start, text = dated.mention.span.start, self.analysis.text
        if figure.span.end < start and ": " in text[figure.span.end : start]:
            return True  # «31 %-ға өсті: 2023 жылы 140 мың адам келген»
        if figure.span.end > start or "," not in text[figure.span.end : start]:
            return False
        peers = (one for one in self.figures if one.kind is figure.kind and one.span.start >= dated.mention.span.end)
        following = next(peers, None)
        return following is not None and "," not in text[dated.mention.span.end : following.span.start]

    def _is_of_another(self, dated: Dated, figure: Figure) -> bool:
        """«41 көпір салынады, соның алтауы биыл аяқталады»: a date behind another number of its own clause."""
        between = (one for one in self.figures if figure.span.end <= one.span.start < dated.mention.span.start)
        return any(self.around.clause_of(one.span).whole == dated.clause.whole for one in between)

    def _is_ahead(self, dated: Dated, figure: Figure) -> bool:
        """ "It runs nine ferries and wants 14 by 2028": a time to come, behind another number, is not a fact's."""
        known = self.analysis.document.date
        is_to_come = known is not None and dated.days.start > known.period.end and figure.status.is_fact
        between = (one for one in self.figures if figure.span.end <= one.span.start < dated.mention.span.start)
        return is_to_come and any(one.kind is figure.kind for one in between)

    @cached_property
    def _free_by_clause(self) -> dict[int, list[Dated]]:
        return _by_clause(self.free)

    @cached_property
    def _since_by_clause(self) -> dict[int, list[Dated]]:
        """What is counted since a date is of the time from then to the document's own day."""
        known = self.analysis.document.date
        return _by_clause(
            dated._replace(days=Period(dated.days.start, known.period.end))
            for dated in self.dates
            if known and dated.role is Role.SINCE
        )

    def _is_base_pair(self, dated: Dated) -> bool:
        return dated.mention.span in self.base_pairs

    def _from_other_clause(self, figure: Figure) -> Dated | None:
        """A date of an earlier clause of the sentence; of a later one only where none is earlier."""
        open_dates = self._open_to_facts if figure.status.is_fact else self._open_to_intent
        if figure.kind is Kind.CHANGE:
            open_dates = [dated for dated in open_dates if not dated.mention.looks_back]
        if figure.dimension in _LASTING:
            open_dates = [dated for dated in open_dates if dated.mention.grain != "day"]
        if len(self.segments) > 1:
            open_dates = [dated for dated in open_dates if self._is_open_across(dated, figure)]
        at = bisect_left(open_dates, figure.span.start, key=_start)
        if at:
            return open_dates[at - 1]
        after = next((dated for dated in open_dates if dated.mention.sense == "during"), None)
        if after is None or after.mention.looks_back or self.around.clause_of(figure.span).is_subordinate:
            return None  # «вырос до 24 %; годом ранее было 22 %»
        if self._is_of_next(after, figure):
            return None  # «прибыль – 3,4 млрд, в 2023 году было 2,7 млрд»
        if grammar(self.analysis.language).verb_last and self._is_of_another(after, figure):
            return None
        own = self.around.clause_of(figure.span).segment
        if after.clause.segment != own and self._tells(after.clause.segment):
            return None  # "1.3m people have it; in 1990 it was one in ten"
        return after

    @cached_property
    def segments(self) -> dict[int, bool]:
        """The parts of the sentence that semicolons leave, and whether all their figures are told as facts."""
        facts: dict[int, bool] = {clause.segment: True for clause in self.around.clauses}
        for figure in self.figures:
            facts[self.around.clause_of(figure.span).segment] &= figure.status.is_fact
        return facts

    def _tells(self, segment: int) -> bool:
        return any(self.around.clause_of(one.span).segment == segment for one in self.figures)

    def _is_open_across(self, dated: Dated, figure: Figure) -> bool:
        """A semicolon lets a period through from facts to a fact only."""
        segment = self.around.clause_of(figure.span).segment
        return dated.clause.segment == segment or (figure.status.is_fact and self.segments[dated.clause.segment])

    @cached_property
    def _open(self) -> list[Dated]:
        return [dated for dated in self.free if not dated.clause.is_subordinate and not dated.clause.is_parenthesis]

    @cached_property
    def _open_to_intent(self) -> list[Dated]:
        """What is intended is of no period that is over: «в прошлом году 4, планируем 10»."""
        known = self.analysis.document.date
        return [dated for dated in self._open if not (known and dated.days.end < known.period.start)]

    @cached_property
    def _open_to_facts(self) -> list[Dated]:
        """A fact is of no period that is ahead."""
        known = self.analysis.document.date
        return [
            dated
            for dated in self._open
            if not (known and dated.days.start > known.period.end) and dated.mention.sense not in ("until", "by")
        ]

    def _against(self, figure: Figure) -> Period | None:
        """The base named next after a change, else the last before it; the other way where verbs come last."""
        if not self._measured_from:
            return None
        clause = self.around.clause_of(figure.span)
        bases = [
            one
            for one in self._measured_from
            if one.role is not Role.SINCE or one.clause.whole == clause.whole or self._is_base_pair(one)
        ]
        after = bisect_left(bases, figure.span.end, key=_start)
        if after and grammar(self.analysis.language).verb_last:
            after -= 1  # «тамызбен салыстырғанда 3%-ға, былтырғыдан 12%-ға артты»
        chosen = bases[min(after, len(bases) - 1)] if bases else None
        return chosen.days if chosen and not self._has_other_base(figure, chosen) else None

    def _has_other_base(self, figure: Figure, dated: Dated) -> bool:
        """«Вырос вчетверо по сравнению с обычной неделей, но упал на 11 % к прошлому году»: what is no date is the base
        of the first change, and the date that of the next."""
        changes = (
            one.span.start for one in self.figures if one.kind is Kind.CHANGE and one.span.start > figure.span.end
        )
        end = next(changes, None)
        if end is None or not end < dated.mention.span.start:
            return False
        comma = self.analysis.text.rfind(",", figure.span.end, end)
        first, last = self.analysis.tokens_within(Span(figure.span.end, max(figure.span.end, comma)))
        words = self.analysis.words[first:last]
        return any(tuple(words[at : at + len(one)]) == one for one in self._compounds for at in range(len(words)))

    @cached_property
    def _compounds(self) -> Sequence[tuple[str, ...]]:
        return [one for one in calendar(self.analysis.language).bases if len(one) > 1]

    @cached_property
    def _measured_from(self) -> list[Dated]:
        """The dates that a change may be measured from."""
        return [
            one
            for one in self.dates
            if (one.role in (Role.BASE, Role.SINCE) or self._is_base_pair(one)) and not one.is_now
        ]


def _start(dated: Dated) -> int:
    return dated.mention.span.start


def _by_clause(dates: Iterable[Dated]) -> dict[int, list[Dated]]:
    """Dates by the clause, whole, that they stand in."""
    found: dict[int, list[Dated]] = {}
    for dated in dates:
        found.setdefault(dated.clause.whole, []).append(dated)
    return found


def _overlap(dated: Dated, figure: Figure) -> bool:
    return dated.mention.span.overlaps(figure.span)


def _last_before(dates: Sequence[Dated], figure: Figure) -> Dated | None:
    """The last date that begins before a figure, unless it is the figure's own wording."""
    at = bisect_left(dates, figure.span.start, key=_start)
    return next((dates[index] for index in range(at - 1, -1, -1) if not _overlap(dates[index], figure)), None)


def _said(dated: Dated, scope: Scope) -> When | None:
    return None if dated.is_now else When(dated.days, scope, dated.mention.span)
