"""Of what a figure beside a verb that names a metric is told: of the verb's object or of another."""

from __future__ import annotations

from collections.abc import Sequence

from sverka.check.mentions import Mention
from sverka.check.scene import Scene
from sverka.languages import morphology
from sverka.languages.grammar import grammar
from sverka.model.figure import Figure
from sverka.model.quantity import Kind

# So many words of an object are looked at: «жилых домов», "raw cotton".
OBJECT = 3


def has_other_object(scene: Scene, index: int, figure: Figure, mention: Mention) -> bool:
    """«Сдали 390 тысяч кв. м жилья и 45 тысяч кв. м офисов»: right behind the figure stands what it is of, and that is
    no word of the metric that a verb and its object name."""
    is_amount = figure.kind is Kind.LEVEL and figure.parts.unit is not None and figure.dimension != "count"
    if not is_amount or not mention.by_verb or mention.last - mention.first < 2:
        return False
    own = _object_of(scene, index, figure)
    if scene.is_verb_last and mention.span.start < figure.span.start:
        own = own[:1]  # "polad və 1,7 milyon ton çuqun istehsal edib": the verb may be two words
    words = scene.patterns.words_of_metrics.get(mention.name, frozenset())
    return bool(own) and all(words.isdisjoint(scene.analysis.lemmas(scene.analysis.tokens[at])) for at in own)


def _object_of(scene: Scene, index: int, figure: Figure) -> Sequence[int]:
    """Where the words stand that say of what so much is; nowhere where none do."""
    _, after = scene.analysis.tokens_within(figure.span)
    last = min(scene.sentence(index).last, after + OBJECT)
    words = range(after, next((at for at in range(after, last) if not scene.analysis.tokens[at].is_word), last))
    if scene.is_verb_last:
        return _bare(scene, words[:2])
    if morphology.tells_forms(scene.analysis.language):
        return _genitive(scene, words)
    return words[1:] if words and scene.analysis.words[words[0]] in scene.words.owners else ()


def _genitive(scene: Scene, words: Sequence[int]) -> Sequence[int]:
    for count, at in enumerate(words, 1):
        reading = morphology.readings(scene.analysis.tokens[at].text, scene.analysis.language)[0]
        if reading.pos == "noun":
            return words[:count] if reading.case == "genitive" and not reading.is_name else ()
        if reading.pos != "adjective" or reading.case != "genitive":
            return ()
    return ()


def _bare(scene: Scene, words: Sequence[int]) -> Sequence[int]:
    """Where verbs come last: a noun without an ending, with the one behind it."""
    if not words or _is_verb(scene, words[0]):
        return ()
    token, language = scene.analysis.tokens[words[0]], scene.analysis.language
    words_of = scene.words
    light = words_of.generic | words_of.plain | words_of.linking | words_of.light | words_of.moves
    light |= words_of.postpositions | words_of.conjunctions
    if not scene.analysis.lemmas(token).isdisjoint(light):
        return ()
    is_bare = any(reading.case is None for reading in morphology.readings(token.text, language))
    return [at for at in words if not _is_verb(scene, at)] if is_bare else ()


def _is_verb(scene: Scene, at: int) -> bool:
    rules, word = grammar(scene.analysis.language), scene.analysis.words[at]
    return word in rules.verbs or word.endswith(rules.endings)
