"""sverka beside its peers, on the same texts in the same run; a script, not a test.

    python tests/bench_peers.py [--cache FOLDER] [--only NAME …] [--misses FOLDER]

Each peer is installed into an environment of its own below the cache, or below a folder that is removed afterwards.
Prints, for each language and class of the gold figures, how many of the values each finds, with units where it gives
any, and the megabytes of text that it reads in a second on one core. A peer that cannot be installed or run is said
to be so. `--misses` writes what each got wrong.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from gold import Row, rows
from peers.rivals import PEERS, Peer, installed
from peers.score import Score

FOLDER = Path(__file__).parent / "peers"
OURS = ("sverka",)
CLASSES = ("wild", "synthetic", "known-failure")


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--cache", type=Path, help="where the environments of the peers are kept")
    given.add_argument("--only", nargs="*", default=[], help="the names of some peers")
    given.add_argument("--misses", type=Path, help="a folder for what each got wrong")
    options = given.parse_args()
    with TemporaryDirectory() as spare:
        for language in ("ru", "en"):
            peers = [peer for peer in PEERS if peer.language == language and peer.name in (options.only or [peer.name])]
            compare(language, peers, options.cache or Path(spare), options.misses)


def compare(language: str, peers: Sequence[Peer], cache: Path, misses: Path | None) -> None:
    """Prints the table of one language."""
    texts = rows("figures", f"{language}.jsonl")
    print(f"\n## {language}\n")
    print("| reader | set | right | precision | F1 | value and unit | dates | MB/s |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    ours = Peer("sverka", language, (), has_units=True, has_dates=True)
    for peer in (ours, *peers):
        python = Path(sys.executable) if peer is ours else installed(peer, cache)
        told = python if isinstance(python, str) else run(peer, python, texts)
        if isinstance(told, str):
            print(f"| {peer.name} | not to be had here: {told} |")
            continue
        readings, seconds = told
        _print_scores(peer, texts, readings, seconds, misses)


def run(peer: Peer, python: Path, texts: Sequence[Row]) -> tuple[list[list[Row]], float] | str:
    """What a peer reads of each text, and its seconds; or why it could not."""
    lines = "".join(
        json.dumps({"text": text["text"], "language": peer.language, "date": text["date"]}) + "\n" for text in texts
    )
    command = [str(python), str(FOLDER / peer.adapter)]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    if done.returncode:
        return (done.stderr.strip().splitlines() or [f"it ended with {done.returncode}"])[-1]
    *readings, last = map(json.loads, done.stdout.splitlines())
    return readings, last["seconds"]


def _print_scores(
    peer: Peer, texts: Sequence[Row], readings: Sequence[Sequence[Row]], seconds: float, misses: Path | None
) -> None:
    speed = sum(len(text["text"].encode()) for text in texts) / 1_000_000 / seconds
    for sort in (*CLASSES, "negative"):
        score = Score()
        for text, found in zip(texts, readings, strict=True):
            if text["class"] == sort:
                score.add(text, found)
        print(_line(peer, sort, score, speed), flush=True)
        if misses:
            misses.mkdir(parents=True, exist_ok=True)
            misses.joinpath(f"{peer.language}-{peer.name}-{sort}.txt").write_text("\n".join(score.misses))


def _line(peer: Peer, sort: str, score: Score, speed: float) -> str:
    if sort == "negative":
        right = 100 * score.silent / score.texts
        return f"| {peer.name} | negative | {right:.1f} | | | | | {speed:.3f} |"
    units = f"{100 * score.with_unit / score.measured:.1f}" if peer.has_units else ""
    dates = f"{100 * score.dated / score.dates:.1f}" if peer.has_dates and score.dates else ""
    values = f"{score.recall:.1f} | {score.precision:.1f} | {score.f1:.1f}"
    return f"| {peer.name} | {sort} | {values} | {units} | {dates} | {speed:.3f} |"


if __name__ == "__main__":
    main()
