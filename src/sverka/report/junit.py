"""The report as JUnit XML: a suite for each document, a case for each figure that states something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sverka.model.finding import CheckedDocument, Fate, Finding, UncheckedDocument
from sverka.model.problem import Problem
from sverka.report.content import Report, count, count_all
from sverka.report.escape import escape
from sverka.report.lines import LineIndex
from sverka.report.words import headline

# What HTML can carry and XML 1.0 cannot.
_NOT_XML = re.compile("[\ufffe\uffff]")


def to_junit(report: Report) -> str:
    """Conflicts fail, unsupported figures are skipped, unreadable documents and problems are errors.

    A conflict that its claim lowers to a warning passes, and says so in its output.
    """
    counts = count_all(report)
    troubles = len(report.unchecked) + len(report.problems)
    failures = sum(map(_failures, report.checked))
    head = f'<testsuites name="sverka" tests="{counts.stated + troubles}" failures="{failures}" errors="{troubles}">'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', head]
    for each in report.documents:
        lines += _suite(each) if isinstance(each, CheckedDocument) else _unread(each)
    if report.problems:
        lines += _errors("sverka", report.problems)
    return "\n".join([*lines, "</testsuites>", ""])


def _failures(checked: CheckedDocument) -> int:
    return sum(finding.fate is Fate.CONFLICT and not finding.warning for finding in checked.findings)


def _suite(checked: CheckedDocument) -> Iterator[str]:
    counts, path = count(checked.findings), _safe(checked.document.path)
    yield (
        f'  <testsuite name="{path}" tests="{counts.stated}" failures="{_failures(checked)}" errors="0"'
        f' skipped="{counts.unsupported}">'
    )
    index = LineIndex(checked.document.text)
    for finding in checked.findings:
        if finding.fate is not Fate.IGNORED:
            yield from _case(path, finding, index)
    yield "  </testsuite>"


def _case(path: str, finding: Finding, index: LineIndex) -> Iterator[str]:
    line, column = index.position(finding.figure.span.start)
    name = f"{line}:{column} {_safe(finding.figure.text)}"
    opening = f'    <testcase classname="{path}" name="{name}" file="{path}" line="{line}"'
    inner = _outcome(finding)
    if inner:
        yield f"{opening}>"
        yield f"      {inner}"
        yield "    </testcase>"
    else:
        yield f"{opening}/>"


def _outcome(finding: Finding) -> str:
    message, kind = _safe(finding.message), _safe(headline(finding))
    if finding.warning:
        return f"<system-out>warning: {kind}: {message}</system-out>"
    if finding.fate is Fate.CONFLICT:
        return f'<failure type="{kind}" message="{message}">{_safe(_details(finding))}</failure>'
    return f'<skipped message="{message}"/>' if finding.fate is Fate.UNSUPPORTED else ""


def _details(finding: Finding) -> str:
    claim = finding.assertion
    known = f"claim {claim.place.file}:{claim.place.line}: {claim.text}" if claim else ""
    return ". ".join(each for each in (known, f"Write “{finding.suggestion}”" if finding.suggestion else "") if each)


def _unread(unchecked: UncheckedDocument) -> Iterator[str]:
    return _errors(unchecked.path, (unchecked.problem,))


def _errors(name: str, problems: tuple[Problem, ...]) -> Iterator[str]:
    number = len(problems)
    yield f'  <testsuite name="{_safe(name)}" tests="{number}" failures="0" errors="{number}" skipped="0">'
    for problem in problems:
        place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
        yield f'    <testcase classname="{_safe(problem.file)}" name="{_safe(place)}">'
        kind, message, remedy = map(_safe, (problem.code, problem.message, problem.remedy))
        yield f'      <error type="{kind}" message="{message}">{remedy}</error>'
        yield "    </testcase>"
    yield "  </testsuite>"


def _safe(text: str) -> str:
    """Text for an attribute or the content of an element; line breaks stay what they are."""
    shown = _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", escape(text))
    return shown.replace("\n", "&#10;").replace("\t", "&#9;")
