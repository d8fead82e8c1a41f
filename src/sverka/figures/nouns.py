"""The noun that a number counts."""

from __future__ import annotations

from sverka.figures.amounts import Amount
from sverka.figures.endings import chosen_form, forms_of, is_owned, joined_ending
from sverka.figures.passage import Passage
from sverka.languages.grammar import grammar
from sverka.languages.morphology import Reading, nominative
from sverka.languages.suffixes import suffixes

_OBLIQUE = ("genitive", "dative", "instrumental", "locative")
_HERD = 12  # tokens around a noun of two senses in which a word tells which


def counted_noun(passage: Passage, amount: Amount, index: int) -> tuple[str, int] | None:
    """The dictionary form of the noun at a token that an amount may count, and the token behind it.

    A compound is one noun, named by the part that the number governs.
    """
    marks = passage.lexicon.counted_marks
    dotted = passage.word(index + 1) == "." and passage.is_glued(index + 1)  # «41 гол» are goals, «41 гол.» heads
    shortened = marks.get(passage.word(index)) or (marks.get(f"{passage.word(index)}.") if dotted else None)
    if shortened is not None:
        return shortened, index + 1
    head = passage.lexicon.counted_heads.get(passage.word(index))
    if head is not None and (amount.scale >= 1000 or _leads_to_noun(passage, index) or _is_of_herd(passage, index)):
        return head, index + 1
    last = index
    while _joins(passage, last):
        if _is_ending(passage, last):
            return passage.tokens[last].text, last + 1  # «30 АЕК-ке»
        last += 2
    if not passage.is_word(last):
        return None
    if last > index and passage.lexicon.verb_last and is_owned(passage, index - 1):
        return None  # «екеуінің ата-анасы»
    read = _turkic if passage.lexicon.verb_last else _inflected if passage.lexicon.tells_forms else _english
    lemma = read(passage, amount, last)
    if lemma and last > index and passage.lexicon.verb_last and not passage.tokens[index].text.isupper():
        return f"{passage.words[index]}-{lemma}", last + 1  # «іс-шара»
    owned = _head(passage, last) if lemma and passage.lexicon.verb_last else None
    if owned is not None:
        return chosen_form(passage, owned).stem, owned + 1
    if lemma and last > index and _is_unit_part(passage, index, last):
        return f"{passage.words[index]}-{lemma}", last + 1  # «тонно-километр», "tonne-kilometre"
    if last > index and passage.lexicon.tells_forms and not passage.tokens[index].text.isupper():
        lemma = read(passage, amount, index) or lemma  # «3 завода-гиганта» counts «завод», «IT-компаний» «компания»
    return (lemma, last + 1) if lemma else None


def _is_of_herd(passage: Passage, index: int) -> bool:
    """«Двести сорок голов, дойных сто»: cattle are spoken of, and no goals."""
    near = range(max(0, index - _HERD), min(passage.size, index + _HERD))
    return any(passage.has("counted.herds", at) for at in near)


def _is_unit_part(passage: Passage, index: int, last: int) -> bool:
    """Whether two units are multiplied: «тонно-километров»."""
    units, first = passage.lexicon.units, passage.words[index]
    stem = first[:-1] + "а" if passage.lexicon.tells_forms and first.endswith("о") else first
    whole = units.by_lemma(passage.lemmas, last, passage.size)
    return last == index + 2 and whole is not None and units.at((stem,), 0) is not None


def _is_ending(passage: Passage, index: int) -> bool:
    """Whether a hyphen joins a suffix to capitals."""
    return passage.tokens[index].text.isupper() and joined_ending(passage, index + 1) is not None


def _joins(passage: Passage, index: int) -> bool:
    hyphen = passage.word(index + 1) in ("-", "‑") and passage.is_glued(index + 1) and passage.is_glued(index + 2)
    return hyphen and passage.is_word(index + 2)


def _inflected(passage: Passage, amount: Amount, index: int) -> str | None:
    """A noun in a case and number that the numeral can govern; an adjective only where no noun follows it."""
    readings, written = passage.readings(index), passage.tokens[index].text
    if _is_abbreviation(written):
        return written
    if readings[0].pos not in ("noun", "adjective") and readings[0].form != "gerund" and not _is_command(readings[0]):
        return None
    if passage.has("counted.adjectives", index) and not _leads_to_noun(passage, index):
        return None  # «шесть золотых» are medals
    fitting = [reading for reading in readings if reading.pos == "noun" and _agrees(passage, amount, reading)]
    if fitting:
        adjective = (
            readings[0].pos == "adjective" and _leads_to_noun(passage, index) and not _is_owned(passage, amount, index)
        )
        adjective = adjective or _describes_next(passage, index)
        lemma = fitting[0].lemma
        return None if adjective else passage.lexicon.singular.get(lemma, lemma)
    alone = readings[0].pos == "adjective" and not _leads_to_noun(passage, index)
    if alone and _is_one(amount) and readings[0].case == "nominative" and readings[0].plural is False:
        return nominative(passage.words[index], passage.lexicon.tag)  # «171 заключённый»
    alone = alone and bool(readings[0].plural)
    return substantive(passage, index) if alone and readings[0].case == "genitive" else None


def _is_command(reading: Reading) -> bool:
    """«80 тысяч голубей»: an imperative, which stands behind no number, so that the noun of that form is meant."""
    return reading.pos == "verb" and reading.form == "finite" and reading.tense is None and reading.case is None


def _is_one(amount: Amount) -> bool:
    """Whether a number ends in one, and so governs a singular."""
    single = amount.scale == 1 and amount.is_whole and amount.value > 1
    return single and int(amount.value) % 10 == 1 and int(amount.value) % 100 != 11


def _is_owned(passage: Passage, amount: Amount, index: int) -> bool:
    """«20 рабочих завода»: a noun in the singular that a plural cannot describe is what they are of."""
    few = amount.scale == 1 and amount.is_whole and int(amount.value) % 10 in (1, 2, 3, 4)
    return not few and any(one.case == "genitive" and one.plural is False for one in passage.readings(index + 1)[:1])


def _describes_next(passage: Passage, index: int) -> bool:
    """«214 пьяных водителей»: an adjective that is a noun elsewhere, in the case and number of the noun behind it."""
    if passage.has("counted.substantives", index):
        return False  # «20 учёных институтов»
    nouns = [one for one in passage.readings(index + 1)[:1] if one.pos == "noun" and one.plural]
    own = [one for one in passage.readings(index) if one.pos == "adjective" and one.plural]
    return any(one.case == noun.case for one in own for noun in nouns)


def _is_abbreviation(written: str) -> bool:
    """«МРП», «ГПа»: capitals, or a short mark with one inside."""
    inner = len(written) <= 4 and any(letter.isupper() for letter in written[1:])
    return 2 <= len(written) <= 6 and not written.isascii() and (written.isupper() or inner)


def substantive(passage: Passage, index: int) -> str:
    """«12 пострадавших»: a participle has a verb for its dictionary form, so that it is named by its own first form."""
    lemma = passage.readings(index)[0].lemma
    return nominative(passage.words[index], passage.lexicon.tag) if lemma.endswith(("ть", "ти", "чь", "ся")) else lemma


def _leads_to_noun(passage: Passage, index: int) -> bool:
    return any(reading.pos in ("noun", "adjective") for reading in passage.readings(index + 1)[:2])


def _agrees(passage: Passage, amount: Amount, reading: Reading) -> bool:
    """Whether a number may govern a noun; «51 документов» was another number before somebody mistyped it."""
    if reading.case is None or reading.plural is None:
        return False
    if amount.scale != 1 or not amount.is_whole:
        return reading.case == "genitive"
    ones, tens = int(amount.value) % 10, int(amount.value) % 100
    if amount.last - amount.first == 1 and passage.lexicon.numbers.has("people", passage.word(amount.first)):
        return reading.plural and reading.case in _OBLIQUE  # «у троих обморожения»: they are not three
    if ones == 1 and tens != 11:
        return not reading.plural or reading.case == "genitive"
    oblique = reading.plural and reading.case in _OBLIQUE
    if 2 <= ones <= 4 and not 12 <= tens <= 14:
        if passage.lexicon.words["counted.few"]:
            return oblique or (reading.plural and reading.case in passage.lexicon.words["counted.few"])
        return oblique or (reading.case == "genitive" and not reading.plural)
    return oblique


def _english(passage: Passage, amount: Amount, index: int) -> str | None:
    """A plural noun; a word that ends a run of adjectives, or begins a clause, is none."""
    word = passage.word(index)
    if passage.lexicon.has("counted.irregular", word):
        return passage.lexicon.singular.get(word, word)
    if word in grammar(passage.lexicon.tag).verbs and passage.lexicon.numbers.counts(passage.word(index + 1)):
        return None  # "40 billion covers two million tonnes"
    if passage.lexicon.has("counted.stop", word) or passage.word(index + 1) in ("'", "’"):
        return None
    if _expects(passage, amount.first - 1, index + 1):
        return None  # "the 106,000 economists had expected"
    written = passage.tokens[index].text
    if written.rstrip("s").isupper() and 2 <= len(written) <= 6 and not _many(passage, index + 1):
        return written.rstrip("s")  # "12 MPs", "100 MCI", and no "12 EU states"
    if amount.is_whole and amount.value == 1:
        return None
    return next((reading.lemma for reading in passage.readings(index) if reading.plural), None)


def _expects(passage: Passage, before: int, at: int) -> bool:
    """Whether "the" stands before a number, and behind the noun what somebody thought that it would be."""
    at += passage.lexicon.has("counted.had", passage.word(at))
    led = passage.lexicon.has("ordinals.special.articles", passage.word(before))
    return led and passage.lexicon.has("counted.expects", passage.word(at))


def _head(passage: Passage, index: int) -> int | None:
    """The noun that another before it belongs to, or two joined ones: "dövlət və hökumət başçısı"."""
    if _is_head(passage, index + 1):
        return index + 1
    joined = passage.lexicon.has("counted.joins", passage.word(index + 1)) and _is_head(passage, index + 3)
    return index + 3 if joined and not chosen_form(passage, index).stripped else None


def _many(passage: Passage, index: int) -> bool:
    return passage.is_word(index) and any(one.plural for one in passage.readings(index))


def _is_head(passage: Passage, index: int) -> bool:
    """A known noun with a possessive, behind one without an ending: «жүк көлігі», "plan yeri"."""
    bare = passage.is_word(index) and not chosen_form(passage, index - 1).stripped
    bare = bare and not passage.word(index).endswith(tuple(passage.lexicon.words["counted.saying"]))
    form = chosen_form(passage, index) if bare else None
    return form is not None and form.possessive and form.stem in passage.lexicon.words["counted.nouns"]


def _turkic(passage: Passage, amount: Amount, index: int) -> str | None:
    """Any word but an adjective, a verb or a postposition: a number is followed by what it counts, in the singular."""
    if passage.has("units.special.times", index):
        return next(
            (stem for stem in sorted(passage.lemmas(index)) if passage.lexicon.has("units.special.times", stem)), None
        )
    owner = had(passage, index)
    hyphened = index == amount.last + 1 and passage.is_glued(index)
    if owner is not None and (index == amount.last or hyphened):
        return owner
    if passage.has("counted.stop", index) or is_marked_adjective(passage, index) or is_verbal(passage, index):
        return None
    if _is_apart(passage, index):
        return None
    if is_owned(passage, index - 1) or passage.word(index) in passage.lexicon.numbers.ordinals:
        return None
    written = passage.tokens[index].text
    return written if written.isupper() and len(written) > 1 else chosen_form(passage, index).stem


def _is_apart(passage: Passage, index: int) -> bool:
    """ "1 100 vaxtından əvvəl doğulan uşaq": an unknown word before "before" says when."""
    form = chosen_form(passage, index)
    known = form.case != "ablative" or form.stem in passage.lexicon.words["counted.nouns"]
    return not known and passage.lexicon.has("counted.apart", passage.word(index + 1))


def had(passage: Passage, index: int) -> str | None:
    """The noun in a word for what has so many of it: "60 yerlik bağça" has 60 places, and is not counted.

    Where such words are adjectives of place too, «11 ауылдық округ», the language lists the nouns.
    """
    word, words = passage.word(index), passage.lexicon.words
    if not passage.lexicon.verb_last:
        return None
    known = words["counted.held"] or words["counted.nouns"]
    if word in words["counted.nouns"]:
        return None
    stems = (word.removesuffix(ending) for ending in words["counted.having"] if word.endswith(ending))
    found = next((stem for stem in stems if stem in known), None)
    table = suffixes(passage.lexicon.tag)
    return table.dropped.get(found, found) if table and found else found  # «4 балдық» has points


def is_verbal(passage: Passage, index: int) -> bool:
    if passage.has("counted.nouns", index):
        return False  # «14 үйді» only ends as verbs do
    names = ("changes.rise", "changes.fall", "changes.link", "changes.to_level", "changes.more", "changes.less")
    if any(passage.lexicon.has(name, passage.word(index)) for name in names):
        return True
    if _is_object_of_verb(passage, index):
        return False
    return passage.word(index).endswith(tuple(passage.lexicon.words["counted.endings"])) or _ends_clause(passage, index)


def _is_object_of_verb(passage: Passage, index: int) -> bool:
    """«13 мың кибершабуылды тойтарды»: of two words that end alike the second is the verb."""
    if not passage.lexicon.verb_last or not passage.is_word(index + 1) or passage.has("counted.stop", index + 1):
        return False
    objects = any(form.case == "accusative" for form in forms_of(passage, index))
    return objects and _ends_clause(passage, index + 1)


def _ends_clause(passage: Passage, index: int) -> bool:
    """«380 миллион жұмсалды.»: an unknown word that looks like an object, with no verb behind it, is the verb."""
    if passage.is_word(index + 1) or passage.is_number(index + 1) or not passage.lexicon.verb_last:
        return False
    form = chosen_form(passage, index)
    return form.case == "accusative" and not form.possessive and form.stem not in passage.lexicon.words["counted.nouns"]


def is_marked_adjective(passage: Passage, index: int) -> bool:
    """A word that its ending, or the language file, shows to be an adjective, with a word behind it."""
    if not passage.is_word(index) or not passage.is_word(index + 1):
        return False
    word, lexicon = passage.word(index), passage.lexicon
    plain = any(lexicon.has(f"counted.{name}", word) for name in ("stop", "nouns"))
    plain = plain or _is_object(passage, index)
    if plain or lexicon.has("counted.stop", passage.word(index + 1)) or is_verbal(passage, index + 1):
        return False
    marked = word.endswith(tuple(lexicon.words["counted.adjective_endings"]))
    return marked or lexicon.has("counted.adjectives", word) or _leads_to_known(passage, index)


def _is_object(passage: Passage, index: int) -> bool:
    """ "10 avtomobili xilas edib": a known noun in the accusative only ends as adjectives do, unless one follows."""
    form, nouns = chosen_form(passage, index), passage.lexicon.words["counted.nouns"]
    known = form.stem in nouns and chosen_form(passage, index + 1).stem not in nouns
    owned = form.possessive and form.case is None  # which ends alike
    return known and not form.derived and (form.case == "accusative" or owned)


def _leads_to_known(passage: Passage, index: int) -> bool:
    """An unknown word without an ending before a noun that is known: "151 fərdi ev"."""
    form, behind = chosen_form(passage, index), chosen_form(passage, index + 1)
    twice = form.case == behind.case == "accusative"  # «412 лауазымды адамды»: of two alike the first only describes
    if (form.stripped and not twice) or passage.has("counted.nouns", index):
        return False
    named = behind.stem in passage.lexicon.words["counted.nouns"] and not behind.possessive
    return named and behind.case in (None, "genitive", "accusative")
