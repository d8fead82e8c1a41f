"""The words of each language that a suggestion may need and the text does not have."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from sverka import languages


class Suggestions(NamedTuple):
    """Words as they are written.

    `over` stands before a number that is a lower bound; `genitive` are the words after which a number is in that case.
    `percent` and `points` are the words for percent and for
    percentage points by case (`nominative`, `dative`, …); with one form for all it is the nominative. `units` are
    nouns by the code of their unit, those with `!` the same in every form; `ordinals` the endings of an ordinal by
    the number that it ends in.
    """

    over: str
    percent: Mapping[str, str]
    points: Mapping[str, str]
    units: Mapping[str, str]
    ordinals: Mapping[str, str]
    genitive: frozenset[str] = frozenset()


@cache
def suggestions(tag: str) -> Suggestions:
    """The words of a language; all empty where its file has none."""
    data: dict[str, Any] = languages.table(tag).get("suggestions", {})
    return Suggestions(
        data.get("over", ""),
        data.get("percent", {}),
        data.get("points", {}),
        data.get("units", {}),
        {number: ending for ending, numbers in data.get("ordinals", {}).items() for number in numbers.split()},
        frozenset(data.get("genitive", "").split()),
    )
