import dataclasses

import pandas as pd
import pytest

import kit.show as shown
from kit.schema import TABLES
from kit.show.table import Table
from tests.built import article, built, speaker


def column(table, name):
    return table.frame[name].tolist()


def test_every_quotation_is_a_row_that_a_person_reads(harbour):
    table = shown.evidence(harbour)
    assert table.caption == "What the articles report as said"
    assert column(table, "row") == harbour.quotes["quote"].tolist()
    first = table.frame.iloc[0]
    assert first[["outlet", "kind", "what is reported", "speaker", "cue", "characters"]].tolist() == [
        "Ansel Gazette", "direct", "“The engine,” … “did not answer the bridge.”", "Tom Reyle", "said", "176-187;221-247",
    ]  # fmt: skip
    assert pd.isna(first["through"])


def test_own_words_stand_without_quotation_marks(harbour):
    assert column(shown.evidence(harbour, kind="no-comment"), "what is reported") == ["no comment", "no answer"]


def test_hands_are_named_nearest_the_outlet_first(harbour):
    table = shown.evidence(harbour, search="hold the tugs")
    assert column(table, "through") == ["a radio recording", "Ansel Gazette → a radio recording"]
    assert table.caption == "What the articles report as said (with “hold the tugs”)"


def test_evidence_is_filtered_by_outlet_speaker_and_kind(harbour):
    table = shown.evidence(harbour, outlet="Strand Courier", speaker="a harbour controller")
    assert column(table, "row") == ["courier_q03", "courier_q04"]
    assert table.caption == (
        "What the articles report as said (outlet is Strand Courier, speaker is a harbour controller)"
    )


def test_a_speaker_nobody_quotes_gives_no_rows(harbour):
    assert shown.evidence(harbour, speaker="the ambulance service").frame.empty


def test_a_search_finds_nothing_or_something_in_any_cell(harbour):
    assert column(shown.evidence(harbour, search="PAPER"), "row") == ["courier_q06"]
    assert shown.evidence(harbour, search="lighthouse").frame.empty
    assert shown.evidence(harbour, search="<na>").frame.empty


def test_an_unknown_outlet_is_told(harbour):
    with pytest.raises(ValueError, match="found") as caught:
        shown.evidence(harbour, outlet="Strand Currier")
    assert str(caught.value) == (
        'outlet: found "Strand Currier"; allowed: Ansel Gazette, Strand Courier, Port Bulletin; nearest: "Strand Courier"'
    )


def test_a_question_is_shown_with_every_answer(harbour):
    table = shown.question(harbour, "injured")
    assert table.caption == "How many were injured?"
    assert column(table, "outlet") == ["Ansel Gazette", "Ansel Gazette", "Strand Courier", "Port Bulletin"]
    assert column(table, "answer") == ["3 (person)", "4 (person)", "at least 5 (person)", "3 (person)"]
    assert column(table, "asserted by") == [
        "the article itself", "the ambulance service", "the article itself", "the port authority",
    ]  # fmt: skip
    assert column(table, "main answer") == [True, False, True, True]
    assert column(table, "row") == ["gazette_c05", "gazette_c11", "courier_c02", "bulletin_c01"]


def test_an_answer_comes_with_its_hands_and_its_hedge():
    claim = {
        "article": "a", "question": "who", "statement": "Own words.", "asserted_by": "clerk", "in_quotation": False,
        "hedge_class": "flat", "start": 1, "end": 2, "primary": True, "status": "accepted",
    }  # fmt: skip
    case = built(
        articles=[article("a", "Gazette")],
        speakers=[speaker("clerk", full="the clerk"), speaker("log", full="the port log")],
        questions=[{"question": "who", "text": "Who?", "value_type": "identity", "single": True, "group": "g"}],
        claims=[
            {**claim, "claim": "c1", "value": "clerk"},
            {
                **claim,
                "claim": "c2",
                "value": "log",
                "via": "log;clerk",
                "hedge": "reportedly",
                "hedge_class": "hedged",
            },
            {**claim, "claim": "c3", "value": "log", "asserted_by": "outlet", "hedge_class": "possible"},
            {**claim, "claim": "c4", "value": "log", "status": "rejected"},
        ],
    )
    table = shown.question(case, "who")
    assert column(table, "answer") == ["the clerk", "the port log", "the port log"]
    assert column(table, "through")[1:2] == ["the port log → the clerk"]
    assert pd.isna(column(table, "through")[0])
    assert column(table, "hedge")[1:] == ["hedged: “reportedly”", "possible"]
    assert pd.isna(column(table, "hedge")[0])


def test_two_articles_of_one_outlet_stay_apart():
    place = {"start": 0, "end": 10}
    case = built(
        articles=[article("a", "Gazette"), article("b", "Courier"), article("c", "Gazette")],
        sentences=[{"sentence": f"{name}_s1", "article": name, **place} for name in "abc"],
        questions=[{"question": "red", "text": "Red?", "value_type": "boolean", "single": True, "group": "g"}],
        claims=[
            {
                "claim": f"{name}_c1", "article": name, "question": "red", "value": "yes", "statement": "Own words.",
                "asserted_by": "outlet", "in_quotation": False, "hedge_class": "flat", "primary": True,
                "status": "accepted", **place,
            } for name in "abc"
        ],
    )  # fmt: skip
    names = ["Gazette (a)", "Courier", "Gazette (c)"]
    accounted = shown.accounted(case)
    assert column(accounted, "outlet") == names
    assert column(accounted, "sentences") == [1, 1, 1]
    assert column(accounted, "with claims") == [1, 1, 1]
    assert column(shown.question(case, "red"), "outlet") == names


def test_an_unknown_question_is_told(harbour):
    with pytest.raises(ValueError, match="found") as caught:
        shown.question(harbour, "injuries")
    allowed = ", ".join(harbour.questions["question"])
    assert str(caught.value) == f'question: found "injuries"; allowed: {allowed}; nearest: "injured"'


def test_cautions_and_assumptions_are_told(harbour):
    assert shown.about(harbour).frame.to_numpy().tolist() == [
        ["caution", "Nothing in this case happened."],
        [
            "assumption",
            "published is taken as 2031-03-16: The Courier gives no date; the day after the first paper is taken.",
        ],
    ]


def test_the_sources_come_with_their_date_and_its_basis(harbour):
    table = shown.sources(harbour)
    assert column(table, "published (basis)") == [
        "2031-03-15 (stated)",
        "2031-03-16 (assumed)",
        "2031-03-17T09:30 (stated)",
    ]
    assert column(table, "quotes") == [4, 6, 4]
    assert column(table, "claims") == [11, 9, 9]
    assert column(table, "artefacts") == [3, 3, 1]


def test_sentences_are_counted_for_each_article(harbour):
    table = shown.accounted(harbour)
    assert column(table, "sentences") == [10, 10, 8]
    assert column(table, "with rows") == [9, 10, 8]
    assert column(table, "none, with a reason") == [1, 0, 0]


def test_explore_is_a_plain_table_where_widgets_cannot_live(harbour, monkeypatch):
    monkeypatch.setenv("KIT_STATIC", "1")
    table = shown.explore(harbour)
    assert isinstance(table, Table)
    pd.testing.assert_frame_equal(table.frame, shown.evidence(harbour).frame)


def test_explore_offers_menus_and_a_search_box(harbour, monkeypatch):
    monkeypatch.delenv("KIT_STATIC", raising=False)
    box = shown.explore(harbour)
    controls, html = box.children
    outlet, speaker, kind, search = controls.children
    assert "14 of 14 rows" in html.value
    outlet.value = "Strand Courier"
    assert "6 of 14 rows" in html.value
    search.value = "pier"
    assert "1 of 14 rows" in html.value
    assert "Clear the pier." in html.value
    kind.value = "label"
    assert "0 of 14 rows" in html.value
    assert speaker.options[0] == "all"


@pytest.mark.parametrize("show", [shown.evidence, shown.sources, shown.accounted, shown.about])
def test_a_case_without_rows_gives_tables_without_rows(show, emptied):
    assert show(emptied).frame.empty


@pytest.fixture
def emptied(harbour):
    about = harbour.about.model_copy(update={"cautions": (), "assumptions": ()})
    return dataclasses.replace(harbour, about=about, tables={name: harbour.tables[name].head(0) for name in TABLES})
