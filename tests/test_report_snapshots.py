"""Each output of one small report, kept as it is; SVERKA_UPDATE=1 writes the snapshots anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from sverka.report import (
    Extracted,
    Report,
    to_claims_json,
    to_claims_table,
    to_figure_table,
    to_github,
    to_html,
    to_json,
    to_jsonl,
    to_junit,
    to_markdown,
    to_problem_text,
    to_sarif,
    to_text,
)
from test_report_sample import sample_report

SNAPSHOTS = Path(__file__).parent / "snapshots"


def extracts(report: Report) -> list[Extracted]:
    return [Extracted(each.document, tuple(finding.figure for finding in each.findings)) for each in report.checked]


OUTPUTS: dict[str, Callable[[Report], str]] = {
    "report.json": to_json,
    "report.html": to_html,
    "report.txt": partial(to_text, colour=False, width=100),
    "report-verbose.txt": partial(to_text, colour=False, width=72, verbose=True),
    "report-colour.txt": partial(to_text, colour=True, width=100),
    "report.github.txt": to_github,
    "report.md": to_markdown,
    "report.junit.xml": to_junit,
    "report.sarif": to_sarif,
    "problems.txt": lambda report: to_problem_text(report.problems),
    "figures.jsonl": lambda report: to_jsonl(extracts(report)),
    "figures.txt": lambda report: to_figure_table(extracts(report)),
    "claims.json": lambda report: to_claims_json(report.claims),
    "claims.txt": lambda report: to_claims_table(report.claims),
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_output_is_as_kept(name: str) -> None:
    written = OUTPUTS[name](sample_report())
    kept = SNAPSHOTS / f"report_sample.{name}"
    if os.environ.get("SVERKA_UPDATE"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(written.encode())
    assert written.encode() == kept.read_bytes()


@pytest.mark.parametrize("name", OUTPUTS)
def test_the_same_report_makes_the_same_bytes(name: str) -> None:
    report = sample_report()
    turned = Report(report.documents[::-1], report.claims, report.problems, report.version)
    assert OUTPUTS[name](turned) == OUTPUTS[name](report)


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_empty_report_is_an_output_too(name: str) -> None:
    report = sample_report()
    OUTPUTS[name](Report((), type(report.claims)(), (), "0"))
