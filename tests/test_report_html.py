"""The page: its text is the document's text, its marks nest, it needs nothing and can be read by anyone."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.model.document import Document
from sverka.model.figure import Scope
from sverka.model.finding import CheckedDocument, Evidence, Finding, Grade, Role
from sverka.model.interval import Interval
from sverka.model.span import Span
from sverka.report import Report, to_html
from sverka.report.context import sentence_around
from sverka.report.escape import visible
from sverka.report.numberline import number_line
from sverka.report.segments import segments
from test_report_sample import SHIPS, agree, document_of, figure_of, sample_report

VOID = {"meta", "link", "br", "img", "input", "hr", "line", "path", "circle", "rect"}
CHARACTERS = st.characters(exclude_categories=("Cs",)) | st.sampled_from("&<>\"'\n\r\t\x00\x1b\u202e\u2066{}%")

MARKUP = ["&amp;", "&lt;b", "&#60;", "&para", "<b>", "</p>", "</div>", "<!--", "]]>", "{{ 1 }}", "\r\n", "\n\n"]
TEXTS = st.lists(st.text(CHARACTERS, max_size=12) | st.sampled_from(MARKUP), max_size=12).map("".join)


class Page(HTMLParser):
    """What a browser makes of the page: elements closed in order, and the text of the documents."""

    def __init__(self, written: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[str] = []
        self.texts: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.marked: dict[str, str] = {}
        self._skip = self._within = 0
        self._mark: str | None = None
        self.feed(written)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        fields = {name: value or "" for name, value in attrs}
        self.ids += [fields["id"]] if "id" in fields else []
        if tag == "a":
            assert "a" not in self.stack, "a mark within a mark"
            self.links.append(fields.get("href", ""))
            self._mark = fields["href"][1:] if "f" in fields.get("class", "").split() else None
        if tag == "div" and fields.get("class") == "text":
            self.texts.append("")
            self._within = len(self.stack) + 1
        if tag == "summary":
            self._skip += 1
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.stack.pop() == tag
        self._skip -= tag == "summary"
        self._mark = None if tag == "a" else self._mark
        if self._within > len(self.stack):
            self._within = 0

    def handle_data(self, data: str) -> None:
        if self._within and not self._skip:
            self.texts[-1] += data
            if self._mark:
                self.marked[self._mark] = self.marked.get(self._mark, "") + data


def report_on(document: Document, figures: list[Span], evidence: list[Span]) -> Report:
    shown = tuple(Evidence(Role.SUBJECT, span, Scope.SENTENCE, "<how>") for span in evidence)
    found: tuple[Finding, ...] = tuple(
        agree(figure_of(document, span, ("5",), None, "t"), Grade.EXACT, "<m>", SHIPS, evidence=shown)
        for span in figures
    )
    return replace(sample_report(), documents=(CheckedDocument(document, found),))


@st.composite
def spans(draw: st.DrawFn, size: int) -> list[Span]:
    """Spans that do not overlap, in order."""
    cuts = draw(st.lists(st.integers(0, size), max_size=8, unique=True).map(sorted))
    return [Span(start, end) for start, end in pairwise(cuts)][:: draw(st.sampled_from([1, 2]))]


@given(st.data(), TEXTS)
@settings(deadline=None, max_examples=200)
def test_the_text_of_the_page_is_the_text_of_the_document(data: st.DataObject, text: str) -> None:
    figures = data.draw(spans(len(text)))
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    evidence = [Span(*sorted(pair)) for pair in data.draw(st.lists(ends, max_size=4))]
    written = to_html(report_on(document_of("a.txt", text), figures, evidence))
    page = Page(written)
    assert page.texts == [visible(text)]
    assert "\r" not in written, "a browser would read a bare carriage return as a line feed"
    for number, span in enumerate(figures, 1):
        assert page.marked.get(f"n1-{number}", "") == visible(span.of(text))


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8)), max_size=6))
def test_segments_leave_nothing_out_and_the_shortest_figure_has_the_text(pairs: list[tuple[int, int]]) -> None:
    figures = [Span(start, start + length) for start, length in pairs]
    cut = segments(Span(0, 30), figures, [Span(3, 9)], [5])
    assert [cut[0].span.start, *(each.span.end for each in cut)] == [0, *(each.span.start for each in cut[1:]), 30]
    for each in cut:
        over = [figure for figure in figures if figure.covers(each.span)]
        shortest = min((figure.end - figure.start for figure in over), default=None)
        owner = figures[each.figure] if each.figure is not None else None
        assert (owner.end - owner.start if owner else None) == shortest
        assert each.notes == ((0,) if Span(3, 9).covers(each.span) else ())


def test_a_figure_made_of_other_figures_still_has_a_mark() -> None:
    document = document_of("a.txt", "с 5 до 7 тонн")
    page = Page(to_html(report_on(document, [Span(2, 8), Span(2, 5), Span(5, 8)], [])))
    assert {"f1-1", "f1-2", "f1-3"} <= set(page.ids)
    assert page.texts == ["с 5 до 7 тонн"]


def test_every_link_within_the_page_leads_somewhere_once() -> None:
    page = Page(to_html(sample_report()))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_the_page_loads_nothing_and_lets_in_only_its_own_style_and_script() -> None:
    written = to_html(sample_report())
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", written, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in written
    assert "default-src 'none'" in written
    assert not re.search(r"\b(src|srcset|style|on\w+)=|@import|url\(|<(link|img|iframe)\b", written)


def test_an_address_is_a_link_only_where_a_browser_may_follow_it() -> None:
    report = sample_report()
    source = replace(report.claims.sources["port-2026"], address="javascript:alert(1)")
    claims = replace(report.claims, sources={"port-2026": source})
    assert "javascript:" not in to_html(replace(report, claims=claims))
    assert 'href="https://example.org/port"' in to_html(report)


def test_the_words_of_claims_and_problems_are_escaped() -> None:
    report = sample_report()
    problem = replace(report.problems[0], message="<script>alert(1)</script>\x00")
    written = to_html(replace(report, problems=(problem,)))
    assert "<script>alert" not in written and "\x00" not in written
    assert "&lt;script&gt;alert(1)&lt;/script&gt;␀" in written


def test_each_document_names_its_language() -> None:
    written = to_html(sample_report())
    assert '<div class="text" lang="ru">' in written
    assert '<div class="text" lang="en">' in written


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, as WCAG counts it."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
def test_all_words_stand_out_from_what_they_stand_on(scheme: int) -> None:
    style = re.findall(r":root \{(.*?)\n *\}", to_html(sample_report()), re.DOTALL)[scheme]
    colours = dict(re.findall(r"--([\w-]+): (#\w{6})", style))
    pairs = [(ink, paper) for ink in ("ink", "soft", "link") for paper in ("paper", "card", "shade", "lit")]
    for tone in ("conflict", "unsupported", "agree", "ignored"):
        pairs += [(tone, "paper"), (tone, "card"), (tone, f"{tone}-wash"), ("ink", f"{tone}-wash")]
    pairs.remove(("soft", "lit"))
    faint = {pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 4.5}
    assert faint == set()


@pytest.mark.parametrize(
    ("text", "figure", "sentence"),
    [
        ("Раз. Порт принял 5 тонн. Два.", "5", "Порт принял 5 тонн."),
        ("В г. Актау, у А. Байель, 5 тонн! Да.", "5", "В г. Актау, у А. Байель, 5 тонн!"),
        ("Рост 2.5 % за год", "2.5", "Рост 2.5 % за год"),
        ("«Так было.» Принято 5 тонн", "5", "Принято 5 тонн"),
    ],
)
def test_a_quote_is_the_sentence_of_the_figure(text: str, figure: str, sentence: str) -> None:
    start = text.index(figure)
    context = sentence_around(document_of("a.txt", text), Span(start, start + len(figure)))
    assert context.span.of(text) == sentence
    assert not context.is_cut_before and not context.is_cut_after


def test_a_long_sentence_is_cut_between_words() -> None:
    text = "слово " * 200 + "5 тонн" + " слово" * 200
    context = sentence_around(document_of("a.txt", text), Span(1200, 1206), 100)
    assert context.span.of(text).startswith("слово") and context.span.of(text).endswith("слово")
    assert context.is_cut_before and context.is_cut_after
    assert context.span.end - context.span.start < 120


def test_a_number_line_needs_a_unit_in_common() -> None:
    document = document_of("a.txt", "5 тонн")
    figure = figure_of(document, Span(0, 6), ("5",), Interval.above(SHIPS.values[0], closed=False), "судно")
    line = number_line(figure, SHIPS)
    assert line and line.figure.high_closed is None and line.figure.low_closed is False
    assert line.claim.left == line.claim.right == line.figure.left
    assert number_line(replace(figure, unit="t"), SHIPS) is None
    assert number_line(figure, None) is None


def test_a_page_of_many_figures_marks_each() -> None:
    text = "Принято 5 тонн. " * 3000
    figures = [Span(16 * number + 8, 16 * number + 14) for number in range(3000)]
    page = Page(to_html(report_on(document_of("a.txt", text), figures, [Span(0, 7)])))
    assert len(page.marked) == 3000
