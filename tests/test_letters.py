"""A name is the same name in decomposed letters, and in letters of another alphabet that look the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.check import Checker
from sverka.claims import parse_claims
from sverka.figures import find_figures
from sverka.model.document import Block, BlockKind, Document
from sverka.model.finding import Fate
from sverka.model.span import Span
from sverka.text.analysis import analyse
from sverka.text.letters import unmixed
from sverka.text.plain import plain, plainly

_CLAIMS = """entity port "Құрық порты"
  kk: "Жағалаудағы әуе айлағы"
  az: "İçərişəhər limanı"
  ru: "Майский терминал"
metric volume: mass
  kk: "жүк көлемі"
  az: "yük həcmi"
  ru: "объём перевалки"
port volume 2024 = 4.5 Mt
"""
_TEXTS = {
    "kk": "2024 жылы Жағалаудағы әуе айлағының жүк көлемі 4,7 млн тонна болды.",
    "az": "2024-cü ildə İçərişəhər limanının yük həcmi 4,7 milyon ton olub.",
    "ru": "В 2024 году объём перевалки Майского терминала составил 4,7 млн тонн.",
}
_WRITTEN = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "a schwa of the other alphabet": lambda text: text.translate(str.maketrans("әə", "əә")),
    "vowels of the other alphabet": lambda text: text.translate(str.maketrans("аео", "aeo")),
    "a soft hyphen": lambda text: (
        text.replace("лағ", "ла\u00adғ").replace("liman", "li\u00adman").replace("йск", "й\u00adск")
    ),
    "stress": lambda text: text.replace("айл", "а\u0301йл").replace("Ма", "Ма\u0301"),
}


def _fates(claims: str, text: str, language: str) -> list[tuple[str, Fate]]:
    known, problems = parse_claims({"a.claims": claims})
    assert not problems
    read = plain(Document("a.txt", text, "", language, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)))
    analysis = analyse(read.document)
    findings = read.restored(Checker(known).check(analysis, find_figures(analysis)))
    assert all(one.figure.text == one.figure.span.of(text) for one in findings)
    return [(one.figure.text, one.fate) for one in findings if one.figure.dimension == "mass"]


@pytest.mark.parametrize("how", list(_WRITTEN))
@pytest.mark.parametrize("language", list(_TEXTS))
def test_a_name_in_claims_matches_however_its_letters_are_written(language: str, how: str) -> None:
    written = "\n".join(
        f'{line.partition(chr(34))[0]}"{_WRITTEN[how](line.partition(chr(34))[2])}' if line.startswith("  ") else line
        for line in _CLAIMS.splitlines()
    )
    plain_fates = _fates(_CLAIMS, _TEXTS[language], language)
    assert [fate for _, fate in plain_fates] == [Fate.CONFLICT]
    assert _fates(written, _TEXTS[language], language) == plain_fates


@pytest.mark.parametrize("how", list(_WRITTEN))
@pytest.mark.parametrize("language", list(_TEXTS))
def test_a_name_in_a_text_matches_however_its_letters_are_written(language: str, how: str) -> None:
    fates = _fates(_CLAIMS, _WRITTEN[how](_TEXTS[language]), language)
    assert [fate for _, fate in fates] == [Fate.CONFLICT]


def test_a_mistake_behind_decomposed_letters_is_shown_where_it_stands() -> None:
    line = unicodedata.normalize("NFD", '  kk: "Ақтай айлағы", zz')
    _, problems = parse_claims({"a.claims": f"entity port\n{line}\n"})
    assert [(one.line, one.column, line[one.column - 1 :]) for one in problems] == [(2, len(line) - 1, "zz")]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Aқтaу", "Ақтау"),  # Latin A, a
        ("əкім", "әкім"),
        ("gәlir", "gəlir"),  # Cyrillic schwa
        ("Әliyev", "Əliyev"),
        ("MВт", "МВт"),
        ("əуе", "әуе"),  # two of three letters are Cyrillic
        ("TEUға", "TEUға"),  # each has letters of its own
        ("aа", "aа"),
        ("iPhone мен Aқтау", "iPhone мен Ақтау"),
        ("COVID-тен", "COVID-тен"),
        ("ATMға", "АТМға"),
    ],
)
def test_a_word_of_two_alphabets_is_read_in_one(written: str, meant: str) -> None:
    assert unmixed(written) == meant


@given(st.text(st.sampled_from("aаcсqқəәfф -5"), max_size=30))
def test_no_word_that_can_be_in_one_alphabet_is_left_in_two(text: str) -> None:
    once = unmixed(text)
    assert len(once) == len(text)
    assert unmixed(once) == once


@given(st.text(max_size=40))
def test_a_plain_name_stays_as_it_is(text: str) -> None:
    assert plainly(plainly(text)) == plainly(text)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("İÇƏRİŞƏHƏR LİMANININ YÜK HƏCMİ 2024-CÜ İLDƏ 4,7 MİLYON TON OLUB", [("4,7 MİLYON TON", Fate.CONFLICT)]),
        ("İÇƏRİŞƏHƏR LİMANININ YÜK HƏCMİ 2024-CÜ İLDƏ ALTI MİLYON TON OLUB", [("ALTI MİLYON TON", Fate.CONFLICT)]),
    ],
)
def test_a_headline_in_capitals_is_read_as_any_other(text: str, figures: list[tuple[str, Fate]]) -> None:
    assert _fates(_CLAIMS, text, "az") == figures


def test_capitals_within_a_sentence_stay() -> None:
    document = Document("a.txt", "UNICEF Bakıda ALTI ev tikib.", "", "az", (Block(Span(0, 27), BlockKind.PARAGRAPH),))
    assert plain(document).document is document
