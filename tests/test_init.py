"""`sverka init` makes a project that works as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sverka.claims.format import formatted
from sverka.cli import app


def test_a_new_project_has_a_claim_a_draft_and_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["init", "new"])
    assert result.exit_code == 0 and "conflict[transposed]" in result.stdout
    assert (tmp_path / "new" / "reports" / "report.html").exists()
    claims = (tmp_path / "new" / "rules" / "first.claims").read_text(encoding="utf-8")
    assert formatted(claims) == claims
    monkeypatch.chdir(tmp_path / "new")
    assert CliRunner().invoke(app, ["lint"]).exit_code == 0
    draft = tmp_path / "new" / "drafts" / "first.txt"
    draft.write_text(draft.read_text(encoding="utf-8").replace("5.4", "4.5"), encoding="utf-8")
    assert CliRunner().invoke(app, ["check"]).exit_code == 0


def test_nothing_is_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sverka.toml").write_text("# mine\n", encoding="utf-8")
    assert CliRunner().invoke(app, ["init"]).exit_code == 2
    assert (tmp_path / "sverka.toml").read_text(encoding="utf-8") == "# mine\n"
    assert not (tmp_path / "rules").exists()
