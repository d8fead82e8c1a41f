"""A problem as a person reads it: where it is, the line with a caret under the words, and what would have worked."""

from __future__ import annotations

import unicodedata

from sverka.model.problem import Problem

LONGEST = 160


def format_problem(problem: Problem) -> str:
    """The problem on a few lines, the caret under its words however wide their letters are.

    >>> print(format_problem(Problem("a.claims", 1, 5, "C301", 'unknown unit "Mtt"', "did you mean Mt?", 3, "4.5 Mtt")))
    a.claims:1:5: C301 unknown unit "Mtt"
      4.5 Mtt
          ^^^
      did you mean Mt?
    """
    where = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
    lines = [f"{where}: {problem.code} {problem.message}"]
    if problem.source_line:
        before, words, after = _windowed(problem)
        lines.append(f"  {_flat(before)}{_flat(words)}{_flat(after)}".rstrip())
        lines.append(f"  {' ' * columns(_flat(before))}{'^' * max(1, columns(_flat(words)))}")
    if problem.remedy:
        lines.append(f"  {problem.remedy}")
    return "\n".join(lines)


def _windowed(problem: Problem) -> tuple[str, str, str]:
    """The line before, in and after the words; of a very long line only what is near."""
    line, start = problem.source_line, problem.column - 1
    end = start + problem.width
    before, words, after = line[:start], line[start:end], line[end:]
    if len(before) > LONGEST // 2:
        before = "…" + before[-LONGEST // 2 :]
    if len(words) > LONGEST // 2:
        words, after = words[: LONGEST // 2] + "…", ""
    room = max(0, LONGEST - len(before) - len(words))
    return before, words, after if len(after) <= room else after[:room] + "…"


def _flat(text: str) -> str:
    """The text with a space for each tab and nothing that would move the cursor."""
    return "".join(
        " " if letter == "\t" else "\ufffd" if unicodedata.category(letter) == "Cc" else letter for letter in text
    )


def columns(text: str) -> int:
    """How many columns of a terminal the text takes: two for a wide letter, none for a mark on one."""
    if text.isascii():
        return len(text)
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1
