"""A covered figure that is changed must conflict: another digit, another scale word, fell for rose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gold import ROOT, at, checked, claims, documents, originals
from sverka.model.document import Document
from sverka.model.finding import Fate, Finding
from sverka.readers import read, read_facts

SCALES = {"млн": "млрд", "млрд": "млн", "тыс": "млн", "миллион": "миллиард", "миллиард": "миллион"}
VERBS = {
    "вырос": "снизился",
    "выросло": "снизилось",
    "выросли": "снизились",
    "увеличились": "сократились",
    "увеличился": "сократился",
    "рост": "спад",
    "ростом": "спадом",
    "прирост": "спад",
    "прибавил": "потерял",
}
WORDS = {
    "третье": "пятое",
    "четвертое": "шестое",
    "второе": "пятое",
    "втором": "пятом",
    "полтора": "два",
    "десяти": "тридцати",
    "одного миллиарда": "трех миллиардов",
    "двухдневного": "пятидневного",
    "утроиться": "удвоиться",
    "удвоить": "утроить",
    "четыре": "семь",
    "три": "пять",
    "марте": "июне",
    "І": "ІІІ",
}


def slips(finding: Finding, text: str) -> Iterator[tuple[str, int, int, str]]:
    """The kinds of slip that a figure allows: what it is, the run to replace, and the words to put there."""
    span = finding.figure.span
    for match in re.finditer(r"[1-9](?=\D*$)|[1-9](?=0*\D*$)", span.of(text)):
        digit = str((int(match.group()) + 3) % 9 + 1)
        yield "digit", span.start + match.start(), span.start + match.end(), digit
        break
    for word, other in WORDS.items():
        found = re.search(rf"\b{word}\b", span.of(text), re.IGNORECASE)
        if found:
            yield "word", span.start + found.start(), span.start + found.end(), other
    for word, other in SCALES.items():
        found = re.search(rf"\b{word}", span.of(text))
        if found:
            yield "scale", span.start + found.start(), span.start + found.end(), other
            break
    verb = finding.figure.direction_span
    if verb is not None and verb.of(text).lower() in VERBS:
        yield "direction", verb.start, verb.end, VERBS[verb.of(text).lower()]


def changed(document: Document, folder: Path, start: int, end: int, words: str) -> Document:
    facts, _ = read_facts("sources.toml", (folder / "sources.toml").read_text(encoding="utf-8"))
    text = document.text[:start] + words + document.text[end:]
    name = Path(document.path).name
    again = read(Path(document.path), text.encode(), facts=facts.get(name), language=None, date=None)
    assert isinstance(again, Document)
    return again


def escaped(folder: Path) -> list[str]:
    """The slips of a folder that no conflict reports."""
    known = claims(ROOT / "rules")
    found = []
    for name, document in documents(folder).items():
        for finding in checked(document, known):
            if finding.fate is not Fate.AGREE:
                continue
            for kind, start, end, words in slips(finding, document.text):
                span = finding.figure.span
                grown = len(words) - (end - start)
                again = checked(changed(document, folder, start, end, words), known)
                stop = span.end + (grown if start < span.end else 0)
                begin = span.start + (grown if end <= span.start else 0)
                if not any(f.fate is Fate.CONFLICT for f in at(again, begin, max(stop, begin + 1))):
                    fates = [f"{f.fate}: {f.figure.text}: {f.message}" for f in at(again, begin, max(stop, begin + 1))]
                    found.append(f"{name}: {kind}: {finding.figure.text} -> {words}: {fates}")
    return found


@pytest.mark.gate
def test_no_slip_in_the_originals_escapes() -> None:
    assert escaped(originals()) == []


@pytest.mark.gate
def test_no_slip_in_the_seeds_escapes() -> None:
    assert escaped(ROOT / "seeds") == []


def test_a_slip_keeps_the_rest_of_the_document() -> None:
    """The slips are made in the text alone."""
    document = next(iter(documents(ROOT / "seeds").values()))
    assert changed(document, ROOT / "seeds", 0, 0, "").text == replace(document).text
