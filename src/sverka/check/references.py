"""What the words of a sentence refer back to: pronouns, "this", "the route", "the two countries"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sverka.check.borrowed import leads_to_all
from sverka.check.mentions import Mention
from sverka.check.rivals import unknown_name
from sverka.check.scene import Scene
from sverka.check.sorts import is_of_another_sort, stands_for_many
from sverka.check.strangers import stands_between, strangers, takes_over
from sverka.check.topics import is_unknown_phrase, leading_country, may_lead, subject_phrase, unknown_antecedent
from sverka.check.wider import turns_away
from sverka.languages import morphology
from sverka.languages.calendar import calendar
from sverka.languages.suffixes import forms
from sverka.model.figure import Reason
from sverka.model.finding import Role
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.predicates import is_participle, is_predicate
from sverka.text.tokens import Token

# How far back a pronoun reaches, in sentences.
REACH = 2
# How far back "the route" reaches: the name must still be fresh.
HEAD_REACH = 8
# A text says in so many sentences, its title among them, what it is about.
OPENING = 3
# How far before its noun an article stands, in words.
REACH_OF_ARTICLE = 3

_CLOSING = frozenset('»”"“')

Phrase = tuple[str, ...]


@dataclass
class References:
    """The subjects that each sentence speaks of, by name or by reference back, resolved in reading order.

    `active[i]` are the mentions, named or referring, that the sentences after `i` may refer to in turn.
    """

    scene: Scene
    heads: Mapping[str, frozenset[str]]
    heads_of: Mapping[str, frozenset[str]]
    pairs: Mapping[frozenset[str], frozenset[str]]
    words_of: Mapping[str, frozenset[str]]
    countries_of: Mapping[str, frozenset[str]]
    places_of: Mapping[str, frozenset[str]]
    proper: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()
    named: frozenset[tuple[str, str]] = frozenset()
    proper_words_of: Mapping[str, frozenset[str]] = field(default_factory=dict)
    referring: list[tuple[Mention, ...]] = field(default_factory=list)
    active: list[tuple[Mention, ...]] = field(default_factory=list)
    _shared: tuple[str, int] = ("", 0)
    _last_head: dict[str, tuple[int, frozenset[str]]] = field(default_factory=dict)

    @cached_property
    def _pairs_by_word(self) -> Mapping[str, Sequence[Phrase]]:
        return _by_first_word(self.scene.words.pairs)

    def own_countries(self, name: str) -> frozenset[str]:
        """The codes of the countries that a subject is, and of those that its title and aliases name."""
        none = frozenset[str]()
        return self.places_of.get(name, none) | self.countries_of.get(name, none)

    def own_words(self, name: str) -> frozenset[str]:
        """The dictionary forms of a subject's names, and of the nouns that may stand for it."""
        none = frozenset[str]()
        return self.words_of.get(name, none) | self.heads_of.get(name, none)

    def resolve(self) -> References:
        for index in range(len(self.scene.analysis.sentences)):
            found = tuple(self._referring(index))
            named = self.scene.subjects(index)
            self.referring.append(found)
            self.active.append(named + tuple(m for m in found if m.how != "both countries" or not named))
            self._remember_heads(index, found)
        return self

    def antecedents(self, index: int, reach: int = REACH) -> tuple[Mention, ...]:
        """The subjects of the nearest earlier sentence that speaks of any, within reach.

        Across a paragraph's start only the sentences just before count: a quotation goes on from what led to it.
        """
        for earlier in range(index - 1, max(-1, index - 1 - reach), -1):
            if self.active[earlier]:
                return self.active[earlier]
            if self.scene.is_heading(earlier) or turns_away(self.scene, earlier):
                break
        return ()

    def _referring(self, index: int) -> Iterator[Mention]:
        sentence = self.scene.sentence(index)
        position = sentence.first
        while position < sentence.last:
            position += self.scene.connector_at(position, sentence.last)
            if position >= sentence.last:
                break
            token = self.scene.analysis.tokens[position]
            if token.is_word:
                yield from self._parties_at(index, position)
                if not self.scene.in_figure(index, token):
                    yield from self._at(index, position, token)
            position += 1
        yield from self._both_countries(index)

    def _at(self, index: int, position: int, token: Token) -> Iterator[Mention]:
        lemmas = self.scene.analysis.lemmas(token)
        words = self.scene.words
        if lemmas & words.pronouns and not self.is_taken(index, position):
            yield from self._to(self._before_in(index, position) or self.antecedents(index), position, 1, "pronoun")
        elif lemmas & words.demonstratives and not self._is_no_reference(index, position):
            yield from self._to(self.antecedents(index), position, 1, "demonstrative")
        for head in sorted(lemmas & self.heads.keys()):
            yield from self._bare_head(index, position, head)

    def is_taken(self, index: int, position: int) -> bool:
        """«Пшеница занимает 210 тысяч гектаров, её урожай…»: the pronoun stands for a noun of its own sentence."""
        span = self.scene.analysis.tokens[position].span
        if self._is_after_stranger(index, position) or stands_for_many(self.scene, index, position):
            return True
        if self._is_after_named_head(index, position):
            return True
        named = [mention.last for mention in self.scene.subjects(index) if mention.last <= position]
        country = leading_country(self.scene, index, position)
        if country is not None and max(named, default=0) <= country:
            return True
        if self._is_after_topic(index, position) or self._goes_on_with_other(index, position):
            return True
        return unknown_antecedent(self.scene, index, span) is not None

    def _goes_on_with_other(self, index: int, position: int) -> bool:
        """ "Buses are many. They carried 410 million": in a language with articles, what the sentence before is about,
        unknown and alike in number; "it" stands for a known name of that sentence, if there is one."""
        scene, earlier = self.scene, next(self.scene.earlier_in_passage(index, 1), None)
        clause = scene.clause_of(index, scene.analysis.tokens[position].span)
        if not scene.words.articles or earlier is None or clause.start > scene.sentence(index).span.start:
            return False
        is_many = scene.analysis.words[position] in scene.words.many
        phrase = subject_phrase(scene, earlier, scene.sentence(earlier).span)
        if phrase is None or (not is_many and self.active[earlier]):
            return False
        is_abroad = any(at == phrase.head and not scene.is_known(earlier, at) for at, _ in scene.countries(earlier))
        if not is_abroad and not is_unknown_phrase(scene, earlier, phrase):
            return False
        head = scene.analysis.tokens[phrase.head]
        if scene.analysis.lemmas(head) & scene.words.workers:
            return False  # "Farmers had a good year. They gathered…": those of the country
        return is_many == any(one.plural for one in morphology.readings(head.text, scene.analysis.language))

    def _is_after_topic(self, index: int, position: int) -> bool:
        """ "Routes abroad drew more, and 412,000 people flew on them": in a language with articles, what an earlier
        clause is about, unknown and alike in number, and no known name since."""
        scene, pronoun = self.scene, self.scene.analysis.tokens[position]
        clause = scene.clause_of(index, pronoun.span)
        start = scene.sentence(index).span.start
        if not scene.words.articles or clause.start <= start:
            return False
        if any(mention.last <= position for mention in scene.subjects(index)):
            return False
        phrase = subject_phrase(scene, index, Span(start, clause.start))
        if phrase is None or not is_unknown_phrase(scene, index, phrase):
            return False
        if scene.analysis.words[phrase.head + 1] in calendar(scene.analysis.language).reports:
            return False
        is_many = scene.analysis.words[position] in scene.words.many
        found = morphology.readings(scene.analysis.tokens[phrase.head].text, scene.analysis.language)
        return is_many == any(reading.plural for reading in found)

    def _is_after_named_head(self, index: int, position: int) -> bool:
        """«Kələki SES-in gücü 75 meqavatdır, o…»: an unknown thing of the subject's sort stands before the pronoun."""
        named = [mention.last for mention in self.scene.subjects(index) if mention.last <= position]
        start = max(named, default=self.scene.sentence(index).first)
        if not self.scene.is_verb_last or start >= position:
            return False
        names = (mention.name for mention in self.antecedents(index))
        heads = frozenset[str]().union(*(self.heads_of.get(name, frozenset()) for name in names))
        tokens = self.scene.analysis.tokens
        within = Span(tokens[start].start, tokens[position].start)
        return unknown_name(self.scene, index, within, heads, frozenset()) is not None

    def _is_after_stranger(self, index: int, position: int) -> bool:
        """An unknown name stands before a word in its sentence, and no known one after that: «у завода „Араз“ 210
        рабочих, завод выпускает…»."""
        named = [mention.last for mention in self.scene.subjects(index) if mention.last <= position]
        return any(max(named, default=0) <= stranger < position for stranger in strangers(self.scene, index))

    def _parties_at(self, index: int, position: int) -> Iterator[Mention]:
        for lemma in self.scene.analysis.lemmas(self.scene.analysis.tokens[position]) & self._pairs_by_word.keys():
            for phrase in self._pairs_by_word[lemma]:
                if self._phrase_at(index, position, phrase):
                    yield from self._pair(index, position, len(phrase))

    def _to(self, antecedents: tuple[Mention, ...], position: int, length: int, how: str) -> Iterator[Mention]:
        for name in dict.fromkeys(mention.name for mention in reversed(antecedents)):
            yield self._mention(name, position, length, how)

    def _mention(self, name: str, position: int, length: int, how: str) -> Mention:
        tokens = self.scene.analysis.tokens
        span = type(tokens[0].span)(tokens[position].start, tokens[position + length - 1].end)
        return Mention(Role.SUBJECT, name, span, position, position + length, how)

    def _bare_head(self, index: int, position: int, head: str) -> Iterator[Mention]:
        """The head noun with no name beside it stands for the last subject that bore it while that is fresh; with
        more words of the full name, and none besides, wherever it was."""
        seen = self._last_head.get(head) or self._hinted(index, head) or self._at_its_place(index, position, head)
        if seen is None or self._is_named(index, position) or self._is_plural(position, head):
            return
        if leads_to_all(self.scene, position, frozenset()):
            return
        if self._is_any(index, position) or self._is_measured(index, position):
            return
        is_fresh = head in self.scene.words.lands or self._is_fresh(seen[0], index)
        back = frozenset[str]() if seen[1] and is_fresh else self._come_back_to(index, head)
        seen = (index, back) if back else seen
        own = frozenset[str]().union(*(self.words_of.get(name, frozenset()) for name in seen[1]))
        is_short_name = not self._is_bare(index, position, frozenset()) or self._is_led_by(index, position, own)
        if not is_short_name and self._is_after_stranger(index, position):
            return
        is_fresh = head in self.scene.words.lands or self._is_fresh(seen[0], index)
        if self._is_bare(index, position, own) and (is_short_name or is_fresh):
            for name in sorted(seen[1]):
                yield self._mention(name, position, 1, "short name" if is_short_name else "head noun")

    def _hinted(self, index: int, head: str) -> tuple[int, frozenset[str]] | None:
        """ "Aktau is narrow. The port handled…": in a language with articles, the one thing of its sort that shares a
        capital with the sentence before."""
        scene, earlier = self.scene, next(self.scene.earlier_in_passage(index, 1), None)
        if not scene.words.articles or earlier is None:
            return None
        tokens = scene.analysis.tokens_of(scene.sentence(earlier))
        said = frozenset[str]().union(*(scene.analysis.lemmas(t) for t in tokens if t.is_word and t.is_capitalised))
        found = {name for name in self.heads.get(head, ()) if said & (self.words_of.get(name, frozenset()) - {head})}
        is_sort = any(head in kind for kind in scene.words.kinds)
        return (earlier, frozenset(found)) if len(found) == 1 and is_sort else None

    def _is_measured(self, index: int, position: int) -> bool:
        """«2,4 мың шақырым жол»: where heads come last, a noun right behind a number is what so much, or so many, there
        is of; «187 шақырымдық жол» is that one."""
        scene = self.scene
        if not scene.is_verb_last or position == scene.sentence(index).first:
            return False
        before = scene.analysis.tokens[position - 1]
        own = next((one for one in scene.figures_by_sentence.get(index, ()) if one.span.end == before.end), None)
        if own is None or own.kind is not Kind.LEVEL or own.parts.unit is None:
            return False
        return not any(
            form.derived or form.case for form in forms(morphology.fold(before.text), scene.analysis.language)
        )

    def _at_its_place(self, index: int, position: int, head: str) -> tuple[int, frozenset[str]] | None:
        """«Алматыда жол көп. Метрополитен …»: where heads come last, the noun of a name that was not in the text,
        behind the word that tells it from others of its sort."""
        names, before = self.heads[head], self.scene.analysis.tokens[position - 1] if position else None
        is_numbered = before is not None and self._is_number_of_name(index, before)
        if not self.scene.is_verb_last or len(names) != 1 or is_numbered:
            return None
        (name,) = names
        sorts = self.heads_of.get(name, frozenset()).union(*self.scene.words.kinds)
        own = self.proper_words_of.get(name, frozenset()) - sorts - self.scene.words.neutral
        analysis = self.scene.analysis
        start = min(self.scene.earlier_in_passage(index, REACH), default=index)
        first = analysis.sentences[start].first
        said = (token for token in analysis.tokens[first:position] if token.is_word and token.is_capitalised)
        is_said = any(not analysis.lemmas(token).isdisjoint(own) for token in said)
        return (index, names) if is_said else None

    def _is_fresh(self, seen: int, index: int) -> bool:
        """The name was used not long ago, and the text has not turned to one that no claim knows since."""
        return index - seen <= HEAD_REACH and not stands_between(self.scene, seen, index)

    def _come_back_to(self, index: int, head: str) -> frozenset[str]:
        """Where verbs come last: the one thing of its sort that the text opens with, in a paragraph that speaks of no
        stranger, while the last spoke of one in passing at most: «Ақтау портында – 71 %.¶Порттың қуаты…»."""
        scene, passage = self.scene, tuple(self.scene.earlier_in_passage(index, HEAD_REACH))
        opened = {mention.name for at in range(min(OPENING, index)) for mention in scene.subjects(at)}
        found = frozenset(opened) & self.heads.get(head, frozenset())
        if not scene.is_verb_last or len(found) != 1 or index < OPENING:
            return frozenset()
        before = min(passage, default=index) - 1
        is_away = any(takes_over(scene, at) for at in passage) or not self._is_in_passing(before, found)
        return frozenset() if is_away else found

    def _is_in_passing(self, last: int, names: frozenset[str]) -> bool:
        """A sentence does not turn to a stranger, or the one before it was still on the subject."""
        own = {mention.name for mention in self.active[last - 1]} if last > 0 else names
        return not takes_over(self.scene, last) or bool(own & names)

    def _is_plural(self, position: int, head: str) -> bool:
        """«Все банки», «крупные авиакомпании», "the banks": several are not the one that was named."""
        tokens, language = self.scene.analysis.tokens, self.scene.analysis.language
        found = [r for r in morphology.readings(tokens[position].text, language) if r.lemma == head]
        before = morphology.readings(tokens[position - 1].text, language) if position else ()
        agree = [reading for reading in before if reading.pos == "adjective"]
        if any(reading.plural for reading in found) and agree and all(reading.plural for reading in agree):
            return True
        return bool(found) and all(reading.plural for reading in found)

    def _is_relative(self, index: int, position: int) -> bool:
        """ "The 120 million that had been set aside": a word for "which" that looks like "this"."""
        tokens, first = self.scene.analysis.tokens, self.scene.sentence(index).first
        if self.scene.analysis.words[position] not in self.scene.words.relatives or position in (
            first,
            len(tokens) - 1,
        ):
            return False
        return tokens[position - 1].is_word and is_predicate(tokens, position + 1, self.scene.analysis.language)

    def _before_in(self, index: int, position: int) -> tuple[Mention, ...]:
        """ "Atyrau Region fared worse: its industry shrank": in a language with articles, the subjects that a part of
        the pronoun's own sentence names before it; where verbs come last, the last that an earlier clause names."""
        if self.scene.is_verb_last:
            start = self.scene.clause_of(index, self.scene.analysis.tokens[position].span).start
            return tuple(mention for mention in self.scene.subjects(index) if mention.span.end <= start)[-1:]
        if not self.scene.words.articles:
            return ()
        return tuple(mention for mention in self.scene.subjects(index) if mention.last <= position)

    def _is_no_reference(self, index: int, position: int) -> bool:
        return self._is_relative(index, position) or self._is_of_time(position) or self._is_of_some(index, position)

    def _is_of_some(self, index: int, position: int) -> bool:
        """ "Those under 35", "that of Georgia": in a language with articles, what follows says who or what is meant."""
        scene, behind = self.scene, position + 1
        if scene.analysis.words[position] not in scene.words.restricted or behind >= scene.sentence(index).last:
            return False
        word = scene.analysis.words[behind]
        led = scene.words.places | scene.words.ways | scene.words.insides | scene.words.leads | scene.words.relatives
        return word in led or word in scene.words.restricting or is_participle(word, scene.analysis.language)

    def _is_of_time(self, position: int) -> bool:
        """ "In that time", "that month", «за то же время»: what is referred to is a time."""
        is_over = not self.scene.words.particles.isdisjoint(self.scene.analysis.words[position + 1 : position + 2])
        behind = self.scene.analysis.words[position + 1 + is_over : position + 2 + is_over]
        return not self.scene.words.times.isdisjoint(behind)

    def _is_any(self, index: int, position: int) -> bool:
        """ "A party needs 61 seats", "a dairy group from Cork": any of the sort."""
        scene = self.scene
        for before in range(position - 1, max(scene.sentence(index).first, position - REACH_OF_ARTICLE) - 1, -1):
            word = scene.analysis.words[before]
            if word in scene.words.articles:
                return word in scene.words.indefinite
            if not scene.analysis.tokens[before].is_word or scene.is_known(index, before):
                return False
        return False

    def _is_led_by(self, index: int, position: int, own: frozenset[str]) -> bool:
        """The word before the head is one of the full name's."""
        if position == self.scene.sentence(index).first:
            return False
        before = self.scene.analysis.tokens[position - 1]
        return before.is_word and bool(self.scene.analysis.lemmas(before) & own)

    def _is_named(self, index: int, position: int) -> bool:
        return any(mention.first <= position < mention.last for mention in self.scene.mentions[index])

    def _is_bare(self, index: int, position: int, own: frozenset[str]) -> bool:
        """A singular noun with neither a name behind it nor a name or an unrelated adjective before it; `own` are
        the words of the full name."""
        sentence, tokens = self.scene.sentence(index), self.scene.analysis.tokens
        token = tokens[position]
        if all(reading.plural for reading in morphology.readings(token.text, self.scene.analysis.language)):
            return False
        after = tokens[position + 1] if position + 1 < sentence.last else None
        if after is not None and ((after.is_word and after.is_capitalised) or after.text in '«"“„№'):
            return False
        if (
            self._is_modifier(index, position)
            or self.is_owned(index, position, own)
            or is_of_another_sort(self.scene, index, position, own)
        ):
            return False
        return self._is_plain_before(sentence.first, position, own)

    def _is_modifier(self, index: int, position: int) -> bool:
        """ "Among business travellers": in a language with articles, a word for a firm that none leads up to, and that
        the next noun goes with."""
        scene, words = self.scene, self.scene.words
        first, behind = scene.sentence(index).first, position + 1
        if not words.articles or scene.analysis.lemmas(scene.analysis.tokens[position]).isdisjoint(words.firms):
            return False
        leading = words.places | words.ways | words.insides
        if (
            position == first
            or scene.analysis.words[position - 1] not in leading
            or behind >= scene.sentence(index).last
        ):
            return False
        after = scene.analysis.tokens[behind]
        light = leading | words.conjunctions | words.linking | words.light | words.relatives
        return (
            after.is_word
            and scene.analysis.words[behind] not in light
            and not is_predicate(scene.analysis.tokens, behind, scene.analysis.language)
        )

    def is_owned(self, index: int, position: int, own: frozenset[str]) -> bool:
        """A noun has a name or an owner beside it that is none of the words `own` of a name."""
        return self._follows_name(index, position, own) or self._leads_to_name(index, position)

    def _leads_to_name(self, index: int, position: int) -> bool:
        """A preposition and a name stand behind the noun: "the port of Aktau", «порт в Актау»."""
        scene, last = self.scene, self.scene.sentence(index).last
        if position + 2 >= last:
            return False
        joining, name = scene.analysis.tokens[position + 1 : position + 3]
        if not joining.is_word or morphology.fold(joining.text) not in scene.words.places:
            return False
        return name.is_word and name.is_capitalised and not scene.in_figure(index, name)

    def _follows_name(self, index: int, position: int, own: frozenset[str]) -> bool:
        """A name of its own stands before the noun, or before words that it shares with the full name: "Poti port",
        «Поти порты», "Shelek wind farm"."""
        scene, first = self.scene, self.scene.sentence(index).first
        tokens, words = scene.analysis.tokens, scene.words
        while position > first and scene.analysis.lemmas(tokens[position - 1]) & own:
            position -= 1
        if position > first and scene.analysis.words[position - 1] in words.naming:
            position -= 1
        if position == first or morphology.tells_forms(scene.analysis.language):
            return False
        before = tokens[position - 1]
        if before.text in _CLOSING and not self._is_named(index, position - 2):
            return True
        if scene.is_verb_last and self._is_number_of_name(index, before):
            return True
        if scene.is_verb_last and self._is_owner(index, position - 1, own):
            return True
        if words.articles and self._is_of_a_kind(index, position, own):
            return True
        if not (before.is_word and before.is_capitalised) or self._is_named(index, position - 1):
            return False
        known = words.demonstratives | words.whole | words.articles | words.pronouns | words.light
        if scene.analysis.lemmas(before) & known or scene.in_figure(index, before):
            return False
        return scene.is_verb_last or position - 1 > first or before.text.endswith(("'s", "’s"))

    def _is_number_of_name(self, index: int, token: Token) -> bool:
        """«А-17 жолы»: a number that counts nothing and is part of a name."""
        figures = self.scene.figures_by_sentence.get(index, ())
        own = next((one for one in figures if one.span.covers(token.span)), None)
        is_number = any(map(str.isdigit, token.text))
        return is_number and (own is None or own.ignored in (Reason.REFERENCE, Reason.NAME))

    def _is_of_a_kind(self, index: int, position: int, own: frozenset[str]) -> bool:
        """In a language with articles: a noun or an adjective stands between the two, and says which: "the pension
        fund"."""
        scene, words, first = self.scene, self.scene.words, self.scene.sentence(index).first
        if position - 2 < first or morphology.fold(scene.analysis.tokens[position - 2].text) not in words.articles:
            return False
        between = scene.analysis.tokens[position - 1]
        known = own | words.neutral | words.whole | words.light
        return between.is_word and not scene.analysis.lemmas(between) & known and not scene.in_figure(index, between)

    def _is_owner(self, index: int, position: int, own: frozenset[str]) -> bool:
        """A word in the genitive, or one that says where, stands before the noun: «қаланың бюджеті»."""
        scene = self.scene
        token = scene.analysis.tokens[position]
        light = own | scene.words.pronouns | scene.words.demonstratives | scene.words.whole | scene.words.neutral
        if not token.is_word or scene.is_known(index, position) or scene.analysis.lemmas(token) & light:
            return False
        readings = morphology.readings(token.text, scene.analysis.language)
        return any(one.case in ("genitive", "attributive") and len(one.lemma) > 2 for one in readings)

    def _is_plain_before(self, first: int, position: int, own: frozenset[str]) -> bool:
        """No adjective stands before the noun but those of the full name, unless "this" or "the whole" leads it."""
        language, tokens, words = self.scene.analysis.language, self.scene.analysis.tokens, self.scene.words
        modified = False
        for earlier in range(position - 1, first - 1, -1):
            token = tokens[earlier]
            lemmas = self.scene.analysis.lemmas(token)
            if lemmas & (words.demonstratives | words.whole):
                return True
            is_adjective = token.is_word and morphology.readings(token.text, language)[0].pos == "adjective"
            if not is_adjective and token.text not in "-–":
                break
            if is_adjective and not lemmas & own:
                if token.is_capitalised and earlier > first:
                    return False
                modified = True
        return not modified

    def _remember_heads(self, index: int, found: tuple[Mention, ...]) -> None:
        """Note for every head noun of a sentence which subject, or that an unknown one, bore it last."""
        sentence = self.scene.sentence(index)
        by_token = {p: m for m in (*self.scene.subjects(index), *found) for p in range(m.first, m.last)}
        for position in range(sentence.first, sentence.last):
            for head in self.scene.analysis.lemmas(self.scene.analysis.tokens[position]) & self.heads.keys():
                mention = by_token.get(position)
                if self.scene.words.articles and self._is_plural(position, head):
                    continue  # "Kazakh banks" are not what "the bank" stands for
                if mention is None and not self._is_bare(index, position, frozenset()):
                    self._last_head[head] = (index, frozenset())
        for mention in self.scene.subjects(index):
            if self._is_in_plural(mention):
                continue  # «Екінші деңгейлі банктер» are no bank
            for head in self.heads_of.get(mention.name, ()):
                if self._may_stand_for(index, head, mention):
                    self._last_head[head] = (index, frozenset((mention.name,)))
        self._forget_lands(index)
        for mention in found:
            if mention.how in ("head noun", "short name"):
                lemmas = self.scene.analysis.lemmas(self.scene.analysis.tokens[mention.first])
                for head in lemmas & self._last_head.keys():
                    self._last_head[head] = (index, self._last_head[head][1])

    def _forget_lands(self, index: int) -> None:
        """A sentence that names another country, and no subject that is one, makes "the country" unclear."""
        scene = self.scene
        named = {mention.name for mention in scene.subjects(index)}
        own = frozenset[str]().union(*(self.own_countries(name) for name in named))
        is_abroad = any(
            code not in own and not scene.is_known(index, at) and self._is_turned_to(index, at)
            for at, code in scene.countries(index)
        )
        if is_abroad and named.isdisjoint(self.countries_of):
            for head in scene.words.lands & self._last_head.keys():
                self._last_head[head] = (index, frozenset())

    def _is_turned_to(self, index: int, position: int) -> bool:
        """A country opens a sentence or is its subject; no people, "Russians"."""
        scene = self.scene
        readings = morphology.readings(scene.analysis.tokens[position].text, scene.analysis.language)
        opens = position <= scene.sentence(index).first + 1
        return not any(reading.plural for reading in readings) and (opens or may_lead(scene, index, position))

    def _may_stand_for(self, index: int, head: str, mention: Mention) -> bool:
        """What things are in is no firm, and nothing else is a town."""
        if head in self.scene.words.settlements:
            return mention.name in self._places
        return head not in self.scene.words.firms or not self._is_place(index, mention, head)

    @cached_property
    def _places(self) -> frozenset[str]:
        """The subjects that the text speaks of as what something is in, anywhere, or opens with."""
        scene = self.scene
        return frozenset(
            mention.name
            for index in range(len(scene.analysis.sentences))
            for mention in scene.subjects(index)
            if index < OPENING
            or (
                mention.first > scene.sentence(index).first
                and scene.analysis.words[mention.first - 1] in scene.words.insides
            )
        )

    def _is_in_plural(self, mention: Mention) -> bool:
        """Where heads come last: the name ends in a noun in the plural."""
        word, language = self.scene.analysis.words[mention.last - 1], self.scene.analysis.language
        return self.scene.is_verb_last and any(form.plural for form in forms(word, language))

    def _is_place(self, index: int, mention: Mention, head: str) -> bool:
        """«В Алматы», «Алматыда»: what things are in is no firm, if no noun of the name says that it is: «зауытта»."""
        scene = self.scene
        last = scene.analysis.lemmas(scene.analysis.tokens[mention.last - 1])
        if any(head in kind and not last.isdisjoint(kind) for kind in scene.words.kinds):
            return False
        before = scene.analysis.words[mention.first - 1] if mention.first > scene.sentence(index).first else ""
        if before in scene.words.places:
            return True
        found = morphology.readings(scene.analysis.tokens[mention.last - 1].text, scene.analysis.language)
        return scene.is_verb_last and any(reading.case == "locative" for reading in found)

    def _phrase_at(self, index: int, position: int, phrase: Phrase) -> bool:
        last = self.scene.sentence(index).last
        if position + len(phrase) > last:
            return False
        tokens = self.scene.analysis.tokens[position : position + len(phrase)]
        return all(word in self.scene.analysis.lemmas(token) for token, word in zip(tokens, phrase, strict=True))

    def _pair(self, index: int, position: int, length: int) -> Iterator[Mention]:
        """ "Bilateral", "the two countries": the pair named last in the paragraph, or the document's own pair."""
        for name in sorted(self.pairs.get(self._pair_at(index) or frozenset(), ())):
            yield self._mention(name, position, length, "the two parties")

    def _pair_at(self, index: int) -> frozenset[str] | None:
        block = self.scene.sentence(index).block
        earlier = index
        while earlier >= 0 and self.scene.sentence(earlier).block == block:
            codes = frozenset(code for _, code in self.scene.countries(earlier))
            if len(codes) == 2:
                return codes
            earlier -= 1
        return self.scene.main_pair

    def _both_countries(self, index: int) -> Iterator[Mention]:
        """A sentence that names two countries and no third speaks of the pair."""
        found = self.scene.countries(index)
        codes = frozenset(code for _, code in found)
        if self._are_partners(found):
            found = ()
        for name in sorted(self.pairs.get(codes, ())) if len(codes) == 2 and found else ():
            if not any(mention.name == name for mention in self.scene.subjects(index)):
                for position, _ in found[:1] + found[-1:]:
                    yield self._mention(name, position, 1, "both countries")
        yield from self._shared_country(index, found)

    def _are_partners(self, found: Sequence[tuple[int, str]]) -> bool:
        """ "Its trade with Kazakhstan, and with Uzbekistan": in a language with articles, each is another's partner."""
        words = self.scene.analysis.words
        return bool(self.scene.words.articles) and all(at and words[at - 1] == "with" for at, _ in found)

    def _shared_country(self, index: int, found: Sequence[tuple[int, str]]) -> Iterator[Mention]:
        """«Казахстана с Азербайджаном и Кыргызстаном»: one country has each of two others for its partner, and goes on
        to have them in the sentences after that («С Азербайджаном он вырос на 5 %, с Кыргызстаном – на 7 %»)."""
        codes = [code for _, code in found]
        shared_before, at = self._shared
        if shared_before and index - at <= REACH and shared_before not in codes:
            for position, code in found:
                for name in sorted(self.pairs.get(frozenset((shared_before, code)), ())):
                    yield self._mention(name, position, 1, "shared country")
        for (_, one), (left, two), (right, three) in zip(found, found[1:], found[2:], strict=False):
            known = all(frozenset((one, partner)) in self.pairs for partner in (two, three))
            if known and len({one, two, three}) == 3 and self._are_joined(left, right):
                self._shared = (one, index)
                for position, partner in ((left, two), (right, three)):
                    for name in sorted(self.pairs.get(frozenset((one, partner)), ())):
                        yield self._mention(name, position, 1, "shared country")

    def _are_joined(self, left: int, right: int) -> bool:
        """Nothing but a conjunction and short words stands between two tokens."""
        between = self.scene.analysis.tokens[left + 1 : right]
        joined = any(self.scene.analysis.lemmas(token) & self.scene.words.conjunctions for token in between)
        return joined and len(between) <= 3 and all(token.is_word and len(token.text) <= 4 for token in between)


def _by_first_word(phrases: Sequence[Phrase]) -> Mapping[str, Sequence[Phrase]]:
    found: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        found[phrase[0]].append(phrase)
    return found
