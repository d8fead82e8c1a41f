"""A set of claims for other programs and for people."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sverka.claims.decimals import decimal, exact
from sverka.claims.show import columns
from sverka.model.claim import Assertion, ClaimSet
from sverka.model.interval import Interval
from sverka.model.period import Period
from sverka.model.quantity import Kind

Json = dict[str, object]
_HEADINGS = ("id", "value", "allows", "period", "source", "where")


def to_json_objects(claims: ClaimSet) -> list[Json]:
    """One object for each assertion, as `sverka claims --format json` prints them.

    Numbers are int, Decimal or, where a decimal would not end, a ratio as text; never a float.
    """
    return [_object(assertion) for assertion in claims.assertions]


def _object(assertion: Assertion) -> Json:
    return {
        "id": assertion.id,
        "subject": assertion.subject,
        "metric": assertion.metric,
        "status": assertion.status.value,
        "period": _period(assertion.period),
        "kind": assertion.kind.value,
        "relation": assertion.relation.value,
        "values": [exact(value) for value in assertion.values],
        **_ends(assertion),
        "unit": assertion.unit,
        "against": _period(assertion.against),
        "derived": assertion.derived,
        "source": assertion.source,
        "file": assertion.place.file,
        "line": assertion.place.line,
        "column": assertion.place.column,
        "text": assertion.text,
        "dimension": assertion.dimension,
        "tolerance": assertion.tolerance,
        "arithmetic": assertion.arithmetic,
        "since": _day(assertion.since),
        "until": _day(assertion.until),
        "warn": assertion.warn,
        "note": assertion.note,
    }


def _ends(assertion: Assertion) -> Json:
    """The ends of what is allowed; of a date, its first and last day."""
    if assertion.days is not None:
        start, end = assertion.days.start.isoformat(), assertion.days.end.isoformat()
        return {"low": start, "high": end, "low_closed": True, "high_closed": True}
    interval = assertion.interval
    return {
        "low": None if interval.low is None else exact(interval.low),
        "high": None if interval.high is None else exact(interval.high),
        "low_closed": interval.low_closed,
        "high_closed": interval.high_closed,
    }


def _period(period: Period | None) -> Json | None:
    return None if period is None else {"start": period.start.isoformat(), "end": period.end.isoformat()}


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def to_table(claims: ClaimSet) -> str:
    """The assertions as a table for a terminal, one a line, columns in line whatever the script of the names."""
    rows = [_HEADINGS, *(_row(assertion) for assertion in claims.assertions)]
    widths = [max(columns(row[place]) for row in rows) for place in range(len(_HEADINGS))]
    return "\n".join(_line(row, widths) for row in rows) + "\n"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()


def _row(assertion: Assertion) -> tuple[str, ...]:
    return (
        assertion.id,
        f"{assertion.relation.value} {_said(assertion)}",
        _allowed(assertion.interval) if assertion.days is None else "",
        f"{assertion.period or ''}{f' vs {assertion.against}' if assertion.against else ''}".strip(),
        assertion.source or ("derived" if assertion.derived else ""),
        f"{assertion.place.file}:{assertion.place.line}",
    )


def _said(assertion: Assertion) -> str:
    if assertion.days is not None:
        return str(assertion.days)
    sign = "+" if assertion.kind is Kind.CHANGE and assertion.unit != "x" else ""
    numbers = "..".join(_signed(value, sign) for value in assertion.values)
    return f"{numbers} {assertion.unit or ''}".rstrip()


def _signed(value: Fraction, sign: str) -> str:
    return f"{sign if value > 0 else ''}{decimal(value)}"


def _allowed(interval: Interval) -> str:
    """`[4450000, 4550000)`, with `…` for an end that is open for ever."""
    if interval.is_point and interval.low is not None:
        return decimal(interval.low)
    low = "…" if interval.low is None else decimal(interval.low)
    high = "…" if interval.high is None else decimal(interval.high)
    return f"{'[' if interval.low_closed else '('}{low}, {high}{']' if interval.high_closed else ')'}"
