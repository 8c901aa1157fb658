import json

import pytest

from kit.compare.shifts import KINDS
from kit.show.figure import table_of
from kit.show.layout.tones import PAGE, ROWS, SIDE, STEP
from kit.show.shifts import MOST, shifted, shifts
from tests.built import article, built, expressions, speaker
from tests.compare.test_origins import claim
from tests.compare.test_shifts import case, headline

NASTY = "</script>\"'] } ${datum.x} \\"


def drawn(a_case):
    return shifts(a_case).to_dict()


def finding(a_case):
    return drawn(a_case)["usermeta"]["kit"]["finding"]


def rows(a_case):
    return next(rows for rows in drawn(a_case)["datasets"].values() if "glyph" in rows[0])


def three_voices():
    return case(
        claim("s", "a"), claim("t", "b", "clerk", via="wire", hedge="reportedly", hedge_class="hedged", start=70, end=80),
        claim("u", "c", "clerk", in_quotation=True),
    )  # fmt: skip


def many(questions, articles, without=""):
    question = {"value_type": "boolean", "single": True, "group": "g"}
    return built(
        articles=[article(f"a{i}", f"Paper {i}") for i in range(articles)], speakers=[speaker("clerk")],
        questions=[{**question, "question": f"q{i}", "text": f"Red {i}?"} for i in range(questions)],
        claims=[
            {**claim(f"c{i}_{j}", f"a{j}", "clerk" if j else "outlet"), "question": f"q{i}"}
            for i in range(questions) for j in range(articles) if f"c{i}_{j}" != without
        ],
    )  # fmt: skip


def test_a_glyph_for_every_voice():
    (row,) = rows(three_voices())
    assert row["glyph"] == ["●", "○≈", "“”"]
    assert (row["on"], row["fact"], row["speaker"]) == ([1, 1, 1], [1, 0, 0], ["", "Clerk", "Clerk"])


def test_an_answer_without_a_shift_has_no_frame_and_a_silence_is_a_dash():
    one = case(claim("s", "a"), claim("t", "b", "clerk"))
    assert (rows(one)[0]["glyph"], rows(one)[0]["on"]) == (["●", "○", "–"], [1, 1, 0])
    other = case(claim("s", "a"), claim("t", "b", "clerk"), claim("u", "c", hedge_class="possible", value="no"))
    assert (rows(other)[0]["glyph"], rows(other)[0]["on"]) == (["●", "○", "≈"], [1, 1, 0])


def test_the_main_answer_is_shown_where_several_take_part():
    minor = claim("m", "a", primary=False, start=10, end=20)
    table = table_of(shifts(case(minor, claim("s", "a"), claim("t", "b", "clerk"))))
    assert table["Paper A"].tolist() == ["yes (stated as fact)"]


def test_the_evidence_is_listed_with_hands_hedge_and_characters():
    (row,) = rows(three_voices())
    speakers = next(rows for rows in drawn(three_voices())["datasets"].values() if "by" in rows[0])
    by = {each["who"]: each["by"] for each in speakers}
    assert [by[who] for who in row["who"]] == ["itself", "Clerk, through Wire", "Clerk"]
    assert row["hedge"] == ["flat", "hedged: “reportedly”", "flat"]
    assert row["where"] == ["50-60", "70-80", "50-60"]


def test_the_finding_is_counted():
    assert finding(three_voices()) == (
        "In 1 question one article states as fact what another attributes (in 1 with its main answer); "
        "in 1 of them the other has it inside quotation marks."
    )


def test_a_headline_is_marked_and_counted():
    below = claim("t", "a", "clerk", start=100, end=110)
    one = case(claim("s", "a", primary=False), below, artefacts=[headline("a")])
    assert finding(one) == "1 time an article's headline states what its text attributes."
    assert (rows(one)[0]["glyph"][0], rows(one)[0]["corner"][0]) == ("○", "▲")


def test_most_shifts_come_first():
    assert [row["full"] for row in rows(many(2, 3, without="c0_2"))] == ["Red 1?", "Red 0?"]


def test_what_does_not_fit_is_said():
    large = many(ROWS + 5, SIDE + 2)
    assert f"drawn are the {ROWS} with most shifts; of {SIDE + 2} articles the {SIDE} with most are drawn." in finding(
        large
    )
    assert len(rows(large)) == ROWS
    assert len(rows(large)[0]["a"]) == SIDE
    heights = [view["height"] for view in drawn(large)["vconcat"]]
    assert heights[1] == PAGE * STEP


def test_the_table_says_it_in_words():
    table = table_of(shifts(three_voices()))
    assert table.to_numpy().tolist() == [
        [
            "g", "Red?", "yes (stated as fact)", "yes (attributed; Clerk, through Wire)",
            "yes (in quotation marks; Clerk)",
        ]
    ]  # fmt: skip


def test_nothing_to_draw():
    assert "No article" in drawn(built())["description"]
    assert "No article" in drawn(case(claim("s", "a")))["description"]


def test_same_case_same_chart():
    assert shifts(three_voices()).to_json() == shifts(three_voices()).to_json()


def test_hostile_words_never_stand_in_an_expression():
    evil = built(
        articles=[article("a", NASTY), article("b", "Paper B")], speakers=[speaker("s", full=NASTY)],
        questions=[{"question": "red", "text": NASTY, "value_type": "boolean", "single": True, "group": NASTY}],
        claims=[claim("c", "a"), claim("d", "b", "s")],
    )  # fmt: skip
    chart = drawn(evil)
    assert "</script>" in json.dumps(chart["datasets"])
    assert list(expressions(chart))
    assert not [each for each in expressions(chart) if "script" in each]


def test_shifts_one_by_one():
    table = shifted(three_voices())
    assert table.caption == "One states as fact what the other attributes"
    first = table.frame.iloc[0]
    assert first[["question", "states", "as", "attributes", "what", "to", "through", "kind", "characters"]].tolist() == [
        "Red?", "Paper A", "yes", "Paper B", "yes", "Clerk", "Wire", KINDS[0], "50-60;70-80",
    ]  # fmt: skip


def test_shifts_of_one_kind():
    table = shifted(three_voices(), kind=KINDS[1])
    assert table.frame["attributes"].tolist() == ["Paper C"]
    with pytest.raises(ValueError, match='nearest: "narrated here, quoted there"'):
        shifted(three_voices(), kind="narrated here, quoted ther")


def test_every_question_has_its_turn_where_there_are_too_many():
    table = shifted(many(MOST, 4))
    assert len(table.frame) == MOST
    assert table.caption.endswith(f"({MOST} of {MOST * 3})")
    assert table.frame["attributes"].unique().tolist() == ["Paper 1"]


def test_no_shift_no_row():
    assert shifted(built()).frame.empty
