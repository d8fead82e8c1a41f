"""What the project says of itself is true: the README runs, the map is the tree, the help is the contract."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import sverka
from gold import ROOT

README = ROOT / "README.md"
_NAMED = re.compile(r"^```\w+ (?P<name>\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_CONSOLE = re.compile(r"^```console\n\$ (?P<command>.*?)\n(?P<output>.*?)^```$", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"^```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_HIDDEN = {".git", "__pycache__", "build", "dist"}


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def command(*arguments: str, folder: Path) -> str:
    run = [sys.executable, "-m", "sverka", *arguments]
    return subprocess.run(run, cwd=folder, capture_output=True, check=False, encoding="utf-8").stdout


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with the files that the README shows."""
    for match in _NAMED.finditer(README.read_text(encoding="utf-8")):
        (tmp_path / match["name"]).write_text(match["text"], encoding="utf-8")
    return tmp_path


def test_the_commands_of_the_readme_print_what_it_shows(files: Path) -> None:
    text = README.read_text(encoding="utf-8")
    shown = list(_CONSOLE.finditer(text))
    assert shown
    for match in reversed(shown):
        name, *arguments = match["command"].split()
        assert name == "sverka"
        printed = command(*arguments, folder=files)
        if os.environ.get("SVERKA_UPDATE"):
            text = text[: match.start("output")] + printed + text[match.end("output") :]
        else:
            assert printed == match["output"]
    if os.environ.get("SVERKA_UPDATE"):
        README.write_text(text, encoding="utf-8")


def test_the_other_commands_of_the_readme_run(files: Path) -> None:
    said = re.findall(r"`sverka ([a-z][^`]*)`", README.read_text(encoding="utf-8"))
    complete = [each.split() for each in said if " " in each and "-" not in each]
    assert len(complete) >= 3
    assert all(command(*each, folder=files) for each in complete)


def test_the_python_of_the_readme_runs(files: Path) -> None:
    match = _PYTHON.search(README.read_text(encoding="utf-8"))
    assert match
    run = subprocess.run([sys.executable, "-c", match["code"]], cwd=files, capture_output=True, check=True)
    assert b"conflict 5.4 million tonnes" in run.stdout


def test_the_two_commands_of_the_readme_are_those_of_the_project() -> None:
    assert "\n    pip install . && sverka check\n" in read("README.md")
    assert "\n    pip install '.[test]' && pytest\n" in read("README.md")
    project = tomllib.loads(read("pyproject.toml"))["project"]
    assert {"test"} <= set(project["optional-dependencies"]) and "sverka" in project["scripts"]


def test_the_exit_codes_of_the_readme_are_those_of_the_command() -> None:
    from sverka.commands import FINE, FOUND, INCOMPLETE

    assert re.findall(r"^\| (\d) \|", read("README.md"), re.MULTILINE) == [str(FINE), str(FOUND), str(INCOMPLETE)]


def _tree() -> set[str]:
    """Every folder that holds a file of the project, and every file that stands directly in the package."""
    found = {path.relative_to(ROOT).as_posix() for path in (ROOT / "src" / "sverka").glob("*.py")}
    for top in (path for path in ROOT.iterdir() if path.is_dir() and path.name not in _HIDDEN):
        if top.name.startswith(".") and top.name not in (".ci", ".github"):
            continue
        for folder in (top, *(path for path in top.rglob("*") if path.is_dir())):
            parts = folder.relative_to(ROOT).parts
            is_ours = not _HIDDEN & set(parts) and not any(re.search(r"^\.|\.egg-info$", part) for part in parts[1:])
            if is_ours and any(path.is_file() for path in folder.iterdir()):
                found.add("/".join(parts[: 2 if parts[0] == "tests" else 4]))
    return found


def test_the_map_of_the_architecture_is_the_tree() -> None:
    lines = re.findall(r"^    (\S+) {2,}\S", read("ARCHITECTURE.md"), re.MULTILINE)
    mapped = [line for line in lines if not line.startswith("─")]
    assert len(mapped) == len(set(mapped))
    assert set(mapped) == _tree()


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("check", ["--claims", "--format", "--output", "--fail-on", "--date", "--lang", "--jobs"]),
        ("claims", ["--format"]),
        ("extract", ["--format", "--lines", "--date", "--lang"]),
    ],
)
def test_the_help_of_a_command_lists_the_options_of_the_contract(name: str, options: list[str], tmp_path: Path) -> None:
    said = command(name, "--help", folder=tmp_path)
    assert [option for option in options if option not in said] == []


def test_the_help_lists_the_commands(tmp_path: Path) -> None:
    said = command("--help", folder=tmp_path)
    assert all(
        re.search(rf"^ +{name} ", said, re.MULTILINE) for name in ("check", "claims", "extract", "explain", "schema")
    )


def test_the_layers_hold() -> None:
    linter = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert linter, "import-linter comes with the extra `test`"
    ran = subprocess.run([linter], cwd=ROOT, capture_output=True, check=False, text=True)
    assert ran.returncode == 0, ran.stdout


def test_the_version_is_the_same_everywhere(tmp_path: Path) -> None:
    version = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    assert version == sverka.__version__
    assert f"\n## {version}\n" in read("CHANGELOG.md")
    assert command("--version", folder=tmp_path) == f"sverka {version}\n"


def test_the_public_names_are_there_and_a_folder_does_not_take_the_place_of_a_function() -> None:
    from sverka.check import Checker

    assert Checker is not None
    assert callable(sverka.check) and callable(sverka.extract) and callable(sverka.load_claims)
    assert all(getattr(sverka, name) is not None for name in sverka.__all__)
    with pytest.raises(AttributeError):
        _ = sverka.nothing


def test_the_script_of_the_checks_is_sound_and_may_be_run() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0


def test_every_action_is_pinned_to_a_commit() -> None:
    used = re.findall(r"uses: (\S+)", read(".github/workflows/ci.yml"))
    assert used and all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", each) for each in used)


def test_links_between_the_pages_lead_somewhere() -> None:
    for page in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "rules/README.md"):
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", read(page)):
            assert ((ROOT / page).parent / link).exists(), f"{page}: {link}"
