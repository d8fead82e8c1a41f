"""Things that a text speaks of and no claim knows: they take figures away from the subjects that claims do know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sverka.check.mentions import Mention
from sverka.check.scene import Scene
from sverka.languages import countries, morphology
from sverka.languages.calendar import calendar
from sverka.languages.exchanges import exchanges
from sverka.languages.intent import intent
from sverka.languages.morphology import Reading
from sverka.languages.suffixes import forms, suffixes
from sverka.model.figure import Figure
from sverka.model.span import Span
from sverka.text.tokens import Token

# The words of an English sentence among which its subject stands: "The industry of the region".
OPENING = 5
# How far from its number "each" may stand, in words.
EACH = 2
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


def unknown_opening(scene: Scene, index: int, figure: Figure) -> Span | None:
    """In a language that shows no nominative: the bare word that opens a sentence, where it is none of the known."""
    if not scene.is_verb_last:
        return None
    for position in _positions(scene, index, scene.sentence(index).span.start, figure.span.start):
        token = scene.analysis.tokens[position]
        if not token.is_word or scene.in_figure(index, token) or scene.analysis.lemmas(token) & _light(scene):
            continue
        is_open = _is_known(scene, index, position, token) or _is_inflected(scene, token)
        return None if is_open else token.span
    return None


def _light(scene: Scene) -> frozenset[str]:
    """Words that may open a sentence and are not what it is about."""
    words = scene.words
    light = words.generic | words.agents | words.demonstratives | words.pronouns | words.whole | words.conjunctions
    light |= words.linking | words.light | words.additional | words.speakers
    return light | calendar(scene.analysis.language).now


def _is_inflected(scene: Scene, token: Token) -> bool:
    """The word has a case, and so is not what the sentence is about."""
    table, word = suffixes(scene.analysis.language), morphology.fold(token.text)
    found = [form for form in forms(word, scene.analysis.language) if form.case is not None]
    return table is not None and any(form.case == "genitive" or table.is_sure(word, form) for form in found)


def unknown_antecedent(scene: Scene, index: int, pronoun: Span) -> Span | None:
    """The noun in the nominative, unknown to the claims, that an earlier part of the pronoun's sentence is about, alike
    in number; only a language with cases shows it."""
    language = scene.analysis.language
    if not morphology.tells_forms(language):
        return None
    noun = _unknown_noun(scene, index, Span(scene.sentence(index).span.start, pronoun.start), None, _SUBJECT)
    if noun is None or "," not in scene.analysis.text[noun.end : pronoun.start]:
        return None
    plural = {reading.plural for reading in morphology.readings(noun.of(scene.analysis.text), language)[:1]}
    return noun if morphology.readings(pronoun.of(scene.analysis.text), language)[0].plural in plural else None


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
        if _is_known(scene, index, position, token) or lemmas & (scene.words.generic | scene.words.agents):
            return None
        if any((lemma,) in scene.words.pairs for lemma in lemmas):
            return None
    return scene.analysis.tokens[positions[0]].span


def _unknown_noun(scene: Scene, index: int, within: Span, figure: Figure | None, cases: frozenset[str]) -> Span | None:
    for position in _positions(scene, index, within.start, within.end):
        token = scene.analysis.tokens[position]
        if not (figure and figure.span.covers(token.span)) and _is_unknown_noun(scene, index, position, cases):
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
    if (readings[0].lemma,) in scene.words.pairs or readings[0].lemma in scene.words.agents:
        return False
    if readings[0].lemma in scene.words.generic:
        return _has_unknown_complement(scene, index, position)
    return not _follows_preposition(scene, index, position)


def _may_stand_in(scene: Scene, index: int, position: int, cases: frozenset[str]) -> bool:
    """The likeliest reading of a noun has one of the cases; before the sentence's verb a nominative that looks like
    an accusative is taken for one."""
    language, tokens = scene.analysis.language, scene.analysis.tokens
    readings = morphology.readings(tokens[position].text, language)
    if "accusative" not in cases and _is_object(scene, index, position, readings):
        return False
    if readings[0].case in cases:
        return True
    if readings[0].case != "accusative" or not any(reading.case == "nominative" for reading in readings):
        return False
    earlier = tokens[scene.sentence(index).first : position]
    return not any(token.is_word and morphology.readings(token.text, language)[0].form == "finite" for token in earlier)


def _is_object(scene: Scene, index: int, position: int, readings: Sequence[Reading]) -> bool:
    """«Довести парк до 40»: right behind an infinitive a noun that may be its object is one."""
    if position == scene.sentence(index).first or not any(reading.case == "accusative" for reading in readings):
        return False
    before = scene.analysis.tokens[position - 1]
    return before.is_word and morphology.readings(before.text, scene.analysis.language)[0].form == "infinitive"


def has_unknown_owner(scene: Scene, metric: Span) -> bool:
    """The word behind a metric's name says whose it is, and no claim knows who that is."""
    index = scene.analysis.sentence_at(metric.start)
    before, after = scene.analysis.tokens_within(metric)
    if index is None:
        return False
    return _has_unknown_genitive_before(scene, index, before) or _has_unknown_complement(scene, index, after - 1)


def _has_unknown_genitive_before(scene: Scene, index: int, position: int) -> bool:
    """«Порттың жүк көлемі», "Poti's traffic": where the owner comes first."""
    if morphology.tells_forms(scene.analysis.language) or position == scene.sentence(index).first:
        return False
    token = scene.analysis.tokens[position - 1]
    if not token.is_word or _is_known(scene, index, position - 1, token):
        return False
    if scene.analysis.lemmas(token) & (scene.words.generic | scene.words.pronouns | scene.words.demonstratives):
        return False
    if not scene.is_verb_last:
        return token.text.endswith(("'s", "’s", "s'", "s’"))
    readings = morphology.readings(token.text, scene.analysis.language)
    return any(reading.case == "genitive" and len(reading.lemma) > 2 for reading in readings)


_ENDS_LABEL = frozenset(",(")
_DASHES = frozenset("–—")
_LABELLING = _DASHES | frozenset("-:")


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


def has_unknown_label(scene: Scene, index: int, figure: Figure) -> bool:
    """The line of a table has a label of its own, of which a claim knows nothing: «Прочее – 5», "Armenia: 3.0"."""
    known = scene.words.generic | scene.words.linking | scene.words.conjunctions
    for position in _positions(scene, index, scene.sentence(index).span.start, figure.span.start):
        token = scene.analysis.tokens[position]
        if token.text in _ENDS_LABEL and scene.analysis.text[token.end : token.end + 1].isspace():
            return False  # what follows is the unit, or the year
        if not token.is_word or len(token.text) < 2 or any(m.first <= position < m.last for m in scene.mentions[index]):
            continue
        if not (scene.in_figure(index, token) or _shows_status(scene, token) or scene.analysis.lemmas(token) & known):
            return True
    return False


def _shows_status(scene: Scene, token: Token) -> bool:
    rules = intent(scene.analysis.language)
    lemmas = scene.analysis.lemmas(token)
    return any(not lemmas.isdisjoint(phrases) for phrases in (rules.target, rules.plan, rules.forecast, rules.done))


def is_narrowed(scene: Scene, index: int, figure: Figure, referring: Sequence[Mention] = ()) -> bool:
    """The figure's clause singles out a part of what was spoken of: «среди молодых – 3,1 %».

    «У маршрута» does not, where it is among the words `referring` to that.
    """
    clause = scene.clause_of(index, figure.span)
    for position in _positions(scene, index, clause.start, figure.span.start):
        if morphology.fold(scene.analysis.tokens[position].text) in scene.words.narrowing:
            following = position + 1
            is_named = any(mention.first <= following < mention.last for mention in referring)
            if following < scene.sentence(index).last and not is_named and not _is_covered(scene, index, following):
                known = scene.words.pronouns | scene.words.speakers
                return scene.analysis.lemmas(scene.analysis.tokens[following]).isdisjoint(known)
    return False


def is_told_plainly(scene: Scene, index: int, figure: Figure) -> bool:
    """The figure's own clause shows its status: words of intent, or for a fact a verb in the past, or a dash alone."""
    clause = scene.clause_of(index, figure.span)
    if figure.status_span is not None:
        return figure.status_span.overlaps(clause)
    language = scene.analysis.language
    tokens = [scene.analysis.tokens[position] for position in _positions(scene, index, clause.start, clause.end)]
    likeliest = [morphology.readings(token.text, language)[0] for token in tokens if token.is_word]
    verbs = [reading for reading in likeliest if reading.form in ("finite", "infinitive", "gerund")]
    has_dash = any(token.text in _DASHES for token in tokens)
    if not morphology.tells_forms(language) or (not verbs and has_dash) or any(verb.tense == "past" for verb in verbs):
        return True
    return any(verb.tense == "present" for verb in verbs) and not _is_destination(scene, index, figure)


def _is_destination(scene: Scene, index: int, figure: Figure) -> bool:
    """A preposition leads to the figure: «расширяется до 25 млн»."""
    first, _ = scene.analysis.tokens_within(figure.span)
    token = scene.analysis.tokens[first - 1] if first > scene.sentence(index).first else None
    return token is not None and token.is_word and len(token.text) <= 3


def is_led_to(scene: Scene, index: int, figure: Figure) -> bool:
    """The figure is a result: «вырос до 86 %»."""
    first, _ = scene.analysis.tokens_within(figure.span)
    before = scene.analysis.tokens[first - 1].text if first > scene.sentence(index).first else ""
    return figure.hedge is None and morphology.fold(before) in exchanges(scene.analysis.language).by_to.values()


def is_described(scene: Scene, figure: Figure) -> bool:
    """What shows the figure's status only says what a thing will be like: «составит», "will cost"."""
    if figure.status_span is None:
        return False
    first, last = scene.analysis.tokens_within(figure.status_span)
    words = scene.analysis.words[first : last + 1]
    return not scene.words.copulas.isdisjoint(words)


def is_of_each(scene: Scene, index: int, figure: Figure) -> bool:
    """The number is that of one thing of several: «22 турбины по 4,5 мегаватта каждая»."""
    clause = scene.clause_of(index, figure.span)
    behind = list(_positions(scene, index, figure.span.end, clause.end))[:EACH]
    before = list(_positions(scene, index, clause.start, figure.span.start))[-EACH:]
    at = (*before, *behind) if scene.is_verb_last else behind
    return any(scene.analysis.lemmas(scene.analysis.tokens[position]) & scene.words.each for position in at)


def is_added(scene: Scene, index: int, figure: Figure) -> bool:
    """The number comes on top of another: «у поставщиков – ещё 400»."""
    first, _ = scene.analysis.tokens_within(figure.span)
    if first <= scene.sentence(index).first:
        return False
    return bool(scene.analysis.lemmas(scene.analysis.tokens[first - 1]) & scene.words.additional)


def is_denied(scene: Scene, index: int, figure: Figure) -> bool:
    """ "Not" stands right before the figure: «не 25 дней, а 18»; or right behind it: «63 емес, 65»."""
    first, last = scene.analysis.tokens_within(figure.span)
    behind = scene.analysis.words[last : last + 1] if scene.is_verb_last else ()
    if not scene.words.negations.isdisjoint(behind):
        return True
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


def unknown_capital(scene: Scene, index: int) -> Span | None:
    """A name inside a sentence that is none of the claims', nor a country's: "In Batumi traffic rose"."""
    sentence = scene.sentence(index)
    for position in range(sentence.first + 1, sentence.last):
        token = scene.analysis.tokens[position]
        if token.is_word and token.is_capitalised and not _is_known(scene, index, position, token):
            return token.span
    return None


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
    if named_before and _is_covered(scene, index, position - 1):
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
