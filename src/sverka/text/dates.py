"""The days and periods that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from sverka.languages.calendar import OTHER, Calendar, Lead, Rule, calendar
from sverka.languages.intent import intent
from sverka.languages.morphology import fold, readings, tells_forms
from sverka.languages.suffixes import suffixes
from sverka.model.period import Period, Sense
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.analysis import Analysis, Sentence
from sverka.text.dateline import parse_dateline
from sverka.text.makers import MAKERS
from sverka.text.moments import Context, Moment, dated
from sverka.text.symbols import Symbols, is_candidate, symbolise
from sverka.text.tense import Tenses, is_intended, tense_of
from sverka.text.tokens import Token

__all__ = ["DateMention", "find_dates", "parse_dateline"]

# What looks back for a moment from the period spoken of: the next date is counted from that one again.
_BACK = ("earlier", "ago", "before", "prior", "base_month")
# How many words may stand between a number and its date («61 300 тонн груза в 2023 году»), and what none reaches over.
_NOUNS = 3
_STOPS = frozenset(";:()–—")
_LEADING = ("in", "for", "since", "to", "until", "by", "on", "and", "against", "of", "the", "from", "results")
# Symbols between words that are of no class, and the one behind them, which shows that the sentence goes on.
_RUN = re.compile(f"[^{OTHER}]+{OTHER}?")
_TIGHT = {
    "numeric": re.compile(r"\d{1,2}\.\d\d\.\d{2,4}(?:[\s'’-].*)?", re.DOTALL),
    "slashed": re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)"),
    "iso": re.compile(r"\d{4}-\d\d-\d\d"),
    # a letter that touches its number: «9М2025», «9М 2025», «1К25»; a year of two digits touches the letter
    "short_months": re.compile(r"\d{1,2}[^\W\d](?:['’]?(?:20)?\d\d|\s20\d\d)"),
    "short_quarter": re.compile(r"(?:\d[^\W\d]{1,2}|[^\W\d]\d)(?:['’]?(?:20)?\d\d|\s['’]\d\d|\s20\d\d)"),
    "short_half": re.compile(r"(?:\d[^\W\d]{1,2}|[^\W\d]\d)(?:['’]?(?:20)?\d\d|\s['’]\d\d|\s20\d\d)"),
    "time": re.compile(r"(?:\w+\s+)?\d{1,2}:[0-5]\d"),
    # a year cut short touches its dash: «2023–24», and «2023 – 24 %» is a line of a table
    "years": re.compile(r"(?!.*\s[–—-]\s\d\d?(?!\d)).*", re.DOTALL),
}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period as written, with its days.

    `span` includes the preposition that belongs to it, `number` does not. `days` is None where nothing tells them: a
    relative date in a document without one, a time of day. `lead` holds the words before it, folded, also those that
    are no part of `span` («на», «от»). `to_date` marks a period that is not over on the document's date. A running
    span of time («за последние три года») is a duration, of `count` times `grain`.
    """

    span: Span
    number: Span
    kind: Kind
    days: Period | None
    sense: Sense
    relative: bool
    to_date: bool
    rule: str
    grain: str
    lead: str = ""
    count: int | None = None
    sentence: int = 0
    looks_back: bool = False


class _Match(NamedTuple):
    """A rule that fits a run of tokens; `rest` are tokens after it that complete it («10 и 12 марта»)."""

    first: int
    core: int
    last: int
    rule: Rule
    order: int
    rest: tuple[int, int] | None

    def behind(self, tokens: int) -> _Match:
        """The same so many tokens further on."""
        rest = (self.rest[0] + tokens, self.rest[1] + tokens) if self.rest else None
        return _Match(self.first + tokens, self.core + tokens, self.last + tokens, self.rule, self.order, rest)


@lru_cache(maxsize=20_000)
def _fits(language: str, symbols: str) -> Sequence[_Match]:
    """Every fit of every rule in a run of symbols; texts hold the same few runs again and again."""
    words, found = calendar(language), []
    for order, rule in enumerate(words.rules):
        for match in rule.pattern.finditer(symbols):
            rest = match.span("rest") if "rest" in rule.pattern.groupindex else None
            core = _core(words, symbols, match.start(), match.end())
            found.append(_Match(match.start(), core, match.end(), rule, order, rest))
    return found


def _core(words: Calendar, symbols: str, first: int, last: int) -> int:
    """Where a match begins beside the prepositions that lead it."""
    while first < last - 1 and words.names.get(symbols[first]) in _LEADING:
        first += 1
    return first


def find_dates(analysis: Analysis) -> tuple[DateMention, ...]:
    """Every date of a document's headings and paragraphs, in order and without overlap."""
    words = calendar(analysis.language)
    found: list[DateMention] = []
    previous: Period | None = None
    for index, sentence in enumerate(analysis.sentences):
        if words.rules and sentence.first < sentence.last and is_candidate(analysis, sentence, words):
            reader = _Reader(analysis, words, sentence, index, previous)
            found += reader.read()
            previous = reader.left
    return tuple(found)


class _Reader:
    """Reads one sentence; `previous` are the days last mentioned, which relative dates refer to."""

    def __init__(
        self, analysis: Analysis, words: Calendar, sentence: Sentence, index: int, previous: Period | None
    ) -> None:
        self.analysis, self.words, self.index, self.previous = analysis, words, index, previous
        self.sentence = sentence
        self.left = previous  # what the next sentence refers to
        self.found: list[DateMention] = []
        self.tenses = Tenses(analysis, sentence)
        self.tokens: Sequence[Token] = analysis.tokens_of(sentence)
        self.symbols: Symbols = symbolise(self.tokens, analysis.words_of(sentence), words, analysis.language)
        self.names = words.names

    def read(self) -> list[DateMention]:
        last = 0
        for match in sorted(self._matches(), key=lambda match: (match.core, -match.last, match.order)):
            if match.core < last:
                continue
            moment = self._moment(match)
            if moment is not None:
                self.found.append(self._mention(match, moment, last))
                is_of_text = moment.kind is not Kind.DURATION and match.rule.makes not in _BACK
                if is_of_text and not self._is_base(match) and not self._is_compared_with(self.found[-1]):
                    self.previous = self.previous if self._is_remark(match) else moment.days or self.previous
                    self.left = self.left if self._is_in_brackets(match) else self.previous
                last = self._end(match.last, self.found[-1])
        return self.found

    def _is_base(self, match: _Match) -> bool:
        """«На 8,7 % выше показателя 2023 года»: what is compared with, and not what is spoken of from there on."""
        before = [token for token in self.tokens[max(0, match.core - 2) : match.core] if token.is_word]
        said = tuple(fold(token.text) for token in before)
        if said in self.words.bases or said[-1:] in self.words.bases:
            return True  # "as much as in December"
        if self._is_of_base_number(match):
            return True
        if said[:1] in self.words.bases and self.names.get(self.symbols.text[match.core - 1]) in ("in", "on"):
            return True  # «больше, чем на 1 января»
        return any(self.analysis.lemmas(token) & self.words.compares for token in before)

    def _is_of_base_number(self, match: _Match) -> bool:
        """«74 800 против 61 300 человек в 2023 году»: the date of a number that is compared with."""
        at = match.first
        while at > max(0, match.first - _NOUNS) and self.tokens[at - 1].is_word:
            at -= 1
        number = at
        while number > 0 and not self.tokens[number - 1].is_word and self.tokens[number - 1].text not in _STOPS:
            number -= 1
        words = [fold(token.text) for token in self.tokens[max(0, number - 2) : number] if token.is_word]
        return number < at and (tuple(words) in self.words.bases or tuple(words[-1:]) in self.words.bases)

    def _is_compared_with(self, mention: DateMention) -> bool:
        """«+9 % к предыдущему году»: nothing is due by a time that is over."""
        today = self._today()
        is_over = today is not None and mention.days is not None and mention.days.end < today.start
        return is_over and mention.relative and mention.sense == "by" and mention.grain == "year"

    def _is_in_brackets(self, match: _Match) -> bool:
        """«704 тысячи (в 2023-м – 615)»: an aside, after which the text goes on with the time it was at."""
        before = [token.text for token in self.tokens[: match.core]]
        return before.count("(") > before.count(")")

    def _is_remark(self, match: _Match) -> bool:
        """ "The most since August 2023": how long it has not been so, which no later date counts from."""
        words = [fold(token.text) for token in self.tokens[max(0, match.core - 3) : match.core]]
        return (
            bool(words) and words[-1] in self.words.since and any(word.endswith(self.words.most) for word in words[:-1])
        )

    def _end(self, last: int, mention: DateMention) -> int:
        """The token behind a mention, with the words behind the date that belong to it."""
        while last < len(self.tokens) and self.tokens[last].start < mention.span.end:
            last += 1
        return last

    def _matches(self) -> Iterator[_Match]:
        """What fits anywhere in the sentence; no rule reaches over a word that is of no class."""
        for run in _RUN.finditer(self.symbols.text):
            for match in _fits(self.analysis.language, run.group()):
                yield match.behind(run.start())

    def _moment(self, match: _Match) -> Moment | None:
        tight = _TIGHT.get(match.rule.makes)
        if tight and not tight.fullmatch(self._span(match.first, match.last).of(self.analysis.text)):
            return None
        if match.rule.makes == "time" and self._is_longer(self._span(match.first, match.last)):
            return None
        if match.rule.makes == "decade" and self._numbers_thing(match):
            return None
        if match.rule.makes == "months" and self._are_apart(match.core):
            return None
        values: dict[str, list[int]] = {}
        for index in [*range(match.first, match.last), *range(*(match.rest or (0, 0)))]:
            name = self.names.get(self.symbols.text[index])
            if name:
                values.setdefault(name, []).append(self.symbols.values[index])
        due = self.names.get(self.symbols.text[match.first - 1]) if match.first else None
        if due not in ("by", "until"):
            due = self._due_behind(match.last)
        if due in ("by", "until"):
            values.setdefault(due, []).append(0)
        context = Context(self._today(), self.previous, bool(self.found), lambda: self._tense(match))
        try:
            moment = MAKERS[match.rule.makes](values, context)
        except (OverflowError, ValueError):  # beyond the years of the calendar
            return None
        return dated(moment, context) if moment else None

    def _numbers_thing(self, match: _Match) -> bool:
        """Whether a decade by its ending numbers the noun behind it: «60-е место»."""
        told = set(self._names(match)) & {"yearword", "yearwords", "decadename"} or match.last >= len(self.tokens)
        if told or not tells_forms(self.analysis.language):
            return False
        first = readings(self.tokens[match.last].text, self.analysis.language)[:1]
        return any(one.pos == "noun" and one.plural is False for one in first)

    def _is_longer(self, span: Span) -> bool:
        """Whether a time goes on with seconds, or is those of another: «2:09:14»."""
        text, start, end = self.analysis.text, span.start, span.end
        before = text[max(0, start - 2) : start]
        return (text[end : end + 1] == ":" and text[end + 1 : end + 2].isdigit()) or (
            before.endswith(":") and before[:1].isdigit()
        )

    def _are_apart(self, at: int) -> bool:
        """Whether of two months side by side the first is when something was: "iyunda may ayına nisbətən"."""
        beside = at + 1 < len(self.tokens) and self.names.get(self.symbols.text[at + 1]) == "month"
        cases = {one.case for one in readings(self.tokens[at].text, self.analysis.language)} if beside else set()
        return "locative" in cases

    def _due_behind(self, last: int) -> str | None:
        """The "until" or "by" right behind a date: «6 қарашаға дейін»."""
        behind = self.names.get(self.symbols.text[last]) if last < len(self.symbols.text) else None
        return behind if behind in ("by", "until") and suffixes(self.analysis.language) is not None else None

    def _begins_behind(self, last: int) -> bool:
        """Whether a date is where something begins, by the word behind it or its own case: «15 маусымнан бастап»."""
        table, word = suffixes(self.analysis.language), fold(self.tokens[last - 1].text)
        if table is None:
            return False
        behind = self.names.get(self.symbols.text[last]) if last < len(self.symbols.text) else None
        ending = table.case_of_ending(word)
        cases = {ending} if ending else {one.case for one in readings(word, self.analysis.language)}
        return behind == "since" or "ablative" in cases

    def _tense(self, match: _Match) -> str | None:
        """That of the words around.

        «За первый квартал выплатят» still speaks of a quarter that is over, «арестовали до 24 ноября» of a day to come.
        """
        before = self.names.get(self.symbols.text[match.core - 1]) if match.core > 0 else None
        if before in ("in", "on") and self._is_base(match):
            return "past"  # "1,900 more than in September"
        if self._is_told_at(match.core):
            return "past"
        told = self.tenses.near(match.core)
        if told == "past" and before == "by" and self._is_perfect(match.core):
            return "past"
        if told == "past" and (before in ("until", "by") or self._due_behind(match.last) or self._is_set(match.core)):
            return "near"
        if told == "past" and (before == "since" or self._begins_behind(match.last)):
            return "begun"
        if told is None and tells_forms(self.analysis.language):
            return "unsaid"
        due = match.core > 1 and is_intended(self.tokens[match.core - 2].text, self.analysis.language)
        return "present" if told == "future" and before == "for" and not due else told  # "scheduled for March"

    def _is_perfect(self, core: int) -> bool:
        """Whether something "had been done" by a date, and nothing had to be, or was promised, by then."""
        perfect, words = intent(self.analysis.language).perfect, self.analysis.words_of(self.sentence)
        had = [at for at, word in enumerate(words) if word in perfect and words[at + 1 : at + 2] != ("to",)]
        return any("to" not in words[min(at, core) : max(at, core)] for at in had)

    def _is_set(self, core: int) -> bool:
        """«Назначена на 6 августа», «перенесли на май»: a verb of the past right before "for"."""
        language = self.analysis.language
        led = core > 1 and tells_forms(language) and self.names.get(self.symbols.text[core - 1]) == "on"
        return led and tense_of(self.tokens[core - 2].text, language) == "past"

    def _is_told_at(self, core: int) -> bool:
        """ "The 1% forecast in March": the date is that of the forecast; "2% in June, is expected to": of what was
        measured, in an aside."""
        language = self.analysis.language
        word = fold(self.tokens[core - 2].text) if core > 1 else ""
        if word in intent(language).dated:
            return True
        aside = self.tokens[core - 2].text == "%" or word in self.words.measures if core > 2 else False
        last = next((at for at in range(core, min(core + 4, len(self.tokens))) if self.tokens[at].text == ","), None)
        first = next((at for at in range(core - 2, max(-1, core - 7), -1) if self.tokens[at].text == ","), None)
        return aside and last is not None and first is not None and bool(intent(language).dated)

    def _names(self, match: _Match) -> Iterator[str]:
        return (self.names.get(symbol, "") for symbol in self.symbols.text[match.core : match.last])

    def _today(self) -> Period | None:
        known = self.analysis.document.date
        return known.period if known and date(2, 1, 1) < known.period.start and known.period.end.year < 9990 else None

    def _span(self, first: int, last: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def _mention(self, match: _Match, moment: Moment, floor: int) -> DateMention:
        core, (lead, start) = match.core, self._lead(match.core, floor, moment)
        first = max(min(match.first, start), floor) if lead is None or not lead.apart else core
        last = match.last
        if lead is None:
            lead = self._behind(match.last, moment) or self._within(match.last - 1)
            last += len(lead.words) if lead and not lead.apart else 0
        return DateMention(
            self._span(first, last),
            self._span(core, match.last),
            moment.kind,
            moment.days,
            _sense(lead, moment, bool(set(self._names(match)) & {"to", "until", "and", "dash"})),
            moment.relative,
            moment.to_date,
            match.rule.name,
            moment.grain,
            " ".join(lead.words) if lead else "",
            moment.count,
            self.index,
            match.rule.makes in _BACK,
        )

    def _lead(self, core: int, floor: int, moment: Moment) -> tuple[Lead | None, int]:
        """The words right before a date that say in what sense it is meant, and where they begin."""
        end = core
        if moment.grain == "adjective":
            return None, end
        while end > floor and self.names.get(self.symbols.text[end - 1]) == "the":
            end -= 1
        for lead in self.words.leads.get(fold(self.tokens[end - 1].text), ()) if end else ():
            start = end - len(lead.words)
            if start < floor or (lead.only and moment.grain not in lead.only):
                continue
            if self._says(lead, start):
                return lead, start
        return None, end

    def _behind(self, start: int, moment: Moment) -> Lead | None:
        """The words right behind a date that say in what sense it is meant, where prepositions come last."""
        first = fold(self.tokens[start].text) if start < len(self.tokens) else ""
        fitting = (lead for lead in self.words.behind.get(first, ()) if not lead.only or moment.grain in lead.only)
        return next((lead for lead in fitting if self._says(lead, start)), None)

    def _within(self, last: int) -> Lead | None:
        """The sense that the ending of a date's last word gives it: "2030-cu ilədək" is until then."""
        table, word = suffixes(self.analysis.language), self.tokens[last]
        if table is None or not word.is_word:
            return None
        cases = {reading.case for reading in readings(word.text, self.analysis.language)}
        until = "terminative" in cases or table.case_of_ending(fold(word.text)) == "terminative"
        return Lead((), "until", False, frozenset()) if until else None

    def _says(self, lead: Lead, start: int) -> bool:
        said = tuple(fold(token.text) for token in self.tokens[start : start + len(lead.words)])
        return said == lead.words


def _sense(lead: Lead | None, moment: Moment, closed: bool) -> Sense:
    """The sense that the words before a date give it; «с 2020 по 2024 год» is a closed run, and no "since"."""
    is_day = moment.kind is Kind.DATE and (moment.days is None or moment.days.start == moment.days.end)
    if lead and lead.sense != "during" and not (closed and not is_day and lead.sense in ("since", "at")):
        return lead.sense
    return "at" if is_day else "during"
