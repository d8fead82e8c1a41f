"""The facts of every `sources.toml` that a run comes across."""

from __future__ import annotations

from pathlib import Path

from sverka.model.problem import Problem
from sverka.readers.decoding import Decoded, decode
from sverka.readers.facts import NAME, Facts, read_facts


class KnownFacts:
    """Reads each `sources.toml` once; what is wrong with them is added to `problems`."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems
        self._folders: dict[Path, dict[str, Facts]] = {}

    def of(self, file: Path, top: Path) -> Facts | None:
        """The facts of a file in the nearest folder that speaks of it, up to the one that was asked for."""
        folders = [file.parent]
        while folders[-1] != top and folders[-1] != folders[-1].parent:
            folders.append(folders[-1].parent)
        found = (self._read(folder).get(file.relative_to(folder).as_posix()) for folder in folders)
        return next((facts for facts in found if facts), None)

    def _read(self, folder: Path) -> dict[str, Facts]:
        if folder not in self._folders:
            self._folders[folder] = self._load(folder)
        return self._folders[folder]

    def _load(self, folder: Path) -> dict[str, Facts]:
        file = folder / NAME
        try:
            decoded = decode(file.read_bytes())
        except OSError:
            return {}
        if not isinstance(decoded, Decoded):
            if decoded.code != "empty-document":
                problem = Problem(file.as_posix(), 0, 0, "sources-syntax", decoded.message, decoded.remedy)
                self._problems.append(problem)
            return {}
        facts, problems = read_facts(file.as_posix(), decoded.text)
        absent = [each.missing(file.as_posix()) for each in facts.values() if not (folder / each.file).exists()]
        self._problems += [*problems, *absent]
        return facts
