"""What a claim is about, and the terms that it holds on."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sverka.claims import periods
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.names import Names
from sverka.claims.near import MOST_LOOKED_UP, nearest
from sverka.claims.syntax import Head, PeriodWords, Tail
from sverka.claims.tokens import Token, plain
from sverka.model.claim import Name
from sverka.model.period import Period
from sverka.model.quantity import Status

Key = tuple[str, str, Status, date | None, date | None]


class About(NamedTuple):
    """The subject, metric, status and period of a claim."""

    subject: str
    metric: Name
    status: Status
    period: Period | None
    to_date: bool

    @property
    def key(self) -> Key:
        return _key(self.subject, self.metric.id, self.status, self.period, self.to_date)

    @property
    def name(self) -> str:
        """`TITR.volume.2024`, `TITR.volume.target`."""
        pieces = [self.subject, self.metric.id]
        if self.period:
            pieces.append(periods.name(self.period, to_date=self.to_date))
        if not self.status.is_fact:
            pieces.append(self.status.value)
        return ".".join(pieces)


class Terms(NamedTuple):
    """Where a claim comes from, when it is current, and how its findings are told."""

    source: str | None = None
    source_date: date | None = None
    since: date | None = None
    until: date | None = None
    warn: bool = False
    note: str | None = None


def about(head: Head, names: Names, source_date: date | None, notes: Notes) -> About | None:
    """What the head of a claim or of a reference says, or None with the mistake noted."""
    for token in (head.subject, head.metric):
        if not plain(token).strip():
            notes.add(token, Trouble("C406"))
            return None
    status, words = _marks(head, notes)
    period = period_of(words, source_date, notes) if words else None
    if words and period is None:
        return None
    return About(names.subject(head.subject), names.metric(head.metric), status, period, bool(words and words.to_date))


def key_of(head: Head, notes: Notes) -> Key | None:
    """What a reference is about, or None with the mistake noted."""
    status, words = _marks(head, notes)
    period = period_of(words, None, notes) if words else None
    if words and period is None:
        return None
    return _key(plain(head.subject), plain(head.metric), status, period, bool(words and words.to_date))


def _key(subject: str, metric: str, status: Status, period: Period | None, to_date: bool) -> Key:
    """What two claims about the same thing share; a year to date is the same whatever its last day."""
    return (subject, metric, status, period.start if period else None, period.end if period and not to_date else None)


def _marks(head: Head, notes: Notes) -> tuple[Status, PeriodWords | None]:
    """The status and the period, each said once at most."""
    status: Token | None = None
    period: PeriodWords | None = None
    for mark in head.marks:
        if isinstance(mark, PeriodWords):
            if period:
                notes.add(mark.token, Trouble("C210", {"what": "period"}))
            period = period or mark
        else:
            if status:
                notes.add(mark, Trouble("C210", {"what": "status"}))
            status = status or mark
    return Status(status.text) if status else Status.ACTUAL, period


def period_of(words: PeriodWords, source_date: date | None, notes: Notes) -> Period | None:
    """The days of a period; a year to date ends on its source's day, where that is in the year."""
    period = periods.read(words.token.text)
    if isinstance(period, Trouble):
        notes.add(words.token, period)
        return None
    if words.to_date:
        if period != Period.year(period.start.year):
            notes.add(words.token, Trouble("C317", {"word": f"{words.token.text} ytd"}))
            return None
        if source_date and source_date.year == period.start.year:
            return Period(period.start, source_date)
    return period


def terms(tails: tuple[Tail, ...], names: Names, notes: Notes) -> Terms:
    """The terms of a claim; whatever is said twice counts as first said, and is noted."""
    said: dict[str, Token] = {}
    for tail in tails:
        if tail.kind in said:
            notes.add(tail.token, Trouble("C210", {"what": tail.kind}))
        said.setdefault(tail.kind, tail.token)
    source = _source(said["from"], names, notes) if "from" in said else None
    since = whole_date(said["since"], notes, first=True) if "since" in said else None
    until = whole_date(said["until"], notes) if "until" in said else None
    if since and until and until < since:
        notes.add(said["until"], Trouble("C318", {"until": until.isoformat(), "since": since.isoformat()}))
    known = names.sources.get(source) if source else None
    note = plain(said["note"]) if "note" in said else None
    return Terms(source, known.date if known else None, since, until, "warn" in said, note)


def _source(token: Token, names: Names, notes: Notes) -> str:
    id = plain(token)
    if id not in names.sources and id not in names.broken and not notes.has_gaps:
        near = nearest(id, names.sources) if len(notes) < MOST_LOOKED_UP else None
        hint = f"did you mean {near}?" if near else f'declare it: source {token.text} "its title" 2025-01-31'
        notes.add(
            token, Trouble("C401", {"word": id}, hint, near and (near if token.kind != "STRING" else f'"{near}"'))
        )
    return id


def whole_date(token: Token, notes: Notes, *, first: bool = False) -> date | None:
    """The day of `until` and `since`, which a month or a year would leave open."""
    period = periods.read(token.text)
    if isinstance(period, Trouble):
        notes.add(token, period)
        return None
    if period.start != period.end:
        right = period.start if first else period.end
        notes.add(token, Trouble("C319", {"word": token.text, "right": right.isoformat()}))
        return None
    return period.start
