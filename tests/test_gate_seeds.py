"""What the repository's own claims say of its own articles: true texts, of which no agreement may be lost."""

from __future__ import annotations

from collections import Counter

import pytest

from gold import ROOT, checked, claims, documents
from sverka.model.finding import Fate

# The least that must agree, and the most that no claim covers: the forum and the games, which no analyst wrote of.
AGREEMENTS, UNSUPPORTED = 51, 2


@pytest.mark.gate
def test_the_seeds_agree_with_the_claims() -> None:
    known = claims(ROOT / "rules")
    findings = [finding for document in documents(ROOT / "seeds").values() for finding in checked(document, known)]
    fates = Counter(finding.fate for finding in findings)
    told = "\n".join(f"{f.fate}: {f.figure.text}: {f.message}" for f in findings if f.fate is Fate.UNSUPPORTED)
    assert not fates[Fate.CONFLICT]
    assert fates[Fate.AGREE] >= AGREEMENTS, told
    assert fates[Fate.UNSUPPORTED] <= UNSUPPORTED, told
