"""Slips in sources, entities, metrics, their aliases, acceptances and checks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sverka.claims.diagnosis.failure import NAMES, DiagnosticRule, Failure, Slip
from sverka.claims.diagnosis.statements import needless_mark
from sverka.claims.mistakes import Trouble, meant
from sverka.claims.near import nearest
from sverka.claims.tokens import END, Token, plain
from sverka.units import dimensions


def alias_without_language(failure: Failure) -> Slip | None:
    if failure.form == "alias" and failure.index == 0 and failure.at.kind == "STRING":
        return Slip(failure.at, Trouble("C218"))
    return None


def alias_without_colon(failure: Failure) -> Slip | None:
    """`ru "ТМТМ"` lacks a colon; a line that goes on otherwise is a statement that should not be indented."""
    if failure.form not in ("alias", "column"):
        return None
    first = failure.tokens[0]
    if failure.index == 1 and (failure.at.kind == "STRING" or failure.after.kind == "STRING"):
        what = "part" if failure.form == "column" else "language"
        hint = f"write {first.text}: and then the heading of its column" if failure.form == "column" else None
        trouble = Trouble("C220", {"what": what, "word": first.text}, hint, f"{first.text}:")
        is_mark = failure.at.kind != "STRING"
        return Slip(first, trouble, failure.from_to(first, failure.at) if is_mark else None)
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
    is_next = failure.before is not None and failure.before.kind == "_COMMA"
    if failure.form != "alias" or not ("STRING" in failure.expected and (is_next or failure.expected == {"STRING"})):
        return None
    match = re.match(r"[\[(]([^\[\]()]*)[\])]", failure.line[failure.at.column - 1 :])
    if match and failure.at.kind in ("LSQB", "LPAR"):
        trouble = Trouble("C237", {"word": failure.at.text}, "aliases stand without brackets", match[1])
        return Slip(failure.at, trouble, match.end())
    if failure.at.kind == END:
        return Slip(failure.at, Trouble("C231"))
    end = failure.index
    while failure.tokens[end + 1].kind in ("NAME", "GLUED"):
        end += 1
    words = " ".join(token.text for token in failure.tokens[failure.index : end + 1])
    return Slip(failure.at, Trouble("C232", {"word": words}, mend=f'"{words}"'), len(words))


def second_title(failure: Failure) -> Slip | None:
    """`entity TITR "Middle Corridor", "TITR"`, `accept "x" in "a.txt", "b.txt"`: one text where several were listed."""
    if failure.at.kind != "_COMMA" or failure.after.kind != "STRING" or not failure.is_complete:
        return None
    if failure.before is None or failure.before.kind != "STRING":
        return None
    hints = {
        "entity": "the other names stand on lines of their own below: en: " + failure.after.text,
        "metric": "the other names stand on lines of their own below: en: " + failure.after.text,
        "accept": "write one acceptance for each file, or * for what their names do not share",
    }
    hint = hints.get(failure.form)
    return Slip(failure.after, Trouble("C237", {"word": failure.after.text}, hint)) if hint else None


def percent_dimension(failure: Failure) -> Slip | None:
    """`metric inflation: %`."""
    if failure.form != "metric" or failure.at.kind != "PERCENT":
        return None
    return Slip(failure.at, meant("C403", {"word": failure.at.text}, "share"))


def bracketed_whole(failure: Failure) -> Slip | None:
    """`entity TITR (part of KZ)`."""
    match = re.match(r"\((part\s+of\s+[^()]+)\)", failure.line[failure.at.column - 1 :])
    if match is None or failure.form not in ("entity", "metric"):
        return None
    return Slip(failure.at, Trouble("C237", {"word": "("}, f"write {match[1]}", match[1]), match.end())


def accepted_words(failure: Failure) -> Slip | None:
    """`accept 35 школ in "a.txt"`: the words of the text stand in quotes."""
    match = re.match(r"accept\s+(?P<words>[^\"]+?)\s+in\s", failure.tokens[0].whole_line)
    if failure.form != "accept" or failure.index != 1 or match is None:
        return None
    words = match["words"]
    return Slip(failure.at, Trouble("C232", {"word": words}, mend=f'"{words}"'), len(words))


def missing_comma(failure: Failure) -> Slip | None:
    if failure.form != "alias" or "_COMMA" not in failure.expected:
        return None
    if failure.at.kind == "STRING":
        return Slip(failure.at, Trouble("C233", mend=f", {failure.at.text}"))
    if failure.after.kind == "STRING":
        hint = f"write a comma for {failure.at.text}"
        return Slip(failure.at, Trouble("C233", {}, hint, ","))
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
    if near is None:
        return None
    return Slip(failure.at, Trouble("C234", {"word": name}, f"write metric {name}: {near}", f": {near}"))


def dimension_in_quotes(failure: Failure) -> Slip | None:
    """`metric volume: "mass"`."""
    if failure.form != "metric" or failure.at.kind != "STRING" or "NAME" not in failure.expected:
        return None
    word = failure.at.text[1:-1]
    return Slip(failure.at, Trouble("C248", {"right": word}, f"a dimension has no quotes: write {word}"))


def part_of_its_own(failure: Failure) -> Slip | None:
    """`metric volume: mass ru: "объём"`: the names in a language stand on a line of their own."""
    if failure.form not in ("entity", "metric") or failure.at.kind != "NAME" or not failure.is_complete:
        return None
    if failure.after.kind != "_COLON":
        return None
    return Slip(failure.at, Trouble("C247", {}, "write it on the next line, behind two spaces"))


def second_dimension(failure: Failure) -> Slip | None:
    if failure.form == "metric" and failure.at.kind == "_COMMA" and failure.is_complete:
        return Slip(failure.at, Trouble("C210", {"what": "dimension"}, "a metric has one: declare another metric"))
    return None


def name_first(failure: Failure) -> Slip | None:
    """`entity "Middle Corridor" TITR`: the name that claims use comes first."""
    if failure.form not in ("entity", "metric", "source") or failure.index != 2 or failure.at.kind != "NAME":
        return None
    title = failure.tokens[1]
    if title.kind != "STRING":
        return None
    right = f"{failure.at.text} {title.text}"
    trouble = Trouble("C230", {"word": failure.at.text}, f"write the name in front: {failure.form} {right}", right)
    return Slip(title, trouble, failure.from_to(title, failure.at))


def bare_path(failure: Failure) -> Slip | None:
    """`table trade.csv`, `in seeds/*.txt`."""
    if failure.expected != {"STRING"} or failure.form not in ("table", "accept"):
        return None
    match = re.compile(r"[^\s\"]+").match(failure.line, failure.at.column - 1)
    if match is None or failure.at.kind == END:
        return None
    word = match[0].rstrip(",")
    at = failure.at._replace(text=word)
    return Slip(at, Trouble("C232", {"word": word}, mend=f'"{word}"'), len(word))


def bare_address(failure: Failure) -> Slip | None:
    """`source a "A" 2025 www.example.org`."""
    if failure.form != "source" or "ADDRESS" not in failure.expected or "." not in failure.at.text:
        return None
    match = re.compile(r"[^\s\"]+\.[a-z]{2,}\S*").match(failure.line, failure.at.column - 1)
    if match is None:
        return None
    return failure.slip(match, Trouble("C249", {"word": match[0].partition("/")[0], "right": f"https://{match[0]}"}))


def accept_keyword(failure: Failure) -> Slip | None:
    """`reason "x"`, `for "*.txt"`: another word for a part of an acceptance."""
    near = {"reason": "because", "why": "because", "since": "because", "for": "in", "file": "in", "files": "in"}
    right = near.get(failure.at.text.casefold())
    if failure.form != "accept" or failure.at.kind != "NAME" or right is None:
        return None
    return Slip(failure.at, Trouble("C215", {"word": failure.at.text, "right": right}))


def declared_words(failure: Failure) -> Slip | None:
    """`entity Middle Corridor`: a second name where an entity or a metric has one."""
    if failure.form in ("entity", "metric") and failure.index == 2 and failure.at.kind in NAMES:
        first, second = plain(failure.tokens[1]), plain(failure.at)
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
        if failure.at.kind in NAMES and failure.after.kind == "STRING":
            hint = f'write a name of several words in "quotes": source "{name} {failure.at.text}"'
            return Slip(failure.at, Trouble("C230", {"word": failure.at.text}, hint))
        return Slip(failure.at, Trouble("C227", {"word": name}))
    return None


def check_without_relation(failure: Failure) -> Slip | None:
    if failure.form == "check" and "RELATION" in failure.expected and failure.at.kind in (END, "_COLON"):
        return Slip(failure.at, Trouble("C235"))
    return None


DECLARATION_RULES: tuple[DiagnosticRule, ...] = (
    second_title,
    percent_dimension,
    bracketed_whole,
    accepted_words,
    other_whole,
    name_first,
    dimension_in_quotes,
    part_of_its_own,
    second_dimension,
    bare_path,
    bare_address,
    accept_keyword,
    needless_mark,
    alias_without_language,
    alias_without_colon,
    alias_without_quotes,
    missing_comma,
    metric_without_dimension,
    declared_words,
    source_without_title,
    check_without_relation,
)
