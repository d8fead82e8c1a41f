"""Slips in sources, entities, metrics, their aliases, acceptances and checks."""

from __future__ import annotations

from collections.abc import Sequence

from sverka.claims.diagnosis.failure import NAMES, DiagnosticRule, Failure, Slip
from sverka.claims.mistakes import Trouble
from sverka.claims.near import nearest
from sverka.claims.tokens import END, Token
from sverka.units import dimensions


def alias_without_language(failure: Failure) -> Slip | None:
    if failure.form == "alias" and failure.index == 0 and failure.at.kind == "STRING":
        return Slip(failure.at, Trouble("C218"))
    return None


def alias_without_colon(failure: Failure) -> Slip | None:
    """`ru "ТМТМ"` lacks a colon; a line that goes on otherwise is a statement that should not be indented."""
    if failure.form not in ("alias", "column"):
        return None
    if failure.index == 1 and failure.at.kind == "STRING":
        return Slip(failure.at, Trouble("C220", {"word": failure.tokens[0].text}))
    if failure.index <= 1:
        return Slip(failure.tokens[0], Trouble("C208", {"line": str(_owner(failure))}))
    return None


def _owner(failure: Failure) -> int:
    """The number of the unindented line that an indented one belongs to."""
    lines = failure.statement.page.lines
    number = failure.statement.numbers[0]
    while number > 1 and (
        not lines[number - 1].strip() or lines[number - 1][0].isspace() or lines[number - 1][0] == "#"
    ):
        number -= 1
    return number


def alias_without_quotes(failure: Failure) -> Slip | None:
    if failure.form != "alias" or failure.expected != {"STRING"} or failure.at.kind == "STRING":
        return None
    if failure.at.kind == END:
        return Slip(failure.at, Trouble("C231"))
    end = failure.index
    while failure.tokens[end + 1].kind in ("NAME", "GLUED"):
        end += 1
    words = " ".join(token.text for token in failure.tokens[failure.index : end + 1])
    return Slip(failure.at, Trouble("C232", {"word": words}), len(words))


def missing_comma(failure: Failure) -> Slip | None:
    if failure.form == "alias" and failure.at.kind == "STRING" and "_COMMA" in failure.expected:
        return Slip(failure.at, Trouble("C233"))
    return None


def metric_without_dimension(failure: Failure) -> Slip | None:
    """`metric volume`, and `metric volume mass` without the colon."""
    if failure.form != "metric" or failure.index < 2:
        return None
    name = failure.tokens[1].text
    if failure.at.kind == END and failure.tokens[failure.index - 1].kind != "PART_OF":
        return Slip(failure.at, Trouble("C234", {"word": name}))
    if failure.at.kind != "NAME" or "_COLON" not in failure.expected or failure.after.kind != END:
        return None
    near = nearest(failure.at.text, dimensions())
    return Slip(failure.at, Trouble("C234", {"word": name}, f"write metric {name}: {near}")) if near else None


def declared_words(failure: Failure) -> Slip | None:
    """`entity Middle Corridor`: a second name where an entity or a metric has one."""
    if failure.form in ("entity", "metric") and failure.index == 2 and failure.at.kind in NAMES:
        first, second = failure.tokens[1].text, failure.at.text
        hint = f'write a name of several words in "quotes": {failure.form} "{first} {second}"'
        return Slip(failure.at, Trouble("C230", {"word": second}, hint))
    return None


def other_whole(failure: Failure) -> Slip | None:
    """`part transit`, `part-of transit`, `, part of transit`, and the whole in front of the title or the dimension."""
    if failure.form not in ("entity", "metric"):
        return None
    if failure.is_complete and failure.tokens[failure.index - 2].kind == "PART_OF" and failure.at.kind != "STRING":
        return Slip(failure.at, Trouble("C210", {"what": "whole"}))
    following = failure.tokens[failure.index + 1 : -1]
    words: str = failure.at.text
    wholes: Sequence[Token] = following
    if failure.at.kind == "PART_OF" or (failure.at.kind == "_COMMA" and failure.after.kind == "PART_OF"):
        wholes = [token for token in following if token.kind != "PART_OF"]
    elif failure.at.kind == "NAME" and failure.at.text in _PART and following:
        wholes = following[1:] if failure.after.text == "of" else following
    elif failure.before is None or failure.tokens[failure.index - 2].kind != "PART_OF" or failure.at.kind == END:
        return None
    else:
        words, wholes = "part of", (failure.before,)
    name = next((token.text for token in wholes if token.kind in NAMES), "…")
    return Slip(failure.at, Trouble("C236", {"word": words, "right": f"part of {name}"}))


_PART = ("part", "part-of", "partof", "within")


def source_without_title(failure: Failure) -> Slip | None:
    if failure.form == "source" and failure.index >= 2 and "STRING" in failure.expected:
        name = failure.tokens[1].text
        return Slip(failure.at, Trouble("C227", {"word": name}))
    return None


def accept_without_quotes(failure: Failure) -> Slip | None:
    if failure.form != "accept" or failure.expected != {"STRING"} or failure.at.kind == END:
        return None
    return Slip(failure.at, Trouble("C232", {"word": failure.at.text}))


def check_without_relation(failure: Failure) -> Slip | None:
    if failure.form == "check" and "RELATION" in failure.expected and failure.at.kind in (END, "_COLON"):
        return Slip(failure.at, Trouble("C235"))
    return None


DECLARATION_RULES: tuple[DiagnosticRule, ...] = (
    alias_without_language,
    alias_without_colon,
    alias_without_quotes,
    missing_comma,
    metric_without_dimension,
    other_whole,
    declared_words,
    source_without_title,
    accept_without_quotes,
    check_without_relation,
)
