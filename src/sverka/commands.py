"""What each command does; every function gives the exit code."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import sverka.report as rendering
from sverka import __version__
from sverka.cache import cache_folder, load_kept
from sverka.claims import parse_claims
from sverka.delivery import complain, delivered
from sverka.model.claim import ClaimSet
from sverka.model.finding import Fate
from sverka.model.problem import Problem
from sverka.pipeline import Options, check, compare, extract
from sverka.progress import Progress
from sverka.readers import document_date
from sverka.report import Report
from sverka.settings import Settings, load_settings
from sverka.streams import put, put_error

if TYPE_CHECKING:
    from sverka.claims.catalogue import Mistake

FINE, FOUND, INCOMPLETE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line says; empty where it says nothing."""

    paths: Sequence[str] = ()
    claims: Sequence[str] = ()
    formats: Sequence[str] = ()
    output: Path | None = None
    fail_on: str | None = None
    date: str | None = None
    language: str | None = None
    jobs: int | None = None
    lines: bool = False
    fail_under: int | None = None
    explain: str | None = None


def run_check(wanted: Wanted) -> int:
    """Checks documents against the claims; with no documents named, those of the settings, and writes their reports."""
    settings, mistakes = load_settings(Path.cwd())
    if not wanted.paths:
        if not settings.documents:
            return nothing_named(mistakes, "sverka check article.txt --claims rules")
        wanted = _main_job(wanted, settings)
    options = replace(options_of(wanted, settings), explain=wanted.explain is not None)
    claims, problems = _claims(wanted, settings, options)
    if problems:
        report = Report((), claims, problems, __version__, options.precision)
    else:
        with Progress() as progress:
            report = check(wanted.paths, claims, options=options, jobs=wanted.jobs, seen=progress)
    report = replace(report, problems=(*mistakes, *report.problems))
    if wanted.explain is not None:
        put(rendering.to_explanation(report, wanted.explain))
        return _exit_code(report, wanted.fail_on or settings.fail_on)
    is_whole = delivered(report, wanted.formats, wanted.output, is_checked=not problems)
    return _exit_code(report, wanted.fail_on or settings.fail_on) if is_whole else INCOMPLETE


def run_claims(paths: Sequence[str], form: str) -> int:
    """Prints the normalised assertions; those of a set with errors too, as far as they were understood."""
    settings, mistakes = load_settings(Path.cwd())
    wanted = Wanted(claims=paths)
    if not paths and not settings.claims:
        return nothing_named(mistakes, "sverka claims rules")
    claims, problems = _claims(wanted, settings, options_of(wanted, settings))
    put(rendering.to_claims_json(claims) if form == "json" else rendering.to_claims_table(claims))
    complain((*mistakes, *problems))
    return INCOMPLETE if mistakes or problems else FINE


def run_extract(wanted: Wanted) -> int:
    """Prints every figure of the documents."""
    settings, mistakes = load_settings(Path.cwd())
    paths = wanted.paths or documents_of_settings(settings)
    if not paths:
        return nothing_named(mistakes, "sverka extract article.txt")
    with Progress() as progress:
        options = replace(options_of(wanted, settings), lines=wanted.lines)
        found = extract(paths, options=options, jobs=wanted.jobs, seen=progress)
    is_table = "jsonl" not in wanted.formats
    put(rendering.to_figure_table(found.extracts) if is_table else rendering.to_jsonl(found.extracts))
    complain((*mistakes, *found.problems))
    return INCOMPLETE if mistakes or found.problems else FINE


def run_mutate(wanted: Wanted) -> int:
    """Prints which slips in the documents' covered figures the claims would have caught."""
    from sverka.trials import mutate

    settings, mistakes = load_settings(Path.cwd())
    paths = wanted.paths or documents_of_settings(settings)
    if not paths:
        return nothing_named(mistakes, "sverka mutate article.txt --claims rules")
    options = options_of(wanted, settings)
    claims, problems = _claims(wanted, settings, options)
    if problems:
        complain((*mistakes, *problems))
        return INCOMPLETE
    with Progress() as progress:
        tried = mutate(paths, claims, options=options, jobs=wanted.jobs, seen=progress)
    is_json = "json" in wanted.formats
    put(rendering.to_slips_json(tried.documents) if is_json else rendering.to_slips_text(tried.documents))
    complain((*mistakes, *tried.problems))
    if mistakes or tried.problems:
        return INCOMPLETE
    return FOUND if rendering.count_slips(tried.all).share < (wanted.fail_under or 0) else FINE


def run_compare(first: str, second: str, wanted: Wanted) -> int:
    """Prints what two versions of one text say differently."""
    settings, mistakes = load_settings(Path.cwd())
    found = compare(first, second, options=options_of(wanted, settings))
    if isinstance(found, Problem):
        complain((*mistakes, found))
        return INCOMPLETE
    put(rendering.to_versions_json(found) if "json" in wanted.formats else rendering.to_versions_text(found))
    complain(mistakes)
    return INCOMPLETE if mistakes else FOUND if found.differences else FINE


def run_schema() -> int:
    """Prints the JSON Schema of report.json."""
    put(rendering.schema())
    return FINE


def run_explain(code: str | None) -> int:
    """Prints what a finding or an error of the claims means."""
    from sverka.claims.catalogue import CATALOGUE, Mistake
    from sverka.claims.lint import LINTS
    from sverka.explain import explained

    lints = (Mistake(each.code, each.message, each.remedy) for each in LINTS)
    asked = {each.code: each for each in (*CATALOGUE.values(), *lints)}
    pages = {each: _claims_page(mistake) if each == code else mistake.message for each, mistake in asked.items()}
    text, is_known = explained(code, pages)
    (put if is_known else put_error)(text)
    return FINE if is_known else INCOMPLETE


def _claims_page(mistake: Mistake) -> str:
    """The page of an error of the claims language; the words of the case are left open."""
    message, remedy = (re.sub(r"\{\w+\}", "…", words) for words in (mistake.message, mistake.remedy))
    hint = f"\n    hint: {remedy}\n" if remedy.strip("…") else ""
    return f"{mistake.code} (claims): {message}\n{hint}{_shown(mistake)}"


def _shown(mistake: Mistake) -> str:
    """The example of a mistake, and what is said of it."""
    if not mistake.example:
        return ""
    _, problems = parse_claims({"example.claims": mistake.example})
    return "".join(f"\n    {line}" for line in rendering.to_problem_text(problems).splitlines()) + "\n"


def _main_job(wanted: Wanted, settings: Settings) -> Wanted:
    """What `sverka check` alone does, the same from every folder of the project."""
    here = Path.cwd()
    os.chdir(settings.root)
    claims = [os.path.relpath(here / path, settings.root) for path in wanted.claims]
    output = here / wanted.output if wanted.output else None
    if output is None and not wanted.formats:
        output = Path(settings.reports)
    return replace(wanted, paths=settings.documents, claims=claims, output=output)


def _claims(wanted: Wanted, settings: Settings, options: Options) -> tuple[ClaimSet, tuple[Problem, ...]]:
    paths = wanted.claims or claims_of_settings(settings)
    if not paths:
        put_error("no claims are named, so that texts are only held against themselves\n  hint: --claims rules\n")
    return load_kept([Path(path) for path in paths], precision=options.precision, folder=cache_folder())


def claims_of_settings(settings: Settings) -> list[str]:
    """The claims that the settings name, as they are called in the working folder."""
    return _from_here(settings, settings.claims)


def documents_of_settings(settings: Settings) -> list[str]:
    """The documents that the settings name, as they are called in the working folder."""
    return _from_here(settings, settings.documents)


def _from_here(settings: Settings, paths: Sequence[str]) -> list[str]:
    """Paths of the settings, as they are called in the working folder."""
    return [os.path.relpath(settings.root / path) for path in paths]


def options_of(wanted: Wanted, settings: Settings) -> Options:
    date = document_date(wanted.date, "command line") if wanted.date else None
    if date is None and settings.date:
        date = document_date(settings.date, "settings")
    return Options(wanted.language or settings.language, date, settings.precision)


def nothing_named(mistakes: Sequence[Problem], example: str) -> int:
    complain(mistakes)
    put_error(f"nothing is named here, and no settings name it\n  hint: {example}\n")
    return INCOMPLETE


def _exit_code(report: Report, fail_on: str) -> int:
    if report.problems or report.unchecked:
        return INCOMPLETE
    fates = {
        each.fate for checked in report.checked for each in checked.findings if not each.warning and each.fate in _BAD
    }
    reached = {"conflict": {Fate.CONFLICT}, "unsupported": _BAD}.get(fail_on, frozenset())
    return FOUND if fates & reached else FINE


_BAD = frozenset((Fate.CONFLICT, Fate.UNSUPPORTED))
