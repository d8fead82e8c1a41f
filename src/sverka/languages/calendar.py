"""The calendar words of a language, and the patterns in which they make dates.

A word belongs to one class and has a number there: «марта» is `month` 3. A pattern is a regular expression over
classes, one to a token, so that neither case endings nor spaces show in it: `day month year`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple, get_args

from sverka import languages
from sverka.languages.morphology import fold
from sverka.languages.suffixes import inflected, suffixes
from sverka.model.period import Sense

_WORD = re.compile(r"[a-z]+")
_PART = re.compile(r"<([A-Z])>")
_GROUP = re.compile(r"\?P<([a-z]+)>")
# Classes of numbers and signs, which no language has to list.
_BUILT_IN = (
    "day",
    "num",
    "year",
    "roman",
    "dash",
    "glue",
    "comma",
    "dot",
    "stop",
    "slash",
    "colon",
    "apostrophe",
    "begun",
)
OTHER = "\x00"
_NEVER = "\x01"  # a class that a language has no words for


class Word(NamedTuple):
    """The class of a word and its number in it."""

    symbol: str
    value: int


class Lead(NamedTuple):
    """Words before a date that say in what sense it is meant; `apart` ones are no part of the date's own wording.

    `after` ones stand behind the date. `only` lists the grains of date that they go with; all where it is empty.
    """

    words: tuple[str, ...]
    sense: Sense
    apart: bool
    only: frozenset[str]
    after: bool = False


class Rule(NamedTuple):
    """A pattern over symbols, and the name of what makes days of its match."""

    name: str
    pattern: re.Pattern[str]
    makes: str


class Calendar(NamedTuple):
    """Everything that a language says about dates; empty for a language without data.

    `words` are by folded form, `marks` by the capitals that stand behind a digit (9M2025), `symbols` by name of
    class, `names` the classes by symbol, `leads` by their last word, those `behind` a date by their first, and
    `anchors` the words of which a date has at least one.
    Before one of `squares` a shortened "quarter" is none.
    Months in `ambiguous` need a number or a preposition beside them, but for the `bare` forms, before which only a word
    in one of the `seasonal` endings is wrong («туристік маусымда»), and classes in `capitals` a capital letter.
    `tens_first` where ten takes a digit as twenty does («он бір»).
    `letters` may stand right before a number (Q1), endings right after it where they are `glued` (1990s); `order` is
    that of 03/04/2025. After `bases` stands what something is compared with, after `starts` and `ends` the two ends
    of a change, after `since` what has begun («since records began»),
    or, behind a word that ends in `most`, how long it has not been so; `restate` words say
    a number once more; `bases_after` stand behind what is compared
    with. `named` are dictionary forms of what bears a date in its name, `events` and `reports` verbs whose own date is
    not that of the figures («сообщил 3 марта»), `of_day` and `of_term` the words that tie a date to it,
    `at_event` those that make the time of an event that of what is told. `compares` are dictionary forms of "more" and
    "to exceed", `now` words for the document's own day, `then` for the period named last, `measures` nouns that end a
    change («на 5 процентов к»).
    """

    words: dict[str, Word]
    marks: dict[str, Word]
    symbols: dict[str, str]
    names: dict[str, str]
    anchors: frozenset[str]
    capitals: frozenset[str]
    squares: frozenset[str]
    ambiguous: frozenset[str]
    bare: frozenset[str]
    seasonal: tuple[str, ...]
    letters: frozenset[str]
    abbreviations: frozenset[str]
    glued: bool
    tens_first: bool
    order: str
    leads: dict[str, list[Lead]]
    behind: dict[str, list[Lead]]
    bases: frozenset[tuple[str, ...]]
    bases_after: frozenset[str]
    date_bases: frozenset[str]
    remarks: frozenset[tuple[str, ...]]
    starts: frozenset[str]
    since: frozenset[str]
    most: tuple[str, ...]
    restate: frozenset[str]
    ends: frozenset[str]
    named: frozenset[str]
    events: frozenset[str]
    reports: frozenset[str]
    of_day: frozenset[str]
    of_term: frozenset[str]
    at_event: frozenset[str]
    compares: frozenset[str]
    now: frozenset[str]
    then: frozenset[str]
    measures: frozenset[str]
    rules: tuple[Rule, ...]

    def symbol(self, name: str) -> str:
        return self.symbols.get(name, OTHER)


# A sentence without one of these, and without digits, holds no date.
_ANCHORS = [
    "month",
    "weekday",
    "season",
    "yearword",
    "yearwords",
    "monthword",
    "monthwords",
    "eve",
    "weekword",
    "weekwords",
    "quarterword",
    "halfword",
    "halfof",
    "centuryword",
    "centurywords",
    "relday",
    "today",
    "nearday",
    "relyear",
    "nearyear",
    "ago",
    "earlier",
    "decadename",
    "periodword",
    "decadeword",
    "decadewords",
    "halfyear",
    "daypart",
]


@cache
def calendar(tag: str) -> Calendar:
    """The calendar of a language."""
    data = languages.table(tag).get("calendar", {})
    classes = {name: _forms(values, data.get("endings", ""), tag) for name, values in data.get("words", {}).items()}
    marked = {mark: Word(name, 0) for name, marks in data.get("marks", {}).items() for mark in marks.split()}
    names = tuple(dict.fromkeys((*_BUILT_IN, *classes, *(word.symbol for word in marked.values()))))
    symbols = {name: chr(0xE000 + number) for number, name in enumerate(names)}
    words = {form: Word(name, value) for name, forms in classes.items() for form, value in forms}
    leads = _leads(data.get("leads", ()))
    return Calendar(
        words,
        marked,
        symbols,
        {symbol: name for name, symbol in symbols.items()},
        frozenset(
            (*(form for name in _ANCHORS for form, _ in classes.get(name, ())), *data.get("anchors", "").split())
        ),
        frozenset(data.get("capitals", "").split()),
        frozenset(data.get("squares", "").split()),
        frozenset(form for form, _ in _forms({"0": data.get("ambiguous", "")}, "", tag)),
        frozenset(data.get("bare", "").split()),
        tuple(data.get("seasonal", "").split()),
        frozenset(data.get("letters", "").split()),
        frozenset(data.get("abbreviations", "").split()),
        data.get("glued", False),
        data.get("tens_first", False),
        data.get("order", "dmy"),
        _indexed((lead.words[-1], lead) for lead in leads if not lead.after),
        _indexed((lead.words[0], lead) for lead in leads if lead.after),
        frozenset(tuple(fold(phrase).split("_")) for phrase in data.get("bases", "").split()),
        frozenset(data.get("bases_after", "").split()),
        frozenset(data.get("bases_of_dates", "").split()),
        frozenset(tuple(fold(phrase).split("_")) for phrase in data.get("remarks", "").split()),
        frozenset(data.get("from", "").split()),
        frozenset(data.get("since", "").split()),
        tuple(data.get("most", "").split()),
        frozenset(data.get("restate", "").split()),
        frozenset(data.get("ends", "").split()),
        frozenset(data.get("named", "").split()),
        frozenset(data.get("events", "").split()),
        frozenset(data.get("reports", "").split()),
        frozenset(data.get("of_day", "").split()),
        frozenset(data.get("of_term", "").split()),
        frozenset(data.get("at_event", "").split()),
        frozenset(data.get("compares", "").split()),
        frozenset(data.get("now", "").split()),
        frozenset(data.get("then", "").split()),
        frozenset(data.get("measures", "").split()),
        tuple(_rule(rule, symbols, data.get("parts", {})) for rule in data.get("rules", ())),
    )


def _forms(values: dict[str, str], endings: str, tag: str) -> tuple[tuple[str, int], ...]:
    return tuple(
        (fold(form), int(value))
        for value, text in values.items()
        for word in text.split()
        for form in (_endless(word[:-1], endings, tag) if word.endswith("~") else [word])
    )


def _endless(stem: str, endings: str, tag: str) -> Iterable[str]:
    return inflected(stem, tag) if suffixes(tag) else [stem + ending for ending in endings.split()]


def _leads(rows: list[dict[str, Any]]) -> tuple[Lead, ...]:
    """Longest wordings first; of equal ones, those for certain grains first, and those apart last."""
    found = [
        Lead(
            tuple(fold(words).split()),
            row["sense"],
            row.get("apart", False),
            frozenset(row.get("only", ())),
            row.get("after", False),
        )
        for row in rows
        for words in row["words"]
    ]
    assert all(lead.sense in get_args(Sense) for lead in found)
    return tuple(sorted(found, key=lambda lead: (-len(lead.words), lead.apart, not lead.only)))


def _indexed(leads: Iterable[tuple[str, Lead]]) -> dict[str, list[Lead]]:
    found: dict[str, list[Lead]] = {}
    for word, lead in leads:
        found.setdefault(word, []).append(lead)
    return found


def _rule(row: dict[str, str], symbols: dict[str, str], parts: dict[str, str]) -> Rule:
    return Rule(row["name"], re.compile(_compiled(row["pattern"], symbols, parts)), row["makes"])


def _compiled(pattern: str, symbols: dict[str, str], parts: dict[str, str]) -> str:
    """A pattern over class names as one over symbols: parts put in, names replaced, spaces dropped."""
    while _PART.search(pattern):
        pattern = _PART.sub(lambda match: f"({parts[match[1]]})", pattern)
    pieces = _GROUP.split(pattern)
    for index, piece in enumerate(pieces):
        if index % 2:
            pieces[index] = f"?P<{piece}>"
        else:
            pieces[index] = _WORD.sub(lambda match: symbols.get(match[0], _NEVER), piece).replace(" ", "")
    return "".join(pieces).replace("(", "(?:").replace("(?:?", "(?")
