"""A document cut into the passages that rules read, without what other readers have taken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sverka.figures.lexicon import lexicon
from sverka.figures.ordinals import is_roman
from sverka.figures.passage import TAKEN, VULGAR, Passage, split_fractions
from sverka.languages.morphology import fold
from sverka.languages.numbers import NumberWords
from sverka.languages.suffixes import suffixes
from sverka.model.document import Block, BlockKind
from sverka.model.span import Span
from sverka.text.analysis import Analysis, Sentence
from sverka.text.tokens import Token, TokenKind, tokenize

_WORD, _NUMBER = TokenKind.WORD, TokenKind.NUMBER


def passages(analysis: Analysis, taken: Sequence[Span]) -> Iterator[Passage]:
    """The sentences, and the lines of furniture, that may hold a number; `taken` spans are in order."""
    known = lexicon(analysis.language)
    vulgar = VULGAR.search(analysis.text) is not None
    for span, block, tokens in _runs(analysis):
        chosen = tuple(split_fractions(tokens)) if vulgar else tokens
        words = [analysis.folded[token.start : token.end] for token in chosen]
        if suffixes(known.tag) is not None:
            words = [known.numbers.base(word) for word in words]
        starts = _starts(chosen, words, known.numbers)
        if starts and taken:
            words = _open_words(chosen, words, taken)
            starts = [index for index in starts if words[index]]
        if starts:
            yield Passage(analysis.text, span, block, chosen, words, starts, known)


def _runs(analysis: Analysis) -> Iterator[tuple[Span, Block, Sequence[Token]]]:
    held: Sentence | None = None
    for sentence in analysis.sentences:
        if held is not None and not _continues(analysis, held, sentence):
            yield held.span, analysis.block_of(held), analysis.tokens_of(held)
            held = None
        span = Span(held.span.start, sentence.span.end) if held else sentence.span
        held = Sentence(span, sentence.block, held.first if held else sentence.first, sentence.last)
    if held is not None:
        yield held.span, analysis.block_of(held), analysis.tokens_of(held)
    for block in analysis.document.blocks:
        if block.kind is BlockKind.FURNITURE:
            yield from _lines(analysis.text, block)


def _continues(analysis: Analysis, before: Sentence, after: Sentence) -> bool:
    """True where the full stop between two sentences only shortens a word: «100 долл. США», «56 тыс. TEU»."""
    words, tokens = lexicon(analysis.language), analysis.tokens
    if before.block != after.block or before.last - before.first < 3 or tokens[before.last - 1].text != ".":
        return False
    short = fold(tokens[before.last - 2].text)
    if not (words.numbers.has("short", short) or words.has("units.special.short", short)):
        return False
    start = tokens[before.last - 2].start if words.has("units.special.short", short) else after.span.start
    match = words.marks.match(analysis.text, start, after.span.end)
    return match is not None and match.end() > after.span.start


def _lines(text: str, block: Block) -> Iterator[tuple[Span, Block, Sequence[Token]]]:
    start = block.span.start
    for line in block.span.of(text).splitlines(keepends=True):
        span = Span(start, start + len(line))
        yield span, block, tuple(tokenize(text, span.start, span.end))
        start = span.end


def _starts(tokens: Sequence[Token], words: Sequence[str], numbers: NumberWords) -> list[int]:
    """Where a number may begin: at digits, at a sign such as ½, and at words that the language says."""
    return [index for index, token in enumerate(tokens) if _may_begin(token, words[index], numbers)]


def _may_begin(token: Token, word: str, numbers: NumberWords) -> bool:
    if token.kind is _WORD:
        return numbers.may_begin(word) or is_roman(token.text)
    return token.kind is _NUMBER or VULGAR.fullmatch(word) is not None


def _open_words(tokens: Sequence[Token], words: Sequence[str], taken: Sequence[Span]) -> list[str]:
    """Each token's word, empty where another reader has it."""
    found = []
    at = bisect_left(taken, tokens[0].start, key=lambda span: span.end)
    for token, word in zip(tokens, words, strict=True):
        while at < len(taken) and taken[at].end <= token.start:
            at += 1
        is_taken = at < len(taken) and taken[at].start < token.end
        found.append(TAKEN if is_taken else word)
    return found
