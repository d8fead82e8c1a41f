"""Findings that were looked at and let through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sverka.model.claim import Acceptance
from sverka.model.document import Document
from sverka.model.figure import Reason
from sverka.model.finding import Fate, Finding
from sverka.model.span import Span


def accept(document: Document, findings: Sequence[Finding], acceptances: Sequence[Acceptance]) -> tuple[Finding, ...]:
    """The findings, those within accepted words ignored with the reason that was given.

    An acceptance whose day has passed by the document's date no longer holds.
    """
    spans = [
        (span, acceptance)
        for acceptance in acceptances
        if acceptance.is_about(document.path) and not _has_expired(document, acceptance)
        for span in acceptance.occurrences(document.text)
    ]
    return tuple(_accepted(finding, spans) for finding in findings)


def _has_expired(document: Document, acceptance: Acceptance) -> bool:
    return acceptance.until is not None and document.date is not None and document.date.period.start > acceptance.until


def _accepted(finding: Finding, spans: Sequence[tuple[Span, Acceptance]]) -> Finding:
    if finding.fate not in (Fate.CONFLICT, Fate.UNSUPPORTED):
        return finding
    for span, acceptance in spans:
        if span.overlaps(finding.figure.span):
            return replace(
                finding,
                fate=Fate.IGNORED,
                reason=Reason.ACCEPTED,
                code=None,
                suggestion=None,
                rule="accept",
                accepted=acceptance.place,
                message=f"accepted at {acceptance.place.file}:{acceptance.place.line}: {acceptance.because}",
            )
    return finding
