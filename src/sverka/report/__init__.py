"""Findings to bytes, and nothing else: the same report makes the same bytes, with no clock and no machine in them.

Each renderer is imported when it is first asked for: a run that prints text does not pay for the page.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from sverka.report.content import Counts, Extracted, Report, count, count_all

if TYPE_CHECKING:
    from sverka.report.github import to_github
    from sverka.report.html import to_html
    from sverka.report.json import assertion_object, report_object, schema, to_claims_json, to_json, to_jsonl
    from sverka.report.junit import to_junit
    from sverka.report.markdown import to_markdown
    from sverka.report.objects import figure_object
    from sverka.report.sarif import to_sarif
    from sverka.report.slips import count_slips, to_slips_json, to_slips_text
    from sverka.report.tables import to_claims_table, to_figure_table
    from sverka.report.text import to_explanation, to_problem_text, to_text
    from sverka.report.versions import to_versions_json, to_versions_text

_HOMES = {
    "assertion_object": "json",
    "count_slips": "slips",
    "figure_object": "objects",
    "report_object": "json",
    "schema": "json",
    "to_claims_json": "json",
    "to_claims_table": "tables",
    "to_explanation": "text",
    "to_figure_table": "tables",
    "to_github": "github",
    "to_html": "html",
    "to_json": "json",
    "to_jsonl": "json",
    "to_junit": "junit",
    "to_markdown": "markdown",
    "to_problem_text": "text",
    "to_sarif": "sarif",
    "to_slips_json": "slips",
    "to_slips_text": "slips",
    "to_text": "text",
    "to_versions_json": "versions",
    "to_versions_text": "versions",
}

__all__ = [
    "Counts",
    "Extracted",
    "Report",
    "assertion_object",
    "count",
    "count_all",
    "count_slips",
    "figure_object",
    "report_object",
    "schema",
    "to_claims_json",
    "to_claims_table",
    "to_explanation",
    "to_figure_table",
    "to_github",
    "to_html",
    "to_json",
    "to_jsonl",
    "to_junit",
    "to_markdown",
    "to_problem_text",
    "to_sarif",
    "to_slips_json",
    "to_slips_text",
    "to_text",
    "to_versions_json",
    "to_versions_text",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
