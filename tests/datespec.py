"""Specifications of dates and periods in Markdown: a heading, the document's date, a text, what it must give."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sverka.model.document import Block, BlockKind, Document, DocumentDate
from sverka.model.period import Period
from sverka.model.span import Span
from sverka.text.analysis import Analysis, analyse

SPEC = Path(__file__).parent / "spec"
_CASE = re.compile(
    r"^## (?P<name>.+)\n(?P<between>(?:(?!#|```).*\n)*)"
    r"```text\n(?P<text>(?:(?!```).*\n)*)```\n\n?```\w+\n(?P<expected>(?:(?!```).*\n)*)```",
    re.MULTILINE,
)
_DATE = re.compile(r"^Date: (\S+)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One text of a specification; `date` is None where the document has none."""

    file: str
    name: str
    language: str
    date: str | None
    text: str
    expected: str


def cases(file: str) -> list[Case]:
    """The cases of a specification, in order; its language is the end of its name."""
    content = (SPEC / file).read_text(encoding="utf-8")
    language = Path(file).stem.rpartition("-")[2]
    found = []
    for match in _CASE.finditer(content):
        written = _DATE.search(match["between"])
        found.append(Case(file, match["name"], language, written and written[1], match["text"], match["expected"]))
    assert content.count("\n## ") == len(found), f"{file}: a heading without its blocks"
    return found


def check(file: str, given: Callable[[Case], Iterator[str]]) -> list[str]:
    """The names of the cases that give something else than expected; SVERKA_UPDATE=1 rewrites the expected blocks."""
    wrong = []

    def updated(match: re.Match[str]) -> str:
        case = next(one for one in cases(file) if one.name == match["name"] and one.text == match["text"])
        lines = "".join(f"{line}\n" for line in given(case))
        if lines != match["expected"]:
            wrong.append(f"{case.name}: {lines or 'nothing'}")
        whole, start = match[0], match.start()
        return whole[: match.start("expected") - start] + lines + whole[match.end("expected") - start :]

    path = SPEC / file
    content = _CASE.sub(updated, path.read_text(encoding="utf-8"))
    if os.environ.get("SVERKA_UPDATE"):
        path.write_text(content, encoding="utf-8")
        return []
    return wrong


def analysis(text: str, language: str, written: str | None) -> Analysis:
    """A text as a document with a paragraph for each line."""
    blocks = []
    for match in re.finditer(r"[^\n]+", text):
        blocks.append(Block(Span(match.start(), match.end()), BlockKind.PARAGRAPH))
    known = DocumentDate(period(written), written, "command line") if written else None
    return analyse(Document("case.txt", text, "", language, tuple(blocks), known))


def period(written: str) -> Period:
    """The days of an ISO date that may end at its month or year."""
    numbers = [int(part) for part in written.split("-")]
    if len(numbers) == 1:
        return Period.year(numbers[0])
    return Period.month(*numbers) if len(numbers) == 2 else Period.day(date(*numbers))


def files(kind: str) -> list[str]:
    """The specifications of a kind, one a language: `dates-ru.md`."""
    return sorted(path.name for path in SPEC.glob(f"{kind}-*.md"))
