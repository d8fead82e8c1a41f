"""Names that a text speaks of and no claim knows: they take figures away from the subjects that claims do know."""

from __future__ import annotations

from sverka.check.scene import Scene
from sverka.check.topics import has_unknown_complement, light_words
from sverka.languages import countries, morphology
from sverka.model.span import Span
from sverka.text.tokens import Token


def has_unknown_owner(scene: Scene, metric: Span) -> bool:
    """The word behind a metric's name says whose it is, and no claim knows who that is."""
    index = scene.analysis.sentence_at(metric.start)
    before, after = scene.analysis.tokens_within(metric)
    if index is None:
        return False
    return _has_unknown_genitive_before(scene, index, before) or has_unknown_complement(scene, index, after - 1)


def is_owned_by_agent(scene: Scene, metric: Span) -> bool:
    """The word behind a metric's name is a body that acts for its country: «резервы Нацбанка»."""
    _, after = scene.analysis.tokens_within(metric)
    behind = scene.analysis.tokens[after : after + 1]
    return any(not scene.analysis.lemmas(token).isdisjoint(scene.words.agents) for token in behind)


def _has_unknown_genitive_before(scene: Scene, index: int, position: int) -> bool:
    """«Порттың жүк көлемі», "Poti's traffic": where the owner comes first."""
    if morphology.tells_forms(scene.analysis.language) or position == scene.sentence(index).first:
        return False
    token = scene.analysis.tokens[position - 1]
    if not token.is_word or scene.is_familiar(index, position - 1):
        return False
    if scene.analysis.lemmas(token) & (scene.words.generic | scene.words.pronouns | scene.words.demonstratives):
        return False
    if not scene.is_verb_last:
        return token.text.endswith(("'s", "’s", "s'", "s’"))
    readings = morphology.readings(token.text, scene.analysis.language)
    return any(reading.case == "genitive" and len(reading.lemma) > 2 for reading in readings)


def unknown_capital(scene: Scene, index: int, until: int) -> Span | None:
    """A name inside a sentence, as far as an offset of the text, that is none of the claims', nor a country's, nor that
    of a body that acts for one: "In Batumi traffic rose"."""
    sentence = scene.sentence(index)
    for position in range(sentence.first + 1, sentence.last):
        token = scene.analysis.tokens[position]
        if token.start >= until:
            break
        if not (token.is_word and token.is_capitalised) or scene.is_familiar(index, position):
            continue
        if scene.analysis.lemmas(token).isdisjoint(scene.words.agents):
            return token.span
    return None


def unknown_name(scene: Scene, index: int, within: Span, heads: frozenset[str], own: frozenset[str]) -> Span | None:
    """A name of the same sort as a subject, unknown to the claims, in a stretch of a sentence: one of the subject's
    head nouns (`heads`) with another name of its own («трубопровод Баку – Супса»), an acronym behind a preposition,
    or, where the subject is a country or more (`own`), another one."""
    for position in scene.positions(index, within.start, within.end):
        token = scene.analysis.tokens[position]
        if scene.is_of_subject(index, position) or scene.in_figure(index, token):
            continue
        if _is_named_head(scene, index, position, heads) or _is_path_acronym(scene, index, position):
            return token.span
        if own and _is_third_country(scene, token, own) and not scene.is_known(index, position):
            return token.span
    return None


def _is_named_head(scene: Scene, index: int, position: int, heads: frozenset[str]) -> bool:
    tokens, sentence = scene.analysis.tokens, scene.sentence(index)
    token = tokens[position]
    if not scene.analysis.lemmas(token) & heads:
        return False
    after = scene.analysis.tokens[position + 1] if position + 1 < sentence.last else None
    before = scene.analysis.tokens[position - 1] if position - 1 > sentence.first else None
    if position - 1 == sentence.first and scene.is_verb_last and not scene.in_figure(index, tokens[position - 1]):
        before = None if scene.analysis.lemmas(tokens[position - 1]) & light_words(scene) else tokens[position - 1]
    named_after = after is not None and ((after.is_word and after.is_capitalised) or after.text in '«"“„')
    if position > sentence.first and scene.analysis.lemmas(scene.analysis.tokens[position - 1]) & scene.words.agents:
        return False  # «начальник порта Ерлан Тасов»
    named_before = before is not None and before.is_word and before.is_capitalised
    named_before = named_before and scene.analysis.words[position - 1] not in scene.words.articles  # "1. The city"
    if named_before and scene.is_of_subject(index, position - 1):
        return False  # "the BTC line": a known name with its head noun behind it
    return named_after or named_before


def _is_path_acronym(scene: Scene, index: int, position: int) -> bool:
    """An acronym right behind a short preposition: «по КТК»."""
    token = scene.analysis.tokens[position]
    if not (token.is_word and len(token.text) > 1 and token.text.isupper()) or position == scene.sentence(index).first:
        return False
    before = scene.analysis.tokens[position - 1]
    if countries.country(token.text, scene.analysis.language) is not None:
        return False
    return before.is_word and morphology.fold(before.text) in scene.words.paths


def _is_third_country(scene: Scene, token: Token, known: frozenset[str]) -> bool:
    code = countries.country(token.text, scene.analysis.language) if token.is_word else None
    return code is not None and code not in known
