"""The same speaker across the articles of a case."""

from __future__ import annotations

from kit.find.across import Shared, across
from kit.find.page import Page
from kit.find.people import named
from kit.find.quotation import Quotation
from kit.spans import Stretch


def case(**articles: tuple[str, str]) -> dict[str, Shared | None]:
    """One speaker an article: article -> (text, the speaker's words), answered by article."""
    given = {}
    for article, (text, words) in articles.items():
        start = text.rindex(words)
        quotation = Quotation("direct", (Stretch(0, 1),), Stretch(start, start + len(words)), None, "given", 1.0)
        named(Page(text), [quotation])
        given[article] = (text, [quotation])
    return {article: answers[0] for article, answers in across(given).items()}


FULL = "Harbour Security Secretary Ann Lind spoke. “No,” Lind said."


def test_a_full_name_a_surname_and_a_role_meet() -> None:
    found = case(
        a=(FULL, "Lind"),
        b=("“No,” Lind said.", "Lind"),
        c=("“No,” the Harbour Security Secretary said.", "the Harbour Security Secretary"),
    )
    assert found == dict.fromkeys("abc", Shared("ann_lind", "Ann Lind"))


def test_two_of_one_surname_in_a_case_are_nobody() -> None:
    found = case(
        a=(FULL, "Lind"), b=("Paul Lind spoke. “No,” Paul Lind said.", "Paul Lind"), c=("“No,” Lind said.", "Lind")
    )
    assert found["c"] is None
    assert found["a"] != found["b"]


def test_an_acronym_that_another_article_spells_out() -> None:
    long = "The Harbour Police Department (HPD) spoke. It was late, the Harbour Police Department said."
    found = case(a=(long, "Harbour Police Department"), b=("“No,” the HPD said.", "the HPD"))
    assert found["a"] == found["b"] == Shared("harbour_police_department", "Harbour Police Department")


def test_an_acronym_by_its_initials() -> None:
    found = case(
        a=("It was late, the Harbour Police Department said.", "the Harbour Police Department"),
        b=("“No,” HPD said.", "HPD"),
    )
    assert found["a"] == found["b"]


def test_unnamed_speakers_are_shared_by_nobody() -> None:
    found = case(a=("“No,” a spokesman said.", "a spokesman"), b=("“No,” a spokesman said.", "a spokesman"))
    assert set(found.values()) == {None}
