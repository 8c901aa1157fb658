import pytest

from kit.compare.drift import apart, drift, only_quoted
from tests.built import article, built, quote


def _case(*texts, **cells):
    names = "abcdef"[: len(texts)]
    return built(
        articles=[article(name, name.upper()) for name in names],
        utterances=[{"utterance": "u", "summary": "s", "confidence": "certain"}],
        quotes=[quote(f"q{n}", n, None, text, utterance="u", **cells) for n, text in zip(names, texts, strict=True)],
    )


def test_the_share_of_words_that_differ():
    found = drift(_case("it was very red", "it was very blue", "It was very red."))
    assert found["apart"].tolist() == [0.125, 0.25, 0.125]
    assert found["others"].tolist() == [2, 2, 2]


def test_what_one_does_not_quote_does_not_count():
    assert apart(["so", "it", "was", "red"], [None, "it", "was", None]) == 0
    assert apart(["so", "it", None, None], [None, None, "was", "red"]) is None


@pytest.mark.parametrize("texts", [(), ("it was red",)])
def test_nothing_shared(texts):
    assert drift(_case(*texts)).empty


def test_only_one_outlet():
    case = built(
        articles=[article("a", "A"), article("b", "B"), article("c", "C")],
        utterances=[{"utterance": u, "summary": "s", "confidence": "certain"} for u in ("u", "v")],
        quotes=[
            quote("q1", "a", None, "it was red", utterance="u"), quote("q2", "b", None, "was red", utterance="u"),
            quote("q3", "a", None, "so be it", utterance="v"), quote("q4", "a", None, "of no group"),
            quote("q5", "b", None, "a name", utterance="v", kind="label"),
        ],
    )  # fmt: skip
    assert only_quoted(case).to_numpy().tolist() == [["A", 2, 1, 6], ["B", 0, 1, 0], ["C", 0, 0, 0]]
