"""The project's configuration: `[tool.sverka]` of pyproject.toml, or a sverka.toml, found upwards."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from fractions import Fraction
from pathlib import Path
from typing import Any

from sverka.model.precision import Precision
from sverka.model.problem import Problem

FAIL_ON = ("conflict", "unsupported", "never")
TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_FOLDER = re.compile(r"[^\0\n]+")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_PERCENT = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,6})?)\s*%?")
_AT = re.compile(r"\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")


@dataclass(frozen=True, slots=True)
class Settings:
    """What is to be checked against what, where nothing else is said.

    `root` is the folder of the file that says so, and paths are relative to it; without a file it is the folder
    that was started from, and nothing is configured.
    """

    root: Path
    file: Path | None = None
    claims: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    reports: str = "reports"
    fail_on: str = "conflict"
    language: str | None = None
    date: str | None = None
    precision: Precision = field(default_factory=Precision)


def load_settings(start: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings that hold in a folder; a mistake in them is a problem, and the default holds in its place."""
    for folder in (start, *start.parents):
        for name in ("sverka.toml", "pyproject.toml"):
            file = folder / name
            text = _read(file)
            if text is None:
                continue
            table, problems = _table(file, text)
            if table is not None or problems:
                settings, mistakes = _settings(Settings(folder, file), table or {}, text)
                shown = os.path.relpath(file, start)
                return settings, tuple(replace(each, file=shown) for each in (*problems, *mistakes))
    return Settings(start), ()


def _read(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None


def _table(file: Path, text: str) -> tuple[Mapping[str, Any] | None, tuple[Problem, ...]]:
    """The table of the settings; a broken pyproject.toml that does not speak of this tool is not ours to judge."""
    own = file.name == "sverka.toml"
    if not own and "tool.sverka" not in text:
        return None, ()
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line, column = (int(at["line"] or 0), int(at["column"] or 0)) if at else (0, 0)
        written = text.split("\n")[line - 1] if line else ""
        said = f"this line is not TOML: {_AT.sub('', str(error)).lower()}"
        return None, (Problem(str(file), line, column, "settings-syntax", said, "mend it and run again", 1, written),)
    table = found if own else found.get("tool", {}).get("sverka")
    return table if isinstance(table, dict) else None, ()


def _settings(default: Settings, table: Mapping[str, Any], text: str) -> tuple[Settings, tuple[Problem, ...]]:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, written in table.items():
        if key not in _RULES:
            near = get_close_matches(key, _RULES, 1)
            remedy = f"did you mean {near[0]}?" if near else "known are " + ", ".join(_RULES)
            problems.append(_problem(default, text, key, f"unknown setting {key!r}", remedy))
            continue
        parse, remedy = _RULES[key]
        value = parse(written)
        if value is None:
            problems.append(_problem(default, text, key, f"{key} cannot be {written!r}", remedy))
        else:
            values[key] = value
    shares = {name: values.pop(key) for key, name in _SHARES.items() if key in values}
    return replace(default, precision=replace(default.precision, **shares), **values), tuple(problems)


def _problem(settings: Settings, text: str, key: str, message: str, remedy: str) -> Problem:
    at = 0
    table = re.search(r"^\s*\[tool\.sverka\]", text, re.MULTILINE)
    found = re.compile(rf"^[ \t]*[\"']?({re.escape(key)})[\"']?[ \t]*=", re.MULTILINE).search(
        text, table.end() if table else 0
    )
    column, written = 0, ""
    if found:
        at = text.count("\n", 0, found.start(1)) + 1
        written = text.split("\n")[at - 1]
        column = written.index(key) + 1
    return Problem(str(settings.file), at, column, "settings", message, remedy, len(key), written)


def _paths(value: Any) -> tuple[str, ...] | None:
    given = (value,) if isinstance(value, str) else value
    whole = isinstance(given, (list, tuple)) and all(isinstance(each, str) and each for each in given)
    return tuple(given) if whole else None


def _one_of(allowed: tuple[str, ...]) -> Callable[[Any], str | None]:
    return lambda value: value if value in allowed else None


def _matching(pattern: re.Pattern[str]) -> Callable[[Any], str | None]:
    return lambda value: str(value) if not isinstance(value, bool) and pattern.fullmatch(str(value)) else None


def _share(value: Any) -> Fraction | None:
    """A percentage as a share: `5`, `"5 %"`, `2.5`."""
    match = None if isinstance(value, bool) else _PERCENT.fullmatch(str(value).strip())
    share = Fraction(match["number"]) / 100 if match else Fraction(1)
    return share if share < 1 else None


_LISTED = 'write a list of paths: ["rules"]'
_PERCENTAGE = "write a percentage below 100, as 5 or 2.5"
_SHARES = {"round": "round_cap", "about": "about", "almost": "almost"}
_RULES: dict[str, tuple[Callable[[Any], Any], str]] = {
    "claims": (_paths, _LISTED),
    "documents": (_paths, _LISTED),
    "reports": (_matching(_FOLDER), 'write one folder: "reports"'),
    "fail_on": (_one_of(FAIL_ON), "it is one of " + ", ".join(FAIL_ON)),
    "language": (_matching(TAG), 'write a language tag: "ru"'),
    "date": (_matching(_DATE), 'write a date: "2025-03-03"'),
    "round": (_share, _PERCENTAGE),
    "about": (_share, _PERCENTAGE),
    "almost": (_share, _PERCENTAGE),
}
