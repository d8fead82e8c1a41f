"""The likeliest cause of a conflict: an ordered list of small tests; the first that holds names it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sverka.check.book import Book
from sverka.check.compare import compare
from sverka.check.link import Candidate
from sverka.model.claim import Assertion
from sverka.model.figure import Figure
from sverka.model.finding import Cause
from sverka.model.quantity import Hedge, Kind


@dataclass(frozen=True, slots=True)
class Case:
    """A figure in conflict with an assertion, and the other assertions that might explain it."""

    figure: Figure
    assertion: Assertion
    others: Sequence[Assertion]


def diagnose(case: Case) -> tuple[Cause, str]:
    """The cause of a conflict and what shows it, in words."""
    for cause, test in _TESTS:
        shown = test(case)
        if shown:
            return cause, shown
    return Cause.VALUE, "nothing explains it better than a wrong value"


def _period(case: Case) -> str:
    for other in case.others:
        if other.status is not case.assertion.status or other.period == case.assertion.period:
            continue
        if _same_thing(other, case.assertion) and _agrees(case, other):
            return f"the number is right for {other.period or 'no stated period'} ({other.id})"
    return ""


def _status(case: Case) -> str:
    for other in case.others:
        if other.status is not case.assertion.status and _same_thing(other, case.assertion) and _agrees(case, other):
            return f"the number is that of the {other.status.value} ({other.id})"
    return ""


def _direction(case: Case) -> str:
    stated, claimed = case.figure.values, case.assertion.values
    if not stated or not claimed:
        return ""
    if case.figure.kind is Kind.CHANGE and stated[0] * claimed[0] < 0 and abs(stated[0]) == abs(claimed[0]):
        return "the change goes the other way"
    if case.figure.kind is Kind.CHANGE and case.figure.unit == "x" and stated[0] * claimed[0] == 1:
        return "the change goes the other way"
    if case.figure.hedge not in (None, Hedge.ABOUT) and case.figure.ends[0].contains(claimed[0]):
        return "the claimed value lies on the other side of the bound"
    if len(stated) == 2 and tuple(reversed(stated)) == claimed:
        return "the ends of the range are the wrong way round"
    return ""


def _scale(case: Case) -> str:
    if not _single(case) or not _is_measure(case.figure):
        return ""
    ratio = abs(case.figure.values[0] / case.assertion.values[0])
    power = 0
    while ratio > 1 and ratio % 10 == 0:
        ratio, power = ratio / 10, power + 1
    while ratio < 1:
        ratio, power = ratio * 10, power - 1
    if ratio != 1 or not power:
        return ""
    return f"the same digits, {10 ** abs(power):,} times too {'large' if power > 0 else 'small'}"


def _transposed(case: Case) -> str:
    if not _single(case):
        return ""
    stated, claimed = _digits(case.figure.values[0]), _digits(case.assertion.values[0])
    if stated == claimed or min(len(stated), len(claimed)) < 2:
        return ""
    if sorted(stated) == sorted(claimed):
        return "the same digits in another order"
    if _is_dropped(stated, claimed):
        return "a digit is missing"
    return "a digit is doubled or added" if _is_dropped(claimed, stated) else ""


def _subject(case: Case) -> str:
    for other in case.others:
        thing = (other.subject, other.metric)
        if thing != (case.assertion.subject, case.assertion.metric) and _equals(case, other):
            return f"the number is right for {other.subject} {other.metric}"
    return ""


_TESTS: tuple[tuple[Cause, Callable[[Case], str]], ...] = (
    (Cause.PERIOD, _period),
    (Cause.STATUS, _status),
    (Cause.DIRECTION, _direction),
    (Cause.SCALE, _scale),
    (Cause.SUBJECT, _subject),
    (Cause.TRANSPOSED, _transposed),
)


def _same_thing(left: Assertion, right: Assertion) -> bool:
    return (left.subject, left.metric, left.kind, left.unit) == (right.subject, right.metric, right.kind, right.unit)


def _agrees(case: Case, other: Assertion) -> bool:
    return _comparable(case.figure, other) and compare(case.figure, other).agrees


def _equals(case: Case, other: Assertion) -> bool:
    return _comparable(case.figure, other) and case.figure.values == other.values and bool(other.values)


def _comparable(figure: Figure, other: Assertion) -> bool:
    if other.kind is Kind.DATE or figure.kind in (Kind.DATE, Kind.PERIOD):
        return other.kind is Kind.DATE and figure.kind in (Kind.DATE, Kind.PERIOD)
    return bool(figure.values) and figure.kind is other.kind and figure.unit == other.unit


def _single(case: Case) -> bool:
    values = (*case.figure.values, *case.assertion.values)
    return len(case.figure.values) == 1 == len(case.assertion.values) and all(values)


def _is_measure(figure: Figure) -> bool:
    return figure.kind in (Kind.LEVEL, Kind.CHANGE)


def _digits(value: Fraction) -> str:
    """The significant digits of a decimal, without the zeros on either side."""
    value = abs(value)
    for _ in range(12):
        if value.denominator == 1:
            break
        value *= 10
    return str(int(value)).strip("0")


def _is_dropped(shorter: str, longer: str) -> bool:
    if len(longer) != len(shorter) + 1:
        return False
    return any(longer[:cut] + longer[cut + 1 :] == shorter for cut in range(len(longer)))


def others_of(candidates: Sequence[Candidate], book: Book) -> tuple[Assertion, ...]:
    """The assertions that may explain a conflict: the candidates first, then those on the same subject or metric,
    each once."""
    best = candidates[0].assertion
    listed = dict.fromkeys(candidate.assertion for candidate in candidates)
    return tuple(dict.fromkeys((*listed, *book.of_subject(best.subject), *book.of_metric(best.metric))))
