import dataclasses
from types import MappingProxyType

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.compare.copying import COLUMNS, STRETCH_COLUMNS, UNDECIDED, copied_stretches, copies, copying
from kit.find.fingerprints import fingerprints
from tests.built import article, built

WIRE = (
    "A freight barge broke loose above the Ansel weir on Tuesday and drifted for an hour before two tugs could hold it. "
    "Nobody was aboard when its lines parted, the river board reported, and the weir itself took no damage worth naming. "
    "Engineers will look at the mooring posts this week, which were last replaced when the lock was built."
)
QUOTED = "“We heard the lines go one after the other and then saw nothing but spray,” said a lock keeper."
OWN = {
    "a": "Our reporter walked the bank at dawn and found the towpath closed with tape, while gulls sat upon the gates.",
    "b": "What began as a quiet evening turned loud; residents along Mill Row describe a sound like thunder under water.",
    "d": "The lock keeper has watched this reach for twenty years and says he would not moor a rowing boat above it in March.",
    "c": "Insurance questions remain for the barge owner, whose licence lapsed in spring according to the public register.",
}


def texts():
    return {
        "a": f"{WIRE} {QUOTED}", "b": f"{WIRE} {QUOTED} It rained.", "c": f"{OWN['a']} {WIRE[:230]} {OWN['b'][:66]}",
        "d": f"{OWN['b']} {QUOTED} {OWN['d']}", "e": f"{OWN['c']} The Ansel weir on Tuesday and Wednesday was shut.",
    }  # fmt: skip


def case(given, dates=(), order=None):
    """A case of these texts, without them: only their fingerprints are stored."""
    names = order or list(given)
    told = {name: {"published": day, "published_basis": basis} for name, day, basis in dates}
    made = built(articles=[article(name, name.upper(), len(given[name])) | told.get(name, {}) for name in names])
    read = dataclasses.replace(made, texts=MappingProxyType({name: given[name] for name in names}))
    tables = MappingProxyType({**made.tables, "fingerprints": fingerprints(read)})
    return dataclasses.replace(made, tables=tables)


def row(rows, a, b):
    return rows[(rows["article_a"] == a) & (rows["article_b"] == b)].iloc[0]


def test_each_pair_is_told_by_the_strongest_of_what_it_shares():
    rows = copying(case(texts()))
    assert list(rows.columns) == list(COLUMNS)
    assert {(a, b): relation for a, b, relation in rows[["article_a", "article_b", "relation"]].itertuples(index=False)} == {
        ("a", "b"): "near-duplicate", ("a", "c"): "wire copy", ("a", "d"): "quotations", ("a", "e"): "stock phrases",
        ("b", "c"): "wire copy", ("b", "d"): "quotations", ("b", "e"): "stock phrases", ("c", "d"): "passages",
        ("c", "e"): "stock phrases", ("d", "e"): "nothing",
    }  # fmt: skip


def test_shares_and_words_are_counted():
    rows = copying(case(texts()))
    near, quoting = row(rows, "a", "b"), row(rows, "a", "d")
    assert near["share_a"] > near["share_b"] > 0.9
    assert (quoting["quotation"], quoting["prose"]) == (len(QUOTED.split()), 0)
    assert row(rows, "a", "e")["longest"] == row(rows, "a", "e")["stock_phrase"] == 6


def test_stretches_hold_the_same_words_in_both():
    given = texts()
    rows = copied_stretches(case(given))
    assert list(rows.columns) == list(STRETCH_COLUMNS)
    for one in rows.to_dict("records"):
        sides = [given[one[f"article_{s}"]][one[f"start_{s}"] : one[f"end_{s}"]].casefold() for s in "ab"]
        assert sides[0].split() == sides[1].split()
        assert len(sides[0].split()) == one["words"]


@settings(max_examples=10, deadline=None)
@given(st.permutations(list(texts())))
def test_the_order_of_the_articles_changes_nothing_but_the_sides(order):
    def told(rows):
        frozen = [
            frozenset((one[f"article_{s}"], one.get(f"share_{s}"), one.get(f"start_{s}"), one.get(f"end_{s}")) for s in "ab")
            for one in rows.to_dict("records")
        ]  # fmt: skip
        kinds = rows["relation"] if "relation" in rows else rows["kind"]
        return set(zip(frozen, kinds, strict=True))

    straight, turned = case(texts()), case(texts(), order=order)
    assert told(copying(straight)) == told(copying(turned))
    assert told(copied_stretches(straight)) == told(copied_stretches(turned))
    assert list(copying(turned)["article_a"].unique()) == order[:-1]


@pytest.mark.parametrize(("dates", "first"), [
    ([("a", "2031-03-14", "stated"), ("b", "2031-03-15", "stated")], "a"),
    ([("a", "2031-03-15", "stated"), ("b", "2031-03-14T23:59", "stated")], "b"),
    ([("a", "2031-03-14T10:00", "stated"), ("b", "2031-03-14T10:01", "stated")], "a"),
    ([("a", "2031-03-14T10:00", "stated"), ("b", "2031-03-14T10:00", "stated")], UNDECIDED),
    ([("a", "2031-03-14", "stated"), ("b", "2031-03-14T10:00", "stated")], UNDECIDED),
    ([("a", "2031-03-14T10:00+02:00", "stated"), ("b", "2031-03-14T09:00", "stated")], "a"),
    ([("a", "2031-03-14", "assumed"), ("b", "2031-03-15", "stated")], UNDECIDED),
    ([("a", "2031-03-14", "stated")], UNDECIDED),
])  # fmt: skip
def test_a_direction_is_told_only_where_both_articles_say_when(dates, first):
    assert row(copying(case(texts(), dates)), "a", "b")["first"] == first


def test_where_nothing_is_copied_no_direction_is_told():
    dates = [("a", "2031-03-14", "stated"), ("d", "2031-03-15", "stated")]
    assert pd.isna(row(copying(case(texts(), dates)), "a", "d")["first"])


def test_of_any_texts_the_pairs_that_share_more_than_stock_phrases():
    rows = copies(texts().items())
    assert "first" not in rows
    assert list(zip(rows["article_a"], rows["article_b"], rows["relation"], strict=True)) == [
        ("a", "b", "near-duplicate"), ("a", "c", "wire copy"), ("a", "d", "quotations"), ("b", "c", "wire copy"),
        ("b", "d", "quotations"), ("c", "d", "passages"),
    ]  # fmt: skip
    assert copies(reversed(texts().items())).equals(rows)


def test_texts_and_fingerprints_tell_the_same():
    held = copying(case(texts()))
    held = held[~held["relation"].isin(["stock phrases", "nothing"])].drop(columns="first").reset_index(drop=True)
    pd.testing.assert_frame_equal(held, copies(texts().items()), check_dtype=False)


def test_the_same_id_twice_is_refused():
    with pytest.raises(ValueError, match='found the id "x" twice'):
        copies([("x", "one"), ("x", "two")])


def test_no_fingerprints_no_rows():
    for made in (built(articles=[article("a", "A"), article("b", "B")]), built()):
        assert copying(made).empty
        assert list(copying(made).columns) == list(COLUMNS)
        assert list(copied_stretches(made).columns) == list(STRETCH_COLUMNS)
    assert copies([]).empty
