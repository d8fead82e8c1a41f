"""Letters of other alphabets that look like Latin ones on a screen, which no eye can find."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.tokens import Token
from sverka.model.claim import Name

LOOKALIKES = str.maketrans("АВСЕНІЈКМОРЅТХҮЗаеіјорсухукмтһԁ", "ABCEHIJKMOPSTXY3aeijopcyxykmthd")


def latin(word: str) -> str:
    """The word with every letter that only looks Latin made Latin.

    >>> latin("Мt")
    'Mt'
    """
    return word if word.isascii() else word.translate(LOOKALIKES)


def odd(word: str) -> str:
    """The letters of a word that only look Latin."""
    return ", ".join(dict.fromkeys(letter for letter in word if latin(letter) != letter))


def foreign_letters(word: str) -> Trouble:
    """The mistake in a word of the language that is typed with letters of another alphabet."""
    return Trouble("C302", {"word": word, "right": latin(word), "letters": odd(word)})


def noted(names: Mapping[str, Name], used: Mapping[str, Token], notes: Notes) -> None:
    """Notes each undeclared name that looks on a screen like another and is not."""
    seen: dict[str, str] = {}
    for id in sorted(names, key=lambda id: (not names[id].declared, latin(id) != id)):
        other = seen.setdefault(latin(id), id)
        if other != id and not names[id].declared and (names[other].declared or is_mixed(id)):
            letters = odd(id) or "Latin ones"
            right = other if used[id].kind == "NAME" else f'"{other}"'
            notes.add(used[id], Trouble("C407", {"word": id, "right": other, "letters": letters}, mend=right))


def is_mixed(word: str) -> bool:
    """Latin letters and others stand in one word."""
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in word if letter.isalpha()}
    return "LATIN" in scripts and len(scripts) > 1
