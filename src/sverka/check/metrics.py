"""The metrics that the text may mean by a figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from sverka.check.bearing import Bearing, Relevant, bearing, distance
from sverka.check.fit import ELIDED, is_anniversary, is_unitless
from sverka.check.labels import has_unknown_label
from sverka.check.mentions import Mention
from sverka.check.objects import has_other_object
from sverka.check.scene import Scene
from sverka.check.stretches import measured_behind
from sverka.check.topics import is_inflected, unknown_topic
from sverka.languages import morphology
from sverka.languages.calendar import calendar
from sverka.languages.grammar import grammar
from sverka.languages.suffixes import forms, suffixes
from sverka.languages.verbs import verbs
from sverka.model.figure import Figure, Scope
from sverka.model.finding import Evidence, Role
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.predicates import is_predicate
from sverka.text.tokens import Token

# Whether a metric, the first, is measured as a figure is.
Measures = Callable[[str, Figure], bool]


def metric_bearings(
    scene: Scene, figure: Figure, index: int, relevant: Relevant, measures: Measures, owned: Relevant
) -> tuple[Bearing, ...]:
    """The metrics that the text names for a figure: in its sentence, or, where that only refers back or is a row
    under a heading, in the one before or above.

    Those measured as the figure is, by `measures`, leave no room for those with another unit. A word that says little,
    such as "number", is no name of a metric that is not `owned` by the subjects of the figure.
    """
    named = [mention for mention in scene.metrics(index) if owned(mention.name) or not _is_generic(scene, mention)]
    named = [mention for mention in named if not has_other_object(scene, index, figure, mention)]
    named = _sure(scene, figure, named, measures)
    found = _in_sentence(scene, figure, index, [m for m in named if measures(m.name, figure)])
    if not found or (figure.rule == ELIDED and all(each.tier >= 2 for each in found)):
        # "56,400 TEU, while trains numbered nearly 358": the other's unit is left out, if it is one
        near = _in_sentence(scene, figure, index, [m for m in named if relevant(m.name)])
        found = tuple(each for each in near if not found or each.tier <= 1) or found
    if figure.kind in (Kind.DATE, Kind.PERIOD):
        return found or tuple(_asked_when(scene, figure, index, relevant))
    if all(each.tier >= 2 and each.evidence.span.start > figure.span.start for each in found):
        found = tuple(_referred_to(scene, figure, index, relevant, measures)) or found
    if all(each.tier >= 2 for each in found):
        found = tuple(_shortened(scene, figure, index, relevant)) or found
    if not found:
        found = tuple(_done_again(scene, figure, index, relevant))
    if not found:
        found = tuple(_counted_again(scene, figure, index, relevant))
    if found or names_its_thing(scene, figure):
        return found
    again = tuple(_said_again(scene, figure, index, relevant, measures))
    return (
        again or tuple(_asked_for(scene, figure, index, relevant)) or tuple(_of_heading(scene, figure, index, relevant))
    )


def _sure(scene: Scene, figure: Figure, named: Sequence[Mention], measures: Measures) -> list[Mention]:
    """The metrics named, those by other words than their aliases only where the figure is in their measure, and where
    the words stand for one that is."""
    grown = scene.patterns.growths if figure.kind is Kind.CHANGE else frozenset()  # «цены выросли на 5 %»
    sure = [m for m in named if not m.stands_for or m.name in grown or measures(m.name, figure)]
    meant: dict[Span, set[str]] = {}
    for mention in (each for each in sure if not each.is_unlike):
        meant.setdefault(mention.span, set()).add(mention.name)
    return [mention for mention in sure if not mention.stands_for or len(meant.get(mention.span, ())) <= 1]


def _shortened(scene: Scene, figure: Figure, index: int, relevant: Relevant) -> Iterator[Bearing]:
    """«Доля казахстанской нефти – 88 %, доля выросла на 2 %»: the noun of a metric that was named before, by itself."""
    if names_its_thing(scene, figure):
        return
    clause = scene.clause_of(index, figure.span)
    first, last = scene.analysis.tokens_within(Span(clause.start, figure.span.start))
    for position in range(first, last):
        if scene.in_figure(index, scene.analysis.tokens[position]):
            continue  # «2030-cu ilə qədər» is no «illik güc»
        if _stands_alone(scene, index, position, last):
            lemmas = scene.analysis.lemmas(scene.analysis.tokens[position])
            for mention in _named_before(scene, index, scene.analysis.tokens[first].start):
                if relevant(mention.name) and _has_word(scene, mention, lemmas):
                    span = scene.analysis.tokens[position].span
                    evidence = Evidence(Role.METRIC, span, Scope.CLAUSE, "short name")
                    yield Bearing(mention.name, 1, distance(figure, span), evidence)


def _said_again(scene: Scene, figure: Figure, index: int, relevant: Relevant, measures: Measures) -> Iterator[Bearing]:
    """«412 мың тонна қызылша жиналды. Алайда 450 мың тонна жинау жоспарланған еді»: where verbs come last, that of a
    metric that was named before, right behind a figure of its measure."""
    _, position = scene.analysis.tokens_within(figure.span)
    if not scene.is_verb_last or position >= scene.sentence(index).last:
        return
    lemmas, token = scene.analysis.lemmas(scene.analysis.tokens[position]), scene.analysis.tokens[position]
    for mention in _named_before(scene, index, figure.span.start):
        verbs_of = scene.patterns.verbs_of_metrics.get(mention.name, frozenset())
        if relevant(mention.name) and measures(mention.name, figure) and lemmas & verbs_of:
            evidence = Evidence(Role.METRIC, token.span, Scope.CLAUSE, "the verb again")
            yield Bearing(mention.name, 2, distance(figure, token.span), evidence)


def _counted_again(scene: Scene, figure: Figure, index: int, relevant: Relevant) -> Iterator[Bearing]:
    """«Жедел жәрдем шақыртуы көп. Былтыр 71 мың шақырту тіркелді»: where heads come last, that of a metric that was
    named before, as what is counted."""
    unit = figure.parts.unit
    if not scene.is_verb_last or unit is None or not names_its_thing(scene, figure):
        return
    if not _is_right_behind_number(scene, figure, unit):
        return  # «3 мың жалған шақырту»
    counted = scene.lemmas_of(unit)
    for mention in _named_before(scene, index, figure.span.start):
        heads = scene.patterns.heads_of_metrics.get(mention.name, frozenset())
        if relevant(mention.name) and counted & heads and _has_word(scene, mention, counted):
            yield Bearing(mention.name, 4, 0, Evidence(Role.METRIC, unit, Scope.FIGURE, "short name"))


def _is_right_behind_number(scene: Scene, figure: Figure, unit: Span) -> bool:
    """No word but those of the number and its hedge stands before the noun of a count, nor in it."""
    first, last = scene.analysis.tokens_within(unit)
    number = (figure.parts.number, figure.parts.scale, figure.parts.hedge)
    return last - first == 1 and any(
        part is not None and part.covers(scene.analysis.tokens[first - 1].span) for part in number
    )


def _done_again(scene: Scene, figure: Figure, index: int, relevant: Relevant) -> Iterator[Bearing]:
    """«Сбор зерна вырос. Область собрала 6,9 млн тонн»: the verb of a metric that was named before, without its
    object."""
    if names_its_thing(scene, figure) or _has_object_behind(scene, index, figure):
        return
    clause = scene.clause_of(index, figure.span)
    first, last = scene.analysis.tokens_within(clause)
    moves = scene.words.moves if scene.words.articles else frozenset[str]()  # "food rose by 3.1%" is no price growth
    for position in range(first, last):
        token = scene.analysis.tokens[position]
        if _is_object(scene, index, token, position):
            return  # «масличных собрали 4,4 млн тонн»
        lemmas = scene.analysis.lemmas(token) - moves if token.is_word else frozenset[str]()
        for mention in _named_before(scene, index, clause.start) if lemmas else ():
            if relevant(mention.name) and lemmas & scene.patterns.deeds_of_metrics.get(mention.name, frozenset()):
                evidence = Evidence(Role.METRIC, token.span, Scope.CLAUSE, "its verb")
                yield Bearing(mention.name, 2, distance(figure, token.span), evidence)


def _is_object(scene: Scene, index: int, token: Token, position: int) -> bool:
    """An unknown word in the genitive, in a language with cases and without owners behind: so much is of that."""
    language = scene.analysis.language
    if not token.is_word or not morphology.tells_forms(language) or scene.is_familiar(index, position):
        return False
    if not scene.analysis.lemmas(token).isdisjoint(scene.words.generic | scene.words.plain):
        return False
    reading = morphology.readings(token.text, language)[0]
    return reading.pos in ("noun", "adjective") and reading.case == "genitive" and reading.form is None


def _has_object_behind(scene: Scene, index: int, figure: Figure) -> bool:
    """A noun stands right behind that says of what so much is: «6,9 млн тонн картофеля», "90 min ton arpa"."""
    if scene.is_verb_last and measured_behind(scene, index, figure) is not None:
        return True
    _, after = scene.analysis.tokens_within(figure.span)
    last = scene.sentence(index).last
    if after < last and scene.analysis.words[after] in scene.words.owners:
        return True
    if after >= last or not scene.analysis.tokens[after].is_word:
        return False
    readings = morphology.readings(scene.analysis.tokens[after].text, scene.analysis.language)
    return any(reading.pos == "noun" and reading.case == "genitive" for reading in readings[:1])


def _named_before(scene: Scene, index: int, start: int) -> Sequence[Mention]:
    """The metrics named before a place: in its sentence, or else in the nearest before that names any."""
    own = [mention for mention in scene.metrics(index) if mention.span.end <= start]
    earlier = (scene.metrics(at) for at in scene.earlier_in_passage(index, REACH))
    return own or next((named for named in earlier if named), ())


def _has_word(scene: Scene, mention: Mention, lemmas: frozenset[str]) -> bool:
    """A noun is one of the words by which a metric was named, or, where heads come last, the head of another of its
    names: «hasilat» behind «qızıl hasil edib», where «qızıl hasilatı» is one too."""
    tokens = scene.analysis.tokens[mention.first : mention.last]
    if scene.is_verb_last and lemmas & scene.patterns.heads_of_metrics.get(mention.name, frozenset()):
        return True
    return len(tokens) > 1 and any(scene.analysis.lemmas(token) & lemmas for token in tokens if len(token.text) > 2)


def _stands_alone(scene: Scene, index: int, position: int, last: int) -> bool:
    """A noun with no word beside it that could narrow it: at the start of its clause, or before a verb or a number."""
    token = scene.analysis.tokens[position]
    if not token.is_word or len(token.text) < 3 or any(m.first <= position < m.last for m in scene.mentions[index]):
        return False
    language = scene.analysis.language
    reading = morphology.readings(token.text, language)[0]
    if reading.pos not in ("noun", "other") or reading.form is not None:
        return False
    if not morphology.tells_forms(language):
        return _begins_clause(scene, index, position)
    after = scene.analysis.tokens[position + 1] if position + 1 < last else None
    follows = morphology.readings(after.text, language)[0] if after is not None and after.is_word else None
    return _begins_clause(scene, index, position) and (follows is None or follows.pos in ("verb", "other"))


def _begins_clause(scene: Scene, index: int, position: int) -> bool:
    """Nothing but articles, conjunctions and dates stands before a word in its clause."""
    clause = scene.clause_of(index, scene.analysis.tokens[position].span)
    first, _ = scene.analysis.tokens_within(clause)
    light = scene.words.articles | scene.words.conjunctions | scene.words.demonstratives
    return all(
        not token.is_word
        or scene.in_figure(index, token)
        or scene.analysis.lemmas(token) & light
        or len(token.text) < 3
        for token in scene.analysis.tokens[first:position]
    )


def _is_open_to(scene: Scene, figure: Figure, mention: Mention) -> bool:
    """What another figure counts is not counted by one with a noun of its own: «27 самолётов… 2 млн человек»."""
    return figure.parts.unit is None or figure.dimension != "count" or not is_counted(scene, mention)


def _is_of_other_measure(scene: Scene, index: int, mention: Mention, measures: Measures) -> bool:
    """«118 млрд кВт·сағ энергия өндірілді»: a verb tells of an amount in a unit that its metric has not: its object is
    another thing than the metric's."""
    peers = [
        peer
        for peer in scene.figures_by_sentence.get(index, ())
        if peer.kind is Kind.LEVEL and peer.span.end <= mention.span.start and peer.parts.unit is not None
    ]
    return mention.by_verb and bool(peers) and not any(measures(mention.name, peer) for peer in peers)


# An answer that is a date alone has no more signs than this besides.
SIGNS = 6
# How far back a pronoun reaches for a metric, in sentences.
REACH = 2


def _referred_to(scene: Scene, figure: Figure, index: int, relevant: Relevant, measures: Measures) -> Iterator[Bearing]:
    """«Объем перевозок растет. В 2024 году он составил…»: the metric that the sentences before named last, by a
    pronoun."""
    clause = scene.clause_of(index, figure.span)
    has_noun = names_its_thing(scene, figure)
    if has_noun:
        clause = Span(clause.start, figure.span.start)  # «6 млн штрафов, их сумма…»: what follows refers to the figure
    if not scene.refers_back(index, clause):
        return
    for earlier in scene.earlier_in_passage(index, REACH):
        found = [m for m in scene.metrics(earlier) if relevant(m.name) and _is_open_to(scene, figure, m)]
        if has_noun and figure.dimension != "ordinal":
            found = [m for m in found if scene.lemmas_of(m.span) & scene.lemmas_of(figure.span)]
        found = [mention for mention in found if not _is_of_other_measure(scene, earlier, mention, measures)]
        if found:
            yield from (bearing(figure, mention, 4, Scope.EARLIER) for mention in found)
            return


def _asked_for(scene: Scene, figure: Figure, index: int, relevant: Relevant) -> Iterator[Bearing]:
    """«– Сколько нефти прошло по трубе? – 1,4 млн тонн»: the metric of the question, while the answer names none."""
    question = scene.question_of(index)
    if question is None or unknown_topic(scene, index, figure) is not None:
        return
    if any(scene.metrics(at) for at in range(question + 1, index + 1)):
        return
    for at in scene.up_to(question):  # "Trade fell. How badly? – By 13 percent"
        if scene.metrics(at):
            found = [mention for mention in scene.metrics(at) if relevant(mention.name)]
            yield from (bearing(figure, mention, 4, Scope.EARLIER) for mention in found)
            return


def _asked_when(scene: Scene, figure: Figure, index: int, relevant: Relevant) -> Iterator[Bearing]:
    """ "– When was it founded? – On 1 September 1995.": an answer that is a date and nothing else."""
    question = scene.question_of(index)
    span = scene.sentence(index).span
    if question is not None and span.end - span.start - len(figure.text) <= SIGNS:
        for mention in scene.metrics(question):
            if relevant(mention.name):
                yield bearing(figure, mention, 4, Scope.EARLIER)


def _of_heading(scene: Scene, figure: Figure, index: int, relevant: Relevant) -> Iterator[Bearing]:
    """A row of a list or a table has its metric above it: in its title, or over one that only says of whom."""
    if not scene.is_row(index) or (scene.is_data(index) and has_unknown_label(scene, index, figure)):
        return
    over = scene.cell_over(index, figure)
    if over is not None:
        yield from (
            bearing(figure, m, 2, Scope.HEADING)
            for m in scene.metrics(over[0])
            if over[1].overlaps(m.span) and relevant(m.name)
        )
        if scene.metrics(over[0]):
            return
    for lead in scene.leads_of(index):
        found = [mention for mention in scene.metrics(lead) if relevant(mention.name)]
        if found:
            yield from (bearing(figure, mention, 5, Scope.HEADING) for mention in found)
        if found or scene.metrics(lead) or not scene.subjects(lead):
            return


def _in_sentence(scene: Scene, figure: Figure, index: int, named: Sequence[Mention]) -> tuple[Bearing, ...]:
    if is_plain_count(scene, figure):
        named = [m for m in named if m.span.overlaps(figure.span) or not is_counted(scene, m)]
    close = [m for m in named if _is_part_of(scene, figure, m) and not _leads_to_next(scene, figure, m)]
    if close:
        own = [mention for mention in close if _is_measured_behind(scene, figure, mention)]
        # "612 min ton taxıl və 90 min ton saman toplayıb": what stands behind the unit, and no other object of the verb
        close = [m for m in close if not (own and m.is_apart and m.span.start < figure.span.start)] or close
        return tuple(bearing(figure, mention, 0, Scope.FIGURE) for mention in close)
    clause = scene.clause_of(index, figure.span)
    own = [mention for mention in named if mention.span.overlaps(clause)]
    if names_its_thing(scene, figure):
        equal = [mention for mention in own if _is_equated(scene, index, figure, mention)]
        return _alike(bearing(figure, mention, 1, Scope.CLAUSE) for mention in _nearest_metrics(scene, figure, equal))
    if figure.kind in (Kind.DATE, Kind.PERIOD):
        if _is_of_report(scene, index, figure):
            return ()
        own = [mention for mention in own if not _is_in_name(scene, index, mention)]
        named = [mention for mention in named if not _is_in_name(scene, index, mention)]
        dated = [mention for mention in own if _is_dated(scene, figure, mention)]
        return tuple(bearing(figure, mention, 1, Scope.CLAUSE) for mention in dated) or _documents_date(
            scene, figure, index, named
        )
    if own:
        return _alike(bearing(figure, mention, 1, Scope.CLAUSE) for mention in _nearest_metrics(scene, figure, own))
    near = [mention for mention in named if not _is_of_later_clause(scene, index, clause, mention)]
    return _alike(bearing(figure, mention, 2, Scope.SENTENCE) for mention in _nearest_metrics(scene, figure, near))


def _is_of_later_clause(scene: Scene, index: int, clause: Span, mention: Mention) -> bool:
    """ "That is 58 per cent up, and container traffic grew": in a language with articles, a clause behind the figure's
    own, which has a predicate, measures something else."""
    if not scene.words.articles or mention.span.start < clause.end:
        return False
    tokens, language = scene.analysis.tokens, scene.analysis.language
    return any(is_predicate(tokens, at, language) for at in scene.positions(index, clause.start, clause.end))


def _is_measured_behind(scene: Scene, figure: Figure, mention: Mention) -> bool:
    """Where heads come last: a name of one piece stands right behind a unit."""
    _, after = scene.analysis.tokens_within(figure.span)
    return scene.is_verb_last and not mention.is_apart and mention.first == after and figure.parts.unit is not None


def _is_equated(scene: Scene, index: int, figure: Figure, mention: Mention) -> bool:
    """«Посещаемость равнялась 21 430 зрителям»: a verb that only joins the two stands between a metric and its number,
    right before the number, and no other number does."""
    first, _ = scene.analysis.tokens_within(figure.span)
    verb = first - 1
    if figure.kind is not Kind.LEVEL or scene.is_verb_last or mention.last > verb or figure.dimension == "ordinal":
        return False
    peers = (peer.span for peer in scene.figures_by_sentence.get(index, ()) if peer.kind is Kind.LEVEL)
    if any(mention.span.end <= peer.start and peer.end <= figure.span.start for peer in peers):
        return False
    lemmas, words = scene.analysis.lemmas(scene.analysis.tokens[verb]), scene.words
    if scene.analysis.words[verb] in _DASHES:
        return True
    return len(scene.analysis.words[verb]) > 2 and not lemmas.isdisjoint(words.linking | words.equating)


def _alike(found: Iterable[Bearing]) -> tuple[Bearing, ...]:
    """Names that make one description are equally near."""
    together = tuple(found)
    nearest = min((each.distance for each in together), default=0)
    return tuple(replace(each, distance=nearest) for each in together)


def _is_of_report(scene: Scene, index: int, figure: Figure) -> bool:
    """ "The commission confirmed on Monday": the day on which something was told, in a language whose verbs come
    first."""
    first, _ = scene.analysis.tokens_within(figure.span)
    reports = calendar(scene.analysis.language).reports
    before = [
        at for at in range(max(scene.sentence(index).first, first - 2), first) if scene.analysis.tokens[at].is_word
    ]
    return not scene.is_verb_last and any(scene.analysis.lemmas(scene.analysis.tokens[at]) & reports for at in before)


def _is_in_name(scene: Scene, index: int, mention: Mention) -> bool:
    """A metric's word is part of a longer name: "Treaty on Allied Relations"."""
    return any(name.span.covers(mention.span) and name.span != mention.span for name in scene.subjects(index))


def _nearest_metrics(scene: Scene, figure: Figure, named: Sequence[Mention]) -> Sequence[Mention]:
    """The metric named last before the figure, with what stands before it where it says little («на сумму»); those
    behind the figure where none leads up to it."""
    named = _told_of(scene, figure, named)
    found: list[Mention] = []
    for mention in reversed([mention for mention in named if mention.span.end <= figure.span.start]):
        is_same = not found or mention.first == found[-1].first  # a verb, alone and with its object
        if not is_same and not _leaves_room(scene, mention, found[-1]):
            break
        found.append(mention)
    behind = [mention for mention in named if _is_right_behind(scene, figure, mention)]
    if found or behind:
        return [*found, *behind]
    return [mention for mention in named if not _leads_to_next(scene, figure, mention)]


def _told_of(scene: Scene, figure: Figure, named: Sequence[Mention]) -> Sequence[Mention]:
    """«Наполняемость класса в школах – 27 человек»: where a noun in the nominative leads up to a figure, one in a case
    of place or means does not."""
    if not morphology.tells_forms(scene.analysis.language):
        return named
    ahead = [mention for mention in named if mention.span.end <= figure.span.start]
    if not any(_case_of(scene, mention) == "nominative" for mention in ahead):
        return named
    return [m for m in named if m not in ahead or m.by_verb or _case_of(scene, m) not in _OBLIQUE]


_OBLIQUE = ("locative", "instrumental")


def _case_of(scene: Scene, mention: Mention) -> str | None:
    """The case of the first noun of a name."""
    for token in scene.analysis.tokens[mention.first : mention.last]:
        reading = morphology.readings(token.text, scene.analysis.language)[0]
        if reading.pos == "noun":
            return reading.case
    return None


def _leads_to_next(scene: Scene, figure: Figure, mention: Mention) -> bool:
    """Behind a figure a name that leads up to another number alike is that one's: «пришло 21 тысяча зрителей при
    вместимости стадиона в 33 тысячи»."""
    if mention.span.start < figure.span.end:
        return False
    index = scene.analysis.sentence_at(mention.span.start)
    figures = scene.figures_by_sentence.get(index, []) if index is not None else []
    alike = [peer for peer in figures if peer.dimension == figure.dimension and peer.kind is figure.kind]
    within = scene.clause_of(index, mention.span) if index is not None else mention.span
    return any(mention.span.end <= peer.span.start < within.end for peer in alike if peer.span != figure.span)


def _is_right_behind(scene: Scene, figure: Figure, mention: Mention) -> bool:
    """The measured thing itself: "48,300 tonnes of cargo", «48 тысяч тонн груза»."""
    _, after = scene.analysis.tokens_within(figure.span)
    between = scene.analysis.tokens[after : mention.first]
    return (
        mention.first >= after
        and all(scene.analysis.lemmas(token) & scene.words.linking for token in between[:1])
        and len(between) <= 1
    )


def _leaves_room(scene: Scene, mention: Mention, following: Mention) -> bool:
    """The name behind another says little («на сумму»), is the noun of another number, or describes the same."""
    is_light = _is_generic(scene, following) or is_counted(scene, following)
    return is_light or _describes(scene, mention, following)


def _describes(scene: Scene, mention: Mention, following: Mention) -> bool:
    """Two names side by side are one: "in real terms wages fell"."""
    return 0 <= following.first - mention.last <= 1 and scene.analysis.tokens[mention.last].text != ","


def _is_generic(scene: Scene, mention: Mention) -> bool:
    tokens = scene.analysis.tokens[mention.first : mention.last]
    return all(scene.analysis.lemmas(token) & scene.words.generic for token in tokens)


# How far before its date a noun may stand that the date belongs to: «программа на 2025–2027 годы».
DATED = 3


def _is_dated(scene: Scene, figure: Figure, mention: Mention) -> bool:
    """The clause's date is the date of what the mention names: its verb, its subject, or a noun right beside it.

    «В этом году отмечают годовщину подписания» says nothing of the year of signing.
    """
    tokens = scene.analysis.tokens[mention.first : mention.last]
    likeliest = [morphology.readings(token.text, scene.analysis.language)[0] for token in tokens]
    if any(reading.pos == "verb" or reading.form in ("finite", "participle") for reading in likeliest):
        return True
    if any(reading.pos == "noun" and reading.case == "nominative" for reading in likeliest):
        return True
    return _is_beside(scene, figure, mention) or not morphology.tells_forms(scene.analysis.language)


def _is_beside(scene: Scene, figure: Figure, mention: Mention) -> bool:
    before, after = scene.analysis.tokens_within(figure.span)
    return 0 <= before - mention.last <= DATED or 0 <= mention.first - after <= 1


def _documents_date(scene: Scene, figure: Figure, index: int, named: Sequence[Mention]) -> tuple[Bearing, ...]:
    """A date right behind a name is that thing's own («Договор от 8 апреля»); what was done to it may stand in
    another clause."""
    if any(
        _is_beside(scene, figure, mention) and mention.span.end <= figure.span.start
        for mention in scene.subjects(index)
    ):
        return tuple(bearing(figure, mention, 2, Scope.SENTENCE) for mention in named)
    return ()


# How far behind a figure the noun phrase that it counts may go on, in words: «130 видов несырьевых товаров».
NOUN_PHRASE = 3
# How many words may stand between people and what they did: «486 мың адам осында келді».
BEHIND = 1
# How far before a figure a noun may stand that it makes up: «база из 165 документов».
MADE_OF = 2


def _is_part_of(scene: Scene, figure: Figure, mention: Mention) -> bool:
    """The metric is named by the figure's own words, by the noun phrase that they begin, or right before them."""
    if names_its_thing(scene, figure) and mention.last > mention.first and _is_modifier(scene, figure, mention):
        return False
    if mention.span.overlaps(figure.span):
        return True
    before, after = scene.analysis.tokens_within(figure.span)
    if mention.by_verb and is_plain_count(scene, figure) and 0 <= mention.first - after <= BEHIND:
        return True  # «742 nəfər həlak olub»: the verb says what people are counted
    if not names_its_thing(scene, figure):
        if scene.is_verb_last and mention.first == after and figure.parts.unit is not None:
            # «1,8 млн тонна бензин»: what the unit measures stands behind it; "12 dəfə qatara" tells of no trains
            return not _is_verb(scene, after) and not _is_led_away(scene, mention)
        return is_unitless(figure) and mention.first > after and _says_what(scene, after, mention.first)
    if mention.first >= after:
        between = scene.analysis.tokens[after : mention.first]
        is_open = not scene.is_verb_last or _is_verb(scene, mention.last - 1)
        is_phrase = is_open or not any(is_inflected(scene, token) for token in between)
        return is_phrase and len(between) <= NOUN_PHRASE and all(token.is_word for token in between)
    if figure.dimension == "ordinal" or mention.last > before:
        return False
    joining = [p for p in range(mention.last, before) if not _is_owner(scene, mention, p)]
    return len(joining) <= MADE_OF and all(_joins(scene, p) for p in joining) and not is_counted(scene, mention)


def _is_led_away(scene: Scene, mention: Mention) -> bool:
    """The last word of a name has the case of a place, a way or a means."""
    table, word = suffixes(scene.analysis.language), scene.analysis.words[mention.last - 1]
    found = forms(word, scene.analysis.language)
    return table is not None and any(form.case in _AWAY and table.is_sure(word, form) for form in found)


_AWAY = ("dative", "locative", "ablative", "instrumental")
_DASHES = frozenset("–—")
# The stem of a noun that another belongs to has more letters than this.
SHORT = 3


def _is_modifier(scene: Scene, figure: Figure, mention: Mention) -> bool:
    """«Екі паром айлағы»: where heads come last, an unknown noun behind a bare one is what is counted."""
    index = scene.analysis.sentence_at(mention.span.start)
    if not scene.is_verb_last or index is None or mention.last >= scene.sentence(index).last:
        return False
    token, language = scene.analysis.tokens[mention.last], scene.analysis.language
    is_known = scene.is_familiar(index, mention.last) and not figure.span.covers(token.span)
    if not token.is_word or is_known or _is_verb(scene, mention.last):
        return False
    if scene.analysis.lemmas(token) & (scene.words.generic | scene.words.plain | scene.words.sorts):
        return False
    is_bare = not any(
        form.case or form.possessive for form in forms(scene.analysis.words[mention.last - 1], language)[1:]
    )
    table = suffixes(language)
    if table is None or scene.analysis.words[mention.last].endswith(table.adjectival):
        return False
    verbal = verbs(language).participles
    owned = (form for form in forms(scene.analysis.words[mention.last], language) if form.possessive)
    return is_bare and any(not form.stem.endswith(verbal) and len(form.stem) > SHORT for form in owned)


def _is_verb(scene: Scene, position: int) -> bool:
    """In a language whose verbs come last: a word with the ending of one."""
    rules, word = grammar(scene.analysis.language), scene.analysis.words[position]
    return word in rules.verbs or word.endswith(rules.endings)


def _says_what(scene: Scene, after: int, first: int) -> bool:
    """ "460-plus are firms with foreign capital": the noun behind the verb, or a dash, says what the number counts."""
    link, *between = scene.analysis.tokens[after:first]
    says = bool(scene.analysis.lemmas(link) & scene.words.linking) and len(link.text) > 2 and link.is_word
    return (says or link.text in _DASHES) and len(between) <= NOUN_PHRASE and all(token.is_word for token in between)


def _joins(scene: Scene, position: int) -> bool:
    token = scene.analysis.tokens[position]
    if not token.is_word:
        return token.text not in ",;"  # "1,320 argali, 90 sheep" is a list
    return bool(scene.analysis.lemmas(token) & scene.words.linking)


def _is_owner(scene: Scene, mention: Mention, position: int) -> bool:
    """A subject's name between the metric and its figure says whose it is: «база двух стран насчитывает…»."""
    index = scene.analysis.sentence_at(mention.span.start)
    return index is not None and any(s.first <= position < s.last for s in scene.subjects(index))


def is_counted(scene: Scene, mention: Mention) -> bool:
    """Another figure has the noun already."""
    index = scene.analysis.sentence_at(mention.span.start)
    figures = scene.figures_by_sentence.get(index, []) if index is not None else []
    return any(figure.span.overlaps(mention.span) for figure in figures)


def is_of_number(scene: Scene, metric: Span, figure: Figure) -> bool:
    """A metric's name is the noun of a number other than the figure."""
    index = scene.analysis.sentence_at(metric.start)
    figures = scene.figures_by_sentence.get(index, []) if index is not None else []
    return any(other.span.overlaps(metric) for other in figures if other.span != figure.span)


def names_its_thing(scene: Scene, figure: Figure) -> bool:
    """The figure's own noun says what it counts: «15 документов», «третье заседание»; «15 человек» hardly does."""
    if figure.dimension == "ordinal":
        return True
    is_count = figure.dimension.removesuffix("/yr") == "count"
    return is_count and figure.parts.unit is not None and not is_plain_count(scene, figure)


def is_plain_count(scene: Scene, figure: Figure) -> bool:
    """The noun is one that counts anything of its sort: people, pieces, cases."""
    is_count = figure.dimension.removesuffix("/yr") == "count"
    return is_count and morphology.fold((figure.unit or "").removesuffix("/yr")) in scene.words.counters


def implied_metric(figure: Figure) -> Evidence | None:
    """The figure's own wording as evidence for what it measures: «двухдневный визит», «20-летие договора»."""
    spanning = figure.kind is Kind.DURATION and figure.rule.startswith("compound")
    if spanning or is_anniversary(figure):
        return Evidence(Role.METRIC, figure.span, Scope.FIGURE, "the wording itself")
    return None
