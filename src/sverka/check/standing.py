"""What the words right beside a figure say of it, where the rest of its clause tells of something else."""

from __future__ import annotations

from dataclasses import replace

from sverka.check.bearing import Bearing
from sverka.check.scene import Scene
from sverka.model.figure import Figure, Scope
from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.predicates import is_predicate

# How many words and signs stand between what something rises from and what it rises to.
BETWEEN = 2
WHERE = "where"


def as_it_stands(scene: Scene, index: int, figure: Figure, today: Period | None) -> Figure:
    """A figure without the period, or the sense of a base, that only the words further off give it."""
    part = _part_of_it(scene, index, figure)
    if part is not None:
        return replace(figure, is_part=part)
    if figure.when is not None and _describes_the_doer(scene, index, figure):
        return replace(figure, when=None)
    if figure.is_base and figure.when is None:
        is_other = is_named_behind(scene, index, figure) or _leads_to_a_goal(scene, index, figure, today)
        return replace(figure, is_base=False) if is_other else figure
    return figure


def _part_of_it(scene: Scene, index: int, figure: Figure) -> Span | None:
    """ "$180 million of it will go into a mine": in a language with articles, a pronoun behind the number and "of"."""
    _, last = scene.analysis.tokens_within(figure.span)
    words, said = scene.words, scene.analysis.words[last : min(last + 2, scene.sentence(index).last)]
    if not words.articles or figure.is_part is not None or len(said) < 2 or said[0] not in words.owners:
        return None
    if said[1] not in words.pronouns - words.possessives and said[1] not in words.restricted:
        return None
    return Span(scene.analysis.tokens[last].start, scene.analysis.tokens[last + 1].end)


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


def is_of_own_object(scene: Scene, index: int, figure: Figure, metric: Bearing) -> bool:
    """ "The company mined 3 million tonnes of ore and sold zinc": in a language with articles, the noun behind a number
    and "of" says of what so much is, and is none that claims know; a metric further off is not meant."""
    words, (_, last) = scene.words, scene.analysis.tokens_within(figure.span)
    if not words.articles or metric.tier < 1 or figure.unit in (None, "%", "pp", "x") or figure.kind is not Kind.LEVEL:
        return False
    if last + 1 >= scene.sentence(index).last or scene.analysis.words[last] not in words.owners:
        return False
    light = words.generic | words.plain | words.neutral | words.pronouns | words.demonstratives | words.whole
    light |= words.articles | words.agents
    if metric.evidence.span.start >= figure.span.end and metric.evidence.scope is not Scope.EARLIER:
        between = scene.analysis.text[figure.span.end : metric.evidence.span.start]
        if "," not in between and len(between.split()) <= BETWEEN:
            return False  # the very noun
    return not scene.is_familiar(index, last + 1) and scene.analysis.lemmas(scene.analysis.tokens[last + 1]).isdisjoint(
        light
    )


def is_difference(scene: Scene, index: int, figure: Figure) -> bool:
    """ "We lost 300,000 tonnes": a verb of losing or adding right before an amount makes of it no level of a thing."""
    if figure.kind is not Kind.LEVEL or figure.unit in (None, "%"):
        return False
    return _word_before(scene, index, figure) in scene.words.differences


def is_of_event(scene: Scene, index: int, figure: Figure, metric: str) -> bool:
    """ "The firm opened 36 shops and closed four", "36 shops were closed": in a language with articles, what happened
    to so many things, unless a name of the metric says that, does not tell how many there are."""
    words, analysis = scene.words, scene.analysis
    if not words.articles or figure.kind is not Kind.LEVEL or figure.dimension not in ("count", "number"):
        return False
    deeds = scene.patterns.deeds_of_metrics.get(metric, frozenset())
    _, last = analysis.tokens_within(figure.span)
    behind = analysis.words[last : min(last + 2, scene.sentence(index).last)]
    done = behind[1:] if behind and behind[0] in words.linking else ()
    return any(word in words.events and word not in deeds for word in (_word_before(scene, index, figure), *done))


def is_where(scene: Scene, index: int, figure: Figure) -> bool:
    """ "Two warehouses where 640 people work": in a language with articles, what stands behind a noun that no claim
    knows and "where" is told of that."""
    start = scene.sentence(index).span.start
    found = [at for at in scene.positions(index, start, figure.span.start) if scene.analysis.words[at] == WHERE]
    first, words = scene.sentence(index).first, scene.words
    if not words.articles or not found or found[-1] == first or not scene.analysis.tokens[found[-1] - 1].is_word:
        return False
    between = scene.analysis.text[scene.analysis.tokens[found[-1]].end : figure.span.start]
    is_named = any(mention.first < found[-1] <= mention.last for mention in scene.mentions[index])
    return "," not in between and not is_named


def _word_before(scene: Scene, index: int, figure: Figure) -> str:
    """The word right before a figure, over those that say little; empty where none is."""
    at = scene.analysis.tokens_within(figure.span)[0] - 1
    while at > scene.sentence(index).first and scene.analysis.words[at] in scene.words.light:
        at -= 1
    return scene.analysis.words[at] if at >= scene.sentence(index).first else ""


def _leads_to_a_goal(scene: Scene, index: int, figure: Figure, today: Period | None) -> bool:
    """ "From 167 to 190 by 2028": what is to rise in time to come starts from what is now."""
    for peer in scene.figures_by_sentence.get(index, ()):
        first, _ = scene.analysis.tokens_within(peer.span)
        _, last = scene.analysis.tokens_within(figure.span)
        if peer.kind is Kind.LEVEL and 0 <= first - last <= BETWEEN:
            is_ahead = peer.when is not None and today is not None and peer.when.period.start > today.end
            return is_ahead or not peer.status.is_fact
    return False
