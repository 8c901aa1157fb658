import json

from kit.show.cues import TOLD_ROWS, TONES, cues
from kit.show.figure import table_of
from kit.show.layout.crossing import MANY, ROWS
from tests.built import article, built, expressions, quote, speaker

NASTY = "</script>\"'] } ${datum.x} \\"


def _case(quotes, outlets=("Gazette", NASTY), speakers=("master", "clerk")):
    return built(
        articles=[article(f"a{i}", outlet) for i, outlet in enumerate(outlets)],
        speakers=[speaker(name) for name in speakers],
        quotes=[{"cue_start": 1, "cue_end": 2, **row} for row in quotes],
    )


FIVE = [
    quote("q1", "a0", "clerk", cue="claimed"),
    quote("q2", "a0", "clerk", "Word.", cue="claimed"),
    quote("q3", "a0", "clerk", cue=NASTY[:22]),
    quote("q4", "a0", "master", "Two words.", cue="Said", start=2),
    quote("q5", "a1", "master", cue="said"),
    quote("q6", "a1", None, cue="claimed"),
]


def _rows(chart, field):
    return next(rows for rows in chart["datasets"].values() if field in rows[0])


def _param(chart, name):
    return next(each for each in chart["params"] if each["name"] == name)


def test_the_finding_is_counted():
    assert cues(_case(FIVE)).to_dict()["usermeta"]["kit"]["finding"] == (
        "3 different cues introduce 6 stretches of speech; the most frequent is “claimed” (3); 1 of 2 speakers is introduced "
        "by two or more outlets."
    )
    assert cues(_case(FIVE[:1])).to_dict()["usermeta"]["kit"]["finding"] == (
        "1 different cue introduces 1 stretch of speech; the most frequent is “claimed” (1); the one speaker is introduced "
        "by 1 outlet."
    )


def test_a_cell_has_its_cues_and_their_number():
    chart = cues(_case(FIVE)).to_dict()
    cells = {(cell["row"], cell["column"]): cell for cell in _rows(chart, "head")}
    assert {place: cell["head"] for place, cell in cells.items()} == {
        (0, 0): "1",
        (0, 1): "1",
        (1, 0): "3",
        (2, 1): "1",
    }
    assert cells[1, 0]["told"].startswith("claimed ×2, ")
    assert (cells[0, 0]["fill"], cells[1, 0]["fill"]) == (TONES[0], TONES[2])


def test_speakers_of_most_outlets_first_and_nobody_last():
    table = table_of(cues(_case(FIVE)))
    assert list(dict.fromkeys(table["speaker"])) == ["Master", "Clerk", "no speaker given"]
    assert list(table["rows"])[:3] == ["q4", "q5", "q1;q2"]
    assert list(table["stretches"]) == [1, 1, 2, 1, 1]


def test_the_list_has_what_is_reported():
    said = [row["said"] for row in _rows(cues(_case(FIVE)).to_dict(), "said")]
    assert sorted(said) == ["own words"] * 4 + ["“Two words.”", "“Word.”"]


def test_the_menu_offers_the_most_frequent_cues_first():
    bind = _param(cues(_case(FIVE)).to_dict(), "cues_word")["bind"]
    assert bind["options"][:3] == ["", "claimed", "said"]
    assert bind["labels"][:2] == ["none", "claimed (3)"]


def test_many_outlets_are_taken_together_and_many_speakers_left_out():
    outlets, speakers = [f"Outlet {i}" for i in range(MANY + 1)], [f"s{i}" for i in range(ROWS + 40)]
    rows = [
        quote(f"q{i}_{name}", f"a{i}", name, cue=f"cue {i}") for name in speakers for i in range(len(outlets))
    ]  # fmt: skip
    chart = cues(_case(rows, outlets, speakers))
    spec = chart.to_dict()
    assert spec["usermeta"]["kit"]["finding"].endswith(f"the first {ROWS} are drawn.")
    assert {cell["column"] for cell in _rows(spec, "head")} == {0}
    assert len(table_of(chart)) == TOLD_ROWS < len(rows)
    assert "bind" in _param(spec, "cues_page")


def test_one_article_and_no_speaker():
    chart = cues(_case([quote("q1", "a0", None, cue="heard")], ("Gazette",)))
    assert chart.to_dict()["usermeta"]["kit"]["finding"].endswith("the most frequent is “heard” (1).")


def test_nothing_to_draw():
    assert "No speech" in cues(built()).to_dict()["description"]
    assert "No speech" in cues(_case([quote("q1", "a0", "clerk")])).to_dict()["description"]


def test_same_case_same_chart(harbour):
    assert cues(harbour).to_json() == cues(harbour).to_json()


def test_hostile_words_never_stand_in_an_expression():
    chart = cues(_case(FIVE)).to_dict()
    assert "script" in json.dumps(chart["datasets"])
    assert not [each for each in expressions(chart) if "script" in each]
