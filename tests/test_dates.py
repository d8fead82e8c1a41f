"""Dates and periods in texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datespec import Case, analysis, cases, check, files
from sverka.languages import table
from sverka.languages.calendar import calendar
from sverka.model.period import Period
from sverka.text.dates import DateMention, find_dates, parse_dateline
from sverka.text.makers import MAKERS

LANGUAGES = ("ru", "en", "kk", "az")
EXAMPLES = [(tag, row) for tag in LANGUAGES for row in table(tag)["calendar"]["examples"]]
PIECES = """
в 2024 году 11 - 12 марта , . 9 месяцев с по до к квартал I прошлого последние три года 90 х г № 1 800 – назад е
полугодие тот же веке « » ( ) II ІІ 000 31 02 0 9999 1000 :30 in March the last 3 years Q1 Q 2023 / 24 of 's from to
a ago earlier 1990s may May half same period
"""
WORDS = [*PIECES.split(), "\n"]
RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
ENGLISH = "January February March April May June July August September October November December"


def line(text: str, mention: DateMention) -> str:
    days = f"{mention.days.start}..{mention.days.end}" if mention.days else "unknown"
    return f"{mention.span.of(text)} | {mention.kind} | {days} | {mention.sense}"


def lines(case: Case) -> Iterator[str]:
    for mention in find_dates(analysis(case.text, case.language, case.date)):
        yield line(case.text, mention).replace("\n", " ")


@pytest.mark.parametrize("file", files("dates"))
def test_the_specification_holds(file: str) -> None:
    """Each text of the specification gives the dates listed under it, and no other."""
    assert cases(file)
    assert check(file, lines) == []


@pytest.mark.parametrize(("tag", "row"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_the_examples_of_a_language_hold(tag: str, row: dict[str, object]) -> None:
    """A language file ends its calendar with examples and counterexamples, which are true."""
    text, written = str(row["text"]), row.get("date")
    found = find_dates(analysis(text, tag, str(written) if written else None))
    assert [line(text, mention) for mention in found] == row["dates"]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_rule_names_a_way_to_make_days(tag: str) -> None:
    """A rule whose `makes` does not exist, or that names a class without words, would never fire."""
    for rule in calendar(tag).rules:
        assert rule.makes in MAKERS
        assert "\x00" not in rule.pattern.pattern, rule.name


@pytest.mark.parametrize("tag", LANGUAGES)
@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([None, "2025-03-03", "2024-02", "2025", "0001"]))
def test_any_words_give_valid_spans(tag: str, words: list[str], written: str | None) -> None:
    """Whatever the words, mentions are in order, apart, inside one block, and their days exist."""
    text = " ".join(words)
    document = analysis(text, tag, written)
    last = 0
    for mention in find_dates(document):
        assert last <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.covers(mention.number)
        assert "\n" not in mention.span.of(text)
        assert mention.days is None or mention.days.start <= mention.days.end
        last = mention.span.end


@pytest.mark.parametrize("tag", LANGUAGES)
@given(st.text(max_size=60))
def test_any_text_is_read(tag: str, text: str) -> None:
    """No text breaks the reading of dates or datelines."""
    find_dates(analysis(text, tag, "2025-03-03"))
    parse_dateline(text, tag)


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)))
def test_a_written_day_is_read_back(day: date) -> None:
    """Every day of two centuries, in both languages, gives itself."""
    russian, english = RUSSIAN.split(), ENGLISH.split()
    for text, tag in (
        (f"Это было {day.day} {russian[day.month - 1]} {day.year} года", "ru"),
        (f"It was on {english[day.month - 1]} {day.day}, {day.year}", "en"),
        (f"It was on {day.day} {english[day.month - 1]} {day.year}", "en"),
    ):
        assert [mention.days for mention in find_dates(analysis(text, tag, None))] == [Period.day(day)]


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("03 Март 2025", "ru", date(2025, 3, 3)),
        ("30 марта, 2024", "ru", date(2024, 3, 30)),
        ("15:29, 3 марта 2025", "ru", date(2025, 3, 3)),
        ("3 марта 2025 г., 15:29", "ru", date(2025, 3, 3)),
        ("Понедельник, 3 марта 2025 года", "ru", date(2025, 3, 3)),
        ("03.03.2025", "ru", date(2025, 3, 3)),
        ("03.03.2025 15:29", "ru", date(2025, 3, 3)),
        ("3/03/2025", "ru", date(2025, 3, 3)),
        ("2025-03-03", "ru", date(2025, 3, 3)),
        ("2025-03-03T15:29:00+05:00", "en", date(2025, 3, 3)),
        ("March 3, 2025", "en", date(2025, 3, 3)),
        ("3 March 2025 15:29", "en", date(2025, 3, 3)),
        ("Mon, 3 Mar 2025", "en", date(2025, 3, 3)),
        ("Mar. 3, 2025, 3:29 p.m.", "en", date(2025, 3, 3)),
        ("12/31/2024", "en", date(2024, 12, 31)),
    ],
)
def test_a_dateline_is_a_whole_line(text: str, tag: str, expected: date) -> None:
    """A line with nothing but a date, a weekday and a time is a dateline."""
    assert parse_dateline(text, tag) == Period.day(expected)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("", "ru"),
        ("2025", "ru"),
        ("Март 2025", "ru"),
        ("3 марта", "ru"),
        ("31 февраля 2025", "ru"),
        ("3 марта 2025 стороны встретились", "ru"),
        ("2025–2027", "ru"),
        ("15:29", "ru"),
        ("131", "ru"),
        ("3.5.2025 5", "ru"),
        ("03/04/2025", "en"),
        ("3 March 2025 ended well", "en"),
        ("May 2025", "en"),
    ],
)
def test_other_lines_are_no_datelines(text: str, tag: str) -> None:
    """A line that says more or less than one day is none; nor is one that can be read two ways."""
    assert parse_dateline(text, tag) is None
