"""The words of a language that figures are read with, as typed tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from sverka import languages
from sverka.figures.phrases import Phrases, phrases
from sverka.languages.morphology import tells_forms
from sverka.languages.numbers import NumberWords, number_words
from sverka.languages.suffixes import listed, suffixes
from sverka.model.quantity import Hedge

SPACES = " \u00a0\u2009\u202f"


class Lexicon(NamedTuple):
    """Everything that the rules know of a language; a language without a file has empty tables.

    `words` holds sets of words by the name of their list in the language file, such as `changes.rise`. `tells_forms`
    where the part of speech and the case of a word can be told; `is_analytic` where words stand bare, and only their
    order and little words tell what they are to each other.
    """

    tag: str
    numbers: NumberWords
    numeral: re.Pattern[str]
    marks: re.Pattern[str]
    mark_units: Mapping[str, str]
    units: Phrases[str]
    rates: Phrases[str]
    rate_leads: Mapping[str, frozenset[str]]
    rates_before: Phrases[str]
    behind: Phrases[None]
    hedges: Phrases[Hedge]
    hedges_after: Phrases[Hedge]
    hedge_verbs: Phrases[Hedge]
    parts: Phrases[None]
    idioms: Phrases[None]
    hours: Phrases[None]
    link_words: Phrases[None]
    below_zero: Phrases[None]
    ordinal_between: Phrases[None]
    things: Phrases[str]
    out_of: Phrases[bool]
    added: Mapping[str, Phrases[str]]
    singular: Mapping[str, str]
    counted_marks: Mapping[str, str]
    counted_heads: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    verb_last: bool
    tells_forms: bool
    is_analytic: bool
    counted_group: str
    hedges_ask_case: bool

    def unit_of_mark(self, written: str) -> str:
        """The unit's code of a mark as a text writes it, with any space."""
        return self.mark_units["".join(written.split())]

    def has(self, name: str, word: str) -> bool:
        return word in self.words[name]

    def any(self, name: str, found: Iterable[str]) -> bool:
        return not self.words[name].isdisjoint(found)


_WORD_LISTS: Mapping[str, str] = {
    "units.special": "short before times doubtful among closing weather warming folds glued not_per told_in precious "
    "often hours cents of_cents powers angles wholes per",
    "hedges.special": "adding to from since between by into source not not_time not_share not_range "
    "inverted inside vague ranging ages aged levels marks aux amid negative particle rough starting lasting "
    "persons people alive older lives reasoned extremes some toward them turns grown whose reached meanwhile "
    "denied bounds eldest average when person_endings",
    "changes": "below rise fall alone direct plus minus alike adding moving doubled doubling phrasal pronouns level "
    "not_by nouns link multiplied past limits ways factor of_shares more less sooner later to_level sum restate by "
    "over allots grounds than times upon changing onward cuts being steps climbing ahead adrift behind losing height "
    "adding_on onto taking off many",
    "ordinals.special": "hyphened dotted suffixes roman adjectives placed anniversary articles graded plural running "
    "superlatives joined owners",
    "compounds.special": "tail idle spans",
    "fractions.special": "point taken",
    "trivial": "words nouns",
    "references": "after before parts dayparts streets scores ratings graded turns",
    "counted": "nouns saying endings adjectives adjective_endings having held irregular stop joins leads again "
    "of few single unitless counts costs money had expects varies contrasts instead sides exchange out within "
    "apart herds trades sentences gives courts turned each recalls then steps stocks substantives "
    "whither victims prices wholes totalling relatives groups resumes shares placed multitudes sized "
    "lengths",
}


@cache
def lexicon(tag: str) -> Lexicon:
    """The tables of a language."""
    table = languages.table(tag)
    units = table.get("units", {})
    marks = units.get("marks", {})
    hedges = table.get("hedges", {})
    verb_last = table.get("clauses", {}).get("verb_last", False)
    return Lexicon(
        tag=tag,
        numbers=number_words(tag),
        numeral=_numeral(table.get("numerals", {})),
        marks=_marks(marks),
        mark_units={mark.replace(" ", ""): unit for mark, unit in marks.items()},
        units=phrases((form, unit) for form, unit in units.items() if isinstance(unit, str)),
        rates=phrases((form, per) for form, per in units.get("rates", {}).items() if isinstance(per, str)),
        rate_leads={word: frozenset(led.split()) for word, led in units.get("rates", {}).get("leads", {}).items()},
        rates_before=phrases(units.get("rates", {}).get("before", {}).items()),
        behind=_listed(_words(table, "units.special.behind")),
        hedges=phrases(_hedges(hedges, tag)),
        hedges_after=phrases(_hedges(hedges.get("after", {}), tag)),
        hedge_verbs=phrases(_hedges(hedges.get("verbs", {}), tag)),
        parts=_listed(_words(table, "parts.markers")),
        idioms=_listed(_words(table, "idioms.phrases")),
        hours=_listed(_words(table, "references.hours")),
        link_words=_listed(_words(table, "changes.link_words")),
        below_zero=_listed(_words(table, "changes.below_zero")),
        things=phrases((said, said.rpartition("_")[2]) for said in _words(table, "counted.phrases")),
        ordinal_between=_listed(_words(table, "ordinals.special.between")),
        out_of=phrases(_out_of(table)),
        added=_added(table.get("number_words", {}).get("special", {})),
        singular=dict(_paired(_words(table, "counted.singular"))),
        counted_marks=table.get("counted", {}).get("marks", {}),
        counted_heads=table.get("counted", {}).get("heads", {}),
        words={
            f"{part}.{name}": frozenset(listed(" ".join(_words(table, f"{part}.{name}")), tag))
            for part, names in _WORD_LISTS.items()
            for name in names.split()
        },
        verb_last=verb_last,
        tells_forms=tells_forms(tag),
        is_analytic=not verb_last and not tells_forms(tag),
        counted_group=table.get("numerals", {}).get("counted_group", ""),
        hedges_ask_case=suffixes(tag) is not None,
    )


def _words(table: Mapping[str, Any], path: str) -> list[str]:
    found: Any = table
    for key in path.split("."):
        found = found.get(key, {}) if isinstance(found, Mapping) else {}
    return found.split() if isinstance(found, str) else []


def _out_of(table: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """The words between a part and its whole, and whether any whole may follow: "one in eight", "nine out of ten"."""
    yield from ((phrase, True) for phrase in _words(table, "fractions.special.in"))
    yield from ((phrase, False) for phrase in _words(table, "fractions.special.out"))


def _paired(written: Iterable[str]) -> Iterator[tuple[str, str]]:
    for pair in written:
        many, _, one = pair.partition(":")
        yield many, one


def _listed(written: Iterable[str]) -> Phrases[None]:
    return phrases((phrase, None) for phrase in written)


def _hedges(part: Mapping[str, Any], tag: str) -> Iterator[tuple[str, Hedge]]:
    for hedge in Hedge:
        yield from ((phrase, hedge) for phrase in listed(part.get(hedge.value, ""), tag))


def _added(special: Mapping[str, Any]) -> dict[str, Phrases[str]]:
    """Words that add a part to the number before them: «с половиной»."""
    worths = (("half", "1/2"), ("quarter", "1/4"))
    return {"": phrases((phrase, worth) for key, worth in worths for phrase in special.get(key, "").split())}


def _numeral(part: Mapping[str, Any]) -> re.Pattern[str]:
    """One written number: grouped or plain, with or without decimals; a run of commas is a list and has none."""
    decimal = "".join(map(re.escape, part.get("decimal", [".", ","])))
    group = "".join(map(re.escape, part.get("group", SPACES)))
    second = re.escape(part.get("second_group", "")) or "(?!)"
    twice = "".join(re.escape(mark) for mark in ",." if mark not in part.get("group", ())) or "(?!)"
    return re.compile(
        rf"(?P<grouped>\d{{1,3}}(?P<mark>[{group}])\d{{3}}(?!\d)(?:(?P=mark)\d{{3}}(?!\d)){{0,5}})"
        rf"(?:[{decimal}](?P<after>\d{{1,18}})(?![.,]?\d))?"
        rf"|(?P<twice>\d{{1,3}}(?P<pair>[{twice}])\d{{3}}(?:(?P=pair)\d{{3}}(?!\d)){{1,5}})"
        rf"|(?P<pointed>[1-9]\d{{0,2}}{second}\d{{3}}(?![.,]?\d))"
        rf"|(?P<plain>\d{{1,24}})(?!\d)(?:[{decimal}](?P<decimals>\d{{1,18}})(?![.,]?\d))?"
    )


def _marks(marks: Mapping[str, str]) -> re.Pattern[str]:
    """Any unit mark, longest first; one that ends in a letter stands apart from what follows."""
    written = sorted(marks, key=len, reverse=True)
    either = "|".join(
        re.escape(mark).replace(r"\ ", f"[{SPACES}]?") + (r"(?![^\W_])" if mark[-1].isalnum() else "")
        for mark in written
    )
    return re.compile(either or "(?!)")
