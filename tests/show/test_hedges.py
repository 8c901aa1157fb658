import json

from kit.show.figure import table_of
from kit.show.hedges import FILLS, LISTED, hedged, hedges
from kit.show.layout.crossing import MANY, ROWS
from tests.built import article, built, expressions

NASTY = "</script>\"'] } ${datum.x} \\"
WORDS = {"flat": None, "hedged": "reportedly", "possible": "may have"}


def _claim(where, question, value, firm="flat", **cells):
    known = {"statement": "s", "asserted_by": "outlet", "in_quotation": False, "primary": True, "status": "accepted"}
    place = {
        "claim": f"{where}_{question}",
        "article": where,
        "question": question,
        "value": value,
        "start": 1,
        "end": 9,
    }
    return {**known, **place, "hedge_class": firm, "hedge": WORDS[firm], **cells}


def _case(claims, outlets=("Gazette", NASTY, "Courier"), questions=("q1", "q2", "q3", "q4")):
    return built(
        articles=[article(f"a{i}", outlet) for i, outlet in enumerate(outlets)],
        questions=[
            {"question": name, "text": f"{name} {NASTY}?", "value_type": "label", "single": True, "group": "g"}
            for name in questions
        ],
        claims=claims,
    )


MIXED = [
    _claim("a0", "q1", "tug", "hedged"), _claim("a1", "q1", "tug", "hedged"),
    _claim("a0", "q2", "tug", "possible"), _claim("a1", "q2", "raft"),
    _claim("a0", "q3", "tug", "hedged", hedge=NASTY[:20].strip()), _claim("a1", "q3", "Tug"), _claim("a2", "q3", "raft"),
    _claim("a2", "q4", "flat"),
]  # fmt: skip


def _rows(chart, field):
    return next(rows for rows in chart["datasets"].values() if field in rows[0])


def _finding(case):
    return hedges(case).to_dict()["usermeta"]["kit"]["finding"]


def test_the_same_answer_more_and_less_firmly_stands_first():
    chart = hedges(_case(MIXED)).to_dict()
    assert [row["full"][:2] for row in _rows(chart, "full") if "row" in row] == ["q3", "q2", "q1"]


def test_cells_tell_how_firm_and_which_answers_are_the_same():
    cells = [(cell["row"], cell["column"], cell["head"]) for cell in _rows(hedges(_case(MIXED)).to_dict(), "head")]
    assert cells == [
        (0, 0, "◐ a"), (0, 1, "● a"), (0, 2, "● b"), (1, 0, "○ a"), (1, 1, "● b"), (2, 0, "◐ a"), (2, 1, "◐ a"),
    ]  # fmt: skip


def test_a_shade_is_never_alone():
    cells = _rows(hedges(_case(MIXED)).to_dict(), "head")
    assert {cell["fill"]: cell["head"][0] for cell in cells} == dict(zip(FILLS.values(), "●◐○", strict=True))


def test_the_finding_is_counted():
    assert _finding(_case(MIXED)) == (
        "3 questions have a main answer with a hedge: 2 are answered flat by another article and 1 gets the same answer "
        "more and less firmly."
    )
    assert _finding(_case(MIXED[:2])).endswith(
        "0 are answered flat by another article and 0 get the same answer more and less firmly."
    )


def test_one_article_reads_well():
    assert _finding(_case(MIXED[:1], ("Gazette",))) == "1 question has a main answer with a hedge."


def test_the_table_lists_every_answer_drawn():
    table = table_of(hedges(_case(MIXED)))
    assert list(table["firm"]) == ["hedged", "flat", "flat", "possible", "flat", "hedged", "hedged"]
    assert list(table["outlet"][:3]) == ["Gazette", NASTY, "Courier"]
    assert list(table["characters"][:1]) == ["1-9"]


def test_a_second_answer_of_an_article_is_not_its_main_one():
    claims = [_claim("a0", "q1", "tug"), _claim("a0", "q1", "tug", "hedged", claim="more", primary=False)]
    assert _finding(_case(claims)).startswith("No main answer")


def test_many_outlets_are_counted_and_many_questions_left_out():
    outlets = [f"Outlet {i}" for i in range(MANY + 9)]
    questions = [f"q{i}" for i in range(ROWS + 5)]
    claims = [
        _claim(f"a{i}", question, "tug", "hedged" if i % 3 else "flat", claim=f"c{i}_{question}")
        for question in questions for i in range(len(outlets))
    ]  # fmt: skip
    chart = hedges(_case(claims, outlets, questions)).to_dict()
    assert chart["usermeta"]["kit"]["finding"].endswith(f"the first {ROWS} are drawn.")
    assert {(cell["head"], cell["text"]) for cell in _rows(chart, "head")} == {("● 10", ""), ("◐ 20", "reportedly 20")}
    entries = _rows(chart, "firm")
    assert len(entries) == LISTED * ROWS
    assert {entry["firm"][0] for entry in entries} == {"◐"}
    table = table_of(hedges(_case(claims, outlets, questions)))
    assert table.loc[0, ["flat", "hedged", "possible"]].tolist() == [10, 20, 0]


def test_outlets_that_do_not_fit_are_turned_to():
    outlets = [f"Outlet {i}" for i in range(10)]
    chart = hedges(_case([_claim("a9", "q1", "tug", "hedged")], outlets)).to_dict()
    turn = next(each for each in chart["params"] if each["name"] == "hedges_turn")
    assert turn["bind"]["options"] == [1, 2]
    assert "bind" not in next(each for each in chart["params"] if each["name"] == "hedges_page")


def test_a_click_reaches_the_view_it_names():
    chart = hedges(_case(MIXED)).to_dict()
    names = {layer.get("name") for view in chart["vconcat"] for layer in view.get("layer", [])}
    assert {view for each in chart["params"] for view in each.get("views", [])} == {"rows_0"} <= names


def test_nothing_to_draw():
    assert "No main answer" in hedges(built()).to_dict()["description"]


def test_same_case_same_chart(harbour):
    assert hedges(harbour).to_json() == hedges(harbour).to_json()
    assert hedges(_case(MIXED[::-1])).to_json() == hedges(_case(MIXED)).to_json()


def test_hostile_words_never_stand_in_an_expression():
    chart = hedges(_case(MIXED)).to_dict()
    assert "script" in json.dumps(chart["datasets"])
    assert not [each for each in expressions(chart) if "script" in each]


def test_the_same_answer_flat_and_weakened():
    claims = [
        *MIXED,
        _claim("a2", "q2", "raft", asserted_by="locals"),
        _claim("a2", "q1", "tug", "possible", hedge=None),
    ]
    frame = hedged(_case(claims)).frame
    assert list(frame.columns) == ["question", "answer", "● flat", "◐ hedged", "○ possible"]
    assert frame["question"].str[:2].tolist() == ["q1", "q3"]
    assert frame.loc[0].fillna("").tolist()[1:] == ["tug", "", f"Gazette “reportedly”; {NASTY} “reportedly”", "Courier"]
    assert frame.loc[1, "● flat"] == NASTY


def test_whose_answer_it_is_unless_its_own():
    frame = hedged(_case([_claim("a0", "q1", "tug", asserted_by="locals"), _claim("a1", "q1", "tug", "hedged")])).frame
    assert frame["● flat"].tolist() == ["Gazette, by locals"]


def test_no_answer_is_shared():
    assert hedged(_case(MIXED[2:4])).frame.empty
    assert hedged(built()).frame.empty


def test_hostile_words_are_escaped():
    assert "<script" not in hedged(_case(MIXED)).html()
    assert "&lt;/script&gt;" in hedged(_case(MIXED)).html()
