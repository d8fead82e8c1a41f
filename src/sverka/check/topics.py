"""What a clause is about where that is none of the names that claims know: a figure is of that first of all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sverka.check.scene import Scene
from sverka.languages import morphology
from sverka.languages.calendar import calendar
from sverka.languages.grammar import grammar
from sverka.languages.intent import intent, shows_intent
from sverka.languages.morphology import Reading
from sverka.languages.suffixes import forms, suffixes
from sverka.model.figure import Figure
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.predicates import is_participle, is_predicate
from sverka.text.tokens import Token, TokenKind

# The words of an English sentence among which its subject stands: "The industry of the region".
OPENING = 5
# Those before which its predicate stands.
SUBJECT = 10
# And where one is known for sure, with its numbers.
LONG = 16
# Of several, these are mostly people that something is given to or taken from.
_WAYS = frozenset(("dative", "ablative"))
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


def unknown_opening(scene: Scene, index: int, figure: Figure, start: int | None = None) -> Span | None:
    """In a language that shows no nominative: the bare word that opens a sentence, or what follows `start` in it, where
    it is none of the known."""
    if not scene.is_verb_last:
        return None
    counts = (peer.span.start for peer in scene.figures_by_sentence.get(index, ()) if peer.values)
    start = max(behind_source(scene, index, figure), _behind_adjunct(scene, index, figure)) if start is None else start
    for position in scene.positions(index, start, min((at for at in counts if at > start), default=figure.span.start)):
        token = scene.analysis.tokens[position]
        if not token.is_word or scene.in_figure(index, token) or scene.analysis.lemmas(token) & light_words(scene):
            continue
        if scene.analysis.words[position] in calendar(scene.analysis.language).words or _is_governed(scene, position):
            continue
        if any(shows_intent(lemma, scene.analysis.language) for lemma in scene.analysis.lemmas(token)):
            continue  # «Ресми нысана – 5 пайыз»
        is_open = scene.is_familiar(index, position) or is_inflected(scene, token)
        return None if is_open and not _is_elsewhere(scene, index, position) else token.span
    return None


def behind_source(scene: Scene, index: int, figure: Figure) -> int:
    """Where a sentence goes on behind the people or the body that tell it: «Көлік министрлігінің мәліметінше, …»."""
    start, words = scene.sentence(index).span.start, scene.words
    tokens, lasting = scene.analysis.tokens, words.postpositions | words.across
    for position in scene.positions(index, start, figure.span.start):
        told = scene.analysis.lemmas(tokens[position])
        if told.isdisjoint(words.tellings) or position == scene.sentence(index).first:
            continue
        behind = position + (scene.analysis.words[position] not in words.tellings)
        is_whole = behind == position or scene.analysis.words[behind] in lasting
        if is_whole and scene.analysis.lemmas(tokens[position - 1]) & words.agents:
            return tokens[behind].end
    return start


def _behind_adjunct(scene: Scene, index: int, figure: Figure) -> int:
    """Where a sentence goes on behind a comma and what a postposition leads to it by, if that tells of no place: «Шығын
    өскеніне қарамастан, пайда …»."""
    start, tokens = scene.sentence(index).span.start, scene.analysis.tokens
    positions = list(scene.positions(index, start, figure.span.start))
    comma = next((at for at in positions if tokens[at].text == ","), positions[0] if positions else 0)
    if comma not in positions[1:] or scene.analysis.words[comma - 1] not in scene.words.postpositions:
        return start
    if any(_is_elsewhere(scene, index, at) and not _is_governed(scene, at) for at in range(positions[0], comma - 1)):
        return start
    return tokens[comma].end


def _is_governed(scene: Scene, position: int) -> bool:
    """«Тапшылықты жабу үшін»: a word before a postposition is not what the sentence is about, nor that itself."""
    words = scene.analysis.words[position : position + 2]
    return not scene.words.postpositions.isdisjoint(words)


def light_words(scene: Scene) -> frozenset[str]:
    """Words that may open a sentence and are not what it is about."""
    words = scene.words
    light = words.generic | words.agents | words.demonstratives | words.pronouns | words.whole | words.conjunctions
    light |= words.linking | words.light | words.additional | words.speakers | words.workers
    dates = calendar(scene.analysis.language)
    return light | dates.now | dates.bases_after


def _is_elsewhere(scene: Scene, index: int, position: int) -> bool:
    """«Өртте 312 адам қаза тапты»: an unknown noun that says where, and with that turns to something else."""
    if scene.is_familiar(index, position) or (scene.analysis.words[position],) in scene.words.wide:
        return False
    table, word = suffixes(scene.analysis.language), scene.analysis.words[position]
    found = forms(word, scene.analysis.language)
    if any(form.stem in scene.words.crews for form in found):
        return False
    ways = frozenset[str]() if any(form.plural for form in found) else _WAYS  # «үйлерге» are nowhere else
    return table is not None and any(
        (form.case == "locative" or form.case in ways) and table.is_sure(word, form) for form in found
    )


def is_place(scene: Scene, index: int, figure: Figure) -> bool:
    """The words that lead up to a figure end in the case of a place, and tell of one that is no town, no part of a
    country and no other thing's: «залда», «қоғамдық көлікте», «көшелерде»."""
    positions = list(scene.positions(index, scene.sentence(index).span.start, figure.span.start))
    lemmas = frozenset[str]().union(*(scene.analysis.lemmas(scene.analysis.tokens[at]) for at in positions))
    if not positions or not lemmas.isdisjoint(scene.words.towns | scene.words.scopes | scene.words.others):
        return False
    found = [form for form in forms(scene.analysis.words[positions[-1]], scene.analysis.language) if form.stripped]
    if any(form.possessive and form.case == "locative" for form in found):
        return False  # «Шелек паркінде»
    is_site = any(form.stem in scene.words.sites for form in found)
    return any(form.case == "locative" for form in found) and (is_site or not any(form.plural for form in found))


def unknown_site(scene: Scene, index: int, figure: Figure) -> Span | None:
    """«Шелек жел паркінде», "ölkənin bütün banklarında": where heads come last, the place that leads up to a figure
    where an unknown noun says whose it is."""
    if not scene.is_verb_last:
        return None
    start, table = scene.clause_of(index, figure.span).start, suffixes(scene.analysis.language)
    light = light_words(scene) | scene.words.postpositions | scene.words.neutral | scene.words.plain
    for position in scene.positions(index, start, figure.span.start):
        token, before = scene.analysis.tokens[position], scene.analysis.tokens[position - 1]
        word = scene.analysis.words[position]
        if not token.is_word or scene.is_familiar(index, position) or word in calendar(scene.analysis.language).words:
            continue
        if not scene.analysis.lemmas(token).isdisjoint(light) or not (position and before.is_word):
            continue
        if scene.is_known(index, position - 1) or not scene.analysis.lemmas(before).isdisjoint(scene.words.pronouns):
            continue
        found = forms(word, scene.analysis.language)
        if table is not None and any(f.possessive and f.case == "locative" and table.is_sure(word, f) for f in found):
            return token.span
    return None


def is_inflected(scene: Scene, token: Token) -> bool:
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


def leading_country(scene: Scene, index: int, position: int) -> int | None:
    """The one country that a sentence is about before a word of it: "Georgia saw a turnout of … in its election"."""
    found = [(at, code) for at, code in scene.countries(index) if at < position and not scene.is_known(index, at)]
    if len({code for _, code in found}) != 1 or not may_lead(scene, index, found[-1][0]):
        return None
    return found[-1][0]


def may_lead(scene: Scene, index: int, position: int) -> bool:
    """A country's name in the nominative, or where no case shows, before the predicate and behind no preposition."""
    language, tokens, first = scene.analysis.language, scene.analysis.tokens, scene.sentence(index).first
    if scene.words.articles:
        before = morphology.fold(tokens[position - 1].text) if position > first else ""
        is_led = before in scene.words.places | scene.words.ways | scene.words.paths
        is_early = not any(is_predicate(tokens, at, language) for at in range(first, position))
        last = scene.sentence(index).last
        return is_early and not is_led and position + 1 < last and is_predicate(tokens, position + 1, language)
    readings = morphology.readings(tokens[position].text, language)
    return readings[0].case in (None, "nominative") if scene.is_verb_last else readings[0].case == "nominative"


def unknown_topic(scene: Scene, index: int, figure: Figure) -> Span | None:
    """A noun before the figure in its sentence, subject or object, that is none of the known names: with one the
    sentence has a topic of its own and takes none over from the sentence before."""
    if scene.words.articles:
        found = _unknown_phrase(scene, index, scene.sentence(index).span)
        return found if found is not None and found.start < figure.span.start else None
    sentence = scene.sentence(index).span
    return _unknown_noun(scene, index, Span(sentence.start, figure.span.start), figure, _SUBJECT_OR_OBJECT)


def agrees_with_verb(scene: Scene, index: int, noun: Span, clause: Span) -> bool:
    """A noun in the plural and a clause with a verb in the plural: the verb of a language with cases is the noun's."""
    language, tokens = scene.analysis.language, scene.analysis.tokens
    words = [tokens[position].text for position in scene.positions(index, clause.start, clause.end)]
    verbs = (reading for word in words for reading in morphology.readings(word, language)[:1])
    is_plural = any(reading.form == "finite" and reading.plural for reading in verbs)
    return is_plural and bool(morphology.readings(noun.of(scene.analysis.text), language)[0].plural)


def ending(scene: Scene, index: int, within: Span) -> int | None:
    """The last word of a stretch before its first sign: its verb, where verbs come last."""
    found = None
    for position in scene.positions(index, within.start, within.end):
        if not scene.analysis.tokens[position].is_word:
            break
        found = position
    return found


def own_verb(scene: Scene, index: int, clause: Span) -> Span | None:
    """A verb of a clause that says something new, and does not go on with what was measured before: «а потратили»."""
    language, words = scene.analysis.language, scene.words
    for position in scene.positions(index, clause.start, clause.end) if words.carrying else ():
        token = scene.analysis.tokens[position]
        if not token.is_word or scene.is_familiar(index, position):
            continue
        reading = morphology.readings(token.text, language)[0]
        light = words.carrying | words.moves | words.linking | words.copulas | calendar(language).reports
        if reading.lemma in light or shows_intent(reading.lemma, language):
            continue
        is_verb = reading.form == "finite" and reading.pos == "verb"
        if is_verb or (words.articles and is_predicate(scene.analysis.tokens, position, language)):
            return token.span
        if words.articles and _is_base(scene, index, position):
            return token.span
    return None


def _is_base(scene: Scene, index: int, position: int) -> bool:
    """ "Will cost": a word right behind a verb of the future, and no adverb."""
    if position == scene.sentence(index).first:
        return False
    language, word = scene.analysis.language, scene.analysis.words[position]
    before, light = scene.analysis.words[position - 1], scene.words.light | scene.words.negations
    return before in intent(language).future and word not in light and not word.endswith(_ADVERBS)


def _unknown_phrase(scene: Scene, index: int, within: Span) -> Span | None:
    """In a language with articles and no cases: a noun phrase that opens the sentence and holds no known name."""
    phrase = subject_phrase(scene, index, within)
    if phrase is not None:
        return scene.analysis.tokens[phrase.head].span if is_unknown_phrase(scene, index, phrase) else None
    positions = _opening(scene, index, within)[:OPENING]
    if not positions or morphology.fold(scene.analysis.tokens[positions[0]].text) not in scene.words.articles:
        return _unknown_subject(scene, index, within)
    until = positions[0]
    for position in positions[1:]:
        token = scene.analysis.tokens[position]
        if scene.in_figure(index, token):
            break
        until = position if token.is_word and until == position - 1 else until
        lemmas = scene.analysis.lemmas(token)
        is_any = scene.analysis.words[positions[0]] in scene.words.indefinite  # "a party needs 61 seats"
        known = scene.words.generic if is_any else scene.words.generic | scene.words.agents | scene.words.workers
        if scene.is_familiar(index, position) or lemmas & known:
            return None
        if any((lemma,) in scene.words.pairs for lemma in lemmas):
            return None
    return Span(scene.analysis.tokens[positions[0]].start, scene.analysis.tokens[until].end)


class Phrase(NamedTuple):
    """The words that a clause is about, up to the "of" behind its noun, and those behind it."""

    words: tuple[int, ...]
    owner: tuple[int, ...]

    @property
    def head(self) -> int:
        return self.words[-1]


def subject_phrase(scene: Scene, index: int, within: Span) -> Phrase | None:
    """In a language with articles and no cases: the words of the noun right before the first predicate of a stretch,
    without what a preposition adds to them; None where no predicate is known or nothing stands before it."""
    positions = _opening(scene, index, within)[:LONG]
    tokens, language = scene.analysis.tokens, scene.analysis.language
    verb = next((at for at, p in enumerate(positions) if at and is_predicate(tokens, p, language)), None)
    if verb is None:
        return None
    phrases: list[list[int]] = [[]]
    for position in positions[:verb]:
        is_sign = tokens[position].kind is TokenKind.SIGN and not scene.in_figure(index, tokens[position])
        if is_sign and tokens[position].text != "-":
            phrases.append([])
        elif not _is_of_date(scene, index, position):
            phrases[-1].append(position)
    if len(phrases) > 1 and phrases[-1] and all(scene.analysis.words[p] in scene.words.relatives for p in phrases[-1]):
        phrases.pop()  # "Armenia, which is smaller, received"
    phrase = _without_opening(scene, index, phrases[-1] or phrases[0])
    led = next((at for at, p in enumerate(phrase) if _adds(scene, p)), len(phrase))
    of = next((at for at, p in enumerate(phrase[:led]) if scene.analysis.words[p] in scene.words.owners), led)
    words = tuple(p for p in phrase[:of] if _may_be_head(scene, p))
    return Phrase(words, tuple(p for p in phrase[of + 1 : led] if _may_be_head(scene, p))) if words else None


def _adds(scene: Scene, position: int) -> bool:
    """A preposition of any sort but "of": what follows adds to the noun before it."""
    words, word = scene.words, scene.analysis.words[position]
    leading = words.leads | words.places | words.insides | words.ways | words.paths
    return word in leading - words.owners


def _without_opening(scene: Scene, index: int, phrase: list[int]) -> list[int]:
    """The words behind a preposition and its noun that open a clause without a comma: "In Georgia the rate", "for the
    whole of the year the figure"."""
    words, tokens = scene.analysis.words, scene.analysis.tokens
    if not phrase or words[phrase[0]] not in scene.words.leads | scene.words.places | scene.words.insides:
        return phrase
    articles = [at for at, position in enumerate(phrase) if at > 1 and words[position] in scene.words.articles]
    if articles:
        return phrase[articles[-1] :]
    named = (at for at in range(1, len(phrase)) if not tokens[phrase[at]].is_capitalised)
    return phrase[next(named, len(phrase)) :]


def _is_of_date(scene: Scene, index: int, position: int) -> bool:
    start = scene.analysis.tokens[position].start
    dates = (one for one in scene.figures_by_sentence.get(index, ()) if one.kind in (Kind.DATE, Kind.PERIOD))
    return any(one.span.start <= start < one.span.end for one in dates) and not scene.is_of_subject(index, position)


def _may_be_head(scene: Scene, position: int) -> bool:
    """A word that is no conjunction, article or adverb."""
    words, token = scene.words, scene.analysis.tokens[position]
    empty = words.articles | words.conjunctions | words.light | grammar(scene.analysis.language).openers
    if not token.is_word or scene.analysis.words[position] in empty:
        return False
    return not scene.analysis.words[position].endswith(_ADVERBS)


_ADVERBS = ("ly",)


def is_unknown_phrase(scene: Scene, index: int, phrase: Phrase) -> bool:
    """The noun of a phrase is none that claims know; one of measure is what the word behind its "of" is. Whose it is
    makes no difference: "Kazakhstan's deliveries", "the age of its planes"."""
    words, tokens = scene.words, scene.analysis.tokens
    head = phrase.head
    if any(not scene.analysis.lemmas(tokens[at]).isdisjoint(words.agents) for at in phrase.words):
        return False  # "the central bank sees"
    if len(phrase.words) > 1 and not scene.analysis.lemmas(tokens[head]).isdisjoint(words.plain - words.generic):
        return not any(scene.is_known(index, at) for at in phrase.words)  # "the subscriber base"
    if scene.is_familiar(index, head) or _is_open(scene, index, head):
        lemmas = scene.analysis.lemmas(tokens[head])
        if not phrase.owner or scene.is_familiar(index, head) or lemmas.isdisjoint(words.generic):
            return False
        return is_unknown_phrase(scene, index, Phrase(phrase.owner, ()))
    return True


def _unknown_subject(scene: Scene, index: int, within: Span) -> Span | None:
    """The same without an article: the words right before the predicate ("outflow came to…"), or before the remark
    that parts the two ("Alakol, the other lake, drew…")."""
    phrases: list[list[int]] = [[]]
    ended: list[int] = []
    tokens = scene.analysis.tokens
    positions = _opening(scene, index, within)[:SUBJECT]
    verb = next((p for p in positions if is_predicate(tokens, p, scene.analysis.language)), None)
    for position in positions if verb is not None else _until_preposition(scene, positions):
        if position == verb:
            break
        if tokens[position].text == ",":
            phrases.append([])
        elif phrases[-1] and _leads_on(scene, tokens[position]):
            ended.append(len(phrases) - 1)  # "demand from China" is demand
        elif len(phrases) - 1 in ended:
            continue
        elif _says_something(scene, tokens[position]):
            phrases[-1].append(position)
    phrase = phrases[-1] or phrases[0]
    if not phrase or any(_is_open(scene, index, position) for position in phrase):
        return None
    return Span(tokens[phrase[0]].start, tokens[phrase[-1]].end)


def _until_preposition(scene: Scene, positions: Sequence[int]) -> Sequence[int]:
    """Where no verb is known for one, the words that open a sentence as far as the preposition behind them: "Loans in
    dollars cost"."""
    leading = (at for at, position in enumerate(positions) if _leads_on(scene, scene.analysis.tokens[position]))
    opening = positions[: next(leading, 0)]
    turns = any(is_participle(scene.analysis.tokens[at].text, scene.analysis.language) for at in opening)
    return () if turns or any(not scene.analysis.tokens[at].is_word for at in opening) else opening


def _leads_on(scene: Scene, token: Token) -> bool:
    """A preposition, but for "of", which goes on with the same noun: "exports of grain"."""
    words, word = scene.words, morphology.fold(token.text)
    return token.is_word and word in words.places | words.ways | words.paths and word not in words.linking


def _opening(scene: Scene, index: int, within: Span) -> list[int]:
    """The words and signs of a stretch, without a date that opens it: "A year earlier passengers numbered…"."""
    found = list(scene.positions(index, within.start, within.end))
    while found and scene.in_figure(index, scene.analysis.tokens[found[0]]):
        found.pop(0)
    return found


def _says_something(scene: Scene, token: Token) -> bool:
    """No conjunction, preposition, adverb or other word that may stand before any subject."""
    words = scene.words
    empty = words.conjunctions | words.light | words.places | words.ways | words.paths
    return token.is_word and not scene.analysis.lemmas(token) & empty


def _is_open(scene: Scene, index: int, position: int) -> bool:
    """A word with which a phrase is about something known, or is none that names a topic."""
    words, token = scene.words, scene.analysis.tokens[position]
    rules = grammar(scene.analysis.language)
    known = words.generic | words.agents | words.pronouns | words.demonstratives | words.relatives | words.speakers
    known |= rules.openers | rules.relatives | words.linking | words.workers
    if scene.is_familiar(index, position) or scene.analysis.lemmas(token) & known:
        return True
    return any((lemma,) in words.pairs for lemma in scene.analysis.lemmas(token))


def _unknown_noun(scene: Scene, index: int, within: Span, figure: Figure | None, cases: frozenset[str]) -> Span | None:
    for position in scene.positions(index, within.start, within.end):
        token = scene.analysis.tokens[position]
        if not (figure and figure.span.covers(token.span)) and _is_unknown_noun(scene, index, position, cases):
            return token.span
    return None


def _is_unknown_noun(scene: Scene, index: int, position: int, cases: frozenset[str]) -> bool:
    token = scene.analysis.tokens[position]
    language = scene.analysis.language
    if not token.is_word or len(token.text) < 3 or scene.is_familiar(index, position):
        return False
    readings = morphology.readings(token.text, language)
    if readings[0].pos != "noun" or readings[0].is_name or not _may_stand_in(scene, index, position, cases):
        return False
    if (readings[0].lemma,) in scene.words.pairs or readings[0].lemma in scene.words.agents:
        return False
    if readings[0].lemma in scene.words.workers and _has_name_behind(scene, index, position):
        return True  # «Аграрии Туркестанской области»
    if readings[0].lemma in scene.words.generic | scene.words.workers:
        return has_unknown_complement(scene, index, position)
    return not _follows_preposition(scene, index, position)


def _has_name_behind(scene: Scene, index: int, position: int) -> bool:
    """A word with a capital that is none of the known names follows."""
    behind = position + 1
    token = scene.analysis.tokens[behind] if behind < scene.sentence(index).last else None
    return token is not None and token.is_word and token.is_capitalised and not scene.is_familiar(index, behind)


def _may_stand_in(scene: Scene, index: int, position: int, cases: frozenset[str]) -> bool:
    """The likeliest reading of a noun has one of the cases; before the sentence's verb a nominative that looks like
    an accusative is taken for one."""
    language, tokens = scene.analysis.language, scene.analysis.tokens
    readings = morphology.readings(tokens[position].text, language)
    if "accusative" not in cases and _is_object(scene, index, position, readings):
        return False
    if readings[0].case in cases or _is_bare_nominative(scene, index, position, readings):
        return True
    if readings[0].case != "accusative" or not any(reading.case == "nominative" for reading in readings):
        return False
    earlier = tokens[scene.sentence(index).first : position]
    return not any(token.is_word and morphology.readings(token.text, language)[0].form == "finite" for token in earlier)


def _is_bare_nominative(scene: Scene, index: int, position: int, readings: Sequence[Reading]) -> bool:
    """«Аграрии собрали»: what opens a sentence stands behind no preposition, and so is no locative."""
    opens = position == scene.sentence(index).first
    return opens and readings[0].case == "locative" and any(reading.case == "nominative" for reading in readings)


def _is_object(scene: Scene, index: int, position: int, readings: Sequence[Reading]) -> bool:
    """«Довести парк до 40»: right behind an infinitive a noun that may be its object is one."""
    if position == scene.sentence(index).first or not any(reading.case == "accusative" for reading in readings):
        return False
    before = scene.analysis.tokens[position - 1]
    return before.is_word and morphology.readings(before.text, scene.analysis.language)[0].form == "infinitive"


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


def _follows_preposition(scene: Scene, index: int, position: int) -> bool:
    """The noun belongs to a preposition, with at most its adjectives between."""
    for earlier in range(position - 1, scene.sentence(index).first - 1, -1):
        token = scene.analysis.tokens[earlier]
        if not token.is_word:
            return False
        reading = morphology.readings(token.text, scene.analysis.language)[0]
        if scene.analysis.words[earlier] in scene.words.particles:
            return False  # «всего же страна приняла»
        if reading.pos == "other":
            return len(token.text) <= 5
        if reading.pos != "adjective":
            return False
    return False


def has_unknown_complement(scene: Scene, index: int, position: int) -> bool:
    """ "The volume of transport": the genitive that follows a noun of measure says what is measured."""
    following = position + 1
    if following >= scene.sentence(index).last:
        return False
    token = scene.analysis.tokens[following]
    if not token.is_word or scene.is_familiar(index, following):
        return False
    readings = morphology.readings(token.text, scene.analysis.language)
    return readings[0].pos == "noun" and any(one.pos == "noun" and one.case == "genitive" for one in readings)
