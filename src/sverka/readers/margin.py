"""The margin of a page: what stands above and below the article, and says of it who wrote it, when, for how many."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from sverka.model.document import BlockKind
from sverka.readers.dateline import dateline_of
from sverka.readers.lines import ends_sentence
from sverka.readers.pagewords import page_words
from sverka.readers.paragraphs import Paragraph

_MENU_RUN = 4
_COUNTER = re.compile(r"\W{0,3}\d[\d  .,:]{0,12}(?:[kKкК]|тыс\.?)?\W{0,2}")
_WORD = r"(?:[^\W\d_][^\W\d_'’]+|[^\W\d_]\.)"
_NAME = re.compile(rf"{_WORD}(?:(?:\s+|-|(?<=\.)){_WORD}){{1,3}}")
_INITIAL = re.compile(r"[^\W\d_]+")

Sort = tuple[BlockKind, str | None]


def sort_header(header: Sequence[Paragraph], kinds: list[Sort | None], language: str) -> None:
    """The lines before the main text: title, counters, date, byline, section, menu."""
    for index, each in enumerate(header):
        kinds[index] = kinds[index] or of_margin(each, language, is_title=index == 0)
    _sort_bylines(header, kinds)
    _sort_menu(header, kinds)


def of_margin(paragraph: Paragraph, language: str, *, is_title: bool = False) -> Sort | None:
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


def _sort_bylines(header: Sequence[Paragraph], kinds: list[Sort | None]) -> None:
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


def _sort_menu(header: Sequence[Paragraph], kinds: list[Sort | None]) -> None:
    """Many short lines in a row above the text are the menu of the site."""
    index = 0
    while index < len(header):
        run = list(takewhile(lambda i: kinds[i] is None and _is_entry(header[i].text), range(index, len(header))))
        if len(run) >= _MENU_RUN:
            kinds[index : index + len(run)] = [(BlockKind.FURNITURE, "menu")] * len(run)
        index += len(run) + 1


def _is_entry(text: str) -> bool:
    return text.count(" ") < 3 and len(text) < 40 and not re.search(r"[\d.!?…,:;]", text)
