"""A report goes where it is wanted: printed, written into a folder, its problems told."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import sverka.report as rendering
from sverka.model.problem import Problem
from sverka.report import Report
from sverka.streams import has_colour, is_terminal, put, put_error, width_of, write_whole

EXTENSIONS = {
    "text": "txt",
    "json": "json",
    "html": "html",
    "sarif": "sarif",
    "junit": "xml",
    "github": "github",
    "markdown": "md",
}


def delivered(report: Report, wanted: Sequence[str], folder: Path | None, *, is_checked: bool) -> bool:
    """Prints and writes the report; False where a file could not be written.

    Of claims with errors there is no report to read, only the errors; a program that asked for JSON gets them in it.
    """
    problems = (*report.problems, *(each.problem for each in report.unchecked))
    formats = list(dict.fromkeys(wanted))
    shown = formats if folder is None and formats else ["text"]
    if "text" not in shown or not is_checked or not (is_terminal(sys.stdout) and is_terminal(sys.stderr)):
        complain(problems)
    for each in shown:
        if is_checked or each != "text":
            put(_rendered(report, each, on_terminal=True))
    if folder is None or not is_checked:
        return True
    files = {f"report.{EXTENSIONS[each]}": _rendered(report, each) for each in formats or ("json", "html")}
    refusal = write_whole(folder, files)
    if refusal:
        put_error(f"{refusal}\n")
    return refusal is None


def _rendered(report: Report, form: str, *, on_terminal: bool = False) -> str:
    if form == "text":
        colour = on_terminal and has_colour(sys.stdout)
        return rendering.to_text(report, colour=colour, width=width_of(sys.stdout) if on_terminal else 100)
    renderer: Callable[[Report], str] = getattr(rendering, f"to_{form}")  # imported now: a run needs one or two
    return renderer(report)


def complain(problems: Sequence[Problem]) -> None:
    if problems:
        colour = has_colour(sys.stderr)
        put_error(rendering.to_problem_text(tuple(problems), colour=colour, width=width_of(sys.stderr)))
