"""Every mistake that a claims file can have: its code, what is said of it, and what would have worked.

C1 is about files and characters, C2 about how a statement is put together, C3 about values, units and dates, C4 about
names and references, C5 about claims that do not hold together.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mistake:
    """A kind of mistake; `message` and `remedy` have places for the words of the case."""

    code: str
    message: str
    remedy: str = ""


_FILES = (
    Mistake("C101", "cannot read this file: {reason}", "check the path and who may read it"),
    Mistake("C102", "this file is not UTF-8 text: {reason}", "save it as UTF-8 in your editor"),
    Mistake("C103", "no file in this folder ends in .claims", "name a claims file such as corridor.claims"),
    Mistake("C110", "an indented line with no line above that it could belong to", "begin it without spaces"),
    Mistake("C111", "a quote that is not closed", 'put " behind the last word, on the same line'),
    Mistake("C112", 'the language has no "{word}"'),
    Mistake("C113", "a character that does not show: {word}", "delete it and type the words again"),
    Mistake("C114", "{word} is not a quote of the language", 'write straight quotes: "…"'),
)
_STATEMENTS = (
    Mistake("C200", "expected {expected}, found {found}"),
    Mistake("C201", 'no statement begins with "{word}"', "did you mean {right}?"),
    Mistake(
        "C202", 'a claim begins with its subject, not with "{word}"', "write subject, metric and value in this order"
    ),
    Mistake("C203", 'no metric behind the subject "{word}"', "say what is measured: {word} volume …"),
    Mistake("C204", 'no value behind "{word}"', "write a value such as 4.5 Mt, or a change such as +62%"),
    Mistake("C205", 'the period "{word}" stands behind the value', "write it in front: {right} …"),
    Mistake("C206", 'the status "{word}" stands behind the value', "write it in front: {right} …"),
    Mistake("C207", "a second value", "a claim has one value; write a claim of its own, or a range such as 15..18"),
    Mistake("C208", "an indented line that does not go on with line {line}", "begin a new statement without spaces"),
    Mistake("C209", '"{word}" is not a relation', "write {right}"),
    Mistake("C210", "a second {what}", "say it once"),
    Mistake("C211", "a decimal comma in {word}"),
    Mistake("C212", "spaces within the number {word}", "write {right}"),
    Mistake("C213", "{word} is not a range", "write {right}"),
    Mistake("C214", "{word} is not how a date or period is written", "write {right}"),
    Mistake("C215", 'unknown word "{word}"', "did you mean {right}?"),
    Mistake("C216", "{word} is not closed", "write {right} where it ends"),
    Mistake("C217", "{word} closes nothing", "delete it, or open its bracket"),
    Mistake("C218", "aliases without a language", 'write the language in front, such as ru: "…"'),
    Mistake("C219", 'unknown language "{word}"'),
    Mistake("C220", "no colon behind the language", "write {word}: and then the aliases"),
    Mistake("C221", "an acceptance without a reason", 'say why: because "…"'),
    Mistake("C222", "an acceptance that does not say where", 'name the files: in "seeds/*.txt"'),
    Mistake("C223", "an acceptance of no words", 'write the words of the text: accept "35 schools" …'),
    Mistake("C224", 'an acceptance has no "{word}"', "it has in, until and because"),
    Mistake("C225", "nothing behind the last comma", "delete the comma, or write a change such as +62%"),
    Mistake("C226", "a space between the sign and the number", "write {right}"),
    Mistake("C227", "a source without a title", 'write one in quotes: source {word} "…"'),
    Mistake("C228", '"{word}" is not how a multiple is written', "write {right}"),
    Mistake("C229", '"{word}" is not how a currency is written', "write the code behind the number: 500 M {right}"),
    Mistake("C230", 'a name too many: "{word}"'),
    Mistake("C231", "a language with no alias", 'write one in quotes, such as ru: "Средний коридор"'),
    Mistake("C232", '"{word}" is not in quotes', 'write "{word}"'),
    Mistake("C233", "no comma between two aliases", "write a comma in front of this one"),
    Mistake("C234", 'a metric without a dimension: "{word}"', "say what it is, such as metric {word}: mass"),
    Mistake("C235", "a check that compares nothing", "write = and what must come out"),
    Mistake("C241", 'a table has no "{word}"'),
    Mistake("C242", "a table without its {word}", 'say which column it is: {word}: "…"'),
    Mistake("C243", 'no column is called "{word}"'),
    Mistake("C244", "a row of {found} cells in a table of {wanted}", "put a cell that holds a separator in quotes"),
    Mistake("C245", "the value of a table is not a column", 'write the heading of its column: value: "…"'),
    Mistake("C246", "cannot read {word}: {reason}", "write the path from the folder of this file"),
)
_VALUES = (
    Mistake("C301", 'unknown unit "{word}"'),
    Mistake("C302", "{word} has letters of another alphabet: {letters}", "type {right} in Latin letters"),
    Mistake(
        "C303",
        'unknown unit "{word}"',
        "a unit is one word, after a scale or none: 4.5 Mt, 500 M USD",
    ),
    Mistake("C304", "{word} is not a date: {reason}"),
    Mistake("C305", "{word} is not a number"),
    Mistake("C306", "{word} runs backwards", "write the earlier or smaller end first: {right}"),
    Mistake("C307", "a number of more than {most} digits", "use a scale word (k, M, bn, tn) or a larger unit"),
    Mistake("C308", '"{metric}" is measured in {wanted}, and {found}'),
    Mistake("C309", "no value: {word} is read as the period", "write the value behind it, or = {word}"),
    Mistake("C310", "{word} is not an ordinal", "write {right}"),
    Mistake("C311", '"{metric}" is measured in {wanted}, and {word} has no unit'),
    Mistake("C312", "{word} cannot bound a range", "give one number, or write = or ~"),
    Mistake("C313", "a tolerance on a bound: {word} already says on which side the value is", "leave one of them out"),
    Mistake("C314", "a tolerance on what is exact", "dates and ordinals have none: leave it out"),
    Mistake("C315", "± {word} % of a percentage may be meant in two ways", "write ± {word} pp for percentage points"),
    Mistake("C316", "the tolerance is in {unit}", "write it in {wanted}, or in % of the value"),
    Mistake("C317", "{word} ytd is no year to date", "write a year in front of ytd, such as 2025 ytd"),
    Mistake("C318", "until {until} is before since {since}", "exchange the dates"),
    Mistake("C319", "{word} is not one day", "write a whole date, such as {right}"),
    Mistake("C320", "{left} cannot be {verb} {right}", "both must have one unit"),
    Mistake("C321", "{left} cannot be {verb} {right}", "one of them must be a plain number or a percentage"),
    Mistake("C322", "a division by what may be zero", "divide by a claim that is surely above zero"),
    Mistake("C323", "a result with too many digits to be meant", "check the multiplication"),
    Mistake("C324", "only a change is measured against a period", "write a change such as +62% in front of vs"),
    Mistake("C325", '"{word}" before a date', "write =, or a run of dates such as 2024-03-11..2024-03-12"),
    Mistake("C326", "[{word}] is a range, which arithmetic cannot use", "refer to a claim of one number"),
    Mistake("C327", "brackets within brackets, too deep to follow", "split it into claims of their own"),
    Mistake(
        "C328",
        "arithmetic without a claim in [brackets]",
        "write its result, or a change behind a comma: 4.5 Mt, +62%",
    ),
    Mistake("C329", "{left} cannot be compared with {right}", "both sides must have one unit"),
)
_NAMES = (
    Mistake("C401", 'unknown source "{word}"'),
    Mistake("C402", 'the {what} "{word}" is declared twice, first at {place}', "keep one of them"),
    Mistake("C403", 'unknown dimension "{word}"'),
    Mistake("C404", "no claim is about [{word}]"),
    Mistake("C405", "{word} is calculated from itself", "write the number in one of the claims of the circle"),
    Mistake("C406", "an empty name", 'write what it is called between the quotes, or leave out ""'),
    Mistake("C407", '"{word}" looks like "{right}" and has other letters: {letters}', "type {right} as before"),
)
_SETS = (
    Mistake("C501", '{thing} is claimed otherwise at {place}: "{other}"', "give both a source with a date, or end one"),
    Mistake(
        "C502",
        "this does not hold: {words} is {left}, not {relation} {right}",
        "correct a claim, or the check",
    ),
)
CATALOGUE = {mistake.code: mistake for mistake in (*_FILES, *_STATEMENTS, *_VALUES, *_NAMES, *_SETS)}
