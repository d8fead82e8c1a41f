"""The editor server: features of claims and drafts, spoken as the Language Server Protocol.

Needs the extra `lsp`. The functions that work things out are in the modules beside this one and know no protocol.
"""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from sverka import __version__
from sverka.claims.vocabulary import unit
from sverka.editor import claims, drafts
from sverka.editor.desk import Desk, is_claims
from sverka.editor.ruler import At
from sverka.editor.told import Level, Remark, Spot
from sverka.model.span import Span

Answer = TypeVar("Answer")
_LEVELS = {
    Level.ERROR: lsp.DiagnosticSeverity.Error,
    Level.WARNING: lsp.DiagnosticSeverity.Warning,
    Level.NOTE: lsp.DiagnosticSeverity.Information,
}
_KINDS = {
    "subject": lsp.CompletionItemKind.Class,
    "metric": lsp.CompletionItemKind.Property,
    "unit": lsp.CompletionItemKind.Unit,
    "scale": lsp.CompletionItemKind.Unit,
    "source": lsp.CompletionItemKind.Reference,
    "period": lsp.CompletionItemKind.Value,
    "status": lsp.CompletionItemKind.EnumMember,
    "sign": lsp.CompletionItemKind.Operator,
    "dimension": lsp.CompletionItemKind.EnumMember,
}
_OUTLINE = {
    "source": lsp.SymbolKind.File,
    "entity": lsp.SymbolKind.Class,
    "metric": lsp.SymbolKind.Property,
    "claim": lsp.SymbolKind.Number,
}


# So many seconds without a key, and drafts are looked at.
PAUSE = 0.5


class Server(LanguageServer):
    """One desk for one folder; it is opened when the editor says which."""

    def __init__(self) -> None:
        super().__init__("sverka", __version__)
        self.desk = Desk(Path.cwd())
        self._told: dict[str, list[Remark]] = {}
        self._later: asyncio.TimerHandle | None = None

    def range_of(self, path: str, span: Span) -> lsp.Range:
        ruler = self.desk.ruler(path)
        return lsp.Range(_position(ruler.at(span.start)), _position(ruler.at(span.end)))

    def place(self, spot: Spot) -> lsp.Location:
        return lsp.Location(_uri(self.desk, spot.path), self.range_of(spot.path, spot.span))

    def tell(self, changed: str) -> None:
        """What follows from the change of a file: its own remarks, and those of whatever else has others now.

        Drafts are held against claims again when those have not changed for a moment.
        """
        self._told.pop(changed, None)
        files = {*self.desk.claims_files(), *filter(is_claims, self._told)}
        for path in sorted(files, key=lambda path: (path != changed, path)):
            self._tell(path, claims.remarks(self.desk, path))
        if not is_claims(changed):
            self._tell(changed, list(drafts.verdicts(self.desk, changed)) if changed in self.desk.open else [])
            return
        if self._later:
            self._later.cancel()
        self._later = asyncio.get_running_loop().call_later(PAUSE, self._tell_drafts)

    def _tell_drafts(self) -> None:
        for path in self.desk.open:
            if not is_claims(path):
                self._tell(path, list(drafts.verdicts(self.desk, path)))

    def _tell(self, path: str, found: list[Remark]) -> None:
        if self._told.get(path) == found:
            return
        self._told[path] = found
        shown, uri = [self.diagnostic(path, each) for each in found], _uri(self.desk, path)
        seen = self.workspace.text_documents.get(uri)
        version = seen.version if seen else None
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, shown, version))

    def diagnostic(self, path: str, remark: Remark) -> lsp.Diagnostic:
        place = self.range_of(path, remark.span)
        return lsp.Diagnostic(place, remark.message, severity=_LEVELS[remark.level], code=remark.code, source="sverka")


def _position(at: At) -> lsp.Position:
    return lsp.Position(at.line, at.column)


def _path(desk: Desk, uri: str) -> str:
    """A file as reports of the project call it: from its folder, or whole where it lies elsewhere."""
    whole = Path(to_fs_path(uri) or uri)
    return whole.relative_to(desk.root).as_posix() if whole.is_relative_to(desk.root) else whole.as_posix()


def _uri(desk: Desk, path: str) -> str:
    return from_fs_path((desk.root / path).as_posix()) or path


def make_server() -> Server:
    """A server with every feature, not yet speaking to anybody."""
    server = Server()
    _watch(server)
    _write(server)
    _look(server)
    return server


def _watch(server: Server) -> None:
    @server.feature(lsp.INITIALIZED)
    def opened(params: lsp.InitializedParams) -> None:
        root = server.workspace.root_path
        if root:
            os.chdir(root)
            server.desk = Desk(Path(root))
        unit(["tonnage"])  # what languages call things is read now, and not when the first mistake is made

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: lsp.DidOpenTextDocumentParams) -> None:
        path = _path(server.desk, params.text_document.uri)
        server.desk.put(path, params.text_document.text)
        server.tell(path)
        gc.freeze()  # what is there now stays, and need not be searched again and again for what does not

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: lsp.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        path = _path(server.desk, uri)
        server.desk.put(path, server.workspace.get_text_document(uri).source)
        server.tell(path)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: lsp.DidCloseTextDocumentParams) -> None:
        path = _path(server.desk, params.text_document.uri)
        server.desk.drop(path)
        server.tell(path)


class Pointing(Protocol):
    """What every question about a place has."""

    @property
    def text_document(self) -> lsp.TextDocumentIdentifier: ...
    @property
    def position(self) -> lsp.Position: ...


def _at(server: Server, params: Pointing, ask: Callable[[Desk, str, int], Answer]) -> Answer:
    path = _path(server.desk, params.text_document.uri)
    offset = server.desk.ruler(path).offset(At(params.position.line, params.position.character))
    return ask(server.desk, path, offset)


def _write(server: Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[" "]))
    def complete(params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        kind = lsp.CompletionItemKind.Keyword
        return [
            lsp.CompletionItem(each.word, kind=_KINDS.get(each.sort, kind), detail=each.detail or each.sort)
            for each in _at(server, params, claims.completed)
        ]

    @server.feature(lsp.TEXT_DOCUMENT_RENAME)
    def rename(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        found = _at(server, params, lambda desk, path, offset: claims.renamed(desk, path, offset, params.new_name))
        if found is None:
            return None
        changes: dict[str, list[lsp.TextEdit]] = {}
        for spot, words in found:
            edit = lsp.TextEdit(server.range_of(spot.path, spot.span), words)
            changes.setdefault(_uri(server.desk, spot.path), []).append(edit)
        return lsp.WorkspaceEdit(changes=changes)

    @server.feature(lsp.TEXT_DOCUMENT_FORMATTING)
    def format_file(params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit]:
        path = _path(server.desk, params.text_document.uri)
        if not is_claims(path):
            return []
        whole = Span(0, len(server.desk.text(path)))
        return [lsp.TextEdit(server.range_of(path, whole), claims.layout(server.desk, path))]

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION)
    def mend(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        path = _path(server.desk, params.text_document.uri)
        found = claims.remarks(server.desk, path) if is_claims(path) else list(drafts.verdicts(server.desk, path))
        here = [each for each in found if each.mend and _touches(server, path, each, params.range)]
        return [_action(server, path, each) for each in here]


def _touches(server: Server, path: str, remark: Remark, wanted: lsp.Range) -> bool:
    place = server.range_of(path, remark.span)
    return place.start <= wanted.end and wanted.start <= place.end


def _action(server: Server, path: str, remark: Remark) -> lsp.CodeAction:
    edit = lsp.TextEdit(server.range_of(path, remark.span), remark.mend or "")
    return lsp.CodeAction(
        f"Write “{remark.mend}”",
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=[server.diagnostic(path, remark)],
        edit=lsp.WorkspaceEdit(changes={_uri(server.desk, path): [edit]}),
    )


def _look(server: Server) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        found = _at(server, params, claims.hover)
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, found)) if found else None

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def definition(params: lsp.DefinitionParams) -> lsp.Location | None:
        found = _at(server, params, claims.definition)
        return server.place(found) if found else None

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def references(params: lsp.ReferenceParams) -> list[lsp.Location]:
        return [server.place(spot) for spot in _at(server, params, claims.references)]

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outline(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        path = _path(server.desk, params.text_document.uri)
        return [
            lsp.DocumentSymbol(each.name, _OUTLINE[each.sort], place, place)
            for each in claims.outline(server.desk, path)
            if (place := server.range_of(path, each.span))
        ]

    @server.feature(lsp.TEXT_DOCUMENT_INLAY_HINT)
    def hints(params: lsp.InlayHintParams) -> list[lsp.InlayHint]:
        path = _path(server.desk, params.text_document.uri)
        ruler = server.desk.ruler(path)
        return [
            lsp.InlayHint(_position(ruler.at(each.offset)), each.words, padding_left=True)
            for each in claims.asides(server.desk, path)
        ]

    @server.feature(lsp.TEXT_DOCUMENT_CODE_LENS)
    def lenses(params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
        path = _path(server.desk, params.text_document.uri)
        return [
            lsp.CodeLens(server.range_of(path, Span(each.offset, each.offset)), lsp.Command(_used(each.documents), ""))
            for each in claims.uses(server.desk, path)
        ]


def _used(documents: int) -> str:
    return f"decides in {documents} document{'' if documents == 1 else 's'}" if documents else "decides in no document"


def serve() -> None:
    """Speaks on standard input and output until the editor hangs up."""
    make_server().start_io()
