"""Whether an assertion speaks of the same thing as a figure, once subject and metric are known: dimension, kind,
status and period."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple

from sverka.model.claim import Assertion
from sverka.model.figure import Figure, Scope
from sverka.model.finding import Cause
from sverka.model.period import Period
from sverka.model.quantity import Kind, Status

# A claim without a period, and a text without one, speak of the present: a period that ended longer before the
# document than this is history, and needs to be named.
RECENT = timedelta(days=2 * 366)
# With a claim without a period a figure of a year that has been over for longer than this can agree, but not conflict.
LATELY = timedelta(days=366)
# By so much the figures of a year so far are behind the day on which they are told.
BEHIND = timedelta(days=62)
# «В конце года» may be its last month or its last quarter.
EDGE = 123
# What holds on a day or over a month is known at the turn of a year, and what a whole year made is not.
MONTH = 31

# The loss of an assertion that any other which fits outranks.
UNLIKELY = 50

_EVENTS = frozenset((Kind.ORDINAL, Kind.DATE, Kind.PERIOD, Kind.DURATION))


class Mismatch(StrEnum):
    """The one thing in which an assertion differs from the figure; it may then explain a wrong figure."""

    STATUS = "status"
    KIND = "kind"
    UNIT = "unit"
    PERIOD = "period"


# The cause of a conflict where the numbers are the same and only this differs.
CAUSES = {
    Mismatch.STATUS: Cause.STATUS,
    Mismatch.KIND: Cause.PERCENT,
    Mismatch.UNIT: Cause.UNIT,
    Mismatch.PERIOD: Cause.PERIOD,
}


@dataclass(frozen=True, slots=True)
class Fit:
    """How an assertion fits a figure: not at all (`mismatches` has two or more), but for one thing, or wholly.

    `loss` orders the assertions that fit: 0 is a named period and status that are the very same.
    """

    mismatches: tuple[Mismatch, ...]
    loss: int

    @property
    def is_otherwise_measured(self) -> bool:
        return Mismatch.UNIT in self.mismatches or Mismatch.KIND in self.mismatches

    @property
    def covers(self) -> bool:
        return not self.mismatches


class Circumstances(NamedTuple):
    """What the words around a figure say of its period and status.

    `is_described` where the text describes a thing that is still to be built («длина кабеля составит 380 км»): what is
    known of it at all times is then told in the future. `partial` where the text names a part of a year without its
    days («в конце года»), or one day of it («год назад»): a claim within the year that shares days with it may be
    meant. `other` is another period that the words may mean («бір ай бұрын»). `base` is the period that a change
    starts from, where the text says no other. `is_other_time` where the text speaks of a time long past, or further
    off than another, that it does not name: no claim of the present is meant. `is_designed` where it tells of what is
    proposed or being built, `is_verbless` where no verb tells the figure: a plan is then told like a fact.
    """

    is_described: bool = False
    partial: Period | None = None
    other: Period | None = None
    base: Period | None = None
    is_other_time: bool = False
    is_designed: bool = False
    is_verbless: bool = False


NOTHING = Circumstances()


def fit(figure: Figure, assertion: Assertion, today: Period | None, around: Circumstances = NOTHING) -> Fit | None:
    """How an assertion fits a figure; None where the two could never be compared (a date and a mass)."""
    mismatches = []
    unit = _unit_mismatch(figure, assertion)
    if unit is _INCOMPARABLE:
        return None
    if isinstance(unit, Mismatch):
        mismatches.append(unit)
    status_loss = 0 if is_anniversary(figure) else _status_loss(figure, assertion, today)
    if status_loss is None and around.is_described and assertion.period is None and figure.when is None:
        status_loss = 2
    if status_loss is None and _is_plan_as_told(figure, assertion, today, around):
        status_loss = 2
    if status_loss is None and around.is_verbless and _cannot_be_fact(figure, assertion, today):
        status_loss = UNLIKELY
    if status_loss is None:
        mismatches.append(Mismatch.STATUS)
    period_loss = _period_loss(figure, assertion, today)
    if period_loss is None:
        period_loss = _loss_around(figure, assertion, around)
    if around.is_other_time and assertion.period is None:
        period_loss = None
    if period_loss is None:
        mismatches.append(Mismatch.PERIOD)
    loss = 10 * (period_loss or 0) + (status_loss or 0) + (5 if assertion.derived else 0)
    return Fit(tuple(mismatches), loss)


_INCOMPARABLE = object()


def _unit_mismatch(figure: Figure, assertion: Assertion) -> Mismatch | object | None:
    for rule in _UNIT_RULES:
        outcome = rule(figure, assertion)
        if outcome is not _NEXT:
            return outcome
    return _INCOMPARABLE


_NEXT = object()


def _dates(figure: Figure, assertion: Assertion) -> object:
    """A date is compared with a date, and an anniversary with the date that it counts from."""
    if assertion.kind is not Kind.DATE:
        return _INCOMPARABLE if figure.kind in (Kind.DATE, Kind.PERIOD) else _NEXT
    if figure.kind in (Kind.DATE, Kind.PERIOD):
        return None
    return None if is_anniversary(figure) else _INCOMPARABLE


def is_anniversary(figure: Figure) -> bool:
    return figure.kind is Kind.ORDINAL and figure.dimension == "calendar"


def _ordinals(figure: Figure, assertion: Assertion) -> object:
    if Kind.ORDINAL in (figure.kind, assertion.kind):
        return None if figure.kind is assertion.kind and not is_anniversary(figure) else _INCOMPARABLE
    return _NEXT


def _changes(figure: Figure, assertion: Assertion) -> object:
    both = (figure.kind is Kind.CHANGE, assertion.kind is Kind.CHANGE)
    if both == (True, True):
        if figure.unit == assertion.unit or {figure.unit, assertion.unit} == {"%", "x"}:
            return None
        if {figure.unit, assertion.unit} == {"%", "pp"}:
            return Mismatch.KIND
        return Mismatch.UNIT if _is_mistakable(figure, assertion) else _INCOMPARABLE
    if both == (False, False):
        return _NEXT
    return Mismatch.KIND if figure.unit == assertion.unit else _INCOMPARABLE


# The rule of figures that have their unit from the heading of a table.
HEADED = "unit of the heading"


# The rule of figures that share the unit of another before them.
ELIDED = "elided unit"


def is_unitless(figure: Figure) -> bool:
    """The text leaves the unit out: «вырос до 25 млн»."""
    return figure.kind is Kind.LEVEL and figure.unit is None and figure.parts.unit is None


def is_unit_inferred(figure: Figure) -> bool:
    """The unit is another figure's: «353 млн долларов, импорт – 134 млн»."""
    return figure.unit not in (None, "%", "x") and figure.parts.unit is None and figure.kind is Kind.LEVEL


def _levels(figure: Figure, assertion: Assertion) -> object:
    if is_unitless(figure) and assertion.kind is Kind.LEVEL and assertion.dimension not in ("share", "points"):
        return None
    if figure.dimension.removesuffix("/yr") == assertion.dimension.removesuffix("/yr") == "count":
        return None
    if figure.unit == assertion.unit:
        return None
    if without_time(figure.unit) == assertion.unit or figure.unit == without_time(assertion.unit):
        return None
    if _is_price(figure, assertion):
        return None
    if {figure.unit, assertion.unit} == {"%", "pp"}:
        return Mismatch.KIND
    if figure.rule == ELIDED and assertion.dimension not in ("share", "points"):
        return None
    return Mismatch.UNIT if _is_mistakable(figure, assertion) and not is_unit_inferred(figure) else _INCOMPARABLE


def without_time(unit: str | None) -> str | None:
    """A year's flow may be written with or without "a year", and so may a month's pay."""
    return unit.removesuffix("/yr").removesuffix("/month") if unit else unit


def _is_price(figure: Figure, assertion: Assertion) -> bool:
    """A price is often told without what it buys: «нефть стоит 82,6 доллара», with a barrel understood. A number with
    a scale of millions is none."""
    bare, _, what = (assertion.unit or "").partition("/")
    if what == "m2" and figure.unit == f"{bare}/m":
        return True  # homes are sold by the metre, and a square one is meant
    return bool(what) and figure.unit == bare and figure.dimension == "money" and figure.scale < MILLION


MILLION = 1_000_000
_LOADS = frozenset(("mass", "oil", "volume", "containers", "mass/yr", "oil/yr", "volume/yr", "containers/yr"))


def _is_mistakable(figure: Figure, assertion: Assertion) -> bool:
    """Units that writers take for each other: two currencies; tonnes, barrels, cubic metres and containers; days and
    months, where the claim's number is one that nothing else is likely to have."""
    if figure.kind is assertion.kind is Kind.DURATION:
        return assertion.is_telling
    dimensions = {figure.dimension, assertion.dimension}
    return dimensions <= _LOADS or _are_currencies(figure, assertion)


def _are_currencies(figure: Figure, assertion: Assertion) -> bool:
    """Two sums, or two prices of one thing: "70.4 euros" for 70.4 dollars a barrel."""
    stated, claimed = without_time(figure.dimension) or "", without_time(assertion.dimension) or ""
    is_price = (stated == "money" or stated.startswith("money/")) and claimed.startswith("money/")
    return stated == claimed == "money" or (is_price and figure.scale < MILLION)


_UNIT_RULES: tuple[Callable[[Figure, Assertion], object], ...] = (_dates, _ordinals, _changes, _levels)


def _status_loss(figure: Figure, assertion: Assertion, today: Period | None) -> int | None:
    if figure.status is assertion.status:
        return 0
    if assertion.status.is_fact:
        return 1 if figure.status is Status.FORECAST and _is_going_on(assertion, today) else None
    return None if figure.status.is_fact and not _is_to_come(figure, today) else 1


def _is_going_on(assertion: Assertion, today: Period | None) -> bool:
    """What is known of a time that is not over is often told as what it will be: «в этом году в школу пойдут 2130
    детей»."""
    return assertion.period is not None and today is not None and assertion.period.end > today.end


def _is_plan_as_told(figure: Figure, assertion: Assertion, today: Period | None, around: Circumstances) -> bool:
    """A plan of no year is told as what it is where it is proposed or being built: «предложил перечень из 195 позиций»;
    and that of a time which is not over, and is named, where no verb tells of a fact: «бюджет в этом году – 7 млрд»."""
    if not figure.status.is_fact or assertion.status.is_fact:
        return False
    if assertion.status is not Status.PLAN:
        return False
    if assertion.period is None:
        return around.is_designed
    is_named = figure.when is not None and figure.when.period == assertion.period
    return around.is_verbless and is_named and today is not None and today.end < assertion.period.end


def _cannot_be_fact(figure: Figure, assertion: Assertion, today: Period | None) -> bool:
    """Of a time that has not begun nothing can be one: «бюджет на 2026 год: расходы – 7 млрд»."""
    is_ahead = assertion.period is not None and today is not None and today.end < assertion.period.start
    return is_ahead and figure.when is None and figure.status.is_fact


def _is_to_come(figure: Figure, today: Period | None) -> bool:
    """What is said of a time after the document's own is no fact yet, however it is said; nor is such a day itself."""
    named = figure.when.period if figure.when is not None else None
    if figure.kind in (Kind.DATE, Kind.PERIOD):
        named = figure.days
    return named is not None and today is not None and named.start > today.end


def _period_loss(figure: Figure, assertion: Assertion, today: Period | None) -> int | None:
    if assertion.kind is Kind.DATE:
        return 0
    named = figure.when is not None and figure.when.scope is not Scope.EARLIER
    if figure.when is None:
        return _base_loss(assertion, today) if figure.is_base else _open_loss(figure, assertion, today)
    loss = _named_loss(figure, assertion, figure.when.period, today)
    if loss is None and not named:
        return _open_loss(figure, assertion, today)
    return loss


def _loss_around(figure: Figure, assertion: Assertion, around: Circumstances) -> int | None:
    """The loss of a claim of another period than the figure's own words name, where those around it allow for it."""
    if around.base is not None and assertion.kind is Kind.CHANGE and assertion.against == around.base:
        return 1
    if around.other is not None and assertion.period == around.other:
        return 0
    if around.partial is None or figure.when is None or assertion.period is None:
        return None
    is_eve = assertion.period.end == around.partial.start and assertion.period.days <= MONTH
    is_within = figure.when.period.covers(assertion.period) and assertion.period.overlaps(around.partial)
    return 2 if is_eve or (is_within and assertion.period.days <= around.partial.days) else None


def _named_loss(figure: Figure, assertion: Assertion, named: Period, today: Period | None) -> int | None:
    claimed = assertion.period
    if claimed is None:
        return None if _is_history(named, today) else 1
    if claimed == named:
        return 0
    if _is_latest(claimed, named, today):
        return 1
    if assertion.to_date and claimed.start == named.start and (named.end <= claimed.end or _contains(named, today)):
        return 0
    if _is_edge(named, claimed) or _is_edge(claimed, named):
        return 1
    if figure.kind in _EVENTS or figure.dimension == "count":
        return 1 if claimed.covers(named) or named.covers(claimed) else None
    # A rate holds on each day of its period, and from the day that it is in force.
    first_day = Period.day(named.start)
    if figure.dimension in ("share", "points") and figure.kind is Kind.LEVEL and claimed.covers(first_day):
        return 1 if named.days == 1 or _contains(named, today) else None
    return None


def _is_latest(claimed: Period, named: Period, today: Period | None) -> bool:
    """«С начала года», said soon after the half-year was over: statistics come that much later."""
    if today is None or claimed.start != named.start or named.end != today.end:
        return False
    return timedelta() <= today.end - claimed.end <= BEHIND


def _is_edge(longer: Period, shorter: Period) -> bool:
    """A month or a day is the end, or the beginning, of some months."""
    shares_end = longer.end == shorter.end or longer.start == shorter.start
    return shares_end and shorter.days < longer.days <= EDGE


def _base_loss(assertion: Assertion, today: Period | None) -> int | None:
    """What a change starts from, with no period named, is of a period that was over when the text's began: of which,
    the text leaves open, but never of a claim that the document's own day lies in."""
    claimed = assertion.period
    if claimed is None or today is None or not assertion.status.is_fact:
        return None
    return 1 if claimed.end < today.start else None


def _contains(named: Period, today: Period | None) -> bool:
    return today is not None and named.overlaps(today)


def _is_history(named: Period, today: Period | None) -> bool:
    return today is not None and named.end < today.start - RECENT


def is_of_the_past(figure: Figure, assertion: Assertion, today: Period | None) -> bool:
    """The text names a year that has been over for long, of which a claim without a period may well say nothing."""
    if assertion.period is not None or assertion.kind is Kind.DATE or figure.when is None or today is None:
        return False
    is_behind = figure.when.scope is Scope.SENTENCE and figure.when.span.start >= figure.span.end
    return not is_behind and figure.when.period.end < today.start - LATELY


def is_of_shorter_time(figure: Figure, assertion: Assertion) -> bool:
    """The text counts, in a month or on a day that it names, what the claim has for a year: «сол күні 190 мың жолаушы
    келді». What is counted at any time may be as many then, and what comes together over a year is less."""
    if figure.when is None or figure.when.scope is Scope.EARLIER or assertion.period is None:
        return False
    named, is_count = figure.when.period, figure.dimension == "count" and figure.kind is Kind.LEVEL
    return is_count and named.days <= MONTH and not assertion.period.days <= EDGE and assertion.period.covers(named)


def _open_loss(figure: Figure, assertion: Assertion, today: Period | None) -> int | None:
    """A text that names no period speaks of its own day, or of the last period whose figures were out by then."""
    claimed = assertion.period
    if claimed is None:
        return 0
    if today is None:
        return 1
    if figure.kind in _EVENTS and figure.kind is not Kind.DURATION:
        return 1 if claimed.overlaps(today) else None
    if not assertion.status.is_fact:
        return 1
    if claimed.start > today.end:
        return None
    if claimed.end < today.start - RECENT:
        return None
    is_over = claimed.end < today.start
    return 1 + is_over + min(7, max(0, (today.start - claimed.end).days // 365))
