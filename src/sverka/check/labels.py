"""Labels that say what a number is, and know nothing of a claim: «работников – 587», "Armenia: 3.0"."""

from __future__ import annotations

from sverka.check.scene import Scene
from sverka.languages import morphology
from sverka.languages.intent import shows_intent
from sverka.languages.morphology import Reading
from sverka.languages.suffixes import forms
from sverka.model.figure import Figure
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.predicates import is_predicate
from sverka.text.tokens import Token

_ENDS_LABEL = frozenset(",(")
_LABELLING = frozenset("–—-:")
_PARTING = frozenset(",;:(")


def has_other_label(scene: Scene, index: int, metric: Span, figure: Figure) -> bool:
    """A noun with a dash or a colon right before the figure says what it is, and it is not the metric:
    «работников – 587»; or an adjective in place of the metric's own: «двухкомнатной – в 210 тысяч»."""
    first, _ = scene.analysis.tokens_within(figure.span)
    if _is_of_gapped_noun(scene, index, first):
        return True
    noun = _labelled(scene, index, metric, first)
    if noun is not None and noun.pos == "noun":
        return noun.lemma not in scene.words.generic and not noun.is_name
    led = first - 1 if _is_preposition(scene, index, first - 1) else first
    label = _labelled(scene, index, metric, led)
    is_kind = label is not None and label.pos == "adjective" and label.lemma not in scene.words.neutral
    return is_kind and _is_alone(scene, index, led - 2)


def _is_of_gapped_noun(scene: Scene, index: int, first: int) -> bool:
    """ "Exports grew by 7.8%, and imports by 5.3%": in a language with articles, a noun that no claim knows stands
    between a conjunction and "by", and the verb is left out."""
    words, start = scene.words, scene.sentence(index).first
    if not words.articles or first - 3 < start or scene.analysis.words[first - 1] not in words.by:
        return False
    noun, joining = scene.analysis.tokens[first - 2], scene.analysis.tokens[first - 3]
    if not noun.is_word or scene.is_familiar(index, first - 2) or _says_little(scene, first - 2):
        return False
    is_verb = is_predicate(scene.analysis.tokens, first - 2, scene.analysis.language)
    return not is_verb and bool(scene.analysis.lemmas(joining) & words.conjunctions)


def has_measure_of_its_own(scene: Scene, index: int, metric: Span, figure: Figure) -> bool:
    """«Суда с осадкой до 12,8 метра», "with a span of 29 metres": the noun before the figure says what it measures of
    something else, and it is not the metric."""
    first, _ = scene.analysis.tokens_within(figure.span)
    start, words = scene.sentence(index).first, scene.words
    noun = (
        first - 2 if words.articles and first > start and scene.analysis.words[first - 1] in words.owners else first - 1
    )
    if noun <= start or not scene.analysis.tokens[noun].is_word:
        return False
    if scene.is_familiar(index, noun) and not _names_other_metric(scene, index, metric, noun):
        return False
    if metric.start < scene.analysis.tokens[noun].start < metric.end or _says_little(scene, noun):
        return False
    before = scene.analysis.words[noun - 1]
    if words.articles:
        return noun == first - 2 and not words.articles.isdisjoint(scene.analysis.words[max(start, noun - 2) : noun])
    reading = morphology.readings(scene.analysis.tokens[noun].text, scene.analysis.language)[0]
    if reading.pos != "noun" or reading.case != "instrumental":
        return False
    return before in words.having or _is_of_noun_before(scene, index, noun)


def _names_other_metric(scene: Scene, index: int, metric: Span, position: int) -> bool:
    """A word is by itself the name of a metric, and not of the given one."""
    named = [mention for mention in scene.metrics(index) if mention.first <= position < mention.last]
    return bool(named) and not any(mention.span.overlaps(metric) for mention in named)


def _is_of_noun_before(scene: Scene, index: int, noun: int) -> bool:
    """«Проектов общей стоимостью 3,2 млрд»: a noun in the instrumental goes with the one before it, of another case."""
    for before in range(noun - 1, scene.sentence(index).first - 1, -1):
        token = scene.analysis.tokens[before]
        if not token.is_word:
            return False
        readings = morphology.readings(token.text, scene.analysis.language)
        if not any(one.pos == "adjective" and one.case == "instrumental" for one in readings):
            return readings[0].pos == "noun" and readings[0].case != "instrumental"
    return False


def is_of_fraction(scene: Scene, index: int, metric: Span, figure: Figure) -> bool:
    """«Почти половина отделений, 17,6 тысячи, находится в деревнях»: the number says how many a share is."""
    if metric.end > figure.span.start or scene.analysis.text[metric.end : figure.span.start].strip(" —–-") != ",":
        return False
    peers = scene.figures_by_sentence.get(index, ())
    return any(peer.dimension == "share" and 0 <= metric.start - peer.span.end <= OF for peer in peers)


def is_share_of_unknown(scene: Scene, index: int, figure: Figure) -> bool:
    """«Еңбекке жарамдылардың үштен бірі», "turistlərin yarıdan çoxu": where owners come first, that of a share is a
    noun that no claim knows."""
    first, _ = scene.analysis.tokens_within(figure.span)
    if not scene.is_verb_last or figure.dimension != "share" or first <= scene.sentence(index).first:
        return False
    before, words = scene.analysis.tokens[first - 1], scene.words
    if not before.is_word or figure.kind is not Kind.LEVEL or scene.is_familiar(index, first - 1):
        return False
    if not scene.analysis.lemmas(before).isdisjoint(
        words.generic | words.pronouns | words.demonstratives | words.firms
    ):
        return False
    return any(form.case == "genitive" for form in forms(scene.analysis.words[first - 1], scene.analysis.language))


def is_of_another_country(scene: Scene, index: int, metric: Span, figure: Figure) -> bool:
    """«Қазақстан мұнайы 1,4 млн тонна болды, Түрікменстаннан келген көлем – 3 млн»: a country is part of what is
    measured, and another leads up to the figure behind it."""
    tokens = scene.analysis.tokens
    own = {code for at, code in scene.countries(index) if metric.covers(tokens[at].span)}
    between = [code for at, code in scene.countries(index) if metric.end <= tokens[at].start < figure.span.start]
    return bool(own) and any(code not in own for code in between)


# How many letters stand between a share and what it is of: "half of the".
OF = 8


def is_in_ratio(scene: Scene, index: int, metric: Span, figure: Figure) -> bool:
    """«Отношение долга к прибыли поднялось до 2,1»: the number is that of a ratio, one side of which the metric is."""
    clause = scene.clause_of(index, figure.span)
    first, last = scene.analysis.tokens_within(Span(clause.start, max(clause.start, metric.start)))
    near = range(max(first, last - RATIO), last)
    return figure.span.start >= metric.end and any(
        not scene.analysis.lemmas(scene.analysis.tokens[at]).isdisjoint(scene.words.ratios)
        for at in near
        if scene.analysis.tokens[at].is_word and not scene.is_known(index, at)
    )


# How far before a metric the word for a ratio stands.
RATIO = 5


def _says_little(scene: Scene, position: int) -> bool:
    words = scene.words
    return not scene.analysis.lemmas(scene.analysis.tokens[position]).isdisjoint(words.generic | words.plain)


def _labelled(scene: Scene, index: int, metric: Span, first: int) -> Reading | None:
    """The word before a dash or a colon that stands before a token, unless it is the metric's or is known."""
    position = first - 2
    if position < scene.sentence(index).first or scene.analysis.tokens[first - 1].text not in _LABELLING:
        return None
    token = scene.analysis.tokens[position]
    if not token.is_word or scene.is_familiar(index, position) or _leads_to(scene, index, metric, position):
        return None
    return morphology.readings(token.text, scene.analysis.language)[0]


def _is_preposition(scene: Scene, index: int, position: int) -> bool:
    """A short word leads to the figure, behind the dash."""
    token = scene.analysis.tokens[position]
    return position > scene.sentence(index).first and token.is_word and len(token.text) <= 2


def _is_alone(scene: Scene, index: int, position: int) -> bool:
    """Nothing but a comma or a conjunction stands before the word."""
    if position == scene.sentence(index).first:
        return False
    before = scene.analysis.tokens[position - 1]
    return before.text in (",", ";") or bool(scene.analysis.lemmas(before) & scene.words.conjunctions)


def _leads_to(scene: Scene, index: int, metric: Span, position: int) -> bool:
    """The words from the metric to a noun are one phrase: «протяженность трубопровода –»."""
    first, _ = scene.analysis.tokens_within(metric)
    run = scene.analysis.tokens[max(first, scene.sentence(index).first) : position]
    return metric.start <= scene.analysis.tokens[position].start and all(token.is_word for token in run)


def has_unknown_label(scene: Scene, index: int, figure: Figure) -> bool:
    """The line of a table has a label of its own, of which a claim knows nothing: «Прочее – 5», "Armenia: 3.0"."""
    known = scene.words.generic | scene.words.linking | scene.words.conjunctions
    if scene.words.articles:
        known |= scene.words.articles | scene.words.places | scene.words.leads  # "aircraft in the fleet"
    for position in scene.positions(index, scene.sentence(index).span.start, figure.span.start):
        token = scene.analysis.tokens[position]
        if token.text in _ENDS_LABEL and scene.analysis.text[token.end : token.end + 1].isspace():
            return False  # what follows is the unit, or the year
        if not token.is_word or len(token.text) < 2 or any(m.first <= position < m.last for m in scene.mentions[index]):
            continue
        if not (scene.in_figure(index, token) or _shows_status(scene, token) or scene.analysis.lemmas(token) & known):
            return True
    return False


def _shows_status(scene: Scene, token: Token) -> bool:
    return any(shows_intent(lemma, scene.analysis.language) for lemma in scene.analysis.lemmas(token))


def is_numbered(scene: Scene, index: int, metric: Span, figure: Figure) -> bool:
    """«Вторая полоса будет короче – 3,6 км»: another than the first of what the metric names, in its own words or
    between it and the figure."""
    clause = scene.clause_of(index, figure.span)
    for other in scene.figures_by_sentence.get(index, ()):
        if other.kind is not Kind.ORDINAL or other.dimension != "ordinal" or other.span.overlaps(figure.span):
            continue
        if not other.values or other.values[0] < 2:
            continue
        is_beside = other.span.overlaps(metric) or 0 <= metric.start - other.span.end <= 1
        leads = clause.covers(other.span) and metric.end <= other.span.start and other.span.end <= figure.span.start
        if is_beside or leads:
            return True
    return False


def has_unknown_contrast(scene: Scene, index: int, figure: Figure) -> bool:
    """All that a dash leaves of a clause before its figure is a noun that no claim knows: «во всём бассейне – 10»."""
    first, _ = scene.analysis.tokens_within(figure.span)
    sentence, tokens, language = scene.sentence(index), scene.analysis.tokens, scene.analysis.language
    if not morphology.tells_forms(language) or first - 1 <= sentence.first or tokens[first - 1].text not in _LABELLING:
        return False
    is_found = False
    for position in range(first - 2, sentence.first - 1, -1):
        token = tokens[position]
        if token.text in _PARTING:
            break
        if not token.is_word or scene.in_figure(index, token):
            continue
        reading = morphology.readings(token.text, language)[0]
        if scene.is_known(index, position) or reading.pos == "verb":
            return False
        is_open = reading.lemma in scene.words.generic | scene.words.agents or _shows_status(scene, token)
        is_found = is_found or (reading.pos == "noun" and len(token.text) > 2 and not is_open)
    return is_found
