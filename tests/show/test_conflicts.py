from kit.show.conflicts import order_conflicts, order_pairs
from tests.built import built


def test_each_inconsistency_has_its_places(harbour):
    told = order_conflicts(harbour)
    assert told.caption == "Orders that cannot all be followed"
    assert told.frame["inside"].tolist() == ["between articles"] * 2
    assert told.frame["what is open"].tolist() == ["opposite order"] * 2
    assert told.frame["characters"].tolist()[0] == "Ansel Gazette 373-379; Strand Courier 397-408"


def test_articles_two_by_two(harbour):
    frame = order_pairs(harbour).frame
    assert frame[["article", "and", "pairs of events"]].to_numpy().tolist() == [
        ["Ansel Gazette", "Strand Courier", 2], ["Strand Courier", "Port Bulletin", 1],
    ]  # fmt: skip


def test_nothing_to_tell():
    assert order_conflicts(built()).caption == "No order contradicts another"
    assert order_pairs(built()).caption == "All articles can be followed two by two"
    assert order_pairs(built()).frame.empty
