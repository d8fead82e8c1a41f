"""What CLDR knows of a language is read, and says the same as what is written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

import pytest

from datespec import analysis
from sverka import cldr, languages, units
from sverka.figures import find_figures
from sverka.languages.underlay import LeftOut
from sverka.model.figure import Figure
from sverka.model.period import Period
from sverka.text.dates import find_dates

TAGS = languages.tags()
TODAY = date(2025, 3, 5)
# Centuries and quarters are numbered rather than counted: «12 века», «12 квартал».
NUMBERED = ("century", "quarter")


def left_out(tag: str) -> LeftOut:
    return LeftOut(languages.table(tag).get("cldr", {}).get("left_out", "").split())


def figures(text: str, tag: str) -> list[Figure]:
    return list(find_figures(analysis(text, tag, None)))


def plain(phrase: str) -> str:
    """A phrase as a text has it: «киловатт_-_час» is «киловатт-час»."""
    return phrase.replace("_-_", "-").replace("_/_", "/").replace("_._", ". ").replace("_", " ")


def unit_words(tag: str) -> Iterator[tuple[str, str]]:
    table, out = cldr.table(tag), left_out(tag)
    for code, row in (*table["units"].items(), *table["currencies"].items()):
        yield from ((code, phrase) for phrase in row["words"].split() if code not in NUMBERED and phrase not in out)


@pytest.mark.parametrize("tag", TAGS)
def test_every_form_of_a_unit_and_a_currency_is_read(tag: str) -> None:
    """In each case and number that CLDR gives: «12 гигаваттами», «12 чешских крон»."""
    lines = [f"12 {plain(phrase)}" for _, phrase in unit_words(tag)]
    found = figures("\n".join(lines), tag)
    wrong = [
        (line, one.text, one.values, one.unit)
        for (code, _), line, one in zip(unit_words(tag), lines, found, strict=True)
        if (unit := units.find(code)) and ((12 * unit.factor,), unit.canonical) != (one.values, one.unit)
    ]
    assert len(lines) > 80 and not wrong


@pytest.mark.parametrize("tag", TAGS)
def test_every_scale_word_is_read(tag: str) -> None:
    out = left_out(tag)
    said = [
        (int(worth), word)
        for worth, words in cldr.table(tag)["scales"].items()
        for word in words.split()
        if word.rstrip(".") not in out
    ]
    assert len(said) >= 4
    assert [word for worth, word in said if [one.values for one in figures(f"5 {word}", tag)] != [(5 * worth,)]] == []


@pytest.mark.parametrize("tag", TAGS)
def test_every_month_of_a_year_is_read(tag: str) -> None:
    """Both as it stands in a date and alone; what CLDR cuts short is read as far as the language file lets it."""
    out = left_out(tag)
    said = [
        (int(month), name)
        for month, names in cldr.table(tag)["months"]["wide"].items()
        for name in names.split()
        if name not in out
    ]
    for month, name in said:
        capital = name[0].upper() + name[1:]
        for text in (f"5 {capital} 2024", f"2024 5 {capital}"):
            if found := [one.days for one in find_dates(analysis(text, tag, None))]:
                assert found == [Period.day(date(2024, month, 5))], text
                break
        else:
            pytest.fail(f"no date in «5 {name} 2024»")


def shifted(grain: str, away: int) -> Period:
    """The year, month, week or day that lies so many before or behind today's."""
    if grain == "year":
        return Period.year(TODAY.year + away)
    if grain == "month":
        months = 12 * TODAY.year + TODAY.month - 1 + away
        return Period.month(months // 12, months % 12 + 1)
    if grain == "week":
        monday = TODAY - timedelta(TODAY.weekday()) + timedelta(7 * away)
        return Period(monday, monday + timedelta(6))
    return Period.day(TODAY + timedelta(away))


@pytest.mark.parametrize("tag", TAGS)
def test_every_wording_of_a_time_near_today_is_resolved(tag: str) -> None:
    """«в прошлом году», «кеше», "keçən həftə": CLDR's own words for the years, months, weeks and days around."""
    wrong = []
    for grain in ("year", "month", "week", "day"):
        for away, wording in cldr.table(tag)["relative"][grain].items():
            found = [one.days for one in find_dates(analysis(wording, tag, TODAY.isoformat()))]
            is_today = grain == "day" and away == "0"  # «сегодня» may mean "nowadays"
            if found != [shifted(grain, int(away))] and not is_today:
                wrong.append((wording, found))
    assert not wrong


@pytest.mark.parametrize("tag", TAGS)
def test_the_decimal_mark_is_that_of_the_language_file(tag: str) -> None:
    numerals = languages.table(tag)["numerals"]
    assert cldr.table(tag)["decimal"] in numerals["decimal"]
    assert cldr.table(tag)["group"] in numerals["group"] or cldr.table(tag)["group"] == numerals.get("second_group")


def test_the_factors_of_units_are_those_of_cldr() -> None:
    """Against the first of each dimension that CLDR knows."""
    known = cldr.unit_factors()
    groups: dict[tuple[str, str], list[tuple[str, Fraction, Fraction]]] = {}
    for code, (base, factor) in known.items():
        unit = units.find(code)
        assert unit is not None, code
        groups.setdefault((unit.dimension, base), []).append((code, unit.factor, Fraction(factor)))
    for (_, first, theirs), *others in groups.values():
        assert [code for code, ours, factor in others if ours / first != factor / theirs] == []
    assert len(known) > 60


@pytest.mark.parametrize("tag", TAGS)
def test_every_currency_of_ours_has_its_names(tag: str) -> None:
    """Where a currency is added, the tables are to be made again."""
    assert set(cldr.table(tag)["currencies"]) == units.CURRENCIES
