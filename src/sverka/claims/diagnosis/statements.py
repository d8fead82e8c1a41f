"""Slips in how a claim is put together."""

from __future__ import annotations

import re

from sverka.claims.diagnosis.failure import (
    NAMES,
    NUMBERS,
    PERIODS,
    STATUSES,
    DiagnosticRule,
    Failure,
    Slip,
    is_adjacent,
)
from sverka.claims.lookalikes import foreign_letters, latin
from sverka.claims.mistakes import Trouble
from sverka.claims.near import nearest, said, spelt
from sverka.claims.spellings import SPELT_KEYWORDS, SPELT_MARKS
from sverka.claims.tokens import END, Token, plain

STATEMENTS = ("source", "entity", "metric", "table", "check", "accept")
INSIDE = ("target", "forecast", "plan", "actual", "ytd", "vs", "from", "until", "since", "warn", "because")


def statement_keyword(failure: Failure) -> Slip | None:
    """`entitty TITR "…"`: a first word that is nearly a keyword, in a line that is no claim."""
    first = failure.tokens[0]
    if first.kind != "NAME" or failure.index == 0:
        return None
    near = nearest(first.text, STATEMENTS) or _meant(failure)
    if near is None or near == first.text:
        return None
    return Slip(first, _respelt("C201", first.text, near))


def _meant(failure: Failure) -> str | None:
    """`субъект TITR "…"`: another word for a statement, in a line that could be one."""
    word = spelt(failure.tokens[0].text.casefold(), SPELT_KEYWORDS)
    return word if word and failure.at.kind in ("STRING", "_COLON", "LSQB", END) else None


def no_keyword(failure: Failure) -> Slip | None:
    """`claim TITR volume = …`: a claim has no word in front."""
    first, second = failure.tokens[0], failure.tokens[1]
    if (
        failure.form != "claim"
        or failure.index != 2
        or first.text.casefold() not in ("claim", "assert", "fact", "факт")
    ):
        return None
    trouble = Trouble("C237", {"word": first.text}, "begin with the subject", "")
    return Slip(first, trouble, second.column - first.column)


def _respelt(code: str, word: str, right: str) -> Trouble:
    return foreign_letters(word) if latin(word) == right else Trouble(code, {"word": word, "right": right})


def own_statement(failure: Failure) -> Slip | None:
    """An indented line that cannot go on with the line above; its first name may have passed for a unit."""
    start = failure.line_start
    first = failure.tokens[start]
    if first.kind == END or first.line <= failure.tokens[0].line or first.leaf is not failure.tokens[0].leaf:
        return None
    if failure.index > start and (first.kind != "NAME" or failure.index > start + 1):
        return None
    return Slip(first, Trouble("C208", {"line": str(failure.statement.numbers[0])}))


def no_subject(failure: Failure) -> Slip | None:
    if failure.index or failure.form != "claim":
        return None
    return Slip(failure.at, Trouble("C202", {"word": failure.at.text}))


def no_metric(failure: Failure) -> Slip | None:
    if failure.index != 1 or failure.form != "claim" or failure.at.kind in ("_COLON", "_COMMA"):
        return None
    first = failure.tokens[0]
    parts = [part for part in first.text.split(".") if part]
    right = " ".join(parts) if len(parts) > 1 and first.kind == "NAME" else None
    return Slip(first, Trouble("C203", {"word": plain(first)}, right and f"write {right}", right))


def inner_keyword(failure: Failure) -> Slip | None:
    """`Target`, `form akorda-2025`: the word, or the one before it, which was taken for part of a unit."""
    for token in (failure.at, failure.before):
        if token is None or token.kind != "NAME" or token in failure.tokens[:2]:
            continue
        near = nearest(token.text, INSIDE) or _mark(failure, token)
        if near and near != token.text and (token is failure.at or failure.is_complete):
            return Slip(token, _respelt("C215", token.text, near))
    return None


def _mark(failure: Failure, token: Token) -> str | None:
    """Another word for a status or for `vs`, where one may stand."""
    word = spelt(token.text.casefold(), SPELT_MARKS)
    if word == "or":
        return word if failure.tokens[failure.index].kind in NUMBERS or token is failure.at else None
    if word == "vs":
        return word if failure.tokens[failure.index + 1].kind in PERIODS and token is failure.at else None
    return word if word and token is failure.at and word.upper() in failure.expected else None


def glued_keyword(failure: Failure) -> Slip | None:
    """`vs2024`, `until2027-01-01`."""
    match = re.fullmatch(r"(vs|until|since|from)([0-9].*)", failure.at.text)
    if match is None or not (failure.is_complete or failure.form == "accept"):
        return None
    right = f"{match[1]} {match[2]}"
    return Slip(failure.at, Trouble("C215", {"word": failure.at.text, "right": right}))


def colon_for_relation(failure: Failure) -> Slip | None:
    if failure.at.kind == "_COLON" and "RELATION" in failure.expected:
        return Slip(failure.at, Trouble("C209", {"word": ":", "right": "="}, mend=" ="))
    return None


def needless_mark(failure: Failure) -> Slip | None:
    """`TITR, volume`, `TITR: volume`, `TITR volume, 2024 =`, `from: akorda`: nothing stands between the words."""
    at = failure.at
    if at.kind not in ("_COMMA", "_COLON", "RELATION") or failure.after.kind == END or failure.form == "alias":
        return None
    if failure.form == "claim" and not ((failure.index < 4 and "RELATION" in failure.expected) or failure.index == 1):
        is_tail = failure.before is not None and failure.before.text in ("from", "until", "since")
        if not is_tail:
            return None
    elif failure.form in ("check", "table", "column") or (at.kind == "RELATION" and failure.form == "claim"):
        return None
    if failure.form == "metric" and "_COLON" in failure.expected:
        return Slip(at, Trouble("C237", {"word": at.text}, "write a colon in front of the dimension", ":"))
    is_behind_names = failure.index > 1 and failure.form == "claim" and "RELATION" in failure.expected
    if is_behind_names and (at.kind == "_COLON" or failure.tokens[failure.index - 1].kind in PERIODS):
        return None
    is_glued = is_adjacent(failure.before, at) and is_adjacent(at, failure.after)
    return Slip(at, Trouble("C237", {"word": at.text}, "write a space" if is_glued else None, " " if is_glued else ""))


def unindented_alias(failure: Failure) -> Slip | None:
    """`ru: "ТМТМ"` at the beginning of a line below an entity."""
    if failure.index != 1 or failure.at.kind != "_COLON" or failure.after.kind != "STRING":
        return None
    first = failure.tokens[0]
    return (
        Slip(first, Trouble("C247", mend=f"  {first.text}")) if first.text.isascii() and len(first.text) < 8 else None
    )


def unbracketed_claim(failure: Failure) -> Slip | None:
    """`check TITR volume = …`, `2 * TITR volume`, `2 * {TITR volume}`."""
    if "LSQB" not in failure.expected:
        return None
    match = failure.around(re.compile(r"\{(?P<head>[^{}\[\]]+)\}")) if failure.at.text == "{" else None
    if match:
        return failure.slip(match, Trouble("C239", {"right": f"[{match['head'].strip()}]"}))
    before = failure.before
    inside = failure.form == "check" or (before is not None and before.kind in ("STAR", "SLASH", "PLUS", "MINUS"))
    end = failure.index
    while failure.tokens[end].kind in NAMES | PERIODS | STATUSES | {"YTD"}:
        end += 1
    if not inside or failure.at.kind not in NAMES or end - failure.index < 2:
        return None
    words = failure.tokens[failure.index : end]
    right = f"[{' '.join(word.text for word in words)}]"
    if failure.tokens[end].kind == "RSQB":
        hint = f"write {right}"
        return Slip(
            failure.at, Trouble("C239", {"right": right}, hint, right), failure.from_to(words[0], failure.tokens[end])
        )
    return Slip(failure.at, Trouble("C239", {"right": right}), failure.from_to(words[0], words[-1]))


def head_in_brackets(failure: Failure) -> Slip | None:
    """`[TITR]`, `[TITR.volume]`, `[TITR volume = 4.5]`: in brackets stands the head of a claim."""
    opened = next((token for token in reversed(failure.tokens[: failure.index]) if token.kind == "LSQB"), None)
    inside = [token for token in failure.tokens[: failure.index] if opened and token.column > opened.column]
    if opened is None or any(token.kind == "RSQB" for token in inside):
        return None
    if failure.at.kind == "RSQB" and len(inside) == 1:
        first, point, second = inside[0].text.partition(".")
        right = f"{first} {second}" if point else None
        return Slip(inside[0], Trouble("C203", {"word": inside[0].text}, right and f"write {right}", right))
    if failure.at.kind in ("RELATION", "_COLON") and any(t.kind == "RSQB" for t in failure.tokens[failure.index :]):
        return Slip(
            failure.at,
            Trouble("C237", {"word": failure.at.text}, "in brackets stands no value: close them in front of it"),
        )
    return None


def times_claim(failure: Failure) -> Slip | None:
    """`2 [TITR volume]`."""
    before = failure.before
    if failure.at.kind != "LSQB" or before is None or before.kind not in NUMBERS:
        return None
    return Slip(failure.at, Trouble("C253", mend="* ["))


def name_like_a_value(failure: Failure) -> Slip | None:
    """`A x0 = 5`: a word that is read as a multiple, an ordinal or an address, where a name belongs."""
    at = failure.at
    is_name = at.kind in ("TIMES", "ORDINAL") and failure.expected >= {"NAME", "STRING"} and not failure.is_complete
    if not is_name or "NUMBER" in failure.expected:
        return None
    right = f'"{at.text}"'
    return Slip(at, Trouble("C232", {"word": at.text}, f"put a name of that form in quotes: {right}", right))


def name_of_words(failure: Failure) -> Slip | None:
    """`Middle Corridor volume = …`: a third name where a claim has two."""
    if failure.index != 2 or failure.at.kind not in NAMES - {"STRING"} or failure.form != "claim":
        return None
    first, second, third = (token.text for token in failure.tokens[:3])
    if failure.tokens[3].kind == "NAME":
        return Slip(failure.at, Trouble("C230", {"word": third}, 'write a name of several words in "quotes"'))
    hint = f'write a name of several words in "quotes": "{first} {second}" {third}, or {first} "{second} {third}"'
    if '"' in first + second + third:
        hint = "a claim has a subject and a metric: put all words of each in one pair of quotes"
    return Slip(failure.at, Trouble("C230", {"word": third}, hint))


def unclosed_bracket(failure: Failure) -> Slip | None:
    """A bracket without its pair: shown where it opens, or at the one that closes nothing."""
    opened: list[Token] = []
    for token in failure.tokens[: failure.index + 1]:
        if token.kind in ("LSQB", "LPAR"):
            opened.append(token)
        elif token.kind in ("RSQB", "RPAR") and opened:
            opened.pop()
        elif token.kind in ("RSQB", "RPAR"):
            return Slip(token, Trouble("C217", {"word": token.text}))
    closing = {"LSQB": "RSQB", "LPAR": "RPAR"}[opened[-1].kind] if opened else ""
    if closing in failure.expected and failure.at.kind in (END, "RELATION", "FROM", "RPAR", "RSQB"):
        return Slip(opened[-1], Trouble("C216", {"word": opened[-1].text, "right": "])"[closing == "RPAR"]}))
    return None


def spaced_sign(failure: Failure) -> Slip | None:
    """`+ 62%`: with a space behind it a sign is arithmetic."""
    if failure.at.kind not in ("PLUS", "MINUS") or failure.after.kind not in NUMBERS:
        return None
    right, last = failure.at.text + failure.after.text, failure.after
    if failure.tokens[failure.index + 2].kind == "PERCENT":
        right, last = right + "%", failure.tokens[failure.index + 2]
    if is_adjacent(failure.at, failure.after):
        trouble = Trouble("C262", {"word": right}, mend=f" {right}")
        return Slip(failure.at, trouble, failure.from_to(failure.at, last))
    return Slip(failure.at, Trouble("C226", {"right": right}), failure.from_to(failure.at, last))


def last_comma(failure: Failure) -> Slip | None:
    if failure.before is not None and failure.before.kind == "_COMMA" and failure.at.kind in (END, "FROM", "STRING"):
        return Slip(failure.before, Trouble("C225", mend=""))
    return None


def no_value(failure: Failure) -> Slip | None:
    """Nothing, or already the source, where the value should stand."""
    if failure.is_complete or "NUMBER" not in failure.expected or failure.index < 2:
        return None
    if failure.at.kind not in (END, "FROM", "UNTIL", "SINCE", "WARN", "STRING", "_COMMA", "VS", "TOLERANCE"):
        return None
    before = failure.tokens[failure.index - 1]
    if failure.index == 2 and before.kind == "GLUED":
        return Slip(failure.tokens[0], Trouble("C203", {"word": plain(failure.tokens[0])}))
    return Slip(failure.at, Trouble("C204", {"word": before.text}))


def period_for_value(failure: Failure) -> Slip | None:
    """`X companies 1800`: a year with no relation in front is a period."""
    before = failure.before
    if before is None or before.kind not in PERIODS or failure.is_complete or "RELATION" not in failure.expected:
        return None
    return Slip(before, Trouble("C309", {"word": before.text}))


def _in_front(failure: Failure) -> str:
    """The head of the claim with the word that stands behind the value."""
    head = list(failure.tokens[:2])
    for token in failure.tokens[2:]:
        if token.kind not in PERIODS | STATUSES | {"YTD"}:
            break
        head.append(token)
    return " ".join(token.text for token in [*head, failure.at]) + " ="


def period_behind(failure: Failure) -> Slip | None:
    if failure.at.kind in PERIODS and failure.is_complete and failure.form == "claim":
        return Slip(failure.at, Trouble("C205", {"word": failure.at.text, "right": _in_front(failure)}))
    return None


def status_behind(failure: Failure) -> Slip | None:
    if failure.at.kind in STATUSES and failure.is_complete and failure.form == "claim":
        return Slip(failure.at, Trouble("C206", {"word": failure.at.text, "right": _in_front(failure)}))
    return None


def second_value(failure: Failure) -> Slip | None:
    """`= 4.5 Mt, 4.6 Mt`."""
    if failure.form != "claim" or failure.at.kind not in NUMBERS | {"RANGE", "ORDINAL", "LSQB", "CALENDAR", "YEARS"}:
        return None
    if failure.is_complete or (failure.before is not None and failure.before.kind == "_COMMA"):
        return Slip(failure.at, Trouble("C207"))
    return None


def long_unit(failure: Failure) -> Slip | None:
    """`4.5 million metric tonnes`: a unit is a word, or a scale and a word."""
    if not _is_word(failure.at) or not failure.is_complete or failure.index < 3:
        return None
    start = end = failure.index
    while _is_word(failure.tokens[start - 1]) and start > 2:
        start -= 1
    while _is_word(failure.tokens[end + 1]):
        end += 1
    words = failure.tokens[start : end + 1]
    if failure.tokens[start - 1].kind not in NUMBERS:
        return None
    source = next((token for token in words[1:] if token.text.casefold() in _SOURCES), None)
    if source:
        return Slip(source, Trouble("C215", {"word": source.text, "right": "from"}))
    right = said([token.text for token in words])
    hint = f"did you mean {right}?" if right else None
    trouble = Trouble("C303", {"word": " ".join(token.text for token in words)}, hint, right)
    return Slip(words[0], trouble, failure.from_to(words[0], words[-1]))


# What people write in front of a source.
_SOURCES = frozenset(["source", "src", "via", "per", "источник", "согласно", "mənbə", "дереккөз", "kaynak", "джерело"])


def second_statement(failure: Failure) -> Slip | None:
    """`A b = 5 t; C d = 6 t`: two names, and a sign behind them, are a claim of their own."""
    signs = [place for place, token in enumerate(failure.tokens) if token.kind == "RELATION"]
    if failure.form != "claim" or len(signs) < 2 or signs[0] > failure.index:
        return None
    head = signs[1] - 1
    while failure.tokens[head].kind in PERIODS | STATUSES | {"YTD"}:
        head -= 1
    first, mark = failure.tokens[head - 1], failure.tokens[head - 2]
    is_head = {first.kind, failure.tokens[head].kind} <= NAMES and head - 1 > signs[0] and first.line == mark.line
    if not is_head or failure.tokens[signs[0] + 1].kind not in NUMBERS | {"RANGE", "SIGN", "ORDINAL", "CALENDAR"}:
        return None
    start = mark if mark.text in (";", ",", ".") else first
    trouble = Trouble("C263", {"word": first.text}, mend="\n" if start is mark else f"\n{first.text}")
    return Slip(first, trouble) if start is first else Slip(start, trouble, first.column - start.column)


def source_of_words(failure: Failure) -> Slip | None:
    """`from akorda 2025`: a source is one word."""
    at, before = failure.at, failure.before
    if failure.index < 3 or before is None or failure.tokens[failure.index - 2].kind != "FROM":
        return None
    if at.kind not in NAMES - {"STRING"} | PERIODS | {"NUMBER"} or at.line != before.line:
        return None
    end = failure.index
    while failure.tokens[end + 1].kind in NAMES - {"STRING"} | PERIODS | {"NUMBER"}:
        end += 1
    words = " ".join(token.text for token in failure.tokens[failure.index - 1 : end + 1])
    hint = f'a source is one word, or several in quotes: from "{words}"'
    trouble = Trouble("C232", {"word": words}, hint, f'"{words}"')
    return Slip(before, trouble, failure.from_to(before, failure.tokens[end]))


def behind_percent(failure: Failure) -> Slip | None:
    """`14.25% годовых`: behind a percentage stands no word for what it is of."""
    at, before = failure.at, failure.before
    if at.kind != "NAME" or before is None or before.kind not in ("PERCENT", "ORDINAL") or not failure.is_complete:
        return None
    end = failure.index
    while failure.tokens[end + 1].kind == "NAME":
        end += 1
    words, hint = failure.tokens[failure.index : end + 1], 'leave it out, or put it in "quotes" as a note'
    trouble = Trouble("C237", {"word": " ".join(word.text for word in words)}, hint, "")
    return Slip(at, trouble, failure.from_to(words[0], words[-1]))


def _is_word(token: Token) -> bool:
    return token.kind == "NAME" or token.text in STATEMENTS


CLAIM_RULES: tuple[DiagnosticRule, ...] = (
    statement_keyword,
    no_keyword,
    unindented_alias,
    glued_keyword,
    head_in_brackets,
    name_like_a_value,
    own_statement,
    second_statement,
    source_of_words,
    no_subject,
    needless_mark,
    no_metric,
    inner_keyword,
    unbracketed_claim,
    times_claim,
    colon_for_relation,
    name_of_words,
    unclosed_bracket,
    spaced_sign,
    last_comma,
    period_for_value,
    no_value,
    period_behind,
    status_behind,
    second_value,
    behind_percent,
    long_unit,
)
