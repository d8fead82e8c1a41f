"""Anniversaries and ages against the years that they are counted from, where the text or a claim tells both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from sverka.check import wording
from sverka.check.beginnings import Beginning, beginnings, content, is_of_one
from sverka.check.book import Book
from sverka.check.fit import is_anniversary
from sverka.check.scene import Scene
from sverka.languages.ages import Ages, ages
from sverka.model.claim import Assertion
from sverka.model.figure import Figure, Scope
from sverka.model.finding import Cause, Evidence, Fate, Finding, Grade, Role
from sverka.model.period import Period
from sverka.model.quantity import Kind

RULE = "the years do not add up"
# In the first months of a year a text may well tell of what was marked in the year before.
EARLY = 2


def with_counted_years(scene: Scene, book: Book, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, with a conflict at each age or anniversary that its beginning, told beside it, does not give; of
    an age, that the one date that claims have for its subject does not give."""
    words = ages(scene.analysis.language)
    return tuple(_counted(scene, book, words, finding) for finding in findings)


def _counted(scene: Scene, book: Book, words: Ages, finding: Finding) -> Finding:
    figure = finding.figure
    if finding.fate is Fate.CONFLICT and is_anniversary(figure) and finding.assertion is not None:
        return _in_doubt(scene, words, finding, finding.assertion)
    is_age = figure.kind is Kind.DURATION and figure.unit == "year" and len(figure.values) == 1
    if finding.fate is not Fate.UNSUPPORTED or not (is_age or is_anniversary(figure)) or figure.hedge is not None:
        return finding
    index = scene.analysis.sentence_at(figure.span.start)
    if index is None or scene.lemmas_of(scene.sentence(index).span) & words.ahead:
        return finding
    if is_age and not _is_age(scene, index, figure, words):
        return finding
    found = list(beginnings(scene, index, words))
    own = [begun for begun in found if is_of_one(scene, index, figure, begun, words)]
    if len(own) == 1:
        return _against_text(scene, finding, own[0], is_age)
    claimed = _claimed(scene, book, words, index, figure) if is_age and not found else None
    return _against_claim(scene, finding, *claimed) if claimed else finding


def _in_doubt(scene: Scene, words: Ages, finding: Finding, assertion: Assertion) -> Finding:
    """A conflict with a claimed date, unless the text counts from another beginning, tells of an anniversary that is
    still to come, or of one that was marked at the end of the year before."""
    figure, index = finding.figure, scene.analysis.sentence_at(finding.figure.span.start)
    if index is None or assertion.days is None:
        return finding
    clause = scene.clause_of(index, figure.span)
    named = any(m.name == assertion.metric and clause.covers(m.span) for m in scene.metrics(index))
    is_other = not named and any(scene.lemmas_of(clause) & begin for begin in words.begins)
    is_ahead = figure.when is None and bool(scene.lemmas_of(scene.sentence(index).span) & words.ahead)
    if not (is_other or is_ahead or _follows(figure, assertion.days, _marked(scene, figure, None), False)):
        return finding
    message = f"no claim covers this figure: it may not be counted from {wording.thing(assertion)}"
    return replace(finding, fate=Fate.UNSUPPORTED, rule="no claim covers it", message=message, code=None)


def _against_text(scene: Scene, finding: Finding, begun: Beginning, is_age: bool) -> Finding:
    days, marked = begun.figure.days, _marked(scene, finding.figure, begun.figure.days)
    if days is None or not marked or _follows(finding.figure, days, marked, is_age):
        return finding
    return _contradicted(finding, begun, max(marked))


def _follows(figure: Figure, begun: Period, marked: frozenset[int], is_age: bool) -> bool:
    """The number of years is the one from a beginning to a year of marking it; an age may not be full yet."""
    years = {year - begun.start.year for year in marked}
    allowed = years | ({year - 1 for year in years} if is_age else set())
    return any(figure.interval.contains(Fraction(year)) for year in allowed)


def _claimed(scene: Scene, book: Book, words: Ages, index: int, figure: Figure) -> tuple[Assertion, Evidence] | None:
    """The one date that claims have for the one subject of the clause, and where that is named."""
    clause = scene.clause_of(index, figure.span)
    named = {mention.name: mention for mention in scene.subjects(index) if clause.covers(mention.span)}
    dates = [each for name in named for each in book.of_subject(name) if each.days is not None and not each.derived]
    if len(named) != 1 or len(dates) != 1:
        return None
    mention = next(iter(named.values()))
    if content(scene, words, clause) - content(scene, words, mention.span):
        return None  # somebody else's age: «директору завода исполнилось»
    return dates[0], Evidence(Role.SUBJECT, mention.span, Scope.CLAUSE, mention.how)


def _against_claim(scene: Scene, finding: Finding, assertion: Assertion, named: Evidence) -> Finding:
    days, marked = assertion.days, _marked(scene, finding.figure, None)
    if days is None or not marked:
        return finding
    years = max(marked) - days.start.year
    shown = f"{wording.thing(assertion)} is {wording.value(assertion)}, and to {max(marked)} that is {years} years"
    if _follows(finding.figure, days, marked, True):
        message = f"agrees with {wording.thing(assertion)}: the years are counted from the claimed date"
        return replace(
            finding,
            fate=Fate.AGREE,
            rule="counted from the claimed date",
            message=message,
            grade=Grade.EXACT,
            assertion=assertion,
            evidence=(named,),
        )
    return replace(
        finding,
        fate=Fate.CONFLICT,
        rule=RULE,
        message=shown,
        code=Cause.VALUE,
        assertion=assertion,
        evidence=(named,),
        warning=assertion.warn,
    )


def _is_age(scene: Scene, index: int, figure: Figure, words: Ages) -> bool:
    return bool(scene.lemmas_of(scene.clause_of(index, figure.span)) & words.age)


def _marked(scene: Scene, figure: Figure, begun: Period | None) -> frozenset[int]:
    """The years that an anniversary may be marked in: the one that its text names, or that of the document."""
    own = figure.when.period if figure.when and figure.when.period != begun else None
    if own is not None:
        return frozenset((own.start.year, own.end.year))
    today = scene.analysis.document.date
    if today is None:
        return frozenset()
    first = today.period.start
    before = {first.year - 1} if first.month <= EARLY else set()
    return frozenset({first.year, today.period.end.year} | before)


def _contradicted(finding: Finding, begun: Beginning, year: int) -> Finding:
    days = begun.figure.days
    assert days is not None
    shown = Evidence(Role.OTHER_FIGURE, begun.figure.span, Scope.SENTENCE, begun.figure.text)
    return replace(
        finding,
        fate=Fate.CONFLICT,
        rule=RULE,
        message=f"the text contradicts itself: from {days.start.year} to {year} it is {year - days.start.year} years",
        code=Cause.ARITHMETIC,
        assertion=None,
        evidence=(shown,),
    )
