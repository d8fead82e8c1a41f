"""Numbers in words, as generators spell them that know nothing of the package's own tables.

ICU's rules know every case and gender of Russian, num2words is a second opinion. What both get wrong is mended here:
a few words are misspelt in ICU's data, which has no Russian ordinals of hundreds, and num2words leaves out the last
"bir" before "min".
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import pytest

icu = pytest.importorskip("icu", reason="pyicu-wheels comes with the extra `test`")
words = pytest.importorskip("num2words", reason="num2words comes with the extra `test`")

LARGEST = 10**12
_MISSPELT = {
    "az": {
        "atmış": "altmış",
        "səqsən": "səksən",
        "yetmişıncı": "yetmişinci",
        "səqsənıncı": "səksəninci",
    },
    "kk": {"қырықыншы": "қырқыншы"},
    "uk": {"більйон": "трильйон"},
    "ru": {"третьому": "третьему", "восемьдесятое": "восьмидесятое", "восемьдесятому": "восьмидесятому"},
}
_OF_WORDS = {"kk": "kz"}  # num2words names it by its country
_SOFT_HYPHEN = "\u00ad"


class Speller(NamedTuple):
    """A way to spell numbers, and its name."""

    name: str
    spell: Callable[[int], str]


def cardinals(tag: str) -> list[Speller]:
    """Every rule set of ICU for numbers that count, in every case and gender."""
    return _rule_sets(tag, ("%spellout-cardinal", "%spellout-numbering"))


def ordinals(tag: str) -> list[Speller]:
    """Every rule set of ICU for numbers that order."""
    return _rule_sets(tag, ("%spellout-ordinal",))


def second(tag: str) -> Speller:
    """What num2words spells."""
    return Speller("num2words", partial(words.num2words, lang=_OF_WORDS.get(tag, tag)))


def drops_a_one(tag: str, number: int) -> bool:
    """Whether num2words leaves out a "bir" of a number."""
    thousands = number // 1000 % 1000
    return tag == "az" and thousands > 1 and thousands % 10 == 1


def lacks_ordinal(tag: str, number: int) -> bool:
    """Whether ICU writes a cardinal for an ordinal."""
    return tag == "ru" and number % 100 == 0 and number > 100


def compact(tag: str) -> Speller:
    """A number of one scale in digits and its word: «9 миллионов»."""
    formatter = icu.NumberFormatter.withLocale(icu.Locale(tag)).notation(icu.Notation.compactLong())
    return Speller("compact", lambda number: str(formatter.formatDouble(float(number))))


def sample(size: int, seed: str) -> list[int]:
    """Numbers of up to twelve digits, as many of each length, and the round ones with their neighbours."""
    chance = random.Random(seed)
    edges = [10**power + near for power in range(1, 13) for near in (-1, 0, 1) if 10**power + near <= LARGEST]
    small = [*range(201), *range(300, 1001, 100), *edges]
    return [*small, *(chance.randrange(10 ** chance.randint(1, 12)) for _ in range(size - len(small)))]


def _rule_sets(tag: str, begins: tuple[str, ...]) -> list[Speller]:
    rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(tag))
    if rules.getLocale(icu.ULocDataLocaleType.VALID_LOCALE).getLanguage() != tag:
        raise LookupError(f"ICU spells no {tag}, and would fall back to English")
    names = [rules.getRuleSetName(index) for index in range(rules.getNumberOfRuleSetNames())]
    kept = [name for name in names if name.startswith(begins) and not name.endswith("-year")]
    return [Speller(name, partial(_spelt, rules, name, tag)) for name in kept]


def _spelt(rules: object, name: str, tag: str, number: int) -> str:
    rules.setDefaultRuleSet(name)  # type: ignore[attr-defined]
    spelt = rules.format(number).replace(_SOFT_HYPHEN, "")  # type: ignore[attr-defined]
    mended = _MISSPELT.get(tag, {})
    return " ".join(mended.get(word, word) for word in spelt.split(" "))
