"""What the words right beside a figure say of it, where the rest of its clause tells of something else."""

from __future__ import annotations

from dataclasses import replace

from sverka.check.scene import Scene
from sverka.model.figure import Figure
from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.text.predicates import is_predicate

# How many words and signs stand between what something rises from and what it rises to.
BETWEEN = 2


def as_it_stands(scene: Scene, index: int, figure: Figure, today: Period | None) -> Figure:
    """A figure without the period, or the sense of a base, that only the words further off give it."""
    if figure.when is not None and _describes_the_doer(scene, index, figure):
        return replace(figure, when=None)
    if figure.is_base and figure.when is None:
        is_other = is_named_behind(scene, index, figure) or _leads_to_a_goal(scene, index, figure, today)
        return replace(figure, is_base=False) if is_other else figure
    return figure


def _describes_the_doer(scene: Scene, index: int, figure: Figure) -> bool:
    """ "The city of 186,000 inhabitants drew 1.6 million visitors last year": so many are said of the noun that a verb
    tells something of, and the verb's period is not theirs."""
    first, last = scene.analysis.tokens_within(figure.span)
    clause, words = scene.clause_of(index, figure.span), scene.analysis.words
    start, _ = scene.analysis.tokens_within(clause)
    if not scene.words.articles or figure.kind is not Kind.LEVEL or figure.when is None or first - start < 2:
        return False
    is_led = words[first - 1] in scene.words.owners and figure.when.span.start > figure.span.end
    tokens, language = scene.analysis.tokens, scene.analysis.language
    has_verb = any(is_predicate(tokens, at, language) for at in range(start, first))
    return is_led and not has_verb and last < scene.sentence(index).last and is_predicate(tokens, last, language)


def is_named_behind(scene: Scene, index: int, figure: Figure) -> bool:
    """A subject's name stands right behind a figure, behind a preposition that is no "of": what is compared in "against
    4.6% for Georgia" is another thing, and not another time."""
    _, last = scene.analysis.tokens_within(figure.span)
    if not scene.words.articles or last + 1 >= scene.sentence(index).last:
        return False
    led = scene.words.leads | scene.words.insides
    is_led = scene.analysis.words[last] in led - scene.words.owners
    articles = scene.words.articles
    name = last + 1 + (scene.analysis.words[last + 1] in articles)
    return is_led and scene.is_of_subject(index, name)


def _leads_to_a_goal(scene: Scene, index: int, figure: Figure, today: Period | None) -> bool:
    """ "From 167 to 190 by 2028": what is to rise in time to come starts from what is now."""
    for peer in scene.figures_by_sentence.get(index, ()):
        first, _ = scene.analysis.tokens_within(peer.span)
        _, last = scene.analysis.tokens_within(figure.span)
        if peer.kind is Kind.LEVEL and 0 <= first - last <= BETWEEN:
            is_ahead = peer.when is not None and today is not None and peer.when.period.start > today.end
            return is_ahead or not peer.status.is_fact
    return False
