"""Through whose hands words went."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.find.hands import hands, hands_in
from kit.find.page import Page
from kit.find.quotation import Quotation
from kit.find.sentences import Sentence
from kit.spans import Stretch


def via(text: str, speaker: str, cue: str) -> list[str]:
    """The hands of the first quotation of a sentence."""
    page = Page(text)
    mark = page.marks[0]
    at = [Stretch(text.index(words), text.index(words) + len(words)) for words in (speaker, cue)]
    quotation = Quotation("direct", (Stretch(mark.start, mark.end),), at[0], at[1], "given", 1.0)
    hands(page, [quotation])
    return [text[one.start : one.end] for one in quotation.via]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will rebuild,” Lind told the Harbour Times.", ["the Harbour Times"]),
        ("“We will rebuild,” Lind told CNN’s Ann Roe.", ["CNN’s Ann Roe"]),
        ("“We will rebuild,” Lind told the newspaper Tuesday.", ["the newspaper"]),
        ("“We will rebuild,” Lind told reporters on Monday.", []),
        ("“We will rebuild,” Lind told the court.", []),
        ("“We will rebuild,” Lind said in an interview with Radio Harbour.", ["Radio Harbour"]),
        ("“We will rebuild,” Lind said in audio shared by HarbourWatch.", ["HarbourWatch"]),
        ("In a statement to CNN, Lind said “no.”", ["CNN"]),
        ("“We will rebuild,” Lind said, according to Pat Roe.", ["Pat Roe"]),
        ("“We will rebuild,” Lind said, according to a report in the Harbour Post.", ["the Harbour Post"]),
        ("“We will rebuild,” Lind said, as reported by the BBC.", ["the BBC"]),
        ("“We will rebuild,” Lind said, the Harbour Times reported.", ["the Harbour Times"]),
        ("“We will rebuild,” Lind said, citing the harbour master.", ["the harbour master"]),
        ("“We will rebuild,” Lind said in an email.", []),
        ("“We will rebuild,” Lind told the daily Harbour Voice.", ["the daily Harbour Voice"]),
        ("“We will rebuild,” Lind told Channel 3 on Monday.", ["Channel 3"]),
        ("“We will rebuild,” Lind told state radio.", ["state radio"]),
        ("“We will rebuild,” Lind said in a letter obtained by the Harbour Star.", ["the Harbour Star"]),
        ("“We will rebuild,” Lind said in a memo that the Harbour Post obtained.", ["the Harbour Post"]),
        ("In a tape shared with the Post by a former clerk, Lind said “no.”", ["a former clerk", "the Post"]),
        ("“We will rebuild,” Lind said on its website.", []),
        ("“We will rebuild,” Lind said in a memo seen by this newspaper.", []),
        ("“We will rebuild,” Lind said through his lawyer.", ["his lawyer"]),
        ("“We will rebuild,” Lind said on Twitter.", []),
        ("According to the Harbour Post, Lind said to the BBC: “no.”", ["the Harbour Post", "the BBC"]),
    ],
)
def test_hands_nearest_the_outlet_first(text: str, expected: list[str]) -> None:
    assert via(text, "Lind", "told" if " told " in text else "said") == expected


def test_the_agency_of_the_dateline_is_an_outlet() -> None:
    assert via("PORT ROE (Shorewire) — The dam held. Lind told Shorewire: “No.”", "Lind", "told") == ["Shorewire"]


def test_whom_an_outlet_cites_is_the_speaker() -> None:
    text = "The Harbour Post said “no,” citing a clerk."
    quotation = Quotation("indirect", (Stretch(22, 25),), Stretch(0, 16), Stretch(17, 21), "given", 1.0)
    hands(Page(text), [quotation])
    assert quotation.speaker == Stretch(35, 42)
    assert quotation.via == (Stretch(0, 16),)


def test_each_quotation_has_its_own_hands() -> None:
    text = "Lind told the Harbour Post “no,” while Roe told the BBC “yes.”"
    page = Page(text)
    found = [
        Quotation("fragment", (Stretch(mark.start, mark.end),), None, Stretch(cue, cue + 4), "given", 1.0)
        for mark, cue in zip(page.marks, (text.index("told"), text.rindex("told")), strict=True)
    ]
    hands(page, found)
    assert [[text[v.start : v.end] for v in one.via] for one in found] == [["the Harbour Post"], ["the BBC"]]


@given(
    st.lists(
        st.sampled_from(
            [
                "told",
                "the",
                "Times",
                "in",
                "a",
                "statement",
                "by",
                "to",
                "according",
                "of",
                "citing",
                ",",
                "“no”",
                "Ann",
                "shared",
                "on",
                "X",
            ]
        )
    )
)
def test_hands_are_words_of_the_sentence(words: list[str]) -> None:
    text = " ".join(words)
    for hand in hands_in(Sentence(text, 0, len(text))):
        assert 0 <= hand.at.start < hand.at.end <= len(text)
