"""Hedges that stand behind a number or its unit: «500-ден астам», «300 с лишним», "10 tondan az olmayan"."""

from __future__ import annotations

from sverka.figures.destinations import arrives_behind, change_word
from sverka.figures.endings import cases_at, forms_of
from sverka.figures.passage import Passage
from sverka.figures.ranges import over_currency
from sverka.model.quantity import Hedge

# What a bound says where the word behind it takes it back.
NEGATED = {Hedge.OVER: Hedge.UP_TO, Hedge.AT_LEAST: Hedge.UNDER, Hedge.UNDER: Hedge.AT_LEAST}


def hedge_behind(passage: Passage, at: int) -> tuple[Hedge, int] | None:
    """The hedge behind a number, in languages with cases after the case that it asks for, and the token behind it."""
    found = passage.lexicon.hedges_after.at(passage.words, at)
    joins = found is not None and (_adds(passage, at) or _goes_on(passage, found[0]))
    if found is not None and (passage.word(at) != "+" or _is_last(passage, at)) and not joins:
        return found[1], found[0]
    if not passage.lexicon.hedges_ask_case:
        return None
    cases, start = cases_at(passage, at)
    while passage.lexicon.has("hedges.special.particle", passage.word(start)):
        start += 1  # «миллионнан да астам», «мыңнан сәл ғана асты»
    for case in cases:
        asked = passage.lexicon.hedges_after.at((case, *passage.words[start : start + 5]), 0)
        if asked is not None:
            end = start + asked[0] - 1
            if asked[1] is Hedge.UP_TO and case != "ablative" and arrives_behind(passage, at, end):
                return None
            return _unless_negated(passage, asked[1], end)
    return None


def _is_last(passage: Passage, at: int) -> bool:
    """The plus of "500+", which no number follows as one does in "+5+10"."""
    return passage.is_glued(at) and not (passage.is_number(at + 1) and passage.is_glued(at + 1))


def _adds(passage: Passage, at: int) -> bool:
    """ "3.6% plus £750": the word joins another amount."""
    if not passage.lexicon.has("hedges.special.adding", passage.word(at)):
        return False
    if passage.lexicon.has("counted.joins", passage.word(at + 1)) and passage.lexicon.is_analytic:
        return True  # "4% plus or minus two points"
    after = over_currency(passage, at + 1)
    article = passage.lexicon.numbers.has("article", passage.word(at + 1))
    return article or after > at + 1 or passage.is_number(after) or passage.lexicon.numbers.counts(passage.word(after))


def _goes_on(passage: Passage, end: int) -> bool:
    """ "0.6% and up from 0.1%", "5% and down 3% on the year": the word compares, and bounds nothing."""
    way = passage.lexicon.has("changes.ways", passage.word(end - 1))
    compared = any(passage.lexicon.has(f"hedges.special.{name}", passage.word(end)) for name in ("since", "to", "by"))
    return way and (
        compared or passage.is_number(end) or passage.lexicon.has("units.special.before", passage.word(end))
    )


def _unless_negated(passage: Passage, hedge: Hedge, end: int) -> tuple[Hedge, int]:
    """«5 тоннадан көп болмауы тиіс» is at most that, «кем түспейді» at least."""
    denied = NEGATED.get(hedge)
    word = passage.word(end)
    negates = passage.lexicon.has("hedges.special.not", word) or _is_negative(passage, end)
    return (denied, end + 1) if denied is not None and negates else (hedge, end)


def _is_negative(passage: Passage, index: int) -> bool:
    endings = tuple(passage.lexicon.words["hedges.special.negative"])
    if not endings or not passage.is_word(index) or change_word(passage, index) is not None:
        return False  # «көбейді» only ends alike
    return passage.words[index].endswith(endings)


def is_owned_hedge(passage: Passage, index: int) -> bool:
    """A hedge with a possessive, which no noun follows: «мыңнан астамы», «жүзге жуығы», "mindən çoxu"."""
    known = passage.lexicon.hedges_after.ending
    return passage.is_word(index) and any(form.possessive and form.stem in known for form in forms_of(passage, index))
