"""Which language a text is in, by its letters and its commonest words.

Only languages that the package reads, or that would be mistaken for one of them, are told apart; the answer for the
rest is the commonest language of the script. Deterministic, and light enough for every start.
"""

from __future__ import annotations

import re
from collections import Counter

SAMPLE = 50_000
UNKNOWN = "und"
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = {
    "ru": "и в на с по что не для из за от как это его он она они до к о был была было или также при",
    "kk": "және мен пен бен бұл үшін бойынша да де туралы деп жылы ол осы бар дейін",
    "uk": "і та в у на з що не для це його як від до про був була або також",
    "en": "the of and to in a is that for on with by as at from was were it an be",
    "az": "və bu ilə üçün də da bir olan ki ildə daha kimi isə",
    "tr": "ve bu ile için de da bir olan ki yılında daha gibi ise",
}
_STOP = {tag: frozenset(words.split()) for tag, words in _SMALL_WORDS.items()}
# Letters that a language has and one of its rivals lacks, and letters that it never has.
_LETTERS = {"kk": "әғқңөұүһі", "uk": "їєґі", "az": "əşğı", "tr": "şğı"}
_FOREIGN = {"tr": "əxq", "uk": "ыэъёқғұә"}
_RIVALS = {"cyrillic": ("ru", "kk", "uk"), "latin": ("en", "az", "tr")}
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


def detect(text: str) -> str:
    """The BCP 47 tag of the language of a text; `und` where it has no letters.

    >>> detect("Бұл жылы экспорт екі есе өсті"), detect("Экспорт вырос вдвое"), detect("Exports doubled")
    ('kk', 'ru', 'en')
    """
    # A capital İ becomes two characters in small letters, which does no harm to a count.
    sample = text[:SAMPLE].lower()
    letters = Counter(letter for letter in sample if letter.isalpha())
    cyrillic = sum(count for letter, count in letters.items() if "\u0400" <= letter <= "\u04ff")
    latin = sum(count for letter, count in letters.items() if letter < "\u0250" or letter == "ə")
    others = {tag: _between(letters, low, high) for low, high, tag in _OTHER_SCRIPTS}
    if not letters:
        return UNKNOWN
    if max(others.values()) > max(cyrillic, latin):
        return max(others, key=lambda tag: others[tag])
    script, size = ("cyrillic", cyrillic) if cyrillic >= latin else ("latin", latin)
    words = Counter(_WORD.findall(sample))
    rivals = _RIVALS[script]
    return max(rivals, key=lambda tag: (_score(tag, letters, words, size), -rivals.index(tag)))


def _between(letters: Counter[str], low: str, high: str) -> int:
    return sum(count for letter, count in letters.items() if low <= letter <= high)


def _score(tag: str, letters: Counter[str], words: Counter[str], size: int) -> float:
    """The share of the words that are the language's own small ones, and of the letters that only it has.

    One name with a foreign letter («орден „Достық“») weighs less than the small words of a sentence; a text of a few
    words without any is told by its letters.
    """
    total = max(sum(words.values()), 1)
    small = sum(words[word] for word in _STOP[tag]) / total
    own = sum(letters[letter] for letter in _LETTERS.get(tag, "")) / max(size, 1)
    foreign = sum(letters[letter] for letter in _FOREIGN.get(tag, "")) / max(size, 1)
    return small + (4 * own if own > 0.01 else 0) - 4 * foreign
