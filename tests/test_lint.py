"""What is odd about sound claims is said, each oddity once and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sverka.claims import parse_claims
from sverka.claims.lint import LINTS, lint
from sverka.claims.lint.oddity import Texts
from sverka.cli import app
from sverka.model.finding import CheckedDocument
from sverka.pipeline import Options, checking
from sverka.readers import Input, document_date

DECLARED = """\
entity A "Port A"
  ru: "порт А"
metric volume: mass
  ru: "объём"
"""
CASES = [
    ("L101", "A volume 2024 = 5 Mt\nA volume 2024 = 5 Mt\n", [(6, 1)]),
    ("L101", "A volume 2024 = 5 Mt\nA volume 2024 = 5000 kt\n", [(6, 1)]),
    ("L101", "A volume 2024 = 5 Mt\nA volume 2023 = 5 Mt\n", []),
    ("L102", 'entity B\n  ru: "порт Б", "порт Б"\nB volume = 5 Mt\n', [(6, 17)]),
    ("L102", 'entity B\n  ru: "порт Б"\n  ru: "порт Б"\nB volume = 5 Mt\n', [(7, 7)]),
    ("L102", 'entity B "Port B"\n  en: "Port B"\n  az: "Port B"\nB volume = 5 Mt\n', []),
    ("L103", "A volume 2023 = 2 Mt\nA volume 2024 = 3 Mt, +20%\n", [(6, 1)]),
    ("L103", "A volume 2023 = 2 Mt\nA volume 2024 = 3 Mt, +50%\n", []),
    ("L103", "A volume 2022 = 2 Mt\nA volume 2023 +10%\nA volume 2024 = 3 Mt, +10%\n", [(7, 1)]),
    ("L103", "A volume 2022 = 2 Mt\nA volume 2023 +10%\nA volume 2024 = 2.4 Mt, +10%\n", []),
    ("L103", "A volume 2023 = 2 Mt\nA volume 2024 = 3 Mt, x2\n", [(6, 1)]),
    ("L103", "A volume 2023 = 2 Mt\nA volume 2024 = 3 Mt, -1 Mt\n", [(6, 1)]),
    ("L103", "A volume 2023 = 2 Mt\nA volume 2024 = 3 Mt, +1 Mt\n", []),
    ("L103", "A volume 2020 = 2 Mt\nA volume 2024 = 3 Mt, +20% vs 2020\nA volume 2023 = 1 Mt\n", [(6, 1)]),
    ("L103", "A volume 2023 = 2 Mt until 2024-06-01\nA volume 2024 = 3 Mt, +20%\n", []),
    ("L103", "A volume 2023 = 2 Mt\nA volume 2024 target = 3 Mt, +20%\n", []),
    ("L103", "A volume 2023 = 2 Mt\nA volume 2024 = 3 Mt or 4 Mt, +20%\n", []),
    ("L201", "B volume = 5 Mt\n", [(5, 1)]),
    ("L201", "A other = 5 Mt\n", [(5, 3)]),
    ("L201", "A volume = 5 Mt\n", []),
    ("L202", 'entity B\n  ru: "порт А"\nB volume = 5 Mt\n', [(6, 7)]),
    ("L202", 'entity B\n  ru: "порт Б"\nB volume = 5 Mt\n', []),
    ("L202", 'entity B\n  ru: "порта А"\nB volume = 5 Mt\n', [(6, 7)]),
    ("L202", 'entity B "Port A"\n  ru: "порт Б"\nB volume = 5 Mt\n', [(5, 10)]),
    ("L202", 'entity B\n  en: "порт А"\nB volume = 5 Mt\n', []),
    ("L203", 'entity B\n  en: "port B"\nB volume = 5 Mt\n', [(5, 8)]),
    ("L203", 'entity B\n  ru: "порт Б"\nB volume = 5 Mt\n', []),
    ("L203", 'entity B\n  en: "port B"\nA volume = 5 Mt\n', []),
    ("L204", "A volume = 5 Mt until 2025-01-01\n", [(5, 1)]),
    ("L204", "A volume = 5 Mt since 2025-04-01\n", [(5, 1)]),
    ("L204", "A volume = 5 Mt since 2025-01-01 until 2025-03-03\n", []),
    ("L205", 'entity B\n  ru: "…", "порт Б"\nB volume = 5 Mt\n', [(6, 7)]),
    ("L205", 'entity B\n  ru: "порт … Б"\nB volume = 5 Mt\n', []),
    ("L206", "A income = 5 Mt\nA income 2024 = 5 M USD\n", [(6, 1)]),
    ("L206", "A income = 5 Mt\nA income 2024 = 5 Mt/yr, +3%\n", []),
    ("L206", "A volume = 5 Mt\nA volume 2024 = 5 Mt/yr\n", []),
    ("L301", 'source x "X" 2024\nA volume = 5 Mt\n', [(5, 8)]),
    ("L301", 'source x "X" 2024\nA volume = 5 Mt from x\n', []),
    (
        "L302",
        'source x "X" 2024-01-01\nsource y "Y" 2024-06-01\nA volume 2023 = 5 Mt from x\nA volume 2023 = 6 Mt from y\n',
        [(7, 1)],
    ),
    (
        "L302",
        'source x "X" 2024-01-01\nsource y "Y" 2025-06-01\nA volume 2023 = 5 Mt from x\nA volume 2023 = 6 Mt from y\n',
        [],
    ),
    ("L302", 'source x "X"\nsource y "Y" 2024-06-01\nA volume 2023 = 5 Mt from x\nA volume 2023 = 5 Mt from y\n', []),
    ("L205", 'entity B "…"\n  ru: "…"\nB volume = 5 Mt\n', [(6, 7)]),
    ("L401", 'accept "35 школ" in "*.txt" until 2024-01-01 because "checked"\nA volume = 5 Mt\n', [(5, 1)]),
    ("L401", 'accept "35 школ" in "*.txt" until 2026-01-01 because "checked"\nA volume = 5 Mt\n', []),
    ("L402", 'accept "36 школ" in "*.txt" because "checked"\nA volume = 5 Mt\n', [(5, 1)]),
    ("L402", 'accept "35 школ" in "*.txt" because "checked"\nA volume = 5 Mt\n', []),
    ("L402", 'accept "5 школ" in "*.txt" because "checked"\nA volume = 5 Mt\n', [(5, 1)]),
    ("L402", 'accept "35  школ" in "*.txt" because "checked"\nA volume = 5 Mt\n', []),
    ("L402", 'accept "35 школ" in "drafts/*.txt" because "checked"\nA volume = 5 Mt\n', [(5, 1)]),
    ("L403", 'accept "Построили" in "*.txt" because "checked"\nA volume = 5 Mt\n', [(5, 1)]),
    (
        "L403",
        'accept "35" in "*.txt" because "checked"\naccept "школ" in "*.txt" because "again"\nA volume = 5 Mt\n',
        [(6, 1)],
    ),
    ("L403", 'accept "Построили" in "*.txt" until 2024-01-01 because "checked"\nA volume = 5 Mt\n', []),
    ("L403", 'accept "35 школ" in "*.txt" because "checked"\nA volume = 5 Mt\n', []),
    ("L501", "A volume 2024 > 5 Mt\nA volume 2023 ~ 5 Mt ± 40%\ncheck [A volume 2023] = 5 Mt ± 40%\n", [(7, 1)]),
    ("L501", "A volume 2023 = 5 Mt\ncheck [A volume 2023] = 5 Mt\n", []),
    ("L503", "A volume 2023 = 5 Mt\ncheck [A volume 2023] = 6 Mt warn\n", [(6, 1)]),
    ("L503", "A volume 2023 = 5 Mt\ncheck [A volume 2023] = 5 Mt warn\n", []),
    ("L502", "entity B part of A\nA volume 2024 = 5 Mt\nB volume 2024 = 6 Mt\n", [(7, 1)]),
    ("L502", "entity B part of A\nentity C part of B\nA volume = 5 Mt\nC volume = 6 Mt\n", [(8, 1)]),
    ("L502", "metric coal: mass part of volume\nA volume 2024 = 5 Mt\nA coal 2024 > 6 Mt\n", [(7, 1)]),
    ("L502", "entity B part of A\nA volume 2024 = 5 Mt\nB volume 2024 = 5 Mt\n", []),
    ("L502", "entity B part of A\nA volume 2024 = 5 Mt\nB volume 2023 = 6 Mt\n", []),
    ("L502", "entity B part of A\nmetric way: duration\nA way = 5 day\nB way = 6 day\n", []),
]


def oddities(text: str) -> list[tuple[str, int, int]]:
    claims, problems = parse_claims({"a.claims": text})
    assert not problems, problems
    day = document_date("2025-03-03", "test")
    checked = checking(claims, Options("ru", day))(Input("draft.txt", None, None, "Построили 35\u00a0школ.".encode()))
    assert isinstance(checked, CheckedDocument)
    used = frozenset(each.accepted for each in checked.findings if each.accepted)
    lines = text.split("\n")
    found = lint(claims, Texts([checked.document], used, were_checked=True), lambda place: lines[place.line - 1])
    assert all(each.message and each.remedy and "{" not in each.message + each.remedy for each in found)
    return [(each.code, each.line, each.column) for each in found]


@pytest.mark.parametrize(("code", "text", "places"), CASES)
def test_a_rule_finds_its_oddity_and_nothing_else(code: str, text: str, places: list[tuple[int, int]]) -> None:
    found = oddities(DECLARED + text)
    assert [(line, column) for each, line, column in found if each == code] == places


def test_a_contradiction_is_told_with_the_arithmetic_that_leads_to_it() -> None:
    text = DECLARED + "A volume 2022 = 2 Mt\nA volume 2023 +10%\nA volume 2024 = 3 Mt, +10%\n"
    claims, _ = parse_claims({"a.claims": text})
    found = next(each for each in lint(claims, Texts(()), lambda place: "") if each.code == "L103")
    assert found.message == (
        "A.volume.2024 is 3 Mt [2.85, 3.15), and [A volume 2022 = 2 Mt [1.9, 2.1)] * (1 + 10 %) * (1 + 10 %) "
        "is 2.42 Mt [≈2.278, ≈2.564) (a.claims:5, a.claims:6, a.claims:7)"
    )


def test_a_long_series_is_linted_in_proportion_to_its_length() -> None:
    """Squares of this length would take minutes."""
    months = [f"{year}-{month:02}" for year in range(1000, 1200) for month in range(1, 13)]
    text = "".join(f"A volume {month} = 5 Mt, +1 Mt\n" for month in months)
    claims, problems = parse_claims({"a.claims": DECLARED + text})
    assert not problems
    found = [each for each in lint(claims, Texts(()), lambda place: "") if each.code == "L103"]
    assert len(found) == len(months) - 1


def test_every_rule_has_a_case_and_a_counterexample() -> None:
    for each in LINTS:
        cases = [places for code, _, places in CASES if code == each.code]
        assert any(cases) and not all(cases), each.code


def test_the_command_tells_oddities_and_fails(tmp_path: Path) -> None:
    (tmp_path / "a.claims").write_text("B volume = 5 Mt\n", encoding="utf-8")
    (tmp_path / "b.claims").write_text(DECLARED + "A volume = 5 Mt\n", encoding="utf-8")
    shown = CliRunner().invoke(app, ["lint", str(tmp_path), "--documents", str(tmp_path / "none")])
    assert shown.exit_code == 1 and "warning[L201]" in shown.output and "a.claims:1:1" in shown.output
    assert CliRunner().invoke(app, ["lint", str(tmp_path / "b.claims")]).exit_code in (0, 1)
    explained = CliRunner().invoke(app, ["explain", "L201"])
    assert explained.exit_code == 0 and "letter for letter" in explained.output
