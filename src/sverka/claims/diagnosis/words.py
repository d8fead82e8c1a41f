"""Slips of the pen: characters and words that the language does not have."""

from __future__ import annotations

import re
import unicodedata

from sverka.claims.diagnosis.failure import NUMBERS, DiagnosticRule, Failure, Slip, is_adjacent
from sverka.claims.lookalikes import foreign_letters
from sverka.claims.mistakes import Trouble
from sverka.claims.shapes import date_shape
from sverka.claims.tokens import UNKNOWN, Token

_QUOTES = frozenset("«»„“”‘’‚‹›'`")
_DASHES = frozenset("–—−")
_RELATIONS = {"≈": "~", "≃": "~", "≤": "<=", "⩽": "<=", "≥": ">=", "⩾": ">="}
_DOUBLED = {"==": "=", "=>": ">=", "=<": "<=", "~=": "~", "=~": "~", "~~": "~"}
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₸": "KZT", "₽": "RUB", "₼": "AZN", "₺": "TRY"}
_DIGITS = re.compile(r"[0-9]+")


def unclosed_quote(failure: Failure) -> Slip | None:
    if failure.at.kind == UNKNOWN and failure.at.text[0] == '"':
        return Slip(failure.at, Trouble("C111"))
    return None


def unpaired_quote(failure: Failure) -> Slip | None:
    """`"35 школ in "seeds`: a word right behind a quoted text, which therefore ends at the next one's beginning."""
    before = failure.before
    if before is None or before.kind != "STRING" or failure.at.text in ("", ",") or not is_adjacent(before, failure.at):
        return None
    return Slip(before, Trouble("C111"))


def other_quotes(failure: Failure) -> Slip | None:
    """«…», and an apostrophe that stands within a word, which is no quote."""
    at, before = failure.at, failure.before
    if at.text not in _QUOTES or at.kind != UNKNOWN:
        return None
    if is_adjacent(before, at) and is_adjacent(at, failure.after) and failure.after.kind == "NAME":
        return Slip(at, Trouble("C112", {"word": at.text}, 'put the name that it belongs to in "quotes"'))
    return Slip(at, Trouble("C114", {"word": at.text}))


def decimal_comma(failure: Failure) -> Slip | None:
    """`4,5 Mt`, and `1,800`, which may be meant either way."""
    before, at, after = failure.before, failure.at, failure.after
    if at.text != "," or before is None or before.kind not in ("NUMBER", "YEAR", "SIGN", "TIMES"):
        return None
    digits = _DIGITS.match(after.text)
    if digits is None or not (is_adjacent(before, at) and is_adjacent(at, after)):
        return None
    whole, decimals = before.text, digits[0]
    hint = f"write {whole}.{decimals}"
    if len(decimals) == 3:
        hint = f"write {whole}{decimals}, or {whole}.{decimals} if it is a decimal"
    word = f"{whole},{decimals}"
    return Slip(before, Trouble("C211", {"word": word}, hint), len(word))


def dash(failure: Failure) -> Slip | None:
    """A dash between two numbers is meant for a range, before one for a minus."""
    if failure.at.text not in _DASHES or failure.at.kind != UNKNOWN:
        return None
    before, after = failure.before, failure.after
    is_sign = is_adjacent(failure.at, after) and not is_adjacent(before, failure.at)
    if before is not None and before.kind in NUMBERS and after.kind in NUMBERS and not is_sign:
        word = f"{before.text}{failure.at.text}{after.text}"
        width = after.column + after.width - before.column
        return Slip(before, Trouble("C213", {"word": word, "right": f"{before.text}..{after.text}"}), width)
    return Slip(failure.at, Trouble("C112", {"word": failure.at.text}, "write - for a minus, .. for a range"))


def other_relation(failure: Failure) -> Slip | None:
    """`≥`, `==`, `=>`."""
    at, after = failure.at, failure.after
    if at.text in _RELATIONS:
        return Slip(at, Trouble("C209", {"word": at.text, "right": _RELATIONS[at.text]}))
    doubled = at.text + after.text if is_adjacent(at, after) else ""
    if at.kind == UNKNOWN and doubled in _DOUBLED:
        return Slip(at, Trouble("C209", {"word": doubled, "right": _DOUBLED[doubled]}), 2)
    return None


def other_times(failure: Failure) -> Slip | None:
    """`×3`, and `х3` with the Cyrillic letter."""
    at, after = failure.at, failure.after
    if at.text == "×":
        digits = _DIGITS.match(after.text)
        return Slip(at, Trouble("C228", {"word": "×", "right": f"x{after.text}" if digits else "x3"}))
    if at.kind == "NAME" and re.fullmatch(r"х[0-9]+(\.[0-9]+)?", at.text):
        return Slip(at, foreign_letters(at.text))
    return None


def currency_sign(failure: Failure) -> Slip | None:
    at = failure.at
    if at.kind == UNKNOWN and at.text in _CURRENCIES:
        return Slip(at, Trouble("C229", {"word": at.text, "right": _CURRENCIES[at.text]}))
    return None


def other_character(failure: Failure) -> Slip | None:
    """A character that no word of the language has; one that does not show is named."""
    at = failure.at
    if at.kind != UNKNOWN:
        return None
    if unicodedata.category(at.text) in ("Cf", "Cc", "Cn", "Cs", "Co"):
        name = unicodedata.name(at.text, f"U+{ord(at.text):04X}").lower()
        return Slip(at, Trouble("C113", {"word": name}))
    hint = "write each statement on a line of its own" if at.text == ";" else 'delete it, or put its name in "quotes"'
    return Slip(at, Trouble("C112", {"word": at.text}, hint))


def other_date(failure: Failure) -> Slip | None:
    """`11.03.2024`, `Q3-2024`, at the word that did not fit or before it."""
    for token in failure.tokens[2 : failure.index + 1]:
        trouble = date_shape(token.text) if token.kind in ("NAME", "GLUED", "NUMBER") else None
        if trouble:
            return Slip(token, trouble)
    return None


def grouped_digits(failure: Failure) -> Slip | None:
    """`1 800 t`."""
    before, at = failure.before, failure.at
    if before is None or before.kind not in ("NUMBER", "YEAR", "GLUED", "SIGN") or "." in before.text:
        return None
    if at.kind not in ("NUMBER", "GLUED") or not re.match(r"[0-9]{3}(?![0-9])", at.text) or before.line != at.line:
        return None
    start = failure.index - 1
    while start and re.fullmatch("[0-9]{3}", failure.tokens[start].text) and _is_number(failure.tokens[start - 1]):
        start -= 1
    end = failure.index
    while re.fullmatch("[0-9]{3}", failure.tokens[end].text) and re.fullmatch("[0-9]{3}", failure.tokens[end + 1].text):
        end += 1
    words = failure.tokens[start : end + 1]
    parts = {"word": " ".join(token.text for token in words), "right": "".join(token.text for token in words)}
    return Slip(words[0], Trouble("C212", parts), words[-1].column + words[-1].width - words[0].column)


def _is_number(token: Token) -> bool:
    return re.fullmatch("[0-9]{1,3}", token.text) is not None


WORD_RULES: tuple[DiagnosticRule, ...] = (
    unclosed_quote,
    unpaired_quote,
    other_quotes,
    decimal_comma,
    dash,
    other_relation,
    other_times,
    currency_sign,
    other_character,
    other_date,
    grouped_digits,
)
