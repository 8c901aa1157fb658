import pytest

from kit.values import Terms

BOATS = Terms(
    [
        ("boat", None),
        ("ferry", "boat"),
        ("car_ferry", "ferry"),
        ("tug", "boat"),
        ("pier", None),
        ("car_ferry", "carrier"),
    ]
)


def test_a_term_lies_within_itself_and_all_above_it():
    assert BOATS.within("car_ferry", "car_ferry")
    assert BOATS.within("car_ferry", "boat")
    assert not BOATS.within("boat", "car_ferry")
    assert BOATS.above("car_ferry") == {"ferry", "boat", "carrier"}


def test_siblings_share_a_direct_broader_term():
    assert BOATS.shared("ferry", "tug") == "boat"
    assert BOATS.shared("car_ferry", "tug") == ""


def test_a_term_nobody_knows_stands_alone():
    assert BOATS.above("kite") == frozenset()
    assert BOATS.within("kite", "kite")


def test_a_term_above_itself_is_told():
    with pytest.raises(ValueError, match='found "a" above itself'):
        Terms([("a", "b"), ("b", "a")]).above("a")
