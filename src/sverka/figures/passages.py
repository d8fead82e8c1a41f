"""A document cut into the passages that rules read, without what other readers have taken."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from sverka.figures.lexicon import lexicon
from sverka.figures.passage import TAKEN, VULGAR, Passage, split_fractions
from sverka.figures.rules import openings
from sverka.figures.triggers import is_shortened
from sverka.languages.morphology import fold
from sverka.languages.suffixes import suffixes
from sverka.model.document import Block
from sverka.model.span import Span
from sverka.text.analysis import Analysis, Sentence
from sverka.text.tokens import Token, tokenize


def passages(analysis: Analysis, taken: Sequence[Span], lines: Sequence[tuple[Span, Block]]) -> Iterator[Passage]:
    """The sentences that have words, and the `lines` of furniture, if they may hold a number; `taken` is in order."""
    known, begun = lexicon(analysis.language), openings(analysis.language)
    has_suffixes = suffixes(known.tag) is not None
    for span, block, tokens, words in chain(_runs(analysis), _furniture(analysis.text, lines)):
        if VULGAR.search(analysis.text, span.start, span.end) is not None:
            tokens = tuple(split_fractions(tokens))
            words = [fold(token.text) for token in tokens]
        if has_suffixes:
            words = known.numbers.bases(words)
        starts = [index for index, token in enumerate(tokens) if begun[token.text]]
        if starts and taken:
            words = _open_words(tokens, words, taken)
            starts = [index for index in starts if words[index]]
        if starts:
            yield Passage(analysis.text, span, block, tokens, words, starts, known)


def _runs(analysis: Analysis) -> Iterator[tuple[Span, Block, Sequence[Token], Sequence[str]]]:
    """Sentences, one or more that belong together, each with its tokens and words."""
    held: list[Sentence] = []
    for sentence in analysis.sentences:
        if sentence.first == sentence.last:
            continue
        if held and not _continues(analysis, held, sentence):
            yield _run(analysis, held)
            held = []
        held.append(sentence)
    if held:
        yield _run(analysis, held)


def _run(analysis: Analysis, held: Sequence[Sentence]) -> tuple[Span, Block, Sequence[Token], Sequence[str]]:
    first, last = held[0].first, held[-1].last
    span = Span(held[0].span.start, held[-1].span.end) if len(held) > 1 else held[0].span
    return span, analysis.block_of(held[0]), analysis.tokens[first:last], analysis.words[first:last]


def _continues(analysis: Analysis, held: Sequence[Sentence], after: Sentence) -> bool:
    """True where the full stop between two sentences only shortens a word: «100 долл. США», «56 тыс. TEU»."""
    before, tokens = held[-1], analysis.tokens
    if before.block != after.block or before.last - held[0].first < 3 or tokens[before.last - 1].text != ".":
        return False
    words, short = lexicon(analysis.language), analysis.words[before.last - 2]
    if not is_shortened(short, analysis.language):
        return False
    start = tokens[before.last - 2].start if words.has("units.special.short", short) else after.span.start
    match = words.marks.match(analysis.text, start, after.span.end)
    return match is not None and match.end() > after.span.start


def _furniture(
    text: str, lines: Sequence[tuple[Span, Block]]
) -> Iterator[tuple[Span, Block, Sequence[Token], Sequence[str]]]:
    for span, block in lines:
        tokens = tokenize(text, span.start, span.end)
        yield span, block, tokens, [fold(token.text) for token in tokens]


def _open_words(tokens: Sequence[Token], words: Sequence[str], taken: Sequence[Span]) -> Sequence[str]:
    """Each token's word, empty where another reader has it."""
    at, end = bisect_right(taken, tokens[0].start, key=lambda span: span.end), tokens[-1].end
    if at == len(taken) or taken[at].start >= end:
        return words
    found = list(words)
    for index, token in enumerate(tokens):
        while at < len(taken) and taken[at].end <= token.start:
            at += 1
        if at < len(taken) and taken[at].start < token.end:
            found[index] = TAKEN
    return found
