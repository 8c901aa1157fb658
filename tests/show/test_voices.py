import json

from kit.show.figure import table_of
from kit.show.voices import HEIGHT, voices
from tests.built import article, built, quote, speaker

NASTY = "</script>\"'] } ${datum.x} \\"


def _case(count=3):
    return built(
        articles=[article("a", "Gazette"), article("b", NASTY)],
        speakers=[speaker(f"s{i}", full=NASTY if i == 0 else None) for i in range(count)],
        quotes=[
            *(quote(f"q{i}", "a", f"s{i}", "word " * (i + 1)) for i in range(1, count)),
            quote("p1", "b", "s1", "word word"),
            quote("p2", "b", "s0"),
        ],
    )


def _finding(case):
    return voices(case).to_dict()["usermeta"]["kit"]["finding"]


def test_most_words_first():
    table = table_of(voices(_case()))
    assert list(table["speaker"]) == ["S1", "S2", NASTY]
    assert list(table["words in quotation marks"]) == [4, 3, 0]
    assert list(table["Gazette: words"]) == [2, 3, 0]
    assert list(table[f"{NASTY}: indirect"]) == [0, 0, 1]


def test_the_finding_is_counted():
    said = "Of 3 speakers, S1 has the most words in quotation marks (4, in 2 outlets); 1 speaks only indirectly."
    assert _finding(_case()) == said


def test_what_does_not_fit_is_said_and_summed():
    chart = voices(_case(60)).to_dict()
    assert "the 31 most quoted are drawn one by one." in chart["usermeta"]["kit"]["finding"]
    assert '"29 other speakers"' in json.dumps(chart["datasets"])
    assert chart["height"] < HEIGHT + 120


def test_nobody_has_words():
    case = built(articles=[article("a", "Gazette")], speakers=[speaker("s")], quotes=[quote("q", "a", "s")])
    assert _finding(case) == "None of 1 speaker has words in quotation marks."


def test_nothing_to_draw():
    assert "No speech" in voices(built()).to_dict()["description"]


def test_same_case_same_chart():
    assert voices(_case()).to_json() == voices(_case()).to_json()


def test_hostile_words_never_stand_in_an_expression():
    chart = voices(_case()).to_dict()
    for part in ("transform", "expr", "labelExpr"):
        assert f'"{part}"' not in json.dumps(chart["layer"])
