"""Why words in marks are nobody's speech."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.find.labels import label, labels
from kit.find.marks import marked


def kind(text):
    return label(text, marked(text)[-1])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Robert “Bob” Vance opened the stall.", "nickname"),
        ("She starred in the film “A Long Winter,” shot at the harbour.", "title"),
        ("His novel, “The Pump,” sold well.", "title"),
        ("Vane, the author of “Bread and Fish,” was there.", "title"),
        ("He spoke on the radio’s “Morning Papers” in May.", "title"),
        ("“Old Bridges” (1998) was shown again.", "title"),
        ("Vane appeared on “The Late Market” on Monday.", "title"),
        ("Some wore “Vote Marsh” hats.", "slogan"),
        ("A banner with “no more pumps” hung there.", "slogan"),
        ("The word “harbour” has two meanings.", "term"),
        ("They looked for words such as “pump” in it.", "term"),
        ("The eel, known to all as “Biscuit,” lived on.", "nickname"),
        ("The so-called “fish tax” was dropped.", "term"),
        ("“Bilge” is a term for dirty water.", "term"),
        ("The “reform” plan cost him his seat.", "scare"),
        ("Their “friend” had left by then.", "scare"),
        ('<img alt="A stall at night">', "markup"),
    ],
)
def test_kinds(text, wanted):
    assert kind(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Holt called the plan “shameful.”",
        "Holt called it “daft” and left.",
        "“We swim every day,” Vane said.",
        "“No,” she said.",
        "Her view of the timetable? “Shameful.”",
        "Papers portrayed him as a “crook” for years.",
        "The plan is “long overdue,” according to Holt.",
        "“We never had a market like this one in our town before,” read the letter.",
    ],
)
def test_speech(text):
    assert kind(text) is None


def test_what_is_called_out_is_speech():
    assert kind("They were met with cries of “Vane! Vane! Vane” at the pier.") is None


def test_a_soft_reason_gives_way_to_a_speaker():
    text = "The “reform” plan cost him his seat."
    (mark,) = marked(text)
    assert label(text, mark, spoken=True) is None
    assert label(text, mark, spoken=False) == "scare"


def test_a_firm_reason_does_not():
    text = "Holt praised the film “A Long Winter,” she said."
    (mark,) = marked(text)
    assert label(text, mark, spoken=True) == "title"


def test_titles_in_a_list():
    text = "He wrote the books “The Pump,” “Salt” and “Eels in Winter” there."
    assert [reason.kind for reason in labels(text, marked(text))] == ["title"] * 3


def test_examples_in_a_list():
    text = "They looked for words such as “pump,” “eel” and “salt” in it."
    assert [reason.kind for reason in labels(text, marked(text))] == ["term"] * 3


def test_only_the_sentence_counts():
    text = "She said no to the film. They slept at “home” until nine."
    (reason,) = labels(text, marked(text))
    assert (reason.kind, reason.near) == ("scare", False)


def test_an_abbreviation_ends_no_sentence():
    text = "The book by Dr. Vane, “Eels in Winter,” sold well."
    assert kind(text) == "title"


@given(st.text(alphabet="“”\"' aA.,(\n=é’ſİ1—"))
def test_any_text(text):
    marks = marked(text)
    assert len(labels(text, marks)) == len(marks)


def test_a_nickname_has_a_name_after_it_on_the_same_line():
    text = "Union Slams “Careless Order”\n\nRobert Vance spoke on Monday."
    assert kind(text) != "nickname"
