"""Words that loosen or bound a number: «около», «более чем», «не превышает», "or so"."""

from __future__ import annotations

from dataclasses import replace

from sverka.figures.destinations import is_destination
from sverka.figures.endings import ending_at, leads_on
from sverka.figures.passage import Passage
from sverka.figures.ranges import DASHES
from sverka.figures.reading import Reading
from sverka.figures.signs import sign_before
from sverka.figures.trailing import NEGATED, hedge_behind
from sverka.model.quantity import Hedge, Kind
from sverka.model.span import Span

_PREPOSITIONS = ("hedges.special.by", "hedges.special.into", "hedges.special.to", "hedges.special.since")
_EXACT = ("anniversary", "anniversary ordinal", "compound adjective")
_FAR = 5  # tokens between a verb that bounds and its number
_DENIED = 4  # tokens between "never" and the bound that it turns round


def hedged(passage: Passage, reading: Reading) -> Reading:
    """The reading with the hedge that stands before or behind it."""
    if reading.kind is Kind.ORDINAL or reading.ignored or reading.rule in _EXACT:
        return reading
    if reading.hedge is not None:
        return reading
    if passage.lexicon.has("hedges.special.rough", passage.word(reading.first)):
        return replace(reading, hedge=Hedge.ABOUT, hedge_span=passage.tokens[reading.first].span)
    found = _some(passage, reading) or _before(passage, reading) or _bound(passage, reading)
    found = found or _behind(passage, reading) or _priced_from(passage, reading)
    if found is None:
        return reading
    hedge, span = found
    return replace(reading, hedge=hedge, hedge_span=span)


def _some(passage: Passage, reading: Reading) -> tuple[Hedge, Span] | None:
    """«Ещё с полсотни домов»: behind this preposition a dozen or a hundred is rough."""
    at, lexicon = reading.first - 1, passage.lexicon
    some = lexicon.has("hedges.special.some", passage.word(reading.first)) and reading.rule != "range"
    if not some or not lexicon.has("hedges.special.since", passage.word(at)):
        return None
    return Hedge.ABOUT, passage.between(at, reading.first)


def _before(passage: Passage, reading: Reading) -> tuple[Hedge, Span] | None:
    lexicon, first = passage.lexicon, _lead(passage, reading)
    found = lexicon.hedges.before(passage.words, first)
    if found is None:
        return _before_preposition(passage, first) or _verb(passage, reading)
    start, hedge = found
    if _is_other(passage, reading, start):
        return None
    denied = _denied(passage, start) if hedge in NEGATED else start
    return (NEGATED[hedge] if denied < start else hedge), passage.between(start, first)


def _denied(passage: Passage, start: int) -> int:
    """Where what turns a bound round stands: "never rose above 5%", "none of them above 5,000"; else the bound."""
    lexicon = passage.lexicon
    if not lexicon.words["hedges.special.denied"]:
        return start
    at = start - 1
    while start - at <= _DENIED and lexicon.has("hedges.special.bounds", passage.word(at)):
        at -= 1
    if lexicon.has("hedges.special.them", passage.word(at)) and lexicon.has("counted.of", passage.word(at - 1)):
        at -= 2
    word = passage.word(at)
    return at if lexicon.has("hedges.special.denied", word) or word.endswith(("n't", "n’t")) else start


def _lead(passage: Passage, reading: Reading) -> int:
    """The first token of a number with its sign: «около −5», «ниже минус 30»."""
    return reading.first - (1 if sign_before(passage, reading.first, reading.unit) else 0)


def _is_other(passage: Passage, reading: Reading, start: int) -> bool:
    """A word that bounds some numbers and says something else of this one: «кредит под 12 %»."""
    lexicon = passage.lexicon
    aged = lexicon.has("compounds.special.tail", passage.word(reading.last))
    aged = aged or lexicon.has("hedges.special.ages", passage.word(start - 1))
    aged = aged or lexicon.has("hedges.special.lasting", passage.word(start - 1))
    said = reading.measure is None or reading.measure.span.end > passage.tokens[reading.first].start
    aged = aged or not said  # "people over 65"
    if (
        lexicon.is_analytic
        and lexicon.has("hedges.special.not_time", passage.word(start))
        and _is_about(passage, start)
    ):
        return True
    aged = aged or (lexicon.is_analytic and lexicon.has("counted.of", passage.word(reading.last)))
    if reading.dimension == "temperature" and lexicon.has("hedges.special.extremes", passage.word(start)):
        return True  # "minimum 8.1°C" is the lowest that was measured
    if reading.kind is Kind.DURATION and not aged and lexicon.has("hedges.special.not_time", passage.word(start)):
        return True
    if reading.unit == "%" and lexicon.has("hedges.special.not_share", passage.word(start)):
        return True
    arrives = lexicon.has("hedges.special.to", passage.word(reading.first - 1))
    if arrives and lexicon.has("changes.moving", passage.word(start - 1)):
        return True  # "edged up to 6.98%"
    return reading.rule == "range" and lexicon.has("hedges.special.not_range", passage.word(reading.first - 1))


def _is_about(passage: Passage, at: int) -> bool:
    """ "Fined £384,000 over 32 oaks", "jailed over 1,086 horns": what it is for, and no bound."""
    lexicon, word = passage.lexicon, passage.word(at - 1)
    amount = passage.is_number(at - 1) or word in lexicon.numbers.scales
    return amount or passage.has("hedges.special.reasoned", at - 1)


def _before_preposition(passage: Passage, first: int) -> tuple[Hedge, Span] | None:
    """«более чем на 5 %», «почти в два раза»: a bare «больше на 5 %» compares and does not bound."""
    lexicon = passage.lexicon
    if first < 2 or not _is_preposition(passage, first - 1):
        return None
    found = lexicon.hedges.before(passage.words, first - 1)
    if found is None:
        return None
    start, hedge = found
    if hedge in (Hedge.OVER, Hedge.UNDER) and start == first - 2:
        return None
    return hedge, passage.between(start, first)


def _is_preposition(passage: Passage, index: int) -> bool:
    word = passage.word(index)
    return any(word in passage.lexicon.words[name] for name in _PREPOSITIONS)


def _verb(passage: Passage, reading: Reading) -> tuple[Hedge, Span] | None:
    """«превысил 5 млн тонн» is more than that; «не превышает» is at most that."""
    verbs, first = passage.lexicon.hedge_verbs, reading.first
    if not verbs.starting or not passage.is_word(first - 1):
        return None
    for at in range(first - 1, max(-1, first - 1 - _FAR), -1):
        found = verbs.by_lemma(passage.lemmas, at, first)
        if found is not None and all(passage.has("hedges.special.marks", mark) for mark in range(found[0], first)):
            start = _negation(passage, at)
            negated = start < at and found[1] in NEGATED
            start = start if negated else at
            return (NEGATED[found[1]] if negated else found[1]), passage.between(start, first)
        if not passage.is_word(at):
            return None
    return None


def _negation(passage: Passage, at: int) -> int:
    """Where the "not" of a verb stands, if it has one: «не превысит», «не должен был превышать»."""
    start = at
    while start > 0 and at - start < 3 and passage.has("hedges.special.aux", start - 1):
        start -= 1
    return start - 1 if passage.lexicon.has("hedges.special.not", passage.word(start - 1)) else at


def _bound(passage: Passage, reading: Reading) -> tuple[Hedge, Span] | None:
    """«до 500 человек» and «от 18 лет», where «до» is no destination and «от» no source."""
    at, lexicon = _lead(passage, reading) - 1, passage.lexicon
    word = passage.word(at)
    if not word or reading.rule == "range":
        return None
    span = passage.between(at, reading.first) if at >= 0 else None
    if lexicon.has("hedges.special.to", word) and lexicon.tells_forms and not is_destination(passage, at):
        return (Hedge.UP_TO, span) if span else None
    measured = reading.measure is not None and not reading.measure.is_noun
    dashed = at > 0 and passage.tokens[at - 1].text in DASHES
    measured = measured or (reading.measure is None and (_is_large(reading) or dashed))
    if lexicon.has("hedges.special.from", word) and measured and not passage.has("hedges.special.source", at - 1):
        return (Hedge.AT_LEAST, span) if span else None
    return None


def _is_large(reading: Reading) -> bool:
    """«Зарплата – от 380 тысяч»: a sum whose unit goes without saying."""
    return bool(reading.amounts) and reading.amounts[0].scale >= 1000


def _priced_from(passage: Passage, reading: Reading) -> tuple[Hedge, Span] | None:
    """ "İllik faiz: 10,9%-dən": behind a label, where nothing follows that comes from there."""
    lead = passage.word(_lead(passage, reading) - 1)
    labelled = lead == ":" or (lead in DASHES and not passage.is_glued(reading.first))
    if not labelled or reading.measure is None or reading.measure.is_noun or len(reading.amounts) != 1:
        return None
    case, after = ending_at(passage, reading.last)
    ends = after >= passage.size or (after == passage.size - 1 and not passage.is_word(after))
    if not (ends and passage.lexicon.has("hedges.special.starting", case)):
        return None
    return Hedge.AT_LEAST, passage.between(reading.last - 1, after)


def _behind(passage: Passage, reading: Reading) -> tuple[Hedge, Span] | None:
    found = hedge_behind(passage, reading.last)
    if found is None:
        return None
    if found[0] is Hedge.UP_TO and (reading.rule == "range" or leads_on(passage, reading.first)):
        return None  # «1,5 млрд доллардан 2 млрд долларға дейін» has two ends
    start = min(reading.last, found[1] - 1)  # a hedge may be the ending of the unit's own word
    return found[0], passage.between(start, found[1])
