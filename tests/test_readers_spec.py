"""The pages of spec/reading.md are read as it says."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from sverka.model.document import Document
from sverka.readers import read

SPEC = Path(__file__).parent / "spec" / "reading.md"
_CASE = re.compile(
    r"^## (?P<name>[^\n]+)\n(?:(?!^## ).)*?"
    r"^(?P<fence>`{3,4})text\n(?P<page>.*?)\n(?P=fence)\n\n"
    r"^(?P<mark>`{3,4})blocks(?P<form>[^\n]*)\n(?P<expected>.*?)^(?P=mark)\n",
    re.MULTILINE | re.DOTALL,
)
CASES = list(_CASE.finditer(SPEC.read_text(encoding="utf-8")))


def _read(case: re.Match[str]) -> Document:
    document = read("page.md" if "markdown" in case["form"] else "page.txt", case["page"].encode())
    assert isinstance(document, Document)
    return document


def _listed(document: Document, asked: list[str]) -> str:
    """The blocks one a line, after the lines that say what else was asked for, as they came out."""
    date = document.date
    facts = {
        "language": f"= language {document.language}",
        "date": f"= date {date.written} from {date.source}" if date else "= no date",
        "no": f"= date {date.written} from {date.source}" if date else "= no date",
        "title": f"= title {document.title}",
    }
    lines = [facts[each.split()[1]] for each in asked]
    for block in document.blocks:
        text = re.sub(r"\s*\n\s*", " ⏎ ", block.span.of(document.text))
        lines.append(f"{block.kind:9} {text if len(text) <= 60 else text[:59] + '…'}")
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_page_is_read_as_the_specification_says(case: re.Match[str]) -> None:
    asked = [line for line in case["expected"].splitlines() if line.startswith("= ")]
    assert _listed(_read(case), asked) == case["expected"]


def test_the_specification_has_no_case_that_does_not_run() -> None:
    assert len(CASES) == SPEC.read_text(encoding="utf-8").count("\n## ")


def test_the_specification_is_rewritten_only_when_asked() -> None:
    if not os.environ.get("SVERKA_UPDATE"):
        pytest.skip("SVERKA_UPDATE is not set")
    text = SPEC.read_text(encoding="utf-8")
    for case in reversed(CASES):
        asked = [line for line in case["expected"].splitlines() if line.startswith("= ")]
        text = text[: case.start("expected")] + _listed(_read(case), asked) + text[case.end("expected") :]
    SPEC.write_text(text, encoding="utf-8")
