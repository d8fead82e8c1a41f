"""The words of this field that are shared by claims and figures."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What sort of statement a number makes."""

    LEVEL = "level"
    CHANGE = "change"
    ORDINAL = "ordinal"
    DATE = "date"
    PERIOD = "period"
    DURATION = "duration"


class Hedge(StrEnum):
    """How a wording loosens or bounds its number."""

    ABOUT = "about"
    ALMOST = "almost"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    UP_TO = "up_to"


class Status(StrEnum):
    """Whether a number is told as fact or as intent."""

    ACTUAL = "actual"
    TARGET = "target"
    FORECAST = "forecast"
    PLAN = "plan"

    @property
    def is_fact(self) -> bool:
        return self is Status.ACTUAL


class Relation(StrEnum):
    """How a claim relates to its value."""

    EQUAL = "="
    ABOUT = "~"
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
