"""The report on a terminal and in continuous integration."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.model.document import Document
from sverka.model.finding import Cause, CheckedDocument, Fate, Finding
from sverka.model.problem import Problem
from sverka.model.span import Span
from sverka.report import Report, to_github, to_junit, to_markdown, to_problem_text, to_sarif, to_text
from sverka.report.cells import clean, cut, excerpt, width_of
from test_report_json import read
from test_report_sample import document_of, figure_of, sample_report

NASTY = "5\x1b[31m\u202e млн & <b> %0A ::error:: \u0301 日本\x00"


def conflict_report(text: str, span: Span, path: str = "a.txt", **fields: object) -> Report:
    document: Document = document_of(path, text)
    figure = figure_of(document, span, ("5",), None, "t")
    finding = Finding(figure, Fate.CONFLICT, "rule", "wrong", code=Cause.VALUE, **fields)  # type: ignore[arg-type]
    return replace(sample_report(), documents=(CheckedDocument(document, (finding,)),), problems=())


def caret_of(report: Report, width: int = 100) -> tuple[str, str]:
    """The line of text and the line of carets below it, from the bar on."""
    lines = to_text(report, width=width).splitlines()
    at = next(number for number, line in enumerate(lines) if "^" in line)
    return lines[at - 1].partition("| ")[2], lines[at].partition("| ")[2]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("вырос на 5 тонн за год", "5 тонн"),
        ("日本は 5 万トン です", "5 万トン"),
        ("e\u0301te\u0301 5 тонн", "5 тонн"),
        ("\tс табуляцией 5 тонн", "5 тонн"),
        ("слово " * 60 + "5 тонн" + " слово" * 60, "5 тонн"),
        ("5 тонн" + " слово" * 60, "5 тонн"),
        ("слово " * 60 + "5 тонн", "5 тонн"),
    ],
)
def test_the_carets_stand_under_the_figure(text: str, figure: str) -> None:
    start = text.index(figure)
    line, carets = caret_of(conflict_report(text, Span(start, start + len(figure))))
    assert width_of(carets) - carets.count("^") == width_of(line[: line.index(figure)])
    assert carets.count("^") == width_of(figure)
    assert width_of(line) <= 95


def test_a_figure_over_two_lines_is_shown_to_the_end_of_the_first() -> None:
    line, carets = caret_of(conflict_report("вырос на 5\nтонн", Span(9, 15)))
    assert (line, carets) == ("вырос на 5", " " * 9 + "^")


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 10), st.integers(3, 40))
def test_an_excerpt_fits_and_points_at_its_words(text: str, start: int, length: int, room: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    shown, before, wide = excerpt(text, (0, len(text)), (start, end), room)
    assert width_of(shown) <= room
    assert before + wide <= room
    assert "\n" not in shown and "\x1b" not in shown


def test_what_is_cut_says_so() -> None:
    assert cut("abcdef", 4) == "abc…"
    assert cut("abcd", 4) == "abcd"
    assert excerpt("abcdefghij", (0, 10), (4, 6), 6) == ("…defg…", 2, 2)


def test_plain_text_has_no_escapes_and_colour_adds_only_escapes() -> None:
    plain, coloured = (to_text(sample_report(), colour=colour) for colour in (False, True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


def test_no_text_of_a_document_steers_the_terminal() -> None:
    report = conflict_report(NASTY, Span(0, len(NASTY)), path="a\x1b.txt", suggestion=NASTY)
    written = to_text(report)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202a-\u202e]", written)
    assert "␛[31m" in written


def test_agreeing_figures_are_counted_and_shown_on_request() -> None:
    brief, verbose = to_text(sample_report()), to_text(sample_report(), verbose=True)
    assert "agree[exact]" not in brief
    assert verbose.count("agree[exact]") == 3
    assert verbose.count("ignored[") == 7
    assert "5 conflict, 5 unsupported, 5 agree, 7 ignored" in brief.splitlines()[-1]


def test_conflicts_come_first_in_the_order_of_the_text() -> None:
    heads = re.findall(r"^seeds/port\.txt:(\d+):(\d+): (\w+).*?(\(warning\))?", to_text(sample_report()), re.MULTILINE)
    order = [fate for *_, fate, _ in heads]
    assert order == ["conflict"] * 5 + ["agree"] + ["unsupported"] * 5
    places = [(int(line), int(column)) for line, column, *_ in heads[:4]]
    assert places == sorted(places)


def test_a_problem_shows_its_line_and_what_would_have_worked() -> None:
    problem = Problem("a.claims", 3, 5, "unknown-unit", "unknown unit", "did you mean Mt?", 3, "x = 4 Mtt")
    assert to_problem_text((problem,)).splitlines() == [
        "a.claims:3:5: error[unknown-unit]: unknown unit",
        "  3 | x = 4 Mtt",
        "    |     ^^^",
        "  hint: did you mean Mt?",
    ]


def test_a_finding_is_one_line_for_github_whatever_it_says() -> None:
    report = conflict_report(NASTY + "\n", Span(0, len(NASTY)), path="a,b:c.txt", suggestion="x\ny")
    (line,) = to_github(report).splitlines()
    assert line.startswith("::error file=a%2Cb%3Ac.txt,line=1,endLine=1,col=1,")
    assert "%250A" in line and "\x1b" not in line


def test_a_row_of_markdown_stays_a_row() -> None:
    report = conflict_report("5 | *a*\n<b>", Span(0, 11))
    row = next(line for line in to_markdown(report).splitlines() if line.startswith("| ✕"))
    assert r"**5 \| \*a\* \<b\>**" in row
    assert len(re.findall(r"(?<!\\)\|", row)) == 7


def test_junit_is_well_formed_and_counts_what_it_holds() -> None:
    for report in (sample_report(), conflict_report(NASTY + "\ufffe", Span(0, len(NASTY)))):
        root = ElementTree.fromstring(to_junit(report).encode())
        assert int(root.attrib["tests"]) == len(root.findall(".//testcase"))
        assert int(root.attrib["failures"]) == len(root.findall(".//failure"))
        assert int(root.attrib["errors"]) == len(root.findall(".//error"))


def test_sarif_counts_in_code_points_and_every_rule_has_help() -> None:
    (run,) = read(to_sarif(sample_report()))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in run["tool"]["driver"]["rules"])
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]].count("error") == 4
    assert not run["invocations"][0]["executionSuccessful"]


def test_a_sarif_fingerprint_stays_when_lines_move_and_tells_likes_apart() -> None:
    def prints(text: str, spans: list[Span]) -> list[str]:
        document = document_of("a.txt", text)
        figures = [figure_of(document, span, ("5",), None, "t") for span in spans]
        found = tuple(Finding(figure, Fate.CONFLICT, "rule", "wrong", code=Cause.VALUE) for figure in figures)
        report = replace(sample_report(), documents=(CheckedDocument(document, found),))
        return [each["partialFingerprints"]["figure/v1"] for each in read(to_sarif(report))["runs"][0]["results"]]

    there = prints("было 5 тонн\n\nбыло 5 тонн", [Span(5, 11), Span(18, 24)])
    moved = prints("Ещё\n\nбыло 5 тонн\n\nбыло 5 тонн", [Span(10, 16), Span(23, 29)])
    assert there == moved
    assert len(set(there)) == 2


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_cleaning_keeps_the_length(text: str) -> None:
    assert len(clean(text)) == len(text)
