"""What holds for every claims file, whatever is in it."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sverka.claims import intervals, parse_claims
from sverka.claims.catalogue import CATALOGUE
from sverka.claims.decimals import exact
from sverka.model.interval import Interval
from sverka.report.text import to_problem_text

_WORDS = """
or part of 4.5Mt 500M +1.7Mt 15..18day 2.8kt
source entity metric check table accept target forecast plan actual ytd vs from until since warn in because TITR volume
BTC x y 2024 2024-03 2024-03-11 2024-Q3 2024-H1 2022..2026 2024-01..2024-09 2024-13 0000 9999 0001 9999-12 = ~ < <= > >=
4.5 Mt 2.2 Mt/yr 62 % 62% 500 M USD 1.8 k company 15..18 day 3rd 11th +62% -3 pp +1.7 x1.6 x0 ± +- 2% [ ] ( ) * / + - ,
: "a" "" " # « 4,5 1 800 15-18 -3..5 https://a.b ru: en: mass count money date share 0 -0 -100%
"""
WORDS = st.sampled_from([*_WORDS.split(), "[TITR volume 2024]", "[x y]", "TITR volume 2024 =", "\n", "\n", "\n  "])
SOUP = st.lists(st.tuples(WORDS, st.sampled_from(["", " ", " "]))).map(lambda pairs: "".join(map("".join, pairs)))
NUMBERS = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False).map(lambda number: f"{number:f}")
UNITS = st.sampled_from(["t", "Mt", "%", "USD", "M USD", "k", "", "company", "day", "year", "pp", "Mt/yr", "x"])
SIGNS = st.sampled_from(["=", "~", "<", "<=", ">", ">=", ""])
FRACTIONS = st.fractions(min_value=-100, max_value=100, max_denominator=60)


@given(st.one_of(st.text(), SOUP))
def test_nothing_is_raised_and_everything_wrong_is_told(text: str) -> None:
    claims, problems = parse_claims({"a.claims": text})
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert problem.code in CATALOGUE and problem.message and problem.remedy
        assert problem.source_line == lines[problem.line - 1]
        assert 1 <= problem.column <= len(problem.source_line) + 1
    assert to_problem_text(problems) or not problems
    assert len({assertion.id for assertion in claims.assertions}) == len(claims.assertions)


@given(SOUP)
def test_the_same_text_is_the_same_set(text: str) -> None:
    assert parse_claims({"a": text}) == parse_claims({"a": text})


@given(SOUP, SOUP)
def test_a_file_is_read_the_same_beside_any_other(first: str, second: str) -> None:
    """No statement of one file swallows one of another."""
    _, alone = parse_claims({"a": first})
    _, together = parse_claims({"a": first, "b": second})
    syntax = [problem for problem in alone if problem.code < "C3"]
    assert syntax == [problem for problem in together if problem.code < "C3" and problem.file == "a"]


@given(NUMBERS, UNITS, SIGNS)
def test_a_value_lies_within_what_it_stands_for(number: str, unit: str, sign: str) -> None:
    claims, problems = parse_claims({"a": f"A b {sign or '='} {number} {unit}"})
    assert problems == ()
    (assertion,) = claims.assertions
    assert assertion.ends[0].contains(assertion.values[0])
    if sign in ("=", "~", "<=", ">=", ""):
        assert assertion.interval.contains(assertion.values[0])
    else:
        assert not assertion.interval.contains(assertion.values[0])


@given(NUMBERS, UNITS, st.sampled_from("+-"))
def test_a_change_is_mirrored_by_its_sign(number: str, unit: str, sign: str) -> None:
    claims, _ = parse_claims({"a": f"A b 2024 {sign}{number} {unit}\nA c 2024 +{number} {unit}"})
    change, rise = claims.assertions
    assert change.interval == (rise.interval if sign == "+" else rise.interval.times(Fraction(-1)))
    assert str(change.against) == "2023"


@given(
    NUMBERS, NUMBERS, UNITS.filter(lambda unit: unit not in ("", "M USD", "x", "k", "company")), st.sampled_from("+-")
)
def test_a_unit_may_touch_its_number(number: str, change: str, unit: str, sign: str) -> None:
    """Whatever is derived is the same, and nothing of how it was worked out is lost."""
    apart, joined = (
        parse_claims(
            {"a": f"A b 2022 = {number}{gap}{unit}\nA b 2024 = {number}{gap}{unit}, {sign}{change}{gap}{unit}"}
        )
        for gap in (" ", "")
    )
    bare = [
        [(each.id, each.values, each.interval, each.unit) for each in claims.assertions]
        for claims, _ in (apart, joined)
    ]
    assert bare[0] == bare[1]
    shown = [[(each.working or "").replace(" ", "") for each in claims.assertions] for claims, _ in (apart, joined)]
    assert shown[0] == shown[1]


@given(NUMBERS, NUMBERS)
def test_a_level_before_agrees_with_what_it_is_derived_from(number: str, change: str) -> None:
    """Rising by the change, the derived level comes back to the level."""
    claims, _ = parse_claims({"a": f"A b 2024 = {number} t, +{change} %"})
    for before in claims.assertions[2:]:
        grown = before.values[0] * (1 + Fraction(change) / 100)
        assert grown == Fraction(number)
        assert before.interval.contains(before.values[0])


@st.composite
def bounded(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(FRACTIONS), draw(FRACTIONS)))
    if low == high:
        return Interval.point(low)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


def _inside(interval: Interval, share: Fraction) -> Fraction:
    assert interval.low is not None and interval.high is not None
    return interval.low + (interval.high - interval.low) * share


SHARES = st.fractions(min_value=Fraction(1, 100), max_value=Fraction(99, 100), max_denominator=100)


@given(bounded(), bounded(), SHARES, SHARES)
def test_arithmetic_of_intervals_holds_every_result_of_their_values(
    left: Interval, right: Interval, a: Fraction, b: Fraction
) -> None:
    one, other = _inside(left, a), _inside(right, b)
    assert intervals.plus(left, right).contains(one + other)
    assert intervals.minus(left, right).contains(one - other)
    assert intervals.times(left, right).contains(one * other)
    quotient = intervals.over(left, right)
    if quotient is not None:
        assert quotient.contains(one / other)
    else:
        assert right.contains(Fraction(0)) or right.low == 0 or right.high == 0


@given(bounded(), bounded())
def test_the_ends_of_a_product_are_reached_where_they_are_closed(left: Interval, right: Interval) -> None:
    product = intervals.times(left, right)
    corners = {
        a * b
        for a, a_closed in ((left.low, left.low_closed), (left.high, left.high_closed))
        for b, b_closed in ((right.low, right.low_closed), (right.high, right.high_closed))
        if a is not None and b is not None and a_closed and b_closed
    }
    assert {product.low, product.high} & corners == {end for end in (product.low, product.high) if end in corners}
    assert all(product.contains(corner) for corner in corners)


@given(st.fractions())
def test_an_exact_number_is_never_rounded(value: Fraction) -> None:
    assert Fraction(str(exact(value))) == value
