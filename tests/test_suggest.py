"""The words to put in place of a wrong figure: the document's own way to write it, with the claimed number."""

from __future__ import annotations

from pathlib import Path

import pytest

from datespec import period
from gold import ROOT, checked, claims
from sverka.model.document import Document, DocumentDate
from sverka.model.finding import Fate
from sverka.readers import read

WRONG = [
    ("Объём перевозок по ТМТМ в 2024 году составил 4,6 млн тонн.", "4,5 млн тонн"),
    ("Объём перевозок по ТМТМ в 2024 году составил 45 миллионов тонн.", "4,5 миллиона тонн"),
    ("Объём перевозок по ТМТМ в 2024 году составил 4,5 миллиарда тонн.", "4,5 миллиона тонн"),
    ("Объём перевозок по ТМТМ в 2024 году составил 4 600 000 тонн.", "4 500 000 тонн"),
    ("Объём перевозок по ТМТМ за 2024 год вырос на 61 процент.", "62 процента"),
    ("Договорно-правовая база Казахстана и Азербайджана включает 156 документов.", "165 документов"),
    ("Товарооборот Казахстана и Азербайджана в 2024 году составил около 500 млрд долларов.", "около 500 млн долларов"),
    ("Cargo volume on the Middle Corridor reached 5.4 million tonnes in 2024.", "4.5 million tonnes"),
]


@pytest.mark.parametrize(("text", "suggestion"), WRONG)
def test_the_suggestion_can_be_put_in_as_it_stands(text: str, suggestion: str) -> None:
    """Language, case, decimal mark and scale word are the document's."""
    known = DocumentDate(period("2025-11-10"), "2025-11-10", "command line")
    document = read(Path("draft.txt"), text.encode(), facts=None, language=None, date=known)
    assert isinstance(document, Document)
    found = [finding for finding in checked(document, claims(ROOT / "rules")) if finding.fate is Fate.CONFLICT]
    assert [finding.suggestion for finding in found] == [suggestion]
    span = found[0].figure.span
    mended = text[: span.start] + suggestion + text[span.end :]
    again = read(Path("draft.txt"), mended.encode(), facts=None, language=None, date=known)
    assert isinstance(again, Document)
    assert not any(finding.fate is Fate.CONFLICT for finding in checked(again, claims(ROOT / "rules")))
