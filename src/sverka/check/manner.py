"""Of what a clause tells its figure: of a part, of each of several things, on top, of new ones alone, or not at all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction

from sverka.check.mentions import Mention
from sverka.check.scene import Scene
from sverka.languages import morphology
from sverka.languages.suffixes import forms
from sverka.model.figure import Figure
from sverka.model.quantity import Kind
from sverka.model.span import Span

ONE = Fraction(1)
# How far from its number "each" may stand, in words.
EACH = 2


def is_narrowed(scene: Scene, index: int, figure: Figure, referring: Sequence[Mention] = ()) -> bool:
    """The figure's clause singles out a part of what was spoken of: «среди молодых – 3,1 %».

    «У маршрута» does not, where it is among the words `referring` to that.
    """
    clause = scene.clause_of(index, figure.span)
    for position in scene.positions(index, clause.start, figure.span.start):
        if morphology.fold(scene.analysis.tokens[position].text) in scene.words.narrowing:
            following = position + 1
            is_named = any(mention.first <= following < mention.last for mention in referring)
            if following < scene.sentence(index).last and not is_named and not scene.is_of_subject(index, following):
                known = scene.words.pronouns | scene.words.speakers
                return scene.analysis.lemmas(scene.analysis.tokens[following]).isdisjoint(known)
    return False


def is_described(scene: Scene, figure: Figure) -> bool:
    """What shows the figure's status only says what a thing will be like: «составит», "will cost"."""
    if figure.status_span is None:
        return False
    first, last = scene.analysis.tokens_within(figure.status_span)
    words = scene.analysis.words[first : last + 1]
    return not scene.words.copulas.isdisjoint(words)


def may_be_reached(scene: Scene, figure: Figure) -> bool:
    """«Қамту деңгейі 84 пайызға көтерілді»: the case tells by how much as well as to how much, and the verb goes with
    either."""
    if figure.kind is not Kind.CHANGE or figure.unit != "%" or figure.direction_span is None:
        return False
    if scene.lemmas_of(figure.direction_span).isdisjoint(scene.words.arriving):
        return False
    _, after = scene.analysis.tokens_within(figure.span)
    found = forms(scene.analysis.words[after - 1], scene.analysis.language)
    return any(form.case == "dative" for form in found)


def is_of_each(scene: Scene, index: int, figure: Figure) -> bool:
    """The number is that of one thing of several: «22 турбины по 4,5 мегаватта каждая»."""
    clause = scene.clause_of(index, figure.span)
    behind = list(scene.positions(index, figure.span.end, clause.end))[:EACH]
    before = list(scene.positions(index, clause.start, figure.span.start))[-EACH:]
    at = (*before, *behind) if scene.is_verb_last else behind
    return any(scene.analysis.lemmas(scene.analysis.tokens[position]) & scene.words.each for position in at)


def is_added(scene: Scene, index: int, figure: Figure) -> bool:
    """The number comes on top of another: «у поставщиков – ещё 400»."""
    first, _ = scene.analysis.tokens_within(figure.span)
    if first <= scene.sentence(index).first:
        return False
    return bool(scene.analysis.lemmas(scene.analysis.tokens[first - 1]) & scene.words.additional)


def is_of_new_ones(scene: Scene, index: int, figure: Figure) -> bool:
    """«24 жаңа вагон»: new ones are not all; unless the word is a part of a metric's own name."""
    start = figure.parts.number.end if scene.words.articles and figure.parts.number else figure.span.start
    fresh = [
        position
        for position in scene.positions(index, start, figure.span.end)
        if not scene.words.fresh.isdisjoint(scene.analysis.lemmas(scene.analysis.tokens[position]))
    ]
    return figure.dimension == "count" and any(
        not any(mention.first <= position < mention.last for mention in scene.metrics(index)) for position in fresh
    )


def is_denied(scene: Scene, index: int, figure: Figure) -> bool:
    """ "Not" stands right before the figure: «не 25 дней, а 18»; or right behind it: «63 емес, 65»."""
    first, last = scene.analysis.tokens_within(figure.span)
    behind = scene.analysis.words[last : last + 1] if scene.is_verb_last else ()
    if not scene.words.negations.isdisjoint(behind):
        return True
    if first <= scene.sentence(index).first:
        return False
    return morphology.fold(scene.analysis.tokens[first - 1].text) in scene.words.negations


def is_per_one(scene: Scene, index: int, figure: Figure) -> bool:
    """The number is reckoned for one person, hectare or day: "264 litres per resident", «на душу – 1,3 млн».

    What a metric's own name or the unit says is another matter: "revenue per subscriber", "barrels a day".
    """
    clause = scene.clause_of(index, figure.span)
    tokens, words = scene.analysis.tokens, scene.analysis.words
    firsts = frozenset(phrase[0] for phrase in scene.words.per)
    for position in scene.positions(index, clause.start, clause.end):
        if firsts.isdisjoint(scene.analysis.lemmas(tokens[position])):
            continue
        if scene.is_known(index, position) or scene.in_figure(index, scene.analysis.tokens[position]):
            continue
        if any(_reads(scene, index, position, phrase) for phrase in scene.words.per):
            nearest = _nearest(scene, index, position, clause)
            # "A day pass costs…" is no rate.
            is_rate = tokens[position].start >= figure.span.end or words[position] not in scene.words.articles
            return nearest is figure and is_rate
    return False


def _nearest(scene: Scene, index: int, position: int, clause: Span) -> Figure | None:
    """The number that a word goes with: the last one before it in its clause, else the first behind it."""
    start = scene.analysis.tokens[position].start
    numbers = [one for one in scene.figures_by_sentence.get(index, ()) if one.values and one.span.overlaps(clause)]
    numbers = [one for one in numbers if one.kind not in (Kind.DATE, Kind.PERIOD)]
    before = [one for one in numbers if one.span.end <= start]
    return before[-1] if before else next(iter(numbers), None)


def _reads(scene: Scene, index: int, position: int, phrase: tuple[str, ...]) -> bool:
    if position + len(phrase) > scene.sentence(index).last:
        return False
    tokens = scene.analysis.tokens[position : position + len(phrase)]
    return all(word in scene.analysis.lemmas(token) for word, token in zip(phrase, tokens, strict=True))


def is_of_one(scene: Scene, index: int, figure: Figure, metrics: Collection[str]) -> bool:
    """One thing of those that a metric counts is what the clause is about: «школа рассчитана на 900 учеников»; only a
    language with cases shows it."""
    language, clause = scene.analysis.language, scene.clause_of(index, figure.span)
    if not morphology.tells_forms(language):
        return False
    for mention in scene.metrics(index):
        if mention.name in metrics or not clause.covers(mention.span) or mention.span.end > figure.span.start:
            continue
        reading = morphology.readings(scene.analysis.tokens[mention.last - 1].text, language)[0]
        if reading.pos == "noun" and reading.case == "nominative" and reading.plural is False:
            return figure.dimension == "count" and figure.parts.unit is not None
    return False


def is_some_of(scene: Scene, index: int, figure: Figure) -> bool:
    """«21 ұшағының алтауы», "64 TIR-dan 15-i": where owners come first, a number in the possessive right behind another
    one in the case of a whole tells of some of those."""
    first, after = scene.analysis.tokens_within(figure.span)
    if not scene.is_verb_last or figure.kind is not Kind.LEVEL or first <= scene.sentence(index).first:
        return False
    language, words = scene.analysis.language, scene.analysis.words
    behind = any(one.span.end <= figure.span.start and one.values for one in scene.figures_by_sentence[index])
    whole = next((one for one in scene.figures_by_sentence[index] if one.span.end == _end(scene, first - 1)), None)
    cases = {form.case for form in forms(words[first - 1], language)}
    if not behind or whole is None or whole.dimension != figure.dimension or cases.isdisjoint(("genitive", "ablative")):
        return False
    return figure.parts.unit is None and any(form.possessive for form in forms(words[after - 1], language))


def _end(scene: Scene, position: int) -> int:
    return scene.analysis.tokens[position].end


def is_any_one(scene: Scene, index: int, figure: Figure) -> bool:
    """ "Bir nəfər ayda 12 qiqabayt trafik xərcləyir": one person, spelled, of whom another number is told behind."""
    if (
        not scene.is_verb_last
        or figure.dimension != "count"
        or figure.text[:1].isdigit()
        or figure.values[:1] != (ONE,)
    ):
        return False
    if scene.lemmas_of(figure.span).isdisjoint(scene.words.counters):
        return False
    clause = scene.clause_of(index, figure.span)
    peers = scene.figures_by_sentence.get(index, ())
    return any(one.span.start >= figure.span.end and one.span.overlaps(clause) and one.values for one in peers)


def is_record(scene: Scene, index: int, figure: Figure) -> bool:
    """«Рекорд индекса, 11 793 пункта, держится с мая», "the record, 31 million, was set in 2019": the most there ever
    was is told of another time than the claims are of."""
    first, _ = scene.analysis.tokens_within(figure.span)
    near = range(max(scene.sentence(index).first, first - RECORD), first)
    return any(
        not scene.analysis.lemmas(scene.analysis.tokens[at]).isdisjoint(scene.words.records)
        and _is_named_by(scene, at)
        and scene.analysis.tokens[first - 1].text in ",–—"
        for at in near
        if scene.analysis.tokens[at].is_word
    )


def _is_named_by(scene: Scene, position: int) -> bool:
    """A noun, and one that something is told of where the language shows it."""
    reading = morphology.readings(scene.analysis.tokens[position].text, scene.analysis.language)[0]
    return not morphology.tells_forms(scene.analysis.language) or (reading.pos, reading.case) == ("noun", "nominative")


# How far before its number the word for a record stands.
RECORD = 4


def is_of_its_noun(scene: Scene, index: int, figure: Figure) -> bool:
    """ "The 120-seat parliament": a compound tells of the noun behind it, and no name of the claims stands there."""
    _, after = scene.analysis.tokens_within(figure.span)
    if figure.rule != "compound adjective" or after >= scene.sentence(index).last:
        return False
    noun = scene.analysis.tokens[after]
    if not noun.is_word or len(noun.text) < LEAST or scene.is_familiar(index, after):
        return False
    return scene.analysis.lemmas(noun).isdisjoint(scene.words.generic | scene.words.linking | scene.words.places)


def is_of_priced(scene: Scene, index: int, figure: Figure) -> bool:
    """«Он жұмыртқаның бағасы – 480 теңге»: where heads come last, what is counted owns what another figure measures."""
    _, after = scene.analysis.tokens_within(figure.span)
    if not scene.is_verb_last or figure.dimension != "count" or after >= scene.sentence(index).last:
        return False
    language, words = scene.analysis.language, scene.analysis.words
    is_owner = any(form.case == "genitive" for form in forms(words[after - 1], language))
    if not is_owner or not any(form.possessive for form in forms(words[after], language)):
        return False
    following = (one for one in scene.figures_by_sentence[index] if one.span.start >= figure.span.end)
    measured = next(following, None)
    return measured is not None and measured.dimension in MEASURES


# What one thing, or ten of them, may have so much of.
MEASURES = frozenset(("money", "mass", "length", "area", "volume", "power", "energy", "duration"))
# A shorter word is no noun.
LEAST = 4
