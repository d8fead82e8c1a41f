"""Numbers that label rather than state: links, phones, times, scores, versions, "№ 125", list numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sverka.model.document import Block
from sverka.model.span import Span

# Firm shapes hold even where a date could be read in them. Of those that begin otherwise than in a digit, one of the
# signs stands in each, and no line breaks.
_SIGNED = re.compile(
    r"\((?:EU|EC|EEC)\) (?:No\.? )?\d{1,4}/\d{1,4}"
    r"|(?:https?://|www\.)[^\s<>«»\"]*[^\s<>«»\".,;:!?)]"
    r"|(?<!\S)[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}"
    r"|(?<![\w.])[a-z0-9-]{1,63}\.(?:kz|ru|az|uz|kg|com|org|net|info|gov|uk|eu)/(?:[^\s<>«»\"]*[^\s<>«»\".,;:!?)])?"
    r"|(?<![\d\w])\+\d{1,3}[ \u00a0-]?\(?\d{2,5}\)?(?:[ \u00a0-]?\d{2,4}){2,4}(?!\d)"
    r"|(?<![\d\w])8?[ \u00a0]?\(\d{3,5}\)[ \u00a0]?\d{1,3}(?:[ \u00a0-]?\d{2,3}){1,3}(?!\d)"
)
_SIGNS = ("(", "/", "@", "+", "www.")
# The others begin where a run of digits does.
_NUMBERED = re.compile(
    r"(?<![\d\w-])8-\d{3,4}(?:-\d{2,4}){2,3}(?![\d-])"
    r"|(?<![\d\w.-])(?:1-)?\d{3}-\d{3}-\d{4}(?![\d-])"
    r"|(?<![\d\w.,])(?<!\d[ \u00a0])0[1-9]\d{1,3}[ \u00a0]\d{3,4}(?:[ \u00a0]\d{3,4})?(?![\d.,])"
    r"|(?<![\d\w.,$€£])(?:[01]\d|2[0-4])[0-5]\d[ \u00a0]?(?:GMT|UTC|BST|CET|EST|EDT)\b"
    r"|(?<![\d\w.,$€£])(?:1[0-2]|0?[1-9])[.:][0-5]\d[ \u00a0]?[ap]\.?m\b"
)
_DIGITS = re.compile(r"\d+")
_DIGIT = re.compile(r"\d")
_SOFT = re.compile(
    r"(?<![\w-])(?:\d:)?\d{1,2}-(?!to|by|at|of)[a-z]{2}-\d{3,7}(?![\w-])"
    r"|(?<![\d.,:])\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?(?:,\d{1,3})?(?![\d:])(?:\s?[ap]\.?m\b)?"
    r"|(?<![\d.,:])\d{1,2}\.[0-5]\d,\d{1,2}(?![\d.,]*\d)"
    r"|(?<![\d.,:])\d{1,3}:\d{1,3}(?![\d:])"
    r"|(?<![\d.,])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"
    r"|(?<![\d.,])\d{1,2}\.\d{1,2}\.\d{1,4}(?!\.?\d)"
    r"|(?<=\bv)\d+(?:\.\d+)+"
    r"|(?<=ISBN[ :])\d{1,5}(?:-[\dX]{1,7}){2,4}"
    r"|(?:(?<![^\n])|(?<=[.!?:…] ))\d{1,2}/(?=[^\S\n]+[^\W\d_a-zа-яё])"
    r"|(?<![\d/])(?:24/7|50/50|9/11|20/20)(?![\d/])"
    r"|(?<![\d/])\d{1,4}(?:/\d{1,4}){2,3}(?![\d/])"
    r"|(?:[№#]|\bNo\.)[ \u00a0\u2009\u202f]?\d[\d/]{0,15}(?:-[\w]{1,8}){0,3}"
)
# Where one of those can begin: what follows a digit begins none.
_MAY_BEGIN = re.compile(r"[\d№#N]\d*")
_ITEM = re.compile(r"(?:(?<![^\n])|(?<=[.!?:;…] ))[1-9]\d?(?=[.)] [^\W\d_a-zа-яё])")
_LIST = re.compile(r"^[^\S\n]*(?P<number>\d{1,3})[.)](?=[^\S\n].*\S)", re.MULTILINE)


# The hours before the entries of a running report: «09.20 Министр вышел к прессе».
_CLOCK = re.compile(
    r"^[^\S\n]*(?P<number>(?:[01]\d|2[0-3])\.[0-5]\d)(?=[^\S\n]+[^\W\d_a-zа-яё].*\s.*\s.*\s)", re.MULTILINE
)


def firm_references(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Span, str]]:
    """Links, addresses and phones in blocks of a text, each with what it is."""
    for start, end in (bounds for block in blocks for bounds in _lines(text, block.span)):
        last = start
        for span in sorted((*_signed(text, start, end), *_numbered(text, start, end))):
            if span.start >= last:
                last = span.end
                yield span, "a link, an address or a phone"


def _signed(text: str, start: int, end: int) -> Iterator[Span]:
    line = text[start:end]
    if any(sign in line for sign in _SIGNS) and _DIGIT.search(line) is not None:
        for match in _SIGNED.finditer(text, start, end):
            if _DIGIT.search(match.group()) is not None:
                yield Span(match.start(), match.end())


def _numbered(text: str, start: int, end: int) -> Iterator[Span]:
    for run in _DIGITS.finditer(text, start, end):
        match = _NUMBERED.match(text, run.start(), end)
        if match is not None:
            yield Span(match.start(), match.end())


def _lines(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    for line in span.of(text).split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def soft_references(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Span, str]]:
    """Times, scores, versions, numbers of documents and of list items; a date takes precedence over them."""
    end = 0
    for run in (run for block in blocks for run in _MAY_BEGIN.finditer(text, block.span.start, block.span.end)):
        match = _SOFT.match(text, run.start()) if run.start() >= end else None
        if match is not None:
            end = match.end()
            yield Span(match.start(), end), "a time, a score or a number of something"
    yield from _hours(text, blocks)
    for block in blocks:
        for item in _LIST.finditer(block.span.of(text)):
            first, last = item.span("number")
            yield Span(block.span.start + first, block.span.start + last), "the number of a list item"
        yield from ((span, "the number of a list item") for span in _items(text, block.span))


def _items(text: str, within: Span) -> Iterator[Span]:
    """The numbers of a list that runs on in one paragraph, "1. Prices rose. 2. Wages fell.": they count up from one."""
    found: list[Span] = []
    for match in _ITEM.finditer(text, within.start, within.end):
        if int(match.group()) == len(found) + 1:
            found.append(Span(match.start(), match.end()))
    return iter(found if len(found) > 1 else ())


def _hours(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Span, str]]:
    """Hours with a point, where several lines begin with one, at least one of them with a nought, as no price does."""
    found = [
        Span(block.span.start + match.start("number"), block.span.start + match.end("number"))
        for block in blocks
        for match in _CLOCK.finditer(block.span.of(text))
    ]
    if len(found) > 1 and any(text[span.start] == "0" for span in found):
        yield from ((span, "a time of day") for span in found)
