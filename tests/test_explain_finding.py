"""A finding can be asked why: each claim that was considered, its evidence, and what it lost by."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sverka.cli import app

CLAIMS = """\
entity port "The port"
  en: "the port"
entity mine "The mine"
  en: "the mine"
metric volume: mass
  en: "cargo volume", "output"
port volume 2024 = 4.5 Mt
port volume 2023 = 4.1 Mt
port volume target = 10 Mt
mine volume 2024 = 7.7 Mt
"""
TEXT = "The mine made little. In 2024 the cargo volume of the port was 4.5 million tonnes. Ships: 12.\n"


def explained(folder: Path, place: str, monkeypatch: pytest.MonkeyPatch) -> str:
    (folder / "a.claims").write_text(CLAIMS, encoding="utf-8")
    (folder / "draft.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(folder)
    return CliRunner().invoke(app, ["check", "draft.txt", "--claims", "a.claims", "--explain", place]).stdout


def test_the_claim_that_decided_comes_first_with_its_evidence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = explained(tmp_path, "draft.txt:1:64", monkeypatch)
    assert text.index("port.volume.2024: decided") < text.index("port.volume.2023: lost")
    assert "subject “the port” (clause" in text and "metric “cargo volume” (clause" in text


def test_each_other_claim_says_what_it_lost_by(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = explained(tmp_path, "draft.txt:1", monkeypatch)
    assert "port.volume.2023: lost: it is of another period" in text
    assert "port.volume.target: lost: it is of another status" in text
    assert "Ships" not in explained(tmp_path, "draft.txt:1:64", monkeypatch).split("considered")[1]


def test_a_place_without_a_figure_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no figure begins at draft.txt:9" in explained(tmp_path, "draft.txt:9", monkeypatch)
    assert explained(tmp_path, "all", monkeypatch).count("draft.txt:1:") == 3


def test_a_claim_that_the_text_tells_of_another_figure_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "test_explain_finding.TEXT",
        "The cargo volume of the port was 4.1 million tonnes, against 4.1 million in 2023.\n",
    )
    text = explained(tmp_path, "draft.txt:1:34", monkeypatch)
    assert "port.volume.2024: decided" in text
    assert (
        "port.volume.2023: lost: the text tells it, or what is of its time, of another figure beside this one" in text
    )
