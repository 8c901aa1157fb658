from kit.show.figure import table_of
from kit.show.telling import telling
from tests.built import built, expressions, ordered

NASTY = "</script>\"'] } ${datum.x} \\"


def _case(*orders, titles=None):
    """Orders at every hundredth character of 1000."""
    return ordered(*orders, titles=titles, step=100, size=5)


BACK = ("a: x before y", "a: w before x")
AHEAD = ("b: x before y", "b: y before z")


def _finding(case):
    return telling(case).to_dict()["usermeta"]["kit"]["finding"]


def _rows(chart, field):
    return [row for rows in chart["datasets"].values() for row in rows if field in row]


def test_the_finding_is_counted():
    assert _finding(_case(*BACK, *AHEAD)) == (
        "2 articles tell 6 events in all and go back in time 1 time by their own words; most often Paper A (1)."
    )
    assert _finding(_case(*BACK)) == "The article tells 3 events and goes back in time 1 time."
    assert _finding(_case(*AHEAD)) == "By its own words no step of 1 article goes back in time."


def test_the_line_goes_from_place_to_place():
    rows = _rows(telling(_case(*BACK)).to_dict(), "p0")
    assert [(row["percent"], row["p0"], row["rank"], row["r0"]) for row in rows] == [
        (0, None, 1, None), (0, 0, 2, 1), (10, 0, 0, 2),
    ]  # fmt: skip


def test_the_table_tells_every_step():
    table = table_of(telling(_case(*BACK)))
    assert table["event"].tolist() == ["X", "Y", "W"]
    assert table["this event is"].tolist() == [
        "told first", "later than the one told before", "earlier than the one told before",
    ]  # fmt: skip
    assert table["characters"].tolist() == ["0-5", "0-5", "100-105"]


def test_the_article_that_goes_back_most_is_chosen():
    chart = telling(_case(*AHEAD, *BACK)).to_dict()
    (chosen,) = (each for each in chart["params"] if each["name"] == "told_article")
    assert chosen["value"] == [{"article": "a"}]
    names = {layer.get("name") for view in chart["vconcat"] for layer in view.get("layer", [])}
    assert set(chosen["views"]) <= names


def test_many_articles_and_events():
    many = telling(_case(*[f"a{i}: x before y" for i in range(14)])).to_dict()
    assert many["usermeta"]["kit"]["finding"].endswith(" 4 articles more left out of the picture.")
    long = telling(_case(*[f"a: e{i:02} before e{i + 1:02}" for i in range(60)])).to_dict()
    assert long["usermeta"]["kit"]["finding"].endswith(" 16 events told last left out.")


def test_nothing_to_draw():
    assert "No article" in telling(built()).to_dict()["description"]


def test_same_case_same_chart(harbour):
    assert telling(harbour).to_json() == telling(harbour).to_json()


def test_hostile_words_never_stand_in_an_expression():
    chart = telling(_case(*BACK, titles={"x": NASTY})).to_dict()
    assert not [each for each in expressions(chart) if "script" in each]
