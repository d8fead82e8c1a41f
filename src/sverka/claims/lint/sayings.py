"""Odd claims: said again, replaced, or of a day that no document has."""

from __future__ import annotations

from collections.abc import Iterator

from sverka.claims.lint.oddity import Oddity, Texts, stated, where
from sverka.model.claim import Assertion, ClaimSet


def _thing(each: Assertion) -> tuple[object, ...]:
    return each.subject, each.metric, each.status, each.period, each.kind, each.unit, each.against


def repeated(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """The same said twice of one thing by one source."""
    seen: dict[object, Assertion] = {}
    for each in stated(claims):
        said = (*_thing(each), each.relation, each.values, each.days, each.source, each.since, each.until)
        first = seen.setdefault(said, each)
        if first is not each and first.place != each.place:
            yield Oddity(each.place, {"id": first.id, "place": where(first.place)})


def replaced(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """A claim that a later source has replaced for every document that is checked."""
    latest: dict[object, Assertion] = {}
    for each in stated(claims):
        if _dated(claims, each):
            before = latest.get(_thing(each))
            latest[_thing(each)] = max(before, each, key=lambda one: _dated(claims, one)) if before else each
    for each in stated(claims):
        newer = latest.get(_thing(each))
        if newer and newer is not each and "" < _dated(claims, each) < _dated(claims, newer):
            day = _dated(claims, newer)
            needed = any(document.date is None or str(document.date.period.start) < day for document in texts.documents)
            if not needed:
                yield Oddity(each.place, {"id": each.id, "day": day, "place": where(newer.place)})


def _dated(claims: ClaimSet, assertion: Assertion) -> str:
    source = claims.sources.get(assertion.source or "")
    return str(source.date) if source and source.date else ""


def of_no_day(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """A claim that holds on the day of no document."""
    days = [document.date.period for document in texts.documents if document.date]
    if not days or len(days) < len(texts.documents):
        return
    first, last = min(day.start for day in days), max(day.end for day in days)
    for each in stated(claims):
        if each.since and each.since > last:
            yield Oddity(each.place, {"id": each.id, "bound": f"since {each.since}", "ends": f"the last is of {last}"})
        elif each.until and each.until < first:
            yield Oddity(
                each.place, {"id": each.id, "bound": f"until {each.until}", "ends": f"the first is of {first}"}
            )


def in_two_dimensions(claims: ClaimSet, texts: Texts) -> Iterator[Oddity]:
    """A metric that is not declared and is claimed in two dimensions: one of the two is a slip."""
    first: dict[str, Assertion] = {}
    for each in stated(claims):
        metric = claims.metrics.get(each.metric)
        if metric is None or metric.declared or each.unit in _RELATIVE or not each.values:
            continue
        before = first.setdefault(each.metric, each)
        if before.dimension.partition("/")[0] != each.dimension.partition("/")[0]:
            words = {
                "metric": each.metric,
                "unit": each.unit or "plain numbers",
                "other": before.unit or "plain numbers",
            }
            yield Oddity(each.place, {**words, "place": where(before.place), "dimension": before.dimension})


_RELATIVE = frozenset({"%", "pp", "x"})
