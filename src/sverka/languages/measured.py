"""What the news measures, each in all the words that mean it: a firm's profit is what it "earned", births are
"newborns"."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from sverka import languages
from sverka.languages import morphology

# In a name or an object: the thing that is measured, as the alias of a metric says it.
SLOT = "*"


class Measured(NamedTuple):
    """One measure, of the `dimensions`: nouns that name it, and verbs with the `objects` that they take for it.

    `known` are names that an alias may have and by which the measure is still not looked for, being too vague;
    `alone` are verbs that tell it without an object; `unlike` are phrases that have such words in them and mean
    something narrower, wider or other. All are written in dictionary forms, a gap as "…".
    """

    dimensions: frozenset[str]
    names: tuple[str, ...]
    known: tuple[str, ...]
    verbs: tuple[str, ...]
    objects: tuple[str, ...]
    alone: tuple[str, ...]
    unlike: tuple[str, ...]


@cache
def measured(tag: str) -> tuple[Measured, ...]:
    """The measures of a language; none where its file has none.

    >>> next(each.alone for each in measured("en") if "net profit" in each.names)
    ('earn',)
    """
    return tuple(_measured(data) for data in languages.table(tag).get("measured", ()))


def _measured(data: dict[str, Any]) -> Measured:
    parts = (_phrases(data.get(part, "")) for part in Measured._fields[1:])
    return Measured(frozenset(data["dimensions"].split()), *parts)


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(morphology.fold(phrase).replace("_", " ") for phrase in listed.split())
