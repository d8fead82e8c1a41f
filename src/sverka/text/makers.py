"""The ways to make days of a matched pattern; each is named by the rules of the languages."""

from __future__ import annotations

from collections.abc import Callable

from sverka.text import makers_days, makers_months, makers_relative, makers_years
from sverka.text.moments import Context, Moment, Values

Maker = Callable[[Values, Context], Moment | None]
MAKERS: dict[str, Maker] = {
    **makers_days.MAKERS,
    **makers_months.MAKERS,
    **makers_years.MAKERS,
    **makers_relative.MAKERS,
}
