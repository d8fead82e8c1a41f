"""What is suggested for a document, put among the claims as it stands, agrees with that document and harms nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from datespec import period
from drafts import FOLDER
from gold import ROOT, rows
from sverka.check import Checker
from sverka.claims import load_claims
from sverka.figures import find_figures
from sverka.model.document import Document, DocumentDate
from sverka.model.finding import Fate
from sverka.pipeline import read_documents
from sverka.proposals import proposed
from sverka.readers import read
from sverka.text.analysis import analyse

# Claims that stand as they are suggested, in all drafts of a language; the floors only go up.
FLOORS = {"ru": 170, "en": 125, "az": 120, "kk": 120}


def declarations(text: str) -> str:
    """A claims file with its names and sources alone, as for an analyst who has claimed nothing yet."""
    kept, keeps = list[str](), False
    for line in text.split("\n"):
        if line[:1].strip():
            keeps = line.split(None, 1)[0] in ("entity", "metric", "source")
        if keeps:
            kept.append(line)
    return "\n".join(kept) + "\n"


def suggested(document: Document, names: str, folder: Path) -> int:
    """How many claims are suggested that stand as they are; each agrees, and no figure conflicts with any."""
    known, new = folder / "known.claims", folder / "new.claims"
    known.write_text(names, encoding="utf-8")
    claims, problems = load_claims([known])
    assert not problems
    text = proposed(claims, [known], [document])
    new.write_text(text, encoding="utf-8")
    claims, problems = load_claims([known, new])
    assert not problems, (document.path, problems)
    analysis = analyse(document)
    findings = Checker(claims).check(analysis, find_figures(analysis))
    stated = {each.id for each in claims.assertions if not each.derived}
    decided = [(each.fate, each.assertion.id) for each in findings if each.assertion]
    assert stated <= {id for fate, id in decided if fate is Fate.AGREE}, document.path
    assert not [id for fate, id in decided if fate is Fate.CONFLICT], document.path
    lines = text.split("\n")
    assert lines[0] == f"# {document.path}" and lines[1].startswith("source ")
    assert (str(document.date.written) in lines[1]) if document.date else lines[1].endswith("# <date>")
    return len(stated)


@cache
def _names(path: Path) -> str:
    return declarations(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", FLOORS)
def test_what_is_suggested_for_a_draft_agrees_with_it(language: str, tmp_path: Path) -> None:
    found = 0
    for row in rows("drafts", "drafts.jsonl"):
        if row["language"] != language:
            continue
        day = DocumentDate(period(row["date"]), row["date"], "command line") if row["date"] else None
        path = FOLDER / row["doc"]
        tag = None if row["kind"] == "mixed" else language
        document = read(path, path.read_bytes(), facts=None, language=tag, date=day)
        assert isinstance(document, Document)
        found += suggested(document, _names(FOLDER / "claims" / row["claims"]), tmp_path)
    assert found >= FLOORS[language]


@pytest.mark.parametrize("claimed", ["nothing", "all"])
def test_what_is_suggested_for_the_seeds_agrees_with_them(claimed: str, tmp_path: Path) -> None:
    whole = "".join(path.read_text(encoding="utf-8") + "\n" for path in sorted((ROOT / "rules").glob("*.claims")))
    found = 0
    for document in read_documents([str(ROOT / "seeds")]):
        if claimed == "nothing":
            found += suggested(document, declarations(whole), tmp_path)
        else:
            text = proposed(load_claims([ROOT / "rules"])[0], [ROOT / "rules"], [document])
            (tmp_path / "new.claims").write_text(text, encoding="utf-8")
            assert not load_claims([ROOT / "rules", tmp_path / "new.claims"])[1]
    assert found > 10 or claimed == "all"
