import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.compare.alignment import aligned, words

WORDINGS = st.lists(
    st.lists(st.sampled_from(["the", "the,", "boat", "boats", "sank", "in", "ten", "10", "fog"]), max_size=7),
    min_size=1, max_size=5,
)  # fmt: skip


def _shown(*texts):
    lines = [words(text) for text in texts]
    return [" ".join(line[place[i]] if i in place else "–" for place in aligned(lines)) for i, line in enumerate(lines)]


@given(WORDINGS, st.randoms(use_true_random=False))
def test_the_order_of_witnesses_does_not_matter(lines, chance):
    order = list(range(len(lines)))
    chance.shuffle(order)
    shuffled = [{order[i]: k for i, k in place.items()} for place in aligned([lines[i] for i in order])]
    assert shuffled == aligned(lines)


@given(WORDINGS)
def test_every_word_stands_once_and_in_its_order(lines):
    table = aligned(lines)
    for i, line in enumerate(lines):
        assert [place[i] for place in table if i in place] == list(range(len(line)))
    assert all(table)


def test_the_same_wording_twice_stands_in_the_same_columns():
    assert aligned([["a", "b"], ["b"], ["a", "b"]]) == [{0: 0, 2: 0}, {0: 1, 1: 0, 2: 1}]


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("we clear the pier now", "we cleared the pier", "we cleared the pier –"),
        ("about 10 cars came", "about at least ten cars came", "about at least ten cars came"),
        ("the gate, the yard", "the yard", "– – the yard"),
        ("the gate, the yard", "the gate", "the gate – –"),
    ],
)
def test_like_words_face_each_other(one, other, shown):
    assert _shown(one, other)[1] == shown


def test_a_mark_weighs_less_than_a_word():
    assert _shown("so, we went, so they say", "so they say")[1] == "– – – so they say"
    assert _shown("it was red. it", "it was red it")[1] == "it was red it"


def test_a_grammatical_word_by_itself_is_no_anchor():
    long = "the crew left the ship at dawn because water had come to both cabin floors below"
    assert _shown(long, "the crew left the ship to mend several broken engines nearby")[1].count("–") >= 9


def test_forty_wordings_of_sixty_words_take_under_a_second_or_so():
    chance = random.Random(1)
    base = [f"{chance.choice('bcdfg')}{i}" for i in range(60)]
    lines = [[word if chance.random() > 0.1 else chance.choice(base) for word in base] for _ in range(40)]
    start = time.process_time()
    aligned(lines)
    assert time.process_time() - start < 3  # 0.6 s where it was measured; other machines are slower


def test_a_long_document_does_not_blow_up():
    chance = random.Random(2)
    one = [f"w{chance.randrange(400)}" for _ in range(2000)]
    start = time.process_time()
    aligned([one, [word for word in one if chance.random() > 0.05]])
    assert time.process_time() - start < 10
