from kit.show.figure import table_of
from kit.show.orders import orders, orders_graph
from tests.built import built, expressions, ordered

NASTY = "</script>\"'] } ${datum.x} \\"


def _finding(*orders):
    return orders_graph(ordered(*orders)).to_dict()["usermeta"]["kit"]["finding"]


def _rows(chart, field):
    return [row for rows in chart["datasets"].values() for row in rows if field in row]


def _drawn(*orders):
    return [row for row in _rows(orders_graph(ordered(*orders)).to_dict(), "glyph") if row.get("x") and "a" in row]


def test_consistent_orders_are_said_to_be():
    said = "2 outlets put 3 events in order 2 times; the orders are consistent: all of them can be followed."
    assert _finding("a: x before y", "b: y before z") == said


def test_contradictions_are_counted_by_kind():
    assert _finding("a: x before y", "b: y before x") == (
        "2 outlets put 2 events in order 2 times. Contradictions inside one article: 0; between articles: 1; 1 pair of "
        "articles cannot both be followed. In all of these, beginnings stand in opposite order."
    )
    assert _finding("a: x before y", "a: x includes y").endswith(
        "inside one article: 1; between articles: 0. In none do two events begin in opposite order: all turn on what was "
        "over by then, or happened at once."
    )


def test_the_earlier_event_stands_above():
    chart = orders_graph(ordered("a: c before b", "b: b before a")).to_dict()
    rows = sorted(_rows(chart, "label"), key=lambda row: row["y"])
    assert list(dict.fromkeys(row["event"] for row in rows)) == ["c", "b", "a"]
    assert all(row["y"] < row["y2"] for row in _drawn("a: c before b", "b: b before a"))


def test_contradicting_lines_are_marked_and_one_goes_up():
    rows = _drawn("a: x before y", "b: y before x", "b: y before z")
    assert [(row["glyph"], row["marked"]) for row in rows] == [("▼", 1), ("▲", 1), ("▼", 0)]


def test_no_two_lines_meet():
    rows = _drawn(
        *[f"{paper}: {a} before {b}" for paper in "ab" for a, b in ("wx", "xy", "wy", "yz")], "a: w includes z"
    )
    for i, one in enumerate(rows):
        for other in rows[i + 1 :]:
            apart = one["x"] != other["x"]
            assert (
                apart
                or max(one["y"], one["y2"]) < min(other["y"], other["y2"])
                or max(other["y"], other["y2"]) < min(one["y"], one["y2"])
            )


def test_what_follows_is_listed_and_not_drawn():
    orders = ("a: x before y", "a: y before z", "a: x before z", "b: x before z")
    assert [(row["outlet"], row["a"], row["b"]) for row in _drawn(*orders)] == [
        ("Paper A", "x", "y"), ("Paper A", "y", "z"), ("Paper B", "x", "z"),
    ]  # fmt: skip
    chart = orders_graph(ordered(*orders))
    assert len(table_of(chart)) == 4
    assert "1 order that follows from others of the same article is listed" in chart.to_dict()["description"]


def test_many_outlets_of_one_order_are_counted():
    rows = _drawn(*[f"a{i}: x before y" for i in range(9)])
    assert len(rows) == 6
    assert [row["more"] for row in rows] == [None, None, None, None, None, 3]


def test_a_large_case_says_what_is_left_out():
    chart = orders_graph(ordered(*[f"a: e{i:03} before e{i + 1:03}" for i in range(90)])).to_dict()
    assert (
        "91 events in order 90 times (the 59 that most outlets give are listed)" in chart["usermeta"]["kit"]["finding"]
    )
    many = orders_graph(ordered(*[f"a{i}: e{i % 40:02} before f{i % 7}" for i in range(700)]))
    assert len(table_of(many)) == 300
    assert sum(view["height"] for view in chart["vconcat"]) < 1400


def test_a_click_reaches_the_views_it_names():
    chart = orders_graph(ordered("a: x before y")).to_dict()
    names = {layer.get("name") for view in chart["vconcat"] for layer in view.get("layer", [])}
    for each in chart["params"]:
        assert set(each.get("views", [])) <= names


def test_the_table_says_with_what_an_order_cannot_hold(harbour):
    table = table_of(orders_graph(harbour))
    assert table["not with"].tolist() == ["Strand Courier", "Strand Courier", "Port Bulletin, Ansel Gazette", "Ansel Gazette",
                                          "Strand Courier"]  # fmt: skip


def test_nothing_to_draw():
    assert "No article" in orders_graph(built()).to_dict()["description"]


def test_same_case_same_chart(harbour):
    assert orders_graph(harbour).to_json() == orders_graph(harbour).to_json()


def test_hostile_words_never_stand_in_an_expression():
    chart = orders_graph(ordered("a: x before y", titles={"x": NASTY})).to_dict()
    assert not [each for each in expressions(chart) if "script" in each]


def test_orders_are_told_by_the_titles_of_their_events(harbour):
    table = orders(harbour).frame
    titles = harbour.events.set_index("event")["title"]
    assert list(table["earlier, or whole"]) == list(harbour.orders["before"].map(titles))
    assert list(table["later, or part"]) == list(harbour.orders["after"].map(titles))
    assert len(table) == len(harbour.orders)
