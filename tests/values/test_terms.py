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


def test_terms_that_lead_back_take_each_other_in():
    circle = Terms([("police", "city_police"), ("city_police", "police")])
    assert circle.above("police") == {"city_police"}
    assert circle.within("police", "city_police")
    assert circle.within("city_police", "police")
