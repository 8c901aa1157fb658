from kit.compare.tracing import COLUMNS, NEAR, named, traced
from tests.built import article, built, quote, speaker
from tests.compare.test_origins import case, claim, mention


def found(a_case, name="c"):
    row = traced(a_case).set_index("claim").loc[name]
    return None if row.isna()["origin"] else (row["origin"], row["how"])


SENTENCES = [
    {"sentence": "s1", "article": "a", "start": 0, "end": 100}, {"sentence": "s2", "article": "a", "start": 101, "end": 200}
]  # fmt: skip
DOCUMENT = {**speaker("tape"), "kind": "document"}


def test_the_document_that_holds_the_words_comes_before_whoever_speaks():
    people = [speaker("officer"), speaker("wire"), DOCUMENT]
    assert found(case([claim("c", "a", "officer", via="wire;tape")], speakers=people)) == ("tape", "said")


def test_a_hand_that_is_no_document_is_only_a_hand():
    assert found(case([claim("c", "a", "officer", via="wire")], speakers=[speaker("officer"), speaker("wire")])) == (
        "officer", "said",
    )  # fmt: skip


def test_a_speaker_is_the_origin_whose_mention_meets_the_words_that_name_it():
    rows = quote("q", "a", "officer", "Words.", speaker_as_given="the officer", speaker_start=10, speaker_end=21)
    mentions = [mention("officer_statement", "a", "statement", 20), mention("other", "a", "statement", 50)]
    said = case([claim("c", "a", "officer"), claim("d", "b", "officer")], mentions, [speaker("officer")], quotes=[rows])
    assert found(said) == found(said, "d") == ("officer_statement", "said")


def test_where_several_origins_stand_for_a_speaker_elsewhere_none_is_chosen():
    places = {"speaker_as_given": "the officer", "speaker_start": 10, "speaker_end": 21}
    rows = [quote("q", "a", "officer", "Words.", **places), quote("r", "b", "officer", "Words.", **places)]
    mentions = [mention("first", "a", "statement", 10), mention("second", "b", "statement", 10)]
    claims = [claim("c", "a", "officer"), claim("d", "c", "officer")]
    said = case(claims, mentions, [speaker("officer")], quotes=rows)
    assert (found(said), found(said, "d")) == (("first", "said"), ("officer", "said"))


def test_an_outlet_among_the_hands_is_not_the_one_who_speaks():
    rows = quote("q", "a", "officer", "Words.", via="wire", cue="told", cue_start=10, cue_end=14)
    mentions = [mention("wire_report", "a", "outlet", 10)]
    people = [speaker("officer"), speaker("wire")]
    assert found(case([claim("c", "a", "officer", via="wire")], mentions, people, quotes=[rows])) == ("officer", "said")


def test_an_article_s_own_words_have_the_origin_their_sentence_points_at():
    mentions = [mention("tape", "a", start=90), mention("log", "a", start=110)]
    assert found(case([claim("c", "a")], mentions, sentences=SENTENCES)) == ("tape", "sentence")
    assert found(case([claim("c", "a", start=150, end=160)], mentions, sentences=SENTENCES)) == ("log", "sentence")
    assert found(case([claim("c", "a", start=150, end=160)], mentions[:1], sentences=SENTENCES)) is None


def test_what_passes_on_comes_last_in_a_sentence():
    mentions = [mention("a_post", "a", "post", 62), mention("tape", "a", start=90)]
    assert found(case([claim("c", "a")], mentions, sentences=SENTENCES)) == ("tape", "sentence")


def test_without_sentences_a_mention_must_be_near():
    for start, origin in ((60 + NEAR - 1, ("tape", "near")), (60 + NEAR, None)):
        assert found(case([claim("c", "a")], [mention("tape", "a", start=start)])) == origin


def test_own_reporting_counts_only_where_the_table_says_so():
    assert found(case([claim("c", "a")], [mention("own_inquiry", "a", "own-reporting")])) == ("own_inquiry", "near")
    assert found(case([claim("c", "a")])) is None


def test_unattributed_reports_and_outlets_without_a_name_tell_no_origin():
    assert found(case([claim("c", "a")], [mention("reports", "a", "unattributed")])) is None
    press = [speaker("press", naming="unnamed")]
    assert found(case([claim("c", "a", "press")], [mention("press", "b", "outlet")], press)) is None
    wire = [speaker("wire")]
    assert found(case([claim("c", "a", "wire")], [mention("wire", "b", "outlet")], wire)) == ("wire", "said")


def test_a_choice_of_words_is_the_article_s_own():
    label = {"question": "red", "text": "Which word?", "value_type": "label", "single": False, "group": "g"}
    worded = built(
        articles=[article("a", "Paper")], questions=[label], claims=[claim("c", "a")], origins=[mention("tape", "a")]
    )
    assert found(worded) is None


def test_origins_in_words_are_written_as_speakers_names_are():
    people = [speaker("dhs", full="DHS"), speaker("mc_lee", full="Ann McLee"), speaker("s", full="the security staff")]
    words = named(case([], [mention("dhs_security", "a"), mention("mclee_post", "a")], people))
    assert (words["dhs_security"], words["mclee_post"], words["mc_lee"]) == ("DHS security", "McLee post", "Ann McLee")


def test_a_ring_of_bodies_ends():
    ring = [{**speaker("x"), "part_of": "y"}, {**speaker("y"), "part_of": "x"}]
    table = traced(case([claim("c", "a", "x"), claim("d", "b", "y")], speakers=ring))
    assert table["body"].nunique() == 1


def test_every_standing_claim_is_a_row(harbour):
    table = traced(harbour)
    assert table["claim"].tolist() == harbour.claims["claim"].tolist()
    assert table.columns.tolist() == list(COLUMNS)
    assert traced(built()).columns.tolist() == list(COLUMNS)
