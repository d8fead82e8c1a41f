"""A document's figures: every numeric expression, with its value, unit, hedge, kind and period. Knows no claims."""

from __future__ import annotations

from sverka.figures.reader import find_figures

__all__ = ["find_figures"]
