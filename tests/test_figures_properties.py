"""What holds of the figures of any text."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gold import rows
from sverka.figures import find_figures
from sverka.model.document import Block, BlockKind, Document
from sverka.model.figure import Figure
from sverka.model.span import Span
from sverka.text.analysis import analyse

_WORDS = (
    "5",
    "12",
    "300",
    "2024",
    "1",
    "800",
    "4,5",
    "1.5",
    "1,234.5",
    "½",
    "2½",
    "1/3",
    "COP29",
    "Боинг-737",
    "15:29",
    "24/7",
    "12.03.2024",
    "3-го",
    "III",
    "І",
    "№",
    "%",
    "$",
    "€",
    "+",
    "−",
    "-",
    "–",
    "—",
    "до",
    "от",
    "с",
    "на",
    "в",
    "около",
    "более",
    "не",
    "менее",
    "чем",
    "почти",
    "млн",
    "млрд",
    "тыс.",
    "миллиона",
    "тысяч",
    "тонн",
    "т",
    "тонны",
    "долларов",
    "США",
    "процентов",
    "п.п.",
    "человек",
    "документов",
    "дней",
    "лет",
    "год",
    "в",
    "год",
    "вырос",
    "снизился",
    "вдвое",
    "утроиться",
    "рост",
    "составил",
    "треть",
    "две",
    "трети",
    "половиной",
    "полтора",
    "сто",
    "двадцать",
    "пять",
    "один",
    "оба",
    "стран",
    "третье",
    "заседание",
    "20-летие",
    "двухдневный",
    "из",
    "них",
    ",",
    ".",
    ";",
    "(",
    ")",
    "«",
    "»",
    "\n",
    "\n\n",
    "million",
    "tonnes",
    "rose",
    "by",
    "five",
    "hundred",
    "and",
    "a",
    "half",
    "of",
    "per",
    "cent",
    "doubled",
    "the",
    "third",
    "meeting",
    "from",
    "to",
    "up",
    "10km",
    "3rd",
    "https://a.kz/1",
    "a1@b.kz",
)
_texts = st.one_of(
    st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join),
    st.lists(st.sampled_from(_WORDS), max_size=15).map("".join),
    st.text(max_size=60),
    st.text(alphabet=" 0123456789.,-–−+%/:½$тмлнIVXІХ()\n\u00a0٣", max_size=40),
)
_kinds = st.sampled_from(list(BlockKind))


def _document(text: str, kind: BlockKind, language: str) -> Document:
    """Each line that is not blank is a block; the last is of the given kind."""
    spans = [Span(match.start(), match.end()) for match in re.finditer(r"[^\r\n]*[^\s][^\r\n]*", text)]
    blocks = [Block(span, BlockKind.PARAGRAPH) for span in spans[:-1]] + [Block(span, kind) for span in spans[-1:]]
    return Document("any.txt", text, "", language, tuple(blocks))


def _figures(document: Document) -> tuple[Figure, ...]:
    return find_figures(analyse(document))


@settings(max_examples=400, deadline=None)
@given(_texts, _kinds, st.sampled_from(("ru", "en")))
def test_every_digit_is_in_one_figure_and_no_figure_crosses_a_block(text: str, kind: BlockKind, language: str) -> None:
    document = _document(text, kind, language)
    figures = _figures(document)
    covered = [0] * len(text)
    for before, figure in zip((None, *figures), figures, strict=False):
        assert figure.text == text[figure.span.start : figure.span.end]
        assert before is None or before.span.end <= figure.span.start
        assert any(block.span.covers(figure.span) for block in document.blocks), figure.text
        assert figure.span.covers(figure.parts.number)
        for index in range(figure.span.start, figure.span.end):
            covered[index] += 1
    for index, letter in enumerate(text):
        if letter.isdecimal() or letter in "½¼¾⅓⅔":
            assert covered[index] == 1, (text, index)


@settings(max_examples=400, deadline=None)
@given(_texts, st.sampled_from(("ru", "en")))
def test_an_interval_holds_its_values_unless_a_hedge_bounds_them(text: str, language: str) -> None:
    for figure in _figures(_document(text, BlockKind.PARAGRAPH, language)):
        assert len(figure.values) == len(figure.ends)
        if figure.hedge is None and figure.values:
            assert all(figure.interval.contains(value) for value in figure.values), figure.text


@given(st.integers(1, 99_999), st.sampled_from(("тыс. тонн", "тысяч тонн", "килотонн", "кт")))
def test_thousands_of_tonnes_are_kilotonnes(count: int, unit: str) -> None:
    (figure,) = _figures(_document(f"{count} {unit}", BlockKind.PARAGRAPH, "ru"))
    assert (figure.values, figure.unit) == ((Fraction(count * 1000),), "t")


@given(st.integers(1, 999), st.integers(0, 99), st.sampled_from(" \u00a0\u202f\u2009"))
def test_a_decimal_comma_and_a_decimal_point_say_the_same(whole: int, part: int, space: str) -> None:
    russian = _figures(_document(f"{whole},{part:02}{space}млн долларов", BlockKind.PARAGRAPH, "ru"))
    english = _figures(_document(f"${whole}.{part:02}{space}million", BlockKind.PARAGRAPH, "en"))
    assert [(one.values, one.ends) for one in russian] == [(one.values, one.ends) for one in english]


@pytest.mark.parametrize("language", ["ru", "en", "kk", "az", "uk", "tr"])
def test_a_text_may_end_at_any_word(language: str) -> None:
    """A suffix, a hedge or a unit may be the last thing of a text: «Екі мыңдай»."""
    texts = [row["text"] for row in rows("figures", f"{language}.jsonl")]
    for text in texts[:: max(1, len(texts) // 30)]:
        ends = [match.end() for match in re.finditer(r"\w+", text)]
        for end in ends:
            document = Document("t.txt", text[:end], "", language, (Block(Span(0, end), BlockKind.PARAGRAPH),))
            found = _figures(document)
            assert all(figure.text == figure.span.of(text) for figure in found)
