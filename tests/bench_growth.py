"""How the time of one text grows with its length; a script, not a test.

    python tests/bench_growth.py [KILOBYTES] [NAME …]

Prints the seconds of processor time that reading, cutting and finding figures take at 1, 2, 4 and 8 times a length,
and how many times as long the last takes as the first: 8 is in proportion. The texts are the same few letters again
and again, lines of them, every category of Unicode, and prose in a single sentence. The length is the largest, up to
an eighth of half a megabyte or of so many kilobytes, that takes less than a tenth of a second: texts of nothing but
figures are shorter so. With a name, only the texts that hold it.
"""

from __future__ import annotations

import sys
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from sverka.figures import find_figures
from sverka.model.document import Document
from sverka.readers import read
from sverka.text.analysis import analyse
from sverka.text.plain import plain

SEEDS = Path(__file__).parent.parent / "seeds"
TIMES = (1, 2, 4, 8)
ENOUGH = 0.1  # seconds
WORST = 12  # times as long for 8 times the length; more is marked
REPEATED = (
    "1",
    "12 ",
    "5 ",
    "5\n",
    "1,",
    "1.",
    "1-",
    "1/",
    "½",
    "(5) ",
    ",",
    ". ",
    "-",
    "«",
    '"',
    "'",
    "“5” ",
    "(",
    "[(",
    "()",
    "((5)) ",
    "*",
    "~",
    "\n",
    "# 5\n",
    "- 5\n",
    "а",
    "а-",
    "а ",
    "IV ",
    "www.",
    "a@b ",
    "+7 ",
    "№ 5 ",
    "$5 ",
    "млн ",
    "пять ",
    "двадцать пять ",
    "миллион ",
    "1 800 ",
    "1,234.5 ",
    "вырос ",
    "может 5 ",
    "в 2024 году ",
    "в 2024 году 5 млн, ",
    "1 и 2 марта, ",
    "с 5 до 6 млн ",
    "5 млн и ",
    "около не более ",
    "в 2 раза ",
    "\u200b",
    "5\u200b",
    "тон\u00adн ",
    "\u202e5 млн\u202c ",
    "שלום 5 ",
    "е\u0301",
    "5\u0301",
    "а\u0323\u0301",
    "٤٥ ",
    "４５",
    "५,",
)


def categories() -> Iterator[tuple[str, str]]:
    """For every category of Unicode some of its characters, each beside a digit."""
    found: dict[str, list[str]] = {}
    for code in range(1, 0x11000):
        found.setdefault(unicodedata.category(chr(code)), []).append(chr(code))
    for category, letters in sorted(found.items()):
        if category != "Cs":
            yield category, "".join(f"{letter}5 " for letter in letters[:: len(letters) // 50 + 1])


def prose() -> str:
    """The seeds in one sentence of one line."""
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    return " ".join(text.translate(dict.fromkeys(map(ord, ".!?…"), ",")).split()) + ", "


def nested(length: int) -> str:
    """Brackets within brackets, a figure in the innermost."""
    return "(" * (length // 2) + "5" + ")" * (length // 2)


def seconds(text: str) -> tuple[float, int]:
    """How long a text takes, and how many figures it has; a text that is none takes no time."""
    began = time.process_time()
    document = read("growth.txt", text.encode(), language="ru")
    if not isinstance(document, Document):
        return time.process_time() - began, 0
    clear = plain(document)
    found = clear.restored(find_figures(analyse(clear.document)))
    return time.process_time() - began, len(found)


def of_length(piece: str, length: int) -> str:
    """A piece said again until it has so many bytes."""
    data = piece.encode()
    return (data * (length // len(data) + 1))[:length].decode(errors="ignore")


def first_length(piece: str, most: int) -> int:
    """The largest length that takes no more than enough, found by doubling."""
    length = min(1024, most)
    while length * 2 <= most and seconds(of_length(piece, length))[0] < ENOUGH / 2:
        length *= 2
    return length


def show(name: str, texts: list[str]) -> None:
    told = [seconds(text) for text in texts]
    growth = told[-1][0] / max(told[0][0], 0.001)
    times = "".join(f"{spent:9.3f}" for spent, _ in told)
    size = len(texts[-1].encode()) // 1024
    print(f"{name:24}{size:7} KB{times}{growth:8.1f} x{told[-1][1]:9}{'   <--' if growth > WORST else ''}", flush=True)


def main() -> None:
    given = sys.argv[1:]
    most = int(given.pop(0)) * 1024 // 8 if given and given[0].isdigit() else 64 * 1024
    seconds(prose())  # loads the dictionary
    print(f"{'seconds of':24}{'whole':>10}" + "".join(f"{f'{count}x':>9}" for count in TIMES) + "    growth  figures")
    pieces = [*((repr(piece)[1:-1], piece) for piece in REPEATED), *categories(), ("prose", prose())]
    for name, piece in pieces:
        if not given or any(word in name for word in given):
            length = first_length(piece, most)
            show(name, [of_length(piece, length * count) for count in TIMES])
    if not given or "nested" in given:
        show("nested", [nested(10_000 * count) for count in TIMES])


if __name__ == "__main__":
    main()
