"""Two versions of a text, in one language or in two, are held against each other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sverka.cli import app
from sverka.model.problem import Problem
from sverka.model.version import Aspect
from sverka.pipeline import Options, compare
from sverka.readers import document_date

RUSSIAN = "В 2024 году порт принял около 500 судов и перевалил 4,5 млн тонн грузов, на 12 % больше, чем в 2023 году."
ENGLISH = (
    "In 2024 the port received about 500 ships and handled 4.5 million tonnes of cargo, 12 percent more than in 2023."
)


def found(folder: Path, first: str, second: str) -> list[tuple[Aspect, str | None, str | None]]:
    (folder / "a.txt").write_text(first, encoding="utf-8")
    (folder / "b.txt").write_text(second, encoding="utf-8")
    versions = compare(folder / "a.txt", folder / "b.txt", options=Options(date=document_date("2025-02-01", "test")))
    assert not isinstance(versions, Problem)
    return [
        (each.aspect, each.first and each.first.text, each.second and each.second.text) for each in versions.differences
    ]


def test_a_text_does_not_differ_from_itself_nor_from_its_translation(tmp_path: Path) -> None:
    assert found(tmp_path, RUSSIAN, RUSSIAN) == []
    assert found(tmp_path, RUSSIAN, ENGLISH) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("4.5 million", "5.4 million", (Aspect.VALUE, "4,5 млн тонн", "5.4 million tonnes")),
        ("4.5 million", "4.5 billion", (Aspect.VALUE, "4,5 млн тонн", "4.5 billion tonnes")),
        ("tonnes", "barrels", (Aspect.UNIT, "4,5 млн тонн", "4.5 million barrels")),
        ("about 500", "500", (Aspect.HEDGE, "около 500 судов", "500 ships")),
        ("12 percent more", "12 percent less", (Aspect.VALUE, "12 %", "12 percent")),
        ("about 500 ships and handled ", "", (Aspect.FIRST_ONLY, "около 500 судов", None)),
        ("cargo, ", "cargo in 31 days, ", (Aspect.SECOND_ONLY, None, "31 days")),
    ],
)
def test_each_way_to_differ_is_told(
    tmp_path: Path, old: str, new: str, expected: tuple[Aspect, str | None, str | None]
) -> None:
    assert old in ENGLISH
    assert found(tmp_path, RUSSIAN, ENGLISH.replace(old, new)) == [expected]


def test_what_only_changed_its_place_is_no_difference(tmp_path: Path) -> None:
    first = "Порт принял 40 судов. Доход составил 7 млн тенге. Работают 300 человек."
    second = "Доход составил 7 млн тенге. Порт принял 40 судов. Работают 300 человек."
    assert found(tmp_path, first, second) == []


def test_the_command_exits_with_one_where_versions_differ_and_with_two_where_one_is_missing(tmp_path: Path) -> None:
    assert found(tmp_path, RUSSIAN, ENGLISH.replace("4.5", "5.4"))
    arguments = ["compare", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--date", "2025-02-01"]
    shown = CliRunner().invoke(app, arguments)
    assert shown.exit_code == 1 and "5.4 million tonnes" in shown.output
    told = json.loads(CliRunner().invoke(app, [*arguments, "--format", "json"]).output)
    assert [each["aspect"] for each in told["differences"]] == ["value"]
    assert CliRunner().invoke(app, ["compare", str(tmp_path / "a.txt"), str(tmp_path / "a.txt")]).exit_code == 0
    assert CliRunner().invoke(app, ["compare", str(tmp_path / "a.txt"), str(tmp_path / "none.txt")]).exit_code == 2
