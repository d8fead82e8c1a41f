"""What the writer of a misspelt word may have meant."""

from __future__ import annotations

from collections.abc import Iterable

from sverka.claims.lookalikes import foreign_letters, latin
from sverka.claims.mistakes import Trouble
from sverka.claims.spellings import SPELT_DIMENSIONS, SPELT_SCALES, SPELT_UNITS
from sverka.units import PER, dimensions, find, table


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
    """The scale that a word such as `mln` is written for."""
    return next((scale for scale, words in SPELT_SCALES.items() if word in words.split()), None)


def unknown_scale(word: str, unit: str) -> Trouble:
    """The mistake in two words of a unit of which the first is no scale."""
    if latin(word) in SPELT_SCALES:
        return foreign_letters(word)
    keyword = nearest(word, ("from", "until", "since", "warn"), most=2)
    if keyword:
        return Trouble("C215", {"word": word, "right": keyword})
    scale, meant = scale_word(word), unit if find(unit) else _spelt(unit) or unit
    hint = f"did you mean {scale} {meant}?" if scale else None
    return Trouble("C303", {"word": f"{word} {unit}"}, hint)


def unknown_unit(word: str, dimension: str | None) -> Trouble | None:
    """The mistake in a unit that is not one; None for what may be a counted noun, such as `company`."""
    if latin(word) != word and find(latin(word)):
        return foreign_letters(word)
    if dimension == "count" and not scale_word(word):
        return None
    meant = scale_word(word) or _spelt(word) or _rate(word)
    if meant:
        return Trouble("C301", {"word": word}, f"did you mean {meant}?")
    near = nearest(word, _units(), most=1)
    if near:
        return Trouble("C301", {"word": word}, f"did you mean {near}?")
    if dimension is None:
        return None
    return Trouble("C301", {"word": word}, f"units of {dimension} are {examples(dimension)}")


def _spelt(word: str) -> str | None:
    return next((code for code, words in SPELT_UNITS.items() if word in words.split()), None)


def _units() -> list[str]:
    return [code for code in table() if len(code) > 1]


def other_rate(word: str) -> Trouble | None:
    """The mistake in a rate per `year` or `hour`, which have one name each in rates, so that two can be compared."""
    above, _, below = word.rpartition("/")
    per = next((code for code, name in PER.items() if name == below and code != below), None)
    return Trouble("C301", {"word": word}, f"did you mean {above}/{per}?") if above and per else None


def _rate(word: str) -> str | None:
    """The rate that a word with a stroke is written for: `Mtt/yr`, `Mt/year`."""
    above, stroke, below = word.partition("/")
    if not stroke:
        return None
    top = above if find(above) else _spelt(above) or nearest(above, table(), most=1)
    per = {name: code for code, name in PER.items()} | {"annum": "yr", "a": "yr", "y": "yr", "d": "day"}
    bottom = below if below in PER else per.get(below) or nearest(below, PER, most=1)
    return f"{top}/{bottom}" if top and bottom else None


def dimension_hint(word: str) -> str:
    """What a dimension that is not one was meant for: the slip of another, a word like it, or one of its units."""
    above, stroke, _ = word.partition("/")
    if stroke and above in dimensions():
        return f"a rate is per {', '.join(PER)}"
    spelt = next((code for code, words in SPELT_DIMENSIONS.items() if word.casefold() in words.split()), None)
    unit = find(word)
    meant = (unit.dimension if unit else None) or spelt or nearest(word, dimensions())
    if meant:
        return f"did you mean {meant}?"
    return "mass, money, count, share, duration, length, date and ordinal are dimensions; the reference has all"


def examples(dimension: str) -> str:
    """A few units of a dimension, as an analyst may write them."""
    codes = [code for code, unit in table().items() if unit.dimension == dimension.partition("/")[0]]
    return ", ".join(codes[:4]) or "plain numbers"
