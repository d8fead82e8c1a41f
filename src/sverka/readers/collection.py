"""Which documents a run is about: files, folders, globs and standard input, each once and with what is known of it."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from sverka.model.problem import Problem
from sverka.readers.facts import NAME, Facts
from sverka.readers.known import KnownFacts
from sverka.readers.reading import SUFFIXES

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, order=True)
class Input:
    """A document to be read: what reports call it, its file, and what `sources.toml` says of it.

    `path` is as it was given, or the folder's followed by the path within it; `file` is None for standard input, whose
    bytes are in `data` once they were read.
    """

    path: str
    file: Path | None = field(default=None, compare=False)
    facts: Facts | None = field(default=None, compare=False)
    data: bytes | None = field(default=None, compare=False)


@dataclass(slots=True)
class Collection:
    """The inputs in the order of their paths, the files that are not there, and what is wrong with the rest."""

    inputs: list[Input] = field(default_factory=list)
    missing: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def collect(paths: Iterable[str | Path]) -> Collection:
    """The documents that the arguments name; neither their order nor their spelling makes a difference."""
    found: dict[str, Input] = {}
    collection = Collection()
    known = KnownFacts(collection.problems)
    for given in sorted({str(path) for path in paths}):
        if given == STANDARD_INPUT:
            found[given] = Input(given)
            continue
        for file, top in _named(Path(given), collection):
            real = os.path.realpath(file)
            if real not in found or _is_plainer(_shown(file), found[real].path):
                found[real] = Input(_shown(file), file, known.of(file, top))
    collection.inputs = sorted(found.values())
    collection.missing.sort()
    collection.problems.sort()
    return collection


def _is_plainer(path: str, other: str) -> bool:
    return (len(path), path) < (len(other), other)


def _named(given: Path, collection: Collection) -> Iterator[tuple[Path, Path]]:
    """The files of one argument, each with the folder below which it was found."""
    if _exists(given):
        if given.is_dir():
            yield from ((file, given) for file in _of_folder(given, collection.problems))
        elif given.name != NAME:
            yield given, given.parent
    elif glob.has_magic(str(given)):
        yield from ((file, file.parent) for file in _matching(given, collection.problems))
    else:
        collection.missing.append(_missing(given))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long for the system
        return False


def _of_folder(folder: Path, problems: list[Problem]) -> list[Path]:
    files = sorted(_within(folder, problems))
    if not files:
        remedy = "it needs a file that ends in " + ", ".join(sorted(SUFFIXES))
        problems.append(Problem(_shown(folder), 0, 0, "no-documents", "no document in this folder", remedy))
    return files


def _within(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """The documents of a folder and its folders; hidden ones are left alone."""

    def unreadable(error: OSError) -> None:
        message = f"this folder cannot be read: {error.strerror or error}"
        problems.append(Problem(_shown(Path(error.filename)), 0, 0, "unreadable", message, "check who may read it"))

    for parent, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = [each for each in folders if not each.startswith(".")]
        paths = (Path(parent) / name for name in files if not name.startswith("."))
        yield from (path for path in paths if path.suffix.lower() in SUFFIXES)


def _matching(pattern: Path, problems: list[Problem]) -> list[Path]:
    """The documents that a pattern names; files of any other kind only where there are no documents."""
    found = glob.glob(str(pattern), recursive=True)  # noqa: PTH207 – a pattern may be absolute
    files = [each for each in map(Path, sorted(found)) if each.is_file() and each.name != NAME]
    if not files:
        remedy = "check the pattern; * stands for any name, ** for any folders"
        problems.append(Problem(_shown(pattern), 0, 0, "no-documents", "no file matches this pattern", remedy))
    return [each for each in files if each.suffix.lower() in SUFFIXES] or files


def _missing(given: Path) -> Problem:
    try:
        names = sorted(each.name for each in given.parent.iterdir())
    except (OSError, ValueError):
        names = []
    near = get_close_matches(given.name, names, 1, 0.75)
    remedy = f"did you mean {_shown(given.with_name(near[0]))}?" if near else "check the path"
    return Problem(_shown(given), 0, 0, "missing-file", "there is no such file or folder", remedy)


def _shown(path: Path) -> str:
    """A path as reports print it: with forward slashes, and printable whatever bytes the name is of."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
