"""The work on a document grows with what it says, and not with what the claims say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import overload

import pytest

from sverka.check import Checker
from sverka.check.mentions import find_mentions
from sverka.check.patterns import Pattern, Patterns
from sverka.claims import parse_claims
from sverka.figures import find_figures
from sverka.model.claim import Assertion
from sverka.model.document import Document
from sverka.readers import read
from sverka.text.analysis import Analysis, analyse

KNOWN = """
source early "A bulletin" 2024-01-31
source late "A later bulletin" 2025-01-31
entity ferry-7 "Ferry Aurora"
  en: "Ferry Aurora"
metric load: mass
  en: "load"
ferry-7 load 2024 = 4.5 Mt from early
ferry-7 load 2024 = 4.7 Mt from late
"""
OTHER = """
entity ferry-{number} "Ferry {number}"
  en: "Ferry {number}", "Ferry … with the number {number}"
ferry-{number} load 2024 = 3.{number} Mt, +5% from late
ferry-{number} load target = 9 Mt
"""
TEXT = "The load of Ferry Aurora was 5.7 million tonnes in 2024. Ferry Aurora has 12 lamps."


class Watched(Sequence[Assertion]):
    """Assertions that remember which of them were asked for."""

    def __init__(self, assertions: Sequence[Assertion]) -> None:
        self._assertions = assertions
        self.asked: set[int] = set()

    def __len__(self) -> int:
        return len(self._assertions)

    @overload
    def __getitem__(self, place: int) -> Assertion: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Assertion]: ...

    def __getitem__(self, place: int | slice) -> Assertion | Sequence[Assertion]:
        assert isinstance(place, int)
        if place < len(self._assertions):
            self.asked.add(place)
        return self._assertions[place]


def text() -> Analysis:
    document = read("draft.txt", TEXT.encode(), language="en")
    assert isinstance(document, Document)
    return analyse(document)


def asked(others: int) -> tuple[set[str], list[str]]:
    """The assertions that a check asks for among others, and the fates that it finds."""
    extra = "".join(OTHER.format(number=number) for number in range(100, 100 + others))
    claims, problems = parse_claims({"all.claims": KNOWN + extra})
    assert not problems
    watched = Watched(claims.assertions)
    claims = replace(claims, assertions=watched)
    checker = Checker(claims)
    watched.asked.clear()
    analysis = text()
    findings = checker.check(analysis, find_figures(analysis))
    return {claims.assertions[place].id for place in watched.asked}, [str(each.fate) for each in findings]


def test_a_text_asks_for_no_more_claims_of_a_large_set_than_of_a_small_one() -> None:
    few, fates = asked(10)
    assert fates == ["conflict", "ignored", "unsupported"]
    many, same = asked(300)
    assert same == fates
    # of each sort of a metric one claim is looked at, whosever it is
    assert few == many and len(many) < 10


@pytest.mark.parametrize("others", [10, 300])
def test_no_more_aliases_are_tried_where_many_begin_with_the_same_word(
    others: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    extra = "".join(OTHER.format(number=number) for number in range(100, 100 + others))
    claims, _ = parse_claims({"all.claims": KNOWN + extra})
    patterns = Patterns(claims.subjects, claims.metrics)
    tried: list[Pattern] = []
    every = patterns.beginning_with

    def watched(*given: object) -> Iterator[Pattern]:
        for pattern in every(*given):  # type: ignore[arg-type]
            tried.append(pattern)
            yield pattern

    monkeypatch.setattr(patterns, "beginning_with", watched)
    analysis = text()
    found = [each.name for sentence in analysis.sentences for each in find_mentions(analysis, patterns, sentence)]
    assert sorted(found) == ["ferry-7", "ferry-7", "load"]
    assert len(tried) < 10
