"""Fifty sets of claims, each with the verdict that each of the five original articles must get."""

from __future__ import annotations

from collections import Counter

import pytest

from gold import GOLD, checked, claims, documents, originals, rows
from sverka.model.finding import Fate

FOLDER = GOLD / "originals" / "claims"
ROWS = rows("originals", "claims", "expected.jsonl")


def verdict(fates: Counter[Fate]) -> str:
    """What a document says of a set of claims: a conflict outweighs agreement, and either outweighs silence."""
    return "conflict" if fates[Fate.CONFLICT] else "agree" if fates[Fate.AGREE] else "silent"


def is_right(expected: str, fates: Counter[Fate]) -> bool:
    found = verdict(fates)
    match expected:
        case "not-agree":
            return not fates[Fate.AGREE]
        case "not-conflict":
            return found != "conflict"
        case "agree" | "silent" | "conflict":
            return found == expected
    raise AssertionError(f"unknown verdict {expected}")


@pytest.mark.gate
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_each_original_gives_the_listed_verdict(row: dict[str, object]) -> None:
    """A claim alone, as its analyst wrote it, against all five articles."""
    known = claims(FOLDER / f"{row['id']}.claims")
    texts = documents(originals())
    expected = row["expected"]
    assert isinstance(expected, dict)
    wrong = []
    for name, wanted in expected.items():
        findings = checked(texts[name], known)
        if not is_right(wanted, Counter(finding.fate for finding in findings)):
            told = [
                f"{f.fate}: {f.figure.text}: {f.message}" for f in findings if f.fate in (Fate.AGREE, Fate.CONFLICT)
            ]
            wrong.append(f"{name}: wanted {wanted}, got {told or 'silence'}")
    assert not wrong, "\n".join(wrong)
