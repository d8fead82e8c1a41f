"""A file becomes a Document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePath

from sverka.model.document import Block, BlockKind, Document, DocumentDate
from sverka.model.problem import Problem
from sverka.model.span import Span
from sverka.readers import markdown
from sverka.readers.dating import date_in_text
from sverka.readers.decoding import LARGEST_ARCHIVE, Undecodable, decode
from sverka.readers.facts import Facts
from sverka.readers.furniture import blocks_of
from sverka.readers.language import UNKNOWN, detect
from sverka.readers.lines import lines_of
from sverka.readers.mixed import with_languages
from sverka.readers.paragraphs import paragraphs

SUFFIXES = frozenset((".txt", ".text", *markdown.SUFFIXES))
_NOT_YET = {
    ".html": "HTML",
    ".htm": "HTML",
    ".xhtml": "HTML",
    ".docx": "Word",
    ".doc": "Word",
    ".odt": "OpenDocument",
    ".rtf": "RTF",
    ".pdf": "PDF",
}


def read(
    path: Path | str,
    data: bytes,
    *,
    facts: Facts | None = None,
    language: str | None = None,
    date: DocumentDate | None = None,
) -> Document | Problem:
    """The document in a file's bytes, or why there is none.

    `language` and `date` are what the command line says, `facts` what `sources.toml` does; both come before what the
    text shows by itself. Offsets in the document are into the decoded file, its line ends as they are.
    """
    name = PurePath(path).as_posix()
    suffix = PurePath(path).suffix.lower()
    if suffix in _NOT_YET:
        message = f"{_NOT_YET[suffix]} is not read yet"
        return Problem(name, 0, 0, "unsupported-format", message, "save the document as text (.txt) or Markdown (.md)")
    decoded = decode(data)
    if isinstance(decoded, Undecodable):
        return Problem(name, decoded.line, 0, decoded.code, decoded.message, decoded.remedy)
    text = decoded.text
    is_markdown = suffix in markdown.SUFFIXES
    lines = lines_of(text)
    matter = markdown.matter_of(lines) if is_markdown else {}
    tag = language or (facts and facts.language) or matter.get("language") or matter.get("lang") or detect(text)
    blocks = blocks_of(paragraphs(markdown.marked(lines) if is_markdown else lines, wrapped=is_markdown), tag)
    if language is None:
        said = bool((facts and facts.language) or matter.get("language") or matter.get("lang"))
        tag, blocks = with_languages(text, blocks, tag, said=said)
    dated = date or (facts and facts.date) or date_in_text(text, blocks, matter, tag)
    notes = list(decoded.notes)
    if tag == UNKNOWN:
        notes.append("no language is known of the text")
    if dated is None:
        notes.append("no date is known of the document")
    title = (facts and facts.title) or _title(text, blocks, matter)
    digest = sha256(data).hexdigest()
    return Document(name, text, digest, tag, blocks, dated, title, decoded.encoding, tuple(notes))


def _title(text: str, blocks: tuple[Block, ...], matter: Mapping[str, str]) -> str | None:
    """The title in the metadata, or the first heading."""
    if matter.get("title"):
        return matter["title"]
    heading = next((block for block in blocks if block.kind is BlockKind.HEADING), None)
    return heading.span.of(text).lstrip("# \t").strip() if heading else None


def read_lines(
    path: Path | str, data: bytes, *, language: str | None = None, date: DocumentDate | None = None
) -> Iterator[tuple[int, Document]] | Problem:
    """Each line of a file that is not blank as a document of its own, with its number from 1.

    A line is one paragraph without furniture, and offsets count within it.
    """
    name = PurePath(path).as_posix()
    decoded = decode(data, largest=LARGEST_ARCHIVE)
    if isinstance(decoded, Undecodable):
        return Problem(name, decoded.line, 0, decoded.code, decoded.message, decoded.remedy)
    return _lines(name, decoded.text, language, date, decoded.encoding)


def _lines(
    name: str, text: str, language: str | None, date: DocumentDate | None, encoding: str
) -> Iterator[tuple[int, Document]]:
    whole: str | None = None
    for number, written in enumerate(text.split("\n"), 1):
        line = written.removesuffix("\r")
        stripped = line.strip()
        if not stripped:
            continue
        tag = language or detect(line)
        if tag == UNKNOWN:
            whole = whole or detect(text)
            tag = whole
        start = len(line) - len(line.lstrip())
        block = Block(Span(start, start + len(stripped)), BlockKind.PARAGRAPH)
        digest = sha256(line.encode("utf-8")).hexdigest()
        yield number, Document(name, line, digest, tag, (block,), date, None, encoding)
