"""The report as one HTML file that needs nothing else."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from sverka.report.content import Report
from sverka.report.escape import visible
from sverka.report.view import SYMBOLS, TILES, report_view

if TYPE_CHECKING:
    from jinja2 import Template


def to_html(report: Report) -> str:
    """The documents as people read them, each figure marked, with everything that explains its verdict.

    The file loads nothing, works without JavaScript, on paper and by keyboard alone.
    """
    style, script = _part("report.css"), _part("report.js")
    return _template().render(
        view=report_view(report),
        symbols=SYMBOLS,
        tile_names=TILES,
        style=_markup(style),
        script=_markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


@cache
def _template() -> Template:
    # jinja2 costs more to import than a short document to check.
    import jinja2

    environment = jinja2.Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        loader=jinja2.FunctionLoader(_part),
    )
    return environment.get_template("report.html.jinja")


def _finalize(value: Any) -> Any:
    """Whatever a template prints, with control characters made visible and None left out."""
    if value is None:
        return ""
    # A browser reads every line break as a line feed; writing it so keeps the page the same on its way.
    return visible(value.replace("\r\n", "\n").replace("\r", "\n")) if type(value) is str else value


def _markup(text: str) -> Any:
    from markupsafe import Markup

    return Markup(text)


def _part(name: str) -> str:
    return resources.files(__package__).joinpath("page", name).read_text(encoding="utf-8").rstrip("\n")


def _hash(content: str) -> str:
    """The hash by which the page's own policy lets this one style or script in, and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode("ascii")
