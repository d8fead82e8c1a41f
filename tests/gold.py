"""The gold data, and the checks of whole folders that the gates measure."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sverka.check import Checker
from sverka.claims import load_claims
from sverka.figures import find_figures
from sverka.model.claim import ClaimSet
from sverka.model.document import Document
from sverka.model.finding import Finding
from sverka.readers import read, read_facts
from sverka.text.analysis import analyse

ROOT = Path(__file__).parent.parent
GOLD = Path(__file__).parent / "gold"
Row = dict[str, Any]


@cache
def rows(*path: str) -> list[Row]:
    """The lines of a gold file."""
    text = GOLD.joinpath(*path).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def originals() -> Path:
    """The folder of the original articles; the test is skipped where there is none."""
    folder = os.environ.get("SVERKA_ORIGINALS")
    if not folder:
        pytest.skip("SVERKA_ORIGINALS does not name the folder of the original articles")
    return Path(folder)


@cache
def documents(folder: Path) -> Mapping[str, Document]:
    """Every text of a folder, read with what its sources.toml says."""
    facts, problems = read_facts("sources.toml", (folder / "sources.toml").read_text(encoding="utf-8"))
    assert not problems
    found = {}
    for path in sorted(folder.glob("*.txt")):
        document = read(path, path.read_bytes(), facts=facts.get(path.name), language=None, date=None)
        assert isinstance(document, Document), document
        found[path.name] = document
    return found


@cache
def claims(*paths: Path) -> ClaimSet:
    """The claims of files or folders, which must be without a mistake."""
    found, problems = load_claims(list(paths))
    assert not problems, problems
    return found


_MADE: dict[int, tuple[ClaimSet, Checker]] = {}


def checked(document: Document, known: ClaimSet) -> tuple[Finding, ...]:
    """The findings of one document."""
    if id(known) not in _MADE:
        _MADE[id(known)] = known, Checker(known)
    analysis = analyse(document)
    return _MADE[id(known)][1].check(analysis, find_figures(analysis))


def at(findings: tuple[Finding, ...], start: int, end: int) -> Iterator[Finding]:
    """The findings whose figures overlap a run of the text."""
    return (finding for finding in findings if finding.figure.span.start < end and start < finding.figure.span.end)


def days(written: str) -> date:
    return date.fromisoformat(written)
