from kit.compare.labels import COLUMNS, labels
from kit.compare.speech import NOBODY
from tests.built import article, built, quote, speaker


def _claim(name, where, question, value, start=10, **cells):
    known = {"statement": "s", "asserted_by": "outlet", "in_quotation": False, "hedge_class": "flat", "primary": True}
    place = {"claim": name, "article": where, "question": question, "value": value, "start": start, "end": start + 5}
    return {**known, **place, "status": "accepted", **cells}


def _case(claims=(), quotes=()):
    kinds = {"what": "label", "who": "name", "many": "quantity"}
    return built(
        articles=[article("a", "Gazette"), article("b", "Courier")],
        speakers=[speaker("locals")],
        questions=[
            {"question": name, "text": f"{name}?", "value_type": kind, "single": False, "group": "g"}
            for name, kind in kinds.items()
        ],
        claims=list(claims),
        quotes=list(quotes),
    )


def test_all_labels_and_names_in_order():
    claims = [
        _claim("c1", "b", "what", "raft"), _claim("c2", "a", "who", "Marigold"), _claim("c3", "a", "many", "3"),
        _claim("c4", "a", "what", "tub", 30, primary=False), _claim("c5", "a", "what", "boat", 20),
        _claim("c6", "a", "what", "bin", status="rejected"),
    ]  # fmt: skip
    table = labels(_case(claims))
    assert table["claim"].tolist() == ["c5", "c4", "c1", "c2"]
    assert table["value_type"].tolist() == ["label"] * 3 + ["name"]
    assert labels(_case(claims[::-1])).equals(table)


def test_a_marked_label_stands_beside_the_answer_it_meets():
    claims = [_claim("c1", "a", "what", "the paper boat"), _claim("c2", "b", "what", "the paper boat")]
    marks = [quote("q1", "a", "locals", "paper boat", kind="label", start=12, end=15)]
    table = labels(_case(claims, marks))
    assert table["marked"].tolist() == [True, False]
    assert table["quote"].tolist()[0] == "q1"
    assert len(table) == 2


def test_a_label_nobody_asks_for_comes_last():
    marks = [
        quote("q1", "a", "locals", "paper boat", kind="label"), quote("q2", "a", None, "ghost", kind="label", start=90, end=95),
        quote("q3", "a", "locals", "not a label", start=50, end=60),
    ]  # fmt: skip
    table = labels(_case([_claim("c1", "b", "what", "raft")], marks))
    assert table["label"].tolist() == ["raft", "paper boat", "ghost"]
    assert table["asserted_by"].tolist() == ["outlet", "locals", NOBODY]
    assert table["by"].tolist() == ["the article itself", "Locals", "no speaker given"]
    assert table["question"].isna().tolist() == [False, True, True]


def test_touching_is_not_meeting():
    marks = [quote("q1", "a", "locals", "boat", kind="label", start=15, end=19)]
    assert not labels(_case([_claim("c1", "a", "what", "x")], marks))["marked"].iloc[0]


def test_the_harbour(harbour):
    table = labels(harbour).set_index("label")
    assert table.loc["paper boat", ["by", "in_quotation", "marked", "quote"]].tolist() == [
        "locals",
        True,
        True,
        "courier_q06",
    ]
    assert not table.loc["Marigold", "marked"]


def test_no_labels():
    table = labels(built())
    assert table.empty
    assert table.columns.tolist() == list(COLUMNS)
