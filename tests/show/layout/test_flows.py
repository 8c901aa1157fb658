import itertools

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.show.layout.flows import ACROSS, BANDS, WIDEST, flows, shared
from tests.built import article, built

GROUPS = ("alarm", "crash", "people")
CASE = built(
    articles=[article(name, f"Paper {name}") for name in "abc"],
    questions=[{"question": f"q_{group}", "text": "What?", "value_type": "name", "single": True, "group": group} for group in GROUPS],
)  # fmt: skip


def picture(counts, top=99):
    rows = [(f"o{o}", f"origin {o}", "release", f"Paper {p}", g, n) for (o, p, g), n in counts.items()]
    table = pd.DataFrame(rows, columns=["origin", "name", "kind", "outlet", "group", "answers"])
    every = pd.DataFrame({"outlet": table["outlet"], "origin": table["origin"]})
    return flows(CASE, every, shared(CASE, table, top))


COUNTS = st.dictionaries(
    st.tuples(st.integers(0, 3), st.sampled_from("abc"), st.sampled_from(GROUPS)), st.integers(1, 40), min_size=1
)


@settings(deadline=None, max_examples=40)
@given(COUNTS)
def test_the_bands_of_a_node_fill_it_from_edge_to_edge(counts):
    drawn = picture(counts)
    for field, end in (("source", 0), ("outlet", 3), ("outlet", 4), ("topic", 7)):
        nodes = drawn.nodes.dropna(subset=field).set_index(field)
        for name, bands in drawn.bands.groupby(field):
            tops = sorted((each.y[end], each.width) for each in bands.itertuples())
            assert tops[0][0] == pytest.approx(nodes["y"][name], abs=0.2)
            for (top, width), (following, _) in itertools.pairwise(tops):
                assert following == pytest.approx(top + width, abs=0.2)
            assert sum(tops[-1]) == pytest.approx(nodes["y2"][name], abs=0.2)


@settings(deadline=None, max_examples=40)
@given(COUNTS)
def test_nodes_of_a_column_stand_apart_and_outlets_keep_their_order(counts):
    drawn = picture(counts)
    for _, column in drawn.nodes.groupby("column"):
        assert (column["y"].to_numpy()[1:] >= column["y2"].to_numpy()[:-1]).all()
    outlets = drawn.nodes["outlet"].dropna().tolist()
    assert outlets == sorted(outlets)


def test_a_small_case_is_no_thick_picture():
    (band,) = picture({(0, "a", "alarm"): 2}).bands.to_dict("records")
    assert band["width"] == 2 * WIDEST < BANDS
    assert band["x"] == list(ACROSS)


def test_the_largest_origins_keep_their_names_and_the_others_share_a_place():
    counts = {(o, "a", "alarm"): 9 - o for o in range(4)}
    assert picture(counts, 1).nodes["source"].dropna().tolist() == ["origin 0 (release)", "3 other origins"]
    assert picture(counts, 3).nodes["source"].dropna().tolist()[-1] == "origin 3 (release)"
