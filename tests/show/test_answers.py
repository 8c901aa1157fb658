import json

from kit.show.answers import PAGE, STEP, answers
from kit.show.figure import table_of
from kit.show.layout.grid import QUESTIONS, TOP
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
    return next(rows for rows in chart["datasets"].values() if "c" in rows[0])


def test_the_finding_is_counted():
    assert answers(_case(TWO)).to_dict()["usermeta"]["kit"]["finding"] == (
        "Of 3 questions, all 2 articles answer 2 and one alone answers 1; of the 2 that two or more answer, 1 gets main "
        "answers that are not the same."
    )


def test_equal_answers_share_a_letter():
    rows = _rows(answers(_case(TWO)).to_dict())
    assert [row["c"] for row in rows] == [["a", "a"], ["a", "b  ≈  +1 ≠", ""], ["a"]]
    assert [row["i"] for row in rows] == [[0, 1], [0, 1, 1], [0]]
    assert rows[2]["a"] == ["pier"]


def test_each_text_is_sent_once():
    claims = [_claim("c1", "a", "q1", "tug", statement="The only one."), _claim("c2", "b", "q1", "ferry")]
    sent = json.dumps(answers(_case(claims)).to_dict()["datasets"])
    assert sent.count("The only one.") == 1
    assert sent.count("ferry") == 1
    assert sent.count("q2 ") == 1


def test_the_table_has_a_column_for_each_outlet():
    table = table_of(answers(_case(TWO)))
    assert list(table.columns) == ["group", "question", "Gazette", NASTY]
    assert list(table[NASTY]) == ["Tug", "ferry; boat", "–"]


def test_two_articles_of_one_outlet_stay_apart():
    table = table_of(answers(_case(TWO, outlets=("Gazette", "Gazette"))))
    assert list(table.columns)[2:] == ["Gazette (a)", "Gazette (b)"]
    table = table_of(answers(_case(TWO, outlets=("Gazette", "Courier", "Gazette"))))
    assert list(table.columns)[2:] == ["Gazette (a)", "Courier", "Gazette (c)"]


def _param(chart, name):
    return next(each for each in chart["params"] if each["name"] == name)


def _many(count):
    questions = [f"q{i}" for i in range(count)]
    return _case([_claim(f"c{i}", "a", name, "x") for i, name in enumerate(questions)], questions)


def test_many_questions_are_paged():
    chart = answers(_many(90)).to_dict()
    menu = _param(chart, "answers_part")["bind"]
    pages = -(-90 // PAGE)
    assert menu["options"] == [f"{group}:{page}" for group in ("0", "all") for page in range(1, pages + 1)]
    assert menu["labels"][0].endswith(f": 1–{PAGE} of 90")
    assert menu["labels"][-1] == "all groups: 85–90 of 90"
    fixed = sum(view["height"] for view in chart["vconcat"] if isinstance(view["height"], int))
    assert fixed + PAGE * STEP < 800


def test_a_group_is_chosen_with_its_first_page():
    """One choice holds both, so that no page of another group is left over."""
    chart = answers(_many(20)).to_dict()
    assert _param(chart, "answers_part")["select"]["fields"] == ["part"]
    boxes = next(layer for layer in chart["vconcat"][0]["layer"] if layer.get("name") == "groups_0")
    assert {"calculate": "datum.g + ':1'", "as": "part"} in boxes["transform"]


def test_what_is_not_drawn_is_said():
    chart = answers(_case([_claim(f"c{i}", name, "q1", "x") for i, name in enumerate("abcdefgh")], outlets="abcdefgh"))
    assert chart.to_dict()["usermeta"]["kit"]["finding"].endswith(" Drawn: the first 6 articles.")
    assert len(table_of(chart).columns) == 2 + TOP
    long = answers(_many(QUESTIONS + 1)).to_dict()
    assert long["usermeta"]["kit"]["finding"].endswith(" Drawn: the first 400 questions.")
    assert len(_rows(long)) == QUESTIONS


def test_one_article_reads_well():
    chart = answers(_case([_claim("c1", "a", "q1", "x")], outlets=("Gazette",))).to_dict()
    assert chart["usermeta"]["kit"]["finding"] == "The article answers 1 of 3 questions."


def test_a_click_reaches_the_views_it_names():
    chart = answers(_case(TWO)).to_dict()
    names = {layer.get("name") for view in chart["vconcat"] for layer in view.get("layer", [])}
    assert {view for each in chart["params"] for view in each.get("views", [])} == {"groups_0", "cells_2"}
    assert {"groups_0", "cells_2", "told_2"} <= names
    assert _param(chart, "answers_part")["select"]["on"] == "@groups_0_marks:click"
    assert _param(chart, "answers_cell")["select"]["on"] == "@cells_2_marks:click, @told_2_marks:click"


def test_nothing_to_draw():
    assert "No article" in answers(built()).to_dict()["description"]
    assert "No article" in answers(_case([])).to_dict()["description"]


def test_same_case_same_chart(harbour):
    assert answers(harbour).to_json() == answers(harbour).to_json()


def test_hostile_words_never_stand_in_an_expression():
    assert not [each for each in expressions(answers(_case(TWO)).to_dict()) if "script" in each]
