"""The words by which the furniture of a page is known."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

_AROUND = ' \t\u00a0:：•·|»«"“”()[]#*_–—-→>▸….'


class PageWords(NamedTuple):
    """The tables of `furniture.toml`, and the patterns made of them."""

    strong: frozenset[str]
    weak: frozenset[str]
    notices: tuple[str, ...]
    roles: re.Pattern[str]
    counters: re.Pattern[str]
    credits: re.Pattern[str]
    markers: frozenset[str]
    dated: re.Pattern[str]
    signed: re.Pattern[str]


def bare(line: str) -> str:
    """A line in small letters, without the signs and the white space around its words."""
    return " ".join(line.lower().strip(_AROUND).split())


def is_furniture(line: str) -> bool:
    """A short line that a page says of itself: a marker, a counter or a photo credit."""
    if len(line) > 120:
        return False
    words = page_words()
    return bare(line) in words.markers or bool(words.counters.fullmatch(line)) or is_credit(line)


def is_credit(line: str) -> bool:
    """A line that says who took the picture; a sentence about a picture ends in a full stop."""
    return len(line) <= 120 and not line.endswith((".", "!", "?")) and bool(page_words().credits.match(line))


@cache
def page_words() -> PageWords:
    file = Path(__file__).with_name("furniture.toml")
    table: dict[str, list[str]] = tomllib.loads(file.read_text(encoding="utf-8"))
    either = {name: _either(words) for name, words in table.items()}
    count = r"\d[\d  .,]{0,12}"
    counted = rf"{count}\s*(?:{either['counters']})|(?:{either['counters']})\s*:?\s*{count}"
    # A name after the word for a picture shows itself by its capital, so only the words are read in either case.
    credited = rf"(?i:{either['credits']})(?:\s*[:：/©|]|\s+(?i:{either['credit_links']})\s|\s+(?=[^\W\d_a-zа-яё]))"
    return PageWords(
        strong=frozenset(table["strong"]),
        weak=frozenset(table["weak"]),
        markers=frozenset((*table["strong"], *table["weak"])),
        notices=tuple(table["notices"]),
        roles=re.compile(rf"\b(?:{either['roles']})\b", re.IGNORECASE),
        counters=re.compile(rf"\W{{0,3}}(?:{counted})\W{{0,2}}", re.IGNORECASE),
        credits=re.compile(rf"\W{{0,2}}{credited}"),
        signed=re.compile(rf"(?:{either['signed']})\s*[:：]?\s+", re.IGNORECASE),
        dated=re.compile(rf"(?:{either['dated']})\s*[:：]?\s*", re.IGNORECASE),
    )


def _either(words: list[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
