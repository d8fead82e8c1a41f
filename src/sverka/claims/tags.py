"""The language tags of aliases."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from sverka.claims.mistakes import Trouble, meant
from sverka.model.claim import Alias

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


def title_languages(title: str, aliases: Iterable[Alias]) -> tuple[str, ...]:
    """The languages that a title may be in: that of its script, and that of the aliases in the same script where all
    of them are in one: «Жетісу облысы» beside Kazakh ones is Kazakh.

    >>> [title_languages(title, ()) for title in ("Middle Corridor", "Срединный коридор", "中欧班列")]
    [('en',), ('ru',), ('',)]
    """
    script = _script(title)
    alike = {alias.language for alias in aliases if _script(alias.text) == script}
    return tuple(
        dict.fromkeys(({"LATIN": "en", "CYRILLIC": "ru"}.get(script, ""), *(alike if len(alike) == 1 else ())))
    )


def _script(text: str) -> str:
    """The script of the first letter; empty where there is none."""
    letter = next((letter for letter in text if letter.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""
