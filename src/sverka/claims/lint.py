"""What is odd about a set of claims that has no mistake: each rule finds one oddity and says what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatch
from typing import NamedTuple

from sverka.claims.exceeding import exceeding
from sverka.model.claim import Alias, Assertion, ClaimSet, Name
from sverka.model.document import Document
from sverka.model.problem import Problem
from sverka.model.span import Place

Lines = Callable[[Place], str]


class Oddity(NamedTuple):
    """Where something is odd, and the words of the case."""

    place: Place
    words: Mapping[str, str]


Rule = Callable[[ClaimSet, Sequence[Document]], Iterable[Oddity]]


class Lint(NamedTuple):
    """A rule with its code, what it says, and what to do."""

    code: str
    rule: Rule
    message: str
    remedy: str


def lint(claims: ClaimSet, documents: Sequence[Document], lines: Lines) -> tuple[Problem, ...]:
    """Everything odd about a set, in the order of the files; `documents` are those that it is meant for.

    `lines` gives the line of a claims file that a place is in.
    """
    return tuple(sorted(_problem(each, oddity, lines) for each in LINTS for oddity in each.rule(claims, documents)))


def _problem(lint: Lint, oddity: Oddity, lines: Lines) -> Problem:
    place, line = oddity.place, lines(oddity.place)
    width = len(line[place.column - 1 :].split(" ", 1)[0]) or 1
    message, remedy = lint.message.format(**oddity.words), lint.remedy.format(**oddity.words)
    return Problem(place.file, place.line, place.column, lint.code, message, remedy, width, line)


def _where(place: Place) -> str:
    return f"{place.file}:{place.line}"


def _stated(claims: ClaimSet) -> Iterator[Assertion]:
    return (each for each in claims.assertions if not each.derived)


def _thing(each: Assertion) -> tuple[object, ...]:
    return each.subject, each.metric, each.status, each.period, each.kind, each.unit, each.against


def _repeated(claims: ClaimSet, documents: Sequence[Document]) -> Iterator[Oddity]:
    """The same said twice of one thing by one source."""
    seen: dict[object, Assertion] = {}
    for each in _stated(claims):
        said = (*_thing(each), each.relation, each.values, each.days, each.source, each.since, each.until)
        first = seen.setdefault(said, each)
        if first is not each and first.place != each.place:
            yield Oddity(each.place, {"id": first.id, "place": _where(first.place)})


def _undeclared(claims: ClaimSet, documents: Sequence[Document]) -> Iterator[Oddity]:
    """A name that only claims use: texts must have it letter for letter."""
    for what, names in (("entity", claims.subjects), ("metric", claims.metrics)):
        for name in names.values():
            if not name.declared:
                yield Oddity(name.place, {"what": what, "word": name.id})


def _shared(claims: ClaimSet, documents: Sequence[Document]) -> Iterator[Oddity]:
    """An alias that two subjects have: a text that uses it could mean either."""
    owners: dict[tuple[str, str], tuple[Name, Alias]] = {}
    for name in claims.subjects.values():
        for alias in name.aliases:
            other, _ = owners.setdefault((alias.text.casefold(), alias.language), (name, alias))
            if other is not name:
                words = {"word": alias.text, "other": other.id, "place": _where(other.place)}
                yield Oddity(alias.place, words)


def _speechless(claims: ClaimSet, documents: Sequence[Document]) -> Iterator[Oddity]:
    """A declared name without an alias in a language of the documents: nothing of it is found there."""
    spoken = sorted({document.language.partition("-")[0] for document in documents})
    used = {name for each in _stated(claims) for name in (each.subject, each.metric)}
    for name in (*claims.subjects.values(), *claims.metrics.values()):
        known = {alias.language.partition("-")[0] for alias in name.aliases}
        missing = [language for language in spoken if language not in known]
        if name.declared and name.id in used and missing:
            yield Oddity(name.place, {"word": name.id, "languages": " and ".join(missing), "tag": missing[0]})


def _uncited(claims: ClaimSet, documents: Sequence[Document]) -> Iterator[Oddity]:
    """A source that no claim is from."""
    cited = {each.source for each in claims.assertions}
    for source in claims.sources.values():
        if source.id not in cited:
            yield Oddity(source.place, {"word": source.id})


def _replaced(claims: ClaimSet, documents: Sequence[Document]) -> Iterator[Oddity]:
    """A claim that a later source has replaced for every document that is checked."""
    latest: dict[object, Assertion] = {}
    for each in _stated(claims):
        if _dated(claims, each):
            before = latest.get(_thing(each))
            latest[_thing(each)] = max(before, each, key=lambda one: _dated(claims, one)) if before else each
    for each in _stated(claims):
        newer = latest.get(_thing(each))
        if newer and newer is not each and _dated(claims, each) < _dated(claims, newer):
            day = _dated(claims, newer)
            needed = any(document.date is None or str(document.date.period.start) < day for document in documents)
            if not needed:
                yield Oddity(each.place, {"id": each.id, "day": day, "place": _where(newer.place)})


def _dated(claims: ClaimSet, assertion: Assertion) -> str:
    source = claims.sources.get(assertion.source or "")
    return str(source.date) if source and source.date else ""


def _expired(claims: ClaimSet, documents: Sequence[Document]) -> Iterator[Oddity]:
    """An acceptance that ended before the day of every document it is about."""
    for each in claims.acceptances:
        days = [
            document.date.period.start for document in documents if _is_about(each.pattern, document) and document.date
        ]
        if each.until and days and min(days) > each.until:
            yield Oddity(each.place, {"word": each.words, "day": str(each.until)})


def _idle(claims: ClaimSet, documents: Sequence[Document]) -> Iterator[Oddity]:
    """An acceptance of words that no document has any more."""
    for each in claims.acceptances:
        if documents and not any(each.words in d.text for d in documents if _is_about(each.pattern, d)):
            yield Oddity(each.place, {"word": each.words, "pattern": each.pattern})


def _is_about(pattern: str, document: Document) -> bool:
    return fnmatch(document.path, pattern)


def _blunt(claims: ClaimSet, documents: Sequence[Document]) -> Iterator[Oddity]:
    """A check that holds for almost anything, since what it compares is known too roughly."""
    for each in claims.sums:
        if each.power is not None and each.power * 3 > 1:
            share = f"{int(each.power * 100)}%"
            yield Oddity(each.place, {"share": share})


def _exceeding(claims: ClaimSet, documents: Sequence[Document]) -> Iterator[Oddity]:
    """A part of which more is claimed than of its whole."""
    for part, whole in exceeding(claims):
        if not part.derived:
            yield Oddity(part.place, {"part": part.id, "whole": whole.id, "place": _where(whole.place)})


LINTS = (
    Lint("L101", _repeated, "this says again what {id} says at {place}", "keep one of them"),
    Lint(
        "L201",
        _undeclared,
        '"{word}" is declared nowhere, so texts must use it letter for letter',
        "declare it: {what} {word} …, with its names in each language below",
    ),
    Lint(
        "L202",
        _shared,
        '"{word}" is a name of {other} as well, declared at {place}',
        "take it from one of them, or say more: a text could mean either",
    ),
    Lint(
        "L203",
        _speechless,
        "{word} has no name in {languages}, which documents are written in",
        'add a line below: {tag}: "…"',
    ),
    Lint("L301", _uncited, "no claim is from {word}", "cite it with from {word}, or take it out"),
    Lint(
        "L302",
        _replaced,
        "{id} was replaced on {day} by {place}, and no document is older than that",
        "take it out",
    ),
    Lint("L401", _expired, 'the acceptance of "{word}" ended on {day}', "take it out, or give it a later day"),
    Lint(
        "L402", _idle, 'no document of {pattern} has the words "{word}"', "take it out, or mend the words or the path"
    ),
    Lint(
        "L501",
        _blunt,
        "this check would see no error smaller than {share}",
        "use claims that are known more precisely, or take it out",
    ),
    Lint(
        "L502",
        _exceeding,
        "{part} is more than its whole, {whole} at {place}",
        "correct one of them, or take `part of` out",
    ),
)
