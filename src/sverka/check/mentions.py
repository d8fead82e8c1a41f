"""Where a text names a subject or a metric, in whatever form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sverka.check.patterns import Pattern, Patterns
from sverka.check.words import Word
from sverka.model.finding import Role
from sverka.model.span import Span
from sverka.text.analysis import Analysis, Sentence
from sverka.text.tokens import Token, TokenKind

# Signs that stand inside names and between their words; any other ends a name.
_JOINING = frozenset("-–—‑‐−«»\"“”„'’()/.")
_OF_UNITS = frozenset("·⋅")


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to a subject or a metric; `first` and `last` are its tokens, half-open.

    `how` says what made it one: `named`, or the kind of reference back. `by_verb` tells that a verb is what names it,
    `is_turned` that the words say the opposite of the name: «спад ВВП» for «рост ВВП». `stands_for` is the alias that
    other words stand for, empty where they are its own; `is_unlike` that they are a phrase which has them and means
    another thing: "youth unemployment". `is_amount` that they name what an amount is of, `is_apart` that other words
    may stand between them.
    """

    role: Role
    name: str
    span: Span
    first: int
    last: int
    how: str = "named"
    by_verb: bool = False
    is_turned: bool = False
    stands_for: str = ""
    is_unlike: bool = False
    is_amount: bool = False
    is_apart: bool = False


def find_mentions(analysis: Analysis, patterns: Patterns, sentence: Sentence) -> tuple[Mention, ...]:
    """Every name in a sentence, in order; of two that overlap the longer one stays, of two alike both."""
    each = {
        mention
        for index in range(sentence.first, sentence.last)
        if analysis.tokens[index].kind is not TokenKind.SIGN
        for mention in _mentions_at(analysis, patterns, index, sentence.last)
    }
    found = set(_own_first(each))
    found = {mention for mention in found if not (mention.is_turned and _is_named_plainly(mention, found))}
    once = [mention for mention in found if not (mention.by_verb and replace(mention, by_verb=False) in found)]
    return tuple(_longest(sorted(once, key=lambda m: (m.first, -m.last, m.role, m.name))))


def _own_first(found: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions without those within a phrase that means another thing, and without other words where an alias of
    another metric, or one as long, stands; of several aliases that words stand for one."""
    unlike = [mention for mention in found if mention.is_unlike]
    own = [mention for mention in found if mention.role is Role.METRIC and not mention.stands_for]
    kept: dict[Mention, str] = {}
    for mention in found:
        if any(_is_unlike(other, mention) for other in unlike):
            continue
        if not mention.stands_for:
            yield mention
        elif not any(_is_own_before(other, mention) for other in own):
            bare = replace(mention, stands_for="")
            kept[bare] = min(kept.get(bare, mention.stands_for), mention.stands_for)
    yield from (replace(bare, stands_for=alias) for bare, alias in kept.items())


def _is_unlike(phrase: Mention, mention: Mention) -> bool:
    """A phrase that means another thing has the words of a metric in it, or they are other words that reach into it."""
    if mention.is_unlike or phrase.name != mention.name or not _overlap(phrase, mention):
        return False
    return bool(mention.stands_for) or _length(phrase) > _length(mention)


def _is_own_before(own: Mention, other: Mention) -> bool:
    """An alias leaves no room for other words: it is another metric's, or says as much."""
    return _overlap(own, other) and (own.name != other.name or _length(own) >= _length(other))


def _length(mention: Mention) -> int:
    return mention.last - mention.first


def _overlap(one: Mention, other: Mention) -> bool:
    return one.first < other.last and other.first < one.last


def _is_named_plainly(turned: Mention, found: Iterable[Mention]) -> bool:
    """«Рост ВВП замедлился» is growth, and not that GDP shrank."""
    return any(not one.is_turned and one.role is turned.role and _overlap(one, turned) for one in found)


def _mentions_at(analysis: Analysis, patterns: Patterns, index: int, limit: int) -> Iterator[Mention]:
    following = partial(_forms_behind, analysis, index, limit)
    for pattern in patterns.beginning_with(analysis.lemmas(analysis.tokens[index]), following):
        last = _match(analysis, pattern, index, limit)
        if last is not None:
            span = Span(analysis.tokens[index].start, analysis.tokens[last - 1].end)
            by_verb = any(_is_verb(analysis, pattern, position) for position in range(index, last))
            alias, turned = pattern.alias if pattern.is_otherwise else "", pattern.is_turned
            apart = any(word.gap for word in pattern.words)
            what = (pattern.role, pattern.name, span, index, last, "named", by_verb, turned, alias)
            yield Mention(*what, pattern.is_unlike, pattern.is_amount, apart)


def _is_verb(analysis: Analysis, pattern: Pattern, position: int) -> bool:
    lemmas = analysis.lemmas(analysis.tokens[position])
    return any(not word.verbs.isdisjoint(lemmas) for word in pattern.words)


def _forms_behind(analysis: Analysis, index: int, limit: int, count: int) -> set[str]:
    """The dictionary forms of so many words behind a token, as far as nothing ends a name."""
    found: set[str] = set()
    for _ in range(count):
        behind = _following(analysis.tokens, index + 1, limit)
        if behind is None:
            break
        index = behind
        found |= analysis.lemmas(analysis.tokens[index])
    return found


def _match(analysis: Analysis, pattern: Pattern, index: int, limit: int) -> int | None:
    """The token after the last word of a pattern that begins at `index`, or None."""
    position: int | None = index
    for number, word in enumerate(pattern.words):
        if number:
            position = _following(analysis.tokens, position or 0, limit)
            if word.gap:
                position = _skip(analysis, word, position, limit)
        if position is None or not _fits(analysis, word.exact, word.lemmas, position):
            return None
        position += 1
    return position


def _fits(analysis: Analysis, exact: str | None, lemmas: frozenset[str], position: int) -> bool:
    token = analysis.tokens[position]
    if exact is not None:
        return token.text == exact or (token.text.startswith(exact) and token.text[len(exact) :].islower())
    return not lemmas.isdisjoint(analysis.lemmas(token))


def _skip(analysis: Analysis, word: Word, position: int | None, limit: int) -> int | None:
    """The nearest position within the words of a gap where the next word of the pattern stands."""
    for _ in range(word.gap + 1):
        if position is None or _fits(analysis, None, word.lemmas, position):
            return position
        position = _following(analysis.tokens, position + 1, limit)
    return None


def _following(tokens: Sequence[Token], position: int, limit: int) -> int | None:
    """The next word or number at or after a position, over joining signs only."""
    while position < limit and tokens[position].kind is TokenKind.SIGN and _joins(tokens, position):
        position += 1
    return position if position < limit and tokens[position].kind is not TokenKind.SIGN else None


def _joins(tokens: Sequence[Token], position: int) -> bool:
    """A sign stands inside a name, between its words, inside a number: «86,7», or inside a unit: «кВт·ч»."""
    text = tokens[position].text
    if text in _JOINING:
        return True
    around = tokens[position - 1 : position + 2]
    if len(around) < 3 or around[0].end != around[1].start or around[1].end != around[2].start:
        return False
    are_numbers = all(token.kind is TokenKind.NUMBER for token in (around[0], around[2]))
    return text in _OF_UNITS or (are_numbers and text in ",.")


def _longest(found: Sequence[Mention]) -> Iterator[Mention]:
    for mention in found:
        if not any(_outdoes(other, mention) for other in found):
            yield mention


def _outdoes(other: Mention, mention: Mention) -> bool:
    """A longer name of the same role lies over this one."""
    if other.by_verb and mention.by_verb and other.first == mention.first:
        return False  # «перевезла 31,9 млн пассажиров» is what it carried, and what it carried of passengers
    if other.by_verb and not mention.by_verb and other.name != mention.name:
        return False  # "handled 48,300 tonnes of cargo": what was done, and to what
    if other.is_apart and mention.name != other.name and other.first < mention.first and mention.last < other.last:
        return False  # "1,5 milyard kubmetr qaz və 560 min ton kondensat hasil edilib": of the second, too
    return other.role is mention.role and _overlap(other, mention) and _length(other) > _length(mention)
