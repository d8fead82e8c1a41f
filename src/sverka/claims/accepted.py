"""Findings that were looked at and let through."""

from __future__ import annotations

from collections.abc import Iterable

from sverka.claims.heads import whole_date
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.parse import Parsed
from sverka.claims.syntax import Accept
from sverka.claims.tokens import Token, plain
from sverka.model.claim import Acceptance


def acceptances(parsed: Iterable[Parsed], notes: Notes) -> tuple[Acceptance, ...]:
    """The `accept` statements, each with the words, the files and the reason."""
    found = (_acceptance(each.node, each.first, notes) for each in parsed if isinstance(each.node, Accept))
    return tuple(each for each in found if each is not None)


def _acceptance(said: Accept, at: Token, notes: Notes) -> Acceptance | None:
    parts: dict[str, Token] = {}
    for tail in said.tails:
        if tail.kind in parts:
            notes.add(tail.token, Trouble("C210", {"what": tail.kind}))
        elif tail.kind not in ("in", "until", "because"):
            loose = tail.kind == "note"
            hint = 'write in for the files: in "seeds/*.txt"' if tail.kind == "from" else None
            notes.add(tail.token, Trouble("C252") if loose else Trouble("C224", {"word": tail.kind}, hint))
            if loose or tail.kind == "from":
                return None
        parts.setdefault(tail.kind, tail.token)
    for word, missing in (("because", "C221"), ("in", "C222")):
        if word not in parts or not plain(parts[word]).strip():
            notes.add(parts.get(word, at), Trouble(missing))
            return None
    if not plain(said.words).strip():
        notes.add(said.words, Trouble("C223"))
        return None
    until = whole_date(parts["until"], notes) if "until" in parts else None
    return Acceptance(plain(said.words), plain(parts["in"]), until, plain(parts["because"]), at.place)
