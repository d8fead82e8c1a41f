"""Whether a sentence tells what was or what will be."""

from __future__ import annotations

from sverka.languages.grammar import grammar
from sverka.languages.intent import intent
from sverka.languages.morphology import fold, lemmas, readings
from sverka.text.analysis import Analysis, Sentence
from sverka.text.clauses import parse_clauses


def tense_near(analysis: Analysis, sentence: Sentence, token: int) -> str | None:
    """The tense of the clause that holds a token of the sentence, else of the sentence; None where none is shown."""
    tokens = analysis.tokens_of(sentence)
    here = next((c.span for c in parse_clauses(analysis, sentence) if c.span.covers(tokens[token].span)), None)
    inside = [found.text for found in tokens if found.is_word and here and here.covers(found.span)]
    nearby = [found.text for found in tokens if found.is_word]
    if _is_intended(inside, analysis.language):
        return "future"
    return _tense(inside, analysis.language) or _tense(nearby, analysis.language)


def _is_intended(words: list[str], language: str) -> bool:
    """«Запланирована на 15 мая» is of the future, though a past participle."""
    rules = intent(language)
    known = {phrase[0] for phrase in (*rules.plan, *rules.target, *rules.forecast) if len(phrase) == 1}
    return any(known & lemmas(word, language) for word in words)


def _tense(words: list[str], language: str) -> str | None:
    """The past or the future where a word shows it, the first deciding; else the present."""
    tenses = [tense_of(word, language) for word in words]
    return next((tense for tense in tenses if tense in ("past", "future")), "present" if "present" in tenses else None)


def tense_of(word: str, language: str) -> str | None:
    if language == "ru":
        found = readings(word, language)[0]
        return found.tense if found.form in ("finite", "participle") else None
    folded = fold(word)
    told = intent(language)
    if folded in told.future or (told.future_endings and folded.endswith(told.future_endings)):
        return "future"
    rules = grammar(language)
    if folded in told.past or (rules.endings and folded.endswith(rules.endings)):
        return "past"
    return None
