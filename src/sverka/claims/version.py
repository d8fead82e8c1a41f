"""The version of the language that a file says it is written in: `sverka claims 1`."""

from __future__ import annotations

from collections.abc import Sequence

from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.parse import Parsed
from sverka.claims.syntax import Version

# The version that this sverka reads; a file that names none is written in the first.
CURRENT = 1


def versions_checked(parsed: Sequence[Parsed], notes: Notes) -> None:
    """Notes a version that stands elsewhere than first, is said twice, or is later than the one that is read.

    Of a file in a later version nothing else is told, since all of it may only follow from that.
    """
    begun: set[str] = set()
    for each in parsed:
        path = each.first.leaf.path
        if isinstance(each.node, Version):
            trouble = _trouble(each.node.number.text, is_first=path not in begun)
            if trouble:
                notes.add(each.node.number if trouble.code != "C117" else each.first, trouble)
            if trouble and trouble.code == "C116":
                notes.seal(path, trouble.code)
        begun.add(path)


def _trouble(number: str, *, is_first: bool) -> Trouble | None:
    if not number.isdigit() or int(number[:9]) == 0:
        return Trouble(
            "C118", {"word": f"sverka claims {number}", "right": f"sverka claims {CURRENT}"}, mend=str(CURRENT)
        )
    if int(number[:9]) > CURRENT:
        return Trouble("C116", {"word": number, "current": str(CURRENT)})
    return None if is_first else Trouble("C117")
