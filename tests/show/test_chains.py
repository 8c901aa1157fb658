from kit.show.chains import HEIGHT, chains
from kit.show.figure import table_of
from tests.built import article, built, quote, speaker


def _case(*more):
    return built(
        articles=[article("a", "Gazette"), article("b", "Bulletin")],
        speakers=[speaker(name) for name in ("log", "master", "wire", "clerk", *(f"s{i}" for i in range(80)))],
        quotes=[
            quote("q1", "a", "master", "One two.", via="wire;log"),
            quote("q2", "a", "clerk", "One."),
            quote("q3", "b", "master", "One two."),
            *more,
        ],
    )


def _finding(case):
    return chains(case).to_dict()["usermeta"]["kit"]["finding"]


def _rows(case, field):
    rows = [row for rows in chains(case).to_dict()["datasets"].values() for row in rows if field in row]
    return list({(row["column"], row["name"]): row for row in rows}.values())


def test_the_finding_is_counted():
    assert _finding(_case()) == (
        "1 of 3 stretches of reported speech came through others' hands, at most 2 in a row; 1 outlet names none; "
        "drawn is 1 of 2 speakers, the rest is heard only directly."
    )


def test_speakers_heard_only_directly_are_counted_but_not_drawn():
    labels = {row["label"] for row in _rows(_case(), "column")}
    assert labels == {"Gazette\n1 of 2 direct", "Bulletin\n1 of 1 direct", "Wire", "Log", "Master"}


def test_a_hand_keeps_one_column():
    case = _case(quote("q4", "b", "master", "Three.", via="log"))
    assert [row["column"] for row in _rows(case, "column") if row["name"] == "Log"] == [2]


def test_hands_that_take_turns_stand_where_their_chain_has_them():
    case = _case(quote("q4", "b", "master", "Three.", via="log;wire"))
    assert sorted(row["column"] for row in _rows(case, "column") if row["name"] == "Log") == [1, 2]


def test_the_table_has_every_chain():
    table = table_of(chains(_case()))
    assert list(table["through"]) == ["Wire → Log", "(directly)", "(directly)"]


def test_many_chains_stay_on_a_screen_and_what_is_left_out_is_said():
    case = _case(*(quote(f"r{i}", "b", f"s{i}", "Word.", via=f"s{79 - i}") for i in range(80)))
    assert chains(case).to_dict()["height"] <= HEIGHT + 40
    assert "most often relayed of 82 speakers" in _finding(case)


def test_nothing_to_draw():
    assert "No speech" in chains(built()).to_dict()["description"]
    direct = built(articles=[article("a", "Gazette")], speakers=[speaker("s")], quotes=[quote("q", "a", "s", "One.")])
    assert "directly" in chains(direct).to_dict()["description"]


def test_same_case_same_chart():
    assert chains(_case()).to_json() == chains(_case()).to_json()
