"""Dates and periods as figures."""

from __future__ import annotations

import re
from fractions import Fraction

from sverka import units
from sverka.figures.build import NOWHERE, ignored_in
from sverka.model.document import Block
from sverka.model.figure import Figure, Parts, Reason
from sverka.model.interval import Interval
from sverka.model.quantity import Kind
from sverka.text.analysis import Analysis
from sverka.text.dates import DateMention

DATELINE = "a dateline"
# Capital letters of the languages that are read.
_CAPITAL = "A-ZА-ЯЁÇƏĞİÖŞÜӘҒҚҢӨҰҮҺІ"
# "ASTANA, March 3 (Kazinform) –": a place and an agency around the date that a paragraph opens with.
_PLACE = re.compile(r"[^\W\d_][^\d\n.!?]{1,40}[,.] *(?:[—–-] *)?")
_AGENCY = re.compile(
    rf"[.,]? *(?:\([^)\n]{{2,40}}\)|/[^/\n]{{2,40}}/|[{_CAPITAL}]{{3,12}}\.?) *(?:[—–]|-(?!\w)|\. )"
    rf"|[.,]? +[—–-] +(?=[{_CAPITAL}])"
)
# "MINSK, 18 June. ": a place and nothing else before a date that is a sentence of its own.
_NAME = rf"[{_CAPITAL}][^\W\d_]+"
_BARE_PLACE = re.compile(rf"{_NAME}(?:[ -]{_NAME}){{0,2}}, *")
_STOP = re.compile(r"\. +")


def date_figures(analysis: Analysis, dates: tuple[DateMention, ...]) -> list[Figure]:
    """A figure for each date, period and span of time that the text names."""
    return [_figure(analysis, mention) for mention in dates]


def _figure(analysis: Analysis, mention: DateMention) -> Figure:
    block = analysis.block_of(analysis.sentences[mention.sentence])
    ignored, why = ignored_in(block) or _ignored(analysis, mention, block) or (None, None)
    values, unit, dimension = _length(mention)
    point = Interval.point(values[0]) if values else NOWHERE
    return Figure(
        span=mention.span,
        text=mention.span.of(analysis.text),
        kind=mention.kind,
        values=values,
        ends=(point,) if values else (),
        interval=point,
        unit=unit,
        dimension=dimension,
        parts=Parts(mention.number),
        rule=mention.rule,
        counted=bool(values),
        days=mention.days,
        sense=mention.sense,
        ignored=ignored,
        why=why,
    )


def _ignored(analysis: Analysis, mention: DateMention, block: Block) -> tuple[Reason, str] | None:
    if mention.grain == "time":
        return Reason.DATE, "a time of day"
    opens = _PLACE.fullmatch(analysis.text, block.span.start, mention.span.start) is not None
    leads = opens and _AGENCY.match(analysis.text, mention.span.end, block.span.end) is not None
    bare = opens and _BARE_PLACE.fullmatch(analysis.text, block.span.start, mention.span.start) is not None
    leads = leads or (bare and _STOP.match(analysis.text, mention.span.end, block.span.end) is not None)
    return (Reason.DATE, DATELINE) if leads else None


def _length(mention: DateMention) -> tuple[tuple[Fraction, ...], str | None, str]:
    """A span of time has its length for a value: «за последние три года» is three years."""
    unit = units.find(mention.grain) if mention.kind is Kind.DURATION and mention.count is not None else None
    if unit is None or mention.count is None:
        return (), "date", "date"
    return (mention.count * unit.factor,), unit.canonical, unit.dimension
