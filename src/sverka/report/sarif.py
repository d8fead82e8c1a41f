"""The report as SARIF 2.1.0, for code hosts and editors."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from sverka.model.finding import Cause, CheckedDocument, Fate, Finding
from sverka.model.problem import Problem
from sverka.model.span import Place, Span
from sverka.report.content import Report, count_all
from sverka.report.json import summary_object
from sverka.report.jsontext import write
from sverka.report.lines import LineIndex
from sverka.report.words import CAUSES, FATES, by_urgency

Object = dict[str, Any]
_LEVELS = {Fate.CONFLICT: "error", Fate.UNSUPPORTED: "note", Fate.AGREE: "note", Fate.IGNORED: "none"}
_UNSUPPORTED, _DOUBTFUL = "unsupported", "agree-doubtful"
# So much of the text before a figure tells it from its likes; less would move with its neighbours, more with edits.
_NEAR = 40


def to_sarif(report: Report) -> str:
    """Every conflict, warning and unsupported figure as a result; what agrees and what is ignored is only counted."""
    rules = list(_rules())
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    return write(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": {"name": "sverka", "version": report.version, "rules": rules}},
                    "columnKind": "unicodeCodePoints",
                    "artifacts": [_artifact(each) for each in report.checked],
                    "invocations": [_invocation(report)],
                    "results": [
                        result for number, each in enumerate(report.checked) for result in _results(each, number, index)
                    ],
                    "properties": {"summary": summary_object(count_all(report))},
                }
            ],
        }
    )


def _rules() -> Iterator[Object]:
    for cause, words in CAUSES.items():
        yield _rule(f"conflict-{cause}", cause, f"Conflict: {words}.", FATES[Fate.CONFLICT], "error")
    yield _rule(_UNSUPPORTED, "unsupported", "No claim covers the figure.", FATES[Fate.UNSUPPORTED], "note")
    yield _rule(_DOUBTFUL, "agree", "The figure agrees, with a warning.", FATES[Fate.AGREE], "note")


def _rule(identifier: str, code: str, short: str, full: str, level: str) -> Object:
    help_text = f"{short} {full} `sverka explain {code}` says more, with an example."
    return {
        "id": identifier,
        "shortDescription": {"text": short},
        "fullDescription": {"text": full},
        "help": {"text": help_text.replace("`", ""), "markdown": help_text},
        "defaultConfiguration": {"level": level},
    }


def rule_id(finding: Finding) -> str:
    """The rule of a result: the conflict's cause, `unsupported`, or `agree-doubtful`."""
    if finding.fate is Fate.CONFLICT:
        return f"conflict-{finding.code or Cause.VALUE}"
    return _UNSUPPORTED if finding.fate is Fate.UNSUPPORTED else _DOUBTFUL


def _results(checked: CheckedDocument, artifact: int, rules: dict[str, int]) -> Iterator[Object]:
    lines, seen = LineIndex(checked.document.text), dict[str, int]()
    where = {"uri": _uri(checked.document.path), "index": artifact}
    for finding in sorted(by_urgency(checked.findings), key=lambda each: each.figure.span):
        rule = rule_id(finding)
        stable = {"partialFingerprints": {"figure/v1": _fingerprint(checked, finding, seen)}}
        yield {"ruleId": rule, "ruleIndex": rules[rule], **_result(finding, where, lines), **stable}


def _result(finding: Finding, where: Object, lines: LineIndex) -> Object:
    region = _region(finding.figure.span, lines)
    located = {"artifactLocation": where, "region": {**region, "snippet": {"text": finding.figure.text}}}
    result: Object = {
        "level": "warning" if finding.warning and finding.fate is Fate.CONFLICT else _LEVELS[finding.fate],
        "message": {"text": f"{finding.figure.text}: {finding.message}"},
        "locations": [{"physicalLocation": located}],
    }
    related = _related(finding, where, lines)
    if related:
        result["relatedLocations"] = related
    if finding.suggestion:
        replacement = {"deletedRegion": region, "insertedContent": {"text": finding.suggestion}}
        change = {"artifactLocation": where, "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": f"Write “{finding.suggestion}”"}, "artifactChanges": [change]}]
    return result


def _related(finding: Finding, where: Object, lines: LineIndex) -> list[Object]:
    """The claim, then the evidence."""
    locations = [_claim_location(finding.assertion.place, finding.assertion.text)] if finding.assertion else []
    for each in finding.evidence:
        physical = {"artifactLocation": where, "region": _region(each.span, lines)}
        if each.elsewhere is not None:
            there = {"startLine": each.elsewhere.line, "startColumn": each.elsewhere.column}
            physical = {"artifactLocation": {"uri": _uri(each.elsewhere.path)}, "region": there}
        locations.append({"physicalLocation": physical, "message": {"text": f"{each.role}, {each.scope}"}})
    return [{"id": number, **location} for number, location in enumerate(locations)]


def _claim_location(place: Place, text: str) -> Object:
    region = {"startLine": place.line, "startColumn": place.column}
    physical = {"artifactLocation": {"uri": _uri(place.file)}, "region": region}
    return {"physicalLocation": physical, "message": {"text": f"claim: {text}"}}


def _region(span: Span, lines: LineIndex) -> Object:
    (line, column), (end_line, end_column) = lines.position(span.start), lines.position(span.end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _fingerprint(checked: CheckedDocument, finding: Finding, seen: dict[str, int]) -> str:
    """The same for the same finding after lines have moved: made of words and of the claim, never of positions."""
    span, text = finding.figure.span, checked.document.text
    near = " ".join(text[max(0, span.start - _NEAR) : span.start].rpartition("\n")[2].split())
    claim = finding.assertion.id if finding.assertion else ""
    key = "\0".join((checked.document.path, rule_id(finding), claim, near, finding.figure.text))
    seen[key] = seen.get(key, 0) + 1
    return hashlib.sha256(f"{key}\0{seen[key]}".encode(errors="surrogatepass")).hexdigest()[:32]


def _artifact(checked: CheckedDocument) -> Object:
    document = checked.document
    return {
        "location": {"uri": _uri(document.path)},
        "hashes": {"sha-256": document.sha256},
        "encoding": document.encoding,
    }


def _invocation(report: Report) -> Object:
    unread = [each.problem for each in report.unchecked]
    return {
        "executionSuccessful": not unread and not report.problems,
        "toolExecutionNotifications": _notifications(unread),
        "toolConfigurationNotifications": _notifications(report.problems),
    }


def _notifications(problems: Sequence[Problem]) -> list[Object]:
    return [
        {
            "level": "error",
            "message": {"text": f"{problem.message} ({problem.remedy})" if problem.remedy else problem.message},
            "descriptor": {"id": problem.code},
            "locations": [{"physicalLocation": _problem_location(problem)}],
        }
        for problem in problems
    ]


def _problem_location(problem: Problem) -> Object:
    where: Object = {"artifactLocation": {"uri": _uri(problem.file)}}
    if problem.line:
        where["region"] = {"startLine": problem.line, "startColumn": max(1, problem.column)}
    return where


def _uri(path: str) -> str:
    return quote(path.replace("\\", "/"), safe="/-._~", errors="replace")
