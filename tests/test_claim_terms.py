"""What stands behind a value: when it holds, where it is from, how far it may be off, how loud it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from sverka.check import Checker
from sverka.claims import parse_claims
from sverka.figures import find_figures
from sverka.model.document import Document
from sverka.model.finding import Fate, Finding
from sverka.readers import document_date, read
from sverka.text.analysis import analyse

NAMES = """\
source first "The first report" 2025-01-10
source second "The second report" 2025-06-10
entity port
  ru: "порт Алга"
  en: "port of Alga"
metric cargo: mass
  ru: "грузооборот"
  en: "cargo turnover"
"""
RU = "В 2024 году грузооборот порта Алга составил {} млн тонн."
EN = "Cargo turnover at the port of Alga was {} million tonnes in 2024."


def finding(claims_text: str, text: str, day: str | None, language: str = "ru") -> Finding:
    """What becomes of the one amount of a text."""
    claims, problems = parse_claims({"a.claims": NAMES + claims_text})
    assert not problems, problems
    date = document_date(day, "test") if day else None
    document = read(Path("draft.txt"), text.encode(), facts=None, language=language, date=date)
    assert isinstance(document, Document)
    analysis = analyse(document)
    (found,) = [each for each in Checker(claims).check(analysis, find_figures(analysis)) if each.figure.values]
    return found


@pytest.mark.parametrize(
    ("day", "fate"),
    [
        ("2025-01-31", Fate.UNSUPPORTED),
        ("2025-02-01", Fate.CONFLICT),
        ("2025-05-31", Fate.CONFLICT),
        ("2025-06-01", Fate.UNSUPPORTED),
        (None, Fate.CONFLICT),
    ],
)
def test_a_claim_holds_from_its_first_day_to_its_last(day: str | None, fate: Fate) -> None:
    claim = "port cargo 2024 = 7.3 Mt since 2025-02-01 until 2025-05-31\n"
    assert finding(claim, RU.format("7,8"), day).fate is fate
    assert finding(claim, EN.format("7.8"), day, "en").fate is fate


@pytest.mark.parametrize(
    ("day", "old", "new"),
    [
        ("2025-03-01", Fate.AGREE, Fate.CONFLICT),
        ("2025-06-10", Fate.CONFLICT, Fate.AGREE),
        ("2025-09-01", Fate.CONFLICT, Fate.AGREE),
    ],
)
def test_a_document_is_held_to_the_source_that_was_the_latest_on_its_day(day: str, old: Fate, new: Fate) -> None:
    claims = "port cargo 2024 = 7.3 Mt from first\nport cargo 2024 = 7.8 Mt from second\n"
    assert finding(claims, RU.format("7,3"), day).fate is old
    assert finding(claims, RU.format("7,8"), day).fate is new


def test_what_a_claim_that_warns_finds_is_a_warning() -> None:
    found = finding('port cargo 2024 = 7.3 Mt warn "not yet final"\n', RU.format("7,8"), "2025-03-01")
    assert (found.fate, found.warning) == (Fate.CONFLICT, True)
    assert found.assertion is not None and found.assertion.note == "not yet final"
    plain = finding("port cargo 2024 = 7.3 Mt\n", RU.format("7,8"), "2025-03-01")
    assert (plain.fate, plain.warning) == (Fate.CONFLICT, False)


@pytest.mark.parametrize(
    ("tolerance", "number", "fate"),
    [
        ("± 5%", "7,6", Fate.AGREE),
        ("± 5%", "7,8", Fate.CONFLICT),
        ("± 0.5 Mt", "7,8", Fate.AGREE),
        ("± 500 kt", "7,9", Fate.CONFLICT),
        ("± 0 t", "7,3", Fate.AGREE),
        ("+- 5%", "7,6", Fate.AGREE),
        ("", "7,6", Fate.CONFLICT),
    ],
)
def test_a_tolerance_replaces_the_rounding_of_the_claim(tolerance: str, number: str, fate: Fate) -> None:
    assert finding(f"port cargo 2024 = 7.3 Mt {tolerance}\n", RU.format(number), "2025-03-01").fate is fate


@pytest.mark.parametrize("terms", ['since 2025-02-01 warn "a" from first', 'from first "a" since 2025-02-01 warn'])
def test_terms_stand_in_any_order(terms: str) -> None:
    claims, problems = parse_claims({"a": f"{NAMES}port cargo 2024 = 7.3 Mt {terms}\n"})
    assert not problems
    (found,) = claims.assertions
    assert (found.source, str(found.since), found.warn, found.note) == ("first", "2025-02-01", True, "a")
