"""The number of a name that the claims know is no statement; a number beside the name is one."""

from __future__ import annotations

import pytest

from sverka.check import Checker
from sverka.claims import parse_claims
from sverka.figures import find_figures
from sverka.model.document import Document
from sverka.readers import read
from sverka.text.analysis import analyse

CLAIMS = """
entity terminal-2 "Terminal 2"
  en: "Terminal 2", "Line 2 Depot"
  ru: "Терминал 2", "ТЭЦ-2"
  kk: "2-терминал"
  az: "Terminal 2"
metric load: mass
  en: "load", "load … of cargo"
  ru: "перевалка"
  kk: "жүк айналымы"
  az: "yük dövriyyəsi"
terminal-2 load 2024 = 4.5 Mt
"""
CHECKER = Checker(parse_claims({"terminals.claims": CLAIMS})[0])


def fates(text: str, language: str) -> list[tuple[str, str]]:
    """What becomes of each figure but the year."""
    document = read("draft.txt", text.encode(), language=language)
    assert isinstance(document, Document)
    analysis = analyse(document)
    found = CHECKER.check(analysis, find_figures(analysis))
    return [(each.figure.text, str(each.fate)) for each in found if "2024" not in each.figure.text]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The load of Terminal 2 was 4.5 million tonnes in 2024.", ["ignored", "agree"]),
        ("en", "In 2024 the load of Line 2 Depot was 5.4 million tonnes.", ["ignored", "conflict"]),
        ("ru", "В 2024 году перевалка Терминала 2 составила 4,5 млн тонн.", ["ignored", "agree"]),
        ("ru", "В 2024 году перевалка Терминала 2 составила 5,4 млн тонн.", ["ignored", "conflict"]),
        ("ru", "Перевалка ТЭЦ-2 в 2024 году составила 4,5 млн тонн.", ["ignored", "agree"]),
        ("kk", "2024 жылы 2-терминалдың жүк айналымы өсті.", ["ignored"]),
        ("az", "2024-cü ildə Terminal 2-nin yük dövriyyəsi 4,5 milyon ton olub.", ["ignored", "agree"]),
    ],
)
def test_the_number_of_a_name_is_ignored(language: str, text: str, expected: list[str]) -> None:
    assert [fate for _, fate in fates(text, language)] == expected


def test_a_number_in_the_gap_of_an_alias_is_not_of_the_name() -> None:
    """Wherever it stands, a wrong figure is found."""
    found = fates("In 2024 Terminal 2 reported a load of 5.4 million tonnes of cargo.", "en")
    assert ("5.4 million tonnes", "conflict") in found


def test_a_number_right_behind_a_name_is_not_of_it() -> None:
    assert fates("In 2024 at Terminal 2 million tonnes of load were counted.", "en") != [
        ("2 million tonnes", "ignored")
    ]


def test_another_number_is_not_of_the_name() -> None:
    found = fates("The load of Terminal 3 was 4.5 million tonnes in 2024.", "en")
    assert ("4.5 million tonnes", "agree") not in found
