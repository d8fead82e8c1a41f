"""Ordinals: «третье заседание», «3-го форума», "III Games", "3rd meeting"."""

from __future__ import annotations

import re
from fractions import Fraction

from sverka import units
from sverka.figures.amounts import Amount, read_scaled
from sverka.figures.endings import chosen_form, forms_of, joined_ending
from sverka.figures.measures import Measure, is_adjective, of_code
from sverka.figures.nouns import had, is_verbal
from sverka.figures.numerals import read_numeral
from sverka.figures.passage import Passage
from sverka.figures.reading import Reading
from sverka.languages.grammar import grammar
from sverka.model.figure import Reason
from sverka.model.precision import last_digit
from sverka.model.quantity import Kind

# Cyrillic letters that are typed for Roman ones.
_CYRILLIC = str.maketrans("ІХМСіхмс", "IXMCixmc")
_ROMAN = re.compile(r"(?=[IVXLCM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROUND = ("L", "C", "D", "M")
_LONGEST = 16  # tokens before an ordinal that belong to it
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

_COUNTED = 40  # tokens before an ordinal in which those are counted that it is one of
_SHORT = 3  # letters of what may be an ending: «8-голы» and «6-жеңісін», but «20-дан»
_MOST = 100  # the highest place that is told by a bare number


def is_roman(written: str) -> bool:
    """True for capitals that read as a Roman numeral, also where Cyrillic letters were typed for them."""
    return written[0] in "IVXLCMІХМС" and _ROMAN.fullmatch(written.translate(_CYRILLIC)) is not None


def ordinal_digits(passage: Passage, index: int) -> Reading | None:
    """«3-го», «21-й», "3rd": digits with the ending of an ordinal."""
    if not passage.is_number(index):
        return None
    grouped = _grouped(passage, index)
    if grouped is not None or len(passage.words[index]) > 4:
        return grouped
    worth = passage.lexicon.numbers.ordinals.get(passage.word(index + 1), 0)
    if worth >= 1000 and not passage.is_number(index - 1):  # «8 мыңыншы жолаушы»
        return _reading(
            passage, index, index + 2, int(passage.words[index]) * worth, "ordinal digits", needs_noun=False
        )
    article = _article(passage, index) if passage.lexicon.verb_last else None
    if article is not None:
        return _label(index, article)
    if passage.word(index + 1) == "." and passage.is_glued(index + 1) and passage.is_word(index + 2):
        return _dotted(passage, index)
    hyphen = passage.word(index + 1) in ("-", "‑", "–") and passage.is_glued(index + 1)
    at = index + 2 if hyphen else index + 1
    if not hyphen and (place := _numbered_thing(passage, index)) is not None:
        return place
    if not (passage.is_glued(at) and passage.is_word(at)) or (not hyphen and _is_mark(passage, at)):
        return None
    if passage.is_glued(at + 1) and passage.is_number(at + 1):
        return None  # «10х15»
    if not passage.lexicon.has("ordinals.special.suffixes", passage.words[at]):
        return _numbered(passage, index, at) if hyphen else None
    if passage.lexicon.verb_last and passage.has("references.before", at + 1):
        return _label(index, at + 2)
    return _reading(passage, index, at + 1, int(passage.words[index]), "ordinal digits", needs_noun=False)


def _grouped(passage: Passage, index: int) -> Reading | None:
    """«100 000-шы тұрғын», "100 000-ci sakin": a number in groups, with the ending of an ordinal."""
    number = read_numeral(passage, index)
    if number is None or not number.is_whole or number.last <= index + 1 or not _has_ending(passage, number.last + 2):
        return None
    return _reading(passage, index, number.last + 2, int(number.value), "ordinal digits", needs_noun=False)


def _numbered_thing(passage: Passage, index: int) -> Reading | None:
    """«Занял 3 место», «5 тур»: a noun that is numbered, in a form that no count of it asks for."""
    if not passage.lexicon.tells_forms or not passage.has("ordinals.special.roman", index + 1):
        return None
    value = int(passage.words[index])
    if passage.has("ordinals.special.graded", index + 1) and _is_graded(passage, index):
        return _reading(passage, index, index + 1, value, "ordinal digits", needs_noun=False)
    counted = value % 10 == 1 and value % 100 != 11 and value > 1
    one = passage.readings(index + 1)[:1]
    alone = any(form.case in ("nominative", "accusative") and form.plural is False for form in one)
    if counted or not alone or not 0 < value <= _MOST or passage.is_glued(index + 1):
        return None
    return _reading(passage, index, index + 1, value, "ordinal digits", needs_noun=False)


def _is_graded(passage: Passage, index: int) -> bool:
    """«Пшеница 3 класса»: behind the noun that is of the class, in the genitive of one."""
    before = passage.readings(index - 1)[:1]
    form = passage.readings(index + 1)[:3]
    singular = any(one.case == "genitive" and one.plural is False for one in form)
    return singular and any(one.pos == "noun" for one in before)


def _is_mark(passage: Passage, at: int) -> bool:
    """«40м» are metres."""
    return passage.lexicon.marks.match(passage.text, passage.tokens[at].start, passage.span.end) is not None


def _label(first: int, last: int) -> Reading:
    return Reading("label", Kind.LEVEL, (), first, last, ignored=Reason.REFERENCE, why="the number of something")


def _article(passage: Passage, index: int) -> int | None:
    """The end of a number such as "308.2-ci", or of one of several before the word for all: "12, 14-cü maddələr"."""
    end = _numbering(passage, index)
    listed = end
    while listed is not None and (
        passage.word(listed) == "," or passage.lexicon.has("counted.joins", passage.word(listed))
    ):
        listed = _numbering(passage, listed + 1)
    if end is None or listed is None:
        return None
    many = listed > end and _has_ending(passage, listed) and passage.has("references.before", listed)
    parted = passage.word(index + 1) == "." and passage.is_glued(index + 1) and _has_ending(passage, end)
    return end if many or parted else None


def _numbering(passage: Passage, index: int) -> int | None:
    """The token behind a number of parts, "311.3.3", and its ending."""
    if not passage.is_number(index):
        return None
    end = index + 1
    while (
        passage.word(end) == "." and passage.is_glued(end) and passage.is_glued(end + 1) and passage.is_number(end + 1)
    ):
        end += 2
    return end + 2 if _has_ending(passage, end + 2) else end


def _has_ending(passage: Passage, end: int) -> bool:
    """Whether a hyphen and the ending of an ordinal stand before a token."""
    hyphen = passage.word(end - 2) in ("-", "‑", "–") and passage.is_glued(end - 2) and passage.is_glued(end - 1)
    return hyphen and passage.lexicon.has("ordinals.special.suffixes", passage.word(end - 1))


def _dotted(passage: Passage, index: int) -> Reading | None:
    """ "21. kurultay", "14. madde": where a full stop makes an ordinal of a number."""
    if not passage.lexicon.words["ordinals.special.dotted"]:
        return None
    return _of_noun(passage, index, index + 2)


def _numbered(passage: Passage, index: int, at: int) -> Reading | None:
    """«12-орын», «188-бап»: where a hyphen alone makes an ordinal of a number."""
    if not passage.lexicon.words["ordinals.special.hyphened"] or joined_ending(passage, index + 1) is not None:
        return None
    if had(passage, at) is not None:
        return None  # «17-қабатты үй» has so many
    form = chosen_form(passage, at)
    having = tuple(passage.lexicon.words["counted.having"])
    joined = passage.word(at).startswith(tuple(passage.lexicon.words["ordinals.special.joined"]))  # «2-еуінде»
    known = form.stem in passage.lexicon.words["counted.nouns"] or not (joined or passage.word(at).endswith(having))
    named = len(passage.word(at)) > _SHORT and known and not form.derived
    if named and not passage.has("references.before", at):
        return _reading(passage, index, at, int(passage.words[index]), "ordinal digits", needs_noun=True)
    return _of_noun(passage, index, at)


def _of_noun(passage: Passage, index: int, at: int) -> Reading | None:
    """The place of a thing in a row, or the number of an article, by the noun behind a number."""
    if passage.has("references.before", at):
        return _label(index, at + 1)
    if not passage.has("ordinals.special.roman", at):
        return None
    return _reading(passage, index, at, int(passage.words[index]), "ordinal digits", needs_noun=True)


def ordinal_words(passage: Passage, index: int) -> Reading | None:
    """«четвёртое заседание», «двадцать первый», "twenty-first": only where the noun stands behind it."""
    at = _ordinal_at(passage, index)
    value = None if at is None else _spelled(passage, index, at)
    if at is None or value is None or _is_part(passage, at) or _is_fall(passage, index):
        return None
    least = 2 if passage.lexicon.is_analytic else 1  # "every second counts"
    if value > least and passage.lexicon.numbers.special["each"] & passage.lemmas(index - 1):
        return _each(passage, index, at + 1, value)
    if _is_superlative(passage, index, at, value):
        return _reading(passage, index, at + 1, value, "ordinal words", needs_noun=False)
    if _is_before_number(passage, at + 1):
        return None
    if _is_further(passage, index, at, value):
        return _reading(passage, index, at + 1, value, "ordinal words", needs_noun=False)
    if value <= 3 and _is_vague(passage, index) and not passage.has("ordinals.special.plural", at + 1):
        return None
    if _places(passage, index, at) or (value > 2 and _is_linked(passage, index, at)):
        return _reading(passage, index, at + 1, value, "ordinal words", needs_noun=False)
    owned = passage.lexicon.has("ordinals.special.owners", passage.word(index - 1))
    if (value > 2 or (value == 2 and owned)) and _is_named(passage, index, at + 1):
        return _whole(passage, index, at + 1, at + 2, value, "ordinal words")
    return _reading(passage, index, at + 1, value, "ordinal words", needs_noun=True)


def _ordinal_at(passage: Passage, index: int) -> int | None:
    """Where the ordinal stands that number words from a token on lead to: «двадцать первый»."""
    numbers = passage.lexicon.numbers
    for at in range(index, min(index + _LONGEST, passage.size)):
        word = passage.words[at]
        if word in numbers.ordinals:
            return at
        if not (numbers.counts(word) or (at > index and (word == "-" or numbers.has("and", word)))):
            break
    return None


def _spelled(passage: Passage, index: int, at: int) -> int | None:
    """What an ordinal at a token is worth with the number words before it; None where they do not belong to it."""
    numbers = passage.lexicon.numbers
    last = numbers.ordinals[passage.word(at)]
    if at == index:
        return last
    before = read_scaled(passage, index)
    if before is None or before.value.denominator > 1 or not at - 1 <= before.last <= at:
        return None
    value = int(before.value)
    if last >= 100 and value % last:  # "two hundredth"
        return value - value % last + value % last * last
    teens = numbers.has_teens and value % 100 == 10
    return None if teens or last >= last_digit(str(value)) else value + last


def _each(passage: Passage, index: int, last: int, value: int) -> Reading | None:
    """«Каждый четвёртый опрошенный» is a quarter of them; «каждый второй день» is no share."""
    unit = passage.lexicon.units.by_lemma(passage.lemmas, last, passage.size)
    timed = unit is not None and units.table()[unit[1]].dimension in ("time", "calendar")
    if timed or not passage.is_free(last) or passage.has("units.special.times", last):
        return None
    worth, number = Fraction(1, value), passage.between(index - 1, last)
    amount = Amount(worth, worth, index - 1, last, number, is_spelled=True, is_share=True)
    return Reading("share", Kind.LEVEL, (amount,), index - 1, last, of_code("%", number, last))


def _is_vague(passage: Passage, index: int) -> bool:
    """«Первые результаты», «вторых ролей»: more than one, and so none of a row."""
    first = passage.readings(index)[:1]
    return passage.lexicon.tells_forms and any(one.plural for one in first)


def _is_fall(passage: Passage, index: int) -> bool:
    """ "Dropped a tenth week on week": a share, since the verb tells by how much."""
    article = passage.lexicon.numbers.has("article", passage.word(index - 1))
    fraction = passage.word(index) in passage.lexicon.numbers.fractions
    return article and fraction and passage.has("changes.direct", index - 2)


def _is_part(passage: Passage, at: int) -> bool:
    """«Пятая часть» is a share."""
    numbers = passage.lexicon.numbers
    return passage.word(at) in numbers.fractions and bool(numbers.special["part"] & passage.lemmas(at + 1))


def _places(passage: Passage, index: int, at: int) -> bool:
    """«Финишировала пятой», "ranks second": a place with no noun."""
    if passage.lexicon.verb_last:
        form = chosen_form(passage, at)  # with a case of its own no noun follows: "birinciyə 60, ikinciyə 36"
        told = any(one.case == "predicative" for one in forms_of(passage, at))
        told = told or (form.case == "dative" and not form.possessive and passage.is_number(at + 1))
        return told or passage.has("ordinals.special.placed", at + 1)
    ends = not passage.is_word(at + 1) or passage.lexicon.has("counted.stop", passage.word(at + 1))
    if passage.lexicon.tells_forms:
        oblique = any(one.case == "instrumental" for one in passage.readings(at))
        ends = oblique and (not passage.is_word(at + 1) or passage.readings(at + 1)[0].pos not in ("noun", "adjective"))
    if passage.lexicon.is_analytic and passage.lexicon.numbers.ordinals[passage.word(at)] > 1 and ends:
        return _is_placed(passage, index)
    return ends and passage.has("ordinals.special.placed", index - 1)


def _is_placed(passage: Passage, index: int) -> bool:
    """ "Came fourth, Hamilton eighth", "won from fourth on the grid": a place behind its verb, or behind who had it."""
    lexicon = passage.lexicon
    if any(passage.has(name, index - 1) for name in ("ordinals.special.placed", "counted.whither")):
        return True
    named = passage.is_word(index - 1) and passage.tokens[index - 1].is_capitalised
    if not named or not (passage.word(index - 2) == "," or lexicon.has("counted.joins", passage.word(index - 2))):
        return False
    near = range(max(1, index - _COUNTED), index - 2)
    return any(
        passage.word(one) in lexicon.numbers.ordinals and passage.has("ordinals.special.placed", one - 1)
        for one in near
    )


def _is_superlative(passage: Passage, index: int, at: int, value: int) -> bool:
    """ "The third-warmest August", "its second largest city"."""
    lexicon = passage.lexicon
    if not lexicon.is_analytic or value < 2 or passage.is_number(index - 1):
        return False
    best = at + 2 if passage.word(at + 1) == "-" and passage.is_glued(at + 1) else at + 1
    word = passage.word(best)
    return lexicon.has("ordinals.special.superlatives", word) or (word.endswith("est") and len(word) > 5)


def _is_before_number(passage: Passage, at: int) -> bool:
    """ "Its first five years": so many, and not the place of one."""
    lexicon, word = passage.lexicon, passage.word(at)
    return lexicon.is_analytic and (passage.is_number(at) or word in lexicon.numbers.cardinals)


def _is_further(passage: Passage, index: int, at: int, value: int) -> bool:
    """ "Three were held; a fourth fled", "in the first phase and 40 in the second", "the third of five children": one
    of those that the sentence counts, whose noun goes without saying."""
    lexicon, after = passage.lexicon, passage.word(at + 1)
    owned = index > 0 and passage.tokens[index - 1].text.endswith(("'s", "’s"))
    led = owned or lexicon.has("ordinals.special.articles", passage.word(index - 1))
    if not lexicon.is_analytic or not led:
        return False
    definite = not lexicon.numbers.has("article", passage.word(index - 1))
    if lexicon.has("counted.of", after):
        return definite and _is_count(passage, at + 2, least=value)
    ends = not passage.is_word(at + 1) or lexicon.has("counted.stop", after) or after in grammar(lexicon.tag).verbs
    ends = ends and not lexicon.has("ordinals.special.articles", after)  # "the second the whistle went"
    if not (ends or after.endswith(tuple(grammar(lexicon.tag).endings))) or after == "-":
        return False
    near = range(max(0, index - _COUNTED), index - 1)
    if (
        definite
        and passage.word(index - 2) in (",", ";")
        and any(_is_count(passage, one, least=max(2, value)) for one in near)
    ):
        return True  # "five heart attacks, the first at 37"
    if definite:
        return any(_is_ordinal(passage, one) for one in near)
    return any(_is_count(passage, one, least=value - 1, most=value - 1) for one in near)


def _is_ordinal(passage: Passage, at: int) -> bool:
    """ "Second" or "37th", with a word behind it."""
    digits = passage.is_number(at - 1) and passage.lexicon.has("ordinals.special.suffixes", passage.word(at))
    return (digits or passage.word(at) in passage.lexicon.numbers.ordinals) and passage.is_word(at + 1)


def _is_count(passage: Passage, at: int, least: int, most: int = _MOST) -> bool:
    """Whether a number of things within bounds stands at a token; the two of "two thirds" is none."""
    word = passage.word(at)
    digits = int(word) if passage.is_number(at) and word.isdecimal() else 0
    worth = digits or passage.lexicon.numbers.cardinals.get(word, Fraction(0))
    if passage.is_glued(at) and passage.word(at - 1) in (".", ","):
        return False  # the 4 of "7.4bn"
    alone = passage.is_word(at + 1) and passage.word(at + 1) not in passage.lexicon.numbers.fractions
    return alone and least <= worth <= most and worth > 1


def _is_linked(passage: Passage, index: int, at: int) -> bool:
    """ "The relay team were sixth"."""
    ends = not passage.is_word(at + 1) or passage.lexicon.has("counted.stop", passage.word(at + 1))
    return ends and passage.lexicon.is_analytic and passage.has("changes.link", index - 1)


def _is_named(passage: Passage, index: int, at: int) -> bool:
    """ "A third terminal", "its twelfth season": where no dictionary knows nouns, an article shows one."""
    lexicon, word = passage.lexicon, passage.word(at)
    if lexicon.hedges.before(passage.words, index - 1) is not None or passage.has("changes.direct", index - 2):
        return False  # "nearly a third of them", "fell a third"
    led = lexicon.has("ordinals.special.articles", passage.word(index - 1))
    if not lexicon.is_analytic or not passage.is_word(at) or not led:
        return False
    compares = lexicon.has("changes.more", word) or lexicon.has("changes.less", word)
    compares = compares and not _is_in_row(passage, at)
    return not (compares or lexicon.has("counted.stop", word) or word in grammar(lexicon.tag).verbs)


def _is_in_row(passage: Passage, at: int) -> bool:
    """ "The third reduction in a row"."""
    return any(passage.lexicon.has("ordinals.special.running", passage.word(near)) for near in range(at + 1, at + 4))


def ordinal_roman(passage: Passage, index: int) -> Reading | None:
    """«III Играх», «І степени», «XXI век»: capitals before a noun that is numbered, or before a capital."""
    if not passage.is_word(index):
        return None
    written = passage.tokens[index].text.translate(_CYRILLIC)
    if not is_roman(written) or not passage.is_word(index + 1) or written in _ROUND:
        return None  # "a Series C round"
    numbered = any(passage.has(f"ordinals.special.{name}", index + 1) for name in ("roman", "adjectives"))
    named = (
        len(written) > 1 and passage.tokens[index + 1].is_capitalised and not passage.tokens[index + 1].text.isupper()
    )
    if not (numbered or (named and passage.has("ordinals.special.roman", index + 2)) or named):
        return None
    return _reading(passage, index, index + 1, _roman(written), "ordinal roman", needs_noun=False)


def _roman(written: str) -> int:
    worths = [_WORTH[letter] for letter in written]
    return sum(
        -worth if worth < following else worth for worth, following in zip(worths, [*worths[1:], 0], strict=True)
    )


def _reading(passage: Passage, first: int, last: int, value: int, rule: str, *, needs_noun: bool) -> Reading | None:
    noun = _noun_end(passage, last)
    if noun is None and needs_noun:
        return None
    return _whole(passage, first, last, noun or last, value, rule)


def _whole(passage: Passage, first: int, last: int, end: int, value: int, rule: str) -> Reading:
    number = passage.between(first, last)
    amount = Amount(Fraction(value), Fraction(1), first, last, number, is_whole=True)
    span = passage.between(last, end) if end > last else number
    if end > last and passage.has("ordinals.special.anniversary", end - 1):
        years = of_code("year", span, end)
        return Reading("anniversary ordinal", Kind.ORDINAL, (amount,), first, end, years, is_exact=True)
    measure = Measure("ordinal", "ordinal", Fraction(1), span, end)
    return Reading(rule, Kind.ORDINAL, (amount,), first, end, measure, is_exact=True)


def _noun_end(passage: Passage, index: int) -> int | None:
    """The token behind the noun that an ordinal numbers, with at most two adjectives between.

    Where no dictionary knows nouns, only those that the language file lists count.
    """
    between = passage.lexicon.ordinal_between.at(passage.words, index)
    if between:
        return _noun_behind(passage, between[0]) or between[0]  # «второй по величине в регионе»
    return _noun_behind(passage, index)


def _noun_behind(passage: Passage, start: int) -> int | None:
    if passage.lexicon.verb_last and passage.word(start) in ("“", "«", '"', "„"):
        return start  # ikinci “ağıllı kənd”
    for at in range(start, start + 3):
        if not passage.is_word(at) or passage.lexicon.has("counted.stop", passage.word(at)):
            return None
        known = passage.lexicon.tells_forms
        if known and passage.tokens[at].text.isascii() and passage.tokens[at].is_capitalised:
            return at + 1  # «седьмой Airbus»
        if passage.readings(at)[0].pos == "noun" if known else passage.has("ordinals.special.roman", at):
            return at + 1
        if passage.lexicon.verb_last:
            return None if is_verbal(passage, at) else at + 1
        if not is_adjective(passage, at):
            return None
    return None
