"""Canonical units, what they measure and how they convert, exactly."""

from __future__ import annotations

import re
import tomllib
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import NamedTuple

# Currencies need no table of factors: ISO 4217 codes are units of their own.
CURRENCIES = frozenset(
    re.findall(
        r"\w+",
        "USD EUR GBP CHF JPY CNY RUB KZT AZN KGS UZS TJS TMT GEL AMD TRY UAH BYN MDL IRR INR PKR AFN MNT KRW AED SAR "
        "QAR KWD ILS EGP PLN CZK HUF RON BGN SEK NOK DKK CAD AUD NZD SGD HKD BRL MXN ZAR VND THB IDR MYR PHP NGN KES "
        "TWD ARS CLP COP PEN BDT LKR NPR OMR BHD JOD IQD LYD DZD MAD TND ETB GHS ISK RSD ALL",
    )
)
# The time units that a rate may be per; "per day" stays per day: a year's flow is not 365 times a day's.
PER = {"yr": "year", "month": "month", "day": "day", "h": "hour", "s": "s", "week": "week", "quarter": "quarter"}


class Unit(NamedTuple):
    """A unit: its code, dimension, and how many of the dimension's canonical unit it makes."""

    code: str
    dimension: str
    canonical: str
    factor: Fraction


@cache
def table() -> dict[str, Unit]:
    """Every unit of the table by its code, currencies included."""
    data = tomllib.loads(Path(__file__).with_name("units.toml").read_text(encoding="utf-8"))
    units = {code: Unit(code, "money", code, Fraction(1)) for code in CURRENCIES}
    coins = data.pop("coins")
    units |= {code: Unit(code, "money", currency, Fraction(1, 100)) for code, currency in coins.items()}
    for dimension, rows in data.items():
        canonical = rows.pop("canonical")
        units |= {code: Unit(code, dimension, canonical, Fraction(factor)) for code, factor in rows.items()}
    return units


def find(code: str) -> Unit | None:
    """The unit of a code such as `t`, `USD`, `%` or a rate such as `t/yr`; None where there is none.

    A rate's dimension is that of its numerator with the divisor behind it: `mass/yr`.
    """
    unit = table().get(code)
    if unit is not None or "/" not in code:
        return unit
    above, _, below = code.partition("/")
    top = table().get(above)
    if top is None or not (below in PER or below in table()):
        return None
    return Unit(code, f"{top.dimension}/{below}", f"{top.canonical}/{below}", top.factor)


def dimensions() -> frozenset[str]:
    """Every dimension that a metric may have."""
    return frozenset(unit.dimension for unit in table().values()) | {"count", "ordinal", "date", "duration"}
