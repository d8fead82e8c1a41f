"""Whatever a file holds, it is read without a crash, and every digit in it ends in a figure."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka import Options, extract

HALF = 512 * 1024


def _read(folder: Path, data: bytes, language: str = "ru") -> tuple[str, list[tuple[int, int]], list[str]]:
    """The text of a file, where its figures stand, and the codes of what kept it from being read."""
    file = folder / "bad.txt"
    file.write_bytes(data)
    found = extract([file], options=Options(language))
    spans = [(figure.span.start, figure.span.end) for each in found.extracts for figure in each.figures]
    text = found.extracts[0].document.text if found.extracts else ""
    return text, spans, [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    ("piece", "figures"),
    [("1", 1), (",", 0), ("млн ", 0), ("«", 0), ('"', 0), ("(", 0), ("\u200b", 0), ("е\u0301", 0), ("\u202e", 0)],
)
def test_half_a_megabyte_of_one_thing_is_read(tmp_path: Path, piece: str, figures: int) -> None:
    data = piece.encode()
    _, spans, problems = _read(tmp_path, data * (HALF // len(data)))
    assert (len(spans), problems) == (figures, [])


def test_a_figure_in_ten_thousand_brackets_is_found(tmp_path: Path) -> None:
    text, spans, _ = _read(tmp_path, ("(" * 10_000 + "5 млн тонн" + ")" * 10_000).encode())
    assert [text[start:end] for start, end in spans] == ["5 млн тонн"]


@pytest.mark.parametrize("category", sorted({unicodedata.category(chr(code)) for code in range(0x20000)} - {"Cs"}))
def test_every_kind_of_character_is_read(tmp_path: Path, category: str) -> None:
    """A figure beside each; controls are refused as no text, where they are many."""
    letters = [chr(code) for code in range(1, 0x20000) if unicodedata.category(chr(code)) == category]
    near = "".join(f"{letter}5 млн{letter} тонн, " for letter in letters[:: len(letters) // 40 + 1])
    text, spans, problems = _read(tmp_path, near.encode())
    assert problems in ([], ["binary-document"])
    covered = {at for start, end in spans for at in range(start, end)}
    assert all(at in covered for at, letter in enumerate(text) if letter.isdecimal())


_LETTERS = st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("05.,%$ \u00ad\u200bмлн-–("))


@settings(max_examples=150, deadline=None)
@given(text=st.text(_LETTERS, max_size=80))
def test_any_text_is_read_and_every_digit_is_in_one_figure(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    read, spans, problems = _read(tmp_path_factory.getbasetemp(), text.encode())
    assert problems in ([], ["empty-document"], ["binary-document"], ["unknown-encoding"])
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    covered = {at for start, end in spans for at in range(start, end)}
    assert all(at in covered for at, letter in enumerate(read) if letter.isdecimal())


def test_zero_bytes_are_no_text(tmp_path: Path) -> None:
    assert _read(tmp_path, b"5\0 tonnes")[2] == ["binary-document"]
