"""The words of a sentence as symbols of a calendar: one for each token, with its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sverka.languages.calendar import OTHER, Calendar, Word
from sverka.languages.morphology import readings
from sverka.text.tokens import Token, TokenKind

_SIGNS = {",": "comma", ".": "dot", "/": "slash", ":": "colon", "’": "apostrophe", "'": "apostrophe", "‘": "apostrophe"}
_DASHES = frozenset("-–—−‑")
_CURRENCY = frozenset("$€£₸₽¥№#§+")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LIKE_LATIN = str.maketrans("ІХХ", "IXX")
_YEARS = range(1000, 2200)


@dataclass(frozen=True, slots=True)
class Symbols:
    """`text` has one character for each token; `values` the numbers that go with them."""

    text: str
    values: tuple[int, ...]


def is_candidate(tokens: Sequence[Token], calendar: Calendar) -> bool:
    """Whether a date can be among these tokens at all; most sentences hold none."""
    anchors = calendar.anchors
    return any(
        token.kind is TokenKind.NUMBER or (token.is_word and token.text.lower().replace("ё", "е") in anchors)
        for token in tokens
    )


def symbolise(tokens: Sequence[Token], calendar: Calendar, language: str) -> Symbols:
    """Classify every token; numbers that belong to something else (2,5; COP29; $2024) are of no class."""
    found = [_classified(tokens, index, calendar, language) for index in range(len(tokens))]
    for index, word in enumerate(found):
        if word and word.symbol in ("suffix", "tens") and tokens[index - 1].text == "-":
            found[index - 1] = Word("glue", 0)
    return Symbols(
        "".join(calendar.symbol(word.symbol) if word else OTHER for word in found),
        tuple(word.value if word else 0 for word in found),
    )


def _classified(tokens: Sequence[Token], index: int, calendar: Calendar, language: str) -> Word | None:
    token = tokens[index]
    if token.kind is TokenKind.NUMBER:
        return _number(tokens, index, calendar, language)
    if token.kind is TokenKind.SIGN:
        return _sign(tokens, index, calendar)
    return _word(tokens, index, calendar)


def _sign(tokens: Sequence[Token], index: int, calendar: Calendar) -> Word | None:
    token = tokens[index]
    if token.text == "." and index and tokens[index - 1].is_word:
        return Word("dot", 0) if tokens[index - 1].text.lower() in calendar.abbreviations else None
    return Word("dash", 0) if token.text in _DASHES else Word(_SIGNS.get(token.text, "sign"), 0)


def _word(tokens: Sequence[Token], index: int, calendar: Calendar) -> Word | None:
    token = tokens[index]
    glued = _ending(tokens, index, calendar)
    if glued:
        return glued
    found = calendar.words.get(token.text.lower().replace("ё", "е"))
    if found is None or found.symbol in ("suffix", "tens"):
        return _roman(token)
    if found.symbol in calendar.capitals and not token.is_capitalised:
        return None
    if token.text.lower() in calendar.ambiguous and not _is_month_here(tokens, index, calendar):
        return None
    return found


def _ending(tokens: Sequence[Token], index: int, calendar: Calendar) -> Word | None:
    """The ending of a number: «2023-м», «90-х», "1990s", "3rd"; after a hyphen or right after the digits."""
    before = tokens[index - 1] if index else None
    if before is None or before.end != tokens[index].start:
        return None
    hyphenated = before.text == "-" and index > 1 and tokens[index - 2].end == before.start
    if not hyphenated and before.kind is not TokenKind.NUMBER:
        return None
    number = tokens[index - 2] if hyphenated else before
    word = calendar.words.get(tokens[index].text.lower())
    if number.kind is not TokenKind.NUMBER or word is None or word.symbol not in ("suffix", "tens"):
        return None
    if not hyphenated and not calendar.glued:
        return None
    return Word("tens" if word.symbol == "tens" and number.text.endswith("0") else "suffix", 0)


def _roman(token: Token) -> Word | None:
    letters = token.text.translate(_LIKE_LATIN)
    if len(letters) > 5 or not all(letter in _ROMAN for letter in letters):
        return None
    values = [_ROMAN[letter] for letter in letters]
    signed = [-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True)]
    return Word("roman", sum(signed))


def _is_month_here(tokens: Sequence[Token], index: int, calendar: Calendar) -> bool:
    """Whether "May" or "March" stands beside a number or after a word that a month follows."""
    around = [tokens[near] for near in (index - 1, index + 1) if 0 <= near < len(tokens)]
    if any(token.kind is TokenKind.NUMBER for token in around):
        return True
    before = calendar.words.get(tokens[index - 1].text.lower()) if index else None
    return before is not None and before.symbol not in ("and", "the")


def _number(tokens: Sequence[Token], index: int, calendar: Calendar, language: str) -> Word | None:
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
    if before and (before.text in _CURRENCY or (before.is_word and before.text.lower() not in calendar.letters)):
        return True
    if after and (after.text in "%°" or (after.is_word and after.text.lower() not in calendar.words)):
        return True
    if _in_decimal(tokens, index):
        return True
    return _is_compound(tokens, index, calendar)


def _in_decimal(tokens: Sequence[Token], index: int) -> bool:
    """Whether digits stand on both sides of a comma or point; «03.03.2025» is no decimal."""
    first, last = index, index
    while last + 2 < len(tokens) and _is_mark(tokens, last + 1):
        last += 2
    while first >= 2 and _is_mark(tokens, first - 1):
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
        word = calendar.words.get(tokens[index + 2].text.lower())
        if glued and (word is None or word.symbol not in ("suffix", "tens", "month")):
            return True
    if index < 2 or tokens[index - 1].text != "-" or not tokens[index - 2].is_word:
        return False
    glued = tokens[index - 2].end == tokens[index - 1].start and tokens[index - 1].end == tokens[index].start
    word = calendar.words.get(tokens[index - 2].text.lower())
    return glued and (word is None or word.symbol != "month")


def _counts(tokens: Sequence[Token], index: int, calendar: Calendar, language: str) -> bool:
    """Whether a four-digit number counts the noun after it («2024 тонны») and so is no year."""
    if index + 1 >= len(tokens) or not tokens[index + 1].is_word or tokens[index + 1].is_capitalised:
        return False
    following = tokens[index + 1].text
    if following.lower().replace("ё", "е") in calendar.words or _after_month(tokens, index, calendar):
        return False
    found = readings(following, language)
    if language != "ru":
        before = calendar.words.get(tokens[index - 1].text.lower()) if index else None
        is_dated = before is not None and before.symbol in ("in", "since", "until")
        return any(reading.plural for reading in found) and not is_dated
    nouns = [reading for reading in found if reading.pos in ("noun", "adjective")]
    many = any(reading.plural and reading.case in ("genitive", "locative") for reading in nouns)
    few = bool(nouns) and nouns[0] == found[0] and found[0].case == "genitive"
    subject = any(reading.plural and reading.case == "nominative" for reading in nouns)
    return (many or few) and not (subject and _verb_next(tokens, index + 2, language))


def _after_month(tokens: Sequence[Token], index: int, calendar: Calendar) -> bool:
    """An English date may end in its year whatever follows: "8 April 1997 covers", "March 3, 2025 figures"."""
    if calendar.order != "mdy":
        return False
    words = [calendar.words.get(token.text.lower()) for token in tokens[max(index - 4, 0) : index]]
    return any(word is not None and word.symbol == "month" for word in words)


def _verb_next(tokens: Sequence[Token], index: int, language: str) -> bool:
    """«В 2024 компании нарастили»: the noun is a subject, so the number before it is a year."""
    return index < len(tokens) and readings(tokens[index].text, language)[0].form == "finite"
