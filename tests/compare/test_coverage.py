import pytest

from kit.compare.coverage import COLUMNS, answers, canonical
from tests.built import built


def test_every_question_meets_every_article(harbour):
    table = answers(harbour)
    assert len(table) == len(harbour.questions) * len(harbour.articles)
    assert table["article"].tolist()[:3] == ["gazette", "courier", "bulletin"]
    assert table["silent"].sum() == (table["answers"] == 0).sum() == table["claim"].isna().sum() > 0


def test_the_main_answer_comes_first(harbour):
    row = answers(harbour).set_index(["question", "article"]).loc[("injured", "gazette")]
    assert (row["value"], row["answers"], row["answer"], row["others"]) == ("3", 2, "3 (person)", "4 (person)")


@pytest.mark.parametrize(
    ("question", "article", "words"),
    [
        ("injured", "courier", "at least 5 (person)"),
        ("crash_place", "gazette", "north pier"),
        ("crash_time", "courier", "2031-03-14 18:00 to 2031-03-14 23:59"),
        ("alarm_order", "gazette", "before: The crash"),
        ("engine_source", "gazette", "Tom Reyle"),
    ],
)
def test_values_in_words(harbour, question, article, words):
    assert answers(harbour).set_index(["question", "article"]).loc[(question, article), "answer"] == words


def test_rejected_claims_do_not_count(harbour):
    claims = harbour.claims.assign(status="rejected")
    object.__setattr__(case := built(), "tables", {**harbour.tables, "claims": claims})
    assert answers(case)["silent"].all()


def test_equal_values_have_one_form():
    assert canonical("b;a;b", "set") == canonical("a;b", "set")
    assert canonical("Paper  Boat", "label") == canonical("paper boat", "label")
    assert canonical("10", "quantity") != canonical("~10", "quantity")


def test_no_questions():
    table = answers(built())
    assert table.empty
    assert table.columns.tolist() == list(COLUMNS)
