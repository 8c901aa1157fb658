import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.compare.silences import GROUP_COLUMNS, LEFT_OUT, ONLY_ONE, answering, coverage_by_group, left_out, only_one
from tests.built import article, built, speaker

QUESTIONS = ("q1", "q2", "q3")


def _claim(where, question, value="tug", **cells):
    known = {"statement": "own words", "asserted_by": "outlet", "in_quotation": False, "hedge_class": "flat"}
    place = {"claim": f"{where}_{question}_{value}", "article": where, "question": question, "start": 4, "end": 9}
    return {**known, **place, "value": value, "primary": True, "status": "accepted", **cells}


def _case(*claims, articles="abc"):
    return built(
        articles=[article(name, f"The {name}") for name in articles],
        speakers=[speaker("master", full="the master")],
        questions=[
            {"question": name, "text": f"{name}?", "value_type": "label", "single": True, "group": f"group {name[1]}"}
            for name in QUESTIONS
        ],
        claims=list(claims),
    )


def test_what_only_one_answers_is_told_with_all_its_answers():
    case = _case(
        _claim("b", "q2", "ferry", primary=False, start=2),
        _claim("b", "q2", "boat", asserted_by="master"),
        _claim("a", "q1"),
        _claim("b", "q1"),
    )
    found = only_one(case)
    assert list(found["answer"]) == ["boat", "ferry"]
    assert list(found["asserted_by"]) == ["the master", "the article itself"]
    assert found.iloc[0].to_dict() == {
        "question": "q2", "text": "q2?", "group": "group 2", "article": "b", "outlet": "The b", "answer": "boat",
        "asserted_by": "the master", "claim": "b_q2_boat", "characters": "4-9",
    }  # fmt: skip


def test_what_one_leaves_out_is_told_with_the_answers_of_the_others():
    case = _case(
        _claim("a", "q1"), _claim("c", "q1", "ferry"), _claim("a", "q1", "ferry", primary=False), _claim("a", "q2")
    )
    found = left_out(case)
    assert found.to_dict("records") == [
        {"question": "q1", "text": "q1?", "group": "group 1", "article": "b", "outlet": "The b",
         "answers": "ferry; tug", "claims": "a_q1_tug;a_q1_ferry;c_q1_ferry"},
    ]  # fmt: skip


def test_what_all_answer_is_in_neither():
    case = _case(*(_claim(name, "q1") for name in "abc"))
    assert only_one(case).empty
    assert left_out(case).empty


def test_one_article_stands_beside_none():
    case = _case(_claim("a", "q1"), articles="a")
    assert only_one(case).empty
    assert coverage_by_group(case)["answered"].tolist() == [1, 0, 0]


def test_of_two_articles_none_is_missing_from_the_others():
    case = _case(_claim("a", "q1"), articles="ab")
    assert list(only_one(case)["article"]) == ["a"]
    assert left_out(case).empty
    assert coverage_by_group(case)["left_out"].sum() == 0


def test_groups_are_counted():
    case = _case(_claim("a", "q1"), _claim("b", "q1", asserted_by="master"), _claim("c", "q3"))
    table = coverage_by_group(case).set_index(["group", "article"])
    numbers = ["questions", "answered", "own_voice", "only", "left_out"]
    assert table.loc[("group 1", "b"), numbers].tolist() == [1, 1, 0, 0, 0]
    assert table.loc[("group 1", "c"), numbers].tolist() == [1, 0, 0, 0, 1]
    assert table.loc[("group 3", "c"), numbers].tolist() == [1, 1, 1, 1, 0]
    assert table.loc[("group 2", "a"), numbers].tolist() == [1, 0, 0, 0, 0]


def test_rejected_claims_do_not_count():
    case = _case(_claim("a", "q1", status="rejected"))
    assert answering(case).empty
    assert only_one(case).empty


@pytest.mark.parametrize(
    ("table", "columns"), [(only_one, ONLY_ONE), (left_out, LEFT_OUT), (coverage_by_group, GROUP_COLUMNS)]
)
def test_an_empty_case_has_the_columns(table, columns):
    for case in (built(), _case()):
        assert list(table(case).columns) == list(columns)
    assert table(built()).empty


pairs = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(QUESTIONS)), unique=True)


@settings(deadline=None, max_examples=8)
@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(cells, random):
    claims = [_claim(*cell) for cell in cells]
    mixed = random.sample(claims, len(claims))
    for table in (only_one, left_out, coverage_by_group):
        assert table(_case(*claims)).equals(table(_case(*mixed)))


@settings(deadline=None, max_examples=8)
@given(pairs)
def test_no_question_is_both_alone_and_left_out(cells):
    case = _case(*(_claim(*cell) for cell in cells))
    groups = coverage_by_group(case)
    assert not set(only_one(case)["question"]) & set(left_out(case)["question"])
    assert groups["answered"].sum() == len(cells)
    assert groups["only"].sum() == only_one(case)["question"].nunique()
    assert groups["left_out"].sum() == len(left_out(case))
