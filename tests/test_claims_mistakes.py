"""Every mistake is told by itself, at its place, with a remedy that works; rules/mistakes.md shows them all."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from itertools import groupby

import pytest
from typer.testing import CliRunner

from sverka.claims import parse_claims
from sverka.claims.catalogue import CATALOGUE
from sverka.cli import app
from sverka.model.problem import Problem
from sverka.report.text import to_problem_text
from test_claims_spec import CASES, REFERENCE, Case

PAGE = REFERENCE.with_name("mistakes.md")
WRONG = [case for case in CASES if case.is_wrong and case.page.stem == "claims-mistakes"]
FILE = "a.claims"
# More than any line of the page has.
MOST = 10
HEAD = """\
# The mistakes of claims files

What sverka says of each mistake that is known, and what becomes of the line once the remedy is taken, where sverka can
put it there itself (an editor offers it as a quick fix). The words that the mistake is shown at are in bold.
`sverka explain C211` tells more about one.

This page is made of tests/spec/claims-mistakes.md, and compared with it, by the tests:
`SVERKA_UPDATE=1 pytest tests/test_claims_mistakes.py` writes it anew.
"""
COLUMNS = """\
| line | place | code | mistake | remedy | with it |
| --- | --- | --- | --- | --- | --- |
"""


def _problems(sources: dict[str, str]) -> tuple[Problem, ...]:
    return parse_claims(sources)[1]


def mended(sources: dict[str, str], problem: Problem) -> dict[str, str]:
    """The files with the remedy of one mistake taken."""
    assert problem.mend is not None
    lines = sources[problem.file].split("\n")
    line, at = lines[problem.line - 1], problem.column - 1
    lines[problem.line - 1] = line[:at] + problem.mend + line[at + problem.width :]
    return {**sources, problem.file: "\n".join(lines)}


def _all_mended(sources: dict[str, str]) -> dict[str, str]:
    """The files with every remedy taken that can be, one behind the other."""
    for _ in range(MOST):
        found = next((problem for problem in _problems(sources) if problem.mend is not None), None)
        if found is None:
            return sources
        sources = mended(sources, found)
    raise AssertionError(f"the remedies never end: {sources}")


@pytest.mark.parametrize("case", WRONG, ids=[case.name for case in WRONG])
def test_a_remedy_that_is_put_in_place_mends_its_mistake(case: Case) -> None:
    """The mistake is gone, nothing elsewhere goes wrong for it, and in the end nothing is left that could be mended."""
    before = _problems(case.sources)
    for problem in before:
        if problem.mend is None:
            continue
        after = _problems(mended(case.sources, problem))
        assert problem not in after, problem
        others = [(each.line, each.code) for each in before if each.line != problem.line]
        assert [(each.line, each.code) for each in after if each.line != problem.line] == others
    left = _problems(_all_mended(case.sources))
    assert len(left) <= len(before)
    if all(problem.mend is not None for problem in before):
        assert not left or {each.line for each in left} <= {each.line for each in before}


def test_most_mistakes_can_be_mended_where_they_stand() -> None:
    """Of those that are left to their writer, sverka does not know what was meant."""
    problems = [problem for case in WRONG for problem in _problems(case.sources)]
    assert sum(problem.mend is not None for problem in problems) * 2 > len(problems)


def test_no_mistake_hides_another() -> None:
    """The statements of the whole page in one file: each is told what it is told alone."""
    expected: list[tuple[int, int, str]] = []
    lines: list[str] = []
    for case in WRONG:
        text = case.sources[FILE].rstrip("\n")
        if len(case.sources) > 1 or text[0].isspace() or text.startswith(("#", "sverka", "version")):
            continue  # these are told otherwise with a line above them
        expected += [
            (len(lines) + each.line, each.column, each.code) for each in _problems(case.sources) if each.code < "C3"
        ]
        lines += text.split("\n")
    found = [(each.line, each.column, each.code) for each in _problems({FILE: "\n".join(lines)}) if each.code < "C3"]
    assert len(expected) > 300
    assert found == expected


def test_every_mistake_has_its_place_and_a_remedy() -> None:
    for case in WRONG:
        for problem in _problems(case.sources):
            assert problem.line and problem.column and problem.width and problem.remedy and problem.source_line
            assert problem.column - 1 + problem.width <= max(len(problem.source_line), problem.column), problem


@pytest.mark.parametrize(
    ("line", "caret"),
    [
        ("中欧班列 开行量 2024 = 4,5 列", 23),
        ("Ка\u0301спий объём 2024 = 4,5 t", 20),
        ("ТМТМ объём 2024 = 4,5 t", 18),
        ("TITR\tvolume 2024 = 4,5 t", 19),
    ],
)
def test_the_caret_stands_below_the_words_whatever_their_width(line: str, caret: int) -> None:
    """Wide letters take two places of a terminal and combining ones none."""
    _, below = to_problem_text(_problems({FILE: line})).split("\n")[1:3]
    assert below.index("^") - below.index("| ") - 2 == caret
    assert below.count("^") == 3


@pytest.mark.parametrize("code", [code for code, mistake in CATALOGUE.items() if mistake.example])
def test_the_page_of_a_code_shows_its_example(code: str) -> None:
    shown = CliRunner().invoke(app, ["explain", code])
    assert shown.exit_code == 0
    assert f"error[{code}]" in shown.output and "^" in shown.output and "hint: " in shown.output


def _row(case: Case, problem: Problem) -> str:
    start, end = problem.column - 1, problem.column - 1 + problem.width
    line = problem.source_line
    shown = f"{_code(line[:start])}<b>{_code(line[start:end]) or '&nbsp;'}</b>{_code(line[end:])}"
    becomes = ""
    if problem.mend is not None:
        changed = mended(case.sources, problem)[problem.file].split("\n")[problem.line - 1]
        becomes = f"<code>{_code(changed)}</code>"
    place = f"{problem.line}:{problem.column}"
    cells = (f"<code>{shown}</code>", place, problem.code, _code(problem.message), _code(problem.remedy), becomes)
    return f"| {' | '.join(cells)} |"


def _code(words: str) -> str:
    """Words within `<code>`, with what would be taken for Markdown or be lost made to show."""
    for space in ("\t", "\u00a0", "\u2009"):
        words = words.replace(space, " ")
    words = re.sub(r"[\u200b\u00ad\u2060]", "", words)
    return re.sub(r"([|*_`\[\]~\\])", lambda match: f"&#{ord(match[0])};", html.escape(words, quote=False))


def _page() -> Iterator[str]:
    yield HEAD
    for title, cases in groupby(WRONG, key=lambda case: case.name.rpartition(" ")[0]):
        yield f"\n## {title}\n\n{COLUMNS}"
        for case in cases:
            yield from (f"{_row(case, problem)}\n" for problem in _problems(case.sources))


def test_the_page_of_mistakes_shows_what_is_said() -> None:
    page = "".join(_page())
    if os.environ.get("SVERKA_UPDATE"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page, "run SVERKA_UPDATE=1 pytest tests/test_claims_mistakes.py"
