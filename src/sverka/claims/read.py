"""Claims files from the disk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from sverka.claims.layout import page
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.tokens import Page
from sverka.model.claim import ClaimFile

SUFFIX = ".claims"


def read(paths: Sequence[Path], notes: Notes) -> tuple[list[Page], list[ClaimFile]]:
    """The files and the folders' claims files, each once, in the order of their names."""
    pages: list[Page] = []
    files: list[ClaimFile] = []
    found = {file for path in paths for file in _files(path, notes)}
    for path in sorted(found, key=Path.as_posix):
        name = path.as_posix()
        try:
            data = path.read_bytes()
        except OSError as error:
            notes.add_file(name, Trouble("C101", {"reason": error.strerror or "it cannot be opened"}))
            continue
        files.append(ClaimFile(name, hashlib.sha256(data).hexdigest()))
        text = _decoded(name, data, notes)
        if text is not None:
            pages.append(page(name, text))
    return pages, files


def _files(path: Path, notes: Notes) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = [each for each in path.rglob(f"*{SUFFIX}") if each.is_file()]
    if not found:
        notes.add_file(path.as_posix(), Trouble("C103"))
    yield from found


def _decoded(name: str, data: bytes, notes: Notes) -> str | None:
    """The text of a file's bytes, or None with the place of the first that is not UTF-8 noted."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        notes.add_file(name, Trouble("C102", {"reason": "it is UTF-16"}))
        return None
    if b"\x00" in data:
        notes.add_file(name, Trouble("C102", {"reason": "it is not a text"}))
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        above = data[: error.start]
        line = above.count(b"\n") + 1
        column = len(above[above.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        reason = f"byte {data[error.start]:#04x} on line {line}"
        notes.add_file(name, Trouble("C102", {"reason": reason}), line, column)
        return None
