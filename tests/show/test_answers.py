from kit.show.answers import PAGE, STEP, answers
from kit.show.figure import table_of
from tests.built import article, built, expressions

NASTY = "</script>\"'] } ${datum.x} \\"


def _claim(name, where, question, value, **cells):
    known = {"statement": NASTY, "asserted_by": "outlet", "in_quotation": False, "hedge_class": "flat", "primary": True}
    place = {"claim": name, "article": where, "question": question, "value": value, "start": 1, "end": 2}
    return {**known, **place, "status": "accepted", **cells}


def _case(claims, questions=("q1", "q2", "q3"), outlets=("Gazette", NASTY)):
    return built(
        articles=[article(name, outlet) for name, outlet in zip("abcdefgh", outlets, strict=False)],
        questions=[
            {"question": name, "text": f"{name} {NASTY}?", "value_type": "label", "single": True, "group": f"g {NASTY}"}
            for name in questions
        ],
        claims=claims,
    )


TWO = [
    _claim("c1", "a", "q1", "tug"), _claim("c2", "b", "q1", "Tug"), _claim("c3", "a", "q2", "tug"),
    _claim("c4", "b", "q2", "ferry", hedge_class="hedged"), _claim("c5", "b", "q2", "boat", primary=False),
    _claim("c6", "a", "q3", "pier"),
]  # fmt: skip


def _rows(chart):
    return next(rows for rows in chart["datasets"].values() if "corner" in rows[0])


def test_the_finding_is_counted():
    assert answers(_case(TWO)).to_dict()["usermeta"]["kit"]["finding"] == (
        "Of 3 questions, all 2 articles answer 2 and one alone answers 1; of the 2 that two or more answer, 1 gets main "
        "answers that are not the same."
    )


def test_equal_answers_share_letter_and_tone():
    rows = _rows(answers(_case(TWO)).to_dict())
    assert [row["corner"] for row in rows] == [["a", "a"], ["a", "b  ≈  +1 ≠"], ["a", ""]]
    assert [row["tone"] for row in rows] == [[0, 0], [0, 1], [0, -1]]
    assert rows[2]["cell"] == ["pier", "–"]


def test_the_table_has_a_column_for_each_outlet():
    table = table_of(answers(_case(TWO)))
    assert list(table.columns) == ["group", "question", "Gazette", NASTY]
    assert list(table[NASTY]) == ["Tug", "ferry; boat", "–"]


def test_two_articles_of_one_outlet_stay_apart():
    table = table_of(answers(_case(TWO, outlets=("Gazette", "Gazette"))))
    assert list(table.columns)[2:] == ["Gazette (a)", "Gazette (b)"]
    table = table_of(answers(_case(TWO, outlets=("Gazette", "Courier", "Gazette"))))
    assert list(table.columns)[2:] == ["Gazette (a)", "Courier", "Gazette (c)"]


def test_many_questions_are_paged():
    questions = [f"q{i}" for i in range(90)]
    chart = answers(_case([_claim(f"c{i}", "a", name, "x") for i, name in enumerate(questions)], questions)).to_dict()
    page = next(each for each in chart["params"] if each["name"] == "page")
    assert len(page["bind"]["options"]) == -(-90 // PAGE)
    fixed = sum(view["height"] for view in chart["vconcat"] if isinstance(view["height"], int))
    assert fixed + PAGE * STEP < 800


def test_one_article_reads_well():
    chart = answers(_case([_claim("c1", "a", "q1", "x")], outlets=("Gazette",))).to_dict()
    assert chart["usermeta"]["kit"]["finding"] == "The article answers 1 of 3 questions."


def test_a_click_reaches_the_views_it_names():
    chart = answers(_case(TWO)).to_dict()
    names = {layer.get("name") for view in chart["vconcat"] for layer in view.get("layer", [])}
    assert {view for each in chart["params"] for view in each.get("views", [])} == {"groups_0", "cells_2"} <= names


def test_nothing_to_draw():
    assert "No article" in answers(built()).to_dict()["description"]
    assert "No article" in answers(_case([])).to_dict()["description"]


def test_same_case_same_chart(harbour):
    assert answers(harbour).to_json() == answers(harbour).to_json()


def test_hostile_words_never_stand_in_an_expression():
    assert not [each for each in expressions(answers(_case(TWO)).to_dict()) if "script" in each]
