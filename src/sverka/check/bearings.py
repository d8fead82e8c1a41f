"""The subjects and metrics that the text may mean by a figure, with how near each stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sverka.check.mentions import Mention
from sverka.check.references import References
from sverka.check.scene import Scene
from sverka.languages import morphology
from sverka.model.figure import Figure, Scope
from sverka.model.finding import Evidence, Role
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Bearing:
    """A subject or metric that a figure may be about. A smaller `tier` is stronger evidence; `distance` is in
    code points and only breaks ties."""

    name: str
    tier: int
    distance: int
    evidence: Evidence


Relevant = Callable[[str], bool]


def distance(figure: Figure, span: Span) -> int:
    """How far a span stands from a figure; what follows counts for more than what leads up to it."""
    if span.overlaps(figure.span):
        return 0
    if span.end <= figure.span.start:
        return figure.span.start - span.end
    return 2 * (span.start - figure.span.end)


def bearing(figure: Figure, mention: Mention, tier: int, scope: Scope) -> Bearing:
    evidence = Evidence(mention.role, mention.span, scope, mention.how)
    return Bearing(mention.name, tier, distance(figure, mention.span), evidence)


def subject_bearings(
    scene: Scene, references: References, figure: Figure, index: int, relevant: Relevant
) -> tuple[Bearing, ...]:
    """The subjects of a figure, from the strongest kind of evidence that there is.

    A name in the figure's own clause leaves no room for one carried over from elsewhere.
    """
    clause = scene.clause_of(index, figure.span)
    named = [mention for mention in scene.subjects(index) if relevant(mention.name)]
    referring = [mention for mention in references.referring[index] if relevant(mention.name)]
    own = [mention for mention in named if mention.span.overlaps(clause)]
    if own:
        return tuple(bearing(figure, mention, 0, Scope.CLAUSE) for mention in _paired(scene, figure, index, own))
    found = [bearing(figure, m, 1, Scope.CLAUSE) for m in referring if m.span.overlaps(clause)]
    if named:
        found += [bearing(figure, m, 2, Scope.SENTENCE) for m in _paired(scene, figure, index, named)]
    found += [bearing(figure, m, 3, Scope.SENTENCE) for m in referring if not m.span.overlaps(clause)]
    return tuple(found) or tuple(_carried(scene, references, figure, index, relevant))


def _carried(scene: Scene, references: References, figure: Figure, index: int, relevant: Relevant) -> Iterator[Bearing]:
    """The subject of the sentence before, or of the heading, where the figure's sentence names none."""
    if figure.kind in (Kind.DATE, Kind.PERIOD):
        return
    if not scene.is_first_of_block(index):
        for mention in references.active[index - 1]:
            if relevant(mention.name) and mention.how != "both countries":
                yield bearing(figure, mention, 4, Scope.EARLIER)
        return
    heading = _heading_above(scene, index)
    if heading is not None:
        for mention in scene.subjects(heading):
            if relevant(mention.name):
                yield bearing(figure, mention, 5, Scope.HEADING)


def _heading_above(scene: Scene, index: int) -> int | None:
    """The heading that a paragraph stands directly under."""
    above = index - 1
    return above if above >= 0 and scene.is_heading(above) else None


def _paired(scene: Scene, figure: Figure, index: int, named: Sequence[Mention]) -> Sequence[Mention]:
    """Of several subjects in one sentence the figure's own: in order where the text says so, else the nearest.

    Names mostly lead up to their figures; where the first figure stands before the first name, they follow them.
    """
    if len({mention.name for mention in named}) < 2:
        return named
    peers = [peer for peer in scene.figures_by_sentence[index] if peer.dimension == figure.dimension]
    in_order = _in_order(scene, figure, index, named, peers)
    if in_order is not None:
        return [in_order]
    following = [mention for mention in named if mention.span.start >= figure.span.end]
    leading = [mention for mention in named if mention.span.end <= figure.span.start]
    if figure.kind is Kind.ORDINAL and following:
        return following[:1]
    if leading and peers[0].span.start > named[0].span.start:
        return _last_named(leading)
    return following[:1] or _last_named(leading) or named


def _last_named(leading: Sequence[Mention]) -> Sequence[Mention]:
    last = leading[-1:]
    return [mention for mention in leading if last and mention.span == last[0].span]


def _in_order(
    scene: Scene, figure: Figure, index: int, named: Sequence[Mention], peers: Sequence[Figure]
) -> Mention | None:
    """The n-th name for the n-th figure where the sentence says "respectively"."""
    tokens = scene.analysis.tokens_of(scene.sentence(index))
    if not any(morphology.fold(token.text) in scene.words.respectively for token in tokens):
        return None
    return named[peers.index(figure)] if len(named) == len(peers) and figure in peers else None


def metric_bearings(scene: Scene, figure: Figure, index: int, relevant: Relevant) -> tuple[Bearing, ...]:
    """The metrics that the figure's sentence names for it."""
    named = [mention for mention in scene.metrics(index) if relevant(mention.name)]
    close = [mention for mention in named if _is_part_of(scene, figure, mention)]
    if close:
        return tuple(bearing(figure, mention, 0, Scope.FIGURE) for mention in close)
    if _names_its_thing(figure):
        return ()
    clause = scene.clause_of(index, figure.span)
    own = [mention for mention in named if mention.span.overlaps(clause)]
    if figure.kind in (Kind.DATE, Kind.PERIOD):
        dated = [mention for mention in own if _is_dated(scene, figure, mention)]
        return tuple(bearing(figure, mention, 1, Scope.CLAUSE) for mention in dated) or _documents_date(
            scene, figure, index, named
        )
    if own:
        return tuple(bearing(figure, mention, 1, Scope.CLAUSE) for mention in _nearest_metrics(scene, figure, own))
    return tuple(bearing(figure, mention, 2, Scope.SENTENCE) for mention in _nearest_metrics(scene, figure, named))


def _nearest_metrics(scene: Scene, figure: Figure, named: Sequence[Mention]) -> Sequence[Mention]:
    """The metric named last before the figure, with what stands before it where it says little («на сумму»); those
    behind the figure where none leads up to it."""
    found: list[Mention] = []
    for mention in reversed([mention for mention in named if mention.span.end <= figure.span.start]):
        if found and mention.span != found[-1].span and not _is_generic(scene, found[-1]):
            break
        found.append(mention)
    return found or named


def _is_generic(scene: Scene, mention: Mention) -> bool:
    tokens = scene.analysis.tokens[mention.first : mention.last]
    return all(scene.analysis.lemmas(token) & scene.words.generic for token in tokens)


# How far before its date a noun may stand that the date belongs to: «программа на 2025–2027 годы».
DATED = 3


def _is_dated(scene: Scene, figure: Figure, mention: Mention) -> bool:
    """The clause's date is the date of what the mention names: its verb, its subject, or a noun right beside it.

    «В этом году отмечают годовщину подписания» says nothing of the year of signing.
    """
    tokens = scene.analysis.tokens[mention.first : mention.last]
    likeliest = [morphology.readings(token.text, scene.analysis.language)[0] for token in tokens]
    if any(reading.pos == "verb" or reading.form in ("finite", "participle") for reading in likeliest):
        return True
    if any(reading.pos == "noun" and reading.case == "nominative" for reading in likeliest):
        return True
    return _is_beside(scene, figure, mention) or scene.analysis.language != "ru"


def _is_beside(scene: Scene, figure: Figure, mention: Mention) -> bool:
    before, after = scene.analysis.tokens_within(figure.span)
    return 0 <= before - mention.last <= DATED or 0 <= mention.first - after <= 1


def _documents_date(scene: Scene, figure: Figure, index: int, named: Sequence[Mention]) -> tuple[Bearing, ...]:
    """A date right behind a name is that thing's own («Договор от 8 апреля»); what was done to it may stand in
    another clause."""
    if any(
        _is_beside(scene, figure, mention) and mention.span.end <= figure.span.start
        for mention in scene.subjects(index)
    ):
        return tuple(bearing(figure, mention, 2, Scope.SENTENCE) for mention in named)
    return ()


# How far behind a figure the noun phrase that it counts may go on, in words: «130 видов несырьевых товаров».
NOUN_PHRASE = 3
# How far before a figure a noun may stand that it makes up: «база из 165 документов».
MADE_OF = 2


def _is_part_of(scene: Scene, figure: Figure, mention: Mention) -> bool:
    """The metric is named by the figure's own words, by the noun phrase that they begin, or right before them."""
    if mention.span.overlaps(figure.span):
        return True
    if not _names_its_thing(figure):
        return False
    before, after = scene.analysis.tokens_within(figure.span)
    if mention.first >= after:
        between = scene.analysis.tokens[after : mention.first]
        return len(between) <= NOUN_PHRASE and all(token.is_word for token in between)
    joining = scene.analysis.tokens[mention.last : before]
    if figure.kind is Kind.ORDINAL or mention.last > before or len(joining) > MADE_OF:
        return False
    return all(_joins(scene, token) for token in joining) and not _is_counted(scene, mention)


def _joins(scene: Scene, token: Token) -> bool:
    return not token.is_word or bool(scene.analysis.lemmas(token) & scene.words.linking)


def _is_counted(scene: Scene, mention: Mention) -> bool:
    """Another figure has the noun already."""
    index = scene.analysis.sentence_at(mention.span.start)
    figures = scene.figures_by_sentence.get(index, []) if index is not None else []
    return any(figure.span.overlaps(mention.span) for figure in figures)


def _names_its_thing(figure: Figure) -> bool:
    """The figure's own noun says what it counts: «15 документов», «третье заседание»."""
    return figure.kind is Kind.ORDINAL or (figure.dimension == "count" and figure.parts.unit is not None)


def implied_metric(figure: Figure) -> Evidence | None:
    """The figure's own wording as evidence for what it measures: «двухдневный визит», «20-летие договора»."""
    if figure.kind is Kind.DURATION and figure.rule.startswith(("anniversary", "compound")):
        return Evidence(Role.METRIC, figure.span, Scope.FIGURE, "the wording itself")
    return None
