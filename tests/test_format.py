"""Claims files have one layout, and formatting changes nothing that they say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from typer.testing import CliRunner

from gold import ROOT
from sverka.claims import parse_claims
from sverka.claims.format import formatted
from sverka.cli import app
from sverka.model.claim import Assertion, ClaimSet
from sverka.model.span import Place
from test_claims_properties import SOUP

CASES = [
    ("", ""),
    ("\n\n", ""),
    ("TITR volume 2024=4.5 Mt,+62%", "TITR volume 2024 = 4.5 Mt, +62%\n"),
    ("BTC   transit\t1.4 Mt   \r\n", "BTC transit 1.4 Mt\n"),
    ('entity A "B"\n    ru:"в" ,  "г"\n en: "c"\n', 'entity A "B"\n  ru: "в", "г"\n  en: "c"\n'),
    ('entity A\n  ru: "в",\n "г"\n', 'entity A\n  ru: "в",\n      "г"\n'),
    ("A b = 1 t,\n +2%", "A b = 1 t,\n    +2%\n"),
    (
        "A volume 2024 = 4.5 Mt from x\n# why\nLonger-name volume ~ 500 k t  # so\n",
        "A volume 2024      = 4.5 Mt   from x\n# why\nLonger-name volume ~ 500 k t  # so\n".replace(
            "500 k t  # so", "500 k t          # so"
        ),
    ),
    ("A b = 1\n\nLonger b = 1\n", "A b = 1\n\nLonger b = 1\n"),
    ("A b = 2*[ C d ]\n", "A b = 2*[C d]\n"),
    ("sverka  claims 1\nA b=4 or  5 t\n", "sverka  claims 1\nA b = 4 or 5 t\n"),
    ("A b = 4.5 Mt±2%\n", "A b = 4.5 Mt ± 2%\n"),
    ("中欧 量 = 1\nA b = 2\n", "中欧 量 = 1\nA b     = 2\n"),
    ("A  b = 1 Mt!\n", "A  b = 1 Mt!\n"),
    ('"a"±', '"a"±\n'),
    ("source# # ", "source# #\n"),
    ("   # aside\nA b = 1   # note\n", "  # aside\nA b = 1  # note\n"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_layout(text: str, expected: str) -> None:
    assert formatted(text) == expected
    assert formatted(expected) == expected


def test_the_claims_of_this_repository_are_in_their_layout() -> None:
    for path in sorted((ROOT / "rules").glob("*.claims")):
        text = path.read_text(encoding="utf-8")
        assert formatted(text) == text, path


def _said(claims: ClaimSet) -> tuple[object, ...]:
    """What a set says, without where and in which spacing it says so."""
    nowhere = Place("", 0, 0)

    def bare(assertion: Assertion) -> Assertion:
        return replace(assertion, place=nowhere, text="".join(assertion.text.split()))

    names = [
        (name.id, name.title, [(alias.text, alias.language) for alias in name.aliases])
        for name in (*claims.subjects.values(), *claims.metrics.values())
    ]
    accepted = [(each.words, each.pattern, each.until, each.because) for each in claims.acceptances]
    sources = [(each.id, each.title, each.date, each.address) for each in claims.sources.values()]
    return [bare(each) for each in claims.assertions], names, accepted, sources


@settings(max_examples=300)
@given(SOUP)
def test_formatting_changes_nothing_that_a_file_says(text: str) -> None:
    claims, problems = parse_claims({"a": text})
    again, others = parse_claims({"a": formatted(text)})
    assert _said(again) == _said(claims)
    assert [each.code for each in others] == [each.code for each in problems]


@settings(max_examples=300)
@given(SOUP)
def test_what_is_formatted_stays_as_it_is(text: str) -> None:
    once = formatted(text)
    assert formatted(once) == once


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None)
@given(SOUP)
def test_ten_thousand_files_keep_their_meaning_and_their_layout(text: str) -> None:
    once = formatted(text)
    assert formatted(once) == once
    assert _said(parse_claims({"a": once})[0]) == _said(parse_claims({"a": text})[0])


def test_the_command_writes_checks_and_shows(tmp_path: Path) -> None:
    file = tmp_path / "a.claims"
    file.write_text("A b=1\n", encoding="utf-8")
    assert CliRunner().invoke(app, ["fmt", "--check", str(file)]).exit_code == 1
    shown = CliRunner().invoke(app, ["fmt", "--diff", str(file)])
    assert shown.exit_code == 1 and "+A b = 1" in shown.output
    assert file.read_text(encoding="utf-8") == "A b=1\n"
    assert CliRunner().invoke(app, ["fmt", str(file)]).exit_code == 0
    assert file.read_text(encoding="utf-8") == "A b = 1\n"
    assert CliRunner().invoke(app, ["fmt", "--check", str(file)]).exit_code == 0


def test_a_file_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.claims").write_bytes(b"A b = \xff")
    (tmp_path / "b.claims").write_text("A b=1\n", encoding="utf-8")
    assert CliRunner().invoke(app, ["fmt", str(tmp_path)]).exit_code == 2
    assert (tmp_path / "b.claims").read_text(encoding="utf-8") == "A b = 1\n"
