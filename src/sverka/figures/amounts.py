"""Numbers with their scale words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from sverka.figures.numerals import Numeral, is_inflected, read_numeral
from sverka.figures.passage import Passage
from sverka.model.span import Span

# What stands within the number, or the two numbers, before a letter that is a scale: "$4.5–5m".
_INNER = frozenset((".", ",", "-", "–", "—", "to", "and"))
_CHANGED = 14  # tokens before "to" in which by how much something changed is looked for
_SIZED = ("counted.sized", "hedges.special.levels")  # behind a length: "3m high", "3m above the sea"
_MANY = 10_000  # what is bare and changes by so many is no length
_TOLD_MILLIONS = re.compile(r"\dm ([a-z]{3,}s)\b")
_RECENT = 400  # letters of earlier sentences in which millions have been told
_AGAIN = 30  # tokens before a letter in which the same one may have been a scale


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


def read_scaled(passage: Passage, index: int) -> Amount | None:
    """The amount that begins at a token, fractions apart: "4,5 млн", «два миллиона триста тысяч», "a dozen"."""
    amount = _hundred(passage, index) or _scaled(passage, index) or _lone_scale(passage, index)
    while amount is not None and amount.scale >= 1000:
        following = _next(passage, amount)
        if following is None:
            break
        amount = following
    return amount and _and_a_half(passage, amount)


def _and_a_half(passage: Passage, amount: Amount) -> Amount:
    """ "A million and a half": the half is of the scale."""
    found = passage.lexicon.added[""].at(passage.words, amount.last)
    if found is None or not amount.is_spelled or amount.value != amount.scale or amount.scale < 1000:
        return amount
    value = amount.value * (1 + Fraction(found[1]))
    return replace(amount, value=value, digit=amount.scale / 10, last=found[0])


def _hundred(passage: Passage, index: int) -> Amount | None:
    """ "A hundred and five", "a hundred thousand": a hundred that more words go on from."""
    numbers = passage.lexicon.numbers
    if numbers.scales.get(passage.word(index)) != 100 or not numbers.has("article", passage.word(index - 1)):
        return None
    at = index + 1 + numbers.has("and", passage.word(index + 1))
    rest = read_numeral(passage, at)
    more = rest.value if rest is not None and rest.is_spelled and rest.is_whole and rest.value < 100 else Fraction(0)
    last = rest.last if rest is not None and more else index + 1
    if not more and scale_at(passage, last) is None:
        return None
    digit = Fraction(1) if more % 10 else Fraction(10) if more else Fraction(100)
    return _with_scale(passage, index - 1, Numeral(100 + more, digit, last, True, True))


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
    at = _over_hyphen(passage, numeral.last)
    scale = scale_at(passage, at)
    if scale is None:
        return plain
    return with_scale(plain, scale[0], passage.tokens[at].span, scale[1])


def is_year_like(amount: Amount) -> bool:
    """Whether a number is written as years are: «1 200 лет», with its thousands parted, is a span of time."""
    digits = amount.number.end - amount.number.start
    return amount.is_whole and not amount.is_spelled and 1000 <= amount.value <= 2200 and digits == 4


def with_scale(plain: Amount, worth: Fraction, span: Span, last: int) -> Amount:
    """An amount times the scale word behind it."""
    return replace(
        plain,
        value=plain.value * worth,
        digit=plain.digit * worth,
        last=last,
        scale=worth,
        scale_span=span,
        is_whole=plain.is_whole and worth < 1000,
    )


def _over_hyphen(passage: Passage, at: int) -> int:
    """Past the hyphen of "a $300-million fund"."""
    joined = passage.word(at) == "-" and passage.is_glued(at) and passage.is_glued(at + 1)
    return at + 1 if joined and scale_at(passage, at + 1) is not None else at


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
    return passage.is_glued(index) and (
        _is_plain_symbol(passage, index)
        or (passage.lexicon.numbers.is_latin and (_is_again(passage, index) or _is_to_come(passage, index)))
        or _is_measured_before(passage, index)
    )


def _is_measured_before(passage: Passage, index: int) -> bool:
    """ "The world makes 232m hectolitres. Italy leads with 47.4m": the letter stood before a unit, in sentences right
    before."""
    if not passage.lexicon.is_analytic or passage.word(index) != "m" or _is_length(passage, index):
        return False
    start = passage.text.rfind("\n", 0, passage.span.start) + 1
    before = _TOLD_MILLIONS.findall(passage.text, max(start, passage.span.start - _RECENT), passage.span.start)
    return any(passage.lexicon.units.at((word,), 0) or passage.lexicon.units.at((word[:-1],), 0) for word in before)


def _is_length(passage: Passage, index: int) -> bool:
    """ "A 30m pier", "30m long", "waves of 4m": something that has a length follows, or stands in the sentence."""
    after, lexicon = index + 1, passage.lexicon
    thing = passage.is_word(after) and not lexicon.has("counted.stop", passage.word(after))
    sized = any(lexicon.has(name, passage.word(after)) for name in _SIZED)
    near = range(max(0, index - _AGAIN), min(passage.size, index + _AGAIN))
    return thing or sized or any(lexicon.has("counted.lengths", passage.word(at)) for at in near)


def _is_plain_symbol(passage: Passage, index: int) -> bool:
    start = index - 1
    while start > 0 and (passage.is_number(start) or passage.word(start) in _INNER) and index - start < 8:
        start -= 1
    lexicon = passage.lexicon
    if lexicon.has("units.special.before", passage.tokens[start].text):
        return True
    if lexicon.tells_forms:
        return lexicon.numbers.scales[passage.word(index)] == 1000 and not _is_resolution(passage, index)
    counts = _are_things(passage, index + 1)
    return counts or _is_measured(passage, index + 1) or passage.tokens[index].text.isupper()


def _are_things(passage: Passage, index: int) -> bool:
    """ "1.3m people", "1.3m working days": a plural, behind one more word at most that is not of a length."""
    word = passage.word(index)
    if any(one.plural for one in passage.readings(index)) or passage.lexicon.has("counted.irregular", word):
        return True
    if not passage.is_word(index) or any(
        passage.lexicon.has(name, word) for name in ("counted.stop", "compounds.special.idle")
    ):
        return False
    after = passage.word(index + 1)
    things = any(one.plural for one in passage.readings(index + 1)) or passage.lexicon.has("counted.irregular", after)
    return things and not passage.lexicon.has("counted.stop", after)


def _is_resolution(passage: Passage, index: int) -> bool:
    """«Видео в 4K»: one digit and the letter are a name."""
    alone = index < 2 or not passage.is_glued(index - 1) or passage.word(index - 2) not in (",", ".")
    return alone and len(passage.words[index - 1]) == 1


def _is_again(passage: Passage, index: int) -> bool:
    """ "4.5m tonnes, up from 2.8m": the same letter stood behind a number that was measured; or the word that it is
    short for, and the number is another of the same: "1.2 million barrels, rising to 2m"."""
    if _is_shortened(passage, index):
        return True
    near = (at for at in range(max(1, index - _AGAIN), index) if passage.word(at) == passage.word(index))
    return any(passage.is_glued(at) and passage.is_number(at - 1) and _is_plain_symbol(passage, at) for at in near)


def _is_shortened(passage: Passage, index: int) -> bool:
    scales, lexicon = passage.lexicon.numbers.scales, passage.lexicon
    start = index - 1
    while start > 0 and (passage.is_number(start) or passage.word(start) in (".", ",")):
        start -= 1
    leads = ("hedges.special.to", "hedges.special.since", "counted.again")
    if lexicon.has("counted.totalling", passage.word(start)):
        return True  # "arrivals totalled 1.45m"
    if _is_of_multitude(passage, start, index):
        return True
    scaled = (
        scales.get(passage.word(at), 0) >= 1000 and (len(passage.word(at)) > 1 or _is_plain_symbol(passage, at))
        for at in range(max(1, index - _AGAIN), index)
    )
    if lexicon.has("hedges.special.to", passage.word(start)) and _is_changed_by_many(passage, start):
        return True
    if lexicon.has("counted.relatives", passage.word(start)) and any(scaled):
        return True  # "2bn trees, of which 540m have been planted"
    whole = lexicon.has("counted.of", passage.word(start)) and lexicon.has("counted.wholes", passage.word(start - 1))
    if not whole and not any(lexicon.has(name, passage.word(start)) for name in leads):
        return False  # "50% of the target of 90m"
    worth = scales[passage.word(index)]
    near = range(max(1, index - _AGAIN), index)
    return any(scales.get(passage.word(at)) == worth and len(passage.word(at)) > 3 for at in near)


def _is_of_multitude(passage: Passage, start: int, index: int) -> bool:
    """ "The population, 449.2m, is to peak at 453.3m": no metres, unless something stands so high."""
    height = any(passage.lexicon.has(name, passage.word(index + 1)) for name in _SIZED)
    near = range(max(0, start - _AGAIN), start + 1)
    return not height and any(passage.lexicon.has("counted.multitudes", passage.word(at)) for at in near)


def _is_changed_by_many(passage: Passage, to: int) -> bool:
    """ "Rose by 340,000 to 3.5m": a bare number of thousands by which something changed before where it came to."""
    lexicon = passage.lexicon
    for at in range(to - 2, max(0, to - _CHANGED), -1):
        if lexicon.has("hedges.special.by", passage.word(at)) and passage.is_number(at + 1):
            number = read_numeral(passage, at + 1)
            bare = number is not None and not passage.is_glued(number.last)
            unit = number and lexicon.units.by_lemma(passage.lemmas, number.last, passage.size)
            return bool(number and bare and not unit and number.is_whole and number.value >= _MANY)
    return False


def _is_to_come(passage: Passage, index: int) -> bool:
    """ "From 400m to 352m tonnes": the same letter right behind the next number, which is measured."""
    at = index + 2
    if passage.lexicon.has("counted.of", passage.word(index + 1)):  # "3.5m of the 9m households"
        at += not passage.is_number(at)
        if not passage.is_number(at):
            return False
    while at < passage.size and at - index < 6 and (passage.is_number(at) or passage.word(at) in (".", ",")):
        at += 1
    of = passage.lexicon.has("counted.of", passage.word(index + 1))
    joined = (of or passage.word(index + 1) in _INNER) and passage.is_number(at - 1)
    return joined and passage.word(at) == passage.word(index) and passage.is_glued(at) and _is_plain_symbol(passage, at)


def _is_measured(passage: Passage, index: int) -> bool:
    """Whether a unit follows: "4.5m tonnes", "11.5m tenge", "4.5m TEUs"."""
    if not passage.is_word(index) or passage.is_glued(index):
        return False
    lexicon = passage.lexicon
    mark = lexicon.marks.match(passage.text, passage.tokens[index].start, passage.span.end)
    if mark is not None and lexicon.has("units.special.glued", mark.group()):
        mark = None
    return mark is not None or passage.lexicon.units.by_lemma(passage.lemmas, index, passage.size) is not None


def _goes_on(passage: Passage, index: int) -> bool:
    """True where a full stop shortens a word rather than ends a sentence."""
    if index >= passage.size or not (passage.is_word(index) and passage.tokens[index].is_capitalised):
        return index < passage.size
    marked = passage.lexicon.marks.match(passage.text, passage.tokens[index].start, passage.span.end) is not None
    return marked or _is_measured(passage, index)  # "300 mln. ABŞ dolları"


def _next(passage: Passage, before: Amount) -> Amount | None:
    """The lower part of an amount said in several scales: «2 млн 764 тыс.», «9 тыс. 85», "two million and five"."""
    part = None if is_inflected(passage, before.last - 1) else _part(passage, before)
    if part is None or part.value >= before.scale or part.scale >= before.scale or before.value.denominator > 1:
        return None
    joins = before.scale == 1000 or (before.is_spelled and part.is_spelled)
    if part.scale == 1 and not (joins and part.is_whole):
        return None
    number = Span(before.number.start, part.number.end)
    return replace(part, value=before.value + part.value, first=before.first, number=number)


def _part(passage: Passage, before: Amount) -> Amount | None:
    """What follows an amount; behind words "and", a comma or a scale without a number may go on: «миллион мың он»."""
    index = before.last
    if _begins_unit(passage, index):
        return None
    if not before.is_spelled:
        return _scaled(passage, index)
    numbers = passage.lexicon.numbers
    if numbers.has("comma", passage.word(index)):
        part = _scaled(passage, index + 1)
        return part if part is not None and part.is_spelled and part.value >= 100 else None
    index += numbers.has("and", passage.word(index))
    return _scaled(passage, index) or _lone_scale(passage, index)


def _begins_unit(passage: Passage, index: int) -> bool:
    """ "7 million twenty-foot equivalent units": a number word that a unit begins with."""
    if passage.word(index) not in passage.lexicon.numbers.cardinals:
        return False
    return passage.lexicon.units.by_lemma(passage.lemmas, index, passage.size) is not None


def _lone_scale(passage: Passage, index: int) -> Amount | None:
    """A scale word that is a number by itself: «миллион тонн», «более тысячи», "a dozen"."""
    scale = scale_at(passage, index)
    if scale is None:
        return None
    numbers, word = passage.lexicon.numbers, passage.word(index)
    if numbers.has("vague", passage.word(index - 1)):
        return None
    article = numbers.has("article", passage.word(index - 1))
    led = numbers.has("alone_hedged", word) and (_is_led(passage, index) or _has_rest(passage, index, scale[0]))
    if not (article or led or numbers.has("alone", word)):
        return None
    first = index - 1 if article else index
    number = passage.between(first, index + 1)
    paired = numbers.has("pair", word) and numbers.has("of", passage.word(scale[1]))
    last = scale[1] + 1 if paired else scale[1]
    following = scale_at(passage, last) if paired else None
    if following is not None:  # "a couple of million"
        plain = Amount(scale[0], Fraction(1), first, last, number, is_spelled=True)
        return with_scale(plain, following[0], passage.tokens[last].span, following[1])
    few = scale[0] < 1000  # a dozen firms are counted, a million is measured
    span = passage.tokens[index].span
    worth = Fraction(1) if few else scale[0]
    return Amount(scale[0], scale[0], first, last, number, worth, None if few else span, few, is_spelled=True)


def _has_rest(passage: Passage, index: int, worth: Fraction) -> bool:
    """«О тысяче двухстах пострадавших»: number words go on behind."""
    rest = read_numeral(passage, index + 1)
    if rest is None or not rest.is_spelled or not rest.is_whole or rest.value >= worth:
        return False
    return worth == 1000 or scale_at(passage, rest.last) is not None  # «миллиона два» are about two


def _is_led(passage: Passage, index: int) -> bool:
    lexicon = passage.lexicon
    if lexicon.hedges.before(passage.words, index) or lexicon.has("hedges.special.to", passage.word(index - 1)):
        return True
    reached = lexicon.tells_forms and passage.has("changes.to_level", index - 1)  # «достигнуть миллиарда долларов»
    return reached or lexicon.numbers.has("alone_before", passage.word(index - 1))
