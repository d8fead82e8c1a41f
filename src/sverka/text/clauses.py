"""The clauses of a sentence.

A clause has a predicate, or is a parenthesis, or is one half of a contrast that leaves its predicate out («в 2023 году
2 млн, а в 2024-м 3 млн»). A list of nouns is not split, nor is a main clause that a dash joins to its nominal predicate.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from sverka.languages.grammar import Grammar, grammar
from sverka.languages.morphology import fold
from sverka.model.span import Span
from sverka.text.analysis import Analysis, Sentence
from sverka.text.predicates import is_participle, is_predicate
from sverka.text.tokens import Token

_DASHES = frozenset("-–—−")
_SEPARATORS = frozenset(",;:")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of words with one predicate; `is_subordinate` where it hangs on another («который», «чтобы», a participle).

    Two spans of one main clause, which something interrupts, have the same `whole`.
    """

    span: Span
    is_subordinate: bool = False
    is_parenthesis: bool = False
    whole: int = 0


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of tokens between two boundaries; `mark` is the sign or word at its left edge."""

    first: int
    last: int
    mark: str
    has_predicate: bool
    opens: bool = False
    contrasts: bool = False
    is_parenthesis: bool = False

    @property
    def stands(self) -> bool:
        """Whether it can be a clause by itself."""
        return self.has_predicate or self.contrasts or self.mark == ";"


def clauses(analysis: Analysis, sentence: Sentence) -> tuple[Span, ...]:
    """The clauses of a sentence, in order, without overlap; together they hold each of its words.

    A main clause that a relative one interrupts comes as two spans.
    """
    return tuple(clause.span for clause in parse_clauses(analysis, sentence))


def parse_clauses(analysis: Analysis, sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence with what they are."""
    return _parsed(tuple(analysis.tokens_of(sentence)), analysis.language)


@lru_cache(maxsize=512)
def _parsed(tokens: tuple[Token, ...], language: str) -> tuple[Clause, ...]:
    pieces = [_described(tokens, piece, language) for piece in _pieces(tokens, grammar(language))]
    merged = _merged(_joined_by_dash(_split_at_joins(tokens, pieces, language), tokens))
    spans = (Span(tokens[piece.first].start, tokens[piece.last - 1].end) for piece in merged)
    return tuple(
        Clause(span, piece.opens, piece.is_parenthesis, whole)
        for span, piece, whole in zip(spans, merged, _wholes(merged), strict=True)
    )


def _wholes(pieces: list[_Piece]) -> list[int]:
    """For each piece the first one of its clause: a bracket, or a relative clause after a bare noun, interrupts."""
    wholes: list[int] = []
    for index, piece in enumerate(pieces):
        before = index - 1
        while before >= 0 and (pieces[before].opens or pieces[before].is_parenthesis):
            before -= 1
        resumes = before >= 0 and before < index - 1 and not (piece.opens or piece.is_parenthesis)
        broken = resumes and (piece.mark.startswith(")") or not pieces[before].has_predicate)
        wholes.append(wholes[before] if broken else index)
    return wholes


def _pieces(tokens: tuple[Token, ...], words: Grammar) -> Iterator[tuple[int, int, str]]:
    """Runs of tokens between commas, dashes and brackets, each with the sign before it."""
    first, mark = 0, ""
    for index, token in enumerate(tokens):
        sign = _boundary(tokens, index)
        if not sign:
            continue
        if first < index:
            yield first, index, mark
            mark = ""
        # a comma and a dash together count as the dash: «, – сказал он»
        mark = mark + sign if first == index and mark else sign
        first = index + 1
    if first < len(tokens):
        yield first, len(tokens), mark


def _boundary(tokens: tuple[Token, ...], index: int) -> str:
    token = tokens[index]
    if token.text in _SEPARATORS:
        return "" if _inside_number(tokens, index) else token.text
    if token.text in _OPENING or token.text in _CLOSING:
        return token.text
    if token.text in _DASHES and _is_spaced(tokens, index) and not _joins_names(tokens, index):
        return "–"
    return ""


def _inside_number(tokens: tuple[Token, ...], index: int) -> bool:
    if not 0 < index < len(tokens) - 1:
        return False
    before, here, after = tokens[index - 1 : index + 2]
    return (
        before.end == here.start and here.end == after.start and before.text[-1].isdigit() and after.text[0].isdigit()
    )


def _is_spaced(tokens: tuple[Token, ...], index: int) -> bool:
    if not 0 < index < len(tokens) - 1:
        return True
    return tokens[index - 1].end < tokens[index].start and tokens[index].end < tokens[index + 1].start


def _joins_names(tokens: tuple[Token, ...], index: int) -> bool:
    """A dash inside a route or a range: «Актау – Баку», «15 – 18»."""
    if not 0 < index < len(tokens) - 1:
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    both_names = before.is_capitalised and after.is_capitalised and before.is_word and after.is_word
    return both_names or (before.text.isdigit() and after.text.isdigit())


def _described(tokens: tuple[Token, ...], piece: tuple[int, int, str], language: str) -> _Piece:
    first, last, mark = piece
    words = [token for token in tokens[first:last] if token.is_word]
    rules = grammar(language)
    has_predicate = any(is_predicate(words, index, language) for index in range(len(words)))
    opens = bool(words) and (
        any(rules.is_relative(token.text) for token in words[:3])
        or (has_predicate and fold(words[0].text) in rules.openers)
        or (mark.startswith(",") and is_participle(words[0].text, language))
    )
    contrasts = bool(words) and fold(words[0].text) in rules.contrasts
    return _Piece(first, last, mark, has_predicate or opens, opens, contrasts, mark.endswith(("(", "[", "{")))


def _split_at_joins(tokens: tuple[Token, ...], pieces: list[_Piece], language: str) -> list[_Piece]:
    """Cut «вырос до 4 млн и составит 5» at its conjunction, where both sides have a predicate."""
    joins, found = grammar(language).joins, []
    for piece in pieces:
        rest = piece
        for index in range(piece.first + 1, piece.last - 1):
            if index <= rest.first or fold(tokens[index].text) not in joins:
                continue
            left = _described(tokens, (rest.first, index, rest.mark), language)
            right = _described(tokens, (index, piece.last, fold(tokens[index].text)), language)
            if left.has_predicate and right.has_predicate:
                found.append(replace(left, is_parenthesis=rest.is_parenthesis))
                rest = replace(right, is_parenthesis=rest.is_parenthesis)
        found.append(rest)
    return found


def _joined_by_dash(pieces: list[_Piece], tokens: tuple[Token, ...]) -> list[_Piece]:
    """A dash that stands for "is" holds its two sides together: «рост – 5 %», «импорт – до 3 млрд»."""
    joined: list[_Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before and piece.mark == "–" and not (before.has_predicate and piece.has_predicate) and not piece.opens:
            joined[-1] = replace(before, last=piece.last, has_predicate=True)
        else:
            joined.append(piece)
    return joined


def _merged(pieces: list[_Piece]) -> list[_Piece]:
    """Give each piece without a predicate to its neighbour, so that lists and openings stay with their clause."""
    merged: list[_Piece] = []
    waiting: _Piece | None = None
    for piece in pieces:
        if piece.is_parenthesis or piece.mark.startswith(")") or (waiting and piece.contrasts):
            merged += [waiting, piece] if waiting else [piece]
            waiting = None
        elif waiting and not piece.opens:
            joined = replace(piece, first=waiting.first, mark=waiting.mark)
            merged, waiting = ([*merged, joined], None) if joined.stands else (merged, joined)
        elif piece.stands:
            merged += [waiting, piece] if waiting else [piece]
            waiting = None
        elif merged and not merged[-1].is_parenthesis:
            merged[-1] = replace(merged[-1], last=piece.last)
        else:
            waiting = piece
    return [*merged, waiting] if waiting else merged
