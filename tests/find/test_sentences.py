"""Sentences, and quotations as single words in them."""

from hypothesis import given
from hypothesis import strategies as st

from kit.find.page import Page
from kit.find.pieces import by_pattern, taken_apart
from kit.find.sentences import Sentence


def sentences(text):
    return [text[s.start : s.end] for s in Page(text).sentences]


def test_a_new_sentence_begins_after_a_stop_and_a_capital():
    assert sentences("The boat left. It was late! Was it?") == ["The boat left.", "It was late!", "Was it?"]


def test_abbreviations_and_initials_end_none():
    assert sentences("Mr. Lund met J. P. Abara of Quill Corp. in May.") == [
        "Mr. Lund met J. P. Abara of Quill Corp. in May."
    ]


def test_a_stop_inside_a_quotation_parts_nothing():
    assert sentences('She said "No. Never. Not now," and left.') == ['She said "No. Never. Not now," and left.']


def test_a_quotation_that_ends_as_a_sentence_does_can_end_one():
    assert sentences('She said: "No." The boat left.') == ['She said: "No."', "The boat left."]


def test_a_line_ends_a_sentence():
    assert sentences("The boat left\nIt was late.") == ["The boat left", "It was late."]


def test_a_quotation_is_one_word():
    (sentence,) = Page('She said "no, never" twice.').sentences
    assert len(sentence.word) == 5  # She said … twice .
    assert sentence.quotes == [2]


@given(st.text(alphabet="aB .!?\"'’\n", max_size=60))
def test_words_stand_where_they_say(text):
    page = Page(text)
    for sentence in page.sentences:
        for n, word in enumerate(sentence.word):
            assert page.source[slice(*sentence.span(n, n + 1))] == word


@given(st.lists(st.text(alphabet="aB1é .,;:?()$—-'’&\t\ue000\ue001\ue002İ", max_size=40)))
def test_string_methods_part_words_as_the_pattern_does(texts):
    assert list(taken_apart(texts)) == list(map(by_pattern, texts))


def test_where_words_stand_can_be_asked_in_any_order():
    text = "She said, twice, that it was late."
    sentence = Sentence(text, 0, len(text))
    assert [text[slice(*sentence.span(*part))] for part in [(1, 2), (0, 4), (5, 9)]] == [
        "said",
        "She said, twice",
        "that it was late",
    ]
    assert [
        text.index(word, begin) for word, begin in zip(sentence.word, sentence.begin, strict=True)
    ] == sentence.begin
