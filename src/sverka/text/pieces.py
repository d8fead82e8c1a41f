"""The runs of words that commas, dashes and brackets leave of a sentence; clauses are made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from sverka.languages.calendar import calendar
from sverka.languages.grammar import grammar
from sverka.languages.morphology import tells_forms
from sverka.text.predicates import is_core, is_participle, is_predicate
from sverka.text.tokens import Token, TokenKind

_WORD, _SIGN = TokenKind.WORD, TokenKind.SIGN
_DASHES = frozenset("-–—−")
_SEPARATORS = frozenset(",;:")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_BOUNDARIES = _DASHES | _SEPARATORS | _OPENING | _CLOSING


class Piece(NamedTuple):
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


def cut(tokens: Sequence[Token], fixed: frozenset[int] = frozenset()) -> Iterator[tuple[int, int, str]]:
    """Runs of tokens between commas, dashes and brackets, each with the sign before it; those at `fixed` places cut
    nothing."""
    first, mark, is_worded = 0, "", False
    for index, token in enumerate(tokens):
        if token.kind is not _SIGN:
            is_worded = True
            continue
        sign = _boundary(tokens, index) if token.text in _BOUNDARIES and index not in fixed else ""
        if not sign:
            continue
        if is_worded:
            yield first, index, mark
            mark, is_worded = "", False
        # a comma and a dash together count as the dash: «, – сказал он»
        mark = mark + sign if first == index and mark else sign
        first = index + 1
    if is_worded:
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


class Words(NamedTuple):
    """The tokens of a sentence, the same folded, and for each whether it is a predicate by what stands beside it."""

    tokens: Sequence[Token]
    folded: Sequence[str]
    cores: Sequence[bool]
    language: str

    def first_of(self, first: int, last: int, count: int) -> list[int]:
        """Where the first few words of a run of tokens stand."""
        found: list[int] = []
        for index in range(first, last):
            if self.tokens[index].kind is _WORD:
                found.append(index)
                if len(found) == count:
                    break
        return found

    def has_core(self, start: int, last: int) -> bool:
        """Whether a run that begins with a word holds a predicate; words outside tell nothing of its first and last."""
        if tells_forms(self.language):
            return True in self.cores[start:last]  # no neighbour makes a difference there
        if True in self.cores[start + 1 : last]:
            return True
        tokens = self.tokens
        behind = (tokens[index] for index in range(last - 1, start - 1, -1) if tokens[index].kind is _WORD)
        ending = list(islice(behind, 2))[::-1]
        if is_predicate(ending, len(ending) - 1, self.language):
            return True
        return is_predicate([tokens[start], *ending[1:]], 0, self.language)


def words_of(tokens: Sequence[Token], folded: Sequence[str], language: str) -> Words:
    if tells_forms(language):
        cores = [token.kind is _WORD and is_core(token.text, language) for token in tokens]
        return Words(tokens, folded, cores, language)
    words = [token for token in tokens if token.kind is _WORD]
    found = iter([is_predicate(words, index, language) for index in range(len(words))])
    return Words(tokens, folded, [token.kind is _WORD and next(found) for token in tokens], language)


def described(words: Words, piece: tuple[int, int, str]) -> Piece:
    """A run of tokens with what it can be the whole or a part of."""
    first, last, mark = piece
    leading = words.first_of(first, last, 3)
    is_parenthesis = mark.endswith(("(", "[", "{"))
    if not leading:
        return Piece(first, last, mark, False, is_parenthesis=is_parenthesis)
    rules, opening = grammar(words.language), words.folded[leading[0]]
    has_predicate = words.has_core(leading[0], last) or _states(words, leading[0], last)
    turns = mark.startswith(",") and is_participle(words.tokens[leading[0]].text, words.language)
    opens = (
        turns
        or any(words.folded[index] in rules.relatives for index in leading)
        or (has_predicate and opening in rules.openers)
    )
    return Piece(first, last, mark, has_predicate or opens, opens, turns, opening in rules.contrasts, is_parenthesis)


def _states(words: Words, start: int, last: int) -> bool:
    """A number after "now" is a predicate without a verb: «Сейчас в метро 11 станций, к 2030 году будет 20»."""
    if words.folded[start] not in calendar(words.language).now:
        return False
    return any(token.kind is TokenKind.NUMBER for token in words.tokens[start:last])
