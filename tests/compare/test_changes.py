import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.compare.changes import COLUMNS, TYPES, between, changes
from tests.built import article, built, quote

SENTENCE = st.lists(
    st.sampled_from(["I", "he", "not", "may", "Lee", "boat.", "boats", "12", "the", "said", "…"]), max_size=8
).map(" ".join)


def _told(a, b):
    return [(change.words_a, change.words_b, change.type) for change in between(a, b)]


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("we saw it", "We saw it", ("we", "We", "case or punctuation")),
        ("the harbour is dark", "the harbor is dark", ("harbour", "harbor", "spelling")),
        ("we saw three seals here", "we saw 3 seals here", ("three", "3", "spelling")),
        ("we saw three seals here", "we saw four seals here", ("three", "four", "number")),
        ("the seal swims off", "the seal swam off", ("swims", "swam", "inflexion")),
        ("then Ann Moss came in", "then Ann Voss came in", ("Moss", "Voss", "name")),
        ("the tide will turn now", "the tide won't turn now", ("will", "won't", "negation")),
        ("they allegedly sold it", "they sold it", ("allegedly", "", "hedge")),
        ("so a big boat came", "so a large boat came", ("big", "large", "synonym")),
        ("so a big boat came", "so a blue boat came", ("big", "blue", "other words")),
        ("so a boat came", "so a slow boat came", ("", "slow", "insertion")),
        ("so a slow boat came", "so a boat came", ("slow", "", "omission")),
        ("so a boat came here", "a boat came", ("so", "", "cut")),
        ("One came. Two left. All sang.", "One came. All sang.", ("Two left.", "", "splice")),
        ("One came. Two left. All sang.", "One came. … All sang.", ("Two left.", "", "omission")),
        ("we will sail", "they would sail", ("we will", "they would", "person")),
        ("the U.S. navy came", "the United States navy came", ("U.S.", "United States", "abbreviation")),
        ("yesterday we saw the seals", "we saw the seals yesterday", ("yesterday", "yesterday", "order")),
    ],
)
def test_types(a, b, told):
    assert told in _told(a, b)


@given(SENTENCE, SENTENCE)
def test_every_difference_has_a_type_and_stands_in_both(a, b):
    for change in between(a, b):
        assert change.type in TYPES
        assert change.words_a or change.words_b
        assert change.positions


@given(SENTENCE)
def test_the_same_words_do_not_differ(text):
    assert between(text, text) == []


def test_parts_of_a_speech_that_do_not_meet_are_cut():
    assert {change.type for change in between("the boat sank", "nobody came here")} == {"cut"}


def test_nothing_differs_from_nothing():
    assert between("", "") == between("a boat", "") == []


def test_long_texts_without_a_common_word_take_linear_work():
    chance = random.Random(3)
    texts = [" ".join(f"{letter}{chance.randrange(300)}" for _ in range(1500)) for letter in "xy"]
    start = time.process_time()
    between(*texts)
    assert time.process_time() - start < 10


def test_the_table_of_a_case():
    case = built(
        articles=[article(name, name.upper()) for name in "abc"],
        utterances=[{"utterance": "u", "summary": "s", "confidence": "certain"}],
        quotes=[quote(f"q{name}", name, None, text, utterance="u") for name, text in zip("abc", ("it was red", "it was blue", "it was red"), strict=True)],
    )  # fmt: skip
    found = changes(case)
    assert found.columns.tolist() == list(COLUMNS)
    assert found[["quote_a", "quote_b", "words_a", "words_b", "type", "positions"]].to_numpy().tolist() == [
        ["qa", "qb", "red", "blue", "other words", "2"], ["qb", "qc", "blue", "red", "other words", "2"],
    ]  # fmt: skip
    assert changes(built()).empty


def test_many_bleeps_in_one_word_take_no_time():
    # Trying every place for every bleep would take minutes.
    bleeped, plain = "a*" * 14, "a" * 60 + ".b"
    start = time.process_time()
    assert _told(f"we x{bleeped} go", f"we x{plain} go") == [(f"x{bleeped}", f"x{plain}", "other words")]
    assert _told("we cl**r it", "we clear it") == [("cl**r", "clear", "spelling")]
    assert time.process_time() - start < 2
