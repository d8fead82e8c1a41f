"""What the words around a figure say of its period and status that the figure by itself does not show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sverka.check.fit import Circumstances
from sverka.check.manner import is_described
from sverka.check.scene import Scene
from sverka.check.sense import is_of_present, is_verbless
from sverka.check.topics import ending
from sverka.languages.calendar import calendar
from sverka.languages.verbs import verbs
from sverka.model.figure import Figure, Scope, When
from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.moments import moved

# How far back the period may stand that «a month earlier» counts from, in sentences.
REACH = 2
# A period of fewer days is no year, or no month.
YEAR = 360
MONTH = 28
# What part of a period its beginning is, at the most.
QUARTER = 4
_DATES = (Kind.DATE, Kind.PERIOD)


def circumstances(scene: Scene, figure: Figure, today: Period | None) -> Circumstances:
    index = scene.analysis.sentence_at(figure.span.start)
    is_past = index is not None and is_former(scene, index, figure)
    partial, other = _inexact(scene, figure, today)
    is_other = is_past or (index is not None and (is_later(scene, index, figure) or is_event(scene, index, figure)))
    is_designed = index is not None and not scene.lemmas_of(scene.clause_of(index, figure.span)).isdisjoint(
        scene.words.designs
    )
    verbless = index is not None and (is_verbless(scene, index, figure) or is_of_present(scene, index, figure))
    base = _base(scene, figure)
    return Circumstances(is_described(scene, figure), partial, other, base, is_other, is_designed, verbless)


def _inexact(scene: Scene, figure: Figure, today: Period | None) -> tuple[Period | None, Period | None]:
    """What a period may mean besides its days. «В конце года» is a part of a year, without its days. «Год назад» may be
    the month, or the day, that is a year before the document's own; and where the language does not tell it from
    «годом ранее», it may count from the period that was named before."""
    index = scene.analysis.sentence_at(figure.when.span.start) if figure.when else None
    if figure.when is None or index is None:
        return None, None
    span, named = figure.when.span, figure.when.period
    rule = next((date.rule for date in scene.figures_by_sentence.get(index, ()) if date.span == span), "")
    if rule == "a year earlier" and today is not None and _is_of_no_time_named(scene, index, figure.when, today):
        return None, figure.when.period.in_year(named.start.year - 1)
    if rule == "ago" and today is not None:
        other = _counted_from(scene, index, figure.when, today) if scene.is_verb_last else None
        return today.in_year(named.start.year), other
    if rule == "year that is over" and not figure.status.is_fact and today is not None:
        return None, Period.year(today.start.year)  # «жыл қорытындысы бойынша … күтіледі»: of this one
    if not rule.startswith("part of"):
        return None, None
    if _says_beginning(scene, span):
        return _turn_of(named), None
    is_early = rule.startswith("part of a year") and today is not None and _is_told_too_early(figure, named, today)
    return named, named.in_year(named.start.year - 1) if is_early else None


def _is_told_too_early(figure: Figure, named: Period, today: Period) -> bool:
    """«К концу года клиенты держали 2,9 трлн», in May: a fact of a year that is not over may be of the one before."""
    return figure.status.is_fact and named.start.year == today.start.year and named.end > today.end


def _says_beginning(scene: Scene, span: Span) -> bool:
    """«В начале года», "at the start of the year"."""
    known, within = calendar(scene.analysis.language).words, scene.analysis.tokens_within(span)
    found = (known.get(word) for word in scene.analysis.words[slice(*within)])
    return any(word is not None and word.symbol == "begin" for word in found)


def _turn_of(named: Period) -> Period:
    """What is told of the beginning of a period is mostly known of its eve: from that day through its first quarter."""
    return Period(named.start - timedelta(days=1), named.start + (named.end - named.start) / QUARTER)


def _is_of_no_time_named(scene: Scene, index: int, when: When, today: Period) -> bool:
    """«Прибыль – 3,4 млрд; годом ранее было 2,7»: nothing says before what year, and the document's own is not over."""
    is_from_today = when.period.start.year == today.start.year - 1
    peers = (peer for peer in scene.figures_by_sentence.get(index, ()) if peer.span.end <= when.span.start)
    return is_from_today and not any(peer.when is not None or peer.kind in _DATES for peer in peers)


def _counted_from(scene: Scene, index: int, when: When, today: Period) -> Period | None:
    """«Бір ай бұрын», said behind a figure of another period: a month before that."""
    for at in (index, *scene.earlier_in_passage(index, REACH)):
        for peer in reversed(scene.figures_by_sentence.get(at, [])):
            if peer.when is not None and peer.when.span.end <= when.span.start:
                months = 12 * (today.start.year - when.period.start.year)
                if when.period.days < YEAR:
                    months += today.start.month - when.period.start.month
                return moved(peer.when.period, -months)
    return None


def _base(scene: Scene, figure: Figure) -> Period | None:
    """«Годом ранее было 8,4 тонны, то есть рост – 15 %»: the period of the number that a change starts from."""
    when = figure.when
    if figure.kind is not Kind.CHANGE or when is None or when.scope not in (Scope.CLAUSE, Scope.SENTENCE):
        return None
    index = scene.analysis.sentence_at(figure.span.start)
    peers = scene.figures_by_sentence.get(index, ()) if index is not None else ()
    between = (peer for peer in peers if when.span.end <= peer.span.start and peer.span.end <= figure.span.start)
    has_own = any(peer.kind is Kind.LEVEL and peer.when is not None and peer.when.span == when.span for peer in between)
    return when.period if has_own else None


def is_former(scene: Scene, index: int, figure: Figure) -> bool:
    """«Когда-то ждали 12 дней»: a time long past that is not named leads up to the figure in its clause."""
    if figure.when is not None and figure.when.scope is not Scope.EARLIER:
        return False
    start = scene.clause_of(index, figure.span).start
    return says(scene, Span(start, figure.span.start), scene.words.formerly)


def is_event(scene: Scene, index: int, figure: Figure) -> bool:
    """«Қаңтар–мамырда 148 паром қабылданды»: a past of deeds, and of no verb that goes on, tells what was done to so
    many things in a time of its own, and not how many there are."""
    when, clause = figure.when, scene.clause_of(index, figure.span)
    if figure.dimension != "count" or figure.parts.unit is None or when is None:
        return False
    if when.scope not in (Scope.CLAUSE, Scope.SENTENCE) or when.period.days < MONTH:
        return False
    at = ending(scene, index, Span(figure.span.end, clause.end))
    told = scene.analysis.words[at] if at is not None else ""
    if at is not None and scene.analysis.lemmas(scene.analysis.tokens[at]) & scene.words.events:
        return True
    deeds = verbs(scene.analysis.language).deeds
    return bool(deeds) and told.endswith(deeds) and told not in scene.words.carrying


def is_later(scene: Scene, index: int, figure: Figure) -> bool:
    """«До 2,2 млн тонн, а в перспективе – до 20»: of two aims in a sentence the second is set at a time further off."""
    peers = scene.figures_by_sentence.get(index, ())
    before = [peer.span.end for peer in peers if peer.values and peer.span.end <= figure.span.start]
    if figure.status.is_fact or not before or (figure.when is not None and figure.when.scope is not Scope.EARLIER):
        return False
    return says(scene, Span(before[-1], figure.span.start), scene.words.later)


def says(scene: Scene, within: Span, phrases: Sequence[tuple[str, ...]]) -> bool:
    """One of some phrases stands in a stretch of the text."""
    first, last = scene.analysis.tokens_within(within)
    words = scene.analysis.words[first:last]
    return any(tuple(words[at : at + len(phrase)]) == phrase for phrase in phrases for at in range(len(words)))
