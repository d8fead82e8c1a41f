"""The comparison of a figure with an assertion, against plain arithmetic over exact rationals."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.check.compare import compare
from sverka.model.claim import Assertion
from sverka.model.figure import Figure, Parts
from sverka.model.finding import Grade
from sverka.model.interval import Interval
from sverka.model.precision import Precision, last_digit
from sverka.model.quantity import Hedge, Kind, Relation, Status
from sverka.model.span import Place, Span

PRECISION = Precision()
WHOLE = st.integers(-99_999, 99_999)
NUMERALS = st.tuples(WHOLE, st.integers(0, 3)).map(lambda pair: f"{pair[0]}.{'5' * pair[1]}".rstrip("."))


def rounded(written: str) -> Interval:
    return PRECISION.written(Fraction(written), last_digit(written))


def figure(written: str, hedge: Hedge | None = None, unit: str = "t", kind: Kind = Kind.LEVEL) -> Figure:
    value, span = Fraction(written), Span(0, len(written))
    whole = PRECISION.hedged(value, hedge) if hedge else rounded(written)
    return Figure(
        span, written, kind, (value,), (rounded(written),), whole, unit, "mass", Parts(span), "test", hedge=hedge
    )


def assertion(written: str, relation: Relation = Relation.EQUAL, unit: str = "t", kind: Kind = Kind.LEVEL) -> Assertion:
    value = Fraction(written)
    whole = {
        Relation.EQUAL: rounded(written),
        Relation.ABOUT: PRECISION.hedged(value, Hedge.ABOUT),
        Relation.MORE: Interval.above(value, closed=False),
        Relation.AT_LEAST: Interval.above(value, closed=True),
        Relation.LESS: Interval.below(value, closed=False),
        Relation.AT_MOST: Interval.below(value, closed=True),
    }[relation]
    place = Place("test.claims", 1, 1)
    return Assertion(
        "a",
        "s",
        "m",
        Status.ACTUAL,
        None,
        kind,
        relation,
        (value,),
        (rounded(written),),
        whole,
        unit,
        "mass",
        place,
        "",
    )


def meets(left: Interval, right: Interval) -> bool:
    """The oracle: try every end, and a point beside every end, of both intervals."""
    ends = [end for end in (left.low, left.high, right.low, right.high) if end is not None]
    tiny = Fraction(1, 10**9)
    points = [end + step for end in ends for step in (-tiny, 0, tiny)]
    return any(left.contains(point) and right.contains(point) for point in points)


@given(NUMERALS, NUMERALS)
def test_plain_numbers_agree_just_when_their_intervals_share_a_point(stated: str, claimed: str) -> None:
    """Cutting off instead of rounding is the one exception, and it says so."""
    found = compare(figure(stated), assertion(claimed))
    if found.grade is not Grade.TRUNCATED:
        assert found.agrees == meets(rounded(stated), rounded(claimed))


@given(NUMERALS, NUMERALS, st.sampled_from(list(Hedge)))
def test_a_hedged_figure_agrees_just_when_the_intervals_share_a_point(stated: str, claimed: str, hedge: Hedge) -> None:
    said, known = figure(stated, hedge), assertion(claimed)
    found = compare(said, known)
    if found.grade is not Grade.TRUNCATED:
        assert found.agrees == meets(said.interval, known.interval)


@given(NUMERALS, NUMERALS)
def test_the_order_of_the_two_makes_no_difference_to_plain_numbers(stated: str, claimed: str) -> None:
    there, back = compare(figure(stated), assertion(claimed)), compare(figure(claimed), assertion(stated))
    if Grade.TRUNCATED not in (there.grade, back.grade):
        assert there.agrees == back.agrees


@given(NUMERALS, NUMERALS)
@settings(max_examples=50)
def test_changing_both_signs_changes_nothing_but_the_side_of_a_tie(stated: str, claimed: str) -> None:
    def mirrored(written: str) -> str:
        return written.removeprefix("-") if written.startswith("-") else f"-{written}"

    there, back = (
        compare(figure(stated), assertion(claimed)),
        compare(figure(mirrored(stated)), assertion(mirrored(claimed))),
    )
    touching = {rounded(stated).low, rounded(stated).high} & {rounded(claimed).low, rounded(claimed).high}
    if not touching and Grade.TRUNCATED not in (there.grade, back.grade):
        assert there.agrees == back.agrees


def test_neighbours_conflict_and_a_tie_agrees_with_both() -> None:
    assert not compare(figure("4.5"), assertion("4.6")).agrees
    assert compare(figure("4.5"), assertion("4.55")).agrees
    assert compare(figure("4.6"), assertion("4.55")).agrees


def test_almost_does_not_reach_the_number_itself() -> None:
    assert not compare(figure("4.5", Hedge.ALMOST), assertion("4.52")).agrees
    assert compare(figure("1.5", Hedge.ALMOST), assertion("1.4")).grade is Grade.HEDGED


def test_two_bounds_say_the_same_only_with_the_same_number() -> None:
    assert compare(figure("1800", Hedge.OVER), assertion("1800", Relation.MORE)).grade is Grade.EXACT
    assert not compare(figure("1700", Hedge.OVER), assertion("2400", Relation.MORE)).agrees
    assert compare(figure("460", Hedge.OVER), assertion("2000")).grade is Grade.LOOSE


def test_two_approximations_do_not_add_up() -> None:
    assert compare(figure("500", Hedge.ABOUT), assertion("500", Relation.ABOUT)).grade is Grade.EXACT
    assert not compare(figure("600", Hedge.ABOUT), assertion("500", Relation.ABOUT)).agrees


def test_a_number_cut_off_passes_with_a_warning() -> None:
    assert compare(figure("116"), assertion("116.8")).grade is Grade.TRUNCATED
    assert not compare(figure("115"), assertion("116.8")).agrees


def test_a_multiple_and_a_percentage_of_growth_meet() -> None:
    grown = assertion("62", unit="%", kind=Kind.CHANGE)
    assert compare(figure("1.6", unit="x", kind=Kind.CHANGE), grown).agrees
    assert not compare(figure("2.6", unit="x", kind=Kind.CHANGE), grown).agrees
