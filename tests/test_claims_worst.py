"""The worst that a claims file may hold is refused in words or read; nothing is raised, and nothing takes squares."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sverka.check import Checker
from sverka.claims import load_claims, parse_claims
from sverka.claims import read as reading
from sverka.claims.format import formatted
from sverka.claims.rows import MOST_ROWS
from sverka.claims.tokens import LONGEST
from sverka.editor.words import words_of
from sverka.figures import find_figures
from sverka.model.document import Document
from sverka.model.finding import Fate
from sverka.model.problem import Problem
from sverka.readers import document_date, read
from sverka.report.text import to_problem_text
from sverka.text.analysis import analyse

TEN = 10_000_000
TABLE = 'table "{}"\n  subject: KZ\n  metric: trade\n  period: "Year"\n  value: "Volume"\n'


def codes(problems: tuple[Problem, ...]) -> list[str]:
    assert all(problem.message and problem.remedy for problem in problems)
    assert to_problem_text(problems[:3]) or not problems
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    "piece",
    ["a", "9", ",", "!", "'", "(", "[", "-", ".", "1 ", "+ ", "TITR volume 2024 = 4.5 Mt ", 'ru: "x", ', "млн "],
)
def test_ten_megabytes_on_one_line_are_refused_and_hide_nothing(piece: str) -> None:
    line = f"A b = {piece}" + piece * (TEN // len(piece))
    claims, problems = parse_claims({"a": f"{line}\nA c = 5"})
    assert codes(problems) == ["C119"]
    assert [each.id for each in claims.assertions] == ["A.c"]


def test_a_statement_over_many_lines_is_as_long_as_all_of_them() -> None:
    lines = '  ru: "порт",\n' + '    "порт", \n' * (LONGEST // 10)
    _, problems = parse_claims({"a": f"entity E\n{lines}"})
    assert codes(problems) == ["C119"]


def test_what_is_too_long_to_be_read_keeps_its_layout() -> None:
    line = "A   b=" + "5 " * TEN
    assert formatted(f"{line}\nA   c=5\n") == f"{line.rstrip()}\nA c = 5\n"
    assert [word.name for word in words_of(f"{line}\nA c = 5\n")] == ["A", "c"]


@pytest.mark.parametrize(
    "data", [os.urandom(100_000), b"\0" * 100_000, b"\x7fELF\x02\x01\x01\0", b"\xff\xfeA\0", b"\x89PNG\r\n"]
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.claims").write_bytes(data)
    assert codes(load_claims([tmp_path])[1]) == ["C102"]


def test_an_endless_file_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 1000)
    (tmp_path / "a.claims").write_text("A b = 5\n" * 1000, encoding="utf-8")
    _, problems = load_claims([tmp_path])
    assert codes(problems) == ["C101"] and "more than 1000 bytes" in problems[0].message
    if Path("/dev/zero").exists():
        assert codes(load_claims([Path("/dev/zero")])[1]) == ["C101"]


def test_checks_may_be_nested_and_circular() -> None:
    depth = 10_000
    deep = "(1 + " * depth + "[A b]" + ")" * depth
    brackets = "(" * depth + "[A b]" + ")" * depth
    text = f"A b = 1\nA c = {deep}\ncheck {deep} = 5\ncheck 5 = {deep}\nA d = {brackets}\ncheck {brackets} = 1\n"
    claims, problems = parse_claims({"a": text})
    assert codes(problems) == ["C327", "C327", "C327"]
    assert [each.id for each in claims.assertions] == ["A.b", "A.d"]


def test_a_circle_is_told_once_however_long_it_is() -> None:
    length = 20_000
    text = "".join(f"A m-{at} = 2 * [A m-{(at + 1) % length}]\n" for at in range(length))
    _, problems = parse_claims({"a": text + "check [A m-7] = 5\n"})
    assert codes(problems) == ["C405"]


def test_a_long_chain_is_calculated() -> None:
    length = 5_000
    text = "A m-0 = 1\n" + "".join(f"A m-{at + 1} = 1 * [A m-{at}]\n" for at in range(length))
    claims, problems = parse_claims({"a": text})
    assert not problems and claims.assertions[-1].values == (1,)


def test_an_alias_of_ten_thousand_words_is_read_and_harms_no_document() -> None:
    words = " ".join(f"слово{at}" for at in range(10_000))
    text = (
        f'entity port\n  ru: "порт Алга", "{words}"\nmetric cargo: mass\n  ru: "грузооборот"\nport cargo 2024 = 5 Mt\n'
    )
    claims, problems = parse_claims({"a": text})
    assert not problems
    day = document_date("2025-03-03", "test")
    draft = "Грузооборот порта Алга в 2024 году составил 5 млн тонн. слово0 слово1."
    document = read(Path("a.txt"), draft.encode(), facts=None, language="ru", date=day)
    assert isinstance(document, Document)
    analysis = analyse(document)
    fates = [each.fate for each in Checker(claims).check(analysis, find_figures(analysis))]
    assert Fate.AGREE in fates


def test_a_hundred_thousand_entities_are_read() -> None:
    text = "".join(f'entity E{at} "Entity number {at}"\n  ru: "субъект {at}"\n' for at in range(100_000))
    claims, problems = parse_claims({"a": text + "E7 volume = 5 t\n"})
    assert not problems and len(claims.subjects) == 100_000


def test_many_mistakes_are_all_told() -> None:
    """A look at every name for each of them would take hours."""
    count = 20_000
    sources = "".join(f'source s-{at} "x"\n' for at in range(count))
    text = sources + "".join(f"A b-{at} = 5 from t-{at}\n" for at in range(count))
    assert codes(parse_claims({"a": text})[1]) == ["C401"] * count


def _with_table(folder: Path, path: str, data: bytes = b"Year,Volume\n2024,5\n") -> tuple[Problem, ...]:
    (folder / "rules").mkdir(exist_ok=True)
    (folder / "rules" / "a.claims").write_text(TABLE.format(path), encoding="utf-8")
    file = folder / "rules" / path
    if not file.exists() and not file.is_symlink():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return load_claims([folder / "rules"])[1]


def test_a_table_of_a_million_rows_is_refused(tmp_path: Path) -> None:
    assert codes(_with_table(tmp_path, "t.csv", b"Year,Volume\n" + b"2024,5\n" * 1_000_000)) == ["C255"]


def test_the_rows_of_all_tables_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sverka.claims.rows.MOST_ROWS", 5)
    rows = "Year,Volume\n2020,1\n2021,2\n2022,3\n"
    texts = {"a.claims": TABLE.format("a.csv"), "a.csv": rows, "b.csv": rows}
    assert not parse_claims(texts)[1]
    assert codes(parse_claims({**texts, "b.claims": TABLE.format("b.csv")})[1]) == ["C255"]


def test_a_table_of_many_rows_is_read(tmp_path: Path) -> None:
    rows = "".join(f"{1000 + at % 9000}-{1 + at // 9000:02},{at + 1}\n" for at in range(20_000))
    assert not _with_table(tmp_path, "t.csv", f"Year,Volume\n{rows}".encode())
    assert MOST_ROWS > 20_000


def test_a_table_in_another_encoding_is_refused_with_what_to_do(tmp_path: Path) -> None:
    problems = _with_table(tmp_path, "t.csv", "Year,Volume,Страна\n2024,5,Казахстан\n".encode("cp1251"))
    assert codes(problems) == ["C258"] and "UTF-8" in problems[0].remedy


@pytest.mark.parametrize("path", ["../t.csv", "../../t.csv", "deep/../../t.csv", "/etc/passwd"])
def test_a_path_that_climbs_out_is_refused_and_nothing_of_the_file_is_shown(tmp_path: Path, path: str) -> None:
    problems = _with_table(tmp_path, path)
    assert codes(problems) == ["C256"]
    assert "daemon" not in to_problem_text(problems) and "Volume" not in to_problem_text(problems)
    assert codes(parse_claims({"rules/a.claims": TABLE.format(path), "t.csv": "Year,Volume\n"})[1]) == ["C256"]


def test_links_are_followed_within_the_folder_and_not_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "outside.csv").write_text("Year,Volume\n2024,5\n", encoding="utf-8")
    (tmp_path / "rules" / "inside.csv").write_text("Year,Volume\n2024,5\n", encoding="utf-8")
    (tmp_path / "rules" / "out.csv").symlink_to(tmp_path / "outside.csv")
    (tmp_path / "rules" / "in.csv").symlink_to(tmp_path / "rules" / "inside.csv")
    (tmp_path / "rules" / "loop.csv").symlink_to(tmp_path / "rules" / "loop.csv")
    assert codes(_with_table(tmp_path, "out.csv")) == ["C256"]
    assert codes(_with_table(tmp_path, "in.csv")) == []
    assert codes(_with_table(tmp_path, "loop.csv")) == ["C246"]


def test_a_file_is_read_once_whatever_leads_to_it(tmp_path: Path) -> None:
    (tmp_path / "a.claims").write_text('source s "x"\nA b = 5 from s\n', encoding="utf-8")
    (tmp_path / "b.claims").symlink_to(tmp_path / "a.claims")
    (tmp_path / "c.claims").symlink_to(tmp_path / "c.claims")
    (tmp_path / "deep").mkdir()
    claims, problems = load_claims([tmp_path, tmp_path / "deep" / ".." / "a.claims"])
    assert not problems and [each.id for each in claims.assertions] == ["A.b"]


def test_a_unit_of_three_words_is_one_mistake() -> None:
    _, problems = parse_claims({"a": "A b 4.5Mt foo bar\n"})
    assert codes(problems) == ["C303"]
