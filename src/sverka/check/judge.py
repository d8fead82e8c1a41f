"""From the candidates of a figure to its one fate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from sverka import units
from sverka.check import wording
from sverka.check.book import Book
from sverka.check.compare import Comparison, compare
from sverka.check.diagnose import Case, diagnose, others_of
from sverka.check.fit import CAUSES, HEADED, Mismatch, is_of_shorter_time, is_of_the_past, is_unit_inferred, is_unitless
from sverka.check.link import Candidate, Kin, Link
from sverka.check.sense import Sense
from sverka.check.suggest import suggest
from sverka.languages.exchanges import exchanges
from sverka.languages.morphology import fold
from sverka.model.claim import Assertion
from sverka.model.figure import Figure, Reason, Scope
from sverka.model.finding import Cause, Fate, Finding, Grade, Role
from sverka.model.period import Period
from sverka.model.quantity import Kind, Status


def ignored(figure: Figure) -> Finding:
    """The fate of a figure whose wording alone shows that it states nothing to check."""
    reason = figure.ignored or Reason.REFERENCE
    return Finding(figure, Fate.IGNORED, figure.rule, figure.why or f"not a statement: {reason.value}", reason=reason)


def judge(figure: Figure, link: Link, book: Book, language: str) -> Finding:
    """The fate of a figure that its wording does not settle."""
    covering = [candidate for candidate in link.candidates if candidate.fit.covers]
    if covering:
        return _judge_covered(figure, covering, link, book, language)
    told = _told_as_level(figure, link)
    if told is not None:
        return _agreement(figure, *told, ambiguous=False)
    for candidate in link.candidates:
        mismatch = _telling(figure, candidate, link.sense.is_result, book.today)
        if mismatch and _says_the_same(figure, candidate.assertion, mismatch):
            return _mismatched(figure, candidate, mismatch, language, link.sense.before)
    whole = next((kin for kin in link.kin if kin.is_alone and kin.is_of_whole(book) and _is_of(figure, kin)), None)
    return _taken_for_part(figure, whole, book) if whole else _uncovered(figure, link)


def _told_as_level(figure: Figure, link: Link) -> tuple[Candidate, Comparison] | None:
    """The claim on a level that a figure agrees with, where the text does not say that it is what something changed
    by: both are equally likely then, and the value may choose."""
    levels = (
        candidate
        for candidate in (link.candidates if link.sense.is_loose else ())
        if set(candidate.fit.mismatches) == {Mismatch.KIND} and candidate.assertion.kind is Kind.LEVEL
    )
    return _first_right(replace(figure, kind=Kind.LEVEL), levels, None)


def _first_right(
    figure: Figure, candidates: Iterable[Candidate], today: Period | None
) -> tuple[Candidate, Comparison] | None:
    """The first of some candidates whose claim has the figure's very number, or one that is rounded to it."""
    outcomes = ((candidate, compare(figure, candidate.assertion, today)) for candidate in candidates)
    return next((each for each in outcomes if each[1].grade in (Grade.EXACT, Grade.ROUNDED)), None)


def _is_of(figure: Figure, kin: Kin) -> bool:
    """The figure is a claim's very number, and one that is not likely to be another's by chance."""
    assertion = kin.candidate.assertion
    return bool(figure.values) and figure.values == assertion.values and _is_peculiar(figure)


def _taken_for_part(figure: Figure, kin: Kin, book: Book) -> Finding:
    """A part that is said to be as large as its whole."""
    assertion = kin.candidate.assertion
    return Finding(
        figure,
        Fate.CONFLICT,
        "same number, other subject",
        f"the number is that of {wording.thing(assertion)}: {kin.why(book)}",
        code=Cause.SUBJECT,
        assertion=assertion,
        evidence=kin.candidate.evidence,
        warning=assertion.warn,
        comparison=_comparison(figure, assertion),
    )


def _judge_covered(figure: Figure, covering: Sequence[Candidate], link: Link, book: Book, language: str) -> Finding:
    """Stated claims outrank derived ones, the best fit outranks the rest; among equals the value may choose."""
    open_ones = [candidate for candidate in covering if candidate.assertion.id not in link.told_of_others]
    is_open_base = figure.is_base and figure.when is None
    likeliest = open_ones if is_open_base else _not_told(_likeliest(covering), link)
    outcomes = [(candidate, compare(figure, candidate.assertion, book.today)) for candidate in likeliest]
    agreeing = [(candidate, outcome) for candidate, outcome in outcomes if outcome.agrees]
    agreeing = [each for each in agreeing if not _is_idle(figure, *each)]
    if agreeing:
        chosen = agreeing[0][0].assertion
        others = [
            candidate.assertion.id for candidate, _ in outcomes if candidate.assertion.id not in chosen.alternatives
        ]
        ambiguous = len([candidate for candidate, _ in agreeing if candidate.assertion.id in others]) < len(others)
        return _agreement(figure, *agreeing[0], ambiguous)
    if is_open_base and link.starts_at is None:
        why = "the text does not say of which period the number is that it compares with"
        return _uncovered(figure, Link((), why, covering[0].assertion, covering[0].evidence))
    if is_open_base and link.starts_at is not None:
        outcomes = [(link.starts_at, compare(figure, link.starts_at.assertion, book.today))]
    if link.sense.is_of_then and is_of_the_past(figure, outcomes[0][0].assertion, book.today):
        why = "the text tells of a year long over, and the claim is of no year"
        return _uncovered(figure, Link((), why, likeliest[0].assertion, likeliest[0].evidence))
    if is_of_shorter_time(figure, outcomes[0][0].assertion):
        why = "the text tells of a shorter time than the claim, in which there may be less"
        return _uncovered(figure, Link((), why, likeliest[0].assertion, likeliest[0].evidence))
    implied = _implied_elsewhere(outcomes[0][0].assertion, covering, figure, book)
    if implied is not None:
        return _agreement(figure, *implied, ambiguous=True)
    free = [one for one in link.candidates if one.assertion.id not in link.told_of_others]
    other = None if _is_of_passage(figure, likeliest, link) else _of_another_period(figure, free, book)
    if other is not None:
        return _agreement(figure, *other, ambiguous=True)
    candidate, outcome = _likeliest_slip(figure, outcomes, language)
    if (is_unitless(figure) or is_unit_inferred(figure)) and not _is_sure(figure, candidate, link):
        why = f"the text leaves out the unit, and {wording.thing(candidate.assertion)} is only likely meant"
        return _uncovered(figure, Link((), why, candidate.assertion, candidate.evidence))
    found = _conflict(figure, candidate, outcome, others_of(covering, book, link.named), book, language, link.sense)
    if candidate.assertion.id in link.told_before and found.code not in (Cause.PERIOD, Cause.STATUS):
        why = f"the text has told {wording.thing(candidate.assertion)} before, and names no metric here"
        return _uncovered(figure, Link((), why, candidate.assertion, candidate.evidence))
    is_open = not (link.sense.is_dated or _is_told_of_other(figure, link))
    if found.code is Cause.PERIOD and (is_unitless(figure) or is_unit_inferred(figure)) and is_open:
        why = "the number is right for another period, which may be the one that is meant"
        return _uncovered(figure, Link((), why, candidate.assertion, candidate.evidence))
    dated = figure.when is not None and figure.when.scope is Scope.CLAUSE and _is_over(figure.when.period, book.today)
    if found.code is Cause.STATUS and not link.sense.told_plainly and not dated:
        other = _in_other_status(figure, link, book)
        if other is not None:
            return _agreement(figure, *other, ambiguous=True)
        why = "the number is known, but the text does not plainly tell it as fact or as intent"
        return _uncovered(figure, Link((), why, candidate.assertion, candidate.evidence))
    return found


def _is_over(period: Period, today: Period | None) -> bool:
    return today is None or period.end <= today.end


def _in_other_status(figure: Figure, link: Link, book: Book) -> tuple[Candidate, Comparison] | None:
    """«Стороны хотят, чтобы она достигла 2 млрд»: the claim on a target that the number is that of."""
    allowed = ({Mismatch.STATUS}, {Mismatch.STATUS, Mismatch.PERIOD})
    others = (
        candidate
        for candidate in link.candidates
        if set(candidate.fit.mismatches) in allowed and not candidate.assertion.derived
    )
    return _first_right(figure, others, book.today)


def _implied_elsewhere(
    likeliest: Assertion, covering: Sequence[Candidate], figure: Figure, book: Book
) -> tuple[Candidate, Comparison] | None:
    """«Бір жыл бұрын ол 113 млрд теңге тапқан»: what claims say of another period that the text may as well mean."""
    is_near = figure.when is not None and figure.when.scope in _NEAR
    others = (
        candidate
        for candidate in covering
        if (candidate.assertion.derived or is_near) and _is_of_like_period(candidate.assertion, likeliest)
    )
    return _first_right(figure, others, book.today)


def _is_of_like_period(one: Assertion, other: Assertion) -> bool:
    """Two periods that differ and are as long."""
    if one.period is None or other.period is None or one.period == other.period:
        return False
    return abs(one.period.days - other.period.days) <= LEAP


def _not_told(likeliest: Sequence[Candidate], link: Link) -> Sequence[Candidate]:
    """Of assertions that fit alike, those that the sentence does not tell of other figures, if there are any."""
    return [one for one in likeliest if one.assertion.id not in link.told_of_others] or likeliest


def _is_told_of_other(figure: Figure, link: Link) -> bool:
    """The number is that of a claim that the text tells of another figure."""
    others = (one.assertion for one in link.candidates if one.assertion.id in link.told_of_others)
    return any(compare(figure, other).agrees for other in others)


def _is_idle(figure: Figure, candidate: Candidate, outcome: Comparison) -> bool:
    """A bound without a unit that is only true far away says nothing of a claim whose metric stands elsewhere."""
    return outcome.grade is Grade.LOOSE and is_unitless(figure) and candidate.metric_tier > 1


def _likeliest_slip(
    figure: Figure, outcomes: Sequence[tuple[Candidate, Comparison]], language: str
) -> tuple[Candidate, Comparison]:
    """Of assertions that the text leaves equally likely, all in conflict, the one that explains the figure best."""
    for candidate, outcome in outcomes:
        if diagnose(Case(figure, candidate.assertion, (), language))[0] is not Cause.VALUE:
            return candidate, outcome
    return outcomes[0]


def _is_of_passage(figure: Figure, likeliest: Sequence[Candidate], link: Link) -> bool:
    """The text tells the figure of its own day, or goes on with the very period of the likeliest claim: then no other
    is as likely."""
    if link.sense.is_of_today:
        return True
    return (
        figure.when is not None
        and not link.sense.names_time
        and any(one.assertion.period == figure.when.period for one in likeliest)
    )


def _of_another_period(
    figure: Figure, candidates: Sequence[Candidate], book: Book
) -> tuple[Candidate, Comparison] | None:
    """An assertion of another period that agrees with a figure to which the text gives no period of its own: there
    all periods are likely, and the value may choose."""
    if figure.kind not in (Kind.LEVEL, Kind.DURATION, Kind.CHANGE):
        return None
    if figure.when is not None and figure.when.scope is not Scope.EARLIER:
        return None
    others = (
        candidate
        for candidate in candidates
        if set(candidate.fit.mismatches) <= {Mismatch.PERIOD} and not candidate.assertion.derived
    )
    return _first_right(figure, others, book.today)


def _is_sure(figure: Figure, candidate: Candidate, link: Link) -> bool:
    """A number without its own unit conflicts only where its table gives it one, or subject and metric stand by it, or
    a heading names what its rows measure, and it has another's unit or a scale; one that counts things («их было
    десять»), or shares the unit of what it is compared with, where they stand in its sentence; or where the text pairs
    it with the claim's own period («в 2024 году – 487 млн, в 2023-м – 529 млн»), or gives it as an answer."""
    if (
        figure.rule == HEADED
        or link.sense.is_answer
        or link.starts_at is not None
        or _is_paired_with_period(figure, candidate)
    ):
        return True
    headed = any(each.role is Role.METRIC and each.scope is Scope.HEADING for each in candidate.evidence)
    if candidate.assertion.dimension == "count" or figure.is_base:
        return candidate.rank[0] <= 3 or headed or (candidate.metric_tier <= 1 and not figure.is_base)
    is_aim = not figure.status.is_fact and figure.status is candidate.assertion.status
    if is_unit_inferred(figure) and (candidate.rank[0] <= 3 or (is_aim and candidate.metric_tier <= 1)):
        return candidate.metric_tier <= (2 if is_aim else 1)  # «в 2023 году 1,5 млрд долларов, цель – 2 млрд»
    return (candidate.rank[0] <= 3 or headed) and (is_unit_inferred(figure) or figure.scale > 1)


def _is_paired_with_period(figure: Figure, candidate: Candidate) -> bool:
    """The figure's own sentence names the period of the claim, and its scale or unit is that of a measure; or the claim
    counts things («в 2024 году выдали 6 200»)."""
    when, assertion = figure.when, candidate.assertion
    if when is None or when.scope not in _NEAR or assertion.period is None or not candidate.fit.covers:
        return False
    is_measure = figure.scale > 1 or is_unit_inferred(figure) or candidate.metric_tier <= 1
    return is_measure or (assertion.dimension == "count" and all(value.denominator == 1 for value in figure.values))


def _likeliest(covering: Sequence[Candidate]) -> Sequence[Candidate]:
    stated = [candidate for candidate in covering if not candidate.assertion.derived] or list(covering)
    best = min(candidate.fit.loss for candidate in stated)
    return [candidate for candidate in stated if candidate.fit.loss == best]


def _agreement(figure: Figure, candidate: Candidate, outcome: Comparison, ambiguous: bool) -> Finding:
    assertion = candidate.assertion
    grade = Grade.DERIVED if assertion.derived else outcome.grade
    message = f"agrees with {wording.thing(assertion)} = {wording.value(assertion)}: {outcome.rule}"
    if ambiguous:
        message += "; the text leaves open which of several claims it means"
    message += wording.working(assertion)
    truncated = outcome.grade is Grade.TRUNCATED
    return Finding(
        figure,
        Fate.AGREE,
        outcome.rule,
        message,
        grade=grade,
        assertion=assertion,
        evidence=candidate.evidence,
        warning=truncated or ambiguous,
        comparison=_comparison(figure, assertion),
        power=_power(figure, assertion),
    )


def _conflict(
    figure: Figure,
    candidate: Candidate,
    outcome: Comparison,
    others: Sequence[Assertion],
    book: Book,
    language: str,
    sense: Sense,
) -> Finding:
    assertion = candidate.assertion
    former = book.former(assertion.subject, assertion.metric)
    cause, shown = diagnose(Case(figure, assertion, others, language, book.today, former))
    shown += _other_word(sense.direction, language) if cause is Cause.DIRECTION else ""
    options = book.options(assertion)
    claimed = " or ".join(wording.value(option) for option in options)
    message = f"{wording.thing(assertion)} is {claimed}, not {_said(figure)}: {shown}{wording.working(assertion)}"
    return Finding(
        figure,
        Fate.CONFLICT,
        outcome.rule,
        message,
        code=cause,
        assertion=assertion,
        evidence=candidate.evidence,
        suggestion=suggest(figure, assertion, language, sense.before) if len(options) == 1 else None,
        warning=assertion.warn,
        comparison=_comparison(figure, *options),
    )


def _other_word(written: str, language: str) -> str:
    """The word that goes the other way, where the language lists one: “rose” for “fell”."""
    other = exchanges(language).directions.get(fold(written))
    return f" (“{other}” for “{written}”)" if other else ""


_MISMATCHED = {
    Mismatch.STATUS: "the number is the claim's, but told as {stated} where the claim is {claimed}",
    Mismatch.KIND: "the number is the claim's, but a level, a change and points are different things",
    Mismatch.UNIT: "the number is the claim's, but the unit is not",
    Mismatch.PERIOD: "the number is the claim's, but for another period",
}


def _telling(figure: Figure, candidate: Candidate, is_result: bool, today: Period | None) -> Mismatch | None:
    """The mismatch that explains a right number in a wrong sense; None where it is likelier that the text means
    something else.

    What is to rise by an amount is not only no level but no fact either, and the first says it all. A percentage said
    of tonnes may be a share of them: only what something rose to is taken for how much it rose.
    """
    if figure.unit == "%" and figure.kind is Kind.LEVEL and candidate.assertion.kind is Kind.CHANGE and not is_result:
        return None
    mismatches, assertion = set(candidate.fit.mismatches), candidate.assertion
    if mismatches == {Mismatch.KIND, Mismatch.STATUS} or mismatches == {Mismatch.KIND}:
        return Mismatch.KIND
    if mismatches == {Mismatch.UNIT}:
        return Mismatch.UNIT
    if mismatches == {Mismatch.STATUS}:
        if assertion.status.is_fact and assertion.period is not None and _is_paid_later(figure, today):
            return None
        # What is planned is often told in the present; only a target or a forecast is plainly no fact.
        told = figure.status.is_fact and assertion.status is not Status.PLAN
        return Mismatch.STATUS if assertion.period is not None or told else None
    if mismatches == {Mismatch.PERIOD}:
        return Mismatch.PERIOD if _is_plainly_of_another(figure, assertion) else None
    return None


def _is_paid_later(figure: Figure, today: Period | None) -> bool:
    """«На дивиденды за 2024 год направят 84 млн»: what is known of a year may be paid, or published, after it."""
    if figure.status is not Status.FORECAST:
        return False
    return figure.when is None or (today is not None and figure.when.period.end < today.start)


def _is_plainly_of_another(figure: Figure, assertion: Assertion) -> bool:
    """Periods alike that share no day, the text's in the figure's own clause or ahead of it in the sentence. The number
    is not likely to be the same in both by chance: it has two digits or more, or is a level of another year, a target
    or a forecast, or the place of something in an order."""
    when, claimed = figure.when, assertion.period
    if when is None or claimed is None or when.scope not in _NEAR or when.period.overlaps(claimed):
        return False
    is_ahead = when.span.start <= figure.span.start
    if not is_ahead and when.scope is Scope.SENTENCE:
        return False
    if figure.kind is Kind.ORDINAL or not figure.status.is_fact:
        return True
    if not _are_alike(figure, when.period, claimed):
        return False
    plain = figure.kind is Kind.LEVEL and when.scope is not Scope.SENTENCE and is_ahead and claimed.days > YEAR
    return plain or (figure.kind in _MEASURED and figure.unit != "x" and _is_peculiar(figure))


_NEAR = (Scope.FIGURE, Scope.CLAUSE, Scope.SENTENCE)
_MEASURED = (Kind.LEVEL, Kind.CHANGE, Kind.DURATION)
# What has more days than this is a whole year, and what differs by no more days than that is as long.
YEAR, LEAP = 360, 3


def _are_alike(figure: Figure, named: Period, claimed: Period) -> bool:
    """Both are years, halves, quarters or months; a rate may well stay what it was from one month to the next, but not
    be the same to the digit in the same month of another year."""
    if abs(named.days - claimed.days) > LEAP:
        return False
    is_rate = figure.kind is Kind.LEVEL and figure.dimension in ("share", "points") and claimed.days <= YEAR
    return not is_rate or named.start.month == claimed.start.month


def _is_peculiar(figure: Figure) -> bool:
    return all(len(str((value * 1000).numerator).strip("-0")) > 1 for value in figure.values)


def _mismatched(figure: Figure, candidate: Candidate, mismatch: Mismatch, language: str, before: str) -> Finding:
    """The claim's own number in another sense: that is a finding, where another number would be another matter."""
    assertion = candidate.assertion
    shown = _MISMATCHED[mismatch].format(stated=_told(figure), claimed=assertion.status.value)
    return Finding(
        figure,
        Fate.CONFLICT,
        f"same number, other {mismatch.value}",
        f"{wording.thing(assertion)} is {wording.value(assertion)}: {shown}{wording.working(assertion)}",
        code=CAUSES[mismatch],
        assertion=assertion,
        evidence=candidate.evidence,
        suggestion=suggest(figure, assertion, language, before) if mismatch in (Mismatch.UNIT, Mismatch.KIND) else None,
        warning=assertion.warn,
        comparison=_comparison(figure, assertion),
    )


def _told(figure: Figure) -> str:
    return "fact" if figure.status.is_fact else figure.status.value


def _says_the_same(figure: Figure, assertion: Assertion, mismatch: Mismatch) -> bool:
    """The number is the claim's; in another unit, also where both are rounded."""
    if not figure.values or assertion.days is not None:
        return False
    if mismatch is Mismatch.UNIT and figure.kind is Kind.DURATION:
        return _is_same_in_other_unit(figure, assertion)
    if mismatch is Mismatch.UNIT or (mismatch is Mismatch.KIND and figure.kind is assertion.kind is Kind.LEVEL):
        return compare(figure, assertion).agrees
    if mismatch is Mismatch.PERIOD and _is_peculiar(figure):
        return compare(figure, assertion).grade in (Grade.EXACT, Grade.ROUNDED)
    if mismatch is Mismatch.KIND and figure.kind is assertion.kind is Kind.CHANGE and figure.hedge is not None:
        return compare(figure, assertion).grade is Grade.HEDGED  # «чуть выше двух процентных пунктов»
    if figure.kind is Kind.LEVEL and assertion.kind is Kind.CHANGE:
        return figure.values == tuple(abs(value) for value in assertion.values)
    if figure.kind is Kind.CHANGE and assertion.kind is Kind.LEVEL:
        return tuple(map(abs, figure.values)) == assertion.values
    return figure.values == assertion.values


def _is_same_in_other_unit(figure: Figure, assertion: Assertion) -> bool:
    """«15–18 месяцев» for 15–18 days."""
    alike = [unit.factor for unit in units.table().values() if unit.canonical == figure.unit]
    written = [tuple(value / factor for value in figure.values) for factor in alike]
    return assertion.values in written


def _uncovered(figure: Figure, link: Link) -> Finding:
    if figure.kind in (Kind.DATE, Kind.PERIOD):
        return Finding(figure, Fate.IGNORED, figure.rule, "a date that no claim covers", reason=Reason.DATE)
    hint, evidence, why = link.hint, link.evidence, link.why
    if link.candidates:
        nearest = link.candidates[0]
        hint, evidence = nearest.assertion, nearest.evidence
        differing = " and ".join(mismatch.value for mismatch in nearest.fit.mismatches)
        why = f"the claim on {wording.thing(hint)} is of another {differing}"
    return Finding(
        figure,
        Fate.UNSUPPORTED,
        "no claim covers it",
        f"no claim covers this figure: {why}",
        assertion=hint,
        evidence=evidence,
    )


def _said(figure: Figure) -> str:
    return f"“{figure.text}”"


def _comparison(figure: Figure, *options: Assertion) -> str:
    return f"text {wording.stated(figure)}; claim {' or '.join(map(wording.claimed, options))}"


def _power(figure: Figure, assertion: Assertion) -> str | None:
    """The smallest error that the agreement would have caught, as a share of the claimed value."""
    if assertion.days is not None or len(assertion.values) != 1 or not assertion.values[0]:
        return None
    widths = [
        end.high - end.low
        for end in (figure.ends[0], assertion.ends[0])
        if end.low is not None and end.high is not None
    ]
    if len(widths) < 2 or figure.unit != assertion.unit:
        return None
    share = (widths[0] + widths[1]) / 2 / abs(assertion.values[0]) * 100
    return "any difference" if share == 0 else f"an error of {wording.number(Fraction(round(share * 10), 10))}% or more"
