"""A document prepared for linking: who and what is named in each sentence, and in which clause a figure stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sverka.check.borrowed import without_borrowed
from sverka.check.mentions import Mention, find_mentions
from sverka.check.patterns import Patterns
from sverka.languages import countries, discourse
from sverka.languages.discourse import Discourse
from sverka.languages.grammar import grammar
from sverka.model.figure import Figure
from sverka.model.finding import Role
from sverka.model.span import Span
from sverka.text import rows
from sverka.text.analysis import Analysis, Sentence
from sverka.text.clauses import clauses
from sverka.text.predicates import is_predicate
from sverka.text.tokens import Token

# How many headings a line may stand under, the nearest and those over it.
LEADS = 3
# "Q: How much? – A: Three million": who asks and who answers by a letter or a word.
_LABELLED = re.compile(r"\W{0,2}(?:Q|A|Question|Answer|В|О|Вопрос|Ответ|С|Ж|Сұрақ|Жауап|S|C|Sual|Cavab)\W{0,2}[:.]\W")
_SPOKEN = ("–", "—", "- ", "− ")


@dataclass
class Scene:
    """The sentences of a document with their names, clauses, countries and figures."""

    analysis: Analysis
    figures: Sequence[Figure]
    patterns: Patterns

    @cached_property
    def words(self) -> Discourse:
        return discourse.discourse(self.analysis.language)

    @cached_property
    def mentions(self) -> tuple[tuple[Mention, ...], ...]:
        found = (find_mentions(self.analysis, self.patterns, sentence) for sentence in self.analysis.sentences)
        return tuple(tuple(without_borrowed(self, each)) for each in found)

    @cached_property
    def figures_by_sentence(self) -> dict[int, list[Figure]]:
        found: dict[int, list[Figure]] = {}
        for figure in self.figures:
            index = self.analysis.sentence_at(figure.span.start)
            if index is not None:
                found.setdefault(index, []).append(figure)
        return found

    @cached_property
    def _clauses(self) -> dict[int, tuple[Span, ...]]:
        return {}

    @cached_property
    def _figure_starts(self) -> dict[int, list[tuple[int, int]]]:
        return {}

    @cached_property
    def strangers(self) -> dict[int, tuple[int, ...]]:
        """The unknown names of the sentences that were asked for."""
        return {}

    @cached_property
    def _countries(self) -> dict[int, tuple[tuple[int, str], ...]]:
        return {}

    def subjects(self, index: int) -> tuple[Mention, ...]:
        return tuple(mention for mention in self.mentions[index] if mention.role is Role.SUBJECT)

    def metrics(self, index: int) -> tuple[Mention, ...]:
        return tuple(mention for mention in self.mentions[index] if mention.role is Role.METRIC)

    def clause_of(self, index: int, span: Span) -> Span:
        """The clause of a sentence that a span begins in; the whole sentence where none does."""
        if index not in self._clauses:
            self._clauses[index] = clauses(self.analysis, self.analysis.sentences[index])
        sentence = self.analysis.sentences[index].span
        return next((clause for clause in self._clauses[index] if clause.start <= span.start < clause.end), sentence)

    def countries(self, index: int) -> tuple[tuple[int, str], ...]:
        """The tokens of a sentence that mean a country, with its code."""
        if index not in self._countries:
            sentence = self.analysis.sentences[index]
            found = []
            for position in range(sentence.first, sentence.last):
                token = self.analysis.tokens[position]
                code = countries.country(token.text, self.analysis.language) if token.is_word else None
                if code:
                    found.append((position, code))
            self._countries[index] = tuple(found)
        return self._countries[index]

    @cached_property
    def main_pair(self) -> frozenset[str] | None:
        """The two countries that the document speaks of most; None where a third is named as often."""
        counts: dict[str, int] = {}
        for index in range(len(self.analysis.sentences)):
            for _, code in self.countries(index):
                counts[code] = counts.get(code, 0) + 1
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[1][1] == ranked[2][1]):
            return None
        return frozenset((ranked[0][0], ranked[1][0]))

    def is_first_of_block(self, index: int) -> bool:
        return index == 0 or self.analysis.sentences[index - 1].block != self.analysis.sentences[index].block

    def earlier_in_passage(self, index: int, reach: int) -> Iterator[int]:
        """The sentences before one in its paragraph, nearest first; a spoken line goes on from the line before it."""
        block = self.sentence(index).block
        for earlier in range(index - 1, max(-1, index - 1 - reach), -1):
            if self.sentence(earlier).block != block:
                if not self._is_spoken_line(block) or self.is_heading(earlier):
                    return
                block = self.sentence(earlier).block
            yield earlier

    def question_of(self, index: int) -> int | None:
        """The question that a spoken line answers, where the line before it is one."""
        block = self.sentence(index).block
        first = index
        while first > 0 and self.sentence(first - 1).block == block:
            first -= 1
        if first == 0 or not self.is_spoken(index):
            return None
        is_asked = self.analysis.text[self.sentence(first - 1).span.end - 1] == "?"
        return first - 1 if is_asked or self._is_labelled(self.sentence(first - 1).block) else None

    def up_to(self, index: int) -> Iterator[int]:
        """A sentence, and those before it in its paragraph, nearest first."""
        block = self.sentence(index).block
        while index >= 0 and self.sentence(index).block == block:
            yield index
            index -= 1

    def is_spoken(self, index: int) -> bool:
        """A sentence stands in a line of an interview, led by a dash."""
        return self._is_spoken_line(self.sentence(index).block)

    def _is_spoken_line(self, block: int) -> bool:
        line = self.analysis.document.blocks[block].span.of(self.analysis.text)
        return line.startswith(_SPOKEN) or self._is_labelled(block)

    def _is_labelled(self, block: int) -> bool:
        return _LABELLED.match(self.analysis.document.blocks[block].span.of(self.analysis.text)) is not None

    def is_row(self, index: int) -> bool:
        return rows.is_row(self.analysis, index)

    def lead_of(self, index: int) -> int | None:
        return rows.lead_of(self.analysis, index)

    def leads_of(self, index: int) -> Iterator[int]:
        """The heading or title over a sentence, then the headings over that, nearest first."""
        lead = self.lead_of(index)
        for _ in range(LEADS):
            if lead is None:
                return
            yield lead
            over = bisect_left(self._headings, lead)
            lead = self._headings[over - 1] if over else None

    @cached_property
    def _headings(self) -> list[int]:
        return [index for index in range(len(self.analysis.sentences)) if self.is_heading(index)]

    def cell_over(self, index: int, figure: Figure) -> tuple[int, Span] | None:
        """The first line of a figure's table, and its cell over the figure."""
        header = rows.header_of(self.analysis, index)
        cell = rows.cell_over(self.analysis, index, figure.span.start)
        return None if header is None or cell is None else (header, cell)

    def is_data(self, index: int) -> bool:
        return rows.is_data(self.analysis, index)

    def connector_at(self, position: int, last: int) -> int:
        """The length of a fixed phrase such as «при этом» that begins at a position; 0 where none does."""
        words = self.analysis.words
        phrases = self._connectors.get(words[position], ())
        fits = (len(each) for each in phrases if position + len(each) <= last and self._reads(position, each))
        return next(fits, 0)

    def _reads(self, position: int, phrase: tuple[str, ...]) -> bool:
        return tuple(self.analysis.words[position : position + len(phrase)]) == phrase

    @cached_property
    def _connectors(self) -> dict[str, list[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in self.words.connectors:
            found.setdefault(phrase[0], []).append(phrase)
        return found

    def pronouns_in(self, clause: Span) -> Iterator[Span]:
        first, last = self.analysis.tokens_within(clause)
        for token in self.analysis.tokens[first:last]:
            if token.is_word and self.analysis.lemmas(token) & self.words.pronouns:
                yield token.span

    def section_of(self, index: int) -> Iterator[int]:
        """The heading over the section that a sentence stands in, and the document's first."""
        over = bisect_left(self._headings, index)
        if over:
            yield from dict.fromkeys((self._headings[over - 1], self._headings[0]))

    def refers_back(self, index: int, clause: Span) -> bool:
        """A pronoun stands in a clause, or «этот показатель»; a bare "this" where it opens the sentence of a language
        that has no other pronoun for things."""
        first, last = self.analysis.tokens_within(clause)
        return any(self._refers_back_at(index, position, last) for position in range(first, last))

    def _refers_back_at(self, index: int, position: int, last: int) -> bool:
        token, words = self.analysis.tokens[position], self.words
        lemmas = self.analysis.lemmas(token) if token.is_word else frozenset[str]()
        if lemmas & words.pronouns:
            return True
        if self._is_the_figure(position, last) or self._are_there(position):
            return True
        if not lemmas & words.demonstratives or position + 1 >= last:
            return False
        if self.is_verb_last and position == self.sentence(index).first:
            return True
        return bool(self.analysis.lemmas(self.analysis.tokens[position + 1]) & words.generic)

    def _are_there(self, position: int) -> bool:
        """ "There are 11": a number by itself behind the words that say how many there are."""
        words = self.analysis.words[position : position + 2]
        if not self.words.articles or len(words) < 2 or words[0] not in self.words.there:
            return False
        start = self.analysis.tokens[position + 1].end
        index = self.analysis.sentence_at(self.analysis.tokens[position].start)
        figures = self.figures_by_sentence.get(index, ()) if index is not None else ()
        return words[1] in self.words.linking and any(
            one.parts.unit is None and 0 <= one.span.start - start <= 1 for one in figures
        )

    def _is_the_figure(self, position: int, last: int) -> bool:
        """ "The figure was": the article and a noun of measure, right before the predicate."""
        words, tokens = self.analysis.words[position : position + 2], self.analysis.tokens
        if len(words) < 2 or words[0] not in self.words.articles - self.words.indefinite or position + 2 >= last:
            return False
        return words[1] in self.words.figures and is_predicate(tokens, position + 2, self.analysis.language)

    @cached_property
    def is_verb_last(self) -> bool:
        return grammar(self.analysis.language).verb_last

    def is_heading(self, index: int) -> bool:
        return rows.is_heading(self.analysis, index) and not self._is_labelled(self.sentence(index).block)

    def is_known(self, index: int, position: int) -> bool:
        """A token belongs to a name that claims know, or to a figure."""
        if any(mention.first <= position < mention.last for mention in self.mentions[index]):
            return True
        return self.in_figure(index, self.analysis.tokens[position])

    def is_familiar(self, index: int, position: int) -> bool:
        """A token belongs to a name that claims know, to a figure, or is a country's name."""
        token = self.analysis.tokens[position]
        return self.is_known(index, position) or countries.country(token.text, self.analysis.language) is not None

    def is_of_subject(self, index: int, position: int) -> bool:
        """A token belongs to the name of a subject."""
        return any(mention.first <= position < mention.last for mention in self.subjects(index))

    def lemmas_of(self, span: Span) -> frozenset[str]:
        """The dictionary forms of all words of a stretch."""
        first, last = self.analysis.tokens_within(span)
        words = (token for token in self.analysis.tokens[first:last] if token.is_word)
        return frozenset[str]().union(*map(self.analysis.lemmas, words))

    def positions(self, index: int, start: int, end: int) -> Iterator[int]:
        """The tokens of a sentence within a stretch of the text."""
        first, last = self.analysis.tokens_within(Span(start, end))
        yield from range(max(first, self.sentence(index).first), min(last, self.sentence(index).last))

    def in_figure(self, index: int, token: Token) -> bool:
        """A token belongs to a figure of a sentence."""
        if index not in self._figure_starts:
            spans = sorted((figure.span.start, figure.span.end) for figure in self.figures_by_sentence.get(index, ()))
            self._figure_starts[index] = spans
        spans = self._figure_starts[index]
        position = bisect_right(spans, token.start, key=lambda span: span[0]) - 1
        return position >= 0 and token.start < spans[position][1]

    def sentence(self, index: int) -> Sentence:
        return self.analysis.sentences[index]
