import json

import pytest

from kit.show.copying import PAIRS, ROWS, copying
from kit.show.figure import table_of
from tests.built import article, built, expressions, quote, speaker
from tests.compare.test_copying import case, texts

NASTY = "</script>'] + datum"


def finding(made):
    return copying(made).to_dict()["usermeta"]["kit"]["finding"]


def rows_with(chart, *fields):
    return [
        row for rows in chart.to_dict()["datasets"].values() for row in rows if all(field in row for field in fields)
    ]


def test_the_finding_names_the_pair_that_shares_most_prose_and_what_its_dates_say():
    told = finding(case(texts()))
    assert told.startswith("4 pairs share text outside quotation marks, most A and B (")
    assert "near-duplicate; the dates do not say which was first)." in told
    dates = [("a", "2031-03-15", "stated"), ("b", "2031-03-14", "stated")]
    assert "near-duplicate; B was published first)." in finding(case(texts(), dates))


def test_the_finding_says_plainly_that_nothing_is_copied():
    given = {"a": "Lee: “we shut it before anybody could come to harm”. On the Ansel weir on Tuesday.",
             "b": "We shut it before anybody could come to harm, said Lee on the Ansel weir on Tuesday."}  # fmt: skip
    assert finding(case(given)) == (
        "Outside quotation marks no two of 2 articles share anything but stock phrases of at most 6 words. "
        "1 stretch of words stands in quotation marks in one article and without them in another."
    )
    apart = {"a": "One two three four five six.", "b": "Seven eight nine ten eleven twelve."}
    assert finding(case(apart)) == "Outside quotation marks no two of 2 articles share five words in a row."


def test_the_table_holds_every_stretch_with_its_places():
    given = texts()
    table = table_of(copying(case(given)))
    for _, one in table.iterrows():
        places = [(one["article"], one["characters"]), (one["other article"], one["characters there"])]
        words = [given[name.lower()][slice(*map(int, where.split("-")))].casefold() for name, where in places]
        assert words[0] == words[1]
        assert len(words[0].split()) == one["words"]


def test_ribbons_stand_where_the_stretches_do():
    made = case(texts())
    ribbons = rows_with(copying(made), "a", "a2", "b", "b2")
    assert len(ribbons) == len(table_of(copying(made)))
    assert {one["kind"] for one in ribbons} == {"quotation", "prose", "stock phrase"}


def test_quotations_are_shaded_stretch_by_stretch():
    made = case(texts())
    quotes = [quote("q1", "a", "lee", "x", start=10, end=40, spans="10-20;30-40"), quote("q2", "a", "lee")]
    tables = built(articles=[], speakers=[speaker("lee")], quotes=quotes).tables["quotes"]
    (shade,) = rows_with(copying(_with(made, quotes=tables)), "from")
    assert shade == {"article": "a", "from": [10, 30], "to": [20, 40]}


def _with(made, **tables):
    import dataclasses
    from types import MappingProxyType

    return dataclasses.replace(made, tables=MappingProxyType({**made.tables, **tables}))


def test_of_many_articles_the_pairs_that_share_most_are_drawn():
    words = [f"{' '.join(f'w{i}x{k}' for k in range(9))}" for i in range(7)]
    many = {f"p{i}": f"{' '.join(words[: i + 1])} end{i}" for i in range(7)}
    chart = copying(case(many))
    assert f"The {PAIRS} pairs that share most are drawn." in chart.to_dict()["usermeta"]["kit"]["finding"]
    assert len({row["n"] for row in rows_with(chart, "a", "a2", "b", "b2")}) == PAIRS
    assert len(table_of(chart)) <= ROWS


def test_a_case_without_fingerprints_says_how_to_make_them():
    made = built(articles=[article("a", "A"), article("b", "B")])
    assert "python -m kit.find.stored fingerprints built" in copying(made).to_dict()["description"]
    assert "Fewer than two articles" in copying(case({"a": texts()["a"]})).to_dict()["description"]


def test_same_case_same_chart(harbour):
    assert copying(harbour).to_json() == copying(harbour).to_json()


def test_hostile_names_never_stand_in_an_expression():
    made = case(texts())
    articles = made.articles.assign(outlet=[f"{NASTY} {name}" for name in made.articles["article"]])
    chart = copying(_with(made, articles=articles)).to_dict()
    assert not any("script" in one for one in expressions(chart))


@pytest.mark.parametrize("version", ["5.20", "6.1"])
def test_it_compiles_in_both_versions_of_vega_lite(version):
    import vl_convert

    vega = json.dumps(vl_convert.vegalite_to_vega(copying(case(texts())).to_dict(), vl_version=version))
    assert '"type": "area"' in vega
