"""Whether a figure is told as fact, as a plan, a target or a forecast."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, cached_property, lru_cache

from sverka.figures.roles import DATES, bases
from sverka.languages.calendar import calendar
from sverka.languages.discourse import discourse
from sverka.languages.grammar import grammar
from sverka.languages.intent import Phrases, intent
from sverka.languages.morphology import fold, lemmas, readings, tells_forms
from sverka.model.figure import Figure
from sverka.model.quantity import Status
from sverka.model.span import Span
from sverka.text.analysis import Analysis, Sentence
from sverka.text.clauses import Clause, parse_clauses
from sverka.text.predicates import reading
from sverka.text.tense import tense_of
from sverka.text.tokens import Token, TokenKind

Found = tuple[Status, Span]
_WORD = TokenKind.WORD
# How many words a table keeps.
_KEPT = 200_000


def attach_status(analysis: Analysis, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Give each figure its status and the words that show it; one told as fact keeps `ACTUAL` and no words."""
    inside: dict[int, list[int]] = {}
    for number, figure in enumerate(figures):
        index = analysis.sentence_at(figure.span.start)
        if index is not None:
            inside.setdefault(index, []).append(number)
    told = list(figures)
    for index, members in inside.items():
        sentence = analysis.sentences[index]
        if all(figures[number].kind in DATES for number in members):
            continue
        coming = any(_is_ahead(analysis, figures[number]) for number in members)
        if not coming and not _may_intend(analysis, sentence):
            continue
        reader = _Reader(analysis, sentence, [figures[number] for number in members])
        for number in members:
            if figures[number].kind not in DATES:
                told[number] = reader.told(figures[number])
    return tuple(told)


def _is_ahead(analysis: Analysis, figure: Figure) -> bool:
    """Whether a date is ahead, or what ends at it is, in a language whose present tells of that too."""
    known, days = analysis.document.date, figure.days if figure.kind in DATES else None
    if known is None or days is None or not intent(analysis.language).ahead_endings:
        return False
    ends = calendar(analysis.language).ends
    until = any(fold(word) in ends for word in figure.text.split())
    return (days.end if until else days.start) > known.period.end


def _may_intend(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether any word of a sentence shows intent; in most none does, and all of it is told as fact."""
    shown = _showing(analysis.language)
    return any(map(shown.__getitem__, [token.text for token in analysis.tokens_of(sentence)]))


# How many letters a preposition takes between a noun and its number.
LEADING = 4


class _Showing(dict[str, bool]):
    """Whether each word that was met in texts of a language shows intent."""

    def __init__(self, tag: str) -> None:
        self.tag = tag

    def __missing__(self, written: str) -> bool:
        if len(self) >= _KEPT:
            self.clear()
        found = self[written] = _shows(written, self.tag)
        return found


@cache
def _showing(tag: str) -> _Showing:
    return _Showing(tag)


def _shows(word: str, language: str) -> bool:
    """Whether a word may begin a phrase of intent, is in the future, or an infinitive that may lead to an aim."""
    first = reading(word, language)
    aims = first.form == "infinitive" and first.perfective
    return aims or "intent" in _hints(word, language) or tense_of(word, language) == "future"


class _Reader:
    """Reads one sentence."""

    def __init__(self, analysis: Analysis, sentence: Sentence, figures: Sequence[Figure]) -> None:
        self.analysis, self.sentence, self.figures = analysis, sentence, figures
        self.parts = [_Part(analysis, clause) for clause in parse_clauses(analysis, sentence)]
        self.rulings: dict[int, int | None] = {}

    @cached_property
    def bases(self) -> frozenset[Span]:
        dates = [figure.span for figure in self.figures if figure.kind in DATES]
        return bases(self.analysis, self.sentence, self.figures, dates)

    def told(self, figure: Figure) -> Figure:
        if figure.span in self.bases:
            return figure
        found = self._found(figure) or self._coming(figure)
        if found and self._is_of(found[1], figure) is False:
            return figure
        return replace(figure, status=found[0], status_span=found[1]) if found else figure

    @cached_property
    def _ahead(self) -> Sequence[Figure]:
        return [one for one in self.figures if _is_ahead(self.analysis, one)]

    def _coming(self, figure: Figure) -> Found | None:
        """«2026 жылы 40 мектеп ашылады»: a present beside a date ahead tells what is to come."""
        if not self._ahead:
            return None
        part = next(
            (one for one in self.parts if one.clause.span.start <= figure.span.start < one.clause.span.end), None
        )
        last = next((tense for tense in reversed(part.tenses) if tense), None) if part else None
        if part is None or last != "present":
            return None  # the last verb tells
        span = part.clause.span
        return part.coming if any(span.start <= one.span.start < span.end for one in self._ahead) else None

    def _is_of(self, word: Span, figure: Figure) -> bool | None:
        """Whether a word of intent right behind a figure makes one of it: "the 5% goal" does, «103 % плана» does not.

        Of the other figures of the clause such a noun says nothing either. None where no figure stands before it.
        """
        rules = (
            self._is_of_next,
            self._is_of_next_clause,
            self._is_second_verb,
            self._is_of_attribute,
            self._describes_another,
            self._is_of_a_noun_behind,
        )
        if any(rule(word, figure) for rule in rules):
            return False
        led = self._led_to(word)
        if led is not None and word.start >= self.figures[0].span.end:
            return led.span == figure.span
        named = fold(word.of(self.analysis.text)) in intent(self.analysis.language).nouns
        at = bisect_right(self.figures, word.start, key=lambda one: one.span.start) - 1
        before = self.figures[at] if at >= 0 else None
        if before is None or not 0 <= word.start - before.span.end <= 1:
            return None
        if named:
            return before.span == figure.span
        leads = not grammar(self.analysis.language).verb_last
        return False if leads and before.span == figure.span and figure.unit == "%" else None

    def _led_to(self, word: Span) -> Figure | None:
        """«9,8 % при цели в 5 %»: the figure that a noun of intent and a preposition lead to."""
        language = self.analysis.language
        if not tells_forms(language) or reading(word.of(self.analysis.text), language).pos != "noun":
            return None
        behind = next((one for one in self.figures if one.span.start >= word.end and one.kind not in DATES), None)
        return behind if behind is not None and behind.span.start - word.end <= LEADING else None

    def _describes_another(self, word: Span, figure: Figure) -> bool:
        """«870 млн из запланированных 1,2 млрд», «зал, рассчитанный на 1214 мест, …»: a participle describes the number
        behind it, and no other."""
        if not tells_forms(self.analysis.language):
            return False
        told = reading(word.of(self.analysis.text), self.analysis.language)
        behind = (one for one in self.figures if one.span.start >= word.end and one.kind not in DATES)
        described = next(behind, None)
        if described is None or described.span == figure.span:
            return False
        is_beside = described.span.start - word.end <= 1  # «ниже целевых 3 %»
        return told.form == "participle" or (told.pos == "adjective" and is_beside)

    def _is_of_next_clause(self, word: Span, figure: Figure) -> bool:
        """«519 milyon olub, tərəflər 1 milyarda çatmaq istəyirlər»: where verbs come last, one in the past ends what is
        told of the figure, and a comma stands before the intent."""
        if not grammar(self.analysis.language).verb_last or word.start < figure.span.end:
            return False
        comma = self.analysis.text.find(",", figure.span.end, word.start)
        first, last = bisect_left(self.analysis.starts, figure.span.end), bisect_left(self.analysis.starts, comma)
        return (
            comma >= 0
            and first < last
            and tense_of(self.analysis.tokens[last - 1].text, self.analysis.language) == "past"
        )

    def _is_of_next(self, word: Span, figure: Figure) -> bool:
        """«Станций 11, к 2030 году будет 19»: behind a comma and a date, and ahead of another number."""
        between = [one for one in self.figures if figure.span.end <= one.span.start and one.span.end <= word.start]
        ahead = any(word.end <= one.span.start and one.kind not in DATES for one in self.figures)
        if not ahead or len(between) != 1 or between[0].kind not in DATES:
            return False
        return "," in self.analysis.text[figure.span.end : between[0].span.start]

    def _is_of_attribute(self, word: Span, figure: Figure) -> bool:
        """«Компании с 6,2 млн абонентов предстоит рефинансировать долг»: what says how large a thing is, behind a noun,
        is a fact whatever the thing is to do."""
        first = bisect_left(self.analysis.starts, figure.span.start)
        having, tokens = discourse(self.analysis.language).having, self.analysis.tokens
        if word.start < figure.span.end or first < 2 or fold(tokens[first - 1].text) not in having:
            return False
        return (
            tells_forms(self.analysis.language)
            and reading(tokens[first - 2].text, self.analysis.language).pos == "noun"
        )

    def _is_of_a_noun_behind(self, word: Span, figure: Figure) -> bool:
        """ "They bought 8 million tonnes at a price that officials will not name": in a language with articles, a verb
        of the remark on a noun that another preposition than "of" adds to the number."""
        words, rules = discourse(self.analysis.language), grammar(self.analysis.language)
        first, last = bisect_left(self.analysis.starts, figure.span.end), bisect_left(self.analysis.starts, word.start)
        between = self.analysis.words[first:last]
        leading = (words.insides | words.ways | words.places) - words.owners
        relatives = rules.relatives | words.relatives
        led = next((at for at, each in enumerate(between) if each in leading), len(between))
        return bool(words.articles) and any(each in relatives for each in between[led + 2 :])

    def _is_second_verb(self, word: Span, figure: Figure) -> bool:
        """ "It runs nine ferries and wants 14": an intent that a conjunction adds has a number of its own behind it."""
        if word.start < figure.span.end or grammar(self.analysis.language).verb_last:
            return False
        before = self.analysis.tokens[bisect_left(self.analysis.starts, word.start) - 1]
        is_added = fold(before.text) in grammar(self.analysis.language).joins
        return is_added and any(word.end <= one.span.start and one.kind not in DATES for one in self.figures)

    def _found(self, figure: Figure) -> Found | None:
        """The intent of the figure's clause, or of the one that governs it."""
        at = bisect_right(self.parts, figure.span.start, key=lambda part: part.clause.span.end)
        own = min(at, len(self.parts) - 1)
        ruling = self._ruling(own)
        if ruling is None:
            return self.parts[own].aimed_at(figure)
        if self.parts[ruling].is_done:
            return None
        return self._intent(ruling) or self.parts[own].aimed_at(figure) or self.parts[ruling].aimed_at(figure)

    def _ruling(self, number: int) -> int | None:
        """The clause, or the nearest before it up to a semicolon, that tells of a fact or of intent."""
        at = number
        while at not in self.rulings:
            part = self.parts[at]
            if part.is_done or self._intent(at) or part.states_fact:
                self.rulings[at] = at
            elif at == 0 or self.parts[at - 1].clause.segment != part.clause.segment:
                self.rulings[at] = None
            else:
                at -= 1
        self.rulings |= dict.fromkeys(range(at, number + 1), self.rulings[at])
        return self.rulings[number]

    def _intent(self, number: int) -> Found | None:
        return self.parts[number].worded or self._aside(number) or self.parts[number].future

    def _aside(self, number: int) -> Found | None:
        """The intent of a remark beside a clause: «как ожидается», «как мы планируем»."""
        near = (self.parts[at] for at in (number - 1, number + 1) if 0 <= at < len(self.parts))
        return next((part.worded for part in near if part.is_aside and "present" in part.tenses and part.worded), None)


class _Part:
    """A clause and what its words show, each worked out when a figure first asks for it."""

    def __init__(self, analysis: Analysis, clause: Clause) -> None:
        self.analysis, self.clause, self.language = analysis, clause, analysis.language

    @cached_property
    def words(self) -> Sequence[Token]:
        first, last = self.analysis.tokens_within(self.clause.span)
        months = calendar(self.language).ambiguous
        if not months:
            return [token for token in self.analysis.tokens[first:last] if token.kind is _WORD]
        return [
            token
            for token in self.analysis.tokens[first:last]
            # "May" is a month, "may" shows intent
            if token.is_word and not (token.is_capitalised and token.text.lower() in months)
        ]

    @cached_property
    def hints(self) -> Sequence[str]:
        """What phrases may begin here; most clauses show no intent at all."""
        return [hint for word in self.words for hint in _hints(word.text, self.language)]

    @cached_property
    def tenses(self) -> Sequence[str | None]:
        return [tense_of(word.text, self.language) for word in self.words]

    @property
    def states_fact(self) -> bool:
        """Whether a clause has a predicate of its own in the past or present, so that no other governs it."""
        return "past" in self.tenses or "present" in self.tenses

    @property
    def is_aside(self) -> bool:
        return bool(self.words) and fold(self.words[0].text) in grammar(self.language).asides

    @cached_property
    def is_done(self) -> bool:
        if "future" in self.tenses:
            return False  # «будет реализовано не более 14 тысяч машин»
        return "done" in self.hints and _matched(self.words, intent(self.language).done, self.analysis) is not None

    @cached_property
    def worded(self) -> Found | None:
        if "intent" not in self.hints:
            return None
        rules, words = intent(self.language), self._telling()
        for status, phrases in (
            (Status.FORECAST, rules.forecast),
            (Status.TARGET, rules.target),
            (Status.PLAN, rules.plan),
        ):
            span = _matched(words, phrases, self.analysis)
            if span:
                return status, span
        return None

    def _telling(self) -> Sequence[Token]:
        """The words that can show intent: no «сверх плана» in the past, no «готовая продукция», no «может возить»."""
        if grammar(self.language).verb_last:
            told = [word for word in self.words if not _is_base(word, self.language) and not self._only_works(word)]
            return [word for word in told if not self._is_for_this(word)]
        if not tells_forms(self.language):
            return [word for at, word in enumerate(self.words) if not self._is_compared(at)]
        predicates, possible = intent(self.language).predicates, intent(self.language).possible
        is_past = "past" in self.tenses
        return [
            word
            for word in self.words
            if not (is_past and _is_genitive(word, self.language) and not self._is_beside(word))
            and not (self.analysis.lemmas(word) & possible and self._goes_on(word))
            and (not predicates & self.analysis.lemmas(word) or self._leads_to_deed(word))
        ]

    def _is_beside(self, noun: Token) -> bool:
        """«Составила 9,8 % при цели в 5 %»: a preposition gives it beside what was."""
        before = bisect_left(self.words, noun.start, key=lambda word: word.start) - 1
        return before >= 0 and fold(self.words[before].text) in discourse(self.language).beside

    def _is_for_this(self, noun: Token) -> bool:
        """«Осы мақсатқа 1,8 млрд бөлінді»: what a purpose that was told took, and no purpose."""
        purposes = intent(self.language).purposes & self.analysis.lemmas(noun)
        before = bisect_left(self.words, noun.start, key=lambda word: word.start) - 1
        if not purposes or before < 0 or fold(noun.text) in purposes:
            return False
        return not discourse(self.language).demonstratives.isdisjoint(self.analysis.lemmas(self.words[before]))

    def _is_compared(self, at: int) -> bool:
        """ "€9m more than planned", "40% of its annual plan": what a fact is measured by, where words stand bare."""
        rules = intent(self.language)
        if at and fold(self.words[at - 1].text) in rules.compared:
            return True
        if rules.nouns.isdisjoint(self.analysis.lemmas(self.words[at])):
            return False
        before = [fold(word.text) for word in self.words[max(0, at - 3) : at]]
        if rules.parts.isdisjoint(before):
            return False
        of = self.words[at - before[::-1].index(next(word for word in before[::-1] if word in rules.parts)) - 1]
        share = self.analysis.tokens[max(0, bisect_left(self.analysis.starts, of.start) - 1)]
        return share.text == "%" or fold(share.text) in calendar(self.language).measures

    def _leads_to_deed(self, word: Token) -> bool:
        """«Готовы построить» shows intent, «готовы все 38 школ» and «готовая продукция» do not."""
        at = bisect_right(self._infinitives, word.start, key=lambda one: one.start)
        is_noun = reading(word.text, self.language).pos == "noun"
        return is_noun or (reading(word.text, self.language).form == "finite" and at < len(self._infinitives))

    def _only_works(self, verb: Token) -> bool:
        """«İşçi çalışır» tells of work, «artırmağa çalışır» of an attempt."""
        rules = intent(self.language)
        if rules.tries.isdisjoint(self.analysis.lemmas(verb)):
            return False
        before = bisect_left(self.words, verb.start, key=lambda word: word.start) - 1
        return before < 0 or not fold(self.words[before].text).endswith(rules.tries_after)

    def _goes_on(self, modal: Token) -> bool:
        """«Может перевозить 300 пассажиров» tells an ability, «может составить» a forecast."""
        at = bisect_right(self._infinitives, modal.start, key=lambda word: word.start)
        return at < len(self._infinitives) and not reading(self._infinitives[at].text, self.language).perfective

    @cached_property
    def _infinitives(self) -> Sequence[Token]:
        return [word for word in self.words if reading(word.text, self.language).form == "infinitive"]

    def aimed_at(self, figure: Figure) -> Found | None:
        """An infinitive that leads to a figure and has not come about: «условились довести до миллиарда»."""
        before = bisect_left(self._verbs, figure.span.end, key=lambda word: word.start)
        if before == 0 or self._managed < before:
            return None
        last = reading(self._verbs[before - 1].text, self.language)
        is_aim = last.form == "infinitive" and last.perfective
        return (Status.TARGET, self._verbs[before - 1].span) if is_aim else None

    @cached_property
    def _verbs(self) -> Sequence[Token]:
        return [word for word in self.words if reading(word.text, self.language).pos == "verb"]

    @cached_property
    def _managed(self) -> int:
        """How many verbs stand before the first that says that what follows has come about."""
        managed = intent(self.language).managed
        come_about = (at for at, word in enumerate(self._verbs) if self.analysis.lemmas(word) & managed)
        return next(come_about, len(self._verbs))

    @cached_property
    def coming(self) -> Found | None:
        ahead = intent(self.language).ahead_endings
        pairs = zip(self.words, self.tenses, strict=True)
        verb = next((word for word, tense in pairs if tense == "present" and fold(word.text).endswith(ahead)), None)
        return (Status.FORECAST, verb.span) if verb else None

    @cached_property
    def future(self) -> Found | None:
        future = next((word for word, tense in zip(self.words, self.tenses, strict=True) if tense == "future"), None)
        return (Status.FORECAST, future.span) if future else None


@lru_cache(maxsize=200_000)
def _hints(word: str, language: str) -> tuple[str, ...]:
    """Whether a word may begin a phrase of intent, and whether one that takes intent back."""
    if fold(word) in grammar(language).openers:
        return ()  # «хотя» is no form of «хотеть»
    rules, found = intent(language), lemmas(word, language)
    told = any(not phrases.keys().isdisjoint(found) for phrases in (rules.forecast, rules.target, rules.plan))
    return (*(("intent",) if told else ()), *(() if rules.done.keys().isdisjoint(found) else ("done",)))


def _is_base(word: Token, language: str) -> bool:
    """«Жоспардан 4 пайызға артық» compares with a plan, and tells none."""
    return any(one.case == "ablative" for one in readings(word.text, language))


def _is_genitive(word: Token, language: str) -> bool:
    found = reading(word.text, language)
    return found.pos == "noun" and found.case == "genitive"


def _matched(words: Sequence[Token], phrases: Phrases, analysis: Analysis) -> Span | None:
    """The first run of words that is one of the phrases, by dictionary forms."""
    for index, token in enumerate(words):
        for lemma in sorted(analysis.lemmas(token) & phrases.keys()):
            for phrase in phrases[lemma]:
                run = words[index : index + len(phrase)]
                if len(run) == len(phrase) and all(
                    part in analysis.lemmas(word) for part, word in zip(phrase[1:], run[1:], strict=True)
                ):
                    span = Span(run[0].start, run[-1].end)
                    if not any(map(str.isdigit, span.of(analysis.text))):
                        return span  # but "the crossing is 18 to 22 hours" is no intent
    return None
