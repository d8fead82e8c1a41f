"""What the stated claims imply together: an earlier level, or the change between two levels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sverka.claims import inference, periods
from sverka.claims.inference import Level
from sverka.claims.kept import Kept
from sverka.claims.meaning import Meaning
from sverka.claims.normalise import Ids, moved
from sverka.model.claim import Assertion
from sverka.model.index import Thing
from sverka.model.period import Period
from sverka.model.quantity import Kind, Relation


@dataclass(slots=True)
class Series:
    """The facts about one subject and metric by their periods; changes also by what they are measured from."""

    levels: dict[Period, Level] = field(default_factory=dict)
    changes: dict[Period, dict[Period, list[Meaning]]] = field(default_factory=lambda: defaultdict(dict))


Followed = tuple[Meaning, Assertion]


def derived(
    stated: Mapping[Thing, tuple[Meaning, ...]], ids: Ids, kept: Kept[tuple[Followed, ...]]
) -> Iterator[Assertion]:
    """The assertions that follow from facts with a period, in the order of the claims that they follow from.

    A stated claim about the same thing leaves nothing to derive.
    """
    for thing, said in stated.items():
        known = kept.get(thing, said)
        if known is None:
            known = kept.put(thing, said, tuple(_derived(said)))
        elif any(each.place.line != level.draft.parsed.first.line for level, each in known):
            known = tuple((level, moved(each, level.draft.parsed.first)) for level, each in known)
            kept.put(thing, said, known)
        for _, each in known:
            own = ids.new(each.id, None)
            yield each if own == each.id else replace(each, id=own)


def _derived(stated: Iterable[Meaning]) -> Iterator[Followed]:
    """Each level with what follows from it, with ids that others may have too."""
    series = Series()
    for made in stated:
        if _is_usable(made):
            _put(made, series)
    return ((level.made, found) for level in series.levels.values() for found in _from(level, series))


def _is_usable(made: Meaning) -> bool:
    """A fact of a period, said as one number from which another can be worked out."""
    return (
        made.draft.choice is None
        and made.draft.about.status.is_fact
        and made.draft.about.period is not None
        and len(made.value.quantity.values) == 1
        and made.value.kind in (Kind.LEVEL, Kind.DURATION, Kind.CHANGE)
        and made.draft.relation in (Relation.EQUAL, Relation.ABOUT)
    )


def _put(made: Meaning, series: Series) -> None:
    """Of several levels of one period the one of the latest source is kept."""
    period = made.draft.about.period
    assert period is not None
    if made.value.kind is Kind.CHANGE:
        if made.against is not None:
            series.changes[period].setdefault(made.against, []).append(made)
        return
    before = series.levels.get(period)
    if before is None or _source_date(made) > _source_date(before.made):
        series.levels[period] = Level(made)


def _source_date(made: Meaning) -> date:
    return made.draft.terms.source_date or date.min


def _from(level: Level, series: Series) -> Iterator[Assertion]:
    """The levels before this one that its changes lead back to, and the change to it where none is stated."""
    changes = series.changes.get(level.period, {})
    for against, found in changes.items():
        if against not in series.levels:
            fitting = (change for change in found if _goes_with(level.made, change))
            yield from next((each for change in fitting if (each := inference.earlier(level, change, against))), ())
    base = periods.before(level.period, to_date=level.made.draft.about.to_date)
    if base in series.levels:
        old, stated = series.levels[base], changes.get(base, ())
        if not stated:
            yield from inference.growth(old, level)
        if not any(change.value.quantity.unit == level.made.value.quantity.unit for change in stated):
            yield from inference.difference(old, level)


def _goes_with(level: Meaning, change: Meaning) -> bool:
    """Two claims of different sources may rest on different counts."""
    sources = {level.draft.terms.source, change.draft.terms.source} - {None}
    return len(sources) < 2
