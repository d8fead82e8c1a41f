"""The report as GitHub-flavoured Markdown, for a pull request or a chat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sverka.model.finding import CheckedDocument, Fate, Finding
from sverka.model.problem import Problem
from sverka.report.content import Counts, Report, count, count_all
from sverka.report.escape import visible
from sverka.report.lines import LineIndex
from sverka.report.words import URGENCY, by_urgency, headline, tally

_SPECIAL = re.compile(r"([\\`*_\[\]#!|<>~&@$])")
_SIGNS = {Fate.CONFLICT: "✕", Fate.UNSUPPORTED: "?", Fate.AGREE: "✓", Fate.IGNORED: "–"}


def to_markdown(report: Report) -> str:
    """A summary, and for each document a table of what needs attention, most urgent first."""
    counts = count_all(report)
    lines = [f"# Figures checked: {tally(counts)}", "", *_coverage(counts)]
    troubles = [*(each.problem for each in report.unchecked), *report.problems]
    if troubles:
        lines += ["## Not everything could be checked", "", *map(_problem, troubles), ""]
    if len(report.checked) > 1:
        lines += [*_overview(report), ""]
    for each in report.checked:
        lines += _document(each)
    return "\n".join(lines).rstrip("\n") + "\n"


def _coverage(counts: Counts) -> Iterator[str]:
    if counts.coverage is not None:
        covered = counts.agree + counts.conflict
        yield (
            f"Claims cover {covered} of {counts.stated} figures that state something checkable"
            f" ({round(counts.coverage * 100)} %)."
        )
        yield ""


def _overview(report: Report) -> Iterator[str]:
    yield f"| document | {' | '.join(URGENCY)} |"
    yield f"| --- |{' ---: |' * len(URGENCY)}"
    for each in report.checked:
        counts = count(each.findings)
        yield f"| {_plain(each.document.path)} | {' | '.join(str(counts.of(fate)) for fate in URGENCY)} |"


def _document(checked: CheckedDocument) -> Iterator[str]:
    findings = by_urgency(checked.findings)
    if not findings:
        return
    index = LineIndex(checked.document.text)
    yield f"## {_plain(checked.document.path)}"
    yield ""
    yield "| | line | figure | finding | claim | write |"
    yield "| --- | ---: | --- | --- | --- | --- |"
    for finding in findings:
        yield _row(finding, index)
    yield ""


def _row(finding: Finding, index: LineIndex) -> str:
    line, column = index.position(finding.figure.span.start)
    claim = finding.assertion
    known = f"{_plain(claim.text)} ({_plain(claim.place.file)}:{claim.place.line})" if claim else ""
    cells = (
        _SIGNS[finding.fate],
        f"{line}:{column}",
        f"**{_plain(finding.figure.text)}**",
        f"{_plain(headline(finding))}{', warning' if finding.warning else ''}: {_plain(finding.message)}",
        known,
        _plain(finding.suggestion or ""),
    )
    return f"| {' | '.join(cells)} |"


def _problem(problem: Problem) -> str:
    place = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    remedy = f" ({_plain(problem.remedy)})" if problem.remedy else ""
    return f"- {_plain(place)}: {_plain(problem.message)}{remedy}"


def _plain(text: str) -> str:
    """Text that Markdown shows as it is, on one line: a table's row ends at a line break."""
    return _SPECIAL.sub(r"\\\1", " ".join(visible(text).split()))
