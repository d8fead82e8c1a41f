"""Where the clauses of a sentence begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datespec import analysis
from sverka.text.clauses import clauses, parse_clauses

PIECES = "порт принял , который вырос и а ( ) – : ; 5 млн 2,5 Баку чтобы довести в 2024 году that which rose and said ."
RUSSIAN = [
    "Объём вырос на 17 процентов | и составил 3,5 миллиона тонн.",
    "Договор о дружбе | который стороны подписали в Баку | он назвал историческим.",
    "За год объём вырос на 17 процентов – это 3,5 миллиона тонн грузов.",
    "В ближайших планах – увеличить этот объём.",
    "Экспорт вырос до 5 млрд | импорт — до 3 млрд | а сальдо — до 2 млрд.",
    "Порты Актау, Курык и Баутино приняли зерно, нефть и уголь.",
    "По маршруту Баку – Тбилиси – Джейхан прокачано 1,4 млн тонн | на 5 % больше",
    "Ещё одна партия | около 40 тонн | прибыла сегодня.",
    "Рост – 5 % | падение – 3 %.",
    "В 2023 году 2,8 млн тонн | а в 2024-м 4,5 млн.",
    "Компания | основанная в 1998 году и работающая в Баку | перевезла 5 млн тонн.",
    "Достигнута договорённость принять меры | чтобы удвоить товарооборот | и довести его до миллиарда.",
]
ENGLISH = [
    "Volumes increased by 62% | and totaled 4.5 million tons.",
    "The port | which opened in March | handled 500 ships.",
    "In 2024, exports were $5bn | while imports reached $3bn.",
    "Exports of oil, gas and grain rose to 5 million tons, up 18% from a year earlier.",
    "The deal | signed on 24 May 2022 | covers 1.5 million tons of oil.",
]
SIGNS = {"Ещё одна": (" (", ") "), "По маршруту": (" (", ").")}


def joined(marked: str) -> str:
    """The sentence itself: commas in place of the bars, and no comma before a conjunction of equals."""
    for start, (opening, closing) in SIGNS.items():
        if marked.startswith(start):
            first, second, *rest = marked.split(" | ")
            return first + opening + second + closing + "".join(rest)
    return marked.replace(" | и ", " и ").replace(" | and ", " and ").replace(" | ", ", ")


@pytest.mark.parametrize(("tag", "marked"), [("ru", one) for one in RUSSIAN] + [("en", one) for one in ENGLISH])
def test_a_clause_has_a_predicate(tag: str, marked: str) -> None:
    """Each bar is a boundary; lists of nouns, names of routes and nominal predicates are left whole."""
    text = joined(marked)
    document = analysis(text, tag, None)
    (sentence,) = document.sentences
    assert " | ".join(span.of(text) for span in clauses(document, sentence)) == marked


def test_an_interrupted_clause_is_one() -> None:
    """A relative clause after the subject parts its sentence in three spans and two clauses."""
    document = analysis("Порт, который открыли в мае, принял 5 судов.", "ru", None)
    found = parse_clauses(document, document.sentences[0])
    assert [clause.whole for clause in found] == [0, 1, 0]
    assert [clause.is_subordinate for clause in found] == [False, True, False]


@given(st.lists(st.sampled_from(PIECES.split()), max_size=14), st.sampled_from(["ru", "en"]))
def test_each_word_is_in_one_clause(words: list[str], tag: str) -> None:
    """Whatever the words, clauses are in order and apart, and hold every word and number."""
    document = analysis(" ".join(words), tag, None)
    for sentence in document.sentences:
        found = clauses(document, sentence)
        assert all(one.end <= two.start for one, two in pairwise(found))
        for token in document.tokens_of(sentence):
            assert token.text.isalnum() is False or sum(span.covers(token.span) for span in found) == 1
