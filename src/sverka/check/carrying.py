"""What a figure takes over from the sentence before where its own names no metric and has no topic of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from sverka.check.bearing import Bearing
from sverka.check.labels import has_measure_of_its_own, has_other_label, is_share_of_unknown
from sverka.check.manner import is_narrowed
from sverka.check.references import References
from sverka.check.scene import Scene
from sverka.check.strangers import strangers
from sverka.check.topics import agrees_with_verb, own_verb, shows_topics, unknown_head, unknown_topic
from sverka.check.wider import has_no_topic
from sverka.languages.calendar import calendar
from sverka.model.figure import Figure, Scope
from sverka.model.finding import Evidence, Role
from sverka.model.period import Period
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.moments import moved
from sverka.text.predicates import is_predicate

# What says of itself what it is, and takes nothing over.
_OWN = (Kind.DATE, Kind.PERIOD, Kind.ORDINAL, Kind.DURATION)

# A period of fewer days is no year.
YEAR = 360


@dataclass(frozen=True, slots=True)
class Topic:
    """What a sentence was about last: a subject, a metric and a period, with the words that named them."""

    subject: str
    metric: str
    evidence: tuple[Evidence, ...]
    period: Period | None = None


# How many words behind a number its verb and the preposition behind that may take.
DEED = 4


@dataclass
class Carrying:
    """The topics of the sentences that were read."""

    scene: Scene
    references: References
    topics: dict[int, Topic] = field(default_factory=dict)

    def topic_before(self, index: int) -> Topic | None:
        """The topic of the sentence itself, else of the one before it in the paragraph."""
        own = self.topics.get(index)
        if own is None and index and self._goes_on_in_rows(index):
            return self.topics.get(index - 1)
        if own is not None or not self.scene.is_first_of_block(index):
            return own or self.topics.get(index - 1)
        question = self.scene.question_of(index)
        if question is None or self.scene.mentions[question]:
            return None
        before = self.topics.get(question - 1)  # «– А в этом году?»
        shows_no_cases = self.scene.words.articles or self.scene.is_verb_last
        if before is not None or not shows_no_cases or question == 0:
            return before
        earlier = (self.topics.get(at) for at in self.scene.up_to(question - 1))
        return next((topic for topic in earlier if topic is not None), None)

    def _goes_on_in_rows(self, index: int) -> bool:
        """ "Passengers: 1.3 million¶Change on a year before: +11%": a line of a table has a label of nothing but
        measures and dates, and the line before it a label of its own."""
        scene = self.scene
        if not scene.words.articles or not (scene.is_data(index) and scene.is_data(index - 1)):
            return False
        words = scene.words
        little = words.generic | words.plain | words.moves | words.leads | words.places | words.articles
        return not scene.mentions[index] and all(
            not token.is_word or scene.in_figure(index, token) or not scene.analysis.lemmas(token).isdisjoint(little)
            for token in scene.analysis.tokens_of(scene.sentence(index))
        )

    def period_before(self, figure: Figure) -> Period | None:
        """«38,5 млн против 21,2 годом ранее»: the part of the year before that the number before it was for."""
        index = self.scene.analysis.sentence_at(figure.span.start)
        topic = self.topics.get(index) if index is not None else None
        if not figure.is_base or figure.when is None or topic is None or topic.period is None:
            return None
        if figure.when.period.days < YEAR or topic.period.days >= YEAR:
            return None
        years = figure.when.period.start.year - topic.period.start.year
        return moved(topic.period, 12 * years) if years else None  # "at the start of the year" is no such part

    def carried(
        self, figure: Figure, index: int, subjects: Sequence[Bearing], taken: frozenset[str]
    ) -> Iterator[tuple[Bearing, Bearing]]:
        """The subject and the metric of the topic before a figure; none where the sentence has one of its own, or
        the subject is among the `taken`, whose place an unknown one takes in this sentence."""
        topic = self.topic_before(index)
        if topic is None:
            return
        is_brought = self._is_brought_to(figure, index)
        if not is_brought and (topic.subject in taken or not self._may_carry(figure, index, topic, subjects)):
            return
        evidence = {each.role: each for each in topic.evidence}
        if Role.SUBJECT not in evidence or Role.METRIC not in evidence:
            return
        who = Evidence(Role.SUBJECT, evidence[Role.SUBJECT].span, Scope.EARLIER, "carried over")
        what = Evidence(Role.METRIC, evidence[Role.METRIC].span, Scope.EARLIER, "carried over")
        nearest = min(subjects, key=lambda each: each.tier, default=None)
        if nearest is not None and nearest.tier <= 2 and nearest.name != topic.subject:
            yield nearest, Bearing(topic.metric, 5, 0, what)  # «лучше, чем по стране, где прибавили 11 %»
            return
        yield Bearing(topic.subject, 5, 0, who), Bearing(topic.metric, 5, 0, what)

    def are_echoes(self, index: int, metrics: Sequence[Bearing], has: Callable[[str, str], bool]) -> bool:
        """Whatever metrics a sentence names, the topic's subject has none of them by the claims that `has` tells of,
        and their words are those by which the topic's was named: «Сколько угля добыли? … В июле добыли 3 миллиона»."""
        topic = self.topic_before(index)
        if topic is None or not metrics:
            return not metrics
        known = self._words_of(topic)
        return all(
            not has(topic.subject, metric.name) and self.scene.lemmas_of(metric.evidence.span) & known
            for metric in metrics
        )

    def _words_of(self, topic: Topic) -> frozenset[str]:
        named = (self.scene.lemmas_of(each.span) for each in topic.evidence if each.role is Role.METRIC)
        return frozenset[str]().union(*named)

    def _is_of_stranger(self, figure: Figure, index: int) -> bool:
        """«В Астане сдано 4,2 млн кв. метров»: a name that no claim knows leads up to the figure."""
        tokens = self.scene.analysis.tokens
        return any(tokens[position].start < figure.span.start for position in strangers(self.scene, index))

    def _is_brought_to(self, figure: Figure, index: int) -> bool:
        """ "They agreed to raise that to 1.7 million": in a language with articles, a verb of change and a word that
        stands for what was measured lead to the number, whoever it is that agreed."""
        first, _ = self.scene.analysis.tokens_within(figure.span)
        words, lemmas = self.scene.words, self.scene.analysis.lemmas
        if not words.articles or figure.kind in _OWN or first - 3 < self.scene.sentence(index).first:
            return False
        verb, thing, _ = self.scene.analysis.tokens[first - 3 : first]
        changed = words.moves | words.bringing
        stands = words.demonstratives | words.pronouns - words.possessives
        leads = calendar(self.scene.analysis.language).ends
        return bool(lemmas(verb) & changed and lemmas(thing) & stands) and self.scene.analysis.words[first - 1] in leads

    def _goes_somewhere(self, figure: Figure, index: int) -> bool:
        """ "Some 17 million tonnes came from one field": in a language with articles, what a clause is about is the
        number itself, and a part of what was told of before goes to a place, or comes from one."""
        scene, clause = self.scene, self.scene.clause_of(index, figure.span)
        first, after = scene.analysis.tokens_within(figure.span)
        start, words = scene.analysis.tokens_within(clause)[0], scene.words
        light = words.light | words.conjunctions | words.relatives | words.owners
        if not words.articles or any(scene.analysis.words[at] not in light for at in range(start, first)):
            return False
        last = min(after + DEED, scene.sentence(index).last - 1)
        if after >= last or not is_predicate(scene.analysis.tokens, after, scene.analysis.language):
            return False
        led = words.ways | words.insides
        return any(
            scene.analysis.words[at] in led and not scene.in_figure(index, scene.analysis.tokens[at + 1])
            for at in range(after + 1, last)
        )

    def _may_carry(self, figure: Figure, index: int, topic: Topic, subjects: Sequence[Bearing]) -> bool:
        if figure.kind in _OWN or (figure.dimension == "count" and figure.parts.unit) or figure.is_part:
            return False
        if self._is_unknown(index, unknown_topic(self.scene, index, figure)) or self.is_narrowed(figure, index):
            return False
        if self._goes_somewhere(figure, index):
            return False
        if self._is_of_stranger(figure, index) or is_share_of_unknown(self.scene, index, figure):
            return False
        if has_measure_of_its_own(self.scene, index, Span(figure.span.start, figure.span.start), figure):
            return False
        if has_other_label(self.scene, index, Span(figure.span.start, figure.span.start), figure):
            return False
        if self._says_something_new(figure, index, topic) or self._measures_another(figure, index, topic):
            return False
        if not shows_topics(self.scene) and not self._goes_on(figure, index, topic.subject, topic.metric):
            return False
        if subjects and all(each.name != topic.subject for each in subjects):
            return False
        return not self._names(index, topic.subject) or any(each.tier <= 2 for each in subjects)

    def _goes_on(self, figure: Figure, index: int, subject: str, metric: str) -> bool:
        """The sentence refers back to the one before, or has nothing besides its figure to be about."""
        refers = self.scene.refers_back(index, self.scene.sentence(index).span)
        ours = [
            each for each in (*self.scene.subjects(index), *self.references.referring[index]) if each.name == subject
        ]
        return refers or has_no_topic(self.scene, index, figure, metric, ours)

    def has_own_head(self, figure: Figure, index: int) -> bool:
        """The figure's clause is about a noun that no claim knows, and that stands for nothing that one does."""
        clause = self.scene.clause_of(index, figure.span)
        if self._is_unknown(index, unknown_head(self.scene, index, clause, figure)):
            return True
        if self._is_of_workers(index, clause):
            return True
        first, _ = self.scene.analysis.tokens_within(clause)
        if self.scene.analysis.words[first] not in self.scene.words.relatives or not self.scene.words.articles:
            return False
        if figure.kind is Kind.CHANGE and self.scene.analysis.words[first + 1] in self.scene.words.linking:
            return False  # "produced 5 tonnes, which is 4% more"
        lead = Span(self.scene.sentence(index).span.start, clause.start)  # "a dairy group, which employs 1,150"
        return self._is_unknown(index, unknown_head(self.scene, index, lead, figure))

    def _is_of_workers(self, index: int, clause: Span) -> bool:
        """«…, а потратили его клиенты 812 млрд»: people do something new, and the clause names no metric."""
        lemmas = self.scene.lemmas_of(clause)
        if not lemmas & self.scene.words.workers or any(m.span.overlaps(clause) for m in self.scene.metrics(index)):
            return False
        return own_verb(self.scene, index, clause) is not None

    def has_other_subject(self, figure: Figure, index: int) -> bool:
        """The subject that a clause shares with the ones before it is unknown: «банки берут 19 % и просят взнос»."""
        clause, start = self.scene.clause_of(index, figure.span), self.scene.sentence(index).span.start
        first, _ = self.scene.analysis.tokens_within(clause)
        is_joined = self.scene.analysis.lemmas(self.scene.analysis.tokens[first]) & self.scene.words.conjunctions
        if clause.start == start or not is_joined:
            return False
        head = unknown_head(self.scene, index, Span(start, clause.start), figure)
        if head is None or not self._is_unknown(index, head):
            return False
        return bool(self.scene.words.articles) or agrees_with_verb(self.scene, index, head, clause)

    def _is_unknown(self, index: int, noun: Span | None) -> bool:
        return noun is not None and not any(each.span.overlaps(noun) for each in self.references.referring[index])

    def _says_something_new(self, figure: Figure, index: int, topic: Topic) -> bool:
        """The figure's clause has a noun or a verb of its own, and no pronoun for what was spoken of."""
        clause = self.scene.clause_of(index, figure.span)
        if self.has_new_verb(index, clause, topic.evidence):
            return True
        return not self.scene.refers_back(index, clause) and self.has_own_head(figure, index)

    def has_new_verb(self, index: int, clause: Span, before: Sequence[Evidence]) -> bool:
        """A clause has a verb that says something new, and none of those by which the metric was named before."""
        verb = own_verb(self.scene, index, clause)
        if verb is None:
            return False
        said = self.scene.lemmas_of(verb)
        return not any(each.role is Role.METRIC and said & self.scene.lemmas_of(each.span) for each in before)

    def _measures_another(self, figure: Figure, index: int, topic: Topic) -> bool:
        """The figure's clause names a metric ahead of it, and another one than the topic's: «средний заём – 15 млн»."""
        clause = self.scene.clause_of(index, figure.span)
        named = [m for m in self.scene.metrics(index) if m.span.overlaps(clause) and m.span.end <= figure.span.start]
        known = self._words_of(topic)
        return any(each.name != topic.metric and not self.scene.lemmas_of(each.span) & known for each in named)

    def _names(self, index: int, name: str) -> bool:
        """The sentence has the name of a subject, if in another sense: «социальные пенсии»."""
        return any(mention.name == name for mention in self.scene.subjects(index))

    def is_narrowed(self, figure: Figure, index: int) -> bool:
        return is_narrowed(self.scene, index, figure, self.references.referring[index])
