"""A claim may allow one of several values: what agrees with either agrees, and what with none conflicts with both."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.check import Checker
from sverka.claims import parse_claims
from sverka.claims.format import formatted
from sverka.figures import find_figures
from sverka.model.document import Document
from sverka.model.finding import Fate, Finding
from sverka.readers import document_date, read
from sverka.report.json import to_claims_json
from sverka.text.analysis import analyse

CLAIMS = """\
entity port "The port of Alga"
  ru: "порт Алга"
  en: "port of Alga"
  kk: "Алға порты"
  az: "Alqa limanı"
metric cargo: mass
  ru: "грузооборот"
  en: "cargo turnover"
  kk: "жүк айналымы"
  az: "yük dövriyyəsi"
metric opened: date
  ru: "открытие"
  en: "opening"
port cargo 2024 = 7.3 Mt or 7.6 Mt
port opened = 1997-04-08 or 1997-04-09
"""


def findings(text: str, language: str, claims_text: str = CLAIMS) -> list[Finding]:
    claims, problems = parse_claims({"a.claims": claims_text})
    assert not problems, problems
    day = document_date("2025-03-03", "test")
    document = read(Path("draft.txt"), text.encode(), facts=None, language=language, date=day)
    assert isinstance(document, Document)
    analysis = analyse(document)
    return list(Checker(claims).check(analysis, find_figures(analysis)))


TEXTS = {
    "ru": "Грузооборот порта Алга в 2024 году составил {} млн тонн.",
    "en": "Cargo turnover at the port of Alga was {} million tonnes in 2024.",
    "kk": "Алға портының жүк айналымы 2024 жылы {} млн тонна болды.",
    "az": "Alqa limanının yük dövriyyəsi 2024-cü ildə {} milyon ton olub.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_either_value_agrees_and_none_conflicts_with_both(language: str) -> None:
    mark = "." if language == "en" else ","
    for number, fate in (("7.3", Fate.AGREE), ("7.6", Fate.AGREE), ("7.4", Fate.CONFLICT), ("3.7", Fate.CONFLICT)):
        found = findings(TEXTS[language].format(number.replace(".", mark)), language)
        figure = next(each for each in found if each.figure.values)
        assert figure.fate is fate, (number, figure.message)
        assert not figure.warning and "open" not in figure.message
        if fate is Fate.CONFLICT:
            assert "7.3 million t or 7.6 million t" in figure.message
            assert figure.suggestion is None


def test_either_day_agrees() -> None:
    for day, fate in ((8, Fate.AGREE), (9, Fate.AGREE), (18, Fate.CONFLICT)):
        found = findings(f"Открытие порта Алга состоялось {day} апреля 1997 года.", "ru")
        assert [each.fate for each in found if each.figure.days] == [fate], day


def test_an_assertion_names_its_alternatives() -> None:
    claims, _ = parse_claims({"a": "A b 2024 = 5 Mt or 6 Mt or 7 Mt"})
    assert [each.alternatives for each in claims.assertions] == [
        ("A.b.2024.or", "A.b.2024.or#2"),
        ("A.b.2024", "A.b.2024.or#2"),
        ("A.b.2024", "A.b.2024.or"),
    ]
    assert '"alternatives": ["A.b.2024.or", "A.b.2024.or#2"]' in " ".join(to_claims_json(claims).split())


NUMBERS = st.lists(st.integers(min_value=1, max_value=9999), min_size=2, max_size=5, unique=True)


@given(NUMBERS, st.sampled_from(["t", "Mt", "%", "M USD", "company", ""]))
def test_a_unit_said_once_is_that_of_all(numbers: list[int], unit: str) -> None:
    once = " or ".join(str(number) for number in numbers)
    each = " or ".join(f"{number} {unit}" for number in numbers)
    one, _ = parse_claims({"a": f"A b = {once} {unit}"})
    other, problems = parse_claims({"a": f"A b = {each}"})
    assert not problems
    assert [(a.values, a.unit, a.interval) for a in one.assertions] == [
        (a.values, a.unit, a.interval) for a in other.assertions
    ]
    assert parse_claims({"a": formatted(f"A b = {each}")})[0].assertions[0].values == other.assertions[0].values
