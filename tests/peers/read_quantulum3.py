"""quantulum3 without its classifier, as it is installed by its name."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from fractions import Fraction

from serve import Reading, Text, reading, serve

warnings.simplefilter("ignore")
from quantulum3 import parser  # noqa: E402

_UNITS = {
    "percentage": ("%", 1),
    "per cent": ("%", 1),
    "percentage point": ("pp", 1),
    "basis point": ("pp", "1/100"),
    "tonne": ("t", 1),
    "kilotonne": ("t", 1000),
    "ton": ("t", 1),
    "kilogram": ("t", "1/1000"),
    "gram": ("t", "1/1000000"),
    "pound-mass": ("t", "0.00045359237"),
    "metre": ("m", 1),
    "kilometre": ("m", 1000),
    "centimetre": ("m", "1/100"),
    "millimetre": ("m", "1/1000"),
    "mile": ("m", "1609.344"),
    "foot": ("m", "0.3048"),
    "inch": ("m", "0.0254"),
    "nautical mile": ("m", 1852),
    "square metre": ("m2", 1),
    "square kilometre": ("m2", 1000000),
    "square mile": ("m2", "2589988.110336"),
    "hectare": ("m2", 10000),
    "acre": ("m2", "4046.8564224"),
    "cubic metre": ("m3", 1),
    "cubic kilometre": ("m3", 1000000000),
    "gallon": ("m3", "0.003785411784"),
    "litre": ("m3", "1/1000"),
    "barrel": ("bbl", 1),
    "year": ("year", 1),
    "decade": ("year", 10),
    "century": ("year", 100),
    "month": ("year", "1/12"),
    "week": ("day", 7),
    "day": ("day", 1),
    "hour": ("day", "1/24"),
    "minute": ("day", "1/1440"),
    "second": ("day", "1/86400"),
    "degree celsius": ("degC", 1),
    "degree fahrenheit": ("degF", 1),
    "kilometre per hour": ("km/h", 1),
    "metre per second": ("km/h", "3.6"),
    "knot": ("km/h", "1.852"),
    "mile per hour": ("km/h", "1.609344"),
    "kilowatt": ("MW", "1/1000"),
    "megawatt": ("MW", 1),
    "gigawatt": ("MW", 1000),
    "kilowatt-hour": ("kWh", 1),
    "kilowatt hour": ("kWh", 1),
    "megawatt-hour": ("kWh", 1000),
    "gigawatt-hour": ("kWh", 1000000),
    "byte": ("B", 1),
    "gigabyte": ("B", 1000000000),
    "terabyte": ("B", 1000000000000),
    "terawatt hour": ("kWh", 1000000000),
    "dollar": ("USD", 1),
    "united states dollar": ("USD", 1),
    "euro": ("EUR", 1),
    "pound sterling": ("GBP", 1),
    "rouble": ("RUB", 1),
    "russian ruble": ("RUB", 1),
    "tenge": ("KZT", 1),
    "kazakhstani tenge": ("KZT", 1),
    "azerbaijani manat": ("AZN", 1),
    "manat": ("AZN", 1),
    "uzbekistani som": ("UZS", 1),
    "kyrgyzstani som": ("KGS", 1),
    "chinese yuan": ("CNY", 1),
    "yuan": ("CNY", 1),
    "swiss franc": ("CHF", 1),
    "canadian dollar": ("CAD", 1),
    "australian dollar": ("AUD", 1),
}


def read(given: Text) -> Iterator[Reading]:
    for found in parser.parse(given.text):
        name = found.unit.name.lower()
        unit, factor = _UNITS.get(name, (None, 1))
        ends = (found.value - found.uncertainty, found.value + found.uncertainty) if found.uncertainty else ()
        yield reading(*found.span, [Fraction(value) * Fraction(factor) for value in ends or (found.value,)], unit)


serve(read)
