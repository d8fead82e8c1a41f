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
from sverka.claims.meaning import by_thing
from sverka.claims.memory import Memory
from sverka.claims.mistakes import Notes
from sverka.claims.names import declared
from sverka.claims.normalise import Around, Ids, asserted, normalised
from sverka.claims.parse import Parsed
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
    memory: Memory | None = None,
) -> Loaded:
    """The claims of files, and of the folders' files that end in `.claims`, with everything that is wrong with them.

    All files form one set, whatever their order; of one that an editor has open, its `unsaved` text counts. Nothing is
    raised for what a file holds, or for one that cannot be read. The same `memory` given again makes anew only
    what has changed.
    """
    notes = Notes()
    memory = memory or Memory(lasting=False)
    memory.turn()
    pages, files = read(paths, notes, unsaved, memory.files)
    return _claim_set(pages, files, Tables(kept=memory.files), precision, notes, memory)


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
    pages = [page(name, sources[name]) for name in names]
    return _claim_set(pages, files, Tables(sources), precision, Notes(), Memory(lasting=False))


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
    pages: list[Page], files: list[ClaimFile], tables: Tables, precision: Precision, notes: Notes, memory: Memory
) -> Loaded:
    parsed: Sequence[Parsed] = [each for page in pages for each in memory.reader.parse(page, notes)]
    versions_checked(parsed, notes)
    names = declared(parsed, notes)
    parsed = with_rows(parsed, names, tables.open, notes, memory.rows)
    levels = Levels(precision, notes)
    ids = Ids()
    meanings = normalised(parsed, Around(names, levels, precision, notes), memory.stated)
    names.note_lookalikes(notes)
    stated = knitted(asserted(meanings, ids, memory.asserted), meanings)
    unlike(meanings, notes)
    things = by_thing(meanings)
    contradicted(things, notes, memory.agreeing)
    sums = checked(parsed, levels, precision, notes)
    assertions = (*stated, *derived(things, ids, memory.derived))
    accepted = acceptances(parsed, notes)
    files += [tables.files[name] for name in sorted(tables.files)]
    claims = ClaimSet(tuple(files), names.sources, names.subjects, names.metrics, assertions, accepted, sums)
    return claims, notes.all()
