"""How far a long run has come, shown to whoever sits before the terminal and to nobody else."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from sverka.streams import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

# Shorter runs are over before a bar is of use.
_LONG = 1.0


class Progress:
    """A bar on standard error, shown once a run has proved to be long."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._shown: tuple[Bar, TaskID] | None = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._shown:
            self._shown[0].stop()

    def __call__(self, done: int, total: int) -> None:
        if self._shown is None and is_terminal(sys.stderr) and time.monotonic() - self._began > _LONG and done < total:
            self._shown = _bar(total)
        if self._shown:
            bar, task = self._shown
            bar.update(task, completed=done)


def _bar(total: int) -> tuple[Bar, TaskID]:
    from rich.console import Console  # only long runs pay for it
    from rich.progress import Progress as Bar

    bar = Bar(console=Console(stderr=True), transient=True)
    bar.start()
    return bar, bar.add_task("documents", total=total)
