from hypothesis import given, settings
from hypothesis import strategies as st

from kit.compare.origins import COLUMNS, origins, support
from tests.built import article, built, speaker


def claim(name, where, by="outlet", value="yes", **cells):
    return {
        "claim": name, "article": where, "question": "red", "value": value, "statement": "Own words.", "asserted_by": by,
        "in_quotation": False, "hedge_class": "flat", "start": 50, "end": 60, "primary": True, "status": "accepted", **cells,
    }  # fmt: skip


def mention(origin, where, kind="recording", start=55):
    return {"origin": origin, "article": where, "kind": kind, "start": start, "end": start + 4}


def case(claims, mentions=(), speakers=(), count=5, **tables):
    names = "abcdefgh"[:count]
    return built(
        articles=[article(name, f"Paper {name.upper()}") for name in names],
        speakers=[*speakers],
        questions=[{"question": "red", "text": "Red?", "value_type": "boolean", "single": True, "group": "g"}],
        claims=claims, origins=[*mentions], **tables,
    )  # fmt: skip


def only_row(a_case):
    (row,) = support(a_case).to_dict("records")
    return row


def test_five_articles_can_stand_on_two_origins():
    body = speaker("dhs", full="the department")
    found = only_row(
        case(
            [*(claim(f"c{name}", name) for name in "abc"), claim("cd", "d", "dhs"), claim("ce", "e", "dhs")],
            [mention("tape", name) for name in "abc"],
            [body],
        )
    )
    assert (found["articles"], found["outlets"], found["origins"], found["unknown"]) == (5, 5, 2, 0)
    assert (found["origin_ids"], found["kinds"], found["claims"]) == ("tape;dhs", "recording;person", "ca;cb;cc;cd;ce")
    assert found["sentence"] == "five articles, two origins: tape; the department"


def test_what_is_not_told_is_no_origin():
    found = only_row(case([claim("ca", "a"), claim("cb", "b"), claim("cc", "c")], [mention("tape", "a")]))
    assert (found["origins"], found["unknown"]) == (1, 2)
    assert found["sentence"] == (
        "three articles, at least one origin: tape; where two articles have it from is not told"
    )


def test_nothing_told_at_all():
    assert only_row(case([claim("ca", "a")]))["sentence"] == "one article; where it has it from is not told"


def test_a_body_and_those_who_speak_for_it_count_once():
    people = [speaker("dhs"), {**speaker("aide"), "part_of": "dhs"}, {**speaker("chief"), "part_of": "aide"}]
    found = only_row(
        case([claim("ca", "a", "dhs"), claim("cb", "b", "aide"), claim("cc", "c", "chief")], speakers=people)
    )
    assert found["origins"] == 1
    assert found["sentence"] == "three articles, one origin: Dhs, Aide, Chief (counted as one)"


def test_a_body_s_recording_stands_for_itself():
    tape = {**speaker("tape"), "kind": "document", "part_of": "police"}
    found = only_row(case([claim("ca", "a", "tape"), claim("cb", "b", "police")], speakers=[speaker("police"), tape]))
    assert found["origins"] == 2


def test_an_outlet_that_others_repeat_adds_none_to_its_own_origin():
    paper = speaker("paper_a", full="Paper A")
    found = only_row(
        case(
            [claim("ca", "a"), claim("cb", "b", "paper_a"), claim("cc", "c", "paper_a")],
            [mention("tape", "a")],
            [paper],
        )
    )
    assert (found["origins"], found["unknown"], found["origin_ids"]) == (1, 0, "tape;paper_a")


def test_an_outlet_whose_own_origin_is_not_told_is_one_at_most():
    found = only_row(
        case([claim("ca", "a"), claim("cb", "b", "paper_a")], speakers=[speaker("paper_a", full="Paper A")])
    )
    assert (found["origins"], found["unknown"]) == (1, 1)


def test_outlets_that_cite_each_other_are_one():
    papers = [speaker(f"paper_{name}", full=f"Paper {name.upper()}") for name in "abc"]
    ring = [claim("ca", "a", "paper_b"), claim("cb", "b", "paper_c"), claim("cc", "c", "paper_a")]
    assert only_row(case(ring, speakers=papers))["origins"] == 1


def test_what_an_outlet_has_itself_comes_before_whom_it_cites_in_any_order():
    papers = [speaker("paper_a", full="Paper A"), speaker("paper_b", full="Paper B"), speaker("witness")]
    rows = [claim("c1", "a", "paper_b"), claim("c2", "a", "witness"), claim("c3", "b", "paper_a")]
    assert only_row(case(rows, speakers=papers))["origins"] == 1
    assert only_row(case(rows[::-1], speakers=papers))["origins"] == 1


def test_several_claims_of_an_article_are_one_article():
    found = only_row(
        case([claim("c1", "a"), claim("c2", "a", "clerk", start=300, end=310)], speakers=[speaker("clerk")])
    )
    assert (found["articles"], found["unknown"], found["sentence"]) == (1, 0, "one article, one origin: Clerk")


def test_equal_answers_stand_together_and_others_apart():
    two = case([claim("ca", "a"), claim("cb", "b", value="no"), claim("cc", "c"), claim("cd", "d", status="rejected")])
    assert support(two)[["value", "articles"]].to_numpy().tolist() == [["yes", 2], ["no", 1]]


def test_wordings_have_no_origin():
    label = {"question": "word", "text": "Which word?", "value_type": "label", "single": False, "group": "g"}
    worded = built(
        articles=[article("a", "Paper")], questions=[label], claims=[claim("c", "a", question="word", value="crowd")]
    )
    assert support(worded).empty


def test_nothing_to_count():
    assert support(built()).columns.tolist() == list(COLUMNS)
    assert origins(built()).empty


def test_the_table_of_origins_counts_articles(harbour):
    table = origins(harbour)
    assert table[["origin", "outlet", "articles"]].to_numpy().tolist() == [
        ["radio_tape", "Ansel Gazette", 2], ["radio_tape", "Strand Courier", 2], ["gazette_report", "Strand Courier", 1],
        ["authority_log", "Port Bulletin", 1], ["authority_log", "Port Bulletin", 1],
    ]  # fmt: skip
    assert table.columns.tolist() == [*harbour.origins.columns, "outlet", "articles"]


NODES = ("outlet", "dhs", "aide", "tape", "paper_a", "paper_b", "witness")
PEOPLE = [
    speaker("dhs"), {**speaker("aide"), "part_of": "dhs"}, {**speaker("tape"), "kind": "document"},
    speaker("paper_a", full="Paper A"), speaker("paper_b", full="Paper B"), speaker("witness"),
]  # fmt: skip


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(NODES), min_size=1, max_size=8), st.randoms())
def test_never_more_origins_than_articles_that_name_one_in_any_order(voices, random):
    rows = [claim(f"c{i}", "abcdefgh"[i], voice) for i, voice in enumerate(voices)]
    found = only_row(case(rows, speakers=PEOPLE, count=8))
    assert found["origins"] <= found["articles"] - found["unknown"]
    assert found["unknown"] == voices.count("outlet")
    assert (found["origins"] == 0) == (set(voices) == {"outlet"})
    random.shuffle(rows)
    again = only_row(case(rows, speakers=PEOPLE, count=8))
    assert again["origins"] == found["origins"]
    assert sorted(again["origin_ids"].split(";")) == sorted(found["origin_ids"].split(";"))
