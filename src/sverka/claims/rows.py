"""Tables: the rows of a CSV file, each read as the claim that it would be if it were written out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sverka.claims.cells import Cell, cells, separator
from sverka.claims.kept import Kept
from sverka.claims.machine import Stop
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.names import Names
from sverka.claims.near import nearest, spelt
from sverka.claims.parse import Parsed, read_words
from sverka.claims.spellings import SPELT_ROLES
from sverka.claims.syntax import Column, TableWords
from sverka.claims.tokens import END, Leaf, Page, Statement, Token, plain, scan_words

ROLES = ("subject", "metric", "period", "status", "value", "unit", "decimal")
# More rows than a set of claims has any use for, in all its tables: they take half a minute and a gigabyte.
MOST_ROWS = 250_000
# What offices of statistics write into a cell that they have no number for.
MISSING = frozenset(
    ("", "-", "–", "—", "…", "...", "..", ".", ":", "n/a", "N/A", "n.a.", "na", "NA", "x", "X", "н/д", "н.д.")
)
_SPACED = re.compile(r"(?<=[0-9])[ \u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])")
REQUIRED = ("subject", "metric", "value")
Open = Callable[[Token], Page | Trouble]


class Table(NamedTuple):
    """A table as the claims file describes it; `columns` by their roles."""

    words: TableWords
    columns: dict[str, Column]
    tails: tuple[Token, ...]


class Layout(NamedTuple):
    """Where in a CSV file each role stands, and the words of those that are the same in every row."""

    page: Page
    leaf: Leaf
    between: str
    width: int
    places: dict[str, int]
    same: dict[str, tuple[Token, ...]]


def with_rows(
    parsed: Sequence[Parsed], names: Names, opened: Open, notes: Notes, kept: Kept[tuple[Parsed, ...]]
) -> Sequence[Parsed]:
    """The statements, with a claim for each row behind each table."""
    if not any(isinstance(each.node, TableWords) for each in parsed):
        return parsed
    known, left = _called(names), MOST_ROWS
    found: list[Parsed] = []
    for at, each in enumerate(parsed):
        found.append(each)
        if isinstance(each.node, TableWords):
            columns = _columns(parsed, at + 1)
            table = None if any(isinstance(one.node, Stop) for one in columns) else _table(each, columns, notes)
            layout = _layout(table, opened, left, notes) if table else None
            if table and layout:
                left -= len(layout.page.lines)
                of, told = (layout.page, each, columns, known), notes.told
                claims = kept.get(id(each), of)
                if claims is None:
                    claims = tuple(_claims(table, layout, known, notes))
                    if notes.told == told:
                        kept.put(id(each), of, claims)
                found += claims
            else:
                notes.has_gaps = True
    return found


def _columns(parsed: Sequence[Parsed], at: int) -> list[Parsed]:
    """The columns that stand below a table, those among them that cannot be read."""
    end = at
    while end < len(parsed) and (isinstance(parsed[end].node, Column) or _is_broken_part(parsed[end])):
        end += 1
    return list(parsed[at:end])


def _is_broken_part(parsed: Parsed) -> bool:
    return isinstance(parsed.node, Stop) and parsed.first.column > 1


def _called(names: Names) -> dict[str, str]:
    """The entities and metrics by everything that they are called, where only one is called so."""
    called: dict[str, set[str]] = {}
    for name in (*names.subjects.values(), *names.metrics.values()):
        for alias in name.aliases:
            called.setdefault(alias.text.casefold(), set()).add(name.id)
    return {text: next(iter(ids)) for text, ids in called.items() if len(ids) == 1}


def _table(said: Parsed, following: Sequence[Parsed], notes: Notes) -> Table | None:
    """A table with its columns, or None with what it lacks noted."""
    columns: dict[str, Column] = {}
    for each in following:
        role = each.node.role
        if role.text not in ROLES:
            near = nearest(role.text, ROLES) or spelt(role.text.casefold(), SPELT_ROLES)
            hint = f"did you mean {near}?" if near else f"the parts of a table are {', '.join(ROLES)}"
            notes.add(role, Trouble("C241", {"word": role.text}, hint, near))
            return None
        if role.text in columns:
            notes.add(role, Trouble("C210", {"what": role.text}))
        columns.setdefault(role.text, each.node)
    missing = next((role for role in REQUIRED if role not in columns), None)
    if missing:
        notes.add(said.first, Trouble("C242", {"word": missing}))
        return None
    mark = columns["decimal"].words[0] if "decimal" in columns else None
    if mark is not None and plain(mark) not in (",", "."):
        notes.add(mark, Trouble("C259", {"word": mark.text}))
        return None
    value = columns["value"].words[0]
    if value.kind != "STRING":
        notes.add(value, Trouble("C245"))
        return None
    return Table(said.node, columns, said.rest)


def _layout(table: Table, opened: Open, most: int, notes: Notes) -> Layout | None:
    """The places of a table's columns by the first line of its file, or None with the mistake noted."""
    page = opened(table.words.path)
    if isinstance(page, Trouble):
        notes.add(table.words.path, page)
        return None
    if len(page.lines) > most + 2:  # the headings, and what stands behind the last line
        notes.add(table.words.path, Trouble("C255", {"most": str(MOST_ROWS)}))
        return None
    between = separator(page.lines[0])
    headings = [cell.text for cell in cells(page.lines[0], between)]
    layout = Layout(page, Leaf(page.path, page.lines), between, len(headings), {}, {})
    for role, column in table.columns.items():
        if role == "decimal":
            continue
        if column.words[0].kind != "STRING":
            layout.same[role] = column.words
            continue
        heading = plain(column.words[0])
        if heading not in headings:
            near = nearest(heading, headings)
            hint = f'did you mean "{near}"?' if near else f"its columns are {', '.join(headings)}"
            notes.add(column.words[0], Trouble("C243", {"word": heading}, hint))
            return None
        if headings.count(heading) > 1:
            notes.add(column.words[0], Trouble("C257", {"word": heading}))
            return None
        layout.places[role] = headings.index(heading)
    return layout


def _claims(table: Table, layout: Layout, known: Mapping[str, str], notes: Notes) -> Iterator[Parsed]:
    """The claims of the rows; a mark that the table does not say is told once, and what it hides is read on."""
    mark = table.columns.get("decimal")
    has_commas = mark is not None and plain(mark.words[0]) == ","
    for number, line in enumerate(layout.page.lines[1:], 2):
        row = cells(line, layout.between) if line.strip() else []
        if row and len(row) != layout.width:
            parts = {"found": str(len(row)), "wanted": str(layout.width)}
            notes.add(Token("", line, layout.leaf, number - 1, 1), Trouble("C244", parts))
            notes.has_gaps = True
        elif row and row[layout.places["value"]].text not in MISSING:
            cell = row[layout.places["value"]]
            if mark is None and not has_commas and _COMMA.search(cell.text):
                at = Token("", cell.text, layout.leaf, number - 1, cell.column)
                notes.add(at, Trouble("C260", {"word": cell.text}))
                has_commas = True
            tokens = _claim(_plain(row, layout, has_commas), number, layout, known)
            tokens += [*table.tails, Token(END, "", layout.leaf, number - 1, len(line) + 1)]
            row_start = Token("NAME", "", layout.leaf, number - 1, 1)
            claim = read_words(tokens, Statement(layout.page, (number,), "statement"), notes)
            yield claim if isinstance(claim.node, Stop) else claim._replace(first=row_start)


def _plain(row: list[Cell], layout: Layout, has_commas: bool) -> list[Cell]:
    """A row whose number has a point for its decimals and no spaces between its thousands."""
    place = layout.places["value"]
    text = _SPACED.sub("", row[place].text)
    row[place] = row[place]._replace(text=_COMMA.sub(".", text) if has_commas else text)
    return row


def _claim(row: Sequence[Cell], number: int, layout: Layout, known: Mapping[str, str]) -> list[Token]:
    """The words of the claim that a row is, up to its unit: each at its place in the file."""
    tokens: list[Token] = []
    for role in ROLES[:-1]:
        if role in layout.same:
            tokens += layout.same[role]
        elif role in layout.places:
            cell = row[layout.places[role]]
            if role == "value" and cell.text[0] not in "<>=~":
                tokens.append(Token("RELATION", "=", layout.leaf, number - 1, cell.column))
            if role in ("subject", "metric"):
                id = known.get(cell.text.casefold(), cell.text)
                tokens.append(Token("NAME", id, layout.leaf, number - 1, cell.column))
            else:
                tokens += scan_words(cell.text, layout.leaf, number - 1, cell.column)
    return tokens
