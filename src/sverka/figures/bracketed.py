"""Two numbers of which the second stands in brackets, with a scale and a unit that are said once behind both."""

from __future__ import annotations

from sverka.figures.amounts import Amount, read_scaled, scale_at, with_scale
from sverka.figures.measures import Measure, read_measure
from sverka.figures.passage import Passage


def shared_behind(passage: Passage, amount: Amount) -> tuple[Amount, Measure | None, int] | None:
    """Either number of «80,0 (78,6) мың адам» with what both are of, and the token behind its own wording.

    The words that both share belong to the one in brackets.
    """
    at = _behind_brackets(passage, amount) if amount.scale == 1 and not amount.is_spelled else None
    if at is None:
        return None
    scale = scale_at(passage, at)
    unit = passage.is_word(at) and passage.lexicon.units.by_lemma(passage.lemmas, at, passage.size) is not None
    if scale is None and not unit:
        return None
    whole = with_scale(amount, scale[0], passage.tokens[at].span, amount.last) if scale else amount
    end = scale[1] if scale else at
    measure = read_measure(passage, whole, end)
    inside = passage.word(amount.last) == ")"
    return whole, measure, (measure.last if measure else end) if inside else amount.last


def _behind_brackets(passage: Passage, amount: Amount) -> int | None:
    if passage.word(amount.last) == ")":
        told = passage.word(amount.first - 1) == "(" and passage.is_number(amount.first - 2)
        return amount.last + 1 if told else None
    other = read_scaled(passage, amount.last + 1) if passage.word(amount.last) == "(" else None
    alike = other is not None and other.scale == 1 and not other.is_spelled and passage.word(other.last) == ")"
    return other.last + 1 if other is not None and alike else None
