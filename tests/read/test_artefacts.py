import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.lexicon import sections
from kit.read.artefacts import artefacts
from kit.schema import Artefact as Row

PROSE = "The ferry was held for six hours on Monday, the harbour office said in a short statement."
KINDS = set(Row.model_fields["kind"].annotation.__args__)


def found(text):
    return [(a.kind, text[a.start : a.end]) for a in artefacts(text)]


def between(line):
    """What a line between two paragraphs is."""
    return found(f"{PROSE}\n\n{line}\n\n{PROSE}")


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("navigation", "Advertisement"),
        ("navigation", "Share this"),
        ("navigation", "Related: Storm closes bridge"),
        ("navigation", "FERRY OWNER FACES FINE AFTER SECOND CRACK IS FOUND"),
        ("navigation", "https://gazette.example/ferry"),
        ("form", "Subscribe to the Harbour Gazette"),
        ("form", "desk@gazette.example"),
        ("caption", "The ferry at the quay on Monday. (Photo by Ola Ruz)"),
        ("caption", "Passengers wait on the quay. (Ola Ruz/Northwind)"),
        ("poll", "Should the ferry sail on Sundays?"),
        ("footer", "Ivo Tan contributed to this report."),
        ("footer", "Copyright © 2024 Harbour Gazette"),
        ("footer", "© 2024 Harbour Gazette"),
        ("navigation", "Comments (12)"),
        ("heading", "What passengers saw"),
        ("heading", "A Quiet Night Ends"),
        ("other", "* * *"),
    ],
)
def test_a_line_between_paragraphs(kind, line):
    assert between(line) == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "“Sign up for the night crew,” she told them.",
        "He said the copyright was his and that nobody had asked him before the book was printed.",
        "Nobody answered.",
        "They asked:",
    ],
)
def test_prose_is_none(line):
    assert between(line) == []


def test_what_stands_before_the_first_prose():
    text = (
        f"Ferry Held After Crack Is Found\nBy Mira Okon   March 4, 2024 at 8:30am\n\nPORT ANSEL (AP) — {PROSE}\n{PROSE}"
    )
    assert found(text) == [
        ("headline", "Ferry Held After Crack Is Found"),
        ("byline", "By Mira Okon"),
        ("dateline", "March 4, 2024 at 8:30am"),
        ("dateline", "PORT ANSEL (AP) —"),
    ]


def test_a_quotation_and_its_attribution():
    text = f"{PROSE}\n\n“We will stay,”\n— Ola Ruz, harbour master\n\n“We will go,”\nLena Brook, passenger\n\n{PROSE}"
    assert found(text) == [
        ("attribution-line", "— Ola Ruz, harbour master"),
        ("attribution-line", "Lena Brook, passenger"),
    ]


def test_the_end_says_who_the_author_is():
    text = f"{PROSE}\n{PROSE}\n\nMira Okon\nMira Okon is a reporter at the Harbour Gazette. Follow her on Quayside.\nConversation"
    assert found(text) == [
        ("biography", "Mira Okon\nMira Okon is a reporter at the Harbour Gazette. Follow her on Quayside."),
        ("navigation", "Conversation"),
    ]


def test_news_at_the_end_is_no_biography():
    assert found(f"{PROSE}\nTomas Hale is expected to meet the ministry's director on Thursday.") == []


def test_a_form_is_one():
    text = f"{PROSE}\n\nLeave a Reply\n\nYour email address stays with us. Required fields are marked *"
    assert found(text) == [("form", "Leave a Reply\n\nYour email address stays with us. Required fields are marked *")]


def test_tags_and_white_space():
    assert found("<pA man came.\n  \n <p“Stay,” he <b>said</b>.") == [
        ("broken-tag", "<p"),
        ("blank", "  "),
        ("blank", " "),
        ("broken-tag", "<p"),
        ("broken-tag", "<b>"),
        ("broken-tag", "</b>"),
    ]


def test_line_ends_of_two_characters():
    text = f"{PROSE}\r\n\r\nShare this\r\n\r\n{PROSE}\r\n"
    assert found(text) == [("navigation", "Share this")]


@given(st.lists(st.sampled_from([PROSE, "Share this", "By A B", "“x,”", "— C D", "", " ", "<p", "A B is a writer."])))
def test_artefacts_slice_the_text_and_do_not_overlap(lines):
    text = "\n".join(lines)
    reached = 0
    for one in artefacts(text):
        assert reached <= one.start < one.end <= len(text)
        assert one.kind in KINDS
        reached = one.end


@given(st.text())
def test_no_text_raises(text):
    artefacts(text)


def test_every_entry_of_the_lexicon_can_be_found():
    for name, entries in sections("artefacts").items():
        for entry in entries:
            assert entry == entry.lower().strip()
            assert "’" not in entry
            assert not name.endswith("start") or len(entry) >= 3
