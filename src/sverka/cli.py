"""The command line. Results go to standard output, progress and errors to standard error."""

from __future__ import annotations

import os
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from sverka import __version__
from sverka.commands import (
    Wanted,
    run_check,
    run_claims,
    run_compare,
    run_explain,
    run_extract,
    run_mutate,
    run_schema,
)
from sverka.readers import document_date
from sverka.settings import TAG
from sverka.streams import put, put_error


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    HTML = "html"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    MARKDOWN = "markdown"


class FailOn(StrEnum):
    CONFLICT = "conflict"
    UNSUPPORTED = "unsupported"
    NEVER = "never"


class ClaimsFormat(StrEnum):
    JSON = "json"
    TABLE = "table"


class PlainFormat(StrEnum):
    JSON = "json"
    TEXT = "text"


class ExtractFormat(StrEnum):
    JSONL = "jsonl"
    TABLE = "table"


app = typer.Typer(
    name="sverka",
    help="Checks the figures of texts against what is known.",
    epilog="Exit codes: 0 all was checked, 1 something reached --fail-on, 2 not all could be checked.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _a_date(value: str | None) -> str | None:
    if value is not None and document_date(value, "command line") is None:
        raise typer.BadParameter(f"{value!r} is no date; write 2025-03-03, or 2025-03, or 2025")
    return value


def _a_tag(value: str | None) -> str | None:
    if value is not None and not TAG.fullmatch(value):
        raise typer.BadParameter(f"{value!r} is no language tag; write ru, en, kk or az")
    return value


Documents = Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Files, folders, patterns, or -.")]
Date = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", callback=_a_date, help="The documents' date.")
]
Lang = Annotated[str | None, typer.Option("--lang", metavar="TAG", callback=_a_tag, help="The documents' language.")]
Jobs = Annotated[int | None, typer.Option("--jobs", metavar="N", min=1, help="How many processes to use.")]


def _version(asked: bool) -> None:
    if asked:
        put(f"sverka {__version__}\n")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Checks the figures of texts against what is known."""


def _end(work: Callable[[], int]) -> NoReturn:
    """Ends with the exit code of the work; nothing that goes wrong shows a traceback to who cannot read one."""
    try:
        code = work()
    except KeyboardInterrupt:
        put_error("interrupted\n")
        code = 130
    except Exception as error:
        if os.environ.get("SVERKA_DEBUG"):
            raise
        put_error(
            f"sverka broke: {type(error).__name__}: {error}\n  hint: please report it; SVERKA_DEBUG=1 says where\n"
        )
        code = 2
    raise typer.Exit(code)


ClaimsPaths = Annotated[list[str] | None, typer.Argument(metavar="PATH", help="Claims files and folders.")]
Claims = Annotated[
    list[str] | None, typer.Option("--claims", metavar="PATH", help="Claims: a file or a folder. Repeatable.")
]


@app.command("check")
def _check(
    paths: Documents = None,
    claims: Claims = None,
    formats: Annotated[list[Format] | None, typer.Option("--format", help="Repeatable; text by default.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="DIR", help="Write report.<ext> there for each format.")
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option("--explain", metavar="PLACE", help="Say why, of a finding (draft.txt:3:73), a line, or all."),
    ] = None,
    fail_on: Annotated[FailOn | None, typer.Option("--fail-on", help="What exits with 1; conflict by default.")] = None,
    date: Date = None,
    lang: Lang = None,
    jobs: Jobs = None,
) -> None:
    """Check documents against the claims, and report. Without PATH: the main job of the settings."""
    forms = [str(each) for each in formats or ()]
    _end(
        lambda: run_check(Wanted(paths or (), claims or (), forms, output, fail_on, date, lang, jobs, explain=explain))
    )


@app.command("claims")
def _claims(
    paths: ClaimsPaths = None,
    form: Annotated[ClaimsFormat, typer.Option("--format")] = ClaimsFormat.TABLE,
) -> None:
    """Print the normalised assertions."""
    _end(lambda: run_claims(paths or (), form))


@app.command("fmt")
def _format(
    paths: ClaimsPaths = None,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit with 1 where a file would change.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Change nothing; print what would change.")] = False,
) -> None:
    """Bring claims files into their one layout; only white space changes."""
    from sverka.upkeep import run_format

    _end(lambda: run_format(paths or (), check=check, diff=diff))


@app.command("lint")
def _lint(
    paths: ClaimsPaths = None,
    documents: Annotated[
        list[str] | None, typer.Option("--documents", metavar="PATH", help="Texts that the claims are meant for.")
    ] = None,
) -> None:
    """Say what is odd about claims that have no mistake; exits with 1 where something is."""
    from sverka.upkeep import run_lint

    _end(lambda: run_lint(paths or (), documents or ()))


@app.command("suggest")
def _suggest(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, patterns, or -.")],
    claims: Claims = None,
    date: Date = None,
    lang: Lang = None,
) -> None:
    """Print claims for the figures that no claim covers, ready to be reviewed."""
    from sverka.upkeep import run_suggest

    _end(lambda: run_suggest(paths, claims or (), date, lang))


@app.command("init")
def _init(folder: Annotated[str, typer.Argument(metavar="DIR", help="A new or empty folder.")] = ".") -> None:
    """Make a new project: a first claim, a first draft, and the report on it."""
    from sverka.upkeep import run_init

    _end(lambda: run_init(folder))


@app.command("lsp")
def _lsp() -> None:
    """Serve an editor on standard input and output: claims and drafts as they are being written."""
    from sverka.upkeep import run_server

    _end(run_server)


@app.command("extract")
def _extract(
    paths: Documents = None,
    form: Annotated[ExtractFormat, typer.Option("--format")] = ExtractFormat.TABLE,
    lines: Annotated[bool, typer.Option("--lines", help="Each line of the input is a document of its own.")] = False,
    date: Date = None,
    lang: Lang = None,
    jobs: Jobs = None,
) -> None:
    """Print every figure of the documents; no claims needed."""
    wanted = Wanted(paths or (), formats=[form], date=date, language=lang, jobs=jobs, lines=lines)
    _end(lambda: run_extract(wanted))


@app.command("mutate")
def _mutate(
    paths: Documents = None,
    claims: Claims = None,
    form: Annotated[PlainFormat, typer.Option("--format")] = PlainFormat.TEXT,
    fail_under: Annotated[
        int, typer.Option("--fail-under", metavar="PERCENT", min=0, max=100, help="Exit with 1 where fewer are caught.")
    ] = 0,
    date: Date = None,
    lang: Lang = None,
    jobs: Jobs = None,
) -> None:
    """Make every likely slip in the figures that agree, and say which of them the claims would have caught."""
    wanted = Wanted(paths or (), claims or (), [form], date=date, language=lang, jobs=jobs, fail_under=fail_under)
    _end(lambda: run_mutate(wanted))


@app.command("compare")
def _compare(
    first: Annotated[str, typer.Argument(metavar="A", help="The first version.")],
    second: Annotated[str, typer.Argument(metavar="B", help="The second version, in the same language or another.")],
    form: Annotated[PlainFormat, typer.Option("--format")] = PlainFormat.TEXT,
    date: Date = None,
) -> None:
    """Say what two versions of one text, in one language or in two, say differently; exits with 1 where they do."""
    _end(lambda: run_compare(first, second, Wanted(formats=[form], date=date)))


@app.command("schema")
def _schema() -> None:
    """Print the JSON Schema of report.json."""
    _end(run_schema)


@app.command("explain")
def _explain(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="As reports print it.")] = None,
) -> None:
    """Say what a finding or an error means, with an example. Without CODE: the list of codes."""
    _end(lambda: run_explain(code))


def run() -> None:
    app(prog_name="sverka")
