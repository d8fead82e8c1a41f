"""Numbers that are ages though they do not say so: "aged 81", "his wife, 44,", "people over 65", "she is 34"."""

from __future__ import annotations

from sverka.figures.amounts import Amount
from sverka.figures.destinations import change_word
from sverka.figures.endings import joined_ending
from sverka.figures.measures import Measure, of_code
from sverka.figures.passage import Passage
from sverka.figures.ranges import DASHES

_YOUNG, _OLD = 10, 110  # what is an age where little says so
_CLOSES = (",", ";", ".", "!", "?", "…", ")")  # what ends the clause that tells an age alone
_FAR = 16  # tokens before an ordinal in which a noun tells that it is of a person
_NEAR = 8  # tokens before a name in which a noun tells that it is a person's


def aged(passage: Passage, amount: Amount) -> Measure | None:
    """The measure of years that go without saying."""
    at = _over_bound(passage, amount.first) - 1
    if amount.scale != 1 or not passage.lexicon.words["hedges.special.ages"] or at < 0:
        return None
    told = _is_said(passage, amount, at) or (_is_old(amount) and _is_of_person(passage, amount, at))
    if told or _is_somebodys(passage, amount):
        return of_code("year", passage.tokens[amount.first - 1].span, amount.last)
    if not passage.lexicon.is_analytic or not passage.has("changes.link", amount.first - 1):
        return None
    return _averaged(passage, amount) or _of_age(passage, amount)


def _averaged(passage: Passage, amount: Amount) -> Measure | None:
    """ "Brides were 26.4 on average"."""
    told = passage.has("hedges.special.persons", amount.first - 2) and _YOUNG <= amount.value <= _OLD
    if not told or not passage.has("hedges.special.average", amount.last + 1):
        return None
    return of_code("year", passage.tokens[amount.first - 1].span, amount.last)


def _of_age(passage: Passage, amount: Amount) -> Measure | None:
    """ "The median age of the population was 44.7": a link, behind the word for an age and no other sign."""
    if not 0 < amount.value <= _OLD or not _is_left_alone(passage, amount.last):
        return None
    for at in range(amount.first - 2, max(0, amount.first - _FAR), -1):
        if not passage.is_word(at):
            return None
        if passage.has("hedges.special.ages", at):
            average = passage.has("hedges.special.average", at - 1)
            return of_code("year", passage.tokens[at].span, amount.last) if average else None
    return None


def _is_left_alone(passage: Passage, at: int) -> bool:
    return not passage.is_word(at) or passage.lexicon.has("counted.stop", passage.word(at))


def outgrown(passage: Passage, amount: Amount, end: int) -> Measure | None:
    """The years of «18-ге толмаған жасөспірім»: the hedge that ends before a token is said of ages alone."""
    if not passage.lexicon.verb_last or not passage.lexicon.has("hedges.special.older", passage.word(end - 1)):
        return None
    return of_code("year", passage.tokens[end - 1].span, end) if _is_old(amount) else None


def _is_somebodys(passage: Passage, amount: Amount) -> bool:
    """«Ему 34», «погибшему было около сорока»: somebody in the dative opens a clause that nothing else stands in."""
    if not passage.lexicon.words["hedges.special.whose"] or not 0 < amount.value <= _OLD:
        return False
    if passage.lexicon.verb_last:
        return _is_at_age(passage, amount)
    if amount.last < passage.size and passage.tokens[amount.last].text not in (*DASHES, *_CLOSES):
        return False
    hedge = passage.lexicon.hedges.before(passage.words, amount.first)
    at = (hedge[0] if hedge else amount.first) - 1
    while at > 0 and passage.has("hedges.special.reached", at):
        at -= 1
    if not passage.is_word(at) or not _is_somebody(passage, at) or _are_dealt(passage, at):
        return False
    at -= 1
    while at >= 0 and passage.is_word(at) and (_is_dative(passage, at) or passage.readings(at)[0].pos == "pronoun"):
        at -= 1
    return at < 0 or not passage.is_word(at) or passage.has("hedges.special.meanwhile", at)


def _is_at_age(passage: Passage, amount: Amount) -> bool:
    """«Ол 55-те, әйелі 49-да»: somebody, and the case of a place on a number that ends the clause."""
    at, ending = amount.first - 1, joined_ending(passage, amount.last)
    if ending is None or ending[0] != "locative" or not passage.is_word(at):
        return False
    if ending[1] < passage.size and passage.tokens[ending[1]].text not in (*DASHES, *_CLOSES):
        return False
    named = at > 0 and passage.tokens[at].is_capitalised and passage.tokens[at - 1].is_capitalised
    return named or passage.lexicon.has("hedges.special.whose", passage.word(at))


def _is_somebody(passage: Passage, at: int) -> bool:
    """A word for one person in the dative, or the last of two words of a name; «всем» too, but no «учителям»."""
    known = passage.lexicon.words["hedges.special.whose"]
    named = at > 0 and passage.tokens[at].is_capitalised and passage.tokens[at - 1].is_capitalised
    dative = (one for one in passage.readings(at) if one.case == "dative" and not (one.plural and one.pos == "noun"))
    return any(one.lemma in known or (named and one.is_name) for one in dative)


def _are_dealt(passage: Passage, last: int) -> bool:
    """«Взрослому 500 тенге, ребёнку 40»: what each gets, as a unit told before."""
    given = (at - 1 for at in range(1, last - 1) if passage.is_number(at) and passage.is_word(at + 1))
    return any(passage.is_word(at) and _is_dative(passage, at) for at in given)


def _is_dative(passage: Passage, at: int) -> bool:
    """Whether a word may be in the dative; a name that no dictionary knows may."""
    return any(one.case == "dative" for one in passage.readings(at)) or passage.tokens[at].is_capitalised


def _is_old(amount: Amount) -> bool:
    return amount.is_whole and _YOUNG <= amount.value <= _OLD


def _is_said(passage: Passage, amount: Amount, at: int) -> bool:
    """ "Aged 81", "the age of 28", "65 or older"."""
    bounded = any(passage.lexicon.has(f"hedges.special.{name}", passage.word(at)) for name in ("from", "to"))
    if bounded and passage.has("hedges.special.aged", at - 1):
        return True
    of = at - 1 if passage.lexicon.is_analytic and passage.lexicon.has("counted.of", passage.word(at)) else at
    of = _over_joined(passage, of)
    if passage.lexicon.has("counted.of", passage.word(at)) and passage.has("hedges.special.grown", at - 1):
        # "a boy of six", "a woman of 31", and no "mother of two"
        return 0 < amount.value <= _OLD and _is_closed(passage, amount.last)
    if _YOUNG <= amount.value <= _OLD and _is_age_moved(passage, at):
        return True
    if (
        amount.is_whole
        and 0 < amount.value <= _OLD
        and (
            _is_eldest(passage, amount, at)
            or _is_young(passage, amount)
            or _is_other(passage, amount, at)
            or _is_when(passage, amount, at)
        )
    ):
        return True
    grows = passage.lexicon.has("hedges.special.older", passage.word(amount.last + 1))
    return grows or passage.lexicon.has("hedges.special.ages", passage.word(of))


def _is_eldest(passage: Passage, amount: Amount, at: int) -> bool:
    """ "The youngest councillor, a nurse, is 19; the oldest 83"."""
    if not passage.lexicon.words["hedges.special.eldest"] or not _ends(passage, amount.last):
        return False
    if passage.has("hedges.special.eldest", at):
        return True
    told = passage.has("changes.link", at) or (passage.word(at) == "at" and passage.word(at - 1) == ",")
    near = range(max(0, at - _FAR), at) if told else range(0)
    return any(passage.has("hedges.special.eldest", one) for one in near)


def _is_other(passage: Passage, amount: Amount, at: int) -> bool:
    """ "The oldest groom was 81, his bride 63": of another person behind one whose age is told."""
    owned = passage.lexicon.has("ordinals.special.articles", passage.word(at - 1))
    if (
        not owned
        or passage.word(at - 2) != ","
        or not passage.is_number(at - 3)
        or not _is_closed(passage, amount.last)
    ):
        return False
    ages = any(passage.has(f"hedges.special.{name}", one) for name in ("eldest", "ages") for one in range(at - 3))
    return ages and passage.has("hedges.special.persons", at)


def _is_when(passage: Passage, amount: Amount, at: int) -> bool:
    """ "She was nine when the family left, 17 when she married and 102 when she died"."""
    if not passage.lexicon.has("hedges.special.when", passage.word(amount.last)):
        return False
    told = any(passage.has(f"hedges.special.{name}", at - 1) for name in ("alive", "persons"))
    if passage.has("changes.link", at):
        return told
    listed = passage.word(at) == "," or passage.lexicon.has("counted.joins", passage.word(at))
    return listed and any(
        passage.lexicon.has("hedges.special.when", passage.word(one)) and passage.has("changes.link", one - 2)
        for one in range(2, at)
    )


def _is_young(passage: Passage, amount: Amount) -> bool:
    """ "Children under nine ski free"."""
    hedge = passage.lexicon.hedges.before(passage.words, amount.first)
    bounded = hedge is not None and passage.lexicon.has("hedges.special.levels", passage.word(hedge[0]))
    return bounded and hedge is not None and passage.has("hedges.special.people", hedge[0] - 1)


def _is_age_moved(passage: Passage, at: int) -> bool:
    """ "Raises the retirement age from 63 to 65": behind the word for an age, from one to the other."""
    leads = ("hedges.special.since", "hedges.special.to")
    if not passage.lexicon.is_analytic or not any(passage.lexicon.has(name, passage.word(at)) for name in leads):
        return False
    near = range(max(0, at - _NEAR), at)
    begun = at if passage.lexicon.has(leads[0], passage.word(at)) else None
    begun = next((one for one in near if passage.lexicon.has(leads[0], passage.word(one))), begun)
    if begun is None:
        return False
    age = begun - 2 if change_word(passage, begun - 1) is not None else begun - 1
    return passage.lexicon.has("hedges.special.ages", passage.word(age))


def _over_joined(passage: Passage, at: int) -> int:
    """Back over the other ages of "aged six and eight", "aged 14, 15 and 17"."""
    while passage.lexicon.is_analytic and (
        passage.word(at) == "," or passage.lexicon.has("counted.joins", passage.word(at))
    ):
        before = passage.is_number(at - 1) or passage.lexicon.numbers.counts(passage.word(at - 1))
        if not before:
            break
        at -= 2
    return at


def _is_of_person(passage: Passage, amount: Amount, at: int) -> bool:
    """ "Alikhan Seitov, 23,", "his wife, 44,"; "people over 65", "those 18 and over"; "she is 41";
    "her sons, Ivan (34) and Petr (29)"; "died on Monday at 88"."""
    first = _over_joined(passage, at)
    if passage.word(at) == "," or (first < at and passage.word(first) == ","):
        at = first
        named = (at > 0 and passage.tokens[at - 1].is_capitalised) or passage.has("hedges.special.persons", at - 1)
        named = named or _is_one_of_people(passage, at - 1) or _ends_as_person(passage, at - 1)
        return (
            named and not amount.is_spelled and (_is_closed(passage, amount.last) or _is_paired(passage, amount.last))
        )
    if not passage.lexicon.words["hedges.special.persons"]:
        return False
    if passage.word(at) == "(":
        near = range(max(0, at - _NEAR), at)
        named = passage.tokens[at - 1].is_capitalised and any(
            passage.has("hedges.special.persons", one) for one in near
        )
        return named and passage.word(amount.last) == ")"
    if passage.lexicon.has("counted.of", passage.word(at)):
        person = passage.has("hedges.special.grown", at - 1)  # "a woman of 31", and no "mother of 12"
        return person and not any(one.plural for one in passage.readings(amount.last))
    if passage.word(at) == "at" and passage.has("hedges.special.alive", amount.last):
        return True  # "at 67 I don't expect to"
    if passage.word(at) == "at":
        lives = any(passage.has("hedges.special.lives", one) for one in range(max(0, at - 5), at))
        return lives and _ends(passage, amount.last)
    hedge = passage.lexicon.hedges.before(passage.words, amount.first)
    lead = hedge[0] if hedge and passage.lexicon.has("hedges.special.levels", passage.word(hedge[0])) else amount.first
    bounded = lead < amount.first or passage.lexicon.hedges_after.at(passage.words, amount.last) is not None
    if bounded and any(passage.has(f"hedges.special.{name}", lead - 1) for name in ("persons", "people")):
        return True
    if bounded and passage.lexicon.has("hedges.special.them", passage.word(lead - 1)):
        near = range(max(0, lead - _FAR), lead - 1)
        people = (passage.has(f"hedges.special.{name}", one) for name in ("persons", "people") for one in near)
        return any(people)  # "18 people, 11 of them under 18"
    if bounded and _is_closed(passage, amount.last) and _is_share(passage, lead - 1):
        near = range(max(0, lead - _FAR), lead - 1)
        if any(passage.has(f"hedges.special.{name}", one) for name in ("persons", "people") for one in near):
            return True  # "two-thirds were women and 55% under 25"
    turns = passage.has("hedges.special.turns", lead - 1)
    if turns and any(passage.has(f"hedges.special.{name}", lead - 2) for name in ("persons", "alive")):
        return True  # "she turned 40 last year", "he will be 80 in March"
    if not passage.has("changes.link", lead - 1) or not _ends(passage, amount.last):
        return False
    told = any(passage.has(f"hedges.special.{name}", lead - 2) for name in ("persons", "people", "alive"))
    return told or (bounded and _is_share(passage, lead - 2))


def _ends_as_person(passage: Passage, at: int) -> bool:
    """ "The helmsman, 20, faces": a longer word that ends as those for people do."""
    endings, word = tuple(passage.lexicon.words["hedges.special.person_endings"]), passage.word(at)
    return bool(endings) and word.endswith(endings) and word not in endings


def _is_one_of_people(passage: Passage, at: int) -> bool:
    """The "third" of "three men…; the third, 26, is abroad"."""
    if passage.word(at) not in passage.lexicon.numbers.ordinals:
        return False
    return any(passage.has("hedges.special.persons", near) for near in range(max(0, at - _FAR), at))


def _is_share(passage: Passage, at: int) -> bool:
    """ "A third are under 18", "one in twenty was over 40"."""
    numbers, word = passage.lexicon.numbers, passage.word(at)
    near = range(max(0, at - 3), at)
    one_in = numbers.counts(word) and any(passage.lexicon.has("counted.within", passage.word(one)) for one in near)
    return word in numbers.fractions or word == "%" or one_in


def _ends(passage: Passage, at: int) -> bool:
    joined = passage.lexicon.has("counted.joins", passage.word(at)) and not passage.is_number(at + 1)
    return _is_closed(passage, at) or joined


def _is_paired(passage: Passage, at: int) -> bool:
    """The first of "two men, 22 and 25, were held"."""
    joined = passage.lexicon.has("counted.joins", passage.word(at)) and passage.is_number(at + 1)
    return joined and _is_closed(passage, at + 2)


def _is_closed(passage: Passage, at: int) -> bool:
    """Whether a comma, or the sentence's end, stands behind a number."""
    return passage.word(at) in (",", ";", ")") or (passage.word(at) == "." and at + 1 == passage.size)


def _over_bound(passage: Passage, first: int) -> int:
    """Back over the "under" of "aged under 14"."""
    if passage.lexicon.has("hedges.special.between", passage.word(first - 1)):
        return first - 1
    hedge = passage.lexicon.hedges.before(passage.words, first)
    led = hedge is not None and passage.lexicon.has("hedges.special.ages", passage.word(hedge[0] - 1))
    return hedge[0] if led and hedge else first
