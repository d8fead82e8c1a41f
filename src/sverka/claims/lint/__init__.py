"""What is odd about a set of claims that has no mistake: each rule finds one oddity and says what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sverka.claims.lint import chains, keeping, names, sayings
from sverka.claims.lint.oddity import Oddity, Rule, Texts
from sverka.model.claim import ClaimSet
from sverka.model.problem import Problem
from sverka.model.span import Place

Lines = Callable[[Place], str]


class Lint(NamedTuple):
    """A rule with its code, what it says, and what to do."""

    code: str
    rule: Rule
    message: str
    remedy: str


def lint(claims: ClaimSet, texts: Texts, lines: Lines) -> tuple[Problem, ...]:
    """Everything odd about a set, in the order of the files; `texts` are the documents that it is meant for.

    `lines` gives the line of a claims file that a place is in.
    """
    return tuple(sorted({_problem(each, oddity, lines) for each in LINTS for oddity in each.rule(claims, texts)}))


def _problem(lint: Lint, oddity: Oddity, lines: Lines) -> Problem:
    place, line = oddity.place, lines(oddity.place)
    width = len(line[place.column - 1 :].split(" ", 1)[0]) or 1
    message, remedy = lint.message.format(**oddity.words), lint.remedy.format(**oddity.words)
    return Problem(place.file, place.line, place.column, lint.code, message, remedy, width, line)


LINTS = (
    Lint("L101", sayings.repeated, "this says again what {id} says at {place}", "keep one of them"),
    Lint("L102", names.given_twice, '{name} is called "{word}" already in that language', "take it out here"),
    Lint(
        "L103",
        chains.contradicted,
        "{id} is {value}, and {chain} ({places})",
        "correct one of these claims",
    ),
    Lint(
        "L201",
        names.undeclared,
        '"{word}" is declared nowhere, so texts must use it letter for letter',
        "declare it: {declaration}, with its names in each language below",
    ),
    Lint(
        "L202",
        names.shared,
        '"{word}" is a name of {other} as well, declared at {place}',
        "take it from one of them, or say more: a text could mean either",
    ),
    Lint(
        "L203",
        names.speechless,
        "{word} has no name in {languages}, which documents are written in",
        'add a line below: {tag}: "…"',
    ),
    Lint(
        "L204",
        sayings.of_no_day,
        "{id} holds {bound}, and no document is of such a day: {ends}",
        "mend the day, or take it out",
    ),
    Lint(
        "L205",
        names.wordless,
        'no text can show "{word}", which has no word, as a name of {name}',
        "write a word, or take it out",
    ),
    Lint(
        "L206",
        sayings.in_two_dimensions,
        "{metric} is claimed in {unit} here and in {other} at {place}, so one can never match",
        "mend the unit, or declare the metric: metric {metric}: {dimension}",
    ),
    Lint("L301", names.uncited, "no claim is from {word}", "cite it with from {word}, or take it out"),
    Lint(
        "L302",
        sayings.replaced,
        "{id} was replaced on {day} by {place}, and no document is older than that",
        "take it out",
    ),
    Lint("L401", keeping.expired, 'the acceptance of "{word}" ended on {day}', "take it out, or give it a later day"),
    Lint(
        "L402",
        keeping.idle,
        "{missing}",
        "take it out, or mend the words or the path",
    ),
    Lint(
        "L403",
        keeping.needless,
        'the words "{word}" stand in {path}, and nothing that is said there needs to be let through',
        "take it out",
    ),
    Lint(
        "L501",
        keeping.blunt,
        "this check would see no error smaller than {share}",
        "use claims that are known more precisely, or take it out",
    ),
    Lint("L503", keeping.broken, "this does not hold: {words}", "correct a claim, or the check"),
    Lint(
        "L502",
        keeping.exceeding_wholes,
        "{part} is more than its whole, {whole} at {place}",
        "correct one of them, or take `part of` out",
    ),
)
