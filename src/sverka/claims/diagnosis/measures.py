"""Slips in units and currencies: their signs, points, and rates of several words."""

from __future__ import annotations

import re

from sverka.claims.diagnosis.failure import Failure, Slip, is_adjacent
from sverka.claims.mistakes import Trouble, meant
from sverka.claims.near import said, scale_word, unit_word
from sverka.claims.spellings import SPELT_SCALES
from sverka.claims.tokens import END, Token
from sverka.units import find

_N = r"[0-9]+(?:\.[0-9]+)?"
_CODES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₸": "KZT", "₽": "RUB", "₼": "AZN", "₺": "TRY", "₴": "UAH"}
_SIGN = rf"(?:US|C|A)?[{''.join(_CODES)}]"
_BEFORE = re.compile(rf"(?P<sign>{_SIGN}|\b[A-Z]{{3}})\s?(?P<number>{_N})(?:\s?(?P<scale>[^\W\d]+)\b(?!\.))?")
_BEHIND = re.compile(rf"(?P<number>{_N})\s?(?P<scale>[^\W\d]+)?\s?(?P<sign>{_SIGN})(?P<per>/\w+)?")
_UNIT_WORDS = re.compile(r"(?<=[0-9])\s*(?P<words>[^\W\d][^\s,;()#0-9]*(?:\s[^\W\d][^\s,;()#0-9]*){0,3})")


def currency(failure: Failure) -> Slip | None:
    """`$5M`, `5 M€`, `USD 5`: the code of a currency stands behind the number and its scale."""
    match = failure.around(_BEFORE) or failure.around(_BEHIND)
    code = _CODES.get(match["sign"][-1], match["sign"]) if match else ""
    if match is None or code not in _codes():
        sign = _CODES.get(failure.at.text)
        return (
            Slip(failure.at, Trouble("C229", {"word": failure.at.text, "right": f"500 M {sign}"}, mend=""))
            if sign
            else None
        )
    scale = match["scale"] or ""
    known = scale if scale in SPELT_SCALES else scale_word(scale) or ""
    end = match.end() if known or not scale or match.re is _BEHIND else match.start("scale")
    per = match["per"] or "" if match.re is _BEHIND else ""
    right = " ".join(each for each in (match["number"], known or (scale if match.re is _BEHIND else ""), code) if each)
    word = failure.line[match.start() : end].rstrip()
    at = failure.at._replace(column=match.start() + 1, text=word)
    return Slip(at, Trouble("C229", {"word": match["sign"], "right": right + per}), len(word))


def _codes() -> frozenset[str]:
    from sverka.units import CURRENCIES

    return CURRENCIES


def trailing_point(failure: Failure) -> Slip | None:
    """`4.5 Mt.`, `п.п.`, `тыс.`: the language has no abbreviations with points, and a statement no full stop."""
    before, at = failure.before, failure.at
    if at.text != "." or before is None or not is_adjacent(before, at) or before.text[:1] == '"':
        return None
    slip = _dotted_words(failure, before)
    if slip:
        return slip
    right = scale_word(before.text) or unit_word(before.text) or before.text
    return Slip(before, Trouble("C254", {"word": before.text, "right": right}), before.width + 1)


def _dotted_words(failure: Failure, before: Token) -> Slip | None:
    """`млн. долл. США`, `тыс. барр./сут`: as many of the words behind the number as name a unit together."""
    run = failure.around(_UNIT_WORDS, before)
    words = run["words"].split() if run else []
    for count in range(len(words), 0, -1):
        right = said(words[:count]) if count > 1 or "/" in words[0] else None
        if run and right and "." in "".join(words[:count]):
            whole = re.match(r"\s+".join(map(re.escape, words[:count])), run["words"])
            text = whole[0] if whole else words[0]
            at = before._replace(column=run.start("words") + 1, text=text)
            return Slip(at, meant("C303", {"word": " ".join(words[:count])}, right), len(text))
    return None


def dotted_unit(failure: Failure) -> Slip | None:
    """`кВт·ч`: units are single words."""
    match = failure.around(re.compile(r"[^\W\d]+[·⋅][^\W\d]+"))
    right = unit_word(re.sub("[·⋅]", "", match[0])) if match else None
    return failure.slip(match, meant("C301", {"word": match[0]}, right)) if match and right else None


def no_number(failure: Failure) -> Slip | None:
    """`= Mt`, `5 t or t`."""
    at, before = failure.at, failure.before
    if at.kind not in ("NAME", "PERCENT") or before is None or before.kind not in ("RELATION", "OR"):
        return None
    if not find(at.text) and at.text not in SPELT_SCALES:
        return None
    return Slip(at, Trouble("C204", {"word": before.text}, f"write a number in front of {at.text}"))


def per_words(failure: Failure) -> Slip | None:
    """`5 Mt per year`, `5 Mt / yr`: a rate is one word."""
    pattern = r"(?P<unit>[^\W\d]+)\s*(?:/\s+|\s/\s*|\s(?:per|a|an|in|в)\s+)(?P<time>[^\W\d]+)"
    for token in (failure.at, failure.before):
        if token is None or token.kind == END:
            continue
        match = failure.around(re.compile(pattern), token)
        right = _rate(match) if match else None
        if match and right:
            return failure.slip(match, Trouble("C303", {"word": match[0]}, f"did you mean {right}?", right))
    return None


def _rate(match: re.Match[str]) -> str | None:
    from sverka.units import PER, find

    below = {name: code for code, name in PER.items()} | {"год": "yr", "сутки": "day", "день": "day", "месяц": "month"}
    time = match["time"] if match["time"] in PER else below.get(match["time"])
    unit = match["unit"] if find(match["unit"]) else unit_word(match["unit"])
    return f"{unit}/{time}" if unit and time else None
