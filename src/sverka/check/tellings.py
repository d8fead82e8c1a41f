"""From a figure to what its clause tells it of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sverka.check.circumstances import is_former, is_later
from sverka.check.link import Link
from sverka.check.manner import is_added, is_denied, is_narrowed, is_of_each
from sverka.check.scene import Scene
from sverka.check.wider import turns_away
from sverka.languages import countries, morphology
from sverka.languages.retelling import Retelling, retelling
from sverka.model.figure import Figure, Scope
from sverka.model.finding import Role
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.model.telling import Telling

_KINDS = (Kind.LEVEL, Kind.CHANGE, Kind.DURATION)
_OWN = (Scope.FIGURE, Scope.CLAUSE, Scope.SENTENCE)
_FINAL = (".", "!", "?", "…", "»", "”", '"')
# Words of a language with a dictionary that are shorter than this and no noun, adjective or verb: prepositions.
SHORT = 4
# A subject and a metric are surely told of where they stand in the figure's sentence.
NEAR = 2


def tellings(scene: Scene, linked: Sequence[tuple[Figure, Link]]) -> Iterator[Telling]:
    """What the figures of a document are told of, in order; those of which the text may well tell another thing each
    time are left out."""
    words = retelling(scene.analysis.language)
    for figure, link in linked:
        index = scene.analysis.sentence_at(figure.span.start)
        if index is not None and _is_told(scene, index, figure, words):
            yield _telling(scene, index, figure, link, words)


def _is_told(scene: Scene, index: int, figure: Figure, words: Retelling) -> bool:
    if figure.ignored or figure.kind not in _KINDS or not figure.values or figure.is_base or figure.is_part:
        return False
    if figure.unit is None or _is_listed(scene, index):
        return False
    if any(rule(scene, index, figure) for rule in (is_added, is_denied, is_former, is_later, is_narrowed, is_of_each)):
        return False
    if _is_after_turn(scene, index):
        return False
    plain = (p for p in _positions(scene, scene.sentence(index).span) if not _in_figure(scene, index, p))
    return not any(_forms(scene, position) & words.other for position in plain)


def _is_after_turn(scene: Scene, index: int) -> bool:
    """The sentence names no subject, and the one before it has turned to something else: «– Пойыздар ше? – 12 млн»."""
    earlier = next(scene.earlier_in_passage(index, 1), None)
    return not scene.subjects(index) and earlier is not None and turns_away(scene, earlier)


def _in_figure(scene: Scene, index: int, position: int) -> bool:
    return scene.in_figure(index, scene.analysis.tokens[position])


def _is_listed(scene: Scene, index: int) -> bool:
    """The figure stands in a table or a list, where the words over it say what it is of."""
    if scene.is_heading(index):
        return False
    is_prose = scene.sentence(index).span.of(scene.analysis.text).endswith(_FINAL)
    return scene.is_data(index) or (scene.is_row(index) and not is_prose)


def _telling(scene: Scene, index: int, figure: Figure, link: Link, words: Retelling) -> Telling:
    clause = scene.clause_of(index, figure.span)
    own = figure.when if figure.when is not None and figure.when.scope in _OWN else None
    told = dict(_told(scene, index, clause, words))
    return Telling(
        figure,
        index,
        _thing(link),
        frozenset(told),
        frozenset(word for word, is_name in told.items() if is_name),
        frozenset(_marks(scene, index, figure, clause)),
        _place(scene, index, figure, clause),
        index == 0 and scene.is_heading(index),
        own.period if own else None,
        figure.when.period if figure.when and not own else None,
    )


def _thing(link: Link) -> tuple[str, str] | None:
    best = link.candidates[0] if link.candidates else None
    if best is None or best.rank[0] > NEAR or best.metric_tier > NEAR:
        return None
    return best.assertion.subject, best.assertion.metric


def _told(scene: Scene, index: int, clause: Span, words: Retelling) -> Iterator[tuple[str, bool]]:
    """The words of a clause that say what is told of, each with whether it is a name; a name that claims know is
    told by its id, whichever alias stands there."""
    known = {p: m for m in scene.mentions[index] for p in range(m.first, m.last)}
    spoken = frozenset(_speech(scene, clause, words))
    for position in _positions(scene, clause):
        if _in_figure(scene, index, position) or position in spoken:
            continue
        mention = known.get(position)
        if mention is not None:
            yield f"{mention.role}: {mention.name}", mention.role is Role.SUBJECT
            continue
        forms = _forms(scene, position)
        if forms.isdisjoint(words.idle) and not _is_light(scene, position):
            yield canonical(scene, position), _is_name(scene, index, position)


def _speech(scene: Scene, clause: Span, words: Retelling) -> Iterator[int]:
    """The words of a clause that only say who tells it."""
    first, last = scene.analysis.tokens_within(clause)
    position = first
    while position < last:
        length = next((len(phrase) for phrase in words.speech if _stands(scene, position, last, phrase)), 0)
        if length:
            end = next((at for at in range(position, last) if scene.analysis.tokens[at].text == ","), position + length)
            yield from range(position, end)
            position = end
        position += 1


def _stands(scene: Scene, position: int, last: int, phrase: tuple[str, ...]) -> bool:
    return position + len(phrase) <= last and scene.analysis.words[position : position + len(phrase)] == phrase


def _positions(scene: Scene, span: Span) -> Iterator[int]:
    first, last = scene.analysis.tokens_within(span)
    return (position for position in range(first, last) if scene.analysis.tokens[position].is_word)


def _forms(scene: Scene, position: int) -> frozenset[str]:
    return scene.analysis.lemmas(scene.analysis.tokens[position])


def _is_light(scene: Scene, position: int) -> bool:
    token, language = scene.analysis.tokens[position], scene.analysis.language
    if not morphology.tells_forms(language):
        return len(token.text) < SHORT and not token.is_capitalised
    return morphology.readings(token.text, language)[0].pos == "other" and len(token.text) < SHORT


def canonical(scene: Scene, position: int) -> str:
    """One form for a word, however it stands: that of the dictionary, or the shortest that it may be a form of; the
    code of a country, which is the same in every language."""
    token, language = scene.analysis.tokens[position], scene.analysis.language
    code = countries.country(token.text, language)
    if code is not None:
        return f"country: {code}"
    if morphology.tells_forms(language):
        return morphology.readings(token.text, language)[0].lemma
    return min(_forms(scene, position), key=lambda form: (len(form), form))


def _is_name(scene: Scene, index: int, position: int) -> bool:
    token, language = scene.analysis.tokens[position], scene.analysis.language
    if countries.country(token.text, language) is not None:
        return True
    first = next(_positions(scene, scene.sentence(index).span), position)
    if not token.is_capitalised:
        return False
    return position != first or morphology.readings(token.text, language)[0].is_name


def may_be_names(scene: Scene, index: int) -> Iterator[int]:
    """The words of a sentence with a capital, but for those that open it and are common words."""
    language, words = scene.analysis.language, retelling(scene.analysis.language)
    first = next(_positions(scene, scene.sentence(index).span), None)
    for position in _positions(scene, scene.sentence(index).span):
        token = scene.analysis.tokens[position]
        if not token.is_capitalised or _in_figure(scene, index, position) or len(token.text) < SHORT:
            continue
        is_common = morphology.is_common(token.text, language) or not _forms(scene, position).isdisjoint(words.idle)
        if position != first or not is_common:
            yield position


def _marks(scene: Scene, index: int, figure: Figure, clause: Span) -> Iterator[str]:
    period = figure.when.period if figure.when else None
    for other in scene.figures_by_sentence[index]:
        if other.span == figure.span or not clause.covers(other.span):
            continue
        if other.kind in (Kind.DATE, Kind.PERIOD) and other.days is not None and other.days != period:
            yield str(other.days)
        elif other.kind in (Kind.ORDINAL, Kind.DURATION) or other.ignored:
            yield morphology.fold(other.text)


def _place(scene: Scene, index: int, figure: Figure, clause: Span) -> tuple[int, int]:
    peers = [
        other.span
        for other in scene.figures_by_sentence[index]
        if clause.covers(other.span) and (other.kind, other.dimension) == (figure.kind, figure.dimension)
    ]
    return peers.index(figure.span) if figure.span in peers else 0, len(peers)
