"""number-parser: puts digits in the place of number words."""

from __future__ import annotations

from collections.abc import Iterator

from digits import rewritten
from number_parser import parse
from serve import Reading, Text, serve


def read(given: Text) -> Iterator[Reading]:
    return rewritten(given.text, parse(given.text, language=given.language))


serve(read)
