"""Words beside a metric that make it a part of what the claims measure: «экспорт нефти», "oil exports", "exports to
China". A part's figure is not the whole's."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from sverka.check.mentions import Mention
from sverka.check.scene import Scene
from sverka.languages import countries, morphology
from sverka.languages.calendar import calendar
from sverka.languages.discourse import discourse
from sverka.languages.intent import intent
from sverka.languages.morphology import Reading
from sverka.languages.suffixes import forms
from sverka.languages.verbs import verbs
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.predicates import is_predicate
from sverka.text.tokens import Token

# What is measured from somewhere to somewhere: «срок доставки от границы», "the length from the port".
ENDED = frozenset(("time", "calendar", "length", "speed"))
# In a language without cases a short word is no noun: "and", "saw".
LEAST = 3
# Adverbs that may stand behind any noun.
_ADVERBS = frozenset(
    ("here", "there", "alone", "again", "abroad", "ahead", "nationwide", "worldwide", "countrywide", "today")
)


@cache
def _light(language: str) -> frozenset[str]:
    """The words of a language that go with a whole as well as with its parts."""
    words, rules = discourse(language), intent(language)
    light = words.plain | words.neutral | words.generic | words.agents | words.demonstratives | words.whole
    light |= words.pronouns | words.speakers | words.articles | words.conjunctions | words.light | words.linking
    phrases = (rules.target, rules.plan, rules.forecast, rules.done)
    return light.union(calendar(language).now, *phrases)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Looks beside the metrics of one sentence. `referring` are the words there that refer to a subject, `own` the
    countries, by code, that the subjects in question are or are named after, `ours` the words of their names."""

    scene: Scene
    index: int
    referring: tuple[Mention, ...]
    own: Collection[str]
    ours: frozenset[str]

    def beside(self, metric: Span, *, has_ends: bool = False, by_verb: bool = False) -> Span | None:
        """The words that narrow a metric, given by its span; None where nothing does.

        What `has_ends` is the same whatever those are. Where a verb names the metric its object stands behind it:
        «экспортировал нефти на…».
        """
        first, last = self.scene.analysis.tokens_within(metric)
        if by_verb:
            return self._object(last) or self._behind(last, has_ends)
        opens = morphology.fold(self._token(first).text) in self.scene.words.leads  # "with foreign shareholders"
        before = None if has_ends or opens else self._before(first)
        return before or self._compound(last) or self._behind(last, has_ends)

    def within(self, told: Span, words: Collection[str]) -> Span | None:
        """ "Welcomed 51,000 business visitors", «перевёз 4 млн тонн транзитного груза»: what stands before the object
        in a span that begins with its verb, and is none of the `words` that mean the metric."""
        first, last = self.scene.analysis.tokens_within(told)
        if self.scene.is_verb_last:
            return None
        for position in range(last - 1, first, -1):
            token = self._token(position)
            if not token.is_word or self.scene.in_figure(self.index, token):
                return None
            if self.scene.analysis.lemmas(token).isdisjoint(words) and not self._says_little(position):
                reading = self._reading(position)
                is_adjective = reading.pos == "adjective" and reading.form is None
                is_noun = len(token.text) >= LEAST and not self._is_lead(position)
                narrows = is_adjective if morphology.tells_forms(self._language) else is_noun
                return token.span if narrows else None
        return None

    def _is_lead(self, position: int) -> bool:
        return morphology.fold(self._token(position).text) in self.scene.words.leads

    def source(self, verb: Span) -> Span | None:
        """ "Earned 3 million by selling slag", «на продаже шлака заработала 3 млн»: what it is a part of a sum from."""
        clause = self.scene.clause_of(self.index, verb)
        first, last = self.scene.analysis.tokens_within(clause)
        if self.scene.is_verb_last:
            positions = range(first, self.scene.analysis.tokens_within(verb)[0])
            return next((self._token(at).span for at in positions if self._is_where_from(at)), None)
        for position in range(first, last - 1):
            if morphology.fold(self._token(position).text) in self.scene.words.sources:
                head = self._head_after(position + 1, last)
                if head is not None and self._is_source(head):
                    return self._span(position, head)
        return None

    def _is_where_from(self, position: int) -> bool:
        """«Қож сатудан», "tullantı satışından": a noun in the ablative, with no postposition behind it."""
        token, behind = self._token(position), self._token(position + 1)
        if not token.is_word or self.scene.in_figure(self.index, token):
            return False
        is_led = behind.is_word and not self.scene.in_figure(self.index, behind)
        return not is_led and any(reading.case == "ablative" for reading in self._readings(position))

    def _is_source(self, head: int) -> bool:
        is_noun = not morphology.tells_forms(self._language) or self._reading(head).pos == "noun"
        return is_noun and not self.scene.in_figure(self.index, self._token(head))

    @property
    def _language(self) -> str:
        return self.scene.analysis.language

    def _token(self, position: int) -> Token:
        return self.scene.analysis.tokens[position]

    def _reading(self, position: int) -> Reading:
        return morphology.readings(self._token(position).text, self._language)[0]

    def _is_known(self, position: int) -> bool:
        """A word of a name, a reference or a figure, or that of a country which is the subject's own."""
        named = (*self.scene.mentions[self.index], *self.referring)
        if any(mention.first <= position < mention.last for mention in named):
            return True
        token = self._token(position)
        return self.scene.in_figure(self.index, token) or countries.country(token.text, self._language) in self.own

    def _says_little(self, position: int) -> bool:
        """The word goes with the whole as well: «общий», «товаров», "annual", "its"."""
        lemmas = self.scene.analysis.lemmas(self._token(position))
        if self._are_firms(position):
            return False
        return not lemmas.isdisjoint(self.ours) or not lemmas.isdisjoint(_light(self._language))

    def _are_firms(self, position: int) -> bool:
        """ "Deposits of companies": in a language with articles, several of the sort that a subject may be one of."""
        words = self.scene.words
        readings = morphology.readings(self._token(position).text, self._language) if words.articles else ()
        return any(reading.plural and reading.lemma in words.firms for reading in readings)

    def _before(self, first: int) -> Span | None:
        start = self.scene.sentence(self.index).first
        for position in range(first - 1, start - 1, -1):
            token = self._token(position)
            if not token.is_word or self._is_known(position):
                return None
            if self._is_suffix(position):
                return self._hyphenated(start, position)
            if self._is_owner(token):
                return token.span
            if not self._says_little(position):
                return token.span if self._narrows_from_before(position) else None
            if self._reading(position).pos != "adjective":
                return None
        return None

    def _is_owner(self, token: Token) -> bool:
        """ "The industry's revenue": of somebody else, and not of one that acts for the subject or stands for it."""
        folded = morphology.fold(token.text)
        if not self.scene.words.articles or not folded.endswith("'s"):
            return False
        scopes = frozenset[str]() if self.own else self.scene.words.scopes
        words = self.scene.words
        light = (words.plain | words.generic | words.agents | words.firms | self.ours) - scopes
        return folded[:-2] not in light and folded[:-2] not in calendar(self._language).words

    def _is_suffix(self, position: int) -> bool:
        """«BTC-nin»: an ending after a hyphen."""
        before = self._token(position - 1) if position else None
        return before is not None and before.text == "-" and before.end == self._token(position).start

    def _hyphenated(self, start: int, last: int) -> Span | None:
        """ "Like-for-like sales": in a language with articles, a compound before a metric that does not leave it whole,
        and says nothing of how it moves: "full-year sales", "better-than-expected sales"."""
        first, words = last, self.scene.words
        while first - 2 >= start and self._token(first - 1).text == "-" and self._token(first - 2).is_word:
            first -= 2
        written = morphology.fold(self.scene.analysis.text[self._token(first).start : self._token(last).end])
        if not words.articles or written in words.plain | words.neutral or self._is_turn(self._token(last)):
            return None
        is_name = self._token(first).is_capitalised and first > start
        is_open = is_name or self._says_little(last) or any(self._is_known(at) for at in range(first, last + 1))
        return None if is_open else self._span(first, last)

    def _narrows_from_before(self, position: int) -> bool:
        token = self._token(position)
        if morphology.tells_forms(self._language):
            reading = self._reading(position)
            divides = reading.lemma in self.scene.words.divides
            says_how = not divides and morphology.is_qualitative(token.text, self._language)
            return reading.pos == "adjective" and reading.form is None and not says_how
        if len(token.text) < LEAST or self._is_turn(token) or self._is_bare_verb(position):
            return False
        return self._narrows_a_last_noun(token) if self.scene.is_verb_last else True

    def _is_bare_verb(self, position: int) -> bool:
        """ "To raise coverage": a verb of change, or one behind "to" or what leads to it."""
        words = self.scene.words
        if not words.articles:
            return False
        if not self.scene.analysis.lemmas(self._token(position)).isdisjoint(words.moves):
            return True
        before = self.scene.analysis.words[position - 1] if position > self.scene.sentence(self.index).first else ""
        return before == "to" or before in intent(self._language).future

    @property
    def _turns(self) -> tuple[str, ...]:
        """How words of movement end, which say nothing of what is measured: "rising exports"."""
        return ("ing", "ed", "'s", "’s", "s'", "s’", "ly") if self.scene.words.articles else ()

    def _narrows_a_last_noun(self, token: Token) -> bool:
        """«Мұнай экспорты», «Çinə ixrac»: a bare noun, or another country in the case of where to or from."""
        cases = {reading.case for reading in morphology.readings(token.text, self._language)}
        at, _ = self.scene.analysis.tokens_within(token.span)
        participles = verbs(self._language).participles
        if self.scene.is_of_subject(self.index, at - 1) and token.text.endswith(participles):
            return False  # "İstisuya gələn turistlər"
        if countries.country(token.text, self._language) is not None:
            return bool(cases & {"dative", "ablative"})
        owned = any(form.possessive for form in forms(morphology.fold(token.text), self._language))
        return cases == {None} and not owned  # «Ұлттық банкі»: the end of a name

    def _compound(self, position: int) -> Span | None:
        """ "Sales offices": in a language without cases a plural right behind, with no figure after it, of which it
        would be the verb."""
        if not self._turns or position >= self.scene.sentence(self.index).last or not self._token(position).is_word:
            return None
        token, folded = self._token(position), morphology.fold(self._token(position).text)
        is_plural = len(token.text) > LEAST and folded.endswith("s") and not folded.endswith(("ss", "us", "is"))
        if not is_plural or self._is_known(position) or self._says_little(position) or self._is_turn(token):
            return None
        return None if self._has_number(position + 1) else token.span

    def _has_number(self, position: int) -> bool:
        figures, span = self.scene.figures_by_sentence.get(self.index, ()), self._token(position).span
        return any(f.span.overlaps(span) for f in figures if f.kind not in (Kind.DATE, Kind.PERIOD))

    def _object(self, position: int) -> Span | None:
        last = self.scene.sentence(self.index).last
        if self.scene.is_verb_last or position >= last or not self._token(position).is_word:
            return None
        head = self._head_after(position, last)
        if head is None or self._is_known(head) or self._says_little(head):
            return None
        if morphology.tells_forms(self._language):
            cases = {reading.case for reading in self._readings(head) if reading.pos == "noun" and not reading.is_name}
            return self._token(head).span if cases & {"accusative", "genitive"} else None
        word = self._token(head)
        return word.span if len(word.text) >= LEAST and not self._is_turn(word) else None

    def _is_turn(self, token: Token) -> bool:
        return is_predicate((token,), 0, self._language) or morphology.fold(token.text).endswith(self._turns)

    def _behind(self, position: int, has_ends: bool) -> Span | None:
        if self.scene.is_verb_last:
            return None
        last = self.scene.sentence(self.index).last
        if position < last and self._is_head_behind(position):
            return self._token(position).span
        while position < last and self._token(position).is_word and not self._is_verb(position):
            joining = self.scene.connector_at(position, last)
            if joining:
                position += joining
                continue
            is_lead = morphology.fold(self._token(position).text) in self.scene.words.leads
            if self._is_known(position) or (not is_lead and self._says_little(position)):
                position += 1
                continue
            if not is_lead:
                return self._token(position).span if self._is_complement(position, last) else None
            head = self._head_after(position + 1, last)
            if head is None:
                return None
            if not self._is_known(head) and not self._says_little(head):
                return None if has_ends or not self._may_narrow(position, head) else self._span(position, head)
            position = head + 1
        return None

    def _is_head_behind(self, position: int) -> bool:
        """ "The oil sector", "wage arrears", "the oil and gas sector": in a language with articles, a noun right behind
        a name in the singular makes of it a thing of another sort."""
        words, last = self.scene.words, self.scene.sentence(self.index).last
        if any(reading.plural for reading in morphology.readings(self._token(position - 1).text, self._language)):
            return False
        if self.scene.analysis.words[position] in words.conjunctions and position + 2 < last:
            return self._is_noun(position + 1) and self._is_noun(position + 2)
        return self._is_noun(position)

    def _is_noun(self, position: int) -> bool:
        """In a language with articles and no dictionary: a word in small letters that is known to be nothing else."""
        words, language = self.scene.words, self._language
        token, before = self._token(position), self._token(position - 1)
        folded = self.scene.analysis.words[position]
        if not words.articles or not token.is_word or len(folded) < LEAST or self._is_known(position):
            return False
        if token.is_capitalised or folded in words.scopes | words.firms:
            return not token.is_capitalised
        little = words.places | words.ways | words.insides | words.leads | words.paths | words.relatives
        little |= words.narrowing | words.carrying | words.moves | words.restricting | words.additional
        if folded in little or self._says_little(position) or self._is_turn(token) or folded in _ADVERBS:
            return False
        return not is_predicate((before, token), 1, language)

    def _is_verb(self, position: int) -> bool:
        """What stands behind the verb is no longer part of the noun's phrase: «заседание прошло в Астане»."""
        return is_predicate(self.scene.analysis.tokens[position : position + 1], 0, self._language)

    def _span(self, first: int, last: int) -> Span:
        return Span(self._token(first).start, self._token(last).end)

    def _may_narrow(self, lead: int, head: int) -> bool:
        """Without cases only "of" takes any noun; other prepositions lead on to verbs too ("to rise")."""
        if morphology.tells_forms(self._language):
            return self._reading(head).pos == "noun"
        of = morphology.fold(self._token(lead).text) in self.scene.words.owners
        return of or self._token(head).is_capitalised

    def _head_after(self, position: int, last: int) -> int | None:
        """The noun of a phrase, over its articles and adjectives."""
        for at in range(position, last):
            if not self._token(at).is_word and not self._is_known(at):
                return None
            if self._is_known(at) or not self._is_modifier(at):
                return at
        return None

    def _is_modifier(self, position: int) -> bool:
        if morphology.tells_forms(self._language):
            return self._reading(position).pos == "adjective"
        return bool(self.scene.analysis.lemmas(self._token(position)) & self.scene.words.articles)

    def _is_complement(self, position: int, last: int) -> bool:
        """A noun in the genitive, with its adjectives: «экспорт сырой нефти»."""
        if not morphology.tells_forms(self._language):
            return False
        head = self._head_after(position, last)
        if head is None or self._is_known(head) or self._says_little(head):
            return False
        return any(
            reading.pos == "noun" and reading.case == "genitive" and not reading.is_name
            for reading in self._readings(head)
        )

    def _readings(self, position: int) -> Iterator[Reading]:
        yield from morphology.readings(self._token(position).text, self._language)
