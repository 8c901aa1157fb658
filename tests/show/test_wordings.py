from kit.show.figure import table_of
from kit.show.layout.score import ROWS, STEP
from kit.show.wordings import wordings
from tests.built import article, built, expressions, quote

NASTY = "</script>\"'] } ${datum.x} \\"


def _case(**texts):
    return built(
        articles=[article("a", "Gazette"), article("b", NASTY)],
        utterances=[{"utterance": u, "summary": f"{u} {NASTY}", "confidence": "certain"} for u in texts],
        quotes=[
            quote(f"{u}_{name}", name, None, text, utterance=u)
            for u, pair in texts.items() for name, text in zip("ab", pair, strict=True)
        ],
    )  # fmt: skip


def _menu(chart):
    return next(each for each in chart["params"] if each["name"] == "utterance")


def test_the_finding_is_counted():
    case = _case(u1=("go now", "go then"), u2=("go now", "Go, now!"), u3=("go now", "go"))
    said = wordings(case).to_dict()["usermeta"]["kit"]["finding"]
    assert said.startswith(
        "Of the 3 utterances that two or more articles quote in words, 1 is quoted in different words, 1 in "
    )
    assert "and 1 word for word the same" in said


def test_one_utterance_reads_well():
    assert "Of the one utterance" in wordings(_case(u1=("go", "go"))).to_dict()["usermeta"]["kit"]["finding"]


def test_most_outlets_then_most_changes_first(harbour):
    menu = _menu(wordings(harbour).to_dict())
    assert menu["value"] == menu["bind"]["options"][0] == "u_engine"
    assert menu["bind"]["labels"][0].startswith("3 articles: ")


def test_the_table_has_the_words(harbour):
    table = table_of(wordings(harbour))
    assert list(table["outlet"])[:3] == ["Ansel Gazette", "Strand Courier", "Port Bulletin"]
    assert table["words"][0] == "The engine, did not answer the bridge."


def test_a_long_quotation_is_cut_into_parts():
    chart = wordings(_case(u1=("word " * 2000, "word " * 1999))).to_dict()
    rows = [row["y"] for rows in chart["datasets"].values() for row in rows if "y" in row]
    assert max(rows) * STEP < (ROWS + 6) * STEP
    part = next(each for each in chart["params"] if each["name"] == "part")
    assert len(part["bind"]["options"]) > 1


def test_nothing_to_draw():
    assert "No utterance" in wordings(built()).to_dict()["description"]


def test_same_case_same_chart(harbour):
    assert wordings(harbour).to_json() == wordings(harbour).to_json()


def test_hostile_words_never_stand_in_an_expression():
    chart = wordings(_case(u1=(f"{NASTY} a", f"{NASTY} b"))).to_dict()
    assert not [each for each in expressions(chart) if "script" in each]
