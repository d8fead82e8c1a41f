"""Dictionary forms of words, by language."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from sverka import languages
from sverka.languages.endings import endings
from sverka.languages.suffixes import forms, suffixes

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse
    from pymorphy3.tagset import OpencorporaTag


class Reading(NamedTuple):
    """One way to understand a word form: its dictionary form, part of speech, case and number.

    `pos` is one of `noun`, `adjective`, `verb`, `pronoun`, `numeral`, `other`; `case` is `nominative`, `genitive`,
    `dative`, `accusative`, `instrumental`, `locative`, for some languages `ablative` and others, or None; `plural`
    is None where the form shows no number. `form` is what a word can be the core of: `finite` for a predicate, a
    short participle among them, `infinitive`, `gerund`, `participle`, or None; `tense` is `past`, `present`,
    `future` or None; `perfective` tells a verb that reaches its end («довести») from one that goes on («доводить»).
    """

    lemma: str
    pos: str
    case: str | None = None
    plural: bool | None = None
    is_name: bool = False
    form: str | None = None
    tense: str | None = None
    perfective: bool = False


_POS = {
    "NOUN": "noun",
    "ADJF": "adjective",
    "ADJS": "adjective",
    "PRTF": "adjective",
    "PRTS": "adjective",
    "VERB": "verb",
    "INFN": "verb",
    "GRND": "verb",
    "NPRO": "pronoun",
    "NUMR": "numeral",
}
_CASES = {
    "nomn": "nominative",
    "gent": "genitive",
    "gen2": "genitive",
    "datv": "dative",
    "accs": "accusative",
    "ablt": "instrumental",
    "loct": "locative",
    "loc2": "locative",
}
_FORMS = {
    "VERB": "finite",
    "PRTS": "finite",
    "ADJS": "finite",
    "PRED": "finite",
    "INFN": "infinitive",
    "GRND": "gerund",
    "PRTF": "participle",
}
_TENSES = {"past": "past", "pres": "present", "futr": "future"}
_NAMES = frozenset(("Geox", "Name", "Surn", "Patr", "Orgn", "Trad", "Abbr"))


@cache
def _analyzer(dictionary: str) -> MorphAnalyzer:
    import pymorphy3  # costs a tenth of a second, so only where a language with a dictionary is read

    return pymorphy3.MorphAnalyzer(lang=dictionary)


@cache
def tells_forms(language: str) -> bool:
    """Whether a dictionary, or a table of endings, tells what part of speech a word is and in which case."""
    return languages.dictionary(language) is not None or endings(language) is not None


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The word in small letters with ё as е and one apostrophe; as long as it was, so that offsets hold."""
    lowered = word.lower()
    if len(lowered) != len(word):  # "İ" becomes two characters, of which the first is its small letter
        lowered = "".join(letter.lower()[0] for letter in word)
    return intern(lowered.replace("ё", "е").replace("’", "'").replace("ʼ", "'"))


# The dictionary looks up the Unicode names of letters, and fails on those that have none.
_KNOWN = re.compile("[\\u0000-\\u024F\\u0400-\\u052F’ʼ]*")


@lru_cache(maxsize=200_000)
def readings(word: str, language: str) -> tuple[Reading, ...]:
    """Every way to read a word form, likeliest first; at least one."""
    dictionary = languages.dictionary(language)
    if dictionary is not None and not word.isascii() and _KNOWN.fullmatch(word):
        return _listed_readings(word, dictionary)
    if suffixes(language) is not None:
        return _suffixed_readings(word, language)
    if not word.isascii() and endings(language) is not None:
        return _ended_readings(word, language)
    if word.isascii() or languages.has(language, "numerals"):
        return _english_readings(word)
    return (Reading(fold(word), "other"),)


@lru_cache(maxsize=200_000)
def lemmas(word: str, language: str) -> frozenset[str]:
    """The dictionary forms that a word may have, folded; never empty."""
    return frozenset(reading.lemma for reading in readings(word, language)) | {fold(word)}


@lru_cache(maxsize=10_000)
def is_common(word: str, language: str) -> bool:
    """Whether a dictionary has a word, and not as a name; False where there is none to ask."""
    dictionary = languages.dictionary(language)
    if dictionary is None or word.isascii() or not _KNOWN.fullmatch(word):
        return False
    return _analyzer(dictionary).word_is_known(word.lower()) and not readings(word, language)[0].is_name


_PEOPLE = frozenset(("Name", "Surn", "Patr"))


@lru_cache(maxsize=10_000)
def is_person(word: str, language: str) -> bool:
    """Whether a dictionary says that a word is a part of a person's name; False where there is none."""
    dictionary = languages.dictionary(language)
    if dictionary is None or word.isascii() or not _KNOWN.fullmatch(word):
        return False
    return bool(_PEOPLE & _analyzer(dictionary).parse(word)[0].tag.grammemes)


@lru_cache(maxsize=10_000)
def is_qualitative(word: str, language: str) -> bool:
    """Whether a dictionary says that an adjective tells what something is like («обширный»), and not what it is of
    («нефтяной»); False where there is none."""
    dictionary = languages.dictionary(language)
    if dictionary is None or word.isascii() or not _KNOWN.fullmatch(word):
        return False
    return "Qual" in _analyzer(dictionary).parse(word)[0].tag.grammemes


@lru_cache(maxsize=200_000)
def name_forms(word: str, language: str) -> frozenset[str]:
    """The dictionary forms of a word of a name, as a claim writes it.

    A name is written in its dictionary form, so that where suffixes alone tell forms only a possessive is taken off
    («бағыты» is «бағыт»): «орта» is no form of «ор».
    """
    if suffixes(language) is None:
        return lemmas(word, language)
    folded = fold(word)
    owned = (form.stem for form in forms(folded, language) if form.possessive and form.case is None)
    return frozenset(stem for stem in owned if len(stem) > 2) | {folded}


def _listed_readings(word: str, dictionary: str) -> tuple[Reading, ...]:
    found = (Reading(fold(parse.normal_form), *_told_by(parse.tag)) for parse in _analyzer(dictionary).parse(word))
    return tuple(dict.fromkeys(found)) or (Reading(fold(word), "other"),)


def _ended_readings(word: str, language: str) -> tuple[Reading, ...]:
    table, folded = endings(language), fold(word)
    found = [
        Reading(lemma, one.pos, one.case, one.plural, form=one.form, tense=one.tense)
        for lemma, one in (table.of(folded) if table else ())
    ]
    return tuple(dict.fromkeys(found)) or (Reading(folded, "other"),)


@lru_cache(maxsize=10_000)
def _told_by(tag: OpencorporaTag) -> tuple[str, str | None, bool | None, bool, str | None, str | None, bool]:
    """What a tag of the dictionary says of every word that has it, in the order of a reading."""
    return (
        _POS.get(tag.POS or "", "other"),
        _CASES.get(tag.case or ""),
        None if tag.number is None else tag.number == "plur",
        bool(_NAMES & tag.grammemes),
        _FORMS.get(tag.POS or ""),
        _TENSES.get(tag.tense or ""),
        tag.aspect == "perf",
    )


def _suffixed_readings(word: str, language: str) -> tuple[Reading, ...]:
    """The word as it stands, then each dictionary form that suffixes may have been put on."""
    found = [
        Reading(
            form.stem, "adjective" if form.derived else "noun" if form.stripped else "other", form.case, form.plural
        )
        for form in forms(fold(word), language)
    ]
    return tuple(dict.fromkeys(found))


def _english_readings(word: str) -> tuple[Reading, ...]:
    """The singular of a plural and the name of a possessive; English has little else to undo."""
    folded = fold(word)
    stem = folded.removesuffix("'s").removesuffix("’s")
    found = [Reading(stem, "other")]
    if stem.endswith("ies") and len(stem) > 4:
        found.append(Reading(stem[:-3] + "y", "noun", None, True))
    elif stem.endswith(("ches", "shes", "xes", "sses")):
        found.append(Reading(stem[:-2], "noun", None, True))
    elif stem.endswith("s") and not stem.endswith(("ss", "us", "is")) and len(stem) > 3:
        found.append(Reading(stem[:-1], "noun", None, True))
    return tuple(found)


@lru_cache(maxsize=10_000)
def nominative(word: str, language: str) -> str:
    """The first form of an adjective or participle, where a dictionary tells it: «пострадавших» is «пострадавший»."""
    dictionary = languages.dictionary(language)
    parses = _analyzer(dictionary).parse(word) if dictionary else ()
    parse = next((parse for parse in parses if parse.tag.POS in ("ADJF", "PRTF")), None)
    form = parse.inflect({"sing", "nomn", "masc"}) if parse else None
    return fold(form.word) if form else word


@lru_cache(maxsize=10_000)
def in_form_of(word: str, like: str, language: str) -> str | None:
    """An ordinal, given in its first form, in the case, number and gender of another; None where one is no ordinal.

    >>> in_form_of("третий", "пятого", "ru"), in_form_of("третый", "пятого", "ru")
    ('третьего', None)
    """
    dictionary = languages.dictionary(language)
    if dictionary is None:
        return None
    new, old = (
        next((parse for parse in _analyzer(dictionary).parse(each) if "Anum" in parse.tag), None)
        for each in (word, like)
    )
    if new is None or old is None or fold(new.normal_form) != fold(word):
        return None
    form = new.inflect({each for each in (old.tag.case, old.tag.number, old.tag.gender) if each})
    return (form.word if "ё" in like else form.word.replace("ё", "е")) if form else None


@lru_cache(maxsize=10_000)
def agreeing(word: str, old: int | None, new: int | None, language: str, genitive: bool = False) -> str:
    """A noun that goes with the number `old`, as it goes with `new`; None stands for a decimal fraction.

    The case stays: what is «500 тысяч» is «23 тысячи», and where it is `genitive`, as behind «более», «23 тысяч».

    >>> agreeing("процента", 23, 25, "ru"), agreeing("процентов", 23, 21, "ru"), agreeing("тонн", 5, None, "ru")
    ('процентов', 'процента', 'тонны')
    """
    dictionary = languages.dictionary(language)
    if dictionary is None or word.isascii() or _count(old) == _count(new):
        return word
    parse = next((parse for parse in _analyzer(dictionary).parse(word) if parse.tag.POS == "NOUN"), None)
    if parse is None:
        return word
    noun = parse.normalized
    if not genitive and fold(_counted(noun, old)) == fold(word):
        return _counted(noun, new)
    singular = new is None or (new % 10 == 1 and new % 100 != 11)
    form = noun.inflect({"sing" if singular else "plur", "gent"})
    return form.word if form else word


@lru_cache(maxsize=10_000)
def has_own_object(word: str, language: str) -> bool:
    """A noun that is another as an object: «тысяча» is «тысячу», «миллион» stays what it is."""
    dictionary = languages.dictionary(language)
    parses = _analyzer(dictionary).parse(word) if dictionary else ()
    parse = next((parse for parse in parses if parse.tag.POS == "NOUN"), None)
    return parse is not None and parse.tag.gender == "femn"


def _count(number: int | None) -> int:
    """Numbers with which a noun stands in one form: one, two to four, the rest; 0 for a decimal fraction."""
    if number is None:
        return 0
    last = 5 if number % 100 in range(11, 15) else number % 10
    return 1 if last == 1 else 2 if last in (2, 3, 4) else 5


def _counted(noun: Parse, number: int | None) -> str:
    """A noun in the nominative as a number counts it: «2 тонны», «5 тонн», «2,5 тонны»."""
    form = noun.inflect({"sing", "gent"}) if number is None else noun.make_agree_with_number(number)
    return str(form.word) if form else str(noun.word)
