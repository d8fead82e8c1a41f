"""The words of CLDR under those of a language file.

What a file says wins: a word that it has anywhere in a table keeps its meaning. Left out are the words that the file
names in `cldr.left_out`, each with its reason, and all of a single letter, which mean too much to be taken unseen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import Any

Table = MutableMapping[str, Any]
_PARTS = re.compile(r"[^\w]|_")


class LeftOut:
    """Words that are not taken over: those of a list, those that begin with a stem of it, and single letters."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._stems = tuple(word[:-1] for word in self._words if word.endswith("~"))

    def __contains__(self, word: str) -> bool:
        return word in self._words or word.startswith(self._stems) or (len(word) == 1 and word.isalpha())


def lay(data: Table, known: Mapping[str, Any]) -> Table:
    """The data of a language file with the words that CLDR adds to it; `data` itself is changed."""
    if data and known:
        left_out = LeftOut(data.get("cldr", {}).get("left_out", "").split())
        _units(data.setdefault("units", {}), known, left_out)
        _scales(data.setdefault("scales", {}), known["scales"], left_out)
        _calendar(data.setdefault("calendar", {}), known, left_out)
    return data


def _units(part: Table, known: Mapping[str, Any], left_out: LeftOut) -> None:
    rows = [*known["units"].items(), *known["currencies"].items()]
    for code, row in rows:
        for phrase in row["words"].split():
            if phrase not in left_out:
                part.setdefault(phrase, code)
    marks = part.setdefault("marks", {})
    part.setdefault("special", {})
    for code, row in rows:
        for mark in row["marks"]:
            _mark(part, mark, code, left_out)
    for code in known["currencies"]:
        if code not in marks and code.lower() not in left_out:
            marks[code] = code


def _mark(part: Table, mark: str, code: str, left_out: LeftOut) -> None:
    """A mark of CLDR where the file has none; a full stop at its end shortens it, and the sign of a currency leads."""
    plain, marks, special = mark.rstrip("."), part["marks"], part["special"]
    if plain in marks or plain.lower() in part or plain.lower() in left_out or mark[0].isdigit():
        return
    marks[plain] = code
    if plain != mark:
        _append(special, "short", plain.lower())
    if _is_sign(mark):
        _append(special, "before", mark)


def _scales(part: Table, known: Mapping[str, str], left_out: LeftOut) -> None:
    listed = frozenset(word for forms in part.values() if isinstance(forms, str) for word in forms.split())
    for worth, word in _rows(known):
        plain = word.rstrip(".")
        if plain not in listed and plain not in left_out:
            _append(part, worth, plain)
            if plain != word:
                _append(part.setdefault("special", {}), "short", plain)


def _calendar(part: Table, known: Mapping[str, Any], left_out: LeftOut) -> None:
    words = part.setdefault("words", {})
    listed = LeftOut(word for rows in words.values() for forms in rows.values() for word in forms.split())
    for name, rows in (("month", known["months"]), ("weekday", known["weekdays"])):
        for number, word in _rows(rows["wide"], rows["abbreviated"]):
            plain = word.rstrip(".")
            if plain not in listed and plain not in left_out and not _PARTS.search(plain):
                _append(words.setdefault(name, {}), number, plain)
                if plain != word:
                    _append(part, "abbreviations", plain)
    for away, word in known["relative"]["day"].items():
        if word not in listed and word not in left_out and not _PARTS.search(word):
            _append(words.setdefault("relday" if away != "0" else "today", {}), away, word)


def _rows(*tables: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from dict.fromkeys((key, word) for rows in tables for key, words in rows.items() for word in words.split())


def _is_sign(mark: str) -> bool:
    """True for what holds the sign of a currency: "₹", "A$"."""
    return any(unicodedata.category(letter) == "Sc" for letter in mark)


def _append(part: Table, key: str, word: str) -> None:
    part[key] = f"{part.get(key, '')} {word}".strip()
