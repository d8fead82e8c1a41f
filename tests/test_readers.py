"""Bytes to a document: encodings, dates, facts, and the properties that hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gold
from sverka.model.document import BlockKind, Document
from sverka.model.problem import Problem
from sverka.readers import Facts, document_date, read, read_facts, read_lines
from sverka.readers.language import detect

RUSSIAN = "Экспорт зерна вырос на 15 % до 2 млн тонн. Это рекорд для всей страны."


def document(data: bytes | str, path: str = "page.txt", **known: object) -> Document:
    found = read(path, data.encode() if isinstance(data, str) else data, **known)  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


def problem(data: bytes, path: str = "page.txt") -> Problem:
    found = read(path, data)
    assert isinstance(found, Problem), found
    return found


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1251", "windows-1251"),
    ],
)
def test_an_encoding_is_found_and_named(encoding: str, named: str) -> None:
    data = RUSSIAN.encode(encoding)
    found = document(data)
    assert (found.text, found.encoding) == (RUSSIAN, named)
    assert data.decode(found.encoding) == found.text


@pytest.mark.parametrize("text", ["Exports grew – “by 15 %” – to 2 million.", "São Paulo: 5 %"])
def test_a_latin_text_with_old_quotes_or_accents_is_windows_1252(text: str) -> None:
    found = document(text.encode("cp1252"))
    assert (found.text, found.encoding) == (text, "windows-1252")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-document"),
        (b" \r\n\t \n", "empty-document"),
        ("\ufeff".encode(), "empty-document"),
        (b"text\x00text", "binary-document"),
        (b"\x01\x02\x03\x04" * 20, "binary-document"),
        (b"\x89PNG\r\n\x1a\n", "binary-document"),
        (b"%PDF-1.7 text", "binary-document"),
        (RUSSIAN.encode("koi8-r"), "unknown-encoding"),
        (RUSSIAN.encode() + b"\xff", "unknown-encoding"),
        (b"\xff\xfe\x00\xd8", "unknown-encoding"),
    ],
)
def test_what_is_no_text_is_a_problem_with_a_remedy(data: bytes, code: str) -> None:
    found = problem(data)
    assert (found.file, found.code) == ("page.txt", code)
    assert found.message and found.remedy


def test_the_line_of_a_broken_byte_is_named() -> None:
    assert problem(RUSSIAN.encode() + b"\nand \xff\n").line == 2


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html", ".HTM"])
def test_a_format_of_later_is_named_as_such(suffix: str) -> None:
    assert problem(b"<p>5</p>", f"page{suffix}").code == "unsupported-format"


def test_line_ends_are_kept_so_that_offsets_are_into_the_file() -> None:
    found = document("Рост 5 %.\r\n\r\nРост 6 %.\r\n")
    assert [block.span.of(found.text) for block in found.blocks] == ["Рост 5 %.", "Рост 6 %."]
    assert found.blocks[1].span.start == 13


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1), st.sampled_from(["page.txt", "page.md"]))
def test_blocks_cover_every_character_in_order(text: str, path: str) -> None:
    found = read(path, text.encode())
    if isinstance(found, Problem):
        return
    last = 0
    for block in found.blocks:
        assert not found.text[last : block.span.start].strip()
        assert block.span.start < block.span.end
        last = block.span.end
    assert not found.text[last:].strip()


_LINES = st.sampled_from(
    [
        "Популярное",
        "Новости",
        "753",
        "15:29",
        "3 марта 2025",
        "Юлия Ли",
        "Экспорт вырос на 5 %.",
        "- 5 школ",
        "| 5 | 6 |",
        "рост на 5 %",
        "# Итоги",
        "```",
        "---",
        "© 2025",
        "",
        "Министерство сообщило, что объем перевозок вырос на 62 процента и достиг рекорда",
    ]
)


@given(st.lists(_LINES, min_size=1, max_size=12), st.sampled_from(["page.txt", "page.md"]))
def test_a_page_of_such_lines_is_read_the_same_way_twice(lines: list[str], path: str) -> None:
    data = "\n".join(lines).encode()
    assert read(path, data) == read(path, data)


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    assert isinstance(read("page.txt", data), Document | Problem)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Бұл жылы экспорт екі есе өсті", "kk"),
        ("Премию «Алтын Қыран» вручили в столице", "ru"),
        ("Товарообіг зріс на 5 відсотків", "uk"),
        ("Bu il ixrac 5 faiz artıb", "az"),
        ("İxracın həcmi 4,5 milyon tona çatıb", "az"),
        ("The volume of the corridor was 5.4 million tonnes.", "en"),
        ("4,5 млн", "ru"),
        ("500", "und"),
    ],
)
def test_the_language_is_told_by_letters_and_small_words(text: str, tag: str) -> None:
    assert detect(text) == tag


@pytest.mark.parametrize(
    ("written", "period"),
    [("2025-03-03", "2025-03-03"), ("2025-05", "2025-05"), ("2025", "2025"), (" 2025 ", "2025")],
)
def test_as_much_of_a_date_as_is_known_is_a_period(written: str, period: str) -> None:
    found = document_date(written, "command line")
    assert found is not None
    assert (str(found.period), found.written) == (period, written.strip())


@pytest.mark.parametrize("written", ["", "2025-13", "2025-02-30", "3 марта", "0000", "2025-1-1"])
def test_what_is_no_date_is_none(written: str) -> None:
    assert document_date(written, "command line") is None


def test_the_date_comes_from_the_command_line_then_the_facts_then_the_metadata_then_the_dateline() -> None:
    page = "---\ndate: 2022-01-01\n---\nИтоги\n\n5 мая 2021\n\nЭкспорт вырос на 5 %.\n"
    facts = Facts("page.md", date=document_date("2023", "sources.toml"))
    said = document_date("2024-04-04", "command line")
    dates = [
        document(page, "page.md", facts=facts, date=said).date,
        document(page, "page.md", facts=facts).date,
        document(page, "page.md").date,
        document(page.partition("\n---\n")[2], "page.md").date,
    ]
    assert [(date.written, date.source) for date in dates if date] == [
        ("2024-04-04", "command line"),
        ("2023", "sources.toml"),
        ("2022-01-01", "metadata"),
        ("2021-05-05", "dateline"),
    ]


def test_each_line_of_a_file_may_be_a_document() -> None:
    found = read_lines("lines.txt", "Рост 5 %\r\n\r\n  753\nBu il ixrac 5 faiz artıb".encode())
    assert not isinstance(found, Problem)
    lines = list(found)
    assert [(number, line.text, line.language) for number, line in lines] == [
        (1, "Рост 5 %", "ru"),
        (3, "  753", "az"),
        (4, "Bu il ixrac 5 faiz artıb", "az"),
    ]
    assert all(line.blocks[0].kind is BlockKind.PARAGRAPH for _, line in lines)


def test_a_mistake_in_the_facts_is_a_problem_with_its_line_and_loses_nothing_else() -> None:
    text = (
        "[[document]]\nfile = \"a.txt\"\ndate = \"2025-05\"\n\n"
        "[[document]]\nfile = \"b.txt\"\ntitle = no quotes\nlanguage = \"ru\"\n\n"
        "[[document]]\nfile = \"c.txt\"\ndate = \"May\"\nlangage = \"ru\"\nour_number = 5\n\n"
        "[[document]]\ntitle = \"no file\"\n\n"
        "[[documents]]\nfile = \"d.txt\"\n\n"
        "[[document]]\nfile = \"a.txt\"\n"
    )  # fmt: skip
    facts, problems = read_facts("sources.toml", text)
    assert sorted(facts) == ["a.txt", "b.txt", "c.txt"]
    assert facts["b.txt"].language == "ru"
    assert [(each.line, each.code) for each in problems] == [
        (7, "sources-syntax"),
        (12, "sources-date"),
        (13, "sources-key"),
        (16, "sources-file"),
        (19, "sources-table"),
        (23, "sources-twice"),
    ]
    assert problems[2].remedy == "did you mean language?"


def test_facts_may_give_a_day_as_toml_does() -> None:
    facts, problems = read_facts("sources.toml", '[[document]]\nfile = "a.txt"\ndate = 2025-05-06\n')
    assert not problems
    date = facts["a.txt"].date
    assert date and date.written == "2025-05-06"


@pytest.mark.parametrize("name", ["seeds", "originals"])
def test_every_number_of_the_furniture_stands_in_furniture_and_every_figure_outside(
    name: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = gold.ROOT / "seeds" if name == "seeds" else request.getfixturevalue("originals")
    documents = gold.documents(folder)
    apart = (BlockKind.FURNITURE, BlockKind.DATELINE)
    assert not [row for row in gold.rows(name, "furniture.jsonl") if _kind(documents, row) not in apart]
    misread = [row for row in gold.rows(name, "figures.jsonl") if _kind(documents, row) is BlockKind.FURNITURE]
    assert not misread


def _kind(documents: dict[str, Document], row: gold.Row) -> BlockKind | None:
    blocks = documents[row["doc"]].blocks
    return next((each.kind for each in blocks if each.span.start <= row["start"] and row["end"] <= each.span.end), None)
