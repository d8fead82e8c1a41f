"""The command line: what it prints where, its exit codes, and that no input of a user shows a traceback."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import jsonschema
import pytest

from sverka.__main__ import main
from sverka.explain import pages
from sverka.model.figure import Reason
from sverka.model.finding import Cause, Fate, Grade
from sverka.model.slip import Outcome, SlipKind

RIGHT = "TITR volume in 2024 was 4.5 million tonnes.\n"
WRONG = "TITR volume in 2024 was 5.4 million tonnes.\n"
SUPERFLUOUS = "The port bought 300 wagons.\n"
CLAIMS = "TITR volume 2024 = 4.5 Mt, +62%\n"


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in a folder of its own, with claims in `rules` and three articles in `news`."""
    for name, text in {
        "rules/a.claims": CLAIMS,
        "news/right.txt": RIGHT,
        "news/wrong.txt": WRONG,
        "news/deep/new.md": SUPERFLUOUS,
        "bad.claims": "TITR volume 2024 = 4.5 Mtt\nBTC transit 1.4 Mt\nBTC transit 2024 = 1.4 Mtt\n",
        "empty/notes.csv": "5;6\n",
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def runs(*arguments: str, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["sverka", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Ran(code, out, err)

    return runs


def reported(ran: Ran) -> list[str]:
    return [document["path"] for document in json.loads(ran.out)["documents"]]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["news/right.txt", "--claims", "rules"], 0),
        (["news/wrong.txt", "--claims", "rules"], 1),
        (["news/wrong.txt", "--claims", "rules", "--fail-on", "never"], 0),
        (["news/deep/new.md", "--claims", "rules"], 0),
        (["news/deep/new.md", "--claims", "rules", "--fail-on", "unsupported"], 1),
        (["news/wrong.txt", "--claims", "rules", "--fail-on", "unsupported"], 1),
        (["news", "nowhere.txt", "--claims", "rules"], 2),
        (["news", "--claims", "bad.claims"], 2),
        (["news", "--claims", "nowhere"], 2),
        (["empty", "--claims", "rules"], 2),
        (["*.nothing", "--claims", "rules"], 2),
        (["news", "--claims", "rules", "--format", "word"], 2),
        (["news", "--claims", "rules", "--date", "yesterday"], 2),
        (["news", "--claims", "rules", "--jobs", "0"], 2),
        (["news", "--lang", "по-русски"], 2),
        (["--nonsense"], 2),
        ([], 2),
    ],
)
def test_the_exit_code_says_whether_all_was_checked_and_what_was_found(
    run: Run, arguments: list[str], code: int
) -> None:
    ran = run("check", *arguments)
    assert ran.code == code
    assert ran.err if code == 2 else not ran.err


def test_results_go_to_standard_output_and_errors_to_standard_error(run: Run) -> None:
    ran = run("check", "news/wrong.txt", "nowhere.txt", "--claims", "rules", "--format", "json")
    assert "nowhere.txt" in ran.err and "missing-file" in ran.err
    assert reported(ran) == ["news/wrong.txt", "nowhere.txt"]
    statuses = [document["status"] for document in json.loads(ran.out)["documents"]]
    assert statuses == ["checked", "unreadable"]


def test_every_error_of_the_claims_is_shown_with_a_caret_and_nothing_is_checked(run: Run) -> None:
    ran = run("check", "news", "--claims", "bad.claims")
    assert ran.out == ""
    assert ran.err.count("^^^") == 2 and "bad.claims:1:24" in ran.err and "did you mean" in ran.err
    assert not reported(run("check", "news", "--claims", "bad.claims", "--format", "json"))


def test_a_report_is_valid_against_the_schema_that_is_printed(run: Run) -> None:
    schema = json.loads(run("schema").out)
    ran = run("check", "news", "nowhere.txt", "--claims", "rules", "--format", "json")
    jsonschema.validate(json.loads(ran.out), schema)


@pytest.mark.parametrize("form", ["text", "json", "html", "sarif", "junit", "github", "markdown"])
def test_every_format_of_the_contract_is_printed(run: Run, form: str) -> None:
    assert "5.4 million tonnes" in run("check", "news", "--claims", "rules", "--format", form).out


def test_output_is_the_same_whatever_the_order_of_arguments_their_spelling_and_the_jobs(run: Run) -> None:
    given = ("--claims", "rules", "--format", "json")
    one = run("check", "news", "bad.claims", *given)
    assert run("check", "bad.claims", "./news", "news/wrong.txt", "news/*.txt", *given, "--jobs", "1").out == one.out
    assert run("check", "news", "bad.claims", *given, "--jobs", "3").out == one.out
    assert reported(one) == ["bad.claims", "news/deep/new.md", "news/right.txt", "news/wrong.txt"]


def test_standard_input_is_a_document(run: Run) -> None:
    ran = run("check", "-", "--claims", "rules", "--format", "json", stdin=WRONG)
    assert (reported(ran), ran.code) == (["-"], 1)
    assert run("check", "-", "--claims", "rules", stdin="").code == 2


def test_the_date_and_the_language_of_the_command_line_come_first(run: Run) -> None:
    ran = run("check", "news/right.txt", "--claims", "rules", "--format", "json", "--date", "2025-05", "--lang", "ru")
    document = json.loads(ran.out)["documents"][0]
    assert (document["date"], document["date_from"], document["language"]) == ("2025-05", "command line", "ru")


def test_output_writes_a_file_for_each_format_and_prints_the_text(run: Run) -> None:
    ran = run("check", "news", "--claims", "rules", "--format", "json", "--format", "html", "--output", "out/deep")
    assert sorted(each.name for each in Path("out/deep").iterdir()) == ["report.html", "report.json"]
    assert "conflict" in ran.out and not ran.out.startswith("{")


def test_a_folder_that_cannot_be_written_is_named_and_the_report_is_printed_all_the_same(run: Run) -> None:
    Path("taken").write_text("a file", encoding="utf-8")
    ran = run("check", "news", "--claims", "rules", "--format", "json", "--output", "taken")
    assert ran.code == 2
    assert "taken" in ran.err and "cannot write" in ran.err
    assert "5.4 million tonnes" in ran.out
    assert Path("taken").read_text(encoding="utf-8") == "a file"


def test_the_main_job_is_that_of_the_settings_from_any_folder_of_the_project(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("sverka.toml").write_text('claims = ["rules"]\ndocuments = ["news"]\nfail_on = "never"\n', encoding="utf-8")
    ran = run("check")
    assert ran.code == 0 and "news/wrong.txt" in ran.out
    written = Path("reports/report.json").read_bytes()
    assert Path("reports/report.html").exists()
    monkeypatch.chdir("news/deep")
    assert run("check") == ran
    assert Path("reports/report.json").read_bytes() == written
    monkeypatch.chdir("news/deep")
    assert "new.md:1:17: unsupported" in run("check", "new.md").out


def test_a_mistake_in_the_settings_is_a_problem_and_the_rest_of_them_holds(run: Run) -> None:
    Path("pyproject.toml").write_text(
        '[tool.sverka]\nclaims = ["rules"]\ndocuments = "news"\nfail_onn = "never"\nabout = "much"\n', encoding="utf-8"
    )
    ran = run("check", "--format", "json")
    assert ran.code == 2
    assert "did you mean fail_on?" in ran.err and "pyproject.toml:5:1" in ran.err
    assert len(reported(ran)) == 3


def test_settings_that_are_no_toml_are_a_problem_with_its_line(run: Run) -> None:
    Path("sverka.toml").write_text('claims = ["rules"\nx', encoding="utf-8")
    ran = run("check", "news")
    assert ran.code == 2 and "sverka.toml:" in ran.err


def test_shares_of_the_settings_change_what_about_means(run: Run) -> None:
    Path("sverka.toml").write_text('claims = ["rules"]\nabout = "50 %"\n', encoding="utf-8")
    Path("about.txt").write_text("TITR volume in 2024 was about 6.5 million tonnes.\n", encoding="utf-8")
    assert run("check", "about.txt").code == 0
    Path("sverka.toml").write_text('claims = ["rules"]\n', encoding="utf-8")
    assert run("check", "about.txt").code == 1


def test_facts_of_a_folder_hold_for_its_documents_and_their_mistakes_are_shown(run: Run) -> None:
    Path("news/sources.toml").write_text(
        '[[document]]\nfile = "deep/new.md"\ndate = "2025-05"\n\n[[document]]\nfile = "gone.txt"\n', encoding="utf-8"
    )
    ran = run("check", "news", "--claims", "rules", "--format", "json")
    assert ran.code == 2 and "news/sources.toml:5:1" in ran.err
    dates = {document["path"]: document["date"] for document in json.loads(ran.out)["documents"]}
    assert dates["news/deep/new.md"] == "2025-05"


def test_claims_are_printed_as_a_table_or_as_json(run: Run) -> None:
    assert "TITR.volume.2024" in run("claims", "rules").out
    found = json.loads(run("claims", "rules", "--format", "json").out)
    assert [each["derived"] for each in found] == [False, False, True]
    assert run("claims", "bad.claims").code == 2
    assert run("claims").code == 2


def test_figures_are_printed_one_a_line(run: Run) -> None:
    lines = run("extract", "news", "--format", "jsonl").out.splitlines()
    assert {json.loads(line)["path"] for line in lines} == {"news/deep/new.md", "news/right.txt", "news/wrong.txt"}
    assert "300 wagons" in run("extract", "news").out
    assert run("extract", "news", "nowhere.txt").code == 2


def test_each_line_may_be_a_document_of_its_own(run: Run) -> None:
    ran = run("extract", "--lines", "--format", "jsonl", "-", stdin=f"\n{RIGHT}{SUPERFLUOUS}")
    found = [json.loads(line) for line in ran.out.splitlines()]
    numbers = [(each["line_number"], each["start"], each["text"]) for each in found if each["kind"] == "level"]
    assert numbers == [(2, 24, "4.5 million tonnes"), (3, 16, "300 wagons")]


@pytest.mark.parametrize("code", [*Fate, *Grade, *Cause, *Reason])
def test_every_word_of_a_report_is_explained(run: Run, code: str) -> None:
    ran = run("explain", code.upper())
    assert ran.code == 0 and ran.out.startswith(f"{code} (")


@pytest.mark.parametrize("code", [*SlipKind, *Outcome])
def test_every_slip_and_outcome_is_explained(run: Run, code: str) -> None:
    sort = "slip" if isinstance(code, SlipKind) else "outcome"
    for written in (code, code.replace(" ", "-")):
        assert f"{code} ({sort}): " in run("explain", written).out


def test_a_word_in_two_senses_has_two_pages(run: Run) -> None:
    out = run("explain", "scale").out
    assert "scale (cause): " in out and "scale (slip): " in out


def test_codes_of_the_claims_are_explained_and_unknown_ones_are_not(run: Run) -> None:
    assert "unknown unit" in run("explain", "C301").out
    assert "did you mean scale?" in run("explain", "scal").err
    assert run("explain", "scal").code == 2
    assert len(run("explain").out.splitlines()) == len(pages())


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "\0"],
        ["check", "a" * 5000],
        ["check", "["],
        ["extract", "{}"],
        ["claims", "\0"],
        ["explain", ""],
        ["check", ""],
    ],
)
def test_strange_arguments_show_no_traceback(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).code in (0, 2)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_a_problem_and_hides_no_other(run: Run) -> None:
    Path("news/wrong.txt").chmod(0)
    ran = run("check", "news", "--claims", "rules", "--format", "json")
    assert ran.code == 2 and "unreadable" in ran.err
    assert len(reported(ran)) == 3


def started(*arguments: str, **given: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "sverka", *arguments], capture_output=True, check=False, **given)  # type: ignore[call-overload,no-any-return]


def test_neither_the_locale_nor_the_hash_seed_changes_a_byte(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Экспорт вырос на 5 % – до 2 млн тонн.", encoding="utf-8")
    outs = set()
    for seed, locale in (("1", "C"), ("2", "C.UTF-8"), ("3", "POSIX")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": f"UTC+{seed}", "COLUMNS": seed}
        environment.pop("PYTHONUTF8", None)
        ran = started("extract", "a.txt", cwd=tmp_path, env=environment)
        outs.add(ran.stdout)
    assert len(outs) == 1 and "тонн".encode() in outs.pop()


def test_a_reader_that_goes_away_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Рост 5 %.\n" * 4000, encoding="utf-8")
    command = f"{sys.executable} -m sverka extract a.txt --format jsonl | head -1"
    ran = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, check=False)
    assert ran.stdout.count(b"\n") == 1 and ran.stderr == b""


def test_the_version_is_told_without_loading_what_reads_options() -> None:
    code = (
        "import sys; sys.argv = ['sverka', '--version']\n"
        "from sverka.__main__ import main; main(); print('typer' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ran.stdout.split()[-1] == "False"
