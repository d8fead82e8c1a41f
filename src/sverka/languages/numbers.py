"""Number words of a language: cardinals, scales, fractions, ordinals, multiples and words built on them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from sverka import languages
from sverka.languages.suffixes import Form, forms, suffixes

HEAD = 3
Table = Mapping[str, Any]


class Compound(NamedTuple):
    """A value and a unit code held in one word: «двухдневный» is 2 and `day`; a scale word has a number for a unit."""

    value: Fraction
    unit: str


class NumberWords(NamedTuple):
    """Every folded form with its value. `multiples` holds dictionary forms, the other tables forms as written.

    `triggers` are the words that may begin a number; a word that starts with one of `heads` may hide one. Where a
    language has no words of its own for 11 to 19, `has_teens` is false: ten takes a digit as twenty does.
    """

    cardinals: Mapping[str, Fraction]
    scales: Mapping[str, Fraction]
    fractions: Mapping[str, Fraction]
    ordinals: Mapping[str, int]
    multiples: Mapping[str, Fraction]
    special: Mapping[str, frozenset[str]]
    compound_pattern: re.Pattern[str]
    prefixes: Mapping[str, Fraction]
    stems: Mapping[str, str]
    stem_pattern: re.Pattern[str]
    wholes: Mapping[str, Fraction]
    anniversaries: frozenset[str]
    triggers: frozenset[str]
    heads: frozenset[str]
    tag: str
    has_teens: bool
    is_latin: bool

    def has(self, kind: str, word: str) -> bool:
        return word in self.special[kind]

    def compound(self, word: str) -> Compound | None:
        """The number within a word such as «трёхлетний», «столетие» or «полмиллиона», or None."""
        if word in self.wholes:
            return Compound(self.wholes[word], "year")
        match = self.compound_pattern.fullmatch(word)
        if match is None:
            return None
        value = self.prefixes[match["prefix"]]
        return Compound(value, "year" if match["anniversary"] else self.stems[match["stem"]])

    def unit_of(self, word: str) -> str | None:
        """The unit in the second half of a hyphened compound: `day` of «дневный» in «15-дневный»."""
        match = self.stem_pattern.fullmatch(word)
        return self.stems[match["stem"]] if match else None

    def halves(self, word: str) -> tuple[str, ...]:
        """What a word such as «полмиллиона» may be half of: «миллиона»."""
        return tuple(word.removeprefix(prefix) for prefix in self.special["half_prefix"] if word.startswith(prefix))

    def counts(self, word: str) -> bool:
        """True for a cardinal or a scale word."""
        return word in self.cardinals or word in self.scales

    def may_begin(self, word: str) -> bool:
        return word in self.triggers or word[:HEAD] in self.heads

    def bases(self, words: Sequence[str]) -> list[str]:
        """Each word as `base` gives it; what means something else alone may end a number: "biri", but "on biri"."""
        found = [self.base(word) for word in words]
        for index, word in enumerate(words):
            if index and word in self.special["bare"]:
                stem = next((form.stem for form in forms(word, self.tag) if self._is_inflected(form)), word)
                before, worth = (self.cardinals.get(each, Fraction(0)) for each in (found[index - 1], stem))
                goes_on = before >= 10 and before > worth > 0
                found[index] = stem if goes_on or (1 < before < 10 and worth == 100) else word  # «екі жүзі»
            elif index and (found[index - 1][-1:].isdigit() or self.counts(found[index - 1])):
                found[index] = self._derived_scale(word) or found[index]
        return found

    def _derived_scale(self, word: str) -> str | None:
        """The scale in «4,5 миллиондық келісім», "3 milyardlıq fond"; alone such a word is an adjective."""
        if suffixes(self.tag) is None or word in self.triggers:
            return None
        scales = (form.stem for form in forms(word, self.tag) if form.derived and not form.plural)
        return next((stem for stem in scales if self.scales.get(stem, 0) >= 1000), None)

    def base(self, word: str) -> str:
        """A number word without its suffixes: «миллион» for «миллионнан»; any other word as it is."""
        if suffixes(self.tag) is None or word in self.triggers or word in self.special["bare"]:
            return word
        return next((form.stem for form in forms(word, self.tag) if self._is_inflected(form)), word)

    def _is_inflected(self, form: Form) -> bool:
        known = form.stem in self.cardinals or form.stem in self.scales or form.stem in self.ordinals
        return known and not form.derived and not form.plural


@cache
def number_words(tag: str) -> NumberWords:
    """The number words of a language; all empty where it has no file."""
    table = languages.table(tag)
    words, scales = table.get("number_words", {}), table.get("scales", {})
    fractions, compounds = table.get("fractions", {}), table.get("compounds", {})
    ordinals, multiples = table.get("ordinals", {}), table.get("multiples", {})
    prefixes = _joined(dict(_pairs(_special(compounds, "prefixes"))))
    stems = {stem: unit for stem, unit in compounds.items() if isinstance(unit, str)}
    wholes = dict(_pairs(_special(compounds, "without_prefix")))
    cardinal_forms, scale_forms = _forms(words), _forms(scales)
    fraction_forms, ordinal_forms = _forms(fractions), _ordinals(ordinals)
    multiple_forms = _forms(multiples)
    return NumberWords(
        cardinals=cardinal_forms,
        scales=scale_forms,
        fractions=fraction_forms,
        ordinals=ordinal_forms,
        multiples=multiple_forms,
        special=_specials(words, scales, fractions),
        compound_pattern=_compound_pattern(prefixes, stems, compounds),
        prefixes=prefixes,
        stems=stems,
        stem_pattern=re.compile(rf"(?P<stem>{_either(stems) or '(?!)'}){_endings(compounds)}"),
        wholes=wholes,
        anniversaries=frozenset(_special(compounds, "anniversary").split()),
        triggers=frozenset(
            (
                *cardinal_forms,
                *scale_forms,
                *fraction_forms,
                *ordinal_forms,
                *wholes,
                *_special(words, "both").split(),
                *_special(fractions, "veiled").split(),
            )
        ),
        heads=frozenset(word[:HEAD] for word in (*_begun(prefixes, stems, compounds), *multiple_forms)),
        tag=tag,
        has_teens=11 in cardinal_forms.values(),
        is_latin=any(word.isascii() for word in cardinal_forms),
    )


def _special(part: Table, key: str) -> str:
    return str(part.get("special", {}).get(key, ""))


def _specials(words: Table, scales: Table, fractions: Table) -> dict[str, frozenset[str]]:
    keys = [
        (words, "needs_unit one_after pair doubling paired people person both adverbial"),
        (words, "and comma article half_prefix bare"),
        (scales, "alone alone_hedged alone_before short symbols vague"),
        (fractions, "part of ordinal not_after case each veiled"),
    ]
    return {key: frozenset(_special(part, key).split()) for part, names in keys for key in names.split()}


def _forms(part: Table) -> dict[str, Fraction]:
    worth = {value: Fraction(value) for value, forms in part.items() if isinstance(forms, str)}
    return {form: worth[value] for value in worth for form in part[value].split()}


def _ordinals(part: Table) -> dict[str, int]:
    """Every form of every ordinal; «третий» alone softens its endings."""
    endings, third = _special(part, "endings").split(), _special(part, "third").split()
    found: dict[str, int] = {}
    for value, stem in part.items():
        if isinstance(stem, str):
            chosen = third if value == "3" and third else endings
            found |= {stem + ending: int(value) for ending in chosen or ("",)}
    return found


def _pairs(listed: str) -> Iterator[tuple[str, Fraction]]:
    for pair in listed.split():
        value, _, word = pair.partition(":")
        yield word, Fraction(value)


def _begun(prefixes: Mapping[str, Fraction], stems: Mapping[str, str], part: Table) -> Iterator[str]:
    """The prefixes, those that are shorter than a head with what may follow them: "üçillik"."""
    followers = (*stems, *_special(part, "anniversary").split())
    for prefix in prefixes:
        yield from (prefix + one for one in followers) if len(prefix) < HEAD else (prefix,)


def _joined(prefixes: dict[str, Fraction]) -> dict[str, Fraction]:
    """The prefixes with those of two parts: «двадцатипяти-»."""
    tens = {word: value for word, value in prefixes.items() if value >= 20 and value % 10 == 0 and value < 100}
    ones = {word: value for word, value in prefixes.items() if 2 <= value < 10 and value.denominator == 1}
    return prefixes | {ten + one: high + low for ten, high in tens.items() for one, low in ones.items()}


def _compound_pattern(prefixes: Mapping[str, Fraction], stems: Mapping[str, str], part: Table) -> re.Pattern[str]:
    if not prefixes:
        return re.compile(r"(?P<prefix>)(?P<stem>)(?P<anniversary>)(?!)")
    anniversary = "|".join(_special(part, "anniversary").split()) or "(?!)"
    return re.compile(
        rf"(?P<prefix>{_either(prefixes)})"
        rf"(?:(?P<stem>{_either(stems)}){_endings(part)}|(?P<anniversary>{anniversary}))"
    )


def _endings(part: Table) -> str:
    return f"(?:{_either(_special(part, 'endings').split())})"


def _either(words: Mapping[str, object] | list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
