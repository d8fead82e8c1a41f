"""Nouns and pronouns that look as if they stood for a subject, and stand for what the words beside them say."""

from __future__ import annotations

from sverka.check.scene import Scene
from sverka.languages.suffixes import Form, forms
from sverka.languages.verbs import verbs
from sverka.model.quantity import Kind


def is_of_another_sort(scene: Scene, index: int, position: int, own: frozenset[str]) -> bool:
    """«Külək stansiyası»: a bare noun before one with a possessive ending says what sort it is of, and is none of the
    words of the subject's names, `own`."""
    if not scene.is_verb_last or position == scene.sentence(index).first:
        return False
    words, before = scene.words, scene.analysis.tokens[position - 1]
    if not before.is_word or scene.is_familiar(index, position - 1):
        return False
    if _is_participle(scene, position - 1, own):
        return True
    light = own | words.light | words.generic | words.whole | words.demonstratives | words.pronouns | words.conjunctions
    if scene.analysis.lemmas(before) & (light | words.naming | words.neutral | words.agents):
        return False
    return any(form.possessive for form in _forms(scene, position)) and not _forms(scene, position - 1)


def _is_participle(scene: Scene, position: int, own: frozenset[str]) -> bool:
    """«Салынып жатқан станса», "tikilən stansiya": what a participle tells of is another, but of the one just named."""
    words, word = scene.words, scene.analysis.words[position]
    ends = verbs(scene.analysis.language).participles
    if not ends or not word.endswith(ends) or len(word) < PARTICIPLE:
        return False
    open_words = own | words.neutral | words.demonstratives | words.light | words.plain | words.naming | words.whole
    return scene.analysis.lemmas(scene.analysis.tokens[position]).isdisjoint(open_words)


# A participle has no fewer letters.
PARTICIPLE = 6


def _forms(scene: Scene, position: int) -> list[Form]:
    """The ways to read a word as inflected."""
    word, language = scene.analysis.words[position], scene.analysis.language
    return [form for form in forms(word, language) if form.case is not None or form.possessive]


def stands_for_many(scene: Scene, index: int, position: int) -> bool:
    """«Нарықта 25 компания бар, олар…»: "they" stands for what was counted before it in its sentence."""
    if scene.analysis.words[position] not in scene.words.many:
        return False
    start = scene.analysis.tokens[position].start
    return any(
        figure.kind is Kind.LEVEL and figure.dimension == "count" and figure.parts.unit is not None
        for figure in scene.figures_by_sentence.get(index, ())
        if figure.span.end <= start
    )
