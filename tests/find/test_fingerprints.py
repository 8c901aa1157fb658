import dataclasses
from types import MappingProxyType

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from kit.find.fingerprints import fingerprints, inside, winnowed
from kit.shingles import SIZE, shingles, words, written
from tests.built import article, built

LONG = " ".join(f"word{i}" for i in range(200))


def case(texts, stored=(), artefacts=()):
    made = built(
        articles=[article(name, name.title(), len(text)) for name, text in texts.items()],
        fingerprints=list(stored), artefacts=list(artefacts),
    )  # fmt: skip
    return dataclasses.replace(made, texts=MappingProxyType({name: text for name, text in texts.items() if text}))


def test_what_two_articles_share_is_kept_whole():
    shared = "the tugs were sent away too early that night"
    found = fingerprints(case({"a": f"Alpha beta gamma. {shared} Delta.", "b": f"Said nobody: {shared}, in short"}))
    hashes = [written(one.hash) for one in shingles(shared)]
    for _, rows in found.groupby("article"):
        assert [one for one in rows["hash"] if one in hashes] == hashes


def test_what_is_not_shared_is_thinned_and_never_overlaps():
    found = fingerprints(case({"a": LONG, "b": LONG.upper().replace("WORD", "other")}))
    for _, rows in found.groupby("article"):
        assert 200 / 40 < len(rows) < 200 / SIZE
        assert rows["word"].diff().min() >= SIZE


def test_what_is_not_shared_has_no_word_in_common_with_what_is():
    shared = "five words that both have and then some"
    found = fingerprints(case({"a": f"{LONG} {shared} {LONG.replace('word', 'x')}", "b": f"Else {shared}."}))
    own = {written(one.hash) for one in shingles(shared)}
    rows = found[found["article"] == "a"]
    both = set(rows.loc[rows["hash"].isin(own), "word"])
    assert min(abs(one - other) for one in set(rows["word"]) - both for other in both) >= SIZE


def test_a_shingle_is_quoted_when_all_its_words_stand_in_marks():
    found = fingerprints(
        case({"a": "He said “one two three four five” then left", "b": "said one two three four five then"})
    )
    rows = found[found["article"] == "a"]
    assert dict(zip(rows["word"], rows["quoted"], strict=True)) == {1: False, 2: True, 3: False}


def test_marks_are_paired_paragraph_by_paragraph():
    text = "“one two\n\n“three four” five"
    assert inside(text, words(text)) == [True, True, True, True, False]
    assert inside("", []) == []


def test_artefacts_that_a_clean_reading_leaves_out_give_no_words():
    text = "one two JUNK three four five"
    cut = {"artefact": "x", "article": "a", "start": 8, "end": 12, "kind": "form", "remove": True}
    both = {"a": text, "b": "one two three four five"}
    assert len(set(fingerprints(case(both, artefacts=[cut]))["hash"])) == 1
    kept = fingerprints(case(both, artefacts=[cut | {"remove": False}]))
    assert kept["hash"].is_unique


def test_without_a_text_an_article_keeps_what_is_stored():
    texts = {"a": "one two three four five six seven", "b": "now one two three four five again"}
    whole = fingerprints(case(texts))
    stored = whole.to_dict("records")
    pd.testing.assert_frame_equal(fingerprints(case(texts, stored)), whole)
    pd.testing.assert_frame_equal(fingerprints(case({"a": "", "b": ""}, stored)), whole)
    pd.testing.assert_frame_equal(fingerprints(case(texts | {"a": ""}, stored)), whole)


@given(st.lists(st.integers(0, 20), max_size=60), st.integers(1, 8))
def test_every_window_has_its_least_hash(hashes, window):
    found = winnowed(hashes, window)
    for first in range(len(hashes) - window + 1):
        least = [i for i in range(first, first + window) if hashes[i] == min(hashes[first : first + window])]
        assert least[-1] in found
    assert bool(found) == bool(hashes)
