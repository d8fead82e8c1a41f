"""What every adapter does: texts as JSON lines in, what was read of them as JSON lines out.

An adapter runs inside the environment of its peer and gives a function from a text to its readings. The last line out
says how many seconds of processor time all the texts took when they were read for the second time, with everything
loaded and remembered that a reader keeps.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

Reading = dict[str, Any]


class Text(NamedTuple):
    """A text with its language and, where it has one, its day, as an ISO date."""

    text: str
    language: str
    date: str | None


def reading(start: int, end: int, values: Iterable[Any], unit: str | None = None, days: Any = None) -> Reading:
    """A quantity, its values in one of our units if its own is in the adapter's table; or a date with its days."""
    return {"start": start, "end": end, "values": [str(value) for value in values], "unit": unit, "days": days}


def serve(read: Callable[[Text], Iterable[Reading]]) -> None:
    texts = [Text(**json.loads(line)) for line in sys.stdin]
    found = [_read(read, text) for text in texts]
    began = time.process_time()
    for text in texts:
        _read(read, text)
    seconds = time.process_time() - began
    for readings in found:
        print(json.dumps(readings))
    print(json.dumps({"seconds": seconds}))


def _read(read: Callable[[Text], Iterable[Reading]], text: Text) -> list[Reading]:
    """A text that breaks a reader has no readings."""
    try:
        return list(read(text))
    except Exception as error:
        print(f"{type(error).__name__}: {error} in {text.text!r}", file=sys.stderr)
        return []
