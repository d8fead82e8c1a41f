"""Numbers, ranges and dates in shapes that the language does not have, and how it writes them."""

from __future__ import annotations

import re
from collections.abc import Callable

from sverka.claims.decimals import ordinal_ending
from sverka.claims.mistakes import Trouble

_N = r"[0-9]+(?:\.[0-9]+)?"
_DATES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})"), lambda m: f"{m[3]}-{m[2]:0>2}-{m[1]:0>2}"),
    (
        re.compile(r"(0?[1-9]|[12][0-9]|3[01])\.(0?[1-9]|1[0-2])\.([0-9]{2})"),
        lambda m: f"{'19' if int(m[3]) > 50 else '20'}{m[3]}-{m[2]:0>2}-{m[1]:0>2}",
    ),
    (re.compile(r"([0-9]{4})[./]([0-9]{1,2})[./]([0-9]{1,2})"), lambda m: f"{m[1]}-{m[2]:0>2}-{m[3]:0>2}"),
    (re.compile(r"([0-9]{1,2})[./]([0-9]{4})"), lambda m: f"{m[2]}-{m[1]:0>2}"),
    (re.compile(r"([0-9]{4})/([0-9]{1,2})"), lambda m: f"{m[1]}-{m[2]:0>2}"),
    (re.compile(r"([QqHh])([1-4])[-/.]?([0-9]{4})"), lambda m: f"{m[3]}-{m[1].upper()}{m[2]}"),
    (re.compile(r"([0-9]{4})[/.]?([QqHh])([1-4])"), lambda m: f"{m[1]}-{m[2].upper()}{m[3]}"),
    (re.compile(r"([1-4])([QqHh])[-/.]?([0-9]{4})"), lambda m: f"{m[3]}-{m[2].upper()}{m[1]}"),
    (re.compile(r"([1-4])([QqHh])[-/.'’]?([0-9]{2})"), lambda m: f"20{m[3]}-{m[2].upper()}{m[1]}"),
    (re.compile(r"([1-9]|1[01])[Mm]([0-9]{2})"), lambda m: f"20{m[2]}-01..20{m[2]}-{m[1]:0>2}"),
    (
        re.compile(r"([0-9]{1,2})[-–—]([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})"),
        lambda m: f"{m[4]}-{m[3]:0>2}-{m[1]:0>2}..{m[4]}-{m[3]:0>2}-{m[2]:0>2}",
    ),
    (re.compile(r"((?:19|20)[0-9]{2})[-/]((?:19|20)[0-9]{2})"), lambda m: f"{m[1]}..{m[2]}"),
    (re.compile(r"([0-9]{4})-?[Yy][Tt][Dd]"), lambda m: f"{m[1]} ytd"),
)
_RANGE = re.compile(rf"({_N})(?:-|\.\.\.+)({_N})([^\W\d].*)?")
_DAYS = re.compile(r"([0-9]{4}-[0-9]{2}-)([0-9]{2})(?:[-/]|\.\.)([0-9]{2})")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([._])[0-9]{3})(?:\1[0-9]{3})*")
_ORDINAL = re.compile(r"([0-9]+)-?(?:st|nd|rd|th|й|я|е|ий|ый|го|ші|шы|ci|cı|cu|cü)", re.IGNORECASE)
_FRACTION = re.compile(r"([0-9]+)/([0-9]+)")
MARKS = {".": "points", "_": "underlines", ",": "commas", "'": "apostrophes", "’": "apostrophes"}
EXPONENT = re.compile(rf"{_N}[eE][+-]?[0-9]+")


def date_shape(word: str) -> Trouble | None:
    """The mistake in a date of another order or with other marks: `11.03.2024`, `Q3-2024`."""
    for pattern, right in _DATES:
        match = pattern.fullmatch(word)
        if match:
            return Trouble("C214", {"word": word, "right": right(match)}, _either(match))
    return None


def _either(match: re.Match[str]) -> str | None:
    """With strokes between them, the month comes first in some countries and the day in others."""
    american = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", match[0])
    if american is None or int(american[2]) > 12 or int(american[1]) > 12:
        return None
    first, second, year = (part.zfill(2) for part in american.groups())
    return f"write {year}-{second}-{first}, or {year}-{first}-{second} if the month comes first"


def number_shape(word: str) -> Trouble:
    """The mistake in a word that begins with a digit and is no number with a unit."""
    dated = date_shape(word)
    if dated:
        return dated
    match = _DAYS.fullmatch(word)
    if match:
        return Trouble("C213", {"word": word, "right": f"{match[1]}{match[2]}..{match[1]}{match[3]}"})
    match = _GROUPED.fullmatch(word)
    if match:
        return Trouble("C212", {"what": MARKS[match[1]], "word": word, "right": word.replace(match[1], "")})
    match = _ORDINAL.fullmatch(word)
    if match:
        return Trouble("C310", {"word": word, "right": match[1] + ordinal_ending(match[1])})
    match = _FRACTION.fullmatch(word)
    if match:
        return Trouble("C305", {"word": word}, "write a decimal, such as 0.33, or a percentage, such as 33 %")
    match = _RANGE.fullmatch(word)
    if match:
        return Trouble("C213", {"word": word, "right": f"{match[1]}..{match[2]} {match[3] or ''}".rstrip()})
    if EXPONENT.fullmatch(word):
        return Trouble("C305", {"word": word}, "write it out, or with k, M, bn or tn")
    return Trouble("C305", {"word": word}, "write a number and its unit, such as 4.5 Mt")
