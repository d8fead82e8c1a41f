"""What lies open in an editor, over what is on the disk: the claims as they are being written, and the drafts."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from sverka.check import Checker
from sverka.claims import load_claims
from sverka.claims.layout import page
from sverka.claims.memory import Memory
from sverka.editor.ruler import Ruler
from sverka.model.claim import ClaimSet
from sverka.model.finding import CheckedDocument, Fate, UncheckedDocument
from sverka.model.problem import Problem
from sverka.model.span import Place
from sverka.pipeline import Options, check, checking_with
from sverka.readers import Input, collect, document_date
from sverka.settings import load_settings


class Desk:
    """The project of the working folder. Whatever is asked is worked out when it is first asked for after a change."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.settings, self.mistakes = load_settings(root)
        self.open: dict[str, str] = {}
        self._memory = Memory()
        self._loaded: tuple[ClaimSet, tuple[Problem, ...]] | None = None
        self._checker: Checker | None = None
        self._checker_before: Checker | None = None
        self._uses: Counter[tuple[str, int]] | None = None
        self._rulers: dict[str, Ruler] = {}

    def put(self, path: str, text: str) -> None:
        """A file's text as it stands in the editor; one that is opened as it is on the disk changes nothing."""
        is_as_known = self.text(path) == text and (self._loaded is None or path in self.claims_files())
        self.open[path] = text
        if not is_as_known:
            self._changed(path)

    def drop(self, path: str) -> None:
        """A file is closed: what is on the disk counts again."""
        self.open.pop(path, None)
        self._changed(path)

    def _changed(self, path: str) -> None:
        if is_claims(path):
            self._checker_before = self._checker or self._checker_before
            self._loaded = self._checker = self._uses = None

    def text(self, path: str) -> str:
        """A file's text, open or on the disk; empty where it cannot be read."""
        if path in self.open:
            return self.open[path]
        try:
            return Path(path).read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ""

    def ruler(self, path: str) -> Ruler:
        """The places of a file's text, worked out once for each."""
        text, known = self.text(path), self._rulers.get(path)
        if known is None or known.text != text:
            known = self._rulers[path] = Ruler(text)
        return known

    @property
    def claims_paths(self) -> list[Path]:
        """The project's claims, and whatever claims files lie open beside them."""
        named = [self._from_here(path) for path in self.settings.claims]
        folders = {path for path in named if path.is_dir()}
        lying = [Path(path) for path in self.open if is_claims(path)]
        return [*named, *(path for path in lying if folders.isdisjoint(path.parents) and path not in named)]

    def _from_here(self, path: str) -> Path:
        """A path of the settings as reports call it, from the folder that is open."""
        return Path(os.path.relpath(self.settings.root / path, self.root))

    @property
    def claims(self) -> ClaimSet:
        return self._load()[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self._load()[1]

    def _load(self) -> tuple[ClaimSet, tuple[Problem, ...]]:
        if self._loaded is None:
            unsaved = {path: text for path, text in self.open.items() if is_claims(path)}
            self._loaded = load_claims(
                self.claims_paths, precision=self.settings.precision, unsaved=unsaved, memory=self._memory
            )
        return self._loaded

    def claims_files(self) -> list[str]:
        """Every claims file of the set."""
        return [each.path for each in self.claims.files if is_claims(each.path)]

    def line(self, place: Place) -> str:
        lines = page(place.file, self.text(place.file)).lines
        return lines[place.line - 1] if place.line <= len(lines) else ""

    def checked(self, path: str) -> CheckedDocument | UncheckedDocument | None:
        """A draft as it stands, held against the claims; None where those have mistakes."""
        if self.problems:
            return None
        if self._checker is None:
            self._checker = Checker(self.claims, self._checker_before)
        known = collect([path]).inputs
        facts = known[0].facts if known else None
        return checking_with(self._checker, self.options)(Input(path, None, facts, self.text(path).encode()))

    @property
    def options(self) -> Options:
        known = document_date(self.settings.date, "settings") if self.settings.date else None
        return Options(self.settings.language, known, self.settings.precision)

    def uses(self, path: str, line: int) -> int:
        """In how many of the project's documents a claim decides a verdict."""
        if self._uses is None:
            self._uses = Counter()
            paths = [self._from_here(each) for each in self.settings.documents]
            report = check(paths, self.claims, options=self.options) if paths and not self.problems else None
            for each in report.checked if report else ():
                self._uses.update(_decided(each))
        return self._uses[path, line]


def _decided(document: CheckedDocument) -> set[tuple[str, int]]:
    """The claims that a document agrees or conflicts with, each once."""
    return {
        (each.assertion.place.file, each.assertion.place.line)
        for each in document.findings
        if each.assertion and each.fate in (Fate.AGREE, Fate.CONFLICT)
    }


def is_claims(path: str) -> bool:
    return path.endswith(".claims")
