import pandas as pd

from kit.compare.neighbours import COLUMNS, neighbours
from tests.built import article, built


def _case(*orders, **placed):
    """Orders of one article, ``x before y``, and events placed as ``earliest/latest``."""
    parts = [order.split() for order in orders]
    events = sorted({event for part in parts for event in (part[0], part[2])} | set(placed))
    known = {"article": "a", "precision": "day", "basis": "stated", "start": 1, "end": 2, "asserted_by": "outlet"}
    return built(
        articles=[article("a", "Gazette"), article("b", "Courier")],
        events=[{"event": event, "title": event.title(), "kind": "x"} for event in events],
        reports=[
            {**known, "report": f"r{i}", "event": event, "earliest": when.split("/")[0], "latest": when.split("/")[-1]}
            for i, (event, when) in enumerate(placed.items())
        ],
        orders=[
            {"order": f"o{i}", "article": "a", "before": a, "after": b, "relation": relation, "start": i, "end": i + 1}
            for i, (a, relation, b) in enumerate(parts)
        ],
    )  # fmt: skip


def _row(case, event):
    found = neighbours(case).set_index("event").loc[event]
    return found["after"], found["before"], found["during"], *(str(found[side])[:10] for side in ("since", "until"))


def test_between_two_dated_events():
    case = _case("x before y", "y before z", x="2031-03-12", z="2031-03-14")
    assert _row(case, "y") == ("x", "z", "", "2031-03-12", "2031-03-15")
    assert neighbours(case)["event"].tolist() == ["y"]


def test_bounds_come_through_events_without_a_date():
    case = _case("v before w", "w before x", "x before y", v="2031-03-12")
    assert _row(case, "y") == ("x", "", "", "2031-03-12", "NaT")
    assert neighbours(case).set_index("event").loc["y", "since_event"] == "v"


def test_the_tightest_bound_holds():
    case = _case("u before y", "v before y", u="2031-03-12", v="2031-03-13")
    assert _row(case, "y") == ("u;v", "", "", "2031-03-13", "NaT")


def test_inside_a_dated_event():
    assert _row(_case("x includes y", x="2031-03-12"), "y") == ("", "", "x", "2031-03-12", "2031-03-13")


def test_what_takes_in_a_dated_event_has_no_bound():
    assert _row(_case("y includes x", x="2031-03-12"), "y") == ("", "", "", "NaT", "NaT")


def test_what_lasts_gives_no_bound_by_its_beginning():
    case = _case("x includes y", "y before z", x="2031-03-12")
    assert _row(case, "z") == ("y", "", "", "NaT", "NaT")


def test_sides_that_contradict_each_other_are_no_bounds():
    case = _case("x before y", "y before z", x="2031-03-14", z="2031-03-12")
    assert _row(case, "y") == ("x", "z", "", "NaT", "NaT")


def test_an_unresolved_word_is_no_date():
    case = _case("x before y", x="2031-03-12")
    reports = case.reports.assign(earliest=None, latest=None, precision="unresolved")
    object.__setattr__(case, "tables", {**case.tables, "reports": reports.astype(case.reports.dtypes)})
    assert _row(case, "x") == ("", "y", "", "NaT", "NaT")


def test_another_articles_dates_are_not_borrowed():
    case = _case("x before y", x="2031-03-12")
    reports = case.reports.assign(article="b").astype(case.reports.dtypes)
    object.__setattr__(case, "tables", {**case.tables, "reports": reports})
    assert neighbours(case)["since"].isna().all()
    assert set(neighbours(case)["outlet"]) == {"Gazette"}


def test_circles_do_no_harm():
    case = _case("x before y", "y before x", x="2031-03-12")
    assert neighbours(case)["event"].tolist() == ["y"]


def test_the_order_of_rows_does_not_matter(harbour):
    orders = harbour.tables["orders"].iloc[::-1].reset_index(drop=True)
    other = built(**{
        name: harbour.tables[name].astype(object).where(harbour.tables[name].notna(), None).to_dict("records")
        for name in ("articles", "speakers", "events", "reports")
    })  # fmt: skip
    object.__setattr__(other, "tables", {**other.tables, "orders": orders})
    pd.testing.assert_frame_equal(neighbours(harbour), neighbours(other))


def test_no_orders():
    assert neighbours(built()).columns.tolist() == list(COLUMNS)
