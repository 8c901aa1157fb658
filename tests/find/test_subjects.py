"""Noun phrases and the subjects of clauses."""

import pytest

from kit.find.page import Page
from kit.find.phrases import phrase_after, phrase_before
from kit.find.subjects import clause_subject, subject_before


def at(text, find, word):
    """What a rule finds at a word of a sentence."""
    (sentence,) = Page(text).sentences
    part = find(sentence, sentence.low.index(word))
    return part and " ".join(sentence.word[part.first : part.last])


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("A spokesman for the port said no.", "A spokesman for the port"),
        ("The mayor of Quill on Monday said no.", "The mayor of Quill"),
        ("Rep. Ada Lund (I-Quill) said no.", "Rep . Ada Lund"),
        ("In 2012 he said no.", "he"),
        ("At the hearing Lund said no.", "Lund"),
        ("But the mayor said no.", "the mayor"),
        ("With 54 percent said no.", "54 percent"),
        ("The first said no.", "The first"),
    ],
)
def test_the_phrase_before_a_cue(text, phrase):
    assert at(text, phrase_before, "said") == phrase


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ada Lund, mayor of Quill, Maine, said no.", "Ada Lund"),
        ("Ada Lund, 45, of Quill, Maine, said no.", "Ada Lund"),
        ("The mayor, during a meeting in Quill, Maine, said no.", "The mayor"),
        ("The mayor, Ada Lund, said no.", "Ada Lund"),
        ("While the boat sank, Ada Lund, the mayor, said no.", "Ada Lund"),
        ("Lund, who said", "who"),
    ],
)
def test_the_subject_before_a_cue(text, subject):
    assert at(text, subject_before, "said") == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In Quill, Maine, Ada Lund went home, x", "Ada Lund"),
        ("QUILL (Agency) — Ada Lund went home, x", "Ada Lund"),
        ("However, speaking softly, she went home, x", "she"),
        ("As the boat sank, she went home, x", "she"),
    ],
)
def test_the_subject_of_a_clause(text, subject):
    assert at(text, clause_subject, "x") == subject


def test_the_phrase_after_a_word():
    def after(sentence, k):
        return phrase_after(sentence, k + 1)

    assert at("so said a man in the crowd on Monday", after, "said") == "a man in the crowd"
    assert at("so said Ada Lund at the pier", after, "said") == "Ada Lund"
    assert at("so said on Monday", after, "said") is None
