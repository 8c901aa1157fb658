import pandas as pd
import pytest

from kit.compare.found import COLUMNS, figures, found
from tests.built import article, built, quote, speaker


def suggestion(row, start, end, about="quote", kind="direct", **cells):
    place = {"suggestion": row, "article": "a", "start": start, "end": end}
    return {**place, "about": about, "kind": kind, "rule": "a rule", "confidence": 90, **cells}


def case(suggestions, **tables):
    return built(
        articles=[article("a", "Gazette"), article("b", "Courier")],
        speakers=[speaker("lee", full="Ann Lee") | {"aliases": "the mayor;Lee"}, speaker("clerk")],
        suggestions=suggestions, **tables,
    )  # fmt: skip


def only(suggestions, **tables):
    rows = found(case(suggestions, **tables))
    assert len(rows) == 1
    return rows.iloc[0]


def test_edges_may_differ_by_a_mark_and_a_space():
    quotes = [quote("q1", "a", "lee", "Words.", start=100, end=150)]
    assert only([suggestion("m1", 102, 148)], quotes=quotes)["outcome"] == "same words"
    assert only([suggestion("m1", 103, 150)], quotes=quotes)["outcome"] == "other edges"


def test_less_than_half_in_common_is_no_pair():
    quotes = [quote("q1", "a", "lee", "Words.", start=100, end=200)]
    rows = found(case([suggestion("m1", 151, 200)], quotes=quotes))
    assert rows["outcome"].tolist() == ["missed", "extra"]
    assert only([suggestion("m1", 150, 200)], quotes=quotes)["outcome"] == "other edges"


def test_each_row_pairs_once_and_the_closest_first():
    quotes = [
        quote("q1", "a", "lee", "Words.", start=100, end=200),
        quote("q2", "a", "lee", "Words.", start=100, end=160),
    ]
    rows = found(case([suggestion("m1", 100, 161)], quotes=quotes))
    assert rows[["curated", "suggestion"]].fillna("").to_numpy().tolist() == [["q1", ""], ["q2", "m1"]]


def test_split_words_are_compared_stretch_by_stretch():
    quotes = [quote("q1", "a", "lee", "Words.", start=100, end=200, spans="100-140;160-200")]
    assert only([suggestion("m1", 100, 200, spans="100-140;160-200")], quotes=quotes)["outcome"] == "same words"
    assert only([suggestion("m1", 100, 200)], quotes=quotes)["outcome"] == "other edges"


def test_marks_never_pair_with_speech_without_marks_but_labels_do():
    quotes = [quote("q1", "a", "lee", "Words.", start=100, end=200, kind="fragment")]
    rows = found(case([suggestion("m1", 100, 200, kind="indirect")], quotes=quotes))
    assert rows["outcome"].tolist() == ["missed", "extra"]
    assert only([suggestion("m1", 100, 200, kind="label")], quotes=quotes)["outcome"] == "other kind"


@pytest.mark.parametrize(
    ("machine", "same"),
    [
        ({"speaker_start": 25, "speaker_end": 30}, True),  # another part of the same words
        ({"speaker_start": 80, "speaker_end": 90, "name": "The Mayor"}, True),  # another place, a name of hers
        ({"speaker_start": 80, "speaker_end": 90, "name": "Bob Ray"}, False),
        ({}, None),  # the rules name nobody
    ],
)
def test_a_speaker_is_the_same_by_place_or_by_name(machine, same):
    quotes = [
        quote("q1", "a", "lee", "Words.", start=100, end=150, speaker_as_given="x", speaker_start=20, speaker_end=27)
    ]
    answer = only([suggestion("m1", 100, 150, **machine)], quotes=quotes)["same_answer"]
    assert (answer is pd.NA) if same is None else answer == same


def test_times_compare_their_days_and_pair_once_a_place():
    reports = [
        {"report": f"r{i}", "article": "a", "event": "e", "earliest": "2031-03-14T18:00", "latest": "2031-03-14", "precision": "day",
         "basis": "stated", "expression": "that day", "start": 10, "end": 18, "asserted_by": "outlet"}
        for i in range(2)
    ]  # fmt: skip
    events = [{"event": "e", "title": "E", "kind": "x"}]
    row = only(
        [suggestion("m1", 10, 18, "time", "DATE", earliest="2031-03-14", latest="2031-03-14")],
        reports=reports,
        events=events,
    )
    assert (row["answer"], row["found_answer"], row["same_answer"]) == ("2031-03-14", "2031-03-14", True)
    late = suggestion("m1", 10, 18, "time", "DATE", earliest="2031-03-15", latest="2031-03-16")
    assert only([late], reports=reports, events=events)["found_answer"] == "2031-03-15/2031-03-16"


def test_a_hedge_is_known_by_its_words_near_its_claim():
    claims = [{"claim": "c1", "article": "a", "question": "x", "value": "yes", "statement": "s", "asserted_by": "outlet", "in_quotation": False,
               "hedge": "reportedly", "hedge_class": "hedged", "start": 300, "end": 320, "primary": True, "status": "accepted"}]  # fmt: skip
    questions = [{"question": "x", "text": "X?", "value_type": "boolean", "single": True, "group": "g"}]
    tables = {"claims": claims, "questions": questions}
    near = suggestion("m1", 280, 290, "hedge", "hedged", words="Reportedly")
    assert only([near], **tables)["outcome"] == "same words"
    far = suggestion("m1", 100, 110, "hedge", "hedged", words="reportedly")
    assert found(case([far], **tables))["outcome"].tolist() == ["extra", "missed"]


def test_articles_without_suggestions_have_no_rows():
    quotes = [quote("q1", "b", "lee", "Words.", start=100, end=150)]
    assert found(case([], quotes=quotes)).empty
    assert list(found(case([])).columns) == list(COLUMNS)


def test_figures_count_each_side_and_the_pairs():
    quotes = [
        quote("q1", "a", "lee", "Words.", start=100, end=150, speaker_as_given="x", speaker_start=20, speaker_end=27),
        quote("q2", "a", "lee", "Words.", start=200, end=250), quote("q3", "a", "lee", start=300, end=350),
    ]  # fmt: skip
    rows = [
        suggestion("m1", 100, 150, speaker_start=20, speaker_end=25),
        suggestion("m2", 400, 450),
        suggestion("m3", 210, 250),
    ]
    table = figures(case(rows, quotes=quotes)).set_index(["about", "article"])
    marked = table.loc["marked", "all"]
    assert marked[["curated", "found", "pairs", "exact", "answered", "same"]].tolist() == [2, 3, 2, 1, 1, 1]
    assert marked[["precision", "recall"]].tolist() == [2 / 3, 1.0]
    assert table.loc["unmarked", "all"]["recall"] == 0.0
    assert table.loc[("marked", "a"), "f1"] == 2 * 2 / 5
