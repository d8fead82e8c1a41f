"""From files to a set of claims."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from sverka.claims.accepted import acceptances
from sverka.claims.checks import checked
from sverka.claims.choices import knitted, unlike
from sverka.claims.contradictions import contradicted
from sverka.claims.derive import derived
from sverka.claims.layout import page
from sverka.claims.levels import Levels
from sverka.claims.mistakes import Notes
from sverka.claims.names import declared
from sverka.claims.normalise import Ids, assertion, normalised
from sverka.claims.parse import Reader
from sverka.claims.read import Tables, read
from sverka.claims.rows import with_rows
from sverka.claims.tokens import Page
from sverka.claims.version import versions_checked
from sverka.model.claim import ClaimFile, ClaimSet
from sverka.model.precision import Precision
from sverka.model.problem import Problem

USUAL = Precision()
Loaded = tuple[ClaimSet, tuple[Problem, ...]]


def load_claims(
    paths: Sequence[Path],
    *,
    precision: Precision = USUAL,
    unsaved: Mapping[str, str] = MappingProxyType({}),
    reader: Reader | None = None,
) -> Loaded:
    """The claims of files, and of the folders' files that end in `.claims`, with everything that is wrong with them.

    All files form one set, whatever their order; of one that an editor has open, its `unsaved` text counts. Nothing is
    raised for what a file holds, or for one that cannot be read. The same `reader` given again reads only what has
    changed.
    """
    notes = Notes()
    pages, files = read(paths, notes, unsaved)
    return _claim_set(pages, files, Tables(), precision, notes, reader or Reader())


def load_texts(paths: Sequence[Path]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The texts of claims files, by their paths, and what kept others from being read; none is parsed."""
    notes = Notes()
    pages, _ = read(paths, notes)
    return {page.path: "\n".join(page.lines) for page in pages}, notes.all()


def parse_claims(sources: Mapping[str, str], *, precision: Precision = USUAL) -> Loaded:
    """The claims of texts in memory, by name, with everything that is wrong with them; a `.csv` is for tables.

    >>> claims, problems = parse_claims({"corridor.claims": "TITR volume 2024 = 4.5 Mt, +62%"})
    >>> [assertion.id for assertion in claims.assertions]
    ['TITR.volume.2024', 'TITR.volume.2024.change', 'TITR.volume.2023.derived']
    """
    names = sorted(name for name in sources if not name.endswith(".csv"))
    files = [ClaimFile(name, sha256(sources[name].encode("utf-8", "surrogatepass")).hexdigest()) for name in names]
    return _claim_set(
        [page(name, sources[name]) for name in names], files, Tables(sources), precision, Notes(), Reader()
    )


@contextmanager
def uncollected() -> Iterator[None]:
    """No garbage is looked for while a set is made: it has none, and the search takes half of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@uncollected()
def _claim_set(
    pages: list[Page], files: list[ClaimFile], tables: Tables, precision: Precision, notes: Notes, reader: Reader
) -> Loaded:
    parsed = [each for page in pages for each in reader.parse(page, notes)]
    versions_checked(parsed, notes)
    names = declared(parsed, notes)
    parsed = with_rows(parsed, names, tables.open, notes)
    levels = Levels(precision, notes)
    ids = Ids()
    meanings = normalised(parsed, names, levels, precision, notes)
    names.note_lookalikes(notes)
    stated = knitted([assertion(made, ids) for made in meanings], meanings)
    unlike(meanings, notes)
    contradicted(meanings, notes)
    sums = checked(parsed, levels, precision, notes)
    assertions = (*stated, *derived(meanings, ids))
    accepted = acceptances(parsed, notes)
    files += [tables.files[name] for name in sorted(tables.files)]
    claims = ClaimSet(tuple(files), names.sources, names.subjects, names.metrics, assertions, accepted, sums)
    return claims, notes.all()
