"""Numbers that others spell read back as themselves, in every case and gender that the speller knows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from fractions import Fraction

import pytest

from spelling import Speller, cardinals, compact, drops_a_one, lacks_ordinal, ordinals, sample, second
from sverka.figures import find_figures
from sverka.figures.amounts import read_scaled
from sverka.figures.lexicon import lexicon
from sverka.figures.passage import Passage
from sverka.languages.morphology import fold
from sverka.model.document import Block, BlockKind, Document
from sverka.model.figure import Figure
from sverka.model.quantity import Kind
from sverka.model.span import Span
from sverka.text.analysis import analyse
from sverka.text.tokens import tokenize

# A unit that a number may stand before, and a noun that an ordinal may number.
UNITS = {"ru": "тонн", "en": "tonnes", "kk": "тонна", "az": "ton", "uk": "тонн", "tr": "ton"}
NUMBERED = {"ru": "форум", "en": "forum", "kk": "форум", "az": "forum", "tr": "forum"}
# Of each language; together more than a hundred thousand.
SAMPLE = {"ru": 26_000, "en": 26_000, "kk": 26_000, "az": 26_000, "uk": 5_000, "tr": 5_000}
SECOND = ["ru", "en", "kk", "az", "uk"]  # Turkish it writes without blanks, as one word
Row = tuple[str, int, str]


def spelled(spellers: list[Speller], numbers: Iterable[int]) -> Iterator[Row]:
    """Each number as one of the spellers writes it, taken in turn; what is small as each of them does."""
    for index, number in enumerate(numbers):
        turns = spellers if number < 100 else [spellers[index % len(spellers)]]
        yield from ((one.name, number, one.spell(number)) for one in turns)


def value_of(text: str, tag: str) -> Fraction | None:
    """What the reader of numbers makes of a text, where it reads all of it."""
    tokens, span, known = tokenize(text), Span(0, len(text)), lexicon(tag)
    said = [known.numbers.base(fold(token.text)) for token in tokens]
    block = Block(span, BlockKind.PARAGRAPH)
    amount = read_scaled(Passage(text, span, block, tokens, said, range(len(tokens)), known), 0)
    return amount.value if amount is not None and amount.last == len(tokens) else None


def figures_of_lines(lines: list[str], tag: str) -> list[list[Figure]]:
    """The figures of each line, read as a paragraph of one document."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    blocks = [Block(Span(at, at + len(line)), BlockKind.PARAGRAPH) for at, line in zip(starts, lines, strict=False)]
    found: list[list[Figure]] = [[] for _ in lines]
    for figure in find_figures(analyse(Document("numbers", "\n".join(lines), "", tag, tuple(blocks)))):
        found[bisect_right(starts, figure.span.start) - 1].append(figure)
    return found


def misread(rows: list[Row], tag: str, behind: str, kind: Kind) -> list[tuple[Row, list[str]]]:
    """The numbers that, with a word behind them, make anything but one figure of that value and kind."""
    lines = [f"{text} {behind}" for _, _, text in rows]
    return [
        (row, [f"{one.text}: {one.values} {one.kind}" for one in found])
        for row, found in zip(rows, figures_of_lines(lines, tag), strict=True)
        if [(one.values, one.kind) for one in found] != [((row[1],), kind)]
    ]


@pytest.mark.slow
@pytest.mark.parametrize("tag", list(UNITS))
def test_every_number_that_is_spelled_reads_back_as_itself(tag: str) -> None:
    """Zero to a million millions, each length alike, in every rule set of ICU."""
    rows = list(spelled(cardinals(tag), sample(SAMPLE[tag], tag)))
    assert len(rows) >= SAMPLE[tag]
    assert [row for row in rows if value_of(row[2], tag) != row[1]][:20] == []


@pytest.mark.parametrize("tag", SECOND)
def test_a_second_speller_is_read_alike(tag: str) -> None:
    numbers = [number for number in sample(2000, f"{tag} again") if not drops_a_one(tag, number)]
    rows = list(spelled([second(tag)], numbers))
    assert [row for row in rows if value_of(row[2], tag) != row[1]][:20] == []


@pytest.mark.parametrize("tag", list(UNITS))
def test_a_spelled_number_before_a_unit_is_one_figure(tag: str) -> None:
    rows = list(spelled(cardinals(tag), sample(1000, f"{tag} figures")))
    assert misread(rows, tag, UNITS[tag], Kind.LEVEL)[:20] == []


@pytest.mark.parametrize("tag", list(NUMBERED))
def test_a_spelled_ordinal_before_what_it_numbers_is_one_figure(tag: str) -> None:
    """Up to a thousand; beyond it Russian writes one word, «пятитысячный», that is no ordinal to a newsroom.

    A plural after a hundred says something else: «сто первых покупателей» are a hundred.
    """
    singular = [speller for speller in ordinals(tag) if "-plural" not in speller.name]
    numbers = [one for one in sample(800, f"{tag} ordinals") if 0 < one < 1000 and not lacks_ordinal(tag, one)]
    rows = list(spelled(singular, numbers))
    assert misread(rows, tag, NUMBERED[tag], Kind.ORDINAL)[:20] == []


@pytest.mark.parametrize("tag", list(UNITS))
def test_digits_and_scale_words_by_turns_are_one_number(tag: str) -> None:
    """«9 миллионов 85 тысяч 935 тонн»: digits before each scale word; bare digits follow thousands alone."""
    said = compact(tag).spell
    numbers = [one for one in sample(1000, f"{tag} mixed") if one // 1000 % 1000 or (one and one % 1000000 == 0)]
    rows = [("compact", number, " ".join(map(said, parts(number)))) for number in numbers]
    assert misread(rows, tag, UNITS[tag], Kind.LEVEL)[:20] == []


def parts(number: int) -> list[int]:
    """A number as the sum of those that one scale word each can say: 2 001 085 is 2 000 000, 1 000 and 85."""
    thousands = [1000**power for power in range(4, -1, -1)]
    return [number // worth % 1000 * worth for worth in thousands if number // worth % 1000]
