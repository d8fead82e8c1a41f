"""Large claims sets kept between runs, where a platform keeps what can be made again; nothing depends on it.

What is kept is known by the contents of all files, by the program and by the settings, so that it is never stale.
It is plain JSON: a file that is broken, or is somebody else's, is not used, and nothing in one could be run.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from sverka.claims import load_claims
from sverka.claims.load import Loaded
from sverka.claims.mistakes import Notes
from sverka.claims.read import found, stamped
from sverka.claims.stored import from_stored, meaning, to_stored
from sverka.model.claim import ClaimFile, ClaimSet
from sverka.model.precision import Precision
from sverka.streams import write_whole

VARIABLE, OFF = "SVERKA_CACHE", "off"
# Smaller sets, of some two thousand lines, are read in less than a quarter of a second.
SMALLEST = 100_000
# So many sets are kept; whatever was made longest ago goes first.
MOST = 16
_SUFFIX = ".json-lines"


def cache_folder() -> Path | None:
    """The folder of the variable SVERKA_CACHE, or else the platform's; None where it is `off`, or there is none."""
    said = os.environ.get(VARIABLE, "")
    if said:
        return None if said == OFF else Path(said)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "sverka" / "cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "sverka"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "sverka"


def load_kept(paths: Sequence[Path], *, precision: Precision, folder: Path | None) -> Loaded:
    """The same as `load_claims` gives, from what a run before has kept of it, or kept for the next.

    Only what has no mistakes is kept. No folder, no cache; and that it cannot be written is no problem.
    """
    notes = Notes()
    files = found(paths, notes) if folder else []
    if folder is None or notes.all() or _size(files) < SMALLEST:
        return load_claims(paths, precision=precision)
    stamps = stamped(files)
    if stamps is None:
        return load_claims(paths, precision=precision)
    place = folder / _name(stamps)
    kept = _kept(place, _key(stamps, precision), len(stamps))
    if kept is not None:
        return kept, ()
    claims, problems = load_claims(paths, precision=precision)
    if not problems:
        # the files as they were when they were read, should one have changed since
        text = to_stored(claims, _key(claims.files[: len(stamps)], precision))
        write_whole(folder, {place.name: text})
        _tidy(folder)
    return claims, problems


def _size(files: Sequence[Path]) -> int:
    try:
        return sum(file.stat().st_size for file in files)
    except (OSError, ValueError):
        return 0


def _name(stamps: Sequence[ClaimFile]) -> str:
    """One name for one set in one place, so that a set as it is now takes the place of what it was."""
    cited = json.dumps([str(Path.cwd()), *(each.path for each in stamps)])
    return sha256(cited.encode("utf-8", "surrogatepass")).hexdigest()[:32] + _SUFFIX


def _key(stamps: Sequence[ClaimFile], precision: Precision) -> str:
    return json.dumps([meaning(), repr(precision), *([each.path, each.sha256] for each in stamps)])


def _kept(place: Path, key: str, count: int) -> ClaimSet | None:
    """The set of a file, where that is the user's own, and every table beside the first files is still the same."""
    try:
        if hasattr(os, "getuid") and place.stat().st_uid != os.getuid():
            return None
        claims = from_stored(place.read_bytes(), key)
    except OSError:
        return None
    if claims is None or stamped(Path(each.path) for each in claims.files[count:]) != claims.files[count:]:
        return None
    return claims


def _tidy(folder: Path) -> None:
    try:
        kept = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda file: file.stat().st_mtime_ns)
        for file in kept[:-MOST]:
            file.unlink(missing_ok=True)
    except OSError:
        pass  # another run is at it
