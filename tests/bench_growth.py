"""How the time of one text grows with its length; a script, not a test.

    python tests/bench_growth.py [BYTES]

Prints the seconds that reading, cutting and finding figures take at an eighth, a quarter, a half and the whole of a
length (half a megabyte), for texts that are the same few letters again and again, for lines of them, and for prose in
a single sentence. Twice the length should take twice the time.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from sverka.figures import find_figures
from sverka.model.document import Document
from sverka.readers import read
from sverka.text.analysis import analyse

SEEDS = Path(__file__).parent.parent / "seeds"
LENGTH = 512 * 1024
REPEATED = (
    "1",
    ",",
    "(",
    ". ",
    "5 ",
    "5\n",
    "1,",
    "1-",
    "½",
    "млн ",
    "пять ",
    "1 800 ",
    "вырос ",
    "в 2024 году ",
    "в 2024 году 5 млн, ",
    "с 5 до 6 млн ",
    "5 млн и ",
    "(5) ",
    "1 и 2 марта, ",
    "может 5 ",
    "а-",
    "www.",
)


def prose() -> str:
    """The seeds in one sentence of one line."""
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    return " ".join(text.translate(dict.fromkeys(map(ord, ".!?…"), ",")).split()) + ", "


def seconds(text: str) -> tuple[float, int]:
    """How long a text takes, and how many figures it has."""
    began = time.process_time()
    document = read("growth.txt", text.encode(), language="ru")
    assert isinstance(document, Document)
    found = find_figures(analyse(document))
    return time.process_time() - began, len(found)


def of_length(piece: str, length: int) -> str:
    """A piece said again until it has so many bytes."""
    data = piece.encode()
    return (data * (length // len(data) + 1))[:length].decode(errors="ignore")


def main() -> None:
    whole = int(sys.argv[1]) if len(sys.argv) > 1 else LENGTH
    lengths = [whole // part for part in (8, 4, 2, 1)]
    seconds(prose())  # loads the dictionary
    print(f"{'seconds of':22}" + "".join(f"{length // 1024:7} KB" for length in lengths) + "   growth   figures")
    for name, piece in [*((repr(piece), piece) for piece in REPEATED), ("prose", prose())]:
        told = [seconds(of_length(piece, length)) for length in lengths]
        times = "".join(f"{spent:10.2f}" for spent, _ in told)
        print(f"{name:22}{times}{told[-1][0] / max(told[0][0], 0.001):8.1f} x{told[-1][1]:10}", flush=True)


if __name__ == "__main__":
    main()
