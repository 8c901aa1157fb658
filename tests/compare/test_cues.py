from kit.compare.cues import COLUMNS, cues, introduced
from kit.compare.speech import NOBODY
from tests.built import article, built, quote, speaker


def _case(quotes):
    return built(
        articles=[article("a", "Gazette"), article("b", "Courier"), article("c", "Gazette")],
        speakers=[speaker("master"), speaker("clerk")],
        quotes=[{"cue_start": 1, "cue_end": 2, **row} for row in quotes],
    )


def test_capitals_and_white_space_make_no_other_cue():
    rows = [
        quote("q1", "a", "master", "One.", cue="Said"), quote("q2", "c", "master", cue="said", start=5),
        quote("q3", "b", "master", cue="said"), quote("q4", "a", "master", cue="says", start=7),
    ]  # fmt: skip
    table = cues(_case(rows))
    assert table[["cue", "outlet", "count", "quotes"]].to_numpy().tolist() == [
        ["said", "Gazette", 2, "q1;q2"], ["says", "Gazette", 1, "q4"], ["said", "Courier", 1, "q3"],
    ]  # fmt: skip


def test_a_phrase_stays_a_phrase():
    rows = [quote("q1", "a", "clerk", cue="did  not\nrespond", kind="no-comment")]
    assert cues(_case(rows))["cue"].tolist() == ["did not respond"]


def test_who_is_left_out_and_who_comes_last():
    rows = [
        quote("q1", "a", None, cue="heard"), quote("q2", "a", "clerk", cue="said"), quote("q3", "a", "outlet", cue="so-called"),
        quote("q4", "a", "master"), quote("q5", "a", "master", cue="told", status="rejected"),
    ]  # fmt: skip
    case = _case(rows)
    assert cues(case)[["speaker", "name"]].to_numpy().tolist() == [["clerk", "Clerk"], [NOBODY, "no speaker given"]]
    assert introduced(case)["quote"].tolist() == ["q2", "q1"]


def test_order_of_rows_means_nothing():
    rows = [
        quote(f"q{i}", "abc"[i % 3], ["master", "clerk"][i % 2], cue=f"cue {i % 4}", start=i, end=30) for i in range(12)
    ]
    assert cues(_case(rows[::-1])).equals(cues(_case(rows)))


def test_the_harbour(harbour):
    table = cues(harbour)
    assert table["count"].sum() == len(harbour.quotes)
    assert "declined to comment" in set(table["cue"])


def test_no_cues():
    table = cues(built())
    assert table.empty
    assert table.columns.tolist() == list(COLUMNS)
