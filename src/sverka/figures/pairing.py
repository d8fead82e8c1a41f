"""Which dates stand right beside a figure and so are its own: «2,8 млн в 2023-м и 4,5 млн в 2024-м»."""

from __future__ import annotations

from sverka.figures.roles import Role, before_figure
from sverka.figures.surroundings import Dated, Surroundings
from sverka.languages.discourse import discourse
from sverka.languages.morphology import fold
from sverka.model.figure import Figure
from sverka.model.span import Span

# Words that a figure's noun may need before its date: «2,8 млн тонн грузов в 2023 году».
_REACH = 4


def paired(around: Surroundings) -> dict[Span, Dated]:
    """Figures with a date of their own, by the figure's span; no date has two figures after it."""
    pairs = _respective(around)
    usable = [dated for dated in around.dates if dated.role in (Role.GOVERNS, Role.MODIFIES)]
    for figure in around.figures:
        dated = next((one for one in usable if _is_before(around, one, figure)), None)
        if dated and figure.span not in pairs:
            pairs[figure.span] = dated
    for figure in around.figures:
        if figure.span in pairs or not (len(usable) > 1 or around.is_base(figure)):
            continue
        free = [one for one in usable if one not in pairs.values() and one.role is Role.GOVERNS]
        following = next((one for one in free if _is_after(around, one, figure)), None)
        if following:
            pairs[figure.span] = following
    return pairs


def _respective(around: Surroundings) -> dict[Span, Dated]:
    """«В 2022 и 2023 годах – соответственно 12 и 15»: in the order of both."""
    words = discourse(around.analysis.language).respectively
    said = any(fold(token.text) in words for token in around.analysis.tokens_of(around.sentence))
    governing = [one for one in around.dates if one.role is Role.GOVERNS and not one.is_now]
    if not said or len(governing) != len(around.figures):
        return {}
    return {figure.span: dated for figure, dated in zip(around.figures, governing, strict=True)}


def _is_before(around: Surroundings, dated: Dated, figure: Figure) -> bool:
    """Whether nothing but a dash or a colon stands between a date and the figure after it."""
    between = around.analysis.text[dated.mention.span.end : figure.span.start]
    return dated.mention.span.end <= figure.span.start and between.strip(" \u00a0\n–—-:") == ""


def _is_after(around: Surroundings, dated: Dated, figure: Figure) -> bool:
    """Whether only the figure's own noun stands between it and a date: no sign, no figure, no conjunction."""
    if dated.mention.span.start < figure.span.end:
        return False
    return before_figure(around.analysis, figure.span.end, dated.mention.span.start, _REACH)
