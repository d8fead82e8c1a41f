"""report.json, and the same objects one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sverka.model.claim import Assertion, ClaimSet
from sverka.model.finding import CheckedDocument, UncheckedDocument
from sverka.report.content import Counts, Extracted, Report, count, count_all
from sverka.report.jsontext import write, write_line
from sverka.report.lines import LineIndex
from sverka.report.objects import (
    Object,
    bounds_object,
    figure_object,
    finding_object,
    period_object,
    problem_object,
)

SCHEMA_VERSION = "1"


def to_json(report: Report) -> str:
    """The whole report as JSON that is valid against `schema()`."""
    return write(report_object(report))


def schema() -> str:
    """The JSON Schema of report.json, as published with the package."""
    from importlib import resources

    return resources.files(__package__).joinpath("report.schema.json").read_text(encoding="utf-8")


def report_object(report: Report) -> Object:
    """The report as plain dictionaries and lists, numbers as exact fractions."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "sverka", "version": report.version},
        "claims": _claims_object(report.claims),
        "precision": {
            "round_cap": report.precision.round_cap,
            "about": report.precision.about,
            "almost": report.precision.almost,
        },
        "documents": [
            _checked_object(each, report.claims) if isinstance(each, CheckedDocument) else _unchecked_object(each)
            for each in report.documents
        ],
        "summary": summary_object(count_all(report)),
        "problems": [problem_object(each) for each in report.problems],
    }


def summary_object(counts: Counts) -> Object:
    """The number of figures of each fate."""
    return {
        "agree": counts.agree,
        "conflict": counts.conflict,
        "unsupported": counts.unsupported,
        "ignored": counts.ignored,
    }


def _claims_object(claims: ClaimSet) -> Object:
    files = [{"path": each.path, "sha256": each.sha256} for each in claims.files]
    return {"files": files, "assertions": len(claims.assertions)}


def _checked_object(checked: CheckedDocument, claims: ClaimSet) -> Object:
    document = checked.document
    lines = LineIndex(document.text)
    return {
        "path": document.path,
        "sha256": document.sha256,
        "status": "checked",
        "language": document.language,
        "date": document.date.written if document.date else None,
        "date_from": document.date.source if document.date else None,
        "title": document.title,
        "encoding": document.encoding,
        "notes": list(document.notes),
        "figures": [finding_object(each, claims, lines) for each in checked.findings],
        "summary": summary_object(count(checked.findings)),
    }


def _unchecked_object(unchecked: UncheckedDocument) -> Object:
    return {
        "path": unchecked.path,
        "status": "unreadable",
        "problem": problem_object(unchecked.problem),
        "figures": [],
        "summary": summary_object(Counts()),
    }


def to_jsonl(extracts: Iterable[Extracted]) -> str:
    """Every figure as one line of JSON, in the order of the documents given."""
    return "".join(write_line(each) for extracted in extracts for each in _figures(extracted))


def _figures(extracted: Extracted) -> Iterator[Object]:
    lines = LineIndex(extracted.document.text)
    for figure in extracted.figures:
        fields = figure_object(extracted.document, figure, lines=lines)
        if extracted.line_number is not None:
            fields = {"path": fields.pop("path"), "line_number": extracted.line_number, **fields}
        yield fields


def to_claims_json(claims: ClaimSet) -> str:
    """The normalised assertions as one JSON array, in the order of the set."""
    return write([assertion_object(each, claims) for each in claims.assertions])


def assertion_object(assertion: Assertion, claims: ClaimSet) -> Object:
    """One normalised assertion of a set, as `sverka claims` prints it."""
    subject_of, metric_of = claims.wholes_of(assertion)
    return {
        "id": assertion.id,
        "subject": assertion.subject,
        "metric": assertion.metric,
        "status": assertion.status,
        "period": period_object(assertion.period),
        "kind": assertion.kind,
        "relation": assertion.relation,
        "values": list(assertion.values),
        **bounds_object(assertion),
        "unit": assertion.unit,
        "against": period_object(assertion.against),
        "derived": assertion.derived,
        "source": assertion.source,
        "alternatives": list(assertion.alternatives),
        "file": assertion.place.file,
        "line": assertion.place.line,
        "column": assertion.place.column,
        "text": assertion.text,
        "subject_part_of": subject_of,
        "metric_part_of": metric_of,
    }
