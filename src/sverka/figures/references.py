"""Numbers that label rather than state: links, phones, times, scores, versions, "№ 125", list numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sverka.model.document import Block
from sverka.model.span import Span

# Firm shapes hold even where a date could be read in them.
_FIRM = re.compile(
    r"(?:https?://|www\.)[^\s<>«»\"]*[^\s<>«»\".,;:!?)]"
    r"|(?<!\S)[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}"
    r"|(?<![\w.])[a-z0-9-]{1,63}\.(?:kz|ru|az|uz|kg|com|org|net|info|gov|uk|eu)/(?:[^\s<>«»\"]*[^\s<>«»\".,;:!?)])?"
    r"|(?<![\d\w])\+\d{1,3}[ \u00a0-]?\(?\d{2,5}\)?(?:[ \u00a0-]?\d{2,4}){2,4}(?!\d)"
    r"|(?<![\d\w])8?[ \u00a0]?\(\d{3,5}\)[ \u00a0]?\d{1,3}(?:[ \u00a0-]?\d{2,3}){1,3}(?!\d)"
    r"|(?<![\d\w-])8-\d{3,4}(?:-\d{2,4}){2,3}(?![\d-])"
)
_SOFT = re.compile(
    r"(?<![\d.,:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])(?:\s?[ap]\.?m\b)?"
    r"|(?<![\d.,:])\d{1,3}:\d{1,3}(?![\d:])"
    r"|(?<![\d.,])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"
    r"|(?<![\d.,])\d{1,2}\.\d{1,2}\.\d{1,4}(?![\d.])"
    r"|(?<=\bv)\d+(?:\.\d+)+"
    r"|(?<![\d/])(?:24/7|50/50)(?![\d/])"
    r"|(?<![\d/])\d{1,4}(?:/\d{1,4}){2,3}(?![\d/])"
    r"|(?:[№#]|\bNo\.)[ \u00a0\u2009\u202f]?\d[\d/]{0,15}(?:-[\w]{1,8}){0,3}"
)
_LIST = re.compile(r"\s*(?P<number>\d{1,3})[.)](?=\s)")


def firm_references(text: str) -> Iterator[tuple[Span, str]]:
    """Links, addresses and phones of a text, each with what it is."""
    for match in _FIRM.finditer(text):
        if any(letter.isdigit() for letter in match.group()):
            yield Span(match.start(), match.end()), "a link, an address or a phone"


def soft_references(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[Span, str]]:
    """Times, scores, versions, numbers of documents and of list items; a date takes precedence over them."""
    for match in _SOFT.finditer(text):
        yield Span(match.start(), match.end()), "a time, a score or a number of something"
    for block in blocks:
        for line in re.finditer(r"^.+$", block.span.of(text), re.MULTILINE):
            item = _LIST.match(line.group())
            if item is not None and item.end() < len(line.group().rstrip()):
                start = block.span.start + line.start()
                yield Span(start + item.start("number"), start + item.end("number")), "the number of a list item"
