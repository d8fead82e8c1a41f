"""Slips in how a date or a period is written: other orders, other marks, words of any language."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from sverka import cldr
from sverka.claims.diagnosis.failure import NAMES, NUMBERS, PERIODS, DiagnosticRule, Failure, Slip
from sverka.claims.mistakes import Trouble
from sverka.claims.periods import seasons
from sverka.claims.shapes import date_shape

_Y = r"(?P<year>[0-9]{4})(?![0-9])"
_PART = r"(?P<part>[1-4]|I{1,3}|IV)(?:-?\w{1,2})?"
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_END = r"(?!\w)\.?"
_DASH = "[-–—]"
_ON = r"(?:на|к|до|by|on|as of|по состоянию на)"
# Words for a year, a quarter and a half behind a number, in the languages of the data files.
_YEAR = r"(?:г|гг|год|года|году|year|жыл|жылы|il|yıl|рік|року|р)"
_QUARTER = r"(?:кв|квартал\w*|quarter|qtr|тоқсан\w*|rüb\w*|çeyrek\w*)"
_HALF = r"(?:полугоди\w*|half|жартыжылды\w*|yarımil\w*)"
Right = Callable[[re.Match[str]], str | None]


@cache
def _months() -> dict[str, int]:
    """The months by their names in every language, those cut short as well."""
    found = {"sept": 9, "сентябрь": 9}
    for tag in cldr.tags():
        for names in cldr.table(tag).get("months", {}).values():
            for number, words in names.items():
                found |= {word.rstrip(".").casefold(): int(number) for word in words.split()}
    return found


def _month(name: str) -> str | None:
    number = _months().get(name.rstrip(".").casefold())
    return f"{number:02}" if number else None


def _dated(match: re.Match[str]) -> str | None:
    month = _month(match["month"])
    return f"{match['year']}-{month}-{match['day']:0>2}" if month else None


def _monthly(match: re.Match[str]) -> str | None:
    month = _month(match["month"])
    return f"{match['year']}-{month}" if month else None


def _days(match: re.Match[str]) -> str | None:
    month = _month(match["month"])
    return f"{match['year']}-{month}-{match['day']:0>2}..{match['year']}-{month}-{match['last']:0>2}" if month else None


def _months_long(match: re.Match[str]) -> str | None:
    first, last = _month(match["month"]), _month(match["until"])
    return f"{match['year']}-{first}..{match['year']}-{last}" if first and last else None


def _nth(letter: str) -> Right:
    return lambda match: f"{match['year']}-{letter}{_ROMAN.get(match['part'], match['part'])}"


_SHAPES: tuple[tuple[re.Pattern[str], Right], ...] = tuple(
    (re.compile(pattern), right)
    for pattern, right in (
        (rf"(?P<day>[0-9]{{1,2}}) ?{_DASH} ?(?P<last>[0-9]{{1,2}}) (?P<month>[^\W\d]+)\.?,? {_Y}", _days),
        (rf"{_ON} (?P<day>[0-9]{{1,2}})\.? (?P<month>[^\W\d]+)\.?,? {_Y}", _dated),
        (rf"(?P<month>[^\W\d]+)\.? (?P<day>[0-9]{{1,2}}) ?{_DASH} ?(?P<last>[0-9]{{1,2}}),? {_Y}", _days),
        (rf"(?P<month>[^\W\d]+)\.? ?{_DASH} ?(?P<until>[^\W\d]+)\.? {_Y}", _months_long),
        (rf"{_Y} (?P<month>[^\W\d]+)\.? ?{_DASH} ?(?P<until>[^\W\d]+){_END}", _months_long),
        (rf"(?P<day>[0-9]{{1,2}})\.? (?P<month>[^\W\d]+)\.?,? {_Y}", _dated),
        (rf"(?P<month>[^\W\d]+)\.? (?P<day>[0-9]{{1,2}}),? {_Y}", _dated),
        (rf"(?P<month>[^\W\d]+)\.?[ -]{_Y}", _monthly),
        (rf"{_Y}[ -](?P<month>[^\W\d]+){_END}", _monthly),
        (rf"[Qq]-?(?P<part>[1-4])[ /.-]?{_Y}", _nth("Q")),
        (rf"[Hh]-?(?P<part>[12])[ /.-]?{_Y}", _nth("H")),
        (rf"{_Y} [Qq](?P<part>[1-4]){_END}", _nth("Q")),
        (rf"{_Y} [Hh](?P<part>[12]){_END}", _nth("H")),
        (rf"{_PART} {_QUARTER}\.?(?: of)? {_Y}", _nth("Q")),
        (rf"{_PART} {_HALF}\.?(?: of)? {_Y}", _nth("H")),
        (rf"{_Y} {_PART} {_QUARTER}{_END}", _nth("Q")),
        (
            rf"(?P<part>[1-9]|1[01]) ?[Mm] ?{_Y}",
            lambda match: f"{match['year']}-01..{match['year']}-{match['part']:0>2}",
        ),
        (r"(?P<year>[0-9]{3}0)(?:s|-е|-х)", lambda match: f"{match['year']}..{int(match['year']) + 9}"),
        (rf"(?P<year>[0-9]{{4}}) ?{_YEAR}{_END}", lambda match: match["year"]),
        (r"['’](?P<year>[0-9]{2})(?![0-9])", lambda match: f"20{match['year']}"),
        (
            rf"(?P<year>[0-9]{{4}})-?(?:c[uüıi]|й|го|ом|м|ж|жылы|ші|шы)\w*\.?(?: {_YEAR}\w*)?{_END}",
            lambda match: match["year"],
        ),
        (rf"ytd {_Y}", lambda match: f"{match['year']} ytd"),
        (rf"(?P<date>[0-9]{{4}}-[0-9]{{2}}(?:-[0-9]{{2}})?) ?{_YEAR}{_END}", lambda match: match["date"]),
        (rf"(?:in|for|during|by|as of|за|в|во|к|до|на) {_Y}", lambda match: match["year"]),
    )
)


_SEASON = re.compile(r"(?P<year>[0-9]{4})/(?P<next>[0-9]{2})(?![0-9])")


def other_period(failure: Failure) -> Slip | None:
    """`Q3 2024`, `март 2024`, `2024 год`, `8 April 1997`: a date begins with its year and has digits alone."""
    if failure.form not in ("claim", "source", "accept") or failure.index < 2:
        return None
    for index in range(max(2, failure.index - 2), failure.index + 1):
        token = failure.tokens[index]
        if token.line != failure.at.line or (index < failure.index and failure.tokens[index - 1].kind in ("SIGN",)):
            continue
        slip = _shaped(failure, token.column - 1)
        if slip:
            return slip
    return None


def _shaped(failure: Failure, start: int) -> Slip | None:
    for pattern, right in _SHAPES:
        match = pattern.match(failure.line, start)
        reached = failure.at.column - 1 if failure.at.kind != "RELATION" else failure.at.column - 2
        meant = right(match) if match and match.end() >= reached else None
        if match and meant and not (match[0][0].isalpha() and failure.is_complete):
            return failure.slip(match, Trouble("C214", {"word": match[0], "right": meant}))
    return None


def fiscal_year(failure: Failure) -> Slip | None:
    """`FY2024`, which begins on another day in every country."""
    match = failure.around(re.compile(r"FY ?(?P<year>[0-9]{4}|[0-9]{2})(?![0-9])"))
    if match is None:
        return None
    hint = "write the months that it runs from and to, such as 2023-10..2024-09"
    return failure.slip(match, Trouble("C214", {"word": match[0], "right": ""}, hint))


def season(failure: Failure) -> Slip | None:
    """`2024/25`, which no month could be: two years, or one that begins within the first."""
    words = (failure.at, failure.before)
    match = next((found for word in words if word and (found := failure.around(_SEASON, word))), None)
    if match is None or int(match["next"]) != (int(match["year"]) + 1) % 100 or int(match["next"]) < 13:
        return None
    return failure.slip(match, Trouble("C214", {"word": match[0], "right": ""}, seasons(int(match["year"]))))


def other_date(failure: Failure) -> Slip | None:
    """`11.03.2024`, `Q3-2024`, at the word that did not fit or before it."""
    for token in failure.tokens[2 : failure.index + 1]:
        trouble = date_shape(token.text) if token.kind in ("NAME", "GLUED", "NUMBER") else None
        if trouble:
            return Slip(token, trouble)
    return None


def run_of_dates(failure: Failure) -> Slip | None:
    """`1997-04-08 - 1997-04-09`."""
    day = r"[0-9]{4}(?:-(?:[0-9]{2}(?:-[0-9]{2})?|[QH][1-4]))?"
    match = failure.around(re.compile(rf"(?P<first>{day})\s*(?:\.\.+|…|[–—−-]|to|до|по)\s*(?P<last>{day})(?![\w-])"))
    if match is None:
        return None
    return failure.slip(match, Trouble("C213", {"word": match[0], "right": f"{match['first']}..{match['last']}"}))


def lone_ytd(failure: Failure) -> Slip | None:
    if failure.at.kind != "YTD" or (failure.before is not None and failure.before.kind in PERIODS):
        return None
    return Slip(failure.at, Trouble("C317", {"word": "ytd"}, "write the year in front of it, such as 2025 ytd"))


def short_year(failure: Failure) -> Slip | None:
    """`TITR volume 24 = 4.5 Mt`: a second value, where the first was meant for a year."""
    before = failure.before
    if failure.at.kind != "RELATION" or failure.index != 3 or before is None or before.kind not in ("NUMBER", "GLUED"):
        return None
    if re.fullmatch("[0-9]{3}|[0-9]{5}", before.text):
        return Slip(
            before, Trouble("C304", {"word": before.text, "reason": "a year has four digits"}, "correct the year")
        )
    if not re.fullmatch("[0-9]{2}", before.text):
        return None
    return Slip(before, Trouble("C214", {"word": before.text, "right": f"20{before.text}"}))


def odd_date(failure: Failure) -> Slip | None:
    """`until 2027-01-011`, `vs 204`: digits where a date belongs, and not as many as it has."""
    word = failure.at.text
    if (
        failure.at.kind not in ("NUMBER", "GLUED")
        or not failure.expected & PERIODS
        or failure.expected & NUMBERS - PERIODS
    ):
        return None
    if not re.fullmatch("[0-9]+(?:-+[0-9]+)*", word):
        return None
    reason = "a date is year-month-day in digits"
    return Slip(
        failure.at, Trouble("C304", {"word": word, "reason": reason}, "write it as 2025, 2025-10 or 2025-10-21")
    )


def period_within_names(failure: Failure) -> Slip | None:
    """`TITR 2024 volume = 4.5 Mt`."""
    if (
        failure.form != "claim"
        or failure.index != 1
        or failure.at.kind not in PERIODS
        or failure.after.kind not in NAMES
    ):
        return None
    words = [failure.tokens[index] for index in (0, 2, 1)]
    right = " ".join(word.text for word in words)
    width = failure.from_to(failure.tokens[0], failure.after)
    trouble = Trouble("C205", {"word": failure.at.text}, f"write it behind both names: {right}", right)
    return Slip(failure.tokens[0], trouble, width)


TIME_RULES: tuple[DiagnosticRule, ...] = (
    run_of_dates,
    other_period,
    fiscal_year,
    season,
    other_date,
    lone_ytd,
    short_year,
    odd_date,
    period_within_names,
)
