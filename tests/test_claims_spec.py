"""The claims language does what its reference and its specification say, and every mistake is told in their words."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from sverka.claims import parse_claims
from sverka.claims.catalogue import CATALOGUE
from sverka.claims.decimals import decimal
from sverka.claims.lint import LINTS, lint
from sverka.claims.lint.oddity import Texts
from sverka.claims.lr import tables
from sverka.model.claim import Acceptance, Assertion, ClaimSet
from sverka.model.interval import Interval
from sverka.report.text import to_problem_text
from sverka.units import dimensions, table

HERE = Path(__file__).parent
REFERENCE = HERE.parent / "rules" / "README.md"
PAGES = [REFERENCE, HERE / "spec" / "claims.md", HERE / "spec" / "claims-mistakes.md"]
_BLOCK = re.compile(
    r"^```(?P<form>claims(?:-error|-lint)?|csv|text)(?: (?P<name>\S+))?\n(?P<body>.*?)^```\n", re.M | re.S
)
_HEADING = re.compile(r"^##+ (.+)$", re.M)


@dataclass(frozen=True)
class Case:
    """A claims file of a page, the CSV files that stand above it, and the block below it that says what comes of it."""

    page: Path
    name: str
    is_wrong: bool
    is_odd: bool
    sources: dict[str, str]
    expected: re.Match[str] | None


def _cases(page: Path) -> list[Case]:
    text = page.read_text(encoding="utf-8")
    blocks = list(_BLOCK.finditer(text))
    cases: list[Case] = []
    tables: dict[str, str] = {}
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if block["form"] == "csv":
            tables[block["name"]] = block["body"]
        elif block["form"].startswith("claims"):
            heading = _HEADING.findall(text, 0, block.start())[-1]
            expected = following if following and following["form"] == "text" else None
            sources = {"a.claims": block["body"], **tables}
            name = f"{heading} {text.count(chr(10), 0, block.start()) + 1}"
            cases.append(
                Case(page, name, block["form"] == "claims-error", block["form"] == "claims-lint", sources, expected)
            )
            tables = {}
    return cases


CASES = [case for page in PAGES for case in _cases(page)]


def told(claims: ClaimSet) -> str:
    """The assertions of a set, what is part of what, and the acceptances, one a line."""
    lines = [_assertion(each) for each in claims.assertions]
    names = (*claims.subjects.values(), *claims.metrics.values())
    lines += [f"{each.id} is part of {each.part_of}" for each in names if each.part_of]
    return "".join(f"{line}\n" for line in [*lines, *map(_acceptance, claims.acceptances)])


def _assertion(assertion: Assertion) -> str:
    if assertion.days is not None:
        words = f"{assertion.id}: {assertion.relation} {assertion.days}"
    else:
        numbers = "..".join(decimal(value) for value in assertion.values)
        unit = f" {assertion.unit}" if assertion.unit else ""
        words = f"{assertion.id}: {assertion.relation} {numbers}{unit} in {_interval(assertion.interval)}"
    if assertion.period:
        words += f" for {assertion.period}"
    if assertion.against:
        words += f" vs {assertion.against}"
    extra = {
        "from": assertion.source,
        "since": assertion.since,
        "until": assertion.until,
        "derived:": assertion.arithmetic if assertion.derived else None,
        "being": None if assertion.derived else assertion.arithmetic,
        "note": assertion.note,
    }
    words += "".join(f", {key} {value}" for key, value in extra.items() if value)
    return words + (", warn" if assertion.warn else "")


def _interval(interval: Interval) -> str:
    low, high = _end(interval.low), _end(interval.high)
    return f"{'[' if interval.low_closed else '('}{low}, {high}{']' if interval.high_closed else ')'}"


def _end(end: Fraction | None) -> str:
    return "…" if end is None else decimal(end)


def _acceptance(acceptance: Acceptance) -> str:
    until = f" until {acceptance.until}" if acceptance.until else ""
    return f'accepted: "{acceptance.words}" in {acceptance.pattern}{until}, because {acceptance.because}'


def _outcome(case: Case) -> str:
    claims, problems = parse_claims(case.sources)
    if case.is_odd:
        lines = {name: text.split("\n") for name, text in case.sources.items()}
        return to_problem_text(lint(claims, Texts(()), lambda place: lines[place.file][place.line - 1]))
    return to_problem_text(problems) if case.is_wrong else told(claims)


@pytest.mark.parametrize("case", CASES, ids=[f"{case.page.stem}: {case.name}" for case in CASES])
def test_claims_mean_what_the_page_says(case: Case) -> None:
    _, problems = parse_claims(case.sources)
    assert bool(problems) == case.is_wrong, to_problem_text(problems)
    if case.is_wrong:
        assert case.expected is not None, "a mistake is followed by its message"
    if case.expected is not None:
        assert _outcome(case) == case.expected["body"]


def test_expected_blocks_are_rewritten_only_when_asked() -> None:
    if not os.environ.get("SVERKA_UPDATE"):
        pytest.skip("SVERKA_UPDATE is not set")
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for case in reversed(_cases(page)):
            if case.expected is not None:
                text = text[: case.expected.start("body")] + _outcome(case) + text[case.expected.end("body") :]
        page.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("code", [code for code, mistake in CATALOGUE.items() if mistake.example])
def test_the_example_of_a_mistake_makes_that_mistake_alone(code: str) -> None:
    _, problems = parse_claims({"a.claims": CATALOGUE[code].example})
    assert [problem.code for problem in problems] == [code]
    assert problems[0].remedy


def test_every_mistake_has_its_message_in_the_specification() -> None:
    shown = {code for page in PAGES for code in re.findall(r"error\[(C\d+)\]", page.read_text(encoding="utf-8"))}
    # These are of files that a page cannot hold; test_claims_files.py and test_claims_worst.py have them.
    assert set(CATALOGUE) - shown == {"C101", "C102", "C103", "C119", "C255", "C258"}


def test_the_reference_names_every_unit_and_dimension() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    words = {word for code in re.findall(r"`([^`\n]+)`", text) for word in code.split()}
    assert (set(table()) | dimensions()) - words == set()


def test_the_reference_names_every_keyword_and_every_oddity() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    keywords = text.partition("## Every keyword\n")[2].partition("\n## ")[0]
    assert set(tables().keywords) - set(re.findall(r"`(\w+)`", keywords)) == set()
    assert re.findall(r"^\| `(L\d+)`", text, re.M) == sorted(each.code for each in LINTS)
