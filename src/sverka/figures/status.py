"""Whether a figure is told as fact, as a plan, a target or a forecast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sverka.figures.roles import DATES, is_base
from sverka.languages.calendar import calendar
from sverka.languages.grammar import grammar
from sverka.languages.intent import intent
from sverka.languages.morphology import fold
from sverka.model.figure import Figure
from sverka.model.quantity import Status
from sverka.model.span import Span
from sverka.text.analysis import Analysis, Sentence
from sverka.text.clauses import Clause, parse_clauses
from sverka.text.predicates import reading
from sverka.text.tense import tense_of
from sverka.text.tokens import Token

Found = tuple[Status, Span]


def attach_status(analysis: Analysis, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Give each figure its status and the words that show it; one told as fact keeps `ACTUAL` and no words."""
    inside: dict[int, list[Figure]] = {}
    for figure in figures:
        index = analysis.sentence_at(figure.span.start)
        if index is not None:
            inside.setdefault(index, []).append(figure)
    told: dict[Span, Figure] = {}
    for index, members in inside.items():
        reader = _Reader(analysis, analysis.sentences[index], members)
        told |= {figure.span: reader.told(figure) for figure in members if figure.kind not in DATES}
    return tuple(told.get(figure.span, figure) if figure.kind not in DATES else figure for figure in figures)


class _Reader:
    """Reads one sentence."""

    def __init__(self, analysis: Analysis, sentence: Sentence, figures: Sequence[Figure]) -> None:
        self.analysis, self.sentence, self.figures = analysis, sentence, figures
        self.clauses = parse_clauses(analysis, sentence)

    def told(self, figure: Figure) -> Figure:
        dates = [other.span for other in self.figures if other.kind in DATES]
        if is_base(self.analysis, self.sentence, figure, self.figures, dates):
            return figure
        found = self._found(figure)
        if found and figure.unit == "%" and 0 <= found[1].start - figure.span.end <= 1:
            return figure  # «103 % плана» is a fact
        return replace(figure, status=found[0], status_span=found[1]) if found else figure

    def _found(self, figure: Figure) -> Found | None:
        """The intent of the figure's clause, or of the one that governs it."""
        index = next(
            (number for number, clause in enumerate(self.clauses) if clause.span.end > figure.span.start),
            len(self.clauses) - 1,
        )
        aimed = self._aimed_at(self.clauses[index], figure)
        for number in range(index, -1, -1):
            clause = self.clauses[number]
            if self._is_done(clause):
                return None
            found = self._worded(clause) or self._aside(number) or self._future(clause)
            if found or self._states_fact(clause):
                return found or aimed or self._aimed_at(clause, figure)
        return aimed

    def _tokens(self, clause: Clause) -> Sequence[Token]:
        first, last = self.analysis.tokens_within(clause.span)
        months = calendar(self.analysis.language).ambiguous
        return [
            token
            for token in self.analysis.tokens[first:last]
            # "May" is a month, "may" shows intent
            if token.is_word and not (token.is_capitalised and token.text.lower() in months)
        ]

    def _states_fact(self, clause: Clause) -> bool:
        """Whether a clause has a predicate of its own in the past or present, so that no other governs it."""
        return any(
            tense_of(token.text, self.analysis.language) in ("past", "present") for token in self._tokens(clause)
        )

    def _is_done(self, clause: Clause) -> bool:
        return _matched(self._tokens(clause), intent(self.analysis.language).done, self.analysis) is not None

    def _worded(self, clause: Clause) -> Found | None:
        words, rules = self._tokens(clause), intent(self.analysis.language)
        for status, phrases in (
            (Status.FORECAST, rules.forecast),
            (Status.TARGET, rules.target),
            (Status.PLAN, rules.plan),
        ):
            span = _matched(self._telling(words), phrases, self.analysis)
            if span:
                return status, span
        return None

    def _telling(self, words: Sequence[Token]) -> Sequence[Token]:
        """The words that can show intent: no «сверх плана» in the past, no «готовая продукция», no «может возить»."""
        if self.analysis.language != "ru":
            return words
        predicates = intent("ru").predicates
        is_past = any(tense_of(word.text, "ru") == "past" for word in words)
        return [
            word
            for word in words
            if not (is_past and _is_genitive(word))
            and not (self.analysis.lemmas(word) & intent("ru").possible and _goes_on(words, word))
            and (reading(word.text, "ru").form == "finite" or not predicates & self.analysis.lemmas(word))
        ]

    def _aimed_at(self, clause: Clause, figure: Figure) -> Found | None:
        """An infinitive that leads to a figure and has not come about: «условились довести до миллиарда»."""
        before = [word for word in self._tokens(clause) if word.start < figure.span.end]
        verbs = [word for word in before if reading(word.text, self.analysis.language).pos == "verb"]
        if not verbs or any(self.analysis.lemmas(word) & intent(self.analysis.language).managed for word in verbs):
            return None
        last = reading(verbs[-1].text, self.analysis.language)
        return (Status.TARGET, verbs[-1].span) if last.form == "infinitive" and last.perfective else None

    def _aside(self, number: int) -> Found | None:
        """The intent of a remark beside a clause: «как ожидается», «как мы планируем»."""
        asides = grammar(self.analysis.language).asides
        for clause in self.clauses[max(number - 1, 0) : number + 2]:
            words = self._tokens(clause)
            if words and fold(words[0].text) in asides and clause is not self.clauses[number]:
                tenses = {tense_of(word.text, self.analysis.language) for word in words}
                found = self._worded(clause) if "present" in tenses else None
                if found:
                    return found
        return None

    def _future(self, clause: Clause) -> Found | None:
        words = self._tokens(clause)
        future = next((word for word in words if tense_of(word.text, self.analysis.language) == "future"), None)
        return (Status.FORECAST, future.span) if future else None


def _goes_on(words: Sequence[Token], modal: Token) -> bool:
    """«Может перевозить 300 пассажиров» tells an ability, «может составить» a forecast."""
    following = (reading(word.text, "ru") for word in words if word.start > modal.start)
    infinitive = next((found for found in following if found.form == "infinitive"), None)
    return infinitive is not None and not infinitive.perfective


def _is_genitive(word: Token) -> bool:
    found = reading(word.text, "ru")
    return found.pos == "noun" and found.case == "genitive"


def _matched(words: Sequence[Token], phrases: tuple[tuple[str, ...], ...], analysis: Analysis) -> Span | None:
    """The first run of words that is one of the phrases, by dictionary forms."""
    by_first = _by_first(phrases)
    for index, token in enumerate(words):
        for lemma in analysis.lemmas(token) & by_first.keys():
            for phrase in by_first[lemma]:
                run = words[index : index + len(phrase)]
                if len(run) == len(phrase) and all(
                    part in analysis.lemmas(word) for part, word in zip(phrase[1:], run[1:], strict=True)
                ):
                    return Span(run[0].start, run[-1].end)
    return None


@cache
def _by_first(phrases: tuple[tuple[str, ...], ...]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return found
