"""The same told with two values in two documents of one run, and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sverka.claims import parse_claims
from sverka.model.finding import Cause, Fate, Finding
from sverka.pipeline import Options, check
from sverka.readers import document_date

CLAIMS = """\
entity titr "Trans-Caspian route"
  ru: "ТМТМ", "Средний коридор"
  en: "Middle Corridor"
  kk: "Орта дәліз"
  az: "Orta Dəhliz"
metric volume: mass
  ru: "объём перевозок", "грузопоток", "перевезти"
  en: "cargo volume", "carry"
  kk: "жүк көлемі"
  az: "yük həcmi"
metric tariff: money
  ru: "тариф"
  en: "tariff"
titr volume 2024 = 4.48 Mt
"""

# What is told, what else is told in the other document, and whether the two contradict each other.
RU = "В 2021 году объём перевозок по ТМТМ составил 0,6 млн тонн."
CASES = [
    ("the same thing by its claims", RU, "В 2021 году грузопоток Среднего коридора составил 0,8 млн тонн.", True),
    ("rounded", RU, "В 2021 году грузопоток Среднего коридора составил 586 тысяч тонн.", False),
    ("another year", RU, "В 2022 году грузопоток Среднего коридора составил 1,5 млн тонн.", False),
    ("no year", RU, "Грузопоток Среднего коридора составил 0,8 млн тонн.", False),
    ("a forecast", RU, "В 2021 году грузопоток Среднего коридора должен был составить 0,8 млн тонн.", False),
    ("a part of it", RU, "Из них 0,2 млн тонн в 2021 году составил объём перевозок по ТМТМ.", False),
    ("another unit", RU, "В 2021 году объём перевозок по ТМТМ составил 25 тысяч контейнеров.", False),
    ("another route", RU, "В 2021 году объём перевозок по Северному коридору составил 0,8 млн тонн.", False),
    ("a translation", RU, "In 2021 the cargo volume of the Middle Corridor was 0.8 million tonnes.", True),
    ("a true translation", RU, "In 2021 the cargo volume of the Middle Corridor was 0.6 million tonnes.", False),
    ("a translation into Kazakh", RU, "2021 жылы Орта дәліздің жүк көлемі 0,8 млн тонна болды.", True),
    ("a true translation into Kazakh", RU, "2021 жылы Орта дәліздің жүк көлемі 0,6 млн тонна болды.", False),
    ("a translation into Azerbaijani", RU, "2021-ci ildə Orta Dəhlizin yük həcmi 0,8 milyon ton olub.", True),
    (
        "all words alike",
        "В 2023 году порт Каламкас перевалил 6,9 млн тонн зерна.",
        "Порт Каламкас перевалил в 2023 году 9,6 млн тонн зерна.",
        True,
    ),
    (
        "one word more",
        "В 2023 году порт Каламкас перевалил 6,9 млн тонн зерна.",
        "Порт Каламкас перевалил в 2023 году 1,2 млн тонн казахстанского зерна.",
        False,
    ),
    (
        "no name at all",
        "В 2023 году завод выпустил 6,9 млн тонн стали.",
        "Завод выпустил в 2023 году 9,6 млн тонн стали.",
        False,
    ),
    (
        "a year that goes on",
        "В 2025 году порт Каламкас перевалил 1,9 млн тонн зерна.",
        "В 2025 году порт Каламкас перевалил 2,4 млн тонн зерна.",
        False,
    ),
    (
        "what was said before",
        "В 2023 году порт Каламкас перевалил 6,9 млн тонн зерна.",
        "Ранее сообщалось, что порт Каламкас перевалил в 2023 году 7,1 млн тонн зерна.",
        False,
    ),
    (
        "a country in two languages, with a word of one of them",
        "В 2023 году экспорт Казахстана составил 78,7 млрд долларов.",
        "In 2023 the exports of Kazakhstan were 75.8 billion dollars.",
        False,
    ),
]


def checked(folder: Path, texts: dict[str, tuple[str, str]], **how: object) -> dict[str, list[Finding]]:
    """The conflicts with another document, by the names of the documents; each text with its date."""
    claims, problems = parse_claims({"a.claims": CLAIMS})
    assert not problems
    lines = []
    for name, (text, date) in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
        lines.append(f'[[document]]\nfile = "{name}"\ndate = "{date}"\n')
    (folder / "sources.toml").write_text("\n".join(lines), encoding="utf-8")
    report = check([folder], claims, options=Options(), **how)  # type: ignore[arg-type]
    assert not report.problems
    return {
        Path(each.document.path).name: [one for one in each.findings if one.rule == "told otherwise elsewhere"]
        for each in report.checked
    }


@pytest.mark.parametrize(("one", "other", "differ"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_two_documents_contradict_each_other_only_on_one_thing(
    tmp_path: Path, one: str, other: str, differ: bool
) -> None:
    found = checked(tmp_path, {"a.txt": (one, "2025-03-03"), "b.txt": (other, "2025-06-03")})
    assert (found["a.txt"], len(found["b.txt"])) == ([], int(differ))
    for each in found["b.txt"]:
        assert (each.fate, each.code, each.assertion) == (Fate.CONFLICT, Cause.ARITHMETIC, None)
        there = each.evidence[0].elsewhere
        assert there is not None and there.path.endswith("a.txt") and there.text in one


def test_the_order_of_the_documents_and_the_processes_make_no_difference(tmp_path: Path) -> None:
    texts = {"b.txt": (CASES[0][2], "2025-06-03"), "a.txt": (RU, "2025-03-03"), "c.txt": (RU, "2025-03-03")}
    for number, jobs in enumerate((1, 2)):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = checked(folder, dict(reversed(texts.items())) if number else texts, jobs=jobs)
        assert [len(found[name]) for name in ("a.txt", "b.txt", "c.txt")] == [0, 1, 0]


def test_the_number_that_fewer_documents_tell_is_the_one_to_look_at(tmp_path: Path) -> None:
    wrong = RU.replace("0,6", "0,8")
    texts = {name: (wrong if name == "a.txt" else RU, "2025-03-03") for name in ("a.txt", "b.txt", "c.txt", "d.txt")}
    found = checked(tmp_path, texts)
    assert [len(found[name]) for name in texts] == [1, 0, 0, 0]
    there = found["a.txt"][0].evidence[0].elsewhere
    assert there is not None and there.path.endswith("b.txt")


def test_what_a_claim_agrees_with_stands_and_the_other_is_looked_at(tmp_path: Path) -> None:
    """The later document has the claim's number, told in words that the claim's names do not reach in the earlier."""
    texts = {"a.txt": (RU, "2025-03-03"), "b.txt": (RU.replace("2021", "2024").replace("0,6", "4,48"), "2025-03-03")}
    assert checked(tmp_path, texts) == {"a.txt": [], "b.txt": []}


def test_a_contradiction_can_be_let_through(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RU, encoding="utf-8")
    (tmp_path / "b.txt").write_text(RU.replace("0,6", "0,8"), encoding="utf-8")
    accepted = f'{CLAIMS}accept "0,8 млн тонн" in "*b.txt" because "counted otherwise"\n'
    claims, _ = parse_claims({"a.claims": accepted})
    day = document_date("2025-03-03", "command line")
    report = check([tmp_path / "b.txt", tmp_path / "a.txt"], claims, options=Options(date=day))
    fates = [one.fate for each in report.checked for one in each.findings if one.figure.unit == "t"]
    assert sorted(fates) == [Fate.IGNORED, Fate.UNSUPPORTED]
