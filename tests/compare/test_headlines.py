import pytest

from kit.compare.headlines import COLUMNS, headlines
from tests.built import article, built


def _claim(name, value, start, end, **cells):
    known = {"statement": "s", "asserted_by": "outlet", "in_quotation": False, "hedge_class": "flat", "primary": False}
    place = {"claim": name, "article": "a", "question": "q", "value": value, "start": start, "end": end}
    return {**known, **place, "status": "accepted", **cells}


def _case(claims, kind="headline", value_type="label"):
    stretch = {"article": "a", "kind": kind, "remove": False}
    return built(
        articles=[article("a", "Gazette"), article("b", "Courier")],
        artefacts=[
            {**stretch, "artefact": "top", "start": 10, "end": 20},
            {**stretch, "artefact": "low", "start": 50, "end": 60},
        ],
        questions=[{"question": "q", "text": "q?", "value_type": value_type, "single": True, "group": "g"}],
        claims=claims,
    )


THREE = [
    _claim("h", "Crash", 10, 20),
    _claim("late", "crash", 90, 95, hedge_class="hedged", hedge="reportedly"),
    _claim("main", "a landing", 99, 105, primary=True),
]


def test_every_answer_of_the_body_the_main_one_first():
    table = headlines(_case(THREE))
    assert table["claim_body"].tolist() == ["main", "late"]
    assert table["same"].tolist() == [False, True]
    assert table["firmer"].tolist() == ["neither", "headline"]
    assert table.loc[1, ["hedge_body", "class_headline", "by_body"]].tolist() == [
        "reportedly",
        "flat",
        "the article itself",
    ]
    assert headlines(_case(THREE[::-1])).equals(table)


def test_a_heading_counts_and_a_caption_does_not():
    assert headlines(_case(THREE, "heading"))["kind"].unique().tolist() == ["heading"]
    assert headlines(_case(THREE, "caption")).empty


@pytest.mark.parametrize(("start", "end", "inside"), [(10, 20, True), (9, 20, False), (12, 21, False), (13, 14, True)])
def test_a_claim_is_a_headlines_when_all_its_words_are(start, end, inside):
    assert len(headlines(_case([_claim("h", "x", start, end), _claim("c", "y", 90, 95)]))) == inside


def test_two_headlines_are_not_held_against_each_other():
    assert headlines(_case([_claim("h", "x", 10, 20), _claim("g", "y", 50, 60)])).empty


def test_other_articles_are_no_body_of_this_one():
    assert headlines(_case([_claim("h", "x", 10, 20), _claim("c", "y", 90, 95, article="b")])).empty


def test_the_body_can_be_firmer():
    claims = [_claim("h", "x", 10, 20, hedge_class="possible"), _claim("c", "x", 90, 95)]
    assert headlines(_case(claims))["firmer"].tolist() == ["body"]


def test_nothing_above():
    table = headlines(built())
    assert table.empty
    assert table.columns.tolist() == list(COLUMNS)
