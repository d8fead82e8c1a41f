"""The editor server, driven by a client over its own pipes, through every feature."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from sverka.editor.ruler import At, Ruler

CLAIMS = """\
source report "Annual report" 2025-02-10

entity port "The port"
  en: "the port"

metric volume: mass
  en: "cargo volume"

port volume 2024=4.5 Mt, +62%   from report
port volume target = 10 Mt from report
"""
DRAFT = "😀 In 2024 the cargo volume of the port was 5.4 million tonnes.\n"
SETTINGS = 'claims = ["rules"]\ndocuments = ["drafts"]\n'


class Editor:
    """An editor with one project open."""

    def __init__(self, client: LanguageClient, root: Path) -> None:
        self.client, self.root = client, root
        self.told: dict[str, list[lsp.Diagnostic]] = {}
        self.news = asyncio.Event()

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def open(self, path: str) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        item = lsp.TextDocumentItem(self.uri(path), "text", 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))

    def change(self, path: str, text: str) -> None:
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        known = lsp.VersionedTextDocumentIdentifier(2, self.uri(path))
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(known, [whole]))

    async def diagnostics(self, path: str) -> list[lsp.Diagnostic]:
        """What the server says of a file next."""
        while self.uri(path) not in self.told:
            self.news.clear()
            await asyncio.wait_for(self.news.wait(), 60)
        return self.told.pop(self.uri(path))

    def at(self, path: str, line: int, column: int) -> dict[str, object]:
        return {
            "text_document": lsp.TextDocumentIdentifier(self.uri(path)),
            "position": lsp.Position(line, column),
        }


def drive(root: Path, work: Callable[[Editor], Awaitable[None]]) -> None:
    for path, text in (("sverka.toml", SETTINGS), ("rules/a.claims", CLAIMS), ("drafts/a.txt", DRAFT)):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    async def run() -> None:
        client = LanguageClient("test", "1")
        editor = Editor(client, root)

        @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def told(params: lsp.PublishDiagnosticsParams) -> None:
            editor.told[params.uri] = list(params.diagnostics)
            editor.news.set()

        await client.start_io(sys.executable, "-m", "sverka", "lsp")
        await client.initialize_async(lsp.InitializeParams(lsp.ClientCapabilities(), root_uri=root.as_uri()))
        client.initialized(lsp.InitializedParams())
        await work(editor)
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()

    asyncio.run(asyncio.wait_for(run(), 120))


RULES, TEXT = "rules/a.claims", "drafts/a.txt"


def test_a_mistake_is_shown_where_it_is_and_mended(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        editor.open(RULES)
        assert await editor.diagnostics(RULES) == []
        editor.change(RULES, CLAIMS.replace("4.5 Mt", "4.5 Mtt"))
        (found,) = await editor.diagnostics(RULES)
        assert found.code and "Mtt" in found.message
        assert (found.range.start.line, found.range.start.character) == (8, 21)
        asked = lsp.CodeActionParams(
            lsp.TextDocumentIdentifier(editor.uri(RULES)), found.range, lsp.CodeActionContext([found])
        )
        actions = await editor.client.text_document_code_action_async(asked)
        assert [each.title for each in actions or ()] == ["Write “Mt”"]

    drive(tmp_path, work)


def test_a_draft_shows_its_verdicts_and_takes_the_suggestion(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        editor.open(TEXT)
        (found,) = await editor.diagnostics(TEXT)
        assert found.code == "conflict[transposed]" and found.severity is lsp.DiagnosticSeverity.Error
        # The face before it takes two units.
        assert found.range.start.character == DRAFT.index("5.4") + 1
        asked = lsp.CodeActionParams(
            lsp.TextDocumentIdentifier(editor.uri(TEXT)), found.range, lsp.CodeActionContext([found])
        )
        (action,) = await editor.client.text_document_code_action_async(asked) or ()
        assert isinstance(action, lsp.CodeAction) and action.edit and action.edit.changes
        (edit,) = action.edit.changes[editor.uri(TEXT)]
        assert edit.new_text == "4.5 million tonnes"
        editor.change(TEXT, DRAFT.replace("5.4", "4.5"))
        assert await editor.diagnostics(TEXT) == []

    drive(tmp_path, work)


def test_a_draft_says_nothing_while_claims_have_mistakes_and_those_are_told(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        (editor.root / "rules/b.claims").write_text("port volume 2023 = 4 Mtt\n", encoding="utf-8")
        editor.open(TEXT)
        (found,) = await editor.diagnostics("rules/b.claims")
        assert found.code == "C301"
        assert await editor.diagnostics(TEXT) == []
        editor.open("rules/b.claims")
        assert len(await editor.diagnostics("rules/b.claims")) == 1
        editor.change("rules/b.claims", "port volume 2023 = 4 Mt\n")
        assert await editor.diagnostics("rules/b.claims") == []
        (found,) = await editor.diagnostics(TEXT)
        assert found.code == "conflict[transposed]"

    drive(tmp_path, work)


def test_names_are_completed_explained_found_and_renamed(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        client = editor.client
        editor.open(RULES)
        await editor.diagnostics(RULES)
        editor.change(RULES, f"{CLAIMS}port vo\nport volume 2024 = 4.5 \nport volume 2023 = 1 t from ")

        async def words(line: int, column: int) -> list[str]:
            found = await client.text_document_completion_async(lsp.CompletionParams(**editor.at(RULES, line, column)))
            assert isinstance(found, list)
            return [each.label for each in found]

        assert "volume" in await words(10, 7)
        units = await words(11, 23)
        assert {"Mt", "bn", "USD"} <= set(units) and units.index("Mt") < units.index("USD")
        assert await words(12, 28) == ["report"]
        assert {"port", "entity"} <= set(await words(10, 0))
        hover = await client.text_document_hover_async(lsp.HoverParams(**editor.at(RULES, 8, 1)))
        assert hover and "4 450 000" in hover.contents.value.replace("\u00a0", " ") and "2023" in hover.contents.value
        place = await client.text_document_definition_async(lsp.DefinitionParams(**editor.at(RULES, 8, 6)))
        assert isinstance(place, lsp.Location) and place.range.start == lsp.Position(5, 7)
        context = lsp.ReferenceContext(include_declaration=True)
        asked = lsp.ReferenceParams(context=context, **editor.at(RULES, 8, 1))
        assert len(await client.text_document_references_async(asked) or ()) == 4
        renamed = await client.text_document_rename_async(
            lsp.RenameParams(new_name="harbour", **editor.at(RULES, 8, 1))
        )
        assert renamed and renamed.changes
        assert {each.new_text for each in renamed.changes[editor.uri(RULES)]} == {"harbour"}

    drive(tmp_path, work)


def test_what_is_part_of_what_is_completed_explained_and_found(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        client = editor.client
        editor.open(RULES)
        await editor.diagnostics(RULES)
        editor.change(RULES, f'{CLAIMS}entity quay "Quay" \nmetric coal: mass part of \nentity pier part of port')

        async def words(line: int, column: int) -> list[str]:
            found = await client.text_document_completion_async(lsp.CompletionParams(**editor.at(RULES, line, column)))
            assert isinstance(found, list)
            return [each.label for each in found]

        assert await words(10, 19) == ["part of"]
        assert await words(11, 26) == ["volume"]
        hover = await client.text_document_hover_async(lsp.HoverParams(**editor.at(RULES, 12, 8)))
        assert hover and "part of port" in hover.contents.value
        place = await client.text_document_definition_async(lsp.DefinitionParams(**editor.at(RULES, 12, 21)))
        assert isinstance(place, lsp.Location) and place.range.start == lsp.Position(2, 7)

    drive(tmp_path, work)


def test_a_file_is_formatted_outlined_and_annotated(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        client, here = editor.client, lsp.TextDocumentIdentifier(editor.uri(RULES))
        editor.open(RULES)
        await editor.diagnostics(RULES)
        options = lsp.FormattingOptions(tab_size=2, insert_spaces=True)
        (edit,) = await client.text_document_formatting_async(lsp.DocumentFormattingParams(here, options)) or ()
        assert "port volume 2024   = 4.5 Mt, +62%  from report\n" in edit.new_text
        outline = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(here))
        assert [each.name for each in outline or ()][:3] == ["report", "port", "volume"]
        everything = lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))
        (hint,) = await client.text_document_inlay_hint_async(lsp.InlayHintParams(here, everything)) or ()
        assert "2023" in str(hint.label) and hint.position.line == 8
        lenses = await client.text_document_code_lens_async(lsp.CodeLensParams(here)) or ()
        told = [each.command.title for each in lenses if each.command]
        assert told == ["decides in 1 document", "decides in no document"]

    drive(tmp_path, work)


@pytest.mark.parametrize("text", ["", "a", "a\nb", "😀\r\nя", "a\r", "\n\n"])
def test_every_offset_has_a_place_and_comes_back(text: str) -> None:
    ruler = Ruler(text)
    for offset in range(len(text) + 1):
        inside = text[offset - 1 : offset + 1] == "\r\n"
        assert inside or ruler.offset(ruler.at(offset)) == offset
    assert ruler.offset(At(99, 99)) == len(text)
