"""Words of languages that put suffix after suffix on an unchanging stem, taken apart by a table of the language file.

A form is a stem, then at most one each of a suffix that makes an adjective of it, the plural, a possessive, a case.
What a table allows too much does no harm where the stem must be a word that the language file or a claim knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from sverka import languages
from sverka.languages.endings import endings

_APOSTROPHES = "'’ʼ"
SHORTEST = 2


class Suffixes(NamedTuple):
    """The suffixes of a language, each with its meaning.

    `cases` stand on any stem, `bound_cases` on a possessive alone; `derived` make an adjective («жылдық»). A stem and a
    suffix agree in their vowels, `back` or `front`, but for `either` suffixes, and all of them behind `neutral` vowels.
    `softened` gives the last letter of a stem as it is without a vowel behind it (ғ: қ). Of the letters `lost` the
    second is dropped behind the first before a plural («турист», «туристер»); `dropped` gives stems that lose a vowel
    («халқ»: «халық»). Stems that end in one of `loose` are loans, and take vowels of either kind («банктің»). `whole`
    words only look as if they had suffixes. Of an unknown word `weak` endings are not taken off, nor those that make
    words for people of others (`agents`). `owned` are a possessive and a case together, `verbal` the endings of verbs.
    Suffixes that begin with a letter of `buffer` stand behind a vowel, those in `closed` behind a consonant. What ends
    in an `adjectival` one is mostly an adjective («баспаналы»).
    """

    cases: Mapping[str, str]
    bound_cases: Mapping[str, str]
    possessive: frozenset[str]
    plural: frozenset[str]
    derived: frozenset[str]
    back: frozenset[str]
    front: frozenset[str]
    softened: Mapping[str, str]
    whole: frozenset[str]
    verbal: tuple[str, ...]
    either: frozenset[str]
    weak: frozenset[str]
    owned: Mapping[str, str]
    agents: tuple[str, ...]
    neutral: frozenset[str]
    lost: str
    dropped: Mapping[str, str]
    loose: tuple[str, ...]
    buffer: str
    closed: frozenset[str]
    adjectival: tuple[str, ...]

    def case_of_ending(self, ending: str) -> str | None:
        """The case of an ending written apart from its stem: "ға" of «62%-ға», "ына" of «5 млн-ына»."""
        known = (
            self.cases.get(ending) or self.bound_cases.get(ending) or ("none" if ending in self.possessive else None)
        )
        return known or self.owned.get(ending)

    def is_sure(self, word: str, form: Form) -> bool:
        """Whether an unknown word is likelier to be this form than a stem that only ends alike.

        A possessive is only with a case behind it, or with a letter that a vowel before it asks for; what ends as
        words for people do is none.
        """
        ending = word[len(form.stem) :]
        if form.case == "attributive" and ending[0] in self.softened and ending[1:] in self.possessive:
            return False  # «шырағы» is of «шырақ»
        if form.plural or form.stem[-1:] != word[len(form.stem) - 1]:
            return True
        if form.possessive:
            parted = len(ending) == 2 and ending[1] in self.possessive and form.stem[-1] in self.back | self.front
            return (form.case is not None and ending in self.owned) or parted
        return form.case is not None and ending not in self.weak and not word.endswith(self.agents)

    def agrees(self, stem: str, suffix: str) -> bool:
        """Whether the vowels of a suffix are of the kind of the stem's last."""
        if suffix in self.either or stem.endswith(self.loose):
            return True
        wanted = next((letter for letter in suffix if letter in self.back or letter in self.front), None)
        known = (letter for letter in reversed(stem) if letter in self.back | self.front | self.neutral)
        last = next(known, None)
        if last in self.neutral:
            return True  # «секундта», «министрге»
        return wanted is None or last is None or (wanted in self.back) == (last in self.back)

    def _meets(self, stem: str, suffix: str) -> bool:
        """Whether a suffix that needs a vowel before it has one: "yə" of "həftəyə"."""
        vowel = stem[-1] in self.back or stem[-1] in self.front
        return not vowel if suffix in self.closed else vowel or suffix[0] not in self.buffer

    def strip(self, word: str, listed: Mapping[str, str] | frozenset[str]) -> Iterator[tuple[str, str]]:
        """What is left of a word without one of some suffixes, and the suffix."""
        for size in range(1, min(8, len(word) - SHORTEST + 1)):
            stem, suffix = word[:-size], word[-size:]
            if suffix in listed and self.agrees(stem, suffix) and self._meets(stem, suffix):
                yield stem, suffix


class Form(NamedTuple):
    """One way to take a word apart; `case` is None for a bare stem, `stripped` counts the suffixes."""

    stem: str
    case: str | None = None
    possessive: bool = False
    plural: bool = False
    derived: bool = False

    @property
    def stripped(self) -> int:
        return (self.case is not None) + self.possessive + self.plural + self.derived


@cache
def suffixes(tag: str) -> Suffixes | None:
    """The suffixes of a language; None where its file has none."""
    if not languages.has(tag, "suffixes"):
        return None
    data = languages.table(tag)["suffixes"]
    back, front, *neutral = data["vowels"]
    return Suffixes(
        _meanings(data["cases"]),
        _meanings(data.get("bound_cases", {})),
        frozenset(data.get("possessive", "").split()),
        frozenset(data.get("plural", "").split()),
        frozenset(data.get("derived", "").split()),
        frozenset(back),
        frozenset(front),
        {pair[0]: pair[1] for pair in data.get("softened", "").split()},
        frozenset(data.get("whole", "").split()),
        tuple(data.get("verbal", "").split()),
        frozenset(data.get("either", "").split()),
        frozenset(data.get("weak", "").split()),
        {
            one + end: case
            for one in data.get("possessive", "").split()
            for end, case in _meanings(data.get("bound_cases", {})).items()
        },
        tuple(data.get("agents", "").split()),
        frozenset("".join(neutral)),
        data.get("lost", ""),
        dict(pair.split(":") for pair in data.get("dropped", "").split()),
        tuple(data.get("loose", "").split()),
        data.get("buffer", ""),
        frozenset(data.get("closed", "").split()),
        tuple(data.get("adjectival", "").split()),
    )


def _meanings(part: Mapping[str, str]) -> dict[str, str]:
    return {suffix: case for case, listed in part.items() for suffix in listed.split()}


@lru_cache(maxsize=200_000)
def forms(word: str, tag: str) -> tuple[Form, ...]:
    """Every way to take a folded word apart, the word as it stands first; at least one.

    >>> [form.stem for form in forms("тоннаға", "kk") if form.case == "dative"]
    ['тонна', 'тонн']
    """
    table = suffixes(tag)
    found = [Form(word)]
    before = next((word[:at] for at, letter in enumerate(word) if letter in _APOSTROPHES and at), None)
    if before is not None:
        ending = word[len(before) + 1 :]
        found.append(Form(before, (table and table.case_of_ending(ending)) or "oblique"))
    if table is None or word in table.whole:
        return tuple(found)
    found += [
        form for form in _taken_apart(word, table) if form.stripped and not _is_soft_for_nothing(word, form, table)
    ]
    return tuple(dict.fromkeys(found))


def _is_soft_for_nothing(word: str, form: Form, table: Suffixes) -> bool:
    """A last letter is softened before a vowel alone: "qayda" is no form of "qak"."""
    last = len(form.stem) - 1
    softened = word[:last] == form.stem[:-1] and table.softened.get(word[last]) == form.stem[-1]
    return softened and last + 1 < len(word) and word[last + 1] not in table.back | table.front | table.neutral


def _taken_apart(word: str, table: Suffixes) -> Iterator[Form]:
    for stem, case in [(word, None), *((stem, table.cases[suffix]) for stem, suffix in table.strip(word, table.cases))]:
        yield from _without_plural(Form(stem, case), table)
        for bare, _ in table.strip(stem, table.possessive):
            yield from _without_plural(Form(bare, case, possessive=True), table)
    for stem, suffix in table.strip(word, table.bound_cases):
        if len(stem) > 3 and stem in table.whole:
            yield Form(stem, table.bound_cases[suffix])  # «отбасын»: a possessive that is one no more
        for bare, _ in table.strip(stem, table.possessive):
            yield from _without_plural(Form(bare, table.bound_cases[suffix], possessive=True), table)


def _without_plural(form: Form, table: Suffixes) -> Iterator[Form]:
    yield from _underived(form, table)
    for stem, _ in table.strip(form.stem, table.plural):
        yield from _underived(Form(stem, form.case, form.possessive, plural=True), table)
        if table.lost and stem[-1] == table.lost[0]:
            yield Form(stem + table.lost[1:], form.case, form.possessive, plural=True)


def _underived(form: Form, table: Suffixes) -> Iterator[Form]:
    for stem in _hardened(form, table):
        yield Form(stem, form.case, form.possessive, form.plural)
        for bare, _ in table.strip(stem, table.derived):
            yield Form(bare, form.case, form.possessive, form.plural, derived=True)


def _hardened(form: Form, table: Suffixes) -> Iterator[str]:
    yield form.stem
    if form.stem in table.dropped:
        yield table.dropped[form.stem]
    if (form.possessive or form.case) and not form.plural and form.stem[-1:] in table.softened:
        yield form.stem[:-1] + table.softened[form.stem[-1]]


@cache
def inflected(stem: str, tag: str) -> tuple[str, ...]:
    """Every singular form of a word, its own among them; more than the language has, never fewer."""
    table = suffixes(tag)
    if table is None:
        return (stem,)
    agreeing = [suffix for suffix in (*table.cases, "") if table.agrees(stem, suffix)]
    bound = [suffix for suffix in table.bound_cases if table.agrees(stem, suffix)]
    owned = [stem + suffix for suffix in table.possessive if table.agrees(stem, suffix)]
    owned += [
        stem[:-1] + soft + suffix
        for soft, hard in table.softened.items()
        if stem.endswith(hard)
        for suffix in table.possessive
        if table.agrees(stem, suffix)
    ]
    found = (*(stem + suffix for suffix in agreeing), *(own + end for own in owned for end in (*agreeing, *bound)))
    return tuple(form for form in found if form == stem or form not in table.whole)  # «жылқы» is no form of «жыл»


def listed(words: str, tag: str) -> list[str]:
    """The words of a list; «өс~» stands for the stem of a verb with each of its endings."""
    split = words.split()
    return [form for word in split for form in (_conjugated(word[:-1], tag) if word[1:].endswith("~") else [word])]


def _conjugated(stem: str, tag: str) -> list[str]:
    table = suffixes(tag)
    if table is not None:
        return [stem + ending for ending in table.verbal if table.agrees(stem, ending)]
    known = endings(tag)
    return [stem + ending for ending in known.verbal] if known else [f"{stem}~"]
