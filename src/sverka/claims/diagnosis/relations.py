"""Slips in the sign of a claim: other signs, two of them, words and dashes in its place."""

from __future__ import annotations

import re

from sverka.claims.diagnosis.failure import NUMBERS, Failure, Slip, is_adjacent
from sverka.claims.mistakes import Trouble
from sverka.claims.near import spelt
from sverka.claims.spellings import SPELT_RELATIONS
from sverka.claims.tokens import UNKNOWN
from sverka.claims.vocabulary import bounds

# Of the language's six relations, what a sign of another kind stands for.
_RELATIONS = {"≈": "~", "≃": "~", "≤": "<=", "⩽": "<=", "≥": ">=", "⩾": ">="}
_DOUBLED = {"==": "=", "=>": ">=", "=<": "<=", "~=": "~", "=~": "~", "~~": "~", ":=": "=", "->": "="}


def other_relation(failure: Failure) -> Slip | None:
    """`≥`, `==`, `!=`."""
    at, after = failure.at, failure.after
    if at.text in _RELATIONS:
        return Slip(at, Trouble("C209", {"word": at.text, "right": _RELATIONS[at.text]}))
    if at.text in ("→", "⇒"):
        return Slip(at, Trouble("C209", {"word": at.text, "right": "="}))
    doubled = at.text + after.text if is_adjacent(at, after) else ""
    if doubled in ("!=", "<>") or at.text == "≠":
        hint = "a claim says what a value is: =, ~, <, <=, > or >="
        return Slip(
            at, Trouble("C209", {"word": doubled if at.text != "≠" else "≠", "right": "="}, hint), len(doubled) or 1
        )
    if doubled in _DOUBLED and (at.kind == UNKNOWN or "RELATION" in failure.expected):
        return Slip(at, Trouble("C209", {"word": doubled, "right": _DOUBLED[doubled]}), 2)
    return None


def worded_relation(failure: Failure) -> Slip | None:
    """`не менее 5`, `= more than 5`: words of any language in front of a number that say how it bounds the value."""
    at, before = failure.at, failure.before
    is_behind = before is not None and before.kind == "RELATION"
    if failure.form not in ("claim", "check") or not (is_behind or "RELATION" in failure.expected):
        return None
    words = at.whole_line[at.column - 1 :].casefold()
    spelt_out = {word.replace("_", " "): sign for sign, said in SPELT_RELATIONS.items() for word in said.split()}
    known = {**bounds(), **spelt_out}
    phrase = max((each for each in known if _leads(each, words)), key=len, default="")
    if not phrase or (is_behind and before is not None and before.text != "="):
        return None
    first, width = (before if is_behind and before else at), len(phrase) + (words[len(phrase)] == ".")
    code = "C238" if is_behind else "C209"
    trouble = Trouble(code, {"word": phrase, "right": known[phrase]})
    return Slip(first, trouble, at.column - first.column + width)


def _leads(phrase: str, words: str) -> bool:
    return words.startswith(phrase) and re.match(r"\.?\s+[0-9]", words[len(phrase) :]) is not None


def dash_for_relation(failure: Failure) -> Slip | None:
    """`volume 2024 — 4.5 Mt`: a dash with spaces on both sides stands for "is" in several languages."""
    at, before, after = failure.at, failure.before, failure.after
    if at.text not in ("–", "—", "-") or before is None or "RELATION" not in failure.expected:
        return None
    if before.kind == "_COMMA" or is_adjacent(before, at) or is_adjacent(at, after):
        return None
    if after.kind == "NAME" and at.text == "—":
        return Slip(at, Trouble("C209", {"word": at.text, "right": "="}))
    hint = f"write = in its place, or -{after.text} for a fall by so much"
    trouble = Trouble("C209", {"word": at.text, "right": "="}, hint, "=" if at.text == "—" else None)
    return Slip(at, trouble) if after.kind in NUMBERS | {"RANGE", "ORDINAL"} else None


def two_relations(failure: Failure) -> Slip | None:
    """`= ~ 4.5 Mt`, `= около 4.5 Mt`, `> 5 < 6`."""
    before, at = failure.before, failure.at
    if failure.form not in ("claim", "check"):
        return None
    right = at.text if at.kind == "RELATION" else spelt(at.text.casefold(), SPELT_RELATIONS)
    if right is None or before is None:
        return None
    if before.kind == "RELATION":
        return Slip(before, Trouble("C238", {"right": right}), failure.from_to(before, at))
    if at.kind == "RELATION" and failure.is_complete:
        first = next((token for token in failure.tokens if token.kind == "RELATION"), at)
        hint = "write a range such as 5..6, or a claim of its own"
        if first is not at:
            return Slip(at, Trouble("C238", {"right": ""}, hint))
        if failure.index > 3 and failure.form == "claim":
            hint = "write the value first, and its change behind a comma: = 4.5 Mt, +62%"
            return Slip(at, Trouble("C237", {"word": at.text}, hint))
    if (
        at.kind == "NAME"
        and "RELATION" in failure.expected
        and failure.after.kind in NUMBERS
        and failure.form == "claim"
    ):
        return Slip(at, Trouble("C209", {"word": at.text, "right": right}))
    return None


def misplaced_or(failure: Failure) -> Slip | None:
    """`= or 4.5`, `= either 4.5 or 4.6`, `4.5 or ~ 4.6`: `or` stands between the values alone."""
    before, at = failure.before, failure.at
    if at.kind == "RELATION" and before is not None and before.kind == "OR":
        return Slip(at, Trouble("C237", {"word": at.text}, "the sign in front of the first value is that of all", ""))
    is_first = at.text.casefold() in ("or", "either", "или", "либо") and failure.after.kind in NUMBERS
    if is_first and not failure.is_complete and failure.expected & NUMBERS and failure.index > 2:
        gap = failure.after.column - at.column
        return Slip(at, Trouble("C237", {"word": at.text}, "write the values with `or` between them", ""), gap)
    return None
