"""Where a text turns from what it was speaking of: to all of a country or the world, or to what no claim knows."""

from __future__ import annotations

from collections.abc import Collection

from sverka.check.mentions import Mention
from sverka.check.rivals import has_unknown_owner
from sverka.check.scene import Scene
from sverka.check.strangers import takes_over
from sverka.languages.calendar import calendar
from sverka.languages.grammar import grammar
from sverka.languages.intent import shows_intent
from sverka.languages.suffixes import forms
from sverka.model.figure import Figure

# Among how many first words and signs of its sentence, dates not counted, such a phrase stands.
OPENING = 5
# How far behind what is in the country it may be named, in words.
BEHIND = 2


def is_of_the_whole(scene: Scene, index: int, figure: Figure) -> bool:
    """ "In the country" opens the figure's sentence: «В стране в прошлом году переработано 6,4 млн тонн молока»."""
    sentence = scene.sentence(index)
    positions = [
        position
        for position in range(sentence.first, sentence.last)
        if scene.analysis.tokens[position].start < figure.span.start
        and not scene.in_figure(index, scene.analysis.tokens[position])
    ]
    words = [scene.analysis.words[position] for position in positions[:OPENING]]
    return any(
        tuple(words[at : at + len(phrase)]) == phrase and _is_said_of_it(scene, index, positions[at])
        for phrase in scene.words.wide
        for at in range(len(words))
    )


def _is_said_of_it(scene: Scene, index: int, position: int) -> bool:
    """What is in the country, where the word is of the kind that stands before its noun, is said of what is measured:
    «елдегі салымдар», and not «елдегі ең ірі зауыт»."""
    if not scene.is_verb_last:
        return True
    found = forms(scene.analysis.words[position], scene.analysis.language)
    is_adjective = any(form.case == "attributive" for form in found)
    return not is_adjective or any(position < mention.first <= position + BEHIND for mention in scene.metrics(index))


def turns_away(scene: Scene, index: int) -> bool:
    """A sentence names no known subject, but an unknown one, or the owner of a metric: «Дәрігерлердің жалақысы…»."""
    if takes_over(scene, index):
        return True
    if scene.subjects(index) or not scene.is_verb_last:
        return False
    if _asks_of_another(scene, index):
        return True
    named = (mention for mention in scene.metrics(index) if not scene.lemmas_of(mention.span) <= scene.words.generic)
    return any(has_unknown_owner(scene, mention.span) for mention in named)


def _asks_of_another(scene: Scene, index: int) -> bool:
    """«– Көкжөтел ше?», "– Bəs yanğınlar?": a question with a noun of its own that is no metric's."""
    span = scene.sentence(index).span
    if scene.analysis.text[span.end - 1] != "?" or scene.metrics(index) or scene.refers_back(index, span):
        return False
    sentence, whatabout = scene.sentence(index), scene.words.whatabout
    if whatabout.isdisjoint(scene.analysis.words_of(sentence)):
        return False
    return any(
        scene.analysis.tokens[at].is_word
        and scene.analysis.words[at] not in whatabout
        and not (_says_little(scene, at) or scene.analysis.lemmas(scene.analysis.tokens[at]) & scene.words.plain)
        for at in range(sentence.first, sentence.last)
    )


def has_no_topic(scene: Scene, index: int, figure: Figure, metric: str, ours: Collection[Mention] = ()) -> bool:
    """In a language whose verbs come last: a sentence of nothing but its figure, dates, words of measure, change and
    intent, the words `ours` for the topic's subject, and a verb that joins them, or is the metric's own, goes on with
    the topic of the one before: «Былтыр 5,4 миллион болған еді»."""
    if not scene.is_verb_last:
        return False
    sentence, tokens = scene.sentence(index), scene.analysis.tokens
    verbs = scene.patterns.verbs_of_metrics.get(metric, frozenset())
    return all(
        not tokens[position].is_word
        or len(tokens[position].text) < 3
        or scene.in_figure(index, tokens[position])
        or (figure.direction_span is not None and figure.direction_span.covers(tokens[position].span))
        or not scene.analysis.lemmas(tokens[position]).isdisjoint(verbs)
        or any(mention.first <= position < mention.last for mention in ours)
        or _says_little(scene, position)
        for position in range(sentence.first, sentence.last)
    )


def _says_little(scene: Scene, position: int) -> bool:
    token, words, language = scene.analysis.tokens[position], scene.words, scene.analysis.language
    little = (
        words.generic
        | words.light
        | words.neutral
        | words.whole
        | words.linking
        | words.conjunctions
        | words.demonstratives
        | words.pronouns
    )
    dates = calendar(language)
    lemmas = scene.analysis.lemmas(token)
    if any(shows_intent(lemma, language) for lemma in lemmas):
        return True
    return bool(lemmas & (little | words.carrying | dates.now | dates.bases_after | grammar(language).verbs))
