"""The metrics that the text may mean by a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sverka.check.bearing import Bearing, Relevant, bearing
from sverka.check.fit import is_anniversary
from sverka.check.mentions import Mention
from sverka.check.scene import Scene
from sverka.languages import morphology
from sverka.model.figure import Figure, Scope
from sverka.model.finding import Evidence, Role
from sverka.model.quantity import Kind


def metric_bearings(
    scene: Scene, figure: Figure, index: int, relevant: Relevant, fitting: Relevant
) -> tuple[Bearing, ...]:
    """The metrics that the text names for a figure: in its sentence, or, where that only refers back or is a row
    under a heading, in the one before or above.

    Those measured as the figure is, by `fitting`, leave no room for those with another unit.
    """
    found = _in_sentence(scene, figure, index, fitting) or _in_sentence(scene, figure, index, relevant)
    if found or names_its_thing(scene, figure) or figure.kind in (Kind.DATE, Kind.PERIOD):
        return found
    return tuple(_referred_to(scene, figure, index, relevant)) or tuple(_of_heading(scene, figure, index, relevant))


def _referred_to(scene: Scene, figure: Figure, index: int, relevant: Relevant) -> Iterator[Bearing]:
    """«Объем перевозок растет. В 2024 году он составил…»: the metric of the sentence before, by a pronoun."""
    earlier = next(iter(scene.earlier_in_passage(index, 1)), None)
    if earlier is None or not scene.refers_back(index, scene.clause_of(index, figure.span)):
        return
    for mention in scene.metrics(earlier):
        if relevant(mention.name):
            yield bearing(figure, mention, 4, Scope.EARLIER)


def _of_heading(scene: Scene, figure: Figure, index: int, relevant: Relevant) -> Iterator[Bearing]:
    """A row of a list or a table has its metric above it."""
    heading = scene.lead_of(index) if scene.is_row(index) else None
    if heading is not None:
        for mention in scene.metrics(heading):
            if relevant(mention.name):
                yield bearing(figure, mention, 5, Scope.HEADING)


def _in_sentence(scene: Scene, figure: Figure, index: int, relevant: Relevant) -> tuple[Bearing, ...]:
    named = [mention for mention in scene.metrics(index) if relevant(mention.name)]
    close = [mention for mention in named if _is_part_of(scene, figure, mention)]
    if close:
        return tuple(bearing(figure, mention, 0, Scope.FIGURE) for mention in close)
    if names_its_thing(scene, figure):
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
    return _is_beside(scene, figure, mention) or not morphology.tells_forms(scene.analysis.language)


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
    if not names_its_thing(scene, figure):
        return False
    before, after = scene.analysis.tokens_within(figure.span)
    if mention.first >= after:
        between = scene.analysis.tokens[after : mention.first]
        return len(between) <= NOUN_PHRASE and all(token.is_word for token in between)
    if figure.dimension == "ordinal" or mention.last > before:
        return False
    joining = [p for p in range(mention.last, before) if not _is_owner(scene, mention, p)]
    return len(joining) <= MADE_OF and all(_joins(scene, p) for p in joining) and not _is_counted(scene, mention)


def _joins(scene: Scene, position: int) -> bool:
    token = scene.analysis.tokens[position]
    return not token.is_word or bool(scene.analysis.lemmas(token) & scene.words.linking)


def _is_owner(scene: Scene, mention: Mention, position: int) -> bool:
    """A subject's name between the metric and its figure says whose it is: «база двух стран насчитывает…»."""
    index = scene.analysis.sentence_at(mention.span.start)
    return index is not None and any(s.first <= position < s.last for s in scene.subjects(index))


def _is_counted(scene: Scene, mention: Mention) -> bool:
    """Another figure has the noun already."""
    index = scene.analysis.sentence_at(mention.span.start)
    figures = scene.figures_by_sentence.get(index, []) if index is not None else []
    return any(figure.span.overlaps(mention.span) for figure in figures)


def names_its_thing(scene: Scene, figure: Figure) -> bool:
    """The figure's own noun says what it counts: «15 документов», «третье заседание»; «15 человек» hardly does."""
    if figure.dimension == "ordinal":
        return True
    return figure.dimension == "count" and figure.parts.unit is not None and not is_plain_count(scene, figure)


def is_plain_count(scene: Scene, figure: Figure) -> bool:
    """The noun is one that counts anything of its sort: people, pieces, cases."""
    return figure.dimension == "count" and morphology.fold(figure.unit or "") in scene.words.counters


def implied_metric(figure: Figure) -> Evidence | None:
    """The figure's own wording as evidence for what it measures: «двухдневный визит», «20-летие договора»."""
    spanning = figure.kind is Kind.DURATION and figure.rule.startswith("compound")
    if spanning or is_anniversary(figure):
        return Evidence(Role.METRIC, figure.span, Scope.FIGURE, "the wording itself")
    return None
