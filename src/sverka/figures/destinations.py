"""Where a number stands in a change: what it rises by, and what it rises to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sverka.figures.endings import chosen_form
from sverka.figures.passage import Passage
from sverka.languages.grammar import grammar
from sverka.model.span import Span

REACH = 25  # tokens before a number in which its verb is looked for
_SHARE = 5  # tokens that a share may have
REACH_BEHIND = 5  # tokens behind it, in languages whose verb comes last


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb or noun of change that a number hangs on; `sign` is 1 for a rise."""

    sign: int
    index: int
    span: Span


def governor(passage: Passage, index: int, reach: int = REACH) -> Governor | None:
    """The nearest word of change before a token, unless another verb stands nearer."""
    for at in range(index - 1, max(-1, index - 1 - reach), -1):
        word = passage.word(at)
        if word == ";":
            return None
        if not passage.is_word(at):
            continue
        found = change_word(passage, at)
        if found is not None:
            return found
        if _is_verb(passage, at) and not passage.has("changes.link", at):
            return None
    return None


def _is_verb(passage: Passage, at: int) -> bool:
    """Short marks such as «см» may be read as shortened verbs, and are none."""
    return len(passage.words[at]) > 2 and passage.readings(at)[0].pos == "verb"


def change_word(passage: Passage, at: int) -> Governor | None:
    """The word at a token, where it says that something rose or fell."""
    if not passage.is_word(at):
        return None
    if passage.has("changes.rise", at):
        return Governor(1, at, passage.tokens[at].span)
    if passage.has("changes.fall", at):
        return Governor(-1, at, passage.tokens[at].span)
    return None


def begins_span(passage: Passage, first: int) -> bool:
    """True for a number that «с», "from", leads within a word or two: «с прошлогодних 1,5»."""
    since = passage.lexicon.words["hedges.special.since"]
    return any(passage.tokens[at].text.lower() in since for at in range(max(0, first - 3), first))


def _ends_span(passage: Passage, at: int) -> bool:
    """True for the «до» of «с 1,5 млрд до 2 млрд»: a number, its unit and «с» stand before it."""
    for before in range(at - 1, max(-1, at - 6), -1):
        if passage.is_number(before) or passage.word(before) in passage.lexicon.numbers.cardinals:
            first = before - 2 if passage.word(before - 1) in (",", ".") else before
            return begins_span(passage, first)
    return False


def is_destination(passage: Passage, at: int) -> bool:
    """True for the «до» at a token that says where a value arrives: «вырос до 2 млрд», «с 5 до 10»."""
    if _ends_span(passage, at) or _after_signed(passage, at) or _after_by(passage, at):
        return True
    for before in range(at - 1, max(-1, at - 1 - REACH), -1):
        if passage.word(before) == ";":
            return False
        if not passage.is_word(before):
            continue
        if change_word(passage, before) or passage.has("changes.to_level", before):
            if passage.has("changes.losing", before) and not any(passage.is_number(near) for near in range(before, at)):
                return False  # «потеряли до 70 % урожая», and no «потеряли 2 %, до 284 рублей»
            return not (passage.has("changes.nouns", before) and _is_dashed(passage, before, at))
        if not passage.lexicon.numbers.multiples.keys().isdisjoint(passage.lemmas(before)):
            return True
        if _is_verb(passage, before):
            return False
    return False


def _is_dashed(passage: Passage, noun: int, at: int) -> bool:
    """«Прибавка – до 445 рублей» bounds what the noun is: no number stands between them."""
    dashed = passage.tokens[at - 1].text in ("–", "—", "-") and not passage.is_glued(at)
    return dashed and not any(passage.is_number(between) for between in range(noun, at))


def _after_signed(passage: Passage, at: int) -> bool:
    """«+0,7 %, до 2 931 пункта»: a change with a sign, right before."""
    for before in range(at - 1, max(-1, at - 9), -1):
        if passage.word(before) in ("+", "−", "-", "–"):
            return passage.is_glued(before + 1) and not (before > 0 and passage.is_glued(before))
        if passage.is_word(before):
            return False
    return False


def _after_by(passage: Passage, at: int) -> bool:
    """«WTI – на 1,5 %, до $66,1»: by how much, and a comma, right before."""
    unit = passage.lexicon.units.by_lemma(passage.lemmas, at - 2, at) if passage.is_word(at - 2) else None
    relative = passage.word(at - 2) == "%" or (unit is not None and unit[1] in ("%", "pp"))
    if passage.word(at - 1) != "," or not relative:
        return False
    for before in range(at - 3, max(-1, at - 9), -1):
        if passage.lexicon.has("hedges.special.by", passage.word(before)):
            return passage.is_number(before + 1) or passage.lexicon.numbers.counts(passage.word(before + 1))
        if passage.word(before) == "," and not passage.is_glued(before):
            return False
    return False


def comparative(passage: Passage, at: int) -> Governor | None:
    """The word at a token, where it compares: «больше», "lower"."""
    word = passage.word(at)
    if passage.lexicon.has("changes.more", word):
        return Governor(1, at, passage.tokens[at].span)
    if passage.lexicon.has("changes.less", word):
        return Governor(-1, at, passage.tokens[at].span)
    return None


def governor_behind(passage: Passage, index: int, reach: int = REACH_BEHIND) -> Governor | None:
    """The word of change that follows a number where verbs end their clause: «62 пайызға өсті», "62 faiz artıb"."""
    if not passage.lexicon.verb_last:
        return None
    for at in list(_words_behind(passage, index))[:reach]:
        found = change_word(passage, at)
        if found is not None:
            return found
        if passage.has("changes.to_level", at):
            return None
    return None


def governor_beyond(passage: Passage, index: int, *, relative: bool) -> Governor | None:
    """The word of change of the next clause, which a comma or a dash parts from a number with no verb of its own.

    «Қант 5 теңгеге, ұн 18 пайызға қымбаттады»
    """
    if not passage.lexicon.verb_last or passage.word(index) not in (",", "–", "—"):
        return None
    for at in range(index + 1, min(index + REACH // 2, passage.size)):
        found = change_word(passage, at)
        if found is not None or not passage.is_free(at) or passage.word(at) in (";", ":"):
            return found
        to = passage.lexicon.has("hedges.special.to", passage.word(at))
        if to and relative and not _has_share(passage, index, at):
            continue  # «7,5 пайызға, 714 млрд теңгеге дейін өсті»
        if to or (passage.is_word(at) and (_tells_otherwise(passage, at) or passage.has("changes.to_level", at))):
            return None
    return None


def _has_share(passage: Passage, first: int, last: int) -> bool:
    units = passage.lexicon.units
    found = (units.by_lemma(passage.lemmas, at, last) for at in range(first, last) if passage.is_word(at))
    return "%" in passage.words[first:last] or any(unit is not None and unit[1] == "%" for unit in found)


def arrives_behind(passage: Passage, first: int, index: int) -> bool:
    """True for «4,5 млн тоннаға дейін өсті»: the words up to `index` tell where a change arrives, not a bound."""
    to = passage.lexicon.words["hedges.special.to"]
    if not passage.lexicon.verb_last or not (passage.word(index - 1) in to or index - 1 <= first):
        return False
    behind = list(_words_behind(passage, index))
    if behind and passage.has("counted.nouns", behind[0]) and not chosen_form(passage, behind[0]).stripped:
        return False  # «7 миллионға дейін шабақ өсіреді»
    if any(_moves(passage, at) for at in behind):
        return True
    if passage.is_number(index) and _has_share(passage, index, index + _SHARE):
        return comes_about(passage, index)  # «4 061 тоннаға дейін 33 %-ға кеміді»
    return passage.word(index) == "," and comes_about(passage, index)  # «4 млн-ға дейін, импорт 7 пайызға артты»


def comes_about(passage: Passage, index: int) -> bool:
    """Whether the next verb from a token on tells of a change."""
    for at in range(index, min(index + REACH, passage.size)):
        if passage.word(at) in (";", ":"):
            return False
        if passage.is_word(at) and _moves(passage, at):
            return True
        if passage.is_word(at) and _tells_otherwise(passage, at):
            return False
    return False


def _moves(passage: Passage, at: int) -> bool:
    return change_word(passage, at) is not None or passage.has("changes.to_level", at)


def _tells_otherwise(passage: Passage, at: int) -> bool:
    lexicon, word = passage.lexicon, passage.word(at)
    return word in grammar(lexicon.tag).verbs or word.endswith(tuple(lexicon.words["counted.endings"]))


def _words_behind(passage: Passage, index: int) -> Iterator[int]:
    """The few words behind a number, up to a sign or another number."""
    for at in range(index, min(index + REACH_BEHIND, passage.size)):
        if not passage.is_word(at) or passage.lexicon.numbers.counts(passage.word(at)):
            return
        yield at
        if chosen_form(passage, at).case in ("dative", "ablative"):
            return  # «ауруханаға түсті»: the verb has an end of its own
