"""What is part of what: a part's figure is not its whole's, and the whole's is not the part's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sverka.check.bearing import Bearing, Relevant
from sverka.check.mentions import Mention
from sverka.check.scene import Scene
from sverka.languages import morphology
from sverka.model.claim import ClaimSet, Name
from sverka.model.figure import Figure
from sverka.model.span import Span

# How many words may stand between the name of a part and that of its whole where the two make one phrase.
PHRASE = 3


@dataclass(frozen=True)
class Nest:
    """For each name the wholes that it is a part of, the nearest first, and the parts that it has, of any depth."""

    wholes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def kin(self, name: str) -> tuple[str, ...]:
        """Every whole and every part of a name."""
        return (*self.wholes.get(name, ()), *self.parts.get(name, ()))

    def is_part(self, part: str, whole: str) -> bool:
        return whole in self.wholes.get(part, ())

    def widened(self, relevant: Relevant) -> Relevant:
        """What is relevant, and what that is a part or a whole of: it takes a figure to itself, with a claim or not."""
        return lambda name: relevant(name) or any(relevant(each) for each in self.kin(name))


@dataclass(frozen=True)
class Nests:
    """The nests of the subjects and of the metrics of a set."""

    subjects: Nest = Nest()
    metrics: Nest = Nest()

    def things_near(self, subject: str, metric: str) -> tuple[tuple[str, str], ...]:
        """The same metric of what the subject is part of or has as parts, and the same subject's of the metric's."""
        others = ((each, metric) for each in self.subjects.kin(subject))
        return (*others, *((subject, each) for each in self.metrics.kin(metric)))


def nests(claims: ClaimSet) -> Nests:
    return Nests(_nest(claims.subjects), _nest(claims.metrics))


def _nest(names: Mapping[str, Name]) -> Nest:
    wholes = {id: _above(id, names) for id, name in names.items() if name.part_of}
    parts: dict[str, list[str]] = {}
    for id, above in wholes.items():
        for whole in above:
            parts.setdefault(whole, []).append(id)
    return Nest(wholes, {whole: tuple(found) for whole, found in parts.items()})


def _above(id: str, names: Mapping[str, Name]) -> tuple[str, ...]:
    found: list[str] = []
    name = names.get(id)
    while name is not None and name.part_of and name.part_of not in found:
        found.append(name.part_of)
        name = names.get(name.part_of)
    return tuple(found)


def narrowest(bearings: Sequence[Bearing], nest: Nest) -> tuple[Bearing, ...]:
    """The bearings without the wholes of what the text names as plainly."""
    return tuple(
        each
        for each in bearings
        if not any(nest.is_part(other.name, each.name) and other.tier <= each.tier for other in bearings)
    )


def without_owners(scene: Scene, named: Sequence[Mention], nest: Nest) -> list[Mention]:
    """The mentions without those of a whole that only says whose part another is: «железнодорожные перевозки по
    маршруту», "the rail leg of the corridor"."""
    return [
        mention
        for mention in named
        if not any(nest.is_part(other.name, mention.name) and _is_one_phrase(scene, other, mention) for other in named)
    ]


def _is_one_phrase(scene: Scene, one: Mention, other: Mention) -> bool:
    first, second = sorted((one, other), key=lambda mention: mention.first)
    between = scene.analysis.tokens[first.last : second.first]
    index = scene.analysis.sentence_at(one.span.start)
    return len(between) <= PHRASE and all(
        token.is_word and index is not None and not scene.in_figure(index, token) for token in between
    )


def names_part(figure: Figure, subjects: Sequence[Bearing], nest: Nest) -> bool:
    """Behind «в том числе» stands a part that claims know by its name: it has the metric of its whole."""
    part = figure.is_part
    return part is not None and any(
        each.name in nest.wholes and each.evidence.span.start >= part.end for each in subjects
    )


def is_of_several(scene: Scene, index: int, bearings: Sequence[Bearing], nest: Nest) -> bool:
    """The text names a part together with another, and what is told of both is told of neither: «железной дорогой и
    автотранспортом», "rail and road transit"."""
    words = {morphology.fold(token.text) for token in scene.analysis.tokens_of(scene.sentence(index))}
    if not nest.wholes or words & scene.words.respectively:
        return False
    spans = {each.evidence.span for each in bearings if each.name in nest.wholes}
    named = [mention for mention in scene.mentions[index] if mention.name in nest.wholes]
    return any(mention.span in spans and _is_joined(scene, named, mention, nest) for mention in named)


def _is_joined(scene: Scene, named: Sequence[Mention], mention: Mention, nest: Nest) -> bool:
    tokens = scene.analysis.tokens
    for other in named:
        first, second = sorted((mention, other), key=lambda each: each.first)
        is_alike = not set(nest.wholes[mention.name]).isdisjoint(nest.wholes[other.name])
        is_next = second.first - first.last == 1 and other.name != mention.name
        if is_alike and is_next and scene.analysis.lemmas(tokens[first.last]) & scene.words.conjunctions:
            return True
    return _is_second_adjective(scene, mention)


def _is_second_adjective(scene: Scene, mention: Mention) -> bool:
    """«Автомобильного и железнодорожного транзита»: the noun goes with both."""
    tokens, language = scene.analysis.tokens, scene.analysis.language
    if mention.first < 2 or not scene.analysis.lemmas(tokens[mention.first - 1]) & scene.words.conjunctions:
        return False
    before = tokens[mention.first - 2]
    if not morphology.tells_forms(language) or not before.is_word:
        return False
    return morphology.readings(before.text, language)[0].pos == "adjective"


def is_told_together(scene: Scene, name: Span) -> bool:
    """«Транзит по железной дороге и автотранспортом»: with what it stands with, a part may make up the whole."""
    before, after = scene.analysis.tokens_within(name)
    beside = (*scene.analysis.tokens[max(0, before - 1) : before], *scene.analysis.tokens[after : after + 1])
    return any(token.text == "," or scene.analysis.lemmas(token) & scene.words.conjunctions for token in beside)
