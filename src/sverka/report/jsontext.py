"""A JSON writer for exact numbers: fractions become numerals without ever being floats."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from json.encoder import encode_basestring
from typing import Any

from sverka.report.numbers import json_number

_SURROGATE = re.compile("[\ud800-\udfff]")
_ROOM = 100


def write(value: Any) -> str:
    """The value as JSON with two spaces of indent; short lists and objects of plain values stay on one line.

    Takes mappings with string keys, sequences, strings, integers, fractions, booleans, dates and None.
    """
    return _laid_out(value, "") + "\n"


def write_line(value: Any) -> str:
    """The value as JSON on one line, for JSON Lines; ends in a line feed."""
    return _inline(value) + "\n"


def _laid_out(value: Any, indent: str) -> str:
    if not _is_container(value):
        return _inline(value)
    if not any(map(_is_container, _members(value))):
        line = _inline(value)
        if len(line) <= _ROOM:
            return line
    deeper = indent + "  "
    if isinstance(value, Mapping):
        rows = [f"{deeper}{_string(key)}: {_laid_out(each, deeper)}" for key, each in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{indent}}}"
    rows = [deeper + _laid_out(each, deeper) for each in value]
    return "[\n" + ",\n".join(rows) + f"\n{indent}]"


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_string(key)}: {_inline(each)}" for key, each in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(_inline, value)) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return _string(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    if isinstance(value, int | Fraction):
        return json_number(Fraction(value))
    raise TypeError(f"{type(value).__name__} has no place in a report")


def _is_container(value: Any) -> bool:
    return isinstance(value, Mapping | tuple | list)


def _members(value: Any) -> Sequence[Any]:
    return list(value.values()) if isinstance(value, Mapping) else value


def _string(text: str) -> str:
    # A lone surrogate has no UTF-8; its escape is legal JSON and says the same.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", encode_basestring(text))
