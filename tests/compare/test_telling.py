from hypothesis import given, settings
from hypothesis import strategies as st

from kit.compare.telling import COLUMNS, STEPS, known, telling
from tests.built import article, built


def _case(orders=(), reports=()):
    """Orders ``(start, before, after)`` and reports ``(start, event, day, basis)`` of one article of 200 characters."""
    events = sorted({event for _, *pair in orders for event in pair} | {event for _, event, *_ in reports})
    return built(
        articles=[article("a", "Gazette", 200)],
        events=[{"event": event, "title": event.title(), "kind": "x"} for event in events],
        orders=[
            {"order": f"o{i}", "article": "a", "before": a, "after": b, "relation": "before", "start": at, "end": at + 2}
            for i, (at, a, b) in enumerate(orders)
        ],
        reports=[
            {"report": f"r{i}", "article": "a", "event": event, "earliest": day, "latest": day, "precision": "day",
             "basis": basis, "start": at, "end": at + 2, "asserted_by": "outlet"}
            for i, (at, event, day, basis) in enumerate(reports)
        ],
    )  # fmt: skip


def _steps(case):
    found = telling(case)
    return list(zip(found["event"], found["percent"], found["step"], strict=True))


def test_places_and_steps():
    case = _case([(20, "x", "y"), (60, "w", "x"), (80, "v", "w")])
    assert _steps(case) == [("x", 10, "first"), ("y", 10, "forward"), ("w", 30, "back"), ("v", 40, "back")]


def test_no_order_is_a_step_of_its_own():
    assert _steps(_case([(20, "x", "y"), (60, "u", "v")]))[2] == ("u", 30, "open")


def test_dates_order_too():
    case = _case(reports=[(10, "x", "2031-03-14", "stated"), (20, "y", "2031-03-12", "stated")])
    assert _steps(case) == [("x", 5, "first"), ("y", 10, "back")]
    assert known(case)[["before", "after"]].to_numpy().tolist() == [["y", "x"]]


def test_the_same_day_orders_nothing():
    case = _case(reports=[(10, "x", "2031-03-14", "stated"), (20, "y", "2031-03-14", "stated")])
    assert [step for *_, step in _steps(case)] == ["first", "open"]


def test_words_that_date_another_event_tell_nothing():
    case = _case([(60, "x", "y")], [(10, "x", "2031-03-14", "inferred"), (10, "z", "2031-03-14", "inferred")])
    assert [event for event, *_ in _steps(case)] == ["x", "y"]


def test_at_the_same_words_the_earlier_event_stands_first():
    assert [event for event, *_ in _steps(_case([(20, "y", "x")]))] == ["y", "x"]


def test_what_an_article_orders_both_ways_is_open():
    assert [step for *_, step in _steps(_case([(20, "x", "y"), (40, "y", "x")]))] == ["first", "open"]


def test_no_events():
    assert telling(built()).columns.tolist() == list(COLUMNS)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from("uvw"), st.sampled_from("xyz")), min_size=1, max_size=8))
def test_each_event_is_told_once_in_the_order_of_the_text(orders):
    case = _case([(20 * at, a, b) for at, a, b in orders])
    found = telling(case)
    assert sorted(found["event"]) == sorted({event for _, *pair in orders for event in pair})
    assert found["start"].is_monotonic_increasing
    assert set(found["step"]) <= set(STEPS)
    assert (found["step"] == "first").tolist() == [i == 0 for i in range(len(found))]
    other = built(**{
        name: case.tables[name].astype(object).where(case.tables[name].notna(), None).to_dict("records")[::-1]
        for name in ("articles", "events", "orders")
    })  # fmt: skip
    assert telling(other).equals(found)
