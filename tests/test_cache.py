"""A set that was kept is the set that was loaded, and whatever is not exactly that is not used."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import pytest

import sverka.cache as cache
from bench_claims import lines
from sverka.cache import MOST, cache_folder, load_kept
from sverka.claims import load_claims
from sverka.claims.load import Loaded
from sverka.claims.shorthand import shorthand
from sverka.claims.stored import _FOLDERS, Stored
from sverka.model.claim import ClaimSet
from sverka.model.precision import Precision

RULES = """
source office "Statistics office" 2025-01-31 https://example.org/office
entity ferry "Ferry «Aurora»"
  ru: "Паром «Аврора»"
entity deck "Deck"
metric load: mass
  en: "load"
ferry load 2024 = 4.5 Mt, +62% from office warn "a note"
ferry load 2025 ytd ~ 0.3 Mt
ferry load 2025 target = 2.2 Mt/yr ± 2% until 2026-01-31
ferry load 2026 forecast = 2 * [ferry load 2024] since 2025-02-01
ferry crossing = 15..18 day
ferry launched = 1997-04-08
ferry meeting 2024-03 = 3rd
check [ferry load 2026 forecast] = 9 Mt
accept "35 lamps" in "drafts/*.txt" until 2027-01-01 because "they were counted"
table "decks.csv"
  subject: deck
  metric: "What"
  period: "Year"
  value: "Tonnes"
  unit: t
"""
TABLE = "What;Year;Tonnes\nload;2023;12.5\nload;2024;13\n"


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of claims that uses every statement, where no set is too small to be kept."""
    monkeypatch.setattr(cache, "SMALLEST", 0)
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "all.claims").write_text(RULES, encoding="utf-8")
    (folder / "decks.csv").write_text(TABLE, encoding="utf-8")
    return folder


def load(rules: Path, precision: Precision | None = None) -> Loaded:
    return load_kept([rules], precision=precision or Precision(), folder=rules.parent / "kept")


def is_kept(claims: ClaimSet) -> bool:
    return isinstance(claims.assertions, Stored)


def test_a_kept_set_is_equal_to_the_loaded_one(rules: Path) -> None:
    first, problems = load(rules)
    assert not problems and not is_kept(first) and len(first.assertions) > 10
    second, problems = load(rules)
    assert not problems and is_kept(second)
    assert second == first == load_claims([rules])[0]
    assert second.index == first.index
    assert second.assertions[-1] == first.assertions[-1] and second.assertions[1:3] == first.assertions[1:3]


@pytest.mark.parametrize("file", ["all.claims", "decks.csv"])
def test_a_changed_file_is_read_anew(rules: Path, file: str) -> None:
    before, _ = load(rules)
    text = (rules / file).read_text(encoding="utf-8")
    (rules / file).write_text(text.replace("2024", "2022"), encoding="utf-8")
    after, _ = load(rules)
    assert not is_kept(after) and after == load_claims([rules])[0] != before
    assert is_kept(load(rules)[0])
    (rules / file).unlink()
    gone, problems = load(rules)
    assert (gone, problems) == load_claims([rules]) and problems


def test_another_file_another_precision_or_another_program_is_another_set(
    rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(rules)
    loose = Precision(about=Fraction(1, 5))
    assert not is_kept(load(rules, loose)[0])
    assert not is_kept(load(rules)[0])
    assert is_kept(load(rules)[0])
    monkeypatch.setattr(cache, "meaning", lambda: "of a later version")
    assert not is_kept(load(rules)[0])
    (rules / "more.claims").write_text("ferry lamps = 35\n", encoding="utf-8")
    more, _ = load(rules)
    assert not is_kept(more) and len(more.files) == 3


def test_a_broken_file_is_ignored(rules: Path) -> None:
    whole, _ = load(rules)
    (file,) = (rules.parent / "kept").iterdir()
    data = file.read_bytes()
    middle = len(data) // 2
    broken = [b"", b"\n", b"{}", b"\xff" * 100, data[:middle], data + b"\n", data[1:]]
    broken.append(data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :])
    for each in broken:
        file.write_bytes(each)
        again, problems = load(rules)
        assert (again, problems) == (whole, ()) and not is_kept(again)
        assert file.read_bytes() == data


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owner here")
def test_a_file_of_somebody_else_is_ignored(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(rules)
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert not is_kept(load(rules)[0])


def test_a_set_with_mistakes_is_not_kept(rules: Path) -> None:
    (rules / "all.claims").write_text(RULES + "ferry load 2024 = 4.5 Mtt\n", encoding="utf-8")
    assert load(rules)[1] and load(rules)[1] == load_claims([rules])[1]
    assert not (rules.parent / "kept").exists()


def test_a_small_set_or_one_with_no_folder_to_keep_it_in_is_loaded_as_ever(
    rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert load_kept([rules], precision=Precision(), folder=None) == load_claims([rules])
    (rules.parent / "kept").write_text("a file stands where the folder should", encoding="utf-8")
    assert load(rules) == load_claims([rules]) == load(rules)
    assert load_kept([rules / "none"], precision=Precision(), folder=rules) == load_claims([rules / "none"])
    (rules.parent / "kept").unlink()
    monkeypatch.setattr(cache, "SMALLEST", 10_000)
    load(rules)
    assert not (rules.parent / "kept").exists()


def test_the_oldest_sets_go_first(rules: Path) -> None:
    for number in range(MOST + 3):
        (rules / "all.claims").rename(rules / f"{number}.claims")
        load(rules)
        (rules / f"{number}.claims").rename(rules / "all.claims")
    assert len(list((rules.parent / "kept").iterdir())) == MOST


def test_where_sets_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SVERKA_CACHE", "off")
    assert cache_folder() is None
    monkeypatch.setenv("SVERKA_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("SVERKA_CACHE")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    for platform, folder in (("linux", tmp_path / "xdg"), ("darwin", tmp_path / "Library" / "Caches")):
        monkeypatch.setattr(sys, "platform", platform)
        assert cache_folder() == folder / "sverka"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert cache_folder() == tmp_path / "local" / "sverka" / "cache"


def test_a_check_prints_the_same_with_a_cache_and_without(tmp_path: Path) -> None:
    (tmp_path / "large.claims").write_text("\n".join(lines(3000)) + "\n", encoding="utf-8")
    (tmp_path / "draft.txt").write_text(
        "Объём перевозок перевозчика 7 в 2010 году составил 4,5 млн тонн, на 5 % больше, чем годом раньше.\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "sverka", "check", "draft.txt", "--claims", "large.claims", "--format", "json"]

    def printed(where: str) -> bytes:
        environment = {**os.environ, "SVERKA_CACHE": where}
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False).stdout

    without = printed("off")
    assert b'"claim": {' in without
    assert sorted(each.name for each in tmp_path.iterdir()) == ["draft.txt", "large.claims"]
    assert printed("kept") == without == printed("kept")
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_what_decides_the_meaning_of_claims_lies_in_the_folders_that_are_compared(rules: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from sverka.claims import load_claims;"
        f"load_claims([Path({str(rules)!r})]); print(*(name for name in sys.modules if name.startswith('sverka.')))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert {name.split(".")[1] for name in run.stdout.split()} == set(_FOLDERS)


@dataclass(frozen=True)
class Odd:
    weight: float = 1.5


def test_what_could_not_be_read_back_is_not_written() -> None:
    with pytest.raises(TypeError, match="float"):
        shorthand(Odd)


def test_replacing_the_assertions_of_a_kept_set_makes_another_index(rules: Path) -> None:
    load(rules)
    claims, _ = load(rules)
    assert replace(claims, assertions=claims.assertions[:1]).index != claims.index
