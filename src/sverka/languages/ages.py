"""How each language tells of a beginning that years are counted from."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from sverka import languages
from sverka.languages.morphology import fold
from sverka.languages.suffixes import listed


class Ages(NamedTuple):
    """Words by dictionary form, or as they stand in a language without a dictionary.

    `begins` are sets of words for one sort of beginning each (founding, birth, signing). `age` words make a number of
    years an age («исполнилось», "old"); `marking` words say that an anniversary is marked, and nothing of whose;
    `ahead` words tell of one that is still to come.
    """

    begins: tuple[frozenset[str], ...]
    age: frozenset[str]
    marking: frozenset[str]
    ahead: frozenset[str]


@cache
def ages(tag: str) -> Ages:
    """The words of a language; all empty where its file has none."""
    table = languages.table(tag).get("ages", {})

    def words(text: str) -> frozenset[str]:
        return frozenset(listed(fold(text), tag))

    begins = tuple(words(text) for text in table.get("begin", ()))
    return Ages(begins, *(words(table.get(name, "")) for name in Ages._fields[1:]))
