"""Who the words that name a speaker are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.find.page import Page
from kit.find.people import named
from kit.find.quotation import Quotation
from kit.spans import Stretch


def read(marked: str) -> list[Quotation]:
    """Each ``[speaker]`` of a text as the speaker of a quotation that ends right before it, named."""
    spans, text = [], ""
    for part in re.split(r"(\[[^\]]*\])", marked):
        if part.startswith("["):
            spans.append(Stretch(len(text), len(text) + len(part) - 2))
            text += part[1:-1]
        else:
            text += part
    found = [Quotation("direct", (Stretch(max(0, s.start - 2), s.start),), s, None, "given", 1.0) for s in spans]
    named(Page(text), found)
    return found


def names(marked: str) -> list[tuple[str | None, str | None]]:
    """The name and the rule of each speaker."""
    return [(quotation.name, quotation.resolved_by) for quotation in read(marked)]


@pytest.mark.parametrize(
    ("words", "name", "rule"),
    [
        ("Harbour Mayor Clara Okafor, 51,", "Clara Okafor", "full name"),
        ("Okafor", "Clara Okafor", "surname"),
        ("Mayor Okafor", "Clara Okafor", "title and surname"),
        ("Ms. Okafor", "Clara Okafor", "title and surname"),
        ("OKAFOR", "Clara Okafor", "surname"),
        ("Clara", "Clara Okafor", "given name"),
        ("the mayor", "Clara Okafor", "role"),
        ("she", "Clara Okafor", "pronoun"),
        ("a spokesman for the port", "a spokesman for the port", "as given"),
        ("residents", "residents", "as given"),
        ("we", None, None),
    ],
)
def test_a_person_is_found_again(words: str, name: str | None, rule: str | None) -> None:
    assert names(f"Mayor Clara Okafor opened the bridge. It was late, [{words}] said.") == [(name, rule)]


def test_names_with_particles_and_initials() -> None:
    found = names("Tomas J. de la Vega met Ana Brandt. “No,” [de la Vega] said. “Yes,” [Vega] said.")
    assert [name for name, _ in found] == ["Tomas J. de la Vega"] * 2


def test_two_of_one_surname_are_nobody_and_both_are_kept() -> None:
    (answer,) = read("John Marsh met Ann Marsh. “No,” [Marsh] said.")
    assert (answer.name, answer.resolved_by) == (None, None)
    assert [one.why for one in answer.rejected] == ["one of 2 with this name"] * 2


def test_a_title_tells_two_of_one_surname_apart() -> None:
    assert names("John Marsh met Ann Marsh. “No,” [Mrs. Marsh] said.") == [("Ann Marsh", "title and surname")]


def test_only_one_of_them_has_been_introduced() -> None:
    assert names("John Marsh left. “No,” [Marsh] said.\nAnn Marsh stayed.") == [("John Marsh", "surname")]


def test_a_relative_is_not_meant_by_the_bare_surname() -> None:
    assert names("John Marsh and his wife, Ann Marsh, left. “No,” [Marsh] said.") == [("John Marsh", "surname")]


def test_two_men_before_he() -> None:
    (answer,) = read("Peter Roe met Paul Lind. [He] said it was late.")
    assert answer.name is None
    assert len(answer.rejected) == 2


def test_he_is_the_speaker_before_not_whom_he_speaks_of() -> None:
    assert names("[Peter Roe] blamed Paul Lind. “No,” [he] said.")[1] == ("Peter Roe", "pronoun")


def test_he_is_no_woman() -> None:
    assert names("[Peter Roe] spoke first. [Ann Lind] spoke next. “No,” [he] said.")[2] == ("Peter Roe", "pronoun")


def test_she_after_a_spokeswoman() -> None:
    found = names("[A police spokeswoman] gave no number. “Later,” [she] said.")
    assert found[1] == ("A police spokeswoman", "pronoun")


def test_who_is_the_name_before() -> None:
    assert names("It fell to Ann Lind, [who] said no.") == [("Ann Lind", "relative")]
    assert names("It fell to Ann Lind, a nurse [who] said no.") == [("Ann Lind", "relative")]
    assert names("It fell to a nurse [who] said no.") == [("a nurse", "relative")]
    assert names("It fell to Sen. Ann Lind of Ohio, [who] said no.") == [("Ann Lind", "relative")]
    assert names("It fell to Nurses for Peace, a group [that] said no.") == [("Nurses for Peace", "relative")]


def test_an_office_of_several_words() -> None:
    assert names("“No,” [Secretary of State Ann Lind] said.") == [("Ann Lind", "full name")]


def test_a_doubtful_speaker_makes_the_pronoun_doubtful() -> None:
    found = names("Liz Marsh met Ann Marsh. “No,” [Marsh] said. “Never,” [she] added.")
    assert found == [(None, None), (None, None)]


def test_a_man_and_a_woman_share_a_surname() -> None:
    assert names("Remo Marsh stayed. Mr. Marsh sat. “No,” [Ms. Marsh] said.") == [("Marsh", "as given")]


def test_a_body_its_acronym_and_the_noun() -> None:
    text = "The Harbour Police Department (HPD) closed the pier. [HPD] said no. [The department] said more."
    assert names(text) == [("Harbour Police Department", "acronym"), ("Harbour Police Department", "role")]


def test_two_bodies_with_the_noun_are_nobody() -> None:
    (answer,) = read("The Fire Department and the Police Department met. [The department] said no.")
    assert answer.name is None


def test_they_are_the_group_before() -> None:
    assert names("[Residents] were angry. “Never,” [they] said.")[1] == ("Residents", "pronoun")


def test_two_together() -> None:
    assert names("Ann Lind met Paul Roe. “No,” [Lind and Roe] said.") == [("Ann Lind and Paul Roe", "names")]


def test_a_role_in_an_apposition() -> None:
    text = "Ann Lind, president of the dockers' union, left early. “No,” [the union president] said."
    assert names(text) == [("Ann Lind", "role")]


def test_an_epithet_is_the_speaker_before() -> None:
    assert names("[Paul Roe] spoke first. “No,” [the billionaire] said.")[1] == ("Paul Roe", "role")


def test_nobody_to_stand_for() -> None:
    assert names("“No,” [he] said.") == [(None, None)]


@given(st.text(alphabet="AB ab.,“”\n'’-", max_size=80), st.integers(0, 80), st.integers(1, 20))
def test_any_text_and_any_span(text: str, start: int, length: int) -> None:
    speaker = Stretch(min(start, len(text)), min(start + length, len(text)))
    quotation = Quotation("direct", (Stretch(0, 1),), speaker, None, "given", 1.0)
    named(Page(text), [quotation])
    assert (quotation.name is None) == (quotation.resolved_by is None)
    assert all(0 <= one.speaker.start < one.speaker.end <= len(text) for one in quotation.rejected)


@pytest.mark.parametrize(
    "hostile", ["A" * 100_000, "A " * 50_000, "A of " * 30_000, "Mr. " * 30_000, "A’" * 50_000, "(A" * 50_000]
)
def test_linear_on_hostile_text(hostile: str) -> None:
    quotation = Quotation("direct", (Stretch(0, 1),), Stretch(len(hostile), len(hostile) + 3), None, "given", 1.0)
    named(Page(hostile + " AAA"), [quotation])
    assert quotation.name


def test_the_name_after_a_role_and_a_comma() -> None:
    assert names("“No,” said [her lawyer], Ann Lind.") == [("Ann Lind", "apposition")]
    assert names("[The operator], Harbour Metro, said no.") == [("Harbour Metro", "apposition")]


def test_a_surname_that_stands_alone_tells_a_person() -> None:
    text = "Zorvan Quill left at noon. Quill was tired. “No,” [he] said."
    assert names(text) == [("Zorvan Quill", "pronoun")]


def test_the_one_who_is_interviewed() -> None:
    assert names("A talk with Ann Lind\n\nQ: Why?\n\n[A:] Because.") == [("Ann Lind", "role")]


def test_a_company_keeps_its_full_stop() -> None:
    assert names("“No,” [Harbour Freight Systems Inc]. said.")[0][0] == "Harbour Freight Systems Inc."


def test_a_long_text_is_read_through_an_index() -> None:
    assert names("Ann Lind left. " + "It was late. " * 6_000 + "“No,” [Lind] said.") == [("Ann Lind", "surname")]
