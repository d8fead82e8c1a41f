"""Makes the TextMate grammar of claims files of the words of grammar.lark: `python -m sverka.editor.build_textmate`.

TextMate takes the leftmost match and of several the first pattern, and the language the first word of its list at the
place where it stands, so that one list of patterns in one order tells the same words in both.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sverka.claims.lr import tables, words
from sverka.claims.tokens import IGNORED

GRAMMAR = Path(__file__).parent / "support" / "vscode" / "syntaxes" / "claims.tmLanguage.json"
# What each word of the language is to an editor, by the names that themes know.
SCOPES = {
    "keyword.control": "VERSION SOURCE ENTITY METRIC TABLE CHECK ACCEPT",
    "keyword.other": "PART_OF OR FROM UNTIL SINCE WARN VS IN BECAUSE",
    "storage.modifier": "ACTUAL TARGET FORECAST PLAN YTD",
    "constant.numeric": "NUMBER RANGE ORDINAL TIMES GLUED",
    "constant.other.date": "CALENDAR YEARS YEAR",
    "keyword.operator": "RELATION TOLERANCE SIGN PLUS MINUS STAR SLASH",
    "keyword.other.unit": "PERCENT",
    "string.quoted.double": "STRING",
    "markup.underline.link": "ADDRESS",
    "variable.other": "NAME",
    "punctuation.separator": "COMMA COLON",
    "punctuation.section": "LPAR RPAR LSQB RSQB",
}
COMMENT = "comment.line.number-sign.claims"
UNCLOSED = {"match": '"[^\\n]*', "name": "invalid.illegal.unclosed.claims"}


def scope(terminal: str) -> str:
    """`constant.numeric.range.claims` for RANGE; KeyError for a word that was given no scope."""
    kind = {name: scope for scope, names in SCOPES.items() for name in names.split()}[terminal.lstrip("_")]
    return f"{kind}.{terminal.lstrip('_').lower().replace('_', '-')}.claims"


def made() -> str:
    """The TextMate grammar, as JSON."""
    grammar = {
        "name": "sverka claims",
        "scopeName": "source.claims",
        "fileTypes": ["claims"],
        "patterns": list(_patterns()),
    }
    return json.dumps(grammar, indent=2, ensure_ascii=True) + "\n"


def _patterns() -> Iterator[dict[str, str]]:
    for name, pattern in words():
        if name in IGNORED:
            if "#" in pattern:
                yield {"match": pattern, "name": COMMENT}
            continue
        if name == "NAME":
            yield from _keywords()
        yield {"match": pattern, "name": scope(name)}
        if name == "STRING":
            yield UNCLOSED


def _keywords() -> Iterator[dict[str, str]]:
    """A keyword is a name of its own: it goes on neither in letters nor behind a hyphen."""
    whole = dict(words())["YEAR"].removeprefix("[0-9]{4}")  # what ends a year ends any word
    for text, kind in sorted(tables().keywords.items()):
        yield {"match": text + whole, "name": scope(kind)}


if __name__ == "__main__":
    GRAMMAR.write_text(made(), encoding="utf-8")
