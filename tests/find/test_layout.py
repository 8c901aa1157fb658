"""Kinds of paragraph, told by how a line looks and what stands above it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.find.layout import paragraphs


def kinds(text):
    return [line.kind for line in paragraphs(text)]


def speakers(text):
    return [text[line.speaker.start : line.speaker.end] if line.speaker else None for line in paragraphs(text)]


def spoken(text):
    return [text[line.words.start : line.words.end] if line.words else None for line in paragraphs(text)]


def test_paragraphs_are_trimmed_lines():
    text = "  One stall opened. \r\n\r\n\n \nTwo shut.\t\n"
    assert [text[line.start : line.end] for line in paragraphs(text)] == ["One stall opened.", "Two shut."]


def test_nothing():
    assert paragraphs("") == paragraphs(" \n\r\n ") == []


def test_heading():
    text = "Night market opens again\n\nThe stalls came back on Monday.\n\nA long winter\n\nIt had been shut since May."
    assert kinds(text) == ["heading", "prose", "heading", "prose"]


@pytest.mark.parametrize("dash", ["— ", "– ", "- ", "-- ", "—"])
def test_dash_line(dash):
    text = f"“We never doubted it,”\n{dash}Oona Vane, fish trader\n\nThe stalls came back."
    assert kinds(text) == ["prose", "attribution", "prose"]
    assert speakers(text)[1] == "Oona Vane"


def test_dash_line_of_an_office():
    text = "“We were there in time.”\n— Harbour police dispatcher, on the radio"
    assert speakers(text) == [None, "Harbour police dispatcher"]


def test_name_line():
    text = '"We never doubted it."\nPiet Marsh, harbour master'
    assert kinds(text) == ["prose", "attribution"]
    assert speakers(text) == [None, "Piet Marsh"]


def test_name_line_that_holds_the_closing_mark():
    text = '"We never doubted it.\n\nPiet Marsh, harbour master."'
    assert speakers(text) == [None, "Piet Marsh"]


@pytest.mark.parametrize(
    "text",
    [
        "The stalls came back.\n— Oona Vane, fish trader",
        "“Yes,” she said. “We did.”\n— Ada Holt",
        "“We did.”\n— Ada Holt contributed to this article.",
        "“We did.”\nThe market opened at nine in the morning.",
        "“We did.”\nA long winter",
    ],
)
def test_no_attribution(text):
    assert "attribution" not in kinds(text)


def test_dash_at_the_end_of_the_words():
    text = "“Never again.” — Ada Holt, councillor for the harbour"
    assert (kinds(text), speakers(text), spoken(text)) == (["dash"], ["Ada Holt"], ["“Never again.”"])


def test_lead_and_block():
    text = "The mayor continued:\n\nWe shall pay for the pumps ourselves.\n\nNobody objected."
    assert kinds(text) == ["prose", "block", "prose"]
    assert [line.lead for line in paragraphs(text)] == [True, False, False]
    assert spoken(text)[1] == "We shall pay for the pumps ourselves."


def test_a_list_after_a_lead_is_no_block():
    assert kinds("She gave three reasons:\n\n1. Money.\n\n2. Time.") == ["prose", "prose", "prose"]
    assert kinds("These are the stalls that opened:\n\nFish, bread and books.") == ["prose", "prose"]


def test_questions_and_answers():
    text = "Q: Were you afraid?\nA: Never. It rained.\nQ: And now?\nA: I sleep."
    assert kinds(text) == ["question", "answer", "question", "answer"]
    assert spoken(text)[1] == "Never. It rained."


def test_interview_by_names():
    text = "VANE: Were you afraid?\n\nHOLT: Never.\n\nVANE: And now?\n\nHOLT: I sleep at last."
    assert kinds(text) == ["question", "answer", "question", "answer"]
    assert speakers(text) == ["VANE", "HOLT", "VANE", "HOLT"]


def test_interview_by_full_names():
    text = "Oona Vane: Were you afraid?\n\nAda Holt: Never.\n\nOona Vane: And now?\n\nAda Holt: I sleep."
    assert speakers(text) == ["Oona Vane", "Ada Holt", "Oona Vane", "Ada Holt"]


def test_a_label_or_two_make_no_transcript():
    assert set(kinds("Vane: “We swim.”\n\nThe rest was silence.\n\nHolt: “We dive.”")) == {"prose"}
    assert "answer" not in kinds("PHOTO: A stall.\nPHOTO: A boat.\nPHOTO: A pump.\nREAD MORE: Pumps.")


def test_tweet():
    text = "Lovely night at the market! pic.twitter.com/x — Oona Vane (@oonav) June 2, 2020"
    assert (kinds(text), speakers(text)) == (["tweet"], ["Oona Vane"])


@pytest.mark.parametrize(
    "line",
    [
        "FILE PHOTO: Stalls under water in May.",
        "Stalls under water (Photo by Ada Holt/Getty Images)",
        "Image caption Stalls",
    ],
)
def test_caption(line):
    assert kinds(line) == ["caption"]


def test_wrapped_text():
    text = "The market was open and the\ntraders were there before\ndawn, as ever, with fish\nand bread.\n\nThe mayor slept."
    assert [text[line.start : line.end][:10] for line in paragraphs(text)] == ["The market", "The mayor "]


@given(
    st.lists(
        st.sampled_from(["“No.”", "\n", " ", "— Oona Vane, x", "Q: a?", "A: b", "HOLT: c", "said:", "(@x)", "\r"])
    ).map("".join)
)
def test_offsets_hold(text):
    at = 0
    for line in paragraphs(text):
        assert at <= line.start < line.end <= len(text)
        assert text[line.start : line.end] == text[line.start : line.end].strip()
        for part in (line.speaker, line.words):
            assert part is None or (line.start <= part.start <= part.end <= line.end)
        at = line.end


@given(st.text())
def test_any_text(text):
    paragraphs(text)
