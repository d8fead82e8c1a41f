"""Numbers as a document writes them: read back from the words of a figure, and written anew in the same way."""

from __future__ import annotations

import re
from fractions import Fraction

from sverka import languages
from sverka.languages import morphology
from sverka.languages.morphology import fold
from sverka.model.decimals import decimal_text
from sverka.model.figure import Figure
from sverka.model.span import Span

_SCALES = tuple(Fraction(10**power) for power in (12, 9, 6, 3))
_MOST_DECIMALS = 3
_NUMERAL = re.compile(r"\d(?:[\d\s.,'’]*\d)?")
# What is written so without a mark between thousands may be read as a year.
_YEARS = range(1000, 2200)
# From this number on, number words of a language with genders have none.
_PLAIN = 5
# From this many a number with a scale word is better told with the next one.
_MANY = 1000


def part(figure: Figure, span: Span | None) -> str:
    """The words of a figure at a span of the document."""
    return offset(figure, span).of(figure.text) if span else ""


def offset(figure: Figure, span: Span) -> Span:
    """A span of the document as one of the figure's own text."""
    return Span(span.start - figure.span.start, span.end - figure.span.start)


def written_numbers(figure: Figure, language: str) -> tuple[tuple[Span, Fraction], ...]:
    """The numbers of a figure that stand there in digits, with their places in its text, without scale and unit."""
    number = offset(figure, figure.parts.number)
    found = []
    for match in _NUMERAL.finditer(figure.text, number.start, number.end):
        value = read_numeral(match[0], language)
        if value is None:
            return ()
        found.append((Span(match.start(), match.end()), value))
    return tuple(found)


def read_numeral(written: str, language: str) -> Fraction | None:
    """The number that digits with their marks stand for; None where the marks fit no number."""
    marks = languages.table(language).get("numerals", {})
    groups = re.escape("".join((*marks.get("group", ()), marks.get("second_group", ""))) or " ")
    decimal = marks.get("decimal", ["."])
    if re.fullmatch(rf"\d{{1,3}}([{groups}]\d{{3}})+([{re.escape(''.join(decimal))}]\d+)?", written):
        has_decimals = decimal[0] in written and decimal[0] not in marks.get("group", ())
        whole, _, decimals = written.rpartition(decimal[0]) if has_decimals else (written, "", "")
        return Fraction(f"{re.sub(r'[^0-9]', '', whole)}.{decimals or 0}")
    for mark in decimal:
        plain = written.replace(mark, ".") if written.count(mark) == 1 else written
        if re.fullmatch(r"\d+(\.\d+)?", plain):
            return Fraction(plain)
    return None


def unit_factor(figure: Figure, language: str) -> Fraction | None:
    """How many canonical units one of the written unit is; known where the number is written in digits, or is as it
    stands."""
    if not any(map(str.isdigit, part(figure, figure.parts.number))):
        return Fraction(1)
    numbers = written_numbers(figure, language)
    if len(numbers) != len(figure.values) or not all(number for _, number in numbers):
        return None
    factors = {abs(value) / (number * figure.scale) for value, (_, number) in zip(figure.values, numbers, strict=True)}
    return factors.pop() if len(factors) == 1 else None


def scale_for(plain: Fraction, figure: Figure) -> Fraction:
    """The scale that a number is told in: the text's own where it suits, or else the largest that does."""
    told = plain / figure.scale
    is_handy = figure.scale == 1 or told < _MANY or figure.scale == _SCALES[0]
    if is_neat(told) and is_handy:
        return figure.scale
    return next((scale for scale in _SCALES if plain >= scale and is_neat(plain / scale)), Fraction(1))


def is_neat(number: Fraction) -> bool:
    text = decimal_text(number)
    return text is not None and number >= 1 and len(text.partition(".")[2]) <= _MOST_DECIMALS


def numeral(number: Fraction, like: str, language: str, *, is_scaled: bool) -> str | None:
    """A number in digits, with the marks of the one that it stands for; None where its decimals have no end.

    >>> numeral(Fraction(421000), "412,000", "en", is_scaled=False)
    '421,000'
    """
    text = decimal_text(number)
    if text is None:
        return None
    marks = languages.table(language).get("numerals", {})
    whole, point, decimals = text.partition(".")
    own = re.search(r"\d([\s,.'’])\d{3}(?!\d)", like)
    group = own.group(1) if own and own.group(1) in marks.get("group", ()) else None
    may_be_year = not is_scaled and not point and int(whole) in _YEARS and not (like.isdigit() and len(like) == 4)
    if len(whole) > 4 or (len(whole) == 4 and (group or may_be_year)):
        whole = f"{int(whole):,}".replace(",", group or marks.get("group", ["\u00a0"])[0])
    mark = next((mark for mark in marks.get("decimal", ["."]) if mark in like and mark != group), None)
    return f"{whole}{(mark or marks.get('decimal', ['.'])[0]) if point else ''}{decimals}"


def number_word(written: str, number: Fraction, language: str) -> str | None:
    """A whole number in one word, in the form that another number's word has; None where the language has no such
    form, or the word would have to agree with a noun.

    >>> number_word("пяти", Fraction(7), "ru"), number_word("Five", Fraction(4), "en")
    ('семи', 'Four')
    """
    table = languages.table(language).get("number_words", {})
    words = {key: fold(forms).split() for key, forms in table.items() if key.isdigit() and isinstance(forms, str)}
    old = next((forms for forms in words.values() if fold(written) in forms), None)
    new = words.get(str(number))
    if old is None or new is None or (morphology.tells_forms(language) and number < _PLAIN):
        return None
    at = old.index(fold(written))
    if at and len(old) != len(new):
        return None
    return capitalised_like(new[at], written, language)


def capitalised_like(word: str, written: str, language: str) -> str:
    """A word with a capital where another has one: "İkinci" in a language that has a letter "ı" besides."""
    if not written[:1].isupper():
        return word
    is_dotted = word[:1] == "i" and languages.table(language).get("letters", {}).get("dotless", False)
    return ("İ" if is_dotted else word[:1].upper()) + word[1:]
