"""From a figure to the assertions that the text lets it be about, with the evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from itertools import product
from typing import NamedTuple

from sverka.check.bearing import TURNED, Bearing, bearing, is_otherwise
from sverka.check.book import Book
from sverka.check.carrying import Carrying, Topic
from sverka.check.circumstances import circumstances
from sverka.check.described import says_how_large
from sverka.check.fit import Fit, fit, is_anniversary
from sverka.check.halves import is_other_half
from sverka.check.labels import (
    has_measure_of_its_own,
    has_other_label,
    has_unknown_contrast,
    is_in_ratio,
    is_numbered,
    is_of_another_country,
    is_of_fraction,
    is_share_of_unknown,
)
from sverka.check.manner import (
    is_added,
    is_any_one,
    is_denied,
    is_of_each,
    is_of_its_noun,
    is_of_new_ones,
    is_of_one,
    is_of_priced,
    is_per_one,
    is_record,
    is_some_of,
    may_be_reached,
)
from sverka.check.metrics import implied_metric, is_of_number, metric_bearings
from sverka.check.nesting import is_of_several, is_told_together, names_part, narrowest
from sverka.check.objects import has_other_object
from sverka.check.places import is_elsewhere, is_inside, is_of_whole
from sverka.check.portions import without_parts
from sverka.check.protagonist import of_protagonist
from sverka.check.references import References
from sverka.check.rivals import has_unknown_owner, is_owned_by_agent, unknown_name
from sverka.check.scene import Scene
from sverka.check.sense import NO_SENSE, Sense, sense
from sverka.check.standing import as_it_stands, is_difference, is_of_event, is_of_own_object, is_where
from sverka.check.strangers import is_led_to_by_stranger, is_of_next_stranger, strangers
from sverka.check.stretches import turned_to
from sverka.check.subjects import is_strangers, subject_bearings
from sverka.check.topics import (
    is_in_remark,
    is_place,
    own_verb,
    subject_phrase,
    unknown_antecedent,
    unknown_head,
    unknown_opening,
    unknown_site,
)
from sverka.check.wholes import is_by_verb, narrowed
from sverka.check.wider import is_of_the_whole
from sverka.languages.actions import actions
from sverka.model.claim import Assertion
from sverka.model.figure import Figure, Scope
from sverka.model.finding import Evidence, Role
from sverka.model.quantity import Kind, Status
from sverka.model.span import Span

# What a figure may be told of that no claim is about, in the order in which it is asked, and how the report says it.
_OF_NO_SUBJECT: tuple[tuple[Callable[[Scene, int, Figure], bool], str], ...] = (
    (is_denied, "the text denies it"),
    (is_of_each, "the text tells it of each of several things"),
    (is_per_one, "the text tells it per person, hectare or day"),
    (is_record, "the text tells it of a record"),
    (is_of_its_noun, "the text says by it what something else is like"),
    (is_of_priced, "the text counts what it measures by another figure"),
    (is_of_new_ones, "the text counts new ones alone"),
    (is_some_of, "the text tells it of some of those that another figure counts"),
    (is_any_one, "the text tells by it of any one person"),
)
# The tiers of subjects that another clause of the figure's sentence names or refers to.
_OF_SENTENCE = (2, 3)
# How a subject is called by a noun, and not only pointed at.
_CALLED = ("named", "head noun", "short name")
# That of subjects that only another paragraph names.
_OF_DOCUMENT = 5
# That of subjects that only another sentence names.
_OF_EARLIER = 4
# How many words and signs of a sentence are its opening, where its topic stands.
OPENING = 4
MINUS = Fraction(-1)
_SIGNS = frozenset("-−–")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An assertion that the text may mean, how it fits, and the evidence. A smaller rank is stronger evidence."""

    assertion: Assertion
    fit: Fit
    rank: tuple[int, int]
    distance: int
    evidence: tuple[Evidence, ...]
    metric_tier: int = 0

    @property
    def is_turned(self) -> bool:
        """The text names the metric by its opposite."""
        return any(each.how == TURNED for each in self.evidence)


class Kin(NamedTuple):
    """A claim on the whole, or on a part, of what the text names: the subject or metric `named`, and whether the text
    names that one alone, near the figure."""

    candidate: Candidate
    named: str
    role: Role
    is_alone: bool

    @property
    def other(self) -> str:
        """The subject or metric that the claim is of."""
        assertion = self.candidate.assertion
        return assertion.subject if self.role is Role.SUBJECT else assertion.metric

    def is_of_whole(self, book: Book) -> bool:
        nests = book.nests.subjects if self.role is Role.SUBJECT else book.nests.metrics
        return nests.is_part(self.named, self.other)

    def why(self, book: Book) -> str:
        """Why the claim does not cover the figure."""
        part, whole = (self.named, self.other) if self.is_of_whole(book) else (self.other, self.named)
        return f"the text names {self.named}, the claim is on {self.other}, and {part} is a part of {whole}"


@dataclass(frozen=True, slots=True)
class Link:
    """What a figure may be about: the candidates of the strongest evidence, or why there are none.

    `hint` is an assertion that may have been meant where subject or metric was not shown; `named` are all subjects that
    the document names. `kin`, where there are no candidates, are those of what the text names a part of, or its parts.
    `as_told` is the figure as the words of the metric make it, where they say its opposite: «спад ВВП на 2 %» is −2 %.
    `told_of_others` are the ids of claims that the sentence tells of other figures, `told_before` of those that the
    paragraph has told before in plainer words; `starts_at`, of what a change
    starts from, is the claim on the year before that of what it led to.
    """

    candidates: tuple[Candidate, ...] = ()
    why: str = ""
    hint: Assertion | None = None
    evidence: tuple[Evidence, ...] = ()
    sense: Sense = NO_SENSE
    named: frozenset[str] = frozenset()
    kin: tuple[Kin, ...] = ()
    as_told: Figure | None = None
    told_of_others: frozenset[str] = frozenset()
    told_before: frozenset[str] = frozenset()
    starts_at: Candidate | None = None


@dataclass
class Linker:
    """Links the figures of one document in reading order, remembering what was spoken of."""

    scene: Scene
    references: References
    book: Book
    considered: dict[Span, tuple[Candidate, ...]] = field(default_factory=dict)

    @cached_property
    def _carrying(self) -> Carrying:
        return Carrying(self.scene, self.references)

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(mention.name for active in self.references.active for mention in active)

    def link(self, figure: Figure) -> Link:
        index = self.scene.analysis.sentence_at(figure.span.start)
        if index is None:
            return Link(why="the figure stands outside the article's sentences")
        told = as_it_stands(self.scene, index, figure, self.book.today)
        found = self._link(told, index)
        if told is not figure and found.as_told is None:
            found = replace(found, as_told=told)
        if found.candidates and figure.kind is not Kind.DATE:
            best = found.candidates[0]
            topic = Topic(best.assertion.subject, best.assertion.metric, best.evidence, best.assertion.period)
            self._carrying.topics[index] = topic
        return found

    def _dates_another(self, figure: Figure, index: int) -> bool:
        """«В прошлом году в страну приехали 480 тысяч»: a period says when another figure of its sentence was."""
        peers = self.scene.figures_by_sentence.get(index, ())
        return figure.kind is Kind.PERIOD and any(
            peer.unit is not None
            and peer.values
            and not peer.ignored
            and peer.when is not None
            and peer.when.span == figure.span
            for peer in peers
        )

    def _link(self, figure: Figure, index: int) -> Link:
        if self._dates_another(figure, index):
            return Link(why="the text only says by it when something else was")
        for rule, why in _OF_NO_SUBJECT:
            if rule(self.scene, index, figure):
                return Link(why=why)
        nests = self.book.nests
        subjects = subject_bearings(
            self.scene,
            self.references,
            figure,
            index,
            nests.subjects.widened(lambda name: self.book.is_subject_of(name, figure)),
            self.book.has,
            nests.subjects,
        )
        near = {name for subject in subjects for name in (subject.name, *nests.subjects.kin(subject.name))}

        def is_owned(name: str) -> bool:
            return not near or any(self.book.has(subject, name) for subject in near)

        metrics = metric_bearings(
            self.scene,
            figure,
            index,
            nests.metrics.widened(lambda name: self.book.is_metric_of(name, figure)),
            lambda name, peer: nests.metrics.widened(lambda one: is_owned(one) and self.book.is_unit_of(one, peer))(
                name
            ),
            is_owned,
        )
        if not metrics and any(has_other_object(self.scene, index, figure, each) for each in self.scene.metrics(index)):
            return Link(why="the text tells it of another thing than what it names")
        free = tuple(subject for subject in subjects if not self._is_taken(figure, index, subject, metrics))
        taken = frozenset(each.name for each in subjects) - frozenset(each.name for each in free)
        subjects, metrics = narrowest(free, nests.subjects), narrowest(metrics, nests.metrics)
        is_of_both = is_of_several(self.scene, index, subjects, nests.subjects)
        if is_of_both or is_of_several(self.scene, index, metrics, nests.metrics):
            return Link(why="the text tells it of several parts together")
        if not names_part(figure, subjects, nests.subjects):
            metrics = without_parts(self.scene, figure, metrics)
        own = frozenset[str]().union(*(self.references.own_words(subject.name) for subject in subjects))
        turned = {m: turned_to(self.scene, index, figure, m.evidence.span, own) for m in metrics}
        if turned and all(turned.values()):
            return Link((), "another place or thing stands between what was measured and the figure")
        metrics = tuple(m for m in metrics if turned[m] is None and not self._is_of_another(figure, index, m))
        partial = narrowed(self.scene, self.references, self.book, self._named, figure, subjects, metrics)
        if metrics and len(partial) == len(metrics):
            return Link((), f"the text tells it of a part: “{partial[metrics[0]].of(self.scene.analysis.text)}”")
        metrics = tuple(metric for metric in metrics if metric not in partial)
        if is_added(self.scene, index, figure):
            least = 1 if self.scene.is_verb_last else 0  # «тағы 5 бөлімше» are not all
            metrics = tuple(
                m
                for m in metrics
                if least <= m.tier <= 1
                and not is_otherwise(m.evidence)
                and not is_of_number(self.scene, m.evidence.span, figure)
            )
        meant = tuple(one for one in subjects if not self._is_passed_over(figure, index, one, subjects))
        pairs = list(self._pairs(figure, meant, metrics)) or list(self._joined(figure, index, subjects, metrics))
        if not pairs and self._carrying.are_echoes(index, metrics, self.book.has):
            pairs = list(self._carrying.carried(figure, index, subjects, taken))
        least = _OF_EARLIER if self._is_told_by_agent(index) else _OF_DOCUMENT
        if not (pairs or taken) and all(subject.tier >= least for subject in subjects):
            pairs = list(self._of_protagonist(figure, index, metrics))
        candidates = self._strongest(figure, pairs)
        return self._linked(figure, index, candidates) if candidates else self._missing(figure, subjects, metrics)

    def _linked(self, figure: Figure, index: int, candidates: tuple[Candidate, ...]) -> Link:
        shown = next(each for each in candidates[0].evidence if each.role is Role.METRIC)
        as_told = _as_told(figure, shown)
        if candidates[0].assertion.kind is Kind.LEVEL and as_told is None and may_be_reached(self.scene, figure):
            as_told = _as_share(figure, mirrored=False)
        return Link(candidates, sense=sense(self.scene, index, figure), named=self._named, as_told=as_told)

    def _pairs(
        self, figure: Figure, subjects: tuple[Bearing, ...], metrics: tuple[Bearing, ...]
    ) -> Iterator[tuple[Bearing, Bearing]]:
        for subject in subjects:
            if any(each.tier <= 1 and self._is_somebodys(subject, each) for each in metrics):
                continue  # «Портның қуаты – 15 млн тонна жүк»: nor is the cargo that of a subject carried over
            for metric in (*metrics, *self._implied(figure, subject)):
                if self.book.has(subject.name, metric.name) and not self._is_somebodys(subject, metric):
                    yield subject, metric

    def _is_passed_over(self, figure: Figure, index: int, subject: Bearing, subjects: tuple[Bearing, ...]) -> bool:
        """«Инфляция в области – 8,1 %, по Казахстану – 8,6 %»: the figure's own clause says of whom it tells, and no
        claim has the metric for that one; so it is not that of another that the sentence names elsewhere."""
        near = {each.name for each in subjects if each.tier <= 1 and each.evidence.how in _CALLED}
        clause = self.scene.clause_of(index, figure.span)
        near |= {
            mention.name
            for mention in self.scene.subjects(index)
            if (mention.name in self.references.proper or is_inside(self.scene, index, mention.first))
            and clause.covers(mention.span)
            and mention.span.end <= figure.span.start
        }
        kin = {name for each in near for name in self.book.nests.subjects.kin(each)}
        return bool(near) and subject.tier > 1 and subject.name not in near | kin

    def _joined(
        self, figure: Figure, index: int, subjects: tuple[Bearing, ...], metrics: tuple[Bearing, ...]
    ) -> Iterator[tuple[Bearing, Bearing]]:
        """The subject in the metric's own phrase, where a nearer one has no such metric: «экспорт зерна из
        Казахстана». What the nearer one is part of does not count."""
        near = {kin for subject in subjects for kin in self.book.nests.subjects.kin(subject.name)}
        for metric in metrics:
            words = metric.evidence.span
            for mention in self.scene.subjects(index):
                is_same = mention.span.overlaps(words)
                if is_same and is_strangers(self.scene, self.references, index, mention):
                    continue  # «В Финляндии посажено 170 млн саженцев»
                beside = is_same or 0 <= mention.span.start - words.end <= 1
                if beside and self.book.has(mention.name, metric.name) and mention.name not in near:
                    yield bearing(figure, mention, metric.tier, metric.evidence.scope), metric

    def _of_protagonist(
        self, figure: Figure, index: int, metrics: tuple[Bearing, ...]
    ) -> Iterator[tuple[Bearing, Bearing]]:
        found = of_protagonist(self.scene, self.references, self.book, self._named, figure, index, metrics)
        for subject, metric in found:
            if not self._is_taken(figure, index, subject, metrics) and not self._is_somebodys(subject, metric):
                yield subject, metric

    def _is_somebodys(self, subject: Bearing, metric: Bearing) -> bool:
        """The metric is said of something unknown («объем перевозок порта») and the subject only carried over."""
        if subject.tier < 4 or not has_unknown_owner(self.scene, metric.evidence.span):
            return False
        of_a_country = bool(self.references.countries_of.get(subject.name))
        return not (of_a_country and is_owned_by_agent(self.scene, metric.evidence.span))

    def _implied(self, figure: Figure, subject: Bearing) -> Iterator[Bearing]:
        evidence = implied_metric(figure)
        if evidence is not None and subject.tier <= 2:
            for metric in self.book.metrics_of(subject.name):
                yield Bearing(metric, 1, 0, evidence)
        elif evidence is None and says_how_large(self.scene, self.references, figure, subject.name):
            own = [metric for metric in self.book.metrics_of(subject.name) if self.book.is_unit_of(metric, figure)]
            for metric in own if len(own) == 1 else ():
                yield Bearing(metric, 1, 0, Evidence(Role.METRIC, figure.span, Scope.FIGURE, "its noun"))

    def _is_counted_behind(self, figure: Figure, index: int, metric: Bearing) -> bool:
        """«Таких самолётов пять, а весь парк насчитывает 18 судов»: what names the metric holds another number, and
        stands behind the figure, in another clause."""
        named, peers = metric.evidence.span, self.scene.figures_by_sentence.get(index, ())
        return named.start >= figure.span.end and any(peer.values and named.covers(peer.span) for peer in peers)

    def _is_of_its_own(self, figure: Figure, index: int) -> bool:
        """The figure's clause is about a noun that no claim knows, or about a part."""
        if is_where(self.scene, index, figure):
            return True
        return self._carrying.has_own_head(figure, index) or self._carrying.is_narrowed(figure, index)

    def _is_of_another(self, figure: Figure, index: int, metric: Bearing) -> bool:
        """The text names the metric, but the figure is another noun's: its own clause has a topic, or the metric
        stands in a remark about what the sentence measures («мощность трубы, по которой идет транзит»)."""
        if metric.tier >= 2 and (self._is_of_its_own(figure, index) or self._is_counted_behind(figure, index, metric)):
            return True
        if metric.tier >= 2 and is_difference(self.scene, index, figure):
            return True
        if is_of_event(self.scene, index, figure, metric.name):
            return True
        if metric.tier in _OF_SENTENCE and self._does_another_thing(figure, index, metric):
            return True
        if metric.tier == 4 and self.scene.question_of(index) is None:
            clause = self.scene.clause_of(index, figure.span)
            if self._carrying.has_new_verb(index, clause, (metric.evidence,)):
                return True
        if metric.tier >= 4 and is_share_of_unknown(self.scene, index, figure):
            return True
        if is_of_another_country(self.scene, index, metric.evidence.span, figure):
            return True
        if self._is_done_otherwise(figure, index, metric) or is_of_own_object(self.scene, index, figure, metric):
            return True
        if is_of_fraction(self.scene, index, metric.evidence.span, figure):
            return True
        if is_in_ratio(self.scene, index, metric.evidence.span, figure):
            return True
        if is_numbered(self.scene, index, metric.evidence.span, figure):
            return True
        if metric.tier >= 1 and has_measure_of_its_own(self.scene, index, metric.evidence.span, figure):
            return True
        if metric.tier >= 1 and has_other_label(self.scene, index, metric.evidence.span, figure):
            return True
        return metric.tier >= 1 and is_in_remark(self.scene, index, metric.evidence.span, figure)

    def _does_another_thing(self, figure: Figure, index: int, metric: Bearing) -> bool:
        """ "Births fell by 2.6%, and 44,000 people died": in a language with articles, those that a number counts are
        what its clause is about, and its verb is none of the metric's."""
        scene, clause = self.scene, self.scene.clause_of(index, figure.span)
        first, last = scene.analysis.tokens_within(Span(clause.start, figure.span.start))
        light = scene.words.conjunctions | scene.words.light
        if not scene.words.articles or clause.start <= scene.sentence(index).span.start:
            return False
        verb = own_verb(scene, index, Span(figure.span.end, clause.end))
        deeds = scene.patterns.deeds_of_metrics.get(metric.name, frozenset())
        opens = all(scene.analysis.words[at] in light for at in range(first, last))
        return opens and verb is not None and scene.lemmas_of(verb).isdisjoint(deeds)

    def _is_done_otherwise(self, figure: Figure, index: int, metric: Bearing) -> bool:
        """ "They spared 1.5 billion cubic metres of gas": in a language with articles, of a metric that each of its
        names calls an action the text names the object alone, and has another verb before the figure."""
        patterns, clause = self.scene.patterns, self.scene.clause_of(index, figure.span)
        if not self.scene.words.articles or metric.name not in patterns.deeds or metric.tier > 1:
            return False
        span, deeds = metric.evidence.span, patterns.deeds_of_metrics.get(metric.name, frozenset())
        said = self.scene.lemmas_of(span)
        if span.start < figure.span.start or not said.isdisjoint(
            deeds | actions(self.scene.analysis.language).verbs.keys()
        ):
            return False
        verb = own_verb(self.scene, index, Span(clause.start, figure.span.start))
        return verb is not None and self.scene.lemmas_of(verb).isdisjoint(deeds)

    def _is_taken(self, figure: Figure, index: int, subject: Bearing, metrics: tuple[Bearing, ...]) -> bool:
        """An unknown name of the same sort stands between the subject and its figure."""
        if subject.tier >= 2 and subject.name in self.references.proper and is_of_the_whole(self.scene, index, figure):
            return True
        if subject.tier >= 1 and is_where(self.scene, index, figure):
            return True
        if subject.tier >= 4 and self._has_other_pronoun(figure, index):
            return True
        if subject.tier <= 3 and self._is_other_half(figure, index, subject.evidence.span):
            return True
        if subject.evidence.how == "pronoun" and self._is_of_head(figure, index, subject.evidence.span):
            return True
        if subject.tier >= 1 and self._is_of_rival(figure, index, subject):
            return True
        is_pronoun = subject.evidence.how in ("pronoun", "demonstrative")
        if is_pronoun and subject.tier < 2 and is_elsewhere(self.scene, self.references, index, figure, subject):
            return True  # "in Mongolia it is 44 percent"
        own = self.references.countries_of.get(subject.name, frozenset())
        heads = self.references.heads_of.get(subject.name, frozenset())
        span = subject.evidence.span
        if subject.tier >= 4:
            within = self._up_to_clause(figure, index)
        elif subject.tier >= 2:
            within = self.scene.clause_of(index, figure.span)
        elif span.end <= figure.span.start and subject.tier != 1:
            within = Span(span.end, figure.span.start)
        else:
            return is_pronoun and is_of_whole(self.scene, self.references, index, figure, subject.name)
        is_done_there = self._is_done_there(figure, index, subject)
        if subject.tier >= 4 and not is_done_there and self._has_other_topic(figure, index, metrics):
            return True
        if subject.tier in _OF_SENTENCE and is_led_to_by_stranger(
            self.scene, index, self._since(index, within, span), figure
        ):
            return True
        if subject.tier >= 2 and not is_done_there and self._is_done_by_another(figure, index, metrics):
            return True
        if subject.tier >= 4 and self._is_of_some(figure, index, metrics):
            return True
        if subject.tier == 0 and is_of_next_stranger(self.scene, index, within):
            return True
        if subject.tier >= 4 and is_of_one(self.scene, index, figure, {metric.name for metric in metrics}):
            return True
        if subject.tier >= 2 and is_elsewhere(self.scene, self.references, index, figure, subject):
            return True
        return unknown_name(self.scene, index, within, heads, own) is not None

    def _has_other_pronoun(self, figure: Figure, index: int) -> bool:
        """ "A market is being built; it will cost $160 million": in a language with articles, a pronoun ahead of the
        figure in its clause stands for something else that the sentence is about."""
        clause, words = self.scene.clause_of(index, figure.span), self.scene.words
        at, last = self.scene.analysis.tokens_within(Span(clause.start, figure.span.start))
        while words.articles and at < last:
            skipped = self.scene.connector_at(at, last)
            is_pronoun = not skipped and self.scene.analysis.words[at] in words.pronouns - words.possessives
            if is_pronoun and self.references.is_taken(index, at):
                return True
            at += skipped or 1
        return False

    def _is_told_by_agent(self, index: int) -> bool:
        """ "The government expects exports of 10 million tonnes": what a body of a country tells is of its own."""
        if not self.scene.words.articles:
            return False
        phrase = subject_phrase(self.scene, index, self.scene.sentence(index).span)
        tokens = (self.scene.analysis.tokens[at] for at in (phrase.words if phrase else ()))
        return any(not self.scene.analysis.lemmas(token).isdisjoint(self.scene.words.agents) for token in tokens)

    def _is_done_there(self, figure: Figure, index: int, subject: Bearing) -> bool:
        """ "Farmers gathered 3.9 million tonnes": what people do is told of the country, or of the town, that they are
        in, unless other words say who they are."""
        words, clause = self.scene.words, self.scene.clause_of(index, figure.span)
        heads = self.references.heads_of.get(subject.name, frozenset())
        if heads.isdisjoint(words.lands | words.settlements) or not words.articles:
            return False
        phrase = subject_phrase(self.scene, index, clause)
        if phrase is None or len(phrase.words) > 1 or phrase.owner:
            return False
        found = self.scene.analysis.lemmas(self.scene.analysis.tokens[phrase.head])
        return not found.isdisjoint(words.workers) and not strangers(self.scene, index)

    def _is_of_rival(self, figure: Figure, index: int, subject: Bearing) -> bool:
        """«У ближайшего конкурента филиалов сто тридцать»: another of the subject's sort leads up to the figure, and
        the subject is not named after it; a pronoun is no name."""
        start, words = self.scene.sentence(index).span.start, self.scene.words.rivals
        name = subject.evidence.span if subject.evidence.how in _CALLED else self.scene.sentence(index).span
        return any(
            bool(self.scene.analysis.lemmas(token) & words) and not token.end <= name.start < figure.span.start
            for at in self.scene.positions(index, start, figure.span.start)
            if (token := self.scene.analysis.tokens[at]).is_word
        )

    def _is_done_by_another(self, figure: Figure, index: int, metrics: tuple[Bearing, ...]) -> bool:
        """«Это его третий фильм; предыдущая лента собрала 280 млн»: what a verb tells is of the noun of its clause."""
        named = [metric for metric in metrics if metric.tier <= 1]
        is_told = bool(named) and all(is_by_verb(self.scene, metric) for metric in named)
        return is_told and self._carrying.has_own_head(figure, index)

    def _is_of_some(self, figure: Figure, index: int, metrics: tuple[Bearing, ...]) -> bool:
        """ "Some 5,300 donors had to stop": a verb that no metric knows tells of those alone whom it counts."""
        counted = [metric for metric in metrics if metric.tier == 0 and metric.evidence.span.overlaps(figure.span)]
        if figure.kind is not Kind.LEVEL or not counted:
            return False
        behind = Span(figure.span.end, self.scene.clause_of(index, figure.span).end)
        verb = own_verb(self.scene, index, behind)
        said = self.scene.lemmas_of(verb) if verb is not None else frozenset[str]()
        known = (self.scene.patterns.deeds_of_metrics.get(metric.name, frozenset()) for metric in counted)
        return verb is not None and not any(said & deeds for deeds in known)

    def _since(self, index: int, clause: Span, name: Span) -> Span:
        """A clause and what stands between it and that of a name ahead of it, remarks included: "…, while Istria, the
        most popular of all, had 17 million"."""
        return Span(min(self.scene.clause_of(index, name).end, clause.start), clause.end)

    def _up_to_clause(self, figure: Figure, index: int) -> Span:
        """A sentence as far as the figure's own clause goes: "the rate is 18 percent, while in Georgia it is 8"."""
        return Span(self.scene.sentence(index).span.start, self.scene.clause_of(index, figure.span).end)

    def _is_other_half(self, figure: Figure, index: int, name: Span) -> bool:
        """A name leads up to the figure in its sentence, but another half of it."""
        is_ahead = self.scene.sentence(index).span.start <= name.start < figure.span.start
        return is_ahead and is_other_half(self.scene, index, figure, name)

    def _is_of_head(self, figure: Figure, index: int, pronoun: Span) -> bool:
        """ "Alatau, its rival, carried…": what the sentence is about stands right before the remark."""
        if not self.scene.words.articles:
            return False
        head = unknown_head(self.scene, index, self.scene.sentence(index).span, figure)
        return head is not None and self.scene.analysis.text[head.end : pronoun.start].strip() == ","

    def _has_other_topic(self, figure: Figure, index: int, metrics: tuple[Bearing, ...]) -> bool:
        """The sentence is about something that no claim knows: a subject from elsewhere is not meant."""
        if self.scene.is_data(index):
            return False  # the label of its line was looked at
        if self._is_of_its_own(figure, index) or self._carrying.has_other_subject(figure, index):
            return True
        if self._has_other_contrast(figure, index) or unknown_site(self.scene, index, figure) is not None:
            return True
        names = [metric.evidence.span for metric in metrics]
        opening = unknown_opening(self.scene, index, figure, self._colon_before(index, figure, names))
        own = frozenset[str]().union(*(self.scene.patterns.heads_of_metrics.get(each.name, ()) for each in metrics))
        is_own = opening is not None and not own.isdisjoint(self.scene.lemmas_of(opening))  # «парк 30 ұшаққа жетеді»
        is_named = any(span == opening or self._counts_at(figure, index, span) for span in names)
        if opening is not None and not (is_own or is_named):
            return True
        clause = self.scene.clause_of(index, figure.span)
        if self._has_stranger(figure, index, clause):
            return True
        return any(unknown_antecedent(self.scene, index, span) for span in self.scene.pronouns_in(clause))

    def _colon_before(self, index: int, figure: Figure, metrics: Sequence[Span]) -> int | None:
        """Where a colon ends what leads up to a metric and its figure: «…энергия алынды: импорт көлемі 3,6 млрд»."""
        start = self.scene.sentence(index).span.start
        colon = self.scene.analysis.text.rfind(":", start, figure.span.start)
        return colon + 1 if colon >= 0 and any(colon < span.start < figure.span.start for span in metrics) else None

    def _has_other_contrast(self, figure: Figure, index: int) -> bool:
        """What a dash sets against what was told before is unknown, and stands for nothing that is known."""
        clause = self.scene.clause_of(index, figure.span)
        refers = any(mention.span.overlaps(clause) for mention in self.references.referring[index])
        return not refers and has_unknown_contrast(self.scene, index, figure)

    def _counts_at(self, figure: Figure, index: int, metric: Span) -> bool:
        """«Залда 640 орын бар»: what is at a place is counted by the very noun of the metric."""
        return metric.overlaps(figure.span) and is_place(self.scene, index, figure)

    def _has_stranger(self, figure: Figure, index: int, clause: Span) -> bool:
        """A name that no claim knows leads up to the figure in its clause, or opens the sentence."""
        sentence = self.scene.sentence(index)
        return any(
            position < sentence.first + OPENING or clause.start <= self.scene.analysis.tokens[position].start
            for position in strangers(self.scene, index)
            if self.scene.analysis.tokens[position].start < figure.span.start
        )

    def _strongest(self, figure: Figure, pairs: list[tuple[Bearing, Bearing]]) -> tuple[Candidate, ...]:
        """All assertions of the pair of subject and metric that the evidence favours, best fit first."""
        found = []
        around = circumstances(self.scene, figure, self.book.today)
        before = self._carrying.period_before(figure)
        around = around if before is None else around._replace(other=before)
        for subject, metric in pairs:
            rank = (max(subject.tier, metric.tier), subject.tier + metric.tier)
            evidence = (subject.evidence, metric.evidence, *_own_evidence(figure))
            told = self._as_growth(_without_status(figure, metric, is_by_verb(self.scene, metric)), metric)
            reached = _as_share(told, mirrored=False) if may_be_reached(self.scene, told) else told
            for assertion in self.book.of(subject.name, metric.name):
                is_level = assertion.kind is Kind.LEVEL and assertion.dimension == "share"
                how = fit(reached if is_level else told, assertion, self.book.today, around)
                if how is not None and not (
                    metric.evidence.how == "the wording itself" and not _implies(figure, assertion)
                ):
                    distance = subject.distance + metric.distance
                    found.append(Candidate(assertion, how, rank, distance, evidence, metric.tier))
        if not found:
            return ()
        self.considered[figure.span] = tuple(found)
        best = min((candidate.rank, candidate.distance) for candidate in found)
        kept = [candidate for candidate in found if (candidate.rank, candidate.distance) == best]
        kept = [candidate for candidate in kept if not candidate.is_turned] or kept
        return tuple(sorted(kept, key=lambda c: (len(c.fit.mismatches), c.fit.loss, c.assertion.id)))

    def _as_growth(self, figure: Figure, metric: Bearing) -> Figure:
        """«Рост ВВП составил 6,5 %», "like-for-like sales grew by 2.6%": the metric is itself a change, which the
        claims may give as a share."""
        told = _as_told(figure, metric.evidence)
        if told is not None:
            return told
        if figure.kind is not Kind.CHANGE or figure.direction_span is None:
            return figure
        is_within = _is_own_word(metric.evidence.span, figure, figure.direction_span)
        if figure.unit != "%":  # "the tongue retreated by 26 metres"
            return replace(figure, kind=Kind.LEVEL) if is_within and figure.unit not in (None, "pp", "x") else figure
        names_what_grows = metric.name in self.scene.patterns.growths and self.scene.words.growths.isdisjoint(
            self.scene.lemmas_of(metric.evidence.span)
        )
        return _as_share(figure, mirrored=False) if is_within or names_what_grows else figure

    def _of_kin(self, figure: Figure, subjects: tuple[Bearing, ...], metrics: tuple[Bearing, ...]) -> Iterator[Kin]:
        """The claims that would cover the figure if it were of the whole of what the text names, or of its part."""
        for subject, metric in product(subjects, metrics):
            for assertion in self.book.near(subject.name, metric.name):
                how = fit(figure, assertion, self.book.today)
                if how is not None and how.covers and not assertion.derived:
                    evidence = (subject.evidence, metric.evidence, *_own_evidence(figure))
                    rank = (max(subject.tier, metric.tier), subject.tier + metric.tier)
                    distance = subject.distance + metric.distance
                    candidate = Candidate(assertion, how, rank, distance, evidence, metric.tier)
                    own = subject if subject.name != assertion.subject else metric
                    is_alone = own.tier <= 2 and not is_told_together(self.scene, own.evidence.span)
                    yield Kin(candidate, own.name, own.evidence.role, is_alone)

    def _missing(self, figure: Figure, subjects: tuple[Bearing, ...], metrics: tuple[Bearing, ...]) -> Link:
        """Why nothing covers the figure, naming a claim whose subject or metric the text does show."""
        shown = tuple(each.evidence for each in (*subjects[:1], *metrics[:1]))
        kin = tuple(self._of_kin(figure, subjects, metrics))
        if kin:
            best = kin[0].candidate
            return Link((), kin[0].why(self.book), best.assertion, best.evidence, kin=kin)
        for subject in subjects:
            for metric in self.book.metrics_of(subject.name):
                for assertion in self.book.of(subject.name, metric):
                    how = fit(figure, assertion, self.book.today)
                    if how is not None and how.covers and not metrics:
                        return Link((), f"the text names {subject.name} but not {metric}", assertion, shown)
        if metrics and not subjects:
            return Link((), f"the text names {metrics[0].name} but no subject that a claim has it for", None, shown)
        return Link((), "no claim is about this", None, shown)


def _as_told(figure: Figure, metric: Evidence) -> Figure | None:
    """The share that a metric is which tells of a change by its own words. By its opposite it is negative: «спад ВВП
    составил 6,5 %» for «рост ВВП»; of one that is itself a fall a fall is all of it: «спад – 3 %»."""
    if figure.unit != "%" or not figure.values:
        return None
    is_own = figure.direction_span is not None and _is_own_word(metric.span, figure, figure.direction_span)
    is_negative = figure.values[0] < 0
    if metric.how == TURNED:
        return _as_share(figure, mirrored=not is_negative)
    return _as_share(figure, mirrored=True) if is_own and is_negative and _SIGNS.isdisjoint(figure.text) else None


def _is_own_word(metric: Span, figure: Figure, word: Span) -> bool:
    """A word is one of a metric's name, and does not stand with the number between a verb and its object: "produced 3
    percent more electricity"."""
    return metric.covers(word) and not metric.covers(figure.parts.number)


def _as_share(figure: Figure, mirrored: bool) -> Figure:
    found = replace(figure, kind=Kind.LEVEL, dimension="share")
    if not mirrored:
        return found
    ends, interval = tuple(end.times(MINUS) for end in figure.ends), figure.interval.times(MINUS)
    return replace(found, values=tuple(-value for value in figure.values), ends=ends, interval=interval)


def _without_status(figure: Figure, metric: Bearing, is_verb: bool) -> Figure:
    """«Ожидаемая продолжительность жизни»: a word of intent in the metric's own name tells of none, but for a verb in
    the future that names it: «потратит»."""
    span = figure.status_span
    if span is None or is_verb or not metric.evidence.span.covers(span):
        return figure
    return replace(figure, status=Status.ACTUAL, status_span=None)


def _implies(figure: Figure, assertion: Assertion) -> bool:
    """A figure whose wording is its own metric speaks only of durations, or of the date that it counts from."""
    if is_anniversary(figure):
        return assertion.kind is Kind.DATE
    return assertion.kind is Kind.DURATION and assertion.unit == figure.unit


def _own_evidence(figure: Figure) -> Iterator[Evidence]:
    if figure.when is not None:
        yield Evidence(Role.PERIOD, figure.when.span, figure.when.scope, str(figure.when.period))
    if figure.status_span is not None:
        yield Evidence(Role.STATUS, figure.status_span, Scope.CLAUSE, figure.status.value)
    if figure.direction_span is not None:
        yield Evidence(Role.DIRECTION, figure.direction_span, Scope.CLAUSE, "direction")
