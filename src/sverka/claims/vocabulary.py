"""What people call units, scales and bounds in any language, by the data files of the languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, product

from sverka.claims.spellings import SPELT_UNITS
from sverka.languages import table, tags
from sverka.languages.morphology import fold, lemmas
from sverka.units import PER, find

_POWERS = {"1000": "k", "1000000": "M", "1000000000": "bn", "1000000000000": "tn"}
_BOUNDS = {"about": "~", "over": ">", "at_least": ">=", "under": "<", "almost": "<", "up_to": "<="}
_SQUARE = frozenset(["кв", "квадратный", "sq", "square", "шаршы", "kv", "kvadrat"])
_CUBIC = frozenset(["куб", "кубический", "cu", "cubic", "текше", "kub"])
_AMERICA = [["сша"], ["us"], ["usa"], ["америки"]]
_CASES = frozenset(["dative", "ablative", "genitive", "locative", "accusative", "instrumental"])


def scale(word: str) -> str | None:
    """The scale that a word of any language stands for: `миллионов`, `мың`."""
    return _scales().get(fold(word.rstrip(".")))


def unit(words: Sequence[str]) -> str | None:
    """The unit that words of any language name, whatever their endings: `суток`, `долларов США`, `куб. м`."""
    bare = [word.rstrip(".") for word in words]
    if len(bare) == 1:
        return _one(bare[0])
    first = fold(bare[0])
    below = _one(bare[-1])
    powered = f"{below}{'2' if first in _SQUARE else '3' if first in _CUBIC else ''}"
    if len(bare) == 2 and below and powered != below and find(powered):
        return powered
    folded = [fold(word) for word in bare]
    american = "USD" if _one(bare[0]) == "USD" and folded[1:] in _AMERICA else None
    return _named("_".join(folded)) or _lemmatised(folded) or american


def per(word: str) -> str | None:
    """What a rate is per, by a word of any language: `год`, `сут`."""
    code = word if word in PER else unit([word.rstrip(".")])
    names = {name: code for code, name in PER.items()}
    return code if code in PER else names.get(code or "")


def bounds() -> Mapping[str, str]:
    """The relation that words in front of a number stand for, in small letters, where all languages agree on one."""
    return _agreed((words, sign) for words, sign in _bounds(lambda hedges: hedges))


def bounds_behind() -> Mapping[str, str]:
    """The same for words behind a number: `и более`, `or more`."""
    return _agreed((words, sign) for words, sign in _bounds(lambda hedges: hedges.get("after", {})))


def _one(word: str) -> str | None:
    """By its code, as analysts shorten it, or by its name."""
    if find(word):
        return word
    short = next((code for code, words in SPELT_UNITS.items() if word in words.split()), None)
    return short or _named(fold(word)) or (_lemmatised([fold(word)]) if len(word) > 2 else None)


@cache
def _scales() -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tags():
        for power, words in table(tag).get("scales", {}).items():
            if power in _POWERS:
                found |= {word: _POWERS[power] for word in words.split() if len(word) > 1}
    return found


@cache
def _units() -> Mapping[str, str]:
    """Units by their names, of which only those of one meaning count."""
    tables = [table(tag).get("units", {}) for tag in tags()]
    pairs = chain.from_iterable((*units.items(), *units.get("marks", {}).items()) for units in tables)
    named = ((word, code) for word, code in pairs if isinstance(code, str) and find(code) and len(word) > 1)
    return _agreed((fold(word.rstrip(".")), code) for word, code in named)


def _named(phrase: str) -> str | None:
    return _units().get(phrase)


def _lemmatised(words: Sequence[str]) -> str | None:
    """Every word may be inflected, in any one language."""
    for tag in tags():
        for forms in product(*(sorted(lemmas(word, tag)) for word in words)):
            if found := _named("_".join(forms)):
                return found
    return None


def _bounds(part: Callable[[dict[str, object]], object]) -> Iterator[tuple[str, str]]:
    for tag in tags():
        hedges = part(table(tag).get("hedges", {}))
        for kind, sign in _BOUNDS.items():
            words = hedges.get(kind, "") if isinstance(hedges, dict) else ""
            for phrase in str(words).split():
                first, _, rest = phrase.partition("_")  # a case that the number stands in is no word of the text
                yield (rest if first in _CASES else phrase).replace("_", " "), sign


def _agreed(pairs: Iterator[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for words, meaning in pairs:
        found.setdefault(words, set()).add(meaning)
    return {words: next(iter(meanings)) for words, meanings in found.items() if len(meanings) == 1}
