"""Cue frames: who the subject of a cue verb is."""

import pytest

from kit.find.classes import TELLS_ALONE
from kit.find.nocomment import TRIGGERS
from kit.find.nominal import NOUNS
from kit.find.page import Page


def frames(text):
    page = Page(text)
    sentence = page.sentences[0]
    return [
        (
            " ".join(sentence.word[f.cue.first : f.cue.last]),
            " ".join(sentence.word[f.subject.first : f.subject.last]) if f.subject else None,
            f.pattern,
        )
        for f in page.frames(0)
    ]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("The mayor said the bridge would close.", ("said", "The mayor", "subject, cue")),
        ("The mayor has not said why.", ("has not said", "The mayor", "subject, cue")),
        ("The bridge will close, said the mayor.", ("said", "the mayor", "cue, subject")),
        ("The bridge, says Ada Lund, will close.", ("says", "Ada Lund", "cue, subject")),
        ("On Tuesday the mayor said no.", ("said", "the mayor", "subject, cue")),
        ("The mayor, who was there, said no.", ("said", "The mayor", "subject, cue")),
        ("The man who built it said no.", ("said", "The man", "subject, cue")),
        ("The mayor — a former welder — said no.", ("said", "The mayor", "subject, cue")),
        ("Ada Lund and Tom Abara said no.", ("said", "Ada Lund and Tom Abara", "subject, cue")),
        ("The crew was told by the mayor to wait.", ("was told", "the mayor", "passive")),
        ("An ad released on Friday said no.", ("said", "An ad", "subject, cue")),
        ("Kelly said no.", ("said", "Kelly", "subject, cue")),
        ("The State Department said no.", ("said", "The State Department", "subject, cue")),
        ("According to the mayor, it will close.", ("According to", "the mayor", "according to")),
    ],
)
def test_the_subject_of_a_cue(text, frame):
    assert frames(text)[0] == frame


@pytest.mark.parametrize(
    "text",
    [
        "The report was long.",
        "His first claim failed.",
        "News reports were wrong.",
        "The fire spread.",
        "They put the boat in the shed.",
    ],
)
def test_nouns_and_other_verbs_are_no_cues(text):
    assert frames(text) == []


def test_a_verb_with_its_word_is_a_cue():
    assert frames("The mayor fired back at once.")[0][1] == "The mayor"


def test_a_negated_cue_is_marked():
    assert Page("The mayor did not say why.").frames(0)[0].negated
    assert not Page("The mayor did say why.").frames(0)[0].negated


def test_cues_that_share_a_subject():
    assert frames("The mayor left the hall and said no.")[-1][1] == "The mayor"
    assert [subject for _, subject, _ in frames("The mayor said no, adding that she was tired.")] == ["The mayor"] * 2
    assert frames("The storm led the mayor to say no.")[-1][1] == "the mayor"


@pytest.mark.parametrize("words", ["the man who built ", "an ad released ", "and ", "he said that ", ", said ", "has "])
def test_words_without_end_are_read_in_bounded_steps(words):
    assert frames(words * 3000 + "said that trams are late.")


def test_words_that_tell_without_a_verb_are_all_looked_for():
    assert TELLS_ALONE > NOUNS | TRIGGERS


@pytest.mark.parametrize("text", ["The mayor said“no” twice.", "The mayor said--no.", "The mayor said/wrote."])
def test_a_mark_that_touches_a_cue_hides_none(text):
    assert frames(text)[0] == ("said", "The mayor", "subject, cue")
