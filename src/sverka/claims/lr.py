"""The tables of the grammar: made from grammar.lark by lark once, committed, and read at run time without lark.

Importing lark and building the tables takes 100 ms, which every run of a command would pay; reading them takes 2 ms.
`python -m sverka.claims.build_lr` writes them anew, and a test holds them to the grammar.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

TABLES = "grammar.json"
KEEP, DROP, SPREAD = "k", "-", "*"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the grammar: its origin, the name of what it makes, and what becomes of each of its parts.

    A part is kept, dropped or spread. An `inline` rule that keeps one part is that part.
    """

    origin: str
    name: str
    parts: str
    inline: bool


@dataclass(frozen=True, slots=True)
class Tables:
    """States (a word or a rule to the next state, or below zero to the rule that ends), rules and words."""

    states: list[dict[str, int]]
    rules: list[Rule]
    starts: dict[str, int]
    ends: dict[str, int]
    words: re.Pattern[str]
    keywords: dict[str, str]


@cache
def tables() -> Tables:
    """The committed tables."""
    raw = _read()
    rules = [Rule(*row) for row in raw["rules"]]
    pattern = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in raw["words"]))
    return Tables(raw["states"], rules, raw["starts"], raw["ends"], pattern, raw["keywords"])


def words() -> list[tuple[str, str]]:
    """The words of the language that are no keywords, each with its pattern; the first that matches is meant."""
    return [(name, pattern) for name, pattern in _read()["words"]]


def _read() -> Any:
    return json.loads(resources.files(__package__).joinpath(TABLES).read_text(encoding="utf-8"))
