"""Whether a sentence tells what was or what will be."""

from __future__ import annotations

from sverka.languages.grammar import grammar
from sverka.languages.intent import intent
from sverka.languages.morphology import fold, readings
from sverka.text.analysis import Analysis, Sentence
from sverka.text.clauses import parse_clauses


def tense_near(analysis: Analysis, sentence: Sentence, token: int) -> str | None:
    """The tense of the clause that holds a token of the sentence, else of the sentence; None where neither shows one."""
    tokens = analysis.tokens_of(sentence)
    here = next((c.span for c in parse_clauses(analysis, sentence) if c.span.covers(tokens[token].span)), None)
    inside = [found.text for found in tokens if found.is_word and here and here.covers(found.span)]
    nearby = [found.text for found in tokens if found.is_word]
    return _tense(inside, analysis.language) or _tense(nearby, analysis.language)


def _tense(words: list[str], language: str) -> str | None:
    """The past or the future where a word shows it, the first deciding; else the present."""
    tenses = [tense_of(word, language) for word in words]
    return next((tense for tense in tenses if tense in ("past", "future")), "present" if "present" in tenses else None)


def tense_of(word: str, language: str) -> str | None:
    if language == "ru":
        found = readings(word, language)[0]
        return found.tense if found.form in ("finite", "participle") else None
    folded = fold(word)
    if folded in intent(language).future:
        return "future"
    rules = grammar(language)
    if folded in intent(language).past or (rules.endings and folded.endswith(rules.endings)):
        return "past"
    return None
