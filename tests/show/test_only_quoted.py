from kit.show.figure import table_of
from kit.show.only_quoted import only_quoted
from tests.built import article, built, quote


def test_what_only_one_outlet_has():
    case = built(articles=[article("a", "A"), article("b", "B")], quotes=[quote("q", "a", None, "so it is")])
    chart = only_quoted(case)
    assert (
        "1 utterance stands in the quotation marks of one outlet alone: 1 in A."
        in chart.to_dict()["usermeta"]["kit"]["finding"]
    )
    assert table_of(chart).to_numpy().tolist() == [["A", 1, 0, 3], ["B", 0, 0, 0]]


def test_nothing_to_draw():
    assert "No outlet" in only_quoted(built()).to_dict()["description"]
