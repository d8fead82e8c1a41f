"""What features tell, in code points of the file that they are about."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from sverka.model.span import Span


class Level(StrEnum):
    """How loudly an editor shows something."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Remark(NamedTuple):
    """Something to be shown under a span; `mend` are the words to put there, where that is known."""

    span: Span
    level: Level
    code: str
    message: str
    mend: str | None = None


class Spot(NamedTuple):
    """A span of a file."""

    path: str
    span: Span


class Proposal(NamedTuple):
    """A word to go on with; `sort` is a subject, metric, unit, period, source, status, sign or keyword."""

    word: str
    sort: str
    detail: str = ""


class Entry(NamedTuple):
    """A line of the outline."""

    name: str
    sort: str
    span: Span


class Aside(NamedTuple):
    """Words shown behind a place of the text, which are not part of it."""

    offset: int
    words: str


class Uses(NamedTuple):
    """In how many documents the claim of a line decides something."""

    offset: int
    documents: int
