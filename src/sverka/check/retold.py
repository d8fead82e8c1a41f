"""The same thing told twice with two values that cannot both be true: in one document, with no claim needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sverka.check.compare import contradict
from sverka.check.scene import Scene
from sverka.check.tellings import canonical, may_be_names
from sverka.model.figure import Scope
from sverka.model.finding import Cause, Evidence, Fate, Finding, Role
from sverka.model.telling import Telling

RULE = "told twice"
# A clause must say this much of what a figure is of, its unit's noun included, to be known again.
TELLING = 2
# What is told more often than this is held against the first ones only, so that the work grows with the text.
FIRST = 50
# How far back the name is looked for that a clause leaves out, in sentences.
REACH = 12


def with_retold(scene: Scene, findings: Sequence[Finding], told: Sequence[Telling]) -> tuple[Finding, ...]:
    """The findings, with a conflict at the later of two figures that tell the same thing otherwise; at the one that no
    claim covers, where a claim agrees with the other."""
    by_figure = {finding.figure.span: finding for finding in findings}
    for one, other in _pairs(scene, told):
        for culprit, known in ((other, one), (one, other)):
            finding = by_figure[culprit.figure.span]
            if finding.fate is Fate.UNSUPPORTED and by_figure[known.figure.span].fate is not Fate.CONFLICT:
                by_figure[culprit.figure.span] = _contradicted(finding, known, scene)
                break
    return tuple(by_figure[finding.figure.span] for finding in findings)


def _pairs(scene: Scene, told: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Tellings of one thing that contradict each other, in the order of the text; each other one once."""
    for group in _groups(told):
        periods = len({telling.own for telling in group} - {None})
        for number, other in enumerate(group):
            alike = (one for one in group[: min(number, FIRST)] if _is_of_one(scene, one, other, periods))
            found = next((one for one in alike if contradict(one.figure, other.figure)), None)
            if found is not None and not _is_settled(group, found, other):
                yield found, other


def _groups(told: Sequence[Telling]) -> Iterator[list[Telling]]:
    """The tellings that may be of one thing: by the names that claims know, or by all their words but for names."""
    by_thing: dict[object, list[Telling]] = defaultdict(list)
    by_words: dict[object, list[Telling]] = defaultdict(list)
    for telling in told:
        if telling.thing is not None:
            by_thing[telling.thing, telling.sort].append(telling)
        elif _says_enough(telling):
            by_words[telling.words - telling.names, telling.sort].append(telling)
    yield from (group for group in (*by_thing.values(), *by_words.values()) if len(group) > 1)


def _is_of_one(scene: Scene, one: Telling, other: Telling, periods: int) -> bool:
    if one.sentence == other.sentence or not _is_of_one_time(one, other, periods):
        return False
    return one.thing is not None or (_is_of_one_name(scene, one, other) and _is_of_one_case(one, other))


def _says_enough(telling: Telling) -> bool:
    is_counted = telling.figure.dimension == "count" and telling.figure.parts.unit is not None
    return len(telling.words) + is_counted >= TELLING


def _is_of_one_time(one: Telling, other: Telling, periods: int) -> bool:
    """Both are told of one period; one that names none is of the only one that the others name."""
    if one.own is not None and other.own is not None:
        return one.own == other.own
    if one.own is None and other.own is None:
        return one.carried == other.carried
    named, open_one = (one, other) if one.own is not None else (other, one)
    return periods < 2 and open_one.carried in (None, named.own)


def _is_of_one_name(scene: Scene, one: Telling, other: Telling) -> bool:
    """Both clauses have the same names, or leave out the same; a headline may leave some out."""
    if one.is_headline or other.is_headline:
        head, body = (one, other) if one.is_headline else (other, one)
        return head.names <= body.names
    return one.names == other.names and (bool(one.names) or _context(scene, one) == _context(scene, other))


def _is_of_one_case(one: Telling, other: Telling) -> bool:
    """The same other days, places in an order and lengths of time stand by; a headline has room for few."""
    if one.is_headline or other.is_headline:
        head, body = (one, other) if one.is_headline else (other, one)
        return head.marks <= body.marks
    return one.marks == other.marks


def _context(scene: Scene, telling: Telling) -> frozenset[str]:
    """Who or what the nearest sentence names that names any but the figure's own words, in the paragraph up to the
    figure, or in the headings over it."""
    at = telling.sentence
    for index in (at, *scene.earlier_in_passage(at, REACH), *scene.leads_of(at)):
        found = _named(scene, index) - telling.words
        if found:
            return found
    return frozenset()


def _named(scene: Scene, index: int) -> frozenset[str]:
    """The subjects and countries of a sentence, and its words that are, or may be, other names."""
    subjects = {mention.name for mention in scene.subjects(index)} | {code for _, code in scene.countries(index)}
    return frozenset(subjects | {canonical(scene, position) for position in may_be_names(scene, index)})


def _is_settled(group: Sequence[Telling], one: Telling, other: Telling) -> bool:
    """The text has another figure for what one of them leaves open, and the two agree."""
    for open_one, named in ((one, other), (other, one)):
        if open_one.own is None and any(
            each is not open_one and each is not named and not contradict(each.figure, open_one.figure)
            for each in group
        ):
            return True
    return False


def _contradicted(finding: Finding, known: Telling, scene: Scene) -> Finding:
    scope = Scope.HEADING if scene.is_heading(known.sentence) else Scope.DOCUMENT
    where = "its heading" if scope is Scope.HEADING else "another place"
    return replace(
        finding,
        fate=Fate.CONFLICT,
        rule=RULE,
        message=f"the text contradicts itself: {where} has “{known.figure.text}” for the same",
        code=Cause.ARITHMETIC,
        assertion=None,
        evidence=(Evidence(Role.OTHER_FIGURE, known.figure.span, scope, known.figure.text),),
    )
