"""What an amount is per: «тонн в год», «долл. за барр.», «ц/га», "barrels a day"."""

from __future__ import annotations

from sverka import units
from sverka.figures.passage import Passage

QUOTES = ("«", "»", "“", "”", "„", '"')
# Marks of one letter that are prepositions, or parts of other words, as often as units.
_LETTERS = ("g", "m", "s", "hour")
_SHORT = {"hour": "h", "year": "yr"}


def rate_at(passage: Passage, at: int) -> tuple[int, str] | None:
    """The token behind the wording that begins at a token, and the code of what it says the amount is per."""
    found = passage.lexicon.rates.at(passage.words, at) or _slashed(passage, at)
    return found or _per_unit(passage, at) or _hyphened(passage, at)


def _slashed(passage: Passage, at: int) -> tuple[int, str] | None:
    """«25 км/сағаттан», "90 km/saatdan": behind a slash what a number is per may stand in any case."""
    slash = passage.lexicon.verb_last and passage.word(at) == "/"
    return passage.lexicon.rates.by_lemma(passage.lemmas, at, passage.size) if slash else None


def _hyphened(passage: Passage, at: int) -> tuple[int, str] | None:
    """ "A million-tonne-a-year plant": the words of a rate joined by hyphens."""
    hyphens = passage.word(at) == passage.word(at + 2) == "-" and passage.is_glued(at)
    if not hyphens or passage.word(at + 1) not in passage.lexicon.rate_leads:
        return None
    found = passage.lexicon.units.by_lemma(passage.lemmas, at + 3, passage.size)
    return found and (found[0], _SHORT.get(found[1], found[1]))


def _per_unit(passage: Passage, at: int) -> tuple[int, str] | None:
    """A preposition, or a slash, and any unit of a dimension that it may lead to; «за 1 кв. м» too."""
    dimensions = passage.lexicon.rate_leads.get(passage.word(at))
    if dimensions is None:
        return None
    start = at + 2 if passage.word(at + 1) == "1" else at + 1
    quoted = passage.word(start) in QUOTES
    start += quoted  # «за «квадрат»»
    found = _mark(passage, start) if passage.is_word(start) else None
    slash = passage.word(at) == "/"
    article = passage.lexicon.numbers.has("article", passage.word(at))
    if article and passage.has("units.special.not_per", start) and not _ends(passage, start + 1):
        return None
    if found is not None and found[1] in _LETTERS and not slash:
        return None
    found = found or passage.lexicon.units.by_lemma(passage.lemmas, start, passage.size)
    unit = units.find(found[1]) if found else None
    if found is None or unit is None or unit.dimension not in dimensions:
        return None
    if quoted and passage.word(found[0]) not in QUOTES:
        return None
    return found[0] + quoted, _SHORT.get(found[1], found[1])


def _ends(passage: Passage, at: int) -> bool:
    """Whether no noun follows, as one does in "a second time"."""
    return not passage.is_word(at) or passage.lexicon.has("counted.stop", passage.word(at))


def _mark(passage: Passage, at: int) -> tuple[int, str] | None:
    match = passage.lexicon.marks.match(passage.text, passage.tokens[at].start, passage.span.end)
    if match is None:
        return None
    last = passage.index_at(match.end(), at)
    if passage.tokens[last - 1].end != match.end():
        return None
    return last, passage.lexicon.unit_of_mark(match.group())
