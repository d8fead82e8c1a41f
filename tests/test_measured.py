"""What the news measures, in words that stand for one another: each group with an example and a counterexample."""

from __future__ import annotations

from typing import Any

import pytest

from datespec import period
from gold import checked
from sverka import languages
from sverka.claims import parse_claims
from sverka.languages.measured import SLOT
from sverka.model.document import Document, DocumentDate
from sverka.model.finding import Fate
from sverka.readers import read

SUBJECTS = {"ru": "Тумар", "kk": "Тұмар"}
UNITS = {
    "mass": "t",
    "money": "USD",
    "share": "%",
    "energy": "kWh",
    "power": "MW",
    "area": "m2",
    "length": "km",
    "volume": "m3",
    "containers": "TEU",
    "duration": "day",
    "speed": "km/h",
    "count": "",
}
GROUPS = [(tag, group) for tag in languages.tags() for group in languages.table(tag).get("measured", ())]


def is_linked(tag: str, group: dict[str, Any], text: str) -> bool:
    """A figure of a text is held against a claim on Tumar whose metric has one alias, a name of the group."""
    subject = SUBJECTS.get(tag, "Tumar")
    alias = group.get("alias") or group["names"].split()[0].replace("_", " ")
    dimension = group["dimensions"].split()[0]
    lines = (f'entity T "T"\n  {tag}: "{subject}"', f'metric m "m": {dimension}\n  {tag}: "{alias}"')
    year = "" if group.get("always") else "2024 "
    known, problems = parse_claims(
        {"m.claims": "\n\n".join((*lines, f"T m {year}= 1 {group.get('unit') or UNITS[dimension]}", ""))}
    )
    assert not problems, problems
    date = DocumentDate(period("2025-03-03"), "2025-03-03", "command line")
    document = read("m.txt", text.encode(), facts=None, language=tag, date=date)
    assert isinstance(document, Document)
    return any(finding.fate in (Fate.AGREE, Fate.CONFLICT) for finding in checked(document, known))


@pytest.mark.parametrize(("tag", "group"), GROUPS, ids=lambda value: value if isinstance(value, str) else value["told"])
def test_a_group_has_an_example_and_a_counterexample(tag: str, group: dict[str, Any]) -> None:
    assert is_linked(tag, group, group["told"]), group["told"]
    assert not is_linked(tag, group, group["not_told"]), group["not_told"]


@pytest.mark.parametrize(("tag", "group"), GROUPS, ids=lambda value: value if isinstance(value, str) else value["told"])
def test_a_slot_is_in_every_name_or_in_none(tag: str, group: dict[str, Any]) -> None:
    assert len({SLOT in name for name in group["names"].split()}) == 1
