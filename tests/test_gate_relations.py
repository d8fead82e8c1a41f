"""Which figures of which articles mean the same: what agrees does, and no careless verdict is given."""

from __future__ import annotations

from pathlib import Path

import pytest

from gold import ROOT, at, checked, claims, documents, originals, rows
from sverka.model.document import Document
from sverka.model.finding import Fate, Finding

SAME = frozenset(("equal", "compatible", "implies"))


def finding_of(side: dict[str, object], texts: dict[str, Document]) -> Finding | None:
    """The finding at a place of an article; None where the place holds no figure."""
    findings = checked(texts[str(side["doc"])], claims(ROOT / "rules"))
    start, end = side["start"], side["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    return next(at(findings, start, end), None)


def mistake(row: dict[str, object], folder: Path) -> str | None:
    """What is wrong with the verdicts on the two sides of a relation; None where both are right."""
    texts = dict(documents(folder))
    left, right = finding_of(row["left"], texts), finding_of(row["right"], texts)  # type: ignore[arg-type]
    for side in (left, right):
        if side is not None and side.fate is Fate.CONFLICT:
            return f"a true figure conflicts: {side.figure.text}: {side.message}"
        if side is not None and row["relation"] in SAME and side.fate is not Fate.AGREE:
            return f"a true figure is not found to agree: {side.figure.text}: {side.message}"
    if left is None or right is None or row["relation"] in SAME:
        return None
    one, other = left.assertion, right.assertion
    if left.fate is right.fate is Fate.AGREE and one is not None and other is not None and one.id == other.id:
        return f"both agree with {one.id}, though they are {row['relation']}"
    return None


@pytest.mark.gate
@pytest.mark.parametrize("row", rows("originals", "relations.jsonl"), ids=lambda row: row["id"])
def test_relations_of_the_originals(row: dict[str, object]) -> None:
    """No relation between two figures of the originals is misread."""
    assert mistake(row, originals()) is None


@pytest.mark.gate
@pytest.mark.parametrize("row", rows("seeds", "relations.jsonl"), ids=lambda row: row["id"])
def test_relations_of_the_seeds(row: dict[str, object]) -> None:
    """No relation between two figures of the seeds is misread."""
    assert mistake(row, ROOT / "seeds") is None
