"""Things that a text speaks of and no claim knows: they take figures away from the subjects that claims do know."""

from __future__ import annotations

from collections.abc import Iterator

from sverka.check.references import References
from sverka.check.scene import Scene
from sverka.languages import countries, morphology
from sverka.model.figure import Figure
from sverka.model.span import Span
from sverka.text.tokens import Token

_SUBJECT = frozenset(("nominative",))
_SUBJECT_OR_OBJECT = frozenset(("nominative", "accusative"))


def unknown_head(scene: Scene, index: int, clause: Span, figure: Figure) -> Span | None:
    """The noun in the nominative that a clause is about where it is none of the known names; None where there is
    none, as when the subject is left out."""
    return _unknown_noun(scene, index, clause, figure, _SUBJECT)


def unknown_topic(scene: Scene, index: int, figure: Figure) -> Span | None:
    """A noun before the figure in its sentence, subject or object, that is none of the known names: with one the
    sentence has a topic of its own and takes none over from the sentence before."""
    sentence = scene.sentence(index).span
    return _unknown_noun(scene, index, Span(sentence.start, figure.span.start), figure, _SUBJECT_OR_OBJECT)


def _unknown_noun(scene: Scene, index: int, within: Span, figure: Figure, cases: frozenset[str]) -> Span | None:
    for position in _positions(scene, index, within.start, within.end):
        token = scene.analysis.tokens[position]
        if not figure.span.covers(token.span) and _is_unknown_noun(scene, index, position, cases):
            return token.span
    return None


def _is_unknown_noun(scene: Scene, index: int, position: int, cases: frozenset[str]) -> bool:
    token = scene.analysis.tokens[position]
    language = scene.analysis.language
    if not token.is_word or len(token.text) < 3 or _is_known(scene, index, position, token):
        return False
    reading = morphology.readings(token.text, language)[0]
    if reading.pos != "noun" or reading.case not in cases or reading.is_name:
        return False
    if reading.lemma in scene.words.generic:
        return _has_unknown_complement(scene, index, position)
    return not _follows_preposition(scene, index, position)


def _is_known(scene: Scene, index: int, position: int, token: Token) -> bool:
    if any(mention.first <= position < mention.last for mention in scene.mentions[index]):
        return True
    return scene.in_figure(index, token) or countries.country(token.text, scene.analysis.language) is not None


def _has_unknown_complement(scene: Scene, index: int, position: int) -> bool:
    """ "The volume of transport": the genitive that follows a noun of measure says what is measured."""
    following = position + 1
    if following >= scene.sentence(index).last:
        return False
    token = scene.analysis.tokens[following]
    if not token.is_word or _is_known(scene, index, following, token):
        return False
    reading = morphology.readings(token.text, scene.analysis.language)[0]
    return reading.pos == "noun" and reading.case == "genitive"


def _follows_preposition(scene: Scene, index: int, position: int) -> bool:
    """The noun belongs to a preposition, with at most its adjectives between."""
    for earlier in range(position - 1, scene.sentence(index).first - 1, -1):
        token = scene.analysis.tokens[earlier]
        if not token.is_word:
            return False
        reading = morphology.readings(token.text, scene.analysis.language)[0]
        if reading.pos == "other":
            return len(token.text) <= 5
        if reading.pos != "adjective":
            return False
    return False


def unknown_name(
    scene: Scene, references: References, index: int, start: int, end: int, known: frozenset[str]
) -> Span | None:
    """A name of the same sort as the claims' subjects, unknown to them, that stands in a stretch of a sentence:
    a head noun with a name of its own («трубопровод Баку – Супса»), an acronym behind a preposition, or, where the
    subject is a pair of countries (`known`), a third one."""
    for position in _positions(scene, index, start, end):
        token = scene.analysis.tokens[position]
        if _is_covered(scene, index, position) or scene.in_figure(index, token):
            continue
        if _is_named_head(scene, references, index, position) or _is_path_acronym(scene, index, position):
            return token.span
        if known and _is_third_country(scene, token, known):
            return token.span
    return None


def _positions(scene: Scene, index: int, start: int, end: int) -> Iterator[int]:
    first, last = scene.analysis.tokens_within(Span(start, end))
    yield from range(max(first, scene.sentence(index).first), min(last, scene.sentence(index).last))


def _is_covered(scene: Scene, index: int, position: int) -> bool:
    return any(mention.first <= position < mention.last for mention in scene.subjects(index))


def _is_named_head(scene: Scene, references: References, index: int, position: int) -> bool:
    token = scene.analysis.tokens[position]
    if not scene.analysis.lemmas(token) & references.heads.keys():
        return False
    last = scene.sentence(index).last
    after = scene.analysis.tokens[position + 1] if position + 1 < last else None
    before = scene.analysis.tokens[position - 1] if position > scene.sentence(index).first else None
    named_after = after is not None and ((after.is_word and after.is_capitalised) or after.text in '«"“„')
    named_before = before is not None and before.is_word and before.is_capitalised
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
