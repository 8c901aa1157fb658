from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.compare.orders import CYCLES, PAIRS, cycles, graph, orders, pairs
from tests.built import article, built

NASTY = "</script>\"'] } ${datum.x} \\"


def ordered(*rows, titles=None):
    """A case of orders, each ``article: event relation event``."""
    parts = [row.replace(":", "").split() for row in rows]
    articles = list(dict.fromkeys(part[0] for part in parts))
    events = sorted({event for part in parts for event in (part[1], part[3])})
    return built(
        articles=[article(name, f"Paper {name.upper()}") for name in articles],
        events=[{"event": event, "title": (titles or {}).get(event, event.title()), "kind": "x"} for event in events],
        orders=[
            {"order": f"{where}_{i:03}", "article": where, "before": a, "after": b, "relation": relation, "start": i,
             "end": i + 1}
            for i, (where, a, relation, b) in enumerate(parts)
        ],
    )  # fmt: skip


def turned(case):
    object.__setattr__(
        case, "tables", {**case.tables, "orders": case.tables["orders"].iloc[::-1].reset_index(drop=True)}
    )
    return case


def test_opposite_orders_of_two_articles():
    (row,) = cycles(ordered("a: x before y", "b: y before x")).to_dict("records")
    assert (row["kind"], row["events"], row["orders"]) == ("opposite order", "x;y", "a_000;b_001")
    assert (row["articles"], row["outlets"]) == ("a;b", "Paper A, Paper B")
    assert row["sentence"] == "Paper A: “X” comes before “Y”; Paper B: “Y” comes before “X”. Which came first?"
    assert cycles(ordered("a: x before y", "b: y before x"))["within"].isna().all()


def test_an_article_against_itself():
    case = ordered("a: x before y", "a: y immediately-before z", "a: z before x", "b: y before x")
    found = cycles(case)
    assert found["within"].tolist() == ["a"]  # and so nothing of it is held against the other
    assert found["orders"].tolist() == ["a_000;a_001;a_002"]
    assert pairs(case).empty
    assert orders(case)["consistent"].tolist() == [False, False, False, True]


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (("a: x includes y", "b: x before y"), "over or going on"),
        (("a: x simultaneous y", "b: x before y"), "at once or in turn"),
        (("a: x begins y", "b: x before y"), "at once or in turn"),
        (("a: x ends y", "b: x before y"), "opposite order"),
        (("a: x ends y", "b: y before x"), "over or going on"),
        (("a: x includes y", "b: y before x"), "opposite order"),
        (("a: x before y", "b: y before z", "b: z includes x"), "opposite order"),
    ],
)
def test_what_cannot_both_hold(rows, kind):
    assert cycles(ordered(*rows))["kind"].tolist() == [kind]


@pytest.mark.parametrize(
    "rows",
    [
        ("a: x includes y", "b: y includes x"),  # the same stretch
        ("a: x simultaneous y", "b: y simultaneous x"),
        ("a: x begins y", "b: x ends y"),
        ("a: x begins y", "b: y includes x"),
        ("a: x before y", "b: y before z", "c: x before z"),
        ("a: x includes y", "a: y before z", "b: x includes z"),
    ],
)
def test_what_can_hold(rows):
    assert cycles(ordered(*rows)).empty
    assert pairs(ordered(*rows)).empty


def test_the_shortest_circle_is_told():
    found = cycles(ordered("a: w before x", "a: x before y", "a: y before z", "a: w before z", "b: z before w"))
    assert found["orders"].tolist()[0] == "a_003;b_004"


def test_three_articles_that_agree_two_by_two():
    case = ordered("a: x before y", "b: y before z", "c: z before x")
    assert cycles(case)["articles"].tolist() == ["a;b;c"]
    assert pairs(case).empty
    assert orders(case)["conflicts"].tolist() == ["b_001;c_002", "a_000;c_002", "a_000;b_001"]


def test_every_order_that_says_the_same_is_in_conflict():
    case = ordered("a: x before y", "b: x before y", "c: y before x")
    assert orders(case)["conflicts"].tolist() == ["c_002", "c_002", "a_000;b_001"]
    assert pairs(case)[["article_a", "article_b"]].to_numpy().tolist() == [["a", "c"], ["b", "c"]]


def test_what_follows_from_an_article_is_held_against_the_other():
    (row,) = pairs(ordered("a: x before y", "a: y before z", "b: z before x")).to_dict("records")
    assert (row["disputes"], row["event_a"], row["event_b"]) == (1, "x", "z")
    assert row["sentence"] == ("By Paper A, “X” is over before “Z” begins; by Paper B, “Z” begins before “X” is over.")


def test_orders_have_titles_and_outlets():
    row = orders(ordered("a: x before y", titles={"x": NASTY})).iloc[0]
    assert (row["before_title"], row["after_title"], row["outlet"]) == (NASTY, "Y", "Paper A")
    assert row["consistent"]
    assert row["conflicts"] == ""


def test_the_harbour(harbour):
    assert cycles(harbour)["orders"].tolist() == ["gazette_o02;courier_o02", "bulletin_o01;courier_o01"]
    assert orders(harbour)["conflicts"].tolist()[0] == "courier_o01"


def test_the_graph_is_of_beginnings_and_ends():
    drawn = graph(ordered("a: x before y", "b: y includes z"), "a")
    assert drawn.get_edge_data(("x", "end"), ("y", "start")) == {"a_000": {"strict": True}}
    assert drawn.get_edge_data(("x", "start"), ("x", "end")) == {"": {"strict": False}}
    assert len(graph(ordered("a: x before y", "b: y includes z"))) == 6


def test_an_article_that_does_not_exist():
    with pytest.raises(ValueError, match="c"):
        graph(ordered("a: x before y"), "c")


def test_no_orders():
    assert cycles(built()).columns.tolist() == list(CYCLES)
    assert pairs(built()).columns.tolist() == list(PAIRS)
    assert orders(built()).empty


few = settings(max_examples=15, deadline=None)
lines = st.lists(
    st.builds(
        "{}: {} {} {}".format, st.sampled_from("abc"), st.sampled_from("uvw"),
        st.sampled_from(["before", "immediately-before", "includes", "simultaneous", "begins", "ends"]),
        st.sampled_from("xyz"),
    ),
    min_size=1, max_size=8,
)  # fmt: skip


@few
@given(lines)
def test_the_order_of_rows_does_not_matter(rows):
    once, again = ordered(*rows), turned(ordered(*rows))
    assert cycles(once).equals(cycles(again))
    assert pairs(once).equals(pairs(again))
    assert orders(once).equals(orders(again).iloc[::-1].reset_index(drop=True))


@few
@given(lines)
def test_what_is_told_cannot_hold_and_nothing_is_left_untold(rows):
    case = ordered(*rows)
    found = cycles(case)
    for ids in found["orders"]:
        told = [row for i, row in enumerate(rows) if f"{row[0]}_{i:03}" in ids.split(";")]
        assert not consistent(graph(ordered(*told)))
    assert found.empty == consistent(graph(case))


def consistent(drawn):
    """By the book: no strict edge inside a strongly connected component."""
    parts = {node: i for i, part in enumerate(nx.strongly_connected_components(drawn)) for node in part}
    return not any(parts[a] == parts[b] for a, b, strict in drawn.edges(data="strict") if strict)


@given(
    st.permutations("uvwxyz"),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from("abc")), max_size=20),
)
def test_facts_of_one_line_of_events_are_consistent(line, facts):
    rows = [f"{where}: {line[min(i, j)]} before {line[max(i, j)]}" for i, j, where in facts if i != j]
    assert not rows or cycles(ordered(*rows)).empty


@few
@given(st.permutations("uvwxyz"), st.integers(0, 4), st.integers(1, 5), st.data())
def test_the_reverse_of_a_way_makes_a_shortest_circle(line, first, length, data):
    last = min(first + length, 5)
    rows = [f"{'ab'[i % 2]}: {a} before {b}" for i, (a, b) in enumerate(pairwise(line))]
    skips = data.draw(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=5))
    rows += [f"a: {line[min(pair)]} before {line[max(pair)]}" for pair in skips if pair[0] != pair[1]]
    ways = nx.DiGraph([(row.split()[1], row.split()[3]) for row in rows])
    fewest = nx.shortest_path_length(ways, line[first], line[last])
    found = cycles(ordered(*rows, f"c: {line[last]} before {line[first]}"))
    assert min(ids.count(";") for ids in found["orders"]) == fewest
    assert any(f"c_{len(rows):03}" in ids.split(";") for ids in found["orders"])
