"""Arithmetic on claims is shown with the interval of each number, wherever it decides."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sverka.claims import parse_claims
from sverka.model.finding import Fate
from sverka.pipeline import Options, check
from sverka.readers import document_date
from sverka.report import to_html, to_json, to_text

CASES = [
    (
        "A b 2024 = 4.5 Mt, +62%",
        "4.5 Mt [4.45, 4.55) / (1 + 62 % [61.5, 62.5)) = ≈2.778 Mt (≈2.738, ≈2.817)",
    ),
    (
        "A b 2024 = 100 k company, -12.5%",
        "100 k company [95, 105) / (1 - 12.5 % [12.45, 12.55)) = ≈114.3 k company [≈108.5, ≈120.1)",
    ),
    ("A b 2024 = 1.7 bn USD, x1.6", "1.7 bn USD [1.65, 1.75) / 1.6 [1.55, 1.65) = 1.0625 bn USD (1, ≈1.129)"),
    ("A b 2024 = 5 Mt, +1.7 Mt", "5 Mt [4.75, 5.25) - 1.7 Mt [1.65, 1.75) = 3.3 Mt (3, 3.6)"),
    (
        "A b 2023 = 2.8 Mt\nA b 2024 = 4.5 Mt",
        "4.5 Mt [4.45, 4.55) / 2.8 Mt [2.75, 2.85) - 1 = ≈60.71 % (≈56.14, ≈65.45)",
    ),
    (
        "A share 2023 = 60.5 %\nA share 2024 = 62 %",
        "62 % [61.5, 62.5) - 60.5 % [60.45, 60.55) = 1.5 pp (0.95, 2.05)",
    ),
    (
        "A b 2024 ~ 500 M USD\nA b target = 2 * [A b 2024]",
        "2 * [A b 2024 = 500 M USD [450, 550]] = 1 bn USD [0.9, 1.1]",
    ),
    (
        "A b 2024 = 4.5 Mt\nA c 2024 = ([A b 2024] + 0.5 Mt) * (1 + 5 %)",
        "([A b 2024 = 4.5 Mt [4.45, 4.55)] + 0.5 Mt [0.475, 0.525)) * (1 + 5 % [4.75, 5.25)) = "
        "5.25 Mt [≈5.159, ≈5.341)",
    ),
]


@pytest.mark.parametrize(("claims", "shown"), CASES)
def test_arithmetic_is_shown_with_its_intervals(claims: str, shown: str) -> None:
    found, problems = parse_claims({"a.claims": claims})
    assert not problems
    assert shown in [each.working for each in found.assertions if each.working]


def test_what_is_stated_shows_no_arithmetic() -> None:
    found, _ = parse_claims({"a.claims": "A b 2024 = 4.5 Mt\nA c 2023 = 2 Mt ± 3%"})
    assert [each.working for each in found.assertions] == [None, None]


@pytest.mark.parametrize(("number", "fate"), [("2,8", Fate.AGREE), ("3,2", Fate.CONFLICT)])
def test_a_derived_verdict_shows_its_arithmetic_in_every_output(tmp_path: Path, number: str, fate: Fate) -> None:
    claims, _ = parse_claims({"a.claims": "ТМТМ объём 2024 = 4.5 Mt, +62%"})
    path = tmp_path / "a.txt"
    path.write_text(f"В 2023 году объём ТМТМ составил {number} млн тонн.", encoding="utf-8")
    report = check([path], claims, options=Options(date=document_date("2025-03-03", "command line")))
    finding = next(each for each in report.checked[0].findings if each.figure.unit == "t")
    shown = f"derived: {CASES[0][1]}"
    assert (finding.fate, shown in finding.message) == (fate, True)
    assert shown in json.loads(to_json(report))["documents"][0]["figures"][1]["message"]
    assert shown in to_html(report)
    assert fate is Fate.AGREE or shown in to_text(report)
