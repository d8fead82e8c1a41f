"""Nouns of action and the verbs that say the same: «добыча» and «добыть», "production" and "produce"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sverka import languages
from sverka.languages import morphology
from sverka.languages.verbs import verb_forms


class Actions(NamedTuple):
    """`verbs` gives for a noun, in its dictionary form, all forms by which its verbs are found; `amounts` are nouns
    that only say how much there was of it («объём перевозок»), in dictionary forms."""

    verbs: Mapping[str, frozenset[str]]
    amounts: frozenset[str]


@cache
def actions(tag: str) -> Actions:
    """The actions of a language; all empty where its file has none.

    >>> "перевозить" in actions("ru").verbs["перевозка"], "produced" in actions("en").verbs["production"]
    (True, True)
    """
    data = languages.table(tag).get("actions", {})
    pairs = (pair.partition(":") for pair in str(data.get("verbs", "")).split())
    verbs = {
        morphology.fold(noun): frozenset(form for verb in listed.split("/") for form in forms_of_verb(verb, tag))
        for noun, _, listed in pairs
    }
    return Actions(verbs, frozenset(morphology.fold(str(data.get("amounts", ""))).split()))


def forms_of_verb(verb: str, tag: str) -> frozenset[str]:
    """All forms by which a verb is found, given in its dictionary form, the passive among them."""
    folded, passive = morphology.fold(verb), str(languages.table(tag).get("actions", {}).get("passive", ""))
    return frozenset((folded, f"{folded}{passive}")) | verb_forms(folded, tag)
