"""Aliases made ready to be found: what each word of an alias may look like."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sverka.check.deeds import VERB_GAP, apart, by_agent, by_participle, by_past, by_verb, of_either
from sverka.check.words import Word
from sverka.languages import discourse, morphology
from sverka.languages.exchanges import rises_and_falls
from sverka.languages.suffixes import forms, suffixes
from sverka.languages.verbs import verb_forms
from sverka.model.claim import Alias, Name
from sverka.model.finding import Role
from sverka.text.tokens import TokenKind, tokenize

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
GAP = re.compile(r"…|\.\.\.")
GAP_WORDS = 3
# The stem of an object has more letters than this.
SHORT = 3
# So many patterns are tried one by one sooner than looked up.
FEW = 8
# What may grow or shrink itself is told in one of these.
_RATES = ("share", "points")
Following = Callable[[int], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """An alias of a subject or a metric as a sequence of words; `is_turned` where they say its opposite: «спад ВВП»
    for «рост ВВП»."""

    role: Role
    name: str
    alias: str
    words: tuple[Word, ...]
    is_turned: bool = False


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
        families: dict[frozenset[str], _Family] = defaultdict(_Family)
        for role, names in ((Role.SUBJECT, subjects), (Role.METRIC, metrics)):
            for name in names.values():
                for pattern in _patterns(role, name):
                    families[pattern.words[0].lemmas].add(pattern)
        self._by_first: dict[str, list[_Family]] = defaultdict(list)
        for lemmas, family in families.items():
            family.sort()
            for lemma in lemmas:
                self._by_first[lemma].append(family)
        self.heads_of_metrics = {name.id: _last_words(name) for name in metrics.values()}
        self.growths = frozenset(name.id for name in metrics.values() if _is_growth(name))
        self.words_of_subjects = {name.id: _all_words(name) for name in subjects.values()}
        self.with_names = frozenset(
            (name.id, alias.language) for name in subjects.values() for alias in name.aliases if _is_name(alias, name)
        )
        self.capitals = frozenset(form for name in subjects.values() for form in _capitals(name))
        self.deeds_of_metrics = {name.id: _deed_verbs(name) for name in metrics.values()}
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
        not discourse.discourse(_language(alias)).growths.isdisjoint(morphology.lemmas(word, _language(alias)))
        for alias in name.aliases
        for word in morphology.fold(alias.text).split()
    )


def _all_words(name: Name) -> frozenset[str]:
    """The dictionary forms of all words of a subject's names."""
    return frozenset(
        form for pattern in _patterns(Role.SUBJECT, name) for word in pattern.words for form in word.lemmas
    )


def _is_name(alias: Alias, name: Name) -> bool:
    """The alias is written with a capital, and not as titles are."""
    return bool(alias.language) and alias.text != name.title and any(letter.isupper() for letter in alias.text)


def _capitals(name: Name) -> Iterator[str]:
    """The dictionary forms of the words that a name has with a capital, where it is that word alone."""
    for alias in name.aliases:
        if alias.language and alias.text[:1].isupper() and " " not in alias.text:
            yield from morphology.name_forms(alias.text, _language(alias))


def _deed_verbs(name: Name) -> frozenset[str]:
    """The verbs that tell what a metric's names call an action: «собрать» of «сбор зерна»."""
    words = (word for pattern in _patterns(Role.METRIC, name) for word in pattern.words)
    return frozenset(lemma for word in words for lemma in word.verbs)


def _is_deed(name: Name) -> bool:
    """Each name that a metric is given, besides its identifier, calls it an action: "gas output", "gas extraction"."""
    aliases = [alias for alias in name.aliases if alias.text != name.id]
    return bool(aliases) and all(
        any(
            word.verbs
            for words in _deeds(alias.text, _words(alias.text, _language(alias), Role.METRIC), _language(alias))
            for word in words
        )
        for alias in aliases
    )


def _verbs(name: Name) -> frozenset[str]:
    """The forms of the verbs in a metric's names."""
    words = ((word, _language(alias)) for alias in name.aliases for word in morphology.fold(alias.text).split())
    found = ((word, verb_forms(word, language)) for word, language in words)
    return frozenset(form for word, forms in found if forms for form in (word, *forms))


def _patterns(role: Role, name: Name) -> Iterator[Pattern]:
    seen = set()
    for alias in name.aliases:
        language = _language(alias)
        written = _words(alias.text, language, role)
        deeds = _deeds(alias.text, written, language) if role is Role.METRIC else ()
        for words in (*_orders(written, language), *deeds):
            if words and words not in seen:
                seen.add(words)
                yield Pattern(role, name.id, alias.text, words)
                turned = _turned(words, language) if name.dimension in _RATES and role is Role.METRIC else None
                if turned is not None:
                    yield Pattern(role, name.id, alias.text, turned, is_turned=True)
    if role is Role.METRIC:
        yield from _of_either(name, seen)


def _of_either(name: Name, seen: set[tuple[Word, ...]]) -> Iterator[Pattern]:
    """What the aliases of a language say together: the object of one with the verb of another."""
    for language in sorted({_language(alias) for alias in name.aliases}):
        own = [alias for alias in name.aliases if _language(alias) == language]
        texts = [morphology.fold(alias.text).split() for alias in own]
        for words in of_either(texts, [_words(alias.text, language, Role.METRIC) for alias in own], language):
            if words not in seen:
                seen.add(words)
                yield Pattern(Role.METRIC, name.id, " ".join(texts[0]), words)


def _turned(words: tuple[Word, ...], language: str) -> tuple[Word, ...] | None:
    """The words with those of a fall for the one that tells of a rise, or the reverse; None where none does."""
    rises, falls = rises_and_falls(language)
    for index, word in enumerate(words):
        for own, other in ((rises, falls), (falls, rises)):
            if word.exact is None and not word.lemmas.isdisjoint(own) and other:
                return (*words[:index], Word(other, None, word.gap, word.is_verb, other), *words[index + 1 :])
    return None


def _deeds(text: str, words: tuple[Word, ...], language: str) -> Iterator[tuple[Word, ...]]:
    yield from by_verb(words, language)
    yield from apart(words, language)
    yield from by_past(morphology.fold(text).split(), words, language)
    if len(words) == 1:
        yield from by_agent(morphology.fold(text), language)
    if len(words) in (2, 3):
        yield from by_participle(morphology.fold(text).split(), words, language)


def _language(alias: Alias) -> str:
    if alias.language:
        return alias.language.partition("-")[0]
    return "ru" if _CYRILLIC.search(alias.text) else "en"


def _words(text: str, language: str, role: Role) -> tuple[Word, ...]:
    words: list[Word] = []
    for index, part in enumerate(GAP.split(text)):
        gap = GAP_WORDS if index else 0
        for token in tokenize(part):
            if token.kind is not TokenKind.SIGN:
                words.append(_word(token.text, language, role, gap))
                gap = 0
    return tuple(_with_object(words, text, language))


def _with_object(words: list[Word], text: str, language: str) -> Iterator[Word]:
    """The words, with the nominative of an object before its verb: «энергиясын өндіру» is «энергиясы өндірілді», and
    "taxılın yığılması" is "taxıl yığılıb"."""
    texts = morphology.fold(text).split()
    for word, written, following in zip(words, texts, words[1:], strict=False):
        is_object = bool(following.verbs) and suffixes(language) is not None
        bare = [form.stem for form in forms(written, language) if form.case in _OBJECTS] if is_object else []
        yield word._replace(lemmas=word.lemmas | {stem for stem in bare if len(stem) > SHORT})
    yield from words[len(list(zip(words, texts, words[1:], strict=False))) :]


_OBJECTS = ("accusative", "genitive")


def _word(text: str, language: str, role: Role, gap: int) -> Word:
    # An acronym is written in capitals wherever it stands; "it" is not IT.
    exact = text if len(text) > 1 and text.isupper() else None
    lemmas = morphology.name_forms(text, language)
    # What is measured is often a verb, who does it never is.
    is_metric = role is Role.METRIC and exact is None
    verbs = _verb_forms(text, lemmas, language) - lemmas if is_metric else frozenset[str]()
    is_verb = morphology.readings(text, language)[0].form == "infinitive"
    return Word(lemmas | verbs, exact, gap, is_verb, lemmas if is_verb else verbs)


def _verb_forms(text: str, stems: frozenset[str], language: str) -> frozenset[str]:
    """The forms of a word if it is a verb, with an owner or without: «тасымалдануы», "daşınması"."""
    written = {morphology.fold(text)} | (stems if suffixes(language) is not None else frozenset())
    return frozenset(form for word in written for form in verb_forms(word, language))


def _orders(words: tuple[Word, ...], language: str) -> Iterator[tuple[Word, ...]]:
    """The alias as written, and with its two halves swapped where "and" joins them: either party may come first.

    A verb and its object come in either order, and apart: «перевезти пассажиров» is «перевезла 3 млн пассажиров» too.
    """
    yield words
    if len(words) == 2 and words[0].is_verb and not words[1].gap:
        yield words[0], words[1]._replace(gap=VERB_GAP)
        yield words[1], words[0]._replace(gap=VERB_GAP)
    conjunctions = discourse.discourse(language).conjunctions
    for index, word in enumerate(words):
        if 0 < index < len(words) - 1 and word.lemmas & conjunctions:
            yield (*words[index + 1 :], word, *words[:index])
