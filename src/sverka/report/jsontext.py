"""A JSON writer for exact numbers: fractions become numerals without ever being floats."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
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
    return _writer[type(value)](value)


class _Writers(dict[type, Callable[[Any], str]]):
    """What writes the values of each type on one line."""

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        found = next((writer for kinds, writer in _WRITERS if issubclass(kind, kinds)), None)
        if found is None:
            raise TypeError(f"{kind.__name__} has no place in a report")
        self[kind] = found
        return found


_writer = _Writers()


def _object(value: Mapping[str, Any]) -> str:
    return "{" + ", ".join([_key(key) + _writer[type(each)](each) for key, each in value.items()]) + "}"


@lru_cache(maxsize=1000)
def _key(key: str) -> str:
    return f"{_string(key)}: "


def _array(value: Sequence[Any]) -> str:
    return "[" + ", ".join(map(_inline, value)) + "]"


def _number(value: int | Fraction) -> str:
    return _numeral(*value.as_integer_ratio())


@lru_cache(maxsize=10_000)
def _numeral(numerator: int, denominator: int) -> str:
    """Reports say the same few numbers again and again."""
    return json_number(Fraction(numerator, denominator))


def _is_container(value: Any) -> bool:
    return isinstance(value, Mapping | tuple | list)


def _members(value: Any) -> Sequence[Any]:
    return list(value.values()) if isinstance(value, Mapping) else value


def _string(text: str) -> str:
    if text.isascii() or _SURROGATE.search(text) is None:
        return encode_basestring(text)
    # A lone surrogate has no UTF-8; its escape is legal JSON and says the same.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", encode_basestring(text))


_WRITERS: tuple[tuple[Any, Callable[[Any], str]], ...] = (
    (str, _string),
    (type(None), lambda _: "null"),
    (bool, lambda value: "true" if value else "false"),
    (int | Fraction, _number),
    (date, lambda value: f'"{value.isoformat()}"'),
    (Mapping, _object),
    (Sequence, _array),
)
