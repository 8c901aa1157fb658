import json

from kit.show.figure import table_of
from kit.show.naming import naming
from tests.built import article, built, quote, speaker

NASTY = "</script>'] + datum"


def _case():
    return built(
        articles=[article("a", "Gazette"), article("b", NASTY)],
        speakers=[speaker("reyle"), speaker("clerk", "unnamed"), speaker("worker", "anonymous", NASTY)],
        quotes=[
            quote("q1", "a", "reyle", "One."),
            quote("q2", "a", "reyle", "Two."),
            quote("q3", "a", "clerk"),
            quote("q4", "b", "worker", "Three."),
            quote("q5", "b", "clerk", "Four."),
            quote("q6", "b", None),
        ],
    )


def test_the_finding_is_counted():
    said = naming(_case()).to_dict()["usermeta"]["kit"]["finding"]
    assert said.startswith("Of 3 speakers, 1 named, 1 unnamed and 1 anonymous; 3 of 6 stretches of reported speech are")


def test_bars_count_speakers_once_and_stretches_each_time():
    chart = naming(_case()).to_dict()
    rows = [row for rows in chart["datasets"].values() for row in rows if "counts" in row]
    counted = {(row["outlet"], row["naming"], row["counts"]): row["number"] for row in rows}
    assert counted["Gazette", "named", "speakers"] == 1
    assert counted["Gazette", "named", "stretches of speech"] == 2
    assert counted[NASTY, "not given", "stretches of speech"] == 1
    assert (NASTY, "not given", "speakers") not in counted


def test_the_table_lists_every_speaker_by_naming():
    table = table_of(naming(_case()))
    assert list(table["speaker"]) == ["Reyle", "Clerk", "Clerk", NASTY, "no speaker given"]
    assert list(table["stretches of speech"]) == [2, 1, 1, 1, 1]


def test_only_speech_without_a_speaker():
    case = built(articles=[article("a", "Gazette")], quotes=[quote("q", "a", None)])
    assert naming(case).to_dict()["usermeta"]["kit"]["finding"].startswith("Of 0 speakers")


def test_nothing_to_draw():
    assert "No speech" in naming(built()).to_dict()["description"]


def test_same_case_same_chart():
    assert naming(_case()).to_json() == naming(_case()).to_json()


def test_hostile_words_stay_data():
    chart = naming(_case()).to_dict()
    drawn = json.dumps([view["layer"] for view in chart["vconcat"]])
    assert "</script>" not in drawn.replace(json.dumps(["Gazette", NASTY]), "")  # the domain of outlets alone
