"""A date with the year or the day of the claim, as the text writes it."""

from __future__ import annotations

import re

from sverka.model.claim import Assertion
from sverka.model.figure import Figure
from sverka.model.quantity import Kind

_MONTH = 31
_SHORTEST_MONTH = 28


def other_days(figure: Figure, assertion: Assertion, language: str) -> str | None:
    """The date with the claimed year, or the claimed day of the month, where all else is right; None where the month
    is wrong too, or an ending hangs on the number that changes."""
    said, known = figure.days, assertion.days
    if figure.kind not in (Kind.DATE, Kind.PERIOD) or said is None or known is None:
        return None
    is_day, is_month = said.days < _SHORTEST_MONTH, said.days <= _MONTH
    if (is_month and said.start.month != known.start.month) or said.start.year != said.end.year:
        return None
    if is_day and (said.days != known.days or known.start.month != known.end.month):
        return None
    text: str | None = figure.text
    if said.start.year != known.start.year:
        text = _replaced(figure.text, str(said.start.year), str(known.start.year), language)
    if is_day and text is not None and said.start.day != known.start.day:
        text = _replaced(text, str(said.start.day), str(known.start.day), language) if said.days == 1 else None
    return text if text != figure.text else None


def _replaced(text: str, old: str, new: str, language: str) -> str | None:
    """The text with one number for another, where it stands once and has no ending of its own that would not fit."""
    found = list(re.finditer(rf"(?<!\d)0?{old}(?!\d)", text))
    if len(found) != 1:
        return None
    match = found[0]
    has_ending = re.match(r"[-‑–]?[^\W\d_]", text[match.end() :]) is not None
    if has_ending and old[-1] != new[-1]:
        return None
    written = new.zfill(2) if match[0].startswith("0") else new
    return f"{text[: match.start()]}{written}{text[match.end() :]}"
