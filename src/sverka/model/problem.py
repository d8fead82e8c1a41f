"""Something wrong with our input."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A mistake in a claims file or an input that cannot be read; never a verdict on a document.

    `line` and `column` count from 1 (0: the whole file). `width` is the length of the offending words, for the
    caret; `source_line` the line as written. `remedy` says what would have worked, and `mend` is what to put in place
    of the `width` letters from `column` on, where that alone mends it.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    remedy: str = ""
    width: int = 1
    source_line: str = ""
    mend: str | None = field(default=None, compare=False)
