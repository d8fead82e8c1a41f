"""The period that governs a figure, what a change is measured from, and the status."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datespec import Case, analysis, cases, check, files
from sverka.figures import find_figures
from sverka.model.quantity import Kind

PIECES = """
вырос на 5 % до 4,5 млн тонн в 2024 году с 2,8 в 2023-м против прошлогодних , а который составил и планируем – ( ) ; :
как ожидается чем годом ранее к 2030 должен достичь подписанный 15 документов
"""
WORDS = PIECES.split()


def lines(case: Case) -> Iterator[str]:
    """`number | period that governs it, and from where | what it is measured from | status`."""
    for figure in find_figures(analysis(case.text, case.language, case.date)):
        if figure.kind in (Kind.DATE, Kind.PERIOD):
            continue
        when = f"{figure.when.period} ({figure.when.scope})" if figure.when else "-"
        status = figure.status.value
        if figure.status_span:
            status += f" ({figure.status_span.of(case.text)})"
        yield f"{figure.parts.number.of(case.text)} | {when} | {figure.against or '-'} | {status}".replace("\n", " ")


@pytest.mark.parametrize("file", files("when"))
def test_the_specification_holds(file: str) -> None:
    """Each text of the specification gives its figures the periods and statuses listed under it."""
    assert cases(file)
    assert check(file, lines) == []


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=16))
def test_any_words_keep_the_figures(words: list[str]) -> None:
    """Whatever the words, no figure is lost or moved, and what is said of one stands in the text."""
    text = " ".join(words)
    found = find_figures(analysis(text, "ru", "2025-03-03"))
    for figure in found:
        assert figure.span.of(text) == figure.text
        assert figure.when is None or figure.when.span.end <= len(text)
        assert figure.status.is_fact == (figure.status_span is None)
