"""Number words that state nothing, and numbers that are part of a name."""

from __future__ import annotations

from fractions import Fraction

from sverka.figures.amounts import Amount, scale_at
from sverka.figures.destinations import change_word
from sverka.figures.endings import NONE, chosen_form, ending_at, joined_ending
from sverka.figures.label_lists import over_list
from sverka.figures.measures import Measure, is_adjective, of_code
from sverka.figures.numerals import read_numeral
from sverka.figures.passage import Passage
from sverka.figures.ranges import DASHES
from sverka.figures.reading import Reading, skipped
from sverka.languages.grammar import grammar
from sverka.model.figure import Reason
from sverka.model.quantity import Kind
from sverka.text.tokens import TokenKind

_LED = 3  # tokens from the start of an idiom to its number word, «без пяти минут»
_ENDS = (".", ",", "»", "”", '"', ")", "", "-", "–", "—")  # what may stand behind a name
# Words of so many letters may stand in small letters in a heading.
_SHORT = 4
_ABBREVIATED = 3  # letters of a shortened word at most: «дом 5 кв.»
_HOURS = 24
_QUOTED = (("«", "»"), ("“", "”"))
_OF_TIME = ("locative", "dative", "ablative")
_FEW = 4  # after so many nights are told as «ночи» is
_AT = ("into", "to", "since", "toward")  # what leads to a time of day
_PHASES = 20  # the highest number of a phase or a chapter that is spelled
_BEFORE = 12  # tokens before a number in which a verb of change is looked for
_TITLE = 7  # words of a title before its number, at most
_NAMED = 3  # words of a name between a verb and its score
_HYPHENS = ("-", "‑", "–")


def titled(passage: Passage, index: int) -> Reading | None:
    """ "The Three Gorges", "the Big Four": capitals that a number word has in no sentence but in names."""
    if not passage.lexicon.is_analytic or index == 0 or not passage.is_word(index) or not passage.is_word(index - 1):
        return None
    if not passage.tokens[index].is_capitalised or passage.tokens[index].text.isupper() or _is_heading(passage):
        return None
    if not passage.lexicon.numbers.counts(passage.word(index)) and not _is_ordinal(passage, index):
        return None
    last = index + 2 if passage.is_word(index + 1) and passage.tokens[index + 1].is_capitalised else index + 1
    return Reading("name", Kind.LEVEL, (), index, last, ignored=Reason.NAME, why="a number in a name")


def _is_ordinal(passage: Passage, index: int) -> bool:
    after = passage.is_word(index + 1) and passage.tokens[index + 1].is_capitalised
    return after and passage.word(index) in passage.lexicon.numbers.ordinals


def _is_heading(passage: Passage) -> bool:
    """Whether every long word begins with a capital."""
    return all(token.is_capitalised for token in passage.tokens if token.is_word and len(token.text) > _SHORT)


def idiom(passage: Passage, index: int) -> Reading | None:
    """«один на один», «третьих стран»: no figure."""
    if passage.is_number(index):
        return None
    for start in range(index, max(-1, index - _LED), -1):
        found = passage.lexicon.idioms.by_lemma(passage.lemmas, start, passage.size)
        if found and found[0] > index:
            told = _counts(passage, index, found[0]) or _is_running(passage, found[0]) or _is_one_more(passage, start)
            return None if told else skipped(index, found[0])
    return None


def _is_one_more(passage: Passage, start: int) -> bool:
    """ "Unchanged for a third year": an article, and a time that comes once more."""
    numbers = passage.lexicon.numbers
    ordinal = numbers.ordinals.get(passage.word(start), 0) > 1 and numbers.has("article", passage.word(start - 1))
    unit = passage.lexicon.units.by_lemma(passage.lemmas, start + 1, passage.size) if ordinal else None
    measure = of_code(unit[1], passage.tokens[start].span, unit[0]) if unit else None
    return measure is not None and measure.dimension in ("time", "calendar")


def _is_running(passage: Passage, at: int) -> bool:
    """ "The third month running", "a third year in a row": one of a row, and no idiom."""
    return any(passage.lexicon.has("ordinals.special.running", passage.word(near)) for near in range(at, at + 3))


def _counts(passage: Passage, index: int, last: int) -> bool:
    """Whether an idiom of number words alone is a number after all: "min bir ton", "min bir yüz"."""
    numbers = passage.lexicon.numbers
    if not all(numbers.counts(passage.word(at)) for at in range(index, last)):
        return False
    measured = passage.lexicon.units.by_lemma(passage.lemmas, last, passage.size) is not None
    return measured or numbers.counts(passage.word(last))


def name(passage: Passage, index: int) -> Reading | None:
    """COP29, G7, «Боинг-737», 5G: digits joined to letters that are no unit."""
    if not passage.is_number(index):
        return None
    if _is_sized(passage, index):
        return None
    first, last = _left(passage, index), _right(passage, index)
    if _is_serial(passage, index):
        last = _tail(passage, index + 1)
        return Reading("name", Kind.LEVEL, (), first, last, ignored=Reason.NAME, why="a number in a name")
    if first == index and last == index + 1 and not _after_latin(passage, index):
        return None
    return Reading("name", Kind.LEVEL, (), first, last, ignored=Reason.NAME, why="a number in a name")


def _is_serial(passage: Passage, index: int) -> bool:
    """«Zeekr 001», 007: whole numbers that begin with a nought; three numbers in a row, «7-20-25»."""
    written = passage.words[index]
    if _is_chained(passage, index) and _is_chained(passage, index + 2):
        return True
    decimal = passage.word(index + 1) in (",", ".", ":", "/") and passage.is_glued(index + 1)
    return len(written) > 2 and written[0] == "0" and not decimal and not passage.is_glued(index)


def _is_chained(passage: Passage, at: int) -> bool:
    hyphen = passage.word(at + 1) in _HYPHENS[:2] and passage.is_glued(at + 1) and passage.is_glued(at + 2)
    return hyphen and passage.is_number(at + 2)


def _is_sized(passage: Passage, index: int) -> bool:
    """ "A magnitude-7.1 quake": a small word, a hyphen and a decimal."""
    joined = passage.word(index - 1) == "-" and passage.is_glued(index) and passage.is_glued(index - 1)
    decimal = passage.word(index + 1) == "." and passage.is_glued(index + 2) and passage.is_number(index + 2)
    word = passage.tokens[index - 2].text if index > 1 else ""
    return passage.lexicon.is_analytic and joined and decimal and word.isalpha() and word.islower() and len(word) > 3


def _left(passage: Passage, index: int) -> int:
    """Where the name begins: letters glued to the number, or a capitalised word and a hyphen."""
    before = index - 1
    if passage.is_word(before) and passage.is_glued(index):
        money = passage.lexicon.has("units.special.before", passage.tokens[before].text)
        return index if money else _word_start(passage, before)
    hyphened = passage.word(before) in _HYPHENS[:2] and passage.is_glued(index) and passage.is_glued(before)
    if hyphened and passage.is_word(before - 1) and passage.tokens[before - 1].kind is TokenKind.WORD:
        return _word_start(passage, before - 1)
    return index


def _word_start(passage: Passage, index: int) -> int:
    while (
        passage.is_glued(index)
        and passage.is_free(index - 1)
        and (passage.is_word(index - 1) or passage.is_number(index - 1) or passage.word(index - 1) in _HYPHENS[:2])
    ):
        index -= 1
    return index


def _right(passage: Passage, index: int) -> int:
    """The token behind a name that begins with digits: 5G, 3D, "737-800"; a unit or a scale is none."""
    after = index + 1
    if not passage.is_glued(after) or not passage.is_word(after):
        return _over_decimals(passage, _tail(passage, after)) if _left(passage, index) < index else after
    if _left(passage, index) == index and _is_known(passage, index, after):
        return index + 1
    return _tail(passage, after + 1)


def _tail(passage: Passage, at: int) -> int:
    while passage.is_glued(at) and (passage.is_number(at) or passage.is_word(at) or _is_inner_hyphen(passage, at)):
        at += 1
    return at


def _over_decimals(passage: Passage, at: int) -> int:
    """Behind the decimals of an unknown currency or code, "Xy43.3m": they are no number of their own."""
    point = passage.word(at) in (",", ".") and passage.is_glued(at) and passage.is_glued(at + 1)
    return _tail(passage, at + 1) if point and passage.is_number(at + 1) else at


def _is_inner_hyphen(passage: Passage, at: int) -> bool:
    follows = passage.is_glued(at + 1) and (passage.is_number(at + 1) or passage.is_word(at + 1))
    return passage.word(at) in (*_HYPHENS[:2], "+") and follows


def _is_known(passage: Passage, index: int, after: int) -> bool:
    """True where the letters behind digits are a scale, a unit or an ending."""
    lexicon, word = passage.lexicon, passage.words[after]
    if word in lexicon.counted_marks:
        return True  # "5pts"
    if lexicon.numbers.scales.get(word) is not None and not lexicon.numbers.has("symbols", word):
        return True
    if lexicon.numbers.has("symbols", word):
        return lexicon.numbers.is_latin or scale_at(passage, after) is not None
    if lexicon.marks.match(passage.text, passage.tokens[after].start, passage.span.end):
        return True
    if lexicon.has("ordinals.special.suffixes", word) or word == "fold":
        return not (passage.is_glued(after + 1) and passage.is_number(after + 1))  # «10х15»
    return lexicon.units.by_lemma(passage.lemmas, after, passage.size) is not None


def _after_latin(passage: Passage, index: int) -> bool:
    """A bare number that ends a name: «Windows 11» in a Russian text, "Paris 2024" in any."""
    before = index - 1
    if passage.word(index + 1) == "»" and passage.word(before) in _HYPHENS:
        before -= 1  # «Таза Қазақстан – 2025»
    if not passage.is_word(before) or passage.is_glued(index) or not passage.tokens[before].is_capitalised:
        return False
    word = passage.tokens[before].text
    if passage.lexicon.has("units.special.before", word) or _goes_on(passage, index + 1):
        return False
    if passage.is_glued(index + 1) and passage.is_glued(index + 2) and passage.is_number(index + 2):
        return False  # «ROE 31,4 %»
    year = before > 0 and len(passage.words[index]) == 4 and passage.words[index][:2] in ("19", "20")
    if (passage.word(before - 1), passage.word(index + 1)) in _QUOTED or _ends_title(passage, index):
        return True  # «Хабар 24», “Formula 1”
    latin = not passage.lexicon.numbers.is_latin and word.isascii()
    latin = latin and not (word.isupper() and len(word) > 2)  # «PMI 51» is a level
    ends = passage.word(index + 1) in _ENDS or passage.is_word(index + 1)
    return (year or latin) and ends


def _ends_title(passage: Passage, index: int) -> bool:
    """ "Zootropolis 2" in straight marks, “The Long Road Home 3”: behind capitals alone, but for little words."""
    closing = passage.word(index + 1)
    if not passage.lexicon.is_analytic or closing not in ('"', "”") or not passage.is_glued(index + 1):
        return False
    at = index - 1
    while index - at < _TITLE and passage.is_word(at):
        small = len(passage.tokens[at].text) <= _SHORT
        if not (small or passage.tokens[at].is_capitalised):
            return False
        at -= 1
    opens = passage.word(at) in ('"', "“") and passage.is_glued(at + 1) and passage.tokens[at + 1].is_capitalised
    return opens and not passage.is_glued(at)


def _goes_on(passage: Passage, at: int) -> bool:
    """Whether a word behind a bare number may be what it counts; a verb or a preposition is not."""
    if not passage.is_word(at) or not passage.lexicon.tells_forms:
        return passage.is_word(at)
    known = passage.lexicon.numbers.counts(passage.word(at)) or passage.lexicon.marks.match(
        passage.text, passage.tokens[at].start, passage.span.end
    )
    return bool(known) or passage.readings(at)[0].pos in ("noun", "adjective", "numeral")


def labelled(passage: Passage, index: int) -> Reading | None:
    """«статья 5», "page 12", «рейс 243»: a bare number behind a word that is numbered."""
    if not passage.is_number(index):
        return (
            _spelled_label(passage, index)
            or _spelled_odds(passage, index)
            or _spelled_hour(passage, index)
            or _hour_in_words(passage, index)
        )
    against_one = _against_one(passage, index)
    if against_one is not None:
        return against_one
    if passage.lexicon.has("references.after", passage.word(index + 1)):
        return Reading("label", Kind.LEVEL, (), index, index + 2, ignored=Reason.NAME, why="the number of something")
    at = index - 1
    if passage.word(at) == ".":
        at -= 1
    if passage.lexicon.has("references.dayparts", passage.word(at)):
        hour = _hour(passage, index)
        if hour is not None or not passage.lexicon.has("references.before", passage.word(at)):
            return hour
    if not _is_label(passage, at) and not (_is_code(passage, at) and _is_label(passage, at - 1)):
        return None
    if passage.word(index + 1) == "%" or passage.word(index + 1) in passage.lexicon.numbers.scales:
        return None
    number = read_numeral(passage, index)
    if number is not None and (scale_at(passage, number.last) is not None or passage.word(number.last) == "%"):
        return None  # «үй. 4,5 миллион теңге», "the Ibex 0.1%"
    if passage.lexicon.verb_last and not _is_closed(passage, index + 1):
        return None  # "avtobus 50 sərnişin daşıyırdı"
    if passage.lexicon.is_analytic and _is_measured(passage, index + 1):
        return None
    if passage.lexicon.tells_forms and (_states(passage, index, at) or _are_many(passage, index, at)):
        return None
    timed = passage.is_number(at - 1) and _is_unit(passage, at)
    if timed or passage.lexicon.rates_before.before(passage.words, index) is not None:
        return None  # «2 сағат 14 минут» is a time that it takes, «сағатына 120 шақырым» a speed
    if passage.word(index + 1) in (",", ".") and passage.is_glued(index + 1) and passage.is_number(index + 2):
        last = index + 3 if passage.is_glued(index + 2) else index + 1
    else:
        last = _over_brackets(passage, index + 1)
    last = over_list(passage, at, _over_list(passage, _other_end(passage, last), at))
    return Reading("label", Kind.LEVEL, (), index, last, ignored=Reason.REFERENCE, why="the number of something")


def _states(passage: Passage, index: int, label: int) -> bool:
    """«Корпус 3 тонны», «маршрут 12,5», «школа 300 мест»: decimals, a unit, or things that the number governs behind
    what is no part of a document («пункт 12 правил»)."""
    after = index + 1
    if passage.word(after) == "," and passage.is_glued(after) and passage.is_glued(after + 1):
        return passage.is_number(after + 1)
    if not passage.is_word(after):
        return False
    unit = passage.lexicon.units.by_lemma(passage.lemmas, after, passage.size)
    mark = passage.lexicon.marks.match(passage.text, passage.tokens[after].start, passage.span.end)
    length = len(passage.words[after])
    if unit is not None and (length > _ABBREVIATED or (length > 1 and passage.word(unit[0]) != ".")):
        return True
    if mark is not None and len(mark.group()) > 1 and passage.word(passage.index_at(mark.end(), after)) != ".":
        return True
    many = int(passage.words[index][-2:]) % 100
    governs = many % 10 in (0, 5, 6, 7, 8, 9) or 11 <= many <= 19
    nouns = [one for one in passage.readings(after)[:1] if one.pos == "noun" and one.plural]
    if any(one.case == "instrumental" for one in nouns):
        return True  # «приняли закон 62 голосами»
    things = any(one.case == "genitive" for one in nouns)
    return governs and things and not passage.has("references.parts", label)


def _over_list(passage: Passage, last: int, label: int) -> int:
    """Behind the other numbers of «школы 5, 7 и 12», «маршруты 3 и 8»."""
    if not passage.lexicon.tells_forms or not any(one.plural for one in passage.readings(label)[:2]):
        return last
    while passage.word(last) == "," or passage.lexicon.has("counted.joins", passage.word(last)):
        if not passage.is_number(last + 1) or passage.is_glued(last + 1) or _states(passage, last + 1, label):
            break
        last += 2
    return last


def _are_many(passage: Passage, index: int, label: int) -> bool:
    """«Вакансий в школах 436»: a plural is the label of two numbers or more."""
    many = bool(passage.readings(label)[:1]) and all(one.plural for one in passage.readings(label)[:1])
    after = passage.word(index + 1)
    if not many or after in DASHES:
        return False
    listed = after == "," or passage.lexicon.has("counted.joins", after)
    return not (listed and passage.is_number(index + 2))


def _spelled_label(passage: Passage, index: int) -> Reading | None:
    """ "Phase two, 9km to the airport", "chapter three": a number word that nothing follows which it could count; of
    grades, "category two calls", any may follow."""
    lexicon = passage.lexicon
    label = any(lexicon.has(f"references.{name}", passage.word(index - 1)) for name in ("before", "turns"))
    if not lexicon.is_analytic or not label:
        return None
    value = lexicon.numbers.cardinals.get(passage.word(index))
    after = passage.word(index + 1)
    ends = not passage.is_word(index + 1) and not passage.is_number(index + 1) and after not in _HYPHENS
    if lexicon.has("references.turns", passage.word(index - 1)):
        return _label(index) if not passage.is_word(index + 1) and after not in _HYPHENS else None
    graded = lexicon.has("references.graded", passage.word(index - 1))
    ends = ends or lexicon.has("counted.stop", after) or graded
    if value is None or value > _PHASES or not ends or lexicon.numbers.counts(passage.word(index - 2)):
        return None
    if lexicon.out_of.at(passage.words, index + 1) is not None:
        return None  # "they answer one in ten"
    return _label(index)


def _spelled_odds(passage: Passage, index: int) -> Reading | None:
    """ "Outnumber men by three to one"."""
    lexicon, one = passage.lexicon, index + 2
    odds = lexicon.is_analytic and lexicon.has("hedges.special.to", passage.word(index + 1))
    if not odds or lexicon.numbers.cardinals.get(passage.word(one)) != 1:
        return None
    ends = not passage.is_word(one + 1) or lexicon.has("counted.stop", passage.word(one + 1))
    alone = passage.word(index) in lexicon.numbers.cardinals and passage.word(one + 1) != "-"
    return _reference(index, one + 1, "odds") if ends and alone else None


def _against_one(passage: Passage, index: int) -> Reading | None:
    """ "The odds are 139 million to one"."""
    number = read_numeral(passage, index) if passage.lexicon.is_analytic else None
    scale = scale_at(passage, number.last) if number else None
    if number is None or passage.word(scale[1] if scale else number.last) != "to":
        return None
    at = scale[1] + 1 if scale else number.last + 1
    one = passage.lexicon.numbers.cardinals.get(passage.word(at)) == 1
    return _reference(index, at + 1, "odds") if one and _ends_label(passage, at + 1) else None


def _ends_label(passage: Passage, at: int) -> bool:
    return not passage.is_word(at) or passage.lexicon.has("counted.stop", passage.word(at))


def _spelled_hour(passage: Passage, index: int) -> Reading | None:
    """«Таңғы жетіде», "gecə on birdə": an hour in the case of a time."""
    if not passage.lexicon.verb_last or not passage.lexicon.has("references.dayparts", passage.word(index - 1)):
        return None
    hour = read_numeral(passage, index)
    if hour is None or hour.value > _HOURS or chosen_form(passage, hour.last - 1).case not in _OF_TIME:
        return None
    return _reference(index, hour.last, "a time of day")


def _hour_in_words(passage: Passage, index: int) -> Reading | None:
    """«К пяти утра», «в девять вечера»: behind a preposition, where «три ночи» are no nights."""
    value = passage.lexicon.numbers.cardinals.get(passage.word(index))
    hours = passage.lexicon.hours.at(passage.words, index + 1) if value is not None and value <= _HOURS else None
    led = any(passage.lexicon.has(f"hedges.special.{name}", passage.word(index - 1)) for name in _AT)
    led = led or passage.lexicon.hedges.before(passage.words, index) is not None
    led = led or (value is not None and value > _FEW and passage.lexicon.tells_forms)  # «после пяти утра»
    return _reference(index, hours[0], "a time of day") if hours is not None and led else None


def _label(index: int) -> Reading:
    return Reading("label", Kind.LEVEL, (), index, index + 1, ignored=Reason.REFERENCE, why="the number of something")


def _other_end(passage: Passage, last: int) -> int:
    """Behind the other number of «сағат 12-ден 14-ке дейін»."""
    case, after = ending_at(passage, last) if passage.lexicon.verb_last else (NONE, last)
    if case != "ablative" or not passage.is_number(after):
        return last
    case, end = ending_at(passage, after + 1)
    return end if case == "dative" else last


def _is_unit(passage: Passage, at: int) -> bool:
    marked = passage.lexicon.marks.match(passage.text, passage.tokens[at].start, passage.span.end)
    return marked is not None or passage.lexicon.units.by_lemma(passage.lemmas, at, at + 1) is not None


def _hour(passage: Passage, index: int) -> Reading | None:
    """ "Səhər 9-da": an hour stands in a case; what is counted in the morning does not."""
    ending = joined_ending(passage, index + 1)
    if ending is None or ending[0] == NONE or int(passage.words[index]) > 24:
        return None
    until = joined_ending(passage, ending[1] + 1) if passage.is_number(ending[1]) else None
    return _reference(index, until[1] if until else ending[1], "a time of day")


def _is_closed(passage: Passage, at: int) -> bool:
    """Whether nothing that a number may count stands at a token: an end, an ending, a postposition."""
    ends = passage.word(at) in ("", ",", ".", ";", ")", ":")
    suffixed = passage.word(at) in _HYPHENS and passage.is_glued(at) and passage.is_word(at + 1)
    return (
        ends
        or suffixed
        or joined_ending(passage, at) is not None
        or passage.lexicon.has("counted.stop", passage.word(at))
    )


def _is_measured(passage: Passage, at: int) -> bool:
    if not passage.is_word(at):
        return False
    mark = passage.lexicon.marks.match(passage.text, passage.tokens[at].start, passage.span.end)
    return mark is not None or passage.lexicon.units.by_lemma(passage.lemmas, at, passage.size) is not None


def _over_brackets(passage: Passage, at: int) -> int:
    """Past the "(3)(b)" of "section 12(3)(b)"."""
    while passage.word(at) == "(" and passage.is_glued(at) and passage.word(at + 2) == ")" and passage.is_free(at + 1):
        at += 3
    return at


def _is_label(passage: Passage, at: int) -> bool:
    """A word that is numbered; of a shortened one no form counts, so that «риса» is no «рис.»."""
    if not passage.is_word(at) or not passage.has("references.before", at):
        return False
    long = len(passage.words[at]) > 4 and not passage.lexicon.verb_last
    return passage.lexicon.has("references.before", passage.word(at)) or long


def _is_code(passage: Passage, at: int) -> bool:
    """The letters of «рейс KC 7221»."""
    return passage.is_word(at) and passage.tokens[at].text.isupper() and len(passage.words[at]) <= 3


def placed(passage: Passage, index: int) -> Reading | None:
    """Hours, addresses and scores: «в 9 утра», "9 a.m.", «улица Абая, 12», "12 Abai Street", "won 3-1"."""
    if not passage.is_number(index) or len(passage.words[index]) > 3:
        return None
    if _is_rating(passage, index):
        return _reference(index, index + 2, "an age that something is for")
    hours = passage.lexicon.hours.at(passage.words, index + 1)
    if hours is not None and int(passage.words[index]) <= 24:
        return _reference(index, hours[0], "a time of day")
    if _is_clock_range(passage, index):
        return _reference(index, index + 4, "a time of day")
    if _is_address(passage, index):
        return _reference(index, index + 1, "an address")
    if _is_score(passage, index):
        return _reference(index, _over_scores(passage, _over_break(passage, index + 3)), "a score")
    return _reference(index, index + 3, "odds") if _are_odds(passage, index) else None


def _is_clock_range(passage: Passage, index: int) -> bool:
    """«С 9 до 18 часов»: hours from and to, unless a verb of change makes lengths of them."""
    lexicon = passage.lexicon
    led = lexicon.has("hedges.special.since", passage.word(index - 1)) and lexicon.tells_forms
    bound = led and lexicon.has("hedges.special.to", passage.word(index + 1)) and passage.is_number(index + 2)
    if not bound or not all(int(passage.words[at][:3]) <= _HOURS for at in (index, index + 2)):
        return False
    unit = lexicon.units.by_lemma(passage.lemmas, index + 3, passage.size)
    changes = any(change_word(passage, at) for at in range(max(0, index - _BEFORE), index))
    return unit is not None and unit[1] == "hour" and not changes


def _is_rating(passage: Passage, index: int) -> bool:
    """«Рейтинг 16+»: not the «500+ компаний» of a hedge."""
    rated = passage.lexicon.has("references.ratings", passage.word(index))
    follows = passage.is_word(index + 2) or passage.is_number(index + 2)
    return rated and passage.word(index + 1) == "+" and passage.is_glued(index + 1) and not follows


def _reference(first: int, last: int, why: str) -> Reading:
    return Reading("label", Kind.LEVEL, (), first, last, ignored=Reason.REFERENCE, why=why)


def _is_address(passage: Passage, index: int) -> bool:
    ends = passage.word(index + 1) in ("", ".", ",", ";", ")", "(") or passage.has("references.streets", index + 1)
    if passage.word(index - 1) == "," and ends:
        near = range(max(0, index - 5), index - 1)
        named = passage.tokens[index - 2].is_capitalised or _is_street(passage, index - 2)
        decimal = passage.is_glued(index + 1) and passage.is_glued(index + 2) and passage.is_number(index + 2)
        return named and not decimal and any(_is_street(passage, at) for at in near)
    after = range(index + 1, min(index + 4, passage.size))
    street = next((at for at in after if passage.lexicon.has("references.streets", passage.word(at))), None)
    return street is not None and all(passage.tokens[at].is_capitalised for at in range(index + 1, street + 1))


def _is_street(passage: Passage, at: int) -> bool:
    """A word for a street; where any word may be one, such as "place", its capital tells."""
    capital = passage.tokens[at].is_capitalised or not passage.lexicon.is_analytic
    return capital and passage.has("references.streets", at)


def _is_score(passage: Passage, index: int) -> bool:
    """ "Won 3-1", "a 0-2 defeat", "voted by 7–2"; two numbers that fall make no range."""
    if not _is_pair(passage, index) or len(passage.words[index + 2]) > 3 or _is_counted(passage, index + 3):
        return False
    named = index
    while index - named < _NAMED and passage.is_word(named - 1) and passage.tokens[named - 1].is_capitalised:
        named -= 1  # "beat AC Milan 3-1"
    named -= passage.word(named - 1) == ":"  # "skoru belirledi: 2-1"
    told = any(
        passage.lexicon.has("references.scores", passage.word(near)) for near in (named - 1, named - 2, index + 3)
    )
    first, second = int(passage.words[index]), int(passage.words[index + 2])
    # elsewhere two numbers that fall are as soon a range that somebody mistyped
    falls = passage.lexicon.is_analytic and bool(passage.lexicon.words["references.scores"])
    return told or (falls and (first > second or first == 0))


def _is_pair(passage: Passage, index: int) -> bool:
    joined = passage.word(index + 1) in _HYPHENS and passage.is_glued(index + 1) and passage.is_glued(index + 2)
    return joined and passage.is_number(index) and passage.is_number(index + 2)


def _is_counted(passage: Passage, at: int) -> bool:
    """Whether a unit or a scale stands behind a pair of numbers, so that it measures something."""
    lexicon = passage.lexicon
    if at >= passage.size or passage.lexicon.has("references.scores", passage.word(at)):
        return False
    if lexicon.numbers.scales.get(passage.word(at)) is not None or passage.word(at) in (".", ",", "-", "–", "/"):
        return lexicon.numbers.scales.get(passage.word(at)) is not None or (
            passage.is_number(at + 1) and passage.is_glued(at + 1)
        )
    mark = lexicon.marks.match(passage.text, passage.tokens[at].start, passage.span.end)
    if mark is not None and lexicon.has("units.special.glued", mark.group()) and not passage.is_glued(at):
        return False  # "won 3-1 in front of"
    return mark is not None or lexicon.units.by_lemma(passage.lemmas, at, passage.size) is not None


def _over_scores(passage: Passage, at: int) -> int:
    """Past the other sets of "6-4 3-6 7-6 (7-5)"."""
    while True:
        lead = at + (passage.word(at) in ("(", ","))
        if not _is_pair(passage, lead):
            return at
        at = _over_break(passage, lead + 3 + (passage.word(lead + 3) == ")" and passage.word(lead - 1) == "("))


def _over_break(passage: Passage, at: int) -> int:
    """Past the loser's points of "6-7 (4), 7-5"."""
    alone = passage.word(at) == "(" and passage.is_number(at + 1) and passage.word(at + 2) == ")"
    return at + 3 if alone and len(passage.words[at + 1]) <= 2 else at


def _are_odds(passage: Passage, index: int) -> bool:
    """ "11/4": no share, since the first is the larger."""
    slashed = passage.word(index + 1) == "/" and passage.is_glued(index + 1) and passage.is_glued(index + 2)
    if not slashed or not passage.is_number(index + 2) or passage.word(index + 3) == "/":
        return False
    below = passage.words[index + 2]
    return len(below) <= 2 and int(passage.words[index]) > int(below) > 0 and passage.word(index - 1) != "-"


def both(passage: Passage, index: int) -> Reading | None:
    """«обе стороны», "both leaders": what is named is only counted."""
    if not passage.lexicon.numbers.has("both", passage.word(index)):
        return None
    number = passage.tokens[index].span
    amount = Amount(Fraction(2), Fraction(1), index, index + 1, number, is_whole=True, is_spelled=True)
    last = _named_end(passage, index + 1)
    parted = passage.lexicon.parts.before(passage.words, index) is not None
    parted = parted or (passage.lexicon.verb_last and (_has_count(passage, index) or _is_of_things(passage, index - 1)))
    if last is None and (parted or passage.lexicon.has("counted.leads", passage.word(index - 1))):
        return Reading(
            "both", Kind.LEVEL, (amount,), index, index + 1, is_exact=True
        )  # «олардың екеуі», «қалған екеуі»
    if last is None:
        return skipped(index, index + 1)
    measure = _things(passage, last)
    return Reading(
        "both", Kind.LEVEL, (amount,), index, last, measure, is_exact=True, ignored=Reason.TRIVIAL, why=_ONLY_COUNTS
    )


def _is_of_things(passage: Passage, at: int) -> bool:
    """«Қабырғасының екеуі»: two of what belongs to somebody."""
    form = chosen_form(passage, at) if passage.is_word(at) else None
    return form is not None and form.case == "genitive" and form.possessive


def _has_count(passage: Passage, index: int) -> bool:
    """«Үш адам мінген қайық аударылып, екеуі суға кетті»: more than two have been counted before."""
    counts = passage.lexicon.numbers.cardinals
    near = range(max(0, index - _COUNTED), index)
    spelled = any(2 < counts.get(passage.word(at), 0) <= _MANY for at in near)
    return spelled or any(_counts_things(passage, at) for at in near)


def _counts_things(passage: Passage, at: int) -> bool:
    """Whether digits count more than two things: "5 adam"."""
    digits = passage.words[at] if passage.is_number(at) and len(passage.words[at]) <= len(str(_MANY)) else "0"
    return int(digits) > 2 and passage.is_word(at + 1)


_MANY = 1000

_COUNTED = 12  # tokens before "both" in which the things that it is two of are counted
_ONLY_COUNTS = "it only counts what is named"


def _named_end(passage: Passage, index: int) -> int | None:
    for at in range(index, index + 3):
        if not passage.is_word(at):
            return None
        if passage.has("trivial.nouns", at):
            return at + 1
        if not is_adjective(passage, at):
            return None
    return None


def _things(passage: Passage, last: int) -> Measure:
    lemma = next(iter(sorted(passage.lemmas(last - 1) & passage.lexicon.words["trivial.nouns"])))
    return Measure(lemma, "count", Fraction(1), passage.tokens[last - 1].span, last, is_noun=True)


def _is_object(passage: Passage, index: int) -> bool:
    """Whether a verb stands right before a number."""
    if not passage.is_word(index - 1):
        return False
    if passage.lexicon.tells_forms:
        return passage.readings(index - 1)[0].form == "finite"
    return passage.word(index - 1) in grammar(passage.lexicon.tag).verbs


def trivial(passage: Passage, reading: Reading) -> Reason | None:
    """Small number words before countries, leaders and their like only count what the text names."""
    amount = reading.amounts[0] if len(reading.amounts) == 1 else None
    if amount is None or not amount.is_spelled or reading.measure is None or not reading.measure.is_noun:
        return None
    few = passage.lexicon.has("trivial.words", str(amount.value))
    if amount.value > 2 and _is_object(passage, reading.first):
        return None  # «пересекает три страны»
    named = passage.lexicon.has("trivial.nouns", reading.measure.unit)
    if passage.lexicon.verb_last and ending_at(passage, reading.last)[0] not in (NONE, "genitive"):
        return None  # «үш елді кесіп өтеді» states how many
    return Reason.TRIVIAL if few and named and reading.hedge is None else None
