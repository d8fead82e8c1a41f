"""How the verdicts on the drafts compare with those that people marked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from datespec import period
from gold import GOLD, Row, at, checked, claims, rows
from sverka.model.document import Document, DocumentDate
from sverka.model.finding import Fate, Finding
from sverka.readers import read

FOLDER = GOLD / "drafts"


@dataclass
class Score:
    """Counts of verdicts given and marked, by pair, and the rows that differ."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    causes: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[tuple[Row, Finding | None]] = field(default_factory=list)
    extra: list[tuple[str, Finding]] = field(default_factory=list)

    def precision(self, verdict: str) -> float:
        given = sum(count for (_, got), count in self.pairs.items() if got == verdict)
        given += sum(finding.fate == verdict for _, finding in self.extra)
        return self.pairs[verdict, verdict] / given if given else 1.0

    def recall(self, verdict: str) -> float:
        marked = sum(count for (wanted, _), count in self.pairs.items() if wanted == verdict)
        return self.pairs[verdict, verdict] / marked if marked else 1.0


@cache
def findings_of(draft: str, corpus: str = "drafts") -> tuple[Finding, ...]:
    """The findings of a draft of a corpus, against the claims that it is marked for."""
    row = next(row for row in rows(corpus, "drafts.jsonl") if row["doc"] == draft)
    known = DocumentDate(period(row["date"]), row["date"], "command line") if row["date"] else None
    path = GOLD / corpus / draft
    language = None if row["kind"] == "mixed" else row["language"]
    document = read(path, path.read_bytes(), facts=None, language=language, date=known)
    assert isinstance(document, Document)
    return checked(document, claims(GOLD / corpus / "claims" / row["claims"]))


def score(drafts: list[str], corpus: str = "drafts") -> Score:
    """The verdicts of some drafts of a corpus against the marks, which may allow another verdict that is as fair
    (`or`)."""
    found = Score()
    for draft in drafts:
        findings = findings_of(draft, corpus)
        marks = [row for row in rows(corpus, "verdicts.jsonl") if row["doc"] == draft]
        for mark in marks:
            _compare(found, mark, _best(findings, mark))
        for finding in findings:
            span = finding.figure.span
            if not any(mark["start"] < span.end and span.start < mark["end"] for mark in marks):
                found.extra.append((draft, finding))
    return found


def _best(findings: tuple[Finding, ...], mark: Row) -> Finding | None:
    """The finding that lies over a mark most; its middle decides between neighbours."""
    over = list(at(findings, mark["start"], mark["end"]))

    def shared(one: Finding) -> int:
        span = one.figure.span
        return min(span.end, mark["end"]) - max(span.start, mark["start"])

    return max(over, key=shared, default=None)


def _compare(found: Score, mark: Row, finding: Finding | None) -> None:
    wanted, got = mark["verdict"], finding.fate.value if finding else "ignored"
    other = mark.get("or")
    allowed = {other} if isinstance(other, str) else set(other or ())
    if got in allowed:
        wanted = got
    found.pairs[wanted, got] += 1
    if wanted != got:
        found.wrong.append((mark, finding))
    elif got == Fate.CONFLICT and finding is not None and wanted == mark["verdict"]:
        found.causes[str(mark["cause"]), str(finding.code)] += 1
