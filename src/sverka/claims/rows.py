"""Tables: the rows of a CSV file, each read as the claim that it would be if it were written out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sverka.claims.cells import Cell, cells, separator
from sverka.claims.mistakes import Notes, Trouble
from sverka.claims.names import Names
from sverka.claims.near import nearest
from sverka.claims.parse import Parsed, read_words
from sverka.claims.syntax import Column, TableWords
from sverka.claims.tokens import END, Page, Statement, Token, plain, scan_words

ROLES = ("subject", "metric", "period", "status", "value", "unit")
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
    between: str
    width: int
    places: dict[str, int]
    same: dict[str, tuple[Token, ...]]


def with_rows(parsed: Sequence[Parsed], names: Names, opened: Open, notes: Notes) -> list[Parsed]:
    """The statements, with a claim for each row behind each table."""
    known = _called(names)
    found: list[Parsed] = []
    for at, each in enumerate(parsed):
        found.append(each)
        if isinstance(each.node, TableWords):
            table = _table(each, parsed[at + 1 :], notes)
            layout = _layout(table, opened, notes) if table else None
            if table and layout:
                found += _claims(table, layout, known, notes)
    return found


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
        if not isinstance(each.node, Column):
            break
        role = each.node.role
        if role.text not in ROLES:
            near = nearest(role.text, ROLES)
            hint = f"did you mean {near}?" if near else f"a column is {', '.join(ROLES)}"
            notes.add(role, Trouble("C241", {"word": role.text}, hint))
            return None
        if role.text in columns:
            notes.add(role, Trouble("C210", {"what": role.text}))
        columns.setdefault(role.text, each.node)
    missing = next((role for role in REQUIRED if role not in columns), None)
    if missing:
        notes.add(said.first, Trouble("C242", {"word": missing}))
        return None
    value = columns["value"].words[0]
    if value.kind != "STRING":
        notes.add(value, Trouble("C245"))
        return None
    return Table(said.node, columns, said.rest)


def _layout(table: Table, opened: Open, notes: Notes) -> Layout | None:
    """The places of a table's columns by the first line of its file, or None with the mistake noted."""
    page = opened(table.words.path)
    if isinstance(page, Trouble):
        notes.add(table.words.path, page)
        return None
    between = separator(page.lines[0])
    headings = [cell.text for cell in cells(page.lines[0], between)]
    layout = Layout(page, between, len(headings), {}, {})
    for role, column in table.columns.items():
        if column.words[0].kind != "STRING":
            layout.same[role] = column.words
            continue
        heading = plain(column.words[0])
        if heading not in headings:
            near = nearest(heading, headings)
            hint = f'did you mean "{near}"?' if near else f"its columns are {', '.join(headings)}"
            notes.add(column.words[0], Trouble("C243", {"word": heading}, hint))
            return None
        layout.places[role] = headings.index(heading)
    return layout


def _claims(table: Table, layout: Layout, known: Mapping[str, str], notes: Notes) -> Iterator[Parsed]:
    for number, line in enumerate(layout.page.lines[1:], 2):
        row = cells(line, layout.between) if line.strip() else []
        if row and len(row) != layout.width:
            parts = {"found": str(len(row)), "wanted": str(layout.width)}
            notes.add(Token("", line, layout.page, number, 1), Trouble("C244", parts))
        elif row and row[layout.places["value"]].text:
            tokens = _claim(row, number, layout, known)
            tokens += [*table.tails, Token(END, "", layout.page, number, len(line) + 1)]
            row_start = Token("NAME", "", layout.page, number, 1)
            claim = read_words(tokens, Statement(layout.page, (number,), "statement"), notes)
            yield claim._replace(first=row_start)


def _claim(row: Sequence[Cell], number: int, layout: Layout, known: Mapping[str, str]) -> list[Token]:
    """The words of the claim that a row is, up to its unit: each at its place in the file."""
    tokens: list[Token] = []
    for role in ROLES:
        if role in layout.same:
            tokens += layout.same[role]
        elif role in layout.places:
            cell = row[layout.places[role]]
            if role == "value" and cell.text[0] not in "<>=~":
                tokens.append(Token("RELATION", "=", layout.page, number, cell.column))
            if role in ("subject", "metric"):
                id = known.get(cell.text.casefold(), cell.text)
                tokens.append(Token("NAME", id, layout.page, number, cell.column))
            else:
                tokens += scan_words(cell.text, layout.page, number, cell.column)
    return tokens
