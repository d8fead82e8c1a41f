"""What analysts do to keep their claims in order; every function gives the exit code."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from itertools import chain
from pathlib import Path

import sverka.report as rendering
from sverka.claims import load_claims, load_texts
from sverka.claims.lint.oddity import Texts
from sverka.commands import (
    FINE,
    FOUND,
    INCOMPLETE,
    Wanted,
    claims_of_settings,
    documents_of_settings,
    nothing_named,
    options_of,
    run_check,
)
from sverka.delivery import complain
from sverka.model.claim import ClaimSet
from sverka.model.span import Place
from sverka.pipeline import Options, check, extract, read_documents
from sverka.settings import load_settings
from sverka.streams import put, put_error, write_whole


def run_format(paths: Sequence[str], *, check: bool, diff: bool) -> int:
    """Brings claims files into their one layout; with `check` or `diff` it only tells which are not in it."""
    from sverka.claims.format import formatted

    settings, mistakes = load_settings(Path.cwd())
    paths = paths or claims_of_settings(settings)
    if not paths:
        return nothing_named(mistakes, "sverka fmt rules")
    texts, problems = load_texts([Path(path) for path in paths])
    complain((*mistakes, *problems))
    changed = {path: new for path, text in texts.items() if (new := formatted(text)) != _on_disk(path)}
    for path, new in changed.items():
        put("".join(_difference(path, new)) if diff else f"{path}\n")
    refusals = [] if check or diff else [refusal for path, new in changed.items() if (refusal := _write(path, new))]
    put_error("".join(f"{refusal}\n" for refusal in refusals))
    if mistakes or problems or refusals:
        return INCOMPLETE
    return FOUND if changed and (check or diff) else FINE


def run_lint(paths: Sequence[str], documents: Sequence[str]) -> int:
    """Tells what is odd about claims; documents are those that the claims are meant for, or those of the settings."""
    from sverka.claims.lint import lint

    settings, mistakes = load_settings(Path.cwd())
    paths = paths or claims_of_settings(settings)
    if not paths:
        return nothing_named(mistakes, "sverka lint rules")
    files = [Path(path) for path in paths]
    texts, _ = load_texts(files)
    claims, problems = load_claims(files, precision=settings.precision, unsaved=texts)
    complain((*mistakes, *problems))
    if mistakes or problems:
        return INCOMPLETE
    lines = {path: text.split("\n") for path, text in texts.items()}

    def line_of(place: Place) -> str:
        return lines[place.file][place.line - 1] if place.file in lines else ""

    meant = documents or documents_of_settings(settings)
    odd = lint(claims, _texts(claims, meant, options_of(Wanted(), settings)), line_of)
    put(rendering.to_problem_text(odd))
    return FOUND if odd else FINE


def _texts(claims: ClaimSet, documents: Sequence[str], options: Options) -> Texts:
    """The documents that claims are meant for, checked where the set lets something through."""
    if not claims.acceptances:
        return Texts(read_documents(documents, options=options))
    checked = check(documents, claims, options=options).checked
    found = chain.from_iterable(each.findings for each in checked)
    used = frozenset(each.accepted for each in found if each.accepted is not None)
    return Texts([each.document for each in checked], used, were_checked=True)


def run_suggest(documents: Sequence[str], paths: Sequence[str], date: str | None, language: str | None) -> int:
    """Prints claims for the figures of documents that no claim covers."""
    from sverka.proposals import proposed

    settings, mistakes = load_settings(Path.cwd())
    files = [Path(path) for path in paths or claims_of_settings(settings)]
    claims, problems = load_claims(files, precision=settings.precision)
    complain((*mistakes, *problems))
    if mistakes or problems:
        return INCOMPLETE
    found = extract(documents, options=options_of(Wanted(date=date, language=language), settings))
    put(proposed(claims, files, [each.document for each in found.extracts]))
    complain(found.problems)
    return INCOMPLETE if found.problems else FINE


def run_init(folder: str) -> int:
    """Makes a project with a first claim, a first draft and its report; files that are there already stay."""
    starter, top = Path(__file__).with_name("starter"), Path(folder)
    files = sorted(path.relative_to(starter) for path in starter.rglob("*") if path.is_file())
    there = [path.as_posix() for path in files if (top / path).exists()]
    if there:
        put_error(f"{top}: {', '.join(there)} is there already\n  hint: name an empty folder: sverka init new\n")
        return INCOMPLETE
    for path in files:
        refusal = _write((top / path).as_posix(), (starter / path).read_text(encoding="utf-8"))
        if refusal:
            put_error(f"{refusal}\n")
            return INCOMPLETE
        put(f"{(top / path).as_posix()}\n")
    os.chdir(top)
    run_check(Wanted())
    put(f"\nThe report is in {top.as_posix()}/reports/report.html. Mend drafts/first.txt there and run: sverka check\n")
    return FINE


def run_server() -> int:
    """Serves an editor until it hangs up."""
    try:
        from sverka.editor.server import serve
    except ModuleNotFoundError as error:
        put_error(f"the editor server needs {error.name}\n  hint: pip install 'sverka[lsp]'\n")
        return INCOMPLETE
    serve()
    return FINE


def _on_disk(path: str) -> str:
    with Path(path).open(encoding="utf-8", newline="") as file:
        return file.read()


def _difference(path: str, new: str) -> Iterator[str]:
    old = _on_disk(path).splitlines(keepends=True)
    for line in unified_diff(old, new.splitlines(keepends=True), path, path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _write(path: str, text: str) -> str | None:
    return write_whole(Path(path).parent, {Path(path).name: text})
