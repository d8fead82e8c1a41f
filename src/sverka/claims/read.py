"""Claims files from the disk."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath, PurePosixPath
from types import MappingProxyType

from sverka.claims.kept import ONCE, Kept
from sverka.claims.layout import page
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.tokens import Page, Token, plain
from sverka.model.claim import ClaimFile

SUFFIX = ".claims"
LARGEST = 200_000_000


Opened = tuple[ClaimFile | None, Page | Trouble]


def read(
    paths: Sequence[Path],
    notes: Notes,
    unsaved: Mapping[str, str] = MappingProxyType({}),
    kept: Kept[Opened] = ONCE,
) -> tuple[list[Page], list[ClaimFile]]:
    """The files and the folders' claims files, each once, in the order of their names.

    Of a file that an editor has open, its text there counts, by its path.
    """
    pages: list[Page] = []
    files: list[ClaimFile] = []
    for path in found(paths, notes):
        file, found_page = opened(path, unsaved.get(path.as_posix()), kept)
        if file is not None:
            files.append(file)
        if isinstance(found_page, Page):
            pages.append(found_page)
        else:
            notes.add_file(path.as_posix(), found_page)
    return pages, files


def opened(path: PurePath, text: str | None, kept: Kept[Opened]) -> Opened:
    """A file as reports cite it, and its lines or why there are none; read from the disk where no text is given.

    One that nobody has touched since it was kept is not read again.
    """
    of = _touched(path) if text is None else text
    known = kept.get(path.as_posix(), of)
    return kept.put(path.as_posix(), of, _opened(path, text)) if known is None else known


def _opened(path: PurePath, text: str | None) -> Opened:
    data = _bytes(Path(path)) if text is None else text.encode("utf-8", "surrogatepass")
    if isinstance(data, Trouble):
        return None, data
    found_text = _decoded(data)
    return _file(path, data), page(path.as_posix(), found_text) if isinstance(found_text, str) else found_text


def _touched(path: PurePath) -> object:
    """What changes when a file is written or replaced; of one that is not there, nothing that comes again."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return object()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


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

    def __init__(self, texts: Mapping[str, str] | None = None, kept: Kept[Opened] = ONCE) -> None:
        self._texts = texts
        self._kept = kept
        self.files: dict[str, ClaimFile] = {}

    def open(self, name: Token) -> Page | Trouble:
        """The lines of a table's file, by its path from the folder of the claims file."""
        folder = PurePosixPath(name.leaf.path).parent
        path = folder / plain(name)
        if _is_outside(folder, path, on_disk=self._texts is None):
            return Trouble("C256", {"word": plain(name)})
        if self._texts is not None and path.as_posix() not in self._texts:
            return Trouble("C246", {"word": path.as_posix(), "reason": "no such file or directory"})
        file, found_page = opened(path, self._texts[path.as_posix()] if self._texts is not None else None, self._kept)
        if isinstance(found_page, Page):
            assert file is not None
            self.files[path.as_posix()] = file
            return found_page
        reason = found_page.parts["reason"]
        if found_page.code == "C102":
            return Trouble("C258", {"reason": reason})
        return Trouble("C246", {"word": path.as_posix(), "reason": reason})


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
