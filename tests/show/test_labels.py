import pytest

from kit.show.labels import HEADLINED, ROWS, SIDE, headlined, labels
from tests.built import article, built, quote, speaker

NASTY = "<script>alert(1)</script>"


def _claim(name, where, question, value, start=100, **cells):
    known = {"statement": "s", "asserted_by": "outlet", "in_quotation": False, "hedge_class": "flat", "primary": True}
    place = {"claim": name, "article": where, "question": question, "value": value, "start": start, "end": start + 5}
    return {**known, **place, "status": "accepted", **cells}


def _case(claims=(), quotes=(), outlets=("Gazette", "Courier")):
    kinds = {"what": "label", "who": "name", "same": "label", "alone": "label"}
    articles = [article(f"a{i}", outlet) for i, outlet in enumerate(outlets)]
    return built(
        articles=articles,
        artefacts=[
            {"artefact": f"{row['article']}_top", "article": row["article"], "start": 0, "end": 50, "kind": "headline", "remove": False}
            for row in articles
        ],
        speakers=[speaker("locals")],
        questions=[
            {"question": name, "text": f"{name}?", "value_type": kind, "single": False, "group": f"group of {kind}s"}
            for name, kind in kinds.items()
        ],
        claims=list(claims),
        quotes=list(quotes),
    )  # fmt: skip


SEVEN = [
    _claim("c1", "a0", "alone", "pier"), _claim("c2", "a0", "same", "Boat"), _claim("c3", "a1", "same", "boat"),
    _claim("c4", "a0", "who", "Marigold"), _claim("c5", "a1", "who", "the Marigold", asserted_by="locals"),
    _claim("c6", "a0", "what", "raft"), _claim("c7", "a0", "what", "paper boat", 120, in_quotation=True, asserted_by="locals"),
    _claim("c8", "a1", "what", NASTY),
]  # fmt: skip


def test_different_words_first_then_the_same_then_those_of_one():
    frame = labels(_case(SEVEN)).frame
    assert frame["question"].tolist() == ["what?", "who?", "same?", "alone?"]
    assert frame["Gazette"].tolist() == ["raft; “paper boat” (Locals)", "Marigold", "Boat", "pier"]
    assert frame["Courier"].tolist()[:3] == [NASTY, "the Marigold (Locals)", "boat"]
    assert frame["Courier"].isna().tolist() == [False, False, False, True]


def test_rows_of_one_kind():
    shown = labels(_case(SEVEN), kind="name")
    assert list(shown.frame.columns) == ["group", "question", "Gazette", "Courier"]
    assert shown.frame["question"].tolist() == ["who?"]
    assert "kind is name" in shown.caption
    assert labels(built(), kind="name").frame.empty
    with pytest.raises(ValueError, match='nearest: "label"'):
        labels(_case(SEVEN), kind="lable")


def test_a_label_in_quotation_marks_keeps_them():
    marks = [
        quote("q1", "a0", "locals", "raft", kind="label", start=100, end=104),
        quote("q2", "a1", None, "ghost", kind="label"),
    ]
    frame = labels(_case(SEVEN, marks)).frame
    assert frame.loc[0, "Gazette"].startswith("“raft”; ")
    assert frame.loc[4, ["question", "Courier"]].tolist() == ["asked by no question", "“ghost” (no speaker given)"]


def test_many_articles_make_a_row_a_label():
    outlets = [f"Outlet {i}" for i in range(SIDE + 1)]
    claims = [_claim(f"c{i}", f"a{i}", "what", "raft" if i % 2 else "boat") for i in range(len(outlets))]
    frame = labels(_case(claims, outlets=outlets)).frame
    assert frame[["label", "articles"]].to_numpy().tolist() == [["boat", 5], ["raft", 4]]
    assert frame["outlets"].tolist() == [
        "Outlet 0; Outlet 2; Outlet 4; 2 other outlets", "Outlet 1; Outlet 3; Outlet 5; 1 other outlet",
    ]  # fmt: skip


def test_what_is_left_out_is_said():
    outlets = [f"Outlet {i}" for i in range(SIDE + 1)]
    claims = [_claim(f"c{i}", "a0", "what", f"label {i}", 100 + i) for i in range(ROWS + 3)]
    shown = labels(_case(claims, outlets=outlets))
    assert len(shown.frame) == ROWS
    assert shown.caption.endswith(f"; the first {ROWS} rows, 3 are left out")


def test_a_headline_stands_beside_all_its_body_says():
    claims = [
        _claim("h", "a0", "what", "Crash", 10, primary=False), _claim("b1", "a0", "what", "a landing", hedge_class="hedged", hedge="reportedly"),
        _claim("b2", "a0", "what", "crash", 200, primary=False, asserted_by="locals", hedge_class="possible"),
        _claim("b3", "a0", "what", "a landing", 300, primary=False, hedge_class="hedged", hedge="reportedly"),
        _claim("other", "a1", "what", "crash"),
    ]  # fmt: skip
    frame = headlined(_case(claims)).frame
    assert frame.loc[0].tolist() == [
        "Gazette", "headline", "what?", "Crash", "a landing, “reportedly”; crash, possible (Locals)", "yes, not its main one",
        "10-15", "100-105; 200-205",
    ]  # fmt: skip
    assert len(frame) == 1


@pytest.mark.parametrize(
    ("value", "primary", "told"), [("x", True, "yes"), ("x", False, "yes, not its main one"), ("y", True, "no")]
)
def test_whether_the_body_has_the_same_answer(value, primary, told):
    claims = [_claim("h", "a0", "what", "x", 10, primary=False), _claim("b", "a0", "what", value, primary=primary)]
    assert headlined(_case(claims)).frame["body has it too"].tolist() == [told]


def test_two_articles_of_one_outlet_stay_apart():
    case = _case(
        [_claim("c1", "a0", "what", "raft"), _claim("c2", "a1", "what", "boat")], outlets=("Gazette", "Gazette")
    )
    assert list(labels(case).frame.columns)[-2:] == ["Gazette (a0)", "Gazette (a1)"]


def test_nothing_to_show():
    assert labels(built()).frame.empty
    assert list(headlined(built()).frame.columns) == ["outlet", *HEADLINED]


def test_hostile_words_are_escaped():
    assert "<script>" not in labels(_case(SEVEN)).html()
    claims = [_claim("h", "a0", "what", NASTY, 10), _claim("b", "a0", "what", NASTY)]
    html = headlined(_case(claims)).html()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
