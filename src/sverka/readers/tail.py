"""Where the main text of a page is over, and only furniture follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sverka.readers.lines import Shape
from sverka.readers.pagewords import bare, page_words
from sverka.readers.paragraphs import Paragraph

_HEADLINES = 6
# Less text than this before a list of headlines may be the introduction to the list.
_MAIN_TEXT = 300
_LONG_PROSE = 60
# Longer paragraphs are no notices of a page.
_NOTICE = 400


class _Rest(NamedTuple):
    """The characters of prose and of long prose in the rest of a page, and how many paragraphs are of which sort."""

    prose: int = 0
    long: int = 0
    long_ones: int = 0
    short_ones: int = 0
    figures: bool = False

    @property
    def is_nothing(self) -> bool:
        return not self.prose and not self.figures

    def is_list(self, before: int) -> bool:
        """Hardly any sentences, far fewer than headlines: a pointer within the text is followed by more of it."""
        return not self.long or (self.long * 3 <= before and self.short_ones >= 3 * self.long_ones)

    def with_one(self, size: int, long: int, *, short: bool, figures: bool) -> _Rest:
        return _Rest(
            self.prose + size,
            self.long + long,
            self.long_ones + bool(long),
            self.short_ones + short,
            self.figures or figures,
        )


def tail_start(paragraphs: Sequence[Paragraph], prose: Sequence[bool]) -> tuple[int, str]:
    """The first paragraph of the furniture that lasts to the end of the page, and the rule that found it.

    The number of paragraphs where there is none.
    """
    first = next((index for index, each in enumerate(prose) if each), None)
    if first is None:
        return len(paragraphs), ""
    notices = _notices(paragraphs)
    rests = _rests(paragraphs, [each and not notice for each, notice in zip(prose, notices, strict=True)])
    for index in range(first + 1, len(paragraphs)):
        why = _opens_tail(paragraphs[index], notices[index])
        if why == "strong" and rests[index + 1].is_list(rests[0].prose - rests[index].prose):
            return index, "list after the text"
        if why == "weak" and rests[index + 1].is_nothing:
            return index, "foot of the page"
    return _headlines(paragraphs, prose), "headlines of other articles"


def _notices(paragraphs: Sequence[Paragraph]) -> list[bool]:
    """Which paragraphs are notices; most pages have the words of few."""
    texts = [each.text.lower() if len(each.text) <= _NOTICE else "" for each in paragraphs]
    whole = "\n".join(texts)
    words = [notice for notice in page_words().notices if notice in whole]
    return [text.startswith(("©", "(c) ")) or any(notice in text for notice in words) for text in texts]


def _opens_tail(paragraph: Paragraph, notice: bool) -> str | None:
    if len(paragraph.text) <= 60:
        words = bare(paragraph.text)
        if words in page_words().strong:
            return "strong"
        if words in page_words().weak:
            return "weak"
    return "weak" if notice else None


def _rests(paragraphs: Sequence[Paragraph], prose: Sequence[bool]) -> list[_Rest]:
    """What follows from each paragraph on, and at the end nothing."""
    rests = [_Rest()]
    for each, is_prose in zip(reversed(paragraphs), reversed(prose), strict=True):
        size = len(each.text) if is_prose else 0
        long = size if size >= _LONG_PROSE else 0
        rests.append(rests[-1].with_one(size, long, short=not is_prose, figures=_is_figures(each)))
    return rests[::-1]


def _is_figures(paragraph: Paragraph) -> bool:
    return paragraph.shape in (Shape.ITEM, Shape.ROW) and re.search(r"\d", paragraph.text) is not None


def _headlines(paragraphs: Sequence[Paragraph], prose: Sequence[bool]) -> int:
    """The start of a run of headlines at the end of the page that nothing introduces."""
    start = len(paragraphs)
    while start and _is_headline(paragraphs[start - 1]) and not prose[start - 1]:
        start -= 1
    run = paragraphs[start:]
    if len(run) < _HEADLINES or start == 0 or paragraphs[start - 1].text.endswith((":", ";")):
        return len(paragraphs)
    before = sum(len(paragraphs[i].text) for i in range(start) if prose[i])
    figures = sum(re.search(r"\d", each.text) is not None for each in run)
    close = sum(each.gap == run[-1].gap for each in run[1:])
    is_list = before >= _MAIN_TEXT and figures <= 0.4 * len(run) and close >= 0.7 * (len(run) - 1)
    return start if is_list else len(paragraphs)


def _is_headline(paragraph: Paragraph) -> bool:
    text = paragraph.text
    opens = text.lstrip('«“"„').startswith(tuple("0123456789")) or not text.lstrip('«“"„')[:1].islower()
    one = len(paragraph.lines) == 1 and paragraph.shape in (Shape.TEXT, Shape.APART)
    return one and opens and len(text) <= 120 and not text.endswith((".", ":", ";", ","))
