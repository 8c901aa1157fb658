"""Where reported content begins (circumstances, complements) and where it ends (clauses, noun phrases)."""

from __future__ import annotations

import pytest

from kit.find.circumstances import past_circumstances
from kit.find.clauses import LONGEST, clause_end, has_verb, object_end, words_end
from kit.find.complements import complement
from kit.find.cues import CUES
from kit.find.sentences import Sentence


def sentence(text: str) -> Sentence:
    return Sentence(text, 0, len(text))


def words(line: Sentence, first: int, last: int) -> str:
    return line.source[slice(*line.span(first, last))] if last > first else ""


def test_closing_marks_are_no_words() -> None:
    line = sentence("It was late (again).")
    assert words(line, 0, words_end(line)) == "It was late (again"
    assert words_end(sentence("…!")) == 0


@pytest.mark.parametrize(
    ("circumstances", "rest"),
    [
        ("on Monday", "the tram was late"),
        ("last week", "trams were late"),
        ("in an interview", "trams were late"),
        ("in a long statement to the Courier", "the tram was late"),
        ("", "in Salem nobody was late"),
    ],
)
def test_when_and_on_what_occasion_is_stepped_over(circumstances: str, rest: str) -> None:
    line = sentence(f"{circumstances} {rest}".strip())
    at = past_circumstances(line, 0, len(line.low))
    assert words(line, at, len(line.low)) == rest


@pytest.mark.parametrize(
    ("cue", "after", "kind", "content"),
    [
        ("said", "that it was late", "that", "that it was late"),
        ("said", "it was late", "clause", "it was late"),
        ("told", "the drivers on Monday that it was late", "that", "that it was late"),
        ("told", "the drivers he was late", "hearer, clause", "he was late"),
        ("asked", "the drivers whether it was late", "hearer, question", "whether it was late"),
        ("asked", "by a reader if it was late", "question", "if it was late"),
        ("asked", "her to wait", "hearer, infinitive", "her to wait"),
        ("pointed", "out that it was late", "that", "that it was late"),
        ("called", "for a strike", "for", "a strike"),
        ("called", "it a disgrace", "object", "it a disgrace"),
        ("vowed", "to stay", "infinitive", "to stay"),
        ("announced", "a strike", "object", "a strike"),
        ("said", "in a low voice, that it was late", None, ""),
        ("said", ", in a low voice, that it was late", "that", "that it was late"),
        ("called", "the police", None, ""),
        ("thought", "that it was late", None, ""),
    ],
)
def test_what_a_cue_takes(cue: str, after: str, kind: str | None, content: str) -> None:
    line = sentence(after)
    found = complement(line, CUES[cue], 0, len(line.low))
    assert (found.kind if found else None) == kind
    assert words(line, found.first if found else 0, len(line.low) if found else 0) == content


@pytest.mark.parametrize(
    ("text", "clause"), [("it was late", True), ("a strike in May", False), ("there's a strike", True)]
)
def test_a_clause_has_a_verb(text: str, clause: bool) -> None:
    line = sentence(text)
    assert has_verb(line, 0, len(line.low)) is clause


@pytest.mark.parametrize(
    ("content", "rest"),
    [
        ("the tram was late", ", adding that the bus was early"),
        ("the tram was late", " and insisted that it was safe"),
        ("the tram was late", ", but did not suggest a strike"),
        ("the tram was late", ", and the board said it was old"),
        ("the tram was late", ", with the board calling it old"),
        ("the tram was late", "; nobody knew why"),
        ("the tram was late", ", which is run by the city"),
        ("the tram was late", " — a claim that nobody shares"),
        ("the tram, which was new, had stopped", ""),
        ("the tram — a new one — had stopped", ""),
        ("the tram and the bus were late, too", ""),
    ],
)
def test_where_a_clause_ends(content: str, rest: str) -> None:
    line = sentence(content + rest)
    assert words(line, 0, clause_end(line, 0, len(line.low))) == content


def test_a_leading_clause_ends_where_the_main_clause_begins() -> None:
    line = sentence("the tram was late, he left")
    assert words(line, 0, clause_end(line, 0, len(line.low), leading="main")) == "the tram was late"
    line = sentence("the tram was late, was pleased")
    assert words(line, 0, clause_end(line, 0, len(line.low), leading="verb")) == "the tram was late"


@pytest.mark.parametrize(
    ("content", "rest"),
    [
        ("a plan for the harbour", ", the mayor told the board"),
        ("a plan for the harbour", " during the debate"),
        ("a plan for the harbour", " on Monday"),
        ("a plan for ships, cranes and sheds", ""),
    ],
)
def test_where_a_noun_phrase_ends(content: str, rest: str) -> None:
    line = sentence(content + rest)
    assert words(line, 0, object_end(line, 0, len(line.low))) == content


def test_no_content_is_longer_than_any_seen() -> None:
    line = sentence("late " * (LONGEST + 50))
    assert clause_end(line, 0, len(line.low)) == LONGEST
    assert object_end(line, 0, len(line.low)) == LONGEST
