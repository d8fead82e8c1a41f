"""Numbers that neither a unit nor a noun is said for."""

from __future__ import annotations

from sverka.figures.quantities import bare_year
from sverka.figures.reading import Reading


def is_bare(reading: Reading) -> bool:
    """A number that neither a unit nor a noun is said for."""
    plain = reading.measure is None and bool(reading.amounts) and not reading.ignored
    plain = plain and reading.rule != "compound adjective"
    return plain and not reading.amounts[0].is_share and not (bare_year(reading) and _is_late(reading))


def _is_late(reading: Reading) -> bool:
    """Years of our time alone are told bare: «1768 км, из них 443 – по Грузии и 1076 – по Турции»."""
    return 1900 <= reading.amounts[0].value <= 2100
