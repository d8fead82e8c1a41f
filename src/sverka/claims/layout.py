"""A file's lines, put together into statements."""

from __future__ import annotations

from collections.abc import Iterator

from sverka.claims.tokens import Page, Statement

# Under these each indented line is a part of its own, so that a mistake in one does not hide the others.
PARTS = {"entity": "alias", "metric": "alias", "table": "column"}


def page(path: str, text: str) -> Page:
    """A file's text as numbered lines; lines end as in any editor, and a byte order mark is no part of the text."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return Page(path, tuple(text.split("\n")))


def statements(page: Page) -> Iterator[Statement]:
    """The statements of a page in order; those of rule `lost` are indented with nothing above them to belong to."""
    numbers: list[int] = []
    rule, part = "", "lost"
    for number, line in enumerate(page.lines, 1):
        bare = line.lstrip()
        if not bare or bare[0] == "#":
            continue
        if len(bare) == len(line):
            begins, part = "statement", PARTS.get(bare.split(None, 1)[0], "")
        else:
            begins = "" if _runs_on(page, numbers) else part
        if begins and numbers:
            yield Statement(page, tuple(numbers), rule)
            numbers = []
        rule = begins or rule
        numbers.append(number)
    if numbers:
        yield Statement(page, tuple(numbers), rule)


def _runs_on(page: Page, numbers: list[int]) -> bool:
    """The line above ends in a comma, so the one below is more of the same."""
    if not numbers:
        return False
    above = page.lines[numbers[-1] - 1].rstrip()
    return above.endswith(",") or ("#" in above and above.partition(" #")[0].rstrip().endswith(","))
