"""The page that tells how to add a language is true, as far as that can be checked."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from sverka import cldr, languages
from sverka.cldr import build
from sverka.languages import endings, morphology, suffixes
from sverka.readers.language import detect

ROOT = Path(__file__).parent.parent
PAGE = ROOT.joinpath("CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Adding a language")[2]
QUOTED = re.findall(r"`([^`\n]+)`", PAGE)
TABLES = [name.strip("[]") for name in QUOTED if re.fullmatch(r"\[+[a-z_.]+\]+|[a-z_]+(?:\.[a-z_]+)+", name)]
FILES = [name for name in QUOTED if "/" in name and " " not in name]
# A sentence of the news in each language, with a figure.
TOLD = {
    "az": "Bu il dəmir yolu ilə 4 milyon ton yük daşınıb.",
    "en": "This year the railway carried 4 million tonnes.",
    "kk": "Биыл теміржолмен 4 миллион тонна жүк тасымалданды.",
    "ru": "В этом году по железной дороге перевезли 4 миллиона тонн.",
    "tr": "Bu yıl demir yoluyla 4 milyon ton yük taşındı.",
    "uk": "Цього року залізницею перевезли 4 мільйони тонн.",
}


def table(tag: str) -> dict[str, Any]:
    return tomllib.loads((languages.FOLDER / f"{tag}.toml").read_text(encoding="utf-8"))


def holds(data: Any, path: str) -> bool:
    for name in path.split("."):
        if not isinstance(data, dict) or name not in data:
            return False
        data = data[name]
    return True


@pytest.mark.parametrize("path", [name for name in TABLES if not name.endswith((".toml", ".py"))])
def test_every_table_that_is_named_is_in_a_language_file(path: str) -> None:
    assert any(holds(table(tag), path) for tag in languages.tags())


def test_tables_are_named() -> None:
    assert {"numerals", "endings.nouns", "calendar.leads", "changes.by", "cldr.left_out"} <= set(TABLES)


@pytest.mark.parametrize("name", FILES)
def test_every_file_that_is_named_is_there(name: str) -> None:
    assert (ROOT / name).exists()


@pytest.mark.parametrize("name", [name for name in QUOTED if re.fullmatch(r"[a-z]{2}\.toml", name)])
def test_every_language_that_is_named_is_there(name: str) -> None:
    assert (languages.FOLDER / name).is_file()


def test_the_packages_are_those_of_the_generator() -> None:
    named = re.findall(r"(cldr-[a-z-]+)@([\d.]+)", PAGE)
    assert named == [(package, build.VERSION) for package in build.PACKAGES]


def test_every_language_has_all_that_the_page_asks_for() -> None:
    tags = languages.tags()
    made = tomllib.loads(cldr.FOLDER.joinpath("names.toml").read_text(encoding="utf-8"))["tags"]
    assert tuple(made) == tags == tuple(sorted(TOLD))
    for tag in tags:
        assert cldr.table(tag)
        assert len(table(tag)["counterexamples"]) >= len(table(tag)["examples"]) > 4
        assert {holds(table(tag), part) for part in ("examples", "calendar.examples", "discourse", "intent")} == {True}
        names = [f"tests/spec/{kind}-{tag}.md" for kind in ("figures", "dates", "when")]
        assert [name for name in (*names, f"tests/gold/figures/{tag}.jsonl") if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("tag", list(TOLD))
def test_a_text_is_told_to_be_in_its_language(tag: str) -> None:
    assert detect(TOLD[tag]) == tag


def test_forms_are_told_in_one_way_by_each_file() -> None:
    """By a dictionary, by endings, by suffixes, or not at all."""
    ways = {
        tag: (
            languages.dictionary(tag) is not None,
            endings.endings(tag) is not None,
            suffixes.suffixes(tag) is not None,
        )
        for tag in languages.tags()
    }
    assert all(sum(each) <= 1 for each in ways.values())
    assert {sum(each) for each in ways.values()} == {0, 1}
    assert [tag for tag in ways if morphology.tells_forms(tag) != (ways[tag][0] or ways[tag][1])] == []


def test_no_rule_names_a_language() -> None:
    """What reads figures and dates asks what a language tells, not which it is."""
    said = re.compile(r"""(?:tag|language) (?:==|!=) ["'][a-z]{2}["']""")
    folders = [ROOT / "src" / "sverka" / name for name in ("figures", "text", "languages", "check")]
    files = [file for folder in folders for file in folder.glob("*.py")]
    assert len(files) > 40
    assert [file.name for file in files if said.search(file.read_text(encoding="utf-8"))] == []
