"""What the codes of a finding mean, in the words of every output that people read."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sverka.model.claim import Assertion
from sverka.model.figure import Figure, Reason
from sverka.model.finding import Cause, Fate, Finding, Grade
from sverka.model.interval import Interval
from sverka.model.quantity import Kind
from sverka.report.content import Counts
from sverka.report.numbers import grouped

FATES = {
    Fate.AGREE: "A claim covers the figure, and the two are compatible.",
    Fate.CONFLICT: "The figure and what it was held against cannot both be true.",
    Fate.UNSUPPORTED: "The figure states something that can be checked, and no claim covers it.",
    Fate.IGNORED: "The figure is not a statement to check.",
}

# The order in which an editor wants to hear of them.
URGENCY = (Fate.CONFLICT, Fate.UNSUPPORTED, Fate.AGREE, Fate.IGNORED)

GRADES = {
    Grade.EXACT: "the same number",
    Grade.ROUNDED: "one is a correct rounding of the other",
    Grade.HEDGED: "they meet only through the hedge or the claim's tolerance",
    Grade.FINER: "the figure gives more digits than the claim supports",
    Grade.LOOSE: "true, but the bound is far from the claim",
    Grade.TRUNCATED: "the claim's number cut off, where rounding would give another",
    Grade.DERIVED: "the claim is worked out from other claims",
}

CAUSES = {
    Cause.VALUE: "another number, with no likelier explanation",
    Cause.SCALE: "off by a power of ten, such as a million for a billion",
    Cause.TRANSPOSED: "digits swapped, doubled or dropped",
    Cause.UNIT: "the right number in the wrong unit",
    Cause.PERCENT: "percent for percentage points, or a level given as a change",
    Cause.DIRECTION: "the wrong way: rose for fell, or a bound on the wrong side",
    Cause.PERIOD: "right for another period",
    Cause.SUBJECT: "right for another subject or metric",
    Cause.STATUS: "a target or forecast told as fact, or the reverse",
    Cause.ARITHMETIC: "the text's own numbers do not add up",
}

REASONS = {
    Reason.DATE: "a date that no claim covers",
    Reason.NAME: "part of a name",
    Reason.BOILERPLATE: "page furniture, not the text of the article",
    Reason.REFERENCE: "a page, phone, address or list number",
    Reason.TRIVIAL: "only counts what is named",
    Reason.ACCEPTED: "let through by an accept statement",
}


def headline(finding: Finding) -> str:
    """The verdict in a word and its code, as compilers print it: `conflict[scale]`."""
    detail = finding.code or finding.grade or finding.reason
    return f"{finding.fate}[{detail}]" if detail else str(finding.fate)


def severity(finding: Finding) -> str:
    """`error` for a conflict, `warning` for one lowered by its claim or for a doubtful agreement, else the fate."""
    if finding.warning:
        return "warning"
    return "error" if finding.fate is Fate.CONFLICT else str(finding.fate)


def meaning(finding: Finding) -> str:
    """The code of a finding in plain words; of a fate without a code, what the fate means."""
    if finding.code:
        return CAUSES[finding.code]
    if finding.grade:
        return GRADES[finding.grade]
    return REASONS[finding.reason] if finding.reason else FATES[finding.fate]


def tally(counts: Counts) -> str:
    """The number of figures of each fate, what needs attention first."""
    return ", ".join(
        f"{counts.of(fate)} {fate}" for fate in (Fate.CONFLICT, Fate.UNSUPPORTED, Fate.AGREE, Fate.IGNORED)
    )


def plural(number: int, noun: str) -> str:
    """`1 document`, `2 documents`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def interval_words(interval: Interval, unit: str | None, *, is_change: bool = False) -> str:
    """What an interval holds, in words; a change carries its sign, except a multiple.

    >>> from fractions import Fraction
    >>> interval_words(Interval.above(Fraction(2000), closed=False), "t")
    'more than 2000 t'
    """
    plus = "+" if is_change and unit != "x" else ""
    words = _bounds_words(interval, plus)
    return f"{words} {unit}" if unit else words


def _bounds_words(interval: Interval, plus: str) -> str:
    low, high = (None if end is None else _signed(end, plus) for end in (interval.low, interval.high))
    if low is None and high is None:
        return "any number"
    if low is None:
        return f"{high} or less" if interval.high_closed else f"less than {high}"
    if high is None:
        return f"{low} or more" if interval.low_closed else f"more than {low}"
    if interval.is_point:
        return f"exactly {low}"
    above = "" if interval.low_closed else "just over "
    below = "" if interval.high_closed else "just under "
    return f"from {above}{low} to {below}{high}"


def _signed(value: Fraction, plus: str) -> str:
    return (plus if value > 0 else "") + grouped(value)


def figure_words(figure: Figure) -> str:
    """What the wording of a figure stands for; nothing where it is not a number or a date."""
    if not figure.values:
        return str(figure.days) if figure.days else ""
    return interval_words(figure.interval, figure.unit, is_change=figure.kind is Kind.CHANGE)


def claim_words(assertion: Assertion) -> str:
    """What a claim lets be true."""
    if assertion.days:
        return str(assertion.days)
    return interval_words(assertion.interval, assertion.unit, is_change=assertion.kind is Kind.CHANGE)


def by_urgency(findings: Sequence[Finding]) -> list[Finding]:
    """What an editor has to look at, most urgent first, each in the order of the text.

    Conflicts, then conflicts lowered to warnings, agreements with a warning, and what no claim covers.
    """
    ranked = [(rank, finding) for finding in findings if (rank := _rank(finding)) is not None]
    return [finding for _, finding in sorted(ranked, key=lambda pair: pair[0])]


def _rank(finding: Finding) -> int | None:
    if finding.fate is Fate.CONFLICT:
        return 1 if finding.warning else 0
    if finding.fate is Fate.AGREE and finding.warning:
        return 2
    return 3 if finding.fate is Fate.UNSUPPORTED else None
