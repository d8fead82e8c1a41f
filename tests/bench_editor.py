"""How long an editor waits after a keystroke, in a large set of claims; a script, not a test.

    python tests/bench_editor.py [CLAIMS]

Starts `sverka lsp` on a set of so many claims (2,000), in one file and in ten, and drives it as an editor does: a
character is written, the server's diagnostics are waited for, and completion is asked for where the cursor stands.
Prints the milliseconds of the middle one and of the slowest of a number of keystrokes, from the sending of the
change to the last answer: for a figure, for a mistake that comes and goes, and for a new line at the top.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from bench_claims import lines

KEYS = 20
DRAFT = "Объём перевозок перевозчика номер 7 в 2024 году составил 4,5 млн тонн, на 5 % больше, чем годом раньше.\n"
SETTINGS = 'claims = ["rules"]\n'


def texts(claims: int, files: int) -> dict[str, str]:
    """So many claims in so many files, with the names that they use in one of their own."""
    written = list(lines(claims * 7 // 6))
    named = [each for each in written if each.startswith(("source", "entity", "metric", "  "))]
    stated = [each for each in written if each.strip() and each not in set(named)][:claims]
    part = -(-len(stated) // files)
    found = {f"rules/{number}.claims": stated[number * part : (number + 1) * part] for number in range(files)}
    found["rules/0.claims"] = named + found["rules/0.claims"]
    return {path: "\n".join(each) + "\n" for path, each in found.items()}


class Editor:
    """A client with one folder, one claims file and one draft open."""

    def __init__(self, root: Path, path: str) -> None:
        self.client = LanguageClient("bench", "1")
        self.uri, self.draft = (root / path).as_uri(), (root / "draft.txt").as_uri()
        self.lines = (root / path).read_text(encoding="utf-8").split("\n")
        self.version = 1
        self.told: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()

        @self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def told(params: lsp.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(params)

    def open(self, uri: str, text: str) -> None:
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, "x", 1, text)))

    async def diagnosed(self, uri: str = "") -> int:
        """How many mistakes the claims file has, or another, as soon as that is told of its text as it is now."""
        while True:
            told = await asyncio.wait_for(self.told.get(), 60)
            if told.uri == (uri or self.uri) and told.version == (1 if uri else self.version):
                return len(told.diagnostics)

    async def struck(self, line: int, column: int, end: int, word: str) -> tuple[float, int, int]:
        """The seconds from putting a word in place of others to the last answer; mistakes and words proposed."""
        self.version += 1
        place = lsp.Range(lsp.Position(line, column), lsp.Position(line, end))
        change = lsp.TextDocumentContentChangePartial(place, word)
        known = lsp.VersionedTextDocumentIdentifier(self.version, self.uri)
        while not self.told.empty():
            self.told.get_nowait()
        began = time.perf_counter()
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(known, [change]))
        mistakes = await self.diagnosed()
        at = lsp.Position(line, column + len(word)) if word != "\n" else lsp.Position(line + 1, 0)
        asked = lsp.CompletionParams(lsp.TextDocumentIdentifier(self.uri), at)
        proposed = await self.client.text_document_completion_async(asked)
        spent = time.perf_counter() - began
        return spent, mistakes, len(proposed) if isinstance(proposed, list) else 0


def keys(editor: Editor) -> Iterator[tuple[str, list[tuple[int, int, int, str]]]]:
    """What is struck: in the last claim, its last figure again and again, then a unit that there is not."""
    line = max(number for number, each in enumerate(editor.lines) if "Mt" in each)
    column = editor.lines[line].index(" Mt")
    yield "a figure", [(line, column - 1, column, str(number % 9 + 1)) for number in range(KEYS)]
    wrong = [(line, column + 3, column + 3, "q"), (line, column + 3, column + 4, "")]
    yield "a mistake", wrong * (KEYS // 2)
    yield "a new line", [(number, 0, 0, "\n") for number in range(KEYS)]


async def drive(root: Path, path: str) -> None:
    editor = Editor(root, path)
    await editor.client.start_io(sys.executable, "-m", "sverka", "lsp")
    await editor.client.initialize_async(lsp.InitializeParams(lsp.ClientCapabilities(), root_uri=root.as_uri()))
    editor.client.initialized(lsp.InitializedParams())
    editor.open(editor.draft, DRAFT)
    await editor.diagnosed(editor.draft)
    editor.open(editor.uri, "\n".join(editor.lines))
    assert await editor.diagnosed() == 0
    for what, struck in keys(editor):
        told = [await editor.struck(*each) for each in struck]
        spent = [1000 * seconds for seconds, _, _ in told]
        assert what != "a mistake" or [mistakes for _, mistakes, _ in told[:2]] == [1, 0]
        print(f"  {what:12}{statistics.median(spent):8.0f}{max(spent):9.0f}{told[-1][2]:10}", flush=True)
    await editor.client.shutdown_async(None)
    editor.client.exit(None)
    await editor.client.stop()


def main() -> None:
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    for files in (1, 10):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder).resolve()
            (root / "rules").mkdir()
            (root / "sverka.toml").write_text(SETTINGS, encoding="utf-8")
            (root / "draft.txt").write_text(DRAFT, encoding="utf-8")
            for path, text in texts(claims, files).items():
                (root / path).write_text(text, encoding="utf-8")
            print(f"{claims} claims in {files} file{'s' if files > 1 else ''}: ms, slowest, words proposed", flush=True)
            asyncio.run(asyncio.wait_for(drive(root, f"rules/{files - 1}.claims"), 600))


if __name__ == "__main__":
    main()
