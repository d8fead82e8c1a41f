"""What all tests may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import gold

# No test leaves anything in the folders of whoever runs it.
os.environ["SVERKA_CACHE"] = "off"


@pytest.fixture
def originals() -> Path:
    """The folder of the original articles, which are no part of the project; without it the test is skipped."""
    return gold.originals()
