"""Frozen values as plain JSON and back, by the types that they declare."""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints


class Shorthand(NamedTuple):
    """How a value of one type becomes lists, words and whole numbers, and is made of them again."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


_SIMPLE = {
    **dict.fromkeys((str, int, bool), Shorthand(_same, _same)),
    date: Shorthand(date.isoformat, date.fromisoformat),
    Fraction: Shorthand(
        lambda value: value.numerator if value.denominator == 1 else [value.numerator, value.denominator],
        lambda plain: Fraction(plain) if isinstance(plain, int) else Fraction(*plain),
    ),
}


@cache
def shorthand(kind: Any) -> Shorthand:
    """The shorthand of a type: of a simple one, of a dataclass or a named tuple of them, or of their containers.

    Raises TypeError for any other, so that nothing is written that could not be read back.
    """
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if is_dataclass(kind):
        return _of_fields(kind, fields(kind))
    if inspect.isclass(kind) and issubclass(kind, Enum):
        return Shorthand(lambda member: member.value, kind)
    return _of_container(kind, get_origin(kind), get_args(kind))


def _of_fields(kind: Any, parts: Sequence[Field[Any]]) -> Shorthand:
    """A list of the fields in their order, without the last ones that are as by default."""
    hints = get_type_hints(kind)
    codes = [shorthand(hints[part.name]) for part in parts]
    defaults = [part.default for part in parts]
    names = [part.name for part in parts]

    def encode(value: Any) -> list[Any]:
        said = [getattr(value, name) for name in names]
        while said and defaults[len(said) - 1] is not MISSING and said[-1] == defaults[len(said) - 1]:
            said.pop()
        return [code.encode(each) for code, each in zip(codes, said, strict=False)]

    return Shorthand(encode, lambda plain: kind(*(code.decode(each) for code, each in zip(codes, plain, strict=False))))


def _of_container(kind: Any, origin: Any, parts: Sequence[Any]) -> Shorthand:
    if origin in (Union, types.UnionType) and len(parts) == 2 and parts[1] is type(None):
        some = shorthand(parts[0])
        return Shorthand(
            lambda value: None if value is None else some.encode(value),
            lambda plain: None if plain is None else some.decode(plain),
        )
    if origin is tuple and len(parts) == 2 and parts[1] is Ellipsis:
        each = shorthand(parts[0])
        return Shorthand(lambda value: list(map(each.encode, value)), lambda plain: tuple(map(each.decode, plain)))
    if origin in (dict, Mapping) and parts[0] is str:
        each = shorthand(parts[1])
        return Shorthand(
            lambda value: {key: each.encode(one) for key, one in value.items()},
            lambda plain: {key: each.decode(one) for key, one in plain.items()},
        )
    raise TypeError(f"no shorthand for {kind!r}")
