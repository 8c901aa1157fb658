"""Indirect and mixed speech: what is told, by whom, by which rule; refusals to comment."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.find.indirect import indirect
from kit.find.page import Page
from kit.find.quotation import Quotation


def found(text: str) -> list[Quotation]:
    page = Page(text)
    return indirect(page)


def told(text: str) -> list[tuple[str, ...]]:
    return [tuple(text[span.start : span.end] for span in one.spans) for one in found(text)]


def only(text: str) -> Quotation:
    (one,) = found(text)
    return one


AFTER = [
    ("Ida Brandt said the tram would be late.", "the tram would be late"),
    ("Ida Brandt said on Monday that the tram would be late.", "that the tram would be late"),
    ("Ida Brandt told reporters in Salem that the tram would be late.", "that the tram would be late"),
    ("The mayor told the crowd he was sorry.", "he was sorry"),
    ("Ida Brandt said in an interview with the Courier that trams were late.", "that trams were late"),
    ("The mayor vowed to rebuild the bridge.", "to rebuild the bridge"),
    ("The board asked whether the bridge was safe.", "whether the bridge was safe"),
    ("Residents called for a new bridge.", "a new bridge"),
    ("The mayor announced a plan for the harbour.", "a plan for the harbour"),
    ("Ms Brandt accused the board of hiding the report.", "the board of hiding the report"),
    ("Ms Brandt pointed out that the bridge was closed.", "that the bridge was closed"),
    ("The union urged drivers to stay at home.", "drivers to stay at home"),
    ("Sailors called the harbour a disgrace.", "the harbour a disgrace"),
    ("The report says Salem and Quill agreed to pay.", "Salem and Quill agreed to pay"),
    ("The first said he was ill.", "he was ill"),
]


@pytest.mark.parametrize(("text", "words"), AFTER)
def test_content_after_the_cue(text: str, words: str) -> None:
    assert told(text) == [(words,)]


BEFORE = [
    ("The tram would be late, Ida Brandt said.", "The tram would be late"),
    ("The tram would be late, said Ida Brandt, the mayor.", "The tram would be late"),
    ("SALEM, Dec. 1 (AB) — The tram is late, the mayor said.", "The tram is late"),
    ("The bridge was closed on Sunday, according to the harbour board.", "The bridge was closed on Sunday"),
    ("According to the harbour board, the bridge was closed.", "the bridge was closed"),
    ("As the Courier reported, the bridge was closed.", "the bridge was closed"),
    ("But, she said, the bridge is safe.", "the bridge is safe"),
]


@pytest.mark.parametrize(("text", "words"), BEFORE)
def test_content_before_the_cue_or_after_a_leading_one(text: str, words: str) -> None:
    assert told(text) == [(words,)]


def test_a_cue_inside_its_content_parts_it_in_two() -> None:
    assert told("The bridge, the mayor said, would close in May.") == [("The bridge", "would close in May")]


def test_a_relative_pronoun_belongs_to_the_content() -> None:
    assert told("He sold the bus, which he said was old.") == [("which", "was old")]


def test_coordinated_cues_tell_two_things() -> None:
    text = "The mayor said the bridge was safe and insisted that it would stay open."
    assert told(text) == [("the bridge was safe",), ("that it would stay open",)]


def test_the_main_clause_after_a_leading_one_is_no_content() -> None:
    assert told("When the mayor said the bridge was safe, the crowd laughed.") == [("the bridge was safe",)]
    assert told("Asked whether the bridge was safe, he left the room.") == [("whether the bridge was safe",)]


def test_an_aside_of_the_outlet_ends_the_content() -> None:
    assert told("He said the bridge was safe, although it had closed twice.") == [("the bridge was safe",)]


def test_mixed_speech_is_given_whole() -> None:
    text = "The mayor said the bridge was “perfectly safe” for buses."
    assert told(text) == [("the bridge was “perfectly safe” for buses",)]


def test_what_stands_in_marks_is_left_to_the_quotations() -> None:
    assert told("“The bridge is safe,” the mayor said on Monday in Salem.") == []
    assert told("The mayor said: “The bridge is safe.”") == []


def test_what_somebody_would_say_is_not_said() -> None:
    assert told("The mayor would say the bridge was safe.") == []


def test_what_is_told_inside_something_told_stands_in_the_outer_one() -> None:
    assert told("She said he claimed that the bridge was safe.") == [("he claimed that the bridge was safe",)]


def test_nouns_report() -> None:
    assert told("The board heard her claim that the bridge was safe.") == [("that the bridge was safe",)]
    assert told("The board broke its promise to mend the bridge.") == [("to mend the bridge",)]


def test_speaker_cue_and_rule_are_named() -> None:
    text = "Ida Brandt said the tram would be late."
    one = only(text)
    assert one.kind == "indirect"
    assert one.rule == "clause after the cue"
    assert one.speaker
    assert one.cue
    assert (text[one.speaker.start : one.speaker.end], text[one.cue.start : one.cue.end]) == ("Ida Brandt", "said")
    assert 0.5 < one.confidence < 1


REFUSALS = [
    ("A spokeswoman for the port declined to comment.", "declined", "to comment"),
    ("The port declined to comment on the fire.", "declined to comment", "the fire"),
    ("The owner refused to say whether he had been told.", "refused to say", "whether he had been told"),
    ("The port did not respond to a request for comment.", "did not respond", "a request for comment"),
    ("The owner could not be reached for comment.", "could not be", "reached for comment"),
    ("The owner had no comment.", "had", "no comment"),
]


@pytest.mark.parametrize(("text", "cue", "words"), REFUSALS)
def test_a_refusal_to_comment_is_a_kind_of_its_own(text: str, cue: str, words: str) -> None:
    one = only(text)
    assert one.kind == "no-comment"
    assert one.speaker
    assert one.cue
    assert (text[one.cue.start : one.cue.end], text[one.spans[0].start : one.spans[0].end]) == (cue, words)


CUE_WORDS = ("said", "that", "told", "according", "to", "which", "asked", "whether", "declined", "comment", "claim")
OTHER_WORDS = ("the mayor", "“late”", "no", "as", "and", "but", "she", "was", "reached", "Salem", "on Monday")
PIECES = st.sampled_from((*CUE_WORDS, *OTHER_WORDS, ",", ".", "—", ":", ";", "\n"))


@given(st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=60))
def test_every_text_is_read_and_every_span_is_a_stretch_of_it(text: str) -> None:
    for one in found(text):
        assert all(0 <= span.start < span.end <= len(text) for span in one.spans)
        assert all(left.end <= right.start for left, right in zip(one.spans, one.spans[1:], strict=False))


def test_leaving_an_alarm_unanswered_is_no_silence_towards_reporters() -> None:
    assert not [
        one for one in found("Crews were told not to respond to the alarm at the mill.") if one.kind == "no-comment"
    ]
    assert only("The mill did not respond to questions on Monday.").kind == "no-comment"


def test_a_contraction_is_cut_from_the_speaker() -> None:
    text = "He’s said the tram is late."
    speaker = only(text).speaker
    assert speaker is not None
    assert text[speaker.start : speaker.end] == "He"
