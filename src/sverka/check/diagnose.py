"""The likeliest cause of a conflict: an ordered list of small tests; the first that holds names it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sverka.check.book import Book
from sverka.check.compare import compare
from sverka.check.link import Candidate
from sverka.model.claim import Assertion
from sverka.model.figure import Figure
from sverka.model.finding import Cause
from sverka.model.period import Period
from sverka.model.quantity import Hedge, Kind


@dataclass(frozen=True, slots=True)
class Case:
    """A figure in conflict with an assertion, the other assertions that might explain it, and the document's date."""

    figure: Figure
    assertion: Assertion
    others: Sequence[Assertion]
    today: Period | None = None


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
        power = next((each for each in _WORDS if _meets_shifted(case, each)), 0)
    if not power:
        return ""
    return f"the same digits, {10 ** abs(power):,} times too {'large' if power > 0 else 'small'}"


# The powers of ten between one scale word and another.
_WORDS = (3, -3, 6, -6)


def _meets_shifted(case: Case, power: int) -> bool:
    """Whether a rounded or hedged number would be right with another scale word."""
    ends = (case.figure.ends[0], case.assertion.ends[0])
    return ends[0].times(1 / Fraction(10) ** power).meets(ends[1])


def _transposed(case: Case) -> str:
    """What fingers did to the digits; of a range or a date, where only one of its numbers differs."""
    differing = [pair for pair in _numbers(case) if pair[0] != pair[1]]
    return _mistyped(*differing[0]) if len(differing) == 1 else ""


def _numbers(case: Case) -> Iterator[tuple[str, str]]:
    """The digits that the text has and those that the claim has, number by number."""
    figure, assertion = case.figure, case.assertion
    if figure.days is not None and assertion.days is not None:
        said, known = figure.days.start, assertion.days.start
        yield str(said.year), str(known.year)
        yield str(said.month), str(known.month)
        yield str(said.day), str(known.day)
    elif assertion.days is not None:
        marked = figure.when.period if figure.when else case.today
        if marked is not None and figure.values:
            yield _digits(figure.values[0]), str(marked.start.year - assertion.days.start.year)
    elif len(figure.values) == len(assertion.values):
        scale = 10 ** _zeros(*figure.values, *assertion.values)
        for stated, claimed in zip(figure.values, assertion.values, strict=True):
            yield _digits(stated / scale), _digits(claimed / scale)


def _zeros(*values: Fraction) -> int:
    """How many zeros all of the numbers end in."""
    whole = [digits for value in values if (digits := _digits(value)).strip("0")]
    return min((len(digits) - len(digits.rstrip("0")) for digits in whole), default=0)


def _mistyped(stated: str, claimed: str) -> str:
    if sorted(stated) == sorted(claimed):
        return "the same digits in another order"
    if _is_dropped(stated, claimed):
        return "a digit is missing"
    if stated == claimed * 2 or (len(claimed) > 1 and _is_dropped(claimed, stated)):
        return "a digit is doubled or added"
    return ""


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
    """The digits of a decimal, without the mark and the zeros before them."""
    value = abs(value)
    for _ in range(12):
        if value.denominator == 1:
            break
        value *= 10
    return str(int(value)).lstrip("0")


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
