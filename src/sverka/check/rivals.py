"""Things that a text speaks of and no claim knows: they take figures away from the subjects that claims do know."""

from __future__ import annotations

from collections.abc import Iterator

from sverka.check.scene import Scene
from sverka.languages import countries, morphology
from sverka.model.figure import Figure
from sverka.model.span import Span
from sverka.text.tokens import Token

# The words of an English sentence among which its subject stands: "The industry of the region".
OPENING = 5
_SUBJECT = frozenset(("nominative",))
_SUBJECT_OR_OBJECT = frozenset(("nominative", "accusative"))


def shows_topics(scene: Scene) -> bool:
    """The language shows what a sentence is about, by cases or by articles; where it does not, only a pronoun tells
    that a sentence goes on with the topic of the one before."""
    return morphology.tells_forms(scene.analysis.language) or bool(scene.words.articles)


def unknown_head(scene: Scene, index: int, clause: Span, figure: Figure) -> Span | None:
    """The noun in the nominative that a clause is about where it is none of the known names; None where there is
    none, as when the subject is left out."""
    if scene.words.articles:
        return _unknown_phrase(scene, index, clause)
    return _unknown_noun(scene, index, clause, figure, _SUBJECT)


def unknown_topic(scene: Scene, index: int, figure: Figure) -> Span | None:
    """A noun before the figure in its sentence, subject or object, that is none of the known names: with one the
    sentence has a topic of its own and takes none over from the sentence before."""
    if scene.words.articles:
        return _unknown_phrase(scene, index, scene.sentence(index).span)
    sentence = scene.sentence(index).span
    return _unknown_noun(scene, index, Span(sentence.start, figure.span.start), figure, _SUBJECT_OR_OBJECT)


def _unknown_phrase(scene: Scene, index: int, within: Span) -> Span | None:
    """In a language with articles and no cases: a noun phrase that opens the sentence and holds no known name."""
    positions = list(_positions(scene, index, within.start, within.end))[:OPENING]
    if not positions or morphology.fold(scene.analysis.tokens[positions[0]].text) not in scene.words.articles:
        return None
    for position in positions[1:]:
        token = scene.analysis.tokens[position]
        if scene.in_figure(index, token):
            break
        lemmas = scene.analysis.lemmas(token)
        if _is_known(scene, index, position, token) or lemmas & scene.words.generic:
            return None
        if any((lemma,) in scene.words.pairs for lemma in lemmas):
            return None
    return scene.analysis.tokens[positions[0]].span


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
    readings = morphology.readings(token.text, language)
    if readings[0].pos != "noun" or readings[0].is_name or not _may_stand_in(scene, index, position, cases):
        return False
    if (readings[0].lemma,) in scene.words.pairs:
        return False
    if readings[0].lemma in scene.words.generic:
        return _has_unknown_complement(scene, index, position)
    return not _follows_preposition(scene, index, position)


def _may_stand_in(scene: Scene, index: int, position: int, cases: frozenset[str]) -> bool:
    """The likeliest reading of a noun has one of the cases; before the sentence's verb a nominative that looks like
    an accusative is taken for one."""
    language, tokens = scene.analysis.language, scene.analysis.tokens
    readings = morphology.readings(tokens[position].text, language)
    if readings[0].case in cases:
        return True
    if readings[0].case != "accusative" or not any(reading.case == "nominative" for reading in readings):
        return False
    earlier = tokens[scene.sentence(index).first : position]
    return not any(token.is_word and morphology.readings(token.text, language)[0].form == "finite" for token in earlier)


def has_unknown_owner(scene: Scene, metric: Span) -> bool:
    """The word behind a metric's name says whose it is, and no claim knows who that is."""
    index = scene.analysis.sentence_at(metric.start)
    _, after = scene.analysis.tokens_within(metric)
    return index is not None and _has_unknown_complement(scene, index, after - 1)


_LABELLING = frozenset("–—-:")


def has_other_label(scene: Scene, index: int, metric: Span, figure: Figure) -> bool:
    """A noun with a dash or a colon right before the figure says what it is, and it is not the metric:
    «работников – 587»."""
    first, _ = scene.analysis.tokens_within(figure.span)
    position = first - 2
    if position < scene.sentence(index).first or scene.analysis.tokens[first - 1].text not in _LABELLING:
        return False
    token = scene.analysis.tokens[position]
    if not token.is_word or _is_known(scene, index, position, token) or _leads_to(scene, index, metric, position):
        return False
    reading = morphology.readings(token.text, scene.analysis.language)[0]
    return reading.pos == "noun" and reading.lemma not in scene.words.generic and not reading.is_name


def _leads_to(scene: Scene, index: int, metric: Span, position: int) -> bool:
    """The words from the metric to a noun are one phrase: «протяженность трубопровода –»."""
    first, _ = scene.analysis.tokens_within(metric)
    run = scene.analysis.tokens[max(first, scene.sentence(index).first) : position]
    return metric.start <= scene.analysis.tokens[position].start and all(token.is_word for token in run)


def is_narrowed(scene: Scene, index: int, figure: Figure) -> bool:
    """The figure's clause singles out a part of what was spoken of: «среди молодых – 3,1 %»."""
    clause = scene.clause_of(index, figure.span)
    for position in _positions(scene, index, clause.start, figure.span.start):
        if morphology.fold(scene.analysis.tokens[position].text) in scene.words.narrowing:
            following = position + 1
            if following < scene.sentence(index).last and not _is_covered(scene, index, following):
                return not scene.analysis.lemmas(scene.analysis.tokens[following]) & scene.words.pronouns
    return False


def is_told_plainly(scene: Scene, index: int, figure: Figure) -> bool:
    """The figure's own clause shows its status: words of intent, or for a fact a verb in the past."""
    clause = scene.clause_of(index, figure.span)
    if figure.status_span is not None:
        return figure.status_span.overlaps(clause)
    language = scene.analysis.language
    tokens = [scene.analysis.tokens[position] for position in _positions(scene, index, clause.start, clause.end)]
    likeliest = [morphology.readings(token.text, language)[0] for token in tokens if token.is_word]
    return not morphology.tells_forms(language) or any(
        reading.form == "finite" and reading.tense == "past" for reading in likeliest
    )


def is_denied(scene: Scene, index: int, figure: Figure) -> bool:
    """ "Not" stands right before the figure: «не 25 дней, а 18»."""
    first, _ = scene.analysis.tokens_within(figure.span)
    if first <= scene.sentence(index).first:
        return False
    return morphology.fold(scene.analysis.tokens[first - 1].text) in scene.words.negations


def is_in_remark(scene: Scene, index: int, metric: Span, figure: Figure) -> bool:
    """A relative pronoun parts the metric from a noun in the nominative, unknown to the claims, that stands before
    it and leads up to the figure."""
    if metric.start >= figure.span.start:
        return False
    first, last = scene.analysis.tokens_within(Span(scene.sentence(index).span.start, metric.start))
    relatives = [
        position
        for position in range(first, last)
        if scene.analysis.lemmas(scene.analysis.tokens[position]) & scene.words.relatives
    ]
    if not relatives:
        return False
    lead = Span(scene.sentence(index).span.start, scene.analysis.tokens[relatives[-1]].start)
    return _is_closed(scene, metric, figure) and _unknown_noun(scene, index, lead, figure, _SUBJECT) is not None


def _is_closed(scene: Scene, metric: Span, figure: Figure) -> bool:
    """The remark has ended before the figure: a comma stands between."""
    first, last = scene.analysis.tokens_within(Span(metric.end, figure.span.start))
    return any(scene.analysis.tokens[position].text == "," for position in range(first, last))


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


def unknown_name(scene: Scene, index: int, within: Span, heads: frozenset[str], own: frozenset[str]) -> Span | None:
    """A name of the same sort as a subject, unknown to the claims, in a stretch of a sentence: one of the subject's
    head nouns (`heads`) with another name of its own («трубопровод Баку – Супса»), an acronym behind a preposition,
    or, where the subject is a country or more (`own`), another one."""
    for position in _positions(scene, index, within.start, within.end):
        token = scene.analysis.tokens[position]
        if _is_covered(scene, index, position) or scene.in_figure(index, token):
            continue
        if _is_named_head(scene, index, position, heads) or _is_path_acronym(scene, index, position):
            return token.span
        if own and _is_third_country(scene, token, own):
            return token.span
    return None


def _positions(scene: Scene, index: int, start: int, end: int) -> Iterator[int]:
    first, last = scene.analysis.tokens_within(Span(start, end))
    yield from range(max(first, scene.sentence(index).first), min(last, scene.sentence(index).last))


def _is_covered(scene: Scene, index: int, position: int) -> bool:
    return any(mention.first <= position < mention.last for mention in scene.subjects(index))


def _is_named_head(scene: Scene, index: int, position: int, heads: frozenset[str]) -> bool:
    token, sentence = scene.analysis.tokens[position], scene.sentence(index)
    if not scene.analysis.lemmas(token) & heads:
        return False
    after = scene.analysis.tokens[position + 1] if position + 1 < sentence.last else None
    before = scene.analysis.tokens[position - 1] if position - 1 > sentence.first else None
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
