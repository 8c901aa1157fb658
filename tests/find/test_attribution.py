"""Who speaks the words in marks: one small article for each way of saying so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.find.attribution import attributed
from kit.find.page import Page


def found(text):
    return attributed(Page(text))


def speakers(text):
    """The speaker's words for each quotation, None where there is none."""
    return [text[q.speaker.start : q.speaker.end] if q.speaker else None for q in found(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"The ferry is late," Ines Marlow said.', "Ines Marlow"),
        ('"The ferry is late," said Ines Marlow.', "Ines Marlow"),
        ("“The ferry is late,” said Harbour Master Ines Marlow on Tuesday.", "Harbour Master Ines Marlow"),
        ('"The ferry is late," Ines Marlow, 52, the harbour master of Quill, Maine, said.', "Ines Marlow"),
        ('"Why is the ferry late?" Ines Marlow asked.', "Ines Marlow"),
        ('"Why is the ferry late?" asked a woman at the pier.', "a woman at the pier"),
        ('"The ferry is late," said Ines Marlow, who runs the harbour.', "Ines Marlow"),
        ('"The ferry is late," Sen. Ines Marlow (I-Quill) told reporters.', "Sen. Ines Marlow"),
        ('Ines Marlow said, "The ferry is late."', "Ines Marlow"),
        ('Ines Marlow told the crew on Monday: "The ferry is late."', "Ines Marlow"),
        ('Ines Marlow left the pier and said: "The ferry is late."', "Ines Marlow"),
        ('Ines Marlow left the pier early, adding: "The ferry is late."', "Ines Marlow"),
        ('Ines Marlow, speaking to the crew, said "the ferry is late."', "Ines Marlow"),
        ('In Quill, Maine, the harbour master said: "The ferry is late."', "the harbour master"),
        ('According to Ines Marlow, the ferry is "always late."', "Ines Marlow"),
        ('The ferry is "always late," according to a spokesman for the port.', "a spokesman for the port"),
        ('The ferry is "always late" in winter, Ines Marlow said on Monday.', "Ines Marlow"),
        ('The crew was told by Ines Marlow that the ferry was "always late."', "Ines Marlow"),
        ('Ines Marlow called the ferry "a floating disgrace."', "Ines Marlow"),
        ('Ines Marlow accused the crew of "a quiet mutiny."', "Ines Marlow"),
        ('Ines Marlow said she thinks the ferry is "always late."', "Ines Marlow"),
        ('Ines Marlow\'s claim that the ferry is "always late" was denied.', "Ines Marlow's"),
        ('The ferry was, in the words of one sailor, "always late."', "one sailor"),
        ('The harbour master\'s statement read: "The ferry is late."', "The harbour master's statement"),
        ('Ines Marlow: "The ferry is late."', "Ines Marlow"),
        ('As Ines Marlow put it, "the ferry is always late."', "Ines Marlow"),
        ('"The ferry is late," beamed Ines Marlow.', "Ines Marlow"),
        ('Ines Marlow referred to the ferry as "a floating disgrace."', "Ines Marlow"),
        ('As Ines Marlow, the harbour master, put it, "the ferry is always late."', "Ines Marlow"),
        ("Ines Marlow, who runs the pier, and a sailor were asked to wait. (“It is late,” she said.)", "she"),
        ('Asked about the delay, Ines Marlow said "the ferry is late."', "Ines Marlow"),
        ('About 50 sailors gathered at the pier, holding flags and chanting "no ferry, no work."', "50 sailors"),
        ('The sailors stood at the pier, carrying signs saying "no ferry, no work."', "The sailors"),
        ('Tom Abara called Ines Marlow\'s promise of a "ferry for all" a joke.', "Ines Marlow's"),
        ('It was so calm that Ines Marlow was prompted to say: "The ferry is late."', "Ines Marlow"),
        ('About 50 sailors said the ferry was "late again."', "50 sailors"),
        ('At least 20 sailors said the ferry was "late again."', "20 sailors"),
        ('"Late again!" Ines Marlow told the crew that night.', "Ines Marlow"),
        ('About four in 10 said the ferry was "late again."', "four in 10"),
        ('The harbour board less than two weeks ago said the ferry was "late again."', "The harbour board"),
        (
            'Last week, when I asked Tom Abara to come, Ines Marlow laughed, shook her head and said, "It is late."',
            "Ines Marlow",
        ),
        ('While Ines Marlow, the harbour master, spoke of "a late ferry" that day, it sailed.', "Ines Marlow"),
    ],
)
def test_a_sentence_names_its_speaker(text, speaker):
    assert speakers(text) == [speaker]


def test_a_sentence_of_quotations_only_goes_on_with_the_speaker_before():
    assert speakers('"It is late," Ines Marlow said. "It is always late."') == ["Ines Marlow", "Ines Marlow"]
    assert speakers('"It is late," Ines Marlow said.\n\n"It is always late."') == ["Ines Marlow", "Ines Marlow"]


def test_a_lead_in_names_the_speaker_of_the_paragraph_below():
    assert speakers('Ines Marlow wrote to the crew:\n\n"The ferry is late."') == ["Ines Marlow"]
    assert speakers('Ines Marlow was blunt. "The ferry is late."') == ["Ines Marlow"]


def test_a_lead_in_names_who_told_the_rest():
    text = 'Ines Marlow wrote in May that crews promised to the ferry may go.\n\n"We are tired."'
    assert speakers(text) == ["Ines Marlow"]
    assert speakers('As the harbour website notes:\n\n"The ferry is late."') == ["the harbour website"]


def test_a_sentence_with_something_of_its_own_to_tell_is_no_attribution():
    text = '"We will wait," Ines Marlow said. "It is late." She told the crew, twice, that it would sail.'
    assert speakers(text) == ["Ines Marlow", "Ines Marlow"]


def test_words_after_a_colon_go_on_below():
    text = 'Ines Marlow was blunt in the bar on the pier that night: "It is late.\n\n"It is always late."'
    assert speakers(text) == ["Ines Marlow", "Ines Marlow"]


def test_quotations_in_a_list_have_one_speaker():
    text = 'Her campaign went through slogans, from praising "late ferries" to "sailing for us," "no more ice" and "all aboard."'
    assert speakers(text) == ["Her campaign"] * 4


def test_what_has_a_name_does_not_speak_it():
    (label,) = found('Later, Ines Marlow joined a club called "Winter Sailors" and left it.')
    assert label.kind == "label"
    assert speakers('It was what Ines Marlow called "a late ferry."') == ["Ines Marlow"]


@pytest.mark.parametrize("who", ["Ines Marlow", "sailors"])
def test_who_gives_a_name_speaks_it(who):
    assert who in speakers(f'It was a move {who} called "a floating disgrace."')[0]


def test_what_follows_words_inside_a_noun_phrase_is_no_attribution():
    assert speakers('Some in the "no ferry" crowd suggest the pier is safe.') == [None]


def test_the_next_sentence_can_name_the_speaker():
    assert speakers('"No." "It will not sail," Ines Marlow said.') == ["Ines Marlow", "Ines Marlow"]


def test_speakers_take_turns_where_a_question_is_answered():
    text = '"Is it late?" Tom Abara asked.\n\n"Yes," Ines Marlow said. "Will you wait?"\n\n"I will not wait for it."'
    assert speakers(text)[-1] == "Tom Abara"


def test_a_line_below_names_the_speaker():
    text = 'The crew is tired.\n\n"The ferry has been late all winter."\n— Ines Marlow, harbour master\n'
    assert speakers(text) == ["Ines Marlow"]


def test_nobody_named_is_no_speaker():
    assert speakers('"The ferry is late."') == [None]


def test_a_label_keeps_its_reason():
    (label,) = found('The film "A Winter at the Pier" opens in May.')
    assert (label.kind, label.speaker, label.note) == ("label", None, "title")


def test_words_that_somebody_is_said_to_use_are_speech():
    (fragment,) = found('Ines Marlow called the delay "shameful."')
    assert fragment.kind == "fragment"


def test_kinds():
    assert [q.kind for q in found('Ines Marlow said: "The ferry is late."')] == ["direct"]
    assert [q.kind for q in found('Ines Marlow said the ferry was "late again."')] == ["fragment"]
    assert [q.kind for q in found('The report said: "The ferry is late."')] == ["document"]


def test_quotations_without_a_space_between_them_keep_their_places():
    assert [q.start for q in found('"One," "two,""three," said Ines Marlow. "Four."')] == [1, 8, 14, 41]


def test_other_candidates_are_kept_with_why():
    text = 'Tom Abara denied it, and Ines Marlow said: "The ferry is late."'
    (quotation,) = found(text)
    assert [text[r.speaker.start : r.speaker.end] for r in quotation.rejected] == ["Tom Abara"]
    assert "denied" in quotation.rejected[0].why


def test_the_cue_is_kept():
    text = '"The ferry is late," Ines Marlow has repeatedly said.'
    (quotation,) = found(text)
    assert text[quotation.cue.start : quotation.cue.end] == "has repeatedly said"


MARKS = "\"“”'(),.:?—\n"
SAID = [
    "said",
    "told",
    "that",
    "who",
    "as",
    "Ann",
    "the",
    "mayor",
    "and",
    "to",
    "by",
    "on Tuesday",
    "saying",
    "his claim",
]
WORDS = [*MARKS, *SAID, '"C d."', "“E?”"]


@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)))
def test_any_text_is_taken_and_every_place_lies_inside_it(text):
    for quotation in found(text):
        for place in (*quotation.spans, quotation.speaker, quotation.cue):
            assert place is None or 0 <= place.start < place.end <= len(text)
        assert 0 <= quotation.confidence <= 1
