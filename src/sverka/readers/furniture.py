"""The main text told from the furniture of the page around it.

A page that was copied as text carries view counters, bylines, menus, lists of other articles and forms, whose numbers
state nothing about the article. They are known by where they stand and how they look, with a table of words to help;
what shows no sign of being furniture stays in the text, since a lost figure is worse than a superfluous one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sverka.model.document import Block, BlockKind
from sverka.readers.dateline import dateline_of
from sverka.readers.lines import Shape, ends_sentence, holds_sentences
from sverka.readers.margin import Sort, is_name, of_margin, sort_header
from sverka.readers.pagewords import bare, is_credit, page_words
from sverka.readers.paragraphs import Paragraph
from sverka.readers.tail import tail_start

_HEADER = 15
_HEADING = 140
_TEMPLATE = re.compile(r"\W*(?:\[\[[^\]]*\]\]|\{\{[^}]*\}\}|\{%[^%]*%\}|<%[^%]*%>)\W*")

_TEXT: Sort = (BlockKind.PARAGRAPH, None)


def blocks_of(paragraphs: Sequence[Paragraph], language: str) -> tuple[Block, ...]:
    """Every paragraph as a block of its kind, with the rule that made it furniture."""
    kinds: list[Sort | None] = [_by_itself(each) for each in paragraphs]
    prose = [kinds[index] is None and is_prose(each) for index, each in enumerate(paragraphs)]
    tail, why = tail_start(paragraphs, prose)
    titled = len(paragraphs) > 1 and prose[0] and of_margin(paragraphs[1], language) is not None
    first = next((i for i, each in enumerate(paragraphs) if _is_content(each, prose[i]) and i >= titled), None)
    if first is not None:
        sort_header(paragraphs[:first], kinds, language)
        _sort_insets(paragraphs, prose, kinds, first, tail)
        last = max((i for i in range(first, tail) if _is_content(paragraphs[i], prose[i])), default=first)
        _sort_foot(paragraphs, kinds, range(last + 1, tail), language)
    _sort_dates(paragraphs[:tail], kinds, language)
    for index in range(tail, len(paragraphs)):
        kind = kinds[index]
        kinds[index] = kind if kind and kind[0] is BlockKind.FURNITURE else (BlockKind.FURNITURE, why)
    _sort_headings(paragraphs, prose, kinds, len(paragraphs) if first is None else first)
    return tuple(Block(each.span, *(kind or _TEXT)) for each, kind in zip(paragraphs, kinds, strict=True))


def is_prose(paragraph: Paragraph) -> bool:
    """The paragraph is written in sentences."""
    text = paragraph.text
    words = text[:600].count(" ") + 1
    if holds_sentences(text) or len(text) >= 200:
        return True
    return words >= 3 and ends_sentence(text) and text[-1] != "?"


def _is_content(paragraph: Paragraph, prose: bool) -> bool:
    """The main text has begun: a sentence, an entry of a list, a row of a table."""
    return prose or paragraph.shape in (Shape.ITEM, Shape.ROW)


def _by_itself(paragraph: Paragraph) -> Sort | None:
    """What needs no neighbours to be known."""
    text = paragraph.text
    if paragraph.shape is Shape.APART:
        return BlockKind.FURNITURE, paragraph.why
    if paragraph.shape is Shape.HEADING:
        return BlockKind.HEADING, None
    if len(text) < 200 and _TEMPLATE.fullmatch(text):
        return BlockKind.FURNITURE, "template"
    if is_credit(text):
        return BlockKind.FURNITURE, "photo credit"
    return None


def _sort_insets(
    paragraphs: Sequence[Paragraph], prose: Sequence[bool], kinds: list[Sort | None], first: int, tail: int
) -> None:
    """A pointer to another article between two paragraphs: a marker and the headlines that stand against it."""
    strong = page_words().strong
    for index in range(first, tail):
        text = paragraphs[index].text
        head, colon, _ = text.partition(":")
        if len(text) > 200 or kinds[index] is not None:
            continue
        if bare(text) in strong:
            for inset in range(index, _inset_end(paragraphs, prose, index, tail)):
                kinds[inset] = (BlockKind.FURNITURE, "pointer to another article")
        elif colon and " " in head.strip() and bare(head) in strong:
            kinds[index] = (BlockKind.FURNITURE, "pointer to another article")


def _inset_end(paragraphs: Sequence[Paragraph], prose: Sequence[bool], marker: int, tail: int) -> int:
    """The first headline may stand apart from its marker; the next ones stand close to it, as a heading does not."""
    end = marker + 1
    while end < min(marker + 6, tail) and not prose[end] and (end == marker + 1 or paragraphs[end].gap == 0):
        end += 1
    return end


def _sort_foot(paragraphs: Sequence[Paragraph], kinds: list[Sort | None], foot: range, language: str) -> None:
    """The lines between the main text and the tail: author and date."""
    for index in foot:
        text = paragraphs[index].text
        kinds[index] = kinds[index] or of_margin(paragraphs[index], language)
        if kinds[index] is None and is_name(text):
            kinds[index] = (BlockKind.FURNITURE, "byline")


def _sort_dates(kept: Sequence[Paragraph], kinds: list[Sort | None], language: str) -> None:
    """A date on a line of its own near the top, though a lead stands before it, or a list of figures after it."""
    for index, each in enumerate(kept[:_HEADER] if len(kept) > 1 else ()):
        if kinds[index] is None and len(each.text) <= 60 and dateline_of(each.text, language):
            kinds[index] = (BlockKind.DATELINE, None)


def _sort_headings(
    paragraphs: Sequence[Paragraph], prose: Sequence[bool], kinds: list[Sort | None], title_zone: int
) -> None:
    """A short line without a full stop, with text to head."""
    below: int | None = None
    for index in range(len(paragraphs) - 1, -1, -1):
        if kinds[index] is None and below is not None:
            heads = _heads(paragraphs[index], paragraphs[below], prose[below])
            stacked = index < title_zone and kinds[below] == (BlockKind.HEADING, None)
            if (heads or (stacked and _may_head(paragraphs[index]))) and not prose[index]:
                kinds[index] = (BlockKind.HEADING, None)
        kind = kinds[index]
        if kind is None or kind[0] is BlockKind.HEADING:
            below = index


def _heads(heading: Paragraph, text: Paragraph, prose: bool) -> bool:
    return _may_head(heading) and _is_content(text, prose) and len(heading.text) < max(len(text.text), 60)


def _may_head(paragraph: Paragraph) -> bool:
    text = paragraph.text
    closed = text.endswith((".", "…", ":", ";", ","))
    return paragraph.shape is Shape.TEXT and len(text) <= _HEADING and not closed
