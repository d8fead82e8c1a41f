"""Read, analyse, find figures, check, report: the only file that knows all the stages."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sverka import __version__
from sverka.check import Checker
from sverka.check.elsewhere import with_retold_elsewhere
from sverka.claims import load_claims
from sverka.figures import find_figures
from sverka.model.claim import ClaimSet
from sverka.model.document import Document, DocumentDate
from sverka.model.figure import Figure
from sverka.model.finding import CheckedDocument, UncheckedDocument
from sverka.model.precision import Precision
from sverka.model.problem import Problem
from sverka.readers import LARGEST, LARGEST_ARCHIVE, STANDARD_INPUT, Input, collect, read, read_lines
from sverka.report.content import Extracted, Report
from sverka.text.analysis import analyse
from sverka.text.plain import plain
from sverka.workers import Lost, each_done, processes

if TYPE_CHECKING:
    from sverka.model.version import Versions

Made = TypeVar("Made")
Seen = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are read: what is said of all of them, and how precisely a written number is meant.

    `lines` makes each line of a file a document of its own, for `extract` only; `explain` keeps with each finding the
    claims that were considered, for `check` only.
    """

    language: str | None = None
    date: DocumentDate | None = None
    precision: Precision = field(default_factory=Precision)
    lines: bool = False
    explain: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """The figures of all documents, in the order of their paths, and what kept others from being read."""

    extracts: tuple[Extracted, ...]
    problems: tuple[Problem, ...]


def check(
    paths: Iterable[str | Path],
    claims: ClaimSet | Sequence[str | Path] = (),
    *,
    options: Options | None = None,
    jobs: int | None = 1,
    seen: Seen | None = None,
) -> Report:
    """The documents held against the claims: a report with every figure's fate.

    `paths` are files, folders, patterns, or `-`; `claims` a set, or the paths of its files. Nothing is checked
    against a set that has errors: the report then holds them, and no document. `jobs` of None means as many
    processes as are worth it; the report does not depend on it. `seen` is told how many documents of how many
    are done.
    """
    options = options or Options()
    if not isinstance(claims, ClaimSet):
        claims, problems = load_claims([Path(path) for path in claims], precision=options.precision)
        if problems:
            return Report((), claims, problems, __version__, options.precision)
    collection = collect(paths)
    missing = [UncheckedDocument(problem.file, problem) for problem in collection.missing]
    documents = tuple(all_done(partial(checking, claims, options), collection.inputs, jobs, seen))
    documents = with_retold_elsewhere(documents, claims.acceptances)
    return Report((*documents, *missing), claims, tuple(collection.problems), __version__, options.precision)


def extract(
    paths: Iterable[str | Path], *, options: Options | None = None, jobs: int | None = 1, seen: Seen | None = None
) -> Extraction:
    """Every figure of the documents, no claims needed; with `options.lines` each line is a document of its own."""
    collection = collect(paths)
    problems = [*collection.missing, *collection.problems]
    extracts: list[Extracted] = []
    for each in all_done(partial(_extracting, options or Options()), collection.inputs, jobs, seen):
        if isinstance(each, UncheckedDocument):
            problems.append(each.problem)
        else:
            extracts += each
    return Extraction(tuple(extracts), tuple(sorted(problems)))


def read_documents(paths: Iterable[str | Path], *, options: Options | None = None) -> tuple[Document, ...]:
    """The documents that paths name, as far as they can be read."""
    found = (_document(given, options or Options()) for given in collect(paths).inputs)
    return tuple(each for each in found if isinstance(each, Document))


def compare(first: str | Path, second: str | Path, *, options: Options | None = None) -> Versions | Problem:
    """What two versions of one text say differently; a problem where one of them is not one readable document."""
    one, two = (_only(path, options) for path in (first, second))
    if isinstance(one, Problem):
        return one
    if isinstance(two, Problem):
        return two
    from sverka.versions import differences  # a check does without

    return differences(one.document, one.figures, two.document, two.figures)


def _only(path: str | Path, options: Options | None) -> Extracted | Problem:
    """The one document that a path names."""
    found = extract([path], options=options)
    if found.problems:
        return found.problems[0]
    if len(found.extracts) != 1:
        return Problem(str(path), 0, 0, "not-one", "this is not one document", "name two files, one for each version")
    return found.extracts[0]


def all_done(
    prepare: Callable[[], Callable[[Input], Made]], inputs: Sequence[Input], jobs: int | None, seen: Seen | None
) -> Iterator[Made | UncheckedDocument]:
    """The work done on every input; one that fails, or takes its process down, hides no other."""
    inputs = [replace(each, data=_standard_input()) if each.path == STANDARD_INPUT else each for each in inputs]
    for number, each in enumerate(each_done(prepare, inputs, processes(jobs, len(inputs))), 1):
        if seen:
            seen(number, len(inputs))
        yield _lost(each.given) if isinstance(each, Lost) else each


def _standard_input() -> bytes:
    """Read here and not where the work is done, since other processes have no standard input."""
    return sys.stdin.buffer.read(LARGEST_ARCHIVE + 1) if sys.stdin else b""


def checking(claims: ClaimSet, options: Options) -> Callable[[Input], CheckedDocument | UncheckedDocument]:
    """What checks one input against a set of claims."""
    return checking_with(Checker(claims), options)


def checking_with(checker: Checker, options: Options) -> Callable[[Input], CheckedDocument | UncheckedDocument]:
    """What checks one input with a checker that was made ready before."""

    def work(given: Input) -> CheckedDocument | UncheckedDocument:
        document = _document(given, options)
        if isinstance(document, Problem):
            return UncheckedDocument(given.path, document)
        clear = plain(document)
        analysis = analyse(clear.document)
        figures = find_figures(analysis, options.precision)
        findings, told = checker.examine(analysis, figures, explain=options.explain)
        return CheckedDocument(document, clear.restored(findings), clear.restored(told))

    return partial(_guarded, work)


def _extracting(options: Options) -> Callable[[Input], tuple[Extracted, ...] | UncheckedDocument]:
    def work(given: Input) -> tuple[Extracted, ...] | UncheckedDocument:
        found = _lines(given, options) if options.lines else _document(given, options)
        if isinstance(found, Problem):
            return UncheckedDocument(given.path, found)
        documents = ((None, found),) if isinstance(found, Document) else found
        return tuple(Extracted(document, _figures(document, options), number) for number, document in documents)

    return partial(_guarded, work)


def _figures(document: Document, options: Options) -> tuple[Figure, ...]:
    clear = plain(document)
    return clear.restored(find_figures(analyse(clear.document), options.precision))


def _guarded(work: Callable[[Input], Made], given: Input) -> Made | UncheckedDocument:
    """A mistake of ours in one document is reported as such, with its place in the code, and hides no other."""
    try:
        return work(given)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        message = f"this document broke the checker: {type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
        remedy = "this is a mistake of sverka, not of the document; please report it with the document"
        return UncheckedDocument(given.path, Problem(given.path, 0, 0, "internal", f"{message}: {error}", remedy))


def _lost(given: Input) -> UncheckedDocument:
    message = "the process that checked this document died, perhaps for want of memory"
    return UncheckedDocument(given.path, Problem(given.path, 0, 0, "internal", message, "split the document"))


def _document(given: Input, options: Options) -> Document | Problem:
    data = _bytes(given, LARGEST)
    if isinstance(data, Problem):
        return data
    return read(given.path, data, facts=given.facts, language=options.language, date=options.date)


def _lines(given: Input, options: Options) -> Iterator[tuple[int | None, Document]] | Problem:
    data = _bytes(given, LARGEST_ARCHIVE)
    if isinstance(data, Problem):
        return data
    return read_lines(given.path, data, language=options.language, date=options.date)


def _bytes(given: Input, most: int) -> bytes | Problem:
    """What the file holds, but no more than a document may: a device may never end."""
    if given.file is None:
        return given.data or b""
    try:
        with given.file.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        message = f"this file cannot be read: {error.strerror or error}"
        return Problem(given.path, 0, 0, "unreadable", message, "check who may read it")
