"""What changes nothing in a text, or in the claims, changes no verdict."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from random import Random

import pytest

from datespec import period
from drafts import FOLDER, findings_of
from gold import Row, checked, claims, rows
from sverka.model.claim import Alias, ClaimSet, Name
from sverka.model.document import Document, DocumentDate
from sverka.model.finding import Finding
from sverka.readers import read

UNRELATED = 1_000
DRAFTS = tuple(row["doc"] for row in rows("drafts", "drafts.jsonl"))
Verdict = tuple[str, str, str]


def verdicts(findings: tuple[Finding, ...]) -> list[Verdict]:
    """Fate, cause and claim of each figure, without what belongs to the letters of the text."""
    return [_verdict(finding) for finding in findings]


def _verdict(finding: Finding) -> Verdict:
    known = finding.assertion.id if finding.assertion and finding.fate in ("agree", "conflict") else ""
    return finding.fate.value, str(finding.code or ""), known


def row_of(draft: str) -> Row:
    return next(row for row in rows("drafts", "drafts.jsonl") if row["doc"] == draft)


def changed(draft: str, change: Callable[[str], str], known: ClaimSet | None = None) -> list[Verdict]:
    """The verdicts of a draft whose text was changed."""
    row = row_of(draft)
    date = DocumentDate(period(row["date"]), row["date"], "command line") if row["date"] else None
    text = change((FOLDER / draft).read_text(encoding="utf-8"))
    language = None if row["kind"] == "mixed" else row["language"]
    document = read(FOLDER / draft, text.encode(), facts=None, language=language, date=date)
    assert isinstance(document, Document)
    return verdicts(checked(document, known or claims(FOLDER / "claims" / row["claims"])))


@cache
def with_unrelated(file: str) -> ClaimSet:
    """A set with a thousand claims more: the same metrics and units, of subjects that no draft names."""
    known = claims(FOLDER / "claims" / file)
    random = Random(1)
    subjects, added = dict(known.subjects), []
    for number in range(UNRELATED):
        model = random.choice(known.assertions)
        name = f"zqx-{number}"
        place = known.subjects[model.subject].place
        aliases = tuple(Alias(f"Zqxentity{number}", tag, place) for tag in ("ru", "en", "kk", "az"))
        subjects[name] = Name(name, f"Zqxentity{number}", aliases, place)
        factor = random.randint(2, 9)
        values = tuple(value * factor for value in model.values)
        ends = tuple(end.times(factor) for end in model.ends)
        added.append(replace(model, id=f"{name}.{model.id}", subject=name, values=values, ends=ends))
    return replace(known, subjects=subjects, assertions=(*known.assertions, *added))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ru", "en", "kk", "az"])
def test_a_thousand_unrelated_claims_change_no_verdict(language: str) -> None:
    for draft in _of(language):
        found = changed(draft, lambda text: text, with_unrelated(row_of(draft)["claims"]))
        assert found == verdicts(findings_of(draft)), draft


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ru", "en", "kk", "az"])
def test_the_order_of_the_claims_changes_no_verdict(language: str) -> None:
    for draft in _of(language):
        known = claims(FOLDER / "claims" / row_of(draft)["claims"])
        turned = replace(
            known,
            assertions=known.assertions[::-1],
            subjects=dict(reversed(known.subjects.items())),
            metrics=dict(reversed(known.metrics.items())),
        )
        assert changed(draft, lambda text: text, turned) == verdicts(findings_of(draft)), draft


def _of(language: str) -> Iterator[str]:
    return (draft for draft in DRAFTS if draft.startswith(f"{language}/"))


def no_break(text: str) -> str:
    """Every blank between a digit and a word, or within a number, as one that does not break."""
    return re.sub(r"(?<=\d) (?=[^\s–—-])", "\u00a0", text)


def thin(text: str) -> str:
    return re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "\u2009", text)


def straight_quotes(text: str) -> str:
    return re.sub(r"[«»“”„]", '"', text)


def long_dashes(text: str) -> str:
    return re.sub(r"(?<=\S) – (?=\S)", " — ", text)


def windows_lines(text: str) -> str:
    return text.replace("\n", "\r\n")


def more_empty_lines(text: str) -> str:
    return text.replace("\n\n", "\n\n\n")


def bold_numbers(text: str) -> str:
    """Numbers inside a line in bold, as editors mark them; the first word of a line stays as it is."""
    return re.sub(r"(?<=[^\W\d_] )(\d+(?:,\d+)?)(?= [^\W\d_])", r"**\1**", text)


CHANGES = [no_break, thin, straight_quotes, long_dashes, windows_lines, more_empty_lines, bold_numbers]


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_the_look_of_a_text_changes_no_verdict(change: Callable[[str], str]) -> None:
    differing = [draft for draft in DRAFTS if changed(draft, change) != verdicts(findings_of(draft))]
    assert not differing
