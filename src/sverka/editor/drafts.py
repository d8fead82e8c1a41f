"""What an editor is told of a draft: its verdicts, as `sverka check` gives them."""

from __future__ import annotations

from collections.abc import Iterator

from sverka.editor.desk import Desk
from sverka.editor.told import Level, Remark
from sverka.model.finding import CheckedDocument, Fate, Finding
from sverka.model.span import Span
from sverka.report.words import headline

_LEVELS = {Fate.CONFLICT: Level.ERROR, Fate.UNSUPPORTED: Level.NOTE, Fate.AGREE: Level.WARNING}


def verdicts(desk: Desk, path: str) -> Iterator[Remark]:
    """Every finding that an editor has to look at; none while the claims have mistakes."""
    found = desk.checked(path)
    if isinstance(found, CheckedDocument):
        yield from (_remark(each) for each in found.findings if _matters(each))
    elif found is not None:
        yield Remark(Span(0, 1), Level.ERROR, found.problem.code, found.problem.message)


def _matters(finding: Finding) -> bool:
    return finding.fate in (Fate.CONFLICT, Fate.UNSUPPORTED) or (finding.fate is Fate.AGREE and finding.warning)


def _remark(finding: Finding) -> Remark:
    level = Level.WARNING if finding.warning else _LEVELS[finding.fate]
    message = finding.message
    if finding.assertion:
        message += f"\n{finding.assertion.place.file}:{finding.assertion.place.line}: {finding.assertion.text}"
    return Remark(finding.figure.span, level, headline(finding), message, finding.suggestion)
