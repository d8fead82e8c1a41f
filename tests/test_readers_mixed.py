"""Documents in more than one language: each paragraph is read with the words of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from sverka.figures import find_figures
from sverka.model.document import Document
from sverka.model.figure import Figure
from sverka.readers import read
from sverka.text.analysis import analyse

RU = "Экспорт нефти вырос на 5,2% и достиг 68,125 млн тонн, а порт закупил 1,234 тонны краски."
EN = "Exports of oil rose 5.2% to 68.125 million tonnes, and the port bought 1,234 tonnes of paint."
KK = "Мұнай экспорты 5,2 пайызға артып, 68,125 млн тоннаға жетті, ал порт 1,234 тонна бояу сатып алды."
AZ = "Neft ixracı 5,2 faiz artıb və 68,125 milyon tona çatıb, liman isə 1,234 ton boya alıb."
NAMES = "Компании Boeing и Airbus поставили авиакомпании Fly Arystan самолёты 737 MAX и A320neo, сообщил Reuters."
ALL = {"ru": RU, "en": EN, "kk": KK, "az": AZ}


def document(*paragraphs: str, language: str | None = None) -> Document:
    found = read(Path("mixed.txt"), "\n\n".join(paragraphs).encode(), language=language)
    assert isinstance(found, Document)
    return found


def languages(found: Document) -> list[str]:
    return [block.language or found.language for block in found.blocks]


def told(figures: tuple[Figure, ...]) -> list[tuple[str, str, str | None]]:
    return [(figure.text, " ".join(map(str, figure.values)), figure.unit) for figure in figures]


@pytest.mark.parametrize("main", sorted(ALL))
@pytest.mark.parametrize("other", sorted(ALL))
def test_each_paragraph_is_in_its_own_language(main: str, other: str) -> None:
    """Whichever language a document is in, a paragraph in another one is told."""
    found = document(ALL[main], ALL[other], ALL[main])
    assert found.language == main
    assert languages(found) == [main, other, main]


@pytest.mark.parametrize("main", sorted(ALL))
@pytest.mark.parametrize("other", sorted(ALL))
def test_the_figures_of_a_mixed_document_are_those_of_its_paragraphs(main: str, other: str) -> None:
    """«1,234 тонны» is a little over one, "1,234 tonnes" more than a thousand, also side by side."""
    mixed = told(find_figures(analyse(document(ALL[main], ALL[other], ALL[main]))))
    apart = [told(find_figures(analyse(document(ALL[tag], language=tag)))) for tag in (main, other, main)]
    assert mixed == [figure for figures in apart for figure in figures]


def test_every_figure_lies_where_its_words_are() -> None:
    found = document(EN, RU, KK, AZ)
    for figure in find_figures(analyse(found)):
        assert figure.span.of(found.text) == figure.text


def test_names_and_terms_change_no_language() -> None:
    """A Russian paragraph full of English names is Russian; so is a list of models in a Russian document."""
    assert languages(document(RU, NAMES, "Boeing 737 MAX, Airbus A320neo, Embraer E190-E2")) == ["ru", "ru", "ru"]


def test_a_short_heading_goes_with_its_neighbour() -> None:
    """ "KEY FIGURES" shows nothing itself."""
    assert languages(document(RU, RU, "KEY FIGURES", EN)) == ["ru", "ru", "en", "en"]


def test_a_language_that_is_said_is_that_of_the_whole_document() -> None:
    assert languages(document(RU, EN, language="ru")) == ["ru", "ru"]


def test_the_commonest_language_is_the_document_s() -> None:
    assert document(AZ, EN, EN, RU).language == "en"
    assert document(EN, RU, RU).language == "ru"


def test_a_document_in_one_language_is_one_part() -> None:
    one = document(RU, NAMES)
    assert one.parts() == (one,)
    assert [part.language for part in document(RU, EN, RU).parts()] == ["en", "ru"]
