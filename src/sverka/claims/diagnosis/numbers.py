"""Slips in how a value is written: numbers, ranges, currencies, and words where digits belong."""

from __future__ import annotations

import re

from sverka.claims.decimals import ordinal_ending
from sverka.claims.diagnosis.failure import NUMBERS, STATUSES, DiagnosticRule, Failure, Slip, is_adjacent
from sverka.claims.mistakes import Trouble, meant
from sverka.claims.near import said, scale_word, spelt, unit_word
from sverka.claims.shapes import MARKS
from sverka.claims.spellings import SPELT_RELATIONS, SPELT_SCALES
from sverka.claims.tokens import END, UNKNOWN, Token, scan_words
from sverka.claims.vocabulary import bounds
from sverka.units import find

_N = r"[0-9]+(?:\.[0-9]+)?"
_CODES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₸": "KZT", "₽": "RUB", "₼": "AZN", "₺": "TRY", "₴": "UAH"}
_SIGN = rf"(?:US|C|A)?[{''.join(_CODES)}]"
_GROUPED = re.compile(
    r"(?<![\w.,])[0-9]{1,3}(?:(?P<mark>[\s,'’])[0-9]{3})(?:(?P=mark)[0-9]{3})*(?P<rest>[.,][0-9]+)?(?![0-9])"
)
_COMMA = re.compile(r"(?<![\w.,])(?P<whole>x?[0-9]+),(?P<decimals>[0-9]+)(?![0-9,])")
_BEFORE = re.compile(rf"(?P<sign>{_SIGN}|\b[A-Z]{{3}})\s?(?P<number>{_N})(?:\s?(?P<scale>[^\W\d]+)\b(?!\.))?")
_BEHIND = re.compile(rf"(?P<number>{_N})\s?(?P<scale>[^\W\d]+)?\s?(?P<sign>{_SIGN})(?P<per>/\w+)?")
_RANGE = re.compile(
    rf"(?:\b(?:from|between|от|с)\s+)?(?<![\w.,])(?P<low>{_N})\s*(?P<unit>[^\W\d]+(?:\s[A-Z]{{3}})?|%)?\s*"
    rf"(?:\.\.+|…|[–—−-]|\b(?:to|and|до|по)\b)\s*(?P<high>{_N})(?![\w.-]*[0-9])(?P<same>\s*(?P=unit))?"
)
_UNIT_WORDS = re.compile(r"(?<=[0-9])\s*(?P<words>[^\W\d][^\s,;()#0-9]*(?:\s[^\W\d][^\s,;()#0-9]*){0,3})")
_TIMES = re.compile(
    r"(?<!\S)(?:[xXхХ×]\s+(?P<number>[0-9]+(?:[.,][0-9]+)?)|(?:в\s+)?(?P<times>[0-9]+(?:[.,][0-9]+)?)\s?"
    r"(?:раза?|times|fold|есе|dəfə|kat))(?!\w)"
)
_OPEN = re.compile(rf"(?P<low>{_N})?\s*(?:\.\.+|…)\s*(?P<high>{_N})?")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_HALVES = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
# Of the language's six relations, what a sign of another kind stands for.
_RELATIONS = {"≈": "~", "≃": "~", "≤": "<=", "⩽": "<=", "≥": ">=", "⩾": ">="}
_DOUBLED = {"==": "=", "=>": ">=", "=<": "<=", "~=": "~", "=~": "~", "~~": "~", ":=": "=", "->": "="}
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


def no_number(failure: Failure) -> Slip | None:
    """`= Mt`, `5 t or t`."""
    at, before = failure.at, failure.before
    if at.kind not in ("NAME", "PERCENT") or before is None or before.kind not in ("RELATION", "OR"):
        return None
    if not find(at.text) and at.text not in SPELT_SCALES:
        return None
    return Slip(at, Trouble("C204", {"word": before.text}, f"write a number in front of {at.text}"))


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
