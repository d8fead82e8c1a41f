"""The likeliest cause of a conflict: an ordered list of small tests; the first that holds names it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sverka import units
from sverka.check.book import Book, Former
from sverka.check.compare import compare
from sverka.check.fit import is_unitless, without_time
from sverka.check.link import Candidate
from sverka.check.numerals import unit_factor
from sverka.model.claim import Assertion
from sverka.model.figure import Figure
from sverka.model.finding import Cause, Grade
from sverka.model.period import Period
from sverka.model.quantity import Hedge, Kind


@dataclass(frozen=True, slots=True)
class Case:
    """A figure in conflict with an assertion, the other assertions that might explain it, and the document's date."""

    figure: Figure
    assertion: Assertion
    others: Sequence[Assertion]
    language: str
    today: Period | None = None
    former: Sequence[Former] = ()


def diagnose(case: Case) -> tuple[Cause, str]:
    """The cause of a conflict and what shows it, in words."""
    for cause, test in _TESTS:
        shown = test(case)
        if shown:
            return cause, shown
    return Cause.VALUE, "nothing explains it better than a wrong value"


def _former(case: Case) -> str:
    """The number was right once, and a later source has put it right."""
    for former in case.former:
        if _same_thing(former.assertion, case.assertion) and _agrees(case, former.assertion):
            return f"the number is that of {former.assertion.id}, {former.why}"
    return ""


def _period(case: Case) -> str:
    for other in case.others:
        is_told_alike = other.status is case.assertion.status or _is_told_of_another(case, other)
        if not is_told_alike or other.period == case.assertion.period:
            continue
        if _same_thing(other, case.assertion) and (_agrees(case, other) or _is_bounded_by(case, other)):
            return f"the number is right for {other.period or 'no stated period'} ({other.id})"
    return ""


def _is_told_of_another(case: Case, other: Assertion) -> bool:
    """The text tells what another claim does, as plan or as forecast, but of a period that is not that claim's."""
    when = case.figure.when
    is_named = when is not None and other.period is not None and not when.period.overlaps(other.period)
    return is_named and other.status is case.figure.status


def _status(case: Case) -> str:
    for other in case.others:
        if other.status is not case.assertion.status and _same_thing(other, case.assertion) and _agrees(case, other):
            return f"the number is that of the {other.status.value} ({other.id})"
    return ""


def _direction(case: Case) -> str:
    stated, claimed = case.figure.values, case.assertion.values
    if not stated or not claimed:
        return ""
    if _is_measure(case.figure) and stated[0] * claimed[0] < 0 and _agrees_turned(case):
        return "the change goes the other way"
    if case.figure.kind is Kind.CHANGE and case.figure.unit == "x" and stated[0] * claimed[0] == 1:
        return "the change goes the other way"
    if case.figure.hedge not in (None, Hedge.ABOUT) and case.figure.ends[0].contains(claimed[0]):
        return "the claimed value lies on the other side of the bound"
    if len(stated) == 2 and tuple(reversed(stated)) == claimed:
        return "the ends of the range are the wrong way round"
    return ""


def _agrees_turned(case: Case) -> bool:
    """The change would be right the other way; also where both are rounded."""
    ends = case.figure.ends[0], case.assertion.ends[0]
    return abs(case.figure.values[0]) == abs(case.assertion.values[0]) or ends[0].times(Fraction(-1)).meets(ends[1])


def _kind(case: Case) -> str:
    """«Вырос на 690 млн» for «до 690 млн»: the number is the level that was reached, or the change that led to it."""
    for other in case.others:
        same = (other.subject, other.metric) == (case.assertion.subject, case.assertion.metric)
        crossed = {other.kind, case.figure.kind} == {Kind.LEVEL, Kind.CHANGE} and other.unit == case.figure.unit
        equal = other.values and [abs(value) for value in other.values] == [abs(each) for each in case.figure.values]
        if same and crossed and equal:
            return f"the number is that of the {other.kind.value} ({other.id})"
    return ""


def _unit(case: Case) -> str:
    """«380 миль» for 380 km: the same number of another unit, and none that only a prefix tells from it."""
    figure, claimed = case.figure, case.assertion
    mine = unit_factor(figure, case.language) if _single(case) and figure.parts.unit else None
    if mine is None or figure.dimension != claimed.dimension or not figure.unit:
        return ""
    base, written = figure.unit.partition("/")[0], figure.values[0] / mine
    same = [unit for unit in units.table().values() if unit.canonical == base]
    own = [unit.code for unit in same if unit.factor == mine]
    for meant in same:
        # With the plain unit of the dimension a power of ten is one of scale.
        is_scale = mine == 1 and _power_of_ten(meant.factor) is not None
        is_right = meant.factor != mine and not is_scale and written * meant.factor == claimed.values[0]
        if is_right and not any(_is_prefixed(meant.code, code) or _is_prefixed(code, meant.code) for code in own):
            return f"the number is right in {meant.code}"
    return ""


def _is_prefixed(long: str, short: str) -> bool:
    """MWh and kWh, km and m: the first letter makes the difference."""
    return long[1:] == short or (len(long) > 1 and long[1:] == short[1:])


def _scale(case: Case) -> str:
    if not _paired(case) or not _is_measure(case.figure):
        return ""
    power = _power_of_ten(abs(case.figure.values[0] / case.assertion.values[0]))
    power = power if len(case.figure.values) == 1 else 0
    power = power or next((each for each in _WORDS if _meets_shifted(case, each)), 0)
    power = power or next((each for each in _PLACES if _is_rounded_alike(case) and _meets_shifted(case, each)), 0)
    if not power:
        return ""
    return f"the same digits, {10 ** abs(power):,} times too {'large' if power > 0 else 'small'}"


def _power_of_ten(ratio: Fraction) -> int | None:
    power = 0
    while ratio > 1 and ratio % 10 == 0:
        ratio, power = ratio / 10, power + 1
    while ratio < 1:
        ratio, power = ratio * 10, power - 1
    return power if ratio == 1 else None


# The powers of ten between one scale word and another.
_WORDS = (3, -3, 6, -6)
# Those that a lost or misplaced decimal mark makes.
_PLACES = (1, -1, 2, -2)


def _meets_shifted(case: Case, power: int) -> bool:
    """Whether a rounded or hedged number would be right with another scale word, or another place of its mark."""
    factor = 1 / Fraction(10) ** power
    if case.figure.hedge is Hedge.ABOUT:
        return case.figure.interval.times(factor).meets(case.assertion.interval)
    ends = zip(case.figure.ends, case.assertion.ends, strict=True)
    return all(stated.times(factor).meets(claimed) for stated, claimed in ends)


def _is_rounded_alike(case: Case) -> bool:
    """The digits of the figure, two or more, are those of the claim, rounded; «около 05» is one that a mark left."""
    stated, claimed = _digits(case.figure.values[0]).rstrip("0"), _digits(case.assertion.values[0])
    return case.figure.hedge is Hedge.ABOUT or (len(stated) > 1 and stated in _shortened(claimed))


def _transposed(case: Case) -> str:
    """What fingers did to the digits; of a range or a date, where only one of its numbers differs."""
    differing = [pair for pair in _numbers(case) if pair[0] != pair[1]]
    if len(differing) != 1:
        return ""
    return _mistyped(*differing[0]) or _mistyped_when_rounded(case, *differing[0])


def _mistyped_when_rounded(case: Case, stated: str, claimed: str) -> str:
    """«22,8» where the claim of 2.76 would be told as 2.8; a digit too many makes a number much larger."""
    if not _single(case):
        return ""
    stated, ratio = stated.rstrip("0"), abs(case.figure.values[0] / case.assertion.values[0])
    is_far = not 1 / _MUCH < ratio < _MUCH
    shorter = [short for short in _shortened(claimed) if is_far or sorted(short) == sorted(stated)]
    return next((shown for short in shorter if (shown := _mistyped(stated, short))), "")


def _shortened(digits: str) -> Iterator[str]:
    """A number's digits, rounded or cut off to two or more."""
    whole = digits.rstrip("0")
    for length in range(len(whole) - 1, 1, -1):
        yield str(int(whole[:length]) + (whole[length] >= "5"))
        yield whole[:length]


# How many times a number with a digit too many is as large, at the least.
_MUCH = Fraction(5)
# How many days a month may have; what has more is a year or a part of it, and names no day.
_SHORTEST_MONTH, _MONTH = 28, 31


def _numbers(case: Case) -> Iterator[tuple[str, str]]:
    """The digits that the text has and those that the claim has, number by number."""
    figure, assertion = case.figure, case.assertion
    if figure.days is not None and assertion.days is not None:
        said, known = figure.days.start, assertion.days.start
        yield str(said.year), str(known.year)
        if figure.days.days <= _MONTH:
            yield str(said.month), str(known.month)
        if figure.days.days < _SHORTEST_MONTH:
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
    (Cause.PERIOD, _former),
    (Cause.PERIOD, _period),
    (Cause.STATUS, _status),
    (Cause.DIRECTION, _direction),
    (Cause.PERCENT, _kind),
    (Cause.UNIT, _unit),
    (Cause.SCALE, _scale),
    (Cause.SUBJECT, _subject),
    (Cause.TRANSPOSED, _transposed),
)


def _same_thing(left: Assertion, right: Assertion) -> bool:
    return _sort(left) == _sort(right)


def _sort(assertion: Assertion) -> tuple[object, ...]:
    return assertion.subject, assertion.metric, assertion.kind, without_time(assertion.unit)


# Agreement that is more than a bound being true somewhere.
_SURE = (Grade.EXACT, Grade.ROUNDED, Grade.FINER, Grade.TRUNCATED)


def _agrees(case: Case, other: Assertion) -> bool:
    return _comparable(case.figure, other) and compare(case.figure, other).grade in _SURE


def _is_bounded_by(case: Case, other: Assertion) -> bool:
    """A bound is near what another claim says: «более 10,5 млн» for 10.6 million."""
    return _comparable(case.figure, other) and compare(case.figure, other).grade is Grade.HEDGED


def _equals(case: Case, other: Assertion) -> bool:
    return _comparable(case.figure, other) and case.figure.values == other.values and bool(other.values)


def _comparable(figure: Figure, other: Assertion) -> bool:
    if other.kind is Kind.DATE or figure.kind in (Kind.DATE, Kind.PERIOD):
        return other.kind is Kind.DATE and figure.kind in (Kind.DATE, Kind.PERIOD)
    if not figure.values or figure.kind is not other.kind:
        return False
    if figure.kind is Kind.LEVEL and figure.dimension == other.dimension == "count":
        return True
    return is_unitless(figure) or without_time(figure.unit) == without_time(other.unit)


def _paired(case: Case) -> bool:
    values = (*case.figure.values, *case.assertion.values)
    return len(case.figure.values) == len(case.assertion.values) > 0 and all(values)


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


def others_of(candidates: Sequence[Candidate], book: Book, named: frozenset[str]) -> tuple[Assertion, ...]:
    """The assertions that may explain a conflict: the candidates first, then those on the same subject, on what it is
    part of or its parts, or the same metric of another that the document has `named`, each once."""
    best = candidates[0].assertion
    listed = dict.fromkeys(candidate.assertion for candidate in candidates)
    of_metric = book.of_metric(best.metric, named)
    near = book.near(best.subject, best.metric)
    return tuple(dict.fromkeys((*listed, *book.of_subject(best.subject), *near, *of_metric)))
