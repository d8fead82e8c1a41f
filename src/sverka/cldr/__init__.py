"""What the Unicode Common Locale Data Repository knows of a language, as `build` wrote it down.

The tables are committed and never edited; LICENSE is theirs. A word is in small letters with "е" for "ё", and a phrase
joins its words with "_", as in the language files, which lay their own words over these.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def table(tag: str) -> dict[str, Any]:
    """The words of a language; an empty table where none was made. Callers must not change it."""
    file = FOLDER / f"{tag}.json"
    return json.loads(file.read_bytes()) if file.is_file() else {}


@cache
def tags() -> tuple[str, ...]:
    """The BCP 47 tags of the languages that have a table, sorted."""
    return tuple(sorted(file.stem for file in FOLDER.glob("[a-z][a-z].json")))


@cache
def unit_factors() -> dict[str, tuple[str, str]]:
    """For the code of a unit, what it is measured in and how many of that it makes, exactly: `p` or `p/q`."""
    return {code: (base, factor) for code, (base, factor) in json.loads((FOLDER / "factors.json").read_bytes()).items()}
