"""What no reader sees in a number or a word changes nothing of how it is read, nor where it is said to stand."""

from __future__ import annotations

import sys
import unicodedata
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.figures import find_figures
from sverka.model.document import Block, BlockKind, Document
from sverka.model.figure import Figure
from sverka.model.span import Span
from sverka.text.analysis import analyse
from sverka.text.plain import ZEROS, plain

_UNSEEN = "\u00ad\u200b\u200e\u200f\u202a\u202c\u2060\u2066\u2069\ufe0f\ufeff"
_SENTENCE = "За год порт принял около 1 800 тонн, то есть на 4,5 процента больше, чем в 2024 году."


def _document(text: str, language: str = "ru") -> Document:
    return Document("any.txt", text, "", language, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))


def _figures(text: str, language: str = "ru") -> tuple[Figure, ...]:
    read = plain(_document(text, language))
    return read.restored(find_figures(analyse(read.document)))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Порт принял 1\u200b800 тонн.", "1800", "t"),
        ("Порт принял 4,5\u00a0млн тонн.", "4500000", "t"),
        ("Порт принял 5 тон\u00adн.", "5", "t"),
        ("Порт принял 4 мил\u00adлиона тонн.", "4000000", "t"),
        ("Порт принял \u200f5\u200e млн \u202aтонн\u202c.", "5000000", "t"),
        ("Порт принял четы\u0301ре то\u0301нны.", "4", "t"),
        ("Порт принял 5 тысяч контеи\u0306неров.", "5000", "контейнер"),
        ("Порт принял \uff14\uff15 тонн.", "45", "t"),
        ("Порт принял \u0664\u066b\u0665 млн тонн.", "4500000", "t"),
        ("Порт принял \u0661\u066c\u0668\u0660\u0660 тонн.", "1800", "t"),
        ("Порт принял \u096a\u096b тонн.", "45", "t"),
        ("Порт принял 1\u2007800 тонн.", "1800", "t"),
        ("Порт принял пятьдесят\u2011пять тонн.", "55", "t"),
        ("Рост составил 5\uff05.", "5", "%"),
    ],
)
def test_a_number_is_read_through_what_no_reader_sees(text: str, value: str, unit: str) -> None:
    (figure,) = _figures(text)
    assert (figure.values, figure.unit, figure.ignored) == ((Fraction(value),), unit, None)
    assert text[figure.span.start : figure.span.end] == figure.text


def test_an_accent_that_makes_another_letter_is_kept() -> None:
    assert plain(_document("и\u0306 е\u0308 е\u0301 cafe\u0301", "ru")).document.text == "й ё е caf\u00e9"


def test_a_text_in_plain_letters_is_left_as_it_is() -> None:
    document = _document(_SENTENCE + " «№ 5» — $4.5 … 5 ½ °C 2²")
    assert plain(document).document is document


def test_the_digits_of_every_script_are_known() -> None:
    written = {chr(code) for code in range(128, sys.maxunicode) if unicodedata.category(chr(code)) == "Nd"}
    assert written <= {chr(ord(zero) + digit) for zero in ZEROS for digit in range(10)}


@given(st.lists(st.tuples(st.integers(1, len(_SENTENCE) - 1), st.sampled_from(_UNSEEN)), max_size=12))
def test_unseen_letters_anywhere_change_no_figure_but_its_place(put: list[tuple[int, str]]) -> None:
    text = _SENTENCE
    for at, letter in sorted(put, reverse=True):
        text = text[:at] + letter + text[at:]
    expected, found = _figures(_SENTENCE), _figures(text)
    assert [(one.values, one.unit, one.days, one.hedge) for one in found] == [
        (one.values, one.unit, one.days, one.hedge) for one in expected
    ]
    for before, after in zip(expected, found, strict=True):
        assert "".join(letter for letter in after.text if letter not in _UNSEEN) == before.text
        assert text[after.span.start : after.span.end] == after.text


@given(st.text(max_size=60))
def test_a_place_in_the_plain_text_is_one_in_the_written(text: str) -> None:
    read = plain(_document(text))
    if read.document is not read.written:
        assert len(read.starts) == len(read.ends) == len(read.document.text)
        assert all(start < end for start, end in zip(read.starts, read.ends, strict=True))
        assert list(read.starts) == sorted(read.starts)
        assert not read.ends or read.ends[-1] <= len(text)
