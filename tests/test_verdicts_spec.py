"""The Markdown specifications of verdicts, run; SVERKA_UPDATE=1 writes what is found into them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from datespec import Case, cases, check, period
from gold import GOLD, ROOT, checked, claims
from sverka.model.claim import ClaimSet
from sverka.model.document import Document, DocumentDate
from sverka.model.finding import Cause, Fate, Finding
from sverka.model.quantity import Kind
from sverka.readers import read

# What each specification is held against: the claims of the repository, two of the sets of the drafts, or its own.
OF_DRAFTS = [GOLD / "drafts" / "claims" / name for name in ("services.claims", "country.claims")]
OF_THEMSELVES = ("nesting", "counted", "causes", "beside", "turned", "whose", "about", "measured")

FILES = [
    *("verdicts-ru.md", "verdicts-en.md", "verdicts-kk.md", "verdicts-az.md", "links-ru.md", "links-en.md"),
    *("links-kk.md", "links-az.md"),
    *("nesting-ru.md", "nesting-en.md", "nesting-kk.md", "nesting-az.md"),
    *("retold-ru.md", "retold-en.md", "retold-kk.md", "retold-az.md", "retold-uk.md", "retold-tr.md"),
    *("causes-ru.md", "causes-en.md"),
    *("turned-ru.md", "turned-en.md", "turned-kk.md", "turned-az.md"),
    *("beside-ru.md", "beside-en.md", "beside-kk.md", "beside-az.md"),
    "about-en.md",
    *("counted-ru.md", "counted-en.md", "counted-kk.md", "counted-az.md"),
    *("whose-kk.md", "whose-az.md"),
    *("measured-ru.md", "measured-en.md", "measured-kk.md", "measured-az.md"),
]


def known(case: Case) -> ClaimSet:
    name = case.file.partition("-")[0]
    if name in OF_THEMSELVES:
        return claims(ROOT / "tests" / "spec" / f"{name}.claims")
    of_rules = case.file in ("verdicts-ru.md", "verdicts-en.md")
    return claims(ROOT / "rules") if of_rules else claims(*OF_DRAFTS)


def verdicts(case: Case) -> Iterator[str]:
    """A line for each figure of a text, read as a file would be."""
    date = DocumentDate(period(case.date), case.date, "command line") if case.date else None
    document = read("case.txt", case.text.encode(), facts=None, language=case.language, date=date)
    assert isinstance(document, Document)
    return (_line(finding) for finding in checked(document, known(case)) if not _is_plain_date(finding))


def _is_plain_date(finding: Finding) -> bool:
    return finding.fate is Fate.IGNORED and finding.figure.kind in (Kind.DATE, Kind.PERIOD)


def _line(finding: Finding) -> str:
    why = finding.grade or finding.code or finding.reason or ""
    known = finding.assertion.id if finding.assertion and finding.fate is not Fate.UNSUPPORTED else ""
    return " | ".join(str(part) for part in (finding.figure.text, finding.fate, why, known)).rstrip(" |")


@pytest.mark.parametrize("file", FILES)
def test_verdicts_are_as_specified(file: str) -> None:
    """Every case, so that one run shows all that differ."""
    assert check(file, verdicts) == []


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("cause", Cause)
def test_every_cause_has_a_case_and_a_near_miss(cause: Cause, language: str) -> None:
    of_cause = [case for case in cases(f"causes-{language}.md") if case.name.partition(":")[0] == cause]
    found = [f"conflict | {cause}" in case.expected for case in of_cause]
    assert found[:2] == [True, False]
    assert ["near miss" in case.name for case in of_cause[:2]] == [False, True]
