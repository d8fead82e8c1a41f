"""What a text tells by a figure, so that it can be held against the same told elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from sverka.model.figure import Figure
from sverka.model.period import Period


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure with what it is told of.

    `thing` is the subject and the metric of the claims that the text names for it, whatever their period; None where
    it names none. `words` are all words of its clause that say what it is told of, in their dictionary forms, names
    among them; `names` are the proper names. `marks` are the other days, ordinals and lengths of time of the clause.
    `place` is its number among the figures of its sort in the clause, and how many those are. `own` is the period that
    its own sentence gives it, `carried` the one that it has from elsewhere.
    """

    figure: Figure
    sentence: int
    thing: tuple[str, str] | None
    words: frozenset[str]
    names: frozenset[str]
    marks: frozenset[str]
    place: tuple[int, int]
    is_headline: bool
    own: Period | None
    carried: Period | None

    @property
    def sort(self) -> tuple[object, ...]:
        """What two figures must share to be held against each other at all."""
        figure = self.figure
        return figure.kind, figure.unit, figure.dimension, figure.status, len(figure.values), self.place
