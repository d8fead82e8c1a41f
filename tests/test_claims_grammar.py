"""The committed tables are the grammar's, and reading by them is what lark does with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark, UnexpectedInput

import sverka.claims as package
from sverka.claims.build_lr import STARTS, made
from sverka.claims.layout import page, statements
from sverka.claims.lr import tables
from sverka.claims.machine import Stop, run
from sverka.claims.plans import read
from sverka.claims.tokens import UNKNOWN, scan

FOLDER = Path(package.__file__).parent
LARK = Lark(
    (FOLDER / "grammar.lark").read_text(encoding="utf-8"),
    parser="lalr",
    lexer="basic",
    start=list(STARTS),
    maybe_placeholders=False,
)
SPEC = Path(__file__).parent / "spec"
LINES = [
    line
    for name in ("claims.md", "claims-mistakes.md")
    for block in re.findall(r"^```claims\S*\n(.*?)^```", (SPEC / name).read_text(encoding="utf-8"), re.M | re.S)
    for line in block.splitlines()
    if line.strip() and not line.lstrip().startswith("#")
]
_PIECES = """
A b TITR 2024 2024-03 2022..2026 15..18 4.5 62% % +62% -3 x3 3rd Mt M = ~ <= [ ] ( ) + - * / , : ± vs ytd target from
until since warn in because source entity metric table check accept "a" # https://a.b/c !
"""
PIECES = st.sampled_from(_PIECES.split())


def test_the_committed_tables_are_made_of_the_grammar() -> None:
    assert (FOLDER / "grammar.json").read_text(encoding="utf-8") == made(), "run python -m sverka.claims.build_lr"


def test_no_rule_of_the_grammar_is_empty() -> None:
    """The machine counts on it."""
    assert all(rule.parts for rule in tables().rules)


def _is_read_by_lark(line: str, start: str) -> bool:
    try:
        LARK.parse(line, start=start)
    except UnexpectedInput:
        return False
    return True


def _is_read(line: str, start: str) -> bool:
    statement = next(iter(statements(page("a", line))))
    tokens = scan(statement)
    return not any(token.kind == UNKNOWN for token in tokens) and not isinstance(run(tokens, start), Stop)


@pytest.mark.parametrize("start", STARTS)
def test_the_machine_reads_what_lark_reads_of_the_specification(start: str) -> None:
    for line in LINES:
        assert _is_read(line.strip(), start) == _is_read_by_lark(line.strip(), start), line


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), min_size=1, max_size=12), st.sampled_from(STARTS))
def test_the_machine_reads_what_lark_reads_of_any_words(words: list[tuple[str, str]], start: str) -> None:
    line = "".join(word + space for word, space in words).strip()
    if line.startswith("#"):
        line = f"A {line}"
    assert _is_read(line, start) == _is_read_by_lark(line, start)
    tokens = scan(next(iter(statements(page("a", line)))))
    assert read(tokens, start) == run(tokens, start)
