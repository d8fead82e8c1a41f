"""A line that says of what day a page is."""

from __future__ import annotations

import re

from sverka.model.period import Period
from sverka.readers.pagewords import page_words
from sverka.text.dates import parse_dateline

_PARTS = re.compile(r"\s+[|•·/]\s+|\s{2,}|\t")
_PLACE = re.compile(r"[^\W\d_a-zа-я][^\W\d_]*(?:[ -][^\W\d_]+){0,2}[,.]\s+")
_AGENCY = re.compile(r"(?P<head>[^\n]{4,80}?)(?:\s[–—-]\s|\s*[–—]\s|\.\s)")


def dateline_of(line: str, language: str) -> Period | None:
    """The period that a line names when it does nothing else; the word "published" and the section may stand by it."""
    if not re.search(r"\d", line) or len(line) > 100:
        return None
    placed = _PLACE.match(line)
    for part in (
        line,
        *(_PARTS.split(line) if _PARTS.search(line) else ()),
        *([line[placed.end() :]] if placed else ()),
    ):
        labelled = page_words().dated.match(part)
        found = parse_dateline(part[labelled.end() :] if labelled else part, language)
        if found:
            return found
    return None


def opening_of(paragraph: str, language: str) -> Period | None:
    """The date in the opening of an agency's text: «БАКУ, 3 марта 2025 (АГЕНТСТВО) – Премьер-министр…»."""
    opening = _AGENCY.match(paragraph[:100])
    if opening is None or "," not in opening["head"]:
        return None
    _, _, rest = opening["head"].partition(",")
    return parse_dateline(re.sub(r"\([^)]*\)|/[^/]*/", "", rest).strip(" ,./"), language)
