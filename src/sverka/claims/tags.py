"""The language tags of aliases."""

from __future__ import annotations

import re
import unicodedata

from sverka.claims.mistakes import Trouble, meant

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
# Codes of countries and names of languages that are written for a language's tag.
_MEANT = {
    "kz": "kk", "ua": "uk", "by": "be", "cn": "zh", "jp": "ja", "gr": "el", "cz": "cs", "dk": "da", "ge": "ka",
    "russian": "ru", "english": "en", "kazakh": "kk", "azerbaijani": "az", "turkish": "tr", "ukrainian": "uk",
    "русский": "ru", "английский": "en", "казахский": "kk", "азербайджанский": "az", "рус": "ru", "англ": "en",
    "rus": "ru", "eng": "en", "kaz": "kk", "aze": "az", "tur": "tr", "ukr": "uk",
}  # fmt: skip


def language_trouble(tag: str) -> Trouble | None:
    """The mistake in a tag that is not of BCP 47, or that is a country's where a language's is meant."""
    right = _MEANT.get(tag.casefold())
    if right:
        return meant("C219", {"word": tag}, right)
    if _TAG.fullmatch(tag):
        return None
    return Trouble("C219", {"word": tag}, "write a tag such as ru, en, kk or zh-Hant")


def alias_language(title: str) -> str:
    """The language that a title is taken to be in, by the script of its first letter.

    >>> alias_language("Middle Corridor"), alias_language("Срединный коридор"), alias_language("中欧班列")
    ('en', 'ru', '')
    """
    for letter in title:
        if letter.isalpha():
            script = unicodedata.name(letter, "").partition(" ")[0]
            return {"LATIN": "en", "CYRILLIC": "ru"}.get(script, "")
    return ""
