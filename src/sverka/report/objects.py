"""The objects of report.json: plain dictionaries whose numbers are exact fractions."""

from __future__ import annotations

from typing import Any

from sverka.model.claim import Assertion, ClaimSet, Source
from sverka.model.document import Document
from sverka.model.figure import Figure
from sverka.model.finding import Evidence, Finding
from sverka.model.interval import Interval
from sverka.model.period import Period
from sverka.model.problem import Problem
from sverka.model.quantity import Kind
from sverka.report.lines import LineIndex

Object = dict[str, Any]


def figure_object(document: Document, figure: Figure, *, lines: LineIndex | None = None) -> Object:
    """A figure as `sverka extract` prints it: its place and its meaning, without a fate.

    Whoever prints many figures of one document passes its `lines`, which cost a pass over the text.
    """
    return {"path": document.path, **_place(figure, lines or LineIndex(document.text)), **_meaning(figure)}


def finding_object(finding: Finding, claims: ClaimSet, lines: LineIndex) -> Object:
    """A figure with its fate and all that explains it."""
    figure, assertion = finding.figure, finding.assertion
    return {
        **_place(figure, lines),
        **_meaning(figure),
        "fate": finding.fate,
        "grade": finding.grade,
        "reason": finding.reason,
        "code": finding.code,
        "claim": claim_object(assertion, claims) if assertion else None,
        "evidence": [evidence_object(each) for each in finding.evidence],
        "message": finding.message,
        "suggestion": finding.suggestion,
        "derived": bool(assertion and assertion.derived),
        "warning": finding.warning,
        "comparison": finding.comparison,
        "power": finding.power,
        "rule": finding.rule,
    }


def _place(figure: Figure, lines: LineIndex) -> Object:
    line, column = lines.position(figure.span.start)
    return {
        "start": figure.span.start,
        "end": figure.span.end,
        "line": line,
        "column": column,
        "text": figure.text,
    }


def _meaning(figure: Figure) -> Object:
    return {
        "kind": figure.kind,
        "values": list(figure.values),
        **interval_object(figure.interval if figure.values else None),
        "unit": figure.unit,
        "hedge": figure.hedge,
        "period": period_object(period_of(figure)),
        "status": figure.status,
        "ends": [interval_object(each) for each in figure.ends],
        "against": period_object(figure.against),
        "direction": _direction(figure),
        "read_by": figure.rule,
        "why": figure.why,
    }


def period_of(figure: Figure) -> Period | None:
    """The days that a date or a period names; of any other figure the period that governs it."""
    if figure.kind in (Kind.DATE, Kind.PERIOD):
        return figure.days
    return figure.when.period if figure.when else None


def _direction(figure: Figure) -> str | None:
    """Whether a change goes up or down; a multiple goes up from one."""
    if figure.kind is not Kind.CHANGE or not figure.values:
        return None
    still = 1 if figure.unit == "x" else 0
    value = figure.values[0]
    return "up" if value > still else "down" if value < still else "level"


def interval_object(interval: Interval | None) -> Object:
    """The four fields of an interval; both ends open where there is none."""
    if interval is None:
        return {"low": None, "high": None, "low_closed": False, "high_closed": False}
    return {
        "low": interval.low,
        "high": interval.high,
        "low_closed": interval.low_closed,
        "high_closed": interval.high_closed,
    }


def period_object(period: Period | None) -> Object | None:
    """The first and the last day, both included."""
    return {"start": period.start, "end": period.end} if period else None


def claim_object(assertion: Assertion, claims: ClaimSet) -> Object:
    """The claim that a finding rests on, with what is needed to look it up and to compare by hand."""
    source = claims.sources.get(assertion.source or "")
    return {
        "id": assertion.id,
        "file": assertion.place.file,
        "line": assertion.place.line,
        "text": assertion.text,
        "column": assertion.place.column,
        "derived": assertion.derived,
        "values": list(assertion.values),
        **bounds_object(assertion),
        "unit": assertion.unit,
        "period": period_object(assertion.period),
        "source": source_object(source) if source else None,
    }


def bounds_object(assertion: Assertion) -> Object:
    """What an assertion lets be true; of a date its first and last day."""
    if assertion.days is None:
        return interval_object(assertion.interval)
    return {"low": assertion.days.start, "high": assertion.days.end, "low_closed": True, "high_closed": True}


def source_object(source: Source) -> Object:
    """Where a claim comes from."""
    return {"id": source.id, "title": source.title, "date": source.date, "address": source.address}


def evidence_object(evidence: Evidence) -> Object:
    """What a span of the text showed, how near it stands to the figure, and by which rule."""
    return {
        "role": evidence.role,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "scope": evidence.scope,
        "how": evidence.how,
        "path": evidence.elsewhere.path if evidence.elsewhere else None,
    }


def problem_object(problem: Problem) -> Object:
    """Something wrong with our input."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "message": problem.message,
        "remedy": problem.remedy,
    }
