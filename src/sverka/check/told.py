"""Which claims the text tells of the figures beside one: of «54,2 % против 63,3 % в 2021 году» the first is not of
2021, and what something rose from is of a time before that of what it rose to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import chain, takewhile

from sverka.check.circumstances import says
from sverka.check.compare import compare
from sverka.check.link import Candidate, Link
from sverka.check.scene import Scene
from sverka.check.topics import light_words
from sverka.languages.calendar import calendar
from sverka.languages.exchanges import exchanges
from sverka.model.claim import Assertion
from sverka.model.figure import Figure, Scope
from sverka.model.finding import Grade, Role
from sverka.model.quantity import Kind

Linked = tuple[Figure, Link]

_NEAR = (Scope.FIGURE, Scope.CLAUSE, Scope.SENTENCE)
# Words with fewer letters than this are prepositions and the like.
SHORT = 4
# The tiers of metrics that a figure's own clause names.
OWN = 1
_SURE = (Grade.EXACT, Grade.ROUNDED)
_TIMES = (Kind.DATE, Kind.PERIOD, Kind.DURATION)


def with_told(scene: Scene, linked: Sequence[Linked]) -> list[Linked]:
    """The links, each with the claims that its sentence, or one beside it, tells of other figures, and, at what a
    change starts from, with the claim on the year before that of what it led to; where it only goes on with a metric,
    with the claims that its paragraph has told already."""
    by_sentence: dict[int, list[Linked]] = {}
    for each in linked:
        index = scene.analysis.sentence_at(each[0].span.start)
        if each[1].candidates and index is not None:
            by_sentence.setdefault(index, []).append(each)
    found = {
        each[0].span: _beside(scene, index, each, peers, list(_next_to(scene, index, by_sentence)))
        for index, peers in by_sentence.items()
        for each in peers
    }
    told = ((figure, found.get(figure.span, link)) for figure, link in linked)
    return [_with_told_before(scene, each, by_sentence) for each in told]


def _next_to(scene: Scene, index: int, by_sentence: Mapping[int, Sequence[Linked]]) -> Iterator[Linked]:
    """The figures of the sentences before and behind one in its paragraph."""
    for other in (index - 1, index + 1):
        peers = by_sentence.get(other, ())
        if peers and scene.sentence(other).block == scene.sentence(index).block:
            yield from peers


def _beside(scene: Scene, index: int, one: Linked, peers: Sequence[Linked], next_to: Sequence[Linked]) -> Link:
    figure, link = one
    others = (*(peer for peer in peers if peer[0] is not figure), *next_to)
    told = {claim for peer in others for claim in _named_by(peer, figure)}
    if figure.kind is not Kind.LEVEL or _has_own(figure):
        return replace(link, told_of_others=frozenset(told))
    other = _counterpart(one, peers)
    if other is None:
        return replace(link, told_of_others=frozenset(told))
    start, end = (one, other) if figure.is_base else (other, one)
    told |= set(_not_before(start, end) if figure.is_base else _started_from(start, end))
    starts_at = _year_before(scene, index, start, end) if figure.is_base else None
    return replace(link, told_of_others=frozenset(told), starts_at=starts_at)


def _has_own(figure: Figure) -> bool:
    return figure.when is not None and figure.when.scope in _NEAR


def _named_by(peer: Linked, figure: Figure) -> Iterator[str]:
    """The claims that a figure is told of by a period of its own, which the other does not name."""
    when = peer[0].when
    if when is None or not _has_own(peer[0]) or (_has_own(figure) and figure.when and figure.when.span == when.span):
        return
    if when.scope is Scope.SENTENCE or when.span.end <= figure.span.start < peer[0].span.start:
        return  # the period leads up to both
    told = (one.assertion for one in _likeliest(peer[1]) if one.assertion.period is not None)
    yield from (assertion.id for assertion in told if compare(peer[0], assertion).agrees)


def _likeliest(link: Link) -> Sequence[Candidate]:
    covering = [one for one in link.candidates if one.fit.covers]
    least = min((one.fit.loss for one in covering), default=0)
    return [one for one in covering if one.fit.loss == least]


def _counterpart(one: Linked, peers: Sequence[Linked]) -> Linked | None:
    """What a change led to, for what it starts from; or the reverse: the next of the same thing."""
    figure, thing = one[0], one[1].candidates[0].assertion.thing
    alike = [
        peer
        for peer in peers
        if peer[0].is_base is not figure.is_base
        and peer[0].kind is Kind.LEVEL
        and peer[0].unit in (figure.unit, None)
        and peer[1].candidates[0].assertion.thing == thing
    ]
    return min(alike, key=lambda peer: abs(peer[0].span.start - figure.span.start), default=None)


def _reached(end: Linked) -> Candidate | None:
    """The claim that a change led to: the one that agrees, else the likeliest."""
    covering = [one for one in end[1].candidates if one.fit.covers]
    likeliest = _likeliest(end[1])
    return next((one for one in (*likeliest, *covering) if _agrees(end[0], one.assertion)), next(iter(likeliest), None))


def _agrees(figure: Figure, assertion: Assertion) -> bool:
    return compare(figure, assertion).grade in _SURE


def _not_before(start: Linked, end: Linked) -> Iterator[str]:
    """The claims of the time that a change led to, and of any later: it does not start from them."""
    reached = _reached(end)
    period = reached.assertion.period if reached else None
    for one in start[1].candidates if period else ():
        claimed = one.assertion.period
        if period and claimed and claimed.end >= period.start:
            yield one.assertion.id


def _started_from(start: Linked, end: Linked) -> Iterator[str]:
    """The claims that a change starts from by its number: it does not lead to them, nor to any before."""
    first = next((one.assertion for one in start[1].candidates if _agrees(start[0], one.assertion)), None)
    for one in end[1].candidates if first and first.period else ():
        claimed = one.assertion.period
        if first and first.period and claimed and claimed.end <= first.period.end:
            yield one.assertion.id


def _year_before(scene: Scene, index: int, start: Linked, end: Linked) -> Candidate | None:
    """The claim on the year before, where the text says of what year the end is, or nothing but what changed, and of no
    other time."""
    reached = _reached(end)
    when, claimed = end[0].when, reached.assertion.period if reached else None
    if reached is None or claimed is None or not _agrees(end[0], reached.assertion):
        return None
    times = [one for one in scene.figures_by_sentence.get(index, ()) if one.kind in _TIMES]
    is_said = when.period == claimed if when is not None else _is_of_a_year(scene, index, times)
    named = when.span.start if when is not None else start[0].span.start
    if not is_said or any(not (one.span.start <= named < one.span.end or _is_a_year(one)) for one in times):
        return None
    before = claimed.in_year(claimed.start.year - 1)
    stated = (one for one in start[1].candidates if one.fit.covers and not one.assertion.derived)
    return next((one for one in stated if one.assertion.period == before), None)


def _is_of_a_year(scene: Scene, index: int, times: Sequence[Figure]) -> bool:
    """A change "over the year"; or one of which nothing is told but what changed: «экспорт муки снизился со 148…»."""
    if any(map(_is_a_year, times)) or says(scene, scene.sentence(index).span, scene.words.yearly):
        return True
    span, known = scene.sentence(index).span, light_words(scene) | scene.words.moves | scene.words.carrying
    known |= exchanges(scene.analysis.language).directions.keys() | calendar(scene.analysis.language).starts
    words = (at for at in scene.positions(index, span.start, span.end) if not scene.is_familiar(index, at))
    tokens = (scene.analysis.tokens[at] for at in words)
    return not any(
        token.is_word and len(token.text) >= SHORT and scene.analysis.lemmas(token).isdisjoint(known)
        for token in tokens
    )


def _is_a_year(figure: Figure) -> bool:
    """«За год», "in a year"."""
    return figure.kind is Kind.DURATION and figure.unit == "year" and figure.values == (Fraction(1),)


def _with_told_before(scene: Scene, one: Linked, by_sentence: Mapping[int, Sequence[Linked]]) -> Linked:
    """A link with the claims that its paragraph has told before it in plainer words: «Перевалка выросла до 6,3 млн.
    Больше половины, 3,5 млн, даёт нефть» goes on with the topic, and does not tell the turnover again."""
    figure, link = one
    index = scene.analysis.sentence_at(figure.span.start)
    if index is None or not link.candidates or link.candidates[0].metric_tier <= OWN:
        return one
    found = set[str]()
    for other, known in chain.from_iterable(by_sentence.get(at, ()) for at in _of_paragraph(scene, index)):
        is_before = other.span.end <= figure.span.start and other.kind is figure.kind
        if is_before and _is_of_time_of(figure, other) and _is_plainer(known, link):
            found.update(candidate.assertion.id for candidate in _likeliest(known))
    return figure, replace(link, told_before=frozenset(found))


def _is_of_time_of(figure: Figure, other: Figure) -> bool:
    """A figure has no period of its own, or the same as another."""
    if not _has_own(figure) or figure.when is None:
        return True
    return other.when is not None and other.when.period == figure.when.period


def _is_plainer(known: Link, link: Link) -> bool:
    """A metric stands nearer to one figure than to another behind it, or the two have it from the same words."""
    ranks = [each.candidates[0].metric_tier for each in (known, link)]
    named = [
        next((one.span for one in each.candidates[0].evidence if one.role is Role.METRIC), None)
        for each in (known, link)
    ]
    return ranks[0] < ranks[1] or (ranks[0] == ranks[1] and named[0] == named[1])


def _of_paragraph(scene: Scene, index: int) -> Iterator[int]:
    """A sentence, and those before it in its paragraph."""
    block = scene.sentence(index).block
    return takewhile(lambda at: scene.sentence(at).block == block, range(index, -1, -1))
