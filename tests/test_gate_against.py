"""Texts against themselves and each other: every contradiction that is marked is found, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from gold import GOLD, rows
from sverka.claims import load_claims
from sverka.model.finding import Cause, Fate
from sverka.pipeline import check

FOLDER = GOLD / "against"
MARKS = rows("against", "marks.jsonl")


@pytest.mark.gate
@pytest.mark.parametrize(("folder", "known"), [(FOLDER, []), (FOLDER / "pair", [FOLDER / "pair" / "corridor.claims"])])
def test_contradictions_are_found_and_nothing_else(folder: Path, known: list[Path]) -> None:
    claims, problems = load_claims(known)
    paths = sorted(folder.glob("*.txt"))
    report = check(paths, claims)
    assert not problems and len(report.checked) == len(paths)
    found = {
        (str(Path(each.document.path).relative_to(FOLDER)), finding.figure.text, finding.evidence[0].how or "")
        for each in report.checked
        for finding in each.findings
        if finding.fate is Fate.CONFLICT
    }
    here = {path.relative_to(FOLDER).as_posix() for path in paths}
    wanted = {(row["doc"], row["words"], row["of"]) for row in MARKS if row["doc"] in here and "missed" not in row}
    assert found == wanted
    causes = {finding.code for each in report.checked for finding in each.findings if finding.fate is Fate.CONFLICT}
    assert causes == {Cause.ARITHMETIC}


def test_the_marked_words_stand_in_their_texts_once_or_more() -> None:
    for row in MARKS:
        assert row["words"] in (FOLDER / row["doc"]).read_text(encoding="utf-8")
