"""Which language a text is in, by its letters and its commonest words.

Only languages that the package reads, or that would be mistaken for one of them, are told apart; the answer for the
rest is the commonest language of the script. Deterministic, and light enough for every start.
"""

from __future__ import annotations

import re
import string
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

SAMPLE = 50_000
UNKNOWN = "und"
_WHOLE = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")  # no part of "A320neo"
_ENOUGH = 30  # letters of a text that hardly lacks all of those that its language needs


def _listed(name: str) -> dict[str, str]:
    """One column of languages.toml."""
    return {tag: row[name] for rows in _SCRIPTS.values() for tag, row in rows.items() if name in row}


_SCRIPTS: dict[str, dict[str, dict[str, str]]] = tomllib.loads(
    Path(__file__).with_name("languages.toml").read_text(encoding="utf-8")
)
_STOP = {tag: frozenset(word.encode() for word in words.split()) for tag, words in _listed("words").items()}
_LETTERS, _FOREIGN, _NEEDED, _SHOWN = map(_listed, ("letters", "foreign", "needed", "shown"))
RIVALS = {script: tuple(rows) for script, rows in _SCRIPTS.items()}
_OTHER_SCRIPTS = (
    ("\u0530", "\u058f", "hy"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", "ar"),
    ("\u0900", "\u097f", "hi"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u3040", "\u30ff", "ja"),
    ("\u4e00", "\u9fff", "zh"),
    ("\uac00", "\ud7af", "ko"),
)


# Letters are counted in UTF-8, where the first bytes of Cyrillic, of Latin and of other scripts are their own.
_ASCII = string.ascii_letters.encode()
_CYRILLIC, _LATIN = bytes(range(0xD0, 0xD4)), _ASCII + bytes(range(0xC3, 0xCA))
_OTHERS = bytes(range(0xD4, 0xF5))
_SIGNS = bytes(set(range(128)) - set(_ASCII))
_BLANKED = bytes.maketrans(_SIGNS, b" " * len(_SIGNS))
_MARKS = tuple(mark.encode() for mark in "«»“”„‘’–—…\u00a0")
_PECULIAR = re.compile(f"[{''.join(sorted({*''.join((*_LETTERS.values(), *_FOREIGN.values(), *_NEEDED.values()))}))}]")


def detect(text: str) -> str:
    """The BCP 47 tag of the language of a text; `und` where it has no letters.

    >>> detect("Бұл жылы экспорт екі есе өсті"), detect("Экспорт вырос вдвое"), detect("Exports doubled")
    ('kk', 'ru', 'en')
    """
    # A capital İ becomes two characters in small letters, which does no harm to a count.
    sample = text[:SAMPLE].lower()
    data = sample.encode("utf-8", "ignore")
    cyrillic, latin = _count(data, _CYRILLIC), _count(data, _LATIN)
    if _count(data, _OTHERS) > max(cyrillic, latin):
        other = _other_script(sample, max(cyrillic, latin))
        if other is not None:
            return other
    if not any(map(str.isalpha, sample)):
        return UNKNOWN
    script, size = ("cyrillic", cyrillic) if cyrillic >= latin else ("latin", latin)
    words, letters, rivals = _words(data), Counter(_PECULIAR.findall(sample)), RIVALS[script]
    return max(rivals, key=lambda tag: (_score(tag, letters, words, size), -rivals.index(tag)))


def _count(data: bytes, kind: bytes) -> int:
    """How many bytes are of a kind."""
    return len(data) - len(data.translate(None, kind))


def _other_script(sample: str, least: int) -> str | None:
    """The language of another script that more letters are of than some number."""
    letters = Counter(letter for letter in sample if letter.isalpha())
    others = {tag: _between(letters, low, high) for low, high, tag in _OTHER_SCRIPTS}
    return max(others, key=lambda tag: others[tag]) if max(others.values()) > least else None


class Evidence(NamedTuple):
    """How much of a text shows a language: its score, the words in its script and their letters' share of all."""

    tag: str
    score: float
    words: int
    share: float


def evidence(text: str) -> tuple[Evidence, ...]:
    """The languages of a text's script, the likeliest first; empty where no word or letter of its own shows one."""
    sample = text[:SAMPLE].lower()
    name, written = script(sample), _WHOLE.findall(sample)
    inside = [word for word in written if (word[0] >= "\u0400") == (name == "cyrillic")]
    words, size = Counter(word.encode() for word in inside), sum(map(len, inside))
    letters = Counter(_PECULIAR.findall(sample))
    rivals, share = RIVALS[name], size / max(sum(map(len, written)), 1)
    told = [Evidence(tag, _score(tag, letters, words, size), len(inside), share) for tag in rivals]
    ranked = sorted(told, key=lambda each: (-each.score, rivals.index(each.tag)))
    return tuple(ranked) if ranked[0].score > 0 else ()


def script(text: str) -> str:
    """`cyrillic` or `latin`: letters beyond ASCII take two bytes, and most of a Cyrillic text are such."""
    beyond = len(text.encode("utf-8", "replace")) - len(text)
    return "cyrillic" if 2 * beyond > len(text) - text.count(" ") else "latin"


@cache
def own_letters(*tags: str) -> re.Pattern[str] | None:
    """Any letter that one of some languages has and its rivals lack."""
    letters = "".join(_LETTERS.get(tag, "") for tag in tags)
    capitals = "".join(letter for letter in letters.upper() if not letter.isascii())  # that of «ı» is an I
    return re.compile(f"[{letters}{capitals}]") if letters else None


def _between(letters: Counter[str], low: str, high: str) -> int:
    return sum(count for letter, count in letters.items() if low <= letter <= high)


def _words(data: bytes) -> Counter[bytes]:
    for mark in _MARKS:
        data = data.replace(mark, b" ")
    return Counter(data.translate(_BLANKED).split())


def _score(tag: str, letters: Counter[str], words: Counter[bytes], size: int) -> float:
    """The share of the words that are the language's own small ones, and of the letters that only it has.

    One name with a foreign letter («орден „Достық“») weighs less than the small words of a sentence; a text of a few
    words without any is told by its letters.
    """
    small = sum(words[word] for word in words.keys() & _STOP[tag]) / max(words.total(), 1)
    own, foreign = (_share(letters, listed.get(tag, ""), size) for listed in (_LETTERS, _FOREIGN))
    if tag in _SHOWN and not own:
        return 0.0
    lacking = size >= _ENOUGH and tag in _NEEDED and not any(letters[letter] for letter in _NEEDED[tag])
    return small + (4 * own if own > 0.01 else 0) - 4 * foreign - (0.1 if lacking else 0)


def _share(letters: Counter[str], some: str, size: int) -> float:
    return sum(count for letter, count in letters.items() if letter in some) / max(size, 1)
