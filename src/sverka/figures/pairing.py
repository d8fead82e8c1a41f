"""Which dates stand right beside a figure and so are its own: «2,8 млн в 2023-м и 4,5 млн в 2024-м»."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from itertools import pairwise

from sverka.figures.roles import Role, before_figure, conjunctions
from sverka.figures.surroundings import Dated, Surroundings
from sverka.languages.discourse import discourse
from sverka.model.figure import Figure
from sverka.model.span import Span

# Words that a figure's noun may need before its date: «2,8 млн тонн грузов в 2023 году».
_REACH = 4


def paired(around: Surroundings) -> dict[Span, Dated]:
    """Figures with a date of their own, by the figure's span; no date has two figures after it."""
    pairs = _respective(around) | around.bracketed
    usable = [dated for dated in around.dates if dated.role in (Role.GOVERNS, Role.MODIFIES)]
    for figure in around.figures if usable else ():
        dated = _before(around, usable, figure)
        if dated and figure.span not in pairs:
            pairs[figure.span] = dated
    taken = {dated.mention.span for dated in pairs.values()}
    for figure in around.figures if usable else ():
        if figure.span in pairs or not (len(usable) > 1 or figure.span in around.bases):
            continue
        following = _after(around, usable, figure, taken)
        if following:
            pairs[figure.span] = following
            taken.add(following.mention.span)
    for figure, behind in pairwise(around.figures):
        if figure.span not in pairs and behind.span in pairs and _restates(around, figure, behind):
            pairs[figure.span] = pairs[behind.span]
    return pairs


def _restates(around: Surroundings, figure: Figure, behind: Figure) -> bool:
    """ "Versus $2.9 billion, or $1.28 a share, a year ago": a base that is said once more before its date."""
    words = around.analysis.text[figure.span.end : behind.span.start].strip(" ,\u00a0\n").lower()
    return {figure.span, behind.span} <= around.bases and words in conjunctions(around.analysis.language)


def _respective(around: Surroundings) -> dict[Span, Dated]:
    """«В 2022 и 2023 годах – соответственно 12 и 15»: in the order of both."""
    words = discourse(around.analysis.language).respectively
    said = not words.isdisjoint(around.analysis.words_of(around.sentence))
    governing = [one for one in around.dates if one.role is Role.GOVERNS and not one.is_now]
    if not said or len(governing) != len(around.figures):
        return {}
    return {figure.span: dated for figure, dated in zip(around.figures, governing, strict=True)}


def _before(around: Surroundings, dates: Sequence[Dated], figure: Figure) -> Dated | None:
    """The date with nothing but a dash or a colon between it and the figure after it."""
    at = bisect_right(dates, figure.span.start, key=lambda dated: dated.mention.span.end) - 1
    between = around.analysis.text[dates[at].mention.span.end : figure.span.start] if at >= 0 else "none"
    return dates[at] if between.strip(" \u00a0\n–—-:*_") == "" else None


def _after(around: Surroundings, dates: Sequence[Dated], figure: Figure, taken: Set[Span]) -> Dated | None:
    """The date with only the figure's own noun between the two: no sign, no figure, no conjunction."""
    first = bisect_left(dates, figure.span.end, key=lambda dated: dated.mention.span.start)
    for dated in dates[first : first + _REACH + 1]:
        free = dated.role is Role.GOVERNS and dated.mention.span not in taken
        end = dated.mention.span.start
        if figure.span in around.bases:  # "… or $1.28 a share, a year ago"
            end = figure.span.end + len(around.analysis.text[figure.span.end : end].rstrip(" ,\u00a0\n"))
        if free and before_figure(around.analysis, figure.span.end, end, _REACH):
            return dated
    return None
