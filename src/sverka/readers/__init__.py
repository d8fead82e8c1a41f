"""A file becomes a Document: decoded, dated, its main text told from the furniture around it."""

from sverka.readers.collection import STANDARD_INPUT, Collection, Input, collect
from sverka.readers.dating import document_date
from sverka.readers.decoding import LARGEST, LARGEST_ARCHIVE
from sverka.readers.facts import Facts, read_facts
from sverka.readers.reading import SUFFIXES, read, read_lines

__all__ = [
    "LARGEST",
    "LARGEST_ARCHIVE",
    "STANDARD_INPUT",
    "SUFFIXES",
    "Collection",
    "Facts",
    "Input",
    "collect",
    "document_date",
    "read",
    "read_facts",
    "read_lines",
]
