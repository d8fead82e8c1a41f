"""Which runs of digits can be the day or the year of a date."""

from __future__ import annotations

from collections.abc import Sequence

from sverka.languages.calendar import Calendar, Word
from sverka.languages.morphology import fold, readings, tells_forms
from sverka.text.predicates import is_predicate
from sverka.text.tokens import Token, TokenKind

_CURRENCY = frozenset("$€£₸₽¥№#§+")
_YEARS = range(1000, 2200)
# Tokens of a number and its marks on either side of a piece that show it longer than any date.
_LONGER = 6
# What a hyphen joins to a number of a date: «90-жылдары», «1-тоқсан».
_HYPHENED: tuple[str, ...] = ("suffix", "daysuffix", "tens", "month", "monthword", "yearword", "yearwords", "weekword")
_HYPHENED += ("quarterword", "halfword", "halfin", "and")


def number_symbol(tokens: Sequence[Token], index: int, calendar: Calendar, language: str) -> Word | None:
    token = tokens[index]
    if not token.text.isascii() or _is_foreign(tokens, index, calendar):
        return None
    value = int(token.text) if len(token.text) < 6 else 0
    if len(token.text) == 4 and value in _YEARS:
        return Word("num" if _counts(tokens, index, calendar, language) else "year", value)
    is_day = len(token.text) <= 2 and 1 <= value <= 31
    return Word("day" if is_day else "num", value)


def _is_foreign(tokens: Sequence[Token], index: int, calendar: Calendar) -> bool:
    """Whether a number is a piece of a decimal, a name, a sum of money or a longer number."""
    token = tokens[index]
    before = tokens[index - 1] if index and tokens[index - 1].end == token.start else None
    after = tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1].start == token.end else None
    if before and (before.text in _CURRENCY or (before.is_word and not _may_lead(before, calendar))):
        return True
    if after and (after.text in "%°" or (after.is_word and not _may_follow(after, calendar))):
        return True
    if _in_decimal(tokens, index):
        return True
    return _is_compound(tokens, index, calendar)


def _may_lead(word: Token, calendar: Calendar) -> bool:
    return word.text.lower() in calendar.letters or word.text in calendar.marks


def _may_follow(word: Token, calendar: Calendar) -> bool:
    return fold(word.text) in calendar.words or word.text in calendar.marks


def _in_decimal(tokens: Sequence[Token], index: int) -> bool:
    """Whether digits stand on both sides of a comma or point; «03.03.2025» is no decimal."""
    first, last = index, index
    while last + 2 < len(tokens) and last - index < _LONGER and _is_mark(tokens, last + 1):
        last += 2
    while first >= 2 and index - first < _LONGER and _is_mark(tokens, first - 1):
        first -= 2
    if first == last:
        return False
    numbers, marks = tokens[first : last + 1 : 2], {token.text for token in tokens[first + 1 : last : 2]}
    is_date = len(numbers) == 3 and marks == {"."} and len(numbers[0].text) <= 2 and len(numbers[1].text) == 2
    return not (is_date and len(numbers[2].text) in (2, 4))


def _is_mark(tokens: Sequence[Token], index: int) -> bool:
    before, mark, after = tokens[index - 1 : index + 2]
    if mark.text not in (",", ".") or before.end != mark.start or mark.end != after.start:
        return False
    return before.kind is after.kind is TokenKind.NUMBER


def _is_compound(tokens: Sequence[Token], index: int, calendar: Calendar) -> bool:
    """«20-летие», «F-16»: joined by a hyphen to a word that is no ending."""
    if index + 2 < len(tokens) and tokens[index + 1].text == "-" and tokens[index + 2].is_word:
        glued = tokens[index].end == tokens[index + 1].start and tokens[index + 1].end == tokens[index + 2].start
        word = calendar.words.get(fold(tokens[index + 2].text))
        if glued and (word is None or word.symbol not in _HYPHENED):
            return True
    if index < 2 or tokens[index - 1].text != "-" or not tokens[index - 2].is_word:
        return False
    glued = tokens[index - 2].end == tokens[index - 1].start and tokens[index - 1].end == tokens[index].start
    word = calendar.words.get(fold(tokens[index - 2].text))
    return glued and (word is None or word.symbol not in ("month", "part", "begin"))


def _counts(tokens: Sequence[Token], index: int, calendar: Calendar, language: str) -> bool:
    """Whether a four-digit number counts the noun after it («2024 тонны») and so is no year."""
    if index + 1 >= len(tokens) or not tokens[index + 1].is_word or tokens[index + 1].is_capitalised:
        return False
    following = tokens[index + 1].text
    if fold(following) in calendar.words or _after_month(tokens, index, calendar):
        return False
    found = readings(following, language)
    if not tells_forms(language):
        before = calendar.words.get(fold(tokens[index - 1].text)) if index else None
        is_dated = before is not None and before.symbol in ("in", "since", "until")
        is_noun = not is_predicate(tokens, index + 1, language)
        return is_noun and not is_dated and not _of_part(tokens, index, calendar) and any(one.plural for one in found)
    nouns = [reading for reading in found if reading.pos in ("noun", "adjective")]
    many = any(reading.plural and reading.case in ("genitive", "locative") for reading in nouns)
    few = bool(nouns) and nouns[0] == found[0] and found[0].case == "genitive"
    subject = any(reading.plural and reading.case == "nominative" for reading in nouns)
    return (many or few) and not (subject and _verb_next(tokens, index + 2, language))


def _of_part(tokens: Sequence[Token], index: int, calendar: Calendar) -> bool:
    """ "In the first half of 2024 taxes brought": the year of a part, whatever follows."""
    if index < 2:
        return False
    of, part = (calendar.words.get(token.text.lower()) for token in (tokens[index - 1], tokens[index - 2]))
    parts = ("halfof", "quarterword", "monthword", "monthwords", "begin", "part")
    return of is not None and part is not None and of.symbol == "of" and part.symbol in parts


def _after_month(tokens: Sequence[Token], index: int, calendar: Calendar) -> bool:
    """An English date may end in its year whatever follows: "8 April 1997 covers", "March 3, 2025 figures"."""
    if calendar.order != "mdy":
        return False
    capital = "month" in calendar.capitals
    near = [token for token in tokens[max(index - 4, 0) : index] if token.is_capitalised or not capital]
    words = [calendar.words.get(fold(token.text)) for token in near]
    return any(word is not None and word.symbol == "month" for word in words)


def _verb_next(tokens: Sequence[Token], index: int, language: str) -> bool:
    """«В 2024 компании нарастили»: the noun is a subject, so the number before it is a year."""
    return index < len(tokens) and readings(tokens[index].text, language)[0].form == "finite"
