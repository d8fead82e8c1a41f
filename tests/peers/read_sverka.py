"""sverka itself, through its public door; what it ignores is no reading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from serve import Reading, Text, reading, serve

from sverka import Options, document_date, extract
from sverka.model.figure import Figure

_folder = TemporaryDirectory()
_file = Path(_folder.name) / "text.txt"


def read(given: Text) -> Iterator[Reading]:
    _file.write_text(given.text, encoding="utf-8", newline="")
    options = Options(given.language, document_date(given.date, "command line") if given.date else None)
    for extracted in extract([_file], options=options).extracts:
        yield from (_reading(figure) for figure in extracted.figures if figure.ignored is None)


def _reading(figure: Figure) -> Reading:
    days = [figure.days.start.isoformat(), figure.days.end.isoformat()] if figure.days and not figure.values else None
    return reading(figure.span.start, figure.span.end, figure.values, figure.unit, days)


serve(read)
