"""Problems of a claims set as they are found: a code of the catalogue, a place, and the words to fill in."""

from __future__ import annotations

from dataclasses import dataclass, field

from sverka.claims.tokens import Token
from sverka.model.problem import Problem

LONGEST = 60


@dataclass(frozen=True, slots=True)
class Trouble:
    """A mistake without its place: what a pure function returns instead of a value.

    `hint` is a remedy of its own; `mend` is what to put in place of the words that the mistake is shown at.
    """

    code: str
    parts: dict[str, str] = field(default_factory=dict)
    hint: str | None = None
    mend: str | None = None


def meant(code: str, parts: dict[str, str], word: str) -> Trouble:
    """A mistake in a word that another one was meant by."""
    return Trouble(code, parts, f"did you mean {word}?", word)


class Notes:
    """The problems found so far; one for each code and place.

    `has_gaps` says that something could not be read which may declare what else seems to be unknown; `told` counts how
    often something was noted, if only what was noted before.
    """

    def __init__(self) -> None:
        self.has_gaps = False
        self.told = 0
        self._problems: dict[tuple[str, int, int], Problem] = {}
        self._sealed: dict[str, str] = {}

    def add(self, at: Token, trouble: Trouble, width: int | None = None) -> None:
        """Notes a trouble at a word; of several at one place the first stands, since the rest follow from it."""
        self.told += 1
        found = problem(at.leaf.path, trouble, at.line, at.column, width or at.width, at.whole_line)
        self._problems.setdefault((found.file, found.line, found.column), found)

    def add_file(self, path: str, trouble: Trouble, line: int = 0, column: int = 0) -> None:
        """Notes a trouble of a whole file."""
        self.has_gaps = True
        self._problems.setdefault((path, line, column), problem(path, trouble, line, column))

    def seal(self, path: str, code: str) -> None:
        """Of a file's problems only those of one code are told: the others may follow from them."""
        self._sealed[path] = code
        self.has_gaps = True

    def all(self) -> tuple[Problem, ...]:
        told = (each for each in self._problems.values() if self._sealed.get(each.file, each.code) == each.code)
        return tuple(sorted(told))

    def __len__(self) -> int:
        return len(self._problems)


def problem(path: str, trouble: Trouble, line: int, column: int, width: int = 1, source_line: str = "") -> Problem:
    """The problem that a trouble is at a place."""
    # Imported here, since most runs have no mistakes to explain.
    from sverka.claims.catalogue import CATALOGUE

    mistake = CATALOGUE[trouble.code]
    parts = {key: value if key == "expected" else shortened(value) for key, value in trouble.parts.items()}
    remedy = mistake.remedy.format(**parts) if trouble.hint is None else trouble.hint
    message, mend = mistake.message.format(**parts), trouble.mend
    if mend is None and mistake.mends and trouble.hint is None:
        mend = trouble.parts["right"]
    return Problem(path, line, column, trouble.code, message, remedy, width, source_line, mend)


def shortened(words: str) -> str:
    """Words that fit into a message, on one line."""
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
