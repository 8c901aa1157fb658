import json

from kit.show.figure import table_of
from kit.show.origins import HEIGHT, MOST, OUTLETS, origin_graph, origins, support
from tests.built import article, built, expressions, speaker
from tests.compare.test_origins import case, claim, mention

NASTY = "</script>\"'] } ${datum.x} \\"


def drawn(a_case):
    return origin_graph(a_case).to_dict()


def finding(a_case):
    return drawn(a_case)["usermeta"]["kit"]["finding"]


def rows(a_case, field):
    return [row for rows in drawn(a_case)["datasets"].values() for row in rows if field in row]


def two_origins():
    claims = [*(claim(f"c{name}", name) for name in "abc"), claim("cd", "d", "clerk"), claim("ce", "e")]
    return case(claims, [mention("tape", name) for name in "abc"], [speaker("clerk")])


def test_the_finding_tells_how_few_origins_stand_behind_a_repeated_answer():
    assert finding(two_origins()) == (
        "Of 5 answers, 4 have an origin that is told: 2 origins in all; "
        "most repeated: “Red?” with “yes”: five articles, at least two origins."
    )


def test_one_answer_of_one_origin():
    assert finding(case([claim("c", "a")], [mention("tape", "a")])) == (
        "Of 1 answer, 1 has an origin that is told: 1 origin in all."
    )


def test_a_band_is_as_wide_as_its_answers():
    bands = {row["outlet"]: row for row in rows(two_origins(), "band")}
    assert set(bands) == {"Paper A", "Paper B", "Paper C", "Paper D"}
    assert bands["Paper A"]["source"] == "tape (recording)"
    assert {row["width"] for row in bands.values()} == {bands["Paper A"]["answers"] * bands["Paper D"]["width"]}


def test_bands_lie_side_by_side_inside_their_nodes():
    # The labels stand beside the same node: it begins higher than they do.
    tape = min(
        (row for row in rows(two_origins(), "name") if row["name"] == "tape (recording)"), key=lambda row: row["y"]
    )
    tops = sorted(row["y"][0] for row in rows(two_origins(), "band") if row["source"] == "tape (recording)")
    width = rows(two_origins(), "band")[0]["width"]
    assert tops == [round(tape["y"] + i * width, 1) for i in range(3)]
    assert tops[-1] + width == tape["y2"]


def test_what_is_not_told_stands_under_its_outlet():
    one = case([claim("c", "a"), claim("d", "a", start=400, end=410)], [mention("tape", "a")])
    assert "Paper A\n1 of 2 told" in {row["label"] for row in rows(one, "column")}


def test_the_table_has_every_band():
    table = table_of(origin_graph(two_origins()))
    assert table[["origin", "kind", "outlet", "answers"]].to_numpy().tolist() == [
        ["tape", "recording", "Paper A", 1], ["tape", "recording", "Paper B", 1], ["tape", "recording", "Paper C", 1],
        ["Clerk", "person", "Paper D", 1],
    ]  # fmt: skip


def many(outlets, speakers):
    question = {"question": "red", "text": "Red?", "value_type": "boolean", "single": True}
    return built(
        articles=[article(f"a{i}", f"Paper {i}") for i in range(outlets)],
        speakers=[speaker(f"s{i}") for i in range(speakers)],
        questions=[{**question, "question": f"q{i}", "group": f"group {i}"} for i in range(30)],
        claims=[
            {**claim(f"c{i}_{j}", f"a{i}", f"s{(i + j) % speakers}"), "question": f"q{j}"}
            for i in range(outlets)
            for j in range(30)
        ],
    )


def test_many_origins_and_outlets_stay_on_a_screen_and_what_is_left_out_is_said():
    large = many(20, 60)
    assert f"the {OUTLETS} outlets with most such answers are drawn." in finding(large)
    labels = {row["label"] for row in rows(large, "column")}
    assert any(label.endswith("other origins") for label in labels)
    assert any(label.endswith("other groups") for label in labels)
    assert drawn(large)["height"] < HEIGHT + 300


def test_nothing_to_draw():
    assert "No article" in drawn(built())["description"]
    assert "No article" in drawn(case([claim("c", "a")]))["description"]


def test_same_case_same_chart():
    assert origin_graph(two_origins()).to_json() == origin_graph(two_origins()).to_json()


def test_hostile_words_never_stand_in_an_expression():
    evil = built(
        articles=[article("a", NASTY)], speakers=[speaker("s", full=NASTY)],
        questions=[{"question": "red", "text": NASTY, "value_type": "boolean", "single": True, "group": NASTY}],
        claims=[claim("c", "a", "s")],
    )  # fmt: skip
    chart = drawn(evil)
    assert "</script>" in json.dumps(chart["datasets"])
    assert list(expressions(chart))
    assert not [each for each in expressions(chart) if "script" in each]


def test_support_puts_many_articles_on_few_origins_first():
    table = support(two_origins())
    assert table.frame.to_numpy().tolist() == [
        ["Red?", "yes", 5, 2, 1, "five articles, at least two origins: tape; Clerk; where one article has it from is not told"]
    ]  # fmt: skip
    assert table.caption == "Answers that several articles give, and the origins behind them"


def test_support_says_how_many_answers_it_leaves_out():
    asked = MOST + 1
    question = {"text": "Red?", "value_type": "boolean", "single": True, "group": "g"}
    wide = built(
        articles=[article("a", "Paper A"), article("b", "Paper B")],
        questions=[{**question, "question": f"q{i}"} for i in range(asked)],
        claims=[{**claim(f"c{i}{name}", name), "question": f"q{i}"} for i in range(asked) for name in "ab"],
    )
    assert support(wide).caption.endswith(f"({MOST} of {asked})")


def test_support_of_one_article_is_empty():
    assert support(case([claim("c", "a")])).frame.empty


def test_two_articles_of_one_outlet_stay_apart():
    place = {"start": 0, "end": 10}
    two = built(
        articles=[article("a", "Gazette"), article("b", "Courier"), article("c", "Gazette")],
        origins=[{"origin": "log", "article": name, "kind": "document", **place} for name in "ac"],
    )
    frame = origins(two).frame
    assert list(frame.columns) == ["origin", "kind", "articles", "Gazette (a)", "Courier", "Gazette (c)"]
    assert frame.iloc[0, 2:].fillna(0).tolist() == [2, 1, 0, 1]
