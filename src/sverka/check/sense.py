"""In what sense the words around a figure tell it: plainly as fact or intent, as a result, an answer, of then."""

from __future__ import annotations

from typing import NamedTuple

from sverka.check.scene import Scene
from sverka.languages import morphology
from sverka.languages.calendar import calendar
from sverka.languages.intent import intent
from sverka.model.figure import Figure, Scope
from sverka.model.quantity import Kind
from sverka.text.predicates import is_predicate
from sverka.text.tense import Tenses, tense_of

_DASHES = frozenset("–—")


class Sense(NamedTuple):
    """`told_plainly` means that the figure's own clause shows whether it is fact or intent, `is_result` that it is what
    something rose or fell to, `is_dated` that its period is written as a number or told by the document's own day,
    `is_of_today` that a word for the document's own day leads up to it, `names_time` that a time does whose days are
    not known, `is_of_then` that it is told of a time which need not be the present, `is_answer` that it is the first
    thing in the answer to a question, `is_loose` that the text has a word of change and does not say that the figure is
    what something changed by; `before` is the word right before it, `direction` the one that says whether it
    rose or fell.
    """

    told_plainly: bool = False
    is_result: bool = False
    is_dated: bool = False
    is_of_today: bool = False
    names_time: bool = False
    is_of_then: bool = False
    is_answer: bool = False
    is_loose: bool = False
    before: str = ""
    direction: str = ""


NO_SENSE = Sense()


def sense(scene: Scene, index: int, figure: Figure) -> Sense:
    return Sense(
        _is_told_plainly(scene, index, figure),
        figure.kind is Kind.LEVEL and _is_led_to(scene, index, figure),
        _is_dated(scene, figure),
        _is_of_today(scene, index, figure),
        _names_time(scene, index, figure),
        _is_of_then(scene, index, figure),
        _is_answer(scene, index, figure),
        _is_loose(scene, index, figure),
        _before(scene, index, figure),
        figure.direction_span.of(scene.analysis.text) if figure.direction_span else "",
    )


def _is_told_plainly(scene: Scene, index: int, figure: Figure) -> bool:
    """The figure's own clause shows its status: words of intent, or for a fact a verb in the past, or a dash alone."""
    clause = scene.clause_of(index, figure.span)
    if figure.status_span is not None:
        return figure.status_span.overlaps(clause)
    language = scene.analysis.language
    tokens = [scene.analysis.tokens[position] for position in scene.positions(index, clause.start, clause.end)]
    likeliest = [morphology.readings(token.text, language)[0] for token in tokens if token.is_word]
    verbs = [reading for reading in likeliest if reading.form in ("finite", "infinitive", "gerund")]
    has_dash = any(token.text in _DASHES for token in tokens[1:])  # not that of a spoken line
    if not morphology.tells_forms(language):
        return not _is_open(scene, index, figure)
    if (not verbs and has_dash) or any(verb.tense == "past" for verb in verbs):
        return True
    return any(verb.tense == "present" for verb in verbs) and not _is_destination(scene, index, figure)


def _is_open(scene: Scene, index: int, figure: Figure) -> bool:
    """ "Officials want it to reach $2 billion", «çatdırılmalıdır»: no fact yet, by the tense, or by an infinitive that
    leads to the figure."""
    analysis, sentence = scene.analysis, scene.sentence(index)
    first, _ = analysis.tokens_within(figure.span)
    if Tenses(analysis, sentence).near(first - sentence.first) in ("future", "near"):
        return True
    ends = calendar(analysis.language).ends
    return first - 2 >= sentence.first and analysis.words[first - 2] in ends and analysis.tokens[first - 1].is_word


def _is_destination(scene: Scene, index: int, figure: Figure) -> bool:
    """A preposition leads to the figure: «расширяется до 25 млн»."""
    first, _ = scene.analysis.tokens_within(figure.span)
    token = scene.analysis.tokens[first - 1] if first > scene.sentence(index).first else None
    return token is not None and token.is_word and len(token.text) <= 3


def _is_led_to(scene: Scene, index: int, figure: Figure) -> bool:
    """The figure is a result: «вырос до 86 %»."""
    return figure.hedge is None and _before(scene, index, figure) in calendar(scene.analysis.language).ends


def _is_loose(scene: Scene, index: int, figure: Figure) -> bool:
    """«Прибавка – 14 %, к концу года стало 12,8 млрд»: nothing leads from the word of change to the figure."""
    by, span = scene.words.by, figure.direction_span
    if figure.kind is not Kind.CHANGE or span is None or figure.unit in ("x", "pp"):
        return False
    if not by:
        return figure.unit != "%" and _has_share_before(scene, index, figure)
    is_beside = (
        0 <= figure.span.start - span.end <= 1 or 0 <= span.start - figure.span.end <= 1 or span.overlaps(figure.span)
    )
    return not is_beside and _before(scene, index, figure) not in by


def _has_share_before(scene: Scene, index: int, figure: Figure) -> bool:
    """«8 пайызға көбейіп, 1 010 манатқа көтерілген»: by how much it changed has been told."""
    peers = scene.figures_by_sentence.get(index, ())
    return any(p.kind is Kind.CHANGE and p.unit == "%" and p.span.end <= figure.span.start for p in peers)


def _before(scene: Scene, index: int, figure: Figure) -> str:
    """The word or sign right before the figure in its sentence."""
    first, _ = scene.analysis.tokens_within(figure.span)
    return morphology.fold(scene.analysis.tokens[first - 1].text) if first > scene.sentence(index).first else ""


def is_verbless(scene: Scene, index: int, figure: Figure) -> bool:
    """No verb tells the figure, in a language whose dictionary knows verbs: «бюджет в этом году – 7 млрд»; or in one
    with articles only such as "is": "the budget for this year is 7 billion"."""
    language, clause = scene.analysis.language, scene.clause_of(index, figure.span)
    if scene.words.articles:
        tokens = scene.analysis.tokens
        verbs = [at for at in scene.positions(index, clause.start, clause.end) if is_predicate(tokens, at, language)]
        return all(scene.analysis.words[at] in scene.words.linking - intent(language).past for at in verbs)
    if not morphology.tells_forms(language):
        return False
    words = [scene.analysis.tokens[at].text for at in scene.positions(index, clause.start, clause.end)]
    return not any(morphology.readings(word, language)[0].form in ("finite", "infinitive") for word in words)


def is_of_present(scene: Scene, index: int, figure: Figure) -> bool:
    """ "Bu il büdcəni 21 milyona qaldırırıq": where verbs come last, that of the clause is of the present, which tells
    of what is to come as well."""
    clause, language = scene.clause_of(index, figure.span), scene.analysis.language
    words = [at for at in scene.positions(index, figure.span.end, clause.end) if scene.analysis.tokens[at].is_word]
    told = tense_of(scene.analysis.tokens[words[-1]].text, language) if words else None
    return scene.is_verb_last and told == "present"


def _is_dated(scene: Scene, figure: Figure) -> bool:
    """The figure's period is written as a number, or told by the document's own day: "in 2024", "last year", but not "a
    year earlier"."""
    if figure.when is None:
        return False
    index, span = scene.analysis.sentence_at(figure.when.span.start), figure.when.span
    dates = scene.figures_by_sentence.get(index, ()) if index is not None else ()
    is_told_by_today = any(date.span == span and date.rule == "relative year" for date in dates)
    known = calendar(scene.analysis.language).words
    names = (known.get(word) for word in scene.analysis.words[slice(*scene.analysis.tokens_within(span))])
    is_shifted = any(name is not None and name.symbol == "shift" for name in names)  # «на конец прошлого года»
    return is_told_by_today or is_shifted or any(map(str.isdigit, span.of(scene.analysis.text)))


def _is_of_today(scene: Scene, index: int, figure: Figure) -> bool:
    """«Сейчас в городе 91 вакансия»."""
    start, now = scene.clause_of(index, figure.span).start, calendar(scene.analysis.language).now
    return any(scene.analysis.words[at] in now for at in scene.positions(index, start, figure.span.start))


def _names_time(scene: Scene, index: int, figure: Figure) -> bool:
    """ "This season cotton was sown on 136,000 hectares": a time whose days are not known."""
    return any(
        scene.analysis.words[at] in scene.words.times and not scene.in_figure(index, scene.analysis.tokens[at])
        for at in scene.positions(index, scene.sentence(index).span.start, figure.span.start)
    )


def _is_of_then(scene: Scene, index: int, figure: Figure) -> bool:
    """The figure's sentence names a period, or takes one over and tells of it in the past: «в нём работали 120
    человек», but not «длина канала – 458 км»."""
    if figure.when is None or figure.when.scope is not Scope.EARLIER:
        return figure.when is not None
    clause = scene.clause_of(index, figure.span)
    words = (scene.analysis.tokens[at] for at in scene.positions(index, clause.start, clause.end))
    return any(token.is_word and tense_of(token.text, scene.analysis.language) == "past" for token in words)


def _is_answer(scene: Scene, index: int, figure: Figure) -> bool:
    """Nothing comes before the figure in the answer to a question: «– Сколько их? – 12 150»."""
    question, first = scene.question_of(index), scene.analysis.tokens_within(figure.span)[0]
    start = scene.sentence(index).first
    return question == index - 1 and not any(token.is_word for token in scene.analysis.tokens[start:first])
