"""What one load hands on to the next: an editor loads the same claims after every key that is struck."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """What was made of things, as long as load after load asks for it, and all that it was made of is the same.

    Where it is not `lasting` there is no next load, and nothing is kept.
    """

    def __init__(self, *, lasting: bool) -> None:
        self._is_lasting = lasting
        self._before: dict[Hashable, tuple[object, Made]] = {}
        self._now: dict[Hashable, tuple[object, Made]] = {}
        self._marks: dict[Hashable, tuple[object, object]] = {}

    def turn(self) -> None:
        """A load begins: what the one before has not asked for is forgotten."""
        self._before, self._now = self._now, {}

    def get(self, key: Hashable, of: object) -> Made | None:
        """What was put under a key in the load before, where it was made `of` the same."""
        found = self._before.get(key)
        if found is None or found[0] != of:
            return None
        self._now[key] = found
        return found[1]

    def put(self, key: Hashable, of: object, made: Made) -> Made:
        if self._is_lasting:
            self._now[key] = of, made
        return made

    def same(self, key: Hashable, of: object) -> object:
        """One object for as long as what it stands for is equal: to compare it again and again is no work."""
        before = self._marks.get(key)
        if before is None or before[0] != of:
            before = self._marks[key] = of, object()
        return before[1]


# What keeps nothing, for what is done once.
ONCE: Kept[Any] = Kept(lasting=False)
