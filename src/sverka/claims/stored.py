"""A claims set as bytes that are read back many times as fast as its files are parsed."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, get_type_hints, overload

from sverka.claims.load import uncollected
from sverka.claims.shorthand import Shorthand, shorthand
from sverka.model.claim import Assertion, ClaimSet
from sverka.model.index import Index, Sort

_PACKAGE = Path(__file__).parent.parent
# What decides what a claims file means; a change of any of it makes what was stored stale.
_FOLDERS = ("claims", "cldr", "languages", "model", "text", "units")


class Stored(Sequence[Assertion]):
    """Assertions in shorthand, each read when it is first asked for."""

    def __init__(self, lines: Sequence[bytes]) -> None:
        self._lines = lines
        self._read: dict[int, Assertion] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, place: int) -> Assertion: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Assertion]: ...

    def __getitem__(self, place: int | slice) -> Assertion | Sequence[Assertion]:
        if isinstance(place, slice):
            return tuple(self[each] for each in range(*place.indices(len(self))))
        place = range(len(self))[place]
        if place not in self._read:
            self._read[place] = shorthand(Assertion).decode(json.loads(self._lines[place]))
        return self._read[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]


@uncollected()
def to_stored(claims: ClaimSet, key: str) -> str:
    """A set as text, to be known again by the key: a checksum, the key, names and all, the index, the assertions."""
    said = [part.encode(getattr(claims, name)) for name, part in _parts().items()]
    index = claims.index
    things = [[subject, metric, places] for (subject, metric), places in index.things.items()]
    sorts = {
        metric: [[*sort, places] for sort, places in found.items()] for metric, found in index.sorts_of_metric.items()
    }
    assertions = map(shorthand(Assertion).encode, claims.assertions)
    body = "\n".join(map(_line, (key, said, [things, sorts], *assertions)))
    return f"{_checksum(body.encode())}\n{body}"


@uncollected()
def from_stored(data: bytes, key: str) -> ClaimSet | None:
    """The set that was stored under a key; None where it was another, or not one byte is left out or changed."""
    checksum, _, body = data.partition(b"\n")
    if checksum.decode("ascii", "replace") != _checksum(body):
        return None
    known, said, index, *assertions = body.split(b"\n")
    if json.loads(known) != key:
        return None
    values = {name: part.decode(each) for (name, part), each in zip(_parts().items(), json.loads(said), strict=True)}
    claims = ClaimSet(assertions=Stored(assertions), **values)
    claims.__dict__["index"] = _index(*json.loads(index))  # what the property would work out
    return claims


def _index(things: list[list[Any]], sorts: dict[str, list[list[Any]]]) -> Index:
    kinds = shorthand(get_type_hints(Sort)["kind"])
    return Index(
        {(subject, metric): places for subject, metric, places in things},
        {
            metric: {Sort(kinds.decode(kind), *rest): places for kind, *rest, places in found}
            for metric, found in sorts.items()
        },
    )


@cache
def _parts() -> dict[str, Shorthand]:
    """All of a set but its assertions, by the names of the fields."""
    hints = get_type_hints(ClaimSet)
    return {each.name: shorthand(hints[each.name]) for each in fields(ClaimSet) if each.name != "assertions"}


def _line(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _checksum(body: bytes) -> str:
    return sha256(body).hexdigest()


@cache
def meaning() -> str:
    """What this program makes of a claims file, in one word: it changes with the program and with Python."""
    found = sha256(sys.version.encode())
    for folder in _FOLDERS:
        for file in sorted((_PACKAGE / folder).rglob("*")):
            if file.is_file() and file.parent.name != "__pycache__":
                found.update(file.name.encode())
                found.update(file.read_bytes())
    return found.hexdigest()
