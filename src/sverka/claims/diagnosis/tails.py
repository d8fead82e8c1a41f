"""Slips behind the value of a claim: changes in words, what they are against, sources, footnotes, missing values."""

from __future__ import annotations

import re

from sverka.claims.diagnosis.failure import NAMES, NUMBERS, PERIODS, DiagnosticRule, Failure, Slip
from sverka.claims.mistakes import Trouble
from sverka.claims.rows import MISSING
from sverka.claims.spellings import SPELT_MULTIPLES, SPELT_SIGNS
from sverka.claims.tokens import END
from sverka.claims.vocabulary import bounds_behind

_N = r"(?P<number>[0-9]+(?:[.,][0-9]+)?(?:\s?%)?)"
_BY = r"(?:на|by|of|в размере)"


def _any_of(words: str) -> str:
    """`~` stands for any ending, `_` for white space."""
    return "|".join(re.escape(word).replace("\\~", r"\w*").replace("_", r"\s+") for word in words.split())


def _rising(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of(words)})(?:\s+{_BY})?\s+(?={_N})", re.IGNORECASE)


_CHANGES = tuple((sign, _rising(words)) for sign, words in SPELT_SIGNS.items())
_MULTIPLES = tuple(
    (right, re.compile(rf"(?:{_any_of(words)})(?!\w)", re.IGNORECASE)) for right, words in SPELT_MULTIPLES.items()
)
_WAYS = {"+": "больше выше more higher", "-": "меньше ниже less lower fewer"}
_WAY = "|".join(" ".join(_WAYS.values()).split())
_MORE = re.compile(rf"(?:{_BY}\s+)?{_N}\s*(?P<unit>[^\W\d]*)\s+(?P<way>{_WAY})(?!\w)")
_THAN = r"(?:compared\s+(?:to|with)|relative\s+to|over|from|than\s+in|по\s+сравнению\s+с|против|от|относительно)"
_AGAINST = re.compile(rf"{_THAN}\s+(?P<year>[0-9]{{4}}\S*)")
_TIME_BEFORE = re.compile(
    r"(?:vs\.?|к|against|compared\s+(?:to|with)|over|than|по\s+сравнению\s+с)\s+"
    r"(?:the\s+)?(?:last|previous|prior|прошл\w+|предыдущ\w+|аналогичн\w+)(?:\s+[^\W\d]+){0,3}"
)


def _reached(failure: Failure) -> str:
    """The line from the word on that did not fit."""
    return failure.at.whole_line[failure.at.column - 1 :]


def _said(failure: Failure) -> bool:
    """The value has been said, or a comma stands behind it."""
    is_behind = failure.before is not None and failure.before.kind == "_COMMA"
    return failure.form == "claim" and failure.index > 2 and (failure.is_complete or is_behind)


def change_in_words(failure: Failure) -> Slip | None:
    """`4.5 Mt, рост на 62%`, `4.5 Mt, increased by 62%`, `4.5 Mt, на 62% больше`."""
    words = _reached(failure)
    if not _said(failure) and not (failure.form == "claim" and failure.expected & {"SIGN", "NUMBER"}):
        return None
    for right, pattern in _MULTIPLES:
        match = pattern.match(words)
        if match:
            return Slip(failure.at, Trouble("C237", {"word": match[0]}, f"write {right}", right), match.end())
    for sign, pattern in _CHANGES:
        match = pattern.match(words)
        if match:
            trouble = Trouble("C237", {"word": match[0].strip()}, f"write {sign}{match['number']}", sign)
            return Slip(failure.at, trouble, match.end())
    match = _MORE.match(words)
    if match is None:
        return None
    sign = next(sign for sign, words in _WAYS.items() if match["way"] in words.split())
    right = f"{sign}{match['number']} {match['unit']}".rstrip()
    return Slip(failure.at, Trouble("C237", {"word": match[0]}, f"write {right}", right), match.end())


def against_in_words(failure: Failure) -> Slip | None:
    """`+62% compared to 2023`, `+62% к прошлому году`, `+62% vs last year`."""
    if failure.form != "claim" or failure.index < 3:
        return None
    for token in (failure.at, failure.before):
        words = token.whole_line[token.column - 1 :] if token and token.kind in ("NAME", "VS", "FROM") else ""
        match = _AGAINST.match(words)
        if match and token and any(each.kind in ("SIGN", "TIMES") for each in failure.tokens[: failure.index]):
            trouble = Trouble("C215", {"word": match[0], "right": f"vs {match['year']}"})
            return Slip(token, trouble, match.end())
        match = _TIME_BEFORE.match(words)
        if match and token:
            hint = "leave it out: a change is against the same time before, where vs says nothing else"
            return Slip(token, Trouble("C237", {"word": match[0]}, hint, ""), match.end())
    return None


def bound_behind(failure: Failure) -> Slip | None:
    """`5 bn USD or more`, `1800 и более`, `1800+`: the sign stands in front of the value."""
    if failure.form != "claim" or not any(token.kind == "RELATION" for token in failure.tokens[: failure.index]):
        return None
    before = failure.before
    if failure.at.kind == END and before is not None and before.kind == "PLUS":
        return Slip(before, Trouble("C237", {"word": "+"}, "write >= in front of the value instead of ="))
    for start in (failure.index, failure.index - 1):
        first, last = failure.tokens[start], failure.tokens[-2]
        words = " ".join(token.text for token in failure.tokens[start:-1]).casefold()
        sign = bounds_behind().get(words)
        if sign:
            trouble = Trouble("C237", {"word": words}, f"write {sign} in front of the value instead of =")
            return Slip(first, trouble, failure.from_to(first, last))
    return None


def comma_between(failure: Failure) -> Slip | None:
    """`from akorda, since 2024-01-01`: what stands behind a value needs no commas."""
    is_tail = failure.after.kind in ("FROM", "SINCE", "UNTIL", "WARN", "STRING")
    if failure.form != "claim" or failure.at.kind != "_COMMA" or not failure.is_complete or not is_tail:
        return None
    return Slip(failure.at, Trouble("C237", {"word": ","}, mend=""))


def source_in_brackets(failure: Failure) -> Slip | None:
    """`4.5 Mt [akorda-2025]`, `4.5 Mt [1]`, `4.5 Mt *`: a source stands behind from, and there are no footnotes."""
    before = failure.before
    if failure.at.kind == END and before is not None and before.kind == "STAR":
        return Slip(before, Trouble("C237", {"word": "*"}, "leave it out: a footnote is a # comment", ""))
    match = re.match(r"\[(?P<inside>[^\[\]\s]+)\]", _reached(failure)) if failure.at.kind == "LSQB" else None
    if match is None or not failure.is_complete or failure.form != "claim":
        return None
    if match["inside"].isdigit():
        return Slip(
            failure.at, Trouble("C237", {"word": match[0]}, "leave it out: a footnote is a # comment", ""), match.end()
        )
    right = f"from {match['inside']}"
    return Slip(failure.at, Trouble("C237", {"word": "["}, f"write {right}", right), match.end())


def address_behind(failure: Failure) -> Slip | None:
    """`4.5 Mt https://example.org`: an address is a source's."""
    if failure.at.kind != "ADDRESS" or failure.form != "claim":
        return None
    hint = 'an address belongs to a source: source akorda-2025 "Briefing" https://…, and the claim is from akorda-2025'
    return Slip(failure.at, Trouble("C237", {"word": failure.at.text}, hint))


def source_in_words(failure: Failure) -> Slip | None:
    """`4.5 Mt по данным kgd`, `4.5 Mt, source: kgd`: a source stands behind `from`."""
    signs = [token for token in failure.tokens[: failure.index] if token.kind in ("RELATION", "SIGN")]
    if failure.form != "claim" or not signs or signs[-1].line != failure.at.line:
        return None
    match = _SOURCE.search(failure.at.whole_line, signs[-1].column)
    if match is None or not match.start() - 1 <= failure.at.column <= match.end():
        return None
    right = f"from {match['id']}"
    start, right = (match.start(), f" {right}") if match["gap"][0] == "," else (match.end("gap"), right)
    at = failure.at._replace(column=start + 1, text=match.string[start : match.end()])
    return Slip(at, Trouble("C237", {"word": at.text.strip(" ,")}, f"write {right.strip()}", right), len(at.text))


_CITED = (
    r"(?:по\s+данным|по\s+информации|согласно|according\s+to|as\s+per)\s+|(?:source|источник|mənbə|дереккөз)\s*:\s*"
)
_SOURCE = re.compile(rf"(?P<gap>,?\s+)(?:{_CITED})(?P<id>[\w.-]+)")
# Words in front of a day for the language's own two.
_UNTIL = {**dict.fromkeys(("с", "со", "начиная"), "since"), **dict.fromkeys(("до", "по", "till", "to"), "until")}


def validity_in_words(failure: Failure) -> Slip | None:
    """`4.5 Mt до 2025-01-01`: `since` and `until` say when a claim holds."""
    for token, following in ((failure.at, failure.after), (failure.before, failure.at)):
        right = _UNTIL.get(token.text.casefold()) if token is not None else None
        is_behind = any(each.kind in ("RELATION", "SIGN") for each in failure.tokens[: failure.index])
        if token and right and failure.form == "claim" and is_behind and following.kind in PERIODS:
            return Slip(token, Trouble("C215", {"word": token.text, "right": right}))
    return None


def comment_behind_minus(failure: Failure) -> Slip | None:
    """`4.5 Mt - official data`: words with no period are no claim to subtract."""
    before = failure.before
    if failure.form != "claim" or before is None or before.kind != "MINUS" or failure.at.kind != "NAME":
        return None
    if any(token.kind not in ("NAME", END) for token in failure.tokens[failure.index :]):
        return None
    hint = 'a comment begins with #, and a note is a text in "quotes"'
    return Slip(before, Trouble("C237", {"word": "-"}, hint, "#"))


def dash_behind(failure: Failure) -> Slip | None:
    """`4.5 Mt — the briefing`."""
    if failure.at.text not in ("—", "–") or not _said(failure) or failure.after.kind not in NAMES:
        return None
    hint = 'a comment begins with #, and a note is a text in "quotes"'
    return Slip(failure.at, Trouble("C237", {"word": failure.at.text}, hint, "#"))


_UNKNOWN = MISSING - {"x", "X"} | {"TBD", "tbd", "нет"}


def missing_value(failure: Failure) -> Slip | None:
    """`= ?`, `= n/a`, `= …`: what is not known is not claimed."""
    before = failure.before
    if failure.form != "claim" or before is None or before.kind != "RELATION":
        return None
    words = _reached(failure).partition(" #")[0].split()
    if len(words) != 1 or (words[0] not in _UNKNOWN and words[0].strip("?")):
        return None
    hint = "what is not known is not claimed: delete the line, or begin it with #"
    return Slip(failure.at, Trouble("C204", {"word": before.text}, hint), len(words[0]))


_ALIKE = str.maketrans("OОоoIlІі", "00001111")


def letters_for_digits(failure: Failure) -> Slip | None:
    """`2O24`, `l.5`: letters that look like digits."""
    for token in failure.tokens[max(2, failure.index - 2) : failure.index + 1]:
        right = token.text.translate(_ALIKE)
        is_number = re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", right) is not None and len(right) > 1
        if token.kind in ("NAME", "GLUED") and right != token.text and is_number and re.search("[0-9]", token.text):
            return Slip(token, Trouble("C305", {"word": token.text}, f"write {right}, in digits alone", right))
    return None


def name_in_arithmetic(failure: Failure) -> Slip | None:
    """`= BTC volume 2024 * 2`: the claim that is calculated with stands first."""
    at, before = failure.at, failure.before
    signs = [token for token in failure.tokens[failure.index :] if token.kind in ("STAR", "SLASH", "PLUS", "MINUS")]
    if failure.form != "claim" or before is None or before.kind != "RELATION" or at.kind not in NAMES or not signs:
        return None
    end = failure.tokens.index(signs[0])
    words = failure.tokens[failure.index : end]
    if len(words) < 2 or any(token.kind in NUMBERS - {"YEAR"} for token in words):
        return None
    right = f"[{' '.join(word.text for word in words)}]"
    return Slip(at, Trouble("C239", {"right": right}), failure.from_to(words[0], words[-1]))


TAIL_RULES: tuple[DiagnosticRule, ...] = (
    missing_value,
    letters_for_digits,
    against_in_words,
    change_in_words,
    bound_behind,
    comma_between,
    source_in_brackets,
    address_behind,
    source_in_words,
    validity_in_words,
    comment_behind_minus,
    dash_behind,
    name_in_arithmetic,
)
