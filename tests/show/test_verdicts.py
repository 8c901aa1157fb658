import json

import kit
from kit.compare.parting import parted
from kit.show.agreement import agreement
from kit.show.figure import table_of
from kit.show.layout.pairs import ALONE, COLUMNS, MARKS, pairs
from kit.show.verdicts import PAGE, verdicts
from tests.built import article, built, expressions, speaker

NASTY = "</script>\"'] } ${datum.x} \\ $&"
ASKED = [
    ("count", "quantity", "numbers"),
    ("shut", "boolean", "pier"),
    ("name", "label", "names"),
    ("lone", "boolean", "pier"),
]


def _claim(name, where, question, value, **cells):
    known = {"statement": f"own {NASTY}", "asserted_by": "outlet", "in_quotation": False, "hedge_class": "flat"}
    place = {"claim": name, "article": where, "question": question, "value": value, "start": 1, "end": 2}
    return {**known, "primary": True, **place, "status": "accepted", **cells}


def _case(claims, outlets=("Gazette", "Courier", NASTY), **tables):
    return built(
        articles=[article(f"a{i}", outlet) for i, outlet in enumerate(outlets)],
        speakers=[speaker("ann", full=NASTY)],
        questions=[
            {"question": q, "text": f"{q} {NASTY}?", "value_type": kind, "single": True, "group": f"{group} {NASTY}"}
            for q, kind, group in ASKED
        ],
        claims=claims, **tables,
    )  # fmt: skip


THREE = [
    _claim("c0", "a0", "count", "3"), _claim("c1", "a1", "count", "4", asserted_by="ann"), _claim("c2", "a2", "count", ">=3"),
    _claim("s0", "a0", "shut", "yes"), _claim("s00", "a0", "shut", "no", primary=False, asserted_by="ann", in_quotation=True, start=9, end=12),
    _claim("s1", "a1", "shut", "yes"), _claim("n0", "a0", "name", "tub $& {a}"), _claim("n1", "a1", "name", "boat"),
]  # fmt: skip


def _finding(chart):
    return chart.to_dict()["usermeta"]["kit"]["finding"]


def test_the_finding_is_counted_with_words_apart():
    assert _finding(verdicts(_case(THREE))) == (
        "Of 4 pairs of answers to the same question, from two articles each: 1 contradiction, 0 differences, 2 compatible and 1 alike. "
        "1 article gives two answers that part: 1 contradiction and 0 differences, a question counted once an article. "
        "Besides, 1 pair of labels or names are worded differently."
    )


def test_one_article_is_held_against_itself_by_what_is_farthest_apart():
    extra = _claim("s01", "a0", "shut", "yes", primary=False, start=20, end=22)
    rows = parted(_case([*THREE, extra]))
    alone = rows[rows["inside"]]
    assert list(alone["verdict"]) == ["contradict"]
    assert set(alone["claim_a"]) | set(alone["claim_b"]) <= {"s0", "s00", "s01"}


def test_contradictions_stand_first_and_wording_last():
    case = _case(THREE)
    drawn = pairs(case, parted(case))
    assert {text.split()[0] for text in drawn.questions["full"][:2]} == {"count", "shut"}
    assert drawn.questions["full"].iloc[-1].startswith("name")


def test_the_table_tells_what_parts_with_its_reason():
    table = table_of(verdicts(_case(THREE)))
    assert list(table["verdict"]) == ["contradict", "contradict"]
    assert "One says “yes”, the other “no”. Only one answer can be true." in list(table["reason"])


def test_a_reason_is_sent_with_marks_for_its_answers():
    case = _case(THREE)
    reasons = list(pairs(case, parted(case)).reasons["why"])
    assert f"{MARKS[0]} and {MARKS[1]} exclude each other. Only one answer can be true." in reasons
    assert not any("tub" in reason for reason in reasons)


def test_a_ruling_that_says_otherwise_is_drawn():
    ruling = {
        "claim_a": "c0",
        "claim_b": "c1",
        "verdict": "differ",
        "reason": "own",
        "by": NASTY,
        "when": "2031-01-01",
    }
    drawn = pairs(case := _case(THREE, verdicts=[ruling]), parted(case))
    assert (drawn.cells["u"] >= 0).sum() == 1
    assert drawn.rulings["ruled"].iloc[0] == f"differ ({NASTY}): own"
    agreed = {**ruling, "verdict": "contradict"}
    drawn = pairs(case := _case(THREE, verdicts=[agreed]), parted(case))
    assert (drawn.cells["u"] >= 0).sum() == 0


def test_of_many_articles_the_pairs_that_part_most_are_drawn_and_the_rest_said():
    outlets = [f"Outlet {i}" for i in range(12)]
    claims = [_claim(f"c{i}", f"a{i}", "count", str(3 + (i == 11))) for i in range(12)]
    case = _case(claims, outlets)
    drawn = pairs(case, parted(case))
    assert len(drawn.columns) <= COLUMNS + ALONE
    assert set(drawn.cells["v"]) == {4}
    left = f"{66 - COLUMNS} pairs of articles and {12 - ALONE} articles in themselves are left out."
    assert left in _finding(verdicts(case))
    assert "Drawn are the 20 bars with most differences; 46 are left out." in _finding(agreement(case))


def test_of_many_articles_those_with_answers_are_drawn_before_those_without():
    claims = [_claim("c20", "a20", "count", "3"), _claim("c25", "a25", "count", "3")]
    case = _case(claims, [f"Outlet {i}" for i in range(30)])
    assert list(pairs(case, parted(case)).cells["v"]) == [0]
    assert "1 alike" in _finding(verdicts(case))


def test_two_articles_that_part_on_one_question_are_counted_twice():
    claims = [
        _claim(f"{a}{i}", a, "count", str(i), primary=i == 0, start=i, end=i + 1) for a in ("a0", "a1") for i in (0, 1)
    ]
    assert (
        "2 articles give two answers that part: 2 contradictions and 0 differences, a question counted once an article."
        in _finding(verdicts(_case(claims)))
    )


def test_one_article_alone_is_not_told_of_as_two():
    claims = [_claim("c0", "a0", "count", "3"), _claim("c1", "a0", "count", "4", primary=False, start=5, end=6)]
    finding = _finding(verdicts(_case(claims, ["Gazette"])))
    assert finding.startswith("No two articles answer the same question. 1 article gives")


def test_only_labels_and_open_names_are_mere_wording():
    claims = [_claim("n0", "a0", "q", "Mary"), _claim("n1", "a1", "q", "Marigold")]
    for single, verdict in ((True, "contradict"), (False, "differ")):
        asked = [{"question": "q", "text": "Which?", "value_type": "name", "single": single, "group": "g"}]
        case = built(articles=[article("a0", "A"), article("a1", "B")], questions=asked, claims=claims)
        row = parted(case).iloc[0]
        assert (row["verdict"], row["wording"]) == (verdict, not single)
        assert ("1 contradiction" in _finding(verdicts(case))) == single
        assert len(table_of(verdicts(case))) == single


def test_hostile_words_never_stand_in_an_expression():
    for chart in (verdicts(_case(THREE)), agreement(_case(THREE))):
        assert not any("script" in text or "$&" in text for text in expressions(chart.to_dict()))


def test_the_page_has_room_for_every_question():
    chart = verdicts(_case(THREE)).to_dict()
    page = next(param for param in chart["params"] if param["name"] == "verdict_page")
    assert page["bind"]["options"] == [*range(1, 1 + -(-3 // PAGE))]


def test_nothing_to_compare_is_said_calmly():
    for chart in (verdicts(_case([THREE[0]])), agreement(_case([])), verdicts(built()), agreement(built())):
        assert chart.to_dict()["description"] == "No question of this case has two answers to compare."


def test_same_case_same_chart():
    for make in (verdicts, agreement):
        assert make(_case(THREE)).to_json() == make(_case(list(reversed(THREE)))).to_json()


def test_the_bars_count_questions_by_verdict():
    table = table_of(agreement(_case(THREE)))
    assert table["accounts"].iloc[0] == "Gazette – Courier"
    first = table.iloc[0]
    assert (first["contradict"], first["worded differently"], first["agree"]) == (1, 1, 1)
    assert "Gazette, in itself" in list(table["accounts"])


def test_the_charts_of_the_bundled_case_keep_their_size():
    case = kit.open("chicago")
    assert len(json.dumps(verdicts(case).to_dict())) < 350_000
    assert len(json.dumps(agreement(case).to_dict())) < 60_000
