"""The main text told from the furniture of the page around it.

A page that was copied as text carries view counters, bylines, menus, lists of other articles and forms, whose numbers
state nothing about the article. They are known by where they stand and how they look, with a table of words to help;
what shows no sign of being furniture stays in the text, since a lost figure is worse than a superfluous one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from sverka.model.document import Block, BlockKind
from sverka.readers.dateline import dateline_of
from sverka.readers.lines import Shape, ends_sentence, holds_sentences
from sverka.readers.pagewords import bare, is_credit, page_words
from sverka.readers.paragraphs import Paragraph
from sverka.readers.tail import tail_start

_HEADER = 15
_HEADING = 140
_MENU_RUN = 4
_COUNTER = re.compile(r"\W{0,3}\d[\d  .,:]{0,12}(?:[kKкК]|тыс\.?)?\W{0,2}")
_TEMPLATE = re.compile(r"\W*(?:\[\[[^\]]*\]\]|\{\{[^}]*\}\}|\{%[^%]*%\}|<%[^%]*%>)\W*")
_WORD = r"(?:[^\W\d_][^\W\d_'’]+|[^\W\d_]\.)"
_NAME = re.compile(rf"{_WORD}(?:(?:\s+|-|(?<=\.)){_WORD}){{1,3}}")
_INITIAL = re.compile(r"[^\W\d_]+")

Sorted = tuple[BlockKind, str | None]
_TEXT: Sorted = (BlockKind.PARAGRAPH, None)


def blocks_of(paragraphs: Sequence[Paragraph], language: str) -> tuple[Block, ...]:
    """Every paragraph as a block of its kind, with the rule that made it furniture."""
    kinds: list[Sorted | None] = [_by_itself(each) for each in paragraphs]
    prose = [kinds[index] is None and is_prose(each) for index, each in enumerate(paragraphs)]
    tail, why = tail_start(paragraphs, prose)
    titled = len(paragraphs) > 1 and prose[0] and _of_margin(paragraphs[1], language) is not None
    first = next((i for i, each in enumerate(paragraphs) if _is_content(each, prose[i]) and i >= titled), None)
    if first is not None:
        _sort_header(paragraphs[:first], kinds, language)
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


def _by_itself(paragraph: Paragraph) -> Sorted | None:
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


def _sort_header(header: Sequence[Paragraph], kinds: list[Sorted | None], language: str) -> None:
    """The lines before the main text: title, counters, date, byline, section, menu."""
    for index, each in enumerate(header):
        kinds[index] = kinds[index] or _of_margin(each, language, is_title=index == 0)
    _sort_bylines(header, kinds)
    _sort_menu(header, kinds)


def _of_margin(paragraph: Paragraph, language: str, *, is_title: bool = False) -> Sorted | None:
    """A date, a counter or an author, in the margin above or below the main text."""
    text = paragraph.text
    if len(text) <= 100 and dateline_of(text, language):
        return BlockKind.DATELINE, None
    if _COUNTER.fullmatch(text) or (len(text) < 60 and page_words().counters.fullmatch(text)):
        return BlockKind.FURNITURE, "counter"
    short = text.count(" ") < 8 and not re.search(r"\d", text) and not ends_sentence(text)
    if not is_title and short and (page_words().roles.search(text) or _is_signed(text)):
        return BlockKind.FURNITURE, "byline"
    return None


def _sort_bylines(header: Sequence[Paragraph], kinds: list[Sorted | None]) -> None:
    """A name, or the name of a section, that stands against a counter, a date or a byline."""
    rules: tuple[tuple[Callable[[str], bool], str], ...] = ((is_name, "byline"), (_is_section, "section"))
    for _ in range(2):
        for index in range(1, len(header)):
            near = kinds[max(index - 1, 0) : index] + kinds[index + 1 : min(index + 2, len(header))]
            margin = any(kind and kind[0] is not BlockKind.HEADING for kind in near)
            if kinds[index] is None and margin:
                why = next((why for rule, why in rules if rule(header[index].text)), None)
                kinds[index] = (BlockKind.FURNITURE, why) if why else None


def _is_signed(text: str) -> bool:
    """«By Jane Doe», «Текст: Анна Ли»: a name after the word for its being the author's."""
    signed = page_words().signed.match(text)
    return signed is not None and is_name(text[signed.end() :])


def is_name(text: str) -> bool:
    """Two to four words or initials, each with a capital, and nothing else."""
    words = _INITIAL.findall(text)
    return len(text) <= 50 and bool(_NAME.fullmatch(text)) and all(word[0].isupper() for word in words)


def _is_section(text: str) -> bool:
    return len(text) <= 30 and text.count(" ") < 2 and text.replace(" ", "").isalpha()


def _sort_menu(header: Sequence[Paragraph], kinds: list[Sorted | None]) -> None:
    """Many short lines in a row above the text are the menu of the site."""
    index = 0
    while index < len(header):
        run = list(takewhile(lambda i: kinds[i] is None and _is_entry(header[i].text), range(index, len(header))))
        if len(run) >= _MENU_RUN:
            kinds[index : index + len(run)] = [(BlockKind.FURNITURE, "menu")] * len(run)
        index += len(run) + 1


def _is_entry(text: str) -> bool:
    return text.count(" ") < 3 and len(text) < 40 and not re.search(r"[\d.!?…,:;]", text)


def _sort_insets(
    paragraphs: Sequence[Paragraph], prose: Sequence[bool], kinds: list[Sorted | None], first: int, tail: int
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


def _sort_foot(paragraphs: Sequence[Paragraph], kinds: list[Sorted | None], foot: range, language: str) -> None:
    """The lines between the main text and the tail: author and date."""
    for index in foot:
        text = paragraphs[index].text
        kinds[index] = kinds[index] or _of_margin(paragraphs[index], language)
        if kinds[index] is None and is_name(text):
            kinds[index] = (BlockKind.FURNITURE, "byline")


def _sort_dates(kept: Sequence[Paragraph], kinds: list[Sorted | None], language: str) -> None:
    """A date on a line of its own near the top, though a lead stands before it, or a list of figures after it."""
    for index, each in enumerate(kept[:_HEADER] if len(kept) > 1 else ()):
        if kinds[index] is None and len(each.text) <= 60 and dateline_of(each.text, language):
            kinds[index] = (BlockKind.DATELINE, None)


def _sort_headings(
    paragraphs: Sequence[Paragraph], prose: Sequence[bool], kinds: list[Sorted | None], title_zone: int
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
