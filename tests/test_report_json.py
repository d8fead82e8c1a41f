"""report.json: its schema, its exact numbers, its positions."""

from __future__ import annotations

import doctest
import json
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.claims import parse_claims
from sverka.model.finding import CheckedDocument, Fate, Finding
from sverka.model.interval import Interval
from sverka.model.span import Span
from sverka.report import (
    Extracted,
    Report,
    figure_object,
    report_object,
    schema,
    to_claims_json,
    to_claims_table,
    to_json,
    to_jsonl,
)
from sverka.report.jsontext import write, write_line
from sverka.report.lines import LineIndex
from sverka.report.models import generate
from sverka.report.numbers import decimal_text, grouped, json_number
from test_report_sample import ANNEX, PORT, document_of, figure_of, marked, sample_report

PACKAGE = Path(sys.modules["sverka.report"].__file__ or "").parent
MEANING = [
    "start",
    "end",
    "line",
    "column",
    "text",
    "kind",
    "values",
    "low",
    "high",
    "low_closed",
    "high_closed",
    "unit",
    "hedge",
    "period",
    "status",
]
FIELDS = (*MEANING, *["fate", "grade", "reason", "code", "claim", "evidence", "message", "suggestion"])


def validator(*, closed: bool = False) -> jsonschema.Draft202012Validator:
    """A validator of the published schema; a closed one lets no unknown field pass."""
    published = json.loads(schema())
    if closed:
        for shape in (published, *published["$defs"].values()):
            if "properties" in shape:
                shape["additionalProperties"] = False
    return jsonschema.Draft202012Validator(published, format_checker=jsonschema.FormatChecker())


def read(written: str) -> Any:
    return json.loads(written, parse_float=Decimal)


def one_figure(values: tuple[str, ...], interval: Interval | None = None, text: str = "5 тонн") -> Report:
    document = document_of("a.txt", text)
    figure = figure_of(document, Span(0, len(text)), values, interval, "t")
    checked = CheckedDocument(document, (Finding(figure, Fate.UNSUPPORTED, "no claim", "no claim covers this"),))
    return replace(sample_report(), documents=(checked,))


def test_the_schema_is_the_one_that_the_models_make() -> None:
    assert schema() == generate(), "write models.generate() to report.schema.json"
    jsonschema.Draft202012Validator.check_schema(json.loads(schema()))


def test_the_sample_is_valid_and_has_no_field_that_the_schema_does_not_know() -> None:
    validator(closed=True).validate(read(to_json(sample_report())))


def test_every_figure_has_every_field_of_the_contract() -> None:
    for document in read(to_json(sample_report()))["documents"]:
        for figure in document["figures"]:
            assert not set(FIELDS) - set(figure)


def test_a_reason_goes_with_ignored_a_code_with_conflict_and_a_grade_with_agree() -> None:
    needs = {"ignored": "reason", "conflict": "code", "agree": "grade", "unsupported": ""}
    for document in read(to_json(sample_report()))["documents"]:
        for figure in document["figures"]:
            given_ = [name for name in ("reason", "code", "grade") if figure[name] is not None]
            assert given_ == [name for name in [needs[figure["fate"]]] if name]


def test_text_is_what_stands_between_start_and_end_at_its_line_and_column() -> None:
    text, _ = marked(PORT)
    for figure in read(to_json(sample_report()))["documents"][2]["figures"]:
        assert text[figure["start"] : figure["end"]] == figure["text"]
        line = text.split("\n")[figure["line"] - 1]
        assert line[figure["column"] - 1 :].startswith(figure["text"])


def test_a_date_has_its_days_in_period_and_no_values() -> None:
    figures = read(to_json(sample_report()))["documents"][2]["figures"]
    day = next(figure for figure in figures if figure["kind"] == "date")
    assert (day["values"], day["low"], day["high"]) == ([], None, None)
    assert day["period"] == {"start": "2024-03-11", "end": "2024-03-11"}
    assert (day["claim"]["low"], day["claim"]["high"]) == ("2024-03-12", "2024-03-12")


def test_an_unreadable_document_says_why_and_has_no_figures() -> None:
    document = read(to_json(sample_report()))["documents"][1]
    assert document["status"] == "unreadable"
    assert document["problem"]["message"] == "the file ends in the middle of a page"
    assert document["figures"] == []
    assert document["summary"] == {"agree": 0, "conflict": 0, "unsupported": 0, "ignored": 0}


def test_the_summary_is_the_sum_of_the_documents() -> None:
    report = read(to_json(sample_report()))
    for fate, total in report["summary"].items():
        assert total == sum(document["summary"][fate] for document in report["documents"])


def test_an_extracted_figure_has_its_path_and_no_fate() -> None:
    text, at = marked(ANNEX)
    document = document_of("annex.txt", text)
    figure = figure_of(document, at["a_volume"], ("3800000",), None, "t")
    fields = figure_object(document, figure)
    assert list(fields)[:3] == ["path", "start", "end"]
    assert not {"fate", "grade", "claim", "message"} & set(fields)
    line = read(to_jsonl([Extracted(document, (figure,), line_number=7)]))
    assert (line["path"], line["line_number"], line["start"]) == ("annex.txt", 7, at["a_volume"].start)
    assert set(MEANING) <= set(line)


def test_assertions_are_listed_with_exact_values() -> None:
    listed = read(to_claims_json(sample_report().claims))
    assert [each["line"] for each in listed] == [1, 1, 2, 3, 4, 5, 6, 7]
    assert (listed[3]["values"], listed[3]["low"]) == ([1470000], 1465000)


def test_assertions_name_what_their_subject_and_metric_are_a_part_of() -> None:
    text = "entity port\nentity quay part of port\nmetric volume: mass\nmetric coal: mass part of volume\n"
    claims, problems = parse_claims({"a.claims": f"{text}port volume 5 Mt\nquay coal 1 Mt\n"})
    assert not problems
    listed = read(to_claims_json(claims))
    assert [(each["subject_part_of"], each["metric_part_of"]) for each in listed] == [(None, None), ("port", "volume")]
    assert to_claims_table(claims).splitlines()[2].endswith("port, volume")


def test_neither_pydantic_nor_jinja_is_imported_to_write_json() -> None:
    script = "import sys, sverka.report as r; r.schema(); print({'pydantic', 'jinja2', 'rich'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(0), "0"),
        (Fraction("4.55"), "4.55"),
        (Fraction("-0.05"), "-0.05"),
        (Fraction(1, 1024), "0.0009765625"),
        (Fraction(10**20), "100000000000000000000"),
        (Fraction(1, 3), '"1/3"'),
        (Fraction(-2, 3), '"-2/3"'),
        (Fraction(10**4400), '"1' + "0" * 4400 + '"'),
    ],
)
def test_a_number_is_a_decimal_where_it_is_one(value: Fraction, written: str) -> None:
    assert json_number(value) == written


@given(st.fractions())
def test_no_number_loses_anything(value: Fraction) -> None:
    written = decimal_text(value)
    assert Fraction(written if written is not None else read(json_number(value))) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_every_decimal_is_a_json_number(value: Decimal) -> None:
    assert Fraction(Decimal(read(write([Fraction(value)]))[0])) == Fraction(value)


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1800", "1800"), ("12345", "12 345"), ("-0.5", "−0.5"), ("1/3", "≈0.333333"), ("20000000/3", "≈6 666 667")],
)
def test_people_read_numbers_in_groups(value: str, shown: str) -> None:
    assert grouped(Fraction(value), " ") == shown


@given(st.recursive(st.text() | st.integers() | st.booleans() | st.none(), st.lists, max_leaves=20))
def test_what_is_written_is_read_back(value: Any) -> None:
    assert json.loads(write(value)) == value == json.loads(write_line(value))
    assert "\n" not in write_line(value)[:-1]


def test_a_lone_surrogate_is_written_as_its_escape() -> None:
    assert write("a\ud800").encode() == b'"a\\ud800"\n'


def test_what_has_no_place_in_a_report_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="float"):
        write([0.1])


@pytest.mark.parametrize("text", ["5 тонн", "5\x00\x1b\u202e тонн", "5 \U0001f600 «тонн»", '5 "\\'])
def test_any_text_is_valid(text: str) -> None:
    written = to_json(one_figure(("5",), text=text))
    validator(closed=True).validate(read(written))
    assert read(written)["documents"][0]["figures"][0]["text"] == text


def test_ends_that_are_open_are_null_and_fractions_are_strings() -> None:
    (figure,) = report_object(one_figure(("1/3",), Interval.above(Fraction(1, 3), closed=False)))["documents"][0][
        "figures"
    ]
    assert (figure["low"], figure["high"]) == (Fraction(1, 3), None)
    written = to_json(one_figure(("1/3",), Interval.above(Fraction(1, 3), closed=False)))
    validator().validate(read(written))
    assert '"low": "1/3"' in written


@given(st.text(st.sampled_from("ab\n\r\f\u2028é"), max_size=30), st.data())
def test_lines_and_columns_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    index = LineIndex(text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = index.position(offset)
    start, _ = index.bounds(line)
    assert start + column - 1 == offset
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    inside_a_break = offset and text[offset - 1 : offset + 1] == "\r\n"
    assert line == before.count("\n") + 1 - bool(inside_a_break)


@pytest.mark.parametrize("module", sorted(path.stem for path in PACKAGE.glob("*.py") if path.stem != "__init__"))
def test_examples_in_docstrings_are_true(module: str) -> None:
    assert doctest.testmod(import_module(f"sverka.report.{module}")).failed == 0
