"""A document with its words and sentences, made once and handed to every stage that reads text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from sys import intern
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


class Sentence(NamedTuple):
    """A sentence, the block that it stands in, and the half-open range of its tokens in `Analysis.tokens`."""

    span: Span
    block: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """The words and sentences of a document's headings and paragraphs; furniture has neither.

    `words` are the tokens folded. `parsed` keeps the clauses of the sentences that were asked for, by their first
    tokens, since several stages ask.
    """

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    words: tuple[str, ...]
    parsed: dict[int, tuple[Clause, ...]] = field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def language(self) -> str:
        return self.document.language

    def block_of(self, sentence: Sentence) -> Block:
        return self.document.blocks[sentence.block]

    def sentence_at(self, offset: int) -> int | None:
        """The index of the sentence that holds an offset; None in furniture and between sentences."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start) - 1
        return index if index >= 0 and offset < self.sentences[index].span.end else None

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


def analyse(document: Document) -> Analysis:
    """Cut every heading and paragraph of a document into sentences and tokens."""
    tokens: list[Token] = []
    found: list[Sentence] = []
    is_marked = not _MARKS.isdisjoint(document.text)
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.FURNITURE:
            continue
        for span in sentences(document.text, block.span, document.language):
            first = len(tokens)
            cut = tokenize(document.text, span.start, span.end)
            tokens.extend(_plain(cut) if is_marked else cut)
            if len(tokens) - first <= LONGEST:
                found.append(Sentence(span, index, first, len(tokens)))
            else:
                found.extend(_runs(tokens, first, index))
    folded, starts = morphology.fold(document.text), tuple([token.start for token in tokens])
    words = tuple([intern(folded[token.start : token.end]) for token in tokens])
    return Analysis(document, tuple(tokens), tuple(found), starts, words)


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


def _runs(tokens: Sequence[Token], first: int, block: int) -> Iterator[Sentence]:
    """What is too long for a sentence, cut behind commas and semicolons where it has any."""
    while first < len(tokens):
        full = min(first + LONGEST, len(tokens))
        breaks = (at for at in range(full, first + LONGEST // 2, -1) if tokens[at - 1].text in _BREAKS)
        last = next(breaks, full) if full < len(tokens) else full
        yield Sentence(Span(tokens[first].start, tokens[last - 1].end), block, first, last)
        first = last
