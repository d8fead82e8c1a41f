"""Makes the tables of CLDR: `python -m sverka.cldr.build NODE_MODULES [FOLDER]`, where npm has put PACKAGES.

The same packages give the same bytes; the checks of this repository make the tables again and compare.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sverka.cldr import FOLDER
from sverka.cldr.factors import Factors
from sverka.units import CURRENCIES

VERSION = "48.2.0"
PACKAGES = ("cldr-core", "cldr-units-full", "cldr-numbers-full", "cldr-dates-full")
_NUMBER = re.compile(r"\s*\{0\}\s*")
_SIGN = re.compile("[-/.]")
_ONE = str.maketrans("ё’ʼ\u2011", "е''-")  # as the words of a text are folded
_DIGITS = re.compile(r"0+")
_COUNTED = re.compile(r"(?:unitPattern|displayName|accusative|[a-z]+)-count-\w+|displayName")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIMES = ("year", "quarter", "month", "week", "day")
_TYPE = "relative-type-"
Table = Mapping[str, Any]


class Source:
    """The packages as npm has put them into a folder; another version than VERSION is refused."""

    def __init__(self, modules: Path) -> None:
        self._modules = modules
        for package in PACKAGES:
            found = self._read(package, "package.json")["version"]
            if found != VERSION:
                raise SystemExit(f"{package} is {found}, not {VERSION}")

    def supplemental(self, name: str) -> Any:
        return self._read("cldr-core", f"supplemental/{name}.json")["supplemental"]

    def main(self, package: str, tag: str, name: str) -> Any:
        return self._read(package, f"main/{tag}/{name}.json")["main"][tag]

    def notice(self) -> str:
        return (self._modules / "cldr-core" / "LICENSE").read_text(encoding="utf-8")

    def _read(self, package: str, path: str) -> Any:
        return json.loads((self._modules / package / path).read_bytes())


def made(modules: Path) -> dict[str, str]:
    """The text of every file by its name."""
    source = Source(modules)
    names = tomllib.loads((FOLDER / "names.toml").read_text(encoding="utf-8"))
    factors = Factors(source.supplemental("units"))
    files = {f"{tag}.json": _written(_language(source, tag, names["units"])) for tag in names["tags"]}
    files["factors.json"] = _written({code: factors.of(unit) for code, unit in names["units"].items()})
    return files | {"LICENSE": source.notice()}


def _written(table: Table) -> str:
    """JSON with a line for each word's unit, so that a new version shows as a change of lines."""
    return json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def _language(source: Source, tag: str, names: Mapping[str, str]) -> Table:
    numbers = source.main("cldr-numbers-full", tag, "numbers")["numbers"]
    fields = source.main("cldr-dates-full", tag, "dateFields")["dates"]["fields"]
    days = source.main("cldr-dates-full", tag, "ca-gregorian")["dates"]["calendars"]["gregorian"]
    marks = numbers["symbols-numberSystem-latn"]
    return {
        "decimal": marks["decimal"],
        "group": marks["group"],
        "units": _units(source.main("cldr-units-full", tag, "units")["units"], names),
        "currencies": _currencies(source.main("cldr-numbers-full", tag, "currencies")["numbers"]["currencies"]),
        "scales": _scales(numbers["decimalFormats-numberSystem-latn"]),
        "months": _named(days["months"], map(str, range(1, 13))),
        "weekdays": _named(days["days"], _WEEKDAYS),
        "quarters": _named(days["quarters"], "1234"),
        "relative": {name: _relative(fields[name]) for name in (*_TIMES, *_WEEKDAYS)},
    }


def _units(units: Table, names: Mapping[str, str]) -> Table:
    """Under each code its words, in every case and number that is given, and its abbreviations."""
    keys = {key.partition("-")[2]: key for key in units["long"]}
    found = {}
    for code, name in names.items():
        if name in keys:
            short = [form for size in ("short", "narrow") for form in _forms(units[size][keys[name]])]
            found[code] = {"words": _phrases(_forms(units["long"][keys[name]])), "marks": _distinct(short)}
    return found


def _forms(patterns: Table) -> Iterator[str]:
    yield from (_NUMBER.sub(" ", text).strip() for key, text in patterns.items() if _COUNTED.fullmatch(key))


def _currencies(currencies: Table) -> Table:
    """Under each code its names and its signs; a narrow sign that several share is nobody's."""
    narrow = [currencies[code].get("symbol-alt-narrow") for code in CURRENCIES if code in currencies]
    found = {}
    for code in sorted(CURRENCIES & set(currencies)):
        row = currencies[code]
        sign = row.get("symbol-alt-narrow")
        signs = [row.get("symbol"), row.get("symbol-alt-variant"), sign if narrow.count(sign) == 1 else None]
        found[code] = {"words": _phrases(_forms(row)), "marks": _distinct(one for one in signs if one)}
    return found


def _scales(formats: Table) -> Table:
    """The words of compact numbers by what they are worth: "00 тысяч" beside 10000 says a thousand."""
    found: dict[str, list[str]] = {}
    for size in ("long", "short"):
        for key, pattern in formats[size]["decimalFormat"].items():
            digits, word = _DIGITS.search(pattern), pattern.replace("'", "").strip("0 \u00a0")
            if digits and word and "-" in key:
                worth = int(key.partition("-")[0]) // 10 ** (len(digits[0]) - 1)
                found.setdefault(str(worth), []).append(word)
    return {worth: _words(words) for worth, words in found.items()}


def _named(part: Table, keys: Iterable[str]) -> Table:
    """Names by number from 1: in full, then shortened, each as it stands in a date and alone."""
    rows = {
        size: [[part[use][size][key] for use in ("format", "stand-alone")] for key in keys]
        for keys in [list(keys)]
        for size in ("wide", "abbreviated")
    }
    return {size: {str(number): _words(names) for number, names in enumerate(row, 1)} for size, row in rows.items()}


def _relative(field: Table) -> Table:
    """Wordings by how far they are from now: -1 is «в прошлом году»."""
    return {key.removeprefix(_TYPE): text for key, text in field.items() if key.startswith(_TYPE)}


def _phrases(texts: Iterable[str]) -> str:
    """Phrases as the language files write them, parted by blanks."""
    return " ".join(_distinct("_".join(_SIGN.sub(r" \g<0> ", _folded(text)).split()) for text in texts))


def _words(texts: Iterable[str]) -> str:
    """Names, each with the full stop that shortens it, parted by blanks."""
    return " ".join(_distinct(_folded(text).replace(" ", "_") for text in texts))


def _distinct(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]


def _folded(text: str) -> str:
    return text.replace("İ", "i").lower().translate(_ONE)


def main(arguments: list[str]) -> None:
    folder = Path(arguments[1]) if len(arguments) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in made(Path(arguments[0])).items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
