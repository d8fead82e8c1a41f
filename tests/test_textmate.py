"""What an editor shows by the TextMate grammar is what the language says: every word of its own class, and no other."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from lark import UnexpectedInput

from bench_claims import lines
from gold import ROOT
from sverka.claims.tokens import IGNORED, UNKNOWN, scan_words
from sverka.editor.build_textmate import COMMENT, GRAMMAR, UNCLOSED, made, scope
from test_claims_grammar import LARK, LINES

ENGINE = ("vscode-textmate@9.3.2", "vscode-oniguruma@2.0.1")
SCRIPTS = Path(__file__).parent / "textmate"
EXTENSION = GRAMMAR.parent.parent
_WORDS = """
A b TITR ТМТМ қазақ 2024 2024-03 2024-Q3 2022..2026 2024-01..2024-09 15..18 4.5 4.5Mt 62% %/yr +62% -3 −3 x3 3rd 1.1th
Mt = ~ <= == < > [ ] ( ) + - * / , ,5 : ± +/- vs ytd target-x targets target from until since or in in-x because source
sources entity metric.x table check accept # #a ! ; ? 😀 € "a" "open "\\ https://a.b/c
"""
PIECES = (
    *_WORDS.split(),
    "part of",
    "part  off",
    "sverka claims 1",
    "sverka claims",
    '"a \\" b"',
    "\t",
    "\u00ad",
    "e\u0301",
)


def test_the_committed_grammar_is_made_of_the_words_of_the_language() -> None:
    assert GRAMMAR.read_text(encoding="utf-8") == made(), "run python -m sverka.editor.build_textmate"


def test_the_extension_speaks_of_files_that_are_there() -> None:
    package = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    (language,), (grammar,) = package["contributes"]["languages"], package["contributes"]["grammars"]
    named = (package["main"], language["configuration"], grammar["path"])
    assert all((EXTENSION / name).is_file() for name in named)
    assert EXTENSION / grammar["path"] == GRAMMAR and grammar["language"] == language["id"]
    assert json.loads(made())["scopeName"] == grammar["scopeName"]
    assert json.loads((EXTENSION / language["configuration"]).read_text(encoding="utf-8"))["comments"]


def run(*command: str, given: str = "") -> str:
    return subprocess.run(command, input=given, capture_output=True, check=True, encoding="utf-8").stdout


def absent(reason: str) -> None:
    """What cannot be had is skipped on somebody's machine, and fails where all changes are tried."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.mark.skipif(not shutil.which("node") and not os.environ.get("CI"), reason="node is not here")
def test_the_extension_starts_the_server() -> None:
    told = json.loads(run("node", str(SCRIPTS / "start.js"), str(EXTENSION / "extension.js")))
    assert told["server"] == {"command": "sverka", "args": ["lsp"], "transport": 0}
    assert told["languages"] == ["sverka-claims", "plaintext", "markdown"]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The modules of the engine that editors use."""
    folder = tmp_path_factory.mktemp("engine")
    if not shutil.which("npm"):
        absent("npm is not here")
    install = ["npm", "install", "--prefix", str(folder), "--no-save", "--ignore-scripts", "--silent", *ENGINE]
    if subprocess.run(install, capture_output=True, check=False).returncode:
        absent(f"npm cannot install {' '.join(ENGINE)}")
    return folder / "node_modules"


def shown(engine: Path, texts: Sequence[str]) -> list[list[tuple[int, int, str]]]:
    """The scopes of each line's words as the engine gives them, by places in code points; of comments none."""
    told = json.loads(run("node", str(SCRIPTS / "tokens.js"), str(engine), str(GRAMMAR), given=json.dumps(texts)))
    found = []
    for text, parts in zip(texts, told, strict=True):
        units = text.encode("utf-16-le")

        def place(at: int, units: bytes = units) -> int:
            return len(units[: 2 * at].decode("utf-16-le"))

        found.append([(place(start), place(end), name) for start, end, name in parts if name != COMMENT])
    return found


def by_lark(text: str) -> list[tuple[int, int, str]]:
    tokens = LARK.lex(text)
    return [
        (token.start_pos or 0, token.end_pos or 0, scope(token.type)) for token in tokens if token.type not in IGNORED
    ]


def by_us(text: str) -> Iterator[tuple[int, int, str]]:
    """What is no word has no scope, but for a quote that is not closed."""
    for token in scan_words(text):
        start = token.column - 1
        if token.kind != UNKNOWN:
            yield start, start + len(token.text), scope(token.kind)
        elif token.text[0] == '"':
            yield start, start + len(token.text), UNCLOSED["name"]


def test_claims_are_shown_as_lark_reads_them(engine: Path) -> None:
    rules = [line for file in sorted((ROOT / "rules").glob("*.claims")) for line in file.read_text("utf-8").split("\n")]
    drafts = [
        line
        for file in sorted((ROOT / "tests" / "gold" / "drafts" / "claims").glob("*.claims"))
        for line in file.read_text("utf-8").split("\n")
    ]
    texts = [*rules, *drafts, *lines(3000)]
    assert len(rules) > 300
    for text, told in zip(texts, shown(engine, texts), strict=True):
        assert told == by_lark(text), text


def test_whatever_else_stands_in_a_line_is_shown_as_it_is_read(engine: Path) -> None:
    dice = random.Random(5)
    spaces = ("", "", " ", " ", "  ")
    texts = ["".join(dice.choice(PIECES) + dice.choice(spaces) for _ in range(dice.randint(1, 9))) for _ in range(5000)]
    reference = re.findall(r"^```claims\S*\n(.*?)^```", (ROOT / "rules" / "README.md").read_text("utf-8"), re.M | re.S)
    texts += [*LINES, *(line for block in reference for line in block.split("\n"))]
    assert reference
    for text, told in zip(texts, shown(engine, texts), strict=True):
        assert told == list(by_us(text)), text
        try:
            assert told == by_lark(text), text
        except UnexpectedInput:
            assert any(token.kind == UNKNOWN for token in scan_words(text)), text
