"""Lines of lists and tables, and the heading or lead-in that each stands under."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from sverka.model.document import BlockKind
from sverka.model.span import Span
from sverka.text.analysis import Analysis

# Each figure of a line asks what line it is in; so many lines are kept.
_KEPT = 64
_BULLETS = ("•", "- ", "– ", "— ", "* ", "· ", "‣ ")
# "3. The number of births": a line of a numbered list.
_NUMBERED = re.compile(r"\d{1,2}[.)] \w")
# A row of a list or a table has no more words than this, and no more rows stand under one heading.
ROW_WORDS = 12
ROWS = 20
# How far up a table its first line is looked for.
TABLE_ROWS = 60
# «2023 год – 4,4», "Q1 2025: 423": a label, a mark, and a number with at most a few words.
_DATA = re.compile(r"[^\n]{1,80}?(?:\s[–—−-]|:)\s+(?P<value>(?:[^\W\d]+,?\s+){0,3}[^\w\s]{0,2}\d[^\n:]{0,40})")
# A year alone is no number of a row: «Средний коридор: итоги 2024 года».
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"\w")
_CELLS = re.compile(r"\t|\|")
_FINAL = re.compile(r"[.!?…][»”\"’)*_]*$")


def is_row(analysis: Analysis, index: int) -> bool:
    """A sentence stands in a line of a list or a table: a short one, or one led by a bullet."""
    return _is_row(analysis, analysis.sentences[index].block)


@lru_cache(maxsize=_KEPT)
def _is_row(analysis: Analysis, block: int) -> bool:
    text = _text(analysis, block)
    return text.startswith(_BULLETS) or _NUMBERED.match(text) is not None or len(text.split()) <= ROW_WORDS


def is_data(analysis: Analysis, index: int) -> bool:
    """A sentence is a line of a table or a list of figures: a label and its numbers, and no prose."""
    return _is_data(analysis, analysis.sentences[index].block)


@lru_cache(maxsize=_KEPT)
def _is_data(analysis: Analysis, block: int) -> bool:
    text = _text(analysis, block)
    if cells(text):
        return True
    if len(text.split()) > ROW_WORDS or _FINAL.search(text):
        return False
    match = _DATA.fullmatch(text)
    return match is not None and _DIGIT.search(_YEAR.sub("", match["value"])) is not None


def cells(text: str) -> list[Span]:
    """The cells of a line of a table, within the line; none where it is no such line."""
    marks = [match.start() for match in _CELLS.finditer(text)]
    if not marks:
        return []
    starts, ends = [0, *(mark + 1 for mark in marks)], [*marks, len(text)]
    found = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    return [cell for cell in found if text[cell.start : cell.end].strip()] if text[0] == "|" else found


def header_of(analysis: Analysis, index: int) -> int | None:
    """The first line of the table that a sentence is a line of; None for that line itself, and outside of tables."""
    if not cells_of(analysis, index):
        return None
    first = index
    while first > 0 and index - first < TABLE_ROWS and cells_of(analysis, first - 1):
        if first < index and _is_header(analysis, analysis.sentences[first].block):
            break  # another table stands above
        first -= 1
    return first if first < index else None


@lru_cache(maxsize=_KEPT)
def _is_header(analysis: Analysis, block: int) -> bool:
    """A line of cells with words in each of them, and no number but years."""
    span = analysis.document.blocks[block].span
    texts = [analysis.text[cell.start : cell.end].strip() for cell in _cells_of(analysis, block)]
    return all(map(_WORDS.search, texts)) and _DIGIT.search(_YEAR.sub("", span.of(analysis.text))) is None


def cell_over(analysis: Analysis, index: int, offset: int) -> Span | None:
    """The cell of a table's first line over a place in one of its other lines."""
    header = header_of(analysis, index)
    if header is None:
        return None
    own, over = cells_of(analysis, index), cells_of(analysis, header)
    column = next((number for number, cell in enumerate(own) if cell.start <= offset < cell.end), None)
    return over[column] if column is not None and len(own) == len(over) else None


def cells_of(analysis: Analysis, index: int) -> list[Span]:
    """The cells of the line of a table that a sentence is; none outside of tables."""
    return _cells_of(analysis, analysis.sentences[index].block)


@lru_cache(maxsize=_KEPT)
def _cells_of(analysis: Analysis, block: int) -> list[Span]:
    span = analysis.document.blocks[block].span
    return [Span(span.start + cell.start, span.start + cell.end) for cell in cells(span.of(analysis.text))]


def is_title(analysis: Analysis, index: int) -> bool:
    """A sentence is a heading, or a short line of its own that no full stop ends."""
    return is_heading(analysis, index) or _is_title(analysis, analysis.sentences[index].block)


def is_heading(analysis: Analysis, index: int) -> bool:
    block = analysis.sentences[index].block
    return analysis.document.blocks[block].kind is BlockKind.HEADING and not _is_data(analysis, block)


def lead_of(analysis: Analysis, index: int) -> int | None:
    """The last sentence of the heading that a sentence's paragraph stands right under; for a row, of the heading, the
    title, or the line that ends in a colon, that its list stands under. None where there is none."""
    first = analysis.sentences[index].block
    above = bisect_left(analysis.sentences, first, key=lambda sentence: sentence.block)
    is_listed, in_table, in_cells = is_row(analysis, index), _is_data(analysis, first), bool(cells_of(analysis, index))
    for earlier in range(above - 1, max(-1, above - 1 - ROWS * ROW_WORDS), -1):
        sentence = analysis.sentences[earlier]
        if is_heading(analysis, earlier) or analysis.text[sentence.span.end - 1] == ":":
            return earlier
        is_table = _is_data(analysis, sentence.block)
        if is_table and bool(cells_of(analysis, earlier)) != in_cells:
            return None  # another table
        if in_table and not is_table and _is_title(analysis, sentence.block):
            return earlier
        if not is_listed or not is_row(analysis, earlier) or first - sentence.block > ROWS:
            return None
        if in_table and not is_table and not _text(analysis, sentence.block).startswith(_BULLETS):
            return None
    return None


def _is_title(analysis: Analysis, block: int) -> bool:
    """A short line that no full stop ends: «Население на 1 января»."""
    text = _text(analysis, block)
    return len(text.split()) <= ROW_WORDS and not _FINAL.search(text) and not text.startswith(_BULLETS)


def _text(analysis: Analysis, block: int) -> str:
    span = analysis.document.blocks[block].span
    return analysis.text[span.start : min(span.end, span.start + 200)]
