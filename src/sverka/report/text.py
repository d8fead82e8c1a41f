"""The report on a terminal, in the manner of a compiler."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sverka.model.document import Document
from sverka.model.finding import CheckedDocument, Fate, Finding
from sverka.model.problem import Problem
from sverka.model.span import Span
from sverka.report.cells import clean, excerpt
from sverka.report.content import Report, count, count_all
from sverka.report.lines import LineIndex
from sverka.report.words import by_urgency, headline, plural, tally

_STYLES = {
    "conflict": "1;31",
    "error": "1;31",
    "warning": "1;33",
    "unsupported": "33",
    "agree": "32",
    "ignored": "2",
    "bold": "1",
    "dim": "2",
    "hint": "36",
}


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes words in a style where colour is asked for, and plain otherwise."""

    colour: bool

    def __call__(self, style: str, words: str) -> str:
        return f"\x1b[{_STYLES[style]}m{words}\x1b[0m" if self.colour and words else words


def to_text(report: Report, *, colour: bool = False, width: int = 100, verbose: bool = False) -> str:
    """The report for a terminal: a block for each finding that needs attention, the rest only counted.

    `verbose` shows what agrees and what is ignored too. Lines of the documents are cut to `width` cells; messages
    are not. Nothing of a document's text can steer the terminal.
    """
    pen = Pen(colour)
    lines: list[str] = []
    for each in report.documents:
        if isinstance(each, CheckedDocument):
            lines += _document(each, pen, width, verbose)
        else:
            lines += [*_problem(each.problem, pen, width), ""]
    for problem in report.problems:
        lines += [*_problem(problem, pen, width), ""]
    return "\n".join([*lines, *_summary(report, pen), ""])


def to_explanation(report: Report, place: str, *, width: int = 100) -> str:
    """The findings at a place as findings cite it (`draft.txt:3:73`, `draft.txt:3`, `draft.txt`; `all` for every one),
    with everything that was considered."""
    pen = Pen(False)
    blocks = [
        "\n".join([*_block(checked, finding, index, pen, width), ""])
        for checked in report.checked
        for index in (LineIndex(checked.document.text),)
        for finding in checked.findings
        if place == "all" or _is_at(checked, finding, index, place)
    ]
    return "\n".join(blocks) if blocks else f"no figure begins at {clean(place)}\n"


def _is_at(checked: CheckedDocument, finding: Finding, index: LineIndex, place: str) -> bool:
    line, column = index.position(finding.figure.span.start)
    path = checked.document.path
    return place in (path, f"{path}:{line}", f"{path}:{line}:{column}")


def to_problem_text(problems: tuple[Problem, ...], *, colour: bool = False, width: int = 100) -> str:
    """Problems alone, for standard error: place, what is wrong, the line with a caret, and what would have worked."""
    return "".join(f"{line}\n" for problem in problems for line in _problem(problem, Pen(colour), width))


def _document(checked: CheckedDocument, pen: Pen, width: int, verbose: bool) -> Iterator[str]:
    document = checked.document
    about = [clean(document.language)]
    if document.date:
        about.append(f"{document.date.written} from {document.date.source}")
    else:
        about.append("no date")
    yield f"{pen('bold', clean(document.path))} ({', '.join(about)}): {tally(count(checked.findings))}"
    yield ""
    index = LineIndex(document.text)
    shown = by_urgency(checked.findings)
    if verbose:
        urgent = set(map(id, shown))
        shown += [each for each in checked.findings if id(each) not in urgent]
    for finding in shown:
        yield from _block(checked, finding, index, pen, width)
        yield ""


def _block(checked: CheckedDocument, finding: Finding, index: LineIndex, pen: Pen, width: int) -> Iterator[str]:
    document, span = checked.document, finding.figure.span
    line, column = index.position(span.start)
    place = f"{clean(document.path)}:{line}:{column}"
    lowered = " (warning)" if finding.warning else ""
    yield f"{pen('bold', place)}: {pen(finding.fate, headline(finding))}{lowered}: {clean(finding.message)}"
    number = str(line)
    room = max(20, width - len(number) - 5)
    shown, before, wide = excerpt(document.text, index.bounds(line), (span.start, span.end), room)
    bar = pen("dim", "|")
    yield f"  {number} {bar} {shown}".rstrip()
    yield f"  {' ' * len(number)} {bar} {' ' * before}{pen(finding.fate, '^' * max(1, wide))}"
    yield from _tail(finding, pen)
    yield from _considered(checked.document, finding, pen)


def _tail(finding: Finding, pen: Pen) -> Iterator[str]:
    if finding.assertion:
        place, text = finding.assertion.place, clean(finding.assertion.text)
        meant = "claim" if finding.fate is not Fate.UNSUPPORTED else "maybe"
        yield f"  {pen('dim', meant + ':')} {clean(place.file)}:{place.line}: {text}"
    if finding.suggestion:
        yield f"  {pen('hint', 'hint:')} write “{clean(finding.suggestion)}”"


def _considered(document: Document, finding: Finding, pen: Pen) -> Iterator[str]:
    """Each claim that was considered, what of the text spoke for it, and why it did not decide."""
    for each in finding.considered:
        outcome = f"lost: {each.lost}" if each.lost else "decided"
        yield f"  {pen('dim', 'considered:')} {clean(each.assertion.id)}: {outcome}"
        for evidence in each.evidence:
            how = f", {evidence.how}" if evidence.how else ""
            words = clean(evidence.span.of(document.text))
            yield f"    {evidence.role} “{words}” ({evidence.scope}{how}, {_gap(finding, evidence.span)})"


def _gap(finding: Finding, span: Span) -> str:
    figure = finding.figure.span
    if span.overlaps(figure):
        return "in the figure"
    return f"{figure.start - span.end} before" if span.end <= figure.start else f"{span.start - figure.end} behind"


def _problem(problem: Problem, pen: Pen, width: int) -> Iterator[str]:
    place = clean(problem.file) + (f":{problem.line}:{problem.column}" if problem.line else "")
    sort = "warning" if problem.code.startswith("L") else "error"
    yield f"{pen('bold', place)}: {pen(sort, f'{sort}[{problem.code}]')}: {clean(problem.message)}"
    if problem.source_line:
        number = str(problem.line)
        start = max(0, problem.column - 1)
        span = (start, start + max(1, problem.width))
        room = max(20, width - len(number) - 5)
        shown, before, wide = excerpt(problem.source_line, (0, len(problem.source_line)), span, room)
        yield f"  {number} {pen('dim', '|')} {shown}".rstrip()
        yield f"  {' ' * len(number)} {pen('dim', '|')} {' ' * before}{pen('error', '^' * max(1, wide))}"
    if problem.remedy:
        yield f"  {pen('hint', 'hint:')} {clean(problem.remedy)}"


def _summary(report: Report, pen: Pen) -> Iterator[str]:
    counts = count_all(report)
    unread = f", {plural(len(report.unchecked), 'document')} unreadable" if report.unchecked else ""
    problems = f", {plural(len(report.problems), 'problem')}" if report.problems else ""
    yield f"{pen('bold', plural(len(report.checked), 'document'))} checked: {tally(counts)}{unread}{problems}"
