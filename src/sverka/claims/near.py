"""What the writer of a misspelt word may have meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from sverka.claims.lookalikes import foreign_letters, latin
from sverka.claims.mistakes import Trouble, meant
from sverka.claims.spellings import SPELT_DIMENSIONS, SPELT_MARKS, SPELT_SCALES, SPELT_UNITS, UNCLEAR_UNITS
from sverka.units import PER, dimensions, find, table

# Of more mistakes than anyone reads, the next one is not looked up among all the names: that would take squares.
MOST_LOOKED_UP = 200


def nearest(word: str, known: Iterable[str], *, most: int = 2) -> str | None:
    """The known word that the fewest slips of the keyboard lead to, if few enough for its length."""
    # Imported here, since most runs have no mistakes to explain.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    folded, choices = latin(word), dict.fromkeys(known)
    lowered = {each: each.casefold() for each in choices}
    near = process.extract(folded.casefold(), lowered, scorer=OSA.distance, score_cutoff=most, limit=8)
    ranked = sorted((slips, OSA.distance(folded, each), each) for _, slips, each in near)
    return ranked[0][2] if ranked and ranked[0][0] <= len(word) // 3 else None


def scale_word(word: str) -> str | None:
    """The scale that a word such as `mln` or `миллионов` is written for."""
    from sverka.claims import vocabulary

    return spelt(word, SPELT_SCALES) or (None if find(word) else vocabulary.scale(word))


def spelt(word: str, spellings: Mapping[str, str]) -> str | None:
    """What a word is another spelling of."""
    return next((right for right, words in spellings.items() if word in words.split()), None)


def unknown_scale(word: str, unit: str) -> Trouble:
    """The mistake in two words of a unit of which the first is no scale."""
    if latin(word) in SPELT_SCALES:
        return foreign_letters(word)
    keyword = nearest(word, ("from", "until", "since", "warn"), most=2)
    if keyword:
        return meant("C215", {"word": word, "right": keyword}, keyword)
    scale, unit_meant = scale_word(word), unit if find(unit) else unit_word(unit) or unit
    if scale:
        return meant("C303", {"word": f"{word} {unit}"}, _scaled(scale, unit_meant))
    first, last = word if find(word) else unit_word(word), unit if unit in SPELT_SCALES else scale_word(unit)
    if first and last:
        return meant("C303", {"word": f"{word} {unit}"}, _scaled(last, first))
    whole = f"{word} {unit}"
    from sverka.claims import vocabulary

    sign = vocabulary.bounds_behind().get(unit.casefold())
    if sign:
        return Trouble("C237", {"word": unit}, f"write {sign} in front of the value instead of =")
    named = said([word, *unit.split()])
    if named:
        return meant("C303", {"word": whole}, named)
    if (parts := fraction(word)) is not None:
        return Trouble("C305", {"word": word}, f"write a decimal, such as 14{parts}")
    if unit in ("and", "и", "with") and first:
        return Trouble("C303", {"word": whole}, "write a comma in front of a change", f"{first},")
    if ".." in word:
        return Trouble("C303", {"word": whole}, "a range has its unit once, behind both ends, such as 5..6 Mt")
    power = next((power for power, words in _POWERS.items() if word in words.split()), None)
    for code in (f"{first or unit}{power}", f"{word}/{unit}"):
        if find(code):
            return meant("C303", {"word": whole}, code)
    return Trouble("C303", {"word": whole})


def fraction(word: str) -> str | None:
    """The decimals of a fraction that is one sign: `.25` of `¼`."""
    value = unicodedata.numeric(word[0], None) if word and unicodedata.category(word[0]) == "No" else None
    return str(round(value, 2)).removeprefix("0") if value is not None and 0 < value < 1 else None


_POWERS = {"2": "sq square кв", "3": "cu cubic куб"}


def _scaled(scale: str, unit: str) -> str:
    """A scale with its unit: `M USD`, and `Mt` where that is one word."""
    return f"{scale}{unit}" if unit.partition("/")[0] == "t" and scale in "kM" else f"{scale} {unit}"


def unknown_unit(word: str, dimension: str | None) -> Trouble | None:
    """The mistake in a unit that is not one; None for what may be a counted noun, such as `company`."""
    if latin(word) != word and find(latin(word)):
        return foreign_letters(word)
    if dimension == "count" and not scale_word(word):
        return None
    if spelt(word, SPELT_MARKS) == "warn":
        return meant("C215", {"word": word}, "warn")
    unclear = spelt(word, {hint: words for words, hint in UNCLEAR_UNITS.items()})
    if unclear:
        return Trouble("C301", {"word": word}, unclear)
    right = scale_word(word) or unit_word(word) or _rate(word) or _joined(word)
    right = right or nearest(word, _units(), most=1)
    if right:
        return meant("C301", {"word": word}, right)
    above, stroke, _ = word.partition("/")
    if stroke and find(above):
        return Trouble("C301", {"word": word}, f"a rate is per {', '.join(PER)} or per another unit")
    dotted = [part for part in word.split(".") if part]
    if len(dotted) > 1:
        right = said(dotted)
        return (
            meant("C301", {"word": word}, right) if right else Trouble("C301", {"word": word}, "a unit has no points")
        )
    if dimension is None and stroke:
        return Trouble("C301", {"word": word}, "a rate is a unit, a stroke and a time: Mt/yr")
    if dimension is None:
        return None
    return Trouble("C301", {"word": word}, f"units of {dimension} are {examples(dimension)}")


def unit_word(word: str) -> str | None:
    """The unit that a word of any language is the name of: `тонны`, `percent`, `манат`."""
    # Imported here, since most runs have no words to look up.
    from sverka.claims import vocabulary

    found = spelt(word, SPELT_UNITS) or (vocabulary.unit([word]) if len(word) > 1 else None)
    return None if found == word else found


def said(words: Sequence[str]) -> str | None:
    """What words behind a number say in any language, with a scale or without: `млн долл. США` is `M USD`."""
    from sverka.claims import vocabulary

    if any(spelt(word, {hint: each for each, hint in UNCLEAR_UNITS.items()}) for word in words):
        return None
    is_scale = len(words) > 1 and vocabulary.scale(words[0])  # "min" is a thousand in front of a unit
    scale = is_scale or scale_word(words[0].rstrip(".")) or (words[0] if words[0] in SPELT_SCALES else None)
    rest = words[1:] if scale else words
    unit = vocabulary.unit(rest) if rest else None
    return (_scaled(scale, unit) if unit else None if rest else scale) if scale else unit


def _joined(word: str) -> str | None:
    """The scale and the unit that are written as one word: `MUSD`, `Mtonnes`."""
    for scale in SPELT_SCALES:
        rest = word.removeprefix(scale)
        if rest != word and len(rest) > 2:
            unit = rest if find(rest) else unit_word(rest)
            if unit:
                return _scaled(scale, unit)
    return None


def _units() -> list[str]:
    return [code for code in table() if len(code) > 1]


def other_rate(word: str) -> Trouble | None:
    """The mistake in a rate per `year` or `hour`, which have one name each in rates, so that two can be compared."""
    above, _, below = word.rpartition("/")
    per = next((code for code, name in PER.items() if name == below and code != below), None)
    return meant("C301", {"word": word}, f"{above}/{per}") if above and per else None


def _rate(word: str) -> str | None:
    """The rate that a word with a stroke is written for: `Mtt/yr`, `Mt/year`."""
    above, stroke, below = word.partition("/")
    if not stroke:
        return None
    from sverka.claims import vocabulary

    top = above if find(above) else unit_word(above.rstrip(".")) or nearest(above, table(), most=1)
    bottom = {"annum": "yr", "a": "yr", "y": "yr", "d": "day"}.get(below) or vocabulary.per(below)
    bottom = bottom or nearest(below, PER, most=1)
    return f"{top}/{bottom}" if top and bottom else None


def unknown_dimension(word: str) -> Trouble:
    """The mistake in a dimension that is not one: the slip of another, a word like it, or one of its units."""
    above, stroke, _ = word.partition("/")
    if stroke and above in dimensions():
        return Trouble("C403", {"word": word}, f"a rate is per {', '.join(PER)}")
    unit = find(word) or find(unit_word(word) or "")
    near = (unit.dimension if unit else None) or spelt(word.casefold(), SPELT_DIMENSIONS) or nearest(word, dimensions())
    if near:
        return meant("C403", {"word": word}, near)
    hint = "mass, money, count, share, duration, length, date and ordinal are dimensions; the reference has all"
    return Trouble("C403", {"word": word}, hint)


def examples(dimension: str) -> str:
    """A few units of a dimension, as an analyst may write them."""
    codes = [code for code, unit in table().items() if unit.dimension == dimension.partition("/")[0]]
    return ", ".join(codes[:4]) or "plain numbers"
