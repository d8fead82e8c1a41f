"""Changes that one number shares with its neighbour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sverka.figures.changes import is_without_unit, verb_before
from sverka.figures.destinations import governor
from sverka.figures.endings import NONE, ending_at
from sverka.figures.nouns import is_verbal
from sverka.figures.passage import Passage
from sverka.figures.ranges import DASHES
from sverka.figures.reading import Reading, lead_of
from sverka.figures.signs import RELATIVE
from sverka.languages.grammar import grammar
from sverka.languages.morphology import lemmas
from sverka.model.quantity import Kind

_MIRRORED = 5  # words of "18% for cod and 7% for haddock" between the numbers, at most
_GAP = 7  # words between two numbers that share a verb


def spread(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """«на 10 и 15 %»: the second of two joined numbers is a change as the first is, and the same way."""
    found = list(readings)
    if passage.lexicon.verb_last:
        for index in range(len(found) - 2, -1, -1):
            found[index] = _from_verb(passage, found[index], found[index + 1])
    for index in range(len(found) - 2, -1, -1):
        found[index] = _said_first(passage, found[index], found[index + 1])
    verb: Reading | None = None
    told = [index for index, reading in enumerate(found) if not reading.ignored]
    for former, index in pairwise(told):
        before, reading = found[former], found[index]
        verb = before if _is_direct(passage, before) else verb
        if verb is not None and _is_gapped(passage, verb, before, reading):
            found[index] = verb = replace(reading, kind=Kind.CHANGE, sign=verb.sign, direction=verb.direction)
            continue
        verb = verb if verb is before and _is_reached(passage, before, reading) else None
        found[index] = reading = _restated(passage, before, reading)
        level = before.kind is Kind.CHANGE and reading.kind is Kind.LEVEL and before.unit == reading.unit
        level = level and not (passage.lexicon.is_analytic and _is_share_of(passage, reading))
        if level and reading.amounts and not reading.ignored and _is_paired(passage, before, reading):
            found[index] = replace(
                reading, kind=Kind.CHANGE, sign=before.sign, direction=before.direction, is_inverse=before.is_inverse
            )
    return found


def _from_verb(passage: Passage, reading: Reading, following: Reading) -> Reading:
    """«Экспорт 15 пайызға, импорт 10 пайызға өсті»: the verb at the end serves both."""
    alike = reading.kind is Kind.LEVEL and following.kind is Kind.CHANGE and reading.unit == following.unit
    if following.kind is Kind.CHANGE and _is_said_again(passage, reading, following):
        return replace(reading, kind=Kind.CHANGE, sign=following.sign, direction=following.direction)
    if not alike or reading.ignored or reading.unit not in ("%", "pp") or following.direction is None:
        return reading
    case, after = ending_at(passage, reading.last)
    gap = range(after, following.first)
    parted = 1 <= len(gap) <= _GAP and passage.word(gap[0]) in (",", ";")
    words = (at for at in gap if passage.is_word(at) and not passage.lexicon.has("counted.stop", passage.word(at)))
    verb = any(_is_finite(passage, at) for at in words)
    bare = is_without_unit(passage, reading) and case == NONE  # its case is that of the unit that it leaves out
    if not parted or verb or not (bare or case == ending_at(passage, following.last)[0]):
        return reading
    return replace(reading, kind=Kind.CHANGE, sign=following.sign, direction=following.direction)


def _is_finite(passage: Passage, at: int) -> bool:
    """A verb, and no participle: «азық-түлікке жатпайтын тауарлар» tells nothing of its own."""
    participles = tuple(passage.lexicon.words["counted.adjective_endings"])
    return is_verbal(passage, at) and not passage.word(at).endswith(participles)


def _said_first(passage: Passage, reading: Reading, following: Reading) -> Reading:
    """«На 640 млн тонн, или на 6 %, больше»: the change that its percentage says once more."""
    if reading.kind is not Kind.LEVEL or following.kind is not Kind.CHANGE or reading.ignored or not reading.amounts:
        return reading
    gap = range(reading.last, lead_of(passage, following))
    by = passage.lexicon.has("hedges.special.by", passage.word(lead_of(passage, reading) - 1))
    restates = any(passage.lexicon.has("changes.restate", passage.word(at)) or passage.word(at) == "(" for at in gap)
    if passage.lexicon.is_analytic and _are_respective(passage, reading, following):
        return replace(reading, kind=Kind.CHANGE, sign=following.sign, direction=following.direction)
    signed = following.direction is not None and not following.direction.of(passage.text)[-1].isalpha()
    if not (by and restates and len(gap) <= 3) or (signed and gap[-1:] and "(" in passage.words[gap[0] : gap[-1] + 1]):
        return reading  # «продали товаров на $23,9 млрд (+2 %)»
    return replace(reading, kind=Kind.CHANGE, sign=following.sign, direction=following.direction)


def _are_respective(passage: Passage, reading: Reading, following: Reading) -> bool:
    """ "68 per cent and 9 per cent more, respectively": one comparison behind two shares."""
    joined = following.first - reading.last == 1 and passage.lexicon.has("counted.joins", passage.word(reading.last))
    behind = following.direction is not None and following.direction.start >= passage.tokens[following.last - 1].end
    return joined and behind and reading.unit == following.unit and reading.unit in RELATIVE


def _is_said_again(passage: Passage, reading: Reading, following: Reading) -> bool:
    """ "1,35 dollar, yəni 2,1% bahalaşıb": the verb behind both says the first as well."""
    plain = reading.kind is Kind.LEVEL and reading.measure is not None and not reading.ignored
    case, after = ending_at(passage, reading.last)
    gap = range(after, lead_of(passage, following))
    restates = 1 <= len(gap) <= 2 and passage.lexicon.has("changes.restate", passage.word(gap[-1]))
    both = case != NONE or ending_at(passage, following.last)[0] == NONE  # «4 325 теңге, яғни 393 теңгеге өседі»
    return plain and restates and both and passage.lexicon.has("changes.by", case) and following.direction is not None


def _restated(passage: Passage, before: Reading, reading: Reading) -> Reading:
    """«вырос с 1,5 до 2 млрд, или 33 %»: a percentage that says the change before it once more."""
    if reading.kind is not Kind.LEVEL or reading.ignored or not reading.amounts or _is_share_of(passage, reading):
        return reading
    at = lead_of(passage, reading) - 1
    restates = passage.lexicon.has("changes.restate", passage.word(at)) and before.last + 2 >= at
    if restates and before.kind is Kind.CHANGE and passage.word(at - 1) == "(" and passage.word(reading.last) == ")":
        return replace(reading, kind=Kind.CHANGE, sign=before.sign, direction=before.direction)  # "4.3% (or 485) fewer"
    if restates and before.kind is Kind.CHANGE and _is_named(passage, before) and reading.measure is not None:
        return replace(reading, kind=Kind.CHANGE, sign=before.sign, direction=before.direction)
    if reading.unit not in ("%", "x") or before.unit == "%":
        return reading
    if before.kind is Kind.CHANGE and _is_aside(passage, before, reading):
        return replace(reading, kind=Kind.CHANGE, sign=before.sign, direction=before.direction)
    restates = restates or _is_set_apart(passage, before, reading)
    found = governor(passage, before.first) if restates and not passage.lexicon.verb_last else None
    return replace(reading, kind=Kind.CHANGE, sign=found.sign, direction=found.span) if found else reading


def _is_set_apart(passage: Passage, before: Reading, reading: Reading) -> bool:
    """ "Bills fall from £1,260 to £1,090 a year, 13%.": a share between commas right behind where a change came to."""
    to = passage.lexicon.has("hedges.special.to", passage.word(lead_of(passage, before) - 1))
    closed = passage.word(reading.last) in (".", ",", ";", "") and not passage.is_glued(reading.last + 1)
    apart = lead_of(passage, reading) - 1 == before.last and passage.word(before.last) == ","
    return passage.lexicon.is_analytic and to and closed and apart and before.kind is Kind.LEVEL


def _is_aside(passage: Passage, before: Reading, reading: Reading) -> bool:
    """«На 3 тонны (5 %) меньше»: brackets that hold nothing else."""
    lead = lead_of(passage, reading)
    return passage.word(lead - 1) == "(" and lead - 1 == before.last and passage.word(reading.last) == ")"


def _is_direct(passage: Passage, reading: Reading) -> bool:
    """A change that its verb names right before it: «прибавила 2,8 процента», "rose 12.9%"; or its noun."""
    if passage.lexicon.verb_last:
        return reading.kind is Kind.CHANGE and reading.unit in ("%", "pp") and _is_named(passage, reading)
    at = verb_before(passage, lead_of(passage, reading))
    lasting = reading.unit in ("%", "pp") or (reading.dimension == "money" and _leads_to(passage, reading))
    if reading.kind is not Kind.CHANGE or not lasting or reading.direction is None:
        return False
    verb = reading.direction.of(passage.text).lower()
    if passage.lexicon.has("changes.changing", verb) and reading.direction.end < passage.tokens[reading.first].start:
        return True  # "raised pensions 6.5% and the minimum wage 10%"
    return passage.has("changes.direct", at) and reading.direction == passage.tokens[at].span


def _leads_to(passage: Passage, reading: Reading) -> bool:
    """ "Lost $14.20 to $2,650"."""
    to = passage.lexicon.has("hedges.special.to", passage.word(reading.last))
    return to and passage.lexicon.is_analytic


def _is_reached(passage: Passage, before: Reading, reading: Reading) -> bool:
    """ "Rose 0.4% to 8,900": where a change came to, right behind it."""
    to = passage.lexicon.has("hedges.special.to", passage.word(lead_of(passage, reading) - 1))
    return to and lead_of(passage, reading) - 1 == before.last and not passage.lexicon.verb_last


def _is_gapped(passage: Passage, verb: Reading, before: Reading, reading: Reading) -> bool:
    """«Торговля 9,1»: a subject with its own share, its verb said before."""
    gap = range(before.last, lead_of(passage, reading))
    points = passage.lexicon.has(
        "fractions.special.point", reading.unit or ""
    )  # "the Nasdaq 4.4% and the Dow 300 points"
    alike = reading.unit == verb.unit or (points and verb.unit == "%")
    if reading.kind is not Kind.LEVEL or reading.ignored or not alike or not 2 <= len(gap) <= 6:
        return False
    if reading.dimension == "money" and not _leads_to(passage, reading):
        return False
    if passage.lexicon.is_analytic and _is_share_of(passage, reading):
        return False  # "rose 3%, 12% of them online"
    opens = passage.word(gap[0]) == "," or passage.lexicon.has("counted.joins", passage.word(gap[0]))
    inner = gap[1:-1] if passage.tokens[gap[-1]].text in DASHES and len(gap) > 2 else gap[1:]
    if len(inner) > 1 and passage.lexicon.has("counted.joins", passage.word(inner[0])):
        inner = inner[1:]
    if inner and passage.lexicon.is_analytic and passage.lexicon.has("counted.whither", passage.word(inner[0])):
        inner = inner[1:] if passage.tokens[inner[-1]].is_capitalised else inner  # "slid 8%, to Genoa 3%"
    if len(inner) > 2 and passage.lexicon.has("counted.resumes", passage.word(inner[0])):
        inner = inner[2:]  # "slid 3.8%, those from elsewhere 2.8%"
    level = passage.lexicon.verb_last and any(passage.has("changes.level", at) for at in inner)
    return opens and not level and all(_is_bystander(passage, at) or _contrasts(passage, at) for at in inner)


def _contrasts(passage: Passage, at: int) -> bool:
    return passage.lexicon.has("counted.contrasts", passage.word(at))


def _is_bystander(passage: Passage, at: int) -> bool:
    """A noun, an adjective or an adverb; no verb, sign or preposition."""
    if not passage.is_word(at):
        return passage.is_number(at)  # "the Nikkei 225 0.6%": the number of a name
    if passage.lexicon.is_analytic:
        verb = passage.word(at) in grammar(passage.lexicon.tag).verbs or passage.word(at).endswith("ed")
        stops = passage.lexicon.has("counted.stop", passage.word(at))
        joins = any(
            passage.lexicon.has(name, passage.word(at)) for name in ("counted.joins", "ordinals.special.articles")
        )
        return not verb and (not stops or joins)
    one = passage.readings(at)[0]
    return one.pos in ("noun", "adjective") or (one.pos == "other" and len(passage.word(at)) > 3)


def _is_named(passage: Passage, reading: Reading) -> bool:
    """Whether a noun, or a verb of what was lost, tells the change: "a gain of 13 percent, or $190 million"."""
    word = reading.direction.of(passage.text) if reading.direction else ""
    told = lemmas(word, passage.lexicon.tag) if word else ()
    return any(passage.lexicon.any(f"changes.{name}", told) for name in ("nouns", "direct"))


def _is_share_of(passage: Passage, reading: Reading) -> bool:
    """ "Or 8% of its staff", «или 8 % штата»: a part, and no change."""
    at = reading.last
    if reading.unit != "%" or not passage.is_word(at):
        return False
    of = any(passage.lexicon.has(name, passage.word(at)) for name in ("counted.of", "hedges.special.from"))
    return of or any(one.pos == "noun" and one.case == "genitive" for one in passage.readings(at)[:1])


def _tells_when(passage: Passage, at: int) -> bool:
    hyphen = passage.word(at) == "-" and passage.is_glued(at) and passage.is_glued(at + 1)  # "month-on-month"
    return hyphen or any(passage.has(f"changes.{name}", at) for name in ("over", "times", "ways"))


def _over_remark(passage: Passage, first: int, last: int) -> int:
    """The token of the comma that closes "…, the most since 2023, and 3% from a year earlier"; else the first."""
    commas = [at for at in range(first, last) if passage.word(at) == ","]
    if not passage.lexicon.is_analytic or len(commas) != 2 or commas[1] < last - 2:
        return first
    inside = range(commas[0] + 1, commas[1])
    quiet = all(not passage.is_free(at) or passage.is_word(at) for at in inside)
    return (
        commas[1] if quiet and passage.lexicon.has("ordinals.special.articles", passage.word(commas[0] + 1)) else first
    )


def _is_paired(passage: Passage, reading: Reading, following: Reading) -> bool:
    gap = range(_over_remark(passage, reading.last, following.first), following.first)
    joints = [at for at in gap if passage.word(at) == "," or passage.lexicon.has("counted.joins", passage.word(at))]
    if len(gap) == 1:
        return len(joints) == 1
    inner = [at for at in gap if not (reading.direction and passage.tokens[at].span == reading.direction)]
    denied = len(inner) == 2 and passage.word(inner[0]) == "," and passage.lexicon.is_analytic
    if denied and passage.lexicon.has("hedges.special.not", passage.word(inner[1])):
        return reading.unit in RELATIVE  # "4% higher, not 7"
    parted = joints[-1:] in ([following.first - 1], [following.first - 2]) and len(gap) <= _MIRRORED
    if parted and passage.is_word(reading.last) and passage.word(reading.last) == passage.word(following.last):
        return reading.unit in RELATIVE  # "18% for cod and 7% for haddock"
    # «прибавили 0,6 % за месяц и 8,4 % за год»
    times = all(at in joints or not passage.is_free(at) or _tells_when(passage, at) for at in gap)
    return times and joints[-1:] == [following.first - 1] and reading.unit in RELATIVE
