"""Which words are the core of a clause."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sverka.languages.grammar import grammar
from sverka.languages.morphology import Reading, fold, readings, tells_forms
from sverka.text.tokens import Token

_CORES = frozenset(("finite", "infinitive", "gerund"))


def is_predicate(words: Sequence[Token], index: int, language: str) -> bool:
    """Whether a word is a verb, a short participle or a predicative, by its likeliest reading."""
    if tells_forms(language):
        return is_core(words[index].text, language)
    rules, word = grammar(language), fold(words[index].text)
    if word in rules.verbs:
        return True
    if index and fold(words[index - 1].text) in rules.subjects and not word.endswith("ly"):
        return True  # "they spend"
    if rules.verb_last and index + 1 < len(words):
        return False
    is_verb = word in rules.finite or (bool(rules.endings) and word.endswith(rules.endings) and len(word) >= 5)
    if not is_verb:
        return False
    return index == 0 or fold(words[index - 1].text) not in rules.articles


@lru_cache(maxsize=200_000)
def is_core(word: str, language: str) -> bool:
    """Whether a word is a verb, a short participle or a predicative, in a language whose dictionary tells forms."""
    return reading(word, language).form in _CORES


@lru_cache(maxsize=200_000)
def is_participle(word: str, language: str) -> bool:
    """Whether a word after a comma begins a turn of its own: «подписанный», "signed", «достигнув»."""
    if tells_forms(language):
        found = readings(word, language)
        likeliest = found[0].form in ("participle", "gerund")
        return likeliest or (found[0].pos == "adjective" and any(each.form == "participle" for each in found))
    return fold(word).endswith(grammar(language).participles) if grammar(language).participles else False


def reading(word: str, language: str) -> Reading:
    """The likeliest reading of a word form."""
    return readings(word, language)[0]
