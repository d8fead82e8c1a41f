"""The text against itself: figures of one sentence that do not add up, with no claim needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from sverka.check import wording
from sverka.check.scene import Scene
from sverka.check.topics import light_words
from sverka.model.figure import Figure, Scope
from sverka.model.finding import Cause, Evidence, Fate, Finding, Role
from sverka.model.interval import Interval
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.predicates import is_predicate
from sverka.text.tense import tense_of

# How loosely a number may be meant that is set against another: half of what a round number is allowed by itself.
SET_AGAINST = Fraction(1, 40)


def with_arithmetic(scene: Scene, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, with a conflict where a sentence's figures contradict each other.

    What agrees with a claim stays: the figure that no claim covers is the one to look at.
    """
    by_figure = {finding.figure.span: finding for finding in findings}
    for index, figures in scene.figures_by_sentence.items():
        stated = [figure for figure in figures if not figure.ignored and figure.kind not in (Kind.DATE, Kind.PERIOD)]
        for culprits, others, why in _contradictions(scene, index, stated):
            if any(by_figure[one.span].fate is Fate.CONFLICT for one in (*culprits, *others)):
                continue  # the mistake is told already
            for culprit in culprits:
                finding = by_figure[culprit.span]
                if finding.fate is Fate.UNSUPPORTED:
                    by_figure[culprit.span] = _contradicted(finding, others, why)
                    break
    return tuple(by_figure[finding.figure.span] for finding in findings)


_Contradiction = tuple[Sequence[Figure], Sequence[Figure], str]


def _contradictions(scene: Scene, index: int, figures: Sequence[Figure]) -> Iterator[_Contradiction]:
    yield from _reversed_ranges(figures)
    yield from _from_to_by(scene, index, figures)
    yield from _parts_of_total(scene, figures)
    if _speaks_of_shares(scene, index):
        yield from _shares(figures)
    if not scene.words.moves.isdisjoint(scene.lemmas_of(scene.sentence(index).span)):
        yield from _unchanged(figures)


def _unchanged(figures: Sequence[Figure]) -> Iterator[_Contradiction]:
    """«Снизилась с 3,4 до 3,4 %»: a change that leads to where it starts."""
    for position, start in enumerate(figures):
        end = _end_of(start, figures, position) if start.is_base and start.kind is Kind.LEVEL else None
        if end is not None and end.values == start.values and end.hedge is None and start.hedge is None:
            yield (start, end), (start, end), f"from {start.text} to {end.text} nothing changes"


def _speaks_of_shares(scene: Scene, index: int) -> bool:
    tokens = scene.analysis.tokens_of(scene.sentence(index))
    return any(token.is_word and scene.analysis.lemmas(token) & scene.words.shares for token in tokens)


def _parts_of_total(scene: Scene, figures: Sequence[Figure]) -> Iterator[_Contradiction]:
    """«310 млн, из них экспорт – 190 млн, импорт – 140 млн»: the parts make more than the whole."""
    for position, total in enumerate(figures):
        parts = figures[position + 1 :]
        if total.kind is not Kind.LEVEL or total.unit == "%" or total.is_part or not parts:
            continue
        if not (parts[0].is_part or _is_told_apart(scene, total, parts[0])):
            continue
        same = [part for part in parts if part.kind is Kind.LEVEL and part.unit == total.unit and not part.is_base]
        same = [part for part in same if _is_of_one_time(total, part)]
        least = _sum_of_lows(same)
        if len(same) > 1 and least is not None and total.interval.high is not None and least > total.interval.high:
            added = " + ".join(part.text for part in same)
            yield (total, *same), (total, *same), f"{added} make more than {total.text}"


def _is_of_one_time(total: Figure, part: Figure) -> bool:
    """The text names no other period for the part: "19 million of it wheat, compared with 27 million in 2024"."""
    return part.when is None or total.when is None or part.when.period == total.when.period


def _is_told_apart(scene: Scene, total: Figure, part: Figure) -> bool:
    """«810 млн: экспорт – 690 млн, импорт – 140 млн»: a colon, and what it is made up of."""
    between = scene.analysis.text[total.span.end : part.span.start]
    if ":" not in between or total.parts.unit is None:
        return False
    if not scene.words.articles:
        return True
    colon = total.span.end + between.rindex(":")
    first, last = scene.analysis.tokens_within(Span(colon, part.span.start))
    tokens, language = scene.analysis.tokens, scene.analysis.language
    return not any(is_predicate(tokens, at, language) for at in range(first, last))  # "pay is 403: miners make 638"


def _shares(figures: Sequence[Figure]) -> Iterator[_Contradiction]:
    """Shares of one thing, told in one sentence, that make more than all of it."""
    same = [figure for figure in figures if figure.kind is Kind.LEVEL and figure.unit == "%" and not figure.is_base]
    least = _sum_of_lows(same)
    if len(same) > 2 and least is not None and least > 100:
        added = " + ".join(figure.text for figure in same)
        yield (same[-1], *same), tuple(same), f"{added} make more than 100 %"


def _sum_of_lows(figures: Sequence[Figure]) -> Fraction | None:
    lows = [figure.interval.low for figure in figures]
    return None if None in lows else sum((low for low in lows if low is not None), Fraction(0))


def _reversed_ranges(figures: Sequence[Figure]) -> Iterator[_Contradiction]:
    for figure in figures:
        if len(figure.values) == 2 and figure.kind is not Kind.CHANGE and figure.values[0] > figure.values[1]:
            yield (figure,), (), "the ends of the range are the wrong way round"


def _is_of_next_clause(scene: Scene, index: int, end: Figure, change: Figure) -> bool:
    """«1 900 теңгеге көтерілді, бірақ көмір 20 пайызға қымбаттады»: where verbs come last, one in the past and a comma
    end what is told of the levels, and a noun of its own leads up to the change."""
    between = Span(end.span.end, change.span.start)
    if not scene.is_verb_last or between.start >= between.end:
        return False
    comma = scene.analysis.text.find(",", between.start, between.end)
    told, led = (list(scene.positions(index, *ends)) for ends in ((between.start, comma), (comma, between.end)))
    if comma < 0 or not told or tense_of(scene.analysis.tokens[told[-1]].text, scene.analysis.language) != "past":
        return False
    known = light_words(scene)
    tokens = (scene.analysis.tokens[at] for at in led)
    return any(token.is_word and scene.analysis.lemmas(token).isdisjoint(known) for token in tokens)


def _from_to_by(scene: Scene, index: int, figures: Sequence[Figure]) -> Iterator[_Contradiction]:
    """«Вырос с 1,5 до 2 млрд, или на 25 %»: the change must be one that the two levels allow. In a language with
    articles, that of a clause before theirs is another's: "revenue fell 11%, as prices averaged $2,480, down from…"."""
    for position, start in enumerate(figures):
        if not start.is_base or start.kind is not Kind.LEVEL:
            continue
        end = _end_of(start, figures, position)
        changes = [figure for figure in figures if _measures(figure, start)]
        if scene.words.articles:
            own = {scene.clause_of(index, one.span) for one in (start, end or start)}
            changes = [one for one in changes if scene.clause_of(index, one.span) in own]
        change = next(iter(changes), None)
        if end is None or change is None or _is_of_next_clause(scene, index, end, change):
            continue
        grown = _growth(start, end, change)
        if grown is not None and not grown.meets(change.interval):
            shown = f"from {start.text} to {end.text} is {wording.interval(grown, change.unit)}, not {change.text}"
            yield (change, start, end), (start, end, change), shown


def _end_of(start: Figure, figures: Sequence[Figure], position: int) -> Figure | None:
    """The level that a change comes to: the nearest of the same unit, behind its start if there is one."""
    behind, before = figures[position + 1 :], figures[:position][::-1]
    return next(
        (
            figure
            for figure in (*behind, *before)
            if figure.kind is Kind.LEVEL and figure.unit == start.unit and not figure.is_base and not figure.is_part
        ),
        None,
    )


def _measures(figure: Figure, start: Figure) -> bool:
    return figure.kind is Kind.CHANGE and figure.unit in ("%", "x", start.unit) and start.unit != "%"


def _growth(start: Figure, end: Figure, change: Figure) -> Interval | None:
    """The change between two levels over their intervals, in the unit of the change told: b/a - 1, b/a, or b - a.

    None where an end is open or the start is nought.
    """
    low, high = _as_fine_as(start, end), _as_fine_as(end, start)
    if low.low is None or low.high is None or high.low is None or high.high is None or low.low <= 0:
        return None
    if change.unit == start.unit:
        return Interval.closed(high.low - low.high, high.high - low.low)
    least, most = high.low / low.high, high.high / low.low
    if change.unit == "x":
        return Interval.closed(least, most)
    return Interval.closed((least - 1) * Fraction(100), (most - 1) * Fraction(100))


def _as_fine_as(figure: Figure, other: Figure) -> Interval:
    """Two numbers that are set against each other are both meant as finely as the finer, and at most half as loosely
    as a round number by itself: in «с 1,5 до 2 млрд» the 2 is no rounder than the 1,5. A hedge stays what it is."""
    if figure.hedge is not None or len(figure.values) != 1 or len(other.values) != 1:
        return figure.interval
    value = figure.values[0]
    halves = [half for half in (_half(figure), _half(other)) if half is not None]
    halves = halves and [*halves, abs(value) * SET_AGAINST]
    return Interval.half_open(value - min(halves), value + min(halves)) if halves else Interval.point(value)


def _half(figure: Figure) -> Fraction | None:
    """Half the width of what a number is rounded to; None where it is exact or open."""
    end = figure.ends[0]
    return (end.high - end.low) / 2 if end.low is not None and end.high is not None and not end.is_point else None


def _contradicted(finding: Finding, others: Sequence[Figure], why: str) -> Finding:
    shown = tuple(
        Evidence(Role.OTHER_FIGURE, other.span, Scope.SENTENCE, other.text)
        for other in others
        if other.span != finding.figure.span
    )
    return replace(
        finding,
        fate=Fate.CONFLICT,
        rule="the text's own numbers",
        message=f"the text contradicts itself: {why}",
        code=Cause.ARITHMETIC,
        assertion=None,
        evidence=shown,
    )
