"""What Markdown says with its marks: headings, lists, tables, and the parts that are no text at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sverka.readers.lines import Line, Shape

SUFFIXES = frozenset((".md", ".markdown"))
_HEADING = re.compile(r"#{1,6}(?:\s|$)")
_UNDERLINE = re.compile(r"(?:=+|-{2,})$")
_RULER = re.compile(r"(?:[-*_]\s*){3,}$")
_COLUMNS = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$")
_FENCE = re.compile(r"`{3,}|~{3,}")
_LINK = re.compile(r"\[[^\]]+\]:\s*\S+")
_MATTER = re.compile(r"(?P<key>[A-Za-z_]+)\s*[:=]\s*(?P<value>.+)")
_MATTER_MARKS = {"---": ("---", "..."), "+++": ("+++",)}


def marked(lines: list[Line]) -> list[Line]:
    """The lines with the shapes that Markdown gives them."""
    lines, matter = _front_matter(lines)
    shaped = [*matter, *_without_code(lines)]
    for index, line in enumerate(shaped):
        if line.shape is Shape.APART:
            continue
        shaped[index] = _shaped(line, shaped[index - 1] if index else None)
        if shaped[index].why == "underline" and index:
            shaped[index - 1] = shaped[index - 1]._replace(shape=Shape.HEADING)
    return shaped


def matter_of(lines: list[Line]) -> dict[str, str]:
    """The plain `key: value` lines of the front matter, keys in small letters, quotes taken off."""
    _, matter = _front_matter(lines)
    found: dict[str, str] = {}
    for line in matter:
        match = _MATTER.fullmatch(line.text)
        if match and not line.indent:
            value = re.sub(r"\s+#.*$", "", match["value"]).strip()
            found.setdefault(match["key"].lower(), value.strip("\"'"))
    return found


def _front_matter(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines after the front matter, and those of it with their fences; an unclosed one is none."""
    closers = _MATTER_MARKS.get(lines[0].text) if lines else None
    if closers:
        for index, line in enumerate(lines[1:200], 1):
            if line.text in closers:
                return lines[index + 1 :], [_apart(line, "front matter") for line in lines[: index + 1]]
    return lines, []


def _without_code(lines: list[Line]) -> Iterator[Line]:
    """The lines with fenced code and comments set apart; what is never closed lasts to the end, as in Markdown."""
    ends: Callable[[str], bool] | None = None
    why = ""
    for line in lines:
        if ends:
            yield _apart(line, why)
            ends = None if ends(line.text) else ends
            continue
        fence = _FENCE.match(line.text)
        if fence:
            why, ends = "code", _fence_closer(fence.group())
            yield _apart(line, why)
        elif line.text.startswith("<!--"):
            why, ends = "comment", None if "-->" in line.text else lambda text: "-->" in text
            yield _apart(line, why)
        else:
            yield line


def _fence_closer(fence: str) -> Callable[[str], bool]:
    return lambda text: text.startswith(fence) and not text.strip(fence[0])


def _shaped(line: Line, before: Line | None) -> Line:
    text = line.text
    if _HEADING.match(text):
        return line._replace(shape=Shape.HEADING)
    under = before is not None and before.shape is Shape.TEXT and line.gap == 0
    if under and _UNDERLINE.match(text):
        return _apart(line, "underline")
    if _RULER.match(text) or (_COLUMNS.match(text) and "-" in text and "|" in text):
        return _apart(line, "ruler")
    if _LINK.match(text):
        return _apart(line, "link")
    if line.indent >= 4 and line.gap and (before is None or before.shape not in (Shape.ITEM, Shape.ROW)):
        return _apart(line, "code")
    if line.indent >= 4 and not line.gap and before is not None and before.why == "code":
        return _apart(line, "code")
    if (
        text.startswith("|")
        or text.count("|") >= 2
        or (before is not None and before.shape is Shape.ROW and "|" in text)
    ):
        return line._replace(shape=Shape.ROW)
    return line


def _apart(line: Line, why: str) -> Line:
    return line._replace(shape=Shape.APART, why=why)
