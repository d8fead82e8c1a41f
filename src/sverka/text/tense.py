"""Whether a sentence tells what was or what will be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sverka.languages.calendar import calendar
from sverka.languages.grammar import grammar
from sverka.languages.intent import Phrases, intent
from sverka.languages.morphology import fold, lemmas, readings, tells_forms
from sverka.languages.verbs import verbs
from sverka.text.analysis import Analysis, Sentence
from sverka.text.clauses import clause_at, parse_clauses
from sverka.text.tokens import Token


class Tenses:
    """The tenses of a sentence's clauses, each worked out when a date first asks for it."""

    def __init__(self, analysis: Analysis, sentence: Sentence) -> None:
        self.analysis, self.sentence = analysis, sentence
        self.found: dict[int | None, str | None] = {}

    def near(self, token: int) -> str | None:
        """The tense of the clause that holds a token of the sentence, else of the sentence; None where none shows."""
        tokens = self.analysis.tokens_of(self.sentence)
        clause = clause_at(parse_clauses(self.analysis, self.sentence), tokens[token].start)
        if clause not in self.found:
            self.found[clause] = self._of(clause)
        return self.found[clause]

    def _of(self, clause: int | None) -> str | None:
        language = self.analysis.language
        if clause is not None:
            first, last = self.analysis.tokens_within(parse_clauses(self.analysis, self.sentence)[clause].span)
            inside = self._words(self.analysis.tokens[first:last])
            if _is_intended(inside, language):
                return "near" if _has_lapsed(inside, language) else "future"
            found = _tense(inside, language)
            if found:
                return found
        if None not in self.found:
            words = self._words(self.analysis.tokens_of(self.sentence))
            found = _tense(words, language)
            if found == "present" and tells_forms(language) and _is_intended(words, language):
                found = "future"  # «ночью ожидается −24, в пятницу – −29»
            intended = found == "past" and not tells_forms(language) and _is_intended(words, language)
            self.found[None] = "near" if intended else found  # "the bank, at its next meeting on May 5, is expected to"
        return self.found[None]

    def _words(self, tokens: Sequence[Token]) -> list[str]:
        """The words that may show a tense: "in May" shows none."""
        months, serial = calendar(self.analysis.language).ambiguous, intent(self.analysis.language).serial_endings
        return [
            token.text
            for token in tokens
            if token.is_word
            and not (serial and token.text.endswith(serial))  # «созылып, өтеді»: the last verb tells
            and not (months and token.is_capitalised and token.text.lower() in months)
        ]


def is_intended(word: str, language: str) -> bool:
    """Whether a word says by itself that something is meant to come: "planned"."""
    return not intent(language).single.isdisjoint(lemmas(word, language))


def _is_intended(words: list[str], language: str) -> bool:
    """«Запланирована на 15 мая» is of the future, though a past participle."""
    known, told = intent(language).single, intent(language)
    if not tells_forms(language) and not grammar(language).verb_last and _has_phrase(words, told.target, told.plan):
        return True  # "fares are to rise in March"
    return any(
        not known.isdisjoint(lemmas(word, language)) and not _measures(word, language)
        for word, before in zip(words, ["", *words], strict=False)
        if not _is_attributive(word, before, language)
    )


def _is_attributive(word: str, before: str, language: str) -> bool:
    """ "A cut in planned output was announced": what is planned is only described."""
    known = grammar(language)
    described = fold(before) in known.articles and fold(word).endswith(known.endings or ("\n",))
    return described and not tells_forms(language)


def _has_phrase(words: list[str], *tables: Phrases) -> bool:
    """Whether several words of intent follow each other."""
    folded = tuple(map(fold, words))
    return any(
        len(phrase) > 1 and folded[at : at + len(phrase)] == phrase
        for table in tables
        for at, word in enumerate(folded)
        for phrase in table.get(word, ())
    )


def _has_lapsed(words: list[str], language: str) -> bool:
    """«Тапсырылуы тиіс еді», "verilməli idi": an intent of the past, whose day may be over."""
    return any(fold(word) in intent(language).lapsed for word in words)


def _measures(word: str, language: str) -> bool:
    """«Жоспардан артық», «жоспардың 98 пайызы»: what is compared with a plan is none."""
    cases = [one.case for one in readings(word, language)] if grammar(language).verb_last else []
    return "genitive" in cases or "ablative" in cases


def _tense(words: list[str], language: str) -> str | None:
    """The past or the future where a word shows it, the first deciding; else the present.

    A present that tells of what is to come as well, «сенбіде өтеді», is "coming".
    """
    tenses = [tense_of(word, language) for word in words]
    if words and _is_perfect(words[-1], language):
        return "past"
    if grammar(language).verb_last:  # «1 желтоқсаннан бастап билеті қымбаттайды»: the first only ends as verbs do
        last = next((at for at in range(len(tenses) - 1, -1, -1) if tenses[at]), len(tenses))
        words, tenses = words[last:], tenses[last:]
    told = next((tense for tense in tenses if tense in ("past", "future")), None)
    ahead = intent(language).ahead_endings
    coming = any(tense == "present" and fold(word).endswith(ahead) for word, tense in zip(words, tenses, strict=True))
    return told or ("coming" if ahead and coming else "present" if "present" in tenses else None)


def _is_perfect(last: str, language: str) -> bool:
    """«1140 адам жұмыс істеген»: where verbs come last, a participle of the past that ends a clause is its verb."""
    ends = set(verbs(language).participles) - set(verbs(language).agents)
    return grammar(language).verb_last and fold(last).endswith(tuple(ends))


@lru_cache(maxsize=200_000)
def tense_of(word: str, language: str) -> str | None:
    """The tense that a word shows by itself."""
    if fold(word) in intent(language).remarks:
        return None  # «напомним» looks like a future
    if tells_forms(language):
        found, *others = readings(word, language)
        if found.tense == "future" and any(one.lemma == found.lemma and one.tense == "present" for one in others):
            return "present"  # «реализуют» is of both aspects
        return found.tense if found.form in ("finite", "participle") else None
    folded = fold(word)
    told = intent(language)
    if folded in told.future or folded in told.past:
        return "future" if folded in told.future else "past"
    past = (*grammar(language).endings, *told.past_endings)
    by_tense = {"future": told.future_endings, "present": told.present_endings, "past": past}
    endings = [(len(end), tense) for tense, ends in by_tense.items() for end in ends if folded.endswith(end)]
    # the longest ending decides: «өзгермеді» beside «келеді»
    return max(endings, key=lambda ending: ending[0])[1] if endings else None
