"""What fingers do to digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sverka import languages
from sverka.model.span import Span
from sverka.slips.scene import Scene

Made = tuple[Span, str]
_RUN = re.compile(r"\d+")
_BETWEEN_ENDS = re.compile(r"(?P<first>\d[\d.,\s]*?)(?P<dash>\s?[-–—]\s?)(?P<second>\d[\d.,\s]*)")


def swapped(scene: Scene) -> Made | None:
    """The first two neighbours that differ change places: 41,5 becomes 14,5."""
    for run in _runs(scene):
        for at in range(run.start, run.end - 1):
            left, right = scene.document.text[at], scene.document.text[at + 1]
            if left != right and not (right == "0" and at == run.start):
                return Span(at, at + 2), right + left
    return None


def dropped(scene: Scene) -> Made | None:
    """The last digit of the first number that has more than one is lost: 165 becomes 16; a group of three stays."""
    for run in _runs(scene):
        if run.end - run.start > 1 and not _is_group(scene, run):
            return Span(run.end - 1, run.end), ""
    return None


def doubled(scene: Scene) -> Made | None:
    """The first digit stands there twice: 4,5 becomes 44,5."""
    run = next(_runs(scene), None)
    if run is None or scene.document.text[run.start] == "0" or scene.figure.days is not None:
        return None
    digit = scene.document.text[run.start]
    return Span(run.start, run.start + 1), digit * 2


def decimal_mark(scene: Scene) -> Made | None:
    """The decimal mark a place to the right, or gone where no digit is left behind it: 16,85 becomes 168,5."""
    marks = "".join(languages.table(scene.language).get("numerals", {}).get("decimal", ["."]))
    found = re.fullmatch(rf"(\D*\d+)([{re.escape(marks)}])(\d)(\d*)(\D*)", scene.words(scene.number))
    if found is None or (len(found[3] + found[4]) == 3 and found[2] != marks[0]):
        return None
    start = scene.number.start + found.start(2)
    moved = found[3] + (found[2] + found[4] if found[4] else "")
    return Span(start, scene.number.start + found.end(4)), moved


def reversed_range(scene: Scene) -> Made | None:
    """The ends of a range change places: «15–18» becomes «18–15»."""
    if len(scene.figure.values) != 2:
        return None
    found = _BETWEEN_ENDS.fullmatch(scene.words(scene.number))
    return (scene.number, f"{found['second']}{found['dash']}{found['first']}") if found else None


def _runs(scene: Scene) -> Iterator[Span]:
    """The runs of digits in a number; the century of a year in a date is not mistaken."""
    for run in _RUN.finditer(scene.words(scene.number)):
        century = 2 if scene.figure.days is not None and len(run[0]) == 4 else 0
        yield Span(scene.number.start + run.start() + century, scene.number.start + run.end())


def _is_group(scene: Scene, run: Span) -> bool:
    """Whether digits are one group of a number that is written in groups: the 800 of «1 800»."""
    text, number = scene.document.text, scene.number
    before = run.start > number.start and text[run.start - 1].isspace()
    behind = run.end < number.end and text[run.end].isspace()
    return (before or behind) and scene.figure.days is None
