"""Slips of the pen: the wrong texts that one covered figure could easily have become. Knows no claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sverka.model.document import Document
from sverka.model.finding import Fate, Finding
from sverka.model.slip import Slip, SlipKind
from sverka.model.span import Span
from sverka.slips.context import hedge_added, hedge_dropped, neighbour, year
from sverka.slips.digits import decimal_mark, doubled, dropped, reversed_range, swapped
from sverka.slips.scene import Scene
from sverka.slips.words import by_for_to, direction, intent, points, relative_period, scale, unit

__all__ = ["slips_of"]

# What a slip puts where, or None where a figure gives no occasion for it.
Maker = Callable[[Scene], "tuple[Span, str] | None"]

MAKERS: tuple[tuple[SlipKind, Maker], ...] = (
    (SlipKind.SWAPPED, swapped),
    (SlipKind.DROPPED, dropped),
    (SlipKind.DOUBLED, doubled),
    (SlipKind.MARK, decimal_mark),
    (SlipKind.SCALE, scale),
    (SlipKind.POINTS, points),
    (SlipKind.DIRECTION, direction),
    (SlipKind.PERIOD, year),
    (SlipKind.PERIOD, relative_period),
    (SlipKind.STATUS, intent),
    (SlipKind.NEIGHBOUR, neighbour),
    (SlipKind.UNIT, unit),
    (SlipKind.HEDGE_DROPPED, hedge_dropped),
    (SlipKind.HEDGE_ADDED, hedge_added),
    (SlipKind.RANGE, reversed_range),
    (SlipKind.BY_FOR_TO, by_for_to),
)


def slips_of(document: Document, findings: Sequence[Finding]) -> Iterator[tuple[Finding, Slip]]:
    """Every slip that can be made in a figure that agrees, one of each kind, in the order of the text."""
    for index, finding in enumerate(findings):
        if finding.fate is not Fate.AGREE:
            continue
        scene = Scene(document, findings, index)
        for kind, make in MAKERS:
            made = make(scene)
            if made is not None and made[0].of(document.text) != made[1]:
                yield finding, Slip(kind, *made)
