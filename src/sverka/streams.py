"""Where output goes: standard streams that no locale changes, and files that are whole or not there."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TextIO

# Where nobody reads along, lines are cut to the same width on every machine.
_WIDTH = 100


def is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except (AttributeError, ValueError):  # closed, or none at all
        return False


def has_colour(stream: TextIO) -> bool:
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width_of(stream: TextIO) -> int:
    return shutil.get_terminal_size((_WIDTH, 24)).columns if is_terminal(stream) else _WIDTH


def settle() -> None:
    """UTF-8 and bare line feeds on both streams, whatever the locale; a mark that cannot be shown stops nothing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def put(text: str, stream: TextIO | None = None) -> None:
    """Writes to standard output; a reader that has gone away (`| head`) is no mistake."""
    stream = stream or sys.stdout
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # Python flushes once more at its end, which must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def put_error(text: str) -> None:
    put(text, sys.stderr)


def write_whole(folder: Path, files: dict[str, str]) -> str | None:
    """Writes files into a folder so that each is there whole or as it was before; the reason where that failed.

    All are written beside their places first, so that a full disk changes none of them.
    """
    written: list[tuple[str, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            handle, temporary = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
            written.append((temporary, folder / name))
            with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.write(text)
        mode = 0o666 & ~_umask()
        for temporary, place in written:
            Path(temporary).chmod(mode)
            Path(temporary).replace(place)
    except OSError as error:
        return f"{folder}: cannot write here: {error.strerror or error}"
    finally:
        for temporary, _ in written:
            Path(temporary).unlink(missing_ok=True)
    return None


def _umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now
