"""Numbers with their scale words, alone or as the two ends of a range."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from sverka.figures.numerals import Numeral, read_numeral
from sverka.figures.passage import Passage
from sverka.model.span import Span

DASHES = frozenset("-–—−‑‐‒―")
_SPACED_DASHES = frozenset("–—-−")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number times its scale, and the tokens `first` to `last` that say so.

    `digit` is the worth of its last digit that carries information. `number` spans the numeral, without a scale word
    behind it; `scale` is the last scale word's. `is_whole` where the number counts single things: no scale, no
    decimals. `is_share` for a fraction of something that is not named: «две трети экспорта».
    """

    value: Fraction
    digit: Fraction
    first: int
    last: int
    number: Span
    scale: Fraction = Fraction(1)
    scale_span: Span | None = None
    is_whole: bool = False
    is_spelled: bool = False
    is_share: bool = False


def read_amount(passage: Passage, index: int) -> Amount | None:
    """The amount that begins at a token: "4,5 млн", «два миллиона триста тысяч», "half a million"."""
    found = _fraction(passage, index)
    if found is not None:
        return found
    amount = _scaled(passage, index) or _lone_scale(passage, index)
    while amount is not None and amount.scale >= 1000:
        following = _next(passage, amount)
        if following is None:
            break
        amount = following
    return amount


def _scaled(passage: Passage, index: int) -> Amount | None:
    numeral = read_numeral(passage, index)
    if numeral is None:
        return None
    return _with_scale(passage, index, numeral)


def _with_scale(passage: Passage, index: int, numeral: Numeral) -> Amount:
    number = passage.between(index, numeral.last)
    plain = Amount(
        numeral.value,
        numeral.digit,
        index,
        numeral.last,
        number,
        is_whole=numeral.is_whole,
        is_spelled=numeral.is_spelled,
    )
    scale = scale_at(passage, numeral.last)
    if scale is None:
        return plain
    worth, last = scale
    span = passage.tokens[numeral.last].span
    return replace(
        plain,
        value=numeral.value * worth,
        digit=numeral.digit * worth,
        last=last,
        scale=worth,
        scale_span=span,
        is_whole=False,
    )


def scale_at(passage: Passage, index: int) -> tuple[Fraction, int] | None:
    """The scale word at a token and the token behind it; a full stop that shortens it belongs to it."""
    if not passage.is_word(index):
        return None
    numbers, word = passage.lexicon.numbers, passage.word(index)
    worth = numbers.scales.get(word)
    if worth is None or (numbers.has("symbols", word) and not _is_symbol(passage, index)):
        return None
    shortened = numbers.has("short", word) and passage.word(index + 1) == "." and passage.is_glued(index + 1)
    return worth, index + 2 if shortened and _goes_on(passage, index + 2) else index + 1


def _is_symbol(passage: Passage, index: int) -> bool:
    """A letter such as M is a scale behind glued digits where it is a capital or money stands in front."""
    if not passage.is_glued(index):
        return False
    start = index - 1
    while start > 0 and (passage.is_number(start) or passage.word(start) in ".,") and index - start < 8:
        start -= 1
    money = passage.lexicon.has("units.special.before", passage.tokens[start].text)
    return money or passage.tokens[index].text.isupper()


def _goes_on(passage: Passage, index: int) -> bool:
    """True where a full stop shortens a word rather than ends a sentence."""
    return index < passage.size and not (passage.is_word(index) and passage.tokens[index].is_capitalised)


def _next(passage: Passage, before: Amount) -> Amount | None:
    """The lower part of an amount said in several scales: «2 млн 764 тыс.», «9 тыс. 85», "two million and five"."""
    index = before.last
    if passage.lexicon.numbers.has("and", passage.word(index)) and before.is_spelled:
        index += 1
    numeral = read_numeral(passage, index)
    if numeral is None or numeral.value * 1 >= before.scale or before.value.denominator > 1:
        return None
    part = _with_scale(passage, index, numeral)
    joins = before.scale == 1000 or (before.is_spelled and part.is_spelled)
    if part.scale >= before.scale or (part.scale == 1 and not (joins and part.is_whole)):
        return None
    number = Span(before.number.start, part.number.end)
    return replace(part, value=before.value + part.value, first=before.first, number=number)


def _lone_scale(passage: Passage, index: int) -> Amount | None:
    """A scale word that is a number by itself: «миллион тонн», «более тысячи», "a dozen"."""
    scale = scale_at(passage, index)
    if scale is None:
        return None
    numbers, word = passage.lexicon.numbers, passage.word(index)
    article = numbers.has("article", passage.word(index - 1))
    led = numbers.has("alone_hedged", word) and _is_led(passage, index)
    if not (article or led or numbers.has("alone", word)):
        return None
    first = index - 1 if article else index
    number = passage.between(first, index + 1)
    return Amount(scale[0], scale[0], first, scale[1], number, scale[0], passage.tokens[index].span, is_spelled=True)


def _is_led(passage: Passage, index: int) -> bool:
    lexicon = passage.lexicon
    if lexicon.hedges.before(passage.words, index) or lexicon.has("hedges.special.to", passage.word(index - 1)):
        return True
    return lexicon.numbers.has("alone_before", passage.word(index - 1))


def _fraction(passage: Passage, index: int) -> Amount | None:
    """«треть», «две трети», «пятая часть», "1/3", "half a million": a share, or part of a scale word or a unit."""
    found = _slashed(passage, index) or _named_fraction(passage, index)
    if found is None:
        return None
    value, last, spelled = found
    number, at = passage.between(index, last), last
    if passage.lexicon.numbers.has("of", passage.word(at)) and _has_article(passage, at + 1):
        at += 1
    if passage.lexicon.numbers.has("article", passage.word(at)):
        at += 1
    scale = scale_at(passage, at)
    if scale is None or scale[0] < 100:
        return Amount(value, value, index, last, number, is_spelled=spelled, is_share=True)
    worth, end = scale
    span = passage.tokens[at].span
    return Amount(value * worth, worth / 10, index, end, number, worth, span, is_spelled=spelled)


def _has_article(passage: Passage, at: int) -> bool:
    """ "Three quarters of a million"."""
    return passage.lexicon.numbers.has("article", passage.word(at)) and scale_at(passage, at + 1) is not None


def _slashed(passage: Passage, index: int) -> tuple[Fraction, int, bool] | None:
    if not (passage.is_number(index) and passage.word(index + 1) == "/" and passage.is_number(index + 2)):
        return None
    if not (passage.is_glued(index + 1) and passage.is_glued(index + 2)) or passage.word(index + 3) == "/":
        return None
    above, below = passage.words[index], passage.words[index + 2]
    if len(above) > 2 or len(below) > 3 or not 0 < int(above) < int(below):
        return None
    return Fraction(int(above), int(below)), index + 3, False


def _named_fraction(passage: Passage, index: int) -> tuple[Fraction, int, bool] | None:
    numbers = passage.lexicon.numbers
    above, at = Fraction(1), index
    counting = numbers.cardinals.get(passage.word(index))
    if counting is not None and 1 <= counting < 10 and counting.denominator == 1:
        above, at = counting, index + 1
        if passage.word(at) == "-":
            at += 1
    part = numbers.fractions.get(passage.word(at))
    if part is None:
        return None
    ordinal = str(part) in numbers.special["ordinal"]
    named = bool(numbers.special["part"] & passage.lemmas(at + 1))
    if at == index and (passage.is_glued(index + 1) and passage.word(index + 1) == "-"):
        return None
    if at == index and ordinal and not named and not _is_part_of(passage, at):
        return None
    if at == index and bool(numbers.special["not_after"] & passage.lemmas(index - 1)):
        return None
    return above * part, at + 2 if ordinal and named else at + 1, True


def _is_part_of(passage: Passage, at: int) -> bool:
    """ "A third of": not the ordinal."""
    numbers = passage.lexicon.numbers
    return numbers.has("article", passage.word(at - 1)) and numbers.has("of", passage.word(at + 1))


def read_range(passage: Passage, first: Amount) -> Amount | None:
    """The other end of a range that a dash joins to an amount: "15–18", "5 млн – 6 млн"."""
    at = first.last
    if at >= passage.size or passage.tokens[at].text not in DASHES or not passage.is_free(at):
        return None
    spaced = not (passage.is_glued(at) and passage.is_glued(at + 1))
    other = read_amount(passage, at + 1)
    if other is None or other.is_share or (spaced and not _may_be_spaced(first, other)):
        return None
    return other


def _may_be_spaced(first: Amount, other: Amount) -> bool:
    """A spaced dash parts clauses too: "in 2023 – 5"; between numbers that rise it makes a range."""
    return first.value < other.value * max(Fraction(1), other.scale) and not is_year_like(first)


def is_year_like(amount: Amount) -> bool:
    return amount.is_whole and not amount.is_spelled and 1000 <= amount.value <= 2200 and len_of(amount.number) == 4


def len_of(span: Span) -> int:
    return span.end - span.start


def share_scale(first: Amount, other: Amount) -> Amount:
    """The first of two amounts with the scale that was said once, behind the second: "5–6 млн", «с 1,5 до 2 млрд».

    Where the first is of the second's size already (900 beside 1.2 thousand), it keeps its own.
    """
    if first.scale != 1 or other.scale == 1 or first.is_share or not first.value or not other.value:
        return first
    scaled = first.value * other.scale
    if _distance(scaled, other.value) > _distance(first.value, other.value):
        return first
    return replace(first, value=scaled, digit=first.digit * other.scale, scale=other.scale, is_whole=False)


def _distance(left: Fraction, right: Fraction) -> Fraction:
    return max(left / right, right / left)
