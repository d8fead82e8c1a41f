"""A document with its words and sentences, made once and handed to every stage that reads text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sverka.languages import morphology
from sverka.model.document import Block, BlockKind, Document
from sverka.model.span import Span
from sverka.text.sentences import sentences
from sverka.text.tokens import Token, tokenize

if TYPE_CHECKING:
    from sverka.text.clauses import Clause

# No sentence is read as longer than this: what a number belongs to is looked for in all of its sentence, and a table
# or a list without full stops would be one. The longest in edited prose have some two hundred words and signs.
LONGEST = 500
_EMPHASIS = frozenset("*_`")
_MARKS = _EMPHASIS | {"~"}
_BREAKS = frozenset(",;")


class Stretch(NamedTuple):
    """Where a sentence stands, and in which block."""

    span: Span
    block: int


class Sentence(NamedTuple):
    """A sentence, the block that it stands in, and the half-open range of its tokens in `Analysis.tokens`."""

    span: Span
    block: int
    first: int
    last: int


class _Cut(NamedTuple):
    """The tokens of a document, where they start, the same folded, and the sentences that they make."""

    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    words: tuple[str, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, eq=False)
class Analysis:
    """The words and sentences of a document's headings and paragraphs; furniture has neither.

    Words are cut when they are first asked for, those of `wanted` sentences alone where it is given: the others have
    no tokens. `words` are the tokens folded. `parsed` keeps the clauses of the sentences that were asked for, by
    where they start, since several stages ask.
    """

    document: Document
    stretches: tuple[Stretch, ...]
    wanted: frozenset[int] | None = None
    parsed: dict[int, tuple[Clause, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def _cut(self) -> _Cut:
        return _cut(self.document, self.stretches, self.wanted)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return self._cut.tokens

    @cached_property
    def starts(self) -> tuple[int, ...]:
        return self._cut.starts

    @cached_property
    def words(self) -> tuple[str, ...]:
        return self._cut.words

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return self._cut.sentences

    @cached_property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def language(self) -> str:
        return self.document.language

    @cached_property
    def _sentence_starts(self) -> Sequence[int]:
        return [span.start for span, _ in self.stretches]

    def only(self, wanted: frozenset[int]) -> Analysis:
        """The same sentences, by the same numbers, with the words of some of them."""
        return Analysis(self.document, self.stretches, wanted, self.parsed)

    def block_of(self, sentence: Sentence) -> Block:
        return self.document.blocks[sentence.block]

    def sentence_at(self, offset: int) -> int | None:
        """The index of the sentence that holds an offset; None in furniture and between sentences."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return index if index >= 0 and offset < self.stretches[index].span.end else None

    def tokens_of(self, sentence: Sentence) -> Sequence[Token]:
        return self.tokens[sentence.first : sentence.last]

    def tokens_within(self, span: Span) -> tuple[int, int]:
        """The half-open range of the tokens that start within a span."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def words_of(self, sentence: Sentence) -> Sequence[str]:
        """The words and signs of a sentence, folded."""
        return self.words[sentence.first : sentence.last]

    def lemmas(self, token: Token) -> frozenset[str]:
        return morphology.lemmas(token.text, self.language)


def parts(analysis: Analysis) -> tuple[Analysis, ...]:
    """An analysis of each language's paragraphs by themselves; the analysis itself where all are in one."""
    documents = analysis.document.parts()
    return (analysis,) if len(documents) == 1 else tuple(map(analyse, documents))


def analyse(document: Document) -> Analysis:
    """Cut every heading and paragraph of a document into sentences, and those into tokens when they are asked for."""
    found: list[Stretch] = []
    for index, block in enumerate(document.blocks):
        if block.kind is not BlockKind.FURNITURE:
            for span in sentences(document.text, block.span, document.language):
                if span.end - span.start <= LONGEST:
                    found.append(Stretch(span, index))
                else:
                    found += [Stretch(run, index) for run in _runs(document.text, span)]
    return Analysis(document, tuple(found))


def _cut(document: Document, stretches: Sequence[Stretch], wanted: frozenset[int] | None) -> _Cut:
    tokens: list[Token] = []
    found: list[Sentence] = []
    is_marked = _is_marked(document.text)
    for number, (span, block) in enumerate(stretches):
        first = len(tokens)
        if wanted is None or number in wanted:
            cut = tokenize(document.text, span.start, span.end)
            tokens += _plain(cut) if is_marked else cut
        found.append(Sentence(span, block, first, len(tokens)))
    starts = tuple([token.start for token in tokens])
    words = tuple([morphology.fold(token.text) for token in tokens])
    return _Cut(tuple(tokens), starts, words, tuple(found))


def _is_marked(text: str) -> bool:
    return any(mark in text for mark in _MARKS)


def _plain(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens without the signs of Markdown's emphasis: «**4,5 млн** тонн»; a single "~" is no such sign."""
    held: Token | None = None
    for token in tokens:
        if token.text == "~":
            held = None if held else token
            continue
        if held is not None:
            yield held
            held = None
        if token.text not in _EMPHASIS:
            yield token
    if held is not None:
        yield held


def _runs(text: str, whole: Span) -> Iterator[Span]:
    """What is too long for a sentence, cut behind commas and semicolons where it has any."""
    first, cut = 0, tokenize(text, whole.start, whole.end)
    tokens = list(_plain(cut)) if _is_marked(text[whole.start : whole.end]) else cut
    if len(tokens) <= LONGEST:
        yield whole
        return
    while first < len(tokens):
        full = min(first + LONGEST, len(tokens))
        breaks = (at for at in range(full, first + LONGEST // 2, -1) if tokens[at - 1].text in _BREAKS)
        last = next(breaks, full) if full < len(tokens) else full
        yield Span(tokens[first].start, tokens[last - 1].end)
        first = last
