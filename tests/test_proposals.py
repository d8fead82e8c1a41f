"""Claims are proposed for the figures that no claim covers, and those that stand agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gold import ROOT, rows
from sverka.claims import load_claims, parse_claims
from sverka.claims.wording import value_words
from sverka.cli import app
from sverka.figures import find_figures
from sverka.model.document import Document
from sverka.model.figure import Figure
from sverka.model.finding import Fate
from sverka.model.quantity import Kind
from sverka.pipeline import check
from sverka.readers import document_date, read
from sverka.text.analysis import analyse

DECLARED = """\
entity port "The port"
  ru: "порт Алга"
entity line "The line"
  ru: "линия Алга – Бета"
metric handled: mass
  ru: "перевалка"
metric income: money
  ru: "доход"
metric opened: date
  ru: "открытие"
"""
TEXT = """\
Перевалка порта Алга в 2024 году составила 7,3 млн тонн, это на 12,5 % больше, чем годом ранее.
Доход порта Алга превысил 340 млн долларов. Открытие порта Алга состоялось 8 апреля 1997 года.
На линии Алга – Бета работают 35 локомотивов. Комиссия осмотрела 12 школ.
"""


def suggested(folder: Path) -> str:
    (folder / "a.claims").write_text(DECLARED, encoding="utf-8")
    (folder / "draft.txt").write_text(TEXT, encoding="utf-8")
    arguments = ["suggest", str(folder / "draft.txt"), "--claims", str(folder / "a.claims"), "--date", "2025-02-01"]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0
    return result.stdout


def test_what_is_suggested_agrees_with_the_text_it_is_from(tmp_path: Path) -> None:
    (tmp_path / "b.claims").write_text(suggested(tmp_path), encoding="utf-8")
    claims, problems = load_claims([tmp_path / "a.claims", tmp_path / "b.claims"])
    assert not problems
    report = check([tmp_path / "draft.txt"], claims)
    agreeing = {each.assertion.id for each in report.checked[0].findings if each.fate is Fate.AGREE and each.assertion}
    stated = {each.id for each in claims.assertions if not each.derived}
    assert len(stated) >= 3
    assert stated <= agreeing


def test_what_the_text_does_not_name_is_left_to_the_analyst(tmp_path: Path) -> None:
    lines = suggested(tmp_path).splitlines()
    assert any(line.startswith("# line <metric> = 35 ") and "name the metric" in line for line in lines)
    assert any(line.startswith("# ") and "= 12 " in line for line in lines)


def test_a_suggestion_says_what_the_text_says_and_no_more(tmp_path: Path) -> None:
    """A quarter by its name, people to the last one, "almost" as about; a base is of an earlier time."""
    text = (
        "Unemployment in Port Alga stood at 4.6% in the third quarter of 2024, below last year's. "
        "Staff of Port Alga came to 1,240 people. Almost a third of staff is young.\n\n"
        "Income of Port Alga reached $340 million, up from $290 million a year earlier.\n"
    )
    (tmp_path / "a.claims").write_text(
        'entity port "Port Alga"\nmetric unemployment: share\nmetric staff: count\nmetric income: money\n',
        encoding="utf-8",
    )
    (tmp_path / "draft.txt").write_text(text, encoding="utf-8")
    arguments = ["suggest", str(tmp_path / "draft.txt"), "--claims", str(tmp_path / "a.claims"), "--date", "2025-02-01"]
    lines = [line.partition(" from ")[0] for line in CliRunner().invoke(app, arguments).stdout.splitlines()]
    assert "port unemployment 2024-Q3 = 4.6 %" in lines
    assert "port staff = 1240" in lines
    assert any(line.endswith("~ 33.3 %") for line in lines)
    assert "# port income <period> = 290 M USD" in lines


def test_the_source_has_the_day_of_the_document(tmp_path: Path) -> None:
    assert 'source draft "draft.txt" 2025-02-01' in suggested(tmp_path)


def _figures() -> Iterator[Figure]:
    for language in ("ru", "en", "kk", "az"):
        for row in rows("figures", f"{language}.jsonl")[:60]:
            day = document_date(row["date"], "test") if row["date"] else None
            document = read(Path("a.txt"), row["text"].encode(), facts=None, language=language, date=day)
            assert isinstance(document, Document)
            yield from (figure for figure in find_figures(analyse(document)) if figure.ignored is None)


@pytest.mark.gate
def test_a_figure_written_as_a_claim_is_the_same_number() -> None:
    """Whatever a text gives can be written in the claims language, and is read back as the same value."""
    done = 0
    for figure in _figures():
        words = value_words(figure)
        if words is None or figure.kind in (Kind.DATE, Kind.PERIOD):
            continue
        claims, problems = parse_claims({"a": f"A b 2024 {words}"})
        assert not problems, (figure.text, words, problems)
        values = claims.assertions[0].values
        assert all(
            abs(one - two) * 1000 <= abs(two) for one, two in zip(sorted(values), sorted(figure.values), strict=True)
        ), words
        done += 1
    assert done > 300


def test_every_figure_of_the_seeds_that_is_unsupported_gets_a_line() -> None:
    result = CliRunner().invoke(app, ["suggest", str(ROOT / "seeds"), "--claims", str(ROOT / "rules")])
    assert result.exit_code == 0
    claims, _ = load_claims([ROOT / "rules"])
    report = check([ROOT / "seeds"], claims)
    unsupported = sum(each.fate is Fate.UNSUPPORTED for found in report.checked for each in found.findings)
    lines = [line for line in result.stdout.splitlines() if " from " in line]
    assert len(lines) == unsupported
