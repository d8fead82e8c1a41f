"""How many of the slips that can be made in true texts the claims catch; the floors only go up."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from gold import ROOT, claims
from sverka.report import count_slips
from sverka.trials import mutate

# Per cent of the slips that do harm, and of those caught whose cause is named truly.
FLOORS: Mapping[str, tuple[int, int]] = {"seeds": (89, 79)}


@pytest.mark.gate
@pytest.mark.parametrize("name", list(FLOORS))
def test_slips_are_caught_and_explained(name: str) -> None:
    counts = count_slips(mutate([ROOT / name], claims(ROOT / "rules")).all)
    caught, explained = FLOORS[name]
    assert counts.made > 100
    assert counts.share >= caught
    assert counts.share_explained >= explained
