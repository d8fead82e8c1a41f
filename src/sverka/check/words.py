"""One word of an alias, as it is looked for."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """One word of an alias: the dictionary forms that match it, or for an acronym the letters themselves. `verbs` are
    those of them that are a verb's."""

    lemmas: frozenset[str]
    exact: str | None = None
    gap: int = 0
    is_verb: bool = False
    verbs: frozenset[str] = frozenset()
