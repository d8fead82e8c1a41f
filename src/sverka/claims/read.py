"""Claims files from the disk."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath, PurePosixPath
from types import MappingProxyType

from sverka.claims.layout import page
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.tokens import Page, Token, plain
from sverka.model.claim import ClaimFile

SUFFIX = ".claims"
LARGEST = 200_000_000


def read(
    paths: Sequence[Path], notes: Notes, unsaved: Mapping[str, str] = MappingProxyType({})
) -> tuple[list[Page], list[ClaimFile]]:
    """The files and the folders' claims files, each once, in the order of their names.

    Of a file that an editor has open, its text there counts, by its path.
    """
    pages: list[Page] = []
    files: list[ClaimFile] = []
    for path in found(paths, notes):
        open_text = unsaved.get(path.as_posix())
        data = _bytes(path) if open_text is None else open_text.encode("utf-8", "surrogatepass")
        text = data if isinstance(data, Trouble) else _decoded(data)
        if not isinstance(data, Trouble):
            files.append(_file(path, data))
        if isinstance(text, str):
            pages.append(page(path.as_posix(), text))
        else:
            notes.add_file(path.as_posix(), text)
    return pages, files


def found(paths: Iterable[Path], notes: Notes) -> list[Path]:
    """The files, and the folders' claims files, each once, in the order of their names."""
    files = {file for path in paths for file in _files(path, notes)}
    return list(_each_once(sorted(files, key=Path.as_posix)))


def stamped(paths: Iterable[Path]) -> tuple[ClaimFile, ...] | None:
    """Files as reports cite them, in their order; None where one cannot be read."""
    read = [(path, _bytes(path)) for path in paths]
    files = [_file(path, data) for path, data in read if isinstance(data, bytes)]
    return tuple(files) if len(files) == len(read) else None


def _file(path: PurePath, data: bytes) -> ClaimFile:
    return ClaimFile(path.as_posix(), hashlib.sha256(data).hexdigest())


def _each_once(paths: Iterable[Path]) -> Iterable[Path]:
    """The files without those that are others of them by another path or a link."""
    seen: dict[str, Path] = {}
    for path in paths:
        seen.setdefault(_real(path), path)
    return seen.values()


def _real(path: PurePath) -> str:
    """Where a path leads; one that no system allows leads to itself."""
    try:
        return os.path.realpath(path)
    except ValueError:
        return path.as_posix()


def _bytes(path: Path) -> bytes | Trouble:
    """What a file holds, up to a size that no claims have; the rest of an endless one is not waited for."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        return data if len(data) <= LARGEST else Trouble("C101", {"reason": f"it has more than {LARGEST} bytes"})
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "it cannot be opened"
        return Trouble("C101", {"reason": reason[:1].lower() + reason[1:]})


class Tables:
    """The CSV files beside the claims files that speak of them: on the disk, or among the texts in memory."""

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        self._texts = texts
        self.files: dict[str, ClaimFile] = {}

    def open(self, name: Token) -> Page | Trouble:
        """The lines of a table's file, by its path from the folder of the claims file."""
        folder = PurePosixPath(name.page.path).parent
        path = folder / plain(name)
        if _is_outside(folder, path, on_disk=self._texts is None):
            return Trouble("C256", {"word": plain(name)})
        if self._texts is None:
            data = _bytes(Path(path))
        elif path.as_posix() in self._texts:
            data = self._texts[path.as_posix()].encode("utf-8", "surrogatepass")
        else:
            data = Trouble("C101", {"reason": "no such file or directory"})
        text = data if isinstance(data, Trouble) else _decoded(data)
        if isinstance(text, Trouble) and text.code == "C102":
            return Trouble("C258", {"reason": text.parts["reason"]})
        if isinstance(text, Trouble):
            return Trouble("C246", {"word": path.as_posix(), "reason": text.parts["reason"]})
        assert isinstance(data, bytes)
        self.files[path.as_posix()] = _file(path, data)
        return page(path.as_posix(), text)


def _is_outside(folder: PurePosixPath, path: PurePosixPath, *, on_disk: bool) -> bool:
    """A table elsewhere than beside its claims file or below: messages might show what is not meant to be seen."""
    top, target = (_real(each) if on_disk else os.path.normpath(each) for each in (folder, path))
    if top == ".":
        return target.startswith(("..", "/"))
    return not target.startswith(top.rstrip("/") + "/")


def _files(path: Path, notes: Notes) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = [each for each in path.rglob(f"*{SUFFIX}") if each.is_file()]
    if not found:
        notes.add_file(path.as_posix(), Trouble("C103"))
    yield from found


def _decoded(data: bytes) -> str | Trouble:
    """The text of a file's bytes, or where it stops being UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Trouble("C102", {"reason": "it is UTF-16"})
    if b"\x00" in data:
        return Trouble("C102", {"reason": "it is not a text"})
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Trouble("C102", {"reason": f"the byte {data[error.start]:#04x} on line {line}"})
