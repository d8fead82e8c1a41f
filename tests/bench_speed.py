"""How fast figures are found, on one core; a script, not a test.

    python tests/bench_speed.py [RUNS]

Prints, for the seeds, for the Russian drafts and both together, and for the drafts of each other language, how many
figures a KB has, the MB of UTF-8 a second that reading, cutting, finding figures and writing them as JSON lines take,
and all of it. Each text is a document of its own, everything is warm, and the best of several runs (5) counts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

from sverka.figures import find_figures
from sverka.model.document import Document
from sverka.readers import read
from sverka.report import to_jsonl
from sverka.report.content import Extracted
from sverka.text.analysis import analyse

SEEDS = Path(__file__).parent.parent / "seeds"
DRAFTS = Path(__file__).parent / "gold" / "drafts"
STAGES = ("read", "analyse", "find", "render")
Given = ParamSpec("Given")
Made = TypeVar("Made")


class Clock:
    """The seconds of one run by stage, and the figures found."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys(STAGES, 0.0)
        self.figures = 0

    def timed(self, stage: str, work: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made:
        began = time.process_time()
        made = work(*given, **named)
        self.spent[stage] += time.process_time() - began
        return made

    @property
    def total(self) -> float:
        return sum(self.spent.values())


def run(texts: Sequence[tuple[str, bytes]]) -> Clock:
    """Every text once, each as a document of its own."""
    clock = Clock()
    for name, data in texts:
        document = clock.timed("read", read, name, data)
        assert isinstance(document, Document)
        analysis = clock.timed("analyse", analyse, document)
        figures = clock.timed("find", find_figures, analysis)
        clock.timed("render", to_jsonl, [Extracted(document, figures)])
        clock.figures += len(figures)
    return clock


def texts_of(*folders: Path) -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for folder in folders for path in sorted(folder.glob("*.txt"))]


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    sets = {"ru seeds": (SEEDS,), "ru drafts": (DRAFTS / "ru",), "ru both": (SEEDS, DRAFTS / "ru")}
    sets |= {f"{tag} drafts": (DRAFTS / tag,) for tag in ("en", "kk", "az")}
    print(f"{'MB/s':10}{'KB':>6}{'figures/KB':>12}" + "".join(f"{stage:>9}" for stage in (*STAGES, "all")))
    for name, folders in sets.items():
        texts = texts_of(*folders)
        size = sum(len(data) for _, data in texts)
        best = min((run(texts) for _ in range(runs + 1)), key=lambda clock: clock.total)
        speeds = [size / 1e6 / max(spent, 1e-9) for spent in (*best.spent.values(), best.total)]
        told = "".join(f"{speed:9.2f}" for speed in speeds)
        print(f"{name:10}{size / 1000:6.0f}{best.figures / size * 1000:12.1f}{told}", flush=True)


if __name__ == "__main__":
    main()
