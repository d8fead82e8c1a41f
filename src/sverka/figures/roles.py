"""What a date does in its sentence, and whether a figure is what another is compared with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from itertools import pairwise

from sverka.languages.calendar import calendar
from sverka.languages.discourse import discourse
from sverka.languages.grammar import grammar
from sverka.languages.morphology import fold, readings, tells_forms
from sverka.model.figure import Figure
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.analysis import Analysis, Sentence
from sverka.text.dates import DateMention
from sverka.text.predicates import is_participle, is_predicate
from sverka.text.tokens import Token

DATES = (Kind.DATE, Kind.PERIOD)


class Role(StrEnum):
    """`governs` figures, `modifies` the one number after it, is the `base` of a change, or is `silent`.

    A `since` is the base of a change and the beginning of what levels count.
    """

    GOVERNS = "governs"
    MODIFIES = "modifies"
    BASE = "base"
    SINCE = "since"
    SILENT = "silent"


# How far before a date the noun may stand whose name it is part of: «Договор о вечной дружбе от 8 апреля».
_NAME_REACH = 8
_SINCE = 3  # words of a clause behind "since"
# And any words at all that tell what it does.
_BEFORE = 40
# How far before it stands what a date is compared by: «больше показателя аналогичного периода».
_COMPARED = 2
# And how many letters behind it, where that stands last: «өткен жылғы көрсеткішпен салыстырғанда».
_COMPARED_BEHIND = 45
# How far apart two dates may stand that are compared with together: «2022 және 2023 жылдармен салыстырғанда».
_JOINED = 6
_QUOTES = frozenset('«»"“”„-–()')


def role_of(analysis: Analysis, sentence: Sentence, mention: DateMention, mentions: Sequence[DateMention] = ()) -> Role:
    """What a date does, by the words before it, and where the next of the sentence's dates stands."""
    before = words_before(analysis, sentence, mention.span.start)
    words = _run(before)
    if mention.lead and " ".join(words).endswith(mention.lead):
        words = words[: -len(mention.lead.split())]  # «чем на начало года»
    if mention.grain == "adjective" and _counts_next(analysis, mention):
        return Role.MODIFIES
    if _ends_with(words, calendar(analysis.language).bases) or _compares(mention, analysis, before):
        return Role.BASE
    if _ends_with(words[:-1], calendar(analysis.language).bases) and is_predicate(
        before, len(before) - 1, analysis.language
    ):
        return Role.BASE  # «больше, чем ожидается в этом году»
    ahead = (one.span.start for one in mentions if one.span.start > mention.span.end + _JOINED)
    if _compared_behind(analysis, mention.span.end, min(ahead, default=None)) or _is_base_form(analysis, mention):
        return Role.BASE
    if mention.sense == "since" and _is_over(mention, analysis) and not mention.to_date:
        return Role.SINCE
    if mention.kind is Kind.DURATION:
        return Role.GOVERNS
    if mention.grain in ("century", "time") or _is_name(analysis, before, mention):
        return Role.SILENT
    return Role.GOVERNS


def _is_base_form(analysis: Analysis, mention: DateMention) -> bool:
    """«Былтырғыдан 11 пайызға көп», "əvvəlkindən 3 faiz çoxdur": a date that the case of a start makes a base."""
    if mention.sense != "during" or mention.to_date or not grammar(analysis.language).verb_last:
        return False
    last = analysis.tokens[analysis.tokens_within(mention.span)[1] - 1]
    return last.is_word and _case(last, analysis.language) == "ablative"


def _case(token: Token, language: str) -> str | None:
    return next((one.case for one in readings(token.text, language) if one.case), None)


def _compared_behind(analysis: Analysis, end: int, limit: int | None = None) -> bool:
    """«Өткен жылмен салыстырғанда», "2,8 milyon tonla müqayisədə": the comparison stands behind its base, with no other
    date between."""
    bases = calendar(analysis.language).bases_after
    if not bases:
        return False
    reach = end + _COMPARED_BEHIND
    first, last = analysis.tokens_within(Span(end, reach if limit is None else min(limit, reach)))
    for token in analysis.tokens[first:last]:
        if not token.is_word:
            return False
        if fold(token.text) in bases:
            return True
    return False


def _compares(mention: DateMention, analysis: Analysis, before: Sequence[Token]) -> bool:
    """«На 5 % к 2023 году», "from a year earlier", «больше показателя 2023 года»."""
    words = calendar(analysis.language)
    if tuple(mention.lead.split()) in words.bases:
        return True
    if mention.lead in words.date_bases and mention.sense != "during" and mention.grain not in ("day", "weekday"):
        return True
    near = [token for token in before if token.is_word][-_COMPARED:]
    if _ends_with([fold(token.text) for token in near], words.remarks):
        near = []  # «для сравнения: годом ранее было 5 %»
    if not mention.lead and any(analysis.lemmas(token) & words.compares for token in near):
        return True
    if mention.sense != "by" or not _is_over(mention, analysis):
        return False
    is_edge = mention.rule.startswith("part of")  # «к концу июня активы достигли…»
    return (mention.relative and not is_edge) or any(
        token.text.isdigit() or token.text == "%" or analysis.lemmas(token) & words.measures for token in before[-2:]
    )


def _is_over(mention: DateMention, analysis: Analysis) -> bool:
    known = analysis.document.date
    return known is not None and mention.days is not None and mention.days.end < known.period.start


def _is_name(analysis: Analysis, before: Sequence[Token], mention: DateMention) -> bool:
    """Whether a date belongs to the name of a thing, as the day of a treaty or the term of a programme does."""
    words = calendar(analysis.language)
    if before and before[-1].is_word and analysis.lemmas(before[-1]) & (words.events | words.reports):
        return True
    if words.since & {fold(token.text) for token in before[-_SINCE:] if token.is_word} and mention.lead != "since":
        return True  # "since records began in 1884"
    after = _word_after(analysis, mention.span.end)
    if not mention.lead.strip() and after and analysis.lemmas(after) & words.named:
        return True
    if not before:
        return False
    if is_attributive(analysis, before):
        return not words.at_event & {fold(token.text) for token in before[-4:]}
    if mention.lead in words.of_day and mention.grain == "day":
        return True
    is_day, is_term = mention.grain == "day", mention.days is not None and mention.days.days > 366
    tied = mention.lead in ("", *words.of_day) or is_day or (is_term and mention.lead in words.of_term)
    return tied and _has_named(analysis, before)


def _word_after(analysis: Analysis, offset: int) -> Token | None:
    first, last = analysis.tokens_within(Span(offset, offset + 2))
    return next((token for token in analysis.tokens[first:last] if token.is_word), None)


def _run(tokens: Sequence[Token]) -> list[str]:
    """The words at the end of some tokens that no sign or number parts, folded."""
    run: list[str] = []
    for token in reversed(tokens):
        if not token.is_word:
            break
        run.insert(0, fold(token.text))
    return run


def _counts_next(analysis: Analysis, mention: DateMention) -> bool:
    """Whether an adjective of a year stands before a number: «прошлогодних 1,5 млрд», "last year's $2bn"."""
    first, last = analysis.tokens_within(Span(mention.span.end, mention.span.end + 3))
    return any(token.text.isdigit() for token in analysis.tokens[first:last])


def is_attributive(analysis: Analysis, before: Sequence[Token]) -> bool:
    """Whether a date is that of a participle: «подписанный в 2003 году договор»."""
    if not tells_forms(analysis.language) or not before or not before[-1].is_word:
        return False
    return readings(before[-1].text, analysis.language)[0].form == "participle"


def _has_named(analysis: Analysis, before: Sequence[Token]) -> bool:
    """Whether the words right before a date name a document or an event: «Договор о дружбе», «программа на»."""
    named, words = calendar(analysis.language).named, before[-_NAME_REACH:]
    for index in range(len(words) - 1, -1, -1):
        token = words[index]
        if not token.is_word:
            if token.text in _QUOTES:
                continue
            return False
        if analysis.lemmas(token) & named:
            return True
        if is_predicate(words, index, analysis.language):
            return False
    return False


def bases(analysis: Analysis, sentence: Sentence, figures: Sequence[Figure], dates: Sequence[Span]) -> frozenset[Span]:
    """Which figures are what others are compared with: «против 2,8 млн», «с 1,5 до 2 млрд»; `dates` are in order."""
    words, found, starting = calendar(analysis.language), set(), []
    others = [figure for figure in figures if figure.kind not in DATES]
    for figure in others:
        before = [fold(token.text) for token in _words_before(analysis, sentence, figure, dates)]
        if (
            _ends_with(before, words.bases)
            or _compared_behind(analysis, figure.span.end)
            or _begins_change(analysis, figure, others)
        ):
            found.add(figure.span)
        elif before and before[-1] in words.starts and figure.kind is not Kind.ORDINAL:
            starting.append(figure.span)  # «с 1,5», "from 2.8m": so far only the preposition of a beginning
    if starting:
        ends = {figure.span for figure in others if _is_end(analysis, sentence, figure)}
        found |= {span for span in starting if ends - {span}}
    for former, figure in pairwise(others) if found else ():
        if former.span not in found:
            continue
        listed = former.unit == figure.unit and _is_listed(analysis, former, figure, dates)
        if listed or _is_said_again(analysis, former, figure):
            found.add(figure.span)
    return frozenset(found)


def _is_listed(analysis: Analysis, before: Figure, figure: Figure, dates: Sequence[Span]) -> bool:
    """ "Up from 9% two years ago and 4% in 2015": another base, behind the first with its own date and "and"."""
    first, last = analysis.tokens_within(Span(before.span.end, figure.span.start))
    between = [token for token in analysis.tokens[first:last] if not _is_dated(token, dates)]
    dated = len(between) < last - first
    joins = grammar(analysis.language).joins
    return dated and 0 < len(between) <= 2 and all(token.text == "," or fold(token.text) in joins for token in between)


def conjunctions(language: str) -> frozenset[str]:
    """The words that say a number once more: "or"."""
    return calendar(language).restate


def _is_said_again(analysis: Analysis, before: Figure, figure: Figure) -> bool:
    words = analysis.text[before.span.end : figure.span.start].strip(" ,\u00a0\n").lower()
    return words in conjunctions(analysis.language)


def _begins_change(analysis: Analysis, figure: Figure, others: Sequence[Figure]) -> bool:
    """«1,5 млрд доллардан 2 млрд долларға»: a number in the case of a start, with another right behind it."""
    hedge = figure.parts.hedge
    if not grammar(analysis.language).verb_last or (hedge is not None and hedge.start > figure.parts.number.start):
        return False
    after = analysis.tokens_within(figure.span)[1]
    last = analysis.tokens[after - 1]
    begins = last.is_word and _case(last, analysis.language) == "ablative"
    return begins and any(analysis.tokens_within(other.span)[0] == after for other in others)


def _is_end(analysis: Analysis, sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure is where a change has come: «до 2 млрд», "to 2bn"; or is itself the size of a change."""
    ends = calendar(analysis.language).ends
    before = [token for token in words_before(analysis, sentence, figure.span.start)[-1:] if token.is_word]
    words = [*(token.text for token in before), *figure.text.split(None, 1)[:1]]
    return any(fold(word) in ends for word in words) or figure.kind is Kind.CHANGE


def _words_before(analysis: Analysis, sentence: Sentence, figure: Figure, dates: Sequence[Span]) -> list[Token]:
    """The words before a figure, its own date left out: «с прошлогодних 1,5 млрд» follows «с»."""
    at = bisect_left(analysis.starts, figure.span.start)
    while at > sentence.first and _is_dated(analysis.tokens[at - 1], dates):
        at -= 1
    articles = discourse(analysis.language).articles
    if at > sentence.first and analysis.words[at - 1] in articles:
        at -= 1  # "against the £120 million"
    return [token for token in analysis.tokens[max(at - 4, sentence.first) : at] if token.is_word]


def _is_dated(token: Token, dates: Sequence[Span]) -> bool:
    at = bisect_right(dates, token.start, key=lambda span: span.start) - 1
    return at >= 0 and token.end <= dates[at].end


def before_figure(analysis: Analysis, start: int, end: int, reach: int) -> bool:
    """Whether two places are joined by at most a few words, none of them a conjunction or a predicate."""
    first, last = analysis.tokens_within(Span(start, end))
    between = analysis.tokens[first:last]
    if len(between) > reach or not all(token.is_word for token in between):
        return False
    joins = grammar(analysis.language).joins
    return not any(
        fold(token.text) in joins or _divides(between, index, analysis.language) for index, token in enumerate(between)
    )


def _divides(words: Sequence[Token], index: int, language: str) -> bool:
    """Whether a word is a predicate, and no participle of the figure: "the 5.1% recorded in 2023"."""
    if not tells_forms(language) and is_participle(words[index].text, language):
        return False
    return is_predicate(words, index, language)


def words_before(analysis: Analysis, sentence: Sentence, offset: int) -> Sequence[Token]:
    """The last words and signs of a sentence before an offset."""
    last = max(bisect_left(analysis.starts, offset), sentence.first)
    return analysis.tokens[max(last - _BEFORE, sentence.first) : last]


def _ends_with(words: Sequence[str], phrases: frozenset[tuple[str, ...]]) -> bool:
    if not words or words[-1] not in _last_words(phrases):
        return False
    return any(tuple(words[-size:]) in phrases for size in _sizes(phrases))


@cache
def _last_words(phrases: frozenset[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in phrases)


@cache
def _sizes(phrases: frozenset[tuple[str, ...]]) -> frozenset[int]:
    """How many words the phrases have."""
    return frozenset(map(len, phrases))
