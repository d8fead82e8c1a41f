"""One layout for claims files. Only white space changes.

Each word keeps its text and its order, which is checked for every line; a line that would come out otherwise stays
as it is. The values, tails and comments of claims that follow each other stand in columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sverka.claims.layout import PARTS, page, statements
from sverka.claims.machine import Stop
from sverka.claims.plans import read
from sverka.claims.syntax import Claim
from sverka.claims.tokens import END, UNKNOWN, Page, Statement, Token, plain, scan, scan_words
from sverka.text.widths import width_of

# Further in than this a column is not pushed by one long line; that line stands out instead.
FARTHEST = 72
_PART, _MORE = "  ", "    "
_SPACED = frozenset({"RELATION", "TOLERANCE"})
_TAILS = frozenset({"from", "until", "since"})


class Row(NamedTuple):
    """A line in columns: what it begins with, names, values, tails and comment, each without spaces around it."""

    number: int
    cells: tuple[str, str, str, str]


def formatted(text: str) -> str:
    """The text of a claims file in its one layout; what cannot be read keeps its words and its place.

    >>> formatted('TITR   volume 2024=4.5 Mt,+62%')
    'TITR volume 2024 = 4.5 Mt, +62%\\n'
    """
    whole = page("", text)
    lines = {number: _plain_line(line, statement) for number, line, statement in _lines(whole)}
    for block in _blocks(whole):
        lines.update(_aligned(block))
    return "\n".join(lines[number] for number in sorted(lines)).rstrip("\n") + "\n" if text.strip() else ""


def _lines(whole: Page) -> Iterator[tuple[int, str, Statement | None]]:
    """Every line with the statement that it belongs to, if any."""
    owners = {number: statement for statement in statements(whole) for number in statement.numbers}
    for number, line in enumerate(whole.lines, 1):
        yield number, line, owners.get(number)


def _plain_line(line: str, statement: Statement | None) -> str:
    bare = line.strip()
    if statement is None or bare.startswith("#"):
        indent = _PART if bare and line[:1].isspace() else ""
        return indent + bare
    if statement.is_too_long or statement.rule == "lost" or isinstance(read(scan(statement), statement.rule), Stop):
        return line.rstrip()  # what is wrong with it is told by where its words stand
    written = _respaced(line)
    return _indent(line, statement) + written if line[:1].isspace() else written


def _indent(line: str, statement: Statement) -> str:
    """Two spaces for a part of a declaration; what runs on stands under the first alias, or four spaces in."""
    if statement.rule not in PARTS.values():
        return _MORE
    if line is statement.first:
        return _PART
    tag = statement.first.strip().partition(":")[0]
    return _PART + " " * (width_of(tag) + 2)


def _respaced(line: str) -> str:
    """The words of a line with the spaces of the layout between them, then its comment."""
    line = line.strip()
    tokens = scan_words(line)
    words, comment = _joined(tokens), _comment(line, tokens)
    if any(token.kind == UNKNOWN for token in tokens) or not _is_same(words, tokens):
        words = line[: len(line) - len(comment)].strip() if comment else line
    return f"{words}  {comment}" if words and comment else words or comment


def _comment(line: str, tokens: Sequence[Token]) -> str:
    end = tokens[-1].column - 1 + len(tokens[-1].text) if tokens else 0
    return line[end:].strip()


def _joined(tokens: Sequence[Token]) -> str:
    words = ""
    for index, token in enumerate(tokens):
        if index and _is_apart(tokens[index - 1], token):
            words += " "
        words += token.text
    return words


def _is_apart(left: Token, right: Token) -> bool:
    """Whether a space stands between two words."""
    if right.text == "," or left.text in ("[", "(") or right.text in ("]", ")", ":"):
        return False
    if left.text in (",", ":") or left.kind in _SPACED or right.kind in _SPACED:
        return True
    return left.column + len(left.text) != right.column


def _is_same(words: str, tokens: Sequence[Token]) -> bool:
    again = scan_words(words)
    return [(each.kind, plain(each)) for each in again] == [(each.kind, plain(each)) for each in tokens]


def _blocks(whole: Page) -> Iterator[list[Row]]:
    """Runs of one-line claims with nothing but comments between them."""
    rows: list[Row] = []
    owned = {number for statement in statements(whole) for number in statement.numbers}
    by_line = {row.number: row for statement in statements(whole) if (row := _row(statement))}
    for number, line in enumerate(whole.lines, 1):
        if number in by_line:
            rows.append(by_line[number])
        elif rows and (number in owned or not line.strip()):
            yield rows
            rows = []
    if rows:
        yield rows


def _row(statement: Statement) -> Row | None:
    """The columns of a claim that stands on one line; None for anything else."""
    if statement.is_too_long or statement.rule != "statement" or len(statement.numbers) != 1:
        return None
    tokens = scan(statement)
    node = read(tokens, statement.rule)
    if isinstance(node, Stop) or not isinstance(node, Claim):
        return None
    tokens = [token for token in tokens if token.kind != END]
    value, tail = _starts(node, tokens)
    comment = _comment(statement.first, tokens)
    pieces = (_joined(tokens[:value]), _joined(tokens[value:tail]), _joined(tokens[tail:]), comment)
    whole = " ".join(piece for piece in pieces[:3] if piece)
    return Row(statement.numbers[0], pieces) if _is_same(whole, tokens) else None


def _starts(claim: Claim, tokens: Sequence[Token]) -> tuple[int, int]:
    """Where the values and the tails of a claim begin among its words."""
    value = min(token.column for token in _words(claim.items))
    tails = [token.column for token in _words(claim.tails)]
    at = next(index for index, token in enumerate(tokens) if token.column >= value)
    end = next((i for i, token in enumerate(tokens) if tails and token.column >= min(tails)), len(tokens))
    return at, end - 1 if end < len(tokens) and tokens[end - 1].text in _TAILS else end


def _words(node: object) -> Iterator[Token]:
    """Every word below a node."""
    if isinstance(node, Token):
        yield node
    elif isinstance(node, tuple):
        for each in node:
            yield from _words(each)


def _aligned(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """The rows with each column as wide as its widest cell."""
    widths = [_width([row.cells[column] for row in rows]) for column in range(3)]
    for row in rows:
        yield row.number, _set(row, widths)


def _width(cells: Sequence[str]) -> int:
    near = [width for cell in cells if (width := width_of(cell)) <= FARTHEST]
    return max(near, default=0)


def _set(row: Row, widths: Sequence[int]) -> str:
    """A row as a line; a column that is empty here and in what follows leaves no space."""
    line = ""
    for column, cell in enumerate(row.cells):
        line += cell
        rest = any(row.cells[column + 1 :])
        if rest and column < 3:
            gap = 1 if column == 0 else 2
            line += " " * (max(0, widths[column] - width_of(cell)) + (gap if widths[column] else 0))
    return line.rstrip()
