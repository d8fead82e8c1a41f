"""The words around a figure, as much as a reader needs to see what it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from sverka.model.document import Document
from sverka.model.span import Span

_STOP = re.compile(r"(\w*)[.!?…]+[»”\"')\]]*\s+|[。！？]+|\n\s*")
_LONGEST = 360


@dataclass(frozen=True, slots=True)
class Context:
    """The words around a figure, and whether the sentence goes on before or after them."""

    span: Span
    is_cut_before: bool
    is_cut_after: bool


def sentence_around(document: Document, span: Span, longest: int = _LONGEST) -> Context:
    """The sentence that a span stands in, for reading only; at most about `longest` characters around the span.

    It never leaves the span's block. An initial or an abbreviation of one or two letters ends no sentence.
    """
    block = _block_around(document, span)
    low, high = max(block.start, span.start - longest // 2), min(block.end, span.end + longest // 2)
    begun = _last_begin(document.text, low, span.start)
    ended = _first_end(document.text, span.end, high)
    is_cut_before = begun is None and low > block.start
    is_cut_after = ended is None and high < block.end
    start = begun or (_next_word(document.text, low, span.start) if is_cut_before else low)
    end = ended or (_last_word(document.text, span.end, high) if is_cut_after else high)
    return Context(Span(start, end), is_cut_before, is_cut_after)


def _last_begin(text: str, low: int, high: int) -> int | None:
    """Where the last sentence before `high` begins, if it begins after `low`."""
    begins = [stop.end() for stop in _STOP.finditer(text, low, high) if _ends_sentence(text, stop)]
    return begins[-1] if begins else None


def _first_end(text: str, low: int, high: int) -> int | None:
    """Where the first sentence after `low` ends, its mark included, if that is before `high`."""
    stops = (stop for stop in _STOP.finditer(text, low, high) if _ends_sentence(text, stop))
    return next((stop.start() + len(stop[0].rstrip()) for stop in stops), None)


def _block_around(document: Document, span: Span) -> Span:
    at = bisect_right(document.blocks, span.start, key=lambda block: block.span.start) - 1
    block = document.blocks[at].span if at >= 0 else Span(0, len(document.text))
    if not block.covers(span):
        block = Span(min(block.start, span.start), max(block.end, span.end)) if block.overlaps(span) else span
    return block


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    if stop[1] is not None and "." in stop[0] and stop[1].isalpha() and len(stop[1]) <= 2:
        return False
    following = text[stop.end() : stop.end() + 3].lstrip("«“\"'(—–- ")[:1]
    return not following.islower()


def _next_word(text: str, low: int, high: int) -> int:
    """The first beginning of a word from `low` on."""
    found = re.compile(r"\s\S").search(text, low, high)
    return found.start() + 1 if found else low


def _last_word(text: str, low: int, high: int) -> int:
    """The end of the last whole word before `high`."""
    at = high
    while at > low and not text[at].isspace():
        at -= 1
    return at if at > low else high
