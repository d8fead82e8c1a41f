"""Claims, each made into the assertions that it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sverka.claims.choices import spread
from sverka.claims.heads import about, terms
from sverka.claims.levels import Levels
from sverka.claims.machine import Stop
from sverka.claims.meaning import Draft, Meaning, meaning
from sverka.claims.mistakes import Notes
from sverka.claims.names import Names
from sverka.claims.parse import Parsed
from sverka.claims.syntax import Claim
from sverka.claims.values import first_token, value
from sverka.model.claim import Assertion
from sverka.model.precision import Precision
from sverka.model.quantity import Kind


class Ids:
    """Ids given so far; a second claim of the same name gets its source, and then a number, behind it."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def new(self, name: str, source: str | None) -> str:
        if source and name in self._given:
            name = f"{name}@{source}"
        while name in self._given:
            self._given[name] += 1
            name = f"{name}#{self._given[name]}"
        self._given[name] = 1
        return name


def normalised(
    parsed: Sequence[Parsed], names: Names, levels: Levels, precision: Precision, notes: Notes
) -> list[Meaning]:
    """What the claims state, in the order of the claims."""
    drafts = [draft for each in parsed for draft in _drafts(each, names, levels, notes)]
    made: dict[int, Meaning] = {}
    waiting: dict[int, Draft] = {}
    for number, draft in enumerate(drafts):
        if draft.is_arithmetic:
            waiting[number] = draft
            continue
        found = value(draft.item.amount, draft.about.metric, draft.item.relation is not None, precision, notes)
        means = meaning(draft, found, precision, notes) if found else None
        if means is None:
            levels.break_off(draft.parsed.node.head.subject, draft.parsed.node.head.metric)
        else:
            made[number] = means
            levels.add(means)
    made |= levels.calculate(waiting)
    return [made[number] for number in sorted(made)]


def _drafts(parsed: Parsed, names: Names, levels: Levels, notes: Notes) -> Iterator[Draft]:
    claim = parsed.node
    if isinstance(claim, Stop):
        levels.break_off(parsed.first, parsed.second)
    if not isinstance(claim, Claim):
        return
    said = terms(claim.tails, names, notes)
    subject = about(claim.head, names, said.source_date, notes)
    if subject is None:
        levels.break_off(claim.head.subject, claim.head.metric)
        return
    for item in claim.items:
        if item.alternatives:
            drafts = [Draft(each, subject, said, parsed, choice) for each, choice in spread(item, notes)]
            if not drafts:
                levels.break_off(claim.head.subject, claim.head.metric)
            yield from drafts
        else:
            yield Draft(item, subject, said, parsed)


def assertion(made: Meaning, ids: Ids) -> Assertion:
    """The assertion of a claim's value, with an id of its own."""
    draft, value = made.draft, made.value
    return Assertion(
        id=ids.new(_name(made), draft.terms.source),
        subject=draft.about.subject,
        metric=draft.about.metric.id,
        status=draft.about.status,
        period=draft.about.period,
        kind=value.kind,
        relation=draft.relation,
        values=value.quantity.values,
        ends=value.quantity.ends,
        interval=made.interval,
        unit=value.quantity.unit,
        dimension=value.quantity.dimension,
        place=draft.parsed.first.place,
        text=draft.parsed.text,
        days=value.days,
        against=made.against,
        to_date=draft.about.to_date,
        tolerance=made.tolerance,
        arithmetic=made.arithmetic,
        working=made.working,
        source=draft.terms.source,
        since=draft.terms.since,
        until=draft.terms.until,
        warn=draft.terms.warn,
        note=draft.terms.note,
    )


def _name(made: Meaning) -> str:
    """`TITR.volume.2024`, `TITR.volume.2024.change`, `TITR.volume.2030.forecast.change.x`."""
    name = made.draft.about.name
    if made.value.kind is Kind.CHANGE:
        unit = made.value.quantity.unit
        name = f"{name}.change" if unit == "%" else f"{name}.change.{unit or 'count'}"
    is_first = made.draft.choice is None or first_token(made.draft.item.amount) == made.draft.choice
    return name if is_first else f"{name}.or"
