"""What stands right before a figure, behind the number before it, where verbs come last: a place or a thing there, that
no claim knows, is what the figure is told of.

«Орташа жылдамдық 54 Мбит/с болды, Бакуде 71 Мбит/с»; «сиыр саны 436 мың, ал жылқы саны 212 мың».
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sverka.check.scene import Scene
from sverka.check.topics import ending, is_inflected, light_words
from sverka.languages.calendar import calendar
from sverka.languages.grammar import grammar
from sverka.languages.intent import shows_intent
from sverka.languages.suffixes import Form, forms, suffixes
from sverka.languages.verbs import verbs
from sverka.model.figure import Figure
from sverka.model.quantity import Kind
from sverka.model.span import Span

_DASHES = frozenset("–—-")
_PARTING = frozenset(",;:(")
# A noun that labels a figure has no fewer letters.
LABEL = 4


def turned_to(scene: Scene, index: int, figure: Figure, metric: Span, own: Collection[str]) -> Span | None:
    """The place or the thing to which the text turns between a metric and its figure; `own` are the words of the
    figure's subjects."""
    if not scene.is_verb_last or metric.overlaps(figure.span):
        return None
    own_thing = measured_behind(scene, index, figure) if metric.end <= figure.span.start else None
    if own_thing is not None:
        return own_thing
    stretch = _stretch(scene, index, figure)
    if metric.overlaps(stretch) or metric.start > figure.span.start:
        return None
    deed = _done_behind(scene, index, figure)
    if deed is not None and scene.lemmas_of(deed).isdisjoint(scene.lemmas_of(metric)):
        return deed
    for position in scene.positions(index, stretch.start, stretch.end):
        if scene.is_known(index, position) or not scene.analysis.tokens[position].is_word:
            continue
        if _is_among(scene, index, position):
            return scene.analysis.tokens[position].span
        is_thing = _is_at(scene, position) or _is_thing(scene, index, position) or _is_label(scene, position, figure)
        is_other = is_thing and not _is_open(scene, position, own)
        if is_other or _is_measure_of_unknown(scene, index, position):
            return scene.analysis.tokens[position].span
    return None


def measured_behind(scene: Scene, index: int, figure: Figure) -> Span | None:
    """«35 мың тонна ет»: the unknown noun behind a unit that has no case is what is measured by it."""
    _, position = scene.analysis.tokens_within(figure.span)
    if figure.parts.unit is None or figure.dimension == "count" or figure.unit in (None, "%", "pp", "x"):
        return None
    if position >= scene.sentence(index).last or _has_case(scene, figure):
        return None
    token, words = scene.analysis.tokens[position], scene.words
    is_short = len(token.text) < LABEL and scene.analysis.lemmas(token).isdisjoint(words.stuffs)
    if not token.is_word or is_short or scene.is_familiar(index, position) or _is_verb(scene, position):
        return None
    light = light_words(scene) | words.postpositions | words.plain | words.neutral | words.carrying | words.moves
    is_open = any(form.case for form in _sure(scene, position)) or not scene.analysis.lemmas(token).isdisjoint(light)
    return None if is_open else token.span


def _has_case(scene: Scene, figure: Figure) -> bool:
    """What leads up to a number, or to which it leads: «10 млн тоннаға»."""
    _, after = scene.analysis.tokens_within(figure.span)
    return any(form.case for form in _sure(scene, after - 1))


def _done_behind(scene: Scene, index: int, figure: Figure) -> Span | None:
    """«70 мың тонна сатып алмақ»: the figure's own verb tells of another deed than the metric that another part of the
    sentence names."""
    language = scene.analysis.language
    at = ending(scene, index, Span(figure.span.end, scene.clause_of(index, figure.span).end))
    if figure.kind is not Kind.LEVEL or _has_case(scene, figure) or _is_for_this(scene, index, figure):
        return None
    if at is None or not scene.analysis.words[at].endswith(grammar(language).endings):
        return None
    if scene.analysis.words[at - 1] in scene.words.saying:
        return None  # «69 млрд теңге деп бекітілді»
    lemmas, words = scene.analysis.lemmas(scene.analysis.tokens[at]), scene.words
    light = words.carrying | words.moves | words.linking | calendar(language).reports | grammar(language).verbs
    goes_on = not lemmas.isdisjoint(light) or any(shows_intent(lemma, language) for lemma in lemmas)
    return None if goes_on else scene.analysis.tokens[at].span


def _is_for_this(scene: Scene, index: int, figure: Figure) -> bool:
    """«Ötən il bu məqsədə 1,8 milyard yönəldilib»: whatever was done, "this purpose" is what was measured."""
    tokens, words, stretch = scene.analysis.tokens, scene.words, _stretch(scene, index, figure)
    return any(
        not scene.analysis.lemmas(tokens[at]).isdisjoint(words.demonstratives)
        and not scene.analysis.lemmas(tokens[at + 1]).isdisjoint(words.generic)
        for at in list(scene.positions(index, stretch.start, stretch.end))[:-1]
        if not scene.in_figure(index, tokens[at])
    )


def _is_verb(scene: Scene, position: int) -> bool:
    language, word = scene.analysis.language, scene.analysis.words[position]
    rules, forms_of = grammar(language), verbs(language)
    ends = (*rules.endings, *forms_of.participles, *forms_of.infinitives)
    return word in rules.verbs or word in forms_of.light or word.endswith(ends)


def _stretch(scene: Scene, index: int, figure: Figure) -> Span:
    """To a figure from the last number before it, or from the start of its clause where that is nearer."""
    peers = (one.span.end for one in scene.figures_by_sentence.get(index, ()) if one.values and _is_number(one))
    clause = scene.clause_of(index, figure.span).start
    return Span(max((clause, *(end for end in peers if end <= figure.span.start))), figure.span.start)


def _is_number(figure: Figure) -> bool:
    return figure.kind not in (Kind.DATE, Kind.PERIOD, Kind.ORDINAL)


def _is_open(scene: Scene, position: int, own: Collection[str]) -> bool:
    """The word is one of the subject's, or tells of nothing."""
    lemmas = scene.analysis.lemmas(scene.analysis.tokens[position])
    later = {word for phrase in scene.words.later for word in phrase}
    light = light_words(scene) | scene.words.postpositions | later
    return not lemmas.isdisjoint(light) or not lemmas.isdisjoint(own)


def _is_measure_of_unknown(scene: Scene, index: int, position: int) -> bool:
    """«Жылқы саны»: a noun of measure with a noun before it that no claim knows."""
    is_measure = not scene.analysis.lemmas(scene.analysis.tokens[position]).isdisjoint(scene.words.generic)
    before = scene.analysis.lemmas(scene.analysis.tokens[position - 1])
    return (
        is_measure
        and before.isdisjoint(scene.words.plain)
        and _has_owner(scene, index, position, _forms(scene, position))
    )


def _has_owner(scene: Scene, index: int, position: int, found: Iterable[Form]) -> bool:
    """A noun in the possessive that has no case, with a word before it that no claim knows, and that says something."""
    before = scene.analysis.tokens[position - 1]
    if position == scene.sentence(index).first or not before.is_word or scene.is_familiar(index, position - 1):
        return False
    light = light_words(scene) | scene.words.postpositions | scene.words.neutral
    owned = any(form.possessive and form.case is None for form in found)
    return owned and scene.analysis.lemmas(before).isdisjoint(light)


def _is_at(scene: Scene, position: int) -> bool:
    """The word has the case of a place, and is no verb's: «салғанда»."""
    ends = verbs(scene.analysis.language).participles
    return any(form.case == "locative" and not form.stem.endswith(ends) for form in _sure(scene, position))


def _is_thing(scene: Scene, index: int, position: int) -> bool:
    """«Әмлак сақтандыруы»: a noun that another, unknown, makes a thing of its own, and that has no case."""
    return _has_owner(scene, index, position, _sure(scene, position))


def _is_label(scene: Scene, position: int, figure: Figure) -> bool:
    """«Айналым 810 млн доллар: экспорт 690 млн, импорт – 120 млн»: a noun by itself between a sign and the figure."""
    tokens = scene.analysis.tokens
    first, _ = scene.analysis.tokens_within(figure.span)
    last = first - 1
    while last > position and (tokens[last].text in _DASHES or scene.analysis.words[last] in _contrasts(scene)):
        last -= 1
    if position != last or tokens[position - 1].text not in _PARTING or len(tokens[position].text) < LABEL:
        return False
    owned = any(form.possessive and form.case is None for form in _forms(scene, position))
    is_bare = last < first - 1 or owned or not is_inflected(scene, tokens[position])
    return is_bare and not _is_verb(scene, position)


def _contrasts(scene: Scene) -> frozenset[str]:
    return grammar(scene.analysis.language).contrasts


def _is_among(scene: Scene, index: int, position: int) -> bool:
    """«Жастар арасында»: several of a sort, of whom the figure is then told."""
    if scene.analysis.words[position] not in scene.words.among or position == scene.sentence(index).first:
        return False
    before = scene.analysis.words[position - 1]
    is_open = scene.is_familiar(index, position - 1) or not scene.analysis.tokens[position - 1].is_word
    return not is_open and any(form.plural for form in forms(before, scene.analysis.language))


def _forms(scene: Scene, position: int) -> tuple[Form, ...]:
    return forms(scene.analysis.words[position], scene.analysis.language)


def _sure(scene: Scene, position: int) -> Iterator[Form]:
    table, word = suffixes(scene.analysis.language), scene.analysis.words[position]
    for form in _forms(scene, position):
        if table is not None and form.stripped and table.is_sure(word, form):
            yield form
