"""Claims, each made into the assertions that it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sverka.claims.choices import spread
from sverka.claims.heads import about, terms
from sverka.claims.kept import Kept
from sverka.claims.levels import Levels
from sverka.claims.machine import Stop
from sverka.claims.meaning import Draft, Meaning, meaning
from sverka.claims.mistakes import Notes
from sverka.claims.names import Names
from sverka.claims.parse import Parsed
from sverka.claims.syntax import Claim
from sverka.claims.tokens import Token
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


class Around(NamedTuple):
    """What claims are understood with: what the set declares, what its other claims state, and how numbers round."""

    names: Names
    levels: Levels
    precision: Precision
    notes: Notes


Said = tuple[Meaning | Draft, ...]


def normalised(parsed: Iterable[Parsed], around: Around, kept: Kept[Said]) -> list[Meaning]:
    """What the claims state, in the order of the claims."""
    made: dict[int, Meaning] = {}
    waiting: dict[int, Draft] = {}
    same = kept.same("terms", (around.precision, around.names.terms))
    said = (each for one in parsed for each in _said(one, around, kept, same))
    for number, each in enumerate(said):
        if isinstance(each, Draft):
            waiting[number] = each
        else:
            made[number] = each
            around.levels.add(each)
    made |= around.levels.calculate(waiting)
    return [made[number] for number in sorted(made)]


def _said(parsed: Parsed, around: Around, kept: Kept[Said], same: object) -> Said:
    """What a statement states: a draft of each value that is calculated from others, the meaning of any other."""
    if isinstance(parsed.node, Stop):
        around.levels.break_off(parsed.first, parsed.second)
    if not isinstance(parsed.node, Claim):
        return ()
    known = kept.get(id(parsed), (parsed, same))
    if known is not None:
        about = known[0].about if isinstance(known[0], Draft) else known[0].draft.about
        around.names.use(about.subject, about.metric.id, parsed.node.head)
        return known
    told = around.notes.told
    found = tuple(_meant(parsed, around))
    is_sound = around.notes.told == told and found and around.names.knows_sources(parsed.node.tails)
    return kept.put(id(parsed), (parsed, same), found) if is_sound else found


def _meant(parsed: Parsed, around: Around) -> Iterator[Meaning | Draft]:
    for draft in _drafts(parsed, around):
        if draft.is_arithmetic:
            yield draft
            continue
        is_related = draft.item.relation is not None
        found = value(draft.item.amount, draft.about.metric, is_related, around.precision, around.notes)
        means = meaning(draft, found, around.precision, around.notes) if found else None
        if means is None:
            around.levels.break_off(parsed.node.head.subject, parsed.node.head.metric)
        else:
            yield means


def _drafts(parsed: Parsed, around: Around) -> Iterator[Draft]:
    claim = parsed.node
    said = terms(claim.tails, around.names, around.notes)
    subject = about(claim.head, around.names, said.source_date, around.notes)
    if subject is None:
        around.levels.break_off(claim.head.subject, claim.head.metric)
        return
    for item in claim.items:
        if item.alternatives:
            drafts = [Draft(each, subject, said, parsed, choice) for each, choice in spread(item, around.notes)]
            if not drafts:
                around.levels.break_off(claim.head.subject, claim.head.metric)
            yield from drafts
        else:
            yield Draft(item, subject, said, parsed)


def asserted(meanings: Sequence[Meaning], ids: Ids, kept: Kept[tuple[str, Assertion]]) -> list[Assertion]:
    """The assertions of what claims state, each with an id of its own."""
    return [_asserted(made, ids, kept) for made in meanings]


def _asserted(made: Meaning, ids: Ids, kept: Kept[tuple[str, Assertion]]) -> Assertion:
    known = kept.get(id(made), made)
    name = known[0] if known else _name(made)
    own = ids.new(name, made.draft.terms.source)
    if known is None or known[1].id != own:
        return kept.put(id(made), made, (name, assertion(made, own)))[1]
    found = moved(known[1], made.draft.parsed.first)
    return found if found is known[1] else kept.put(id(made), made, (name, found))[1]


def moved(known: Assertion, at: Token) -> Assertion:
    """An assertion that was made before, where its claim stands now."""
    return known if known.place.line == at.line else replace(known, place=at.place)


def assertion(made: Meaning, id: str) -> Assertion:
    """The assertion of a claim's value."""
    draft, value = made.draft, made.value
    return Assertion(
        id=id,
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
