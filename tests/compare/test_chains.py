from kit.compare.chains import chains, hands
from tests.built import article, built, quote, speaker


def test_equal_chains_of_an_outlet_are_one_row():
    case = built(
        articles=[article("a", "Gazette"), article("b", "Bulletin"), article("c", "Gazette")],
        speakers=[speaker("log"), speaker("master"), speaker("wire")],
        quotes=[
            quote("q1", "b", "master", "One two three."),
            quote("q2", "a", "master", "One two.", via="wire;log"),
            quote("q3", "c", "master", via="wire;log"),
        ],
    )
    table = chains(case)
    assert list(table["outlet"]) == ["Gazette", "Bulletin"]  # in the order of articles.csv, not of the rows
    assert list(table["through"]) == ["Wire → Log", ""]
    assert list(table["hands"]) == [2, 0]
    assert list(table["stretches"]) == [2, 1]
    assert list(table["quotations"]) == [1, 1]
    assert list(table["words"]) == [2, 3]


def test_no_rows():
    assert chains(built()).empty


def test_hands():
    assert hands("") == []
    assert hands("wire;log") == ["wire", "log"]
