"""What the words and codes of a report mean: one short page each, with an example."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Page:
    """The meaning of one code; `sort` is what a report calls it: a fate, a grade, a cause, a reason, a slip, an
    outcome or a problem."""

    sort: str
    code: str
    title: str
    text: str
    example: str

    def __str__(self) -> str:
        indented = "\n".join(f"    {line}".rstrip() for line in self.example.strip().split("\n"))
        return f"{self.code} ({self.sort}): {self.title}\n\n{self.text.strip()}\n\n{indented}\n"


@cache
def pages() -> tuple[Page, ...]:
    """Every page, in the order of the file."""
    file = resources.files(__package__).joinpath("explain.toml")
    table: dict[str, dict[str, dict[str, str]]] = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(Page(sort, code, **page) for sort, codes in table.items() for code, page in codes.items())


def explained(code: str | None, more: Mapping[str, str] | None = None) -> tuple[str, bool]:
    """The pages of a code, or the list of all; and whether the code is known. Case and hyphens make no difference.

    A word that is used in two senses, such as `scale` for a cause and for a slip, has two pages. `more` has the pages
    of codes that are not of this file, which are those of the claims language.
    """
    known: dict[str, list[str]] = {}
    for key, text in (*((page.code, str(page)) for page in pages()), *(more or {}).items()):
        known.setdefault(_plain(key), []).append(text)
    if code is None:
        listed = [f"{page.sort:8} {page.code:20} {page.title}" for page in pages()]
        return "\n".join([*listed, ""]), True
    if _plain(code) in known:
        return "\n".join(known[_plain(code)]), True
    near = get_close_matches(_plain(code), known, 1)
    hint = f"did you mean {near[0]}?" if near else "`sverka explain` lists them all"
    return f"there is no code {code!r}\n  hint: {hint}\n", False


def _plain(code: str) -> str:
    return code.lower().replace("-", " ")
