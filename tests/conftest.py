"""What all tests may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

import gold


@pytest.fixture
def originals() -> Path:
    """The folder of the original articles, which are no part of the project; without it the test is skipped."""
    return gold.originals()
