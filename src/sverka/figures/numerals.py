"""One number as written: digits, or number words."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from sverka.figures.lexicon import SPACES
from sverka.figures.passage import Passage, vulgar
from sverka.model.precision import last_digit
from sverka.text.tokens import TokenKind


class Numeral(NamedTuple):
    """A number without its scale: what it is worth, and what its last digit that carries information is worth.

    `last` is the index of the token behind it. `is_whole` where no part of a unit is written.
    """

    value: Fraction
    digit: Fraction
    last: int
    is_whole: bool
    is_spelled: bool = False


def read_numeral(passage: Passage, index: int) -> Numeral | None:
    """The number that begins at a token, in digits or in words; "2½" and «два с половиной» are one number."""
    if index not in passage.numerals:
        passage.numerals[index] = _read(passage, index)
    return passage.numerals[index]


def _read(passage: Passage, index: int) -> Numeral | None:
    found = _digits(passage, index) or _sign(passage, index) or _words(passage, index)
    if found is None or not found.is_whole:
        return found if found is None or found.is_spelled else _with_tick(passage, found)
    return _with_part(passage, found)


def _with_tick(passage: Passage, found: Numeral) -> Numeral:
    """ "$5.14-3/4 a bushel": parts of the last digit, as grain is priced."""
    if passage.word(found.last) != "-" or found.digit != Fraction(1, 100):
        return found
    part = _mixed(passage, found.last)
    if part is None:
        return found
    return Numeral(found.value + part[0] * found.digit, found.digit / part[0].denominator, part[1], False)


def _digits(passage: Passage, index: int) -> Numeral | None:
    if not passage.is_number(index):
        return None
    start = passage.tokens[index].start
    match = passage.lexicon.numeral.match(passage.text, start, passage.span.end)
    if match is None:
        return None
    last = passage.index_at(match.end(), index)
    is_taken = last > index + 1 and not all(passage.is_free(taken) for taken in range(index, last))
    if is_taken or _is_listed(passage, index, match.lastgroup):
        return _written(passage.tokens[index].text, None, index + 1)
    whole = match["plain"] or match["grouped"] or match["twice"] or match["pointed"]
    decimals = match["decimals"] or match["after"]
    if match["pointed"] and _scale_follows(passage, last):
        whole, _, decimals = whole.partition(".")
    if decimals and len(decimals) == 3 and match["plain"] and _counts_behind(passage, last):
        whole, decimals = whole + decimals, None
    return _written(whole if whole.isdecimal() else "".join(filter(str.isdigit, whole)), decimals, last)


def _counts_behind(passage: Passage, last: int) -> bool:
    """True for "31,200 azarkeş", where a language parts thousands of things so: no unit or scale follows."""
    lexicon = passage.lexicon
    if not lexicon.counted_group or passage.tokens[last - 2].text != lexicon.counted_group or not passage.is_word(last):
        return False
    unit = lexicon.units.by_lemma(passage.lemmas, last, passage.size)
    mark = lexicon.marks.match(passage.text, passage.tokens[last].start, passage.span.end)
    return unit is None and mark is None and not _scale_follows(passage, last)


def _scale_follows(passage: Passage, last: int) -> bool:
    return passage.word(last) in passage.lexicon.numbers.scales


def _is_listed(passage: Passage, index: int, group: str | None) -> bool:
    """True for the 3 of "1,2,3": a list, where no comma is a decimal mark."""
    return (
        group == "decimals"
        and index >= 2
        and passage.is_glued(index)
        and passage.is_glued(index - 1)
        and passage.tokens[index - 1].text in ".,"
        and passage.tokens[index - 2].kind is TokenKind.NUMBER
    )


def _written(whole: str, decimals: str | None, last: int) -> Numeral:
    return Numeral(*_worth(whole, decimals), last, decimals is None)


@lru_cache(maxsize=10_000)
def _worth(whole: str, decimals: str | None) -> tuple[Fraction, Fraction]:
    """What a number is worth, and its last digit; texts say the same few numbers again and again."""
    plain = str(int(whole))
    if decimals is None:
        return Fraction(int(plain)), last_digit(plain)
    worth = Fraction(1, 10 ** len(decimals))
    return int(plain) + int(decimals) * worth, worth


def _sign(passage: Passage, index: int) -> Numeral | None:
    worth = vulgar(passage.word(index)) if passage.is_free(index) else None
    return None if worth is None else Numeral(worth, worth, index + 1, False)


def _with_part(passage: Passage, whole: Numeral) -> Numeral:
    """A whole number and the part that follows: "2½", «два с половиной», "two and a half"."""
    after = whole.last
    part = vulgar(passage.word(after)) if passage.is_free(after) and passage.is_glued(after) else None
    if part is not None:
        return Numeral(whole.value + part, Fraction(1, 10), after + 1, False)
    mixed = _mixed(passage, after) if not whole.is_spelled else None
    if mixed is not None:
        return Numeral(whole.value + mixed[0], Fraction(1, mixed[0].denominator), mixed[1], False)
    found = passage.lexicon.added[""].at(passage.words, after)
    if found is None:
        return whole
    return Numeral(whole.value + Fraction(found[1]), Fraction(1, 10), found[0], False, whole.is_spelled)


def _mixed(passage: Passage, at: int) -> tuple[Fraction, int] | None:
    """The quarter of "11-1/4 cents" and of "1 1/4 inches"."""
    hyphen = passage.word(at) == "-" and passage.is_glued(at) and passage.is_glued(at + 1)
    at = at + 1 if hyphen else at
    apart = hyphen or (passage.is_number(at) and passage.text[passage.tokens[at].start - 1] in SPACES)
    if not (apart and passage.is_number(at) and passage.word(at + 1) == "/" and passage.is_number(at + 2)):
        return None
    above, below = int(passage.words[at][:3]), int(passage.words[at + 2][:3])
    glued = passage.is_glued(at + 1) and passage.is_glued(at + 2) and passage.word(at + 3) != "/"
    return (Fraction(above, below), at + 3) if glued and 0 < above < below <= 64 else None


def _words(passage: Passage, index: int) -> Numeral | None:
    """Number words below a thousand, from hundreds down; "two hundred" multiplies."""
    numbers = passage.lexicon.numbers
    total, room, last = Fraction(0), 1000, index
    while True:
        at = _skip_joint(passage, last, index)
        value = numbers.cardinals.get(passage.word(at))
        if at > index and is_inflected(passage, last - 1):
            break  # «онының бірі» is one of ten
        if value is None or not _fits(value, room) or (at > index and value == 0):
            break
        total, last, room = total + value, at + 1, _room(value, numbers.has_teens)
        if 1 <= value < 100 and numbers.scales.get(passage.word(last)) == 100:
            total, last, room = total * 100, last + 1, 100
    if last == index:
        return None
    spoken = _spoken(passage, total, last)
    if spoken is not None:
        return spoken
    if total.denominator > 1:
        return Numeral(total, Fraction(1, 10), last, False, True)
    return Numeral(total, last_digit(str(total)), last, True, True)


def _spoken(passage: Passage, whole: Fraction, at: int) -> Numeral | None:
    """ "One point two billion", "four point seven five per cent": digits said one by one, before a scale or a share."""
    lexicon = passage.lexicon
    if not lexicon.is_analytic or not lexicon.has("fractions.special.point", passage.word(at)):
        return None
    digits, last = "", at + 1
    while 0 <= (digit := lexicon.numbers.cardinals.get(passage.word(last), Fraction(-1))) < 10:
        digits, last = f"{digits}{digit}", last + 1
    unit = lexicon.units.by_lemma(passage.lemmas, last, passage.size)
    if not digits or not (_scale_follows(passage, last) or (unit is not None and unit[1] == "%")):
        return None
    worth = Fraction(1, 10 ** len(digits))
    return Numeral(whole + int(digits) * worth, worth, last, False, True)


def is_inflected(passage: Passage, at: int) -> bool:
    """Whether suffixes were taken off a number word."""
    return passage.lexicon.verb_last and len(passage.words[at]) != passage.tokens[at].end - passage.tokens[at].start


def _skip_joint(passage: Passage, at: int, first: int) -> int:
    """Over the hyphen of "twenty-five" and the "and" of "one hundred and five"."""
    if at == first:
        return at
    joined = passage.word(at) == "-" and passage.is_glued(at) and passage.is_glued(at + 1)
    numbers = passage.lexicon.numbers
    named = numbers.has("and", passage.word(at)) and numbers.scales.get(passage.word(at - 1)) == 100
    return at + 1 if joined or named else at


def _fits(value: Fraction, room: int) -> bool:
    return room == 1000 or (value < room and value.denominator == 1)


def _room(value: Fraction, has_teens: bool) -> int:
    """What may still follow: after hundreds less than a hundred, after tens a digit, else nothing."""
    if value.denominator > 1 or value < (20 if has_teens else 10):
        return 1
    return 100 if value % 100 == 0 else 10 if value % 10 == 0 and value < 100 else 1
