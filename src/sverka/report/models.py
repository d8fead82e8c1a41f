"""The shape of report.json as pydantic models, from which its JSON Schema is made.

Nothing imports this at run time: `to_json` writes plain objects, and a test holds the two together.
"""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, WithJsonSchema

from sverka.model.figure import Reason, Scope
from sverka.model.finding import Cause, Fate, Grade, Role
from sverka.model.quantity import Hedge, Kind, Status

Number = Annotated[
    Decimal | str,
    WithJsonSchema(
        {
            "description": "An exact decimal; as a string where it is no finite decimal, or a very long one.",
            "anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?\d+(/\d+)?$"}],
        }
    ),
]
Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Offset = Annotated[int, Field(ge=0, description="In code points, from the beginning of the document's text.")]
Position = Annotated[int, Field(ge=1)]


class Tool(BaseModel):
    name: Literal["sverka"]
    version: str


class ClaimFile(BaseModel):
    path: str
    sha256: Sha256


class Claims(BaseModel):
    files: list[ClaimFile]
    assertions: Annotated[int, Field(ge=0)]


class Precision(BaseModel):
    """The shares by which words loosen a number: of a round number, of "about", of "almost"."""

    round_cap: Number
    about: Number
    almost: Number


class Days(BaseModel):
    """A run of days, both ends included."""

    start: datetime.date
    end: datetime.date


class Interval(BaseModel):
    """A set of numbers; an end that is null is open for ever."""

    low: Number | None
    high: Number | None
    low_closed: bool
    high_closed: bool


class Source(BaseModel):
    id: str
    title: str
    date: datetime.date | None
    address: str | None


class Claim(BaseModel):
    """The claim that a finding rests on; of a date, `low` and `high` are its first and last day."""

    id: str
    file: str
    line: Position
    text: str
    column: Position
    derived: bool
    values: list[Number]
    low: Number | datetime.date | None
    high: Number | datetime.date | None
    low_closed: bool
    high_closed: bool
    unit: str | None
    period: Days | None
    source: Source | None


class Evidence(BaseModel):
    """A span of the document's text, what it showed, and how near to the figure it stands; of another document's text
    where `path` names one."""

    role: Role
    start: Offset
    end: Offset
    scope: Scope
    how: str
    path: str | None


class Figure(Interval):
    """A figure of the text, what it means, and its fate."""

    start: Offset
    end: Offset
    line: Position
    column: Position
    text: str
    kind: Kind
    values: Annotated[list[Number], Field(description="In `unit`: one, or both ends of a range; none of a date.")]
    unit: str | None
    hedge: Hedge | None
    period: Annotated[Days | None, Field(description="The days that a date names, or that govern another figure.")]
    status: Status
    ends: Annotated[list[Interval], Field(description="The interval of each value.")]
    against: Annotated[Days | None, Field(description="What a change is measured from.")]
    direction: Literal["up", "down", "level"] | None
    read_by: Annotated[str, Field(description="The rule that read the figure.")]
    why: Annotated[str | None, Field(description="Why the wording alone shows that nothing is stated.")]
    fate: Fate
    grade: Annotated[Grade | None, Field(description="With `agree`: how well.")]
    reason: Annotated[Reason | None, Field(description="With `ignored`: why.")]
    code: Annotated[Cause | None, Field(description="With `conflict`: the likeliest cause.")]
    claim: Annotated[
        Claim | None,
        Field(description="What the figure was held against; with `unsupported`, what it may have meant."),
    ]
    evidence: list[Evidence]
    message: str
    suggestion: Annotated[str | None, Field(description="The words to put in place of `text`.")]
    derived: Annotated[bool, Field(description="True where the claim is worked out from other claims.")]
    warning: bool
    comparison: str | None
    power: Annotated[str | None, Field(description="With `agree`: the smallest error it would have caught.")]
    rule: Annotated[str, Field(description="The rule that decided.")]


class Problem(BaseModel):
    """Something wrong with the input; line and column are 0 where it is the whole file."""

    file: str
    line: Annotated[int, Field(ge=0)]
    column: Annotated[int, Field(ge=0)]
    code: str
    message: str
    remedy: str


class Summary(BaseModel):
    agree: Annotated[int, Field(ge=0)]
    conflict: Annotated[int, Field(ge=0)]
    unsupported: Annotated[int, Field(ge=0)]
    ignored: Annotated[int, Field(ge=0)]


class Checked(BaseModel):
    """A document that was read, with a figure for each of its numeric expressions, in the order of the text."""

    path: str
    sha256: Sha256
    status: Literal["checked"]
    language: str
    date: Annotated[str | None, Field(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")]
    date_from: str | None
    title: str | None
    encoding: str
    notes: list[str]
    figures: list[Figure]
    summary: Summary


class Unreadable(BaseModel):
    """A document that could not be read, and why."""

    path: str
    status: Literal["unreadable"]
    problem: Problem
    figures: Annotated[list[Figure], Field(max_length=0)]
    summary: Summary


class Report(BaseModel):
    """What `sverka check` found. Fields may be added; those that are here keep their names and meaning."""

    schema_version: Literal["1"]
    tool: Tool
    claims: Claims
    precision: Precision
    documents: list[Checked | Unreadable]
    summary: Summary
    problems: list[Problem]


def generate() -> str:
    """The JSON Schema (2020-12) of report.json, as committed beside this file."""
    body: dict[str, Any] = Report.model_json_schema(mode="serialization")
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "sverka report"}
    return json.dumps(dialect | {key: each for key, each in body.items() if key != "title"}, indent=2) + "\n"
