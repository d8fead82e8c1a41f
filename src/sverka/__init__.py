"""Checks the figures of a text against what is known.

The public names are loaded when they are first used, so that `sverka --version` costs little more than Python itself.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sverka.claims import load_claims
    from sverka.pipeline import Extraction, Options, check, extract
    from sverka.readers import document_date
    from sverka.report import Report

__version__ = "0.1.0"
__all__ = ["Extraction", "Options", "Report", "__version__", "check", "document_date", "extract", "load_claims"]
_HOMES = {
    "Extraction": "sverka.pipeline",
    "Options": "sverka.pipeline",
    "Report": "sverka.report",
    "check": "sverka.pipeline",
    "document_date": "sverka.readers",
    "extract": "sverka.pipeline",
    "load_claims": "sverka.claims",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


class _Package(ModuleType):
    """`sverka.check` is the function, though a folder has the same name, which importing would put in its place."""

    @property
    def check(self) -> Any:
        return __getattr__("check")

    @check.setter
    def check(self, folder: ModuleType) -> None:
        """The folder is reached by `from sverka.check import …`, which does not ask for this name."""


sys.modules[__name__].__class__ = _Package
