"""Makes grammar.json of grammar.lark: `python -m sverka.claims.build_lr`, after every edit of the grammar."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

from lark import Lark
from lark.lexer import PatternStr

from sverka.claims.lr import DROP, KEEP, SPREAD, TABLES

GRAMMAR = "grammar.lark"
STARTS = ("statement", "alias", "column")


def made() -> str:
    """The tables that lark makes of the grammar, as JSON."""
    grammar = resources.files(__package__).joinpath(GRAMMAR).read_text(encoding="utf-8")
    built: Any = Lark(grammar, parser="lalr", lexer="basic", start=list(STARTS), maybe_placeholders=False)
    table: Any = built.parser.parser._parse_table
    order = _order(table)
    rules = sorted({_rule(target) for row in table.states.values() for verb, target in row.values() if _ends(verb)})
    number = {rule: index for index, rule in enumerate(rules)}
    states = [_row(table.states[state], order, number) for state in order]
    terminals = sorted(built.terminals, key=lambda terminal: -terminal.priority)
    name = next(re.compile(terminal.pattern.to_regexp()) for terminal in terminals if terminal.name == "NAME")
    texts = {t.pattern.value: t.name for t in terminals if isinstance(t.pattern, PatternStr)}
    keywords = {text: kind for text, kind in sorted(texts.items()) if name.fullmatch(text)}
    words = [
        (t.name.removeprefix("__"), t.pattern.to_regexp())
        for t in terminals
        if not (isinstance(t.pattern, PatternStr) and t.pattern.value in keywords)
    ]
    data = {
        "words": words,
        "keywords": keywords,
        "starts": {rule: order[table.start_states[rule]] for rule in STARTS},
        "ends": {rule: order[table.end_states[rule]] for rule in STARTS},
        "rules": rules,
        "states": states,
    }
    return "{\n" + ",\n".join(f" {json.dumps(key)}: {_rows(value)}" for key, value in data.items()) + "\n}\n"


def _rows(value: Any) -> str:
    """JSON with a line for each row, so that a change of the grammar shows as a change of lines."""
    if isinstance(value, list):
        return "[\n" + ",\n".join("  " + json.dumps(row, ensure_ascii=True) for row in value) + "\n ]"
    return json.dumps(value, ensure_ascii=True)


def _order(table: Any) -> dict[int, int]:
    """New numbers of the states, in an order that does not hang on how lark came upon them."""
    waiting = [table.start_states[rule] for rule in STARTS]
    order: dict[int, int] = {}
    while waiting:
        state = waiting.pop()
        if state not in order:
            order[state] = len(order)
            row = table.states[state]
            waiting += [row[key][1] for key in sorted(row, reverse=True) if not _ends(row[key][0])]
    return order


def _ends(verb: Any) -> bool:
    return str(verb) == "Reduce"


def _row(row: dict[str, Any], order: dict[int, int], number: dict[Any, int]) -> dict[str, int]:
    """A state to go to, or ~n for the n-th rule to end, for each word and rule."""
    return {
        key: ~number[_rule(target)] if _ends(verb) else order[target] for key, (verb, target) in sorted(row.items())
    }


def _rule(rule: Any) -> tuple[str, str, str, bool]:
    """What lark's tree builder would do with a rule, one letter a part."""
    keeps = rule.options.keep_all_tokens
    parts = "".join(
        (DROP if symbol.filter_out and not keeps else KEEP)
        if symbol.is_term
        else (SPREAD if symbol.name.startswith("_") else KEEP)
        for symbol in rule.expansion
    )
    return (
        str(rule.origin.name),
        str(rule.alias or rule.origin.name),
        parts,
        bool(rule.options.expand1 and not rule.alias),
    )


if __name__ == "__main__":
    Path(__file__).with_name(TABLES).write_text(made(), encoding="utf-8")
