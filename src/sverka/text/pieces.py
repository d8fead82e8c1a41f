"""The runs of words that commas, dashes and brackets leave of a sentence; clauses are made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sverka.languages.grammar import grammar
from sverka.languages.morphology import fold
from sverka.text.predicates import is_participle, is_predicate
from sverka.text.tokens import Token, TokenKind

_DASHES = frozenset("-–—−")
_SEPARATORS = frozenset(",;:")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of tokens between two boundaries; `mark` is the sign or word at its left edge.

    `opens` where it hangs on another clause, `turns` where it does so by a participle alone, `contrasts` where it is
    set against the one before («а в 2024-м 3 млн»).
    """

    first: int
    last: int
    mark: str
    has_predicate: bool
    opens: bool = False
    turns: bool = False
    contrasts: bool = False
    is_parenthesis: bool = False

    @property
    def stands(self) -> bool:
        """Whether it can be a clause by itself."""
        return self.has_predicate or self.contrasts or self.mark == ";"


def cut(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Runs of tokens between commas, dashes and brackets, each with the sign before it."""
    first, mark = 0, ""
    for index in range(len(tokens)):
        sign = _boundary(tokens, index)
        if not sign:
            continue
        if any(one.kind is not TokenKind.SIGN for one in tokens[first:index]):
            yield first, index, mark
            mark = ""
        # a comma and a dash together count as the dash: «, – сказал он»
        mark = mark + sign if first == index and mark else sign
        first = index + 1
    if any(one.kind is not TokenKind.SIGN for one in tokens[first:]):
        yield first, len(tokens), mark


def _boundary(tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    if token.text in _SEPARATORS:
        return "" if _inside_number(tokens, index) else token.text
    if token.text in _OPENING or token.text in _CLOSING:
        return token.text
    if token.text in _DASHES and _is_spaced(tokens, index) and not _joins_names(tokens, index):
        return "–"
    return ""


def _inside_number(tokens: Sequence[Token], index: int) -> bool:
    if not 0 < index < len(tokens) - 1:
        return False
    before, here, after = tokens[index - 1 : index + 2]
    return (
        before.end == here.start and here.end == after.start and before.text[-1].isdigit() and after.text[0].isdigit()
    )


def _is_spaced(tokens: Sequence[Token], index: int) -> bool:
    if not 0 < index < len(tokens) - 1:
        return True
    return tokens[index - 1].end < tokens[index].start and tokens[index].end < tokens[index + 1].start


def _joins_names(tokens: Sequence[Token], index: int) -> bool:
    """A dash inside a route or a range: «Актау – Баку», «15 – 18»."""
    if not 0 < index < len(tokens) - 1:
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    both_names = before.is_capitalised and after.is_capitalised and before.is_word and after.is_word
    return both_names or (before.text.isdigit() and after.text.isdigit())


def cores(tokens: Sequence[Token], language: str) -> list[bool]:
    """For each token whether it is a predicate, by the words of its sentence."""
    words = [token for token in tokens if token.is_word]
    found = iter([is_predicate(words, index, language) for index in range(len(words))])
    return [token.is_word and next(found) for token in tokens]


def _has_core(tokens: Sequence[Token], first: int, last: int, told: Sequence[bool], language: str) -> bool:
    """Whether a run of tokens holds a predicate; what stands outside of it tells nothing of its first and last word."""
    start = next(index for index in range(first, last) if tokens[index].is_word)
    if True in told[start + 1 : last]:
        return True
    ending = list(islice((tokens[index] for index in range(last - 1, start - 1, -1) if tokens[index].is_word), 2))[::-1]
    if is_predicate(ending, len(ending) - 1, language):
        return True
    return is_predicate([tokens[start], *ending[1:]], 0, language)


def described(tokens: Sequence[Token], piece: tuple[int, int, str], told: Sequence[bool], language: str) -> Piece:
    """A run of tokens with what it can be the whole or a part of; `told` are the predicates of the sentence."""
    first, last, mark = piece
    words = list(islice((tokens[index] for index in range(first, last) if tokens[index].is_word), 3))
    rules = grammar(language)
    has_predicate = bool(words) and _has_core(tokens, first, last, told, language)
    turns = bool(words) and mark.startswith(",") and is_participle(words[0].text, language)
    opens = turns or (
        bool(words)
        and (
            any(rules.is_relative(token.text) for token in words)
            or (has_predicate and fold(words[0].text) in rules.openers)
        )
    )
    contrasts = bool(words) and fold(words[0].text) in rules.contrasts
    return Piece(first, last, mark, has_predicate or opens, opens, turns, contrasts, mark.endswith(("(", "[", "{")))
