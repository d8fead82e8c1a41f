"""What `sources.toml` says of the documents beside it, since their files do not say it themselves."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, NamedTuple

from sverka.model.document import DocumentDate
from sverka.model.problem import Problem
from sverka.readers.dating import document_date

NAME = "sources.toml"
_KEYS = ("file", "title", "language", "date", "publisher", "address", "author")
_TABLE = re.compile(r"^[ \t]*\[\[?[ \t]*(?P<name>[^\]\s]+)[ \t]*\]\]?", re.MULTILINE)
_AT = re.compile(r"\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Facts(NamedTuple):
    """What is known of one document, and the line that begins to say it."""

    file: str
    title: str | None = None
    language: str | None = None
    date: DocumentDate | None = None
    publisher: str | None = None
    line: int = 0

    def missing(self, path: str) -> Problem:
        """The problem that there is no such document beside the file that speaks of it."""
        message = f"there is no document {self.file} here"
        return Problem(path, self.line, 1, "sources-missing", message, "mend the name, or take the entry out")


class _Entry(NamedTuple):
    """The lines of one table, where they begin, and its name."""

    name: str
    line: int
    text: str


def read_facts(path: str, text: str) -> tuple[dict[str, Facts], tuple[Problem, ...]]:
    """The facts by file name, and every mistake with its line; a mistake in one entry loses no other."""
    found: dict[str, Facts] = {}
    problems: list[Problem] = []
    for entry in _entries(text):
        if entry.name != "document":
            problems.append(_unknown_table(path, entry))
            continue
        table, mistakes = _parsed(path, entry)
        facts, more = _facts(path, entry, table)
        problems += (*mistakes, *more)
        if facts and facts.file in found:
            message = f"{facts.file} is described twice"
            problems.append(_problem(path, entry, "file", "twice", message, "keep one of the two entries"))
        elif facts:
            found[facts.file] = facts
    return found, tuple(sorted(problems))


def _entries(text: str) -> Iterator[_Entry]:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    marks = list(_TABLE.finditer(text))
    head = text[: marks[0].start()] if marks else text
    if re.sub(r"#.*", "", head).strip():
        yield _Entry("", 1, head)
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        end = following.start() if following else len(text)
        yield _Entry(mark["name"], text.count("\n", 0, mark.start()) + 1, text[mark.start() : end])


def _unknown_table(path: str, entry: _Entry) -> Problem:
    first = next((number for number, line in enumerate(entry.text.split("\n")) if re.sub(r"#.*", "", line).strip()), 0)
    message = f"unknown table [{entry.name}]" if entry.name else "a key stands before the first [[document]]"
    line = entry.line + first
    return Problem(path, line, 1, "sources-table", message, "each document has a [[document]] of its own")


def _parsed(path: str, entry: _Entry) -> tuple[Mapping[str, Any], tuple[Problem, ...]]:
    """The keys of an entry; where one line of it is no TOML, those of the other lines."""
    body = entry.text.partition("\n")[2]
    try:
        return tomllib.loads(body), ()
    except tomllib.TOMLDecodeError as error:
        problem = _syntax(path, entry, body, str(error))
    kept: dict[str, Any] = {}
    for line in body.split("\n"):
        try:
            kept |= tomllib.loads(line)
        except tomllib.TOMLDecodeError:
            continue
    return kept, (problem,)


def _syntax(path: str, entry: _Entry, body: str, message: str) -> Problem:
    at = _AT.search(message)
    line = int(at["line"] or 0) if at else 0
    column = int(at["column"] or 1) if at else 1
    written = body.split("\n")[line - 1] if line else ""
    said = f"this line is not TOML: {_AT.sub('', message).lower()}"
    remedy = 'write key = "value", the value in quotes'
    return Problem(path, entry.line + line, column, "sources-syntax", said, remedy, 1, written)


def _facts(path: str, entry: _Entry, table: Mapping[str, Any]) -> tuple[Facts | None, list[Problem]]:
    problems = [_mistyped_key(path, entry, key, near) for key in table for near in _mistyped(key)]
    texts: dict[str, str] = {}
    for key in ("file", "title", "language", "publisher"):
        value = table.get(key)
        if isinstance(value, str) and value.strip():
            texts[key] = value.strip()
        elif value is not None:
            problems.append(_problem(path, entry, key, "text", f"{key} must be words in quotes", f'write {key} = "…"'))
    if "file" not in texts:
        if "file" not in table:
            remedy = 'add file = "name-of-the-document.txt"'
            problems.append(_problem(path, entry, "", "file", "this [[document]] names no file", remedy))
        return None, problems
    language = texts.get("language")
    if language and not _TAG.fullmatch(language):
        message, remedy = f"{language!r} is no language tag", 'write language = "ru", or "en", "kk", "az"'
        problems.append(_problem(path, entry, "language", "language", message, remedy))
        language = None
    dated = _date(table.get("date"))
    if dated is None and "date" in table:
        message = f"{table['date']!s} is no date"
        remedy = 'write date = "2025-03-03", or "2025-03", or "2025": as much as is known'
        problems.append(_problem(path, entry, "date", "date", message, remedy))
    return Facts(texts["file"], texts.get("title"), language, dated, texts.get("publisher"), entry.line), problems


def _date(value: object) -> DocumentDate | None:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        value = value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        value = f"{value:04}"
    return document_date(value, NAME) if isinstance(value, str) else None


def _mistyped(key: str) -> list[str]:
    """The known key that was meant; other keys are the newsroom's own notes, and no mistake."""
    return [] if key in _KEYS else get_close_matches(key, _KEYS, 1, 0.75)


def _mistyped_key(path: str, entry: _Entry, key: str, near: str) -> Problem:
    return _problem(path, entry, key, "key", f"unknown key {key!r}", f"did you mean {near}?")


def _problem(path: str, entry: _Entry, key: str, code: str, message: str, remedy: str) -> Problem:
    """A problem at the line of the entry that sets `key`, or else at its first."""
    pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
    for number, line in enumerate(entry.text.split("\n")):
        if key and pattern.match(line):
            column = len(line) - len(line.lstrip()) + 1
            return Problem(path, entry.line + number, column, f"sources-{code}", message, remedy, len(key), line)
    return Problem(path, entry.line, 1, f"sources-{code}", message, remedy, 1, entry.text.split("\n")[0])
