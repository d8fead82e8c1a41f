"""pullenti: its analysers of measures, money and dates, and the bare numbers that they leave."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from pullenti.ner.NumberToken import NumberToken
from pullenti.ner.ProcessorService import ProcessorService
from pullenti.ner.SourceOfAnalysis import SourceOfAnalysis
from pullenti.Sdk import Sdk
from serve import Reading, Text, reading, serve

Sdk.initialize()
_measures = ProcessorService.create_specific_processor("MEASURE")
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


def read(given: Text) -> Iterator[Reading]:
    token = _measures.process(SourceOfAnalysis(given.text), None, None).first_token
    while token is not None:
        found = _reading(token)
        if found:
            yield found
        token = token.next0_


def _reading(token: Any) -> Reading | None:
    start, end = token.begin_char, token.end_char + 1
    if isinstance(token, NumberToken):
        return reading(start, end, [token.value]) if token.value else None
    referent = token.get_referent()
    if referent is None:
        return None
    if referent.type_name == "MEASURE":
        return _measure(start, end, referent)
    if referent.type_name == "MONEY":
        amount = Fraction(referent.get_string_value("VALUE")) + Fraction(referent.get_string_value("REST") or 0) / 100
        return reading(start, end, [amount], referent.currency)
    if referent.type_name in ("DATE", "DATERANGE"):
        days = _days(referent)
        return reading(start, end, [], days=days) if days else None
    return None


def _measure(start: int, end: int, referent: Any) -> Reading:
    """A thing that it takes for a part of the unit («45 тонн мёда») is left out."""
    values = [slot.value for slot in referent.slots if slot.type_name == "VALUE" and isinstance(slot.value, str)]
    names = [str(slot.value) for slot in referent.slots if slot.type_name == "UNIT"]
    unit, factor = _UNITS.get("/".join(name for name in names if name.isascii()), (None, 1))
    return reading(start, end, [Fraction(value.replace(",", ".")) * Fraction(factor) for value in values], unit)


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
