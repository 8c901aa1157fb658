from hypothesis import given
from hypothesis import strategies as st

from kit.shingles import SIZE, hashed, shingles, words, written
from kit.spans import Stretch

TEXTS = st.text(alphabet="ab éß'’\u0301.,\n“”ﬁÅ-_1字", max_size=80)


def forms(text):
    return [word.form for word in words(text)]


@given(TEXTS)
def test_the_words_at_a_shingles_place_hash_to_it(text):
    for one in shingles(text):
        assert hashed(forms(text[one.start : one.end])) == one.hash


@given(TEXTS, TEXTS)
def test_offsets_are_those_of_the_text_whatever_stands_before(before, text):
    moved = [one._replace(start=one.start + len(before) + 1, end=one.end + len(before) + 1) for one in words(text)]
    assert words(f"{before} {text}")[len(words(before)) :] == moved


@given(TEXTS)
def test_every_five_words_give_one_shingle(text):
    found = shingles(text)
    assert [one.word for one in found] == list(range(max(len(words(text)) - SIZE + 1, 0)))


def test_case_apostrophes_punctuation_and_line_ends_do_not_count():
    assert forms("The Mayor’s “NO”,\nshe said.") == forms("the mayor's no she said")
    assert forms("STRASSE ﬁn") == ["strasse", "fin"]
    assert shingles("one two three four") == []


def test_a_hash_is_the_same_on_every_machine():
    assert written(hashed(["the", "ferry", "struck", "the", "pier"])) == "3bc0225a2ad22d1c"


def test_what_is_left_out_gives_no_words_and_the_others_join():
    text = "one two <p> three four five"
    kept = words(text, [Stretch(text.index("<p>"), text.index("<p>") + 3)])
    assert [word.form for word in kept] == ["one", "two", "three", "four", "five"]
    assert words(text, [Stretch(0, 5)])[0].form == "p"  # a word that is cut is left out as a whole
