"""What each language calls things: one data file a language, and typed views of it.

A file `<tag>.toml` holds the words of one language only; lexicons are never merged, since the same letters mean
different numbers in different languages.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from sverka import cldr
from sverka.languages.underlay import lay

FOLDER = Path(__file__).parent
_DICTIONARY = re.compile(r'^dictionary = "(\w+)"', re.MULTILINE)


@cache
def tags() -> tuple[str, ...]:
    """The BCP 47 tags of every language that has a data file, sorted."""
    names = (file.name for file in FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if re.fullmatch(r"[a-z]{2,3}\.toml", name)))


@cache
def table(tag: str) -> dict[str, Any]:
    """The data of a language as read from its file, over what CLDR adds to it; callers must not change it.

    A language without a file has the data of none: an empty table.
    """
    return dict(lay(tomllib.loads(_written(tag)), cldr.table(tag)))


@cache
def has(tag: str, part: str) -> bool:
    """Whether the file of a language has a table of a name; it need not be parsed to tell, which takes a while."""
    return f"\n[{part}" in _written(tag)


@cache
def dictionary(tag: str) -> str | None:
    """The language of the dictionary of forms that a file says to use; None where it says none."""
    match = _DICTIONARY.search(_written(tag))
    return match[1] if match else None


@cache
def _written(tag: str) -> str:
    file = FOLDER / f"{tag}.toml"
    return file.read_text(encoding="utf-8") if file.is_file() else ""
