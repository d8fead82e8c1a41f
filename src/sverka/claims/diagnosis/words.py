"""Slips of the pen: characters and words that the language does not have."""

from __future__ import annotations

import re
import unicodedata

from sverka.claims.diagnosis.failure import DiagnosticRule, Failure, Slip, is_adjacent
from sverka.claims.mistakes import Trouble
from sverka.claims.tokens import UNKNOWN

_PAIRS = re.compile(
    r"«([^«»\"]*)»|[“„”]([^“„”\"]*)[”“]|[‘‚]([^‘’\"]*)[’‘]|(?<!\w)'([^'\"]*)'(?!\w)|(?<!\w)`([^`\"]*)`(?!\w)"
)
_QUOTES = frozenset("«»„“”‘’‚‹›'`")


def comment_mark(failure: Failure) -> Slip | None:
    """`// note`, `-- note`, `; note`, `/* note */`: a comment begins with `#`."""
    match = failure.around(re.compile(r"//+|--+|/\*|(?<=^);+")) or _second_of_pair(failure)
    if match is None:
        return None
    return failure.slip(match, Trouble("C240", {"word": match[0]}, mend="#"))


def _second_of_pair(failure: Failure) -> re.Match[str] | None:
    """The grammar may stop at the second stroke of `//`."""
    before = failure.before
    if before is None or not is_adjacent(before, failure.at):
        return None
    return failure.around(re.compile(r"//|--|/\*"), before)


def glued_comment(failure: Failure) -> Slip | None:
    """`5 Mt#note`."""
    if failure.at.text != "#":
        return None
    hint = 'a comment begins with a space and #: write " #"'
    return Slip(failure.at, Trouble("C112", {"word": "#"}, hint, " #"))


def other_version(failure: Failure) -> Slip | None:
    """`sverka 1`, `version 1`, `sverka claims v1` on the first line."""
    if failure.tokens[0].line != 1 or failure.form != "claim":
        return None
    match = re.match(
        r"(?:sverka(?:\s+claims?)?|version|sverka\s+version)\b[\s:=v]*[0-9.]*\s*$", failure.line, re.IGNORECASE
    )
    if match is None:
        return None
    at = failure.tokens[0]._replace(text=match[0].strip())
    return Slip(at, Trouble("C118", {"word": match[0].strip(), "right": "sverka claims 1"}, mend="sverka claims 1"))


def list_mark(failure: Failure) -> Slip | None:
    """`- TITR volume = …`, `1. TITR volume = …`: statements are no list."""
    if failure.index > 1:
        return None
    match = re.match(r"(?:[-*+•–—]|[0-9]+[.)])\s+(?=\w)", failure.line)
    if match is None:
        return None
    word = match[0].strip()
    at = failure.tokens[0]._replace(text=word, column=1)
    return Slip(at, Trouble("C237", {"word": word}, "begin with the subject", ""), match.end())


def unclosed_quote(failure: Failure) -> Slip | None:
    if failure.at.kind == UNKNOWN and failure.at.text[0] == '"':
        return Slip(failure.at, Trouble("C111"))
    return None


def unpaired_quote(failure: Failure) -> Slip | None:
    """`"35 школ in "seeds`: a word right behind a quoted text, which therefore ends at the next one's beginning."""
    before = failure.before
    if (
        before is None
        or before.kind != "STRING"
        or failure.at.text in ("", ",", ";")
        or not is_adjacent(before, failure.at)
    ):
        return None
    return Slip(before, Trouble("C111"))


def other_quotes(failure: Failure) -> Slip | None:
    """«…», and an apostrophe that stands within a word, which is no quote."""
    at, before = failure.at, failure.before
    if (
        at.text not in _QUOTES
        or at.kind != UNKNOWN
        or re.match(r"['’][0-9]{2}", failure.line[at.column - 1 : at.column + 2])
    ):
        return None
    if is_adjacent(before, at) and is_adjacent(at, failure.after) and failure.after.kind == "NAME":
        return Slip(at, Trouble("C112", {"word": at.text}, 'put the name that it belongs to in "quotes"'))
    match = failure.around(_PAIRS)
    if match is None:
        return Slip(at, Trouble("C114", {"word": at.text}))
    right = f'"{match[match.lastindex or 0]}"'
    return failure.slip(match, Trouble("C114", {"word": at.text}, f"write straight quotes: {right}", right))


def other_character(failure: Failure) -> Slip | None:
    """A character that no word of the language has; one that does not show is named."""
    at = failure.at
    if at.kind != UNKNOWN:
        return None
    if unicodedata.category(at.text) in ("Cf", "Cc", "Cn", "Cs", "Co"):
        name = unicodedata.name(at.text, f"U+{ord(at.text):04X}").lower()
        return Slip(at, Trouble("C113", {"word": name}, mend=""))
    if at.text == ";":
        return Slip(at, Trouble("C112", {"word": ";"}, "write each statement on a line of its own"))
    if at.text in "–—−":
        return Slip(at, Trouble("C112", {"word": at.text}, "write - for a minus, .. for a range"))
    return Slip(at, Trouble("C112", {"word": at.text}, 'delete it, or put its name in "quotes"'))


WORD_RULES: tuple[DiagnosticRule, ...] = (
    other_version,
    comment_mark,
    glued_comment,
    list_mark,
    unclosed_quote,
    unpaired_quote,
    other_quotes,
)
LAST_RULES: tuple[DiagnosticRule, ...] = (other_character,)
