"""The Markdown specifications of figures, run: SVERKA_UPDATE=1 writes what is found into them.

A heading, a `text` block, and a `figures` block with a line for each figure that is not ignored:
`surface | kind | values | unit | hedge | interval`. An empty block is a counterexample: nothing is stated there. Of
`rows-*.md`, tables and lists, each line is a paragraph of its own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from datespec import analysis
from sverka import languages
from sverka.figures import find_figures
from sverka.model.document import Block, BlockKind, Document
from sverka.model.figure import Figure
from sverka.model.interval import Interval
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.analysis import analyse

SPEC = Path(__file__).parent / "spec"
_CASE = re.compile(r"## (?P<name>[^\n]+)\n+```text\n(?P<text>.*?)```\n+```figures\n(?P<figures>.*?)```", re.DOTALL)


def _figures(text: str, language: str) -> tuple[Figure, ...]:
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    document = Document("spec", text, "", language, (block,))
    return tuple(one for one in find_figures(analyse(document)) if one.ignored is None)


def _figures_of_rows(text: str, language: str) -> tuple[Figure, ...]:
    return tuple(one for one in find_figures(analysis(text, language, None)) if one.ignored is None)


def _number(value: Fraction | None) -> str:
    if value is None:
        return "…"
    whole, below = value.numerator, value.denominator
    if below != 2 ** _power(below, 2) * 5 ** _power(below, 5):
        return f"{whole}/{below}"
    places = max(_power(below, 2), _power(below, 5))
    digits = str(abs(whole) * 10**places // below).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if value < 0 else text


def _power(number: int, prime: int) -> int:
    return next(power for power in range(number) if number % prime ** (power + 1))


def _bounds(interval: Interval) -> str:
    opening, closing = "[" if interval.low_closed else "(", "]" if interval.high_closed else ")"
    return f"{opening}{_number(interval.low)}, {_number(interval.high)}{closing}"


def _line(figure: Figure) -> str:
    if figure.kind in (Kind.DATE, Kind.PERIOD):
        return f"{figure.text} | {figure.kind}"
    values = " ".join(map(_number, figure.values))
    fields = (figure.text, figure.kind, values, figure.unit or "", figure.hedge or "", _bounds(figure.interval))
    return " | ".join(map(str, fields)).replace("\u00a0", " ")


def _cases() -> Iterator[tuple[str, str]]:
    for path in sorted((*SPEC.glob("figures-*.md"), *SPEC.glob("rows-*.md"))):
        for match in _CASE.finditer(path.read_text(encoding="utf-8")):
            yield path.name, match["name"]


@pytest.mark.parametrize(("file", "name"), list(_cases()))
def test_a_specification_holds(file: str, name: str) -> None:
    path = SPEC / file
    written = path.read_text(encoding="utf-8")
    case = next(match for match in _CASE.finditer(written) if match["name"] == name)
    language = path.stem.partition("-")[2]
    figures = _figures_of_rows if file.startswith("rows-") else _figures
    found = "".join(f"{_line(figure)}\n" for figure in figures(case["text"].rstrip("\n"), language))
    if os.environ.get("SVERKA_UPDATE"):
        path.write_text(written[: case.start("figures")] + found + written[case.end("figures") :], encoding="utf-8")
    else:
        assert found == case["figures"]


def _examples(table: str) -> list[tuple[str, dict[str, object]]]:
    return [(tag, example) for tag in languages.tags() for example in languages.table(tag).get(table, ())]


@pytest.mark.parametrize(("tag", "example"), [one for one in _examples("examples") if "values" in one[1]])
def test_an_example_of_a_language_file_is_read(tag: str, example: dict[str, object]) -> None:
    (figure,) = _figures(str(example["text"]), tag)
    assert [str(value) for value in figure.values] == example["values"]
    assert figure.unit == example.get("unit", figure.unit)
    assert figure.hedge == example.get("hedge")


@pytest.mark.parametrize(("tag", "example"), _examples("counterexamples"))
def test_a_counterexample_of_a_language_file_states_nothing(tag: str, example: dict[str, object]) -> None:
    assert not _figures(str(example["text"]), tag)
