"""Where a text tells in which year something began, and whether an age or an anniversary is counted from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sverka.check.fit import is_anniversary
from sverka.check.scene import Scene
from sverka.check.tellings import canonical
from sverka.languages import morphology
from sverka.languages.ages import Ages
from sverka.languages.retelling import retelling
from sverka.model.figure import Figure
from sverka.model.quantity import Kind
from sverka.model.span import Span

# How many words and signs stand between an anniversary and the date of the beginning of what it is of.
BESIDE = 10
# Shorter words are prepositions and the like.
SHORT = 3


@dataclass(frozen=True, slots=True)
class Beginning:
    """A date by which something began, where that is told, and the sort of the beginning."""

    figure: Figure
    sentence: int
    sort: int


def beginnings(scene: Scene, index: int, words: Ages) -> Iterator[Beginning]:
    """The years of beginnings in a sentence and in those beside it in its paragraph."""
    block = scene.sentence(index).block
    for at in (index - 1, index, index + 1):
        if not 0 <= at < len(scene.analysis.sentences) or scene.sentence(at).block != block:
            continue
        for figure in scene.figures_by_sentence.get(at, ()):
            if figure.kind in (Kind.DATE, Kind.PERIOD) and _is_within_year(figure):
                told = scene.lemmas_of(scene.clause_of(at, figure.span))
                sort = next((number for number, begin in enumerate(words.begins) if told & begin), None)
                if sort is not None:
                    yield Beginning(figure, at, sort)


def _is_within_year(figure: Figure) -> bool:
    """The date is of one year, and written with it."""
    days = figure.days
    return days is not None and days.start.year == days.end.year and str(days.start.year) in figure.text


def is_of_one(scene: Scene, index: int, figure: Figure, begun: Beginning, words: Ages) -> bool:
    """The years are counted from that beginning: of its sort, if they name one, and of the same thing."""
    told = scene.lemmas_of(scene.clause_of(index, figure.span))
    named = {number for number, begin in enumerate(words.begins) if told & begin}
    if begun.sentence == index and _is_beside(scene, figure, begun):
        return not named - {begun.sort}
    if told & scene.words.relatives or not _tells_nothing_else(scene, index, figure, begun, words):
        return False
    one, other = _things(scene, index), _things(scene, begun.sentence)
    if begun.sentence == index:
        return len(one) < 2 and not named - {begun.sort}
    if named and begun.sort not in named:
        return False
    refers = _refers(scene, max(index, begun.sentence))
    here, there = (content(scene, words, scene.sentence(at).span) for at in (index, begun.sentence))
    alike = bool(one) or refers or bool(here & there)
    return (one == other and alike) or (refers and not (one and other))


def _is_beside(scene: Scene, figure: Figure, begun: Beginning) -> bool:
    """«20-летие завода, открытого в 2004 году»: the beginning is told of the noun right behind the anniversary."""
    if begun.figure.span.start < figure.span.end or not is_anniversary(figure):
        return False
    first, last = scene.analysis.tokens_within(Span(figure.span.end, begun.figure.span.start))
    return last - first <= BESIDE and scene.clause_of(begun.sentence, begun.figure.span).start > figure.span.start


def _tells_nothing_else(scene: Scene, index: int, figure: Figure, begun: Beginning, words: Ages) -> bool:
    """Whoever the clause of the later of the two names, the sentence of the earlier names too; within one sentence,
    whoever the clause of the years names, that of the beginning."""
    clause, there = scene.clause_of(index, figure.span), scene.clause_of(begun.sentence, begun.figure.span)
    if begun.sentence == index:
        return content(scene, words, clause) <= content(scene, words, there)
    if begun.sentence < index:
        return content(scene, words, clause) <= content(scene, words, scene.sentence(begun.sentence).span)
    return content(scene, words, there) <= content(scene, words, scene.sentence(index).span)


def content(scene: Scene, words: Ages, within: Span) -> frozenset[str]:
    """The nouns of a sentence or a clause, or all of its words in a language that does not tell nouns, but for those of
    time, of beginnings and of marking them."""
    light = _idle(scene) | words.age | words.marking | frozenset[str]().union(*words.begins)
    positions = range(*scene.analysis.tokens_within(within))
    found = (position for position in positions if _is_content(scene, position))
    return frozenset(canonical(scene, position) for position in found if _lemmas(scene, position).isdisjoint(light))


def _lemmas(scene: Scene, position: int) -> frozenset[str]:
    return scene.analysis.lemmas(scene.analysis.tokens[position])


def _is_content(scene: Scene, position: int) -> bool:
    token, language = scene.analysis.tokens[position], scene.analysis.language
    index = scene.analysis.sentence_at(token.start)
    if not token.is_word or index is None or scene.in_figure(index, token) or len(token.text) < SHORT:
        return False
    return not morphology.tells_forms(language) or morphology.readings(token.text, language)[0].pos == "noun"


def _things(scene: Scene, index: int) -> frozenset[str]:
    """The names of a sentence: subjects, countries and other words with a capital that does not open it."""
    sentence = scene.sentence(index)
    found = {mention.name for mention in scene.subjects(index)}
    covered = {p for mention in scene.subjects(index) for p in range(mention.first, mention.last)}
    runs: list[str] = []
    before = -2
    for position in range(sentence.first + 1, sentence.last):
        token = scene.analysis.tokens[position]
        if not token.is_word or not token.is_capitalised or position in covered:
            continue
        if scene.in_figure(index, token) or not scene.analysis.lemmas(token).isdisjoint(_idle(scene)):
            continue
        word = canonical(scene, position)
        if position - before == 1:
            runs[-1] = f"{runs[-1]} {word}"
        else:
            runs.append(word)
        before = position
    return frozenset(found | set(runs))


def _idle(scene: Scene) -> frozenset[str]:
    return retelling(scene.analysis.language).idle


def _refers(scene: Scene, index: int) -> bool:
    return scene.refers_back(index, scene.sentence(index).span)
