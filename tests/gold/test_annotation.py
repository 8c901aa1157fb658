"""The gold articles load, and an annotation that does not fit its text is refused."""

import re
from itertools import pairwise

import pytest

from kit.spans import Stretch
from tests.gold.annotation import FOLDER, KINDS, UnclearError, articles, load, place

TEXT = "“Rain,” said Ada Finch, then told the Ledger: “More rain.” And then she left."
HEAD = 'register = "weather"\n'


def words(stretch):
    return TEXT[stretch.start : stretch.end]


def test_words_are_found_where_they_stand():
    assert place(TEXT, "Ada Finch") == {"words": (Stretch(13, 22),)}


def test_a_tilde_skips_words():
    (found,) = place(TEXT, "said ~ told")["words"]
    assert words(found) == "said Ada Finch, then told"


def test_braces_take_a_piece_of_their_context():
    (found,) = place(TEXT, "And {then} she")["cue"]
    assert (words(found), found.start) == ("then", TEXT.rindex("then"))


def test_nth_counts_from_one():
    (found,) = place(TEXT, {"text": "then", "nth": 2})["words"]
    assert found.start == TEXT.rindex("then")


def test_speaker_cue_and_hand_in_one_go():
    found = place(TEXT, "[Ada Finch], then {told} <the Ledger>", "[{<")
    assert {role: [words(s) for s in stretches] for role, stretches in found.items()} == {
        "speaker": ["Ada Finch"],
        "cue": ["told"],
        "hand": ["the Ledger"],
    }


def test_words_end_where_words_end():
    with pytest.raises(UnclearError, match="not in the text"):
        place(TEXT, "Fin")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("Snow", "'Snow': not in the text"),
        ("then", "'then': 2 times in the text; add context or nth"),
        ({"text": "then", "nth": 3}, "'then': nth = 3, but 2 in the text"),
    ],
)
def test_what_is_not_clear_is_refused(written, message):
    with pytest.raises(UnclearError) as problem:
        place(TEXT, written)
    assert str(problem.value) == message


def test_every_problem_of_an_article_is_told():
    toml = """
    quotes = [{ kind = "shout", words = "Rain", colour = "red" }, { kind = "direct", words = "then" }]
    times = [{ words = "Snow", type = "ERA", value = "" }]
    """
    with pytest.raises(UnclearError) as problem:
        load("a", TEXT, HEAD + toml)
    assert str(problem.value).splitlines() == [
        "a: quotes 1: unknown key 'colour'",
        "a: quotes 1: unknown 'shout'",
        "a: quotes 2: 'then': 2 times in the text; add context or nth",
        "a: times 1: unknown 'ERA'",
        "a: times 1: 'Snow': not in the text",
    ]


def test_there_are_enough_articles_and_each_has_its_annotation():
    texts = {path.stem for path in FOLDER.glob("*.txt")}
    assert texts == {path.stem for path in FOLDER.glob("*.toml")}
    assert len(articles()) >= 24
    assert len({article.register for article in articles()}) == len(articles())


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.id)
def test_an_article_is_small_and_its_stretches_are_in_order(article):
    assert 120 <= len(article.text.split()) <= 350
    for quote in article.quotes:
        assert all(a.end <= b.start for a, b in pairwise(quote.words))
        assert "\n" not in "".join(article.text[s.start : s.end] for s in quote.words)
    starts = [time.words.start for time in article.times]
    assert len(set(starts)) == len(starts)


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.id)
def test_no_stretch_is_annotated_twice(article):
    rows = [(quote.kind, quote.mixed, stretch) for quote in article.quotes for stretch in quote.words]
    assert len(set(rows)) == len(rows)


def test_every_kind_and_every_mark_is_covered():
    assert {quote.kind for article in articles() for quote in article.quotes} == set(KINDS)
    everything = "".join(article.text for article in articles())
    assert all(mark in everything for mark in ('"', "“", "‘", "«", "„", "``", "''", "'"))
    assert re.search(r"^— \w+ \w+, ", everything, re.MULTILINE)
    assert any(article.published is None for article in articles())
