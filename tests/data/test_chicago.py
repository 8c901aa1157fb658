"""The case chicago as it is bundled; what needs the articles is skipped where they are not at hand."""

import re
from collections import Counter

import pandas as pd
import pytest

from kit import case as cases
from kit import spans
from kit.compare.accounting import accounting
from kit.find.fingerprints import fingerprints
from kit.find.suggestions import suggestions
from kit.publish.notebooks import cards
from kit.schema import TABLES, Quote
from kit.spans import Stretch

MARKED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"")
HOW = "the articles' texts are not at hand: set KIT_TEXTS=FOLDER"


@pytest.fixture(scope="module")
def chicago():
    return cases.open("chicago")


@pytest.fixture
def texts(chicago):
    missing = set(chicago.articles["article"]) - set(chicago.texts)
    if missing:
        pytest.skip(HOW)
    return chicago.texts


def stretches(row):
    return spans.parse(row["spans"]) if isinstance(row.get("spans"), str) else (Stretch(row["start"], row["end"]),)


def placed(case):
    """Every pair of offsets: its row, the names of its two columns, and of that with the same words."""
    for name, model in TABLES.items():
        for row in case.tables[name].to_dict("records"):
            yield from ((row, *marks) for marks in model.SPANS if not pd.isna(row[marks[0]]))


def test_the_case_checks_clean(chicago):
    assert cases.check("chicago") == ([], list(chicago.texts))


def test_the_case_carries_no_text_of_its_own(chicago):
    about = chicago.about
    assert not about.fictional
    assert (str(about.happened), about.timezone) == ("2025-10-04", "America/Chicago")
    assert len(chicago.articles) == 5


def test_every_notebook_has_its_commentary(chicago):
    assert sorted(chicago.notes) == [*(f"{card.order:02}" for card in cards()), "second-reading"]


def test_no_row_carries_an_address_of_a_person(chicago):
    for name, frame in chicago.tables.items():
        cells = [str(cell) for cell in frame.drop(columns=["url"], errors="ignore").to_numpy().ravel()]
        assert not [cell for cell in cells if re.search(r"\S@\S+\.\w|https?://|www\.", cell)], name


def test_every_row_lies_in_its_article_and_holds_its_words(chicago, texts):
    for row, start, end, words in placed(chicago):
        parts = stretches(row) if start == "start" else [Stretch(row[start], row[end])]
        held = spans.sliced(texts[row["article"]], parts)
        assert held
        assert words is None or pd.isna(row[words]) or row[words] == held, row


def test_every_pair_of_quotation_marks_is_covered_exactly_once(chicago, texts):
    found = {
        (article, Stretch(match.start() + 1, match.end() - 1))
        for article, text in texts.items()
        for match in MARKED.finditer(text)
    }
    quoted = [row for row in chicago.quotes.to_dict("records") if row["kind"] in Quote.VERBATIM]
    covered = Counter((row["article"], stretch) for row in quoted for stretch in stretches(row))
    assert set(covered) == found
    assert set(covered.values()) == {1}


def test_sentences_cover_every_character_that_is_not_white_space(chicago, texts):
    for article, text in texts.items():
        covered = bytearray(len(text))
        for row in chicago.sentences[chicago.sentences["article"] == article].to_dict("records"):
            covered[row["start"] : row["end"]] = b"\1" * (row["end"] - row["start"])
        left = [i for i, character in enumerate(text) if not character.isspace() and not covered[i]]
        assert left == [], f"{article}: {text[left[0] : left[0] + 40]!r}"


def test_a_sentence_has_rows_or_a_reason(chicago):
    table = accounting(chicago)
    assert table[(table["rows"] == 0) != table["reason"].notna()]["sentence"].tolist() == []


def test_spans_never_begin_or_end_with_white_space(chicago, texts):
    for row, start, end, _ in placed(chicago):
        held = texts[row["article"]][row[start] : row[end]]
        assert held == held.strip() or row.get("kind") == "blank", row


def test_the_stored_suggestions_are_what_the_rules_find_now(chicago, texts):
    assert texts
    stored = chicago.suggestions
    pd.testing.assert_frame_equal(suggestions(chicago), stored, obj="suggestions; store them again: make suggestions")


def test_the_stored_fingerprints_are_those_of_the_texts(chicago, texts):
    assert texts
    stored = chicago.fingerprints
    pd.testing.assert_frame_equal(
        fingerprints(chicago), stored, obj="fingerprints; store them again: make fingerprints"
    )
