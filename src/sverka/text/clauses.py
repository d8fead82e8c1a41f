"""The clauses of a sentence.

A clause has a predicate, or is a parenthesis, or is one half of a contrast that leaves its predicate out («в 2023
году 2 млн, а в 2024-м 3 млн»). A list of nouns is not split, nor is a main clause that a dash joins to its nominal
predicate.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from sverka.languages.grammar import grammar
from sverka.model.span import Span
from sverka.text.analysis import Analysis, Sentence
from sverka.text.pieces import Piece, Words, cut, described, words_of


class Clause(NamedTuple):
    """A run of words with one predicate; `is_subordinate` where it hangs on another («который», «чтобы», a participle).

    Two spans of one main clause, which something interrupts, have the same `whole`. `segment` counts the semicolons
    before it.
    """

    span: Span
    is_subordinate: bool = False
    is_parenthesis: bool = False
    whole: int = 0
    segment: int = 0


def clauses(analysis: Analysis, sentence: Sentence) -> tuple[Span, ...]:
    """The clauses of a sentence, in order, without overlap; together they hold each of its words.

    A main clause that a relative one interrupts comes as two spans.
    """
    return tuple(clause.span for clause in parse_clauses(analysis, sentence))


def parse_clauses(analysis: Analysis, sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence with what they are."""
    found = analysis.parsed.get(sentence.span.start)
    if found is None:
        words = words_of(analysis.tokens_of(sentence), analysis.words_of(sentence), analysis.language)
        found = analysis.parsed[sentence.span.start] = _parsed(words)
    return found


def clause_at(clauses: Sequence[Clause], offset: int) -> int | None:
    """The index of the clause that holds an offset; None between clauses."""
    index = bisect_right(clauses, offset, key=lambda clause: clause.span.start) - 1
    return index if index >= 0 and offset < clauses[index].span.end else None


def _parsed(words: Words) -> tuple[Clause, ...]:
    tokens, fixed = words.tokens, frozenset(_fixed(words))
    if fixed:  # its words neither open a clause nor are the core of one
        words = words._replace(
            folded=["" if index in fixed else word for index, word in enumerate(words.folded)],
            cores=[core and index not in fixed for index, core in enumerate(words.cores)],
        )
    pieces = [described(words, piece) for piece in cut(tokens, fixed)]
    merged = _merged(_joined_by_dash(_split_at_joins(words, pieces)))
    spans = (Span(tokens[piece.first].start, tokens[piece.last - 1].end) for piece in merged)
    return tuple(
        Clause(span, piece.opens, piece.is_parenthesis, whole, segment)
        for span, piece, whole, segment in zip(spans, merged, _wholes(merged), _segments(merged), strict=True)
    )


def _fixed(words: Words) -> Iterator[int]:
    """The places of the signs that belong to a fixed phrase."""
    for phrase in grammar(words.language).fixed:
        for first, word in enumerate(words.folded):
            if word == phrase[0] and tuple(words.folded[first : first + len(phrase)]) == phrase:
                yield from range(first, first + len(phrase))


def _segments(pieces: list[Piece]) -> Iterator[int]:
    return accumulate(piece.mark.startswith(";") for piece in pieces)


def _wholes(pieces: list[Piece]) -> list[int]:
    """For each piece the first one of its clause: a bracket, or a relative clause after a bare noun, interrupts."""
    wholes: list[int] = []
    before = -1
    for index, piece in enumerate(pieces):
        interrupts = piece.opens or piece.is_parenthesis
        resumes = 0 <= before < index - 1 and not interrupts
        broken = resumes and (piece.mark.startswith(")") or not pieces[before].has_predicate)
        wholes.append(wholes[before] if broken else index)
        before = before if interrupts else index
    return wholes


def _split_at_joins(words: Words, pieces: list[Piece]) -> list[Piece]:
    """Cut «вырос до 4 млн и составит 5» at its conjunction, where both sides have a predicate."""
    joins, found = grammar(words.language).joins, []
    if joins.isdisjoint(words.folded):
        return pieces
    for piece in pieces:
        rest = piece
        for index in range(piece.first + 1, piece.last - 1):
            word = words.folded[index]
            if index <= rest.first or word not in joins:
                continue
            left = described(words, (rest.first, index, rest.mark))
            right = described(words, (index, piece.last, word))
            if left.has_predicate and right.has_predicate:
                found.append(left._replace(is_parenthesis=rest.is_parenthesis))
                rest = right._replace(is_parenthesis=rest.is_parenthesis)
        found.append(rest)
    return found


def _joined_by_dash(pieces: list[Piece]) -> list[Piece]:
    """A dash that stands for "is" holds its two sides together: «рост – 5 %», «импорт – до 3 млрд»."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before and piece.mark == "–" and not (before.has_predicate and piece.has_predicate) and not piece.opens:
            joined[-1] = before._replace(last=piece.last, has_predicate=True)
        else:
            joined.append(piece)
    return joined


def _as_main(piece: Piece, merged: list[Piece]) -> Piece:
    """In "the port, which opened in May, handled 5 ships" the last verb looks like a participle and is none."""
    lacking = len(merged) > 1 and merged[-1].opens and not merged[-2].has_predicate
    return piece._replace(opens=False) if piece.turns and lacking else piece


def _merged(pieces: list[Piece]) -> list[Piece]:
    """Give each piece without a predicate to its neighbour, so that lists and openings stay with their clause."""
    merged: list[Piece] = []
    waiting: Piece | None = None
    for piece in pieces:
        if piece.is_parenthesis or piece.mark.startswith(")") or (waiting and piece.contrasts):
            merged += [waiting, piece] if waiting else [piece]
            waiting = None
        elif waiting and not piece.opens and piece.mark != ";":
            joined = piece._replace(first=waiting.first, mark=waiting.mark)
            merged, waiting = ([*merged, joined], None) if joined.stands else (merged, joined)
        elif piece.stands:
            merged += [waiting, _as_main(piece, merged)] if waiting else [_as_main(piece, merged)]
            waiting = None
        elif merged and not merged[-1].is_parenthesis:
            merged[-1] = merged[-1]._replace(last=piece.last)
        else:
            waiting = piece
    return [*merged, waiting] if waiting else merged
