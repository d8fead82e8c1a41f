"""pullenti: its analysers of measures, money and dates, and the bare numbers that they leave."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from typing import Any

from pullenti.ner.date.internal.DateRelHelper import DateRelHelper
from pullenti.ner.NumberToken import NumberToken
from pullenti.ner.ProcessorService import ProcessorService
from pullenti.ner.SourceOfAnalysis import SourceOfAnalysis
from pullenti.Sdk import Sdk
from serve import Reading, Text, reading, serve

Sdk.initialize()
_analyser = ProcessorService.create_specific_processor("MEASURE")
_UNITS = {
    "percent": ("%", 1),
    "tonne": ("t", 1),
    "centner": ("t", "1/10"),
    "kilogram": ("t", "1/1000"),
    "gram": ("t", "1/1000000"),
    "meter": ("m", 1),
    "kilometer": ("m", 1000),
    "centimeter": ("m", "1/100"),
    "millimeter": ("m", "1/1000"),
    "mile": ("m", "1609.344"),
    "foot": ("m", "0.3048"),
    "year": ("year", 1),
    "month": ("year", "1/12"),
    "week": ("day", 7),
    "day": ("day", 1),
    "hour": ("day", "1/24"),
    "minute": ("day", "1/1440"),
    "second": ("day", "1/86400"),
    "degree": ("degC", 1),
    "celsius degree": ("degC", 1),
    "fahrenheit degree": ("degF", 1),
    "meter2": ("m2", 1),
    "kilometer2": ("m2", 1000000),
    "hectare": ("m2", 10000),
    "meter3": ("m3", 1),
    "kilometer3": ("m3", 1000000000),
    "liter": ("m3", "1/1000"),
    "barrel": ("bbl", 1),
    "kilometer/hour<-1>": ("km/h", 1),
    "meter/second<-1>": ("km/h", "3.6"),
    "kilowatt": ("MW", "1/1000"),
    "megawatt": ("MW", 1),
    "gigawatt": ("MW", 1000),
    "kilowatt/hour": ("kWh", 1),
    "byte": ("B", 1),
    "megabyte": ("B", 1000000),
    "gigabyte": ("B", 1000000000),
}


def _printed(*given: Any) -> None:
    """It works out «вчера» only to print it, and breaks the whole text where that fails."""
    with suppress(ValueError, OverflowError):
        _print(*given)


_print, DateRelHelper.append_to_string = DateRelHelper.append_to_string, _printed


def read(given: Text) -> Iterator[Reading]:
    token = _analyser.process(SourceOfAnalysis(given.text), None, None).first_token
    while token is not None:
        yield from _readings(token)
        token = token.next0_


def _readings(token: Any) -> Iterator[Reading]:
    start, end = token.begin_char, token.end_char + 1
    referent = token.get_referent()
    if isinstance(token, NumberToken) and token.value:
        yield reading(start, end, [token.value])
    elif referent is None:
        return
    elif referent.type_name == "MEASURE":
        yield from _measures_of(start, end, referent)
    elif referent.type_name == "MONEY":
        amount = Fraction(referent.get_string_value("VALUE")) + Fraction(referent.get_string_value("REST") or 0) / 100
        yield reading(start, end, [amount], referent.currency)
    elif referent.type_name in ("DATE", "DATERANGE"):
        days = _days(referent)
        if days:
            yield reading(start, end, [], days=days)


def _measures_of(start: int, end: int, referent: Any) -> Iterator[Reading]:
    """A measure, or the measures that it is made of; a thing taken for a part of the unit («тонн мёда») is left out."""
    values = [slot.value for slot in referent.slots if slot.type_name == "VALUE"]
    names = [str(slot.value) for slot in referent.slots if slot.type_name == "UNIT"]
    unit, factor = _UNITS.get("/".join(name for name in names if name.isascii()), (None, 1))
    numbers = [Fraction(value.replace(",", ".")) * Fraction(factor) for value in values if isinstance(value, str)]
    if numbers:
        yield reading(start, end, numbers, unit)
    for value in values:
        if not isinstance(value, str):
            yield from _measures_of(start, end, value)


def _days(referent: Any) -> list[str] | None:
    """The first and the last day of a date or of a range, where its year is known."""
    if referent.type_name == "DATERANGE":
        first = referent.date_from and _days(referent.date_from)
        last = referent.date_to and _days(referent.date_to)
        return [first[0], last[1]] if first and last else None
    if referent.year <= 0:
        return None
    low, high = (referent.month, referent.month) if referent.month > 0 else (1, 12)
    day = referent.day if referent.day > 0 else None
    last_day = day or monthrange(referent.year, high)[1]
    return [f"{referent.year:04}-{low:02}-{day or 1:02}", f"{referent.year:04}-{high:02}-{last_day:02}"]


serve(read)
