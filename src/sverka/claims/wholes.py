"""What is part of what: the whole that each entity or metric names, and the mistakes in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.near import nearest
from sverka.claims.tokens import Token, plain


class Part(NamedTuple):
    """A declared name with the words of its whole, and its dimension where it is a metric."""

    whole: Token | None
    dimension: str | None


def wholes(parts: Mapping[str, Part], what: str, broken: set[str], notes: Notes) -> dict[str, str]:
    """The whole of each name that has one; `what` the names are, an entity or a metric.

    What is declared nowhere, is itself a part of what names it, or is measured otherwise is noted and left out; what
    is declared by a `broken` statement is left out.
    """
    known = {id: plain(part.whole) for id, part in parts.items() if part.whole}
    known = {id: whole for id, whole in known.items() if whole in parts or not (notes.has_gaps or whole in broken)}
    return {id: whole for id, whole in known.items() if not _is_wrong(id, parts, known, what, notes)}


def _is_wrong(id: str, parts: Mapping[str, Part], known: Mapping[str, str], what: str, notes: Notes) -> bool:
    token, whole = parts[id].whole, known[id]
    assert token is not None
    circle = _circle(id, known)
    # Who names itself by way of others is told once, where the last of them does.
    is_told = circle is None or id == max(circle, key=list(known).index)
    trouble = _unknown(whole, parts, what) or _circular(circle) or _otherwise(id, whole, parts, what)
    if trouble and is_told:
        notes.add(token, trouble)
    return trouble is not None


def _unknown(whole: str, parts: Mapping[str, Part], what: str) -> Trouble | None:
    if whole in parts:
        return None
    near = nearest(whole, parts)
    hint = f"did you mean {near}?" if near else f"declare it: {what} {whole} …"
    return Trouble("C408", {"what": what, "word": whole}, hint)


def _circle(id: str, known: Mapping[str, str]) -> list[str] | None:
    """The names by which a name is reached again from its own whole."""
    passed, whole = [id], known[id]
    while whole in known and whole not in passed:
        passed.append(whole)
        whole = known[whole]
    return passed if whole == id else None


def _circular(circle: list[str] | None) -> Trouble | None:
    if circle is None:
        return None
    return Trouble("C409", {"word": circle[0], "way": " of ".join((*circle, circle[0]))})


def _otherwise(id: str, whole: str, parts: Mapping[str, Part], what: str) -> Trouble | None:
    own, other = (parts[each].dimension or "" for each in (id, whole))
    if what == "metric" and not (own and other):
        return None  # one of them has a mistake of its own
    if own.partition("/")[0] == other.partition("/")[0]:
        return None
    return Trouble("C410", {"word": id, "own": own, "whole": whole, "other": other})
