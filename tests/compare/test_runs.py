import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.compare.prints import of_texts
from kit.compare.runs import CROWD, runs
from kit.shingles import SIZE, words


def shared(*texts, least=SIZE):
    return [tuple(run[:5]) for run in runs(of_texts(texts), least)]


def test_shingles_that_follow_each_other_are_one_run():
    assert shared("x the ferry struck the north pier today y", "z z the ferry struck the north pier today") == [
        (0, 1, 1, 2, 7)
    ]


def test_a_changed_word_ends_a_run():
    a, b = (
        "one two three four five six seven eight nine ten eleven",
        "one two three four five SIX-A seven eight nine ten eleven",
    )
    assert shared(a, b.replace("SIX-A", "other")) == [(0, 1, 0, 0, 5), (0, 1, 6, 6, 5)]


def test_words_that_stand_twice_are_counted_once():
    once = "one two three four five six"
    assert shared(f"{once}. {once}", once) == [(0, 1, 0, 0, 6)]
    assert shared(f"{once}. {once}", f"{once}! {once}") == [(0, 1, 0, 0, 12)]


def test_pairs_that_share_no_long_run_can_be_left_out():
    texts = ["one two three four five", "one two three four five", "a b c d e f g h", "a b c d e f g h"]
    assert shared(*texts, least=8) == [(2, 3, 0, 0, 8)]


def test_a_line_that_stands_everywhere_makes_no_run():
    line = "sign up for our newsletter today"
    assert shared(*[line] * (CROWD + 1)) == []
    assert len(shared(*[line] * 4)) == 6


def test_nothing_shared_and_nothing_at_all():
    assert shared("one two three four five", "six seven eight nine ten") == []
    assert shared("too short", "") == []
    assert shared() == []


SHORT_TEXTS = st.lists(st.sampled_from("abc"), max_size=40).map(" ".join)


@given(SHORT_TEXTS, SHORT_TEXTS)
def test_no_word_stands_in_two_runs_and_the_words_are_the_same(a, b):
    taken = np.zeros((2, 40), dtype=int)
    for _, _, first, other, size in shared(a, b):
        assert [one.form for one in words(a)[first : first + size]] == [
            one.form for one in words(b)[other : other + size]
        ]
        taken[0, first : first + size] += 1
        taken[1, other : other + size] += 1
    assert taken.max() <= 1


@settings(deadline=None)
@given(SHORT_TEXTS, SHORT_TEXTS)
def test_the_longest_run_is_found(a, b):
    one, other = a.split(), b.split()
    best = max(
        (n for i in range(len(one)) for j in range(len(other)) for n in range(SIZE, 41)
         if one[i : i + n] == other[j : j + n] and i + n <= len(one) and j + n <= len(other)),
        default=0,
    )  # fmt: skip
    assert max((run[4] for run in shared(a, b)), default=0) == best
