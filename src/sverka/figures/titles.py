"""Numbers in the titles of books, films and firms: «Двенадцать стульев», «33 несчастья»."""

from __future__ import annotations

from sverka.figures.passage import Passage
from sverka.figures.ranges import DASHES
from sverka.figures.reading import Reading
from sverka.model.quantity import Kind
from sverka.text.predicates import is_predicate

_LONGEST = 6  # tokens of a title behind its number


def is_title(passage: Passage, reading: Reading) -> bool:
    """A thing counted or numbered right behind an opening quotation mark, with no verb before the closing one."""
    at = reading.first - 1
    opens = passage.word(at) in ("«", "“") and passage.is_glued(reading.first)
    if not opens or not _may_name(reading) or not _begins_big(passage, reading.first):
        return False
    for behind in range(reading.last, min(reading.last + _LONGEST, passage.size)):
        if passage.word(behind) in ("»", "”"):
            return not (passage.lexicon.verb_last and _is_said(passage, reading.first, behind))
        if not passage.is_word(behind) or passage.readings(behind)[0].pos == "verb":
            return False
    return False


def _is_said(passage: Passage, first: int, last: int) -> bool:
    """«Бір айда екі рет көтерілді» is what someone said: its last word is a verb, or the speaker follows."""
    if passage.word(last + 1) == "," and passage.word(last + 2) in DASHES:
        return True  # «Бес жыл бойы күттім», – дейді ол
    return is_predicate(passage.tokens[first:last], last - first - 1, passage.lexicon.tag)


def _may_name(reading: Reading) -> bool:
    whole = bool(reading.amounts) and reading.amounts[0].scale == 1
    return (
        whole and reading.hedge is None and (reading.kind is Kind.ORDINAL or reading.dimension in ("count", "calendar"))
    )


def _begins_big(passage: Passage, first: int) -> bool:
    return passage.is_number(first) or passage.tokens[first].is_capitalised
