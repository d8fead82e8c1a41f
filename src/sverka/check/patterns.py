"""Aliases made ready to be found: what each word of an alias may look like."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sverka.check.aliases import deeds, language_of, sequences, words_of
from sverka.check.deeds import of_either
from sverka.check.otherwise import otherwise
from sverka.check.words import Word
from sverka.languages import discourse, morphology
from sverka.languages.actions import actions
from sverka.languages.exchanges import rises_and_falls
from sverka.languages.grammar import grammar
from sverka.languages.suffixes import forms
from sverka.languages.verbs import verb_forms
from sverka.model.claim import Alias, Name
from sverka.model.finding import Role

# So many patterns are tried one by one sooner than looked up.
FEW = 8
# What may grow or shrink itself is told in one of these.
_RATES = ("share", "points")
Following = Callable[[int], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """An alias of a subject or a metric as a sequence of words; `is_turned` where they say its opposite: «спад ВВП»
    for «рост ВВП», `is_otherwise` where they are other words for it, and `is_unlike` where they only look so;
    `is_amount` where they are what an amount is of, and need it right before them."""

    role: Role
    name: str
    alias: str
    words: tuple[Word, ...]
    is_turned: bool = False
    is_otherwise: bool = False
    is_unlike: bool = False
    is_amount: bool = False


class _Family:
    """The patterns that begin with a word; of many, each is found by whichever of its other words the fewest share."""

    def __init__(self) -> None:
        self._patterns: list[Pattern] = []
        self._by_rarest: dict[str, list[Pattern]] = {}
        self._alone: list[Pattern] = []
        self._reach = 0

    def add(self, pattern: Pattern) -> None:
        self._patterns.append(pattern)
        gaps = sum(word.gap for word in pattern.words)
        self._reach = max(self._reach, len(pattern.words) + gaps)

    def sort(self) -> None:
        """Makes the family ready, once it is whole."""
        shared = Counter(lemma for each in self._patterns for word in each.words[1:] for lemma in word.lemmas)
        for pattern in self._patterns:
            # an acronym is known by its letters and not by its forms
            words = [word.lemmas for word in pattern.words[1:] if word.exact is None]
            if not words or len(self._patterns) <= FEW:
                self._alone.append(pattern)
                continue
            for lemma in min(words, key=lambda lemmas: max((shared[lemma] for lemma in lemmas), default=0)):
                self._by_rarest.setdefault(lemma, []).append(pattern)

    def among(self, following: Following) -> Iterator[Pattern]:
        yield from self._alone
        for lemma in following(self._reach) if self._by_rarest else ():
            yield from self._by_rarest.get(lemma, ())


class Patterns:
    """All aliases of a set, found by the dictionary forms of their first word and of the one that fewest share.

    The work of a look-up does not grow with the number of patterns that begin otherwise.
    """

    def __init__(self, subjects: Mapping[str, Name], metrics: Mapping[str, Name]) -> None:
        others = {name.id: tuple(_otherwise(name)) for name in metrics.values()}
        families: dict[frozenset[str], _Family] = defaultdict(_Family)
        for role, names in ((Role.SUBJECT, subjects), (Role.METRIC, metrics)):
            for name in names.values():
                for pattern in (*_patterns(role, name), *(others[name.id] if role is Role.METRIC else ())):
                    families[pattern.words[0].lemmas].add(pattern)
        self._by_first: dict[str, list[_Family]] = defaultdict(list)
        for lemmas, family in families.items():
            family.sort()
            for lemma in lemmas:
                self._by_first[lemma].append(family)
        self.heads_of_metrics = {name.id: _last_words(name) for name in metrics.values()}
        self.growths = frozenset(name.id for name in metrics.values() if _is_growth(name))
        self.words_of_subjects = {name.id: _all_words(name) for name in subjects.values()}
        self.words_of_metrics = {name.id: _words_of(name, others[name.id]) for name in metrics.values()}
        self.with_names = frozenset(
            (name.id, alias.language) for name in subjects.values() for alias in name.aliases if _is_name(alias, name)
        )
        self.capitals = frozenset(form for name in subjects.values() for form in _capitals(name))
        self.deeds_of_metrics = {name.id: _deed_verbs(name, others[name.id]) for name in metrics.values()}
        self.deeds = frozenset(name.id for name in metrics.values() if _is_deed(name))
        self.verbs_of_metrics = {name.id: _verbs(name) for name in metrics.values()}

    def beginning_with(self, lemmas: Iterable[str], following: Following) -> Iterator[Pattern]:
        """The patterns whose first words may be one of these forms and what follows it; some come twice.

        `following` gives the forms of so many words behind.
        """
        for lemma in lemmas:
            for family in self._by_first.get(lemma, ()):
                yield from family.among(following)


def _last_words(name: Name) -> frozenset[str]:
    """The dictionary forms of the last words of a metric's longer names, by which it may be called for short where
    heads come last: «hasilat» for «qızıl hasilatı»."""
    longer = (pattern.words[-1] for pattern in _patterns(Role.METRIC, name) if len(pattern.words) > 1)
    return frozenset(lemma for word in longer if not word.is_verb for lemma in word.lemmas)


def _is_growth(name: Name) -> bool:
    """The metric is itself a change: an alias calls it growth, or inflation."""
    return any(
        not discourse.discourse(language_of(alias)).growths.isdisjoint(morphology.lemmas(word, language_of(alias)))
        for alias in name.aliases
        for word in morphology.fold(alias.text).split()
    )


def _all_words(name: Name) -> frozenset[str]:
    """The dictionary forms of all words of a subject's names."""
    return frozenset(
        form for pattern in _patterns(Role.SUBJECT, name) for word in pattern.words for form in word.lemmas
    )


def _words_of(name: Name, others: Iterable[Pattern]) -> frozenset[str]:
    """The dictionary forms of all words that name a metric, or stand for its names."""
    patterns = (*_patterns(Role.METRIC, name), *(other for other in others if not other.is_unlike))
    return frozenset(form for pattern in patterns for word in pattern.words for form in word.lemmas)


def _is_name(alias: Alias, name: Name) -> bool:
    """The alias is written with a capital, and not as titles are."""
    return bool(alias.language) and alias.text != name.title and any(letter.isupper() for letter in alias.text)


def _capitals(name: Name) -> Iterator[str]:
    """The dictionary forms of the words that a name has with a capital, where it is that word alone."""
    for alias in name.aliases:
        if alias.language and alias.text[:1].isupper() and " " not in alias.text:
            yield from morphology.name_forms(alias.text, language_of(alias))


def _deed_verbs(name: Name, others: Iterable[Pattern]) -> frozenset[str]:
    """The verbs that tell what a metric's names call an action: «собрать» of «сбор зерна»."""
    alone = (other for other in others if len(other.words) == 1)
    patterns = (*_patterns(Role.METRIC, name), *alone)
    return frozenset(lemma for pattern in patterns for word in pattern.words for lemma in word.verbs)


def _is_deed(name: Name) -> bool:
    """Each name that a metric is given, besides its identifier, calls it an action: "gas output", "gas extraction"."""
    aliases = [alias for alias in name.aliases if alias.text != name.id]
    return bool(aliases) and all(
        any(word.verbs for words in deeds(alias.text, language_of(alias)) for word in words) for alias in aliases
    )


def _verbs(name: Name) -> frozenset[str]:
    """The forms of the verbs in a metric's names."""
    words = ((word, language_of(alias)) for alias in name.aliases for word in morphology.fold(alias.text).split())
    found = ((word, verb_forms(word, language)) for word, language in words)
    return frozenset(form for word, forms in found if forms for form in (word, *forms))


@lru_cache(maxsize=20_000)
def _patterns(role: Role, name: Name) -> tuple[Pattern, ...]:
    """The patterns of all aliases of a name, each once."""
    return tuple(_found_by(role, name))


def _found_by(role: Role, name: Name) -> Iterator[Pattern]:
    seen = set()
    for alias in name.aliases:
        language = language_of(alias)
        for words in sequences(alias.text, language, role):
            if words and words not in seen:
                seen.add(words)
                yield Pattern(role, name.id, alias.text, words)
                turned = _turned(words, language) if name.dimension in _RATES and role is Role.METRIC else None
                if turned is not None:
                    yield Pattern(role, name.id, alias.text, turned, is_turned=True)
    if role is Role.METRIC:
        yield from _of_either(name, seen)
        yield from _of_amounts(name)


def _of_amounts(name: Name) -> Iterator[Pattern]:
    """«284 млн текше метр су» by «судың көлемі», where heads come last: what an alias has the amount of."""
    for alias in name.aliases:
        language = language_of(alias)
        words = words_of(alias.text, language, Role.METRIC)
        amounts = actions(language).amounts
        if len(words) != 2 or not grammar(language).verb_last or words[1].lemmas.isdisjoint(amounts):
            continue
        if words[0].exact is None and words[0].lemmas.isdisjoint(amounts):
            owners = forms(morphology.fold(alias.text).split()[0], language)
            bare = frozenset(form.stem for form in owners if form.case == "genitive")
            thing = words[0]._replace(lemmas=words[0].lemmas | bare)
            yield Pattern(Role.METRIC, name.id, alias.text, (thing,), is_amount=True)


def _of_either(name: Name, seen: set[tuple[Word, ...]]) -> Iterator[Pattern]:
    """What the aliases of a language say together: the object of one with the verb of another."""
    for language in sorted({language_of(alias) for alias in name.aliases}):
        own = [alias for alias in name.aliases if language_of(alias) == language]
        texts = [morphology.fold(alias.text).split() for alias in own]
        for words in of_either(texts, [words_of(alias.text, language, Role.METRIC) for alias in own], language):
            if words not in seen:
                seen.add(words)
                yield Pattern(Role.METRIC, name.id, " ".join(texts[0]), words)


def _otherwise(name: Name) -> Iterator[Pattern]:
    """Other words for a metric, each sequence once."""
    seen = set()
    for other in otherwise(name):
        if other.words and (other.words, other.is_unlike) not in seen:
            seen.add((other.words, other.is_unlike))
            yield Pattern(Role.METRIC, name.id, other.alias, other.words, is_otherwise=True, is_unlike=other.is_unlike)


def _turned(words: tuple[Word, ...], language: str) -> tuple[Word, ...] | None:
    """The words with those of a fall for the one that tells of a rise, or the reverse; None where none does."""
    rises, falls = rises_and_falls(language)
    for index, word in enumerate(words):
        for own, other in ((rises, falls), (falls, rises)):
            if word.exact is None and not word.lemmas.isdisjoint(own) and other:
                return (*words[:index], Word(other, None, word.gap, word.is_verb, other), *words[index + 1 :])
    return None
