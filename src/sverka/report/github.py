"""One line a finding, as GitHub's workflow commands; other systems read them as plain lines."""

from __future__ import annotations

from sverka.model.finding import CheckedDocument, Fate, Finding
from sverka.model.problem import Problem
from sverka.report.cells import clean
from sverka.report.content import Report
from sverka.report.lines import LineIndex
from sverka.report.words import by_urgency, headline, severity

_COMMANDS = {"error": "error", "warning": "warning", "unsupported": "notice", "agree": "notice", "ignored": "notice"}


def to_github(report: Report) -> str:
    """An annotation for every conflict, warning and unsupported figure, and for everything that kept us from checking.

    GitHub shows ten annotations of a kind for a step: of each document, the most urgent come first.
    """
    lines: list[str] = []
    for each in report.documents:
        if isinstance(each, CheckedDocument):
            index = LineIndex(each.document.text)
            lines += [_annotation(each, finding, index) for finding in by_urgency(each.findings)]
        else:
            lines.append(_problem(each.problem))
    lines += map(_problem, report.problems)
    return "".join(f"{line}\n" for line in lines)


def _annotation(checked: CheckedDocument, finding: Finding, index: LineIndex) -> str:
    (line, column), (end_line, end_column) = map(
        index.position, (finding.figure.span.start, max(finding.figure.span.start, finding.figure.span.end - 1))
    )
    fields = {"file": checked.document.path, "line": str(line), "endLine": str(end_line), "col": str(column)}
    # GitHub ignores columns of an annotation over several lines, and rejects an end before the start.
    if line == end_line:
        fields["endColumn"] = str(end_column)
    fields["title"] = headline(finding)
    return _command(_COMMANDS[severity(finding)], fields, f"{finding.figure.text}: {finding.message}{_tail(finding)}")


def _tail(finding: Finding) -> str:
    claim = finding.assertion
    known = f" (claim {claim.place.file}:{claim.place.line}: {claim.text})" if claim else ""
    hint = f" Write “{finding.suggestion}”." if finding.suggestion and finding.fate is Fate.CONFLICT else ""
    return known + hint


def _problem(problem: Problem) -> str:
    fields = {"file": problem.file}
    if problem.line:
        fields |= {"line": str(problem.line), "col": str(problem.column)}
    message = f"{problem.message} ({problem.remedy})" if problem.remedy else problem.message
    return _command("error", fields | {"title": problem.code}, message)


def _command(command: str, fields: dict[str, str], message: str) -> str:
    properties = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
    return f"::{command} {properties}::{_data(clean(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(clean(text)).replace(":", "%3A").replace(",", "%2C")
