"""Claims files and folders are read as they are, in one order, and what cannot be read is told."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest

from sverka.claims import load_claims, parse_claims
from sverka.claims.memory import Memory
from sverka.model.claim import ClaimSet
from sverka.model.problem import Problem


def _ids(claims: ClaimSet) -> list[str]:
    return [assertion.id for assertion in claims.assertions]


def _codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def test_a_folder_is_searched_for_claims_files_alone(tmp_path: Path) -> None:
    (tmp_path / "b.claims").write_text("B b = 1", encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.claims").write_text("A a = 1", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("nothing of this is a claim!", encoding="utf-8")
    claims, problems = load_claims([tmp_path])
    assert (_ids(claims), problems) == (["B.b", "A.a"], ())


def test_the_order_of_the_arguments_changes_nothing(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.claims", "b.claims", "c.claims")]
    texts = ["TITR volume = 5 t from s", 'source s "Briefing"', "metric volume: mass\nTITR volume 2024 = 5 t"]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    assert load_claims(files) == load_claims(files[::-1]) == load_claims([tmp_path, *files])


def test_a_path_is_cited_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.claims").write_text("A a = 1\nA b = 1 from s", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    claims, problems = load_claims([Path("rules")])
    assert claims.assertions[0].place.file == problems[0].file == claims.files[0].path == "rules/a.claims"


def test_a_file_is_cited_with_the_hash_of_its_bytes(tmp_path: Path) -> None:
    data = "\ufeffA a = 1\r\n".encode()
    (tmp_path / "a.claims").write_bytes(data)
    claims, _ = load_claims([tmp_path])
    assert claims.files[0].sha256 == hashlib.sha256(data).hexdigest()


def test_a_byte_order_mark_and_any_line_ends_are_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.claims").write_bytes("\ufeffA a = 1\r\nA b = 1\rA c = 1\nA d = 1,5".encode())
    claims, problems = load_claims([tmp_path])
    assert _ids(claims) == ["A.a", "A.b", "A.c"]
    assert [(problem.line, problem.column) for problem in problems] == [(4, 7)]
    assert [assertion.place.line for assertion in claims.assertions] == [1, 2, 3]


def test_columns_count_letters_whatever_their_bytes() -> None:
    _, problems = parse_claims({"a": "ТМТМ объём = 5 т"})
    assert (problems[0].column, problems[0].width, problems[0].source_line) == (16, 1, "ТМТМ объём = 5 т")


def test_an_empty_file_has_no_claims_and_no_mistakes(tmp_path: Path) -> None:
    for name, data in {"a": b"", "b": b"\n\n", "c": b"# nothing yet\n", "d": b"\xef\xbb\xbf"}.items():
        (tmp_path / f"{name}.claims").write_bytes(data)
    claims, problems = load_claims([tmp_path])
    assert (claims.assertions, problems, len(claims.files)) == ((), (), 4)


@pytest.mark.parametrize(
    ("data", "message", "line", "column"),
    [
        ("A a = 1\nA б = 1".encode("cp1251"), "this file is not UTF-8 text: the byte 0xe1 on line 2", 0, 0),
        ("A a = 1".encode("utf-16"), "this file is not UTF-8 text: it is UTF-16", 0, 0),
        (b"\x7fELF\x00\x00\x01", "this file is not UTF-8 text: it is not a text", 0, 0),
    ],
)
def test_a_file_that_is_not_utf_8_is_told_and_hides_no_other(
    tmp_path: Path, data: bytes, message: str, line: int, column: int
) -> None:
    (tmp_path / "a.claims").write_bytes(data)
    (tmp_path / "b.claims").write_text("A b = 1\nA c = 1,5", encoding="utf-8")
    claims, problems = load_claims([tmp_path])
    assert _ids(claims) == ["A.b"]
    assert _codes(problems) == ["C102", "C211"]
    assert (problems[0].message, problems[0].line, problems[0].column) == (message, line, column)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    claims, problems = load_claims([tmp_path / "none.claims", tmp_path])
    assert claims.assertions == ()
    assert _codes(problems) == ["C103", "C101"]
    assert problems[1].message == "cannot read this file: no such file or directory"


def test_a_path_that_no_system_allows_is_told() -> None:
    _, problems = load_claims([Path("a\0b")])
    assert _codes(problems) == ["C101"]


def test_all_mistakes_of_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "a.claims").write_text("A a = 4,5\nentitty B\n  ru: x\nA b = 5 from s", encoding="utf-8")
    (tmp_path / "b.claims").write_text("metric m: masss\n  ru: m\n  en m\nA m 2024-13 = 5 zz", encoding="utf-8")
    _, problems = load_claims([tmp_path])
    found = [(Path(problem.file).name, problem.line, problem.code) for problem in problems]
    assert found == [
        ("a.claims", 1, "C211"),
        ("a.claims", 2, "C201"),
        ("a.claims", 4, "C401"),
        ("b.claims", 1, "C403"),
        ("b.claims", 2, "C232"),
        ("b.claims", 3, "C208"),
        ("b.claims", 4, "C304"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A b = 4,5\nA c = 2 * [A b]\ncheck [A b] = 5",
        'source s "x" 2025-13\nA b = 5 from s',
        "source s\nA b = 5 from s",
        "metric b: masss\nA b = 5 USD",
        "entitty E\n  ru: e\n  : :",
        "A b 2024-13 = 5\ncheck [A b 2024] = 5",
        'entitty A "x"\nentity B part of A',
        "metric m mas s\nmetric n: mass part of m",
        "metric m: masss\nmetric n: mass part of m",
        'sorce s "x"\nA b = 5 from s',
        "sverka claims 2\nsource s x 'y'\nA b = 5 from s\ncheck [A c] = 5",
        "A b > 5 t or 6 t\ncheck [A b] = 5 t",
        "A b = 2 * [A c]\nA c = 2 * [A b]\ncheck [A c] = 5",
        f'source s "{"x" * 600_000}"\nA b = 5 from s',
        'table "none.csv"\n  subject: KZ\n  metric: m\n  value: "V"\ncheck [KZ m] = 5',
        'table "none.csv"\n  subject: KZ\n  metric: m\n  value "V"\ncheck [KZ m] = 5',
        'table "none.csv"\n  subjct: KZ\n  metric: m\n  value: "V"\ncheck [KZ m] = 5',
    ],
)
def test_no_mistake_is_told_that_only_follows_from_another(text: str) -> None:
    _, problems = parse_claims({"a": text})
    assert len(problems) == 1


@pytest.mark.parametrize("row", ["KZ,24,5", "KZ,2024,5 5", "KZ,2024,5 Mtt", "KZ,2024", "KZ,2024,4.5.6"])
def test_a_bad_row_is_told_and_not_what_refers_to_it(row: str) -> None:
    table = 'table "t.csv"\n  subject: "S"\n  metric: m\n  period: "Y"\n  value: "V"\ncheck [KZ m 2024] = 5\n'
    _, problems = parse_claims({"a": table, "t.csv": f"S,Y,V\nAZ,2024,7\n{row}\n"})
    assert [(each.file, each.line) for each in problems] == [("t.csv", 3)]


def test_what_a_file_declares_that_cannot_be_read_is_not_missed(tmp_path: Path) -> None:
    (tmp_path / "a.claims").write_bytes('source s "Порт"\nA c = 5\n'.encode("cp1251"))
    (tmp_path / "b.claims").write_text("A b = 5 from s\ncheck [A c] = 5\nentity B part of C\n", encoding="utf-8")
    assert _codes(load_claims([tmp_path])[1]) == ["C102"]


def test_a_table_is_found_beside_its_claims_file(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    rows = "Год\tОборот\n2023\t480\n2024\t500\n"
    (tmp_path / "data" / "t.csv").write_text(f"\ufeff{rows}", encoding="utf-8")
    table = 'table "data/t.csv"\n  subject: KZ\n  metric: trade\n  period: "Год"\n  value: "Оборот"\n  unit: M USD'
    (tmp_path / "a.claims").write_text(table, encoding="utf-8")
    claims, problems = load_claims([tmp_path])
    assert (_ids(claims)[:2], problems) == (["KZ.trade.2023", "KZ.trade.2024"], ())
    assert [Path(file.path).name for file in claims.files] == ["a.claims", "t.csv"]
    place = claims.assertions[1].place
    assert (Path(place.file).name, place.line) == ("t.csv", 3)
    assert claims.assertions[1].text == "KZ trade 2024 = 500 M USD"


def test_declared_names_carry_their_aliases_and_undeclared_ones_themselves() -> None:
    text = 'entity TITR "Middle Corridor"\n  ru: "ТМТМ", "Средний коридор"\n  en: "Middle Corridor"\nTITR volume = 5 t'
    claims, _ = parse_claims({"a": text})
    corridor, volume = claims.subjects["TITR"], claims.metrics["volume"]
    assert corridor.title == "Middle Corridor" and corridor.declared
    assert [(alias.text, alias.language) for alias in corridor.aliases] == [
        ("TITR", ""),
        ("ТМТМ", "ru"),
        ("Средний коридор", "ru"),
        ("Middle Corridor", "en"),
    ]
    assert not volume.declared and [alias.text for alias in volume.aliases] == ["volume"]


def test_a_long_line_takes_no_more_time_or_depth_than_its_length() -> None:
    """Squares of these lengths would take minutes."""
    length = 30_000
    for text in (
        "a+" * length,
        "A b = " + "(" * length,
        "A b = " + "(" * length + "[A c]" + ")" * length,
        "A b = [A c]" + " + 1" * length,
        "A b = " + "(1 + " * length + "[A c]" + ")" * length,
        "-" * length,
        "1-" * length,
        'entity E "' + "x" * length,
        "entity E\n  ru: " + '"x", ' * length,
        "A b = 5" + ", +1 %" * length,
        "[" * length,
    ):
        parse_claims({"a": text})


POOL = """\
sverka claims 1
source first "First" 2025-01-31
source first "First" 2024-01-31
source late "Late" 2026
entity ferry "The ferry" part of line
entity line
  en: "ferry",
      "the boat"
  ru: паром
metric load: mass
metric load: length
metric lamps
ferry load 2024 = 4.5 Mt, +5%
ferry load 2024 = 4.6 Mt from late
ferry load 2024 = 4.6 Mtt
ferry load 2025 = 4.7 Mt from first
ferry load 2025 = 4.7 Mt
  until 2026-01-01
ferry load 2026 = 2 * [ferry load 2025]
ferry lamps = 35 or 36
fеrry lamps = 35
check [ferry load 2025] = 4.7 Mt
accept "35" in "*.txt" because "why"
table "load.csv" from first
  subject: "Who"
  metric: load
  period: "Year"
  value: "Value"
  unit: kt
# a comment

  # another
""".splitlines()
ROWS = "Who,Year,Value", "ferry,2023,4400", "ferry,2022,4100", "boat,2023,3", "ferry,2024,4500", "ferry,2021,x1", "a,b"


def test_what_is_remembered_makes_the_same_of_files_as_nothing(tmp_path: Path) -> None:
    """Whatever is changed, in whatever order: lines put in, taken out, moved, said twice, in two files and a table."""
    files, table = [tmp_path / "a.claims", tmp_path / "b.claims"], tmp_path / "load.csv"
    texts: dict[Path, list[str]] = {files[0]: [], files[1]: [], table: list(ROWS)}
    dice, memory = random.Random(1), Memory()
    seen = set()
    for step in range(600):
        changed, pool = (table, ROWS) if step % 10 == 9 else (dice.choice(files), POOL)
        lines = texts[changed]
        at = dice.randrange(len(lines) + 1)
        lines[at : at + (dice.random() < 0.3 + len(lines) / 60)] = dice.choices(pool, k=dice.choice((0, 1, 1, 2)))
        if step % 50 == 0:
            texts[files[0]] = list(POOL)
        for file, each in texts.items():
            file.write_text("\n".join(each), encoding="utf-8")
        remembered, anew = load_claims(files, memory=memory), load_claims(files)
        assert remembered == anew
        assert repr(remembered) == repr(anew)  # places of names make no other ones, and still must be right
        seen |= {each.code for each in anew[1]}
    assert len(seen) > 15


def test_what_could_not_be_judged_is_not_remembered(tmp_path: Path) -> None:
    """While a table cannot be read, a source may be anything; when it is gone, it is unknown."""
    file, memory = tmp_path / "a.claims", Memory()
    for table, codes in (('table "none.csv"\n', ["C242"]), ("", ["C401"])):
        file.write_text(f"{table}ferry lamps = 35 from nobody\n", encoding="utf-8")
        assert _codes(load_claims([file], memory=memory)[1]) == codes
