"""Slips in changes and multiples, and what is put into round brackets."""

from __future__ import annotations

import re

from sverka.claims.diagnosis.failure import NUMBERS, STATUSES, Failure, Slip
from sverka.claims.mistakes import Trouble

_TIMES = re.compile(
    r"(?<!\S)(?:[xXхХ×]\s+(?P<number>[0-9]+(?:[.,][0-9]+)?)|(?:в\s+)?(?P<times>[0-9]+(?:[.,][0-9]+)?)\s?"
    r"(?:раза?|times|fold|есе|dəfə|kat))(?!\w)"
)


def other_times(failure: Failure) -> Slip | None:
    """`×3`, `*3`, and `х3` with the Cyrillic letter; between two factors `×` is meant for `*`."""
    at, after, before = failure.at, failure.after, failure.before
    if at.kind == "NAME" and re.fullmatch(r"х[0-9]+(\.[0-9]+)?", at.text):
        from sverka.claims.lookalikes import foreign_letters

        return Slip(at, foreign_letters(at.text))
    is_mark = at.text == "×" or (at.kind == "STAR" and not failure.is_complete)
    if not is_mark or failure.form not in ("claim", "check"):
        return None
    if after.kind in ("LSQB", "LPAR") or (before is not None and before.kind in ("RSQB", "RPAR")):
        return Slip(at, Trouble("C228", {"word": at.text, "right": "*"}))
    if after.kind not in NUMBERS:
        return Slip(at, Trouble("C228", {"word": at.text, "right": "x3"}, "write x3"))
    return Slip(at, Trouble("C228", {"word": at.text, "right": f"x{after.text}"}), failure.from_to(at, after))


def spaced_times(failure: Failure) -> Slip | None:
    """`x 1.5`, `в 1,5 раза`, `1.5 times`: so many times as much is `x` that touches its number."""
    match = failure.around(_TIMES)
    if match is None or not (failure.is_complete or failure.expected & NUMBERS or "RELATION" in failure.expected):
        return None
    right = "x" + (match["number"] or match["times"]).replace(",", ".")
    return failure.slip(match, Trouble("C228", {"word": match[0], "right": right}))


def unsigned_change(failure: Failure) -> Slip | None:
    """`4.5 Mt, 62%`: behind the value a percentage is a change, and says by its sign which way."""
    at, before = failure.at, failure.before
    if failure.form != "claim" or before is None or before.kind != "_COMMA" or at.kind not in NUMBERS:
        return None
    return Slip(at, Trouble("C250", {"word": f"{at.text}%"})) if failure.after.kind == "PERCENT" else None


def worded_change(failure: Failure) -> Slip | None:
    """`4.5 Mt, up 62%`, `4.5 Mt (+62%)`, `4.5 Mt; +62%`."""
    at, after = failure.at, failure.after
    sign = {"up": "+", "down": "-", "рост": "+", "plus": "+", "minus": "-", **_ARROWS}.get(at.text.casefold())
    if sign and after.kind in NUMBERS and is_near_end(failure):
        percent = "%" if failure.tokens[failure.index + 2].kind == "PERCENT" else ""
        hint = f"write {sign}{after.text}{percent}"
        return Slip(at, Trouble("C237", {"word": at.text}, hint, sign), after.column - at.column)
    if at.text == ";" and after.kind in ("SIGN", "TIMES"):
        return Slip(at, Trouble("C237", {"word": ";"}, "write a comma", ","))
    if at.text.casefold() in _YEARLY and failure.is_complete:
        hint = "leave it out: a change is against the same time before, where vs says nothing else"
        return Slip(at, Trouble("C237", {"word": at.text}, hint, ""))
    return None


_ARROWS = {"↑": "+", "▲": "+", "⬆": "+", "↓": "-", "▼": "-", "⬇": "-"}
_YEARLY = frozenset(["yoy", "y/y", "qoq", "mom", "г/г", "кв/кв", "м/м"])


def round_brackets(failure: Failure) -> Slip | None:
    """`4.5 Mt (+62%)`, `4.5 Mt (akorda)`, `volume (mass)`, `volume (2024) =`."""
    pattern = re.compile(r"\((?P<inside>[^()\[\]]*)\)")
    before = failure.before
    if failure.at.kind == "RELATION" and before is not None and before.kind == "RPAR":
        match = failure.around(pattern, before)
        if match and re.fullmatch(r"[0-9]{4}\S*", match["inside"]):
            return failure.slip(
                match, Trouble("C237", {"word": "("}, "write the period without brackets", match["inside"])
            )
        return None
    if failure.at.kind in STATUSES and before is not None and before.kind == "LPAR":
        match = failure.around(pattern, before)
        if match:
            inside = match["inside"].strip()
            return failure.slip(match, Trouble("C237", {"word": "("}, "write the status without brackets", inside))
    match = failure.around(pattern) if failure.at.kind == "LPAR" else None
    if match is None or not (failure.is_complete or failure.form == "metric"):
        return None
    inside = match["inside"].strip()
    if failure.form == "metric":
        return failure.slip(match, Trouble("C237", {"word": "("}, f"write a colon: : {inside}", f": {inside}"))
    if re.match(r"[+\-−x][0-9]", inside):
        return failure.slip(
            match, Trouble("C237", {"word": "("}, f"write the change behind a comma: , {inside}", f", {inside}")
        )
    hint = 'a source stands behind from, a period in front of the value, a note in "quotes"'
    return failure.slip(match, Trouble("C237", {"word": "("}, hint))


def is_near_end(failure: Failure) -> bool:
    """The value has been said."""
    return failure.is_complete or (failure.before is not None and failure.before.kind == "_COMMA")
