"""Lines that are nothing but a date: the dateline of an article."""

from __future__ import annotations

import re
from datetime import date

from sverka.languages.calendar import calendar
from sverka.languages.morphology import fold
from sverka.model.period import Period
from sverka.text.tokens import Token, TokenKind, tokenize

_CLOCK = re.compile(r"\b\d{1,2}[:.][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\.?)?(?![\d.])", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?")
_NUMERIC = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d\d)")
_SIGNS = frozenset(",.|/·•-–—()")
_LONGEST = 60


def parse_dateline(line: str, language: str) -> Period | None:
    """The day of a line that is a date with at most a weekday and a time («15:29, 3 марта 2025»); None of any other.

    A line with a month and a year alone is not one: it may be a heading.
    """
    line = line.strip()
    if not line or len(line) > _LONGEST or not any(letter.isdigit() for letter in line):
        return None
    numeric = _numeric(line, language)
    return numeric if numeric else _written(line, language)


def _numeric(line: str, language: str) -> Period | None:
    rest = line
    for pattern, order in ((_ISO, "ymd"), (_NUMERIC, calendar(language).order)):
        match = pattern.search(line)
        if match:
            rest = line[: match.start()] + " " + line[match.end() :]
            return _of_digits(match, order) if _is_noise(_CLOCK.sub(" ", rest), language) else None
    return None


def _of_digits(match: re.Match[str], order: str) -> Period | None:
    if order == "ymd":
        return _period(int(match[1]), int(match[2]), int(match[3]))
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    year += 2000 if len(match[4]) == 2 else 0
    if order == "mdy" and match[2] == "/":
        # 03/04/2025 is in March for some and in April for others
        day, month = (second, first) if second > 12 else (first, second)
        return _period(year, month, day) if max(first, second) > 12 or first == second else None
    return _period(year, second, first)


def _written(line: str, language: str) -> Period | None:
    tokens = list(tokenize(_CLOCK.sub(lambda match: " " * len(match[0]), line)))
    words = calendar(language).words
    months = [words[fold(token.text)].value for token in tokens if _symbol(token, language) == "month"]
    numbers = [int(token.text) for token in tokens if token.kind is TokenKind.NUMBER and len(token.text) <= 4]
    years = [number for number in numbers if 1900 <= number <= 2199]
    days = [number for number in numbers if 1 <= number <= 31]
    if len(months) != 1 or len(years) != 1 or len(days) != 1 or len(numbers) != 2:
        return None
    if not all(token.kind is TokenKind.NUMBER or _is_small(token, language) for token in tokens):
        return None
    return _period(years[0], months[0], days[0])


def _symbol(token: Token, language: str) -> str | None:
    word = calendar(language).words.get(fold(token.text))
    return word.symbol if word else None


def _is_small(token: Token, language: str) -> bool:
    if token.kind is TokenKind.SIGN:
        return token.text in _SIGNS
    return _symbol(token, language) in ("month", "weekday", "dayabbr", "yearword", "in", "suffix", "of", "the", "today")


def _is_noise(rest: str, language: str) -> bool:
    """Whether nothing is left of a line beside its date but signs, a weekday and «г.»."""
    return all(token.kind is not TokenKind.NUMBER and _is_small(token, language) for token in tokenize(rest))


def _period(year: int, month: int, day: int) -> Period | None:
    try:
        return Period.day(date(year, month, day))
    except ValueError:
        return None
