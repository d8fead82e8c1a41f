"""recognizers-text: numbers, ordinals and percentages, then numbers with units, then dates and durations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

import recognizers_suite as suite
from serve import Reading, Text, reading, serve

_READERS = (
    suite.recognize_currency,
    suite.recognize_dimension,
    suite.recognize_age,
    suite.recognize_temperature,
    suite.recognize_percentage,
    suite.recognize_ordinal,
    suite.recognize_number,
)
_UNITS = {
    "Ton": ("t", 1),
    "Metric ton": ("t", 1),
    "Kilogram": ("t", "1/1000"),
    "Gram": ("t", "1/1000000"),
    "Meter": ("m", 1),
    "Kilometer": ("m", 1000),
    "Centimeter": ("m", "1/100"),
    "Millimeter": ("m", "1/1000"),
    "Mile": ("m", "1609.344"),
    "Foot": ("m", "0.3048"),
    "Inch": ("m", "0.0254"),
    "Square meter": ("m2", 1),
    "Square kilometer": ("m2", 1000000),
    "Square mile": ("m2", "2589988.110336"),
    "Hectare": ("m2", 10000),
    "Acre": ("m2", "4046.8564224"),
    "Cubic meter": ("m3", 1),
    "Liter": ("m3", "1/1000"),
    "Barrel": ("bbl", 1),
    "Kilometer per hour": ("km/h", 1),
    "Meter per second": ("km/h", "3.6"),
    "Knot": ("km/h", "1.852"),
    "Mile per hour": ("km/h", "1.609344"),
    "Byte": ("B", 1),
    "Gigabyte": ("B", 1000000000),
    "Terabyte": ("B", 1000000000000),
    "C": ("degC", 1),
    "Degree": ("degC", 1),
    "F": ("degF", 1),
    "Year": ("year", 1),
    "Month": ("year", "1/12"),
    "Week": ("day", 7),
    "Day": ("day", 1),
    "Dollar": ("USD", 1),
    "United States dollar": ("USD", 1),
    "Euro": ("EUR", 1),
    "Pound": ("GBP", 1),
    "British pound": ("GBP", 1),
    "Russian ruble": ("RUB", 1),
    "Kazakhstani tenge": ("KZT", 1),
    "Manat": ("AZN", 1),
    "Azerbaijani manat": ("AZN", 1),
    "Uzbekistani so'm": ("UZS", 1),
    "Kyrgyzstani som": ("KGS", 1),
    "Chinese yuan": ("CNY", 1),
    "Swiss franc": ("CHF", 1),
    "Canadian dollar": ("CAD", 1),
    "Australian dollar": ("AUD", 1),
}


def read(given: Text) -> Iterator[Reading]:
    """The richest reading of each place: one with a unit goes before a bare number."""
    taken: list[tuple[int, int]] = []
    for found in (*_times(given), *_quantities(given.text)):
        if not any(found["start"] < end and start < found["end"] for start, end in taken):
            taken.append((found["start"], found["end"]))
            yield found


def _quantities(text: str) -> Iterator[Reading]:
    for reader in _READERS:
        for found in reader(text, suite.Culture.English):
            value = found.resolution and found.resolution.get("value")
            if value is None or found.resolution.get("relativeTo") not in (None, "start"):
                continue
            unit, factor = _UNITS.get(found.resolution.get("unit"), (None, 1))
            if value.endswith("%"):
                value, unit = value[:-1], "%"
            try:
                worth = Fraction(value.replace(",", "")) * Fraction(factor)
            except ValueError:
                continue
            yield reading(found.start, found.end + 1, [worth], unit)


def _times(given: Text) -> Iterator[Reading]:
    known = datetime.fromisoformat(given.date) if given.date and len(given.date) == 10 else None
    for found in suite.recognize_datetime(given.text, suite.Culture.English, reference=known):
        value: dict[str, Any] = found.resolution["values"][0] if found.resolution else {}
        kind, place = value.get("type"), (found.start, found.end + 1)
        if kind == "date" and value.get("value", "not").count("-") == 2:
            yield reading(*place, [], days=[value["value"]] * 2)
        elif kind == "daterange" and "start" in value and "end" in value:
            last = date.fromisoformat(value["end"]) - timedelta(1)
            yield reading(*place, [], days=[value["start"], last.isoformat()])
        elif kind == "duration":
            yield _duration(place, value)


def _duration(place: tuple[int, int], value: dict[str, Any]) -> Reading:
    """In years where it is told in years or months, as ours are; else in days."""
    days = Fraction(value["value"]) / 86400
    if value["timex"][-1] in "YM" and "T" not in value["timex"]:
        count = Fraction(value["timex"][1:-1])
        return reading(*place, [count if value["timex"].endswith("Y") else count / 12], "year")
    return reading(*place, [days], "day")


serve(read)
