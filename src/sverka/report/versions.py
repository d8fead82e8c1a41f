"""What two versions of a text say differently, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator

from sverka.model.document import Document
from sverka.model.figure import Figure
from sverka.model.version import Aspect, Difference, Versions
from sverka.report.cells import clean
from sverka.report.jsontext import write
from sverka.report.lines import LineIndex
from sverka.report.objects import Object, figure_object
from sverka.report.words import plural

_SAID = {
    Aspect.VALUE: "other numbers",
    Aspect.UNIT: "other units",
    Aspect.HEDGE: "a hedge in one of them only, or another",
    Aspect.STATUS: "fact in one, intent in the other",
    Aspect.PERIOD: "other periods",
    Aspect.FIRST_ONLY: "in the first only",
    Aspect.SECOND_ONLY: "in the second only",
}


def to_versions_text(versions: Versions) -> str:
    """A block for each difference: what differs, and where each version says what."""
    lines = [line for each in versions.differences for line in _block(versions, each)]
    count = plural(len(versions.differences), "difference")
    return "\n".join([*lines, f"{count}, {plural(versions.same, 'figure')} the same", ""])


def _block(versions: Versions, difference: Difference) -> Iterator[str]:
    yield f"{difference.aspect}: {_SAID[difference.aspect]}"
    sides = ((versions.first, difference.first), (versions.second, difference.second))
    yield from (_place(document, figure) for document, figure in sides if figure)
    yield ""


def _place(document: Document, figure: Figure) -> str:
    line, column = LineIndex(document.text).position(figure.span.start)
    return f"  {clean(document.path)}:{line}:{column}: “{clean(figure.text)}”"


def to_versions_json(versions: Versions) -> str:
    """The differences as objects, each with the figures of both versions."""
    return write(
        {
            "schema_version": "1",
            "first": versions.first.path,
            "second": versions.second.path,
            "same": versions.same,
            "differences": [
                {
                    "aspect": each.aspect,
                    "first": _object(versions.first, each.first),
                    "second": _object(versions.second, each.second),
                }
                for each in versions.differences
            ],
        }
    )


def _object(document: Document, figure: Figure | None) -> Object | None:
    return figure_object(document, figure) if figure else None
