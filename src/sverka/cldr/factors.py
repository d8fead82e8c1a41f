"""Exact factors of units, worked out of what CLDR says of the simple ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from math import prod
from typing import Any

_POWERS = {"square": 2, "cubic": 3}
_NUMBER = re.compile(r"[\d.]+(?:E-?\d+)?")


class Factors:
    """Reads "kilowatt-hour" or "mile-per-hour": prefixes, powers, products and one quotient."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._units: Mapping[str, Any] = data["convertUnits"]
        self._constants = {name: row["_value"] for name, row in data["unitConstants"].items()}
        self._prefixes = {
            name: Fraction(10) ** int(row["_power10"])
            for name, row in data["unitPrefixes"].items()
            if "_power10" in row
        }

    def of(self, unit: str) -> tuple[str, str]:
        """What a unit is measured in, and how many of that it makes."""
        above, _, below = unit.partition("-per-")
        parts, divisors = self._parts(above), self._parts(below)
        factor = prod(worth for _, worth in parts) / prod(worth for _, worth in divisors)
        bases = ["-".join(base for base, _ in part) for part in (parts, divisors) if part]
        return "-per-".join(bases), str(factor)

    def _parts(self, product: str) -> list[tuple[str, Fraction]]:
        if product in self._units:
            return [self._simple(product)]
        found, power = [], 1
        for name in filter(None, product.split("-")):
            if name in _POWERS:
                power = _POWERS[name]
                continue
            base, worth = self._simple(name)
            found.append((base if power == 1 else f"{base}^{power}", worth**power))
            power = 1
        return found

    def _simple(self, name: str) -> tuple[str, Fraction]:
        if name in self._units:
            row = self._units[name]
            return row["_baseUnit"], self._value(row.get("_factor", "1"))
        prefix = next(one for one in self._prefixes if name.startswith(one) and name.removeprefix(one) in self._units)
        base, worth = self._simple(name.removeprefix(prefix))
        return base, worth * self._prefixes[prefix]

    def _value(self, written: str) -> Fraction:
        """An expression of numbers and constants; `*` binds before `/`, so that "1/2*3" is a sixth."""
        above, *below = written.split("/")
        return self._product(above) / prod(map(self._product, below), start=Fraction(1))

    def _product(self, written: str) -> Fraction:
        return prod(map(self._term, written.split("*")), start=Fraction(1))

    def _term(self, written: str) -> Fraction:
        term = written.strip()
        return Fraction(term) if _NUMBER.fullmatch(term) else self._value(self._constants[term])
