import json

from kit.show.coverage import ROWS, coverage, left_out, only_one
from kit.show.figure import table_of
from tests.built import article, built, expressions, speaker

NASTY = "</script>\"'] } ${datum.x} \\"


def _claim(where, question, value="tug", **cells):
    known = {"statement": "own words", "asserted_by": "outlet", "in_quotation": False, "hedge_class": "flat"}
    place = {"claim": f"{where}_{question}_{len(value)}", "article": where, "question": question, "start": 4, "end": 9}
    return {**known, **place, "value": value, "primary": True, "status": "accepted", **cells}


def _case(*claims, articles=("a", "b", "c"), questions=("q1", "q2", "q3")):
    return built(
        articles=[article(name, f"{name} {NASTY}") for name in articles],
        speakers=[speaker("master", full=NASTY)],
        questions=[
            {"question": name, "text": f"{name} {NASTY}?", "value_type": "label", "single": True, "group": NASTY}
            for name in questions
        ],
        claims=list(claims),
    )


SOME = (
    _claim("a", "q1"), _claim("b", "q1", asserted_by="master"), _claim("b", "q1", "boat", asserted_by="master", primary=False),
    _claim("a", "q2"), _claim("b", "q2"), _claim("c", "q2", value=NASTY), _claim("c", "q3", asserted_by="master"),
)  # fmt: skip


def _questions(case):
    return next(rows for rows in coverage(case).to_dict()["datasets"].values() if "state" in rows[0])


def _menu(case):
    return next(each for each in coverage(case).to_dict()["params"] if each["name"] == "coverage_many")["bind"]


def _finding(case):
    return coverage(case).to_dict()["usermeta"]["kit"]["finding"]


def test_those_that_most_articles_answer_stand_first():
    rows = _questions(_case(*SOME))
    assert [row["text"][:2] for row in rows] == ["q2", "q1", "q3"]
    assert [row["state"] for row in rows] == ["222", "210", "001"]
    assert [row["a"] for row in rows][1] == ["tug", "tug  (+1)", ""]


def test_the_finding_is_counted():
    said = _finding(_case(*SOME, articles=("a", "b", "c")))
    assert said.startswith("Of 3 questions, all 3 articles answer 1, all but one answer 1 and only one answers 1; ")
    assert said.endswith("answers 2, the fewest.")


def test_two_articles_and_one():
    two = _case(_claim("a", "q1"), articles=("a", "b"))
    assert "both articles answer none and only one answers 1;" in _finding(two)
    one = _case(_claim("a", "q1"), _claim("a", "q2", asserted_by="master"), articles=("a",))
    assert _finding(one) == "The article answers 2 of 3 questions, 1 in its own voice."


def test_the_menu_offers_what_the_case_has():
    assert _menu(_case(*SOME))["options"] == [-1, 3, 2, 1]
    assert _menu(_case(_claim("a", "q1"), articles=("a",))) == {
        "input": "select", "name": "Questions ", "options": [-1, 1, 0],
        "labels": ["all", "that the article answers", "that none answers"],
    }  # fmt: skip


def test_the_table_has_every_question_and_says_how():
    table = table_of(coverage(_case(*SOME)))
    assert list(table["articles that answer"]) == [3, 2, 1]
    assert table.iloc[1, 3:].tolist() == ["own voice", "cited", "no"]


def test_many_articles_and_questions_are_cut_and_said():
    questions, articles = [f"q{i}" for i in range(400)], [f"a{i}" for i in range(40)]
    case = _case(*(_claim(where, "q1") for where in articles), articles=articles, questions=questions)
    chart = coverage(case).to_dict()
    assert "Drawn: the first 8 articles and the first 130 questions." in chart["usermeta"]["kit"]["finding"]
    assert len(_questions(case)) == 130
    assert {len(row["state"]) for row in _questions(case)} == {8}
    assert len(table_of(coverage(case))) == 400


def test_tables_in_words():
    case = _case(*SOME)
    assert only_one(case).frame.to_dict("records") == [
        {"outlet": f"c {NASTY}", "group": NASTY, "question": f"q3 {NASTY}?", "answer": "tug", "asserted by": NASTY,
         "characters": "4-9"},
    ]  # fmt: skip
    assert left_out(case).frame["silent"].tolist() == [f"c {NASTY}"]
    assert left_out(case).frame["what the others answer"].tolist() == ["tug; boat"]
    assert left_out(case).caption == "What one article leaves out that all others have: 1 question"
    assert "</script>" not in only_one(case).html()


def test_long_tables_say_that_they_are_cut():
    names = [f"q{i}" for i in range(ROWS + 5)]
    long = only_one(_case(*(_claim("a", name) for name in names), questions=names))
    assert len(long.frame) == ROWS
    assert long.caption == "What only one article answers: 205 questions; the first 200 rows of 205"


def test_a_click_reaches_the_columns():
    chart = coverage(_case(*SOME)).to_dict()
    names = {layer.get("name") for view in chart["vconcat"] for layer in view.get("layer", [])}
    assert {view for each in chart["params"] for view in each.get("views", [])} == {"coverage_columns_0"} <= names


def test_nothing_to_draw():
    assert "No article" in coverage(built()).to_dict()["description"]
    assert "No article" in coverage(_case()).to_dict()["description"]
    assert only_one(built()).frame.empty
    assert left_out(built()).frame.empty


def test_same_case_same_chart(harbour):
    assert json.dumps(coverage(harbour).to_dict()) == json.dumps(coverage(harbour).to_dict())


def test_hostile_words_never_stand_in_an_expression():
    assert not [each for each in expressions(coverage(_case(*SOME)).to_dict()) if "script" in each]
