"""A document's figures, in order: dates first, then quantities in what is left, then whatever digits remain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import chain

from sverka.figures.build import figure_of
from sverka.figures.columns import with_column_years, with_table_periods
from sverka.figures.dated import DATELINE, date_figures
from sverka.figures.headed import with_heading_units
from sverka.figures.leftovers import leftovers, merged, reference_figures
from sverka.figures.parallels import Earlier
from sverka.figures.passage import Passage
from sverka.figures.passages import passages
from sverka.figures.ranges import DASHES
from sverka.figures.references import firm_references, soft_references
from sverka.figures.rules import read
from sverka.figures.status import attach_status
from sverka.figures.triggers import triggers
from sverka.figures.when import attach_periods
from sverka.model.figure import Figure
from sverka.model.precision import Precision
from sverka.text.analysis import Analysis, parts
from sverka.text.dates import find_dates


def find_figures(analysis: Analysis, precision: Precision = Precision()) -> tuple[Figure, ...]:  # noqa: B008
    """Every figure of a document, in the order of the text and without overlap.

    Each digit of the document lies in exactly one of them, in menus and datelines too; those are found to be ignored.
    Paragraphs in another language than the document's are read with the words of their own.
    """
    languages = parts(analysis)
    if len(languages) > 1:
        each = (find_figures(part, precision) for part in languages)
        return tuple(sorted(chain.from_iterable(each), key=lambda figure: figure.span))
    held = triggers(analysis)
    analysis = analysis.only(held.sentences)
    dates = find_dates(analysis)
    firm = reference_figures(analysis, firm_references(analysis.text, held.blocks))
    dated = date_figures(analysis, dates)
    known = merged(firm, dated)
    known = merged(known, reference_figures(analysis, soft_references(analysis.text, held.blocks)))
    taken = [figure.span for figure in known]
    found = sorted(
        (*known, *_quantities(passages(analysis, taken, held.lines), precision)), key=lambda figure: figure.span
    )
    found = sorted((*found, *leftovers(analysis.text, held.blocks, found)), key=lambda figure: figure.span)
    found = list(with_column_years(analysis, found))
    measured = with_heading_units(analysis, found, _finding(precision), precision)
    lasting = tuple(date for date, figure in zip(dates, dated, strict=True) if figure.why != DATELINE)
    return with_table_periods(analysis, attach_periods(analysis, lasting, attach_status(analysis, measured)))


@cache
def _finding(precision: Precision) -> Callable[[Analysis], tuple[Figure, ...]]:
    """The same reader whenever it is asked for, so that what it reads can be kept."""
    return partial(find_figures, precision=precision)


def _quantities(found: Iterable[Passage], precision: Precision) -> Iterator[Figure]:
    block, earlier, asked = None, Earlier(), -1
    for passage in found:
        known = passage.block is block or _answers(passage, asked)
        earlier = earlier if known else Earlier()
        readings = read(passage, earlier)
        if readings:
            earlier = earlier.then(passage, readings)
            block = passage.block
            asked = passage.span.end if passage.text[passage.span.end - 1] == "?" else -1
        for reading in readings:
            yield figure_of(passage, reading, precision)


def _answers(passage: Passage, asked: int) -> bool:
    """Whether a passage is the line of an interview right behind the question that ends at an offset."""
    between = passage.text[asked : passage.span.start]
    return asked >= 0 and not between.strip() and passage.text[passage.span.start] in DASHES
