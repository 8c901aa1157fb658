from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kit.show.layout.layers import Layout, arranged

KEYS = st.one_of(st.none(), st.sampled_from("pqrs"))
PATHS = st.lists(st.tuples(st.sampled_from("abc"), KEYS, KEYS, st.sampled_from("xyz")), min_size=1, max_size=12)


def _layout(paths):
    return arranged(paths, [9.0] * len(paths), lambda _: 15.0, 5)


@given(PATHS)
def test_no_two_nodes_of_a_column_meet(paths):
    layout = _layout(paths)
    for column in range(4):
        nodes = sorted((n for n in layout.middle if n[0] == column), key=lambda n: layout.middle[n])
        edge = 0.0
        for node in nodes:
            upper = layout.middle[node] - layout.extent[node] / 2
            assert upper - 20 >= edge - 1e-6
            edge = layout.middle[node] + layout.extent[node] / 2
        assert edge <= layout.height + 1e-6


@given(PATHS)
def test_paths_end_inside_their_nodes_and_apart(paths):
    layout = _layout(paths)
    for ends in (layout.entry, layout.leave):
        for node, middle in layout.middle.items():
            places = sorted(y for (_, at), y in ends.items() if at == node)
            assert all(abs(y - middle) <= layout.extent[node] / 2 for y in places)
            assert all(b - a >= 9 - 1e-6 for a, b in pairwise(places))


def test_the_first_column_keeps_its_order():
    layout = _layout([("a", "q", None, "y"), ("b", "p", None, "x"), ("c", "q", None, "x")])
    assert layout.middle[0, "a"] < layout.middle[0, "b"] < layout.middle[0, "c"]


def test_what_need_not_cross_does_not():
    layout = _layout([("a", None, None, "x"), ("b", None, None, "y"), ("a", "p", None, "x"), ("b", "q", None, "y")])
    assert layout.middle[3, "x"] < layout.middle[3, "y"]
    assert layout.middle[1, "p"] < layout.middle[1, "q"]


def test_a_path_stops_in_every_column():
    assert Layout.stops(3, ("a", None, "x")) == [(0, "a"), (1, ("pass", 3)), (2, "x")]
