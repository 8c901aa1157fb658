from kit.show.drift import drift
from kit.show.figure import table_of
from tests.built import article, built, quote


def _case(**utterances):
    return built(
        articles=[article(name, f"Outlet {name}") for name in "ab"],
        utterances=[{"utterance": name, "summary": f"about {name}", "confidence": "certain"} for name in utterances],
        quotes=[
            quote(f"{u}{n}", n, None, text, utterance=u) for u, texts in utterances.items() for n, text in zip("ab", texts, strict=True)
        ],
    )  # fmt: skip


def test_the_farthest_apart_comes_first():
    case = _case(u=("it is red", "It is red."), v=("the red boat sank", "the blue boat swam"))
    kit = drift(case).to_dict()["usermeta"]["kit"]
    assert "“about v” lie farthest apart: on average 50%" in kit["finding"]
    assert "1 utterance is word for word the same" in kit["finding"]
    table = table_of(drift(case))
    assert table["utterance"].tolist()[2:] == ["about v", "about v", "about u", "about u"]
    assert table["words that differ, %"].tolist() == [25, 25, 50, 50, 0, 0]


def test_words_that_are_all_the_same():
    assert "the same in all" in drift(_case(u=("go", "go"))).to_dict()["usermeta"]["kit"]["finding"]


def test_nothing_to_draw():
    assert "No utterance" in drift(built()).to_dict()["description"]


def test_nobody_is_said_to_be_right(harbour):
    said = drift(harbour).to_dict()["usermeta"]["kit"]["finding"].lower()
    assert not any(word in said for word in ("wrong", "right", "accurate", "correct"))
