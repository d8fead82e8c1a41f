"""text2num: puts digits in the place of number words."""

from __future__ import annotations

from collections.abc import Iterator

from digits import rewritten
from serve import Reading, Text, serve
from text_to_num import alpha2digit


def read(given: Text) -> Iterator[Reading]:
    return rewritten(given.text, alpha2digit(given.text, given.language))


serve(read)
