from kit.compare.speech import NOBODY, known, speech, standing, voices
from tests.built import article, built, quote, speaker


def test_reported_speech_only():
    case = built(
        articles=[article("a", "Gazette")],
        speakers=[speaker("master", "unnamed")],
        quotes=[
            quote("q1", "a", "master", "The bridge is closed."),
            quote("q2", "a", "outlet", "Our own words."),
            quote("q3", "a", "master", "ghost bridge", kind="label"),
            quote("q4", "a", "master", kind="no-comment"),
            quote("q5", "a", None),
            quote("q6", "a", "master", "Rejected words.", status="rejected"),
        ],
    )
    heard = speech(case)
    assert list(heard["quote"]) == ["q1", "q5"]
    assert list(heard["speaker"]) == ["master", NOBODY]
    assert list(heard["naming"]) == ["unnamed", "not given"]
    assert list(heard["words"]) == [4, 0]
    assert list(heard["verbatim"]) == [True, False]
    assert known(heard) == 1


def test_every_voice_has_one_name():
    case = built(speakers=[speaker("master", full="the harbour master")])
    assert voices(case) == {
        "master": "the harbour master", "outlet": "the article itself", NOBODY: "no speaker given",
    }  # fmt: skip


def test_rejected_rows_do_not_stand():
    states = ["suggested", "accepted", "edited", "rejected"]
    rows = [quote(f"q{i}", "a", None, status=state) for i, state in enumerate(states)]
    assert list(standing(built(quotes=rows).quotes)["status"]) == states[:3]


def test_no_rows():
    assert speech(built()).empty
    assert known(speech(built())) == 0
