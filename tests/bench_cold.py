"""How long a cold start takes, as a multiple of Python's own; a script, not a test.

    python tests/bench_cold.py [RUNS]

Prints the milliseconds of processor time that the middle one of several starts takes: of Python alone, of Python with
the libraries that a check needs, of `sverka --version`, and of `sverka check` on one Russian article of 8 KB.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
RULES = Path(__file__).parent.parent / "rules"
LIBRARIES = "import typer, pydantic, pymorphy3, tomllib, dataclasses, fractions, re"


def median(arguments: list[str], runs: int) -> float:
    """Milliseconds of processor time of the middle one of several runs, after one that compiles and warms the disk."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        # compiled once, as what pip installs is
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        for _ in range(runs + 1):
            before = os.times()
            subprocess.run([sys.executable, *arguments], capture_output=True, check=False, env=environment)
            after = os.times()
            times.append(1000 * (sum(after[2:4]) - sum(before[2:4])))
    return statistics.median(times[1:])


def article(size: int = 8000) -> Path:
    """The seed nearest to a size in bytes."""
    return min(SEEDS.glob("*.txt"), key=lambda path: (abs(path.stat().st_size - size), path.name))


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    bare = median(["-c", "pass"], runs)
    libraries = median(["-c", LIBRARIES], runs)
    version = median(["-m", "sverka", "--version"], runs)
    check = median(["-m", "sverka", "check", os.fspath(article()), "--claims", os.fspath(RULES)], runs)
    print(f"python alone          {bare:6.0f} ms")
    print(f"with the libraries    {libraries:6.0f} ms")
    print(f"sverka --version      {version:6.0f} ms  {version / bare:5.1f} x python")
    print(f"sverka check article  {check:6.0f} ms  {check / libraries:5.1f} x python with the libraries")


if __name__ == "__main__":
    main()
