"""Letters of another alphabet that look like those of the word they stand in: «Aқтау» with a Latin A."""

from __future__ import annotations

import re

# Latin letters that a typist may take for Cyrillic ones, and the other way round: no eye tells them apart.
_LATIN, _CYRILLIC = "ABCEHIKMOPTXaceiopxyhəƏɵƟëË", "АВСЕНІКМОРТХасеіорхуһәӘөӨёЁ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_LATINS, _CYRILLICS = "A-Za-zÀ-ÖØ-öø-ɏəɵ", "Ѐ-ԯ"
_MEETING = re.compile(f"[{_LATINS}][{_CYRILLICS}]|[{_CYRILLICS}][{_LATINS}]")
_WORD = re.compile(f"[{_LATINS}{_CYRILLICS}]+")
_CYRILLIC_LETTER = re.compile(f"[{_CYRILLICS}]")
_STRANGE_LATIN = re.compile(f"[{_LATINS}](?<![{_LATIN}])")
_STRANGE_CYRILLIC = re.compile(f"[{_CYRILLICS}](?<![{_CYRILLIC}])")


def unmixed(text: str) -> str:
    """The text, as long as it was, with each word of two alphabets in one.

    It is the alphabet of the letters that have no like in the other, else that of most of its letters; where both have
    such letters, as in «TEUға», or none has more, the word stays as it is.

    >>> unmixed("Aқтау, gәlir, TEUға") == "Ақтау, gəlir, TEUға"
    True
    """
    if text.isascii() or _MEETING.search(text) is None:
        return text
    return _WORD.sub(lambda match: _in_one(match[0]), text)


def _in_one(word: str) -> str:
    if _MEETING.search(word) is None:
        return word
    latin, cyrillic = _STRANGE_LATIN.search(word) is not None, _STRANGE_CYRILLIC.search(word) is not None
    if latin and cyrillic:
        return word
    cyrillics = len(_CYRILLIC_LETTER.findall(word))
    more = latin - cyrillic or len(word) - 2 * cyrillics
    return word.translate(_TO_LATIN if more > 0 else _TO_CYRILLIC) if more else word
