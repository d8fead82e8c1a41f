"""How long a set of claims takes to load, as a multiple of reading the same facts as JSON; a script, not a test.

    python tests/bench_claims.py [LINES …]

Writes sets of so many lines (10,000 and 100,000) as analysts write them: sources, names with aliases in four
languages, and claims of every kind. Prints the seconds of processor time, the median of a few fresh processes, that
loading one takes, less those of a process that loads nothing: with no cache, and from one that a run before has
filled; those of reading the same facts from JSON, as `sverka claims` prints them; and how often those go into the
first. Then the milliseconds that checking one short draft takes, warm: they should not grow with the set.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

RUNS = 3
NOTHING = "import sverka.cache"
LOAD = """
import sys
from pathlib import Path
from sverka.cache import load_kept
from sverka.model.precision import Precision
folder = Path(sys.argv[2]) if sys.argv[2:] else None
claims, problems = load_kept([Path(sys.argv[1])], precision=Precision(), folder=folder)
assert claims.assertions and not problems, problems[:3]
"""
BARE = "import json, sys"
READ = """
import json, sys
facts = json.load(open(sys.argv[1], encoding="utf-8"))
assert facts
"""
CHECK = """
import sys, time
from pathlib import Path
from sverka.check import Checker
from sverka.claims import load_claims
from sverka.figures import find_figures
from sverka.readers import read
from sverka.text.analysis import analyse
checker = Checker(load_claims([Path(sys.argv[1])])[0])
analysis = analyse(read("draft.txt", sys.argv[2].encode()))
figures = find_figures(analysis)
def spent():
    began = time.perf_counter()
    checker.check(analysis, figures)
    return time.perf_counter() - began
print(min(spent() for _ in range(10)))
"""
DRAFT = "Объём перевозок перевозчика номер 7 в 2024 году составил 4,5 млн тонн, на 5 % больше, чем годом раньше."
FORMS = (
    "{s} volume {y} = {n} Mt, +{p}%  from {o}",
    "{s} volume {y} target = {n} Mt",
    "{s} trade {y} ~ {k} M USD  from {o}",
    "{s} trade {y} ytd +{p}%  from {o}",
    "{s} time {y} = {d}..{e} day",
    "{s} companies {y} > {k}  from {o}  # counted by hand",
    "{s} meeting {y}-03 = {d}th",
    "{s} signed {y} = {y}-04-08",
    '{s} volume {y}-Q1 = {n} kt  from {o} "by rail alone"',
    "{s} share {y} = {p} %",
    "{s} share {y}-H1 -{p} pp vs {b}",
    "{s} rate {y} forecast = {n} Mt/yr ± 2%",
)
ENTITY = """
entity {id} "Carrier {n} of the route"
  ru: "Перевозчик {n}", "перевозчик … номер {n}"
  en: "Carrier {n}"
  kk: "Тасымалдаушы {n}"
  az: "Daşıyıcı {n}"
"""
METRICS = """
metric volume: mass
  ru: "объём перевозок", "грузопоток"
  en: "cargo volume"
metric trade: money
  ru: "товарооборот"
metric time: duration
  en: "transit time"
metric companies: count
metric meeting: ordinal
metric signed: date
metric share: share
  en: "share"
metric rate: mass/yr
"""


def lines(count: int) -> Iterator[str]:
    """So many lines of claims, or a few more: the same every time."""
    dice = random.Random(count)
    yield from METRICS.splitlines()
    sources = [f"office-{year}" for year in range(2000, 2031)]
    yield from (f'source {each} "Statistics office" {each[-4:]}-12-31 https://example.org/{each}' for each in sources)
    made, number = len(METRICS.splitlines()) + len(sources), 0
    while made < count:
        number += 1
        entity = ENTITY.format(id=f"carrier-{number}", n=number).splitlines()
        claims = [
            FORMS[form].format(
                s=f"carrier-{number}",
                y=year,
                b=year - 1,
                n=f"{dice.randint(1, 99)}.{dice.randint(1, 9)}",
                k=dice.randint(2, 999),
                p=dice.randint(1, 60),
                d=dice.choice((4, 5, 6, 7, 8, 9)),
                e=dice.randint(10, 30),
                o=dice.choice(sources),
            )
            for year in dice.sample(range(2000, 2030), 4)
            for form in sorted(dice.sample(range(len(FORMS)), 9))
        ]
        yield from (*entity, *claims)
        made += len(entity) + len(claims)


def seconds(program: str, *arguments: str) -> float:
    """The median processor time of a fresh process."""
    times = []
    for _ in range(RUNS):
        before = os.times()
        subprocess.run([sys.executable, "-c", program, *arguments], check=True)
        after = os.times()
        times.append(sum(after[2:4]) - sum(before[2:4]))
    return statistics.median(times)


def main() -> None:
    counts = [int(each) for each in sys.argv[1:]] or [10_000, 100_000]
    print(f"{'lines':>8}{'load s':>9}{'cache s':>9}{'JSON s':>9}{'load/JSON':>11}{'draft ms':>10}")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            claims, facts = Path(folder, "rules", "all.claims"), Path(folder, "all.json")
            claims.parent.mkdir()
            claims.write_text("\n".join(lines(count)) + "\n", encoding="utf-8")
            told = [sys.executable, "-m", "sverka", "claims", str(claims), "--format", "json"]
            facts.write_bytes(subprocess.run(told, check=True, stdout=subprocess.PIPE).stdout)
            idle = seconds(NOTHING)
            load = seconds(LOAD, str(claims.parent)) - idle
            kept = seconds(LOAD, str(claims.parent), str(Path(folder, "cache"))) - idle
            read = seconds(READ, str(facts)) - seconds(BARE)
            checked = [sys.executable, "-c", CHECK, str(claims.parent), DRAFT]
            draft = 1000 * float(subprocess.run(checked, check=True, stdout=subprocess.PIPE).stdout)
            print(f"{count:8}{load:9.2f}{kept:9.2f}{read:9.2f}{load / read:11.1f}{draft:10.1f}", flush=True)


if __name__ == "__main__":
    main()
