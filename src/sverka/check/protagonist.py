"""The one subject that a whole text is about: its metrics need no name beside them in the paragraphs further down."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sverka.check.bearing import Bearing, bearing
from sverka.check.book import Book
from sverka.check.mentions import Mention
from sverka.check.places import is_elsewhere, is_of_others
from sverka.check.references import References
from sverka.check.rivals import unknown_capital
from sverka.check.scene import Scene
from sverka.check.strangers import opens_with_stranger, strangers
from sverka.check.topics import unknown_head
from sverka.check.wider import is_of_the_whole, turns_away
from sverka.model.figure import Figure, Scope
from sverka.model.quantity import Kind
from sverka.model.span import Span

# A text says in so many sentences, its title among them, what it is about.
OPENING = 3
# The tiers of metrics that the figure's own sentence names.
_OF_SENTENCE = 2


def of_protagonist(
    scene: Scene,
    references: References,
    book: Book,
    named: Collection[str],
    figure: Figure,
    index: int,
    metrics: Sequence[Bearing],
) -> Iterator[tuple[Bearing, Bearing]]:
    """The subject that the text named at its beginning, where it alone of those that the text has `named` has the
    metric, and nothing in the figure's sentence, nor in its paragraph before, speaks of another."""
    if (
        figure.kind in (Kind.DATE, Kind.PERIOD)
        or scene.is_data(index)
        or _names_another(scene, references, figure, index)
    ):
        return
    for metric in metrics:
        owners = [name for name in named if book.has(name, metric.name)] if metric.tier <= _OF_SENTENCE else []
        if len(owners) != 1:
            continue
        first = _introduced(scene, owners[0], index)
        if first is None or any(is_of_others(scene, references, at, owners[0]) for at in _before(scene, index)):
            continue
        subject = bearing(figure, first, 5, Scope.DOCUMENT)
        is_country = bool(references.countries_of.get(owners[0]))
        if is_of_the_whole(scene, index, figure) and not is_country:
            continue
        if not is_elsewhere(scene, references, index, figure, subject):
            yield subject, metric


def _introduced(scene: Scene, name: str, index: int) -> Mention | None:
    """Where the text first names a subject that it opens with, or comes back to more often than to all others."""
    named = [mention for at in range(index) for mention in scene.subjects(at)]
    first = next((mention for mention in named if mention.name == name), None)
    if first is None or scene.analysis.sentence_at(first.span.start) in range(OPENING):
        return first
    often = sum(mention.name == name for mention in named)
    return first if often > 1 and 2 * often > len(named) else None


def _names_another(scene: Scene, references: References, figure: Figure, index: int) -> bool:
    """The sentence, or one before it in the passage, speaks of something else, by a name or by a pronoun."""
    sentence = scene.sentence(index)
    if scene.subjects(index) or references.referring[index]:
        return True
    if any(scene.pronouns_in(sentence.span)) or unknown_capital(scene, index, figure.span.start) is not None:
        return True
    until = _end_of_stretch(scene, index, figure)
    if any(scene.analysis.tokens[position].start < until for position in strangers(scene, index)):
        return True
    clause = scene.clause_of(index, figure.span)
    if unknown_head(scene, index, Span(sentence.span.start, clause.start), figure) is not None:
        return True
    earlier = scene.earlier_in_passage(index, len(scene.mentions))
    return any(turns_away(scene, at) for at in earlier) or (index > 0 and opens_with_stranger(scene, index - 1))


def _before(scene: Scene, index: int) -> set[int]:
    """The sentences before one in its paragraph, and the one right before those."""
    passage = {index, *scene.earlier_in_passage(index, len(scene.mentions))}
    return (passage | {max(0, min(passage) - 1)}) - {index}


def _end_of_stretch(scene: Scene, index: int, figure: Figure) -> int:
    """What stands behind a figure may be its own, as far as the next number or comma."""
    after = (peer.span.start for peer in scene.figures_by_sentence.get(index, ()) if peer.span.start >= figure.span.end)
    end = min(after, default=scene.sentence(index).span.end)
    comma = scene.analysis.text.find(",", figure.span.end, end)
    return end if comma < 0 else comma
