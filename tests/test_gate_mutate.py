"""How many of the slips that can be made in true texts the claims catch; the floors only go up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest

from datespec import period
from drafts import FOLDER
from gold import ROOT, claims, rows
from sverka.model.document import DocumentDate
from sverka.model.slip import SlipKind, Trial
from sverka.pipeline import Options
from sverka.report import count_slips
from sverka.trials import mutate

# Per cent of the slips that do harm, and of those caught whose cause is named truly.
FLOORS: Mapping[str, tuple[int, int]] = {"seeds": (97, 97)}
# The same in the drafts of a language, and of the slips that do harm, of the kind that is caught least.
DRAFT_FLOORS: Mapping[str, tuple[int, int, int]] = {
    "ru": (98, 98, 94),
    "en": (98, 96, 93),
    "kk": (98, 98, 89),
    "az": (99, 99, 97),
}
# A kind with fewer slips than this is not measured by itself.
ENOUGH = 10


@pytest.mark.gate
@pytest.mark.parametrize("name", list(FLOORS))
def test_slips_are_caught_and_explained(name: str) -> None:
    counts = count_slips(mutate([ROOT / name], claims(ROOT / "rules")).all)
    caught, explained = FLOORS[name]
    assert counts.made > 100
    assert counts.share >= caught
    assert counts.share_explained >= explained


@pytest.mark.gate
@pytest.mark.slow
@pytest.mark.parametrize("language", list(DRAFT_FLOORS))
def test_slips_in_drafts_are_caught_and_explained(language: str) -> None:
    trials = tuple(_in_drafts(language))
    counts, weakest = count_slips(trials), _weakest(trials)
    print(
        f"\n{language}: {float(counts.share)} % caught, {float(counts.share_explained)} % explained; least: {weakest}"
    )
    caught, explained, least = DRAFT_FLOORS[language]
    assert counts.made > 100
    assert counts.share >= caught
    assert counts.share_explained >= explained
    assert weakest[0] >= least


def _in_drafts(language: str) -> Iterator[Trial]:
    """The trials of the drafts of a language, each with its claims and its date."""
    for row in rows("drafts", "drafts.jsonl"):
        if row["language"] == language:
            known = DocumentDate(period(row["date"]), row["date"], "command line") if row["date"] else None
            options = Options(language=None if row["kind"] == "mixed" else language, date=known)
            yield from mutate([FOLDER / row["doc"]], claims(FOLDER / "claims" / row["claims"]), options=options).all


def _weakest(trials: Sequence[Trial]) -> tuple[float, str]:
    """The share caught of the kind that is caught least, and its name."""
    by_kind = {kind: count_slips(trial for trial in trials if trial.slip.kind is kind) for kind in SlipKind}
    measured = {kind: each for kind, each in by_kind.items() if each.caught + each.escaped >= ENOUGH}
    return min((float(each.share), kind.value) for kind, each in measured.items())
