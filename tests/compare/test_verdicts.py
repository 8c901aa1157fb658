import pandas as pd
import pytest

import kit
from kit.compare.verdicts import COLUMNS, verdicts
from tests.built import article, built, quote, speaker

QUESTIONS = [
    {
        "question": "count",
        "text": "How many?",
        "value_type": "quantity",
        "unit": "boat",
        "single": True,
        "group": "numbers",
    },
    {"question": "shut", "text": "Was it shut?", "value_type": "boolean", "single": True, "group": "pier"},
]


def claim(name, where, question, value, by="outlet", start=0, **cells):
    plain = {
        "statement": "own words",
        "in_quotation": False,
        "hedge_class": "flat",
        "primary": True,
        "status": "accepted",
    }
    place = {"start": start, "end": start + 5}
    return {
        "claim": name,
        "article": where,
        "question": question,
        "value": value,
        "asserted_by": by,
        **plain,
        **place,
        **cells,
    }


def told(*claims, **tables):
    articles = [article("gazette", "Gazette"), article("courier", "Courier"), article("bulletin", "Bulletin")]
    tables = {"speakers": [speaker("ann"), speaker("bob")], "questions": QUESTIONS, **tables}
    return built(articles=articles, claims=list(claims), **tables)


def pairs(case, *columns):
    table = verdicts(case)
    return [tuple(row) for row in table[[*columns]].astype(object).to_numpy()]


def test_every_two_claims_on_a_question_are_one_row_in_the_order_of_the_articles():
    case = told(
        claim("b1", "bulletin", "count", "5"), claim("g2", "gazette", "count", "4", start=9, primary=False),
        claim("g1", "gazette", "count", "3"), claim("g3", "gazette", "shut", "yes"),
    )  # fmt: skip
    assert pairs(case, "claim_a", "claim_b", "headline") == [
        ("g1", "g2", False),
        ("g1", "b1", True),
        ("g2", "b1", False),
    ]


def test_a_rejected_claim_is_not_compared():
    case = told(claim("g1", "gazette", "count", "3"), claim("c1", "courier", "count", "4", status="rejected"))
    assert verdicts(case).empty


def test_where_the_primary_answer_is_rejected_the_first_one_is_the_main_answer():
    case = told(
        claim("g1", "gazette", "count", "3", status="rejected", start=30),
        claim("g2", "gazette", "count", "4", start=20, primary=False), claim("g3", "gazette", "count", "5", start=10, primary=False),
        claim("c1", "courier", "count", "4"), claim("b1", "bulletin", "count", "4", primary=False),
    )  # fmt: skip
    table = verdicts(case)
    assert [(row.claim_a, row.claim_b) for row in table[table["headline"]].itertuples()] == [("g3", "c1")]


def test_the_case_without_claims_has_the_columns_and_no_row():
    table = verdicts(told())
    assert list(table.columns) == list(COLUMNS)
    assert table.empty


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("gazette", "outlet", False), ("courier", "outlet", False), "outlet against outlet"),
        (("gazette", "outlet", False), ("courier", "ann", True), "outlet against a speaker"),
        (("gazette", "ann", False), ("courier", "bob", False), "speakers against each other"),
        (("gazette", "ann", False), ("courier", "ann", True), "one speaker reported differently"),
        (("gazette", "outlet", False), ("gazette", "ann", True), "an outlet against its own quotation"),
        (("gazette", "outlet", False), ("gazette", "ann", False), "outlet against a speaker"),
        (("gazette", "outlet", False), ("gazette", "outlet", False), "an article against itself"),
        (("gazette", "ann", False), ("gazette", "ann", True), "one speaker reported differently"),
        (("gazette", "ann", False), ("gazette", "bob", True), "speakers against each other"),
    ],
)
def test_the_nature_says_between_whom_the_difference_is(first, second, expected):
    claims = [
        claim(f"c{i}", where, "count", str(i), by, start=10 * i, in_quotation=quoted, primary=i == 0)
        for i, (where, by, quoted) in enumerate((first, second))
    ]
    assert pairs(told(*claims), "nature") == [(expected,)]


def test_strength_is_the_weaker_hedge_and_changes_no_verdict():
    case = told(
        claim("g1", "gazette", "shut", "yes"),
        claim("c1", "courier", "shut", "no", hedge="reportedly", hedge_class="hedged"),
        claim("b1", "bulletin", "shut", "no", hedge="may", hedge_class="possible"),
    )
    assert pairs(case, "verdict", "strength") == [
        ("contradict", "hedged"),
        ("contradict", "possible"),
        ("agree", "possible"),
    ]


def test_a_voice_shift_is_stated_as_fact_here_and_attributed_there():
    case = told(
        claim("g1", "gazette", "shut", "yes"), claim("c1", "courier", "shut", "yes", "ann"),
        claim("b1", "bulletin", "shut", "no", "bob"),
    )  # fmt: skip
    assert pairs(case, "claim_a", "claim_b", "voice_shift") == [("g1", "c1", "a"), ("g1", "b1", ""), ("c1", "b1", "")]
    hedged = told(
        claim("g1", "gazette", "shut", "yes", hedge="reportedly", hedge_class="hedged"),
        claim("c1", "courier", "shut", "yes", "ann"),
    )
    assert pairs(hedged, "voice_shift") == [("",)]


def test_a_quote_variance_is_other_words_for_one_utterance_not_fewer():
    case = told(
        claim("g1", "gazette", "shut", "yes", "ann", in_quotation=True),
        claim("c1", "courier", "shut", "yes", "ann", in_quotation=True),
        claim("b1", "bulletin", "shut", "yes", "ann", in_quotation=True),
        utterances=[{"utterance": "u", "speaker": "ann", "summary": "own words", "confidence": "certain"}],
        quotes=[
            quote("gq", "gazette", "ann", "The pier is shut.", utterance="u"),
            quote("cq", "courier", "ann", "the pier is shut", utterance="u"),
            quote("bq", "bulletin", "ann", "This pier is shut.", utterance="u"),
        ],
    )
    assert pairs(case, "claim_a", "claim_b", "quote_variance") == [
        ("g1", "c1", False),
        ("g1", "b1", True),
        ("c1", "b1", True),
    ]


@pytest.mark.parametrize(
    ("one", "other", "varies"),
    [
        ("The pier … is shut.", "The pier, for now, is shut.", False),
        ("The pier ... is shut", "The pier is shut.", False),
        ("The pier is shut…", "The pier is shut.", False),
        ("Is shut … the pier", "The pier is shut.", True),
        ("The pier … is open", "The pier, for now, is shut.", True),
    ],
)
def test_words_left_out_at_an_ellipsis_are_no_variance(one, other, varies):
    case = told(
        claim("g1", "gazette", "shut", "yes", "ann", in_quotation=True), claim("c1", "courier", "shut", "yes", "ann", in_quotation=True),
        utterances=[{"utterance": "u", "speaker": "ann", "summary": "own words", "confidence": "certain"}],
        quotes=[quote("gq", "gazette", "ann", one, utterance="u"), quote("cq", "courier", "ann", other, utterance="u")],
    )  # fmt: skip
    assert pairs(case, "quote_variance") == [(varies,)]


def test_a_ruling_stands_beside_the_verdict_and_is_told_where_it_says_otherwise():
    ruling = {
        "claim_a": "c1",
        "claim_b": "g1",
        "verdict": "differ",
        "reason": "two counts",
        "by": "A. Reader",
        "when": "2031-04-01",
    }
    agreed = {**ruling, "verdict": "contradict", "by": "B. Reader", "reason": "one count"}
    claims = [
        claim("g1", "gazette", "count", "3"),
        claim("c1", "courier", "count", "4"),
        claim("b1", "bulletin", "count", "4"),
    ]
    table = verdicts(told(*claims, verdicts=[ruling, agreed]))
    row = table.iloc[0]
    assert (row["verdict"], row["ruling"]) == ("contradict", "differ (A. Reader); contradict (B. Reader)")
    assert (row["ruling_reason"], row["contested"]) == ("two counts; one count", True)
    assert table["ruling"].isna().tolist() == [False, True, True]
    assert not verdicts(told(*claims, verdicts=[agreed]))["contested"].iloc[0]


def test_the_order_of_rows_changes_nothing():
    claims = [claim(f"{where[0]}{i}", where, "count", value, start=i) for where in ("gazette", "courier", "bulletin")
              for i, value in enumerate(("3", "~4", "few"))]  # fmt: skip
    for row in claims:
        row["primary"] = row["start"] == 0
    pd.testing.assert_frame_equal(verdicts(told(*claims)), verdicts(told(*reversed(claims))), check_categorical=False)


def test_a_way_of_answering_is_judged_once_however_many_claims_there_are():
    articles = [article(f"a{i}", f"Outlet {i}") for i in range(40)]
    claims = [claim(f"c{i}", f"a{i}", "count", str(i % 2)) for i in range(40)]
    table = verdicts(built(articles=articles, claims=claims, questions=QUESTIONS))
    assert table["verdict"].value_counts().to_dict() == {
        "contradict": 400,
        "agree": 380,
        "compatible": 0,
        "differ": 0,
        "undecided": 0,
    }
    assert len(table["reason"].cat.categories) == 4


def test_the_bundled_case_has_every_verdict_type_and_nature():
    table = verdicts(kit.open("chicago"))
    for column in ("verdict", "nature", "strength"):
        assert set(table[column]) == set(table[column].cat.categories)
    assert set(table["type"]) == {
        "",
        "numeric",
        "negation",
        "lexical",
        "factive",
        "structure",
        "world-knowledge",
        "scope",
    }
    inside = table[table["article_a"].astype(str) == table["article_b"].astype(str)]
    assert {"contradict", "differ"} <= set(inside["verdict"])
