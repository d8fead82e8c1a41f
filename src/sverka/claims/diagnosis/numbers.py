"""Slips in how a number is written: marks between its digits, ranges, and words where digits belong."""

from __future__ import annotations

import re

from sverka.claims.decimals import ordinal_ending
from sverka.claims.diagnosis.changes import other_times, round_brackets, spaced_times, unsigned_change, worded_change
from sverka.claims.diagnosis.failure import NUMBERS, DiagnosticRule, Failure, Slip
from sverka.claims.diagnosis.measures import currency, dotted_unit, no_number, per_words, trailing_point
from sverka.claims.diagnosis.relations import (
    dash_for_relation,
    misplaced_or,
    other_relation,
    two_relations,
    worded_relation,
)
from sverka.claims.mistakes import Trouble
from sverka.claims.shapes import MARKS
from sverka.claims.tokens import UNKNOWN, scan_words

_N = r"[0-9]+(?:\.[0-9]+)?"
_GROUPED = re.compile(
    r"(?<![\w.,])[0-9]{1,3}(?:(?P<mark>[\s,'’])[0-9]{3})(?:(?P=mark)[0-9]{3})*(?P<rest>[.,][0-9]+)?(?![0-9])"
)
_COMMA = re.compile(r"(?<![\w.,])(?P<whole>x?[0-9]+),(?P<decimals>[0-9]+)(?![0-9,])")
_RANGE = re.compile(
    rf"(?:\b(?:from|between|от|с)\s+)?(?<![\w.,])(?P<low>{_N})\s*(?P<unit>[^\W\d]+(?:\s[A-Z]{{3}})?|%)?\s*"
    rf"(?:\.\.+|…|[–—−-]|\b(?:to|and|до|по)\b)\s*(?P<high>{_N})(?![\w.-]*[0-9])(?P<same>\s*(?P=unit))?"
)
_OPEN = re.compile(rf"(?P<low>{_N})?\s*(?:\.\.+|…)\s*(?P<high>{_N})?")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_HALVES = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
_NUMBER_WORDS = frozenset(
    re.findall(
        r"\w+",
        "one two three four five six seven eight nine ten hundred thousand first second third fourth fifth half dozen "
        "один два три четыре пять шесть семь восемь девять десять сто тысяча первый второй третий четвёртый пятый",
    )
)


def separated_digits(failure: Failure) -> Slip | None:
    """`1 800 t`, `4,500,000`, `4'500'000`: a number has no marks between its thousands."""
    match = failure.around(_GROUPED)
    if match is None or (match["mark"] == "," and match[0].count(",") == 1 and match["rest"] is None):
        return None
    whole = match[0].removesuffix(match["rest"] or "")
    right = "".join(re.findall("[0-9]", whole)) + (match["rest"] or "").replace(",", ".")
    what = MARKS.get(match["mark"], "spaces")
    return failure.slip(match, Trouble("C212", {"what": what, "word": match[0], "right": right}))


def decimal_comma(failure: Failure) -> Slip | None:
    """`4,5 Mt`, and `1,800`, which may be meant either way."""
    match = failure.around(_COMMA)
    if match is None or failure.at.text != ",":
        return None
    whole, decimals = match["whole"], match["decimals"]
    if len(decimals) == 3:
        hint = f"write {whole}{decimals}, or {whole}.{decimals} if it is a decimal"
        return failure.slip(match, Trouble("C211", {"word": match[0]}, hint))
    right = f"{whole}.{decimals}"
    return failure.slip(match, Trouble("C211", {"word": match[0]}, f"write {right}", right))


def spelt_range(failure: Failure) -> Slip | None:
    """`15–18`, `15 .. 18`, `from 15 to 18`, `5 Mt..6 Mt`: a range is two numbers with two points between them."""
    match = failure.around(_RANGE)
    if match is None or (match["unit"] and not match["same"]) or _is_period(failure, match):
        return None
    if match["unit"] in ("от", "с", "from"):
        return None
    unit = (" " if match["unit"] != "%" else "") + match["unit"] if match["unit"] else ""
    right = f"{match['low']}..{match['high']}{unit}"
    return failure.slip(match, Trouble("C213", {"word": match[0], "right": right})) if right != match[0] else None


def _is_period(failure: Failure, match: re.Match[str]) -> bool:
    """A year in front of the value, with a dash that is the value's sign behind it: `2024 –4.5 %`."""
    if failure.at.kind == "CALENDAR":
        return True
    in_front = "RELATION" in failure.expected or failure.at.kind == "YEAR"
    return in_front and not re.fullmatch("[0-9]{4}", match["high"])


def open_range(failure: Failure) -> Slip | None:
    """`5..`, `..5`: a range has both ends."""
    match = failure.around(_OPEN)
    if match is None or failure.at.kind != UNKNOWN or (match["low"] and match["high"]):
        return None
    low, high = match["low"], match["high"]
    if not low and not high:
        return None
    at_front = "RELATION" in failure.expected or (failure.is_complete and low and len(low) == 4)
    hint = (
        "write both ends"
        if at_front
        else f"write both ends, or {'>= ' + low if low else '<= ' + high} for what has one"
    )
    return failure.slip(match, Trouble("C213", {"word": match[0].strip(), "right": ""}, hint))


def minus_sign(failure: Failure) -> Slip | None:
    """A dash in front of a number is meant for a minus."""
    at, after = failure.at, failure.after
    if at.text not in "–—" or at.kind != UNKNOWN or after.kind not in NUMBERS:
        return None
    gap = after.column - at.column - 1 if after.line == at.line else 0
    return Slip(at, Trouble("C112", {"word": at.text}, f"write -{after.text} for a minus", "-"), 1 + gap)


def leading_point(failure: Failure) -> Slip | None:
    """`.5`."""
    match = failure.around(re.compile(r"(?<![\w.])\.[0-9]+"))
    if match is None:
        return None
    right = f"0{match[0]}"
    return failure.slip(match, Trouble("C305", {"word": match[0]}, f"write {right}", right))


def vulgar_fraction(failure: Failure) -> Slip | None:
    right = _HALVES.get(failure.at.text)
    if right is None:
        return None
    return Slip(failure.at, Trouble("C305", {"word": failure.at.text}, f"write {right}", right))


def power(failure: Failure) -> Slip | None:
    """`10^6`."""
    match = failure.around(re.compile(r"[0-9.]+\s?(?:\^|\*\*)\s?[0-9]+"))
    return (
        failure.slip(match, Trouble("C305", {"word": match[0]}, "write it out, or with k, M, bn or tn"))
        if match
        else None
    )


def numbered(failure: Failure) -> Slip | None:
    """`№3`, `III`: an ordinal is digits with their ending."""
    at, after = failure.at, failure.after
    if not failure.expected & NUMBERS or failure.form != "claim":
        return None
    if at.text == "№" and after.text.isdigit():
        right = after.text + ordinal_ending(after.text)
        return Slip(at, Trouble("C310", {"word": f"№{after.text}", "right": right}), failure.from_to(at, after))
    number = _ROMAN.index(at.text) + 1 if at.text in _ROMAN else 0
    if not number or failure.before is None or failure.before.kind != "RELATION":
        return None
    right = f"{number}{ordinal_ending(str(number))}"
    return Slip(at, Trouble("C310", {"word": at.text, "right": right}, f"write {right}, or {number}", right))


def number_word(failure: Failure) -> Slip | None:
    at = failure.at
    if at.kind != "NAME" or not failure.expected & NUMBERS or at.text.casefold() not in _NUMBER_WORDS:
        return None
    return Slip(at, Trouble("C251", {"word": at.text}))


def quoted_value(failure: Failure) -> Slip | None:
    """`= "4.5 Mt"`."""
    before, at = failure.before, failure.at
    if at.kind != "STRING" or before is None or before.kind != "RELATION":
        return None
    inside = at.text[1:-1].strip()
    kinds = {token.kind for token in scan_words(inside)}
    return (
        Slip(at, Trouble("C248", {"right": inside})) if kinds & (NUMBERS | {"RANGE", "CALENDAR", "ORDINAL"}) else None
    )


NUMBER_RULES: tuple[DiagnosticRule, ...] = (
    separated_digits,
    decimal_comma,
    currency,
    per_words,
    spelt_range,
    open_range,
    dash_for_relation,
    minus_sign,
    leading_point,
    trailing_point,
    dotted_unit,
    vulgar_fraction,
    power,
    other_relation,
    worded_relation,
    numbered,
    two_relations,
    misplaced_or,
    no_number,
    number_word,
    quoted_value,
    other_times,
    spaced_times,
    unsigned_change,
    worded_change,
    round_brackets,
)
