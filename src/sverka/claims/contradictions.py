"""Claims about the same thing that cannot both be true, with nothing to say which came later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from sverka.claims.kept import Kept
from sverka.claims.meaning import Meaning
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.values import first_token
from sverka.model.index import Thing
from sverka.model.interval import Interval
from sverka.model.quantity import Kind


def contradicted(stated: Mapping[Thing, tuple[Meaning, ...]], notes: Notes, kept: Kept[bool]) -> None:
    """Notes each claim that disagrees with an earlier one about the same subject, metric and all else."""
    for thing, said in stated.items():
        if len(said) > 1 and kept.get(thing, said) is None:
            told = notes.told
            _contradicted(said, notes)
            if notes.told == told:
                kept.put(thing, said, True)


def _contradicted(stated: Sequence[Meaning], notes: Notes) -> None:
    groups: dict[object, list[Meaning]] = defaultdict(list)
    for made in stated:
        groups[_compared_by(made)].append(made)
    for group in groups.values():
        if len(group) > 1 and not _all_agree(group):
            _compared(group, notes)


def _compared_by(made: Meaning) -> object:
    """What a value is about, so that two of one thing can be compared; counted nouns are all counts."""
    found = made.value.quantity
    unit = None if found.dimension == "count" else found.unit
    return made.draft.about.key, made.value.kind.value, unit, made.against


def _all_agree(group: list[Meaning]) -> bool:
    """Intervals that all meet each other have a value in common, so the ends alone show it."""
    if any(made.draft.choice is not None for made in group):
        return False
    if group[0].value.kind is Kind.DATE:
        return len({made.value.days for made in group}) == 1
    common = group[0].interval
    for made in group[1:]:
        if not common.meets(made.interval):
            return False
        common = _shared(common, made.interval)
    return True


def _shared(left: Interval, right: Interval) -> Interval:
    low = max(((end.low, not end.low_closed) for end in (left, right) if end.low is not None), default=(None, True))
    high = min(((end.high, end.high_closed) for end in (left, right) if end.high is not None), default=(None, False))
    return Interval(low[0], high[0], not low[1], high[1])


def _compared(group: list[Meaning], notes: Notes) -> None:
    kept: list[list[Meaning]] = []
    for claim in _claims(group):
        other = next((each[0] for each in kept if all(_disagree(one, two) for one in each for two in claim)), None)
        if other is None:
            kept.append(claim)
            continue
        made = claim[0]
        parts = {
            "thing": made.draft.about.name,
            "other": other.draft.parsed.text,
            "place": f"{other.draft.parsed.first.leaf.path}:{other.draft.parsed.first.line}",
        }
        notes.add(first_token(made.draft.item.amount), Trouble("C501", parts))


def _claims(group: list[Meaning]) -> Iterator[list[Meaning]]:
    """The meanings of a group, those together that one claim allows."""
    for choice, made in groupby(group, key=lambda each: each.draft.choice):
        if choice is None:
            yield from ([each] for each in made)
        else:
            yield list(made)


def _disagree(left: Meaning, right: Meaning) -> bool:
    if left.value.kind is Kind.DATE:
        meet = (
            left.value.days is not None and right.value.days is not None and left.value.days.overlaps(right.value.days)
        )
    else:
        meet = left.interval.meets(right.interval)
    return not meet and not _are_ordered(left, right)


def _are_ordered(left: Meaning, right: Meaning) -> bool:
    """Their sources have different dates, or one stops being current before the other starts."""
    dates = left.draft.terms.source_date, right.draft.terms.source_date
    if None not in dates and dates[0] != dates[1]:
        return True
    return _follows(left, right) or _follows(right, left)


def _follows(left: Meaning, right: Meaning) -> bool:
    end, start = left.draft.terms.until, right.draft.terms.since
    return (end or date.max) <= (start or date.min)
