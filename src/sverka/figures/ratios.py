"""Numbers that tell how many times as much: «вырос в 2,5 раза», "three times higher"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sverka.figures.destinations import Governor, change_word, comparative, governor, governor_behind
from sverka.figures.endings import ending_at
from sverka.figures.measures import Measure
from sverka.figures.passage import Passage
from sverka.figures.reading import Reading, lead_of
from sverka.languages.morphology import lemmas
from sverka.model.quantity import Kind
from sverka.model.span import Span


def as_multiple(passage: Passage, reading: Reading) -> Reading | None:
    """«вырос в 2,5 раза», «вдвое меньше», "three times higher": a multiple, upside down for a fall."""
    if reading.rule == "multiple" or (reading.unit == "x" and reading.rule == "compound adjective"):
        return _directed(passage, reading, needs_verb=False)
    measure = reading.measure
    if measure is None:
        return _by_factor(passage, reading)
    if measure.dimension == "ratio" and _is_ratio(passage, reading):
        return reading
    if measure.dimension == "ratio" and reading.rule == "quantity":
        return _directed(passage, replace(reading, is_exact=False, rule="multiple"), needs_verb=True)
    if not measure.is_noun or not _is_times(passage, measure):
        return None
    lead = lead_of(passage, reading)
    into = passage.lexicon.words["hedges.special.into"]
    if into and not {passage.word(lead - 1), passage.word(reading.first - 1)} & into:
        return None
    ratio = Measure("x", "ratio", Fraction(1), measure.span, measure.last)
    told = replace(reading, measure=ratio, is_exact=False, rule="multiple")
    return _directed(passage, told, needs_verb=not into and not passage.lexicon.words["units.special.folds"])


def _is_ratio(passage: Passage, reading: Reading) -> bool:
    """ "Net debt was 2.1x EBITDA, down from 2.6x": a mark behind a number, with no verb right before it that rises."""
    signed = passage.lexicon.is_analytic and passage.is_glued(reading.last - 1)
    lead = lead_of(passage, reading)
    behind = passage.tokens[reading.last].text if reading.last < passage.size else ""
    if passage.lexicon.has("changes.doubled", behind):
        return False  # "2.5x the 2023 figure"
    return signed and change_word(passage, lead - 1) is None and comparative(passage, reading.last) is None


def _by_factor(passage: Passage, reading: Reading) -> Reading | None:
    """ "By a factor of three"."""
    at = lead_of(passage, reading) - 2
    if not passage.lexicon.has("changes.factor", passage.word(at)) or not reading.amounts:
        return None
    ratio = Measure("x", "ratio", Fraction(1), passage.between(at, at + 1), reading.last)
    told = replace(reading, measure=ratio, is_exact=False, rule="multiple")
    return _directed(passage, told, needs_verb=False)


def _is_times(passage: Passage, measure: Measure) -> bool:
    written = measure.span.of(passage.text)
    return passage.lexicon.any("units.special.times", lemmas(written, passage.lexicon.tag))


def _directed(passage: Passage, reading: Reading, *, needs_verb: bool) -> Reading | None:
    behind = passage.tokens[reading.last].text.lower() if reading.last < passage.size else ""
    if needs_verb and passage.lexicon.has("changes.multiplied", behind):
        return reading  # "cut net debt to $580m, 0.5 times EBITDA"
    if needs_verb and passage.lexicon.is_analytic and passage.lexicon.has("changes.doubled", behind):
        return replace(reading, kind=Kind.CHANGE)  # "deaths fell, though men die at 2.3 times the rate"
    own = _own(reading)
    found = own or comparative(passage, _behind_hedge(passage, reading))
    found = found or _alike(passage, reading) or _compared_before(passage, reading) or _near(passage, reading)
    if found is None and needs_verb:
        return _ratio_of(passage, reading)
    if found is None and _describes(passage, reading):
        return replace(reading, kind=Kind.LEVEL)
    sign = found.sign if found else 1
    span: Span | None = found.span if found else None
    return replace(
        reading,
        kind=Kind.CHANGE,
        sign=sign,
        direction=span,
        is_inverse=reading.is_inverse or (sign < 0 and own is None),
    )


def _ratio_of(passage: Passage, reading: Reading) -> Reading | None:
    """ "Three times the number" compares; "7.1 times earnings" measures one thing by another."""
    after = passage.tokens[reading.last].text.lower() if reading.last < passage.size else ""
    if passage.lexicon.has("changes.doubled", after):
        return replace(reading, kind=Kind.CHANGE)
    is_ratio = passage.lexicon.has("changes.multiplied", after) or not reading.amounts[0].is_whole
    return reading if is_ratio else None


def _describes(passage: Passage, reading: Reading) -> bool:
    """An adjective that no change is told with: «трёхкратный чемпион», «20-кратный оклад»."""
    last = passage.readings(reading.last - 1)[:2]
    return passage.lexicon.tells_forms and any(one.pos == "adjective" for one in last)


def _behind_hedge(passage: Passage, reading: Reading) -> int:
    """The token behind a multiple and a hedge that follows it: "dörd dəfədən çox qısalıb" compares nothing."""
    after = reading.hedge_span is not None and reading.hedge_span.end > passage.tokens[reading.last - 1].end
    return passage.index_at(reading.hedge_span.end, reading.last) if after and reading.hedge_span else reading.last


def _compared_before(passage: Passage, reading: Reading) -> Governor | None:
    """«Ниже инфляции вдвое»: a comparative and the one thing that it compares with."""
    at = lead_of(passage, reading) - 2
    if not passage.lexicon.words["hedges.special.into"] or not (passage.is_word(at + 1) and passage.is_word(at)):
        return None
    return comparative(passage, at)


def _alike(passage: Passage, reading: Reading) -> Governor | None:
    """ "One and a half times as much"."""
    at = reading.last
    if not passage.lexicon.has("changes.alike", passage.word(at)):
        return None
    return Governor(1, at, passage.tokens[at].span)


def _own(reading: Reading) -> Governor | None:
    """A verb that holds its multiple, «удвоить», tells its direction too."""
    if reading.direction is None:
        return None
    return Governor(reading.sign, reading.first, reading.direction)


def _near(passage: Passage, reading: Reading) -> Governor | None:
    after = ending_at(passage, reading.last)[1]
    held = change_word(passage, reading.last - 1) if passage.lexicon.verb_last else None  # «үш еселенді»
    before = held or governor_behind(passage, after) or governor(passage, reading.first)
    if before is not None:
        return before
    ahead = range(reading.last, min(reading.last + 4, passage.size))
    return next((found for at in ahead if (found := change_word(passage, at))), None)
