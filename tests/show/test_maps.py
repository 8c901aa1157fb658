import json

from kit.show.figure import table_of
from kit.show.maps import LANES, TOLD, TOP, maps
from tests.built import article, built, quote, speaker

NASTY = "</script>'] + datum"


def _case():
    return built(
        articles=[article("a", "Gazette", 1000), article("b", NASTY, 500)],
        speakers=[speaker("master", full=NASTY)],
        questions=[{"question": "cars", "text": "?", "value_type": "quantity", "single": True, "group": "g"}],
        quotes=[
            quote("q1", "a", "master", "x " * 5000, spans="100-200;250-300", start=100, end=300),
            quote("q2", "b", "master", start=10, end=60),
        ],
        claims=[
            {
                "claim": f"c{i}", "article": "a", "question": "cars", "value": "3", "statement": "Three.", "start": 500,
                "asserted_by": "outlet", "in_quotation": False, "hedge_class": "flat", "end": 520, "primary": i == 0,
                "status": "accepted",
            } for i in range(3)
        ],
        artefacts=[{"artefact": "f1", "article": "b", "start": 400, "end": 500, "kind": "form", "remove": True}],
    )  # fmt: skip


def _lists(field):
    """What the marks of each lane are unfolded from, where they have this field."""
    return [row for rows in maps(_case()).to_dict()["datasets"].values() for row in rows if field in row]


def test_split_words_are_two_stretches():
    table = table_of(maps(_case()))
    assert list(table["lane"]) == list(LANES)
    assert list(table["characters"]) == ["100-200, 250-300", "10-60", "500-520, 500-520, 500-520", "400-500"]
    assert list(table["rows"]) == [1, 1, 3, 1]
    assert list(table["outlet"]) == ["Gazette", NASTY, "Gazette", NASTY]


def test_the_words_of_a_lane_are_one_row_an_article():
    (claims,) = _lists("k")
    assert claims["w"] == ["Three."] * 3
    assert (claims["p"], claims["r"], claims["from"]) == ("c", ["0", "1", "2"], [500] * 3)


def test_the_finding_is_counted():
    said = maps(_case()).to_dict()["usermeta"]["kit"]["finding"]
    assert said == f"Quotation marks hold 15% of Gazette and 0% of {NASTY}, the most and the least of 2 articles."


def test_claims_in_one_place_stand_on_each_other():
    assert sorted(_lists("k")[0]["k"]) == [0, 1, 2]


def test_long_words_are_cut_in_tooltips():
    assert max(len(words or "") for row in _lists("w") for words in row["w"]) == TOLD


def test_of_many_articles_the_first_are_drawn():
    case = built(articles=[article(f"a{i}", f"Paper {i}") for i in range(TOP + 1)], speakers=[speaker("master")],
                 quotes=[quote(f"q{i}", f"a{i}", "master", "Closed.") for i in range(TOP + 1)])  # fmt: skip
    chart = maps(case)
    assert chart.to_dict()["usermeta"]["kit"]["finding"].endswith(f"of {TOP + 1} articles; the first {TOP} are drawn.")
    assert f"Paper {TOP}" not in list(table_of(chart)["outlet"])


def test_two_articles_of_one_outlet_stay_apart():
    chart = maps(built(
        articles=[article("a", "Gazette"), article("b", "Gazette")], speakers=[speaker("master")],
        quotes=[quote("q1", "a", "master", "Closed."), quote("q2", "b", "master", "Closed.", end=20)],
    ))  # fmt: skip
    assert list(table_of(chart)["outlet"]) == ["Gazette (a)", "Gazette (b)"]
    said = chart.to_dict()["usermeta"]["kit"]["finding"]
    assert said == "Quotation marks hold 2% of Gazette (b) and 1% of Gazette (a), the most and the least of 2 articles."


def test_articles_without_rows_and_no_articles():
    assert "0%" in maps(built(articles=[article("a", "Gazette")])).to_dict()["usermeta"]["kit"]["finding"]
    assert "no articles" in maps(built()).to_dict()["description"]


def test_same_case_same_chart():
    assert maps(_case()).to_json() == maps(_case()).to_json()


def test_hostile_words_never_stand_in_an_expression():
    layers = maps(_case()).to_dict()["layer"]
    assert "</script>" not in json.dumps([layer.get("transform") for layer in layers])
