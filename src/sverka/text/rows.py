"""Lines of lists and tables, and the heading or lead-in that each stands under."""

from __future__ import annotations

from bisect import bisect_left

from sverka.model.document import BlockKind
from sverka.text.analysis import Analysis

_BULLETS = ("•", "- ", "– ", "* ", "· ", "‣ ")
# A row of a list or a table has no more words than this, and no more rows stand under one heading.
ROW_WORDS = 12
ROWS = 20


def is_row(analysis: Analysis, index: int) -> bool:
    """A sentence stands in a line of a list or a table: a short one, or one led by a bullet."""
    span = analysis.block_of(analysis.sentences[index]).span
    text = analysis.text[span.start : min(span.end, span.start + 200)]
    return text.startswith(_BULLETS) or len(text.split()) <= ROW_WORDS


def is_heading(analysis: Analysis, index: int) -> bool:
    return analysis.block_of(analysis.sentences[index]).kind is BlockKind.HEADING


def lead_of(analysis: Analysis, index: int) -> int | None:
    """The last sentence of the heading that a sentence's paragraph stands right under; for a row, of the heading, or
    the line that ends in a colon, that its list stands under. None where there is none."""
    first = analysis.sentences[index].block
    above = bisect_left(analysis.sentences, first, key=lambda sentence: sentence.block)
    is_listed = is_row(analysis, index)
    for earlier in range(above - 1, max(-1, above - 1 - ROWS * ROW_WORDS), -1):
        sentence = analysis.sentences[earlier]
        if is_heading(analysis, earlier) or analysis.text[sentence.span.end - 1] == ":":
            return earlier
        if not is_listed or not is_row(analysis, earlier) or first - sentence.block > ROWS:
            return None
    return None
