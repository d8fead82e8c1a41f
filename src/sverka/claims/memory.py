"""All that one load of a claims set hands on to the next."""

from __future__ import annotations

from sverka.claims.derive import Followed
from sverka.claims.kept import Kept
from sverka.claims.normalise import Said
from sverka.claims.parse import Parsed, Reader
from sverka.claims.read import Opened
from sverka.model.claim import Assertion


class Memory:
    """What was made of files, statements, tables, claims and things, for what has not changed to be taken as it was.

    Where it is not `lasting` nothing is remembered: a set that is loaded once needs none.
    """

    def __init__(self, *, lasting: bool = True) -> None:
        self.files: Kept[Opened] = Kept(lasting=lasting)
        self.pages: Kept[tuple[Parsed, ...]] = Kept(lasting=lasting)
        self.rows: Kept[tuple[Parsed, ...]] = Kept(lasting=lasting)
        self.stated: Kept[Said] = Kept(lasting=lasting)
        self.asserted: Kept[tuple[str, Assertion]] = Kept(lasting=lasting)
        self.agreeing: Kept[bool] = Kept(lasting=lasting)
        self.derived: Kept[tuple[Followed, ...]] = Kept(lasting=lasting)
        self.reader = Reader(self.pages)

    def turn(self) -> None:
        """A load begins."""
        for each in (self.files, self.pages, self.rows, self.stated, self.asserted, self.agreeing, self.derived):
            each.turn()
