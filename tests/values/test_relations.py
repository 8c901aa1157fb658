"""Two values: what the relation is, and that swapping them swaps the sides and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.values import Terms, parse, relate

TERMS = Terms(
    [("weapon", None), ("firearm", "weapon"), ("handgun", "firearm"), ("rifle", "firearm"), ("club", "weapon"),
     ("vehicle", None), ("car", "vehicle"), ("tree", None), ("rider", "crew"), ("crew", None)]
)  # fmt: skip

CASES = [
    # quantities
    ("quantity", "10", "10.0", "same"), ("quantity", "10", ">=10", "within"), ("quantity", "~10", "11", "around"),
    ("quantity", ">=10", "<=10", "against"), ("quantity", ">=10", "<=20", "against"), ("quantity", ">=11", "<=10", "apart"),
    ("quantity", "~10", ">=10", "overlap"), ("quantity", "8..12", "10..15", "overlap"), ("quantity", "3", "5", "apart"),
    ("quantity", "~10", "9..11", "overlap"), ("quantity", "10", ">10", "apart"), ("quantity", ">=20", ">=10", "within"),
    ("quantity", "several", "plural", "within"), ("quantity", "few", "several", "overlap"), ("quantity", "few", "10", "beside"),
    ("quantity", "several", "1", "apart"), ("quantity", "several", "2", "beside"), ("quantity", "<=10", "plural", "overlap"),
    # units
    ("quantity", "10 car", "10", "within"), ("quantity", "10", "10 car", "around"), ("quantity", "2 car", "10", "beside"),
    ("quantity", "12 car", "10", "apart"), ("quantity", "10 car", "~10", "within"), ("quantity", ">=10 car", "<=10", "against"),
    ("quantity", "10 tree", "10 car", "beside"), ("quantity", "10 car", "10 car", "same"),
    # times
    ("time", "2031-03-14T18:00", "2031-03-14", "within"), ("time", "2031-03-14", "2031-03-15", "apart"),
    ("time", "2031-03-14/..", "../2031-03-14", "against"), ("time", "2031-03-14/2031-03-16", "2031-03-15/2031-03-17", "overlap"),
    ("time", "../..", "2031-03-14", "open"), ("time", "../..", "../..", "open"), ("time", "2031-03-15/..", "../2031-03-14", "apart"),
    ("time", "2031-03-14T00:00", "2031-03-13", "apart"),
    # terms
    ("category", "handgun", "handgun", "same"), ("category", "handgun", "weapon", "within"), ("category", "weapon", "rifle", "around"),
    ("category", "handgun", "rifle", "beside"), ("category", "handgun", "club", "apart"), ("place", "firearm", "club", "beside"),
    ("place", "weapon", "vehicle", "apart"), ("identity", "rider", "crew", "within"), ("identity", "rider", "car", "apart"),
    # lists
    ("set", "a;b", "b;a", "same"), ("set", "a", "a;b", "within"), ("set", "handgun;club", "weapon", "within"),
    ("set", "a;b", "b;c", "beside"), ("set", "a", "b", "beside"), ("set", "weapon", "handgun;car", "beside"), ("set", "weapon", "weapon;rifle", "overlap"),
    # the rest
    ("boolean", "yes", "no", "apart"), ("order", "before:x", "after:x", "apart"), ("order", "before:x", "before:y", "beside"),
    ("sequence", "a>b>c", "a>c", "around"), ("sequence", "a>b", "b>a", "apart"), ("sequence", "a>b>c", "a>b>d", "overlap"),
    ("sequence", "a>b", "c>d", "beside"), ("name", "Ann Lee", "ann  LEE", "same"), ("name", "Ann", "Anna", "apart"),
    ("label", "mob", "crowd", "beside"), ("label", "The mob", "the  mob", "same"),
]  # fmt: skip
SWAPPED = {"within": "around", "around": "within"}


def related(kind, a, b):
    return relate(parse(a, kind), parse(b, kind), kind, TERMS, unit="vehicle")


@pytest.mark.parametrize(("kind", "a", "b", "expected"), CASES)
def test_two_values_stand_to_each_other_as_their_type_says(kind, a, b, expected):
    assert related(kind, a, b).kind == expected


@pytest.mark.parametrize(("kind", "a", "b", "expected"), CASES)
def test_swapping_the_values_swaps_the_sides_and_nothing_else(kind, a, b, expected):
    there, back = related(kind, a, b), related(kind, b, a)
    assert back.kind == SWAPPED.get(expected, expected)
    assert sorted(_sides(there)) == sorted(_sides(back))
    if expected in ("within", "around", "against"):
        assert _said(there, "A", "B") == _said(back, "B", "A")


def _said(relation, a, b):
    return relation.rule.format(a=a, b=b, term=relation.term)


def _sides(relation):
    """The rule with the sides made alike, so that only their order can differ."""
    return relation.rule.replace("{a}", "X").replace("{b}", "X").split()


NUMBERS = st.integers(0, 30)
QUANTITIES = st.one_of(
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["", "~", ">=", "<=", ">", "<"]),
        NUMBERS,
        st.sampled_from(["", " car", " tree"]),
    ),
    st.sampled_from(["several", "few", "plural", "few car"]),
    st.tuples(NUMBERS, NUMBERS).map(lambda n: f"{min(n)}..{max(n)}"),
)
DAYS = st.integers(1, 28).map("2031-03-{:02d}".format)
TIMES = st.one_of(
    DAYS, DAYS.map("{}/..".format), DAYS.map("../{}".format), st.tuples(DAYS, DAYS).map(lambda d: "/".join(sorted(d)))
)
NODES = st.sampled_from(["weapon", "firearm", "handgun", "rifle", "club", "vehicle", "car", "tree"])
SETS = st.lists(NODES, min_size=1, max_size=3).map(";".join)
SEQUENCES = st.lists(st.sampled_from("abcd"), min_size=2, max_size=4).map(">".join)
PAIRS = st.one_of(*[
    st.tuples(st.just(kind), values, values)
    for kind, values in [("quantity", QUANTITIES), ("time", TIMES), ("category", NODES), ("place", NODES), ("set", SETS),
                         ("sequence", SEQUENCES), ("label", st.text("ab ,", min_size=1).map(str.strip).filter(bool))]
])  # fmt: skip


@given(PAIRS)
def test_every_comparison_is_symmetric(pair):
    kind, a, b = pair
    there, back = related(kind, a, b), related(kind, b, a)
    assert back.kind == SWAPPED.get(there.kind, there.kind)
    assert sorted(_sides(there)) == sorted(_sides(back))


@given(st.one_of(*[st.tuples(st.just(kind), values, values, values) for kind, values in
                   [("quantity", QUANTITIES), ("time", TIMES), ("set", SETS), ("category", NODES)]]))  # fmt: skip
def test_the_same_is_an_equivalence(three):
    kind, a, b, c = three
    assert related(kind, a, a).kind == "same"
    if related(kind, a, b).kind == related(kind, b, c).kind == "same":
        assert related(kind, a, c).kind == "same"


@given(st.tuples(QUANTITIES, QUANTITIES))
def test_numbers_that_exclude_each_other_share_no_number(pair):
    a, b = (parse(cell.split(" ")[0], "quantity") for cell in pair)
    if relate(a, b, "quantity").kind == "apart":
        assert not a.taken.meets(b.taken)
        assert not a.possible.meets(b.possible)
    if a != b and a.taken.holds(b.taken):
        assert relate(a, b, "quantity").kind in ("around", "overlap")  # overlap only where both take in the same


def test_what_has_no_unit_counts_whatever_the_question_asks_of():
    kinds = {b: relate(parse("10 car", "quantity"), parse(b, "quantity"), "quantity").kind for b in ("10", "12", "8")}
    assert kinds == {"10": "within", "12": "beside", "8": "apart"}
    assert relate(parse("10", "quantity"), parse("10 car", "quantity"), "quantity").kind == "around"


def test_a_lower_bound_that_bounds_nothing_takes_in_an_upper_one():
    assert related("quantity", ">=0", "<=10").kind == "around"
    assert related("quantity", ">=0", "<=0").kind == "around"
    assert related("quantity", ">=1", "<=10").kind == "against"


def test_bounds_of_time_are_not_told_as_sizes():
    assert related("time", "2031-03-14/..", "../2031-03-14").rule == (
        "{a} leaves the end open, {b} the beginning: both can hold, and each tells another time."
    )
    assert related("time", "../2031-03-14", "2031-03-14/..").rule.startswith(
        "{b} leaves the end open, {a} the beginning"
    )


def test_kinds_of_one_thing_are_not_said_to_have_nothing_above_them():
    assert (
        related("category", "handgun", "club").rule
        == "{a} and {b} are two kinds of thing: what is one is not the other."
    )
