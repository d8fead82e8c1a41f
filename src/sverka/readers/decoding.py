"""Bytes become text, and the encoding that did it is named.

Offsets count from the first character after a byte order mark, which belongs to the encoding and not to the text:
`data.decode(encoding)` gives the very text of the document.
"""

from __future__ import annotations

import codecs
import re
from itertools import pairwise
from typing import NamedTuple

# Thousands of articles; a document of this size takes minutes, and is an archive that wants to be split.
LARGEST = 8 * 1024 * 1024
# A file whose lines are documents of their own may be an archive.
LARGEST_ARCHIVE = 512 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = ((b"%PDF", "a PDF"), (b"PK\x03\x04", "a zip archive or an office document"), (b"\x89PNG", "a picture"))
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
# No word has letters of both scripts: «São» read as Cyrillic would.
_MIXED = re.compile(r"(?i:[a-z][Ѐ-ӿ]|[Ѐ-ӿ][a-z])")
_FREQUENT = frozenset("оеаинтсрвлкмд")


class Decoded(NamedTuple):
    """The text of a file and the name of its encoding, as Python knows it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


class Undecodable(NamedTuple):
    """Why bytes are no text: a code, what is wrong, and what would have worked."""

    code: str
    message: str
    remedy: str
    line: int = 0


def decode(data: bytes, *, largest: int = LARGEST) -> Decoded | Undecodable:
    """The text of a file in UTF-8, UTF-16, Windows-1251 or Windows-1252, of at most `largest` bytes."""
    if len(data) > largest:
        message = f"the file is larger than the limit of {largest // 1024 // 1024} MB"
        return Undecodable("too-large", message, "split it into smaller files")
    found = _decode(data)
    if isinstance(found, Decoded) and (not found.text or found.text.isspace()):
        empty = "the file is empty" if not found.text else "the file holds nothing but white space"
        return Undecodable("empty-document", empty, "give a file with text in it")
    return found


def _decode(data: bytes) -> Decoded | Undecodable:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    sixteen = _utf_16_without_mark(data)
    if sixteen:
        return _strictly(data, sixteen)
    binary = _why_binary(data)
    if binary:
        return Undecodable("binary-document", f"the file is not text: {binary}", "give the text itself, as UTF-8")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _single_byte(data) or _not_utf_8(data, error)


def _strictly(data: bytes, encoding: str) -> Decoded | Undecodable:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        return _not_utf_8(data, error)
    if "\0" in text:
        return Undecodable(
            "binary-document", "the file is not text: it has zero bytes", "give the text itself, as UTF-8"
        )
    notes = () if encoding == "utf-8-sig" else (f"read as {encoding.upper()}",)
    return Decoded(text, encoding, notes)


def _utf_16_without_mark(data: bytes) -> str | None:
    """UTF-16 shows itself in a zero or a 4 (the Cyrillic page) in every other byte."""
    sample = data[:4000]
    if len(sample) < 4 or len(data) % 2:
        return None
    for encoding, high, low in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        pages = high.count(0) + high.count(4)
        if 0 in high and pages >= len(high) * 0.9 and low.count(0) <= len(low) * 0.02:
            return encoding
    return None


def _why_binary(data: bytes) -> str | None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return f"it looks like {name}"
    if b"\0" in data:
        return "it has zero bytes"
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return "it is full of control characters" if controls > max(2, len(data) // 100) else None


def _single_byte(data: bytes) -> Decoded | None:
    """Windows-1251 where the letters fall as they do in Cyrillic writing; Windows-1252 where they are Latin."""
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError:
        return None
    letters = [letter for letter in text[:200_000] if letter > "\x7f" and letter.isalpha()]
    latin = sum(letter.isascii() and letter.isalpha() for letter in text[:200_000])
    mixed = len(_MIXED.findall(text, 0, 200_000))
    if len(letters) * 50 <= latin or mixed * 2 > len(letters):
        return _western(data)
    small = sum(letter.islower() for letter in letters)
    frequent = sum(letter.lower() in _FREQUENT for letter in letters)
    ordered = sum(before.islower() and after.isupper() for before, after in pairwise(letters))
    plausible = frequent >= 0.5 * len(letters) and ordered <= 0.25 * len(letters)
    if plausible and (small >= 0.5 * len(letters) or small == 0):
        return Decoded(text, "windows-1251", ("read as Windows-1251",))
    return None


def _western(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("cp1252"), "windows-1252", ("read as Windows-1252",))
    except UnicodeDecodeError:
        return None


def _not_utf_8(data: bytes, error: UnicodeDecodeError) -> Undecodable:
    line = data.count(b"\n", 0, error.start) + 1
    byte = f"0x{data[error.start]:02X}"
    message = (
        f"the file is in no encoding that is known here: byte {byte} at {error.start} is not {error.encoding.upper()}"
    )
    return Undecodable("unknown-encoding", message, "save the file as UTF-8", line)
